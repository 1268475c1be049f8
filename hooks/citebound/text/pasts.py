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
))  # fmt: skip
"""Infinitives that are their own past."""

FURTHER = frozenset((
    "arose", "ate", "awoke", "bent", "bit", "bled", "blew", "bore", "bred", "clung", "crept",
    "dreamt", "drank", "dug", "fed", "felt", "fled", "flung", "foresaw", "forgot", "forsook",
    "hanged", "heard", "hung", "knelt", "laid", "lay", "leapt", "learnt", "lit", "meant", "mistook",
    "oversaw", "outgrew", "outran", "rang", "rebuilt", "resold", "rewrote", "rode", "sang", "sat",
    "saw", "shone", "shook", "shrank", "slept", "slew", "slid", "slung", "sought", "sped", "spilt",
    "spoilt", "sprang", "spun", "stuck", "stung", "swam", "swept", "swung", "tore", "trod",
    "understood", "underwent", "upheld", "wept", "woke", "wore", "wound", "wove",
))  # fmt: skip
"""More pasts that are no infinitives, of verbs that are seldom looked up by their infinitive."""

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
    return said in PASTS or said.endswith("ed")


@lru_cache(maxsize=8192)
def root(said: str) -> str:
    """What a word has in common with most of its forms: *clos* of “closing”, *take* of “took”."""
    said = PASTS.get(said, said).replace("ё", "е")
    for ending in _ENDINGS:
        if said.endswith(ending) and len(said) - len(ending) >= len("tak"):
            said = said.removesuffix(ending)
            break
    said = said.rstrip("ey")
    twice = len(said) > len("see") and said[-1] == said[-2]  # stopped, travelling
    return (said[:-1] if twice else said)[:_KEPT]
