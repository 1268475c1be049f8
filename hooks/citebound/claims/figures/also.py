"""What else a figure means: a quarter is 25 percent, a year twelve months, a fifteenth month in a
row fifteen months, a fifth turbine turbine no. 5.

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
_MONTHS_OF_A_YEAR = 12


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
    if value.kind is not Kind.NUMBER:
        return
    if atom.share and not value.unit and 0 < amount < 1:
        yield Value(Kind.NUMBER, amount * 100, PERCENT)
    if value.unit == "year":
        yield Value(Kind.NUMBER, amount * _MONTHS_OF_A_YEAR, "month")
    if not value.unit and _is_numbered(row, atom.first):
        yield Value(Kind.ORDINAL, amount)


def _is_numbered(row: Row, at: int) -> bool:
    """Whether a number stands after “No.” or “№”."""
    before = row.low(at - 1)
    return before in ("№", "no") or (before == "." and row.low(at - 2) == "no")
