"""Parts of a whole in words: half, two-thirds, “by a third”, «полтора миллиона», «каждый пятый»."""

from __future__ import annotations

from fractions import Fraction

from citebound.claims.figures.atoms import Atom, number
from citebound.claims.figures.english import ENGLISH
from citebound.claims.figures.russian import RUSSIAN
from citebound.claims.figures.tables import forms, listed
from citebound.claims.figures.tokens import Token
from citebound.claims.figures.values import Kind, Value

SHARES = {**ENGLISH.shares, **RUSSIAN.shares}
_SMALL = {**ENGLISH.small, **RUSSIAN.small}
_SCALES = {**ENGLISH.scales, **RUSSIAN.scales}
_UNITS = {**ENGLISH.units, **RUSSIAN.units}
_TIMES = frozenset(listed("year month week day hour minute second"))
_AGES = {"century": 100, "decade": 10, "века": 100, "столетия": 100}
"""So many years are what a part may be of: “a quarter of a century”."""

_HALF_YEAR = (number(Fraction(1, 2), "year"), number(6, "month"))

_BY = frozenset(listed("by down up"))
_AFTER_BY = frozenset(
    listed(
        "in to from since last this between on at over after compared within during and or while "
        "when as than with for again before until because only"
    )
)
"""What may follow “fell by a third”, which is no third party."""

_COMPARED = frozenset(
    listed(
        "lower higher more less fewer cheaper dearer smaller larger bigger faster slower longer "
        "shorter lighter heavier taller wider"
    )
)
_ROUNDED = frozenset(
    listed("almost nearly about around roughly approximately than over under just")
)
"""Before “a third” at an end, which is then a part."""

_VERBS = frozenset(listed("is was will would should may might can could must"))
_BACK = 40
_ENDS = frozenset(".!?")
_ORDERED = frozenset(ENGLISH.ordinals) | frozenset(listed("one two another other"))
"""After these in a sentence “a third” goes on with a row: “one died, and a third was hurt”."""

_PART = frozenset(forms("част", "ь и ью"))
EACH = frozenset(listed("каждый каждая каждое каждого каждой каждому каждым каждую"))
"""Before an ordinal a part of a whole: «каждый пятый»."""


def _low(tokens: list[Token], at: int) -> str:
    return tokens[at].low if 0 <= at < len(tokens) else ""


def share(tokens: list[Token], at: int) -> Atom | None:
    """A third of, two-thirds, half, half a million, четверть."""
    low = tokens[at].low
    if low in SHARES:
        return _named(tokens, at)
    if low in EACH or low == "every":
        return _each(tokens, at)
    more = and_a_part(tokens, at + 2) if low in ("a", "an") else None
    if more is not None and _UNITS.get(_low(tokens, at + 1)) in _TIMES:
        return Atom([number(1 + more, _UNITS[_low(tokens, at + 1)])], at, at + 5, worded=True)
    if low == "quarter":
        point = _low(tokens, at + 1 + (_low(tokens, at + 1) == "-"))
        if point in ("point", "points"):
            return Atom([number(Fraction(1, 4))], at, at + 1, worded=True, share=True)
    many = 1 if low in ("a", "an", "one") else _SMALL.get(low, 0)
    step = at + 1 + (_low(tokens, at + 1) == "-")
    below = _low(tokens, step)
    parts = ENGLISH.parts.get(below, 0)
    if below == "half" and many == 1:
        parts = 2
    singular = not parts and many == 1 and ENGLISH.ordinals.get(below, 0) > 2
    if singular and _is_part(tokens, at, step):
        parts = ENGLISH.ordinals[below]
    elif singular and _may_be_part(tokens, at, step):
        return _either(ENGLISH.ordinals[below], at, step + 1)
    if low in RUSSIAN.small and not parts:
        each = RUSSIAN.shares.get(below)
        if each is not None and each < 1:
            return Atom([number(many * each)], at, step + 1, worded=True, share=True)
    if RUSSIAN.ordinals.get(low, 0) > 2 and below in _PART:
        # «третья часть» is a third as well as the third part
        return _either(RUSSIAN.ordinals[low], at, at + 2)
    return _of_parts(tokens, at, step, Fraction(many, parts) if parts else Fraction(0))


