"""Opposite words: ours says that the ban ended, and its evidence that it began.

Nothing here understands a sentence. Both have a word of one pair, each of another side; neither is
negated or turned round by what stands with it; and they share a word near both. Where the evidence
has words of both sides, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import regex

from citebound.claims.amounts import negated_root
from citebound.claims.limit_words import Word
from citebound.claims.limiting import Text
from citebound.claims.otherwise import sentence_around
from citebound.claims.statements import Kind, Statement
from citebound.problems import Problem
from citebound.text.beginnings import Beginnings
from citebound.text.limiting import Limit
from citebound.text.opposites import OPPOSITES, TURNING
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
_MOST = 8
"""Of more words of a side than this in one text, no more are compared."""

_SCORE = Pattern(r"(?<!\d)\d{1,3}\s?[–:-]\s?\d{1,3}(?!\d)")
_TURNS = frozenset((Limit.NOT, Limit.IF))


class _Side(NamedTuple):
    """The words of a side of a pair, and how they begin."""

    words: Pattern
    begins: Beginnings

    def search(self, text: str) -> regex.Match[str] | None:
        """The first of them in a text."""
        return self.words.search(text) if self.begins.may_be_in(text) else None

    def may_be_in(self, texts: Sequence[Text]) -> bool:
        """Whether some texts may have any of them."""
        return any(self.begins.may_be_in(text.text) for text in texts)


class _Pair(NamedTuple):
    sides: tuple[_Side, _Side]
    converse: bool


def opposites(
    statement: Statement, ours: Text, passages: Sequence[Text], support: Sequence[Text]
) -> Iterator[Problem]:
    """A warning for a word of which the evidence has the opposite."""
    if statement.kind is Kind.JUDGEMENT:
        return
    found = next(_opposite(ours, passages, support), None) or next(_unmade(ours, passages), None)
    if found:
        here, text, there = found
        typed = text.text[there.start : there.end]
        yield Problem(
            statement.words.place(here.start),
            "opposite-word",
            f"“{here.said}” stands here, and the evidence has “{typed}”: “{text.near(there)}”",
            "where the source says so in other words, a reviewer may answer this: citebound sign; "
            "else say what the source says",
            "warning",
        )


@cache
def _pairs(language: str) -> tuple[_Pair, ...]:
    return tuple(
        _Pair((_side(pair.one), _side(pair.other)), pair.converse) for pair in OPPOSITES[language]
    )


def _side(words: str) -> _Side:
    return _Side(_whole(words), Beginnings(words))


@cache
def _whole(words: str) -> Pattern:
    return Pattern(rf"(?<![\w-])(?:{words})(?![\w-])", regex.IGNORECASE)


def _opposite(
    ours: Text, passages: Sequence[Text], support: Sequence[Text]
) -> Iterator[tuple[Word, Text, Word]]:
    for pair in _pairs(ours.language):
        for mine, theirs in (pair.sides, pair.sides[::-1]):
            if not mine.begins.may_be_in(ours.text) or not theirs.may_be_in(passages):
                continue
            said = mine.search(ours.text)
            if said is None or theirs.search(ours.text):
                continue
            if pair.converse and _SCORE.search(ours.text):
                continue  # who won and who lost is said by the score
            if any(mine.search(text.text) for text in support):
                continue
            for text in passages:
                other = theirs.search(text.text)
                if other and len([*theirs.words.finditer(text.text)][:_MOST]) == 1:
                    a, b = _at(ours, said.start()), _at(text, other.start())
                    turned = _is_turned(ours, a, said.end()) or _is_turned(text, b, other.end())
                    if not turned and _share(ours, a, text, b, converse=pair.converse):
                        yield ours.words[a], text, text.words[b]


def _unmade(ours: Text, passages: Sequence[Text]) -> Iterator[tuple[Word, Text, Word]]:
    """A word that a prefix makes the opposite: “unsafe” for “safe”, and the other way round."""
    for text in passages:
        for one, other, turned in ((ours, text, False), (text, ours, True)):
            every = {word.said: n for n, word in reversed([*enumerate(other.words)])}
            said = {word.said for word in other.words}
            for n, word in enumerate(one.words):
                plain = negated_root(word.said, one.language)
                if plain is None or plain not in every or word.said.endswith("less"):
                    continue
                if word.said in said or plain in {w.said for w in one.words}:
                    continue
                a, b = (every[plain], n) if turned else (n, every[plain])
                is_turned = _is_turned(ours, a) or _is_turned(text, b)
                if not is_turned and _share(ours, a, text, b, converse=False):
                    yield ours.words[a], text, text.words[b]


def _at(text: Text, place: int) -> int:
    return next(n for n, word in enumerate(text.words) if word.end > place)


def _share(ours: Text, a: int, text: Text, b: int, *, converse: bool) -> bool:
    """Whether two words say something of the same."""
    before = _near(ours, a, -1) & _near(text, b, -1)
    after = _near(ours, a, 1) & _near(text, b, 1)
    if converse:
        return bool(before)
    crossed = (_near(ours, a, -1) & _near(text, b, 1)) | (_near(ours, a, 1) & _near(text, b, -1))
    return bool(before or after or crossed)


def _is_turned(text: Text, at: int, ends: int = 0) -> bool:
    """Whether anything in the sentence of a word, which ends at a place, turns it round."""
    word = text.words[at]
    last = max(word.end, ends)
    begin, end = sentence_around(text.text, word)
    if any(
        one.limit in _TURNS and begin <= one.start < end and not word.start <= one.start < last
        for one in text.words
    ):
        return True
    turning = _whole(TURNING[text.language])
    return any(turning.search(text.text, *span) for span in ((begin, word.start), (last, end)))


def _near(text: Text, at: int, way: int) -> set[str]:
    """What the words beside one have in common with their forms."""
    clause = text.words[at].clause
    near = text.words[max(0, at - _NEAR) : at] if way < 0 else text.words[at + 1 : at + 1 + _NEAR]
    return {
        root(word.said)
        for word in near
        if word.clause == clause
        and (word.stem or len(word.said) == _LEAST)
        and word.said not in _SMALL
        and not word.values
        and len(word.said) >= _LEAST
    }
