"""The inline tokens of a run as nodes of the tree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markdown_it.token import Token

from citebound.markup.placed import Placed
from citebound.model import LineMap, Span, Text
from citebound.model.tree import (
    Break,
    Cited,
    Emphasis,
    Inline,
    Linked,
    Marked,
    Noted,
    Quoted,
    Struck,
    Words,
)

DEEPEST_INLINE = 8
"""How many emphases and links may be nested."""


def nodes_of(
    tokens: Sequence[Token],
    placed: Placed,
    lines: LineMap,
    quotations: Mapping[Span, int],
    citations: Mapping[Span, int],
) -> tuple[Inline, ...]:
    """The nodes of a run. ``quotations`` and ``citations`` are the indices of those of the
    document, by their spans in the file.
    """

    def leaf(token: Token) -> Inline:
        span = placed.span(*token.meta["span"])
        if token.type == "quotation":
            return Quoted(span, quotations[span])
        if token.type == "citation":
            return Cited(span, citations.get(span))
        if token.type == "noted":
            return Noted(span, str(token.meta["name"]))
        if token.type == "attributes":
            return Marked(span, token.content)
        if token.type in ("softbreak", "hardbreak"):
            return Break(span, token.type == "hardbreak")
        if token.type in ("text", "text_special"):
            return Words(span, token.content)
        return Struck(span, token.content)

    holding: list[tuple[Token | None, list[Inline]]] = [(None, [])]
    for token in tokens:
        if token.nesting > 0:
            holding.append((token, []))
        elif token.nesting == 0:
            holding[-1][1].append(leaf(token))
        else:
            opening, inner = holding.pop()
            assert opening is not None
            # What is nested deeper has its finding; here it is as if nothing held it.
            deep = len(holding) > DEEPEST_INLINE
            held = inner if deep else [_holder(opening, token, tuple(inner), placed, lines)]
            holding[-1][1].extend(held)
    return tuple(holding[-1][1])


def _holder(
    opening: Token, closing: Token, inner: tuple[Inline, ...], placed: Placed, lines: LineMap
) -> Inline:
    (start, _), (_, end) = opening.meta["span"], closing.meta["span"]
    if opening.type == "link_open":
        span = placed.span(start, end)
        return Linked(span, Text(str(opening.attrs["href"]), lines.place(span.start)), inner)
    # Of a strong delimiter's two characters, the token has the inner one.
    strong = opening.type == "strong_open"
    return Emphasis(placed.span(start - strong, end + strong), strong, inner)
