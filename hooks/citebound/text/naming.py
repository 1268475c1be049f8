"""Names: by which words a text names an actor."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import filterfalse, islice, pairwise

import regex

from citebound.model import Actor
from citebound.text.common import is_common
from citebound.text.edges import UNSPACED, UNSPACED_LETTER
from citebound.text.patterns import Pattern

_APOSTROPHE = Pattern("['’]")
_MARK = Pattern(r"\p{M}")
_BEFORE = rf"(?<!(?![{UNSPACED}])[\p{{L}}\p{{N}}_-])"
_AFTER = rf"(?!(?![{UNSPACED}])[\p{{L}}\p{{N}}_]|-\p{{L}})"
_NOT_STACKED = "(?<![\u1039\u17d2])"
_SYLLABLE_ENDS = "(?!\\p{M}|\\p{L}[\u1039\u103a\u17d2])"
"""No mark follows, and no consonant that closes the syllable or has another one under it."""


def names_pattern(names: Iterable[str]) -> Pattern | None:
    """Whole words, case-sensitively, longest first; ``’s`` is an edge. In the scripts without
    spaces, whose particles follow a name directly, an edge is where a syllable begins or ends.
    """
    each = sorted(names, key=len, reverse=True)
    spaced = "|".join(map(_escaped, filterfalse(UNSPACED_LETTER.search, each)))
    edged = [_edged(name) for name in each if UNSPACED_LETTER.search(name)]
    if spaced:
        edged.append(f"{_BEFORE}(?:{spaced}){_AFTER}")
    return Pattern("|".join(edged)) if edged else None


def _escaped(name: str) -> str:
    return _APOSTROPHE.sub("['’]", regex.escape(name))


def _edged(name: str) -> str:
    """A name that has letters of a script without spaces."""
    before = _NOT_STACKED if UNSPACED_LETTER.match(name) else _BEFORE
    after = _SYLLABLE_ENDS if UNSPACED_LETTER.match(name[-1]) or _MARK.match(name[-1]) else _AFTER
    return f"{before}{_escaped(name)}{after}"


_WORD = re.compile(r"\w+")


class Names:
    """Some names, to be looked for in many texts as :func:`names_pattern` finds them, from left to
    right and the longest first. In a text of common characters a name is looked for only where its
    first word is, and the pattern of all is never made.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = tuple(names)
        self._by_word: dict[str, list[tuple[str, int]]] = defaultdict(list)
        self._is_worded = True
        for name in self._names:
            first = _WORD.search(name)
            if first is None:
                self._is_worded = False
            else:
                self._by_word[first.group()].append((_straight(name), first.start()))

    @cached_property
    def _pattern(self) -> Pattern | None:
        return names_pattern(self._names)

    def spans_in(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the names are in a text, none within another."""
        if self._is_worded and is_common(text):
            end = 0
            for start, last in sorted(self._in_common(text), key=lambda at: (at[0], -at[1])):
                if start >= end:
                    end = last
                    yield start, last
        elif self._pattern is not None:
            yield from (found.span() for found in self._pattern.finditer(text))

    def _in_common(self, text: str) -> Iterator[tuple[int, int]]:
        straight = _straight(text)
        if self._by_word.keys().isdisjoint(_WORD.findall(straight)):
            return
        for word in _WORD.finditer(straight):
            for name, before in self._by_word.get(word.group(), ()):
                start = word.start() - before
                end = start + len(name)
                if (
                    start >= 0
                    and straight.startswith(name, start)
                    and not _goes_on_before(text, start)
                    and not _goes_on_after(text, end)
                ):
                    yield start, end


def _straight(text: str) -> str:
    return text.replace("’", "'")


def _goes_on_before(text: str, start: int) -> bool:
    """What :data:`_BEFORE` asks, in a text of common characters."""
    return start > 0 and (text[start - 1].isalnum() or text[start - 1] in "_-")


def _goes_on_after(text: str, end: int) -> bool:
    """What :data:`_AFTER` asks, in a text of common characters."""
    after = text[end : end + 2]
    return bool(after) and (
        after[0].isalnum() or after[0] == "_" or (after[0] == "-" and after[1:].isalpha())
    )


_TOKEN = Pattern(rf"[{UNSPACED}][{UNSPACED}\p{{M}}]*|(?:(?![{UNSPACED}])[\p{{L}}\p{{M}}\p{{N}}])+")
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
        self._by_words: dict[tuple[str, ...], list[tuple[str, Pattern, int]]]
        self._by_words = defaultdict(list)
        self._always: list[tuple[str, Pattern]] = []
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

    def apart(
        self, text: str, others: AbstractSet[tuple[str, int]] = frozenset()
    ) -> frozenset[str]:
        """The ids of the actors that ``text`` names otherwise than within the longer name of
        another: “the Russia Institute” does not name Russia, “Russia’s election commission” does.
        ``others`` are actors who are not named at some places after all, each with where its name
        begins there.
        """
        found = [
            (match.span(), actor)
            for words, begins in _Words(text).begins.items()
            for actor, pattern, before in self._by_words.get(words, ())
            for at in begins
            if at >= before and (match := pattern.match(text, at - before))
        ]
        found += [(m.span(), actor) for actor, p in self._always for m in p.finditer(text)]
        found = [(span, actor) for span, actor in found if (actor, span[0]) not in others]
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


def _is_at(pattern: Pattern, text: str, begins: Iterable[int], before: int) -> bool:
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
        edged = Pattern(rf"{_NO_WORD_BEFORE}{regex.escape(name)}{_NO_WORD_AFTER}")
        return any(
            _is_at(edged, text, begins, before) for text, begins in self._by_words.get(words, ())
        )
