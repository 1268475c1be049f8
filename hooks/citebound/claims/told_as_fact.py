"""What our words tell as a fact, where the evidence only charges, claims or rules it out, or has it
upon a condition that ours leave out.

“Berg accused Lee of taking bribes” bears out no “Lee took bribes”, and “the dam will be sold if the
council agrees” no “the dam will be sold”. Found only where our words say nothing but what stands in
a sentence of the evidence: in other words than its own, it is for the reviewer.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

import regex

from citebound.claims.amounts import amounts
from citebound.claims.limit_words import Word
from citebound.claims.limiting import Text
from citebound.claims.saying import SAYING, WITH_THAT
from citebound.claims.statements import Statement
from citebound.claims.told_as_done import lost
from citebound.problems import Problem
from citebound.text.charging import (
    ACQUITTED,
    CHARGED_BY,
    CHARGING,
    CONDITIONAL,
    GUILTY,
    HEDGED_BY,
    HEDGING,
    IF,
    LIGHT,
    REPLACED,
)
from citebound.text.limiting import Limit
from citebound.text.pasts import root
from citebound.text.patterns import Pattern

_LEAST = 2
"""So many words of ours are told of the act at least."""

_GUILT = ("convict", "guilt", "осуд", "осужд", "виновн", "призна")
_MOST = 8
"""Of more charges or conditions than this in a text, no more are looked at."""

_STOPS = frozenset(".;:!?…။()")
_ENDS = frozenset(("but", "although", "though", "while", "whereas", "а", "но", "хотя"))
_LEADS = frozenset((
    "who", "which", "that", "was", "were", "is", "are", "has", "had", "have", "been", "also",
    "once", "который", "которая", "которые", "был", "была", "были",
))  # fmt: skip
_AND = frozenset(("and", "и"))
_SHORT = frozenset((
    "the", "and", "for", "was", "were", "had", "has", "his", "her", "its", "who", "that", "with",
    "from", "this", "have", "been", "are", "not", "она", "они", "его", "был", "это", "что", "как",
))  # fmt: skip
_ATTRIBUTED = ("according", "reportedly", "allegedly", "словам", "сообщению", "данным")


def told_as_fact(statement: Statement, ours: Text, passages: Sequence[Text]) -> Iterator[Problem]:
    """A warning for an act that is only charged, or a condition that is left out."""
    language = ours.language
    is_guilty = any(word.said.startswith(_GUILT) for word in ours.words)
    guilty = _pattern(GUILTY[language]) if is_guilty else None
    for text in passages:
        others = [other for other in passages if other is not text]
        found, place = _charged(ours, text, others), "before"
        if found is None:
            found, place = _doubted(ours, text, others), "with"
        if found is None:
            found, place = _conditional(ours, text, others), "with"
        if found is None and guilty and guilty.search(ours.text) and not guilty.search(text.text):
            found = _acquitted(ours, text)
        if found:
            said, word, here = found
            yield lost(statement, here, f"“{said}”", word, text, place)
            return


@cache
def _pattern(words: str) -> Pattern:
    return Pattern(rf"\b(?:{words})(?!\w)", regex.IGNORECASE | regex.VERBOSE)


@cache
def _sayers(language: str) -> frozenset[str]:
    table = (*SAYING.get(language, ()), *WITH_THAT.get(language, ()))
    return frozenset((*(word for verb in table for word in verb.split()), *_ATTRIBUTED))


def _is_attributed(text: Text) -> bool:
    """Whether a text says itself that it is somebody's word, or no more than a charge."""
    hedged = amounts(text.language, Limit.MAY)
    return (
        any(word.limit in (Limit.MAY, Limit.NOT) for word in text.words)
        or any(word.said in _sayers(text.language) for word in text.words)
        or bool(_pattern(CHARGING[text.language]).search(text.text))
        or bool(hedged and hedged.search(text.text))
    )


def _key(word: Word) -> str:
    """What a word is known by in most of its forms; "" for one that says little."""
    said = word.said
    return "" if said in _SHORT or len(said) < len("war") else root(said)


_LIGHT = frozenset(map(root, LIGHT))


def _keys(words: Sequence[Word]) -> dict[str, Word]:
    return {key: word for word in reversed(words) if (key := _key(word))}


def _sentence(text: Text, at: int) -> Sequence[Word]:
    """The words from an index to the end of their sentence, or of what is told with it."""
    clause = text.words[at].clause
    last = len(text.words) - 1
    found: list[Word] = []
    for n, word in enumerate(text.words[at:], at):
        ends = word.said in _ENDS or not _STOPS.isdisjoint(text.marks[clause : word.clause])
        # “Charged with fraud and convicted” has two verbs, “with lying and stealing” one charge.
        another = word.said in _AND and not text.words[min(n + 1, last)].said.endswith("ing")
        if ends or another:
            break
        found.append(word)
    return found


def _charged(ours: Text, text: Text, others: Sequence[Text]) -> tuple[str, Word, Word] | None:
    """What of our words is told after a charge alone."""
    if not any(word.said.startswith(CHARGED_BY[text.language]) for word in text.words):
        return None
    charges = [*islice(_pattern(CHARGING[ours.language]).finditer(text.text), _MOST)]
    if not charges or _is_attributed(ours):
        return None
    mine = _keys(ours.words)
    is_light = not _LIGHT.isdisjoint(mine)
    asked = mine.keys() - _LIGHT
    if len(mine) < _LEAST or not asked <= _keys(text.words).keys():
        return None
    if any(asked <= _keys(other.words).keys() for other in others):
        return None
    starts = [word.start for word in text.words]
    for charge in charges:
        first = bisect_left(starts, charge.end())
        told = _told(text, bisect_left(starts, charge.start()), first)
        outside = _keys([*text.words[:first], *text.words[first + len(told) :]])
        shared = [word for word in told if _key(word) in mine]
        alone = any(_key(word) not in outside for word in shared)
        instead = charge.group().lower() in REPLACED and _replaces(ours, text, first)
        if alone and (len(shared) + is_light >= _LEAST or instead):
            return charge.group(), shared[0], mine[_key(shared[0])]
    return None


