"""A text as the rule of limits reads it: its words, which of them limit, and what they limit.

Words that a limit bears on are known by their first five letters. What a word limits by itself
is in :mod:`citebound.claims.limit_words`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property, lru_cache
from itertools import pairwise, takewhile

import regex

from citebound.claims.figures.reading import figures_in
from citebound.claims.figures.values import Figure, Kind
from citebound.claims.limit_words import STEM, conditions, exceptions, known_word
from citebound.model import Span
from citebound.text.limiting import (
    AS_GOOD_AS_NOT,
    DENIALS,
    LIMITS,
    OF_NOUNS,
    Limit,
    Limits,
    language_of,
)

NEAR = 4
"""A limit bears on what follows within so many words."""

WIDE = 8
"""Within so many words a limit of the same kind, before or after, is taken for the same one."""

_WORD = regex.compile(
    r"\p{N}+(?:[.,\u00a0]\p{N}+)*+|[\p{L}\p{M}]++(?:['’-][\p{L}\p{M}]++)*+"
    r"|[.,;:!?…။()\[\]\0\1\n“”\"«»—–]"
)
_FILLERS = frozenset((
    "the", "a", "an", "us", "some", "all", "this", "spring", "summer", "autumn", "fall", "winter",
    "of", "mid", "year", "его", "их",
))  # fmt: skip
_ENDS_PART = frozenset(("and", "but", "or", "it", "them", "us", "и", "а", "но", "или", "них"))
"""A part ends there: "recovered some of it and closed" says nothing of some that closed."""

_AUXILIARIES = frozenset((
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "may", "might", "can",
    "could", "must", "should", "does", "did", "do", "cannot", "был", "была", "было", "были", "не",
))  # fmt: skip
_PAIR = (",", ",")
_LONGEST = 16
"""A parenthesis and the subject before it have so many words at most."""

_VAGUE = frozenset(("over", "under", "about", "around", "above", "below", "some", "only", "just"))
_ASKS_UNIT = frozenset(("over", "under", "about", "around", "above", "below", "close to"))
"""Before a figure without a unit these may say of what something is: a treaty over two islands."""

_TAKES_WHAT = regex.compile(
    r"(?:agree|alarm|anger|ask|battl|charg|clash|complain|concern|conflict|control|deal|debat"
    r"|disagree|disput|divi|fight|fought|inform|jurisdiction|know|knew|negotiat|question|quarrel"
    r"|report|rul|sanction|sovereign|speak|spoke|split|stor|talk|tension|think|thought|told"
    r"|treat|war|warn|worr|writ|wrote)"
)
"""The beginnings of words that *over* or *about* goes with, so that no figure need be measured."""

_JOINED = regex.compile(r"\s*([-–—‑]|to|and|до|и)\s*")
_FROM = regex.compile(r"(?:from|от|с|со)\s+$", regex.IGNORECASE)
_BETWEEN = regex.compile(r"(?:between|между)\s+[$€£₽¥]?$", regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """A word: where it is, its ``stem`` if it may be limited, its ``limit`` if it limits, what
    it bears out ``also``, its ``values`` if a figure ends with it, with the ``measure`` of that
    figure, ``loose`` where its word may be none: a treaty over two islands. ``within`` is the range
    that the figure is an end of. ``clause`` counts the stretches between marks.
    """

    span: Span
    said: str
    clause: int
    stem: str = ""
    limit: Limit | None = None
    also: tuple[Limit, ...] = ()
    values: tuple[object, ...] = ()
    measure: str = ""
    loose: bool = False
    within: str = ""

    @property
    def bounded(self) -> str:
        """The words that measure its figure, if any certainly do."""
        return "" if self.loose else self.measure or self.within


@dataclass(frozen=True)
class Text:
    """A text's words, in order."""

    text: str
    language: str
    words: tuple[Word, ...]
    marks: tuple[str, ...] = ()

    def limited(self, at: int, within: int = NEAR) -> list[Word]:
        """What the limit at an index bears on: the words right after it, in its clause."""
        clause = self.words[at].clause
        near = self.words[at + 1 : at + 1 + within]
        if self.words[at].limit is Limit.PART:
            near = tuple(takewhile(lambda word: word.said not in _ENDS_PART, near))
        return [word for word in near if word.stem and word.clause == clause]

    def before(self, at: int) -> list[Word]:
        """The words right before the limit at an index, in its clause."""
        clause = self.words[at].clause
        near = self.words[max(0, at - NEAR) : at]
        return [word for word in near if word.stem and word.clause == clause]

    def subject(self, at: int) -> tuple[int, ...]:
        """The indices of the subject of the limit at an index, where a parenthesis parts the two:
        "the treaty, on nine islands, was not signed".
        """
        if self.words[at].limit is not Limit.NOT:
            return ()
        clause, first = self.words[at].clause, at
        while first and at - first < NEAR and self.words[first - 1].clause == clause:
            first -= 1
        begins = first > 0 and self.words[first - 1].clause < clause
        parted = begins and self.marks[clause - 2 : clause] == _PAIR
        if not parted or self.words[first].said not in _AUXILIARIES:
            return ()
        last = first
        while last and clause - self.words[last - 1].clause < 2 and first - last < _LONGEST:
            last -= 1
        begin = max(0, last - _LONGEST)
        return tuple(n for n in range(begin, last) if self.words[n].clause == clause - 2)

    @cached_property
    def limits(self) -> tuple[int, ...]:
        """The indices of the words that limit."""
        return tuple(at for at, word in enumerate(self.words) if word.limit)

    @cached_property
    def plain_denials(self) -> tuple[int, ...]:
        """The indices of *not*, *never* and their like, which negate whatever follows them."""
        return tuple(at for at, word in enumerate(self.words) if word.said in DENIALS)

    @cached_property
    def denies(self) -> bool:
        """Whether anything is negated."""
        return any(word.limit is Limit.NOT for word in self.words)

    @cached_property
    def _denied(self) -> dict[object, list[Word]]:
        found: dict[object, list[Word]] = {}
        for word in self.words:
            for key in word.values or ((word.said[:STEM],) if is_denial(word) else ()):
                found.setdefault(key, []).append(word)
        return found

    def denied(self, key: object) -> list[Word]:
        """The figures of a value, or the words that negate by their meaning of a stem."""
        return self._denied.get(key, [])

    def is_denied(self, word: Word) -> bool:
        """Whether *not* or its like stands close before a word."""
        at = bisect_left(self.words, word.span.start, key=lambda w: w.span.start)
        return any(w.said in DENIALS for w in self.words[max(0, at - NEAR) : at])

    @cached_property
    def kinds(self) -> dict[str, tuple[frozenset[Limit], ...]]:
        """For each stem, what kinds of limits are near it, wherever it is."""
        near: dict[int, set[Limit]] = {}
        for at, word in enumerate(self.words):
            for other in self.subject(at):
                near.setdefault(other, set()).add(Limit.NOT)
            for kind in (*word.also, *((word.limit,) if word.limit else ())):
                # What only amounts to a negation does so in its own clause.
                bound = word.said in AS_GOOD_AS_NOT
                # "A lack of competition" denies nothing before it, "sent no minister" the verb.
                reach = (word.said == "no") if word.said in OF_NOUNS else NEAR
                first = max(0, at - reach)
                for other in range(first, min(at + 1 + WIDE, len(self.words))):
                    if not bound or self.words[other].clause == word.clause:
                        near.setdefault(other, set()).add(kind)
        found: dict[str, list[frozenset[Limit]]] = {}
        for at, word in enumerate(self.words):
            if word.stem:
                found.setdefault(word.stem, []).append(frozenset(near.get(at, ())))
        return {stem: tuple(kinds) for stem, kinds in found.items()}

    @cached_property
    def figures(self) -> dict[object, list[Word]]:
        """The figures, by what they may be."""
        found: dict[object, list[Word]] = {}
        for word in self.words:
            for value in word.values:
                found.setdefault(value, []).append(word)
        return found

    @cached_property
    def phrase(self) -> str:
        """Its words in small letters, one space apart and around each."""
        return f" {' '.join(word.said for word in self.words)} "

    def near(self, word: Word) -> str:
        """A word with some of the words around it, as they are written."""
        at = self.words.index(word)
        first, last = self.words[max(0, at - 5)], self.words[min(len(self.words) - 1, at + 3)]
        return " ".join(self.text[first.span.start : last.span.end].split()).replace("\0", "…")


