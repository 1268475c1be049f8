"""A text as the rule of limits reads it: its words, which of them limit, and what they limit.

Words that a limit bears on are known by their first five letters. What a word limits by itself
is in :mod:`citebound.claims.limit_words`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import takewhile
from typing import overload

from citebound.claims.figures.reading import figures_in
from citebound.claims.limit_words import STEM, Word, conditions, exceptions, known_word
from citebound.claims.measures import measured
from citebound.text.folding import unmarked
from citebound.text.limiting import (
    AS_GOOD_AS_NOT,
    DENIALS,
    OF_NOUNS,
    Limit,
    language_of,
)
from citebound.text.pasts import is_past
from citebound.text.patterns import Pattern

NEAR = 4
"""A limit bears on what follows within so many words."""

WIDE = 8
"""Within so many words a limit of the same kind, before or after, is taken for the same one."""

_WORD = Pattern(
    r"\p{N}+(?:[.,\u00a0]\p{N}+)*+|[\p{L}\p{M}]++(?:['’-][\p{L}\p{M}]++)*+"
    r"|[.,;:!?…။()\[\]\0\1\n“”\"«»—–]"
)
_WRAPPED = Pattern(r"(?<=[^\n.!?…:;])\n(?=[\p{Ll}\p{N}])")
"""A line of a source that is only wrapped: the clause goes on."""

_ENDS_PART = frozenset(("and", "but", "or", "it", "them", "us", "и", "а", "но", "или", "них"))
"""A part ends there: "recovered some of it and closed" says nothing of some that closed."""

_PARTS = frozenset((
    "and", "but", "or", "while", "whereas", "although", "though", "because", "who", "which", "и",
    "а", "но", "или", "который", "которая", "которые",
))  # fmt: skip
"""A new stretch of a clause begins with one of these."""

_AUXILIARIES = frozenset((
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "may", "might", "can",
    "could", "must", "should", "does", "did", "do", "cannot", "был", "была", "было", "были", "не",
))  # fmt: skip
_ALONE = frozenset(("nothing", "nobody", "none", "ничего", "никого"))
_PAIR = (",", ",")
_LONGEST = 16
"""A parenthesis and the subject before it have so many words at most."""


@dataclass(frozen=True, eq=False)
class Text:
    """A text's words, in order. Each is one by itself: what is worked out of it is kept for it."""

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
        elif self.words[at].limit is Limit.NOT:
            near = near[: self._next_verb(at, within)]
        return [word for word in near if word.stem and word.clause == clause]

    def _next_verb(self, at: int, within: int) -> int:
        """How many words follow a negation before *and* with a verb that it does not deny: "did not
        sail and will sink", "said nothing and left", "rejected the appeal and closed".
        """
        alone = self.words[at].said in _ALONE
        does = self.words[at].said.endswith("ed")
        if [word.said for word in self.words[at + 1 : at + 2]] == ["and"]:
            return 0  # “many did not and 90 fell ill”
        for n in range(at + 1, min(at + 1 + within, len(self.words) - 1)):
            is_verb = alone or self.words[n + 1].said in _AUXILIARIES
            is_verb = is_verb or (does and is_past(self.words[n + 1].said))
            if self.words[n].said == "that":
                does = False  # “denied that he robbed and killed her”
            if self.words[n].said in _ENDS_PART and is_verb:
                return n - at - 1
        return within

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
        # The one in a measure (“not less than 80”) denies nothing.
        return tuple(at for at, w in enumerate(self.words) if w.said in DENIALS and w.limit)

    @cached_property
    def denies(self) -> bool:
        """Whether anything is negated."""
        return any(word.limit is Limit.NOT for word in self.words)

    @cached_property
    def intends(self) -> bool:
        """Whether anything is only meant to be, wherever that is said."""
        return any(Limit.PLAN in (word.limit, *word.also) for word in self.words)

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

    @cached_property
    def _denied_keys(self) -> frozenset[object]:
        found = self._denied.items()
        return frozenset(key for key, words in found if any(map(self.is_denied, words)))

    def denies_any(self, keys: Iterable[object]) -> bool:
        """Whether one of some figures or words has *not* or its like close before it."""
        return not self._denied_keys.isdisjoint(keys)

    def is_denied(self, word: Word) -> bool:
        """Whether *not* or its like stands close before a word."""
        at = self.index(word)
        return any(w.said in DENIALS for w in self.words[max(0, at - NEAR) : at])

    @cached_property
    def kinds(self) -> dict[str, tuple[frozenset[Limit], ...]]:
        """For each stem, what kinds of limits are near it, wherever it is, each once."""
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
        found: dict[str, dict[frozenset[Limit], None]] = {}
        for at, word in enumerate(self.words):
            if word.stem:
                found.setdefault(word.stem, {})[frozenset(near.get(at, ()))] = None
        return {stem: tuple(kinds) for stem, kinds in found.items()}

    @cached_property
    def stretches(self) -> tuple[int, ...]:
        """For each word the stretch that it is in: clauses, parted at *and*, *but*, *who* too."""
        found: list[int] = []
        for at, word in enumerate(self.words):
            goes_on = at and self.words[at - 1].clause == word.clause and word.said not in _PARTS
            found.append(found[-1] if goes_on else at)
        return tuple(found)

    @cached_property
    def figures(self) -> dict[object, list[Word]]:
        """The figures, by what they may be."""
        found: dict[object, list[Word]] = {}
        for word in self.words:
            for value in word.values:
                found.setdefault(value, []).append(word)
        return found

    @cached_property
    def places(self) -> dict[object, list[int]]:
        """The indices of the words of each stem, and of the figures of each value."""
        found: dict[object, list[int]] = {}
        for at, word in enumerate(self.words):
            for key in {word.stem, *word.values} - {""}:
                found.setdefault(key, []).append(at)
        return found

    def index(self, word: Word) -> int:
        """The index of a word of it."""
        return bisect_left(self.words, word.start, key=lambda one: one.start)

    @cached_property
    def phrase(self) -> str:
        """Its words in small letters, one space apart and around each."""
        return f" {' '.join(word.said for word in self.words)} "

    def near(self, word: Word) -> str:
        """A word with some of the words around it, as they are written."""
        at = self.index(word)
        first, last = self.words[max(0, at - 5)], self.words[min(len(self.words) - 1, at + 3)]
        return " ".join(self.text[first.start : last.end].split()).replace("\0", "…")


