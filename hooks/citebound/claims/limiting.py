"""A text as the rule of limits reads it: its words, which of them limit, and what they limit.

Words that a limit bears on are known by their first five letters. The words themselves are in
:mod:`citebound.text.limiting`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache

import regex

from citebound.model import Span
from citebound.text.limiting import AS_GOOD_AS_NOT, BOTH, LIMITS, Limit, Limits, language_of

NEAR = 4
"""A limit bears on what follows within so many words."""

WIDE = 8
"""Within so many words a limit of the same kind, before or after, is taken for the same one."""

_STEM = 5
_SHORTEST = 4
_WORD = regex.compile(
    r"\p{N}+(?:[.,\u00a0]\p{N}+)*+|[\p{L}\p{M}]++(?:['’-][\p{L}\p{M}]++)*+"
    r"|[.,;:!?…။()\[\]\0\1\n“”\"«»—–]"
)
_NOT_ONLY = regex.compile(r"\bnot only\b|\bне только\b", regex.IGNORECASE)
_SEPARATORS = regex.compile(r"[.,\u00a0]")
_FILLERS = frozenset(("the", "a", "an", "us", "some", "all", "this", "его", "их"))
_VAGUE = frozenset(("over", "under", "about", "around", "above", "below", "some", "only", "just"))
_PLAIN = frozenset((
    "that", "this", "these", "those", "with", "from", "have", "been", "were", "will", "would",
    "which", "their", "they", "them", "than", "then", "when", "also", "into", "about", "after",
    "before", "other", "such", "while", "what", "where", "being", "does", "shall", "should",
    "made", "make", "more", "much", "many", "very", "there", "here", "both", "each", "your",
    "whose", "through", "того", "этого", "чтобы", "который", "которые", "которая", "была",
    "было", "были", "есть", "себя", "свой", "свои",
))  # fmt: skip
"""Words that carry too little to be compared."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word: where it is, its ``stem`` if it may be limited, its ``limit`` if it limits, its
    ``value`` if it is a figure, with the ``measure`` of that figure. ``clause`` counts the
    stretches between marks.
    """

    span: Span
    said: str
    clause: int
    stem: str = ""
    limit: Limit | None = None
    value: str = ""
    measure: str = ""


@dataclass(frozen=True)
class Text:
    """A text's words, in order."""

    text: str
    language: str
    words: tuple[Word, ...]

    def limited(self, at: int) -> list[Word]:
        """What the limit at an index bears on: the words right after it, in its clause."""
        clause = self.words[at].clause
        near = self.words[at + 1 : at + 1 + NEAR]
        return [word for word in near if word.stem and word.clause == clause]

    @cached_property
    def limits(self) -> tuple[int, ...]:
        """The indices of the words that limit."""
        return tuple(at for at, word in enumerate(self.words) if word.limit)

    @cached_property
    def kinds(self) -> dict[str, tuple[frozenset[Limit], ...]]:
        """For each stem, what kinds of limits are near it, wherever it is."""
        near: dict[int, set[Limit]] = {}
        for at, word in enumerate(self.words):
            for kind in _kinds_of(word):
                for other in range(max(0, at - NEAR), at + 1 + WIDE):
                    near.setdefault(other, set()).add(kind)
        found: dict[str, list[frozenset[Limit]]] = {}
        for at, word in enumerate(self.words):
            if word.stem:
                found.setdefault(word.stem, []).append(frozenset(near.get(at, ())))
        return {stem: tuple(kinds) for stem, kinds in found.items()}

    @cached_property
    def figures(self) -> dict[str, list[Word]]:
        """The figures, by their value."""
        found: dict[str, list[Word]] = {}
        for word in self.words:
            if word.value:
                found.setdefault(word.value, []).append(word)
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


def _kinds_of(word: Word) -> tuple[Limit, ...]:
    """The kinds of limits that a word is taken for where it bears out one of ours."""
    if word.said in BOTH:
        return Limit.NOT, Limit.MAY
    if word.said in AS_GOOD_AS_NOT:
        return (Limit.NOT,)
    return (word.limit,) if word.limit else ()


@cache
def _kind_of(language: str) -> dict[str, Limit]:
    return {said: kind for kind, words in LIMITS[language].words.items() for said in words}


def _limit(said: str, typed: str, language: str) -> Limit | None:
    if said.endswith(("n't", "n’t")):
        return Limit.NOT
    if said == "may" and typed != said:  # the month
        return None
    known = _kind_of(language).get(said)
    if known is not None:
        return known
    for kind, stems in LIMITS[language].stems.items():
        if said.startswith(stems):
            return kind
    return None


@lru_cache(maxsize=16384)
def _known(typed: str, language: str) -> tuple[str, Limit | None, str, str]:
    """What is known of a word by itself: in small letters, its limit, its stem, its value."""
    said = typed.lower()
    limit, value = _limit(said, typed, language), value_of(said, language)
    content = not (limit or value or said in _PLAIN or len(said) < _SHORTEST)
    return said, limit, said[:_STEM] if content else "", value


def value_of(said: str, language: str) -> str:
    """The value of a figure: its digits, or its place in the list of number words."""
    if said[:1].isnumeric():
        digits = _SEPARATORS.sub("", said)
        return digits if not digits.isdecimal() or len(digits) > 40 else str(int(digits))
    numbers = LIMITS[language].numbers
    if said not in numbers:
        return ""
    at = numbers.index(said)
    return str(at + 1) if language in ("en", "my") and at < 10 else said


@lru_cache(maxsize=4096)
def read(text: str) -> Text | None:
    """A text read; ``None`` where no list is known of its language."""
    language = language_of(text)
    known = LIMITS.get(language)
    if known is None:
        return None
    exempt = {at for found in _NOT_ONLY.finditer(text) for at in range(*found.span())}
    raw: list[Word] = []
    clause = 0
    for found in _WORD.finditer(text):
        start, end = found.span()
        typed = found.group()
        if end - start == 1 and not typed.isalnum():
            clause += 1
            continue
        said, limit, stem, value = _known(typed, language)
        if limit and start in exempt:
            limit = None
        raw.append(Word(Span(start, end), said, clause, stem, limit, value))
    return Text(text, language, tuple(_measured(raw, known)))


def _measured(words: Sequence[Word], known: Limits) -> list[Word]:
    """The words, each figure with its measure. What measures a figure limits nothing else."""
    read = list(words)
    for at, word in enumerate(words):
        measure = _measure(words, at, known) if word.value else ""
        if not measure:
            continue
        read[at] = replace(word, measure=measure)
        for near in range(max(0, at - 4), at):
            if read[near].said in measure.split():
                read[near] = replace(read[near], limit=None)
    return read


def _measure(words: Sequence[Word], at: int, known: Limits) -> str:
    """The measure of the figure at an index, or nothing."""
    before = " ".join(word.said for word in words[max(0, at - 4) : at])
    after = " ".join(word.said for word in words[at + 1 : at + 5])
    further = " ".join(word.said for word in words[max(0, at - 5) : max(0, at - 1)])
    filled = at > 0 and words[at - 1].said in _FILLERS
    for measure in known.before:
        if f" {before}".endswith(f" {measure}"):
            return measure
        if filled and measure not in _VAGUE and f" {further}".endswith(f" {measure}"):
            return measure
    for measure in known.after:
        place = f" {after} ".find(f" {measure} ")
        if 0 <= place < 12:
            return measure
    return ""
