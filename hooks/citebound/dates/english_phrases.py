"""The closed list of English phrases for dates."""

from __future__ import annotations

from collections.abc import Mapping

from citebound.dates.counting import MONTHS, Relative

_NUMBERS = [
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


ENGLISH: tuple[Relative, ...] = (
    Relative(
        ("this year", "early this year", "late this year"),
        "the year counted from",
        lambda d, _: d.years_on(0),
    ),
    Relative(
        ("earlier this year",),
        "from the first day of the year to the day counted from",
        lambda d, _: d.up_to_here(d.years_on(0), f"{d.years_on(0)}-01-01"),
    ),
    Relative(
        ("later this year",),
        "from the day counted from to the last day of its year",
        lambda d, _: d.from_here(d.years_on(0), f"{d.years_on(0)}-12-31"),
    ),
    Relative(
        ("by the end of the year", "by the end of this year", "before the end of the year",
         "before the end of this year"),
        "from the day counted from to the last day of its year",
        lambda d, _: d.from_here(d.years_on(0), f"{d.years_on(0)}-12-31"),
    ),
    Relative(
        ("next year", "early next year", "late next year", "the following year"),
        "the year after",
        lambda d, _: d.years_on(1),
    ),
    Relative(
        ("last year", "early last year", "late last year", "the previous year", "the year before"),
        "the year before",
        lambda d, _: d.years_on(-1),
    ),
    Relative(("this month",), "the month counted from", lambda d, _: d.months_on(0)),
    Relative(
        ("earlier this month",),
        "from the first day of the month to the day counted from",
        lambda d, _: d.up_to_here(d.months_on(0), f"{d.months_on(0)}-01"),
    ),
    Relative(
        ("later this month",),
        "from the day counted from to the last day of its month",
        lambda d, _: d.from_here(d.months_on(0), d.month_ends if d.month else ""),
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
        (
            *("in {month}", "this {month}", "for {month}", "in early {month}", "in late {month}"),
            *("in mid-{month}", "early {month}", "late {month}", "mid-{month}"),
        ),
        "the latest such month that is not after the date counted from",
        lambda d, slots: d.month_named(slots["month"]),
        "the first such month that is not before the date counted from",
    ),
    Relative(
        ("last {month}",),
        "the latest such month before the month counted from",
        lambda d, slots: d.months_on((slots["month"] - d.month) % -12 or -12),
    ),
    Relative(
        (
            *("on {day} {month}", "on {month} {day}", "{day} {month}", "{month} {day}"),
            *("for {day} {month}", "for {month} {day}"),
        ),
        "the latest such day that is not after the day counted from",
        lambda d, slots: d.day_named(slots["month"], slots["day"]),
        "the first such day that is not before the day counted from",
    ),
    Relative(
        (
            *("no earlier than {day} {month}", "no earlier than {month} {day}"),
            *("not before {day} {month}", "not before {month} {day}"),
        ),
        "one of the days from the latest such day that is not after the day counted from",
        lambda d, slots: d.day_named(slots["month"], slots["day"], onwards=True),
        "one of the days from the first such day that is not before the day counted from",
    ),
    Relative(
        ("on {weekday}", "this {weekday}", "{weekday}"),
        "the latest such day of the week that is not after the day counted from",
        lambda d, slots: d.weekday(slots["weekday"]),
        "the first such day of the week that is not before the day counted from",
    ),
    Relative(
        ("last {weekday}", "on last {weekday}"),
        "the latest such day of the week before the day counted from",
        lambda d, slots: d.weekday(slots["weekday"], apart=1, forward=False),
    ),
    Relative(
        ("next {weekday}", "on next {weekday}"),
        "the first such day of the week after the day counted from",
        lambda d, slots: d.weekday(slots["weekday"], apart=1, forward=True),
    ),
    Relative(
        ("at the weekend", "over the weekend", "on the weekend", "this weekend"),
        "the Saturday or Sunday of the latest weekend that has begun by the day counted from",
        lambda d, _: d.weekend(),
        "the Saturday or Sunday of the first weekend that has not ended by the day counted from",
    ),
    Relative(("last weekend",), "the Saturday or Sunday of the week before",
             lambda d, _: d.weekend(-1)),
    Relative(("next weekend",), "the Saturday or Sunday of the week after",
             lambda d, _: d.weekend(1)),
    Relative(
        ("in the {season}", "in {season}", "this {season}"),
        "the latest such season that has begun by the date counted from",
        lambda d, slots: d.season(slots["season"]),
        "the first such season that has not ended by the date counted from",
    ),
    Relative(
        ("last {season}",),
        "the latest such season that has ended by the date counted from",
        lambda d, slots: d.season(slots["season"], whole=True, forward=False),
    ),
    Relative(
        ("next {season}",),
        "the first such season that begins after the date counted from",
        lambda d, slots: d.season(slots["season"], whole=True, forward=True),
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
        ("{number} years ago", "{number} years earlier"),
        "about that many years before",
        lambda d, slots: d.years_on(-slots["number"]) + "~",
    ),
    Relative(
        ("{number} years ago this month",),
        "the same month, that many years before",
        lambda d, slots: d.months_on(-12 * slots["number"]),
    ),
    Relative(
        ("{number} years later",),
        "about that many years after",
        lambda d, slots: d.years_on(slots["number"]) + "~",
    ),
    Relative(
        ("a year ago", "a year earlier", "a year before"),
        "about the year before",
        lambda d, _: d.years_on(-1) + "~",
    ),
    Relative(("a year later",), "about the year after", lambda d, _: d.years_on(1) + "~"),
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
        counted=False,
    ),
)  # fmt: skip
"""The rules for English. No two of them match the same phrase."""