def _replaces(ours: Text, text: Text, first: int) -> bool:
    """Whether ours leave out what stands right before “instead of”."""
    before = [word for word in text.words[:first] if _key(word)][-3:]
    mine = _keys(ours.words)
    return any(_key(word) not in mine and _key(word) != root("instead") for word in before)


def _doubted(ours: Text, text: Text, others: Sequence[Text]) -> tuple[str, Word, Word] | None:
    """What of our words is told with a doubt of the whole sentence, which they leave out."""
    if not any(word.said.startswith(HEDGED_BY[text.language]) for word in text.words):
        return None
    doubts = [*islice(_pattern(HEDGING[ours.language]).finditer(text.text), _MOST)]
    if not doubts or _is_attributed(ours) or _pattern(HEDGING[ours.language]).search(ours.text):
        return None
    mine = _keys(ours.words)
    if len(mine) < _LEAST or any(mine.keys() <= _keys(other.words).keys() for other in others):
        return None
    for doubt in doubts:
        said = _keys(_around(text, doubt.start()))
        if mine.keys() <= said.keys():
            here = next(word for word in ours.words if _key(word))
            return doubt.group(), said[_key(here)], here
    return None


def _around(text: Text, place: int) -> Sequence[Word]:
    """The words of the sentence that a place is in, or of the part of it that *but* begins."""
    at = next((n for n, word in enumerate(text.words) if word.start >= place), len(text.words) - 1)
    first = at
    while first > 0 and not _parts(text, first):
        first -= 1
    last = at + 1
    while last < len(text.words) and not _parts(text, last):
        last += 1
    return text.words[first:last]


def _parts(text: Text, n: int) -> bool:
    """Whether a word begins a sentence or a part of one."""
    between = text.marks[text.words[n - 1].clause : text.words[n].clause]
    return text.words[n].said in _ENDS or not _STOPS.isdisjoint(between)


def _told(text: Text, charge: int, first: int) -> Sequence[Word]:
    """What is told after a charge; of one between commas, “which was accused of fraud”, as far as
    the second.
    """
    if first >= len(text.words):
        return ()
    told = _sentence(text, first)
    begin = charge
    while begin > 0 and text.words[begin - 1].said in _LEADS:
        begin -= 1
    begins = begin == 0 or text.words[begin - 1].clause != text.words[charge].clause
    return [w for w in told if w.clause == text.words[first].clause] if begins else told


def _acquitted(ours: Text, text: Text) -> tuple[str, Word, Word] | None:
    """Whether our words have somebody found guilty who was acquitted, or is only charged."""
    charge = _pattern(ACQUITTED[ours.language]).search(text.text)
    if charge is None or any(word.limit is Limit.NOT for word in ours.words):
        return None
    shared = _keys(ours.words).keys() & _keys(text.words).keys()
    word = next((w for w in text.words if _key(w) in shared), None)
    if word is None:
        return None
    return charge.group(), word, _keys(ours.words)[_key(word)]


def _conditional(ours: Text, text: Text, others: Sequence[Text]) -> tuple[str, Word, Word] | None:
    """What of our words is told upon a condition that they leave out whole."""
    if not any(word.said in CONDITIONAL for word in text.words):
        return None
    conditions = [*islice(_pattern(IF[ours.language]).finditer(text.text), _MOST)]
    if not conditions or any(word.limit in (Limit.IF, Limit.MAY) for word in ours.words):
        return None
    borne = amounts(ours.language, Limit.IF)
    if borne is not None and borne.search(ours.text):
        return None
    mine = _keys(ours.words)
    if len(mine) < _LEAST or any(mine.keys() <= _keys(o.words).keys() for o in others):
        return None
    starts = [word.start for word in text.words]
    for condition in conditions:
        at = bisect_left(starts, condition.start())
        if at == len(starts):
            continue
        main, asked = _main_clause(text, at)
        shared = mine.keys() & _keys(main).keys()
        if (
            mine.keys() <= _keys(main).keys()
            and len(shared) >= _LEAST
            and mine.keys().isdisjoint(_keys(asked).keys() - _keys(main).keys())
        ):
            here = next(word for word in ours.words if _key(word) in shared)
            there = next(word for word in main if _key(word) == _key(here))
            return condition.group(), there, here
    return None


def _main_clause(text: Text, at: int) -> tuple[Sequence[Word], Sequence[Word]]:
    """What a condition at an index conditions, and the condition itself."""
    words = text.words
    clause = words[at].clause
    before = words[at - 1].clause if at else clause
    begins = not at or not _STOPS.isdisjoint(text.marks[before:clause])
    asked = [word for word in words[at:] if word.clause == clause]
    if begins:
        first = at + len(asked)
        main = _sentence(text, first) if first < len(words) else ()
        return [w for w in main if w.clause == words[first].clause] if main else (), asked
    return [word for word in words[:at] if word.clause == before], asked
