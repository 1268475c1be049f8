"""Hours in Burmese: ညနေ ၃ နာရီ is three in the afternoon, ၃ နာရီကြာ is three hours long."""

from __future__ import annotations

from fractions import Fraction

from citebound.claims.figures import burmese
from citebound.claims.figures.atoms import Atom, number
from citebound.claims.figures.tokens import Token
from citebound.claims.figures.values import Kind, Value

HOURS = "နာရီ"
_MINUTES = "မိနစ်"


def burmese_hour(tokens: list[Token], atom: Atom) -> None:
    """Give a number before an hour its time of day. Without a part of the day it is either half,
    and so many hours as well, unless it says how long something lasts.
    """
    at = atom.after + 1
    glued = at < len(tokens) and tokens[at - 1].end == tokens[at].start
    further = _low(tokens, at)
    if further in burmese.LASTS:
        return
    half = Fraction(1, 2) if glued and further == burmese.HALF else Fraction(0)
    minutes = 30 if half else 0
    if further.isdecimal() and len(further) < 3 and _low(tokens, at + 1) == _MINUTES:
        minutes = int(further)
    first = atom.first - 1 - (_low(tokens, atom.first - 1) == burmese.STRETCH)
    part = burmese.DAY_PARTS.get(_low(tokens, first), "")
    times = [
        Value(Kind.TIME, Fraction(time % 1440))
        for hour, said in dict.fromkeys(_hours(atom))
        for time in (60 * one + said + minutes for one in _of_day(hour, part))
    ]
    if not times:
        return
    hours = [
        number(v.amount + half, "hour")
        for v in atom.values
        if v.kind is Kind.NUMBER and isinstance(v.amount, Fraction)
    ]
    atom.values = times if part else [*hours, *times]
    atom.first = first if part else atom.first
    atom.day, atom.after = 0, at + (half > 0)


def _low(tokens: list[Token], at: int) -> str:
    return tokens[at].low if 0 <= at < len(tokens) else ""


def _hours(atom: Atom) -> list[tuple[int, int]]:
    """The hours and minutes that a number may be."""
    found = []
    for value in atom.values:
        amount = value.amount
        if not isinstance(amount, Fraction):
            continue
        if value.kind is Kind.TIME:
            found.append((int(amount) // 60 % 12 or 12, int(amount) % 60))
        elif value.kind is Kind.NUMBER and amount.denominator == 1 and 1 <= amount <= 24:
            found.append((int(amount), 0))
    return found


def _of_day(hour: int, part: str) -> tuple[int, ...]:
    """The hours of 24 that an hour is in a part of the day; both where that does not say."""
    if hour > 12:
        return (hour,)
    early, late = hour % 12, hour % 12 + 12
    if hour == 12 and part in ("am", "pm"):
        return early, late
    if part == "am":
        return (early,)
    if part == "pm":
        return (late,)
    if part == "noon":
        return (hour if hour >= 10 else late,)
    if part == "night":
        return (late if 6 <= hour < 12 else early,)
    return early, late
