"""Stretches of a file as the parser gets them: without the marks of what holds them, and with
where in the file each line begins.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from citebound.model import Span


@dataclass(frozen=True, slots=True)
class Placed:
    """The text of a run as typed, with where in the file each of its lines begins.

    ``starts`` are the positions in ``text`` at which its lines begin, ``origins`` the
    offsets in the file of the same places.
    """

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def at(self, index: int) -> int:
        """The offset in the file of the character ``index`` of the text."""
        line = max(0, bisect_right(self.starts, index) - 1)
        return self.origins[line] + index - self.starts[line]

    def span(self, start: int, end: int) -> Span:
        """The span in the file of a stretch of the text."""
        return Span(self.at(start), self.at(end - 1) + 1 if end > start else self.at(start))

    def lines_from(self, number: int) -> Placed:
        """What is left of it from the line of this number on, counted from 0."""
        start = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.stretch(start, len(self.text))

    def stretch(self, start: int, end: int) -> Placed:
        """A stretch of it, as a text of its own."""
        first = max(0, bisect_right(self.starts, start) - 1)
        starts, origins = [0], [self.at(start)]
        # By number: a slice would copy all lines that follow for each stretch.
        for number in range(first + 1, len(self.starts)):
            if self.starts[number] >= end:
                break
            starts.append(self.starts[number] - start)
            origins.append(self.origins[number])
        return Placed(self.text[start:end], tuple(starts), tuple(origins))
