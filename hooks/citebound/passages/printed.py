"""A passage as it is printed: the source's own characters, and our changes to them.

The words are always cut from the pinned text. What is folded for print is white space
alone: a line break inside a passage prints as one space.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from citebound.model import Passage, SegmentKind, Source


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a passage: ``words``, ``cut`` or ``insertion``.

    ``dropped`` is what a cut leaves out or an insertion stands for; ``space`` whether
    white space comes before the piece.
    """

    kind: str
    text: str
    space: bool
    dropped: str = ""


def fold_space(words: str) -> str:
    """Words with each run of white space, line breaks included, as one space."""
    lead = " " if words[:1].isspace() else ""
    tail = " " if words[-1:].isspace() and words.strip() else ""
    return f"{lead}{' '.join(words.split())}{tail}"


def pieces_of(passage: Passage, source: Source) -> Iterator[Piece]:
    """A passage in pieces, its words cut from the source's text."""
    text = source.text
    at: int | None = None
    for number, segment in enumerate(passage.segments):
        span = segment.span
        if span is None:
            # What we put in and stands for nothing never touches the word before it.
            space = at is not None
        elif at is not None:
            space = any(letter.isspace() for letter in text[at : span.start])
        else:
            space = number > 0 and text[span.start - 1 : span.start].isspace()
        dropped = fold_space(span.of(text)).strip() if span else ""
        if segment.kind is SegmentKind.CUT:
            yield Piece("cut", "[…]", space, dropped)
        elif segment.kind is SegmentKind.INSERTION:
            yield Piece("insertion", f"[{segment.text}]", space, dropped)
        elif span:
            yield Piece("words", fold_space(span.of(text)), space)
        at = span.end if span else at


def printed_words(passage: Passage, source: Source) -> str:
    """A passage in one line between quotation marks, changes marked as the editor marked them."""
    words = "".join(f"{' ' if p.space else ''}{p.text}" for p in pieces_of(passage, source))
    return f"“{words}”{passage.trailing}"
