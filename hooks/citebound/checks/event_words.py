"""The words by which evidence bears out a status of an event, or speaks against it.

The lists are broad: what they miss is only a warning, and in a language without a list nothing
is decided.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from citebound.claims.limiting import read
from citebound.text.folding import fold


def _words(listed: str) -> regex.Pattern[str]:
    return regex.compile(
        rf"(?<![\p{{L}}\p{{M}}])(?:{listed})(?![\p{{L}}\p{{M}}])", regex.IGNORECASE
    )


_CALLED_OFF = (
    r"cancel\p{L}*|call(?:s|ed|ing)?\s+(?:it\s+|them\s+)?off|(?:scrap|drop)(?:s|ped|ping)?"
    r"|abandon\p{L}*|withdr[ae]w\p{L}*|ax(?:es|ed)|shelve[sd]|revok\p{L}+|rescind\p{L}*"
    r"|annul\p{L}*|abort\p{L}*|отмен\p{L}+|сорва\p{L}+|отозва\p{L}+"
)
_FORBIDDEN = (
    r"bann(?:ed|ing)|bans?|prohibit\p{L}*|forb[aio]d\p{L}*|bar(?:s|red)|block(?:s|ed)|veto\p{L}*"
    r"|prevent(?:s|ed)|thwart\p{L}*|foil(?:s|ed)|reject(?:s|ed)|refus(?:es|ed)|turn(?:s|ed)\s+down"
    r"|запре[тщ]\p{L}+|отклон\p{L}+"
)
_PUT_OFF = (
    r"postpon\p{L}+|delay\p{L}*|defer\p{L}*|(?:put|puts|putting|push(?:es|ed)?|set)\s+(?:it\s+|them\s+)?"
    r"(?:off|back)|reschedul\p{L}*|adjourn\p{L}*|отлож\p{L}+|откладыва\p{L}+|перен[её]с\p{L}*"
    r"|перенос\p{L}*|отсроч\p{L}+"
)
_CANCELLED = _words(_CALLED_OFF + r"|отказ\p{L}+|" + _FORBIDDEN)
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
    r"was|were|did|had|went|came|took|met|began|made|saw|gave|won|lost|fell|rose|left|sank|broke"
    r"|(?!need|indeed|speed|feed|seed)\p{L}{2,}ed|был[аои]?|\p{L}{2,}(?:ал|ил|ел|ял)(?:а|и|о|ся|ась|ись)?"
)

_BEARS_OUT = {
    "cancelled": (_CANCELLED, "that it was called off"),
    "postponed": (_POSTPONED, "that it was put off"),
    "disputed": (_DISPUTED, "that anybody disputes it"),
}
_STOPPED = _words(
    f"{_CALLED_OFF}|{_FORBIDDEN}|{_PUT_OFF}|(?:did\\s+not|never)\\s+(?:take|took)\\s+place"
)
_CLAUSE = regex.compile(r"[,;:.!?…()—–\n\0]|(?<!\p{L})(?:and|but|while|и|а|но)(?!\p{L})")
_LETTERS = regex.compile(r"\p{L}{4,}")
_STEM = 4
_COMMON = frozenset(("that", "with", "from", "this", "have", "were", "been"))
_STANDS_FOR_IT = _words("it|this|them")

TO_BE = regex.compile(
    r"(?<!\p{L})(?:was|were|(?:has|have|had)\s+been)\s+(?:\p{L}+ly\s+|also\s+|originally\s+)?"
    r"(?P<what>to(?=\s+\p{Ll})|due|scheduled|expected|planned|supposed|meant|intended|slated|invited"
    r"|set(?=\s+(?:to|for)\b))(?!\p{L})",
    regex.IGNORECASE,
)
"""What was only to be: “was to close”, “was due in”, “was invited to”."""


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
    for text in words:
        for clause in _CLAUSE.split(text):
            found = _STOPPED.search(clause)
            if found and (_STANDS_FOR_IT.search(clause) or not stems.isdisjoint(_stems(clause))):
                return " ".join(found.group().split())
    return ""


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