def is_denial(word: Word) -> bool:
    """Whether a word negates by its meaning alone, as *uncertain* and *refused* do."""
    by_meaning = word.limit is Limit.NOT and word.said not in (*DENIALS, *OF_NOUNS)
    return by_meaning or word.said in AS_GOOD_AS_NOT


@lru_cache(maxsize=4096)
def read(text: str) -> Text:
    """A text read, by the list of its script. No mark on a letter hides a word that limits."""
    plain = unmarked(text)
    if plain.text != text:
        there = read(plain.text)
        spans = [plain.span(w.start, w.end) for w in there.words]
        back = [
            w._replace(start=s.start, end=s.end) for w, s in zip(there.words, spans, strict=True)
        ]
        return replace(there, text=text, words=tuple(back))
    language = language_of(text)
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
        raw.append(Word(start, end, said, clause, stem, limit, also))
    words = measured(text, raw, figures_in(text, language))
    return Text(text, language, tuple(words), tuple(marks))


@lru_cache(maxsize=4096)
def language_written(text: str) -> str:
    """The language as which a text is read."""
    return language_of(unmarked(text).text)


class Texts(Sequence[Text]):
    """Some texts, which are read when one is first asked for: most rules of limits ask for none."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = tuple(_WRAPPED.sub(" ", text) for text in texts)

    def are_in(self, language: str) -> bool:
        """Whether all are in a language."""
        return all(language_written(text) == language for text in self._texts)

    @cached_property
    def _read(self) -> tuple[Text, ...]:
        return tuple(map(read, self._texts))

    def __len__(self) -> int:
        return len(self._texts)

    @overload
    def __getitem__(self, at: int) -> Text: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Text]: ...
    def __getitem__(self, at: int | slice) -> Text | Sequence[Text]:
        return self._read[at]

    def __iter__(self) -> Iterator[Text]:
        return iter(self._read)
