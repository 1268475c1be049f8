"""A string that knows where it was written, a span of code points, and where lines begin."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Self

from citebound.problems import NOWHERE, Place


class Text(str):
    """A string that knows where it was written.

    It compares and prints as the plain string it is; ``place`` is where its
    first character is in the project.
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


class LineMap:
    """Where the lines of a text begin, for places in it. Making one costs a look at each
    character; asking it costs the logarithm of the number of lines.
    """

    __slots__ = ("path", "starts")

    def __init__(self, path: str, text: str) -> None:
        """The lines of ``text``, which is the file at ``path``."""
        self.path = path
        starts = [0]
        at = text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = text.find("\n", at + 1)
        self.starts = starts

    def line(self, offset: int) -> int:
        """The number of the line, from 1, in which ``offset`` is."""
        return bisect_right(self.starts, offset)

    def place(self, offset: int) -> Place:
        """The place of ``offset``: its line and column, both from 1."""
        line = self.line(offset)
        return Place(self.path, line, offset - self.starts[line - 1] + 1)
