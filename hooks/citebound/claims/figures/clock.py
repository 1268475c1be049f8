"""Times of day in words: half past seven, a quarter to eight."""

from __future__ import annotations

from fractions import Fraction

from citebound.claims.figures.atoms import Atom
from citebound.claims.figures.english import ENGLISH
from citebound.claims.figures.tables import listed
from citebound.claims.figures.tokens import Token
from citebound.claims.figures.values import Kind, Value

_MINUTES = {("half", "past"): 30, ("quarter", "past"): 15, ("quarter", "to"): -15}
_SOME = {"five": 5, "ten": 10, "twenty": 20, "5": 5, "10": 10, "20": 20}
_HOURS = listed(
    "первого второго третьего четвёртого пятого шестого седьмого восьмого девятого десятого "
    "одиннадцатого двенадцатого"
)
HALF_HOURS = {
    "пол" + word: 60 * hour - 30
    for hour, said in enumerate(_HOURS, 1)
    for word in (said, said.replace("ё", "е"), "-" + said)
}
"""«Полвторого» is half past one."""

_AT = frozenset(("at", "until", "before", "after"))


def of_clock(tokens: list[Token], at: int) -> Atom | None:
    """The time of day whose words begin at a token; without its half of the day it is either."""
    if (half := HALF_HOURS.get(tokens[at].low)) is not None:
        return _either(half, at, at + 1)
    first = at + (tokens[at].low in ("a", "an"))
    if first + 2 >= len(tokens):
        return None
    minutes = _MINUTES.get((tokens[first].low, tokens[first + 1].low)) or _some(tokens, first)
    if minutes is None:
        return None
    said = tokens[first + 2]
    hour = int(said.low) if said.sort == "d" and len(said.low) < 3 else ENGLISH.small.get(said.low)
    if hour is None or not 1 <= hour <= 12:
        return None
    return _either(60 * hour + minutes, at, first + 3)


def _either(time: int, first: int, after: int) -> Atom:
    """A time before or after noon."""
    values = [Value(Kind.TIME, Fraction(time)), Value(Kind.TIME, Fraction((time + 720) % 1440))]
    return Atom(values, first, after, worded=True)


def _some(tokens: list[Token], at: int) -> int | None:
    """The minutes of “ten past seven”, and of “ten to seven” where it is no range: “at” stands
    before it.
    """
    minutes = _SOME.get(tokens[at].low)
    if minutes is None or tokens[at + 1].low not in ("past", "to"):
        return None
    if tokens[at + 1].low == "past":
        return minutes
    return -minutes if at and tokens[at - 1].low in _AT else None
