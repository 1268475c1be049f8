"""Bounds: whether the words beside a figure make it a least, a most, or a mere side of it."""

from __future__ import annotations

import regex

from citebound.claims.figures.values import Limit
from citebound.model import Span

BEFORE = {
    Limit.AT_LEAST: (
        "at least", "no less than", "no fewer than", "not less than", "not before",
        "no earlier than", "not earlier than", "not until", "a minimum of",
        "не менее", "не меньше", "по меньшей мере", "по крайней мере", "как минимум",
        "не ранее", "не раньше", "минимум", "အနည်းဆုံး",
    ),
    Limit.MORE: (
        "more than", "exceeding", "upwards of", "in excess of", "greater than",
        "более", "больше", "свыше", "более чем", "больше чем",
    ),
    Limit.AT_MOST: (
        "at most", "no more than", "not more than", "up to", "as many as", "as much as",
        "as long as", "as high as", "as late as", "a maximum of", "no later than", "до",
        "не более", "не больше", "не позднее", "не позже", "максимум", "အများဆုံး",
    ),
    Limit.LESS: ("less than", "fewer than", "менее", "меньше"),
    Limit.OVER: ("over", "above", "under", "below"),
    Limit.UNTIL: ("before", "prior to", "until", "by", "till", "after", "since", "from"),
}  # fmt: skip
"""What stands before a figure. *Over* is “more than”, or “about”: who agreed over two islands?"""

AFTER = {
    Limit.AT_LEAST: (
        "or more", "or later", "at the earliest", "at least", "onwards", "on", "at minimum",
        "и более", "и больше", "и позже", "или больше", "или позже", "или более",
    ),
    Limit.MORE: ("ကျော်",),
    Limit.AT_MOST: ("or less", "or fewer", "or earlier", "at the latest", "at most", "и менее"),
}  # fmt: skip
"""What stands after it."""

_TIMELESS = frozenset({"over", "above", "under", "below", "до", "up to", "более", "менее"})
"""Before a year these are about time: “over 2023”, «до 2023 года»."""

_ARTICLES = (
    r"(?:\s+(?:the|a|an|about|some|year|in|on))?+"
    r"(?:\s+(?:early|late|mid)(?=[\s-]))?+[\s-]*[$€£₽¥]?$"
)


def _ending(words: tuple[str, ...]) -> str:
    return "|".join(regex.escape(w) for w in sorted(words, key=len, reverse=True))


_BEFORE = [
    (limit, regex.compile(rf"(?<![\p{{L}}\p{{M}}])({_ending(words)}){_ARTICLES}"))
    for limit, words in BEFORE.items()
]
_AFTER = [
    (
        limit,
        regex.compile(
            rf"(?:\s+[\p{{L}}\p{{M}}]+)?\s*,?\s*(?:{_ending(words)})(?![\p{{L}}\p{{M}}])"
        ),
    )
    for limit, words in AFTER.items()
]
_REACH = 32


def limit_of(text: str, span: Span, *, year: bool) -> Limit:
    """The limit of the figure at a span of a text."""
    before = text[max(0, span.start - _REACH) : span.start].lower()
    after = text[span.end : span.end + _REACH].lower()
    for limit, pattern in _AFTER:
        if pattern.match(after) and not (limit is Limit.AT_LEAST and not _is_on(after, year=year)):
            return limit
    limit, found = _limit_before(before, year=year)
    return limit if found else Limit.NONE


def _limit_before(before: str, *, year: bool) -> tuple[Limit, regex.Match[str] | None]:
    """The limit at the end of some words, and where it is; the longest, as in “no more than”."""
    every = [
        (found.start(), Limit.NONE if limit is Limit.UNTIL and not year else limit, found)
        for limit, pattern in _BEFORE
        if (found := pattern.search(before)) and not (year and found[1] in _TIMELESS)
    ]
    _, limit, found = min(every, key=lambda one: one[0], default=(0, Limit.NONE, None))
    return limit, found


def with_limit(text: str, span: Span) -> str:
    """A figure of a text with the words that limit it, as they stand there."""
    start, end = span.start, span.end
    before, after = text[max(0, start - _REACH) : start].lower(), text[end : end + _REACH].lower()
    for _, pattern in _AFTER:
        if found := pattern.match(after):
            return " ".join(text[start : end + found.end()].split())
    _, found = _limit_before(before, year=False)
    if found is None:
        return span.of(text)
    return " ".join(text[start - len(before) + found.start() : end].split())


def _is_on(after: str, *, year: bool) -> bool:
    """Whether an *on* right after a figure, if any, is that of “from 2025 on”: no preposition."""
    found = regex.match(r"(?:\s+\p{L}+)?\s*,?\s*on(?!\p{L})", after)
    return found is None or (year and regex.match(r"\s*on\s*(?:[,.;)]|$|and)", after) is not None)
