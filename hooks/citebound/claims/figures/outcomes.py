"""What a score came to: which way a vote went, and what one side did with it, won, led or drew."""

from __future__ import annotations

from typing import NamedTuple

import regex

from citebound.claims.figures.beside import STEM
from citebound.model import Span
from citebound.text.patterns import Pattern

_WAY = Pattern(
    r"\s*,?\s*(?:(?P<for>in\s+favou?r\s+of|for|to\s+(?:approve|confirm|pass|adopt|recommend|back"
    r"|support|ratify|accept|uphold|endorse))|against|to\s+(?:reject|block|oppose|overturn|defeat"
    r"|strike\s+down|throw\s+out))\s+(?:(?:the|an?|its|his|her|their|this|that)\s+)?"
    r"(?P<what>\p{L}+)",
    regex.IGNORECASE,
)
_LEADS = Pattern(r"lead(?:s|ing)?|led|trail(?:s|ed|ing)?", regex.IGNORECASE)
_DRAWS = Pattern(r"draws?|drawn|drew|drawing|tied?", regex.IGNORECASE)
_WHO = Pattern(
    r"(?:(?P<name>\p{Lu}[\p{L}\p{M}’'-]*)|(?:\A|[.,;:!?]\s+|\b(?:and|but|that|while|when)\s+)"
    r"[Tt]he\s+(?P<noun>(?:\p{Ll}[\p{L}-]*\s+){0,2}\p{Ll}[\p{L}-]*))"
    r"\s+(?:(?:ha[sd]|have|was|were)\s+)?\Z"
)
_FAR = 80
_LETTERS = Pattern(r"\p{L}{4,}")


class Way(NamedTuple):
    """Whether a vote was for something or against it, and the first word of that."""

    is_for: bool
    what: str


def way_of(text: str, end: int) -> Way | None:
    """Which way the vote went whose score ends there."""
    found = _WAY.match(text, end)
    return Way(found["for"] is not None, found["what"].lower()) if found else None


def is_other_way(ours: Way | None, theirs: Way | None) -> bool:
    """Whether one vote is for what the other is against."""
    return bool(ours and theirs and ours.what == theirs.what and ours.is_for != theirs.is_for)


def is_otherwise_done(ours: str, theirs: str) -> bool:
    """Whether who won here only led there, or drew."""
    if _LEADS.fullmatch(ours) or _DRAWS.fullmatch(ours):
        return False
    return _LEADS.fullmatch(theirs) is not None or _DRAWS.fullmatch(theirs) is not None


def are_of_one(text: str, verb: Span, score: int, other: str, there: Span, second: int) -> bool:
    """Whether two verbs of winning or losing have one subject right before them, and the like
    between them and the score: “the party won the vote 3–1”, “the party lost the vote 3–1”.
    """
    one, another = _subject(text, verb.start), _subject(other, there.start)
    if not one or one != another:
        return False
    mine, has = _between(text, verb.end, score), _between(other, there.end, second)
    return mine <= has or has <= mine


def _subject(text: str, end: int) -> str:
    found = _WHO.search(text, max(0, end - _FAR), end)
    return "" if found is None else found["name"] or found["noun"]


def _between(text: str, start: int, end: int) -> frozenset[str]:
    return frozenset(word.lower()[:STEM] for word in _LETTERS.findall(text[start:end]))
