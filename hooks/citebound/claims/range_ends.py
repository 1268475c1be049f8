"""Ranges: “between 50 and 100” is neither 50 nor 100, “in 2015 or 2016” need not be in 2016.

What rose from 50 to 100 was both, and so was what did so between 2015 and 2019. Where a sentence
may mean either, nothing is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

import regex

from citebound.claims.figures.burmese_bounds import is_range
from citebound.claims.figures.moved import is_share
from citebound.claims.figures.reading import figures_in
from citebound.claims.figures.scores import score_of
from citebound.claims.figures.values import Figure, Kind
from citebound.text.bounding import Bounding
from citebound.text.denied_bounds import denies
from citebound.text.patterns import Pattern

_JOINED = Pattern(
    r"\s*(?P<by>[-–—‑]|to|until|till|through|and|or|до|по|и|или)\s*"
    r"(?:(?:the|early|mid|late)[\s-]+)?",
    regex.IGNORECASE,
)
_RANGE = frozenset(("-", "–", "—", "‑", "to", "до"))
_AND, _OR = frozenset(("and", "и")), frozenset(("or", "или"))
_FROM = Pattern(r"(?:from|с|со)\s+(?:the\s+)?[$€£₽¥]?$", regex.IGNORECASE)
_BETWEEN = Pattern(r"(?:between|между)\s+(?:the\s+|early\s+|late\s+)?[$€£₽¥]?$", regex.IGNORECASE)
_CHANGES = Pattern(
    r"(?<!\p{L})(?:r[io]se[sn]?|rising|fall(?:s|en|ing)?|fell|gain|lost|lose|grow|grew|climb|drop|jump"
    r"|slip|slid|increas|decreas|declin|up|down|вырос|упал|снизи|подня)\p{L}*"
    r"(?:\s+(?:by|about|almost|nearly|more\s+than|some|over|just|на|ещё|почти))*\s+[$€£₽¥]?$",
    regex.IGNORECASE,
)
"""After these stands by how much something changed, and then, after *to*, to what."""

_CHANGED = Pattern(
    r"(?<!\p{L})(?:r[io]se|rising|f[ae]ll|gr[eo]w|increas|decreas|declin|drop|climb|jump|slip|soar|surg"
    r"|plung|shr[aiu]nk|expand|reduc|lower|rais|widen|narrow|doubl|tripl|halv|chang|differ|compar|mov"
    r"|went|go(?:es|ne)?\b|turn|cut|вырос|рос|рас[тш]|упа|пад|сни[жз]|увелич|сокра[тщ]|повы[сш]"
    r"|пони[зж]|подн|подорож|подешев|измен|разни|удво|сравн)",
    regex.IGNORECASE,
)
"""Where something changed, both ends of its range are what they are said to be."""

_EVERY = Pattern(
    r"(?<!\p{L})(?:an?y|anyone|anybody|every\p{L}*|each|all|those|whoever|if|who|aged|любо\p{L}+"
    r"|кажд\p{L}+|все\p{L}?|тех?|если)(?!\p{L})",
    regex.IGNORECASE,
)
"""What holds of everybody of five or six holds of those of six."""

_ENDS = Pattern(r"[.!?…။;](?!\p{N})|[\n\0\1]")
_FAR = 160
_NARROW = Fraction(1, 10)

_B = Bounding
_OF_LOWER = frozenset((_B.AT_LEAST, _B.MORE, _B.OVER, _B.AFTER, _B.SINCE))
_OF_UPPER = frozenset((_B.AT_MOST, _B.LESS, _B.UNDER, _B.BEFORE, _B.NEARLY))


@dataclass(frozen=True, slots=True)
class RangeEnd:
    """The end of a range: the ``words`` of the range; what ``bounds`` that end alone; whether the
    two are so ``close`` that each is about the other; and, of dates, the values of the ``other``
    end. A ``plain`` one is both, as what lasted from 2015 to 2019.
    """

    words: str
    bounds: frozenset[Bounding]
    close: bool = False
    plain: bool = False
    other: tuple[object, ...] = ()


def range_ends(text: str, figures: Sequence[Figure]) -> dict[int, RangeEnd]:
    """The figures of a text that are an end of a range, by their numbers."""
    found: dict[int, RangeEnd] = {}
    for number, (first, second) in enumerate(pairwise(figures)):
        start, end = first.span.start, second.span.start
        joined = _JOINED.fullmatch(text, first.span.end, end)
        if is_range(text, first.span, second.span) and _is_less(first, second):
            words = " ".join(text[start : second.span.end].split())
            found[number] = RangeEnd(words, _OF_LOWER)
            found[number + 1] = RangeEnd(words, _OF_UPPER)
            continue
        if joined is None or first.quiet or second.quiet:
            continue
        if score_of(text, first, second) is not None:
            continue
        join = joined["by"].lower()
        between = _BETWEEN.search(text, max(0, start - 16), start)
        since = _FROM.search(text, max(0, start - 8), start)
        dates = first.values[0].kind is second.values[0].kind is not Kind.NUMBER
        plain = True
        if join in _AND:
            if between is None:
                continue
            plain = dates and _is_in_change(text, start)
        elif join in _OR:
            near = text[max(0, start - _FAR) : start]
            plain = denies(near, len(near)) or _is_said(_EVERY, text, start)
        elif join in _RANGE and not dates:
            plain = since is not None and not _begins_range(text, since.start(), start)
        if not (dates or _is_less(first, second)) or _is_change(text, first, second, join):
            continue
        words = " ".join(text[start : second.span.end].split())
        said = f"{between.group().split()[0].lower()} {words}" if between else words
        close = not dates and _is_close(first, second)
        # What changed between two years may be told of each, in a sentence that has both.
        others = [(_values(second), _OF_LOWER), (_values(first), _OF_UPPER)]
        for at, (other, bounds) in zip((number, number + 1), others, strict=True):
            found[at] = RangeEnd(said, bounds, close, plain, other if dates else ())
    return found


def _values(figure: Figure) -> tuple[object, ...]:
    return tuple((value.kind, value.amount) for value in figure.values)


def _begins_range(text: str, since: int, start: int) -> bool:
    """Whether “from 50 to 100” begins its sentence, in which nothing changes."""
    before = text[max(0, since - 2) : since].strip()
    return before in ("", ".", "“", "\n") and not _is_in_change(text, start)


def _is_in_change(text: str, at: int) -> bool:
    """Whether the sentence around a place tells of a change."""
    ends = _ENDS.search(text, at, at + _FAR)
    stop = ends.start() if ends else min(len(text), at + _FAR)
    return _is_said(_CHANGED, text, at) or _CHANGED.search(text, at, stop) is not None


def _is_said(words: Pattern, text: str, at: int) -> bool:
    """Whether words stand before a place in its sentence."""
    begin = max(0, at - _FAR)
    for found in _ENDS.finditer(text, begin, at):
        begin = found.end()
    return words.search(text, begin, at) is not None


def _is_change(text: str, first: Figure, second: Figure, join: str) -> bool:
    """Whether the second is where something came to: “rose 8 percent to $2.4 billion”. Of a range
    both have one unit, or the second alone has one, which is then that of the first as well. No
    part of a whole is an end of a range of what is none: “fell by two thirds to 310 million euros”.
    """
    one, other = _unit(text, first), _unit(text, second)
    if (one and one != other) or (is_share(first) and not is_share(second)):
        return True
    changes = _CHANGES.search(text, max(0, first.span.start - 24), first.span.start)
    return join in ("to", "до") and changes is not None and one == other


def _unit(text: str, figure: Figure) -> str:
    """The unit that stands with a figure itself, and not with the other end of its range."""
    read = figures_in(figure.span.of(text), "en")
    return read[0].values[0].unit if read else ""


def _is_less(first: Figure, second: Figure) -> bool:
    """Whether both are amounts, the first the less: of “61–39” neither is a limit."""
    one, other = first.values[0], second.values[0]
    if one.kind is not Kind.NUMBER or other.kind is not Kind.NUMBER:
        return False
    return (
        isinstance(one.amount, Fraction)
        and isinstance(other.amount, Fraction)
        and one.amount < other.amount
    )


def _is_close(first: Figure, second: Figure) -> bool:
    """Whether each of two amounts is about the other."""
    one, other = first.values[0].amount, second.values[0].amount
    return (
        isinstance(one, Fraction) and isinstance(other, Fraction) and other - one <= other * _NARROW
    )
