"""The rules by which phrases are counted, whatever language the phrases are in.

A rule has the name of one of its English phrases. The languages say which phrases of theirs follow
it (``english_phrases.py``, ``russian_phrases.py``).
"""

from __future__ import annotations

from collections.abc import Mapping

from citebound.dates.counting import Rule

RULES: Mapping[str, Rule] = {
    "this year": Rule(
        "the year counted from",
        lambda d, _: d.years_on(0),
    ),
    "earlier this year": Rule(
        "from the first day of the year to the day counted from",
        lambda d, _: d.up_to_here(d.years_on(0), f"{d.years_on(0)}-01-01"),
    ),
    "later this year": Rule(
        "from the day counted from to the last day of its year",
        lambda d, _: d.from_here(d.years_on(0), f"{d.years_on(0)}-12-31"),
    ),
    "next year": Rule(
        "the year after",
        lambda d, _: d.years_on(1),
    ),
    "last year": Rule(
        "the year before",
        lambda d, _: d.years_on(-1),
    ),
    "this month": Rule(
        "the month counted from",
        lambda d, _: d.months_on(0),
    ),
    "earlier this month": Rule(
        "from the first day of the month to the day counted from",
        lambda d, _: d.up_to_here(d.months_on(0), f"{d.months_on(0)}-01"),
    ),
    "later this month": Rule(
        "from the day counted from to the last day of its month",
        lambda d, _: d.from_here(d.months_on(0), d.month_ends if d.month else ""),
    ),
    "next month": Rule(
        "the month after",
        lambda d, _: d.months_on(1),
    ),
    "last month": Rule(
        "the month before",
        lambda d, _: d.months_on(-1),
    ),
    "this week": Rule(
        "one of the days, Monday to Sunday, of the week counted from",
        lambda d, _: d.week(0),
    ),
    "next week": Rule(
        "one of the days of the week after",
        lambda d, _: d.week(1),
    ),
    "last week": Rule(
        "one of the days of the week before",
        lambda d, _: d.week(-1),
    ),
    "today": Rule(
        "the day counted from",
        lambda d, _: d.days_on(0),
    ),
    "yesterday": Rule(
        "the day before",
        lambda d, _: d.days_on(-1),
    ),
    "tomorrow": Rule(
        "the day after",
        lambda d, _: d.days_on(1),
    ),
    "now": Rule(
        "the date counted from, as precise as it is",
        lambda d, _: d.itself,
    ),
    "in {month}": Rule(
        "the latest such month that is not after the date counted from",
        lambda d, slots: d.month_named(slots["month"]),
        "the first such month that is not before the date counted from",
    ),
    "last {month}": Rule(
        "the latest such month before the month counted from",
        lambda d, slots: d.months_on((slots["month"] - d.month) % -12 or -12),
    ),
    "in {month} last year": Rule(
        "that month of the year before",
        lambda d, slots: f"{d.years_on(-1)}-{slots['month']:02}",
    ),
    "in {month} this year": Rule(
        "that month of the year counted from",
        lambda d, slots: f"{d.years_on(0)}-{slots['month']:02}",
    ),
    "in {month} next year": Rule(
        "that month of the year after",
        lambda d, slots: f"{d.years_on(1)}-{slots['month']:02}",
    ),
    "on {day} {month}": Rule(
        "the latest such day that is not after the day counted from",
        lambda d, slots: d.day_named(slots["month"], slots["day"]),
        "the first such day that is not before the day counted from",
    ),
    "no earlier than {day} {month}": Rule(
        "one of the days from the latest such day that is not after the day counted from",
        lambda d, slots: d.day_named(slots["month"], slots["day"], onwards=True),
        "one of the days from the first such day that is not before the day counted from",
    ),
    "on {weekday}": Rule(
        "the latest such day of the week that is not after the day counted from",
        lambda d, slots: d.weekday(slots["weekday"]),
        "the first such day of the week that is not before the day counted from",
    ),
    "on {weekday} {part of day}": Rule(
        "the latest such day of the week that is not after the day counted from, whatever its hour",
        lambda d, slots: d.weekday(slots["weekday"]),
        "the first such day of the week that is not before the day counted from, whatever its hour",
    ),
    "on {weekday} {day} {month}": Rule(
        "the latest such day that is not after the day counted from, if it is that day of the week",
        lambda d, slots: d.day_named(slots["month"], slots["day"], only_on=slots["weekday"]),
        "the first such day that is not before the day counted from, if it is that day of the week",
    ),
    "last {weekday}": Rule(
        "the latest such day of the week before the day counted from",
        lambda d, slots: d.weekday(slots["weekday"], apart=1, forward=False),
    ),
    "next {weekday}": Rule(
        "the first such day of the week after the day counted from",
        lambda d, slots: d.weekday(slots["weekday"], apart=1, forward=True),
    ),
    "at the weekend": Rule(
        "the Saturday or Sunday of the latest weekend that has begun by the day counted from",
        lambda d, _: d.weekend(),
        "the Saturday or Sunday of the first weekend that has not ended by the day counted from",
    ),
    "last weekend": Rule(
        "the Saturday or Sunday of the week before",
        lambda d, _: d.weekend(-1),
    ),
    "next weekend": Rule(
        "the Saturday or Sunday of the week after",
        lambda d, _: d.weekend(1),
    ),
    "in the {season}": Rule(
        "the latest such season that has begun by the date counted from",
        lambda d, slots: d.season(slots["season"]),
        "the first such season that has not ended by the date counted from",
    ),
    "last {season}": Rule(
        "the latest such season that has ended by the date counted from",
        lambda d, slots: d.season(slots["season"], whole=True, forward=False),
    ),
    "next {season}": Rule(
        "the first such season that begins after the date counted from",
        lambda d, slots: d.season(slots["season"], whole=True, forward=True),
    ),
    "the past decade": Rule(
        "from about the tenth year before to the year counted from",
        lambda d, _: f"{d.years_on(-10)}~/{d.years_on(0)}",
    ),
    "the past {number} years": Rule(
        "from about that many years before to the year counted from",
        lambda d, slots: f"{d.years_on(-slots['number'])}~/{d.years_on(0)}",
    ),
    "the past {number} months": Rule(
        "from about that many months before to the month counted from",
        lambda d, slots: f"{d.months_on(-slots['number'])}~/{d.months_on(0)}" if d.month else "",
    ),
    "{number} weeks ago": Rule(
        "about the day that many weeks before",
        lambda d, slots: d.about(-7 * slots["number"]),
    ),
    "{number} weeks later": Rule(
        "about the day that many weeks after a day that the source gives",
        lambda d, slots: d.about(7 * slots["number"]),
        of_evidence=True,
    ),
    "a week ago": Rule(
        "about the day a week before",
        lambda d, _: d.about(-7),
    ),
    "a week later": Rule(
        "about the day a week after a day that the source gives",
        lambda d, _: d.about(7),
        of_evidence=True,
    ),
    "{number} days ago": Rule(
        "the day that many days before",
        lambda d, slots: d.days_on(-slots["number"]),
    ),
    "{number} days later": Rule(
        "the day that many days after a day that the source gives",
        lambda d, slots: d.days_on(slots["number"]),
        of_evidence=True,
    ),
    "the next day": Rule(
        "the day after a day that the source gives",
        lambda d, _: d.days_on(1),
        of_evidence=True,
    ),
    "{number} years ago": Rule(
        "about that many years before",
        lambda d, slots: d.years_on(-slots["number"]) + "~",
    ),
    "{number} years ago this month": Rule(
        "the same month, that many years before",
        lambda d, slots: d.months_on(-12 * slots["number"]),
    ),
    "{number} years later": Rule(
        "about that many years after",
        lambda d, slots: d.years_on(slots["number"]) + "~",
    ),
    "a year ago": Rule(
        "about the year before",
        lambda d, _: d.years_on(-1) + "~",
    ),
    "a year later": Rule(
        "about the year after",
        lambda d, _: d.years_on(1) + "~",
    ),
    "a decade ago": Rule(
        "about the tenth year before",
        lambda d, _: d.years_on(-10) + "~",
    ),
    "recently": Rule(
        "some time up to then; the words do not say how long before",
        lambda d, _: f"[..{d.itself}]",
    ),
    "at least {year}": Rule(
        "one of the years from that year on",
        lambda _, slots: f"[{slots['year']:04}..]",
        counted=False,
    ),
}
