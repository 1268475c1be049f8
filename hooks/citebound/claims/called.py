"""Which actors a text names, by names, aliases and adjectives.

At each word the words from there on are looked up, as many as names that begin with it have, so
that the work grows with the text and not with the number of actors or aliases. In scripts
without spaces a name is looked for letter by letter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from citebound.claims.longer_names import LongerNames
from citebound.claims.name_forms import Word, is_joined, words_in
from citebound.model import Actor
from citebound.text.edges import UNSPACED
from citebound.text.patterns import Pattern

_UNSPACED = Pattern(rf"[{UNSPACED}]+")
_MOST = 32
"""A name of more words is not found: at each place of a text so many are looked up."""

_Words = tuple[tuple[str, bool], ...]
"""The words of a name: the form of each, and whether it has a capital."""


_NOBODY: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())


class Naming(NamedTuple):
    """A place in a text that names an actor (or several with one name), and how."""

    start: int
    end: int
    actors: frozenset[str]
    adjective: bool


class Called:
    """Finds where a text names actors."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        actors = tuple(actors)
        self._longer = LongerNames(actors)
        self._unspaced: dict[str, list[tuple[str, str, bool]]] = defaultdict(list)
        named: dict[tuple[_Words, bool], set[str]] = defaultdict(set)
        for actor in actors:
            for name in actor.called:
                self._add(named, name, actor.id, adjective=False)
            for name in actor.adjectives:
                self._add(named, str(name), actor.id, adjective=True)
        names, adjectives = (
            {words: frozenset(ids) for (words, kind), ids in named.items() if kind is adjective}
            for adjective in (False, True)
        )
        nobody: frozenset[str] = frozenset()
        self._named = {
            words: (names.get(words, nobody), adjectives.get(words, nobody)) for words, _ in named
        }
        lengths: dict[str, set[int]] = defaultdict(set)
        self._seconds: dict[str, set[str]] = defaultdict(set)
        for words in self._named:
            lengths[words[0][0]].add(len(words))
            self._seconds[words[0][0]].update(form for form, _ in words[1:2])
        self._lengths = {form: tuple(sorted(some)) for form, some in lengths.items()}
        for written in self._unspaced.values():
            written.sort(key=lambda name: -len(name[0]))
        self._found: dict[str, tuple[Naming, ...]] = {}

    def _add(
        self,
        named: dict[tuple[_Words, bool], set[str]],
        name: str,
        actor: str,
        *,
        adjective: bool,
    ) -> None:
        if _UNSPACED.match(name):
            self._unspaced[name[:2]].append((name, actor, adjective))
            return
        words = words_in(name)
        if 0 < len(words) <= _MOST:
            named[tuple((word.form, word.capital) for word in words), adjective].add(actor)

    def longest(self, text: str) -> Iterator[Naming]:
        """The places that name an actor, from left to right, none within another."""
        at = 0
        for naming in self._each(text):
            if naming.start >= at:
                at = naming.end
                yield naming

    def every(self, text: str) -> frozenset[str]:
        """The actors that a text names, also within the names of others."""
        return frozenset().union(*{n.actors for n in self._each(text)})

    def named(self, text: str) -> frozenset[str]:
        """The actors whose names, and not only their adjectives, are in a text."""
        return frozenset().union(*{n.actors for n in self._each(text) if not n.adjective})

    def is_first_name(self, form: str) -> bool:
        """Whether a word is a first name: of the list, or of an actor."""
        return self._longer.is_first_name(form)

    def in_longer(self, text: str) -> Iterator[Naming]:
        """The places where the name of an actor is only part of that of another."""
        return self._look(text, others=True)

    def _each(self, text: str) -> tuple[Naming, ...]:
        """The places that name an actor, from left to right, of several the longest first. Several
        rules ask for those of the same texts.
        """
        found = self._found.get(text)
        if found is None:
            each = sorted(self._look(text), key=lambda naming: (naming.start, -naming.end))
            found = self._found[text] = tuple(each)
        return found

    def _look(self, text: str, *, others: bool = False) -> Iterator[Naming]:
        words = words_in(text)
        for at, word in enumerate(words):
            lengths = self._lengths.get(word.form)
            if lengths is None:
                continue
            goes_on = at + 1 < len(words) and words[at + 1].form in self._seconds[word.form]
            held = _in_a_row(text, words, at, lengths[-1] if goes_on else 1)
            for length in lengths:
                if length > len(held):
                    break
                end = words[at + length - 1].end
                names, adjectives = self._at(held[:length])
                if names:
                    other = self._longer.others(text, words, at, at + length, names)
                    names = other if others else names - other
                if names:
                    yield Naming(word.start, end, names, adjective=False)
                if adjectives and not others:
                    yield Naming(word.start, end, adjectives, adjective=True)
        if self._unspaced and not others:
            yield from self._in_unspaced(text)

    def _at(self, words: _Words) -> tuple[frozenset[str], frozenset[str]]:
        """The actors of which some words are a name, and those of which they are an adjective. A
        name with a small letter may begin a sentence.
        """
        names, adjectives = self._named.get(words, _NOBODY)
        form, capital = words[0]
        small = self._named.get(((form, False), *words[1:])) if capital else None
        return (names | small[0], adjectives | small[1]) if small else (names, adjectives)

    def _in_unspaced(self, text: str) -> Iterator[Naming]:
        for run in _UNSPACED.finditer(text):
            for at in range(run.start(), run.end()):
                for name, actor, adjective in self._unspaced.get(text[at : at + 2], ()):
                    if text.startswith(name, at):
                        yield Naming(at, at + len(name), frozenset((actor,)), adjective)


def _in_a_row(text: str, words: Sequence[Word], at: int, most: int) -> _Words:
    """The words from a place on that may be one name, no more than ``most``."""
    end = at + 1
    while end < min(at + most, len(words)) and is_gap(text[words[end - 1].end : words[end].start]):
        end += 1
    return tuple((word.form, word.capital) for word in words[at:end])


def is_gap(gap: str) -> bool:
    """Whether nothing but space, or what joins the parts of a name, stands between two words."""
    return gap.isspace() or is_joined(gap)
