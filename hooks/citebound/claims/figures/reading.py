"""The figures of a text, each read into what it may mean: of ours and of the evidence alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import lru_cache

import regex

from citebound.claims.figures import burmese
from citebound.claims.figures.atoms import Atom, number
from citebound.claims.figures.calendar import dated
from citebound.claims.figures.limits import limit_of
from citebound.claims.figures.number_words import (
    ONE,
    ORDINALS,
    SCALES,
    SEVERAL,
    STARTS,
    TABLES,
    UNITS,
    worded,
)
from citebound.claims.figures.numerals import numeral, vulgar
from citebound.claims.figures.ranges import ranged
from citebound.claims.figures.tables import listed
from citebound.claims.figures.tokens import Token, tokens_of
from citebound.claims.figures.values import PERCENT, Figure, Kind, Value
from citebound.model import Span

_CURRENCY = {"$": "$", "€": "€", "£": "£", "₽": "₽", "¥": "¥", "₹": "₹", "฿": "฿"}
_TIME_UNITS = frozenset(listed("year month week day hour minute second"))
_GLUED_SCALES = {"k": 1000, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12}
_ENDINGS = frozenset(listed("й я е го му м х ю ая ый ое ые ых ой ом ти ми"))
"""What follows a hyphen after a Russian ordinal in digits."""
_MONTHS = {word: n for table in TABLES for word, n in table.months.items()}
_SHORT = {word: n for table in TABLES for word, n in table.short.items()}
_CONDITIONAL = frozenset(word for table in TABLES for word in table.conditional)
_MONTH_AFTER = frozenset(word for table in TABLES for word in table.month_after)
_WEEKDAYS = {word: n for table in TABLES for word, n in table.weekdays.items()}
_QUIET = {word: n for table in TABLES for word, n in table.quiet.items()}
_DECADES = {word: n for table in TABLES for word, n in table.decades.items()}
_PEOPLE = frozenset(word for table in TABLES for word in table.people)
_ENDS = frozenset(".!?…:\0\1\n(“«\"'‘။၊")
_TIME_OF_DAY = {"noon": 720, "midday": 720, "midnight": 0, "полдень": 720, "полночь": 0}
_AS_ADJECTIVE = frozenset({"hand", "rate", "class", "guess", "degree"})
_AFTER_ADVERB = frozenset({",", "the", "a", "an", "it", "he", "she", "they", "we", "there", "came"})
_HALVES = frozenset(listed("am pm a.m p.m утра дня вечера ночи"))


@lru_cache(maxsize=4096)
def figures_in(text: str, language: str) -> tuple[Figure, ...]:
    """Every figure of a text, in order; ``language`` decides what a comma between digits is."""
    letters = _LETTERS.findall(text.lower())
    if _BEARERS.isdisjoint(letters) and not _NUMERIC.search(text):
        return ()
    reading = _Reading(text, language)
    atoms = ranged(reading.tokens, dated(reading.tokens, list(reading.atoms())))
    return tuple(reading.figure(atom) for atom in atoms if atom.values)


class _Reading:
    def __init__(self, text: str, language: str) -> None:
        self.text, self.language = text, language
        self.tokens = tokens_of(text)

    def figure(self, atom: Atom) -> Figure:
        """An atom as a figure, with the limit that the words beside it set."""
        span = Span(self.tokens[atom.first].start, self.tokens[atom.after - 1].end)
        limit = limit_of(self.text, span, year=bool(atom.year or atom.date))
        return Figure(tuple(atom.values), span, limit, atom.quiet, atom.worded)

    def atoms(self) -> Iterator[Atom]:
        at = 0
        while at < len(self.tokens):
            atom = self._atom(at)
            if atom is None:
                at += 1
                continue
            if atom.values:
                self._finish(atom)
            if atom.values:
                yield atom
            at = max(at + 1, atom.after)

    def _low(self, at: int) -> str:
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def _touches(self, at: int) -> bool:
        """Whether a token stands right at the one before it."""
        return 0 < at < len(self.tokens) and self.tokens[at - 1].end == self.tokens[at].start

    def _atom(self, at: int) -> Atom | None:
        token = self.tokens[at]
        if token.sort == "d":
            return self._named(at) or numeral(self.tokens, at, self.text, self.language)
        if token.sort == "s":
            return vulgar(token, at)
        return self._word(token, at)

    # --- digits -----------------------------------------------------------------------------

    def _named(self, at: int) -> Atom | None:
        """Digits in a name: G7, MH-17, 2017-built; they are passed over."""
        before = self.tokens[at - 1] if at else None
        if before is None or not self._touches(at):
            return None
        if before.sort == "w" and before.low[0] < "\u0e00":
            return None if before.low in ("rs", "us") else Atom([], at, at + 1)
        if before.text in "-‑–" and self._touches(at - 1) and at > 1:
            name = self.tokens[at - 2]
            if name.sort == "w" and name.text != name.low:
                return Atom([], at, at + 1)
        return None

    def _finish(self, atom: Atom) -> None:
        """Read what follows and precedes a number: a scale, a unit, an ending."""
        if atom.values[0].kind in (Kind.NUMBER, Kind.TIME) or atom.year:
            for step in (self._ending, self._scale, self._of_day, self._unit, self._currency):
                if atom.values:
                    step(atom)
            if atom.values:
                self._counted(atom)
        if atom.values and atom.worded and not atom.quiet:
            self._asked(atom)

    def _ending(self, atom: Atom) -> None:
        """Digits that letters follow: 5th, 1990s, 12bn, 34-year-old; or a name."""
        if atom.worded:
            self._hyphen(atom)
            return
        low = self._low(atom.after)
        if not self._touches(atom.after) or self.tokens[atom.after].sort != "w":
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
        elif low in UNITS or low in _HALVES or low in SCALES:
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
        if self._low(at) not in ("-", "‑") or not self._touches(at) or not self._touches(at + 1):
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
        scale = SCALES.get(self._low(at)) or burmese.SCALES.get(self._low(at), 0)
        if self._low(at) == "hundred":
            scale = 100
        if scale and not atom.worded and not atom.year:
            atom.scaled(scale)
            atom.day, atom.after = 0, at + 1
            if self._low(at + 1) == "." and self._touches(at + 1):
                atom.after += self._low(at) in ("млн", "млрд", "тыс", "трлн")
        elif (before := burmese.SCALES.get(self._low(atom.first - 1), 0)) >= 1000:
            atom.scaled(before)
            atom.day = 0

    def _of_day(self, atom: Atom) -> None:
        """5 pm, 10.30 a.m., 9 часов утра."""
        at = atom.after + (self._low(atom.after) in ("часов", "часа", "час"))
        half = self._low(at)
        if half in ("a", "p") and self._low(at + 1) == "." and self._low(at + 2) == "m":
            half, last = half + "m", at + 3
        else:
            last = at + 1
        if half not in ("am", "pm") and not (half in _HALVES and at > atom.after):
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
        atom.values = [Value(Kind.TIME, minutes)]
        atom.day, atom.after = 0, last

    def _unit(self, atom: Atom) -> None:
        """A percentage, a measure, a currency after a number."""
        at = atom.after
        if self._low(at) in ("-", "‑") and self._low(at + 1) in UNITS:
            at += 1
        low = self._low(at)
        if low == "per" and self._low(at + 1) == "cent":
            at, low = at + 1, "percent"
        elif low == "us" and self._low(at + 1) in UNITS:
            at, low = at + 1, self._low(at + 1)
        if low in ("%", "٪", "％"):
            low = "percent"
        unit = UNITS.get(low) or _CURRENCY.get(low, "")
        further = self._low(at + 1)
        if unit == PERCENT and further in ("point", "points"):
            at, unit = at + 1, "points"
        if not unit or (low in ("m", "t", "м", "т") and atom.worded):
            return
        if atom.year and (unit in _TIME_UNITS or unit == "$"):
            return  # “2023 года”; “ခုနှစ်”
        if unit == "day" and low == burmese.DAY and atom.day:
            return
        atom.measured(unit)
        if unit not in ("day", "year"):
            atom.day = 0
        atom.after = at + 1

    def _currency(self, atom: Atom) -> None:
        """$3,500, US$ 12."""
        sign = _CURRENCY.get(self._low(atom.first - 1), "")
        if sign and not atom.unit:
            if atom.year:
                atom.values = [number(atom.year)]
            atom.measured(sign)
            atom.first -= 1
            atom.day = atom.year = 0

    def _counted(self, atom: Atom) -> None:
        """Four digits before those that are counted may be a number as well as a year."""
        if len(atom.values) == 1 and atom.year and self._low(atom.after) in _PEOPLE:
            atom.values.append(number(atom.year))

    # --- words ------------------------------------------------------------------------------

    def _word(self, token: Token, at: int) -> Atom | None:
        make = _WORDS.get(token.low)
        return None if make is None else make(self, token, at)

    def in_words(self, _: Token, at: int) -> Atom | None:
        """A number in words; not that of «во-первых» and «в первую очередь»."""
        if self._low(at - 1) == "-" and self._low(at - 2) in ("в", "во"):
            return None
        if self._low(at + 1) == "очередь":
            return None
        return worded(self.tokens, at)

    def month(self, token: Token, at: int) -> Atom | None:
        """The name of a month; in English it is capital."""
        low = token.low
        number_of = _MONTHS.get(low) or _SHORT.get(low, 0)
        if token.text[0] == low[0] and low[0] <= "z":
            return None  # English months are capital
        value = Value(Kind.DATE, (0, number_of, 0))
        alone = low in _MONTHS and low not in _CONDITIONAL
        after = at + 1 + (low in _SHORT and low not in _MONTHS and self._low(at + 1) == ".")
        loose = not alone and self._low(at - 1) not in _MONTH_AFTER
        if not alone and low not in _CONDITIONAL:
            loose = True
        return Atom([value], at, after, month=number_of, loose=loose)

    def weekday(self, token: Token, at: int) -> Atom | None:
        """A day of the week; «среду» is the environment, too."""
        if token.low == "среду" and self._low(at - 1) not in ("в", "на"):
            return None
        if token.text[0] == token.low[0] and token.low[0] <= "z":
            return None
        return Atom([Value(Kind.WEEKDAY, Fraction(_WEEKDAYS[token.low]))], at, at + 1)

    def hidden(self, token: Token, at: int) -> Atom | None:
        """A word with a number in it that nobody is asked for: *both*."""
        amount, unit = _QUIET[token.low]
        return Atom([number(amount, unit)], at, at + 1, quiet=True)

    def decade_word(self, token: Token, at: int) -> Atom | None:
        """The nineties."""
        ten = _DECADES[token.low]
        first = {"nineteen": 1900, "eighteen": 1800, "twenty": 2000}.get(self._low(at - 1), 0)
        return Atom([Value(Kind.DECADE, Fraction(first + ten))], at, at + 1)

    def hour(self, token: Token, at: int) -> Atom | None:
        """Noon and midnight."""
        return Atom([Value(Kind.TIME, Fraction(_TIME_OF_DAY[token.low]))], at, at + 1)

    def article(self, _: Token, at: int) -> Atom | None:
        """The one in *a year*, which nobody is asked for."""
        unit = UNITS.get(self._low(at + 1), "")
        if unit not in _TIME_UNITS:
            return worded(self.tokens, at)
        return Atom([number(1, unit)], at, at + 2, quiet=True)

    def second(self, _: Token, at: int) -> Atom | None:
        """The unit of time, not the ordinal."""
        before, after = self._low(at - 1), self._low(at + 1)
        if after == "," and self._begins(at):
            return Atom([], at, at + 1)
        if after == "-" and self._low(at + 2) in _AS_ADJECTIVE:
            return Atom([], at, at + 1)
        unit = before in ("per", "split", "each", "every", "one") or (
            before in ("a", "the") and after in ("later", "ago", "away", "before", "after", "to")
        )
        return Atom([], at, at + 1) if unit else worded(self.tokens, at)

    def first(self, token: Token, at: int) -> Atom | None:
        """*At first*, *first of all* count nothing."""
        after = self._low(at + 1)
        adverb = (
            self._low(at - 1) in ("at", "-")
            or (after == "-" and self._low(at + 2) in _AS_ADJECTIVE)
            or (after == "of" and self._low(at + 2) == "all")
            or (after == "and" and self._low(at + 2) == "foremost")
            or (self._begins(at) and token.text[0].isupper() and after in _AFTER_ADVERB)
            or after in ("name", "names", "lady")
        )
        return Atom([], at, at + 1) if adverb else worded(self.tokens, at)

    def _asked(self, atom: Atom) -> None:
        """Whether a number in words is asked for: not *one* without a unit, not in a name."""
        token = self.tokens[atom.first]
        low = token.low
        only = atom.after == atom.first + 1
        if low in ONE and only and not atom.unit and not atom.scale:
            if low in ONE and self._low(atom.first - 1) in ("no", "№"):
                atom.values = []
            atom.quiet = True
        capital = token.text[0].isupper() and not self.text.isupper()
        if (capital and not self._begins(atom.first) and not self._title_case) or (
            capital and self._begins(atom.first) and self._in_name(atom)
        ):
            atom.quiet = True
        if low in ("a", "an") and self._low(atom.first + 1) in SEVERAL:
            atom.values = []

    def _in_name(self, atom: Atom) -> bool:
        """Whether capital words follow: two, or one after an ordinal."""
        following = self.tokens[atom.after : atom.after + 2]
        capital = [t.sort == "w" and t.text[0].isupper() for t in following]
        ordinal = atom.values[0].kind is Kind.ORDINAL
        return capital[:1] == [True] and (ordinal or capital == [True, True])

    def _begins(self, at: int) -> bool:
        return at == 0 or self.tokens[at - 1].text in _ENDS

    @property
    def _title_case(self) -> bool:
        words = [t.text for t in self.tokens if t.sort == "w" and len(t.text) > 3]
        return len(words) >= 4 and sum(w[0].isupper() for w in words) >= 0.7 * len(words)


_WORDS: Mapping[str, Callable[[_Reading, Token, int], Atom | None]] = {
    **dict.fromkeys(STARTS | ORDINALS.keys(), _Reading.in_words),
    **dict.fromkeys(_TIME_OF_DAY, _Reading.hour),
    **dict.fromkeys(_DECADES, _Reading.decade_word),
    **dict.fromkeys(_QUIET, _Reading.hidden),
    **dict.fromkeys(_WEEKDAYS, _Reading.weekday),
    **dict.fromkeys((*_MONTHS, *_SHORT), _Reading.month),
    "second": _Reading.second,
    "first": _Reading.first,
    "a": _Reading.article,
    "an": _Reading.article,
}
"""How each word is read; no other word begins a figure."""

_BEARERS = (_WORDS.keys() - {"a", "an"}) | {w for w, unit in UNITS.items() if unit in _TIME_UNITS}
"""A text without one of these words, and without digits, has no figure."""

_LETTERS = re.compile(r"[^\W\d_]+")
_NUMERIC = regex.compile(r"[\p{N}\p{Myanmar}]")
