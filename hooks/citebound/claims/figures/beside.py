"""The content words beside a figure, by their first five letters.

A word is beside the figure that is nearest: in “58 clerks in 4,700 towns” the clerks are 58.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import regex

from citebound.claims.figures.tables import listed
from citebound.model import Span
from citebound.text.patterns import Pattern

REACH = 7
"""So many words away from a figure a word may be beside it, a comma counted as a word."""

APART = 3
"""So many words apart two figures are a pair: “9 of the 26 letters”."""

STEM = 5
"""So many letters of a word are compared."""

_WORD = Pattern(r"(?P<word>[\p{L}\p{M}]+)|(?P<comma>,)|(?P<end>[.!?;:…။\0\1](?!\p{Nd}))")
_SMALL_WORDS = frozenset(
    listed(
        "about above after again also although among been before being between both could "
        "does each ever from have having here into itself just less like many more most much "
        "must only other over said same says shall should since some such than that their "
        "them then there these they this those through under until upon very were what when "
        "where which while whom whose will with within would your source people year years "
        "month была было были будет для его если ещё как которая которые который между могут "
        "может него них она они однако при после потому уже чтобы чем этой этом этот эта эти "
        "года году лет более менее"
    )
)


_JOINS = Pattern(r"\p{L}\s+(?:and|but|while|и|а|но)\s+(?:the\s+)?\Z", regex.IGNORECASE)
_ENDS = Pattern(r"[.!?;:…။\0\1](?!\p{Nd})")
_NEAR = 20
_SHORT = 3
_COUNTED = frozenset(("men",))
"""Words of so few letters tell nothing beside a figure, but for who is often counted."""


@lru_cache(maxsize=4096)
def beside(text: str, spans: tuple[Span, ...]) -> tuple[frozenset[str], ...]:
    """For each figure of a text, the stems of the content words that are nearer to it than to
    any other; no sentence ends between. ``spans`` are all its figures, in order.
    """
    found: list[set[str]] = [set() for _ in spans]
    row = _row(text, spans)
    joined = _joined(text, spans)
    nearest = [_Nearest()] * len(row)
    for order in (range(len(row)), range(len(row) - 1, -1, -1)):
        figure, steps = -1, 0
        for at in order:
            stem, number, barrier = row[at]
            steps += 1
            if barrier:
                figure = -1
            elif number >= 0:
                is_back = order.step < 0 and number in joined
                figure, steps = (-1 if is_back else number), 0
            elif stem and figure >= 0 and steps < nearest[at].steps:
                nearest[at] = _Nearest(figure, steps)
    for (stem, _, _), near in zip(row, nearest, strict=True):
        if near.figure >= 0 and stem:
            found[near.figure].add(stem)
    for first, second in _listed(row):
        found[second] = found[first] = found[first] | found[second]
    return tuple(map(frozenset, found))


def _joined(text: str, spans: tuple[Span, ...]) -> frozenset[int]:
    """The figures right after *and* or *but* and another figure of the sentence: what stands before
    the conjunction is said of that one.
    """
    return frozenset(
        number
        for number in range(1, len(spans))
        if _JOINS.search(
            text, max(spans[number - 1].end, spans[number].start - _NEAR), spans[number].start
        )
        and not _ENDS.search(text, spans[number - 1].end, spans[number].start)
    )


def _listed(row: list[tuple[str, int, bool]]) -> Iterator[tuple[int, int]]:
    """Figures that stand beside each other: the words beside the one are beside the other."""
    last = -1
    steps = 0
    for stem, number, barrier in row:
        steps += 1
        if number >= 0:
            if last >= 0 and steps <= APART:
                yield last, number
            last, steps = number, 0
        elif stem or barrier:
            last = -1


class _Nearest(NamedTuple):
    figure: int = -1
    steps: int = REACH + 1


def _row(text: str, spans: tuple[Span, ...]) -> list[tuple[str, int, bool]]:
    """The words of a text and its figures, in order: a stem, the number of a figure, or an end."""
    row: list[tuple[str, int, bool]] = []
    number = 0
    for one in _WORD.finditer(text):
        while number < len(spans) and spans[number].start <= one.start():
            row.append(("", number, False))
            number += 1
        if number and one.start() < spans[number - 1].end:
            continue
        word = one["word"] or ""
        low = word.lower()
        is_long = len(word) > _SHORT or word[:1].isupper() or low in _COUNTED
        content = low not in _SMALL_WORDS and is_long
        row.append((low[:STEM] if content else "", -1, one["end"] is not None))
    row += [("", n, False) for n in range(number, len(spans))]
    return row


def around(text: str, span: Span, reach: int = 30) -> str:
    """The words around a span, for a finding: whole ones, in one line."""
    start, end = max(0, span.start - reach), min(len(text), span.end + reach)
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    said = " ".join(text[start:end].replace("\1", " ").replace("\0", "…").split())
    return ("… " if start else "") + said.strip(" ,;") + (" …" if end < len(text) else "")
