"""Bounds that a negation turns round: “no vote before 2025” is a vote in 2025 at the earliest."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

import regex

from citebound.text.bounding import Bounding, any_of
from citebound.text.limiting import BOTH, LIMITS, Limit
from citebound.text.patterns import Pattern

TURNED = {Bounding.BEFORE: Bounding.AT_LEAST, Bounding.AFTER: Bounding.AT_MOST}

_OF_AMOUNTS = {
    Bounding.MORE: Bounding.AT_MOST,
    Bounding.OVER: Bounding.AT_MOST,
    Bounding.LESS: Bounding.AT_LEAST,
    Bounding.UNDER: Bounding.AT_LEAST,
}
_END = ". "
_SENTENCE_ENDS = re.compile(re.escape(_END))
_NEAR = 60
_PARTED = Pattern(r"[,;:.()—–]|\b(?:and|but|or|и|а|но)\b", regex.IGNORECASE)

NEGATIONS = frozenset(BOTH).union(*(one.words.get(Limit.NOT, ()) for one in LIMITS.values()))
_DENIES = Pattern(rf"(?<!\p{{L}})(?:{any_of(NEGATIONS)})(?!\p{{L}})|n[’']t\b", regex.IGNORECASE)


def turned(bounding: Bounding, text: str, start: int, end: int) -> Bounding | None:
    """How else the words at a place bound a date if what its sentence negates is bounded there."""
    if bounding not in TURNED:
        return None
    return TURNED[bounding] if _denies_in_sentence(text, start, end) else None


def _denies_in_sentence(text: str, start: int, end: int) -> bool:
    """Whether the sentence around a place negates anything."""
    ends, denials = _read(text)
    last, following = bisect_right(ends, start - len(_END)), bisect_left(ends, end)
    begin = ends[last - 1] + 1 if last else 0
    at = bisect_left(denials, begin)
    return at < len(denials) and (following == len(ends) or denials[at] < ends[following])


@lru_cache(maxsize=64)
def _read(text: str) -> tuple[list[int], list[int]]:
    """Where the sentences of a text end, and where it negates: several dates of it ask."""
    ends = [found.start() for found in _SENTENCE_ENDS.finditer(text)]
    return ends, [found.start() for found in _DENIES.finditer(text)]


def denies(text: str, end: int) -> bool:
    """Whether a sentence negates something before a place in it."""
    return _DENIES.search(text, text.rfind(". ", 0, end) + 1, end) is not None


def turned_amount(bounding: Bounding, text: str, start: int) -> Bounding | None:
    """How the words right before a place bound an amount if their clause negates them: nobody who
    pays more than 50 dollars pays at most so much.
    """
    found = _OF_AMOUNTS.get(bounding)
    near = text[max(0, start - _NEAR) : start]
    part = _PARTED.split(near)[-1]
    return found if found and _DENIES.search(part) else None
