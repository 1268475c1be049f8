"""Edits to a text: what to take out and what to put in, by offsets, applied once."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Edits:
    """Edits that have been asked for. What lies inside something taken out is lost with it."""

    asked: list[tuple[int, int, int, str]] = field(default_factory=list)

    def replace(self, start: int, end: int, words: str) -> None:
        """Put ``words`` in the place of a stretch."""
        self.asked.append((start, 1, end, words))

    def insert(self, at: int, words: str, *, closes: bool = False) -> None:
        """Put ``words`` in at an offset; what closes goes before all else there."""
        self.asked.append((at, -1 if closes else 0, at, words))

    def taken(self, start: int, end: int) -> bool:
        """Whether a stretch is already replaced, in part or whole."""
        return any(s < end and start < e for s, _, e, _ in self.asked if s < e)

    def apply(self, text: str, start: int = 0) -> str:
        """The text from ``start`` on with all edits made."""
        out: list[str] = []
        at = start
        for begin, _, end, words in sorted(self.asked, key=lambda edit: edit[:3]):
            if begin < at:
                continue
            out += (text[at:begin], words)
            at = end
        return "".join((*out, text[at:]))
