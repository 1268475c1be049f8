"""What else a figure means: a quarter is 25 percent, a year twelve months, half an hour 30 minutes,
a fifteenth month in a row fifteen months, a fourth rise in a row four, turbine no. 5 a fifth one.

Both ours and those of the evidence are read so, and what a figure means first stays first.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from citebound.claims.figures.atoms import Atom
from citebound.claims.figures.endings import Row
from citebound.claims.figures.number_words import UNITS
from citebound.claims.figures.values import PERCENT, Kind, Value

_IN_A_ROW = frozenset(("consecutive", "straight", "successive", "подряд"))
_SMALLER = {"year": (12, "month"), "hour": (60, "minute")}


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
    elif value.kind is Kind.ORDINAL and _is_in_a_row(row, atom.after):
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
    """Whether a number stands after “No.” or “№”."""
    before = row.low(at - 1)
    return before in ("№", "no") or (before == "." and row.low(at - 2) == "no")
