"""Rounded figures: “about 1.76 million” of 1,763,400; one that is not called rounded is wrong.

A figure is rounded if it has fewer digits than the exact one, is the nearest such to it (after
“more than” or “nearly”, the nearest below or above), and is within a twentieth of it.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

import regex

from citebound.claims.figures.burmese_bounds import is_more
from citebound.claims.figures.comparing import same_unit
from citebound.claims.figures.values import Figure, Kind
from citebound.model import Span
from citebound.text.bounding import Bounding, Of, any_of, phrases


class Rounded(StrEnum):
    """What the words before a figure say of how it was rounded."""

    NOT = ""
    ABOUT = "about"
    DOWN = "more than"
    UP = "nearly"


_AMOUNTS = (Of.EITHER, Of.AMOUNTS)
_WORDS = {
    Rounded.ABOUT: (
        *("about", "around", "some", "roughly", "approximately", "circa", "c.", "close to"),
        *("in the region of", "около", "примерно", "порядка", "приблизительно"),
    ),
    Rounded.DOWN: (
        "just over",
        *phrases(boundings=(Bounding.AT_LEAST, Bounding.MORE, Bounding.OVER), of=_AMOUNTS),
    ),
    Rounded.UP: (
        *("nearly", "almost", "just under", "почти"),
        *phrases(boundings=(Bounding.LESS, Bounding.UNDER), of=_AMOUNTS),
    ),
}
_REACH = 24
_BEFORE = [
    (
        sense,
        regex.compile(rf"(?<![\p{{L}}\p{{M}}])(?:{any_of(words)})\s+(?:an?\s+)?[$€£₽¥]?$"),
    )
    for sense, words in _WORDS.items()
]
_CLOSE = Fraction(1, 20)


def called_rounded(text: str, span: Span) -> Rounded:
    """What the words beside the figure at a span say of how it was rounded."""
    if is_more(text, span.end):
        return Rounded.DOWN
    before = text[max(0, span.start - _REACH) : span.start].lower()
    return next((sense for sense, words in _BEFORE if words.search(before)), Rounded.NOT)


def is_rounding(ours: Figure, theirs: Figure, sense: Rounded) -> bool:
    """Whether our figure is one of the evidence rounded in this sense; for ``NOT``, in any."""
    if theirs.quiet or theirs.bounding is not Bounding.NONE:
        return False
    return any(
        isinstance(a.amount, Fraction)
        and isinstance(b.amount, Fraction)
        and a.kind is b.kind is Kind.NUMBER
        and same_unit(a.unit, b.unit, exactly=False)
        and _rounds(a.amount, b.amount, sense)
        for a in ours.values
        for b in theirs.values
    )


def _rounds(ours: Fraction, exact: Fraction, sense: Rounded) -> bool:
    step, finer = _step(ours), _step(exact)
    if ours <= 0 or exact <= 0 or finer >= step or abs(ours - exact) > exact * _CLOSE:
        return False
    if sense is Rounded.DOWN:
        return 0 < exact - ours < step
    if sense is Rounded.UP:
        return 0 < ours - exact < step
    return abs(ours - exact) <= step / 2


def _step(amount: Fraction) -> Fraction:
    """The place of the last digit of an amount that is not 0: 10,000 for 1.76 million."""
    if amount == 0:
        return Fraction(1)
    step = Fraction(1)
    for _ in range(40):
        if (amount / step).denominator == 1:
            break
        step /= 10
    while (amount / (step * 10)).denominator == 1:
        step *= 10
    return step
