"""Times that have a name and no figure: a season, a part of the day, *several days*.

Where the evidence names another one of the same sort, and neither this one nor a date or an hour
that could be in it, ours is another time. Where it names none, nothing is said.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from enum import Enum
from typing import NamedTuple

import regex

from citebound.claims.figures.beside import around
from citebound.claims.figures.endings import TIME_UNITS
from citebound.claims.figures.number_words import UNITS
from citebound.claims.figures.tables import forms
from citebound.claims.figures.values import Figure, Kind
from citebound.claims.own_words import OwnWords
from citebound.model import Span
from citebound.problems import Problem
from citebound.text.beginnings import words_in
from citebound.text.patterns import Pattern


class _Sort(Enum):
    SEASON = 1
    PART = 2
    VAGUE = 3


class _Named(NamedTuple):
    sort: _Sort
    which: str
    span: Span


_SEASONS = {
    **{word: word for word in ("spring", "summer", "autumn", "winter")},
    "fall": "autumn",
    **dict.fromkeys(forms("весн", "а ы е у ой"), "spring"),
    **dict.fromkeys(("лето", "лету", "летом"), "summer"),
    **dict.fromkeys(forms("осен", "ь и ью"), "autumn"),
    **dict.fromkeys(forms("зим", "а ы е у ой"), "winter"),
}
_PARTS = {
    **dict.fromkeys(("morning", "dawn", "sunrise", "утром", "утра"), "morning"),
    "afternoon": "afternoon",
    **dict.fromkeys(("evening", "night", "dusk", "sunset", "tonight"), "evening"),
    **dict.fromkeys(("вечером", "вечера", "ночью", "ночи"), "evening"),
}
_UNITS = {word: unit for word, unit in UNITS.items() if unit in TIME_UNITS and len(word) > 2}
_DAY = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|tomorrow|this|that|same|next|early|late"
)
_SEVERAL = "нескольк"
_MET = frozenset((*_SEASONS, *_PARTS, "several", "few", "many", "dozens", "много"))
_NAMED = Pattern(
    rf"""(?<![\p{{L}}-])(?:
        (?:in|last|this|next|that|early|late|mid|by|since|until)[\s-]+(?:the\s+)?
            (?P<season>spring|summer|autumn|winter|fall)(?!\s+(?:into|to|on|short|apart)\b)
      | (?P<season>{"|".join(w for w in _SEASONS if w > "z")})
      | (?:(?:{_DAY})\s+|in\s+the\s+|at\s+)(?P<part>morning|afternoon|evening|night|dawn|dusk
            |sunrise|sunset)
      | (?P<part>tonight|утром|вечером|ночью)
      | (?:several|a\s+few|many|dozens\s+of|{_SEVERAL}\p{{L}}+|много)\s+(?P<vague>\p{{L}}+)
    )(?![\p{{L}}-])""",
    regex.IGNORECASE | regex.VERBOSE,
)
_WORD = Pattern(r"\p{L}+")


def otherwise_named(
    words: OwnWords, texts: Collection[str], figures: Collection[Figure]
) -> Iterator[Problem]:
    """The named times of ours for which the evidence, with its figures, has another."""
    ours = [*_named(words.text)]
    if not ours:
        return
    theirs = [(text, one) for text in texts for one in _named(text)]
    for mine in ours:
        others = [(text, one) for text, one in theirs if one.sort is mine.sort]
        if not others or any(one.which == mine.which for _, one in others):
            continue
        if _may_be(mine, texts, figures):
            continue
        text, other = others[0]
        yield Problem(
            words.place(mine.span.start),
            "moved-figure",
            f"{mine.span.of(words.text)} is said here, “{around(words.text, mine.span)}”, and "
            f"{other.span.of(text)} in the evidence: “{around(text, other.span)}”",
            "say it as the source does, or add a footnote with the passage that says it so",
            "warning",
        )


def _may_name(text: str) -> bool:
    """Whether a text has a word of the pattern: most have none."""
    words = words_in(text)
    if words is None or not words.isdisjoint(_MET):
        return True
    return any(word.startswith(_SEVERAL) for word in words)


def _named(text: str) -> Iterator[_Named]:
    if not _may_name(text):
        return
    for found in _NAMED.finditer(text):
        low = {key: (found[key] or "").lower() for key in ("season", "part", "vague")}
        if low["season"]:
            yield _Named(_Sort.SEASON, _SEASONS[low["season"]], Span(*found.span("season")))
        elif low["part"]:
            yield _Named(_Sort.PART, _PARTS[low["part"]], Span(*found.span("part")))
        elif low["vague"] in _UNITS:
            yield _Named(_Sort.VAGUE, _UNITS[low["vague"]], Span(*found.span()))


def _may_be(mine: _Named, texts: Collection[str], figures: Collection[Figure]) -> bool:
    """Whether the evidence has a date or an hour that may be meant, or names it in another way."""
    values = [value for figure in figures for value in figure.values]
    if mine.sort is _Sort.SEASON:
        named = _SEASONS
        dated = any(isinstance(v.amount, tuple) and v.amount[1] for v in values)
    elif mine.sort is _Sort.PART:
        named = _PARTS
        dated = any(v.kind is Kind.TIME for v in values)
    else:
        named = _UNITS
        dated = any(v.unit == mine.which for v in values)
    said = {word for text in texts for word in _WORD.findall(text.lower())}
    return dated or any(named.get(word) == mine.which for word in said)
