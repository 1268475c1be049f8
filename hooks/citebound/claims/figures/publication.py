"""The day on which a source was published, where our words may use it.

It may be used after a closed phrase (*as of*), or where the evidence has a relative phrase
(*in September*) that resolves to what we say (:mod:`citebound.dates`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

import regex

from citebound.claims.figures.values import Day, Figure, Kind, Value
from citebound.dates import Edtf, Precision, parsed, resolve, rule_of
from citebound.dates.counting import MONTHS
from citebound.dates.edtf import Moment
from citebound.dates.relative import Phrase, phrases_in
from citebound.dates.to_come import directions
from citebound.model import Span
from citebound.text.bounding import Bounding

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


_BEFORE = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}])(?:{_any_of(PHRASES)})"
    r"\s+(?:the\s+)?$"
)
_AFTER = regex.compile(rf"\s*(?:{_any_of(PHRASES_AFTER)})")
_REACH = 40


_OF_WHAT = regex.compile(r"(?:dated|published (?:in|on)|опубликован|датирован)")
_THE_SOURCE = regex.compile(
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

_MONTH_ENDS = regex.compile(rf"(?<!\p{{N}} )(?:{'|'.join(MONTHS)})$")
_SECOND_MONTH = regex.compile(
    rf"\s+(?:and|or|to)\s+(?:in\s+)?(?P<month>{'|'.join(MONTHS)})(?![\p{{L}}\p{{N}}]|,?\s\p{{N}})"
)
_YEAR_AFTER = regex.compile(
    rf"(?:(?:,?\s(?:and|or|to)|,)\s(?:in\s)?(?:{'|'.join(MONTHS)})(?!\p{{L}})){{0,3}}+"
    r",?\s?(?:of\s|in\s)?\p{Nd}{4}(?![\p{L}\p{N}])"
)


@lru_cache(maxsize=4096)
def resolved(text: str, published: str) -> tuple[Figure, ...]:
    """The dates that the relative phrases of a text resolve to."""
    origin = parsed(published)
    return () if origin is None else tuple(_resolved(text, origin))


def past_phrases(text: str, published: str) -> Iterator[tuple[str, str]]:
    """The relative phrases of a text that resolve to no later than the day of publication, each
    with the date that it resolves to.
    """
    origin = parsed(published)
    if origin is None:
        return
    for found, value in _counted(text, origin):
        if not value.is_open_end and value.upper <= origin.upper:
            yield " ".join(found.words.split()), value.text


def _counted(text: str, origin: Edtf) -> Iterator[tuple[Phrase, Edtf]]:
    """Each relative phrase of a text that no year follows, with each date that it may mean."""
    for found in phrases_in(text):
        rule = rule_of(found.words)
        if _YEAR_AFTER.match(text, found.end) or (rule and rule.of_evidence):
            continue
        for forward in directions(text, found.start, found.end):
            value = resolve(found.words, origin, forward=forward)
            if value is not None:
                yield found, value


def _with_second_months(text: str, origin: Edtf) -> Iterator[tuple[Phrase, Edtf]]:
    """The same, and of “in March and April” also April."""
    for found, value in _counted(text, origin):
        yield found, value
        second = _SECOND_MONTH.match(text, found.end)
        if second and _MONTH_ENDS.search(found.words):
            for forward in directions(text, found.start, found.end):
                counted = resolve(f"in {second['month']}", origin, forward=forward)
                if counted is not None:
                    yield Phrase(second["month"], *second.span("month")), counted


def _resolved(text: str, origin: Edtf) -> Iterator[Figure]:
    for found, value in _with_second_months(text, origin):
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
