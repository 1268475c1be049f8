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
from citebound.claims.figures.outcomes import (
    Way,
    are_of_one,
    is_other_way,
    is_otherwise_done,
    way_of,
)
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


_HARD = r"(?:thrashed|trounced|routed|outplayed|overcome)"
_LOST = (
    rf"los(?:t|es?|ing)|beaten|(?:was|were|been|being|is|are)\s+(?:defeated|{_HARD}|eliminated)"
    r"|trail(?:s|ed|ing)?|проигр\p{L}*|уступ\p{L}*"
)
_WON = (
    r"w[io]n|wins|winning|beats?|beating|defeat(?:ed|s|ing)|lead(?:s|ing)?|led|victory"
    rf"|{_HARD}|overcame|triumph(?:s|ed)"
    r"|(?:ha[sd]|have|having)\s+(?:(?!been|being)\p{L}+\s+)?(?:beaten|defeated)"
    r"|выигр\p{L}*|побе[дж]\p{L}*|обыгр\p{L}*"
)
_EITHER = (
    r"defeat|draws?|drawn|drew|drawing|tied?|scor(?:e[sd]?|ing)|vot(?:e[sd]?|ing)|rul(?:e[sd]?|ing)"
    r"|ballot|margin"
    r"|сч[её]т\p{L}*|нич[ье]\p{L}*|сыгра\p{L}*|голос\p{L}*"
)
_TELLS = Pattern(
    rf"(?<!\p{{L}})(?:(?P<lost>{_LOST})|(?P<won>{_WON})|(?P<either>{_EITHER}))(?!\p{{L}})",
    regex.IGNORECASE,
)
_NOUN = Pattern(
    r"\s+(?:(?P<won>win|victory|lead|ahead|up)|(?P<lost>loss|behind|down|adrift)|(?P<either>defeat|draw|tie|vote|score))"
    r"(?!\p{L})",
    regex.IGNORECASE,
)
_THE_VOTE = Pattern(r"\s+(?:the|an?|its|their)\s+(?:\p{L}+\s+)?(?:vote|ballot)", regex.IGNORECASE)
_WITH_SCORE = Pattern(r"\s+(?:со\s+сч[её]том|by\s+a\s+score\s+of)\s+", regex.IGNORECASE)
_SUFFERED = Pattern(
    r"\b(?:suffer(?:s|ed|ing)?|endured?|(?:slump|crash|slip)(?:s|ed|ing)?\s+to)\s+"
    r"(?:an?|the|its|their|his|her)\s+(?:\p{L}+\s+)?\Z",
    regex.IGNORECASE,
)
"""Before “3–1 defeat”: the subject has lost it."""

_ENDS = Pattern(r"[.!?…။;](?!\p{N})|[\n\0\1]")
_JOINED = Pattern(
    r"\s*(?:[-–—‑:]|to|(?P<votes>votes\s+to|голос(?:ами|а|ов)?\s+против))\s*", regex.IGNORECASE
)
_DASH = Pattern(r"\s*[-–—‑:]\s*")
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
        is_suffered = _SUFFERED.search(text, max(0, start - _FAR), start) is not None
        return Told(Side.LOST if is_suffered else _side(noun), Span(*noun.span()))
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
    if len(tells) > 1 and _THE_VOTE.fullmatch(text, tells[-2].end(), tells[-1].end()):
        tells.pop()  # “lost the vote”
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


class Score(NamedTuple):
    """The number of its first figure among some, what each side has, and whose score it is, with
    the place of the word that tells it.
    """

    number: int
    one: object
    other: object
    side: Side
    sides: Sides
    way: Way | None
    word: Span


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
        way = way_of(text, second.span.end) if told.side is Side.EITHER else None
        yield Score(number, one, another, told.side, has, way, told.word)


class Turned(NamedTuple):
    """The number of a score of ours, that of the one of the evidence, whether that was won by the
    side that has lost here, and the verb of the evidence, if its verb makes the difference.
    """

    number: int
    there: int
    is_of_other: bool
    verb: str


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
    untold = _untold(theirs)
    for score in mine:
        number, one, other, side = score[:4]
        like = every[frozenset((one, other))][:_MOST]
        if frozenset((one, other)) in untold:
            continue  # who won that one, nobody can say
        verbs = [_opposed(score, there, ours[number], theirs[there.number]) for there in like]
        is_of_other = all(exchanged(score.sides, there.sides) for there in like)
        if like and (is_of_other or all(verbs) or _is_other_way(score, like)):
            text, figure = theirs[like[0].number]
            beside = not text[like[0].word.end : figure.span.start].strip()
            verb = verbs[0] if all(verbs) and (beside or not is_of_other) else ""
            yield Turned(number, like[0].number, is_of_other, verb)
        elif one != other and (one, other, side) not in found and side is not Side.LOST:
            there = found.get((other, one, side))
            if there is not None:
                yield Turned(number, there, is_of_other=False, verb="")


def _is_other_way(score: Score, like: Sequence[Score]) -> bool:
    return all(is_other_way(score.way, there.way) for there in like)


def _opposed(
    score: Score, there: Score, ours: tuple[str, Figure], theirs: tuple[str, Figure]
) -> str:
    """The verb by which one side has won a score in one text, and lost, led or drawn it in another;
    nothing where it is another side, or none is named.
    """
    (text, mine), (other, has) = ours, theirs
    verb = there.word.of(other)
    is_converse = {score.side, there.side} == {Side.WON, Side.LOST}
    if score.word.start >= mine.span.start or there.word.start >= has.span.start:
        return ""
    if not is_converse and not is_otherwise_done(score.word.of(text), verb):
        return ""
    same = are_of_one(text, score.word, mine.span.start, other, there.word, has.span.start)
    return verb if same else ""


def _untold(placed: Sequence[tuple[str, Figure]]) -> frozenset[frozenset[object]]:
    """The numbers of what looks like a score, and of which no verb is known that tells it."""
    return frozenset(
        frozenset((first.values[0].amount, second.values[0].amount))
        for (text, first), (other, second) in pairwise(placed)
        if text is other
        and _DASH.fullmatch(text, first.span.end, second.span.start)
        and _is_small(first, _LEAST)
        and _is_small(second, _LEAST)
        and _told_of(text, first, second) is None
    )
