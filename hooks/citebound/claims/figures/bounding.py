"""Bounds: whether the words beside a figure make it a least, a most, or a mere side of it."""

from __future__ import annotations

from collections.abc import Collection

import regex

from citebound.claims.figures.endings import TIME_UNITS
from citebound.claims.figures.values import Figure
from citebound.model import Span
from citebound.text.about import is_about, is_during, is_place
from citebound.text.bounding import (
    ALSO_OF_WHAT_FOLLOWS,
    AROUND,
    OF_DATES,
    PUT_OFF,
    UNTIL,
    Bounding,
    Of,
    any_of,
    phrases,
)
from citebound.text.denied_bounds import turned

_ARTICLES = (
    r"(?:\s+(?:the|a|an|about|some|year|in|on)|,?\s+(?:чем|в|во))*+"
    r"(?:\s+(?:early|late|mid)(?=[\s-]))?+[\s-]*[$€£₽¥]?$"
)
_NO_LETTER = r"(?<![\p{L}\p{M}])"

_OF_TIME = {tag: phrases(tag, of=(Of.EITHER, Of.DATES)) for tag in AROUND}
_OF_AMOUNTS = phrases(boundings=frozenset(Bounding) - OF_DATES)
_TIMELESS = frozenset({
    *phrases(boundings=(Bounding.OVER, Bounding.UNDER)),
    *phrases(boundings=(Bounding.AT_MOST,), of=(Of.AMOUNTS,)),
})  # fmt: skip
"""Before a year these are about time: “over 2023”, «до 2023 года»."""

_COUNTED = regex.compile(
    r"(?<=(?<!\p{N})\p{N}{4})\s+(?:(?!(?:was|is|has|its|as|this|does)\b)[a-z-]+s|people|men|women"
    r"|children|[а-яё]+(?:ов|ев|ей|ек|ок|ий))(?!\p{L})"
)
"""What follows four digits that are no year: “over 1300 lamps”."""

_AFTER = phrases(after=True)

_BEFORE_ANY = regex.compile(rf"{_NO_LETTER}({any_of(_OF_AMOUNTS)}){_ARTICLES}")
_BEFORE_DATE = {
    tag: regex.compile(rf"{_NO_LETTER}({any_of(words)}){AROUND[tag]}")
    for tag, words in _OF_TIME.items()
}
_IN = {
    "en": regex.compile(rf"{_NO_LETTER}(?:in|on|during){AROUND['en']}"),
    "ru": regex.compile(rf"{_NO_LETTER}(?:в|во){AROUND['ru']}"),
}
_AFTER_IT = regex.compile(
    rf"(?:\s+[\p{{L}}\p{{M}}]+)?\s*,?\s*({any_of(_AFTER)})(?![\p{{L}}\p{{M}}])"
)
_THE_DAY = regex.compile(r"\sthe\s+$")
_ORDINAL = regex.compile(r"\d+(?:st|nd|rd|th)\b")
_ENDS = regex.compile(r"\s*(?:[,.;:)!?…]|$)")
_FIGURE_FOLLOWS = regex.compile(r"\s+\p{N}")
_GOES_ON = regex.compile(
    r"(?:\s+года?)?\s*(?:[-–—]|\b(?:to|until|till|through|до|по)\b)\s*(?:\p{L}+\s+){0,3}\p{N}"
)
_CAME_FROM = regex.compile(r"(?<!\p{L})(?:from|since|с|со)\s[^.;:]{0,30}\p{N}(?:\s+года?)?,?\s+$")
_WORD = regex.compile(r"[\p{L}\p{M}]+|[.;:!?…]")
_OVER_OR_UNDER = phrases(boundings=(Bounding.OVER, Bounding.UNDER))
_REACH, _FAR = 40, 80


def bounding_of(text: str, span: Span, *, year: bool) -> Bounding:
    """How the words beside the figure at a span of a text bound it."""
    return _found(text, span, year=year)[0]


