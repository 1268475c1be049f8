"""Opposite words: ours says that the ban ended, and its evidence that it began.

Nothing here understands a sentence. Both have a word of one pair, each of another side; neither is
negated or turned round by what stands with it; and they share a word near both. Where the evidence
has words of both sides, :mod:`citebound.claims.both_sides` decides.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from functools import cache
from itertools import islice, takewhile
from typing import NamedTuple

import regex

from citebound.claims.amounts import negated_root
from citebound.claims.beside import Side, carries, content, index_at, is_turned
from citebound.claims.both_sides import both_sides
from citebound.claims.led import IS
from citebound.claims.limit_words import Word
from citebound.claims.limiting import Text
from citebound.claims.statements import Kind, Statement
from citebound.problems import Problem
from citebound.text.opposites import OPPOSITES
from citebound.text.pasts import root
from citebound.text.patterns import Pattern

_REACH = 8
_MOST = 8
"""Of more words of a side than this in one text, no more are compared."""

_SCORE = Pattern(r"(?<!\d)\d{1,3}\s?[–:-]\s?\d{1,3}(?!\d)")
_OF = frozenset((
    "of", "on", "to", "for", "against", "by", "in", "from", "over", "around", "near", "that", "who",
    "which", "whose",
))  # fmt: skip
_SAME = frozenset(map(root, ("plan", "proposal", "bill", "draft", "idea", "project")))
"""Who approves a plan of something approves that."""


class _Pair(NamedTuple):
    sides: tuple[Side, Side]
    converse: bool
    noun: bool


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
        _Pair((Side.of(pair.one), Side.of(pair.other)), pair.converse, pair.noun)
        for pair in OPPOSITES[language]
    )


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
            at = index_at(ours, said.start())
            if any(mine.search(text.text) for text in support):
                yield from both_sides(ours, at, (mine, theirs), (passages, support))
                continue
            for text in passages:
                found = [*islice(theirs.finditer(text.text), _MOST)]
                if len(found) == 1 and not _is_aside(text, found[0], pair):
                    b = index_at(text, found[0].start())
                    turned = is_turned((ours, at, said.end()), (text, b, found[0].end()))
                    if not turned and _share_of(pair, ours, at, text, b):
                        yield ours.words[at], text, text.words[b]


def _is_aside(text: Text, found: regex.Match[str], pair: _Pair) -> bool:
    """Whether a word is a participle that says nothing: “farmers backed by the union”."""
    at = index_at(text, found.start())
    before = text.words[at - 1].said if at else ""
    is_participle = text.words[at].said.endswith("ed") and before not in IS
    after = text.words[at + 1].said if at + 1 < len(text.words) else ""
    return is_participle and after == "by" and not pair.converse


def _share_of(pair: _Pair, ours: Text, a: int, text: Text, b: int) -> bool:
    """Whether a word of each side says something of the same."""
    if pair.noun:
        return _share_noun(ours, a, text, b)
    if _is_of_object(text, b, ours, a) or _is_of_object(ours, a, text, b):
        return False
    return _share(ours, a, text, b, converse=pair.converse)


def _share_noun(ours: Text, a: int, text: Text, b: int) -> bool:
    """Whether two nouns are of the same, and the same is said of both before them."""
    of = [next(iter(content(one, at, 1)), "") for one, at in ((ours, a), (text, b))]
    led = [next(iter(content(one, at, -1)), "") for one, at in ((ours, a), (text, b))]
    return of[0] != "" and of[0] == of[1] and led[0] == led[1]


def _is_of_object(text: Text, b: int, ours: Text, a: int) -> bool:
    """Whether the evidence says it of something that is only *of* what ours say it of: “welcomed
    the resignation of the minister”, “approved a ban on hunting”.
    """
    object_ = takewhile(lambda word: word.said not in _OF, ours.words[a + 1 : a + 1 + _REACH])
    mine = {root(word.said) for word in object_ if carries(word)}
    return _is_beyond(text, b, mine) or _is_beyond(text, b, {*content(ours, a, 1, _REACH)})


def _is_beyond(text: Text, at: int, mine: Container[str]) -> bool:
    """Whether what stands first of some words after another is only *of* its object."""
    has_head = is_of = False
    for word in text.words[at + 1 : at + 1 + _REACH]:
        if word.clause != text.words[at].clause:
            return False
        owner = word.said.removesuffix("’s").removesuffix("'s")
        if owner != word.said and root(owner) in mine:
            return True
        if word.said in _OF:
            is_of = is_of or has_head
        elif carries(word) and root(word.said) in mine:
            return is_of
        elif carries(word):
            has_head = root(word.said) not in _SAME
    return False


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
                turned_round = is_turned((ours, a, 0), (text, b, 0))
                if not turned_round and _share(ours, a, text, b, converse=False):
                    yield ours.words[a], text, text.words[b]


def _share(ours: Text, a: int, text: Text, b: int, *, converse: bool) -> bool:
    """Whether two words say something of the same."""
    before = {*content(ours, a, -1)}, {*content(text, b, -1)}
    if converse:
        return not before[0].isdisjoint(before[1])
    after = {*content(ours, a, 1)}, {*content(text, b, 1)}
    # What stands before *and* is of the verb there: “upheld the law and refused a rehearing”.
    own = _in_stretch(ours, a), _in_stretch(text, b)
    return not (
        before[0].isdisjoint(before[1])
        and after[0].isdisjoint(after[1])
        and own[0].isdisjoint(after[1])
        and after[0].isdisjoint(own[1])
    )


def _in_stretch(text: Text, at: int) -> set[str]:
    """What stands before a word in its stretch."""
    stretch = text.stretches
    near = range(max(0, at - _REACH // 2), at)
    said = (text.words[n] for n in near if stretch[n] == stretch[at])
    return {root(word.said) for word in said if carries(word)}
