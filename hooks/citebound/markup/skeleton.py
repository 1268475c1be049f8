"""A run as sentences, loose marks and findings about our own words see it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import cast

from markdown_it.token import Token

from citebound.markup.pairing import Loose, singles
from citebound.markup.placed import Placed
from citebound.markup.refusals import stands_for_mark
from citebound.model import Span
from citebound.text.characters import deceiving
from citebound.text.folding import MARKS
from citebound.text.misplaced import Deceiving
from citebound.text.sentences import split

_END_MARKS = ".!?…။"
_STRUCK = ("code_inline", "html_inline")


def ours_of(text: str, tokens: Sequence[Token]) -> str:
    """The run with all that is not our own words as U+0000, character for character."""
    ours = ["\0"] * len(text)
    auto = False
    for token in tokens:
        start, end = token.meta["span"]
        if token.type in ("link_open", "link_close"):
            auto = token.type == "link_open" and token.info == "auto"
        elif token.type == "text" and not auto:
            ours[start:end] = token.content
        elif token.type == "text_special" and token.content not in MARKS:
            ours[start] = token.content[:1]
        elif token.type in ("softbreak", "hardbreak"):
            ours[start:end] = text[start:end]
    return "".join(ours)


class Skeleton:
    """A run as sentences see it: the insides of quotations, citations and marks are not ends,
    except for the end mark that is before a closing mark; emphasis and links are not
    there at all.
    """

    def __init__(self) -> None:
        self.letters: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.read: list[str | tuple[int, int]] = []

    def add(
        self, letters: str, start: int, end: int, read: str | tuple[int, int] | None = None
    ) -> None:
        """Letters from ``start`` to ``end``: one for one, or all for all. ``read``
        is what is read of them, where that is something else: words, or a quotation there.
        """
        even = end - start == len(letters)
        for number, letter in enumerate(letters):
            self.letters.append(letter)
            self.starts.append(start + number if even else start)
            self.ends.append(start + number + 1 if even else end)
            self.read.append(letter if read is None else "")
        if read and letters:
            self.read[-len(letters)] = read

    def mark(self, letters: str, start: int, end: int) -> None:
        """A mark, which is not read; nor is the white space before it."""
        for at in range(len(self.read) - 1, -1, -1):
            if self.read[at] not in (" ", "\t", "\n"):
                break
            self.read[at] = ""
        self.add(letters, start, end, "")

    def sentences(self, not_ends: Iterable[str] = ()) -> Iterator[tuple[int, int]]:
        """Where in the run its sentences begin and end."""
        ours = "".join(piece for piece in self.read if isinstance(piece, str))
        for span in split("".join(self.letters), not_ends, said=ours):
            yield self.starts[span.start], self.ends[span.end - 1]

    def singles(self) -> Iterator[Loose]:
        """Single marks and marks of other kinds, at their places in the run. Emphasis, links
        and footnote marks between them hide none.
        """
        for found in singles("".join(self.letters)):
            last = min(found.end, len(self.ends)) - 1
            yield replace(
                found,
                at=self.starts[found.at],
                start=self.starts[found.start],
                end=self.ends[max(last, 0)],
            )

    def deceiving(self) -> Iterator[Deceiving]:
        """Our own words that look like others, at their places in the run."""
        for found in deceiving("".join(self.letters)):
            yield found._replace(at=self.starts[found.at])

    def pieces(self, start: int, end: int, placed: Placed) -> tuple[str | Span, ...]:
        """What is read between two places of the run."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        found: list[str | Span] = []
        for typed, group in groupby(self.read[first:last], lambda piece: isinstance(piece, str)):
            if typed:
                found.append("".join(cast("Iterator[str]", group)))
            else:
                found += (placed.span(*cast("tuple[int, int]", piece)) for piece in group)
        return tuple(piece for piece in found if piece != "")


def skeleton_of(tokens: Sequence[Token], text: str) -> Skeleton:
    """The skeleton of a run, from its tokens."""
    bones = Skeleton()
    for token in tokens:
        start, end = token.meta["span"]
        words = token.content
        if token.type == "text_special" and stands_for_mark(token, text):
            bones.add("x", start, end, words)  # it has a finding of its own
        elif token.type in ("text", "text_special"):
            bones.add(words, start, end)
        elif token.type in ("softbreak", "hardbreak"):
            bones.add("\n", start, end)
        elif token.type == "quotation":
            kept = len(words) - 1 - len(words[1:-1].rstrip(_END_MARKS)) - 1
            inner = ("X" + "x" * len(words))[: len(words) - 2 - kept]  # begins as sentences do
            bones.add(words[0] + inner + words[len(words) - 1 - kept :], start, end, (start, end))
        elif token.type in ("citation", "noted"):
            bones.mark(f"{words[:2]}{'x' * (len(words) - 3)}{words[-1]}", start, end)
        elif token.type in _STRUCK:
            bones.add("X" * (end - start), start, end, words)
    return bones
