"""Rates: for each of which a figure is so much, a time or one of many: “300 barrels a day”."""

from __future__ import annotations

from citebound.claims.figures.endings import TIME_UNITS
from citebound.claims.figures.number_words import SMALL, UNITS
from citebound.claims.figures.tables import listed
from citebound.model import Span

_FAR = 150
"""So far from a figure its rate may be named."""

_TIMES = {
    **{word: unit for word, unit in UNITS.items() if unit in TIME_UNITS},
    "second": "second",
    "night": "day",
    "annum": "year",
    "a.": "year",
}
_ADVERBS = {
    "hourly": "hour",
    "daily": "day",
    "nightly": "day",
    "weekly": "week",
    "monthly": "month",
    "annually": "year",
    "yearly": "year",
    "ежегодно": "year",
    "ежемесячно": "month",
    "ежедневно": "day",
    "еженедельно": "week",
}
_EACH = frozenset(("a", "an", "per", "each", "every", "/"))
_RUSSIAN_EACH = {
    "год": "year", "месяц": "month", "неделю": "week", "день": "day", "сутки": "day",
    "час": "hour", "минуту": "minute", "секунду": "second",
}  # fmt: skip
_NOT_RATE = frozenset(
    listed("ago later earlier after before afterwards when until long old apart and or - off from")
)
_OF_NOUN = "each "
"""What begins a rate that is of no time: “per worker”."""

_HEADS = frozenset(listed("head person inhabitant resident citizen worker employee member"))
"""Of whom a rate may be called one for each person."""

_BETWEEN = 2
"""So many words of what is counted may stand between a number and its rate."""

PREPOSITIONS = frozenset(
    listed(
        "in on at for over within after before by during to from with since until and or but that "
        "who which when while as than is are was were"
    )
)


def rate_of(ahead: list[str]) -> str:
    """The time of a rate: “a day” after 300 barrels, after 300 barrels of oil."""
    for at, word in enumerate(ahead[: _BETWEEN + 2]):
        following = ahead[at + 1] if at + 1 < len(ahead) else ""
        further = ahead[at + 2] if at + 2 < len(ahead) else ""
        if word in _ADVERBS:
            return _ADVERBS[word]
        if word in _EACH and following in _TIMES:
            return "" if further in _NOT_RATE else _TIMES[following]
        if word == "per" and following.isalpha() and following not in ("cent", "capita"):
            return _OF_NOUN + ("person" if following in _HEADS else stem_of(following))
        if word == "в" and following in _RUSSIAN_EACH:
            return _RUSSIAN_EACH[following]
        if not (word.isalpha() and (word == "of" or word not in PREPOSITIONS)) or word in SMALL:
            return ""
    return ""


def stem_of(word: str) -> str:
    """A noun without its plural."""
    if not word.isascii():
        return word[:5]
    word = word.removesuffix("s")
    return word.removesuffix("ie") + "y" if word.endswith("ie") else word


def is_of_time(per: str) -> bool:
    """Whether a rate is one for each day or the like."""
    return bool(per) and not per.startswith(_OF_NOUN)


def called(per: str) -> str:
    """What a finding calls a rate."""
    return f"a rate for each {per.removeprefix(_OF_NOUN)}" if per else "no rate"


_NAMES_OF_TIMES = {
    "year": ("year", "annual", "год"), "month": ("month", "месяц", "месяч"),
    "week": ("week", "недел"), "day": ("day", "daily", "night", "день", "дня", "дне", "сут"),
    "hour": ("hour", "час"), "minute": ("minute", "минут"), "second": ("second", "секунд"),
}  # fmt: skip


def names_time(text: str, span: Span, unit: str) -> bool:
    """Whether a word of a unit of time stands not far from a figure: “the daily output”."""
    low = text[max(0, span.start - _FAR) : span.end + _FAR].lower()
    return any(name in low for name in _NAMES_OF_TIMES.get(unit, ()))
