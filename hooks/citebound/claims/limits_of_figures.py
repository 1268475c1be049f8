"""The measures of figures, here and in the evidence: *at least*, *about*, the end of a range."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citebound.claims.limit_words import Word
from citebound.claims.limiting import Text
from citebound.claims.otherwise import is_not_before
from citebound.claims.statements import Statement
from citebound.problems import Problem, Thing, word_at
from citebound.text.limiting import AGED, BOUNDS, EXACT, YEAR

_AFTER_BOUND = re.compile(rf"(?<= )(?:{'|'.join(BOUNDS)}) (?=([^ ]+) )")
_MOST = 50
"""Of more ways in which the evidence measures one figure than this, no more are compared."""


def measures(
    statement: Statement, ours: Text, passages: Sequence[Text], support: Sequence[Text]
) -> Iterator[Problem]:
    """Measures that our words leave out beside a figure of the evidence, or add to it."""
    if not ours.figures:
        return
    after_bounds = frozenset(_AFTER_BOUND.findall(ours.phrase))
    told: set[Word] = set()
    for value, words in ours.figures.items():
        if not told.isdisjoint(words):
            continue  # a figure that may be one of two values
        there = [(text, w) for text in passages for w in text.figures.get(value, ())]
        anywhere = [(text, w) for text in support for w in text.figures.get(value, ())]
        others = [*{(w.measure, w.within, w.range_end): w for _, w in there}.values()][:_MOST]
        kept = any(
            _keeps(w, other, ours) or (w.said in after_bounds and not other.within)
            for w in words
            for other in others
        ) or _is_age(words, there)
        if there and all(w.bounded for _, w in there) and not kept:
            text, word = there[0]
            told.update(words)
            yield Problem(
                statement.words.place(words[0].start),
                "lost-limit",
                f"the evidence has {word.bounded_so}, which is not here: “{text.near(word)}”",
                "keep the measure that the source gives the figure",
                "warning",
            ).resting_on(_figure(statement, words[0]))
        measured = next((w for w in words if w.measure not in ("", *EXACT) and not w.free), None)
        is_there = any(
            w.measure
            or w.within
            or w.in_length
            or (measured and is_not_before(text, w, measured.measure))
            for text, w in anywhere
        )
        is_there = is_there or (
            measured is not None and _is_age([w for _, w in anywhere], [(ours, measured)])
        )
        if anywhere and measured and not is_there:
            text, word = anywhere[0]
            told.update(words)
            yield Problem(
                statement.words.place(measured.start),
                "added-limit",
                f"“{measured.measure}” stands with “{measured.whole}” here, and not in the "
                f"evidence: “{text.near(word)}”",
                "give the figure as the source gives it",
                "warning",
            ).resting_on(_figure(statement, measured))


def _figure(statement: Statement, word: Word) -> Thing:
    """The figure that a word ends: where the rule of figures refuses it, its measure is no further
    slip.
    """
    return word_at(statement.words.place(word.begins))


def _is_age(words: Sequence[Word], aged: Sequence[tuple[Text, Word]]) -> bool:
    """Whether words say in years what others call an age."""
    years = any(word.whole.endswith(YEAR) for word in words)
    return years and all(word.measure in AGED for _, word in aged)


def _keeps(word: Word, other: Word, ours: Text) -> bool:
    """Whether a figure of ours has a measure, as one of the evidence has. The end of a range needs
    one that bounds it there: “some 100” is not “between 50 and 100”.
    """
    measured = bool(word.measure) and word.measure not in EXACT
    end = other.range_end
    if end is None or other.measure or not other.within:
        return measured or bool(word.within)
    if word.range_end is not None or word.bound in end.bounds or (measured and end.close):
        return True
    return any(value in ours.figures for value in end.other)
