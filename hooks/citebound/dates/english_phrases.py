"""The closed list of English phrases for dates."""

from __future__ import annotations

from collections.abc import Mapping

from citebound.dates.counting import MONTHS

_NUMBERS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

SLOTS: Mapping[str, Mapping[str, int]] = {
    "month": {
        **{month.lower(): n for n, month in enumerate(MONTHS, 1)},
        **{month[:3].lower(): n for n, month in enumerate(MONTHS, 1)},
        "sept": 9,
    },
    "weekday": {day.lower(): n for n, day in enumerate(_WEEKDAYS)},
    "season": {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24},
    "number": {word: n for n, word in enumerate(_NUMBERS, 1)},
}
"""The words that may stand in a slot, and what number each is."""


def _over(time: str) -> tuple[str, ...]:
    """The wordings of "over the past decade" for a length of time."""
    leads = ("", "over ", "in ", "during ", "for ")
    return tuple(f"{lead}the {which} {time}" for lead in leads for which in ("past", "last"))


_DAY_PARTS = ("morning", "afternoon", "evening")
_DAYS = ("{day} {month}", "{month} {day}")

ENGLISH: Mapping[str, tuple[str, ...]] = {
    "this year": ("this year", "early this year", "late this year"),
    "earlier this year": ("earlier this year",),
    "later this year": (
        "later this year",
        "by the end of the year",
        "by the end of this year",
        "before the end of the year",
        "before the end of this year",
    ),
    "next year": ("next year", "early next year", "late next year", "the following year"),
    "last year": (
        "last year",
        "early last year",
        "late last year",
        "the previous year",
        "the year before",
    ),
    "this month": ("this month",),
    "earlier this month": ("earlier this month",),
    "later this month": ("later this month",),
    "next month": ("next month",),
    "last month": ("last month",),
    "this week": ("this week", "earlier this week", "later this week"),
    "next week": ("next week",),
    "last week": ("last week",),
    "today": ("today",),
    "yesterday": ("yesterday",),
    "tomorrow": ("tomorrow",),
    "now": ("now", "currently", "at present"),
    "in {month}": (
        *("in {month}", "this {month}", "for {month}", "in early {month}", "in late {month}"),
        *("in mid-{month}", "early {month}", "late {month}", "mid-{month}"),
    ),
    "last {month}": ("last {month}",),
    "in {month} last year": ("in {month} last year", "in {month} of last year"),
    "in {month} this year": ("in {month} this year", "in {month} of this year"),
    "in {month} next year": ("in {month} next year", "in {month} of next year"),
    "on {day} {month}": (
        *("on {day} {month}", "on {month} {day}", "{day} {month}", "{month} {day}"),
        *("for {day} {month}", "for {month} {day}"),
    ),
    "no earlier than {day} {month}": (
        *("no earlier than {day} {month}", "no earlier than {month} {day}"),
        *("not before {day} {month}", "not before {month} {day}"),
    ),
    "on {weekday}": ("on {weekday}", "this {weekday}", "{weekday}"),
    "on {weekday} {part of day}": (
        *(f"on {{weekday}} {part}" for part in _DAY_PARTS),
        *("early on {weekday}", "late on {weekday}"),
        *(f"{{weekday}} {part}" for part in _DAY_PARTS),
    ),
    "on {weekday} {day} {month}": (
        *(f"on {{weekday}} {day}" for day in _DAYS),
        *(f"{{weekday}} {day}" for day in _DAYS),
        *(f"on {{weekday}}, {day}" for day in _DAYS),
        *(f"{{weekday}}, {day}" for day in _DAYS),
    ),
    "last {weekday}": ("last {weekday}", "on last {weekday}"),
    "next {weekday}": ("next {weekday}", "on next {weekday}"),
    "at the weekend": ("at the weekend", "over the weekend", "on the weekend", "this weekend"),
    "last weekend": ("last weekend",),
    "next weekend": ("next weekend",),
    "in the {season}": ("in the {season}", "in {season}", "this {season}"),
    "last {season}": ("last {season}",),
    "next {season}": ("next {season}",),
    "the past decade": _over("decade"),
    "the past {number} years": _over("{number} years"),
    "the past {number} months": _over("{number} months"),
    "{number} weeks ago": ("{number} weeks ago", "{number} weeks earlier"),
    "{number} weeks later": ("{number} weeks later",),
    "a week ago": ("a week ago", "a week earlier"),
    "a week later": ("a week later",),
    "{number} days ago": ("{number} days ago",),
    "{number} days later": ("{number} days later",),
    "the next day": ("the next day", "the following day", "a day later"),
    "{number} years ago": ("{number} years ago", "{number} years earlier"),
    "{number} years ago this month": ("{number} years ago this month",),
    "{number} years later": ("{number} years later",),
    "a year ago": ("a year ago", "a year earlier", "a year before"),
    "a year later": ("a year later",),
    "a decade ago": ("a decade ago",),
    "recently": (
        *("recently", "most recently", "lately", "in recent days", "in recent weeks"),
        *("in recent months", "in recent years"),
    ),
    "at least {year}": (
        *("at least {year}", "until at least {year}", "to at least {year}"),
        *("{year} at the earliest", "in {year} at the earliest", "to {year} at the earliest"),
        *("{year} or later", "not before {year}", "no earlier than {year}"),
    ),
}
"""The English phrases, by the name of their rule. No two rules have the same phrase."""
