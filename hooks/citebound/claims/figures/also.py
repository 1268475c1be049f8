"""What else a figure means: a quarter is 25 percent, a year twelve months, half an hour 30 minutes,
a fifteenth month in a row fifteen months, a fourth rise in a row four, turbine no. 5 a fifth one.

Both ours and those of the evidence are read so, and what a figure means first stays first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

import regex

from citebound.claims.figures.atoms import Atom
from citebound.claims.figures.endings import Row
from citebound.claims.figures.number_words import UNITS
from citebound.claims.figures.values import PERCENT, Figure, Kind, Value
from citebound.text.bounding import Bounding
from citebound.text.patterns import Pattern

_IN_A_ROW = frozenset(("consecutive", "straight", "successive", "подряд"))
_SMALLER = {
    "year": (12, "month"), "week": (7, "day"), "day": (24, "hour"), "hour": (60, "minute"),
    "minute": (60, "second"),
    "t": (1000, "kg"), "kg": (1000, "gram"),
    "gram": (1000, "mg"), "km": (1000, "m"), "m": (100, "cm"), "cm": (10, "mm"),
    "litre": (1000, "ml"), "km²": (100, "hectare"),
}  # fmt: skip
_NUMBERED = frozenset((
    "№", "no", "number", "номер", "номером", "day", "week", "round", "stage", "phase", "lap",
    "chapter", "episode", "season", "act", "floor",
))  # fmt: skip
"""Before a number these make it one of a row: day 19 is the 19th."""

_TIME = frozenset(("time", "раз"))
_AT = Pattern(r"(?<!\p{L})(?:at|в)\s+$", regex.IGNORECASE)
_NOON, _NEAR, _FAR = 12, 6, 12
_THAN_THE = Pattern(r"(?<!\p{L})than\s+the\s+$", regex.IGNORECASE)
_FOLLOWS = Pattern(rf"\s+(?:{'|'.join(sorted(_TIME))})(?!\p{{L}})", regex.IGNORECASE)


def also(row: Row, atom: Atom) -> None:
    """Add to an atom what else it means."""
    atom.values += [*_meant(row, atom)]


def _meant(row: Row, atom: Atom) -> Iterator[Value]:
    value = atom.values[0]
    amount = value.amount
    if not isinstance(amount, Fraction):
        return
    if value.kind is Kind.ORDINAL and row.low(atom.after) in _IN_A_ROW:
        yield Value(Kind.NUMBER, amount, UNITS.get(row.low(atom.after + 1), ""))
    elif value.kind is Kind.ORDINAL and (
        _is_in_a_row(row, atom.after) or row.low(atom.after) in _TIME
    ):
        yield Value(Kind.NUMBER, amount)
    if value.kind is not Kind.NUMBER:
        return
    if atom.share and not value.unit and 0 < amount < 1:
        yield Value(Kind.NUMBER, amount * 100, PERCENT)
    if value.unit in _SMALLER:
        many, unit = _SMALLER[value.unit]
        yield Value(Kind.NUMBER, amount * many, unit)
    if not value.unit and _is_numbered(row, atom.first):
        yield Value(Kind.ORDINAL, amount)


def as_asked(text: str, figure: Figure) -> Figure:
    """A figure of ours: a third time is in no evidence that has three times, of which each may be
    another’s; “less than the 140 million before” compares, and need not bound; and “at 7” may be an
    hour, before noon or after.
    """
    if figure.values[0].kind is Kind.ORDINAL and _FOLLOWS.match(text, figure.span.end):
        return replace(figure, values=figure.values[:1])
    value = figure.values[0]
    amount = value.amount
    if _THAN_THE.search(text[max(0, figure.span.start - _FAR) : figure.span.start]):
        return replace(figure, also=Bounding.NONE)
    if value.kind is not Kind.NUMBER or value.unit or not isinstance(amount, Fraction):
        return figure
    before = text[max(0, figure.span.start - _NEAR) : figure.span.start]
    if not (1 <= amount <= _NOON and _AT.search(before)):
        return figure
    hours = (60 * amount, (60 * amount + 60 * _NOON) % (120 * _NOON))
    return replace(figure, values=(*figure.values, *(Value(Kind.TIME, one) for one in hours)))


def _is_in_a_row(row: Row, at: int) -> bool:
    """Whether one or two words and then “in a row” follow an ordinal."""
    for step in (at + 1, at + 2):
        if not row.low(step - 1)[:1].isalpha():
            return False
        if row.low(step) in ("running", "подряд"):
            return True
        if [row.low(step + n) for n in range(3)] == ["in", "a", "row"]:
            return True
    return False


def _is_numbered(row: Row, at: int) -> bool:
    """Whether a number stands after “No.”, “number”, “day” and the like."""
    before = row.low(at - 1)
    return before in _NUMBERED or (before == "." and row.low(at - 2) == "no")
