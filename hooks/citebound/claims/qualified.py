"""How many there are of something, and whether it is one at all: *all* for “many”, “a coup” for “an
attempted coup”.

A word that says how many bears on the noun after it: ours may say fewer than the evidence, not
more. A word that says of a noun that it is not quite what it is called is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from citebound.claims.limit_words import STEM, Word, known_word
from citebound.claims.limiting import Text
from citebound.claims.statements import Statement
from citebound.claims.told_as_done import OR_ANSWER, lost
from citebound.problems import Problem
from citebound.text.limiting import LIMITS
from citebound.text.patterns import Pattern
from citebound.text.qualifying import (
    AMONG,
    BESIDE_OFFICES,
    FILLING,
    LESS,
    MANY,
    NONE,
    OFFICES,
    ORDINALS,
    PARTLY,
    SOME,
    UNREAL,
    Unreal,
)

_SUPERLATIVES = frozenset(("best", "worst", "most"))
_NO_SUPERLATIVES = frozenset((
    "arrest", "behest", "bequest", "bucharest", "budapest", "conquest", "contest", "digest",
    "forest", "harvest", "honest", "inquest", "interest", "invest", "manifest", "modest",
    "northwest", "southwest", "priest", "protest", "rainforest", "request", "suggest", "tempest",
))  # fmt: skip

_HYPHENED = frozenset(("ex", "vice", "acting", "deputy", "экс", "вице"))
"""Before a hyphen, each is a word by itself."""

_AFTER_HYPHEN = frozenset(("designate", "elect"))

_NEAR = 3
"""So many words after it a noun is one that a word qualifies."""


class _Counted(NamedTuple):
    """How many there are of a noun, how and at which word that is said, and the noun itself."""

    many: int
    said: str
    word: Word
    noun: Word


def qualified(
    statement: Statement, ours: Text, passages: Sequence[Text], support: Sequence[Text]
) -> Iterator[Problem]:
    """Warnings for more of something than the evidence has, and for a noun that has lost what its
    evidence calls it.
    """
    more = [*_more(statement, ours, support)]
    yield from more
    if not more:
        yield from [*_real(statement, ours, passages)] or _ranked(statement, ours, passages)


@cache
def _many(language: str) -> Mapping[str, int]:
    found = {word: many for many, words in enumerate(MANY[language]) for word in words}
    return found | dict.fromkeys(NONE, -1)


@cache
def _unreal(language: str) -> Mapping[str, frozenset[str]]:
    """For each word what says as much as it does."""
    return _same_as((*UNREAL[language], *BESIDE_OFFICES[language]))


@cache
def _beside_offices(language: str) -> frozenset[str]:
    return frozenset(word for each in BESIDE_OFFICES[language] for word in each.words)


def _same_as(table: Sequence[Unreal]) -> Mapping[str, frozenset[str]]:
    return {word: frozenset((*each.words, *each.also)) for each in table for word in each.words}


def _counted(text: Text) -> dict[str, list[_Counted]]:
    """What a text says of how many there are of something, by the stem of the noun."""
    found: dict[str, list[_Counted]] = {}
    table = _many(text.language)
    for at, word in enumerate(text.words):
        many, said = table.get(word.said), word.said
        if many is None:
            continue
        before = text.words[at - 1].said if at else ""
        if before in SOME and many == 0:
            many, said = 1, f"{before} {said}"
        elif before in LESS:
            many, said = min(many, LESS[before]), f"{before} {said}"
        for noun in text.words[at + 1 : at + 1 + _NEAR]:
            if noun.stem and noun.clause == word.clause:
                found.setdefault(noun.stem, []).append(_Counted(many, said, word, noun))
    return found


def _more(statement: Statement, ours: Text, support: Sequence[Text]) -> Iterator[Problem]:
    mine = _counted(ours)
    if not mine:
        return
    theirs = [(text, _counted(text)) for text in support]
    told: set[int] = set()
    for stem, every in mine.items():
        there = [(text, one) for text, said in theirs for one in said.get(stem, ())]
        borne = frozenset(one.many for _, one in there)
        some = [(text, one) for text, one in there if one.many >= 0]
        for here in every:
            at = here.word.start
            if not some or at in told or _bears(borne, here.many):
                continue
            told.add(at)
            text, other = some[0]
            yield Problem(
                statement.words.place(at),
                "added-limit",
                f"“{here.said}” stands before “{here.noun.said}” here, and “{other.said}” in the "
                f"evidence: “{text.near(other.word)}”",
                f"say it as the source does, or add a footnote with the passage that says "
                f"so{OR_ANSWER}",
                "warning",
            )


def _bears(theirs: frozenset[int], ours: int) -> bool:
    """Whether so many bear out so many: none and few nothing else, and more of them fewer."""
    return max(theirs) >= ours if ours > 0 else ours in theirs


def _real(statement: Statement, ours: Text, passages: Sequence[Text]) -> Iterator[Problem]:
    table = _unreal(ours.language)
    passages = [_parted_text(text) for text in passages]
    if not any(word.said in table for text in passages for word in text.words):
        return
    nouns = {_key(word): word for word in reversed(_parted(ours.words))}
    said = frozenset(word.said for word in _parted(ours.words))
    begun = frozenset(word[:STEM] for word in said)
    numbers = frozenset(LIMITS[ours.language].numbers)
    looked: set[tuple[str, frozenset[str]]] = set()
    for text in passages:
        for word, noun in pairwise(text.words):
            key, same = _key(noun), table.get(word.said)
            if same is None or key not in nouns or noun.clause != word.clause:
                continue
            if not key.isalpha() or key in numbers:  # how much, a measure says
                continue
            if word.said in _beside_offices(text.language) and not noun.said.startswith(OFFICES):
                continue
            if (key, same) in looked or said & same or word.said[:STEM] in begun:
                continue
            looked.add((key, same))
            if all(_is_always(one, key, same) for one in passages):
                yield lost(statement, nouns[key], f"“{word.said}”", noun, text)
                return


def _ranked(statement: Statement, ours: Text, passages: Sequence[Text]) -> Iterator[Problem]:
    """A warning for the largest where the evidence has the second largest or one of them."""
    if any(word.said in AMONG for word in ours.words):
        return
    mine = {_superlative(word, ours.language): rank for word, rank in _ranks(ours)}
    theirs = [(text, *found) for text in passages for found in _ranks(text)]
    for said, rank in mine.items():
        there = [one for one in theirs if _superlative(one[1], ours.language) == said]
        if not rank and there and all(other for _, _, other in there):
            text, word, other = there[0]
            here = next(one for one in ours.words if _superlative(one, ours.language) == said)
            yield lost(statement, here, f"“{other}”", word, text)
            return


def _ranks(text: Text) -> Iterator[tuple[Word, str]]:
    """The superlatives of a text, each with what takes from it."""
    ranks = ORDINALS[text.language]
    for at, word in enumerate(text.words):
        if _superlative(word, text.language):
            before = [one.said for one in text.words[max(0, at - _NEAR) : at]]
            rank = next((one for one in before[-1:] if one in ranks), "")
            partly = " ".join(before[:2]) if len(before) == _NEAR else " ".join(before[-2:])
            near = {partly, " ".join(before[-2:])}
            yield word, rank or next((one for one in PARTLY[text.language] if one in near), "")


def _superlative(word: Word, language: str) -> str:
    """What a superlative has in all its forms; "" of another word."""
    said = word.said
    if language == "ru":
        found = _RUSSIAN_SUPERLATIVE.match(said)
        return found[1] if found else ""
    is_one = len(said) > STEM and said.endswith("est") and said not in _NO_SUPERLATIVES
    return said if language == "en" and (said in _SUPERLATIVES or is_one) else ""


_RUSSIAN_SUPERLATIVE = Pattern(
    r"(?!дальнейш|ближайш|малейш)(\p{L}{2,}[еа]йш)(?:ий|ая|ее|его|ей|ему|им|ем|ую|ие|их|ими)\Z"
)


def _parted_text(text: Text) -> Text:
    has_some = "-" in text.text or any(word in text.text for word in FILLING)
    return replace(text, words=_parted(text.words)) if has_some else text


def _parted(words: Sequence[Word]) -> tuple[Word, ...]:
    """Words, those in two that have *ex-* or *vice-* before a hyphen or *-designate* after one."""
    return tuple(piece for word in words if word.said not in FILLING for piece in _pieces(word))


def _pieces(word: Word) -> tuple[Word, ...]:
    before, hyphen, after = word.said.partition("-")
    if after in _AFTER_HYPHEN:  # “minister-designate” is a designate minister
        stem = known_word(before, "en")[3]
        return word._replace(said=after, stem=""), word._replace(said=before, stem=stem)
    if not hyphen or before not in _HYPHENED or not after:
        return (word,)
    stem = known_word(after, "ru" if before in ("экс", "вице") else "en")[3]
    return word._replace(said=before, stem=""), word._replace(said=after, stem=stem)


def _key(word: Word) -> str:
    """What a noun is known by; “a draft law” is one of three letters."""
    return word.stem or word.said


def _is_always(text: Text, noun: str, same: frozenset[str]) -> bool:
    """Whether a text qualifies a noun so wherever it has it."""
    words = text.words
    return all(
        at > 0 and words[at - 1].said in same for at, word in enumerate(words) if _key(word) == noun
    )
