"""What follows or precedes the digits and the words of a number: a scale, a unit, an ending."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from citebound.claims.figures import burmese
from citebound.claims.figures.atoms import Atom, number
from citebound.claims.figures.burmese import BURMESE
from citebound.claims.figures.burmese_clock import HOURS, burmese_hour
from citebound.claims.figures.burmese_numbers import below_zero, scaled_further
from citebound.claims.figures.clock_parts import is_hour, is_of_month, may_be_count, part_of_day
from citebound.claims.figures.compound_units import coded, compound, whose_dollar
from citebound.claims.figures.number_words import SCALES, TABLES, UNITS
from citebound.claims.figures.tables import listed
from citebound.claims.figures.tokens import tokens_of
from citebound.claims.figures.units import of_several_words, speed
from citebound.claims.figures.values import Kind, Value

TIME_UNITS = frozenset(listed("year month week day hour minute second"))
"""The units of time."""

CURRENCIES = {"$": "$", "€": "€", "£": "£", "₽": "₽", "¥": "¥", "₹": "₹", "฿": "฿"}
"""The signs of currencies, each its own unit."""

_GLUED_SCALES = {"k": 1000, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12}
_PEOPLE = frozenset(word for table in TABLES for word in table.people)
_PLURAL = re.compile(
    r"(?!(?:was|has|its|this|does|as|is|across)$)[a-z]{3,}s|[а-яё]{2,}(?:ов|ев|ей)"
)
_BEFORE_YEAR = frozenset(listed("in of since the by until from before after during and or в с к"))
"""Before four digits these make a year of them: “the 2019 elections”."""

_HALVES = frozenset(listed("am pm a.m p.m утра дня вечера ночи"))


_ENDINGS = frozenset(listed("й я е го му м х ю ая ый ое ые ых ой ом ти ми"))
"""What follows a hyphen after a Russian ordinal in digits."""


class Row:
    """The tokens of a text, and how a number among them ends."""

    def __init__(self, text: str, language: str) -> None:
        self.text, self.language = text, language
        self.tokens = tokens_of(text)

    def low(self, at: int) -> str:
        """A token in small letters; nothing where there is none."""
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def text_at(self, at: int) -> str:
        """A token as it is written; nothing where there is none."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def touches(self, at: int) -> bool:
        """Whether a token stands right at the one before it."""
        return 0 < at < len(self.tokens) and self.tokens[at - 1].end == self.tokens[at].start

    def finish(self, atom: Atom) -> None:
        """Read what follows and precedes a number: a scale, a unit, an ending."""
        if self.low(atom.first - 1) == burmese.MINUS:
            below_zero(atom)
        if atom.values[0].kind in (Kind.NUMBER, Kind.TIME) or atom.year:
            for step in (self._ending, self._scale, self._of_day, self._measured, self._currency):
                if atom.values:
                    step(atom)
            if atom.values:
                self._counted(atom)

    def _ending(self, atom: Atom) -> None:
        """Digits that letters follow: 5th, 1990s, 12bn, 34-year-old; or a name."""
        if atom.worded:
            self._hyphen(atom)
            return
        low = self.low(atom.after)
        if not self.touches(atom.after) or self.tokens[atom.after].sort != "w":
            self._hyphen(atom)
            return
        if low[0] >= "\u0e00":
            return
        amount = atom.values[0].amount
        if low in ("st", "nd", "rd", "th", "й", "го") and isinstance(amount, Fraction):
            atom.values = [Value(Kind.ORDINAL, amount)]
        elif low == "s":
            self._decade(atom)
        elif low in _GLUED_SCALES:
            unit = UNITS.get(low, "")
            plain = [Value(v.kind, v.amount, unit) for v in atom.values]
            atom.scaled(_GLUED_SCALES[low])
            atom.values += plain if unit else []
        elif low in UNITS or low in _HALVES or low in SCALES or compound(self, atom.after):
            return
        else:
            atom.values = []
            atom.day = atom.year = 0
        atom.after += 1

    def _decade(self, atom: Atom) -> None:
        year = atom.year
        amount = Fraction(year) if year else atom.values[0].amount
        atom.values = [Value(Kind.DECADE, amount)]
        atom.day = atom.year = 0

    def _hyphen(self, atom: Atom) -> None:
        """34-year-old, 5-го, 1990-х; a year or a capital letter makes it a name."""
        at = atom.after
        if self.low(at) not in ("-", "‑") or not self.touches(at) or not self.touches(at + 1):
            return
        word = self.tokens[at + 1]
        if word.sort != "w":
            return
        amount = atom.values[0].amount
        if word.low in _ENDINGS and not atom.worded:
            atom.after += 2
            if atom.year and atom.year % 10 == 0 and word.low in ("е", "х", "м", "ми"):
                self._decade(atom)
            elif isinstance(amount, Fraction) and word.low not in ("ти", "ми"):
                atom.values = [Value(Kind.ORDINAL, amount)]
        elif word.low in UNITS or word.low in SCALES or word.low[0] > "z":
            atom.after += word.low in UNITS or word.low in SCALES
            if word.low in SCALES:
                atom.scaled(SCALES[word.low])
                atom.after += 1
        elif atom.year or (word.text != word.low and not atom.worded):
            atom.values = []
            atom.after += 2
            atom.day = atom.year = 0

    def _scale(self, atom: Atom) -> None:
        """5 million; သန်း ၅၀."""
        at = atom.after
        scale = SCALES.get(self.low(at)) or burmese.SCALES.get(self.low(at), 0)
        if self.low(at) == "hundred":
            scale = 100
        if scale and not atom.worded and not atom.year:
            atom.scaled(scale)
            atom.day, atom.after = 0, at + 1
            if self.low(at) in burmese.SCALES:
                scaled_further(self.tokens, atom)
            if self.low(at + 1) == "." and self.touches(at + 1):
                atom.after += self.low(at) in ("млн", "млрд", "тыс", "трлн")
        elif (before := burmese.SCALES.get(self.low(atom.first - 1), 0)) >= 1000 and not (
            self.low(atom.first - 2) in burmese.SMALL or self.low(atom.first - 2)[:1].isdecimal()
        ):
            atom.scaled(before)
            atom.day = 0

    def _of_day(self, atom: Atom) -> None:
        """5 pm, 10.30 a.m., 9 часов утра."""
        if self.low(atom.after) == HOURS:
            burmese_hour(self.tokens, atom)
            return
        at = atom.after + (self.low(atom.after) in ("часов", "часа", "час"))
        half = self.low(at)
        if half in ("a", "p") and self.low(at + 1) == "." and self.low(at + 2) == "m":
            half, last = half + "m", at + 3
        else:
            last = at + 1
        o_clock = half == "o" and self.low(at + 1) in ("'", "’") and self.low(at + 2) == "clock"
        if o_clock:
            at, last = at + 3, at + 3
        said, ends = part_of_day(self.low, at)
        counts = said and not o_clock and may_be_count(self.low, atom)
        if counts and is_of_month(self.low, atom):
            return
        if said:
            half, last = said, ends
        elif o_clock:
            half = "o'clock"
        elif half not in ("am", "pm") and not (
            half in _HALVES and (at > atom.after or is_hour(self.low, atom))
        ):
            return
        times = [v.amount for v in atom.values if v.kind is Kind.TIME] or [
            60 * v.amount
            for v in atom.values
            if v.kind is Kind.NUMBER and isinstance(v.amount, Fraction) and 1 <= v.amount <= 12
        ]
        if not times or not isinstance(times[0], Fraction):
            return
        late = half in ("pm", "вечера", "дня")
        minutes = times[0] % 720 + (720 if late else 0)
        either = [Value(Kind.TIME, minutes + 720)] if half == "o'clock" else []
        if counts:
            atom.values.append(Value(Kind.TIME, minutes))
            return
        atom.values = [Value(Kind.TIME, minutes), *either]
        atom.day, atom.after = 0, last

    def _measured(self, atom: Atom) -> None:
        """A unit; one of several words only a number has: 2000 square kilometres."""
        made = compound(self, atom.after) or self._of_a_unit(atom)
        if made is None:
            self._unit(atom)
            return
        if atom.year:
            atom.values = [number(atom.year)]
        atom.measured(made[0])
        atom.day, atom.year, atom.after = 0, 0, made[1]

    def _of_a_unit(self, atom: Atom) -> tuple[str, int] | None:
        """What a part is a part of: “two hundredths of a second”."""
        at = atom.after
        if not atom.share or self.low(at) != "of" or self.low(at + 1) not in ("a", "an"):
            return None
        low = self.low(at + 2)
        unit = "second" if low == "second" else UNITS.get(low, "")
        return (unit, at + 3) if unit else None

    def _unit(self, atom: Atom) -> None:
        """A percentage, a measure, a currency after a number."""
        several = None if atom.year else of_several_words(self.low, atom)
        if several is not None and several[0]:
            atom.values, atom.after = several
            atom.day = 0
            return
        at = atom.after
        if self.low(at) in ("-", "‑") and self.low(at + 1) in UNITS:
            at += 1
        low = self.low(at)
        if low == "per" and self.low(at + 1) == "cent":
            at, low = at + 1, "percent"
        elif low == "us" and self.low(at + 1) in UNITS:
            at, low = at + 1, self.low(at + 1)
        if low in ("%", "٪", "％"):
            low = "percent"
        unit = UNITS.get(low) or CURRENCIES.get(low, "")
        further = self.low(at + 1)
        if not unit and self.low(atom.first - 1) in burmese.UNITS_BEFORE:
            atom.first, unit, at = atom.first - 1, UNITS[self.low(atom.first - 1)], at - 1
        if not unit or (low in ("m", "t", "м", "т") and atom.worded):
            return
        if atom.year and (unit in TIME_UNITS or unit == "$"):
            return  # “2023 года”; “ခုနှစ်”
        if (unit == "day" and low == burmese.DAY and atom.day) or (
            low == "годом" and further in ("ранее", "раньше", "позже", "позднее")
        ):
            return
        atom.measured(unit)
        if low in ("pound", "pounds"):
            atom.values += [replace(value, unit="lb") for value in atom.values]
        if unit not in ("day", "year"):
            atom.day = 0
        if self.low(at + 1) == burmese.HALF and self.touches(at + 1) and low in BURMESE.units:
            atom.values = [
                number(v.amount + Fraction(1, 2), v.unit) if isinstance(v.amount, Fraction) else v
                for v in atom.values
            ]
            at += 1
        of_speed, atom.after = speed(self.low, unit, at + 1)
        if of_speed != unit:
            atom.measured(of_speed)

    def _currency(self, atom: Atom) -> None:
        """$3,500, US$ 12, AUD 50."""
        sign = CURRENCIES.get(self.low(atom.first - 1), "") or coded(self, atom.first - 1)
        if sign and not atom.unit:
            if atom.year:
                atom.values = [number(atom.year)]
            atom.first -= 1
            if self.low(atom.first) == "$":
                sign, atom.first = whose_dollar(self, atom.first)
            atom.measured(sign)
            atom.day = atom.year = 0

    def _counted(self, atom: Atom) -> None:
        """Four digits before what is counted may be a number as well as a year."""
        if len(atom.values) != 1 or not atom.year or atom.worded:
            return
        low = self.low(atom.after)
        counted = low in _PEOPLE or low in burmese.COUNTERS or low in burmese.ABOUT
        plural = low.isalpha() and _PLURAL.fullmatch(low) and low == self.text_at(atom.after)
        if counted or (plural and self.low(atom.first - 1) not in _BEFORE_YEAR):
            atom.values.append(number(atom.year))
