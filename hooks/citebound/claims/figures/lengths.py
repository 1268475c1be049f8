"""Hours, minutes and seconds that are one length of time: “2 hours 19 minutes and 8 seconds” is
2:19:08. In Russian hours and minutes are a time of day as well: «в 16 часов 20 минут» is 16:20.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from citebound.claims.figures.atoms import Atom, number
from citebound.claims.figures.tables import listed
from citebound.claims.figures.tokens import Token
from citebound.claims.figures.values import Kind, Value

_SECONDS = {"hour": 3600, "minute": 60, "second": 1}
_JOINS = frozenset(((), (",",), ("and",), (",", "and"), ("и",)))
_HALVES = {"утра": 0, "ночи": 0, "дня": 720, "вечера": 720}
_AT = frozenset(listed("в к до после с около ровно"))
_COMPARED = frozenset(listed("longer shorter later earlier more less before after faster slower"))
_NOON, _DAY = 720, 1440


def with_lengths(tokens: Sequence[Token], atoms: list[Atom]) -> list[Atom]:
    """The atoms, and before two or three that are one length of time that length, which has them as
    its ``parts``. They still bear out what they say, and only the whole is asked for.
    """
    return list(_with_lengths(tokens, atoms))


def _with_lengths(tokens: Sequence[Token], atoms: list[Atom]) -> Iterator[Atom]:
    at = 0
    while at < len(atoms):
        parts = atoms[at : at + 1]
        while _goes_on(tokens, parts[-1], atoms[at + len(parts) : at + len(parts) + 1]):
            parts.append(atoms[at + len(parts)])
        if len(parts) > 1:
            yield _whole(tokens, parts)
            for part in parts:
                part.quiet = True
        yield from parts
        at += len(parts)


def _goes_on(tokens: Sequence[Token], last: Atom, following: Sequence[Atom]) -> bool:
    """Whether a smaller unit follows: minutes after hours, seconds after minutes."""
    if not following or _seconds(last) is None or _seconds(following[0]) is None:
        return False
    between = tuple(token.low for token in tokens[last.after : following[0].first])
    after = following[0].after
    if "," in between and after < len(tokens) and tokens[after].low in _COMPARED:
        return False  # “3 hours, 20 minutes longer than planned”
    units = list(_SECONDS)
    return between in _JOINS and units.index(following[0].unit) == units.index(last.unit) + 1


def _seconds(atom: Atom) -> Fraction | None:
    """How many seconds a whole number of a unit of time is; of smaller units fewer than 60."""
    value = atom.values[0] if atom.values else None
    if value is None or value.unit not in _SECONDS or not isinstance(value.amount, Fraction):
        return None
    if value.kind is not Kind.NUMBER or value.amount.denominator > 1 or atom.share:
        return None
    return value.amount * _SECONDS[value.unit]


def _whole(tokens: Sequence[Token], parts: Sequence[Atom]) -> Atom:
    total = sum((_seconds(part) or Fraction(0) for part in parts), Fraction(0))
    values = [number(total / many, unit) for unit, many in _SECONDS.items()]
    first, after = parts[0], parts[-1].after
    half = _HALVES.get(tokens[after].low) if after < len(tokens) else None
    before = tokens[first.first - 1].low if first.first else ""
    is_time = first.unit == "hour" and len(parts) == len(_SECONDS) - 1
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