def _of_parts(tokens: list[Token], at: int, step: int, amount: Fraction) -> Atom | None:
    """So many parts, in years where they are of a century."""
    of = [_low(tokens, step + n) for n in (1, 2)] == ["of", "a"]
    years = _AGES.get(_low(tokens, step + 3), 0) if of else 0
    if amount and years:
        return Atom([number(amount * years, "year")], at, step + 4, worded=True)
    return Atom([number(amount)], at, step + 1, worded=True, share=True) if amount else None


def _either(nth: int, first: int, after: int) -> Atom:
    """A part that may be one of a row as well."""
    values = [number(Fraction(1, nth)), Value(Kind.ORDINAL, Fraction(nth))]
    return Atom(values, first, after, worded=True, share=True)


def and_a_part(tokens: list[Token], at: int) -> Fraction | None:
    """The part that “and a half” or “and a quarter” at a token says."""
    if _low(tokens, at) != "and" or _low(tokens, at + 1) != "a":
        return None
    return {"half": Fraction(1, 2), "quarter": Fraction(1, 4)}.get(_low(tokens, at + 2))


def _named(tokens: list[Token], at: int) -> Atom:
    """A word that is a part by itself, with what it is a part of where that is a number."""
    low = tokens[at].low
    amount, after = SHARES[low], at + 1
    further = _low(tokens, after)
    if low == "half" and further == "-" and _low(tokens, after + 1) not in _UNITS:
        if _low(tokens, after + 1) not in ("point", "points"):
            return Atom([], at, after)  # half-hearted
    elif low == "half" and further in ("a", "an"):
        scale = _SCALES.get(_low(tokens, after + 1), 0)
        if scale:
            return Atom([number(amount * scale)], at, after + 2, worded=True)
        unit = _UNITS.get(_low(tokens, after + 1), "")
        if unit:
            return Atom([number(amount, unit)], at, after + 2, worded=True)
        years = _AGES.get(_low(tokens, after + 1), 0)
        if years:
            return Atom([number(amount * years, "year")], at, after + 2, worded=True)
    elif low in RUSSIAN.shares and further in _AGES:
        return Atom([number(amount * _AGES[further], "year")], at, after + 1, worded=True)
    elif low in RUSSIAN.shares and further in RUSSIAN.scales:
        scale = RUSSIAN.scales[further]
        return Atom([number(amount * scale)], at, after + 1, worded=True, scale=scale)
    atom = Atom([number(amount)], at, after, worded=True, share=True)
    if low == "half" and _is_of_year(tokens, at):
        atom.values += _HALF_YEAR
    return atom


def _is_of_year(tokens: list[Token], at: int) -> bool:
    """Whether a half is that of a year: “the first half of 2023”."""
    if _low(tokens, at - 1) not in ("first", "second") or _low(tokens, at + 1) != "of":
        return False
    whose = _low(tokens, at + 2)
    return (len(whose) == 4 and whose.isdecimal()) or (
        whose in ("the", "this", "last", "next", "that") and _low(tokens, at + 3) == "year"
    )


def _is_part(tokens: list[Token], at: int, step: int) -> bool:
    """Whether “a third” is a part and not one of a row: before *of*, after *by*, at an end."""
    low, further = tokens[at].low, _low(tokens, step + 1)
    ends = not further[:1].isalnum()
    if further == "of" or low == "one" or (ends and low != "a"):
        return True
    if ends and _low(tokens, at - 1) in _ROUNDED:
        return True
    by = _low(tokens, at - 1) in _BY
    return further in _COMPARED or (by and (ends or further in _AFTER_BY))


def _may_be_part(tokens: list[Token], at: int, after: int) -> bool:
    """Whether “a third” may be a part, since no noun follows that it orders, and nothing before it
    in its sentence was the second.
    """
    if tokens[at].low != "a":
        return False
    further = _low(tokens, after + 1)
    if further[:1].isalnum() and further not in _AFTER_BY and further not in _VERBS:
        return False
    for step in range(at - 1, max(-1, at - _BACK), -1):
        low = _low(tokens, step)
        if low in _ENDS or low in _ORDERED:
            return low in _ENDS
    return True


def _each(tokens: list[Token], at: int) -> Atom | None:
    """Every fifth, «каждый пятый»; not every fifth year."""
    ordinals = ENGLISH.ordinals if tokens[at].low == "every" else RUSSIAN.ordinals
    below = ordinals.get(_low(tokens, at + 1), 0)
    if below < 3 - (ordinals is RUSSIAN.ordinals) or _UNITS.get(_low(tokens, at + 2), "") in _TIMES:
        return None
    return Atom([number(Fraction(1, below))], at, at + 2, worded=True, share=True)
