"""What a figure is: values with a place, and how the words beside it bound it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from citebound.model import Span
from citebound.text.bounding import Bounding


class Kind(StrEnum):
    """What sort of figure it is; figures of two kinds are never equal."""

    NUMBER = "number"
    ORDINAL = "ordinal"
    VAGUE = "vague quantity"
    DATE = "date"
    DECADE = "decade"
    WEEKDAY = "weekday"
    TIME = "time of day"
    CODE = "number of a telephone or a section"


Day = tuple[int, int, int]
"""A year, a month and a day; what is not given is 0."""

PERCENT = "%"


@dataclass(frozen=True, slots=True)
class Value:
    """What a figure may mean. The ``amount`` of a date is a :data:`Day`; of a number too long to
    count with, its digits. ``unit`` is a percentage, a currency, or a measure of time or space.
    """

    kind: Kind
    amount: Fraction | str | Day
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a text: what it may mean, where it is, and what bounds it.

    A ``quiet`` one is there, as the two in *both* or the one in *a year*: it bears out a figure
    of ours, but is not itself asked for. ``also`` is how else it may be bounded: not at all in
    “a treaty over two islands”, as a least in “nobody voted before 2025”. ``parts`` are the counts
    that it consists of: “one in ten”. ``fallen`` is said of it if something became less by it.
    ``whole`` is where the length stands that it is a part of: “three years and six months”.
    """

    values: tuple[Value, ...]
    span: Span
    bounding: Bounding = Bounding.NONE
    quiet: bool = False
    worded: bool = False
    also: Bounding | None = None
    parts: tuple[Figure, ...] = ()
    fallen: bool = False
    whole: Span | None = None


MOST_DIGITS = 40
"""A number of more digits is compared as it is written, and never counted with."""


def amount_of(digits: str) -> Fraction | str:
    """The amount that ASCII digits are, with at most one point among them."""
    if len(digits) > MOST_DIGITS:
        whole, point, rest = digits.partition(".")
        rest = rest.rstrip("0")
        return (whole.lstrip("0") or "0") + (point + rest if rest else "")
    return Fraction(int(digits) if digits.isdigit() else digits)
