"""The phrases of the closed list as one tree of words: a phrase is read and a text searched by it.

Each branch is a word, or the words that may stand in a slot; reading a text costs one look-up for
each of its words, however many phrases there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from citebound.dates.counting import Rule, Slots
from citebound.text.patterns import Pattern

DIGITS = {"day": range(1, 3), "year": range(4, 5), "number": range(1, 4)}
"""How many digits may stand in a slot."""

_PART = Pattern(r"(?P<gap>\s?)(?:\{(?P<slot>\w+)\}|(?P<word>[\p{L}\p{M}\p{N}]++|\S))")
_WORD = Pattern(r"(?P<gap>\s*+)(?P<word>[\p{L}\p{M}\p{N}]++|\S)")
_IN_NUMBER = Pattern(r"(?<=\p{N}[.,])")
_GOES_ON = Pattern(r"[-.,]\p{N}|-\p{L}")


class Written(NamedTuple):
    """A phrase as it stands in a text: its rule, the numbers in its slots, and where it is."""

    rule: Rule
    slots: Slots
    start: int
    end: int


class _Word(NamedTuple):
    """A word of a text, or another sign; ``gap`` says that white space stands before it."""

    text: str
    gap: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Slot:
    """A slot of a language: the words that may stand in it, and what number each is."""

    name: str
    numbers: Mapping[str, int]
    capital: bool

    def number(self, word: str, *, strict: bool) -> int | None:
        """The number that a word is in this slot; ``None`` if it may not stand there."""
        if word.isascii() and word.isdigit():
            return int(word) if len(word) in DIGITS.get(self.name, ()) else None
        if strict and self.capital and word not in (word.capitalize(), word.upper()):
            return None
        return self.numbers.get(word.lower())


@dataclass(slots=True)
class _Branch:
    """What may come next after some words, and the rule of the phrase that ends with them."""

    words: dict[tuple[str, bool], _Branch] = field(default_factory=dict)
    slots: dict[tuple[str, bool], tuple[_Slot, _Branch]] = field(default_factory=dict)
    rule: Rule | None = None


class PhraseTree:
    """The phrases of all languages, each with its rule."""

    def __init__(self) -> None:
        self._root = _Branch()

    def add(
        self,
        phrase: str,
        rule: Rule,
        slots: Mapping[str, Mapping[str, int]],
        *,
        language: str,
        named: bool,
    ) -> None:
        """Add a phrase with its slots in braces, and what number each word in a slot is.

        ``named`` says that months and days of the week are written with a capital letter in its
        language: “may 10” is no date in a text.
        """
        branch = self._root
        for part in _PART.finditer(phrase):
            gap = bool(part["gap"])
            if part["slot"]:
                # The forms of a word (“month_in”) are one slot to a rule.
                name = part["slot"].partition("_")[0]
                slot = _Slot(
                    name, slots.get(part["slot"], {}), named and name in ("month", "weekday")
                )
                key = f"{language} {part['slot']}", gap
                branch = branch.slots.setdefault(key, (slot, _Branch()))[1]
            else:
                branch = branch.words.setdefault((part["word"].lower(), gap), _Branch())
        branch.rule = branch.rule or rule

    def read(self, phrase: str) -> Written | None:
        """What the whole of a phrase is. Case and the amount of white space do not matter."""
        words = _words(phrase)
        for found in self._from(words, 0, strict=False):
            if found.end == words[-1].end:
                return found
        return None

    def found_in(self, text: str) -> Iterator[Written]:
        """The phrases of a text, whole words, in order; none that lies within another. Two may
        share a word: in “5 May 6” there are “5 May” and “May 6”.
        """
        words = _words(text)
        end = 0
        for at, word in enumerate(words):
            if _IN_NUMBER.match(text, word.start):
                continue
            longest = None
            for found in self._from(words, at, strict=True):
                if not _GOES_ON.match(text, found.end):
                    longest = found
            if longest and longest.end > end:
                end = longest.end
                yield longest

    def _from(self, words: list[_Word], first: int, *, strict: bool) -> Iterator[Written]:
        """Each phrase that begins with one of these words, the shortest first."""
        ways: list[tuple[_Branch, Slots]] = [(self._root, {})]
        for at in range(first, len(words)):
            word = words[at]
            gap = word.gap and at > first
            onwards: list[tuple[_Branch, Slots]] = []
            for branch, filled in ways:
                if (after := branch.words.get((word.text.lower(), gap))) is not None:
                    onwards.append((after, filled))
                for (_, spaced), (slot, after) in branch.slots.items():
                    number = slot.number(word.text, strict=strict) if spaced == gap else None
                    if number is not None:
                        onwards.append((after, {**filled, slot.name: number}))
            for branch, filled in onwards:
                if branch.rule:
                    yield Written(branch.rule, filled, words[first].start, word.end)
            if not onwards:
                return
            ways = onwards


def _words(text: str) -> list[_Word]:
    return [
        _Word(found["word"], bool(found["gap"]), *found.span("word"))
        for found in _WORD.finditer(text)
    ]
