"""The part of the day after an hour: “in the morning”, “tonight”, «вечера»."""

from __future__ import annotations

from collections.abc import Callable

from citebound.claims.figures.atoms import Atom
from citebound.claims.figures.english import ENGLISH
from citebound.claims.figures.tables import listed
from citebound.claims.figures.values import Kind

Low = Callable[[int], str]
"""A token of a text in small letters, by its number."""

_PARTS = {"morning": "am", "afternoon": "pm", "evening": "pm"}
_AT = frozenset(listed("в во к с до после около"))
"""Before a bare number these make an hour of it, if a part of the day follows: «в 7 вечера»."""

_HOUR_AFTER = frozenset(listed(
    "at by until till after before past since from to between about around circa is was"
))  # fmt: skip
_SKIPPED = frozenset(listed("exactly just shortly precisely only almost nearly"))
_GOES_ON = frozenset(listed("and or"))
_MONEY = frozenset("$€£₽¥₹฿")


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


def may_be_count(low: Low, atom: Atom) -> bool:
    """Whether a number before a part of the day need not be an hour: “killed 12 in the morning”. It
    is one after “at” and its like, and where it begins its clause.
    """
    if any(value.kind is Kind.TIME for value in atom.values):
        return False
    at = atom.first - 1
    while low(at) in _SKIPPED:
        at -= 1
    if low(at) in _GOES_ON:
        is_first = low(at - 1).isdecimal() or low(at - 1) in ENGLISH.small
        return not is_first or low(at - 2) not in _HOUR_AFTER  # “between 7 and 8 in the morning”
    return low(at) not in _HOUR_AFTER and (low(at).isalpha() or low(at) in _MONEY)


def is_of_month(low: Low, atom: Atom) -> bool:
    """Whether the number is the day of a month: “on May 5 in the evening”."""
    before = low(atom.first - 1)
    return before in ENGLISH.months or before in ENGLISH.short
