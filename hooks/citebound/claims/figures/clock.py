"""Times of day in words: half past seven, a quarter to eight."""

from __future__ import annotations

from fractions import Fraction

from citebound.claims.figures.atoms import Atom
from citebound.claims.figures.english import ENGLISH
from citebound.claims.figures.tokens import Token
from citebound.claims.figures.values import Kind, Value

_MINUTES = {("half", "past"): 30, ("quarter", "past"): 15, ("quarter", "to"): -15}


def of_clock(tokens: list[Token], at: int) -> Atom | None:
    """The time of day whose words begin at a token; without its half of the day it is either."""
    first = at + (tokens[at].low in ("a", "an"))
    if first + 2 >= len(tokens):
        return None
    minutes = _MINUTES.get((tokens[first].low, tokens[first + 1].low))
    if minutes is None:
        return None
    said = tokens[first + 2]
    hour = int(said.low) if said.sort == "d" and len(said.low) < 3 else ENGLISH.small.get(said.low)
    if hour is None or not 1 <= hour <= 12:
        return None
    time = 60 * hour + minutes
    values = [Value(Kind.TIME, Fraction(time)), Value(Kind.TIME, Fraction((time + 720) % 1440))]
    return Atom(values, at, first + 3, worded=True)
