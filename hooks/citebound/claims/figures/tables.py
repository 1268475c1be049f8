"""What a table of number words has; there is one table for each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction


@dataclass(frozen=True)
class Table:
    """The words of one language that figures are made of, in small letters.

    ``small`` are numbers below a thousand that are added; ``hundred`` multiplies what is before
    it, ``scales`` what is before them and the rest is added. ``times`` are small ones that say how
    many times as much something is. ``ordinals`` end a number.
    ``several`` before a scale makes it vague. ``quiet`` words have a number in them that nobody
    is asked for. ``conditional`` months are such only beside a number or after one of
    ``month_after``; months of ``short`` only beside a number.
    """

    small: Mapping[str, int] = field(default_factory=dict)
    one: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    hundred: frozenset[str] = frozenset()
    scales: Mapping[str, int] = field(default_factory=dict)
    ordinals: Mapping[str, int] = field(default_factory=dict)
    parts: Mapping[str, int] = field(default_factory=dict)
    shares: Mapping[str, Fraction] = field(default_factory=dict)
    plurals: Mapping[str, int] = field(default_factory=dict)
    several: frozenset[str] = frozenset()
    quiet: Mapping[str, tuple[Fraction | int, str]] = field(default_factory=dict)
    months: Mapping[str, int] = field(default_factory=dict)
    short: Mapping[str, int] = field(default_factory=dict)
    conditional: frozenset[str] = frozenset()
    month_after: frozenset[str] = frozenset()
    weekdays: Mapping[str, int] = field(default_factory=dict)
    decades: Mapping[str, int] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    people: frozenset[str] = frozenset()


def forms(stem: str, endings: str) -> tuple[str, ...]:
    """A stem with each of some endings; ``-`` is none."""
    return tuple(stem + ending.replace("-", "") for ending in endings.split())


def listed(words: str) -> list[str]:
    """The words of a line, as a list."""
    return words.split()
