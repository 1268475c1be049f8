"""The words by which evidence bears out a status of an event, or speaks against it.

The lists are broad: what they miss is only a warning, and in a language without a list nothing
is decided.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from citebound.claims.limiting import read
from citebound.text.folding import fold
from citebound.text.pasts import PASTS
from citebound.text.patterns import Pattern


def _words(listed: str) -> Pattern:
    return Pattern(rf"(?<![\p{{L}}\p{{M}}])(?:{listed})(?![\p{{L}}\p{{M}}])", regex.IGNORECASE)


_CALLED_OFF = (
    r"cancel\p{L}*|call(?:s|ed|ing)?\s+(?:it\s+|them\s+)?off|(?:scrap|drop)(?:s|ped|ping)?"
    r"|abandon\p{L}*|withdr[ae]w\p{L}*|ax(?:es|ed)|shelve[sd]|revok\p{L}+|rescind\p{L}*"
    r"|annul\p{L}*|abort\p{L}*|отмен\p{L}+|сорва\p{L}+|отозва\p{L}+"
)
_FORBIDDEN = (
    r"bann(?:ed|ing)|bans?|prohibit\p{L}*|forb[aio]d\p{L}*|bar(?:s|red)|prevent(?:s|ed)|thwart\p{L}*"
    r"|foil(?:s|ed)|запре[тщ]\p{L}+"
)
_TURNED_DOWN = (
    r"block(?:s|ed)|veto\p{L}*|reject(?:s|ed)|refus(?:es|ed)|turn(?:s|ed)\s+down|отклон\p{L}+"
)
_PUT_OFF = (
    r"postpon\p{L}+|delay\p{L}*|defer\p{L}*|(?:put|puts|putting|push(?:es|ed)?|set)\s+(?:it\s+|them\s+)?"
    r"(?:off|back)|reschedul\p{L}*|adjourn\p{L}*|отлож\p{L}+|откладыва\p{L}+|перен[её]с\p{L}*"
    r"|перенос\p{L}*|отсроч\p{L}+"
)
_CANCELLED = _words(_CALLED_OFF + rf"|отказ\p{{L}}+|{_FORBIDDEN}|{_TURNED_DOWN}")
_POSTPONED = _words(
    _PUT_OFF + r"|mov(?:es|ed)|suspend\p{L}*|shelve[sd]|held\s+(?:up|over)|extend\p{L}*|until|till"
    r"|later|сдвину\p{L}+|приостан\p{L}+|продл\p{L}+"
)
_DISPUTED = _words(
    r"den(?:y|ies|ied|ial|ying)|disput\p{L}*|contest\p{L}*|contradict\p{L}*|conflict\p{L}*"
    r"|reject\p{L}*|refut\p{L}*|rebut\p{L}*|disagree\p{L}*|question\p{L}*|challeng\p{L}*|doubt\p{L}*"
    r"|alleg\p{L}*|claim\p{L}*|accus\p{L}*|insist\p{L}*|controvers\p{L}*|argu\p{L}+|differ\p{L}*"
    r"|unclear|uncertain|unconfirmed|false|untrue|according|but|while|whereas|however|although"
    r"|though|others?|or|отриц\p{L}+|опроверг\p{L}+|оспар\p{L}+|спор\p{L}*|сомн\p{L}+|утвержда\p{L}+"
    r"|якобы|противореч\p{L}+|но|однако|хотя|или"
)
_GOES_ON = _words(
    r"is|are|am|has|have|(?:\p{L}+['’])(?:s|re|ve)|remain\p{L}*|continu\p{L}+|still|ongoing|since"
    r"|now(?:adays)?|current(?:ly)?|under\s?way|so\s+far|to\s+date|every|each|always|today|this|these"
    r"|will|keeps?|goes|go|lasts?|lives?|works?|runs?|stands?|holds?|serves?|faces?|leads?|exists?"
    r"|operates?|lies?|does|do|may|might|can|must|until|till|\p{L}+ing|in\s+recent\s+\p{L}+"
    r"|(?:over|for|in|during)\s+the\s+(?:past|last)|продолж\p{L}+|сейчас|ныне|до\s+сих\s+пор"
    r"|вс[её]\s+ещ[её]|с\s+\d{4}|остаётся|остается|остаются|по-прежнему|\p{L}+(?:ет|ёт|ит|ют|ут|ят|ат)"
)
_WAS = _words(
    rf"was|were|had|saw|got|fled|{'|'.join(PASTS)}"
    r"|(?!need|indeed|speed|feed|seed)\p{L}{2,}ed|был[аои]?|\p{L}{2,}(?:ал|ил|ел|ял)(?:а|и|о|ся|ась|ись)?"
)

_BEARS_OUT = {
    "cancelled": (_CANCELLED, "that it was called off"),
    "postponed": (_POSTPONED, "that it was put off"),
    "disputed": (_DISPUTED, "that anybody disputes it"),
}
_STOPPED = _words(
    f"{_CALLED_OFF}|{_FORBIDDEN}|{_PUT_OFF}|(?:did\\s+not|never)\\s+(?:take|took)\\s+place"
    f"|(?P<turned_down>{_TURNED_DOWN})"
)
_SENTENCE = Pattern(r"[.!?…]+[”’\"')]*\s+(?=\P{Ll})|[\n\0]")
_CLAUSE = Pattern(r"[,;:.!?…()—–\n\0]|(?<!\p{L})(?:and|but|while|и|а|но)(?!\p{L})")
_LETTERS = Pattern(r"\p{L}{4,}")
_STEM = 4
_COMMON = frozenset(("that", "with", "from", "this", "have", "were", "been"))
_STANDS_FOR_IT = _words(r"it|them|this(?!\s+(?!(?:was|is|has|had|in|on|at|by|after)\s)\p{L})")
_PASSIVE = Pattern(
    r"(?<!\p{L})(?:is|are|was|were|be|been|being|был[аои]?)(?:\s+\p{L}+ly)?\s+\Z", regex.IGNORECASE
)
_BY = Pattern(r"\s+by(?!\p{L})", regex.IGNORECASE)
_SUBORDINATE = _words(
    r"after|before|because|when|where|while|as|since|that|which|although|though|if|until"
)
_BESIDE = _words(
    r"of|in|on|at|to|for|from|by|with|after|before|over|about|against|under|during|because|when"
    r"|where|while|as|since|that|which|в|на|о|об|от|до|за|для|после|перед|из|с|по"
)
_TO_DO = Pattern(r"\s*to(?=\s+\p{Ll})", regex.IGNORECASE)
_NOT_DONE = Pattern(
    r"(?:(?<!\p{L})(?:not|never|to|be|have|не)|n[’']t)(?:\s+(?:been|be|have))*\s+\Z",
    regex.IGNORECASE,
)
_DONE = _words(
    r"\p{L}{2,}ed|met|held|left|fell|began|won|lost|spoke|took|came|went|gave|sold|bought|built"
    r"|\p{L}{2,}(?:ал|ил|ел|ял)(?:а|и|о|ся|ась|ись)?"
)
_PRESENT = {
    "met": "meet",
    "held": "hold",
    "left": "leave",
    "fell": "fall",
    "began": "begin",
    "won": "win",
    "lost": "lose",
    "spoke": "speak",
    "took": "take",
    "came": "come",
    "went": "go",
    "gave": "give",
    "sold": "sell",
    "bought": "buy",
    "built": "build",
}

_SAID_OF_EVENT = {
    "held": ("is said to have been held", "was held"),
    "happened": ("is said to have happened", "has happened"),
    "ongoing": ("is said to go on", "goes on"),
    "intended": ("is intended", "is intended"),
    "planned": ("is planned", "is planned"),
    "postponed": ("is said to be postponed", "was postponed"),
    "cancelled": ("is said to be cancelled", "was cancelled"),
    "disputed": ("is said to be disputed", "is disputed"),
}
"""How each status is said: of the event of a briefing, and in “it cannot say that this …”."""

TO_BE = Pattern(
    r"(?<!\p{L})(?:was|were|(?:has|have|had)\s+been)\s+(?:\p{L}+ly\s+|also\s+|originally\s+)?"
    r"(?P<what>to(?=\s+\p{Ll})|due|scheduled|expected|planned|supposed|meant|intended|slated|invited"
    r"|set(?=\s+(?:to|for)\b))(?!\p{L})",
    regex.IGNORECASE,
)
"""What was only to be: “was to close”, “was due in”, “was invited to”."""


def said_of_event(status: str) -> tuple[str, str]:
    """How a status is said: “the event …”, and “it cannot say that this …”."""
    return _SAID_OF_EVENT.get(status, (f"is {status}", f"is {status}"))


def _known(languages: Sequence[str]) -> bool:
    return all(language in ("en", "ru") for language in languages)


def unborne(status: str, words: Sequence[str], languages: Sequence[str]) -> str:
    """What a status says of an event that no word of its evidence does; "" where one may."""
    if not words or not _known(languages):
        return ""
    if status == "ongoing":
        ended = all(_WAS.search(text) and not _GOES_ON.search(text) for text in words)
        return "that it goes on" if ended else ""
    listed, said = _BEARS_OUT.get(status, (None, ""))
    denied = any(listed is None or listed.search(text) or read(text).denies for text in words)
    return "" if denied else said


def stopped(title: str, words: Sequence[str], languages: Sequence[str]) -> str:
    """The word by which evidence says that what a title tells did not come about, or ""."""
    if not _known(languages) or _STOPPED.search(title):
        return ""
    stems = {*_stems(title)} - _COMMON
    for sentence in (one for text in words for one in _SENTENCE.split(text)):
        done = _is_done(title, stems, sentence)
        for clause in _CLAUSE.split(sentence):
            for found in _STOPPED.finditer(clause):
                if _is_of_event(found, stems, is_done=done):
                    return " ".join(found.group().split())
    return ""


def _is_of_event(found: regex.Match[str], stems: set[str], *, is_done: bool) -> bool:
    """Whether what a clause says was stopped is the event. What was rejected, refused or blocked
    is only what these words govern (“voted on the law and rejected it”), and nothing is called off
    of which the sentence says that it was done.
    """
    governed = _governed(found)
    if found["turned_down"]:
        return not is_done and not stems.isdisjoint(_stems(governed))
    if not stems.isdisjoint(_stems(found.string)):
        return True
    return not is_done and bool(_STANDS_FOR_IT.search(f"{found.group()} {governed}"))


def _governed(found: regex.Match[str]) -> str:
    """The noun that a word of stopping governs: the one after it, or the subject of a passive."""
    before, after = found.string[: found.start()], found.string[found.end() :]
    passive = _PASSIVE.search(before)
    if passive or _BY.match(after):
        subject = _SUBORDINATE.split(before[: passive.start()] if passive else before)[-1]
        return _BESIDE.split(subject)[0]
    return _BESIDE.split(_TO_DO.sub("", after, count=1) if _TO_DO.match(after) else after)[0]


def _is_done(title: str, stems: set[str], sentence: str) -> bool:
    """Whether a sentence tells in the past, and does not deny, what the verb of a title says."""
    told = title.casefold()
    for found in _DONE.finditer(sentence):
        verb = found.group().casefold()
        present = _PRESENT.get(verb)
        same = verb[:_STEM] in stems
        if present:
            forms = rf"(?<!\p{{L}})(?:{present}|{verb})(?:e?s|ing)?(?!\p{{L}})"
            same = regex.search(forms, told) is not None
        if same and not _NOT_DONE.search(sentence, 0, found.start()):
            return True
    return False


def only_to_be(title: str, words: Sequence[str], languages: Sequence[str]) -> list[str]:
    """For each passage the words by which it tells of what was only to be, or ""."""
    told = fold(title).text.casefold()
    found = []
    for text in words if _known(languages) else ():
        said = TO_BE.search(text)
        what = said["what"].casefold() if said else ""
        known = what not in ("", "to") and what[:_STEM] in told
        found.append(" ".join(said.group().split()) if said and not known else "")
    return found


def _stems(text: str) -> Iterator[str]:
    for word in _LETTERS.findall(text):
        if word[0].islower():  # a name may be in either
            yield word[:_STEM].casefold()
