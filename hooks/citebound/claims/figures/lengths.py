"""Figures in smaller and smaller units of one measure that are one: “2 hours 19 minutes and 8
seconds” is 2:19:08, and “three years and six months” are neither three years nor six months. In
Russian hours and minutes are a time of day as well: «в 16 часов 20 минут» is 16:20.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from citebound.claims.figures.atoms import Atom, number
from citebound.claims.figures.tables import listed
from citebound.claims.figures.tokens import Token
from citebound.claims.figures.values import Kind, Value

_CLOCK = {"hour": 3600, "minute": 60, "second": 1}
_SCALES: Sequence[Mapping[str, int]] = (
    {"week": 604800, "day": 86400, **_CLOCK},
    {"year": 12, "month": 1},
    {"km": 10**6, "m": 1000, "cm": 10, "mm": 1},
    {"t": 10**9, "kg": 10**6, "gram": 1000, "mg": 1},
    {"litre": 1000, "ml": 1},
    {"foot": 12, "inch": 1},
    {"£": 100, "pence": 1},
    {"$": 100, "€": 100, "cent": 1},
)
"""Units whose figures can be added up, the largest first."""

_TIMES = ("year", "month", "week", "day", "hour", "minute", "second")
_BELOW = {
    "month": 12, "week": 5, "day": 31, "hour": 24, "minute": 60, "second": 60, "m": 1000,
    "cm": 100, "mm": 10, "kg": 1000, "gram": 1000, "mg": 1000, "ml": 1000, "inch": 12,
    "pence": 100, "cent": 100,
}  # fmt: skip
"""A smaller part is less than so many: “7 days and 40 hours” are two figures."""

_JOINS = frozenset(((), (",",), ("and",), (",", "and"), ("и",)))
_HALVES = {"утра": 0, "ночи": 0, "дня": 720, "вечера": 720}
_AT = frozenset(listed("в к до после с около ровно"))
_ELSE = frozenset(
    listed(
        "longer shorter later earlier more less before after faster slower of a per an из в на "
        "respectively соответственно each"
    )
)
"""After the smaller of two figures these make another one of it: “2 hours, 20 minutes longer”."""

_SPREAD = frozenset(("respectively", "соответственно"))
_FAR = 6
_NOON, _DAY = 720, 1440


def with_lengths(tokens: Sequence[Token], atoms: list[Atom]) -> list[Atom]:
    """The atoms, and before those that are one length that length, which has them as its ``parts``.
    Only the whole is asked for, and they bear out what they say where all of them are said.
    """
    return list(_with_lengths(tokens, atoms))


def _with_lengths(tokens: Sequence[Token], atoms: list[Atom]) -> Iterator[Atom]:
    at = 0
    while at < len(atoms):
        parts = atoms[at : at + 1]
        while _goes_on(tokens, parts[-1], atoms[at + len(parts) : at + len(parts) + 1]):
            parts.append(atoms[at + len(parts)])
        whole = _whole(tokens, parts) if len(parts) > 1 else None
        if whole is not None:
            yield whole
        for part in parts if len(parts) > 1 else ():
            part.quiet = part.quiet or whole is not None
            if whole is None or whole.values[0].kind is not Kind.TIME:
                part.whole = parts[0].first, parts[-1].after
        yield from parts
        at += len(parts)


def _goes_on(tokens: Sequence[Token], last: Atom, following: Sequence[Atom]) -> bool:
    """Whether a smaller unit of the same measure follows: minutes after hours."""
    if not following or not (_is_measured(last) and _is_measured(following[0])):
        return False
    small = following[0]
    between = tuple(token.low for token in tokens[last.after : small.first])
    if between not in _JOINS or not _is_smaller(small, last):
        return False
    further = tokens[small.after].low if small.after < len(tokens) else ""
    if further in _ELSE if "," in between else further in _SPREAD:
        return False
    return all(token.low not in _SPREAD for token in tokens[small.after : small.after + _FAR])


def _is_measured(atom: Atom) -> bool:
    """Whether it is a whole number of some unit."""
    value = atom.values[0] if atom.values else None
    if value is None or not isinstance(value.amount, Fraction) or atom.share:
        return False
    return bool(value.unit) and value.kind is Kind.NUMBER and value.amount.denominator == 1


def _is_smaller(small: Atom, large: Atom) -> bool:
    amount = small.values[0].amount
    if not isinstance(amount, Fraction) or not 0 < amount < _BELOW.get(small.unit, 0):
        return False
    for units in (_TIMES, *map(tuple, _SCALES)):
        if small.unit in units and large.unit in units:
            return units.index(large.unit) < units.index(small.unit)
    return False


def _whole(tokens: Sequence[Token], parts: Sequence[Atom]) -> Atom | None:
    """What they are together, where all of them are so many of the smallest: no year is so many
    days.
    """
    units = {part.unit for part in parts}
    scale = next((scale for scale in _SCALES if units <= scale.keys()), None)
    if scale is None:
        return None
    amounts = [(part.values[0].amount, scale[part.unit]) for part in parts]
    total = sum((Fraction(a) * many for a, many in amounts if isinstance(a, Fraction)), Fraction(0))
    first, after = parts[0], parts[-1].after
    shown = _CLOCK if units <= _CLOCK.keys() else scale
    if first.unit in ("£", "$", "€"):
        shown = {first.unit: scale[first.unit]}
    values = [number(total / many, unit) for unit, many in shown.items()]
    half = _HALVES.get(tokens[after].low) if after < len(tokens) else None
    before = tokens[first.first - 1].low if first.first else ""
    is_time = [part.unit for part in parts] == ["hour", "minute"]
    minutes = total / 60
    if is_time and half is not None and 0 < minutes <= _NOON + 60:
        values = [Value(Kind.TIME, minutes % _NOON + half)]
        after += 1
    elif is_time and before in _AT and minutes < _DAY:
        times = [Value(Kind.TIME, minutes)]
        if minutes < _NOON + 60:
            times.append(Value(Kind.TIME, (minutes + _NOON) % _DAY))
        values = [*times, *values]
    worded = all(part.worded for part in parts)
    return Atom(values, first.first, after, worded=worded, parts=tuple(parts))
