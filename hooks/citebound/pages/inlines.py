"""The inline nodes of a run, as sentences share them: what belongs to which, and marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise, zip_longest

from citebound.model import Span
from citebound.model.tree import Break, Cited, Inline, Marked, Noted, Words


def attached(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    """Inline nodes without the white space before a mark: it is at the words that it marks,
    and leaves no gap where it is not shown.
    """
    for inline, following in zip_longest(inlines, inlines[1:]):
        if not isinstance(following, (Cited, Noted, Marked)):
            yield inline
        elif isinstance(inline, Words):
            text = inline.text.rstrip(" \t")
            dropped = len(inline.text) - len(text)
            yield Words(Span(inline.span.start, inline.span.end - dropped), text)
        elif not isinstance(inline, Break):
            yield inline


def by_sentence(
    inlines: Iterable[Inline], sentences: list[Span]
) -> list[tuple[range, list[Inline]]]:
    """Inline nodes in order, those of the same sentences together, with the indices of these:
    of none between two sentences, of several where emphasis or a link holds more than one.

    The signs of emphasis and of links are no part of a sentence, but what they hold is.
    """
    starts, ends = [s.start for s in sentences], [s.end for s in sentences]
    cut = _cut(inlines, sorted((*starts, *ends)))
    held = (
        (range(bisect_right(ends, i.span.start), bisect_left(starts, i.span.end)), i) for i in cut
    )
    return [(own, [i for _, i in found]) for own, found in groupby(held, key=lambda each: each[0])]


def without_marks(own: list[Inline]) -> tuple[list[Inline], list[Inline]]:
    """What a sentence says, and the marks at its end."""
    at = len(own)
    while at and isinstance(own[at - 1], (Cited, Noted, Marked)):
        at -= 1
    said = [i for i in own[:at] if not isinstance(i, Words) or i.text]
    return said, own[at:]


def _cut(inlines: Iterable[Inline], places: list[int]) -> Iterator[Inline]:
    """Inline nodes with words cut at some places, which are in order."""
    for inline in inlines:
        if not isinstance(inline, Words) or not inline.typed:
            yield inline
            continue
        start, end = inline.span.start, inline.span.end
        between = places[bisect_right(places, start) : bisect_left(places, end)]
        for first, last in pairwise((start, *between, end)):
            yield Words(Span(first, last), inline.text[first - start : last - start])
