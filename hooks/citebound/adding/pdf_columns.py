"""The lines of a page of a PDF in the order in which they are read, columns one after the other.

All of it goes by the places of the words. Nothing is known of what they say.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from statistics import median
from unicodedata import bidirectional

from citebound.adding.pdf_pieces import BROKEN, Piece

FEWEST_LINES = 4
"""So many lines both of two columns have at least on a page, or one of them twice as many."""

FEWEST_EMS = 12.0
"""How wide a column is at least, in sizes of its letters."""

_PLACES = 8
"""So many places of a kind are tried as the gutter between two columns."""

_DEEPEST = 3
"""How often a part of a page is parted again: four columns at most from one heading on."""

_LEADER = re.compile(r"(?:\. ?){4}\s*\w+\Z")
"""A row of dots, and the number of a page at its end."""

_BULLETS = "•◦▪‣●○■□–-*"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one column. ``label`` is the width of the mark or number that a line of a list
    begins with, its gap included; ``is_row`` means other wide gaps, as in a table, or a
    row of dots.
    """

    words: str
    left: float
    right: float
    base: float
    size: float
    first: float
    label: float = 0.0
    is_row: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """Lines one below the other. ``page`` counts from 1; ``kind`` tells columns apart: empty for
    the whole width, else which of two, from the left, of which of two.
    """

    page: int
    kind: tuple[int, ...]
    lines: tuple[Line, ...]


def columns_of(pieces: Sequence[Piece], page: int) -> tuple[Column, ...]:
    """The columns of a page in the order in which they are read."""
    return tuple(
        Column(page, kind, lines)
        for kind, held in _parted(pieces, ())
        if (lines := tuple(_lines(held)))
    )


def rows_of(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces of the same height on the page, from the top, each row from the left."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda one: (-one.base, one.left)):
        if rows and _is_level(rows[-1][0], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda one: one.left) for row in rows]


def words_of(row: Sequence[Piece]) -> str:
    """The words of a row, in the direction in which it is written; no word is broken within it."""
    ordered = list(row)
    if is_from_the_right(row):
        ordered.reverse()
    words = ordered[0].words
    for before, piece in pairwise(ordered):
        gap = max(piece.left - before.right, before.left - piece.right)
        words = words.replace(BROKEN, "-") + (" " if gap > 0.2 * piece.size else "") + piece.words
    return words


def _is_level(one: Piece, other: Piece) -> bool:
    return abs(one.base - other.base) <= 0.4 * min(one.size, other.size)


def is_from_the_right(pieces: Sequence[Piece]) -> bool:
    """Whether most letters of pieces are of a script written from the right."""
    words = "".join(piece.words for piece in pieces)
    counted = Counter(bidirectional(sign) for sign in words)
    return counted["R"] + counted["AL"] > counted["L"]


# --- lines ----------------------------------------------------------------------------------


def _lines(pieces: Sequence[Piece]) -> Iterator[Line]:
    """The lines of a column. Gaps that are all the same are those of a line whose words are spread
    over the column, and no sign of a list or a table.
    """
    rows = rows_of(pieces)
    for number, row in enumerate(rows):
        sizes: Counter[float] = Counter()
        for piece in row:
            sizes[piece.size] += len(piece.words)
        size = sizes.most_common(1)[0][0]
        gaps = [two.left - one.right for one, two in pairwise(row)]
        is_spread = len(gaps) > 1 and max(gaps) - min(gaps) < 0.15 * size
        is_label = bool(gaps) and not is_spread and gaps[0] > 0.5 * size and _is_label(row[0].words)
        label = row[1].left - row[0].left if is_label else 0.0
        if row[0].words[0] in _BULLETS and row[0].words[1:2] == " ":
            label = row[0].first + 0.6 * size
        first = row[-1].first if is_from_the_right(row) else row[0].first
        words = words_of(row)
        yield Line(
            words,
            row[0].left,
            max(piece.right for piece in row),
            max(row, key=lambda piece: len(piece.words)).base,
            size,
            first,
            label,
            bool(_LEADER.search(words))
            or (
                not is_spread
                and any(gap > 2 * size for gap in gaps[is_label:])
                and _is_in_step(rows, number)
            ),
        )


def _is_in_step(rows: Sequence[Sequence[Piece]], number: int) -> bool:
    """Whether a row has a piece, after its first, that begins where one of the row below or above
    does, or that ends there before the end of the row: the cells of a table.
    """
    cells = rows[number][1:]
    beside = [rows[at] for at in (number - 1, number + 1) if 0 <= at < len(rows)]
    return any(
        any(abs(one.left - other.left) <= 2 for one, other in product(cells, row[1:]))
        or any(abs(one.right - other.right) <= 2 for one, other in product(cells[:-1], row[1:]))
        for row in beside
    )


