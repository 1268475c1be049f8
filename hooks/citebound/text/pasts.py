"""Verbs in their forms: English ones whose past is not made with *-ed*, and what a verb keeps."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

PASTS: Mapping[str, str] = {
    "became": "become", "began": "begin", "begun": "begin", "bought": "buy", "broke": "break",
    "broken": "break", "brought": "bring", "built": "build", "burnt": "burn", "came": "come",
    "caught": "catch", "chose": "choose", "chosen": "choose", "dealt": "deal", "did": "do",
    "done": "do", "drawn": "draw", "drew": "draw", "driven": "drive", "drove": "drive",
    "fallen": "fall", "fell": "fall", "flew": "fly", "forbade": "forbid",
    "forbidden": "forbid", "forgave": "forgive", "forgiven": "forgive", "fought": "fight",
    "found": "find", "froze": "freeze", "frozen": "freeze", "gave": "give", "given": "give",
    "gone": "go", "grew": "grow", "grown": "grow", "held": "hold", "hid": "hide",
    "hidden": "hide", "kept": "keep", "knew": "know", "known": "know", "led": "lead",
    "left": "leave", "lent": "lend", "lost": "lose", "made": "make", "met": "meet",
    "overtaken": "overtake", "overthrew": "overthrow", "overthrown": "overthrow",
    "overtook": "overtake", "paid": "pay", "ran": "run", "repaid": "repay", "risen": "rise",
    "rose": "rise", "said": "say", "sank": "sink", "sent": "send", "shot": "shoot",
    "shown": "show", "sold": "sell", "spent": "spend", "spoke": "speak", "spoken": "speak",
    "stole": "steal", "stolen": "steal", "stood": "stand", "struck": "strike", "sunk": "sink",
    "swore": "swear", "sworn": "swear", "taken": "take", "taught": "teach", "thought": "think",
    "threw": "throw", "thrown": "throw", "told": "tell", "took": "take",
    "undertaken": "undertake", "undertook": "undertake", "went": "go", "withdrawn": "withdraw",
    "withdrew": "withdraw", "won": "win", "written": "write", "wrote": "write", "fled": "flee",
    "laid": "lay", "sought": "seek", "blew": "blow", "blown": "blow", "tore": "tear",
    "torn": "tear", "shook": "shake", "shaken": "shake", "meant": "mean", "forgot": "forget",
    "forgotten": "forget", "upheld": "uphold", "withheld": "withhold", "rebuilt": "rebuild",
    "underwent": "undergo", "swept": "sweep", "dug": "dig", "fed": "feed", "heard": "hear",
    "rode": "ride", "ridden": "ride", "sued": "sue", "tried": "try", "tied": "tie", "died": "die",
    "used": "use",
}  # fmt: skip
"""The infinitive by the past and by the participle, where these are no infinitives as well."""

UNCHANGED = frozenset((
    "cut", "hit", "put", "set", "shut", "split", "spread", "burst", "hurt", "quit", "let", "shed",
    "beat", "cast", "recast", "thrust",
))  # fmt: skip
"""Infinitives that are their own past, and are seldom nouns."""

FURTHER: Mapping[str, str] = {
    "arose": "arise", "ate": "eat", "awoke": "awake", "bent": "bend", "bit": "bite",
    "bled": "bleed", "bore": "bear", "bred": "breed", "clung": "cling", "crept": "creep",
    "dreamt": "dream", "drank": "drink", "felt": "feel", "flung": "fling", "foresaw": "foresee",
    "forsook": "forsake", "hanged": "hang", "hung": "hang", "knelt": "kneel", "lay": "lay",
    "leapt": "leap", "learnt": "learn", "lit": "light", "mistook": "mistake",
    "oversaw": "oversee", "outgrew": "outgrow", "outran": "outrun", "rang": "ring",
    "resold": "resell", "rewrote": "rewrite", "sang": "sing", "sat": "sit", "saw": "see",
    "shone": "shine", "shrank": "shrink", "slept": "sleep", "slew": "slay", "slid": "slide",
    "slung": "sling", "sped": "speed", "spilt": "spill", "spoilt": "spoil", "sprang": "spring",
    "spun": "spin", "stuck": "stick", "stung": "sting", "swam": "swim", "swung": "swing",
    "trod": "tread", "understood": "understand", "wept": "weep", "woke": "wake", "wore": "wear",
    "wound": "wound", "wove": "weave",
}  # fmt: skip
"""More pasts. Two of them are infinitives as well and are taken for these: *lay* and *wound*."""

_OTHERS: Mapping[str, str] = {
    "beaten": "beat", "bitten": "bite", "borne": "bear", "drunk": "drink", "eaten": "eat",
    "got": "get", "gotten": "get", "misled": "mislead", "rung": "ring", "seen": "see",
    "shrunk": "shrink", "slain": "slay", "sprung": "spring", "sung": "sing", "swum": "swim",
    "trodden": "tread", "woken": "wake", "worn": "wear", "woven": "weave",
}  # fmt: skip
"""Their participles, and *got*, which need not be the verb of a clause."""

_IRREGULAR = {**_OTHERS, **FURTHER, **PASTS}
_BEFORE = ("re", "over", "under", "out", "fore", "mis", "with", "up", "un")
_NO_PAST = frozenset(("lay", "wound", "relent", "resent"))
"""*Resent* and *relent* are no *re-* before “sent” and “lent”."""

IRREGULAR_VERBS = frozenset((*_IRREGULAR.values(), *UNCHANGED))
"""The infinitives of all of them."""

QUIT = frozenset(("beat", "bet", "bid", "cast", "cost", "let", "quit", "shed", "thrust"))
"""More infinitives that are their own past."""

_ENDINGS = (
    "ing", "ies", "ied", "ed", "es", "s", "иться", "аться", "ться", "лась", "лись", "лось", "лся",
    "ти", "ть", "ла", "ло", "ли", "л",
)  # fmt: skip
_KEPT = 5
"""So many letters of it are kept."""


def is_past(said: str) -> bool:
    """Whether a word may be a verb in the past."""
    return said.endswith("ed") or is_irregular(said)


def is_irregular(said: str) -> bool:
    """Whether a word is a past without *-ed*, and no infinitive."""
    return said not in _NO_PAST and _infinitive(said) is not None


@lru_cache(maxsize=8192)
def root(said: str) -> str:
    """What a word has in common with most of its forms: *clos* of “closing”, *take* of “took”."""
    said = (_infinitive(said) or said).replace("ё", "е")
    for ending in _ENDINGS:
        if said.endswith(ending) and len(said) - len(ending) >= len("tak"):
            said = said.removesuffix(ending)
            break
    said = said.rstrip("ey")
    twice = len(said) > len("see") and said[-1] == said[-2]  # stopped, travelling
    return (said[:-1] if twice else said)[:_KEPT]


def _infinitive(said: str) -> str | None:
    """The infinitive of a past without *-ed*, also of one made from another: “retook”."""
    known = _IRREGULAR.get(said)
    if known is not None or said in _NO_PAST:
        return known
    before = next((one for one in _BEFORE if said.startswith(one)), "")
    past = _IRREGULAR.get(said.removeprefix(before)) if before else None
    return f"{before}{past}" if past else None
