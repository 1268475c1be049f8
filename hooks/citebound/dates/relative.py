"""Relative dates: a closed list of phrases for each language, each counted from a given date.

What is not in :data:`RELATIVE` has no meaning here: a date is never guessed from free text.
:func:`phrases_in` finds the phrases that a text has, with the words that may stand in their slots
and no others. The result is EDTF, never more precise than the phrase or the date that it is counted
from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

import regex

from citebound.dates import english_phrases, russian_phrases
from citebound.dates.counting import CountedFrom, Rule, Slots
from citebound.dates.edtf import DateError, Edtf, Kind, parse
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

_SLOTS = {"en": english_phrases.SLOTS, "ru": russian_phrases.SLOTS}
_DIGITS = {"day": "[0-9]{1,2}", "year": "[0-9]{4}", "number": "[0-9]{1,3}"}


def _pattern(phrase: str, slots: Mapping[str, Mapping[str, int]]) -> re.Pattern[str]:
    def slot(found: re.Match[str]) -> str:
        name = found[1]
        words = [_DIGITS[name]] if name in _DIGITS else []
        words += sorted(slots.get(name, ()), key=len, reverse=True)
        return f"(?P<{name}>{'|'.join(words)})"

    return re.compile(re.sub(r"\{(\w+)\}", slot, phrase), re.IGNORECASE)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Rule, str], ...]:
    return tuple(
        (_pattern(phrase, _SLOTS[language]), entry.rule, language)
        for language, entries in RELATIVE.items()
        for entry in entries
        for phrase in entry.phrases
    )


def _found(phrase: str) -> Iterator[tuple[Rule, Slots]]:
    wanted = " ".join(phrase.split())
    for pattern, rule, language in _patterns():
        if match := pattern.fullmatch(wanted):
            yield rule, _slots(match, language)
            return


class Phrase(NamedTuple):
    """A phrase of the closed list in a text: its words, and where they are."""

    words: str
    start: int
    end: int


def _searched(phrase: str, slots: Mapping[str, Mapping[str, int]], *, named: bool) -> str:
    """A phrase as a part of the pattern that texts are searched for; ``named`` says that months
    and days of the week are written with a capital letter: “may 10” is no date.
    """

    def slot(name: str) -> str:
        words = [_DIGITS[name]] if name in _DIGITS else []
        for word in sorted(slots.get(name, ()), key=lambda word: (-len(word), word)):
            capital = named and name in ("month", "weekday")
            words.append(f"{word.capitalize()}|{word.upper()}" if capital else f"(?i:{word})")
        return f"(?:{'|'.join(words)})"

    parts = regex.split(r"\{(\w+)\}", phrase)
    fixed = (
        rf"(?i:{regex.escape(part, literal_spaces=True)})".replace(" ", r"\s++") for part in parts
    )
    return "".join(
        slot(part) if number % 2 else words
        for number, (part, words) in enumerate(zip(parts, fixed, strict=True))
    )


@cache
def _every_phrase() -> regex.Pattern[str]:
    """Every phrase of the list, the longest first; the order follows from the list alone."""
    found = {
        _searched(phrase, _SLOTS[language], named=language == "en"): phrase
        for language, entries in RELATIVE.items()
        for entry in entries
        for phrase in entry.phrases
    }
    longest = sorted(found, key=lambda pattern: (-len(found[pattern]), found[pattern]))
    return regex.compile(
        rf"(?<![\p{{L}}\p{{M}}\p{{N}}])(?<!\p{{N}}[.,])(?:{'|'.join(longest)})"
        r"(?![\p{L}\p{M}\p{N}]|[-.,]\p{N}|-\p{L})"
    )


def phrases_in(text: str) -> Iterator[Phrase]:
    """The phrases of the closed list in a text, whole words, in order; none that lies within
    another. Two may share a word: in “5 May 6” there are “5 May” and “May 6”.
    """
    end = 0
    for found in _every_phrase().finditer(text, overlapped=True):
        if found.end() > end:
            end = found.end()
            yield Phrase(found.group(), *found.span())


def rule_of(phrase: str) -> Rule | None:
    """The rule of the closed list for a phrase; ``None`` where there is none.

    Case and the amount of white space do not matter; everything else does.
    """
    return next((rule for rule, _ in _found(phrase)), None)


def resolve(phrase: str, counted_from: Edtf, *, forward: bool = False) -> Edtf | None:
    """What ``phrase`` means, counted from a date; ``None`` where the list has no answer.

    ``forward`` is for what was still to come. ``counted_from`` must be one plain date of a year,
    month or day. A result outside the years 0001 to 9999 is ``None`` too.
    """
    for rule, slots in _found(phrase):
        start = _counted(counted_from, forward=forward)
        if start is None:
            return None
        try:
            return parse(rule.count(start, slots))
        except (DateError, OverflowError, ValueError):
            return None
    return None


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


def _slots(match: re.Match[str], language: str) -> Slots:
    """The numbers that are in a phrase's slots; the forms of a word are one slot to a rule."""
    known = _SLOTS[language]
    return {
        name.partition("_")[0]: int(found) if found.isdecimal() else known[name][found.lower()]
        for name, found in match.groupdict().items()
    }
