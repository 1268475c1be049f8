"""Whether a figure of the evidence bears out one of ours: by value, with its bound."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from citebound.claims.figures.compound_units import is_currency, is_dollar
from citebound.claims.figures.signs import BEFORE_OUR_ERA
from citebound.claims.figures.values import PERCENT, Day, Figure, Kind, Value
from citebound.text.bounding import Bounding

_ONE_SIGN = (
    *({"¥", "yen"}, {"¥", "yuan"}, {"฿", "baht"}, {"$", "US$"}),
    *({"degree", "°C"}, {"degree", "°F"}),
)
"""Units that a sign or a word may stand for."""

_STRICT_UNITS = frozenset({PERCENT, "points", BEFORE_OUR_ERA})
MOST = 200
"""Of more figures of the evidence that are alike than this, no more are compared; nor, by what is
beside them, of more figures than this.
"""

_B = Bounding
_PLAIN = {_B.NONE, _B.IN}
_LATER = {*_PLAIN, _B.AFTER, _B.SINCE, _B.AT_LEAST, _B.MORE, _B.OVER}
_BEARS_OUT = {
    _B.NONE: {*_PLAIN, _B.BEFORE, _B.AFTER, _B.SINCE},
    _B.IN: {*_PLAIN, _B.SINCE},
    _B.AT_LEAST: _LATER,
    _B.MORE: {_B.MORE, _B.OVER},
    _B.OVER: {_B.MORE, _B.OVER},
    _B.AT_MOST: {*_PLAIN, _B.AT_MOST, _B.LESS, _B.UNDER, _B.BEFORE, _B.NEARLY},
    _B.LESS: {_B.LESS, _B.UNDER, _B.NEARLY},
    _B.UNDER: {_B.LESS, _B.UNDER, _B.NEARLY},
    _B.NEARLY: {_B.NEARLY},
    _B.BEFORE: {*_PLAIN, _B.BEFORE, _B.AT_MOST, _B.LESS, _B.UNDER},
    _B.AFTER: _LATER,
    _B.SINCE: {*_LATER, _B.SPARED},
    _B.LASTS: {_B.LASTS, _B.SPARED, _B.ENDS},
    _B.SPARED: {_B.LASTS, _B.SPARED, _B.ENDS},
    _B.ENDS: {_B.LASTS, _B.SPARED, _B.ENDS},
}
"""What in the evidence bears out each of ours: “at least 2025” is not “in 2025”, nor is “before
2025”; “since 2025” is. Without a word of time a date of ours may be one that bounds: “the vote of
2025” was there before 2025.
"""


@dataclass(frozen=True)
class Figures:
    """The figures of the evidence of one statement."""

    found: tuple[Figure, ...]
    money: frozenset[str] = frozenset()
    """The currencies that the evidence names, which a bare number of it may have."""

    @cached_property
    def years(self) -> frozenset[int]:
        """The years that they name."""
        return frozenset(
            value.amount[0]
            for figure in self.found
            for value in figure.values
            if value.kind is Kind.DATE and isinstance(value.amount, tuple) and value.amount[0]
        )

    @cached_property
    def _by_value(self) -> dict[object, list[int]]:
        """Which of them may be equal to a value; the parts of a date are each a value."""
        found: dict[object, list[int]] = defaultdict(list)
        for number, figure in enumerate(self.found):
            for key in {key for value in figure.values for key in _keys(value)}:
                if len(found[key]) < MOST:
                    found[key].append(number)
        return found

    def equal_to(self, ours: Figure) -> list[int]:
        """Which of them have a value that ours may mean."""
        keys = {key for value in ours.values for key in _asked(value)}
        likely = sorted({number for key in keys for number in self._by_value.get(key, ())})
        return [number for number in likely if self.same(ours, self.found[number])]

    def same(self, ours: Figure, theirs: Figure) -> bool:
        """Whether two figures have a value in common."""
        exactly = theirs.quiet or _read_twice(theirs)
        return any(
            self._equal(_fallen(one, ours, other), _fallen(other, theirs, one), quiet=exactly)
            for one in ours.values
            for other in theirs.values
        )

    def _equal(self, ours: Value, theirs: Value, *, quiet: bool) -> bool:
        a, b = ours.amount, theirs.amount
        if isinstance(b, tuple):
            if ours.kind is Kind.ORDINAL:
                return b[2] != 0 and a == b[2]
            if ours.kind is Kind.DECADE and isinstance(a, Fraction):
                return b[0] != 0 and _same_decade(a, Fraction(b[0] - b[0] % 10))
            return isinstance(a, tuple) and self._same_day(a, b)
        if ours.kind is not theirs.kind:
            return False
        if ours.kind is Kind.DECADE and isinstance(a, Fraction) and isinstance(b, Fraction):
            return _same_decade(a, b)
        if not theirs.unit and is_currency(ours.unit) and not self._may_be(ours.unit):
            return False
        return a == b and same_unit(ours.unit, theirs.unit, exactly=quiet)

    def _may_be(self, currency: str) -> bool:
        """Whether a bare number of the evidence may be a sum of a currency."""
        return any(same_unit(currency, one, exactly=True) for one in self.money)

    def _same_day(self, ours: Day, theirs: Day) -> bool:
        """What we give of a date is in theirs; the year may stand apart if there is only one."""
        year, month, day = ours
        if (month and month != theirs[1]) or (day and day != theirs[2]):
            return False
        return not year or year == theirs[0] or (not theirs[0] and self.years == {year})


def _fallen(value: Value, figure: Figure, other: Value) -> Value:
    """The value with the sign that its words give it beside a negative one: “fell by 4.9” says
    what -4.9 does.
    """
    a, b = value.amount, other.amount
    if not (figure.fallen and isinstance(a, Fraction) and isinstance(b, Fraction)):
        return value
    return replace(value, amount=-a) if b < 0 < a else value


def _keys(value: Value) -> Iterator[object]:
    """What a value of the evidence is looked up by."""
    amount = value.amount
    if isinstance(amount, tuple):
        year, month, day = amount
        yield from {(year, month, day), (0, month, day), (year, month, 0), (year, 0, 0)}
        yield from {(0, month, 0), (Kind.ORDINAL, day), (Kind.DECADE, year - year % 10)}
        yield Kind.DECADE, (year - year % 10) % 100
    else:
        yield value.kind, amount
        if isinstance(amount, Fraction) and amount < 0:
            yield value.kind, -amount
        if value.kind is Kind.DECADE and isinstance(amount, Fraction):
            yield value.kind, amount % 100


def _asked(value: Value) -> Iterator[object]:
    """What a value of ours is looked for by."""
    amount = value.amount
    if isinstance(amount, tuple):
        yield amount
        yield 0, amount[1], amount[2]
    else:
        yield value.kind, amount
        if isinstance(amount, Fraction) and amount < 0:
            yield value.kind, -amount
        if value.kind is Kind.DECADE and isinstance(amount, Fraction):
            yield value.kind, amount % 100


def _same_decade(a: Fraction, b: Fraction) -> bool:
    return a == b or (min(a, b) < 100 and a % 100 == b % 100)


def _read_twice(figure: Figure) -> bool:
    """Whether it is a count or a length, as 30m, and so no plain 30."""
    return [v.unit for v in figure.values] == ["", "m"]


def same_unit(a: str, b: str, *, exactly: bool) -> bool:
    """Whether a unit of theirs bears out one of ours. A dollar of theirs without a country may be
    that of ours, and ours without one is that of the United States.
    """
    if a == b or {a, b} in _ONE_SIGN or (b == "$" and is_dollar(a)):
        return True
    return not (exactly or a in _STRICT_UNITS or b in _STRICT_UNITS or (a and b))


def keeps_bound(ours: Figure, theirs: Iterable[Figure]) -> bool:
    """Whether one of the figures of the evidence with this value is bounded as ours is."""
    return any(one in _BEARS_OUT[asked] for other in theirs for asked, one in _ways(ours, other))


def _ways(ours: Figure, theirs: Figure) -> Iterator[tuple[Bounding, Bounding]]:
    """How two figures may be bounded; where both may be in two ways, both are in the same."""
    yield ours.bounding, theirs.bounding
    if theirs.also is Bounding.NONE:
        yield ours.bounding, Bounding.NONE
    if ours.also is not None or theirs.also is not None:
        yield (
            ours.bounding if ours.also is None else ours.also,
            theirs.bounding if theirs.also is None else theirs.also,
        )
