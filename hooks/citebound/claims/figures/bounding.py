"""Bounds: whether the words beside a figure make it a least, a most, or a mere side of it."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from typing import NamedTuple

import regex

from citebound.claims.figures.burmese_bounds import bound_after, is_in
from citebound.claims.figures.number_words import STARTS, UNITS
from citebound.claims.figures.values import Figure
from citebound.model import Span
from citebound.text.about import Sense, is_about, is_place, sense, sense_of_do
from citebound.text.beginnings import Beginnings
from citebound.text.beside_bounds import (
    ALSO,
    ALSO_OF_WHAT_FOLLOWS,
    AROUND,
    ENDS_PART,
    PUT_OFF,
    UNTIL,
    before_day,
)
from citebound.text.bounding import OF_DATES, Bounding, Of, any_of, phrases
from citebound.text.common import is_common
from citebound.text.denied_bounds import denies, turned, turned_amount
from citebound.text.patterns import Pattern
from citebound.text.until import ending

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

_COUNTED = Pattern(
    r"(?<=(?<!\p{N})\p{N}{4})\s+(?:(?!(?:was|is|has|its|as|this|does)\b)[a-z-]+s|people|men|women"
    r"|children|[а-яё]+(?:ов|ев|ей|ек|ок|ий))(?!\p{L})"
)
"""What follows four digits that are no year: “over 1300 lamps”."""

_AFTER = phrases(after=True)


class _Before(NamedTuple):
    """What bounds a figure right before it, and of each phrase one word that is seldom there
    without it.
    """

    pattern: Pattern
    seldom: frozenset[str]

    @classmethod
    def of(cls, every: Collection[str], around: str) -> _Before:
        """What some phrases look like before what stands around them."""
        seldom = frozenset(max(phrase.split(), key=len) for phrase in every)
        return cls(Pattern(rf"{_NO_LETTER}({any_of(every)}){around}"), seldom)

    def may_be_in(self, words: str) -> bool:
        """Whether some words in small letters may have any of them: few have."""
        return not (is_common(words) and self.seldom.isdisjoint(_LETTERS.findall(words)))

    def search(self, words: str) -> regex.Match[str] | None:
        """The first of them in some words in small letters."""
        return self.pattern.search(words) if self.may_be_in(words) else None


_LETTERS = re.compile(r"[^\W\d_]+")
_BEFORE_ANY = _Before.of(_OF_AMOUNTS, _ARTICLES)
_BEFORE_AMOUNT = tuple(
    _Before.of(phrases(tag, boundings=frozenset(Bounding) - OF_DATES), _ARTICLES)
    for tag in ("en", "ru", "my")
)
"""The same for each language: few texts are in two."""

_BEFORE_DATE = {tag: _Before.of(words, AROUND[tag]) for tag, words in _OF_TIME.items()}
_IN = {
    "en": Pattern(rf"{_NO_LETTER}(?:in|on|during){AROUND['en']}"),
    "ru": Pattern(rf"{_NO_LETTER}(?:в|во){AROUND['ru']}"),
}
_AFTER_IT = Pattern(
    rf"(?:\s+of\s+(?:it|this|that|them|the\s+\p{{L}}+)|\s+[\p{{L}}\p{{M}}]+)?"
    rf"\s*,?\s*({any_of(_AFTER)})(?![\p{{L}}\p{{M}}])(?!\s+than\b)"
)
_LEADS = Pattern(r"\s+(?:[$€£₽¥]|(?:the|an?|his|her|its|their)\s)?\s*")
_NUMBER, _LETTER = Pattern(r"\p{N}"), Pattern(r"\p{L}")
_STARTS = STARTS - {"a", "an"}
_LONGEST = max(map(len, _STARTS))
_IN_A_YEAR = Pattern(r"(?<!\p{L})(?:in|on|в|во)\s")
"""“Higher than in 2020” compares, and does not bound the year."""
_GOES_ON = Pattern(
    r"(?:\s+года?)?\s*(?:[-–—]|\b(?:to|until|till|through|до|по)\b)\s*(?:\p{L}+\s+){0,3}\p{N}"
)
_CAME_FROM = Pattern(r"(?<!\p{L})(?:from|since|с|со)\s[^.;:]{0,30}\p{N}(?:\s+года?)?,?\s+$")
_STOPS = ".;:!?…"
_WORD = Pattern(rf"[\p{{L}}\p{{M}}]+|\p{{N}}+(?:[.,:]\p{{N}}+)*|[{_STOPS}]")
_ALSO = {
    bounding: (Beginnings(words), Pattern(rf"{_NO_LETTER}(?:{words}){_ARTICLES}"))
    for bounding, words in ALSO.items()
}
_MAY_BE_NONE = frozenset(("up to", "over"))
_SIGN = Pattern(r"[$%]")
_MAY_BE_ELSE = (Bounding.OVER, Bounding.UNDER, Bounding.AT_MOST)
_ALSO_PREPOSITIONS = ("over", "above", "under", "below")
_WHAT_FOLLOWS = Pattern(r"\s+(?:the|an?|his|her|its|their|this|that|these|those)\b")
"""“Rose to 12 and over the years fell”: no more than 12."""
_REACH, _FAR = 40, 80
_SOME = 3
"""A finding names so many words for a bound."""


def bounding_of(text: str, span: Span, *, year: bool) -> Bounding:
    """How the words beside the figure at a span of a text bound it."""
    return _found(text, span, year=year)[0]


def with_bound(text: str, figure: Figure) -> str:
    """A figure of a text with the words that bound it, as they stand there."""
    return " ".join(_place(text, figure).of(text).split())


def bound_words(text: str, figure: Figure) -> str:
    """The words that bound a figure of a text, without it."""
    place, span = _place(text, figure), figure.span
    words = text[place.start : span.start] + text[span.end : place.end]
    found = _any().search(words)
    return " ".join(found.group().split()) if found else ""


@cache
def _any() -> Pattern:
    """All that bounds a figure; only a finding tells of it."""
    words = any_of({*phrases(), *_AFTER})
    return Pattern(rf"{_NO_LETTER}(?:{words})(?![\p{{L}}\p{{M}}])", regex.IGNORECASE)


def bound_words_like(bounding: Bounding, language: str) -> str:
    """Some words of a language that bound a figure so, for a finding."""
    every = [*phrases(language, boundings=(bounding,), weak=False)]
    some = sorted(every, key=lambda one: (one.startswith("not "), len(one)))[:_SOME]
    return ", ".join(f"“{one}”" for one in some)


def is_denied(text: str, figure: Figure) -> bool:
    """Whether a sentence negates something before a figure and the words that bound it."""
    return denies(text, _place(text, figure).start)


def _place(text: str, figure: Figure) -> Span:
    """Where a figure stands with the words that bound it, if they certainly do."""
    year = any(isinstance(value.amount, tuple) for value in figure.values)
    bounding, place = _found(text, figure.span, year=year)
    return figure.span if bounding is Bounding.IN or figure.also is Bounding.NONE else place


def _found(text: str, span: Span, *, year: bool) -> tuple[Bounding, Span]:
    """How a figure is bounded, and where it stands with the words that bound it."""
    year = year and not _COUNTED.match(text, span.end)
    burmese = bound_after(text, span.end, year=year)
    if burmese is not None:
        return burmese[0], Span(span.start, burmese[1])
    after = text[span.end : span.end + _REACH].lower()
    found = _AFTER_IT.match(after)
    if found:
        words = " ".join(found[1].split())
        # “In 2019 at least twenty came” bounds the twenty, “on” is mostly a preposition.
        bounds = _is_on(after, year=year) if words == "on" else True
        if year and words in ALSO_OF_WHAT_FOLLOWS:
            bounds = ENDS_PART.match(after, found.end()) is not None
        if _AFTER[words] in OF_DATES:
            bounds = year
        if words.endswith(_ALSO_PREPOSITIONS):
            bounds = not _WHAT_FOLLOWS.match(after, found.end())
        if bounds and not _figure_follows(after, found.end()):
            return _AFTER[words], Span(span.start, span.end + found.end())
    bounding, start = _before(text, span, year=year)
    if year and bounding is Bounding.NONE and is_in(text, span.end):
        bounding = Bounding.IN
    return bounding, Span(start, span.end)


def _figure_follows(text: str, at: int) -> bool:
    """Whether a figure begins at a place of a text in small letters, or after an article there."""
    leads = _LEADS.match(text, at)
    if leads is None:
        return False
    start = leads.end()
    return _NUMBER.match(text, start) is not None or any(
        text[start:end] in _STARTS and not _LETTER.match(text, end)
        for end in range(start + 1, min(start + _LONGEST, len(text)) + 1)
    )


def _before(text: str, span: Span, *, year: bool) -> tuple[Bounding, int]:
    """How the words before a figure bound it, and where they begin; of several the first, as in
    “no more than”.
    """
    start = span.start
    before = text[max(0, start - _REACH) : start].lower()
    at = start - len(before)
    every: list[tuple[int, Bounding]] = []
    found = _before_amount(before)
    units = _units(span.of(text)) if found and found[1] == "over" else ()
    far = text[max(0, at - _REACH) : at].lower()
    if found and _bounds(found, before, far, units, year=year):
        every.append((at + found.start(), _OF_AMOUNTS[" ".join(found[1].split())]))
    if year:
        before = before_day(before, text, start)
        for tag, pattern in _BEFORE_DATE.items():
            found = pattern.search(before)
            if found and not _is_plain(text, span, found[1], at + found.start()):
                every.append((at + found.start(), _OF_TIME[tag][" ".join(found[1].split())]))
        if not every and any(pattern.search(before) for pattern in _IN.values()):
            every.append((start, Bounding.IN))
    first, bounding = min(every, default=(start, Bounding.NONE))
    return bounding, first


def _before_amount(words: str) -> regex.Match[str] | None:
    """What bounds an amount right after some words in small letters."""
    may_be = [one for one in _BEFORE_AMOUNT if one.may_be_in(words)]
    if not may_be:
        return None
    return (may_be[0] if len(may_be) == 1 else _BEFORE_ANY).search(words)


def _units(figure: str) -> list[str]:
    """What measures a figure: what is counted has no unit and no sign."""
    signs = [] if figure.isascii() and not _SIGN.search(figure) else ["?"]
    return signs + [UNITS[word] for word in _LETTERS.findall(figure.lower()) if word in UNITS]


def _bounds(
    found: regex.Match[str], before: str, far: str, units: Collection[str], *, year: bool
) -> bool:
    """Whether words that bound amounts do so before a figure with these units, where they were
    found; further off may be said what changes.
    """
    words = " ".join(found[1].split())
    if year and (words in _TIMELESS or _IN_A_YEAR.search(before, found.end(1))):
        return False
    if words == "до":
        return sense_of_do(far + before[: found.start()]) is not Sense.NONE
    if words not in _MAY_BE_NONE:
        return True
    said = _WORD.findall(before, 0, found.start())
    return sense(words, said, units) is not Sense.NONE


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
    ends = ending(bounding, text, span.start)
    if bounding in OF_DATES or ends:
        return ends or turned(bounding, text, span.start, span.end)
    far = text[max(0, span.start - _FAR) : span.start].lower()
    for also, (begins, words) in _ALSO.items():
        if begins.may_be_in(far) and words.search(far):
            return also
    found = _before_amount(far) if bounding in _MAY_BE_ELSE else None
    if found is None:
        return turned_amount(bounding, text, span.start)
    measure = " ".join(found[1].split())
    if measure == "до":
        return Bounding.NONE if sense_of_do(far[: found.start()]) is Sense.EITHER else None
    near: list[str] = []
    for one in _WORD.finditer(far, 0, found.end(1)):
        near = [] if one.group() in _STOPS else [*near, one.group()]
    is_bound = sense(measure, near, units) is Sense.BOUND
    either = not is_bound or is_about(measure, near) or is_place(measure, near)
    return Bounding.NONE if either else turned_amount(bounding, text, span.start)


def _is_on(after: str, *, year: bool) -> bool:
    """Whether an *on* right after a figure is that of “from 2025 on”: no preposition."""
    return year and regex.match(r"\s*on\s*(?:[,.;)]|$|and)", after) is not None
