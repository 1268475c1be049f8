"""Scores: in “won 3–1” and “voted 61 to 39” each number is what one side has; neither is a limit.

A score may be told by the one side or by the other: who lost 1–3 was beaten 3–1. It is turned round
where the numbers change places and the side does not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import Enum
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

import regex

from citebound.claims.figures.counting import counting_of
from citebound.claims.figures.sides import NEITHER, Sides, exchanged, sides
from citebound.claims.figures.tables import listed
from citebound.claims.figures.values import Figure, Kind
from citebound.model import Span
from citebound.text.patterns import Pattern


class Side(Enum):
    """Whose score it is: of who won, of who lost, or of neither alone."""

    WON = 1
    LOST = 2
    EITHER = 3


_LOST = (
    r"los(?:t|es?|ing)|beaten|(?:was|were|been|being|is|are)\s+defeated|trail(?:s|ed|ing)?"
    r"|проигр\p{L}*|уступ\p{L}*"
)
_WON = (
    r"w[io]n|wins|winning|beats?|beating|defeat(?:ed|s|ing)|lead(?:s|ing)?|led|victory"
    r"|(?:ha[sd]|have|having)\s+(?:(?!been|being)\p{L}+\s+)?(?:beaten|defeated)"
    r"|выигр\p{L}*|побе[дж]\p{L}*|обыгр\p{L}*"
)
_EITHER = (
    r"defeat|draws?|drawn|drew|drawing|tied?|scor(?:e[sd]?|ing)|vot(?:e[sd]?|ing)|ballot|margin"
    r"|сч[её]т\p{L}*|нич[ье]\p{L}*|сыгра\p{L}*|голос\p{L}*"
)
_TELLS = Pattern(
    rf"(?<!\p{{L}})(?:(?P<lost>{_LOST})|(?P<won>{_WON})|(?P<either>{_EITHER}))(?!\p{{L}})",
    regex.IGNORECASE,
)
_NOUN = Pattern(
    r"\s+(?:(?P<won>win|victory|lead)|(?P<lost>loss)|(?P<either>defeat|draw|tie|vote|score))"
    r"(?!\p{L})",
    regex.IGNORECASE,
)
_WITH_SCORE = Pattern(r"\s+(?:со\s+сч[её]том|by\s+a\s+score\s+of)\s+", regex.IGNORECASE)
_WHO = Pattern(r"(\p{Lu}[\p{L}\p{M}’'-]*)\s+(?:(?:ha[sd]|have|was|were)\s+)?\Z")
"""Who has won or lost, right before the verb."""

_ENDS = Pattern(r"[.!?…။;](?!\p{N})|[\n\0\1]")
_JOINED = Pattern(
    r"\s*(?:[-–—‑:]|to|(?P<votes>votes\s+to|голос(?:ами|а|ов)?\s+против))\s*", regex.IGNORECASE
)
_SPAN = Pattern(r"(?:from|с)\s+$", regex.IGNORECASE)
_FOLLOWING = Pattern(r"\s*(\p{L}+)")
_GOES_ON = frozenset(
    listed(
        "in on at for over after before during to with since until and or but when while as "
        "against despite thanks from by away here there today yesterday overall again"
    )
)
"""After a score what happened goes on with such a word, where a noun would make a range of it."""

_FAR = 80
"""Within so many characters before a score stands what it is the score of."""

_LEAST = 1000
"""What is so large is no score without *votes*: “lost 1,000 to 2,000”."""

_MOST = 50
"""Of more scores with the same numbers no more are compared."""


class Told(NamedTuple):
    """Whose score it is, and the word that tells it."""

    side: Side
    word: Span


def score_of(text: str, first: Figure, second: Figure) -> Side | None:
    """Whose score two figures in a row are; ``None`` if they are no score."""
    told = _told_of(text, first, second)
    return None if told is None else told.side


def _told_of(text: str, first: Figure, second: Figure) -> Told | None:
    start, end = first.span.start, second.span.end
    joined = _JOINED.fullmatch(text, first.span.end, second.span.start)
    if joined is None or _SPAN.search(text, max(0, start - 6), start):
        return None
    most = None if joined["votes"] else _LEAST
    if not (_is_small(first, most) and _is_small(second, most)):
        return None
    noun = _NOUN.match(text, end)
    if noun is not None:
        return Told(_side(noun), Span(*noun.span()))
    following = _FOLLOWING.match(text, end)
    goes_on = following is None or following[1].lower() in _GOES_ON
    if not goes_on and counting_of(text, second).noun:
        return None
    begin = max(0, start - _FAR)
    for found in _ENDS.finditer(text, begin, start):
        begin = found.end()
    tells = [*_TELLS.finditer(text, begin, start)]
    if len(tells) > 1 and _WITH_SCORE.fullmatch(text, tells[-2].end(), start):
        tells.pop()
    if not tells:
        return Told(Side.EITHER, Span(*joined.span())) if joined["votes"] else None
    return Told(_side(tells[-1]), Span(*tells[-1].span()))


def _is_small(figure: Figure, most: int | None) -> bool:
    value = figure.values[0]
    amount = value.amount
    return (
        value.kind is Kind.NUMBER
        and not value.unit
        and isinstance(amount, Fraction)
        and amount.denominator == 1
        and amount >= 0
        and (most is None or amount < most)
    )


def _side(found: regex.Match[str]) -> Side:
    if found["lost"]:
        return Side.LOST
    return Side.WON if found["won"] else Side.EITHER


def opposed(text: str, figure: Figure, other: str, theirs: Figure) -> str:
    """The verb by which one side has won a score in one text, and lost it in another, each score at
    its first figure; nothing where it is another side, or none is named.
    """
    mine, has = _told(text, figure), _told(other, theirs)
    if mine is None or has is None or {_side(mine), _side(has)} != {Side.WON, Side.LOST}:
        return ""
    who, whose = _WHO.search(text[: mine.start()]), _WHO.search(other[: has.start()])
    return has.group() if who and whose and who[1] == whose[1] else ""


def _told(text: str, figure: Figure) -> regex.Match[str] | None:
    """The verb right before a score, or before «со счётом»."""
    start = figure.span.start
    last = None
    for last in _TELLS.finditer(text, max(0, start - _FAR), start):
        if _WITH_SCORE.fullmatch(text, last.end(), start):
            return last
    return last if last and not text[last.end() : start].strip() else None


class Score(NamedTuple):
    """The number of its first figure among some, what each side has, and whose score it is."""

    number: int
    one: object
    other: object
    side: Side
    sides: Sides


def scores_of(placed: Sequence[tuple[str, Figure]]) -> Iterator[Score]:
    """The scores among figures, each after the text that it is in."""
    for number, ((text, first), (other, second)) in enumerate(pairwise(placed)):
        told = _told_of(text, first, second) if text is other else None
        if told is None:
            continue
        has = NEITHER
        if told.side is not Side.EITHER:
            score = Span(first.span.start, second.span.end)
            has = sides(text, told.word, score, is_lost=told.side is Side.LOST)
        one, another = first.values[0].amount, second.values[0].amount
        yield Score(number, one, another, told.side, has)


class Turned(NamedTuple):
    """The number of a score of ours, that of the one of the evidence, and whether that was won by
    the side that has lost here.
    """

    number: int
    there: int
    is_of_other: bool


def turned_round(
    ours: Sequence[tuple[str, Figure]], theirs: Sequence[tuple[str, Figure]]
) -> Iterator[Turned]:
    """The scores of ours that the evidence has for the same side, but only the other way round, or
    for it as the winner and not as the loser.
    """
    mine = [*scores_of(ours)]
    if not mine:
        return
    found: dict[tuple[object, object, Side], int] = {}
    every: dict[frozenset[object], list[Score]] = defaultdict(list)
    for score in scores_of(theirs):
        found.setdefault((score.one, score.other, score.side), score.number)
        every[frozenset((score.one, score.other))].append(score)
    for score in mine:
        number, one, other, side, _ = score
        like = every[frozenset((one, other))][:_MOST]
        if like and all(exchanged(score.sides, there.sides) for there in like):
            yield Turned(number, like[0].number, is_of_other=True)
            continue
        if one == other or (one, other, side) in found:
            continue
        there = found.get((other, one, side))
        against = found.get((one, other, _AGAINST[side]))
        if there is None and against is not None and opposed(*ours[number], *theirs[against]):
            there = against
        if there is not None:
            yield Turned(number, there, is_of_other=False)


_AGAINST = {Side.WON: Side.LOST, Side.LOST: Side.WON, Side.EITHER: Side.EITHER}
