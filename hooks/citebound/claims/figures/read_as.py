"""What a finding says of a date of ours to which the evidence gives no year, or another: how the
date of the evidence is read, and why.
"""

from __future__ import annotations

from collections.abc import Iterable

import regex

from citebound.claims.figures.beside import around
from citebound.claims.figures.publication import Resolved
from citebound.claims.figures.values import Day, Figure
from citebound.dates import in_words, parse
from citebound.dates.to_come import Told
from citebound.text.bounding import Bounding
from citebound.text.limiting import language_of
from citebound.text.patterns import Pattern

_PART = Pattern(
    r"(?:end|start|beginning|close|middle|half|quarter|part|turn|early|late|mid)(?:\s+of)?(?:\s+the)?"
    r"[\s-]*\Z|(?:конц|начал|середин|половин|квартал)\p{L}*\s*\Z",
    regex.IGNORECASE,
)
_AS_OF = {"ru": "по состоянию на …", "my": "… အနေအထားအရ"}


def read_as(ours: Figure, said: str, relative: Iterable[Resolved]) -> tuple[str, str] | None:
    """What the evidence has in place of a date of ours, which is ``said`` so, and what may be
    written; ``None`` where it has no such day or month without a year.
    """
    day = _day(ours)
    if not day[0] or not day[1]:
        return None
    for one in relative:
        if not any(_day(figure)[1:] == day[1:] for figure in (*one.figures, *one.others)):
            continue
        without = "write the date as the source has it, without a year"
        if not one.figures:
            return (
                f"nothing in the source says whether its “{one.words}” was or is to come",
                without,
            )
        meant = _day(one.figures[0])
        year, *rest = meant
        read = in_words(parse("-".join((f"{year:04}", *(f"{part:02}" for part in rest if part)))))
        if meant == day:
            there = around(one.text, one.figures[0].span)
            return (
                f"the source bounds it otherwise: “{there}” (read as {read})",
                "keep the bound that the source gives it",
            )
        ours_then = said.replace(str(day[0]), str(meant[0]))
        write = ours_then if ours_then != said else read
        return (
            f"the source’s “{one.words}” is read as {read}, {_why(one)}",
            f"write {write}, or {without}",
        )
    return None


def _why(one: Resolved) -> str:
    """Why a date is counted to what it is."""
    if one.told is Told.EITHER:
        return "counted from the day of publication"
    if not one.by:
        return "since no verb says which year it is, and that day is near the day of publication"
    if one.by == "since":
        return "since what lasts since then has begun"
    return f"since “{one.by}” says that it {'was' if one.told is Told.WAS else 'is to come'}"


def _day(figure: Figure) -> Day:
    amounts = [value.amount for value in figure.values if isinstance(value.amount, tuple)]
    return amounts[0] if amounts else (0, 0, 0)


def as_of(text: str, ours: Figure) -> str:
    """How the date of a source is given, if a date of ours may be that: not “the end of 2023”."""
    plain = ours.bounding in (Bounding.NONE, Bounding.IN)
    if not plain or _PART.search(text[max(0, ours.span.start - 40) : ours.span.start]):
        return ""
    return _AS_OF.get(language_of(text), f"as of {ours.span.of(text)}")
