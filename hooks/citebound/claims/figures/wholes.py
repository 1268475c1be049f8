"""The whole in the place of its part: “five banks close” for “two of the five banks close”."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

import regex

from citebound.claims.figures.beside import STEM
from citebound.claims.figures.endings import TIME_UNITS
from citebound.claims.figures.rates import PREPOSITIONS
from citebound.claims.figures.tables import listed
from citebound.claims.figures.values import Figure, Kind
from citebound.text.pasts import is_past
from citebound.text.patterns import Pattern

_THE = r"(?:(?:the|its|his|her|their|our|these|those|all|этих|всех)\s+){0,2}(?:\p{L}+[’']s?\s+)?"
_OF = Pattern(rf"\s+(?:(?:out\s+)?of|из)\s+{_THE}", regex.IGNORECASE)
_ENDS_IN_OF = Pattern(rf"(?<!\p{{L}})(?:of|из)\s+{_THE}\Z", regex.IGNORECASE)
_OF_THEM = Pattern(r"\s+(?:of\s+(?:whom|which|them)|из\s+(?:которых|них))\s+", regex.IGNORECASE)
_OF_THEM_BEFORE = Pattern(
    r"\s(?:of\s+(?:whom|which|them)|из\s+(?:которых|них))\s+(?:only\s+|лишь\s+)?\Z",
    regex.IGNORECASE,
)
_FIRST_OF = Pattern(rf"(?:\A|[.!?;:,]\s+|\b(?:that|что)\s+)(?:out\s+)?(?:of|из)\s+{_THE}\Z",
                    regex.IGNORECASE)  # fmt: skip
_NOT_SAID_OF_ALL = Pattern(
    r"\b(?:(?:of|from|among|than|like|with|there\s+(?:is|are|was|were|(?:had|have)\s+been)|owns?"
    r"|owned|carr(?:y|ies|ied|ying)|contain\p{L}*|includ\p{L}*|compris\p{L}*|number\p{L}*"
    r"|из|от|среди|у|есть|имеет|имел[аи]?)\s+(?:\p{L}+[’']?\p{L}*\s+){0,2}"
    r"|(?:ha[sd]|have|having)\s+(?:(?!\p{L}+(?:ed|en|ought|old|ade)\b)\p{L}+\s+){0,2}"
    r"|(?:был|было|были)\s+)\Z",
    regex.IGNORECASE,
)
"""Before a whole that is only named, as something that there is or that somebody has."""

_IS_THERE = Pattern(
    r"\s+(?:\p{L}+\s+){1,2}(?:was|were|is|are|had\s+been)\s+"
    r"(?P<where>on|in|at|aboard|under|from|among|there|inside|near|involved|present|part)\b",
    regex.IGNORECASE,
)
_PART_SAID = Pattern(
    r"\b(?:half|most|some|several|many|few|part|partly|thirds?|quarters?|percent|majority|none|only"
    r"|others?|rest|remaining|except|but|one|половин\p{L}+|больш\p{L}+|част[ьи]|остальн\p{L}+|лишь"
    r"|только|кроме|некотор\p{L}+)\b|%",
    regex.IGNORECASE,
)
"""By such a word ours tells of a part as well."""

_OWN = Pattern(
    r"(?:\s+\p{Ll}+){0,2}?\s+(?P<noun>\p{L}+)\s+(?:(?:who|that|which|whom|котор\p{L}+)\s+"
    r"(?P<clause>[^,.;!?]+)|(?P<done>\p{Ll}+))"
)
_LONG = 3
_BEGUN = Pattern(
    r"(?:\A|[.,;:!?“«(—–]|\bthat|\band|\bчто)\s*"
    r"(?:all\s+of\s+|all\s+|все\s+)?(?:the\s+|эти\s+)?\Z",
    regex.IGNORECASE,
)
_ENDS = Pattern(r"[.!?;…။](?!\p{N})")
_WORD = Pattern(r"[\p{L}\p{M}]+|[^\s\w]")
_HELP = frozenset(
    listed("will would shall is are was were be been has have had будут будет были был была")
)
_HAS = frozenset(listed("had has have did does do can could may might must should"))
_HE = frozenset(listed("he she it they we there who whom which that and or to been"))
"""A verb right after one of these goes on with the clause."""

_WHO = frozenset(listed("who that which whom whose"))

_NEAR, _FAR = 40, 80
"""So many characters before and after a figure are looked at."""


def is_whole(text: str, figure: Figure, before: Figure) -> bool:
    """Whether a figure is only what the figure before it is a part of."""
    return bool(_OF.fullmatch(text, before.span.end, figure.span.start))


class Part(NamedTuple):
    """A figure of the evidence that is a part of another, and what is told of it alone."""

    figure: Figure
    told: str


def part_of(placed: Sequence[tuple[str, Figure]], number: int) -> Part | None:
    """The part of which a figure is the whole, if it is: “nine of the 12”, “of the 12, nine”, “12
    men, nine of whom died”.
    """
    text, whole = placed[number]
    before = placed[number - 1] if number else None
    after = placed[number + 1] if number + 1 < len(placed) else None
    if before is not None and before[0] == text and is_whole(text, whole, before[1]):
        return Part(before[1], "")
    near = text[max(0, whole.span.start - _FAR) : whole.span.start]
    if after is None or after[0] != text or _ENDS.search(text, whole.span.end, after[1].span.start):
        return None
    if _FIRST_OF.search(near):
        return Part(after[1], "")
    of_them = _OF_THEM.match(text, after[1].span.end)
    end = of_them.end() if of_them else after[1].span.end
    if of_them is None and not _OF_THEM_BEFORE.search(text, whole.span.end, after[1].span.start):
        return None
    words = (word.lower() for word in _WORD.findall(text[end : end + _NEAR]))
    told = next((word for word in words if word not in _HELP), "")
    return Part(after[1], told[:STEM]) if len(told) > _LONG else None


def is_told_as_part(
    ours: str, figure: Figure, every: Sequence[Figure], part: Part, theirs: tuple[str, Figure]
) -> bool:
    """Whether a figure of ours, with no part beside it, is in the evidence only the whole of one:
    “police arrested 60 protesters” for “police arrested 15 of the 60 protesters”.
    """
    start, end = figure.span.start, figure.span.end
    if _NOT_SAID_OF_ALL.search(ours, max(0, start - _NEAR), start) or _is_there(
        ours, end, theirs[0]
    ):
        return False
    if figure.values[0].kind is not Kind.NUMBER or figure.values[0].unit in TIME_UNITS:
        return False
    if _PART_SAID.search(ours) or (part.told and part.told not in _stems(ours)):
        return False
    text, whole = theirs
    amounts = _less(part.figure, whole)
    if any(v.amount in amounts for other in every if other is not figure for v in other.values):
        return False
    noun, there = _noun(ours, end), _noun(text, whole.span.end)
    if not noun or noun.endswith("est") or (noun[:STEM] != there[:STEM] and noun not in _HELP):
        return False
    return not _has_own(ours, figure, text, whole)


def is_after_of(text: str, figure: Figure) -> bool:
    """Whether a figure is told as a whole: “of the 12”."""
    return (
        _ENDS_IN_OF.search(text, max(0, figure.span.start - _NEAR), figure.span.start) is not None
    )


def common_nouns(placed: Sequence[tuple[str, Figure]]) -> frozenset[str]:
    """The nouns of wholes among figures: each part of one is of it as well."""
    nouns = (
        _noun(text, figure.span.end)
        for number, (text, figure) in enumerate(placed)
        if part_of(placed, number) is not None
    )
    return frozenset(noun[:STEM] for noun in nouns if noun)


def _is_there(ours: str, end: int, theirs: str) -> bool:
    """Whether ours only says where the whole is, and the evidence does not say that of the part."""
    found = _IS_THERE.match(ours, end)
    if found is None:
        return False
    told = regex.search(rf"\b(?:was|were|is|are|been)\s+{found['where']}\b", theirs)
    return told is None


def _less(part: Figure, whole: Figure) -> set[object]:
    """The amounts of a part, and of what the whole has besides."""
    amounts: set[object] = {value.amount for value in part.values}
    for one in part.values:
        for other in whole.values:
            if isinstance(one.amount, Fraction) and isinstance(other.amount, Fraction):
                amounts.add(other.amount - one.amount)
    return amounts


def _noun(text: str, at: int) -> str:
    found = _WORD.search(text, at, at + _NEAR)
    return found.group().lower() if found and not text[at : found.start()].strip() else ""


def _stems(text: str) -> set[str]:
    return {word.lower()[:STEM] for word in _WORD.findall(text)}


def _has_own(ours: str, figure: Figure, text: str, whole: Figure) -> bool:
    """Whether ours says of the whole what the evidence has right after it, which is its own: “five
    men were arrested” for “two of the five men arrested in May were freed”.
    """
    own = _OWN.match(text, whole.span.end)
    if own is None:
        return False
    if own["clause"]:
        said = [word.lower() for word in _WORD.findall(own["clause"])]
        near = text[max(0, whole.span.start - _NEAR) : whole.span.start]
        if _ENDS_IN_OF.search(near) and not _FIRST_OF.search(near):
            said = said[: _main_verb(said)]
        words = {word[:STEM] for word in said if len(word) > _LONG and word not in _HELP}
        return not words.isdisjoint(_stems(ours))
    done = regex.escape(own["done"])
    if own["done"] in _HELP or own["done"] in PREPOSITIONS:
        return False
    return (
        regex.search(rf"\b(?:was|were|been|is|are|be)\s+(?:\p{{Ll}}+ly\s+)?{done}\b", ours)
        is not None
        or regex.search(rf"\b{done}\s+(?:the\s+)?\Z", ours[: figure.span.start]) is not None
    )


def _main_verb(said: Sequence[str]) -> int:
    """Where the verb of the part is among the words from a relative clause on: “robbed the bank
    were freed”. A past may be a participle as well; so the last one is taken.
    """
    has_own, after, pasts = False, "", [len(said)]
    for at, word in enumerate(said):
        is_help = word in _HELP or word in _HAS
        if (is_help or is_past(word)) and after not in _HE and after not in _HELP | _HAS:
            if has_own and is_help:
                return at
            if has_own:
                pasts.append(at)
            has_own = True
        has_own = has_own or is_help or is_past(word)
        if not word.endswith("ly") and word not in {"not", "also"}:
            after = word
    return pasts[-1]


def takes_its_place(ours: str, figure: Figure, theirs: str, whole: Figure) -> bool:
    """Whether a figure of ours begins a clause that says of the whole what its part did."""
    start = figure.span.start
    before = ours[max(0, start - _NEAR) : start]
    if start > _NEAR:
        before = "\ufffc" + before  # where our words are cut off, nothing begins
    if not _BEGUN.search(before):
        return False
    if _has_own(ours, figure, theirs, whole):
        return False
    here, there = (_predicate(t, f.span.end) for t, f in ((ours, figure), (theirs, whole)))
    return here is not None and here == there


def is_part_of_itself(
    ours: str, figure: Figure, every: Sequence[Figure], part: Part, theirs: tuple[str, Figure]
) -> bool:
    """Whether a figure of ours is told as a part of its own whole, or of the part, and that of what
    the part did: “five of the ministers resigned” for “three of five ministers resigned”.
    """
    found = _OF.match(ours, figure.span.end)
    if found is None:
        return False
    text, whole = theirs
    amounts = {value.amount for value in part.figure.values}
    if any(v.amount in amounts for f in every if f.span.start == found.end() for v in f.values):
        return True
    if _has_own(ours, figure, text, whole):
        return False
    here, there = _predicate(ours, found.end()), _predicate(text, whole.span.end)
    if here is not None and here == there and here[1] not in _WHO:
        return True
    nouns = {_noun(ours, found.end())[:STEM], _noun(text, whole.span.end)[:STEM]}
    verbs = {_word_before(ours, figure.span.start), _word_before(text, part.figure.span.start)}
    return len(nouns) == 1 and len(verbs) == 1 and nouns != {""} and is_past(verbs.pop())


def _word_before(text: str, at: int) -> str:
    words = _WORD.findall(text[max(0, at - _NEAR) : at])
    return words[-1].lower() if words else ""


def _predicate(text: str, at: int) -> tuple[str, str] | None:
    """The beginnings of the noun after a figure, and of the verb right after that."""
    words = [word.lower() for word in _WORD.findall(text[at : at + _FAR])]
    if not words or not words[0].isalpha() or words[0] in PREPOSITIONS:
        return None
    verb = next((word for word in words[1:] if word not in _HELP), "")
    if not verb.isalpha() or verb in PREPOSITIONS:
        return None
    return words[0][:STEM], verb[:STEM]
