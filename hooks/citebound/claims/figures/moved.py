"""Figures that stand in the evidence beside other words: of two that were exchanged each does.

Sentences order their figures as they like, and call things by other words. So a figure counts as
moved only where more of the words beside it belong to one other figure like it than to itself,
and where that other one, if we have it as well, has not kept its own words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from citebound.claims.figures.comparing import MOST
from citebound.claims.figures.english import ENGLISH
from citebound.claims.figures.held import Held, words_beside
from citebound.claims.figures.reading import figures_in
from citebound.claims.figures.values import PERCENT, Figure, Kind, Value
from citebound.claims.figures.when import dates_beside
from citebound.claims.figures.wholes import common_nouns, is_after_of, part_of
from citebound.model import Span
from citebound.text.bounding import Bounding
from citebound.text.limiting import language_of

_PAIRED = frozenset(("-", "–", "—", "to", "of", "of the", "out of", "to the"))


@dataclass(frozen=True)
class Places:
    """The figures of a text of ours that are asked for, and those of its evidence."""

    text: str
    asked: tuple[Figure, ...]
    held: Held

    @cached_property
    def _wanted(self) -> dict[Span, frozenset[str]]:
        return words_beside(self.text, language_of(self.text))

    @cached_property
    def _when(self) -> Mapping[Span, frozenset[str]]:
        return dates_beside(self.text, figures_in(self.text, language_of(self.text)))

    def wanted(self, ours: Figure, *, dated: bool = False) -> frozenset[str]:
        """The content words beside a figure of ours, if asked for with the date right after it."""
        words = self._wanted.get(ours.span, frozenset())
        return words | self._when.get(ours.span, frozenset()) if dated else words

    def moved_from(self, ours: Figure, equal: list[int]) -> int | None:
        """The figure of the evidence whose words stand beside ours, which is equal to others."""
        found = self._moved_from(ours, equal, dated=False)
        if found is None and ours.span in self._when:
            return self._moved_from(ours, equal, dated=True)
        return found

    def _moved_from(self, ours: Figure, equal: list[int], *, dated: bool) -> int | None:
        placed, near = self.held.placed, self.held.dated if dated else self.held.beside
        form = self._form(self.text, ours)
        others = [
            n
            for n, (text, figure) in enumerate(placed[:MOST])
            if n not in equal and not figure.quiet and self._form(text, figure) == form
        ]
        own = frozenset().union(*(near[n] for n in equal))
        of_others = frozenset().union(*(near[n] for n in others))
        wanted = self.wanted(ours, dated=dated)
        if wanted & own - of_others or not wanted & of_others - own:
            return None
        if is_bounded(ours) and any(placed[n][1].bounding is ours.bounding for n in equal):
            return None  # its bound stands beside it in both
        if wanted <= self._common or self._stays_whole(ours, equal):
            return None
        if self._is_of_pair(ours, equal):
            return None
        nearer = max(others, key=lambda n: len(wanted & near[n] - own))
        if len(wanted & near[nearer]) <= len(wanted & own) or self._keeps(nearer, own, dated=dated):
            return None
        return nearer

    def _keeps(self, number: int, own: frozenset[str], *, dated: bool) -> bool:
        """Whether we have a figure of the evidence as well, and it has none of the words that
        are ``own`` to the one it may have been exchanged with.
        """
        theirs = self.held.placed[number][1]
        near = self.held.dated if dated else self.held.beside
        kept = [one for one in self.asked if self.held.figures.same(one, theirs)]
        return bool(kept) and not any(
            self.wanted(one, dated=dated) & own - near[number] for one in kept
        )

    def _form(self, text: str, figure: Figure) -> tuple[object, ...]:
        """What two figures have in common that may have been exchanged: *twice* is no count."""
        return *form_of(figure.values[0]), figure.span.of(text).lower() in ENGLISH.times

    @cached_property
    def _common(self) -> frozenset[str]:
        return common_nouns(self.held.placed[:MOST])

    def _stays_whole(self, ours: Figure, equal: list[int]) -> bool:
        """Whether a figure is a whole here and there: what is said of a part stands beside it."""
        placed = self.held.placed
        return is_after_of(self.text, ours) and any(part_of(placed, n) is not None for n in equal)

    @cached_property
    def _place_of(self) -> dict[Span, int]:
        return {figure.span: at for at, figure in enumerate(self.asked)}

    def _is_of_pair(self, ours: Figure, equal: list[int]) -> bool:
        """Whether a figure stands by another as in the evidence: 61–39 for “61 votes to 39”."""
        text, placed = self.text, self.held.placed
        asked = self.asked
        at = self._place_of[ours.span]
        for step in (-1, 1):
            if not 0 <= at + step < len(asked):
                continue
            first, second = sorted((asked[at], asked[at + step]), key=lambda f: f.span.start)
            if text[first.span.end : second.span.start].strip() not in _PAIRED:
                continue
            beside = {n + step for n in equal}
            others = beside.intersection(self.held.figures.equal_to(asked[at + step]))
            if any(placed[n][0] == placed[n - step][0] for n in others):
                return True
        return False


def form_of(value: Value) -> tuple[Kind, str, bool, bool]:
    """What two figures have in common of which one may be written for the other: their kind and
    unit, whether they are parts of a whole, and how precise a date is.
    """
    amount = value.amount
    if isinstance(amount, tuple):
        return value.kind, "month" if amount[1] else "", bool(amount[0]), bool(amount[2])
    is_part = not value.unit and isinstance(amount, Fraction) and 0 < amount < 1
    return value.kind, value.unit, is_part, False


def is_share(figure: Figure) -> bool:
    """Whether it is a part of a whole, or a percentage: “20 percent” for “one in five”."""
    kind, unit, is_part, _ = form_of(figure.values[0])
    return kind is Kind.NUMBER and (is_part or unit == PERCENT)


def is_bounded(figure: Figure) -> bool:
    """Whether words beside a figure bound it."""
    return figure.bounding not in (Bounding.NONE, Bounding.IN)
