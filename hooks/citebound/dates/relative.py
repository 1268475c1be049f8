"""Relative dates: a closed list of phrases for each language, each counted from a given date.

What is not in :data:`RELATIVE` has no meaning here: a date is never guessed from free text.
:func:`phrases_in` finds the phrases that a text has, with the words that may stand in their slots
and no others. The result is EDTF, never more precise than the phrase or the date that it is counted
from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from citebound.dates import english_phrases, russian_phrases
from citebound.dates.counting import CountedFrom, Rule
from citebound.dates.edtf import Edtf, Kind, parse
from citebound.dates.moments import DateError
from citebound.dates.phrase_tree import PhraseTree
from citebound.dates.rules import RULES

COUNTED_FORWARD = frozenset(("intended", "planned", "postponed"))
"""The statuses of events that were still to come: their phrases are counted forward."""


class Relative(NamedTuple):
    """The phrases of a language, with slots in braces, that a rule counts."""

    phrases: tuple[str, ...]
    rule: Rule


def _relatives(phrases: Mapping[str, tuple[str, ...]]) -> tuple[Relative, ...]:
    return tuple(Relative(wordings, RULES[name]) for name, wordings in phrases.items())


RELATIVE: Mapping[str, tuple[Relative, ...]] = {
    "en": _relatives(english_phrases.ENGLISH),
    "ru": _relatives(russian_phrases.RUSSIAN),
}
"""The closed list, by language."""

SLOTS = {"en": english_phrases.SLOTS, "ru": russian_phrases.SLOTS}
"""The words that may stand in the slots of a language, and what number each is."""


@cache
def _tree() -> PhraseTree:
    tree = PhraseTree()
    for language, entries in RELATIVE.items():
        slots, named = SLOTS[language], language == "en"
        for entry in entries:
            for phrase in entry.phrases:
                tree.add(phrase, entry.rule, slots, language=language, named=named)
    return tree


class Phrase(NamedTuple):
    """A phrase of the closed list in a text: its words, and where they are."""

    words: str
    start: int
    end: int


def phrases_in(text: str) -> Iterator[Phrase]:
    """The phrases of the closed list in a text, whole words, in order; none that lies within
    another. Two may share a word: in “5 May 6” there are “5 May” and “May 6”.
    """
    for found in _tree().found_in(text):
        yield Phrase(text[found.start : found.end], found.start, found.end)


def rule_of(phrase: str) -> Rule | None:
    """The rule of the closed list for a phrase; ``None`` where there is none.

    Case and the amount of white space do not matter; everything else does.
    """
    found = _tree().read(phrase)
    return found.rule if found else None


def resolve(phrase: str, counted_from: Edtf, *, forward: bool = False) -> Edtf | None:
    """What ``phrase`` means, counted from a date; ``None`` where the list has no answer.

    ``forward`` is for what was still to come. ``counted_from`` must be one plain date of a year,
    month or day. A result outside the years 0001 to 9999 is ``None`` too.
    """
    found = _tree().read(phrase)
    start = _counted(counted_from, forward=forward)
    if found is None or start is None:
        return None
    try:
        return parse(found.rule.count(start, found.slots))
    except (DateError, OverflowError, ValueError):
        return None


def counts_on(value: Edtf, counted_from: Edtf) -> bool:
    """Whether a phrase that is counted from a date of the evidence is counted forward: what is
    dated with it lies after that date.
    """
    return value.upper > counted_from.upper


def meaning(phrase: str, *, forward: bool = False) -> str:
    """The rule for a phrase in words, for readers; "" where there is none."""
    rule = rule_of(phrase)
    if rule is None:
        return ""
    return rule.forward if forward and rule.forward else rule.means


def _counted(value: Edtf, *, forward: bool) -> CountedFrom | None:
    """The numbers of a plain, whole date, else ``None``."""
    moment = value.stretches[0].start
    if value.kind is not Kind.DATE or moment is None or moment.qualified:
        return None
    month, day = moment.month or "0", moment.day or "0"
    if moment.season or not (moment.year + month + day).isdigit():
        return None
    return CountedFrom(int(moment.year), int(month), int(day), forward)
