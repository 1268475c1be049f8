"""The day on which a source was published, where our words may use it.

It may be used after a closed phrase (*as of*), or where the evidence has a relative phrase
(*in September*) that resolves to what we say (:mod:`citebound.dates`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

import regex

from citebound.claims.figures.bounding import also_bounding, bounding_of
from citebound.claims.figures.values import Day, Figure, Kind, Value
from citebound.dates import Edtf, Precision, parsed, resolve, rule_of
from citebound.dates.counting import MONTHS
from citebound.dates.eras import is_of_short_year, is_of_that_year
from citebound.dates.in_prose import in_prose
from citebound.dates.moments import Moment
from citebound.dates.relative import Phrase, phrases_in
from citebound.dates.to_come import Told, decided, direction, without_lead
from citebound.model import Span
from citebound.text.bounding import Bounding
from citebound.text.patterns import Pattern

PHRASES = {
    "en": (
        "as of", "as at", "as the source gives it in", "as the source gives it on",
        "as the source puts it in", "as the source puts it on", "as the source has it in",
        "as the source says in", "counted from", "published in", "published on", "published, on",
        "published, in", "dated", "the date of the source,", "the year of the source,",
        "the month of the source,", "the day of the source,", "the source of", "a source of",
    ),
    "ru": (
        "по состоянию на", "как указывает источник в", "как сообщает источник в",
        "по данным источника на", "считая от", "опубликован", "опубликована", "опубликованный",
        "опубликованной", "датирован", "источник от", "источника от",
    ),
    "my": (),
}  # fmt: skip
"""After these words the date of a source may be used."""

PHRASES_AFTER = {"my": ("အနေအထားအရ", "ရက်စွဲပါ")}
"""Before these words it may be used, in languages that put them after the date."""


def _any_of(phrases: Mapping[str, tuple[str, ...]]) -> str:
    every = (phrase for of_language in phrases.values() for phrase in of_language)
    return "|".join(regex.escape(phrase, literal_spaces=True) for phrase in every)


_BEFORE = Pattern(
    rf"(?<![\p{{L}}\p{{M}}])(?:{_any_of(PHRASES)})"
    r"\s+(?:the\s+)?$"
)
_AFTER = Pattern(rf"\s*(?:{_any_of(PHRASES_AFTER)})")
_REACH = 40


_OF_WHAT = Pattern(r"(?:dated|published (?:in|on)|опубликован|датирован)")
_THE_SOURCE = Pattern(
    r"(?:\b(?:source|article|weblog|blog|post|report|text|publication|paper|entry|piece|interview)s?"
    r"|\b(?:источник|стать|блог|публикаци|отч[её]т|текст|запис|пост)\p{L}*)"
    r"(?:[\s,(]+(?:\p{L}+[\s,]+){0,4})?\Z|(?:\A|[.!?;:(\n])\s*\Z",
    regex.IGNORECASE,
)
"""Before *dated* and *published on*: it is a source that was, and not a decree."""


def after_phrase(text: str, span: Span) -> bool:
    """Whether a closed phrase stands beside the figure at a span."""
    first = max(0, span.start - _REACH)
    found = _BEFORE.search(text[first : span.start].lower())
    if found and _OF_WHAT.match(found.group()):
        at = first + found.start()
        if not _THE_SOURCE.search(text[max(0, at - 2 * _REACH) : at]):
            found = None
    return bool(found or _AFTER.match(text, span.end))


@lru_cache(maxsize=1024)
def published_day(published: str) -> Day | None:
    """The day, the month or the year on which a source was published, whole."""
    value = parsed(published)
    if value is None or len(value.moments) != 1 or value.is_open_end or value.is_open_start:
        return None
    return _first(value)


def _first(value: Edtf) -> Day:
    return _day(value.moments[0])


def _day(moment: Moment) -> Day:
    exact, first = moment.precision, moment.first
    return (
        first.year if exact >= Precision.YEAR else 0,
        first.month if exact >= Precision.MONTH else 0,
        first.day if exact is Precision.DAY else 0,
    )


def is_published(ours: Figure, published: str) -> bool:
    """Whether a date of ours is the day of publication, whole or with less precision."""
    day = published_day(published)
    if day is None:
        return False
    for value in ours.values:
        if isinstance(value.amount, tuple) and value.amount[0]:
            year, month, of_month = value.amount
            if year == day[0] and month in (0, day[1]) and of_month in (0, day[2]):
                return True
    return False


# --- relative phrases -----------------------------------------------------------------------

_MONTH_ENDS = Pattern(rf"(?<!\p{{N}} )(?:{'|'.join(MONTHS)})$")
_YEAR_EARLIER = Pattern(
    r"(?<!\p{L})(?:a\s+year\s+(?:earlier|before|ago)|год(?:ом)?\s+(?:ранее|раньше|назад))(?!\p{L})",
    regex.IGNORECASE,
)
_STOPS = Pattern(r"[.!?;](?=\s)|[\n\0\1]")
_FAR = 160
_SECOND_MONTH = Pattern(
    rf"\s+(?:and|or|to)\s+(?:in\s+)?(?P<month>{'|'.join(MONTHS)})(?![\p{{L}}\p{{N}}]|,?\s\p{{N}})"
)
_YEAR_AFTER = Pattern(
    rf"(?:(?:,?\s(?:and|or|to)|,)\s(?:in\s)?(?:{'|'.join(MONTHS)})(?!\p{{L}})){{0,3}}+"
    r",?\s?(?:of\s|in\s)?\p{Nd}{4}(?![\p{L}\p{N}])"
)


@lru_cache(maxsize=4096)
def resolved(text: str, published: str, around: str = "") -> tuple[Resolved, ...]:
    """The dates that the relative phrases of a text resolve to, and what they do not resolve to;
    ``around`` are the whole sentences that the text is from.
    """
    origin = parsed(published)
    found = () if origin is None else tuple(_resolved(text, origin, around))
    return (*found, *_year_earlier(text, found))


def past_phrases(text: str, published: str) -> Iterator[tuple[str, str]]:
    """The relative phrases of a text that resolve to no later than the day of publication, each
    with the date that it resolves to.
    """
    origin = parsed(published)
    if origin is None:
        return
    for found in _phrases(text):
        for value in _meant(found, found.words, text, origin).values:
            if not value.is_open_end and value.upper <= origin.upper:
                yield " ".join(found.words.split()), value.text


class Resolved(NamedTuple):
    """A date without a year of the evidence: what it is counted to, if anything says so, and what
    it would be if counted otherwise; ``found`` is where it stands.
    """

    text: str
    words: str
    figures: tuple[Figure, ...]
    others: tuple[Figure, ...]
    told: Told
    by: str
    found: Phrase

    @property
    def with_bounds(self) -> tuple[Figure, ...]:
        """What it is counted to, bounded as in its text: “until July” is not “in July”."""
        start = without_lead(self.text, self.found.start, self.found.end)
        span = Span(start, self.found.end)
        bounding = bounding_of(self.text, span, year=True)
        also = also_bounding(self.text, span, bounding, ())
        return tuple(
            replace(figure, bounding=bounding, also=also)
            if figure.bounding is Bounding.NONE and _month_or_day(figure)
            else figure
            for figure in self.figures
        )


def _month_or_day(figure: Figure) -> Day | None:
    """The date that a figure is, if it is a month or a day: a bound is read past no season."""
    amount = figure.values[0].amount
    return amount if isinstance(amount, tuple) and amount[1] > 0 else None


class _Meant(NamedTuple):
    """The dates that a phrase means, those that it does not, and what says so."""

    values: tuple[Edtf, ...]
    others: tuple[Edtf, ...]
    told: Told
    by: str


def _phrases(text: str) -> Iterator[Phrase]:
    """Each relative phrase of a text that no year follows."""
    for found in phrases_in(text):
        rule = rule_of(found.words)
        dated = (
            _YEAR_AFTER.match(text, found.end)
            or is_of_short_year(found.words, text, found.end)
            or is_of_that_year(text, found.end)
        )
        if not (dated or (rule and rule.of_evidence)):
            yield found


def _of_prose(text: str) -> Iterator[tuple[Phrase, str]]:
    """The same with those of prose alone, and of “in March and April” also April; each with the
    phrase of the closed list that counts it.
    """
    seconds: set[int] = set()
    for found in _phrases(text):
        yield found, found.words
        second = _SECOND_MONTH.match(text, found.end)
        if second and _MONTH_ENDS.search(found.words):
            seconds.add(second.start("month"))
            yield Phrase(second["month"], *second.span("month")), f"in {second['month']}"
    for one in in_prose(text):
        if one.found.start not in seconds and not _YEAR_AFTER.match(text, one.found.end):
            yield one


def _meant(found: Phrase, phrase: str, text: str, origin: Edtf, around: str = "") -> _Meant:
    """What a phrase at a place of a text means; nothing where nobody can say which way it is
    counted.
    """
    was, to_come = (resolve(phrase, origin, forward=forward) for forward in (False, True))
    if was is None or to_come is None or was.text == to_come.text:
        return _Meant(tuple(one for one in (was or to_come,) if one), (), Told.EITHER, "")
    said = direction(text, found.start, found.end, around)
    told, by, _ = decided(said, was, to_come, origin)
    if told is Told.EITHER:
        return _Meant((), (was, to_come), told, by)
    values = (was, to_come) if told is Told.WAS else (to_come, was)
    return _Meant(values[:1], values[1:], told, by)


def _resolved(text: str, origin: Edtf, around: str) -> Iterator[Resolved]:
    for found, phrase in _of_prose(text):
        meant = _meant(found, phrase, text, origin, around)
        figures, others = (
            tuple(_figures(found, values)) for values in (meant.values, meant.others)
        )
        if figures or others:
            words = " ".join(found.words.split())
            yield Resolved(text, words, figures, others, meant.told, meant.by, found)


def _year_earlier(text: str, found: Sequence[Resolved]) -> Iterator[Resolved]:
    """The same month or day a year earlier: “410 in July, compared with 455 a year earlier”."""
    ordered = sorted(found, key=lambda one: one.found.start)
    starts = [one.found.start for one in ordered]
    for earlier in _YEAR_EARLIER.finditer(text):
        far = max(0, earlier.start() - _FAR)
        first = max((one.end() for one in _STOPS.finditer(text, far, earlier.start())), default=far)
        near = ordered[bisect_left(starts, first) : bisect_left(starts, earlier.start())]
        dates = {when for one in near for figure in one.figures if (when := _month_or_day(figure))}
        if len(dates) == 1:
            year, month, day = dates.pop()
            values = (Value(Kind.DATE, (year - 1, month, day)),)
            figure = Figure(values, Span(*earlier.span()), quiet=True)
            yield near[-1]._replace(
                words=earlier.group(),
                figures=(figure,),
                others=(),
                told=Told.EITHER,
                found=Phrase(earlier.group(), *earlier.span()),
            )


def _figures(found: Phrase, dates: Sequence[Edtf]) -> Iterator[Figure]:
    for value in dates:
        bounding = Bounding.NONE
        if value.is_open_end:
            bounding = Bounding.AT_LEAST
        elif value.is_open_start:
            bounding = Bounding.AT_MOST
        for moment in value.moments:
            # “Three weeks ago” bears out no day.
            about_a_day = value.approximate and moment.precision is Precision.DAY
            if moment.precision >= Precision.YEAR and not about_a_day:
                values = (Value(Kind.DATE, _day(moment)),)
                yield Figure(values, Span(found.start, found.end), bounding, quiet=True)
