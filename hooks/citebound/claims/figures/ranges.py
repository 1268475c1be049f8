"""Ranges: “5–20 per cent”, “4 to 8 million”, “2015–20”: what stands once holds for both."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from citebound.claims.figures.atoms import Atom
from citebound.claims.figures.english import ENGLISH
from citebound.claims.figures.tokens import Token
from citebound.claims.figures.values import PERCENT, Kind, Value
from citebound.dates.written_dates import second_year

_JOINS = frozenset({"-", "–", "—", "‑", "to", "and", "or", "до", "и", "или"})


def ranged(tokens: list[Token], atoms: list[Atom]) -> list[Atom]:
    """The atoms, each of a range with the scale and the unit that the range has."""
    for first, second in pairwise(atoms):
        between = [token.low for token in tokens[first.after : second.first]]
        if len(between) != 1 or between[0] not in _JOINS or _is_change(tokens, first):
            continue
        if first.share and not second.share:
            continue  # “fell by two thirds to 310 million euros”
        if between[0] in ("-", "–", "‑") and first.year and not second.date:
            _years(first, second)
        if not (first.values and second.values) or first.values[0].kind is not Kind.NUMBER:
            continue
        if (
            second.scale
            and not (first.scale or first.unit == PERCENT)
            and second.values[0].kind is Kind.NUMBER
        ):
            first.scaled(second.scale, also=True)
        if second.unit and not first.unit:
            first.measured(second.unit, also=True)
        elif first.unit and not second.unit:
            second.measured(first.unit, also=True)
    return atoms


def _is_change(tokens: list[Token], first: Atom) -> bool:
    """Whether a figure says how much something changed: “doubled to 4 million”."""
    return first.worded and (first.quiet or tokens[first.first].low in ENGLISH.times)


def _years(first: Atom, second: Atom) -> None:
    """The last two digits of a year after a whole one; “00” is of the next century."""
    amount = second.values[0].amount
    if not isinstance(amount, Fraction) or amount.denominator != 1 or second.worded:
        return
    later = first.year % 100 < amount < 100 or (amount == 0 and first.year % 100 == 99)
    if second.values[0].kind is Kind.NUMBER and later:
        year = second_year(first.year, int(amount))
        second.values, second.year = [Value(Kind.DATE, (year, 0, 0))], year