def is_denial(word: Word) -> bool:
    """Whether a word negates by its meaning alone, as *uncertain* and *refused* do."""
    by_meaning = word.limit is Limit.NOT and word.said not in (*DENIALS, *OF_NOUNS)
    return by_meaning or word.said in AS_GOOD_AS_NOT


@lru_cache(maxsize=4096)
def read(text: str) -> Text:
    """A text read, by the list of its script."""
    language = language_of(text)
    known = LIMITS[language]
    other, borne = exceptions(text), frozenset(conditions(text))
    marks: list[str] = []
    raw: list[Word] = []
    clause = 0
    for found in _WORD.finditer(text):
        start, end = found.span()
        typed = found.group()
        if end - start == 1 and not typed.isalnum():
            clause += 1
            marks.append(typed)
            continue
        said, limit, also, stem = known_word(typed, language)
        if limit and start in other:
            limit = other[start]
            stem = said[:STEM] if limit is None and len(said) > STEM else ""
        if start in borne:
            also = (*also, Limit.IF)
        raw.append(Word(Span(start, end), said, clause, stem, limit, also))
    words = _measured(text, raw, figures_in(text, language), known)
    return Text(text, language, tuple(words), tuple(marks))


def _measured(
    text: str, words: Sequence[Word], figures: Sequence[Figure], known: Limits
) -> list[Word]:
    """The words, each figure with its measure. What measures a figure limits nothing else."""
    read = list(words)
    starts = [word.span.start for word in words]
    ranges = _ranges(text, figures)
    for number, figure in enumerate(figures):
        first = max(0, bisect_right(starts, figure.span.start) - 1)
        last = bisect_left(starts, figure.span.end) - 1
        if last < first:
            continue
        for at in range(first, last + 1):
            read[at] = replace(read[at], stem="")
        values = tuple((value.kind, value.amount) for value in figure.values)
        measure = _measure(words, first, last, known) or _touching(text, figure, known)
        loose = measure in _ASKS_UNIT and not any(value.unit for value in figure.values)
        loose = loose and any(
            _TAKES_WHAT.match(word.said) for word in words[max(0, first - 4) : first]
        )
        within = ranges.get(number, "")
        read[last] = replace(read[last], values=values, measure=measure, loose=loose, within=within)
        reach = (*range(max(0, first - 7), first), *range(last + 1, min(last + 5, len(words))))
        for near in reach if measure else ():
            if read[near].said in measure.split():
                read[near] = replace(read[near], limit=None)
    return read


def _measure(words: Sequence[Word], first: int, last: int, known: Limits) -> str:
    """The measure of the figure between two indices, or nothing."""
    before = " ".join(word.said for word in words[max(0, first - 4) : first])
    after = " ".join(word.said for word in words[last + 1 : last + 5])
    filled = first
    while filled > max(0, first - 3) and words[filled - 1].said in _FILLERS:
        filled -= 1
    further = " ".join(word.said for word in words[max(0, filled - 4) : filled])
    for measure in known.before:
        if f" {before}".endswith(f" {measure}"):
            return measure
        if filled < first and measure not in _VAGUE and f" {further}".endswith(f" {measure}"):
            return measure
    for measure in known.after:
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


def _touching(text: str, figure: Figure, known: Limits) -> str:
    """The measure that follows a figure of a script without spaces: လူတစ်သောင်းကျော်."""
    following = text[figure.span.end : figure.span.end + 1]
    if not "\u1000" <= following <= "\u109f":
        return ""
    return next((m for m in known.after if text.startswith(m, figure.span.end)), "")
