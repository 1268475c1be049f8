"""What limits in a kind in a text, or amounts to that: *unfinished* amounts to “not finished”."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from citebound.claims.limit_words import STEM
from citebound.claims.limiting import NEAR, Text
from citebound.text.amounting import AMOUNTS, DOUBLED, PREFIXES
from citebound.text.limiting import DENIALS, Limit
from citebound.text.patterns import Pattern

MOST = 24
"""Of so many places of one word, and of so much before and after one that may amount to a limit, no
more are looked at: a sentence has a few.
"""

_NOT = frozenset((*DENIALS, "no"))
"""These are one word where it is asked whether both sides have it."""


@dataclass(frozen=True, slots=True)
class Amount:
    """What amounts to a limit: its key, the indices of its first and last words, and the stem that
    it denies, if it has that within itself, as *unfinished* has.
    """

    key: str
    first: int
    last: int
    denies: str = ""


class Amounts:
    """What amounts to a limit in a text, in order, to be looked for around a place of it."""

    def __init__(self, every: Sequence[Amount]) -> None:
        self._every = every
        self._firsts = [one.first for one in every]
        self._denying: dict[str, list[Amount]] = {}
        for one in every:
            self._denying.setdefault(one.denies, []).append(one)

    def __len__(self) -> int:
        return len(self._every)

    def around(self, n: int) -> Sequence[Amount]:
        """What stands next before and after a word."""
        at = bisect_right(self._firsts, n)
        return self._every[max(0, at - MOST) : at + MOST]

    def denying(self, stems: Iterable[str]) -> Iterator[Amount]:
        """What denies one of some stems within itself."""
        for stem in stems:
            yield from self._denying.get(stem, ())[:MOST]


def alone(kind: Limit, text: Text, other: Text) -> Iterator[Amount]:
    """What limits in a kind in a text, or amounts to that, and is not in the other as often."""
    mine = amounts_of(kind, text)
    left = Counter(one.key for one in mine)
    left.subtract(one.key for one in amounts_of(kind, other))
    for one in mine:
        if left[one.key] > 0:
            left[one.key] -= 1
            yield one


@lru_cache(maxsize=256)
def amounts_of(kind: Limit, text: Text) -> tuple[Amount, ...]:
    """What limits in a kind, or amounts to that, in order of their places."""
    found: dict[int, Amount] = {}
    pattern = amounts(text.language, kind)
    starts = {word.start: n for n, word in enumerate(text.words)} if pattern else {}
    for one in pattern.finditer(text.text) if pattern else ():
        first = starts.get(one.start())
        if first is not None:
            last = first + len(one.group().split()) - 1
            found[first] = Amount(one.group().lower()[:STEM], first, min(last, len(text.words) - 1))
    for n, word in enumerate(text.words):
        root = negated_root(word.said, text.language) if kind is Limit.NOT else None
        if root is not None:
            found[n] = Amount(word.said[:STEM], n, n, root[:STEM])
        elif n not in found and kind in (word.limit, *word.also) and doubles(text, n) is None:
            said = "not" if word.said in _NOT or word.said.endswith(("n't", "n’t")) else word.said
            found[n] = Amount(said[:STEM], n, n)
    return tuple(found[n] for n in sorted(found))


def doubles(text: Text, at: int) -> int | None:
    """The index of the word that a second negation belongs to: *neither* of *nor*."""
    firsts = DOUBLED.get(text.words[at].said, ())
    near = range(at - 1, max(-1, at - 2 * NEAR), -1) if firsts else ()
    return next((n for n in near if text.words[n].said in firsts), None)


@cache
def amounts(language: str, kind: Limit) -> Pattern | None:
    """The pattern of what amounts to a limit of a kind in a language, if anything does."""
    words = AMOUNTS[language].get(kind)
    return Pattern(rf"\b(?:{'|'.join(words)})\b", regex.IGNORECASE) if words else None


@cache
def _made(language: str) -> Pattern:
    return Pattern(PREFIXES[language], regex.IGNORECASE | regex.VERBOSE)


_MADE_WITH = ("un", "in", "im", "ir", "il", "non", "без", "бес", "не")
_PREFIX = Pattern(rf"^(?:{'|'.join(_MADE_WITH)})")


@cache
def negated_root(said: str, language: str) -> str | None:
    """What a word negates by the way it is made: *finished* in *unfinished*; else ``None``."""
    may_be_made = said.startswith(_MADE_WITH) or said.endswith("less")
    if not may_be_made or _made(language).fullmatch(said) is None:
        return None
    return said.removesuffix("less") if said.endswith("less") else _PREFIX.sub("", said, count=1)
