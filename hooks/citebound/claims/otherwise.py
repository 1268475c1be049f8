"""Whether a limit that stands on one side alone is said in other words on the other.

Each thing that says so bears out one limit, and only if it stands on its own side alone: what both
sides say takes nothing from what one of them adds. A limit that was moved from one verb to another
is not said in other words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice

import regex

from citebound.claims.amounts import MOST, Amount, Amounts, alone, amounts_of, doubles
from citebound.claims.limit_words import Word
from citebound.claims.limiting import NEAR, WIDE, Text
from citebound.text.amounting import TOGETHER
from citebound.text.limiting import Limit
from citebound.text.patterns import Pattern

_ENDS = Pattern(r"[.!?…။](?=\s|$)|[\n\0\1]")
_FAR = 240
"""A sentence is looked through so many characters on either side."""


@dataclass
class Otherwise:
    """What bears out the limits of one text in others, and what was used up already."""

    side: Text
    others: Sequence[Text]
    used: set[tuple[Limit, str]] = field(default_factory=set)
    said: set[int] = field(default_factory=set)
    alone: dict[tuple[Limit, int], tuple[Amounts, bool]] = field(default_factory=dict)
    parted: dict[tuple[Limit, str], bool] = field(default_factory=dict)
    beside: dict[Limit, tuple[frozenset[int], frozenset[int]]] = field(default_factory=dict)

    def says(self, at: int, shared: Sequence[Word], *, added: bool, weak: bool = False) -> bool:
        """Whether the others say the limit at an index, of the words that they share. What is
        ``added`` must not be one limit more than they have. ``weak`` is set where the shared words
        stand far from the limit, so that they may stand further from its like too.
        """
        word = self.side.words[at]
        if _is_turned(word, self.others):
            return True
        first = doubles(self.side, at)
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
            (text, n)
            for text in self.others
            for n in sorted({n for key in keys for n in text.places.get(key, ())[:MOST]})
        ]

    def denies_figure(self, at: int, figure: Word) -> bool:
        """Whether near a figure of the others something amounts to the negation at an index."""
        return any(
            one.first - NEAR <= n <= one.last + NEAR
            and self._has_one(Limit.NOT, at, (text, n), added=True, weak=False)
            for text, n in self._places((figure,))
            for one in self._alone(Limit.NOT, text)[0].around(n)
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
        near = [
            one for one in found.around(n) if _is_near(there, n, one.first, one.last, weak=weak)
        ]
        for one in sorted({*near, *found.denying(denied)}, key=lambda one: one.first):
            if (limit, one.key) not in self.used and not self._is_moved(kind, there, one):
                self.used.add((limit, one.key))
                return True
        return False

    def _alone(self, kind: Limit, there: Text) -> tuple[Amounts, bool]:
        """What amounts to a kind in another text alone, and whether more does in this one; looked
        for once.
        """
        key = kind, id(there)
        if key not in self.alone:
            found = Amounts([*alone(kind, there, self.side)])
            here = (
                one for one in alone(kind, self.side, there)
                if self.side.words[one.first].limit is not kind or not self.says_together(one.first)
            )  # fmt: skip
            more_here = next(islice(here, len(found), None), None) is not None
            self.alone[key] = found, more_here
        return self.alone[key]

    def _is_moved(self, kind: Limit, there: Text, one: Amount) -> bool:
        """Whether what a word limits there stands here without a limit of that kind: then the one
        was put in the place of the other.
        """
        if there.words[one.first].limit is not kind:
            return False
        return any(self._is_parted(kind, word.stem) for word in there.limited(one.first))

    def _is_parted(self, kind: Limit, stem: str) -> bool:
        """Whether a word of a stem stands here with no limit of a kind near it."""
        key = kind, stem
        if key not in self.parted:
            near, stretches = self._beside(kind)
            self.parted[key] = any(
                n not in near and self.side.stretches[n] not in stretches
                for n in self.side.places.get(stem, ())
            )
        return self.parted[key]

    def _beside(self, kind: Limit) -> tuple[frozenset[int], frozenset[int]]:
        """The words right beside the limits of a kind, in their clauses, and the stretches of
        these.
        """
        if kind not in self.beside:
            words = self.side.words
            limits = [n for n, word in enumerate(words) if kind in (word.limit, *word.also)]
            near = frozenset(
                n
                for k in limits
                for n in range(max(0, k - NEAR), min(len(words), k + NEAR + 1))
                if words[n].clause == words[k].clause
            )
            self.beside[kind] = near, frozenset(self.side.stretches[k] for k in limits)
        return self.beside[kind]


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
    return any(text.denies or amounts_of(Limit.NOT, text) for text in texts)


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


_EARLY = Pattern(r"earliest|earlier|sooner")
_NOT_BEFORE = Pattern(
    r"\b(?:not|never|no|nobody|cannot|\w+n['’]t)\b[^,;:]*\bbefore\s+(?:\p{L}+\s+){0,3}\Z",
    regex.IGNORECASE,
)


@cache
def pairs(language: str) -> tuple[tuple[Limit, Pattern, Pattern], ...]:
    """The patterns of what says a limit together."""
    return tuple(
        (
            kind,
            Pattern(rf"(?:{one})(?!\w)", regex.IGNORECASE),
            Pattern(rf"\b(?:{other})(?!\w)", regex.IGNORECASE),
        )
        for kind, one, other in TOGETHER[language]
    )
