"""Shingles: the short runs of words by which copied words are recognised.

A shingle is a run of twelve words, or of forty grapheme clusters in the scripts written
without spaces, or a mixture that weighs as much. Where one begins, its end follows from the
words alone, so that equal words have equal shingles in any two texts. Words are compared
after the typographic folds (:mod:`citebound.text.folding`), and without case, punctuation
or white space.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from citebound.text.edges import UNSPACED
from citebound.text.folding import fold

WORDS = 12
"""So many words in a row are a shingle."""

CLUSTERS = 40
"""So many grapheme clusters in a row are one, in the scripts written without spaces."""

_FULL = WORDS * CLUSTERS
"""What a shingle weighs: a word weighs :data:`CLUSTERS`, a cluster :data:`WORDS`."""

_LETTER = rf"[\p{{L}}\p{{M}}\p{{N}}--[{UNSPACED}]]"
_UNIT = regex.compile(
    rf"(?P<cluster>(?=[[{UNSPACED}]&&[\p{{L}}\p{{M}}\p{{N}}]])\X)|{_LETTER}+(?:['-]{_LETTER}+)*",
    regex.V1,
)

Shingle = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlacedShingle:
    """A shingle, and where it is in the text that it was read from: offsets of code
    points, the end exclusive.
    """

    words: Shingle
    start: int
    end: int


def shingles(text: str) -> Iterator[PlacedShingle]:
    """Every shingle of a text, in order; each looks at a bounded number of words."""
    folded = fold(text)
    units = [
        (found.group().casefold(), WORDS if found["cluster"] else CLUSTERS, *found.span())
        for found in _UNIT.finditer(folded.text)
    ]
    words = [unit[0] for unit in units]
    end = weight = 0
    for start, (_, weighs, at, _) in enumerate(units):
        while weight < _FULL and end < len(units):
            weight += units[end][1]
            end += 1
        if weight < _FULL:
            return
        yield PlacedShingle(
            tuple(words[start:end]), folded.origin(at), folded.end(units[end - 1][3] - 1)
        )
        weight -= weighs
