"""Numbers in words: “two hundred and five”, «двадцать первый», ငါးရာ."""

from __future__ import annotations

from fractions import Fraction

from citebound.claims.figures import burmese
from citebound.claims.figures.atoms import Atom, number
from citebound.claims.figures.burmese import BURMESE
from citebound.claims.figures.burmese_numbers import burmese_number
from citebound.claims.figures.clock import HALF_HOURS, of_clock
from citebound.claims.figures.english import ENGLISH
from citebound.claims.figures.russian import RUSSIAN
from citebound.claims.figures.russian_compounds import COMPOUNDS, LESS_BY
from citebound.claims.figures.shares import EACH, share
from citebound.claims.figures.tables import Table
from citebound.claims.figures.tokens import Token
from citebound.claims.figures.values import PERCENT, Kind, Value

TABLES = (ENGLISH, RUSSIAN, BURMESE)
"""The tables, which have no word in common."""

SMALL = {**ENGLISH.small, **RUSSIAN.small}
SCALES = {**ENGLISH.scales, **RUSSIAN.scales}
ORDINALS = {**ENGLISH.ordinals, **RUSSIAN.ordinals}
PLURALS = {word: n for table in TABLES for word, n in table.plurals.items()}
SEVERAL = ENGLISH.several | RUSSIAN.several
ONE = ENGLISH.one | RUSSIAN.one
_AND_A_HALF, _WITH_A_HALF = ("and", "a", "half"), ("с", "половиной")
PERSONS = frozenset((
    "soldier", "man", "woman", "person", "child", "boy", "girl", "worker", "student", "civilian",
    "protester", "villager", "passenger", "miner", "fighter", "prisoner", "refugee", "policeman",
))  # fmt: skip
"""Before these *one* is a count."""

UNITS = {word: unit for table in TABLES for word, unit in table.units.items()}
STARTS = (
    frozenset(
        word
        for table in TABLES
        for words in (table.small, table.scales, table.ordinals, table.shares, table.plurals)
        for word in words
    )
    | {"hundred", "a", "an", "every", *EACH, *(ENGLISH.parts.keys() - {"halves"})}
    | COMPOUNDS.keys()
    | HALF_HOURS.keys()
    | burmese.SMALL.keys()
    | burmese.SCALES.keys()
    | burmese.PARTS.keys()
)
"""The words that a number may begin with."""


def worded(tokens: list[Token], at: int) -> Atom | None:
    """The number in words that begins at a token."""
    low = tokens[at].low
    if low in burmese.SMALL or low in burmese.SCALES or low in burmese.PARTS:
        return burmese_number(tokens, at)
    if low in BURMESE.ordinals:
        return Atom([Value(Kind.ORDINAL, Fraction(BURMESE.ordinals[low]))], at, at + 1, worded=True)
    if low in COMPOUNDS:
        amount, unit = COMPOUNDS[low]
        values = [number(amount, unit)]
        if low in LESS_BY and amount:
            for less in (Fraction(1) / amount, 1 - Fraction(1) / amount):
                values += [number(less), number(100 * less, PERCENT)]
        return Atom(values, at, at + 1, worded=True)
    vague = _vague(tokens, at)
    if vague is not None:
        return vague
    part = of_clock(tokens, at) or share(tokens, at)
    if part is not None:
        return part
    return _year(tokens, at) or _Sum(tokens, at).read()


def _low(tokens: list[Token], at: int) -> str:
    return tokens[at].low if 0 <= at < len(tokens) else ""


def _vague(tokens: list[Token], at: int) -> Atom | None:
    """Hundreds, tens of thousands; also *hundred* after *several*."""
    low = tokens[at].low
    before = _low(tokens, at - 1)
    amount = PLURALS.get(low, 0)
    if low in RUSSIAN.plurals and before in SMALL:
        amount = 0  # «две тысячи» is a number, and read as such
    if not amount and before in SEVERAL:
        amount = 100 if low == "hundred" else SCALES.get(low, 0)
    if not amount or (low in ("scores", "tens") and _low(tokens, at + 1) != "of"):
        return None
    after = at + 1
    step = after + (_low(tokens, after) == "of")
    further = PLURALS.get(_low(tokens, step)) or SCALES.get(_low(tokens, step), 0)
    if further and (step > after or low in RUSSIAN.plurals):
        amount, after = amount * further, step + 1
    values = [Value(Kind.VAGUE, Fraction(amount))]
    if amount in (10, 12):
        values.append(Value(Kind.VAGUE, Fraction(22 - amount)))
    return Atom(values, at, after, worded=True)


