"""Names: by which words a text names an actor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import filterfalse, islice, pairwise

import regex

from citebound.model import Actor
from citebound.text.edges import UNSPACED, UNSPACED_LETTER

_APOSTROPHE = regex.compile("['’]")
_MARK = regex.compile(r"\p{M}")
_BEFORE = rf"(?<!(?![{UNSPACED}])[\p{{L}}\p{{N}}_-])"
_AFTER = rf"(?!(?![{UNSPACED}])[\p{{L}}\p{{N}}_]|-\p{{L}})"
_NOT_STACKED = "(?<![\u1039\u17d2])"
_SYLLABLE_ENDS = "(?!\\p{M}|\\p{L}[\u1039\u103a\u17d2])"
"""No mark follows, and no consonant that closes the syllable or has another one under it."""


def names_pattern(names: Iterable[str]) -> regex.Pattern[str] | None:
    """Whole words, case-sensitively, longest first; ``’s`` is an edge. In the scripts without
    spaces, whose particles follow a name directly, an edge is where a syllable begins or ends.
    """
    each = sorted(names, key=len, reverse=True)
    spaced = "|".join(map(_escaped, filterfalse(UNSPACED_LETTER.search, each)))
    edged = [_edged(name) for name in each if UNSPACED_LETTER.search(name)]
    if spaced:
        edged.append(f"{_BEFORE}(?:{spaced}){_AFTER}")
    return regex.compile("|".join(edged)) if edged else None


def _escaped(name: str) -> str:
    return _APOSTROPHE.sub("['’]", regex.escape(name))


def _edged(name: str) -> str:
    """A name that has letters of a script without spaces."""
    before = _NOT_STACKED if UNSPACED_LETTER.match(name) else _BEFORE
    after = _SYLLABLE_ENDS if UNSPACED_LETTER.match(name[-1]) or _MARK.match(name[-1]) else _AFTER
    return f"{before}{_escaped(name)}{after}"


_TOKEN = regex.compile(
    rf"[{UNSPACED}][{UNSPACED}\p{{M}}]*|(?:(?![{UNSPACED}])[\p{{L}}\p{{M}}\p{{N}}])+"
)
_NO_WORD_BEFORE, _NO_WORD_AFTER = r"(?<![\p{L}\p{M}\p{N}])", r"(?![\p{L}\p{M}\p{N}])"


class _Words:
    """The words of a text, each with where it begins, found by one word or by two in a row."""

    def __init__(self, text: str) -> None:
        found = [(word.group(), word.start()) for word in _TOKEN.finditer(text)]
        self.begins: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for word, at in found:
            self.begins[word,].append(at)
        for (word, at), (following, _) in pairwise(found):
            self.begins[word, following].append(at)


def _beginning(name: str) -> tuple[tuple[str, ...], int]:
    """The first two words of a name, or its one, and how far in the name they begin; no word for
    one that has none, or whose script does not part words.
    """
    words = [*islice(_TOKEN.finditer(name), 2)]
    if not words or UNSPACED_LETTER.search(name):
        return (), 0
    return tuple(word.group() for word in words), words[0].start()


class Finder:
    """Finds which actors a text names. A name is looked for only where its first two words are,
    so that the work grows with the text and not with the number of actors.
    """

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._by_words: dict[tuple[str, ...], list[tuple[str, regex.Pattern[str], int]]]
        self._by_words = defaultdict(list)
        self._always: list[tuple[str, regex.Pattern[str]]] = []
        self._order: dict[str, int] = {}
        for number, actor in enumerate(actors):
            self._order[actor.id] = number
            for name in actor.called:
                pattern = names_pattern([name])
                words, before = _beginning(name)
                if pattern is None:
                    continue
                if words:
                    self._by_words[words].append((actor.id, pattern, before))
                else:
                    self._always.append((actor.id, pattern))

    def apart(self, text: str) -> frozenset[str]:
        """The ids of the actors that ``text`` names otherwise than within the longer name of
        another: “the Russia Institute” does not name Russia, “Russia’s election commission” does.
        """
        found = [
            (match.span(), actor)
            for words, begins in _Words(text).begins.items()
            for actor, pattern, before in self._by_words.get(words, ())
            for at in begins
            if at >= before and (match := pattern.match(text, at - before))
        ]
        found += [(m.span(), actor) for actor, p in self._always for m in p.finditer(text)]
        apart: set[str] = set()
        reach, longest = 0, ""
        for (_, end), actor in sorted(found, key=lambda f: (f[0][0], -f[0][1])):
            if end <= reach and actor != longest and text[end : end + 2] not in ("'s", "’s"):
                continue
            apart.add(actor)
            if end > reach:
                reach, longest = end, actor
        return frozenset(apart)

    def named(self, text: str) -> tuple[str, ...]:
        """The ids of the actors that ``text`` names, in the order of the library."""
        found = set()
        for words, begins in _Words(text).begins.items():
            for actor, pattern, before in self._by_words.get(words, ()):
                if actor not in found and _is_at(pattern, text, begins, before):
                    found.add(actor)
        found |= {actor for actor, pattern in self._always if pattern.search(text)}
        return tuple(sorted(found, key=self._order.__getitem__))


def _is_at(pattern: regex.Pattern[str], text: str, begins: Iterable[int], before: int) -> bool:
    """Whether a name is at one of some places: at so many characters before its first word."""
    return any(at >= before and pattern.match(text, at - before) for at in begins)


class Texts:
    """Texts by the words that are in them: a name is looked for only where its first two words
    are.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._every = tuple(texts)
        self._by_words: dict[tuple[str, ...], list[tuple[str, list[int]]]] = defaultdict(list)
        for text in self._every:
            for words, begins in _Words(text).begins.items():
                self._by_words[words].append((text, begins))

    def hold(self, name: str) -> bool:
        """Whether a name is in one of them, as whole words where its script parts words."""
        words, before = _beginning(name)
        if not words:
            return any(name in text for text in self._every)
        edged = regex.compile(rf"{_NO_WORD_BEFORE}{regex.escape(name)}{_NO_WORD_AFTER}")
        return any(
            _is_at(edged, text, begins, before) for text, begins in self._by_words.get(words, ())
        )
