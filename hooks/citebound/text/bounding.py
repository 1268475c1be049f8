"""The words that bound a figure or a date: one table, from which every rule derives.

The rule of figures (:mod:`citebound.claims.figures.bounding`) reads all of it, that of limits
what measures (:mod:`citebound.text.limiting`), that of dates what may bound a date
(:mod:`citebound.dates.ends`), and rounding what bounds an amount.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

import regex


class Bounding(StrEnum):
    """What words make of the figure that they are beside.

    *More*, *over* and *after*, *less*, *under* and *before* leave the figure itself out; *before*
    and *after* bound dates alone. *Since 2019* names the year in which something began,
    as *in 2019* does; *after 2019* does not. *Nearly* and the last three are only ever what a
    figure is as well: what lasts until 2026 ends in it, and who is spared until 2026 is not later.
    """

    NONE = ""
    IN = "in"
    AT_LEAST = "at least"
    MORE = "more than"
    AT_MOST = "at most"
    LESS = "less than"
    OVER = "over"
    UNDER = "under"
    BEFORE = "before"
    AFTER = "after"
    SINCE = "since"
    NEARLY = "just under"
    LASTS = "lasts until"
    SPARED = "spared until"
    ENDS = "ends in"

    @property
    def is_least(self) -> bool:
        """Whether it sets a least: what is meant is not less, or not earlier."""
        return self in _LEAST


_LEAST = frozenset({
    Bounding.AT_LEAST, Bounding.MORE, Bounding.OVER, Bounding.AFTER, Bounding.SINCE,
})  # fmt: skip

OF_DATES = frozenset({Bounding.BEFORE, Bounding.AFTER, Bounding.SINCE})
"""What bounds nothing but dates: “after 20 votes” counts twenty of them."""


class Of(StrEnum):
    """What words bound."""

    EITHER = "either"
    AMOUNTS = "amounts"
    DATES = "dates"


@dataclass(frozen=True, slots=True)
class BoundWords:
    """The words of a language that bound a figure in one way, those before it and those after it.
    Weak ones have another meaning as well, so that they alone make no measure of a figure.
    """

    language: str
    bounding: Bounding
    of: Of
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    weak: bool = False


_B = Bounding
_UP = ("older", "longer", "faster", "higher", "larger", "bigger", "greater", "heavier", "taller",
       "warmer", "hotter")  # fmt: skip
_DOWN = ("younger", "shorter", "slower", "lower", "smaller", "lighter", "colder", "cooler")
"""Comparatives: one is *older than 35*, *no older than 35*, or *35 or older*."""

_FURTHER, _CLOSER = ("further", "farther", "deeper"), ("closer", "nearer")
"""The same, but never after a figure, where *and further* begins what comes next."""

_EXCEEDS = ("сил", "сила", "сило", "сили", "сит", "сят", "шает", "шают", "шал", "шала", "шали",
            "шая", "шающий", "шающая", "шающее", "шающие")  # fmt: skip

NEARLY = ("nearly", "almost", "почти")
JUST_UNDER = ("just under", "just below", "just short of", "slightly less than")
"""*Nearly 500* may stand where the source has 500, and *just under 500* may not; each bears out
the other, and both are less than 500.
"""

TABLE = (
    BoundWords(
        "en", _B.AT_LEAST, Of.EITHER,
        (
            "at least", "no less than", "no fewer than", "not less than", "a minimum of",
            "at the very least",
        ),
        ("at least", "at minimum", "at a minimum", "at the very least", "or more"),
    ),
    BoundWords(
        "en", _B.AT_LEAST, Of.DATES,
        (
            "not before", "no earlier than", "not earlier than", "no sooner than",
            "not sooner than", "not until", "at least until", "at least till",
        ),
        ("or later", "at the earliest", "at the very earliest"),
    ),
    BoundWords("en", _B.AT_LEAST, Of.DATES, (), ("onwards", "onward", "on"), weak=True),
    BoundWords(
        "en", _B.AT_LEAST, Of.AMOUNTS,
        (
            *(f"{no} {one} than" for one in (*_DOWN, *_CLOSER) for no in ("no", "not")),
            "not below", "not under",
        ),
        tuple(f"{and_} {one}" for one in (*_UP, "over", "above") for and_ in ("and", "or")),
    ),
    BoundWords(
        "en", _B.MORE, Of.AMOUNTS,
        (
            "more than", "upwards of", "in excess of",
            *(f"{one} than" for one in (*_UP, *_FURTHER)),
            "exceed", "exceeds", "exceeded", "exceeding", "topped", "topping", "surpass",
            "surpasses", "surpassed", "surpassing",
        ),
    ),
    BoundWords(
        "en", _B.OVER, Of.AMOUNTS, ("over", "above", "over the age of", "above the age of")
    ),
    BoundWords(
        "en", _B.AT_MOST, Of.EITHER,
        ("at most", "no more than", "not more than", "a maximum of", "at the very most"),
        ("at most", "at the very most", "or less", "or fewer", "and no more", "but no more"),
    ),
    BoundWords(
        "en", _B.AT_MOST, Of.AMOUNTS,
        ("up to", "as many as", "as much as", "as long as"),
    ),
    BoundWords(
        "en", _B.AT_MOST, Of.AMOUNTS,
        (
            *(f"{no} {one} than" for one in (*_UP, *_FURTHER) for no in ("no", "not")),
            "not exceed", "cannot exceed", "never exceed", "limited to", "not above", "not over",
            "not exceeding", "not exceeded", "never exceeded", "capped at",
        ),
        tuple(f"{and_} {one}" for one in (*_DOWN, "under", "below") for and_ in ("and", "or")),
    ),
    BoundWords("en", _B.AT_MOST, Of.AMOUNTS, ("as high as",), weak=True),
    BoundWords(
        "en", _B.AT_MOST, Of.DATES, ("no later than", "not later than"),
        ("or earlier", "at the latest", "at the very latest"),
    ),
    BoundWords("en", _B.AT_MOST, Of.DATES, ("as late as",), weak=True),
    BoundWords(
        "en", _B.LESS, Of.AMOUNTS,
        ("less than", "fewer than", *(f"{one} than" for one in (*_DOWN, *_CLOSER)),
         *JUST_UNDER[2:]),
    ),
    BoundWords(
        "en", _B.UNDER, Of.AMOUNTS,
        ("under", "below", "under the age of", "below the age of", *JUST_UNDER[:2]),
    ),
    BoundWords(
        "en", _B.BEFORE, Of.DATES,
        ("before", "prior to", "until", "till", "by", "earlier than", "up to"),
    ),
    BoundWords("en", _B.AFTER, Of.DATES, ("after", "later than")),
    BoundWords("en", _B.SINCE, Of.DATES, ("since", "from")),
    BoundWords(
        "ru", _B.AT_LEAST, Of.EITHER,
        (
            "не менее", "не меньше", "по меньшей мере", "по крайней мере", "как минимум",
            "минимум",
        ),
        ("как минимум", "и более", "и больше", "или больше", "или более"),
    ),
    BoundWords(
        "ru", _B.AT_LEAST, Of.DATES,
        (
            "не ранее", "не раньше", "как минимум до", "по меньшей мере до",
            "по крайней мере до", "минимум до", "в лучшем случае в", "в лучшем случае к",
        ),
        ("и позже", "или позже", "и позднее", "или позднее"),
    ),
    BoundWords(
        "ru", _B.MORE, Of.AMOUNTS,
        (
            "более", "больше", "свыше", "более чем", "больше чем", "старше",
            *(f"превы{ending}" for ending in _EXCEEDS),
        ),
    ),
    BoundWords(
        "ru", _B.AT_MOST, Of.EITHER,
        ("не более", "не больше", "максимум", *(f"самое большее{at}" for at in ("", " на", " в"))),
        ("и менее", "или менее", "или меньше", "и меньше"),
    ),
    BoundWords(
        "ru", _B.AT_MOST, Of.DATES, ("не позднее", "не позже"), ("или раньше", "или ранее")
    ),
    BoundWords(
        "ru", _B.AT_MOST, Of.AMOUNTS, (*(f"не превы{ending}" for ending in _EXCEEDS), "не старше")
    ),
    BoundWords("ru", _B.AT_LEAST, Of.AMOUNTS, ("не младше", "не моложе"), ("и старше",)),
    BoundWords("ru", _B.AT_MOST, Of.AMOUNTS, ("до",), weak=True),
    BoundWords(
        "ru", _B.LESS, Of.AMOUNTS,
        ("менее", "меньше", "менее чем", "меньше чем", "младше", "моложе"),
    ),
    BoundWords("ru", _B.OVER, Of.AMOUNTS, ("выше",)),
    BoundWords("ru", _B.UNDER, Of.AMOUNTS, ("ниже",)),
    BoundWords("ru", _B.BEFORE, Of.DATES, ("до", "к", "раньше", "ранее")),
    BoundWords("ru", _B.AFTER, Of.DATES, ("после", "позже", "позднее")),
    BoundWords("ru", _B.SINCE, Of.DATES, ("с", "со", "начиная с")),
    BoundWords("my", _B.AT_LEAST, Of.EITHER, ("အနည်းဆုံး",)),
    BoundWords("my", _B.AT_MOST, Of.EITHER, ("အများဆုံး",)),
    BoundWords("my", _B.AT_LEAST, Of.AMOUNTS, (), ("ထက်မနည်း",)),
    BoundWords("my", _B.AT_MOST, Of.AMOUNTS, (), ("ထက်မပို",)),
    BoundWords("my", _B.MORE, Of.AMOUNTS, (), ("ကျော်", "ထက်ပို")),
    BoundWords("my", _B.LESS, Of.AMOUNTS, (), ("ထက်နည်း",)),
    BoundWords("my", _B.BEFORE, Of.DATES, (), ("မတိုင်မီ", "မတိုင်မှီ", "မတိုင်ခင်")),
    BoundWords("my", _B.AFTER, Of.DATES, (), ("နောက်ပိုင်း",)),
    BoundWords("my", _B.SINCE, Of.DATES, (), ("ကတည်းက", "မှစ၍", "မှစပြီး")),
)  # fmt: skip
"""*Over* and *under* are of amounts, since of a year they are about time: “over 2023”. *By*, *up
to* and *until* are with *before*: what is done by 2019 need not have been done in it.
"""


def any_of(words: Collection[str]) -> str:
    """A pattern of some phrases, the longest first, with any white space between their words."""
    every = sorted(words, key=lambda one: (-len(one), one))
    return "|".join(r"\s+".join(map(regex.escape, phrase.split())) for phrase in every)


def phrases(
    language: str = "",
    *,
    boundings: Collection[Bounding] = tuple(Bounding),
    of: Collection[Of] = tuple(Of),
    after: bool = False,
    weak: bool = True,
) -> dict[str, Bounding]:
    """The phrases of the table, or of a language, that stand before a figure or after it, the
    longest first, each with how it bounds.
    """
    found = {
        phrase: row.bounding
        for row in TABLE
        if language in ("", row.language) and row.bounding in boundings and row.of in of
        if weak or not row.weak
        for phrase in (row.after if after else row.before)
    }
    return dict(sorted(found.items(), key=lambda one: -len(one[0])))


def measures(language: str, *, after: bool = False) -> tuple[str, ...]:
    """The phrases that measure a figure, as the rule of limits reads them, the longest first."""
    of_figures = frozenset(Bounding) - OF_DATES
    return tuple(phrases(language, boundings=of_figures, after=after, weak=False))