def _year(tokens: list[Token], at: int) -> Atom | None:
    """Nineteen eighty-four."""
    first = ENGLISH.small.get(tokens[at].low, 0)
    if not 11 <= first <= 20 or _low(tokens, at + 1) not in ENGLISH.small:
        return None
    tens = ENGLISH.small[_low(tokens, at + 1)]
    if tens < 10:
        return None
    after = at + 2
    ones = ENGLISH.small.get(_low(tokens, after + 1), 0) if _low(tokens, after) == "-" else 0
    if tens >= 20 and 0 < ones < 10:
        tens, after = tens + ones, after + 2
    year = 100 * first + tens
    return Atom([Value(Kind.DATE, (year, 0, 0))], at, after, year=year, worded=True)


class _Sum:
    """A number in words while it is added up."""

    def __init__(self, tokens: list[Token], at: int) -> None:
        self.tokens, self.at = tokens, at
        self.total = self.current = 0
        self.last_scale = 0
        self.words = 0
        self.ordinal = self.tight = False
        self.table: Table = RUSSIAN if tokens[at].low[:1] > "z" else ENGLISH

    def read(self) -> Atom | None:
        step = self.at
        after = step
        if tokens_low := (self.tokens[step].low in ("a", "an")):
            step += 1
            if not self._scale(_low(self.tokens, step)):
                return None
            self.current = 1
        while step < len(self.tokens) and not self.ordinal and self._add(self.tokens[step].low):
            step += 1
            after = step
            step = self._joined(step)
        if not self.words:
            return None
        amount = Fraction(self.total + self.current)
        kind = Kind.ORDINAL if self.ordinal else Kind.NUMBER
        if not self.ordinal and not tokens_low:
            after, amount = self._and_a_half(after, amount)
        day = int(amount) if amount.denominator == 1 and 1 <= amount <= 31 else 0
        scale = self.last_scale
        return Atom([Value(kind, amount)], self.at, after, day=day, worded=True, scale=scale)

    def _scale(self, low: str) -> int:
        return 100 if low in self.table.hundred else self.table.scales.get(low, 0)

    def _add(self, low: str) -> bool:
        """Whether a word goes on with the number; then it is added."""
        small = self.table.small.get(low)
        ordinal = self.table.ordinals.get(low) if small is None else None
        value = small if small is not None else ordinal
        if ordinal is not None and ordinal < 100 and self.words and not self.tight:
            return False  # “ten thousand second-hand lamps”
        if value is not None and value < 1000:
            if not self._fits(value):
                return False
            self.current += value
            self.ordinal = ordinal is not None
        elif low in self.table.hundred:
            if not 1 <= self.current <= 99 and self.words:
                return False
            self.current = (self.current or 1) * 100
        elif low in self.table.scales or value is not None:
            scale = value or self.table.scales[low]
            if self.last_scale and scale >= self.last_scale:
                return False
            self.total += (self.current or 1) * scale
            self.current, self.last_scale = 0, scale
            self.ordinal = value is not None
        else:
            return False
        self.words += 1
        return True

    def _fits(self, value: int) -> bool:
        if not self.words:
            return True
        if value == 0 or (self.current == 0 and not self.total):
            return False
        if value < 10:
            return self.current % 10 == 0 and self.current % 100 != 10
        return self.current % 100 == 0 if value < 100 else self.current % 1000 == 0

    def _joined(self, step: int) -> int:
        """Over a hyphen, or *and* after a hundred or a thousand, to a further number."""
        low = _low(self.tokens, step)
        further = _low(self.tokens, step + 1)
        counts = further in self.table.small or further in self.table.ordinals
        tight = low == "-" and self.tokens[step - 1].end == self.tokens[step].start
        self.tight = tight or low == "and" or self.table is RUSSIAN
        if tight and (counts or self._scale(further)):
            return step + 1
        even = self.current % 100 == 0 and (self.current or self.total)
        return step + 1 if low == "and" and even and counts else step

    def _and_a_half(self, after: int, amount: Fraction) -> tuple[int, Fraction]:
        half = _AND_A_HALF if self.table is ENGLISH else _WITH_A_HALF
        if any(_low(self.tokens, after + n) != word for n, word in enumerate(half)):
            return after, amount
        after += len(half)
        scale = self.table.scales.get(_low(self.tokens, after), 0)
        if self.last_scale and self.table is RUSSIAN:
            return after, amount + Fraction(self.last_scale, 2)  # «три миллиона с половиной»
        self.last_scale = scale or self.last_scale
        return after + (scale > 0), (amount + Fraction(1, 2)) * (scale or 1)
