"""Dates that words give only as a bound: “no earlier than March 2025” is no date in March 2025.

A bound belongs to the whole date that it stands directly before or after. What stands between
the two is in a closed list, so that “the vote after the 2014 coup” bounds no coup.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

import regex

from citebound.dates.edtf import Kind, Stretch
from citebound.dates.written_dates import TOKEN
from citebound.text.beside_bounds import (
    ALSO_OF_WHAT_FOLLOWS,
    AROUND,
    ENDS_PART,
    PUT_OFF,
    UNTIL,
    before_day,
)
from citebound.text.bounding import Bounding, Of, any_of, phrases
from citebound.text.denied_bounds import turned
from citebound.text.patterns import Pattern

_BOUNDS = frozenset(Bounding) - {Bounding.SINCE}
"""*Since 2019* and *from 2019* name the year in which something began."""

_BEFORE = {
    tag: phrases(tag, boundings=_BOUNDS, of=(Of.EITHER, Of.DATES), weak=False) for tag in AROUND
}
_AFTER = phrases(boundings=_BOUNDS, of=(Of.EITHER, Of.DATES), after=True, weak=False)
_BEFORE_IT = {
    tag: Pattern(rf"(?<![\p{{L}}\p{{M}}-])({any_of(words)}){AROUND[tag]}", regex.IGNORECASE)
    for tag, words in _BEFORE.items()
}
_AFTER_IT = Pattern(
    rf"(?:\s+(?:год[ау]?\b|г\.))?\s*,?\s*({any_of(_AFTER)})(?!\p{{L}})(?!\s+\p{{N}})",
    regex.IGNORECASE,
)
_DOTTED = Pattern(r"(?<![0-9.])[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}(?![0-9])")
_YEAR_WORD = Pattern(r"\s*(?:год[ау]?\b|г\.)?\s*")
_REACH, _FAR = 48, 80


@dataclass(frozen=True, slots=True)
class Written:
    """A date as it is written, and whether “and” or the like joins it to the one before."""

    start: int
    end: int
    has_year: bool
    joined: bool


@lru_cache(maxsize=1024)
def written(words: str) -> tuple[Written, ...]:
    """The dates of some words, each from its first part to its last."""
    return tuple(_all_written(words))


def _all_written(words: str) -> Iterator[Written]:
    dotted = [*_DOTTED.finditer(words)]
    at = 0
    for one in (*dotted, None):
        end = one.start() if one else len(words)
        yield from _written(words, at, end)
        if one:
            yield Written(one.start(), one.end(), has_year=True, joined=False)
            at = one.end()


def _written(words: str, begin: int, end: int) -> Iterator[Written]:
    first, last, has_year, joined = -1, -1, False, False
    for found in TOKEN.finditer(words, begin, end):
        kind = str(found.lastgroup)
        if kind in ("space", "between") or (kind == "apart" and not has_year):
            continue
        is_part = kind in ("year", "day", "season") or kind[1:].isdecimal()
        if first >= 0 and (not is_part or (kind == "year" and has_year)):
            yield Written(first, last, has_year, joined)
            first, has_year, joined = -1, False, False
        if is_part:
            first, last = (found.start() if first < 0 else first), found.end()
            has_year = has_year or kind == "year"
        else:
            joined = kind == "joins"
    if first >= 0:
        yield Written(first, last, has_year, joined)


@dataclass(frozen=True, slots=True)
class SaidBound:
    """A date that is given only as a bound, how, and where it stands with the words that say so;
    ``also`` is how else, where the sentence negates something.
    """

    date: Written
    bounding: Bounding
    begin: int
    end: int
    also: Bounding | None = None


@lru_cache(maxsize=64)
def bounds_said(words: str) -> tuple[SaidBound, ...]:
    """Every date of some words that they give only as a bound."""
    return tuple(_bounds_said(words))


def _bounds_said(words: str) -> Iterator[SaidBound]:
    last: Written | None = None
    of_last: SaidBound | None = None
    for date in written(words):
        found = _after(words, date) or _before(words, date, last)
        if found is None and date.joined and last and not last.has_year and of_last:
            # “before 5 or 6 March 2019”
            found = replace(of_last, date=date, end=date.end)
        if found:
            also = turned(found.bounding, words, date.start, date.end)
            found = replace(found, also=also)
            yield found
        last, of_last = date, found


def _before(words: str, date: Written, last: Written | None) -> SaidBound | None:
    first = max(0, date.start - _REACH)
    near = before_day(words[first : date.start], words, date.start)
    every: list[tuple[int, str, str]] = []
    for tag, pattern in _BEFORE_IT.items():
        found = pattern.search(near)
        if found:
            every.append((first + found.start(), tag, " ".join(found[1].lower().split())))
    if not every:
        return None
    at, tag, said = min(every)
    is_span = last is not None and _YEAR_WORD.fullmatch(words, last.end, at) is not None
    if said in UNTIL and (is_span or PUT_OFF.search(words[max(0, at - _FAR) : at])):
        return None
    return SaidBound(date, _BEFORE[tag][said], at, date.end)


def _after(words: str, date: Written) -> SaidBound | None:
    found = _AFTER_IT.match(words, date.end)
    if found is None:
        return None
    said = " ".join(found[1].lower().split())
    if said in ALSO_OF_WHAT_FOLLOWS and not ENDS_PART.match(words, found.end()):
        return None
    return SaidBound(date, _AFTER[said], date.start, found.end())


def borne_out(kind: Kind, stretch: Stretch, *, is_start: bool) -> frozenset[Bounding]:
    """The bounds that bear out an end of a stretch: a day *before 2019* is one of ``[..2019]``,
    and what is open *until 2019* is ``../2019``; no date *before 2019* is ``2019``.
    """
    if stretch.start is not None and stretch.start == stretch.end:
        return frozenset()
    one_of = {Bounding.AT_LEAST if is_start else Bounding.AT_MOST} if kind is Kind.ONE_OF else set()
    return frozenset({*one_of, Bounding.AFTER if is_start else Bounding.BEFORE})


@lru_cache(maxsize=64)
def without_bounds(words: str, instead: str, keep: frozenset[Bounding]) -> str:
    """Words without the dates that they give only as a bound of another sort than these."""
    kept, at = "", 0
    for said in bounds_said(words):
        if said.bounding not in keep and said.also not in keep:
            kept += words[at : said.date.start] + instead
            at = said.date.end
    return kept + words[at:]
