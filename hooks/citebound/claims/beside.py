"""What stands beside an opposite word, and what turns it round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import regex

from citebound.claims.limit_words import Word
from citebound.claims.limiting import Text
from citebound.claims.otherwise import sentence_around
from citebound.text.beginnings import Beginnings
from citebound.text.limiting import Limit
from citebound.text.opposites import REVERSING, TURNING
from citebound.text.pasts import root
from citebound.text.patterns import Pattern

_NEAR = 4
"""A word in common stands so near."""

_LEAST = 3
_SMALL = frozenset((
    "the", "and", "for", "was", "had", "has", "his", "her", "its", "who", "not", "but", "can",
    "may", "all", "any", "out", "off", "one", "two", "six", "ten", "own", "did", "got", "are",
    "she", "это", "что", "как", "был", "она", "они", "его", "при", "для", "два", "три", "так",
    "уже", "или",
))  # fmt: skip
_TURNS = frozenset((Limit.NOT, Limit.IF))
_BUT = Pattern(
    r"(?<!\b(?:all|none|nothing|nobody|anything|anyone|everything|everyone|last|next)\s)\bbut\s+\Z",
    regex.IGNORECASE,
)
"""It turns nothing right before a word: who led *but lost* has lost."""

_WITHOUT = frozenset(("without", "без"))


def index_at(text: Text, place: int) -> int:
    """The index of the word at a place of a text."""
    return next(n for n, word in enumerate(text.words) if word.end > place)


class Side(NamedTuple):
    """The words of a side of a pair, and how they begin: most sentences have none."""

    words: Pattern
    begins: Beginnings

    @classmethod
    def of(cls, words: str) -> Side:
        """The side that has some words."""
        return cls(_whole(words), Beginnings(words))

    def search(self, text: str) -> regex.Match[str] | None:
        """The first of them in a text."""
        return self.words.search(text) if self.begins.may_be_in(text) else None

    def finditer(self, text: str) -> Iterator[regex.Match[str]]:
        """All of them in a text."""
        return self.words.finditer(text) if self.begins.may_be_in(text) else iter(())

    def may_be_in(self, texts: Sequence[Text]) -> bool:
        """Whether some texts may have any of them."""
        return any(self.begins.may_be_in(text.text) for text in texts)


def carries(word: Word) -> bool:
    """Whether a word is one that says of what something is said."""
    is_long = word.stem != "" or len(word.said) == _LEAST
    return is_long and word.said not in _SMALL and not word.values and len(word.said) >= _LEAST


def content(text: Text, at: int, way: int, within: int = _NEAR) -> list[str]:
    """What the words before or after one have in common with their forms, the nearest first."""
    words, clause = text.words, text.words[at].clause
    near = words[max(0, at - within) : at][::-1] if way < 0 else words[at + 1 : at + 1 + within]
    return [root(word.said) for word in near if word.clause == clause and carries(word)]


def is_turned(ours: tuple[Text, int, int], theirs: tuple[Text, int, int]) -> bool:
    """Whether anything turns one of two words round: each with its text, its index and its end.
    What turns both, on the same side, turns neither: “fell after the vote”, “rose after the vote”.
    """
    if _is_limited(*ours) or _is_limited(*theirs):
        return True
    if any(_found(REVERSING[text.language], text, at, end) for text, at, end in (ours, theirs)):
        return True
    turning = (_found(TURNING[text.language], text, at, end) for text, at, end in (ours, theirs))
    return len({*turning}) > 1


def _is_limited(text: Text, at: int, ends: int) -> bool:
    """Whether the sentence of a word, which ends at a place, negates or has a condition."""
    word = text.words[at]
    last = max(word.end, ends)
    begin, end = sentence_around(text.text, word)
    return any(
        one.limit in _TURNS
        and one.said not in _WITHOUT
        and begin <= one.start < end
        and not word.start <= one.start < last
        for one in text.words
    )


def _found(words: str, text: Text, at: int, ends: int) -> frozenset[tuple[str, bool]]:
    """Which of some words stand in the sentence of a word, and whether after it."""
    word = text.words[at]
    begin, end = sentence_around(text.text, word)
    but = _BUT.search(text.text, begin, word.start)
    spans = ((begin, but.start() if but else word.start, False), (max(word.end, ends), end, True))
    return frozenset(
        (found.group().lower(), after)
        for first, last, after in spans
        for found in _whole(words).finditer(text.text, first, last)
    )


@cache
def _whole(words: str) -> Pattern:
    """A pattern of whole words."""
    return Pattern(rf"(?<![\w-])(?:{words})(?![\w-])", regex.IGNORECASE)
