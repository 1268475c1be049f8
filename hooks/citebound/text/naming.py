"""Names: by which words a text names an actor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import regex

from citebound.model import Actor
from citebound.text.edges import UNSPACED


def names_pattern(names: Iterable[str]) -> regex.Pattern[str] | None:
    """Whole words, case-sensitively, longest first; ``’s`` is an edge."""
    escaped = "|".join(
        regex.escape(n).replace("'", "['’]").replace("’", "['’]")
        for n in sorted(names, key=len, reverse=True)
    )
    if not escaped:
        return None
    return regex.compile(rf"(?<![\p{{L}}\p{{N}}_-])(?:{escaped})(?![\p{{L}}\p{{N}}_]|-\p{{L}})")


_TOKEN = regex.compile(r"[\p{L}\p{M}\p{N}]+")
_NO_WORD_BEFORE, _NO_WORD_AFTER = r"(?<![\p{L}\p{M}\p{N}])", r"(?![\p{L}\p{M}\p{N}])"
_UNSPACED = regex.compile(rf"[{UNSPACED}]")


class Finder:
    """Finds which actors a text names. A name is looked for only where its first word is,
    so that the work grows with the text and not with the number of actors.
    """

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._by_word: dict[str, list[tuple[str, regex.Pattern[str]]]] = defaultdict(list)
        self._always: list[tuple[str, regex.Pattern[str]]] = []
        self._order: dict[str, int] = {}
        for number, actor in enumerate(actors):
            self._order[actor.id] = number
            for name in actor.called:
                pattern = names_pattern([name])
                word = _TOKEN.search(name)
                if pattern is None:
                    continue
                if word is None or _UNSPACED.search(name):
                    self._always.append((actor.id, pattern))
                else:
                    self._by_word[word.group()].append((actor.id, pattern))

    def named(self, text: str) -> tuple[str, ...]:
        """The ids of the actors that ``text`` names, in the order of the library."""
        found = set()
        for word in set(_TOKEN.findall(text)):
            for actor, pattern in self._by_word.get(word, ()):
                if actor not in found and pattern.search(text):
                    found.add(actor)
        found |= {actor for actor, pattern in self._always if pattern.search(text)}
        return tuple(sorted(found, key=self._order.__getitem__))


class Texts:
    """Texts by the words that are in them: a name is looked for only where its first word is."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._every = tuple(texts)
        self._by_word: dict[str, list[str]] = defaultdict(list)
        for text in self._every:
            for word in set(_TOKEN.findall(text)):
                self._by_word[word].append(text)

    def hold(self, name: str) -> bool:
        """Whether a name is in one of them, as whole words where its script parts words."""
        word = _TOKEN.search(name)
        if word is None or _UNSPACED.search(name):
            return any(name in text for text in self._every)
        holding = [text for text in self._by_word.get(word.group(), ()) if name in text]
        edged = regex.compile(rf"{_NO_WORD_BEFORE}{regex.escape(name)}{_NO_WORD_AFTER}")
        return any(edged.search(text) for text in holding)
