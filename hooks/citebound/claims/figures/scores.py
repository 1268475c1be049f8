"""Scores: in “won 3–1” and “voted 61 to 39” each number is what one side has; neither is a limit.

A score may be told by the one side or by the other: who lost 1–3 was beaten 3–1. It is turned round
where the numbers change places and the side does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from fractions import Fraction
from itertools import pairwise

import regex

from citebound.claims.figures.counting import counting_of
from citebound.claims.figures.tables import listed
from citebound.claims.figures.values import Figure, Kind


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
    r"|выигр\p{L}*|побе[дж]\p{L}*|обыгр\p{L}*"
)
_EITHER = (
    r"defeat|draws?|drawn|drew|drawing|tied?|scor(?:e[sd]?|ing)|vot(?:e[sd]?|ing)|ballot|margin"
    r"|сч[её]т\p{L}*|нич[ье]\p{L}*|сыгра\p{L}*|голос\p{L}*"
)
_TELLS = regex.compile(
    rf"(?<!\p{{L}})(?:(?P<lost>{_LOST})|(?P<won>{_WON})|(?P<either>{_EITHER}))(?!\p{{L}})",
    regex.IGNORECASE,
)
_NOUN = regex.compile(
    r"\s+(?:(?P<won>win|victory|lead)|(?P<lost>loss)|(?P<either>defeat|draw|tie|vote|score))"
    r"(?!\p{L})",
    regex.IGNORECASE,
)
_WITH_SCORE = regex.compile(r"\s+(?:со\s+сч[её]том|by\s+a\s+score\s+of)\s+", regex.IGNORECASE)
_WHO = regex.compile(r"(\p{Lu}[\p{L}\p{M}’'-]*)\s+(?:(?:ha[sd]|have|was|were)\s+)?\Z")
"""Who has won or lost, right before the verb."""

_ENDS = regex.compile(r"[.!?…။;](?!\p{N})|[\n\0\1]")
_JOINED = regex.compile(r"\s*(?:[-–—‑:]|to)\s*", regex.IGNORECASE)
_SPAN = regex.compile(r"(?:from|с)\s+$", regex.IGNORECASE)
_FOLLOWING = regex.compile(r"\s*(\p{L}+)")
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
"""What is so large is no score: “lost 1,000 to 2,000”."""


def score_of(text: str, first: Figure, second: Figure) -> Side | None:
    """Whose score two figures in a row are; ``None`` if they are no score."""
    start, end = first.span.start, second.span.end
    if not (_is_small(first) and _is_small(second)):
        return None
    if _JOINED.fullmatch(text, first.span.end, second.span.start) is None:
        return None
    if _SPAN.search(text, max(0, start - 6), start):
        return None
    noun = _NOUN.match(text, end)
    if noun is not None:
        return _side(noun)
    following = _FOLLOWING.match(text, end)
    goes_on = following is None or following[1].lower() in _GOES_ON
    if not goes_on and counting_of(text, second).noun:
        return None
    begin = max(0, start - _FAR)
    for found in _ENDS.finditer(text, begin, start):
        begin = found.end()
    told = [*_TELLS.finditer(text, begin, start)]
    if len(told) > 1 and _WITH_SCORE.fullmatch(text, told[-2].end(), start):
        return _side(told[-2])
    return _side(told[-1]) if told else None


def _is_small(figure: Figure) -> bool:
    value = figure.values[0]
    amount = value.amount
    return (
        value.kind is Kind.NUMBER
        and not value.unit
        and isinstance(amount, Fraction)
        and amount.denominator == 1
        and 0 <= amount < _LEAST
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


Score = tuple[int, object, object, Side]
"""The number of its first figure among some, what each side has, and whose score it is."""


def scores_of(placed: Sequence[tuple[str, Figure]]) -> Iterator[Score]:
    """The scores among figures, each after the text that it is in."""
    for number, ((text, first), (other, second)) in enumerate(pairwise(placed)):
        side = score_of(text, first, second) if text is other else None
        if side is not None:
            yield number, first.values[0].amount, second.values[0].amount, side


def turned_round(
    ours: Sequence[tuple[str, Figure]], theirs: Sequence[tuple[str, Figure]]
) -> Iterator[tuple[int, int]]:
    """The numbers of the scores of ours that the evidence has for the same side, but only the other
    way round, or for it as the winner and not as the loser, each with that of the one of the
    evidence.
    """
    mine = [*scores_of(ours)]
    if not mine:
        return
    found: dict[tuple[object, object, Side], int] = {}
    for number, one, other, side in scores_of(theirs):
        found.setdefault((one, other, side), number)
    for number, one, other, side in mine:
        if one == other or (one, other, side) in found:
            continue
        there = found.get((other, one, side))
        against = found.get((one, other, _AGAINST[side]))
        if there is None and against is not None and opposed(*ours[number], *theirs[against]):
            there = against
        if there is not None:
            yield number, there


_AGAINST = {Side.WON: Side.LOST, Side.LOST: Side.WON, Side.EITHER: Side.EITHER}
