"""Shingles: the short runs of words by which copied words are recognised.

A shingle is a run of twelve words, or of forty grapheme clusters in the scripts written
without spaces, or a mixture that weighs as much. Where one begins, its end follows from the
words alone, so that equal words have equal shingles in any two texts. Words are compared
after the typographic folds (:mod:`citebound.text.folding`), and without case, punctuation,
hyphens, white space, characters that are not shown, and the differences of letters that
look alike (:func:`citebound.text.characters.plain`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import regex

from citebound.text.characters import plain
from citebound.text.common import is_common
from citebound.text.edges import UNSPACED
from citebound.text.folding import fold
from citebound.text.patterns import Pattern

WORDS = 12
"""So many words in a row are a shingle."""

CLUSTERS = 40
"""So many grapheme clusters in a row are one, in the scripts written without spaces."""

FULL = WORDS * CLUSTERS
"""What a shingle weighs: a word weighs :data:`CLUSTERS`, a cluster :data:`WORDS`."""

_HIDDEN = r"[\p{Default_Ignorable_Code_Point}]"
_LETTER = rf"[\p{{L}}\p{{M}}\p{{N}}[\p{{So}}&&\p{{Alphabetic}}]--[{UNSPACED}]--{_HIDDEN}]"
_UNIT = Pattern(
    rf"(?P<cluster>(?=[[{UNSPACED}]&&[\p{{L}}\p{{M}}\p{{N}}]])\X)"
    rf"|{_LETTER}(?:{_HIDDEN}*{_LETTER})*(?:'(?:[stdm]|re|ve|ll)(?!{_LETTER}))?",
    regex.V1 | regex.IGNORECASE,
)
"""A word goes on after an apostrophe with the end of a form alone (*junta’s*, *don’t*): hyphens and
other apostrophes part words, as spaces do.
"""

_COMMON_UNIT = re.compile(r"[^\W_]+(?:'(?:[stdm]|re|ve|ll)(?![^\W_]))?", re.IGNORECASE)
"""The same in a text of common characters, which has no clusters."""

Shingle = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlacedShingle:
    """A shingle, and where it is in the text that it was read from: offsets of code
    points, the end exclusive.
    """

    words: Shingle
    start: int
    end: int


class Unit(NamedTuple):
    """A word, or a grapheme cluster, as it is compared; what it weighs; and where it is."""

    word: str
    weight: int
    start: int
    end: int


def units(text: str) -> Iterator[Unit]:
    """The words of a text, in order; in the scripts without spaces, its grapheme clusters."""
    folded = fold(text)
    in_step = len(folded.text) == len(text)  # folding never makes a text longer
    is_plain = is_common(folded.text)
    for found in (_COMMON_UNIT if is_plain else _UNIT).finditer(folded.text):
        start, end = found.span()
        if not in_step:
            start, end = folded.origin(start), folded.end(end - 1)
        if word := plain(found.group()):  # a mark alone is none
            is_cluster = not is_plain and found["cluster"] is not None
            yield Unit(word, WORDS if is_cluster else CLUSTERS, start, end)


def words_alone(text: str) -> list[str]:
    """The words of :func:`units`, of a text of common characters, without their places."""
    return [plain(word) for word in _COMMON_UNIT.findall(fold(text).text)]


def shingles(text: str) -> Iterator[PlacedShingle]:
    """Every shingle of a text, in order; each looks at a bounded number of words."""
    row = list(units(text))
    words = [unit.word for unit in row]
    end = weight = 0
    for start, unit in enumerate(row):
        while weight < FULL and end < len(row):
            weight += row[end].weight
            end += 1
        if weight < FULL:
            return
        yield PlacedShingle(tuple(words[start:end]), unit.start, row[end - 1].end)
        weight -= unit.weight
