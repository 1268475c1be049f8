"""The measures of figures: the words beside a figure that say whether it is all, about or at most
so much, and the range that it is an end of.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import regex

from citebound.claims.figures.values import Figure, Kind
from citebound.claims.limit_words import Word
from citebound.text.about import REACH, is_about
from citebound.text.limiting import LIMITS

_FILLERS = frozenset((
    "the", "a", "an", "us", "some", "all", "this", "spring", "summer", "autumn", "fall", "winter",
    "of", "mid", "year", "его", "их",
))  # fmt: skip
_BEFORE = tuple(measure for table in LIMITS.values() for measure in table.before)
_AFTER = tuple(measure for table in LIMITS.values() for measure in table.after)
"""The measures of all languages: a text may have a figure in another than its own."""

_VAGUE = frozenset(("over", "under", "about", "around", "above", "below", "some", "only", "just"))
_JOINED = regex.compile(r"\s*([-–—‑]|to|and|до|и)\s*")
_FROM = regex.compile(r"(?:from|от|с|со)\s+$", regex.IGNORECASE)
_BETWEEN = regex.compile(r"(?:between|между)\s+[$€£₽¥]?$", regex.IGNORECASE)


def measured(text: str, words: Sequence[Word], figures: Sequence[Figure]) -> list[Word]:
    """The words, each figure with its measure. What measures a figure limits nothing else."""
    read = list(words)
    starts = [word.span.start for word in words]
    ends = [word.span.end for word in words]
    ranges = _ranges(text, figures)
    for number, figure in enumerate(figures):
        first = bisect_right(ends, figure.span.start)  # a sign such as $ is no word
        last = bisect_left(starts, figure.span.end) - 1
        if last < first:
            continue
        for at in range(first, last + 1):
            read[at] = replace(read[at], stem="")
        values = tuple((value.kind, value.amount) for value in figure.values)
        measure = _measure(words, first, last) or _touching(text, figure)
        said = [word.said for word in words[max(0, first - REACH) : first]]
        loose = is_about(measure, said) and not any(value.unit for value in figure.values)
        within = ranges.get(number, "")
        read[last] = replace(read[last], values=values, measure=measure, loose=loose, within=within)
        reach = (*range(max(0, first - 7), first), *range(last + 1, min(last + 5, len(words))))
        for near in reach if measure else ():
            if read[near].said in measure.split():
                read[near] = replace(read[near], limit=None)
    return read


def _measure(words: Sequence[Word], first: int, last: int) -> str:
    """The measure of the figure between two indices, or nothing."""
    before = " ".join(word.said for word in words[max(0, first - 4) : first])
    after = " ".join(word.said for word in words[last + 1 : last + 5])
    filled = first
    while filled > max(0, first - 3) and words[filled - 1].said in _FILLERS:
        filled -= 1
    further = " ".join(word.said for word in words[max(0, filled - 4) : filled])
    for measure in _BEFORE:
        if f" {before}".endswith(f" {measure}"):
            return measure
        if filled < first and measure not in _VAGUE and f" {further}".endswith(f" {measure}"):
            return measure
    for measure in _AFTER:
        place = f" {after} ".find(f" {measure} ")
        if 0 <= place < 12:
            return measure
    return ""


def _ranges(text: str, figures: Sequence[Figure]) -> dict[int, str]:
    """The figures that are an end of a range, and the words of the range: “50 to 100” is neither
    50 nor 100. What rose from 50 to 100 was both.
    """
    found: dict[int, str] = {}
    for number, (first, second) in enumerate(pairwise(figures)):
        start, end = first.span.start, second.span.start
        joined = _JOINED.fullmatch(text, first.span.end, end)
        between = _BETWEEN.search(text, max(0, start - 16), start)
        alone = joined is None or _FROM.search(text, max(0, start - 8), start) is not None
        if alone or (joined and joined[1] in ("and", "и") and not between):
            continue
        if _is_less(first, second):
            words = " ".join(text[start : second.span.end].split())
            found[number] = found[number + 1] = f"between {words}" if between else words
    return found


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


def _touching(text: str, figure: Figure) -> str:
    """The measure that follows a figure of a script without spaces: လူတစ်သောင်းကျော်."""
    following = text[figure.span.end : figure.span.end + 1]
    if not "\u1000" <= following <= "\u109f":
        return ""
    return next((m for m in _AFTER if text.startswith(m, figure.span.end)), "")
