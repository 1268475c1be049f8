"""Our own words as a rule reads them: one string, with the place of each of its characters.

What is not ours is one character: a quotation :data:`QUOTED`, a footnote's mark or a citation
:data:`MARK`. Emphasis and links are not there at all.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from citebound.markup.fields import Field
from citebound.model import Document, Span, Text
from citebound.model.tree import (
    Break,
    Cited,
    Emphasis,
    Inline,
    Linked,
    Marked,
    Noted,
    Quoted,
    Run,
    Struck,
    Words,
)
from citebound.problems import Place

QUOTED = "\0"
"""Stands for a quotation."""

MARK = "\1"
"""Stands for a footnote's mark or a citation."""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Words of ours, ``text``, and where each character of them is in its file.

    ``ours`` are the places in ``text`` right before which an editor has marked a count of
    ours (``{.ours}``); ``linked`` are the stretches that an editor has linked, with the target.
    """

    text: str
    origins: Sequence[int]
    place_of: Callable[[int], Place]
    ours: frozenset[int] = frozenset()
    linked: tuple[tuple[Span, str], ...] = ()

    def place(self, at: int) -> Place:
        """The place of the character at an index of ``text``."""
        return self.place_of(self.origins[min(at, len(self.origins) - 1)] if self.origins else 0)

    def within(self, span: Span) -> OwnWords:
        """The words that are in a span of the file."""
        first = bisect_left(self.origins, span.start)
        last = bisect_left(self.origins, span.end)
        # Links are in order and apart: a page has as many as sentences.
        linked = self.linked[
            bisect_right(self.linked, first, key=lambda link: link[0].end) :
            bisect_left(self.linked, last, key=lambda link: link[0].start)
        ]  # fmt: skip
        return OwnWords(
            self.text[first:last],
            self.origins[first:last],
            self.place_of,
            frozenset(at - first for at in self.ours.intersection(range(first + 1, last + 1))),
            tuple(
                (Span(max(s.start, first) - first, min(s.end, last) - first), target)
                for s, target in linked
            ),
        )


def own_words(document: Document, runs: Sequence[Run]) -> OwnWords:
    """Our own words in some runs of a document, which are in the order of the file; between two
    runs there is a line break.
    """
    letters: list[str] = []
    origins: list[int] = []
    ours: set[int] = set()
    linked: list[tuple[Span, str]] = []
    for before, run in zip((None, *runs), runs, strict=False):
        if letters and before is not None:
            letters.append("\n")
            origins.append(max(before.span.end, origins[-1]))
        for inline in run.inlines:
            _read(inline, document.text, letters, origins, ours, linked)
    return OwnWords("".join(letters), origins, document.place, frozenset(ours), tuple(linked))


def _read(
    inline: Inline,
    text: str,
    letters: list[str],
    origins: list[int],
    ours: set[int],
    linked: list[tuple[Span, str]],
) -> None:
    if isinstance(inline, (Emphasis, Linked)):
        first = len(letters)
        for held in inline.inlines:
            _read(held, text, letters, origins, ours, linked)
        if isinstance(inline, Linked):
            linked.append((Span(first, len(letters)), str(inline.target)))
    elif isinstance(inline, Marked):
        if inline.is_count:
            ours.add(len(letters))
    else:
        said = _said(inline)
        letters += said
        start = inline.span.start
        typed = isinstance(inline, Words) and inline.typed
        origins += range(start, start + len(said)) if typed else [start] * len(said)


def _said(inline: Words | Break | Quoted | Cited | Noted | Struck) -> str:
    if isinstance(inline, Words):
        return inline.text
    if isinstance(inline, Break):
        return " "
    if isinstance(inline, Quoted):
        return QUOTED
    return MARK if isinstance(inline, (Cited, Noted)) else ""


def words_of_field(text: Text, field: Field) -> OwnWords:
    """Our own words in a text field of front matter, which was read; places are exact where it
    is written on one line.
    """
    letters: list[str] = []
    origins: list[int] = []
    for said, start in _pieces(field):
        letters += said
        origins += range(start, start + len(said))
    return OwnWords("".join(letters), origins, text.place.further)


def _pieces(field: Field) -> Iterator[tuple[str, int]]:
    at = 0
    for piece in field.pieces:
        if isinstance(piece, str):
            yield piece, at
            at += len(piece)
        else:
            yield QUOTED, at
            at += len(piece.span)
