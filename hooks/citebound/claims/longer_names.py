"""Whether a name or alias is only a part of the longer name of somebody or something else.

*Lee* in “Jane Lee” is not Bob Lee, *Sudan* in “South Sudan” not Sudan, and *Trump* in “the Trump
Organization” not Donald Trump. What cannot be decided is the actor's. See
docs/our-own-sentences.md, Names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from citebound.claims.longer_words import (
    FIRST_NAMES,
    OF_ANOTHER,
    OF_FIRMS,
    OF_OFFICE,
    OF_PLACES,
    PREFIXES,
    RANKS,
    TWO_OF_THEM,
    WITHIN,
)
from citebound.claims.name_forms import CALENDAR, COURTESY, NEVER, TITLES, Word, words_in
from citebound.model import Actor

_SPACES = (" ", "\u00a0", "\u202f", "\n")
_HYPHENS = ("-", "\u2010", "\u2011")
_FARTHEST = 3
"""So many words after a name are looked at."""

_ALIKE = 4
"""*Sergei* and *Sergey* begin with so many letters alike."""

_NO_NAMES = NEVER | CALENDAR | COURTESY | TITLES | RANKS


class LongerNames:
    """Decides whether words that are a name of an actor name another there."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._own: dict[str, frozenset[str]] = {}
        self._persons: set[str] = set()
        self._states: set[str] = set()
        self._pairs: set[tuple[str, str]] = set()
        given: set[str] = set()
        alone: set[str] = set()
        others: set[str] = set()
        for actor in actors:
            names = (*actor.called, *map(str, actor.adjectives))
            words = [word for name in names for word in words_in(name) if word.capital]
            self._own[actor.id] = frozenset(word.form for word in words)
            if actor.kind == "person":
                self._persons.add(actor.id)
                for name in names:
                    *first, last = [word.form for word in words_in(name) if word.capital] or [""]
                    given.update(first)
                    alone |= set() if first else {last}
                    self._pairs.update(pairwise((*first, last)))
            else:
                others |= self._own[actor.id]
                if actor.kind == "state":
                    self._states.add(actor.id)
        # A word that names a person by itself may do so before or after the name of another.
        self._given = frozenset((FIRST_NAMES | given - alone) - others - _NO_NAMES)
        self._others = frozenset(others)

    def others(
        self, text: str, words: Sequence[Word], first: int, end: int, actors: frozenset[str]
    ) -> frozenset[str]:
        """Those of some actors whom the words from ``first`` to ``end`` do not name after all."""
        if not words[first].capital or words[first].form in TITLES:
            return frozenset()
        found = set()
        for actor in actors:
            if actor in self._persons:
                other = self._is_relative(text, words, first, actor)
                other = other or self._goes_on(text, words, end, actor)
            else:
                other = actor in self._states and self._is_part(text, words, first, end, actor)
            if other:
                found.add(actor)
        return frozenset(found)

    def is_first_name(self, form: str) -> bool:
        """Whether a word is a first name: of the list, or of an actor."""
        return form in self._given

    def _is_relative(self, text: str, words: Sequence[Word], first: int, actor: str) -> bool:
        """Whether a first name before the name of a person is that of somebody else. Any other word
        with a capital may be of another name: “In New York Lee left”.
        """
        at = first
        while at and first - at < _FARTHEST and _is_initial(words[at - 1]):
            if not _joined(text, words, at):
                return False
            at -= 1
        if not at or not _joined(text, words, at):
            return False
        word = words[at - 1]
        return self._is_given(word, actor) and not word.possessive

    def _goes_on(self, text: str, words: Sequence[Word], end: int, actor: str) -> bool:
        """Whether a name of a person goes on as that of somebody or something else: with a word for
        a firm, with somebody else's first name, or with some of the person's names and some other
        (*Kim* in “Kim Yo Jong”). Any other word may be of another name: “They told Lee Brexit is
        over”.
        """
        met = strange = within = False
        for at in range(end, min(end + _FARTHEST, len(words))):
            before, word = words[at - 1], words[at]
            if before.possessive or not _spaced(text, before, word) or not word.capital:
                return False
            if word.form in OF_FIRMS and word.form not in self._own[actor]:
                return not strange or within
            if word.form in OF_OFFICE or word.form in self._others:
                return False
            if at == end and self._is_given(word, actor):
                after = words[at + 1].form if at + 1 < len(words) else ""
                return (word.form, after) not in self._pairs
            within = within or word.form in WITHIN
            met = met or word.form in self._own[actor]
            strange = strange or self._may_be_name(word, actor)
            if met and strange and at < end + 2:
                return True
        return False

    def _is_part(self, text: str, words: Sequence[Word], first: int, end: int, actor: str) -> bool:
        """Whether the name of a state is part of that of another one, or of a firm, or a paper."""
        own = self._own[actor]
        if (
            end < len(words)
            and words[end].capital
            and not words[end - 1].possessive
            and words[end].form in OF_FIRMS - own
            and _spaced(text, words[end - 1], words[end])
        ):
            return True
        return _is_another(text, words, first, own=own, state=True)

    def _is_given(self, word: Word, actor: str) -> bool:
        """Whether a word is a first name, and none of a person's own names."""
        return word.form in self._given and self._may_be_name(word, actor)

    def _may_be_name(self, word: Word, actor: str) -> bool:
        """Whether a word beside the name of a person may be part of the name of another."""
        if not word.capital or word.upper or _is_initial(word) or word.form in _NO_NAMES:
            return False
        return not any(
            word.form == own or (len(own) >= _ALIKE and word.form[:_ALIKE] == own[:_ALIKE])
            for own in self._own[actor]
        )


