"""A text of front matter with the quotations in it bound."""

from __future__ import annotations

from typing import Self

from citebound.model.passage import Passage
from citebound.model.text import Text


class Wording(Text):
    """A text field in which quotations are printed as their sources have them.

    It compares and prints as plain text with the sources' own characters. ``pieces`` are the
    words of ours and the passages quoted, in order; ``typed`` is what the editor wrote.
    """

    __slots__ = ("pieces", "typed")
    pieces: tuple[str | Passage, ...]
    typed: str

    @classmethod
    def of(cls, value: str, typed: Text, pieces: tuple[str | Passage, ...]) -> Self:
        """The wording ``value`` of the field ``typed``."""
        text = cls(value, typed.place)
        text.typed, text.pieces = str(typed), pieces
        return text
