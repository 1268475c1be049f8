"""A string that knows where it was written, and a span of code points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from citebound.problems import NOWHERE, Place


class Text(str):
    """A string that knows where it was written.

    It compares and prints as the plain string it is; ``place`` is where its
    first character stands in the project.
    """

    __slots__ = ("place",)
    place: Place

    def __new__(cls, value: str, place: Place = NOWHERE) -> Self:
        """Make the text ``value``, written at ``place``."""
        text = super().__new__(cls, value)
        text.place = place
        return text

    def __reduce__(self) -> tuple[type[Self], tuple[str, Place]]:
        return type(self), (str(self), self.place)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def holds(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The words of this span, cut from ``text``."""
        return text[self.start : self.end]
