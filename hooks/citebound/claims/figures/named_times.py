"""Times that have a name and no figure: a season, a part of the day, *several days*.

Where the evidence names another one of the same sort, or for a part of the day gives an hour, and
neither this one nor a date or an hour that could be in it, ours is another time. Where it has none,
nothing is said.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from enum import Enum
from fractions import Fraction
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
    END = 4


class _Named(NamedTuple):
    sort: _Sort
    which: str
    span: Span
    is_night: bool = False
    of: str = ""


_SEASONS = {
    **{word: word for word in ("spring", "summer", "autumn", "winter")},
    "fall": "autumn",
    **dict.fromkeys(forms("весн", "а ы е у ой"), "spring"),
    **dict.fromkeys(("лето", "лету", "летом"), "summer"),
    **dict.fromkeys(forms("осен", "ь и ью"), "autumn"),
    **dict.fromkeys(forms("зим", "а ы е у ой"), "winter"),
}
_MONTHS = {
    "spring": (3, 4, 5, 6), "summer": (6, 7, 8, 9), "autumn": (9, 10, 11, 12),
    "winter": (12, 1, 2, 3),
}  # fmt: skip
"""The months that may be in a season, where the evidence says which seasons it has."""

_PARTS = {
    **dict.fromkeys(("morning", "dawn", "sunrise", "утром", "утра"), "morning"),
    "afternoon": "afternoon",
    **dict.fromkeys(("evening", "night", "dusk", "sunset", "tonight"), "evening"),
    **dict.fromkeys(("вечером", "вечера", "ночью", "ночи"), "evening"),
    **dict.fromkeys(("early hours", "small hours"), "early hours"),
    "overnight": "overnight",
}
_NIGHTS = frozenset(("night", "tonight", "ночью", "ночи"))
_TOGETHER = frozenset({
    frozenset(("early hours", "overnight")), frozenset(("overnight", "evening")),
    frozenset(("early hours", "morning")), frozenset(("overnight", "morning")),
})  # fmt: skip
"""Two of these may be one time; the early hours are of the night as well, and never the evening."""

_ENDS = {
    **dict.fromkeys(("start", "beginning", "начале"), "beginning"),
    **dict.fromkeys(("middle", "середине"), "middle"),
    **dict.fromkeys(("end", "close", "конце"), "end"),
}
_HOURS = {
    "morning": ((0, 780),), "afternoon": ((690, 1140),), "evening": ((930, 1440), (0, 0)),
    "early hours": ((0, 450),), "overnight": ((1020, 1440), (0, 510)),
    "night": ((1020, 1440), (0, 450)),
}  # fmt: skip
"""The minutes of the day that may be in a part of it."""
_UNITS = {word: unit for word, unit in UNITS.items() if unit in TIME_UNITS and len(word) > 2}
_DAY = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|tomorrow|this|that|same|next|early|late"
)
_BARE = ("minutes", "hours", "days", "weeks", "months", "years")
_BARE_RUSSIAN = ("часами", "днями", "неделями", "месяцами", "годами")
_LASTED = ("lasted", "lasts", "took")
_AFTER = ("later", "earlier", "after", "before")
_OF = ("year", "month", "week", "decade", "century")
_OF_RUSSIAN = ("года", "месяца", "недели", "века")
_SEVERAL = "нескольк"
_ALONE = frozenset((
    *_SEASONS, *_PARTS, *_BARE_RUSSIAN, "hours", "several", "few", "many", "dozens", "много",
))  # fmt: skip
_MET = (
    (_ALONE, _ALONE),
    (frozenset(_BARE), frozenset(_LASTED + _AFTER)),
    (frozenset(_ENDS), frozenset(_OF + _OF_RUSSIAN)),
)
"""A text without a word of both of one of these has no named time, unless it has «несколько»."""

_NAMED = Pattern(
    rf"""(?<![\p{{L}}-])(?:
        (?:in|last|this|next|that|early|late|mid|by|since|until)[\s-]+(?:the\s+)?
            (?P<season>spring|summer|autumn|winter|fall)(?!\s+(?:into|to|on|short|apart)\b)
      | (?P<season>{"|".join(w for w in _SEASONS if w > "z")})
      | (?:(?:{_DAY})\s+|in\s+the\s+|at\s+)(?P<part>morning|afternoon|evening|night|dawn|dusk
            |sunrise|sunset)
      | (?P<part>tonight|overnight|утром|вечером|ночью)
      | (?:at|by|until|since|towards?)\s+the\s+(?P<end>start|beginning|middle|end|close)\s+of
            \s+(?:the|this|that|last|next)\s+(?P<of>{"|".join(_OF)})
      | в\s+(?P<end>начале|середине|конце)\s+(?:этого\s+)?(?P<of>{"|".join(_OF_RUSSIAN)})
      | in\s+the\s+(?P<part>early\s+hours|small\s+hours)\s+(?:of|on)
      | the\s+(?P<part>morning|afternoon|evening|night)\s+(?:attack|raid|strike|blast|explosion
            |session|meeting|flight|train|march|rally|service|shift|shelling|bombing|fire|crash
            |broadcast|match|game)s?
      | (?:{"|".join(_LASTED)})\s+(?P<vague>{"|".join(_BARE)})
      | (?:(?<=\A|[.;:,]\s)|(?:only|just|but)\s+)(?P<vague>{"|".join(_BARE)})
            \s+(?:{"|".join(_AFTER)})
      | (?:дл|тян)\p{{L}}+\s+(?P<vague>{"|".join(_BARE_RUSSIAN)})
      | (?:several|a\s+few|many|dozens\s+of|{_SEVERAL}\p{{L}}+|много)\s+(?P<vague>\p{{L}}+)
    )(?![\p{{L}}-])""",
    regex.IGNORECASE | regex.VERBOSE,
)
_GROUPS = ("season", "part", "vague", "end", "of")
_WORD = Pattern(r"\p{L}+")


def otherwise_named(
    words: OwnWords, own: Collection[Figure], texts: Collection[str], figures: Collection[Figure]
) -> Iterator[Problem]:
    """The named times of ours, beside our own figures, for which the evidence has another."""
    ours = [*_named(words.text)]
    if not ours:
        return
    asked = [range(f.span.start, f.span.end) for f in own if f.values[0].kind is Kind.TIME]
    theirs = [(text, one) for text in texts for one in _named(text)]
    for mine in ours:
        if mine.sort is _Sort.PART and any(mine.span.start in hours for hours in asked):
            continue  # the hour itself is asked for
        like = [one for one in theirs if (one[1].sort, one[1].of) == (mine.sort, mine.of)]
        others = [(text, one.span) for text, one in like]
        if any(_is_one(one, mine) for _, one in like):
            continue
        if not others and mine.sort is _Sort.PART:
            others = [*_hours(texts, figures)]
        if not others or _may_be(mine, texts, figures):
            continue
        text, other = others[0]
        yield Problem(
            words.place(mine.span.start),
            "moved-figure",
            f"{mine.span.of(words.text)} is said here, “{around(words.text, mine.span)}”, and "
            f"{other.of(text)} in the evidence: “{around(text, other)}”",
            "say it as the source does, or add a footnote with the passage that says it so",
            "warning",
        )


def _may_name(text: str) -> bool:
    """Whether a text may have what the pattern needs: most have not."""
    words = words_in(text)
    if words is None or any(not words.isdisjoint(a) and not words.isdisjoint(b) for a, b in _MET):
        return True
    return any(word.startswith(_SEVERAL) for word in words)


def _named(text: str) -> Iterator[_Named]:
    if not _may_name(text):
        return
    for found in _NAMED.finditer(text):
        low = {key: (found[key] or "").lower() for key in _GROUPS}
        if low["season"]:
            yield _Named(_Sort.SEASON, _SEASONS[low["season"]], Span(*found.span("season")))
        elif low["part"]:
            said = " ".join(low["part"].split())
            yield _Named(_Sort.PART, _PARTS[said], Span(*found.span("part")), said in _NIGHTS)
        elif low["end"]:
            span = Span(found.start("end"), found.end("of"))
            yield _Named(_Sort.END, _ENDS[low["end"]], span, of=_UNITS.get(low["of"], low["of"]))
        elif low["vague"] in _UNITS:
            yield _Named(_Sort.VAGUE, _UNITS[low["vague"]], Span(*found.span()))


def _is_one(one: _Named, other: _Named) -> bool:
    """Whether two named times may be one."""
    if one.which == other.which or frozenset((one.which, other.which)) in _TOGETHER:
        return True
    night, early = (one, other) if one.is_night else (other, one)
    return night.is_night and early.which == "early hours"


def _hours(texts: Collection[str], figures: Collection[Figure]) -> Iterator[tuple[str, Span]]:
    """The hours of evidence that is one text; of more, it is not known which has it."""
    if len(texts) == 1:
        for text in texts:
            yield from ((text, f.span) for f in figures if f.values[0].kind is Kind.TIME)


def _may_be(mine: _Named, texts: Collection[str], figures: Collection[Figure]) -> bool:
    """Whether the evidence has a date or an hour that may be meant, or names it in another way."""
    values = [value for figure in figures for value in figure.values]
    if mine.sort is _Sort.SEASON:
        named = _SEASONS
        months = [v.amount[1] for v in values if isinstance(v.amount, tuple) and v.amount[1] > 0]
        dated = any(month in _MONTHS[mine.which] for month in months)
    elif mine.sort is _Sort.PART:
        named = _PARTS
        hours = _HOURS["night" if mine.is_night else mine.which]
        times = [v.amount for v in values if v.kind is Kind.TIME and isinstance(v.amount, Fraction)]
        dated = any(first <= time <= last for time in times for first, last in hours)
    elif mine.sort is _Sort.END:
        return any(v.kind in (Kind.DATE, Kind.WEEKDAY) for v in values)
    else:
        named = _UNITS
        dated = any(v.unit == mine.which for v in values)
    said = {word for text in texts for word in _WORD.findall(text.lower())}
    return dated or any(named.get(word) == mine.which for word in said)
