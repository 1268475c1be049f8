"""The measures of figures: the words beside a figure that say whether it is all, about or at most
so much, and the range that it is an end of.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from citebound.claims.figures.burmese_bounds import measure_after
from citebound.claims.figures.values import Figure, Kind
from citebound.claims.limit_words import Word
from citebound.claims.range_ends import range_ends
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

_AGO = frozenset(("ago", "before", "earlier", "previously"))
_OF_DIFFERENCES = frozenset((
    "percent", "points", "point", "half", "third", "quarter", "slightly", "much", "far", "lower",
    "higher", "was", "were", "is", "are",
))  # fmt: skip
_COMPARED = 6
"""So many words before what is compared with, a difference is looked for."""

_IN = frozenset(("в", "во", "на"))
_NEARLY = frozenset(("примерно", "приблизительно", "почти", "около"))
"""After these a preposition may stand before the figure: «примерно в три часа»."""

_TURNED = OF_DATES | {Bounding.MORE, Bounding.OVER, Bounding.LESS, Bounding.UNDER}
"""What a negation before the figure may turn round."""


def measured(text: str, words: Sequence[Word], figures: Sequence[Figure]) -> list[Word]:
    """The words, each figure with its measure. What measures a figure limits nothing else."""
    read = list(words)
    if not figures:
        return read
    starts = [word.start for word in words]
    ends = [word.end for word in words]
    ends_of = range_ends(text, figures)
    denials = _denials(words)
    turns: dict[int, list[tuple[object, Bounding]]] = {}
    for number, figure in enumerate(figures):
        first = bisect_right(ends, figure.span.start)  # a sign such as $ is no word
        last = bisect_left(starts, figure.span.end) - 1
        if last < first:
            continue
        for at in range(first, last + 1):
            read[at] = read[at]._replace(stem="")
        values = _values(figure)
        end = ends_of.get(number)
        after = figures[number + 1].span.start if number + 1 < len(figures) else len(text)
        leads = text[words[first - 1].end : figure.span.start] if first else ""
        if ":" in leads:  # “fewer: 1200”
            measure = _measure_after(words, last, after)
        else:
            measure = _measure(words, first, last, after)
        measure = measure or measure_after(text, figure.span.end)
        units = {value.unit for value in figure.values}
        said = [word.said for word in words[max(0, first - REACH) : first]]
        if measure == "only" and figure.values[0].kind is not Kind.NUMBER:
            measure = measure if "only" in said else ""  # “closed on Sundays only”
        meant = sense(measure, said, units)
        if meant is Sense.NONE or (measure.endswith("than") and _compares(words, first, last)):
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
            within=end.words if end and not end.plain else "",
            range_end=end,
            whole=" ".join(figure.span.of(text).split()),
            bound=figure.bounding,
            begins=figure.span.start,
            in_length=figure.whole is not None,
        )
        turned = figure.also if figure.bounding in _TURNED and figure.also else None
        if turned is Bounding.ENDS:
            turned = Bounding.BEFORE  # “no longer exempt from 2026” is exempt until then
        denial = denials[first]
        if turned is not None and denial >= 0:
            turns.setdefault(denial, []).extend((value, turned) for value in values)
        reach = (*range(max(0, first - 7), first), *range(last + 1, min(last + 5, len(words))))
        for near in reach if measure else ():
            if read[near].said in measure.split():
                read[near] = read[near]._replace(limit=None)
    for denial, every in turns.items():
        read[denial] = read[denial]._replace(turns=tuple(every))
    return read


def _compares(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether *than* compares with what was so long ago: “12 percent less than a year before”."""
    if not (last + 1 < len(words) and words[last + 1].said in _AGO):
        return False
    of_what = words[last + 2] if last + 2 < len(words) else None
    if of_what is not None and of_what.clause == words[last].clause and of_what.said in _ARTICLES:
        return False  # “less than a year before the vote”
    before = words[max(0, first - _COMPARED) : max(0, first - 2)]
    return any(word.said[0].isnumeric() or word.said in _OF_DIFFERENCES for word in before)


def _values(figure: Figure) -> tuple[object, ...]:
    """What a figure may be; a day is that day in any year as well, as we may leave out the year."""
    found: list[object] = []
    for value in figure.values:
        found.append((value.kind, value.amount))
        if isinstance(value.amount, tuple) and all(value.amount):
            found.append((value.kind, (0, *value.amount[1:])))
    return tuple(found)


def _measure(words: Sequence[Word], first: int, last: int, until: int) -> str:
    """The measure of the figure between two indices, or nothing; the next begins at ``until``."""
    is_near = first >= 2 and words[first - 1].said in _IN
    if is_near and words[first - 2].said in _NEARLY:
        return words[first - 2].said
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
    of_it = [word.said for word in words[last + 1 : last + 3]]
    for first in (last + 1, last + 2, *([last + 3] if of_it[:1] == ["of"] else ())):
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
            if following and following[0].said == "than":
                continue  # “40, and no more than 3”
            if measure == "only" and following and following[0].clause == near[0].clause:
                continue  # “the 40 only met once”
            plain = [w for w in following if w.said not in _FILLERS]
            if not (plain and plain[0].end > until):
                return measure
    return ""


def _denials(words: Sequence[Word]) -> list[int]:
    """For each word the index of the last one before it in its clause that negates, or -1."""
    found: list[int] = []
    last = -1
    for at, word in enumerate(words):
        if at and words[at - 1].clause != word.clause:
            last = -1
        found.append(last)
        if word.limit is Limit.NOT:
            last = at
    return found


def _bound_of(figure: Figure) -> Bounding:
    """How a date without a measure is bounded by a word of time, or what else bounds a figure."""
    if figure.bounding in (Bounding.BEFORE, Bounding.AFTER, Bounding.AT_MOST, Bounding.AT_LEAST):
        return figure.bounding
    is_plain = figure.bounding in (Bounding.NONE, Bounding.IN)
    return figure.also or Bounding.NONE if is_plain else Bounding.NONE
