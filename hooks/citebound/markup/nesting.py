"""Block tokens as a tree, each with what is between it and the token that closes it, and their
places in the file.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from markdown_it.token import Token

from citebound.markup.placed import Placed
from citebound.model import LineMap, Span


@dataclass(slots=True)
class Nested:
    """A token with what is between it and the token that closes it."""

    token: Token
    inner: list[Nested] = field(default_factory=list)


def nested(tokens: list[Token]) -> list[Nested]:
    """A row of tokens as a tree of them."""
    top: list[Nested] = []
    open_tokens: list[Nested] = []
    for token in tokens:
        if token.nesting < 0:
            open_tokens.pop()
            continue
        node = Nested(token)
        (open_tokens[-1].inner if open_tokens else top).append(node)
        if token.nesting > 0:
            open_tokens.append(node)
    return top


def placed_of(node: Nested) -> Placed:
    """The text of a paragraph, a heading or a cell."""
    placed: Placed = node.inner[0].token.meta["placed"]
    return placed


def with_placed(node: Nested, placed: Placed) -> Nested:
    """The same paragraph with another text."""
    token = node.token.copy(meta={**node.token.meta, "placed": placed})
    return Nested(token)


class TokenLines:
    """Where in a file the block tokens of its body are.

    ``begin`` is where the words of the footnote begin that is being read: its label belongs to
    no block of it.
    """

    def __init__(self, text: str, body: int, lines: LineMap) -> None:
        """The lines of ``text``, whose body begins at offset ``body``."""
        self.text = text
        self.begin = body
        self._starts = [body, *(at for at in lines.starts if at > body)]

    def span(self, token: Token) -> Span:
        """The lines of a token as a span in the file, without the last line break, and without
        the label of a footnote that they begin.
        """
        assert token.map is not None
        first, last = token.map
        start = max(self.begin, self._starts[first])
        end = self._starts[last] - 1 if last < len(self._starts) else len(self.text)
        return Span(start, max(start, end))

    def offset(self, token: Token) -> int:
        """Where the first line of a token begins, white space and marks of holders left out."""
        span = self.span(token)
        line = self.text[span.start : span.end].split("\n", 1)[0]
        return span.start + len(line) - len(line.lstrip(" \t>"))
