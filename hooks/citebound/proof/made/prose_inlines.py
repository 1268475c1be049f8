"""The inline nodes of an editor's prose again, parted by its sentences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise, takewhile, zip_longest

from citebound.model import ProseSentence, Span
from citebound.model.tree import Break, Cited, Inline, Marked, Noted, Words


def whose(
    inlines: Iterable[Inline], sentences: Iterable[tuple[int, ProseSentence]]
) -> Iterator[tuple[tuple[int, ...], list[Inline]]]:
    """Inline nodes that follow one another and have something of the same sentences, with the
    numbers of these.
    """
    rest, last, group = deque(sentences), tuple[int, ...](), list[Inline]()
    for inline in inlines:
        while rest and rest[0][1].span.end <= inline.span.start:
            rest.popleft()
        begun = takewhile(lambda one: one[1].span.start < inline.span.end, rest)  # noqa: B023
        own = tuple(number for number, _ in begun)
        if own != last:
            yield last, group
            group = []
        last = own
        group.append(inline)
    yield last, group


def attached(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    """Inline nodes without the white space before a mark."""
    for inline, following in zip_longest(inlines, inlines[1:]):
        if not isinstance(following, Cited | Noted | Marked):
            yield inline
        elif isinstance(inline, Words):
            text = inline.text.rstrip(" \t")
            lost = len(inline.text) - len(text)
            yield Words(replace(inline.span, end=inline.span.end - lost), text)
        elif not isinstance(inline, Break):
            yield inline


def cut(inlines: Iterable[Inline], edges: list[int]) -> Iterator[Inline]:
    """Inline nodes, with words parted at the edges of sentences."""
    for inline in inlines:
        if not isinstance(inline, Words) or not inline.typed:
            yield inline
            continue
        start, end = inline.span.start, inline.span.end
        inner = edges[bisect_right(edges, start) : bisect_left(edges, end)]
        for first, last in pairwise((start, *inner, end)):
            yield Words(Span(first, last), inline.text[first - start : last - start])