def with_bound(text: str, figure: Figure) -> str:
    """A figure of a text with the words that bound it, as they stand there."""
    span = figure.span
    year = any(isinstance(value.amount, tuple) for value in figure.values)
    bounding, place = _found(text, span, year=year)
    return " ".join((span if bounding is Bounding.IN else place).of(text).split())


def _found(text: str, span: Span, *, year: bool) -> tuple[Bounding, Span]:
    """How a figure is bounded, and where it stands with the words that bound it."""
    year = year and not _COUNTED.match(text, span.end)
    after = text[span.end : span.end + _REACH].lower()
    found = _AFTER_IT.match(after)
    if found:
        words = " ".join(found[1].split())
        # “In 2019 at least twenty came” bounds the twenty, “on” is mostly a preposition.
        bounds = _is_on(after, year=year) if words == "on" else True
        if year and words in ALSO_OF_WHAT_FOLLOWS:
            bounds = _ENDS.match(after, found.end()) is not None
        if bounds and not _FIGURE_FOLLOWS.match(after, found.end()):
            return _AFTER[words], Span(span.start, span.end + found.end())
    bounding, start = _before(text, span, year=year)
    return bounding, Span(start, span.end)


def _before(text: str, span: Span, *, year: bool) -> tuple[Bounding, int]:
    """How the words before a figure bound it, and where they begin; of several the first, as in
    “no more than”.
    """
    start = span.start
    before = text[max(0, start - _REACH) : start].lower()
    at = start - len(before)
    every: list[tuple[int, Bounding]] = []
    found = _BEFORE_ANY.search(before)
    if found and not (year and found[1] in _TIMELESS):
        every.append((at + found.start(), _OF_AMOUNTS[" ".join(found[1].split())]))
    if year:
        if _ORDINAL.match(text, start):
            before = _THE_DAY.sub(" ", before)  # “before the 5th of March”
        for tag, pattern in _BEFORE_DATE.items():
            found = pattern.search(before)
            if found and not _is_plain(text, span, found[1], at + found.start()):
                every.append((at + found.start(), _OF_TIME[tag][" ".join(found[1].split())]))
        if not every and any(pattern.search(before) for pattern in _IN.values()):
            every.append((start, Bounding.IN))
    first, bounding = min(every, default=(start, Bounding.NONE))
    return bounding, first


def _is_plain(text: str, span: Span, word: str, at: int) -> bool:
    """Whether a word of time sets no bound: both years of “from 2019 until 2023” are plain, and
    what was put off until 2025 is to be in it.
    """
    if word in ("from", "с", "со", "начиная с") and _GOES_ON.match(text, span.end):
        return True
    before = text[max(0, at - _FAR) : at]
    if word in UNTIL and _CAME_FROM.search(before):
        return True
    return bool(PUT_OFF.search(before))


def also_bounding(
    text: str, span: Span, bounding: Bounding, units: Collection[str]
) -> Bounding | None:
    """How else a figure may be bounded than its words say: not at all where it was “agreed over
    two islands”, as a least where “a vote before 2025 is unlikely”.
    """
    if bounding not in (Bounding.OVER, Bounding.UNDER):
        return turned(bounding, text, span.start, span.end)
    far = text[max(0, span.start - _FAR) : span.start].lower()
    words: list[str] = []
    for found in _WORD.finditer(far):
        words = [*words, found.group()] if found.group()[0].isalpha() else []
    measure = next((word for word in reversed(words) if word in _OVER_OR_UNDER), "")
    during = not TIME_UNITS.isdisjoint(units) and is_during(measure, words)
    return Bounding.NONE if during or is_about(measure, words) or is_place(measure, words) else None


def _is_on(after: str, *, year: bool) -> bool:
    """Whether an *on* right after a figure is that of “from 2025 on”: no preposition."""
    return year and regex.match(r"\s*on\s*(?:[,.;)]|$|and)", after) is not None
