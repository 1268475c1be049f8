"""The date right after a figure: the 61 of “61 percent in 2023 and 54 in 2019” is of 2023."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import regex

from citebound.claims.figures.values import Figure, Kind
from citebound.model import Span
from citebound.text.patterns import Pattern

_BETWEEN = Pattern(r"(?:\s+\p{L}+){0,2}?\s+(?:in|on|for|в|во)\s+", regex.IGNORECASE)
_JOINS = Pattern(r"\b(?:and|but|from|to|while|и|а|но|с|до)\b", regex.IGNORECASE)


def dates_beside(text: str, figures: tuple[Figure, ...]) -> Mapping[Span, frozenset[str]]:
    """For each number that a date follows, with no joining word between, what the date says."""
    return {
        first.span: _said(second)
        for first, second in pairwise(figures)
        if first.values[0].kind is Kind.NUMBER
        and second.values[0].kind in (Kind.DATE, Kind.WEEKDAY)
        and _BETWEEN.fullmatch(text, first.span.end, second.span.start)
        and not _JOINS.search(text, first.span.end, second.span.start)
    }


def _said(date: Figure) -> frozenset[str]:
    amount = date.values[0].amount
    if not isinstance(amount, tuple):
        return frozenset((f"weekday {amount}",))
    year, month, day = amount
    parts = (("year", year), ("month", month), ("day", day))
    return frozenset(f"{name} {part}" for name, part in parts if part)
