"""Dates as words write them: year, month and day side by side, never from two clauses.

“on 5 March, the vote of 2019” gives no 5 March 2019. The parts of a date are together if nothing
is between them but white space, commas, and the words of a closed list: “the 5th of March in the
year 2019”, “from 30 May to 2 June 2019”. Everything is linear in the length of the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from citebound.dates.counting import MONTHS
from citebound.dates.moments import SEASON_NAMES
from citebound.text.patterns import Pattern

MONTH_STEMS = (
    *("январ", "феврал", "март", "апрел", "ма", "июн"),
    *("июл", "август", "сентябр", "октябр", "ноябр", "декабр"),
)
"""The stems of the Russian months, January first."""

_BURMESE = (
    *("ဇန်နဝါရီ", "ဖေဖော်ဝါရီ", "မတ်", "ဧပြီ", "မေ", "ဇွန်", "ဇူလိုင်", "[ဩသ]ြ?ဂုတ်"),
    *("စက်တင်ဘာ", "အောက်တိုဘာ", "နိုဝင်ဘာ", "ဒီဇင်ဘာ"),
)
_BEFORE_MARCH = (
    r"(?<=(?:[0-9](?:st|nd|rd|th)?"
    r"|\b(?:in|of|by|on|since|until|early|late|mid|this|last|next))[ -])"
)


def _month(number: int) -> str:
    """How a month is written in English, Russian and Burmese. “May” and “March” (and “Mar”) are
    months only beside a number or after a word such as “in”.
    """
    name = MONTHS[number - 1]
    short = rf"{'Sept?' if name == 'September' else name[:3]}\b\.?"
    english = rf"\b(?:{name}\b|{name.upper()}\b|{short})"
    if name in ("March", "May"):
        english = rf"{_BEFORE_MARCH}{english}|{english}(?=,? [0-9])"
    ending = "(?:й|я|е|ю|ем)" if name == "May" else "(?:ь|я|ю|е|ем|ём|а|у|ом)?"
    russian = rf"(?i:\b{MONTH_STEMS[number - 1]}{ending}\b)"
    burmese = _BURMESE[number - 1] + ("[ ]?လ" if number in (3, 5, 6) else "[ ]?လ?")
    return rf"(?P<m{number}>{english}|{russian})|(?P<b{number}>{burmese})"


_WHOLE = r"(?<![0-9A-Za-z])(?<![0-9][.,]){0}(?![0-9A-Za-z]|[.,][0-9])"
_SEASONS = sorted({*SEASON_NAMES.values(), "fall"})
_JOINS = (
    r"[–—&]|(?i:\b(?:and|or|to|until|till|through|from|between|и|или|по|до|с)\b)"
    r"|နှင့်|နှင့်|မှ|အထိ"
)
_BETWEEN = (
    r"[()/-]|(?i:\b(?:of|the|in|on|this|year|month|day|в|числа|месяца|г\b\.?|год(?:а|у|ом)?"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?!\p{L}))"
    r"|(?:ခုနှစ်|ခု|နှစ်|ရက်နေ့|ရက်|နေ့|တွင်|အတွင်း|၌|က|လ|၊)(?!\p{M})"
)
TOKEN = Pattern(
    "|".join(
        (
            rf"(?P<year>{_WHOLE.format('[0-9]{4}s?')})",
            rf"(?P<day>{_WHOLE.format('[0-9]{1,2}(?:st|nd|rd|th|-?(?:го|ого|е))?')})",
            *map(_month, range(1, 13)),
            rf"(?i:\b(?P<season>{'|'.join(_SEASONS)})\b)",
            rf"(?P<joins>{_JOINS})",
            r"(?P<apart>,)",
            rf"(?P<between>{_BETWEEN})",
            r"(?P<space>\s+)",
            r"(?P<other>[\p{Latin}\p{Cyrillic}]++|.)",
        )
    ),
    regex.DOTALL,
)


FARTHEST = 40
"""How many words and numbers of a list of dates are looked at on each side of a month."""


@dataclass(frozen=True, slots=True)
class _Token:
    """A part of a date, or a word that may be between two. ``kind`` is year, day, month, season,
    joins (“and”), apart (a comma) or between.
    """

    kind: str
    text: str
    number: int = 0
    burmese: bool = False


def is_together(
    words: str, year: str, *, month: int = 0, day: int = 0, seasons: Sequence[str] = ()
) -> bool:
    """Whether the words give a year (a pattern) together with a month, a day of it, or a season."""
    said = _said(words)
    return any(
        regex.fullmatch(year, one.year)
        for name in (*((month,) if month else ()), *seasons)
        for one in said.get(name, ())
        if not day or day in one.days
    )


@dataclass(frozen=True, slots=True)
class _Dated:
    """The days and the year that go with a month or a season where it stands."""

    days: frozenset[int]
    year: str


@lru_cache(maxsize=64)
def _said(words: str) -> Mapping[int | str, Sequence[_Dated]]:
    """The months that words give, by number, and the seasons, by name: many dates ask the same
    words.
    """
    found: dict[int | str, list[_Dated]] = {}
    for whole in _dates(words):
        for number, token in enumerate(whole):
            if token.kind not in ("month", "season"):
                continue
            first = max(0, number - FARTHEST)
            date, at = whole[first : number + FARTHEST], number - first
            days = frozenset(_days(date, at)) if token.kind == "month" else frozenset()
            name = token.number or token.text.casefold()
            found.setdefault(name, []).append(_Dated(days, _year(date, at)))
    return found


def _dates(words: str) -> Iterator[list[_Token]]:
    """The stretches of words that hold nothing but parts of dates and what may be between."""
    date: list[_Token] = []
    for found in TOKEN.finditer(words):
        kind, text = str(found.lastgroup), found.group()
        if kind == "other":
            yield date
            date = []
        elif kind[1:].isdecimal():
            date.append(_Token("month", text, int(kind[1:]), burmese=kind[0] == "b"))
        elif kind == "day":
            date.append(_Token(kind, text, int(regex.sub(r"\D", "", text))))
        elif kind != "space":
            date.append(_Token(kind, text))
    yield date


def _days(date: Sequence[_Token], at: int) -> set[int]:
    """The days of the month at a place: “5, 6 and 7 March”, or else “March 5, 6 and 7”."""
    step = 1 if _beside(date, at, -1) is None else -1
    days: set[int] = set()
    place = _beside(date, at, step)
    while place is not None:
        days.add(date[place].number)
        following = place + step
        while 0 <= following < len(date) and _parts_days(date[following]):
            following += step
        is_day = 0 <= following < len(date) and date[following].kind == "day"
        # A day that another month is beside is of that month.
        place = following if is_day and not _has_month(date, following, step) else None
    return days


def _parts_days(token: _Token) -> bool:
    """Whether a word is between two days of a month: “5 and 6 March”, “14-15 July”."""
    return token.kind in ("joins", "apart") or token.text in ("-", "/")


def _beside(date: Sequence[_Token], at: int, step: int) -> int | None:
    """The place of the day directly before or after a month: “5 of March”, “March the 5th”."""
    at += step
    while 0 <= at < len(date) and date[at].kind == "between":
        at += step
    return at if 0 <= at < len(date) and date[at].kind == "day" else None


def _has_month(date: Sequence[_Token], at: int, step: int) -> bool:
    """Whether the day at a place, going away from a month, has another month beside it."""
    at += step
    while 0 <= at < len(date) and date[at].kind == "between":
        at += step
    return 0 <= at < len(date) and date[at].kind == "month"


def _year(date: Sequence[_Token], at: int) -> str:
    """The year that a month or a season belongs to, or nothing where that is in doubt."""
    (after, close_after), (before, close_before) = _way(date, at, 1), _way(date, at, -1)
    if date[at].burmese:  # the year comes first
        return before or after
    if not after or not before or after == before:
        return after or before
    if close_after == close_before:
        return after if close_after else ""
    return after if close_after else before


def _way(date: Sequence[_Token], at: int, step: int) -> tuple[str, bool]:
    """The first year on one side of a month, and whether it is close to it: with no “and” and no
    other month between, and after the month with no other word than “of”.
    """
    close, joined = True, False
    at += step
    while 0 <= at < len(date) and date[at].kind != "year":
        token = date[at]
        joined = token.kind == "joins" or (joined and token.kind in ("apart", "between"))
        far = token.kind in ("joins", "month", "season") or (
            step > 0 and token.kind == "between" and token.text.casefold() not in ("of", "-", "/")
        )
        close = close and not far
        at += step
    # “March and 2019” are two dates, and so are “2018 and June”.
    return (date[at].text, close) if 0 <= at < len(date) and not joined else ("", False)


def second_year(first: int, short: int) -> int:
    """The second year of a short span, of the first's century or the next: 2023–24, 1999–00."""
    year = first - first % 100 + short
    return year if year > first else year + 100
