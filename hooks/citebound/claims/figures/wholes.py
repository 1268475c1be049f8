"""The whole in the place of its part: “five banks close” for “two of the five banks close”."""

from __future__ import annotations

import regex

from citebound.claims.figures.beside import STEM
from citebound.claims.figures.rates import PREPOSITIONS
from citebound.claims.figures.tables import listed
from citebound.claims.figures.values import Figure
from citebound.text.patterns import Pattern

_OF = Pattern(
    r"\s+(?:(?:out\s+)?of|из)\s+(?:(?:the|its|his|her|their|these|those|этих)\s+)?",
    regex.IGNORECASE,
)
_BEGUN = Pattern(
    r"(?:\A|[.,;:!?“«(—–]|\bthat|\band|\bчто)\s*"
    r"(?:all\s+of\s+|all\s+|все\s+)?(?:the\s+|эти\s+)?\Z",
    regex.IGNORECASE,
)
_WORD = Pattern(r"[\p{L}\p{M}]+|[^\s\w]")
_HELP = frozenset(
    listed("will would shall is are was were be been has have had будут будет были был была")
)
_NEAR, _FAR = 40, 80
"""So many characters before and after a figure are looked at."""


def is_whole(text: str, figure: Figure, before: Figure) -> bool:
    """Whether a figure is only what the figure before it is a part of."""
    return bool(_OF.fullmatch(text, before.span.end, figure.span.start))


def takes_its_place(ours: str, figure: Figure, theirs: str, whole: Figure) -> bool:
    """Whether a figure of ours begins a clause that says of the whole what its part did."""
    start = figure.span.start
    before = ours[max(0, start - _NEAR) : start]
    if start > _NEAR:
        before = "\ufffc" + before  # where our words are cut off, nothing begins
    if not _BEGUN.search(before):
        return False
    here, there = (_predicate(t, f.span.end) for t, f in ((ours, figure), (theirs, whole)))
    return here is not None and here == there


def _predicate(text: str, at: int) -> tuple[str, str] | None:
    """The beginnings of the noun after a figure, and of the verb right after that."""
    words = [word.lower() for word in _WORD.findall(text[at : at + _FAR])]
    if not words or not words[0].isalpha() or words[0] in PREPOSITIONS:
        return None
    verb = next((word for word in words[1:] if word not in _HELP), "")
    if not verb.isalpha() or verb in PREPOSITIONS:
        return None
    return words[0][:STEM], verb[:STEM]
