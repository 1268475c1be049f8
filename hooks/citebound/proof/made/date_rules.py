"""The rules by which the phrases of dates are counted, told a second time.

The list is that of the page that says how to read a site, which was written by hand; what counts
dates is not asked for its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from citebound.proof.made.dates import MONTHS
from citebound.proof.made.method_lines import LINES

_ENGLISH_NUMBERS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "sixteen|seventeen|eighteen|nineteen|twenty"
)
_RUSSIAN_NUMBERS = "один|два|три|четыре|пять|шесть|семь|восемь|девять|десять"
_RUSSIAN_MONTHS = "(?:январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)"
_SLOTS = {
    "day": "[0-9]{1,2}",
    "year": "[0-9]{4}",
    "number": f"[0-9]{{1,3}}|{_ENGLISH_NUMBERS}|{_RUSSIAN_NUMBERS}",
    "month": "|".join((*MONTHS, *(month[:3] for month in MONTHS), "sept")),
    "month_in": f"{_RUSSIAN_MONTHS}е",
    "month_of": f"{_RUSSIAN_MONTHS}[ая]",
    "season": "spring|summer|autumn|fall|winter|весной|летом|осенью|зимой",
    "weekday": "(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    "понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье",
}
"""What may stand in a slot of a phrase."""

_FURTHER = {
    "early on {weekday}": (
        *("late on {weekday}", "{weekday} morning", "{weekday} afternoon", "{weekday} evening"),
    ),
    "{weekday} {month} {day}": (
        *("on {weekday}, {day} {month}", "on {weekday}, {month} {day}"),
        *("{weekday}, {day} {month}", "{weekday}, {month} {day}"),
    ),
    "before the end of the year": ("before the end of this year",),
    "the previous year": ("the year before",),
    "in early {month}": (
        *("in late {month}", "in mid-{month}"), *("early {month}", "late {month}", "mid-{month}"),
    ),
    "{month} {day}": ("for {day} {month}", "for {month} {day}"),
    **{
        f"over the last {length}": tuple(
            f"{lead} the {which} {length}"
            for lead in ("in", "during", "for") for which in ("past", "last")
        )
        for length in ("decade", "{number} years", "{number} months")
    },
    "in recent days": ("in recent weeks", "in recent months", "in recent years"),
    "{year} at the earliest": (
        *("in {year} at the earliest", "to {year} at the earliest"),
        *("{year} or later", "not before {year}", "no earlier than {year}"),
    ),
    "в этот {weekday}": ("в это {weekday}",),
    "в последние недели": ("в последние месяцы", "в последние годы"),
}  # fmt: skip
"""The phrases that a list on the page leaves out, by the last that it has: it ends with “…”."""

_PHRASES = re.compile(r' *<dt lang="(?:en|ru)">(.*)')
_COMING = "; of what was still to come: "


class Told(NamedTuple):
    """Phrases that one rule counts, and the rule in words; ``coming`` of what was to come."""

    phrases: tuple[str, ...]
    means: str
    coming: str


def rules_told() -> Iterator[Told]:
    """The rules of the list, each with all of its phrases."""
    for line, after in pairwise(LINES):
        if found := _PHRASES.fullmatch(line):
            phrases = found[1].split(", ")
            if phrases[-1] == "…":
                phrases[-1:] = _FURTHER[phrases[-2]]
            means, _, coming = after.strip().removeprefix("<dd>").partition(_COMING)
            yield Told((*phrases,), means, coming or means)


def rule_told(phrase: str, *, to_come: bool) -> str:
    """The rule that counts a phrase, in words; "" where there is none."""
    wanted = " ".join(phrase.split())
    found = (told for pattern, told in _patterns() if pattern.fullmatch(wanted))
    told = next(found, Told((), "", ""))
    return told.coming if to_come else told.means


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Told], ...]:
    return tuple(
        (re.compile("|".join(map(_pattern, told.phrases)), re.IGNORECASE), told)
        for told in rules_told()
    )


def _pattern(phrase: str) -> str:
    return re.sub(r"\{(\w+)\}", lambda slot: f"(?:{_SLOTS[slot[1]]})", phrase)
