"""The sign of a number: “minus 5 percent”, −5 °C, “12 degrees below zero”, 500 BC.

A hyphen before digits is a sign only where nothing touches it on its left; in G-7, 5-7 and
“2019 - 12” it is none. Without a unit it may be a dash as well, and both are read.
"""

from __future__ import annotations

from fractions import Fraction

from citebound.claims.figures.atoms import Atom
from citebound.claims.figures.endings import Row
from citebound.claims.figures.tables import listed
from citebound.claims.figures.values import Kind, Value

BEFORE_OUR_ERA = "BC"
"""The unit of a year before our era, which is no year of it."""

_MINUS_WORDS = frozenset(("minus", "минус"))
_MINUS_SIGNS = frozenset("-−–")
_SURE = "−"
_OPEN = frozenset("([“\"'|:\n\0\1")
_FREEZING = {("below", "zero"), ("below", "freezing"), ("ниже", "нуля"), ("of", "frost")}
_THAWING = {("above", "zero"), ("above", "freezing"), ("выше", "нуля")}
_DEGREES = frozenset(("degree", "°C", "°F"))
_ERAS = (("bc",), ("bce",), ("b", ".", "c"), ("до", "н", ".", "э"), ("до", "нашей", "эры"))
_YEARS = frozenset(("year", "", "BC"))

_FALLS = tuple(
    listed(
        "fell fall drop declin decreas shrank shrunk shrink contract los deficit down lower less "
        "slump plung slid slip sank tumbl reduc cut outflow fewer weak "
        "упа паде сниж снизи сокра уменьш потер убыт дефицит отток спад меньше ниже просе"
    )
)
_TARGETS = frozenset(("to", "at", "до"))
_BACK, _AHEAD = 6, 4
"""So many tokens before and after a figure its fall may be said."""


def signed(row: Row, atom: Atom) -> None:
    """Give a number that is less than nothing its sign."""
    if _is_before_our_era(row, atom):
        return
    after = (row.low(atom.after), row.low(atom.after + 1))
    below = atom.unit in _DEGREES and after in _FREEZING
    if below or (atom.unit in _DEGREES and after in _THAWING):
        atom.after += 2
    elif atom.unit in _DEGREES and after[0] == "мороза":
        below = True
        atom.after += 1
    doubt = False
    if row.low(atom.first - 1) in _MINUS_WORDS and row.low(atom.first - 2) not in ("or", "или"):
        below = True
        atom.first -= 1
    elif _has_sign(row, atom):
        below = True
        atom.first -= 1
        doubt = not atom.unit and row.low(atom.first) != _SURE
    if below:
        _turn(atom, keep=doubt)


def _has_sign(row: Row, atom: Atom) -> bool:
    """Whether a sign touches a number and nothing touches the sign."""
    at = atom.first - 1
    if row.low(at) not in _MINUS_SIGNS or not row.touches(atom.first):
        return False
    if row.touches(at) and row.low(at - 1) not in _OPEN:
        return False
    before = row.tokens[at - 1].sort if at else ""
    return before != "d" and (row.low(at) != "–" or bool(atom.unit))


def _turn(atom: Atom, *, keep: bool) -> None:
    turned = [
        Value(v.kind, -v.amount, v.unit)
        for v in atom.values
        if v.kind is Kind.NUMBER and isinstance(v.amount, Fraction)
    ]
    if turned:
        atom.values = [*turned, *(atom.values if keep else [])]
        atom.day = atom.year = 0


def _is_before_our_era(row: Row, atom: Atom) -> bool:
    """Make a year before our era a figure of its own kind."""
    if atom.unit not in _YEARS:
        return False
    said = [row.low(atom.after + n) for n in range(4)]
    era = next((era for era in _ERAS if tuple(said[: len(era)]) == era), ())
    amount = Fraction(atom.year) if atom.year else atom.values[0].amount
    if not era or not isinstance(amount, Fraction):
        return False
    atom.values = [Value(Kind.NUMBER, amount, BEFORE_OUR_ERA)]
    atom.day = atom.year = 0
    atom.after += len(era)
    return True


def falls(row: Row, atom: Atom) -> bool:
    """Whether words beside a number say that something became less by it: “fell by 4.9” says of
    4.9 what -4.9 does. Other languages than English and Russian may, except of degrees.
    """
    if row.language not in ("en", "ru"):
        return atom.unit not in _DEGREES
    if row.low(atom.first - 1) in _TARGETS:
        return False
    for at in range(atom.first - 1, max(-1, atom.first - 1 - _BACK), -1):
        if row.low(at) in (".", ";", ":", "!", "?"):
            break
        if row.low(at).startswith(_FALLS):
            return True
    for at in range(atom.after, min(len(row.tokens), atom.after + _AHEAD)):
        if row.low(at) in (".", ";", ":", ",", "!", "?"):
            break
        if row.low(at).startswith(_FALLS):
            return True
    return False
