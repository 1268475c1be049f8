"""Units that stand once for several figures: at the head of a row, or with the first of two.

“Reserves, million dollars | 3,907 | 5,413”, “41.2 percent of it and he 23.5”.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from fractions import Fraction

import regex

from citebound.claims.figures.atoms import Atom
from citebound.claims.figures.number_words import SCALES, UNITS
from citebound.claims.figures.tokens import Token
from citebound.claims.figures.values import PERCENT, Kind

_ROW = regex.compile(r"^(?P<head>[^|\n]*+)\|(?P<cells>[^\n]*+)", regex.MULTILINE)
_ENDS = regex.compile(r"[.!?](?=\s)|[…။\0\1\n|]")


def headed(text: str, tokens: Sequence[Token], atoms: list[Atom]) -> list[Atom]:
    """The atoms, each with the unit that stands elsewhere for it as well."""
    if "|" in text:
        _rows(text, tokens, atoms)
    _percentages(text, tokens, atoms)
    return atoms


def _rows(text: str, tokens: Sequence[Token], atoms: Sequence[Atom]) -> None:
    starts = [token.start for token in tokens]
    firsts = [atom.first for atom in atoms]
    for row in _ROW.finditer(text):
        begins, cells, ends = (
            bisect_left(starts, at) for at in (row.start(), row.start("cells"), row.end())
        )
        measured = _measure_of(tokens[begins : cells - 1])
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


def _measure_of(head: Sequence[Token]) -> tuple[int, str] | None:
    """The scale and the unit after the last comma of a row's head, or in brackets there."""
    scale, unit = 1, ""
    for token in reversed(head):
        if token.low in (",", "("):
            return (scale, unit) if scale > 1 or unit else None
        if token.low in SCALES:
            scale *= SCALES[token.low]
        elif token.low in UNITS or token.low in ("%", "cent"):
            unit = PERCENT if token.low in ("%", "cent") else UNITS[token.low]
        elif token.low not in (")", "of", "us", "per"):
            return None
    return None


def _is_bare(atom: Atom) -> bool:
    first = atom.values[0] if atom.values else None
    return first is not None and first.kind is Kind.NUMBER and not (first.unit or atom.scale)


def _percentages(text: str, tokens: Sequence[Token], atoms: Sequence[Atom]) -> None:
    """Give decimals that end their clause the percent of a figure before them in their sentence."""
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
            and amount.denominator > 1
            and not atom.worded
            and (atom.after >= len(tokens) or tokens[atom.after].sort == "s")
            and bisect_left(ends, percent) == bisect_left(ends, tokens[atom.first].start)
        ):
            atom.measured(PERCENT, also=True)
            atom.values.reverse()