def _is_label(words: str) -> bool:
    """Whether words are the mark or the number of an item of a list."""
    return len(words) <= 4 and (not words.isalpha() or len(words) == 1)


# --- columns --------------------------------------------------------------------------------


def _parted(
    pieces: Sequence[Piece], kind: tuple[int, ...]
) -> Iterator[tuple[tuple[int, ...], Sequence[Piece]]]:
    """The parts of a part of a page, in order, each with its kind."""
    gutter = _gutter(pieces) if len(kind) < _DEEPEST else None
    if gutter is None:
        yield kind, pieces
        return
    whole: list[Piece] = []
    for band in _bands(pieces, gutter):
        if not band.is_parted:
            whole += band.pieces
            continue
        if whole:
            yield kind, whole
            whole = []
        sides = [(band.left, (*kind, 0)), (band.right, (*kind, 1))]
        for side, which in reversed(sides) if is_from_the_right(pieces) else sides:
            yield from _parted(side, which)
    if whole:
        yield kind, whole


@dataclass(frozen=True, slots=True)
class _Band:
    """What stands between two heights of a page, to the left and to the right of a gutter."""

    left: tuple[Piece, ...]
    right: tuple[Piece, ...]
    across: tuple[Piece, ...] = ()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return self.left + self.right + self.across

    @property
    def is_parted(self) -> bool:
        return bool(self.left and self.right)


def _bands(pieces: Sequence[Piece], gutter: float) -> Iterator[_Band]:
    """The bands of a page, from the top; a row that crosses the gutter is one of its own."""
    left: list[Piece] = []
    right: list[Piece] = []
    for row in rows_of(pieces):
        if any(piece.left < gutter < piece.right for piece in row):
            if left or right:
                yield _Band(tuple(left), tuple(right))
            left, right = [], []
            yield _Band((), (), tuple(row))
            continue
        left += [piece for piece in row if piece.right <= gutter]
        right += [piece for piece in row if piece.left >= gutter]
    if left or right:
        yield _Band(tuple(left), tuple(right))


def _gutter(pieces: Sequence[Piece], deep: int = 0) -> float | None:
    """Where a part of a page is parted in two columns, if it is: where fewest lines cross, and of
    such places where most lines stand on both sides.
    """
    crossed: dict[int, list[float]] = {}
    for place in _places(pieces):
        count = sum(piece.left < place < piece.right for piece in pieces)
        crossed.setdefault(count, []).append(place)
    for _, places in sorted(crossed.items()):
        most, gutter = max((_lines_beside(pieces, place, deep), place) for place in places)
        if most:
            return gutter
    return None


def _places(pieces: Sequence[Piece]) -> list[float]:
    """Where a gutter may be: beside what most lines begin or end with, and where fewest pass."""
    lefts = Counter(round(piece.left) - 1.5 for piece in pieces)
    rights = Counter(round(piece.right) + 1.5 for piece in pieces)
    passed: Counter[float] = Counter()
    for piece in pieces:
        passed.update(float(place) for place in range(int(piece.left), int(piece.right) + 1))
    fewest = sorted(passed, key=lambda place: (passed[place], place))
    within = range(int(min(lefts, default=0)), int(max(rights, default=0)))
    free = [float(place) for place in within if place not in passed]
    apart = [place for place in free if place - 1 not in free] + fewest[:_PLACES]
    common = [*lefts.most_common(_PLACES), *rights.most_common(_PLACES)]
    return sorted({*apart, *(place for place, count in common if count > 1)})


def _lines_beside(pieces: Sequence[Piece], gutter: float, deep: int) -> int:
    """How many lines of text stand on the side of a gutter that has fewer of them; none where a
    side is no column: too narrow, or with short words only, as a table has them.
    """
    parted = [band for band in _bands(pieces, gutter) if band.is_parted]
    left = [piece for band in parted for piece in band.left]
    right = [piece for band in parted for piece in band.right]
    sides = [left, right]
    if not all(side and (_is_filled(side) or _is_parted(side, deep)) for side in sides):
        return 0
    fewer, more = sorted(len(rows_of(side)) for side in sides)
    # The last column of a text may have a line only, beside one that is full.
    return fewer if fewer >= FEWEST_LINES or more >= 2 * FEWEST_LINES else 0


def _is_parted(pieces: Sequence[Piece], deep: int) -> bool:
    """Whether a side of a gutter is itself in columns, whose lines need not be level."""
    return deep < _DEEPEST - 1 and _gutter(pieces, deep + 1) is not None


def _is_filled(pieces: Sequence[Piece]) -> bool:
    """Whether pieces are lines of text: most reach across most of the width that all take."""
    wide = max(piece.right for piece in pieces) - min(piece.left for piece in pieces)
    rows = [max(one.right for one in row) - row[0].left for row in rows_of(pieces)]
    size = median(piece.size for piece in pieces)
    return wide >= FEWEST_EMS * size and median(rows) >= 0.6 * wide
