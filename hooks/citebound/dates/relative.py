"""Relative dates: a closed list of phrases, each counted from a given date.

A phrase is looked up whole, never searched for inside other words, and what is
not in :data:`RELATIVE` has no meaning here: a date is never guessed from free
text. The result is EDTF, never more precise than the phrase or the date that it is
counted from.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from citebound.dates.edtf import DateError, Edtf, Kind, parse

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
"""The months as they are printed, January first."""

_ABBREVIATIONS = [month[:3].lower() for month in MONTHS]
_NUMBERS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]

_SLOTS = {
    "month": "|".join([*MONTHS, "sept", *_ABBREVIATIONS]),
    "day": r"[0-9]{1,2}",
    "year": r"[0-9]{4}",
    "number": r"[0-9]{1,3}|" + "|".join(_NUMBERS[1:]),
}


@dataclass(frozen=True, slots=True)
class _From:
    """The day, month or year that is counted from; what it does not give is 0."""

    year: int
    month: int
    day: int

    def months_on(self, months: int) -> str:
        """The month so many months later (earlier: negative), or "" where none is given."""
        years, month = divmod(self.month - 1 + months, 12)
        return f"{self.year + years:04}-{month + 1:02}" if self.month else ""

    def days_on(self, days: int) -> str:
        """The day so many days later, or "" where no day is given."""
        if not self.day:
            return ""
        return str(date(self.year, self.month, self.day) + timedelta(days=days))

    def years_on(self, years: int) -> str:
        """The year so many years later."""
        return f"{self.year + years:04}"

    @property
    def itself(self) -> str:
        """What is counted from, as EDTF."""
        return self.days_on(0) or self.months_on(0) or self.years_on(0)

    def week(self, weeks: int) -> str:
        """One of the days of the week (Monday to Sunday) so many weeks later."""
        if not self.day:
            return ""
        weekday = date(self.year, self.month, self.day).weekday()
        return f"[{self.days_on(7 * weeks - weekday)}..{self.days_on(7 * weeks - weekday + 6)}]"

    def latest_month(self, month: int) -> str:
        """The latest such month that is not after what is counted from."""
        return self.months_on(-((self.month - month) % 12))

    def latest_day(self, month: int, day: int) -> str:
        """The latest such day that is not after the day counted from; 29 February may be far."""
        for year in range(self.year, self.year - 9, -1) if self.day else ():
            try:
                found = date(year, month, day)
            except ValueError:
                continue
            if found <= date(self.year, self.month, self.day):
                return str(found)
        return ""


Slots = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Relative:
    """One entry of the list.

    ``phrases`` are its wordings, with ``{month}``, ``{day}``, ``{number}`` and
    ``{year}`` as slots; ``means`` the rule in words, for readers; ``count``
    gives the EDTF text from what is counted from and the slots, or "".
    """

    phrases: tuple[str, ...]
    means: str
    count: Callable[[_From, Slots], str]


def _over(time: str) -> tuple[str, ...]:
    """The wordings of "over the past decade" for a length of time."""
    leads = ("", "over ", "in ", "during ", "for ")
    return tuple(f"{lead}the {which} {time}" for lead in leads for which in ("past", "last"))


RELATIVE: tuple[Relative, ...] = (
    Relative(
        ("this year", "earlier this year", "later this year", "early this year", "late this year"),
        "the year counted from",
        lambda d, _: d.years_on(0),
    ),
    Relative(
        ("next year", "early next year", "late next year"),
        "the year after",
        lambda d, _: d.years_on(1),
    ),
    Relative(
        ("last year", "early last year", "late last year"),
        "the year before",
        lambda d, _: d.years_on(-1),
    ),
    Relative(
        ("this month", "earlier this month", "later this month"),
        "the month counted from",
        lambda d, _: d.months_on(0),
    ),
    Relative(("next month",), "the month after", lambda d, _: d.months_on(1)),
    Relative(("last month",), "the month before", lambda d, _: d.months_on(-1)),
    Relative(
        ("this week", "earlier this week", "later this week"),
        "one of the days, Monday to Sunday, of the week counted from",
        lambda d, _: d.week(0),
    ),
    Relative(("next week",), "one of the days of the week after", lambda d, _: d.week(1)),
    Relative(("last week",), "one of the days of the week before", lambda d, _: d.week(-1)),
    Relative(("today",), "the day counted from", lambda d, _: d.days_on(0)),
    Relative(("yesterday",), "the day before", lambda d, _: d.days_on(-1)),
    Relative(("tomorrow",), "the day after", lambda d, _: d.days_on(1)),
    Relative(
        ("now", "currently", "at present"),
        "the date counted from, as precise as it is",
        lambda d, _: d.itself,
    ),
    Relative(
        ("in {month}", "this {month}"),
        "the latest such month that is not after the date counted from",
        lambda d, slots: d.latest_month(slots["month"]),
    ),
    Relative(
        ("on {day} {month}", "on {month} {day}", "{day} {month}", "{month} {day}"),
        "the latest such day that is not after the day counted from",
        lambda d, slots: d.latest_day(slots["month"], slots["day"]),
    ),
    Relative(
        _over("decade"),
        "from the tenth year before to the year counted from",
        lambda d, _: f"{d.years_on(-10)}/{d.years_on(0)}",
    ),
    Relative(
        _over("{number} years"),
        "from that many years before to the year counted from",
        lambda d, slots: f"{d.years_on(-slots['number'])}/{d.years_on(0)}",
    ),
    Relative(
        _over("{number} months"),
        "from that many months before to the month counted from",
        lambda d, slots: f"{d.months_on(-slots['number'])}/{d.months_on(0)}" if d.month else "",
    ),
    Relative(
        ("{number} years ago",),
        "about that many years before",
        lambda d, slots: d.years_on(-slots["number"]) + "~",
    ),
    Relative(("a year ago",), "about the year before", lambda d, _: d.years_on(-1) + "~"),
    Relative(("a decade ago",), "about the tenth year before", lambda d, _: d.years_on(-10) + "~"),
    Relative(
        (
            *("recently", "most recently", "lately", "in recent days", "in recent weeks"),
            *("in recent months", "in recent years"),
        ),
        "some time up to the date counted from: the words do not say how long before",
        lambda d, _: f"[..{d.itself}]",
    ),
    Relative(
        (
            *("at least {year}", "until at least {year}", "to at least {year}"),
            *("{year} at the earliest", "in {year} at the earliest", "to {year} at the earliest"),
            *("{year} or later", "not before {year}", "no earlier than {year}"),
        ),
        "one of the years from that year on",
        lambda _, slots: f"[{slots['year']:04}..]",
    ),
)
"""The closed list. No two entries match the same phrase."""


def _pattern(phrase: str) -> re.Pattern[str]:
    return re.compile(
        re.sub(r"\{(\w+)\}", lambda slot: f"(?P<{slot[1]}>{_SLOTS[slot[1]]})", phrase),
        re.IGNORECASE,
    )


_PATTERNS = tuple((_pattern(phrase), entry) for entry in RELATIVE for phrase in entry.phrases)


def resolve(phrase: str, counted_from: Edtf) -> Edtf | None:
    """What ``phrase`` means, counted from a date; ``None`` where the list has no answer.

    Case and the amount of white space do not matter; everything else does.
    ``counted_from`` must be one plain date of a year, month or day. A result
    outside the years 0001 to 9999 is ``None`` too.
    """
    start = _counted(counted_from)
    if start is None:
        return None
    wanted = " ".join(phrase.split())
    for pattern, entry in _PATTERNS:
        if match := pattern.fullmatch(wanted):
            try:
                return parse(entry.count(start, _slots(match)))
            except (DateError, OverflowError):
                return None
    return None


def _counted(value: Edtf) -> _From | None:
    """The numbers of a plain, whole date, else ``None``."""
    moment = value.stretches[0].start
    if value.kind is not Kind.DATE or moment is None or moment.qualified:
        return None
    month, day = moment.month or "0", moment.day or "0"
    if moment.season or not (moment.year + month + day).isdigit():
        return None
    return _From(int(moment.year), int(month), int(day))


def _slots(match: re.Match[str]) -> Slots:
    """The numbers that are in a phrase's slots."""
    numbers = {}
    for name, found in match.groupdict().items():
        word = found.lower()
        if name == "month":
            numbers[name] = _ABBREVIATIONS.index(word[:3]) + 1
        else:
            numbers[name] = _NUMBERS.index(word) if word in _NUMBERS else int(word)
    return numbers
