"""Text fields of front matter: words of ours, and quotations that the body binds.

A field is read by the grammar of a run, and holds words and quotations alone: emphasis,
links, code, entities and the like mean nothing there, so they are findings.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it.token import Token

from citebound.markup.grammar import inline_tokens
from citebound.markup.pairing import singles
from citebound.markup.placed import Placed
from citebound.markup.quotations import quotation_of
from citebound.markup.refusals import refused_words
from citebound.model import LineMap, Quotation, Text
from citebound.problems import Place, Problem

_NAMED = {
    "em_open": "emphasis",
    "strong_open": "emphasis",
    "code_inline": "code",
    "html_inline": "raw HTML",
    "text_special": "an entity or an escape",
    "link_open": "a link",
    "citation": "a citation",
    "noted": "a footnote’s mark",
    "attributes": "an attribute in braces",
}


@dataclass(frozen=True, slots=True)
class Field:
    """A text field read: words of ours and quotations, in order, and what is wrong with it."""

    pieces: tuple[str | Quotation, ...]
    problems: tuple[Problem, ...] = ()


class _Written(LineMap):
    """Places in a field; exact where it is written on one line."""

    __slots__ = ("begin",)

    def __init__(self, text: Text) -> None:
        super().__init__(text.place.path, "")
        self.begin = text.place

    def place(self, offset: int) -> Place:
        return self.begin.further(offset)


def read_field(text: Text) -> Field:
    """A text field of front matter, read."""
    placed = Placed(str(text), (0,), (0,))
    lines = _Written(text)
    read = inline_tokens(placed.text)
    pieces: list[str | Quotation] = []
    problems: list[Problem] = []
    ours = ["\0"] * len(text)
    for token in read.tokens:
        start, end = token.meta["span"]
        if token.type == "quotation":
            quotation, found = quotation_of(placed, start, end, lines, "field")
            pieces.append(quotation)
            problems += found
            continue
        problems += _refused(token, lines, start)
        words = str(text)[start:end]
        pieces.append(words)
        ours[start:end] = words
    loose = [*read.loose, *singles("".join(ours))]
    problems += (Problem(lines.place(x.at), x.code, x.message, x.hint) for x in loose)
    problems += refused_words("".join(ours), placed, lines)
    return Field(tuple(pieces), tuple(problems))


def _refused(token: Token, lines: LineMap, start: int) -> Iterator[Problem]:
    if token.type in _NAMED:
        yield Problem(
            lines.place(start),
            "refused-markup",
            f"front matter is plain text: {_NAMED[token.type]} means nothing in it",
            "type the words and characters themselves",
        )
