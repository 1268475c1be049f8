"""What our words tell as done or as so, where the evidence denies or doubts it from afar, or has it
still to come.

The rule of limits looks at the few words after a limit. “No evidence to suggest that the bank paid
bribes” has more between the two; so where our words say nothing but what stands in a sentence of
the evidence, its negation or hedge is looked for up to the end of what it governs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile

from citebound.claims.come_about import is_led
from citebound.claims.led import IS, verb_of
from citebound.claims.limit_words import Word
from citebound.claims.limiting import Text
from citebound.claims.not_done import not_done
from citebound.claims.otherwise import Otherwise
from citebound.claims.statements import Kind, Statement
from citebound.claims.told_before import told_before
from citebound.problems import Problem
from citebound.text.limiting import Limit
from citebound.text.undone import HELD, SET_FOR

_ENDS = frozenset((
    "but", "and", "or", "which", "who", "whose", "because", "although", "though", "while",
    "whereas", "before", "after", "until", "а", "но", "и", "или", "который", "которая", "которые",
    "потому",
))  # fmt: skip
"""What a negation does not reach beyond."""

_STOPS = frozenset(".;:!?…။")
_ALL = frozenset(("all", "every", "each", "everyone", "everybody", "все", "всех", "каждый"))
OR_ANSWER = "; where it says so in other words, a reviewer may answer this: citebound sign"

_ON = frozenset(("for", "on", "in", "at", "to"))

_LEAST = 2
"""So many of our words stand after the limit at least."""

_REACH = 3
_MOST = 8
"""Of more negations than this, none is taken for moved."""

_FAR = 60
"""A limit is taken to govern so many words at most."""


def told_as_done(statement: Statement, ours: Text, passages: Sequence[Text]) -> Iterator[Problem]:
    """A warning for what is denied or doubted from afar, or to come, and here is plainly so. What
    is to come of an event, its status says, which has a rule of its own.
    """
    has_status = statement.kind is Kind.EVENT
    for text in passages:
        others = [other for other in passages if other is not text]
        found = _denied_afar(ours, text, others) or _moved(ours, text)
        if not found and not has_status:
            found = not_done(ours, text, others)
        planned = None if found or has_status else _planned(ours, text, others)
        told = found or planned
        if told:
            said, word, here = told
            yield lost(statement, here, f"“{said}”", word, text, "with" if planned else "before")
            return
    if not has_status:
        yield from told_before(statement)


def lost(
    statement: Statement, here: Word, said: str, word: Word, text: Text, place: str = "before"
) -> Problem:
    """A warning for a limit of the evidence, as it is ``said``, before a word of its text (or at
    another ``place``), which here stands without it.
    """
    typed = text.text[word.start : word.end]
    typed = typed if typed.lower() == word.said else word.said
    return Problem(
        statement.words.place(here.start),
        "lost-limit",
        f"the evidence has {said} {place} “{typed}”, which is not here: “{text.near(word)}”",
        f"keep the limit, or add a footnote with a passage that says it without one{OR_ANSWER}",
        "warning",
    )


def _denied_afar(ours: Text, text: Text, others: Sequence[Text]) -> tuple[str, Word, Word] | None:
    if not any(text.words[at].limit in (Limit.NOT, Limit.MAY) for at in text.limits):
        return None
    stems = {verb_of(word): word for word in ours.words if word.stem}
    first: dict[str, int] = {}
    for at, word in enumerate(text.words):
        first.setdefault(verb_of(word), at)
    if len(stems) < _LEAST or not stems.keys() <= first.keys():
        return None
    for at in text.limits:
        limit = text.words[at].limit
        if limit not in (Limit.NOT, Limit.MAY):
            continue
        if at + 1 < len(text.words) and text.words[at + 1].said in _ALL and _has(ours, Limit.PART):
            continue  # “not all” is “some”
        governed = [word for word in _governed(text, at) if verb_of(word) in stems]
        near = {verb_of(word) for word in governed}
        if len(near) < _LEAST or any(s not in near and first[s] > at for s in stems):
            continue
        if _has(ours, limit, near) or any(
            stems.keys() <= {verb_of(word) for word in other.words} and not _has(other, limit)
            for other in others
        ):
            continue
        if Otherwise(text, (ours,)).says_together(at):
            continue
        return text.words[at].said, governed[0], stems[verb_of(governed[0])]
    return None


def _moved(ours: Text, text: Text) -> tuple[str, Word, Word] | None:
    """A negation that stands right before another of the words in common than in the evidence:
    “took the town but not the airport”.
    """
    there, here = _negated(text), _negated(ours)
    if not 0 < len(there) <= _MOST or not 0 < len(here) <= _MOST:
        return None
    if any(_same(a, b) for _, a in there for _, b in here):
        return None
    for one, denied in ((text, there), (ours, here)):  # “sent no delegate” denies the verb
        if sum(word.limit is Limit.NOT for word in one.words) != len(denied):
            return None
    if not all(any(_same(b, word) for word in text.words) for _, b in here):
        return None
    for said, word in there:
        plain = next((one for one in ours.words if _same(word, one)), None)
        if plain is not None:
            return said, word, plain
    return None


def _negated(text: Text) -> list[tuple[str, Word]]:
    """The word that each *not* stands right before, articles and the like left out."""
    found = []
    for at in text.plain_denials:
        word = text.words[at]
        if word.limit is Limit.NOT:
            after = text.words[at + 1 : at + 1 + _REACH]
            near = takewhile(lambda one: one.said not in _ENDS, after)
            next_ = next((one for one in near if one.stem and one.clause == word.clause), None)
            if next_ is not None:
                found.append((word.said, next_))
    return found


def _same(one: Word, other: Word) -> bool:
    """Whether two words are forms of one: open, opened."""
    a, b = one.stem, other.stem
    return bool(a and b) and (a.startswith(b) or b.startswith(a))


def _has(text: Text, limit: Limit, shared: Collection[str] = ()) -> bool:
    """Whether anything limits so, or amounts to it, but for words that are ``shared``."""
    return any(
        limit in (word.limit, *word.also) and (word.limit is limit or verb_of(word) not in shared)
        for word in text.words
    )


def _governed(text: Text, at: int) -> Iterator[Word]:
    """The words after a limit, up to the end of what it governs."""
    clause = text.words[at].clause
    for word in text.words[at + 1 : at + 1 + _FAR]:
        if word.said in _ENDS or not _STOPS.isdisjoint(text.marks[clause : word.clause]):
            return
        yield word


def _planned(ours: Text, text: Text, others: Sequence[Text]) -> tuple[str, Word, Word] | None:
    """What a plan stands after in the evidence, “the hearing is planned for June”, and here was
    held.
    """
    held = next((n for n, word in enumerate(ours.words) if word.said in HELD), None)
    if held is None or ours.intends or is_led(ours, held):
        return None
    if any(word.said in HELD for one in (text, *others) for word in one.words):
        return None
    stems = {word.stem: word for word in ours.words if word.stem}
    for at, word in enumerate(text.words):
        if not _is_set(text, at):
            continue
        subject = next((one for one in text.before(at) if one.stem in stems), None)
        if subject is not None:
            return word.said, subject, stems[subject.stem]
    return None


def _is_set(text: Text, at: int) -> bool:
    """Whether a word says of what is before it that it is to take place."""
    word, before = text.words[at], text.words[at - 1] if at else None
    if before is None:
        return False
    if word.limit is Limit.PLAN:
        return before.said in (*IS, "be")
    if not word.said.startswith(SET_FOR):
        return False
    after = text.words[at + 1 : at + 2]
    is_day = bool(after) and after[0].said in _ON
    return text.language == "ru" or (is_day and word.said in SET_FOR)