def _is_another(
    text: str, words: Sequence[Word], at: int, *, own: frozenset[str], state: bool = False
) -> bool:
    """Whether *South*, *New* and the like before a name make it that of another place."""
    if not at or not words[at - 1].capital or words[at - 1].form in own:
        return False
    word = words[at - 1]
    if word.form not in OF_ANOTHER or not _spaced(text, word, words[at]):
        return False
    if words[at].form in TWO_OF_THEM:
        return True
    return state and not text[word.start : word.end].casefold().endswith("ern")


def parts_in(text: str, words: Sequence[Word]) -> frozenset[str]:
    """The forms of words that stand in a text only as part of the name of another place, a street,
    a river, a paper or a club.
    """
    found: set[str] = set()
    for at, (word, after) in enumerate(pairwise(words)):
        if not (word.capital and after.capital and _spaced(text, word, after)):
            continue
        if after.form in OF_PLACES and not word.possessive and word.form not in NEVER:
            found.add(word.form)
        if _is_another(text, words, at + 1, own=frozenset()):
            found.add(after.form)
    return frozenset(found - _alone(text, words, found)) if found else frozenset()


def _alone(text: str, words: Sequence[Word], forms: set[str]) -> set[str]:
    alone = set()
    for at, word in enumerate(words):
        if word.form not in forms or _is_another(text, words, at, own=frozenset()):
            continue
        after = words[at + 1] if at + 1 < len(words) else None
        if after is None or not (
            after.capital
            and after.form in OF_PLACES
            and not word.possessive
            and _spaced(text, word, after)
        ):
            alone.add(word.form)
    return alone


def completed(text: str, words: Sequence[Word], first: int, end: int) -> Iterator[str]:
    """The forms of the words that make a name part of a longer one of a firm or a place."""
    if first:
        yield from (words[first - 1].form,) if words[first - 1].form in OF_ANOTHER else ()
    if end < len(words) and _spaced(text, words[end - 1], words[end]):
        yield from (words[end].form,) if words[end].form in OF_FIRMS else ()


def turned(text: str, words: Sequence[Word], first: int, end: int) -> str | None:
    """The noun after an adjective that has *non-*, *anti-* or *pro-* before it; None if it has
    none, and "" if no noun follows.
    """
    if not first or words[first - 1].form not in PREFIXES:
        return None
    if text[words[first - 1].end : words[first].start] not in _HYPHENS:
        return None
    return following(text, words, end) or ""


def following(text: str, words: Sequence[Word], end: int) -> str | None:
    """The word right after a name."""
    if end < len(words) and _spaced(text, words[end - 1], words[end]):
        return words[end].form
    return None


def _is_initial(word: Word) -> bool:
    return len(word.form) == 1


def _joined(text: str, words: Sequence[Word], at: int) -> bool:
    return _spaced(text, words[at - 1], words[at])


def _spaced(text: str, before: Word, after: Word) -> bool:
    return text[before.end : after.start] in _SPACES
