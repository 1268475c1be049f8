"""Rounded figures: “about 1.76 million” of 1,763,400; one that is not called rounded is wrong.

A figure is rounded if it has fewer digits than the exact one, is the nearest such to it (after
“more than” or “nearly”, the nearest below or above), and is within a twentieth of it. A percentage
may also be rounded to a part of a whole: 23 percent are “nearly a quarter”.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from citebound.claims.figures.burmese_bounds import is_more
from citebound.claims.figures.comparing import same_unit
from citebound.claims.figures.values import PERCENT, Figure, Kind
from citebound.model import Span
from citebound.text.bounding import JUST_UNDER, NEARLY, Bounding, Of, any_of, phrases
from citebound.text.patterns import Pattern


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
_STARTS = r"(?<![\p{L}\p{M}])(?<!(?<!\p{L})(?:no|not|не)\s)"
"""*No more than* is not *more than*."""

_BEFORE = [
    (
        sense,
        Pattern(rf"{_STARTS}(?:{any_of(words)})\s+(?:an?\s+)?[$€£₽¥]?$"),
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


_PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("about", _WORDS[Rounded.ABOUT]),
    (
        "just over",
        ("just over", "just above", "a little over", "a little more than", "slightly more than",
         "slightly over", "чуть более", "чуть больше", "немного более", "немного больше"),
    ),
    ("over", _WORDS[Rounded.DOWN]),
    ("nearly", (*NEARLY, *JUST_UNDER, "a little less than", "чуть менее", "чуть меньше")),
    ("under", _WORDS[Rounded.UP]),
)  # fmt: skip
_BEFORE_PART = tuple(
    (sense, Pattern(rf"{_STARTS}(?:{any_of(words)})\s+(?:the\s+)?$")) for sense, words in _PARTS
)
_NONE, _TENTH, _THIRD = Fraction(0), Fraction(1, 10), Fraction(1, 3)
_FAR_FROM_PART = {
    "over": (_NONE, _THIRD),
    "just over": (_NONE, _TENTH),
    "about": (-_TENTH, _TENTH),
    "nearly": (-_TENTH, _NONE),
    "under": (-_THIRD, _NONE),
}
"""How far an exact share may be from a part that is called so, as a share of that part: 54 percent
is *more than half*, 80 percent is not, and 23 percent is *nearly a quarter*.
"""

_UNIT = Fraction(1)
_FAR_FROM_LENGTH = {
    "over": (_NONE, _UNIT, _UNIT),
    "just over": (_NONE, _UNIT, _CLOSE),
    "about": (-_UNIT / 2, _UNIT / 2, _CLOSE),
    "nearly": (-_UNIT, _NONE, _CLOSE),
    "under": (-_UNIT, _NONE, _UNIT),
}
"""How far a length may be from so many of its largest unit, in that unit; and as a share of it."""


def called_part(text: str, span: Span) -> str:
    """What the words before a part of a whole say of how it was rounded to; or nothing."""
    before = text[max(0, span.start - _REACH) : span.start].lower()
    return next((sense for sense, words in _BEFORE_PART if words.search(before)), "")


def is_rounded_to_part(ours: Figure, theirs: Figure, sense: str) -> bool:
    """Whether ours is a part of a whole in words, and theirs a percentage that is rightly called
    so: about, nearly or more than so much.
    """
    is_part = ours.worded or bool(ours.parts)
    if not (is_part and sense) or theirs.quiet or theirs.bounding is not Bounding.NONE:
        return False
    parts = [v.amount for v in ours.values if v.unit == PERCENT and isinstance(v.amount, Fraction)]
    least, most = _FAR_FROM_PART[sense]
    return any(
        least <= (value.amount - part) / part <= most and (sense == "about" or value.amount != part)
        for part in parts
        for value in theirs.values
        if value.unit == PERCENT and isinstance(value.amount, Fraction) and part > 0
    )


def is_length_bounded(ours: Figure, theirs: Figure, sense: str) -> bool:
    """Whether ours is the largest unit of a length, and the length is rightly called so: “over two
    hours” and “under three hours” of 2 hours 19 minutes.
    """
    if sense not in _FAR_FROM_LENGTH or not theirs.parts or theirs.bounding is not Bounding.NONE:
        return False
    first = theirs.parts[0].values[0]
    least, most, nearest = _FAR_FROM_LENGTH[sense]
    if not first.unit or first.unit == PERCENT:
        return False
    return any(
        isinstance(a.amount, Fraction)
        and isinstance(b.amount, Fraction)
        and a.unit == b.unit == first.unit
        and least < b.amount - a.amount < most
        and abs(b.amount - a.amount) <= b.amount * nearest
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
