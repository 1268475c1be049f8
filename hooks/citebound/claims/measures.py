"""The measures of figures: the words beside a figure that say whether it is all, about or at most
so much, and the range that it is an end of.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

import regex

from citebound.claims.figures.burmese_bounds import is_range, measure_after
from citebound.claims.figures.reading import figures_in
from citebound.claims.figures.values import Figure, Kind
from citebound.claims.limit_words import Word
from citebound.text.about import REACH, Sense, is_about, sense
from citebound.text.bounding import OF_DATES, Bounding
from citebound.text.limiting import LIMITS, Limit

_FILLERS = frozenset((
    "the", "a", "an", "us", "some", "all", "this", "spring", "summer", "autumn", "fall", "winter",
    "of", "mid", "year", "его", "их",
))  # fmt: skip
_ARTICLES = frozenset(("the", "a", "an", "his", "her", "its", "their", "this", "these"))
_BEFORE = tuple(measure for table in LIMITS.values() for measure in table.before)
_AFTER = tuple(measure for table in LIMITS.values() for measure in table.after)
"""The measures of all languages: a text may have a figure in another than its own."""

_BEFORE_AT = {measure: at for at, measure in reversed([*enumerate(_BEFORE)])}
_AFTER_AT = {measure: at for at, measure in reversed([*enumerate(_AFTER)])}
"""Each with its rank: of several beside a figure, the first of the list is its measure."""

_WORDS = max(measure.count(" ") + 1 for measure in (*_BEFORE, *_AFTER))
"""No measure has more words."""

_VAGUE = frozenset(("over", "under", "about", "around", "above", "below", "some", "only", "just"))
_PREPOSITIONS = tuple(_VAGUE)
_JOINED = regex.compile(r"\s*([-–—‑]|to|and|до|и)\s*")
_FROM = regex.compile(r"(?:from|от|с|со)\s+$", regex.IGNORECASE)
_BETWEEN = regex.compile(r"(?:between|между)\s+[$€£₽¥]?$", regex.IGNORECASE)

_CHANGES = regex.compile(
    r"(?<!\p{L})(?:r[io]se[sn]?|rising|fall(?:s|en|ing)?|fell|gain|lost|lose|grow|grew|climb|drop|jump"
    r"|slip|slid|increas|decreas|declin|up|down|вырос|упал|снизи|подня)\p{L}*"
    r"(?:\s+(?:by|about|nearly|на|ещё))*\s+[$€£₽¥]?$",
    regex.IGNORECASE,
)
"""After these stands by how much something changed, and then, after *to*, to what."""


def measured(text: str, words: Sequence[Word], figures: Sequence[Figure]) -> list[Word]:
    """The words, each figure with its measure. What measures a figure limits nothing else."""
    read = list(words)
    if not figures:
        return read
    starts = [word.start for word in words]
    ends = [word.end for word in words]
    ranges = _ranges(text, figures)
    for number, figure in enumerate(figures):
        first = bisect_right(ends, figure.span.start)  # a sign such as $ is no word
        last = bisect_left(starts, figure.span.end) - 1
        if last < first:
            continue
        for at in range(first, last + 1):
            read[at] = read[at]._replace(stem="")
        values = tuple((value.kind, value.amount) for value in figure.values)
        after = figures[number + 1].span.start if number + 1 < len(figures) else len(text)
        measure = _measure(words, first, last, after) or measure_after(text, figure.span.end)
        units = {value.unit for value in figure.values}
        said = [word.said for word in words[max(0, first - REACH) : first]]
        meant = sense(measure, said, units)
        if meant is Sense.NONE:
            measure = ""
        loose = meant is Sense.ELSE or (is_about(measure, said) and not any(units))
        bound = str(_bound_of(figure)) or ("an estimated" if said[-1:] == ["estimated"] else "")
        if bound and not measure:
            measure, loose = bound, True
        read[last] = read[last]._replace(
            values=values,
            measure=measure,
            loose=loose,
            free=loose or meant is Sense.EITHER,
            within=ranges.get(number, ""),
            whole=" ".join(figure.span.of(text).split()),
            bound=figure.bounding,
        )
        turned = figure.also if figure.bounding in OF_DATES else None
        denial = _denial(words, first) if turned is not None else -1
        if turned is not None and denial >= 0:
            turns = (*read[denial].turns, *((value, turned) for value in values))
            read[denial] = read[denial]._replace(turns=turns)
        reach = (*range(max(0, first - 7), first), *range(last + 1, min(last + 5, len(words))))
        for near in reach if measure else ():
            if read[near].said in measure.split():
                read[near] = read[near]._replace(limit=None)
    return read


def _measure(words: Sequence[Word], first: int, last: int, until: int) -> str:
    """The measure of the figure between two indices, or nothing; the next begins at ``until``."""
    filled = first
    while filled > max(0, first - 3) and words[filled - 1].said in _FILLERS:
        filled -= 1
    ranked = {*_ends(words, first)}
    if filled < first:
        ranked |= {at for at in _ends(words, filled) if _BEFORE[at] not in _VAGUE}
    return _BEFORE[min(ranked)] if ranked else _measure_after(words, last, until)


def _ends(words: Sequence[Word], end: int) -> Iterator[int]:
    """The ranks of the measures that end right before an index."""
    said = [word.said for word in words[max(0, end - _WORDS) : end]]
    for start in range(len(said)):
        at = _BEFORE_AT.get(" ".join(said[start:]))
        if at is not None:
            yield at


def _measure_after(words: Sequence[Word], last: int, until: int) -> str:
    """The measure after the figure that ends at an index, with a word between them at most; what
    stands before the next figure, from ``until`` on, measures that one.
    """
    for first in (last + 1, last + 2):
        near = words[first : first + _WORDS]
        if not near or near[0].clause > words[last].clause + 1:
            return ""
        if first > last + 1 and words[last + 1].clause > words[last].clause:
            return ""
        said = [word.said for word in near]
        begun = (_AFTER_AT.get(" ".join(said[:count])) for count in range(1, len(said) + 1))
        for measure in (_AFTER[at] for at in sorted(at for at in begun if at is not None)):
            is_preposition = measure.endswith(_PREPOSITIONS) and len(near) > 2
            if is_preposition and near[2].said in _ARTICLES:
                continue  # “fell to 12 and over the years”
            end = first + measure.count(" ") + 1
            following = words[end : end + 2]
            plain = [w for w in following if w.said not in _FILLERS]
            if not (plain and plain[0].end > until):
                return measure
    return ""


def _denial(words: Sequence[Word], first: int) -> int:
    """The index of the last word that negates in the clause before a figure, or -1."""
    for at in range(first - 1, -1, -1):
        if words[at].clause != words[first].clause:
            break
        if words[at].limit is Limit.NOT:
            return at
    return -1


def _bound_of(figure: Figure) -> Bounding:
    """How a date without a measure is bounded by a word of time, or what else bounds a figure."""
    if figure.bounding in (Bounding.BEFORE, Bounding.AFTER):
        return figure.bounding
    is_plain = figure.bounding in (Bounding.NONE, Bounding.IN)
    return figure.also or Bounding.NONE if is_plain else Bounding.NONE


def _ranges(text: str, figures: Sequence[Figure]) -> dict[int, str]:
    """The figures that are an end of a range, and the words of the range: “50 to 100” is neither
    50 nor 100. What rose from 50 to 100 was both.
    """
    found: dict[int, str] = {}
    for number, (first, second) in enumerate(pairwise(figures)):
        start, end = first.span.start, second.span.start
        joined = _JOINED.fullmatch(text, first.span.end, end)
        between = _BETWEEN.search(text, max(0, start - 16), start)
        if is_range(text, first.span, second.span) and _is_less(first, second):
            words = " ".join(text[start : second.span.end].split())
            found[number] = found[number + 1] = words
            continue
        alone = joined is None or _FROM.search(text, max(0, start - 8), start) is not None
        if alone or (joined and joined[1] in ("and", "и") and not between):
            continue
        if _is_less(first, second) and not _is_change(text, first, second, joined):
            words = " ".join(text[start : second.span.end].split())
            found[number] = found[number + 1] = f"between {words}" if between else words
    return found


def _is_change(text: str, first: Figure, second: Figure, joined: regex.Match[str] | None) -> bool:
    """Whether the second is where something came to: “rose 8 percent to $2.4 billion”. Of a range
    both have one unit, or the second alone has one, which is then that of the first as well.
    """
    one, other = _unit(text, first), _unit(text, second)
    if one and one != other:
        return True
    goes_to = joined is not None and joined[1] in ("to", "до")
    changes = _CHANGES.search(text, max(0, first.span.start - 24), first.span.start)
    return goes_to and changes is not None and one == other


def _unit(text: str, figure: Figure) -> str:
    """The unit that stands with a figure itself, and not with the other end of its range."""
    read = figures_in(figure.span.of(text), "en")
    return read[0].values[0].unit if read else ""


def _is_less(first: Figure, second: Figure) -> bool:
    """Whether both are amounts, the first the less: of “61–39” neither is a limit."""
    if first.quiet or second.quiet:
        return False
    one, other = first.values[0], second.values[0]
    if one.kind is not Kind.NUMBER or other.kind is not Kind.NUMBER:
        return False
    return (
        isinstance(one.amount, Fraction)
        and isinstance(other.amount, Fraction)
        and one.amount < other.amount
    )
