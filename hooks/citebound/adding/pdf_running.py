"""What repeats at the heads and feet of the pages of a PDF: titles of a journal or a chapter, and
the numbers of the pages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from citebound.adding.pdf_columns import rows_of, words_of
from citebound.adding.pdf_pieces import BROKEN, Piece


@dataclass(frozen=True, slots=True)
class Running:
    """What repeats at the head or the foot of pages: its words, and what it is."""

    what: str
    words: str


_DEPTH = 3
"""So many rows at the head and at the foot of a page are looked at."""

_NUMBER = re.compile(r"\d+")
_ENDS = re.compile(r"\A\d+\b|\b\d+\Z")


def without_running(
    pages: Sequence[Sequence[Piece]],
) -> tuple[list[list[Piece]], tuple[Running, ...]]:
    """Pages without what repeats at the same place of most pages, or of most left or right ones,
    its numbers counting on; and what was taken out, each wording once.
    """
    rows = [rows_of(pieces) for pieces in pages]
    gone: list[set[int]] = [set() for _ in pages]
    taken: dict[Running, None] = {}
    offsets: set[int] = set()
    for at_foot in (False, True):
        for depth in range(_DEPTH):
            seen = {
                number: row
                for number, held in enumerate(rows)
                if depth < len(held) and len(gone[number]) < len(held)
                if (row := held[-1 - depth if at_foot else depth])
                and _reaches(gone[number], len(held), depth, at_foot=at_foot)
            }
            repeated, counted = _repeated(seen, len(pages))
            offsets |= counted
            for number in sorted(repeated):
                at = len(rows[number]) - 1 - depth if at_foot else depth
                gone[number].add(at)
                taken.setdefault(_named(words_of(seen[number]), at_foot=at_foot))
    for number, held in enumerate(rows):
        # The number of a page on which a chapter begins stands alone, elsewhere than the others.
        left = [at for at in range(len(held)) if at not in gone[number]]
        for at in {*left[:1], *left[-1:]}:
            words = words_of(held[at])
            if words.isdecimal() and any(one - number in offsets for one in _numbers(words)):
                gone[number].add(at)
                taken.setdefault(_named(words, at_foot=at > 0))
    kept = [
        [piece for at, row in enumerate(held) if at not in gone[number] for piece in row]
        for number, held in enumerate(rows)
    ]
    return kept, tuple(taken)


def _reaches(gone: set[int], count: int, depth: int, *, at_foot: bool) -> bool:
    """Whether all rows between a row and the edge of the page are taken out."""
    between = range(count - depth, count) if at_foot else range(depth)
    return all(row in gone for row in between)


def _repeated(seen: Mapping[int, Sequence[Piece]], count: int) -> tuple[set[int], set[int]]:
    """The pages on which a row is repeated, of pages counted from 0; and what is to be added to
    that for the numbers that they bear.
    """
    kinds: dict[tuple[str, int | None], list[int]] = {}
    for number, row in seen.items():
        words = words_of(row)
        kinds.setdefault((words, None), []).append(number)
        for counted in {one - number for one in _numbers(words)}:
            kinds.setdefault((_NUMBER.sub("#", words), counted), []).append(number)
        # The words of a head change with the chapter, and its number counts on.
        for counted in {one - number for one in _numbers(" ".join(_ENDS.findall(words)))}:
            kinds.setdefault(("", counted), []).append(number)
    found: set[int] = set()
    offsets: set[int] = set()
    for (words, offset), numbers in kinds.items():
        heights = {number: seen[number][0].base for number in numbers}
        level = {
            number
            for number, height in heights.items()
            if sum(abs(height - other) <= 3 for other in heights.values()) > 1
        }
        for side in (range(count), range(0, count, 2), range(1, count, 2)):
            held = level & set(side)
            if len(held) >= (2 if words else 3) and len(held) > 0.5 * len(side):
                found |= held
                offsets |= set() if offset is None else {offset}
    return found, offsets


def _numbers(words: str) -> list[int]:
    """The numbers in words, but for those too long to count pages."""
    return [int(number) for number in _NUMBER.findall(words) if len(number) < 6]


def _named(words: str, *, at_foot: bool) -> Running:
    words = words.replace(BROKEN, "-")
    letters = "".join(filter(str.isalpha, words)).casefold()
    if any(map(str.isdecimal, words)) and letters in {"", "p", "page", "pageof", "of", "seite"}:
        return Running("a page number", words)
    return Running("a running foot" if at_foot else "a running head", words)
