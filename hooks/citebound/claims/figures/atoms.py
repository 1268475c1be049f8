"""A figure while it is read: what stands by itself, before dates and ranges are put together."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from citebound.claims.figures.values import Day, Kind, Value


@dataclass(slots=True)
class Atom:
    """Words or digits from the token ``first`` to before the token ``after``.

    ``day`` and ``year`` are what it may be in a date, ``month`` is one by its name; 0 is none.
    ``scale`` is what has multiplied it, ``parts`` are the counts of “one in ten”.
    A ``loose`` one may be a part of a date alone. ``whole`` are the tokens of the length that one
    is a part of.
    """

    values: list[Value]
    first: int
    after: int
    day: int = 0
    month: int = 0
    year: int = 0
    scale: int = 0
    quiet: bool = False
    worded: bool = False
    loose: bool = False
    share: bool = False
    date: Day | None = None
    parts: tuple[Atom, ...] = ()
    whole: tuple[int, int] | None = None

    @property
    def unit(self) -> str:
        """The unit of its first value."""
        return self.values[0].unit if self.values else ""

    def scaled(self, scale: int, *, also: bool = False) -> None:
        """Multiply its numbers; what cannot be counted with stays. With ``also``, keep both."""
        more = [
            Value(v.kind, v.amount * scale, v.unit)
            for v in self.values
            if v.kind is Kind.NUMBER and isinstance(v.amount, Fraction)
        ]
        if more:
            self.values = [*more, *self.values] if also else more
            self.scale = scale

    def measured(self, unit: str, *, also: bool = False) -> None:
        """Give its numbers a unit. With ``also``, keep those without. What is read in two ways, as
        5m is 5 million or 5 metres, is so no longer: “$5m” is never $5.
        """
        numbers = [v for v in self.values if v.kind is Kind.NUMBER]
        bare = [v for v in numbers if not v.unit] or numbers
        more = [Value(v.kind, v.amount, unit) for v in bare]
        if more:
            self.values = [*more, *self.values] if also else more


def number(amount: Fraction | str | int, unit: str = "") -> Value:
    """A number."""
    return Value(Kind.NUMBER, amount if isinstance(amount, str) else Fraction(amount), unit)
