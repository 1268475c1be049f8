"""Whether a limit that stands on one side alone is said in other words on the other.

Each thing that says so bears out one limit, and only if it stands on its own side alone: what both
sides say takes nothing from what one of them adds. A limit that was moved from one verb to another
is not said in other words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

import regex

from citebound.claims.limit_words import STEM, Word
from citebound.claims.limiting import NEAR, WIDE, Text
from citebound.text.amounting import AMOUNTS, DOUBLED, PREFIXES, TOGETHER
from citebound.text.limiting import DENIALS, Limit

_ENDS = regex.compile(r"[.!?…။](?=\s|$)|[\n\0\1]")
_FAR = 240
"""A sentence is looked through so many characters on either side."""

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


@dataclass
class Otherwise:
    """What bears out the limits of one text in others, and what was used up already."""

    side: Text
    others: Sequence[Text]
    used: set[tuple[Limit, str]] = field(default_factory=set)
    said: set[int] = field(default_factory=set)
    alone: dict[tuple[Limit, int], tuple[list[Amount], bool]] = field(default_factory=dict)

    def says(self, at: int, shared: Sequence[Word], *, added: bool, weak: bool = False) -> bool:
        """Whether the others say the limit at an index, of the words that they share. What is
        ``added`` must not be one limit more than they have. ``weak`` is set where the shared words
        stand far from the limit, so that they may stand further from its like too.
        """
        word = self.side.words[at]
        if _is_turned(word, self.others):
            return True
        first = _doubles(self.side, at)
        if first is not None and first in self.said:
            return True
        places = self._places(shared)
        kinds = [kind for kind in (word.limit, self._denied_ability(at)) if kind is not None]
        is_said = self.says_together(at, shared) or any(
            self._has_one(kind, at, there, added=added, weak=weak)
            for kind in kinds for there in places
        )  # fmt: skip
        if is_said:
            self.said.add(at)
        return is_said

    def says_together(self, at: int, shared: Sequence[Word] = ()) -> bool:
        """Whether the limit at an index is said in another construction where others have a word
        or a figure that is near it.
        """
        words, word = self.side.words, self.side.words[at]
        near = (*words[max(0, at - NEAR) : at], *words[at + 1 : at + 1 + WIDE])
        around = (one for one in near if one.clause == word.clause)
        return self._is_said_together(word, self._places((*shared, *around)))

    def _places(self, words: Iterable[Word]) -> list[tuple[Text, int]]:
        """Where others have any of some words, or a figure of theirs."""
        keys = {key for word in words for key in (word.stem, *word.values) if key}
        return [
            (text, n) for text in self.others for n, one in enumerate(text.words)
            if one.stem in keys or not keys.isdisjoint(one.values)
        ]  # fmt: skip

    def denies_figure(self, at: int, figure: Word) -> bool:
        """Whether near a figure of the others something amounts to the negation at an index."""
        return any(
            one.first - NEAR <= n <= one.last + NEAR
            and self._has_one(Limit.NOT, at, (text, n), added=True, weak=False)
            for text, n in self._places((figure,)) for one in self._alone(Limit.NOT, text)[0]
        )  # fmt: skip

    def _denied_ability(self, at: int) -> Limit | None:
        """A negation, where it says what could not be: no more than that something was not."""
        said = [word.said for word in self.side.words[at : at + 3]]
        is_one = said[:2] == ["could", "not"] and said[2:] != ["have"]
        return Limit.NOT if is_one else None

    def _is_said_together(self, word: Word, places: Iterable[tuple[Text, int]]) -> bool:
        text = self.side.text
        begin, end = sentence_around(text, word)
        here = text[begin:end]
        for kind, one, other in pairs(self.side.language):
            if kind is not word.limit or not one.match(here, word.start - begin):
                continue
            if not other.search(here) and any(
                other.search(there.text, *sentence_around(there.text, there.words[n]))
                for there, n in places
            ):
                return True
        return False

    def _has_one(
        self, kind: Limit, at: int, place: tuple[Text, int], *, added: bool, weak: bool
    ) -> bool:
        """Whether something near a word amounts to a limit of a kind and is not used up."""
        there, n = place
        limit = self.side.words[at].limit
        assert limit is not None
        found, more_here = self._alone(kind, there)
        if added and more_here:
            return False
        denied = {word.stem for word in (*self.side.limited(at), *self.side.before(at))}
        for one in found:
            is_here = _is_near(there, n, one.first, one.last, weak=weak) or one.denies in denied
            is_used = (limit, one.key) in self.used
            if is_here and not is_used and not self._is_moved(kind, there, one):
                self.used.add((limit, one.key))
                return True
        return False

    def _alone(self, kind: Limit, there: Text) -> tuple[list[Amount], bool]:
        """What amounts to a kind in another text alone, and whether more does in this one; looked
        for once.
        """
        key = kind, id(there)
        if key not in self.alone:
            found = [*_alone(kind, there, self.side)]
            here = [
                one for one in _alone(kind, self.side, there)
                if self.side.words[one.first].limit is not kind or not self.says_together(one.first)
            ]  # fmt: skip
            self.alone[key] = found, len(found) < len(here)
        return self.alone[key]

    def _is_moved(self, kind: Limit, there: Text, one: Amount) -> bool:
        """Whether what a word limits there stands here without a limit of that kind: then the one
        was put in the place of the other.
        """
        if there.words[one.first].limit is not kind:
            return False
        stems = {word.stem for word in there.limited(one.first)}
        limits = [n for n, word in enumerate(self.side.words) if kind in (word.limit, *word.also)]
        return any(
            not any(_is_near(self.side, n, k, k) for k in limits)
            for n, word in enumerate(self.side.words) if word.stem in stems
        )  # fmt: skip


def _alone(kind: Limit, text: Text, other: Text) -> Iterator[Amount]:
    """What limits in a kind in a text, or amounts to that, and is not in the other as often."""
    mine = _amounts(kind, text)
    left = Counter(one.key for one in mine)
    left.subtract(one.key for one in _amounts(kind, other))
    for one in mine:
        if left[one.key] > 0:
            left[one.key] -= 1
            yield one


def _amounts(kind: Limit, text: Text) -> list[Amount]:
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
        elif n not in found and kind in (word.limit, *word.also) and _doubles(text, n) is None:
            said = "not" if word.said in _NOT or word.said.endswith(("n't", "n’t")) else word.said
            found[n] = Amount(said[:STEM], n, n)
    return [found[n] for n in sorted(found)]


def _doubles(text: Text, at: int) -> int | None:
    """The index of the word that a second negation belongs to: *neither* of *nor*."""
    firsts = DOUBLED.get(text.words[at].said, ())
    near = range(at - 1, max(-1, at - 2 * NEAR), -1) if firsts else ()
    return next((n for n in near if text.words[n].said in firsts), None)


def _is_near(text: Text, n: int, first: int, last: int, *, weak: bool = False) -> bool:
    """Whether a word is in the same stretch as others, or right beside them in its clause."""
    if text.words[n].clause != text.words[first].clause:
        return False
    is_beside = first - NEAR <= n <= last + NEAR
    return weak or is_beside or text.stretches[n] in text.stretches[first : last + 1]


def sentence_around(text: str, word: Word) -> tuple[int, int]:
    """Where the sentence of a word begins and ends, as far as it is looked through."""
    begin, end = max(0, word.start - _FAR), min(len(text), word.end + _FAR)
    for found in _ENDS.finditer(text, begin, word.start):
        begin = found.end()
    ends = _ENDS.search(text, word.end, end)
    return begin, ends.start() if ends else end


def _is_turned(word: Word, texts: Iterable[Text]) -> bool:
    """Whether texts bound a date as a word bounds it by denying its bound: “not before 2026” is “in
    2026 at the earliest”. Where no such bound is known of a date, :func:`pairs` decide.
    """
    return any(
        figure.bound is bound
        for value, bound in word.turns
        for text in texts
        for figure in text.figures.get(value, ())
    )


def denies(texts: Iterable[Text]) -> bool:
    """Whether anything in some texts negates, or amounts to a negation."""
    return any(text.denies or _amounts(Limit.NOT, text) for text in texts)


def is_said_together(side: Text, at: int, others: Sequence[Text]) -> bool:
    """Whether *not* at an index is part of what others say in another construction."""
    begin, end = sentence_around(side.text, side.words[at])
    here = side.text[begin:end]
    return any(
        kind is Limit.NOT
        and one.match(here, side.words[at].start - begin)
        and not other.search(here)
        and any(other.search(text.text) for text in others)
        for kind, one, other in pairs(side.language)
    )


def is_not_before(text: Text, figure: Word, measure: str) -> bool:
    """Whether *not before* a figure is what a measure says: 2026 at the earliest."""
    if _EARLY.search(measure) is None:
        return False
    begin, _ = sentence_around(text.text, figure)
    said = " ".join(text.text[begin : figure.span.end].split())
    return _NOT_BEFORE.search(said.removesuffix(figure.whole)) is not None


_EARLY = regex.compile(r"earliest|earlier|sooner")
_NOT_BEFORE = regex.compile(
    r"\b(?:not|never|no|nobody|cannot|\w+n['’]t)\b[^,;:]*\bbefore\s+(?:\p{L}+\s+){0,3}\Z",
    regex.IGNORECASE,
)


@cache
def amounts(language: str, kind: Limit) -> regex.Pattern[str] | None:
    """The pattern of what amounts to a limit of a kind in a language, if anything does."""
    words = AMOUNTS[language].get(kind)
    return regex.compile(rf"\b(?:{'|'.join(words)})\b", regex.IGNORECASE) if words else None


@cache
def pairs(language: str) -> tuple[tuple[Limit, regex.Pattern[str], regex.Pattern[str]], ...]:
    """The patterns of what says a limit together."""
    return tuple(
        (
            kind,
            regex.compile(rf"(?:{one})(?!\w)", regex.IGNORECASE),
            regex.compile(rf"\b(?:{other})(?!\w)", regex.IGNORECASE),
        )
        for kind, one, other in TOGETHER[language]
    )


@cache
def _made(language: str) -> regex.Pattern[str]:
    return regex.compile(PREFIXES[language], regex.IGNORECASE | regex.VERBOSE)


_PREFIX = regex.compile(r"^(?:un|in|im|ir|il|non|бе[зс]|не)")


@cache
def negated_root(said: str, language: str) -> str | None:
    """What a word negates by the way it is made: *finished* in *unfinished*; else ``None``."""
    if _made(language).fullmatch(said) is None:
        return None
    return said.removesuffix("less") if said.endswith("less") else _PREFIX.sub("", said, count=1)
