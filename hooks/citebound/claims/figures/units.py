"""Units of several words: percentage points, basis points, decades, kilometres per hour."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from citebound.claims.figures.atoms import Atom
from citebound.claims.figures.tables import forms, listed
from citebound.claims.figures.values import Kind, Value

Low = Callable[[int], str]
"""A token of a text in small letters, by its number."""

POINTS = "points"
BASIS_POINTS = "basis points"

_POINT = frozenset(("point", "points", *forms("пункт", "- а у ом е ы ов ам ами ах")))
_ADJECTIVE = "ый ая ое ые ого ой ому ую ым ыми ом ых"
_PERCENTAGE = frozenset(("percentage", "percent", "%", *forms("процентн", _ADJECTIVE)))
_BASIS = frozenset(("basis", *forms("базисн", _ADJECTIVE)))
_YEARS = {
    **dict.fromkeys(("decade", "decades", *forms("десятилети", "е я ю ем и й ям ями ях")), 10),
    **dict.fromkeys(("century", "centuries", *listed("век века веков столетие столетия")), 100),
}
_PER = {
    "km": ("km/h", ("h", "hr", "hour", "ч", "час")),
    "mile": ("mile/h", ("h", "hr", "hour", "ч", "час")),
    "m": ("m/s", ("s", "sec", "second", "с", "секунду")),
}


def of_several_words(low: Low, atom: Atom) -> tuple[list[Value], int] | None:
    """The values of a number before such a unit, and where the unit ends."""
    at = atom.after
    if low(at) in ("-", "‑"):
        at += 1
    if low(at) in _YEARS:
        return _times(atom, Fraction(_YEARS[low(at)]), "year"), at + 1
    if atom.share:
        at += low(at) == "of"
        at += low(at) in ("a", "an", "one")
    if low(at) in _BASIS and low(at + 1) in _POINT:
        values = [*_times(atom, Fraction(1), BASIS_POINTS), *_times(atom, Fraction(1, 100), POINTS)]
        plain = _times(atom, Fraction(1, 100), "")
        return values + (plain if _is_broken(plain) else []), at + 2
    if low(at) in _PERCENTAGE and low(at + 1) in _POINT:
        return _times(atom, Fraction(1), POINTS), at + 2
    either = low(at + 1) == "either" and low(at + 2) in ("way", "side")
    either = either or (low(atom.first - 1) == "minus" and low(atom.first - 2) == "or")
    either = either or low(atom.first - 1) == "±"
    if low(at) in _POINT and (either or _is_broken(atom.values)):
        return [*_times(atom, Fraction(1), POINTS), *atom.values], at + 1
    return None


def _times(atom: Atom, many: Fraction, unit: str) -> list[Value]:
    return [
        Value(v.kind, v.amount * many, unit)
        for v in atom.values
        if v.kind is Kind.NUMBER and isinstance(v.amount, Fraction)
    ]


def _is_broken(values: list[Value]) -> bool:
    """Whether a number is no whole one: points of an index, which are no percentage, are whole."""
    amount = values[0].amount if values else None
    return isinstance(amount, Fraction) and amount.denominator > 1


def speed(low: Low, unit: str, at: int) -> tuple[str, int]:
    """The unit of a speed whose time begins at a token, and where it ends: “km/h”, “an hour”."""
    whole, times = _PER.get(unit, ("", ()))
    if whole and low(at) in ("/", "per", "an", "a", "в") and low(at + 1) in times:
        return whole, at + 2
    return unit, at
