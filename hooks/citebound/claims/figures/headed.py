"""Units that stand once for several figures: at the head of a row, or with the first of two.

“Reserves, million dollars | 3,907 | 5,413”, “41.2 percent of it and he 23.5”.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from fractions import Fraction

import regex

from citebound.claims.figures.atoms import Atom
from citebound.claims.figures.endings import CURRENCIES
from citebound.claims.figures.number_words import SCALES, UNITS
from citebound.claims.figures.tables import listed
from citebound.claims.figures.tokens import Token
from citebound.claims.figures.values import PERCENT, Kind, Value
from citebound.text.patterns import Pattern

_SCALES = SCALES | {"thousands": 1000, "millions": 10**6, "billions": 10**9}
_AROUND = frozenset((")", "of", "us", "per", "in", "\0", "\1"))
_ROW = Pattern(r"^(?P<head>[^|\n]*+)\|(?P<cells>[^\n]*+)", regex.MULTILINE)
_BOUND = frozenset(listed("than most least by больше более меньше менее чем на"))
_WHOLE = 100
_ENDS = Pattern(r"[.!?](?=\s)|[…။\0\1\n|]")


def headed(text: str, tokens: Sequence[Token], atoms: list[Atom]) -> list[Atom]:
    """The atoms, each with the unit that stands elsewhere for it as well."""
    if "|" in text:
        _rows(text, tokens, atoms)
    else:
        atoms = _unasked(tokens, atoms)
    _percentages(text, tokens, atoms)
    return atoms


def _rows(text: str, tokens: Sequence[Token], atoms: Sequence[Atom]) -> None:
    starts = [token.start for token in tokens]
    firsts = [atom.first for atom in atoms]
    for row in _ROW.finditer(text):
        begins, cells, ends = (
            bisect_left(starts, at) for at in (row.start(), row.start("cells"), row.end())
        )
        measured = measure_of(tokens[begins : cells - 1])
        if measured is None:
            continue
        scale, unit = measured
        for atom in atoms[bisect_left(firsts, begins) : bisect_left(firsts, ends)]:
            if atom.first < cells:
                atom.quiet = atom.quiet or atom.worded
            elif _is_bare(atom):
                if scale > 1:
                    atom.scaled(scale, also=True)
                if unit:
                    atom.measured(unit, also=True)


def measure_of(head: Sequence[Token]) -> tuple[int, str] | None:
    """The scale and the unit after the last comma of a head, in brackets there, or alone there."""
    found = _measure(head)
    return None if found is None else found[:2]


def _measure(head: Sequence[Token]) -> tuple[int, str, int] | None:
    """The same, with the number of the token that it begins with."""
    scale, unit, at = 1, "", len(head)
    for at in range(len(head) - 1, -1, -1):
        low = head[at].low
        if low in (",", "("):
            break
        if low == "m" and at and head[at - 1].low in CURRENCIES:
            scale *= 10**6
        elif low in _SCALES:
            scale *= _SCALES[low]
        elif low in UNITS or low in CURRENCIES or low in ("%", "cent"):
            unit = PERCENT if low in ("%", "cent") else UNITS.get(low) or CURRENCIES[low]
        elif low not in _AROUND:
            return None
    return (scale, unit, at) if scale > 1 or unit else None


def measured(values: tuple[Value, ...], scale: int, unit: str) -> tuple[Value, ...]:
    """The values of a bare number with the scale and the unit of a head; others as they are."""
    first = values[0]
    if first.kind is not Kind.NUMBER or first.unit or not isinstance(first.amount, Fraction):
        return values
    return (Value(Kind.NUMBER, first.amount * scale, unit),)


def _unasked(tokens: Sequence[Token], atoms: list[Atom]) -> list[Atom]:
    """The atoms without the scale of a head (“Paid, $ million”), which is no figure."""
    found = _measure(tokens)
    if found is None or found[2] == len(tokens):
        return atoms
    digits = any(token.sort == "d" for token in tokens[found[2] :])
    if digits:
        return atoms
    vague = Kind.VAGUE
    return [a for a in atoms if a.first < found[2] or a.values[0].kind is vague]


def _is_bare(atom: Atom) -> bool:
    first = atom.values[0] if atom.values else None
    return first is not None and first.kind is Kind.NUMBER and not (first.unit or atom.scale)


def _percentages(text: str, tokens: Sequence[Token], atoms: Sequence[Atom]) -> None:
    """Give what ends its clause the percent of a figure before it in its sentence: a decimal, or a
    number that is bounded or a difference: “by 15 percent, no more than seven”.
    """
    ends = [found.start() for found in _ENDS.finditer(text)]
    percent = -1
    for atom in atoms:
        amount = atom.values[0].amount if atom.values else None
        if atom.unit == PERCENT:
            percent = tokens[atom.first].start
        elif (
            percent >= 0
            and _is_bare(atom)
            and isinstance(amount, Fraction)
            and (
                (amount.denominator > 1 and not atom.worded)
                or (atom.first and tokens[atom.first - 1].low in _BOUND and amount <= _WHOLE)
            )
            and (atom.after >= len(tokens) or tokens[atom.after].sort == "s")
            and bisect_left(ends, percent) == bisect_left(ends, tokens[atom.first].start)
        ):
            atom.measured(PERCENT, also=True)
            atom.values.reverse()
