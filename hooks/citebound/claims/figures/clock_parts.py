"""The part of the day after an hour: “in the morning”, “tonight”, «вечера»."""

from __future__ import annotations

from collections.abc import Callable

from citebound.claims.figures.atoms import Atom
from citebound.claims.figures.tables import listed
from citebound.claims.figures.values import Kind

Low = Callable[[int], str]
"""A token of a text in small letters, by its number."""

_PARTS = {"morning": "am", "afternoon": "pm", "evening": "pm"}
_AT = frozenset(listed("в во к с до после около"))
"""Before a bare number these make an hour of it, if a part of the day follows: «в 7 вечера»."""


def part_of_day(low: Low, at: int) -> tuple[str, int]:
    """Which half of the day the words at a token are, and where they end; nothing if none."""
    first, second = low(at), low(at + 1)
    if first == "tonight" or (first == "at" and second == "night"):
        return "pm", at + 1 + (first == "at")
    if first == "in" and second == "the" and low(at + 2) in _PARTS:
        return _PARTS[low(at + 2)], at + 3
    if first in ("this", "yesterday", "tomorrow") and second in _PARTS:
        return _PARTS[second], at + 2
    return "", at


def is_hour(low: Low, atom: Atom) -> bool:
    """Whether a number is an hour without the word for it: «в 7 вечера», «4:20 утра»."""
    if any(value.kind is Kind.TIME for value in atom.values):
        return True
    return low(atom.first - 1) in _AT and low(atom.after) not in ("дня", "дней")
