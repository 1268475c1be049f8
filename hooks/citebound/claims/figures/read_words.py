"""The words with which a figure begins: numbers, months, days of the week, *both*, *a year*."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from citebound.claims.figures.atoms import Atom, number
from citebound.claims.figures.endings import TIME_UNITS, Row
from citebound.claims.figures.firsts import (
    AS_ADJECTIVE,
    NEVER,
    counts_nothing,
    ends_clause,
    never_before,
)
from citebound.claims.figures.number_words import (
    ORDINALS,
    PERSONS,
    STARTS,
    TABLES,
    UNITS,
    worded,
)
from citebound.claims.figures.shares import and_a_part
from citebound.claims.figures.tokens import Token
from citebound.claims.figures.values import Kind, Value

_MONTHS = {word: n for table in TABLES for word, n in table.months.items()}
_SHORT = {word: n for table in TABLES for word, n in table.short.items()}
_CONDITIONAL = frozenset(word for table in TABLES for word in table.conditional)
_MONTH_AFTER = frozenset(word for table in TABLES for word in table.month_after)
_WEEKDAYS = {word: n for table in TABLES for word, n in table.weekdays.items()}
_QUIET = {word: n for table in TABLES for word, n in table.quiet.items()}
_DECADES = {word: n for table in TABLES for word, n in table.decades.items()}
_BEFORE_MONTH = frozenset((
    "until", "till", "by", "since", "from", "to", "through", "before", "after", "during", "between",
    "and", "early", "late", "mid", "every", "each",
))  # fmt: skip
_ENDS_OF = frozenset(("start", "beginning", "middle", "end", "close"))
_ROW = frozenset(";|:\n,")
_ENDS = frozenset(".!?…:\0\1\n(“«\"'‘။၊")
_TIME_OF_DAY = {"noon": 720, "midday": 720, "midnight": 0, "полдень": 720, "полночь": 0}

_BY_A_SECOND = frozenset(("faster", "slower", "quicker", "ahead", "behind", "off", "clear"))
"""After “a second” these make it the unit of time."""


class WordReading(Row):
    """The tokens of a text, of which some are words that begin a figure."""

    def word(self, token: Token, at: int) -> Atom | None:
        """The figure that begins with a word, if one does."""
        make = WORDS.get(token.low)
        return None if make is None else make(self, token, at)

    def in_words(self, _: Token, at: int) -> Atom | None:
        """A number in words; not that of «во-первых» and «в первую очередь»."""
        if self.low(at - 1) == "-" and self.low(at - 2) in ("в", "во"):
            return None
        if self.low(at + 1) == "очередь":
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
        after = at + 1 + (low in _SHORT and low not in _MONTHS and self.low(at + 1) == ".")
        loose = not alone and not (self.low(at - 1) in _MONTH_AFTER or self._is_part_of(at))
        if not alone and low not in _CONDITIONAL:
            loose = True
        quiet = loose and low in _CONDITIONAL and self._is_likely_month(at)
        return Atom([value], at, after, month=number_of, loose=loose and not quiet, quiet=quiet)

    def _is_part_of(self, at: int) -> bool:
        """Whether *May* or *March* is that of “the end of May” or “mid-May”."""
        before = self.low(at - 2), self.low(at - 1)
        return before == ("mid", "-") or (before[1] == "of" and before[0] in _ENDS_OF)

    def _is_likely_month(self, at: int) -> bool:
        """Whether *May* or *March* is that of “until May”, or the head of a row: it then bears out
        a month of ours, but is not itself asked for.
        """
        following = self.tokens[at + 1].text if at + 1 < len(self.tokens) else ";"
        if following[0].isupper():
            return False  # somebody called May
        begins = at == 0 or self.low(at - 1) in _ROW
        return self.low(at - 1) in _BEFORE_MONTH or (begins and following in _ROW)

    def weekday(self, token: Token, at: int) -> Atom | None:
        """A day of the week; «среду» is the environment, too."""
        if token.low == "среду" and self.low(at - 1) not in ("в", "на"):
            return None
        if token.text[0] == token.low[0] and token.low[0] <= "z":
            return None
        return Atom([Value(Kind.WEEKDAY, Fraction(_WEEKDAYS[token.low]))], at, at + 1)

    def hidden(self, token: Token, at: int) -> Atom | None:
        """A word with a number in it that nobody is asked for: *both*."""
        amount, unit = _QUIET[token.low]
        return Atom([number(amount, unit)], at, at + 1, quiet=True, share=amount < 1)

    def decade_word(self, token: Token, at: int) -> Atom | None:
        """The nineties."""
        ten = _DECADES[token.low]
        first = {"nineteen": 1900, "eighteen": 1800, "twenty": 2000}.get(self.low(at - 1), 0)
        return Atom([Value(Kind.DECADE, Fraction(first + ten))], at, at + 1)

    def hour(self, token: Token, at: int) -> Atom | None:
        """Noon and midnight."""
        return Atom([Value(Kind.TIME, Fraction(_TIME_OF_DAY[token.low]))], at, at + 1)

    def article(self, _: Token, at: int) -> Atom | None:
        """The one in *a year*, which nobody is asked for."""
        unit = UNITS.get(self.low(at + 1), "")
        if self.low(at + 1) == "percentage" and self.low(at + 2) == "point":
            return Atom([number(1, "points")], at, at + 3, quiet=True)
        if self.low(at + 1) == "second" and self.low(at + 2) in _BY_A_SECOND:
            unit = "second"
        if self.low(at + 1) in PERSONS:
            return Atom([number(1)], at, at + 1, quiet=True)
        if unit not in TIME_UNITS or and_a_part(self.tokens, at + 2) is not None:
            return worded(self.tokens, at)
        return Atom([number(1, unit)], at, at + 2, quiet=True)

    def whole_year(self, _: Token, at: int) -> Atom | None:
        """The one in *the year to May*, which nobody is asked for."""
        ends = self.low(at + 1) in ("to", "ending", "ended", "through")
        if self.low(at - 1) != "the" or not ends:
            return None
        return Atom([number(1, "year")], at, at + 1, quiet=True)

    def second(self, _: Token, at: int) -> Atom | None:
        """The unit of time, not the ordinal."""
        before, after = self.low(at - 1), self.low(at + 1)
        if after == "," and self.begins(at):
            return Atom([], at, at + 1)
        if after == "-" and self.low(at + 2) in AS_ADJECTIVE:
            return Atom([], at, at + 1)
        unit = before in ("per", "split", "each", "every", "one") or (
            before in ("a", "the") and after in ("later", "ago", "away", "before", "after", "to")
        )
        return Atom([], at, at + 1) if unit else worded(self.tokens, at)

    def first(self, _: Token, at: int) -> Atom | None:
        """*At first*, *first of all* count nothing."""
        begins = self.begins(at)
        if counts_nothing(self, at, begins=begins):
            return Atom([], at, at + 1)
        atom = worded(self.tokens, at)
        if atom is not None:
            atom.quiet = ends_clause(self, at, begins=begins)
        return atom

    def never(self, _: Token, at: int) -> Atom | None:
        """*Never before*: a first time."""
        return never_before(self, at)

    def begins(self, at: int) -> bool:
        """Whether a sentence, or a part of one, begins at a token."""
        return at == 0 or self.tokens[at - 1].text in _ENDS


WORDS: Mapping[str, Callable[[WordReading, Token, int], Atom | None]] = {
    **dict.fromkeys(STARTS | ORDINALS.keys(), WordReading.in_words),
    **dict.fromkeys(_TIME_OF_DAY, WordReading.hour),
    **dict.fromkeys(_DECADES, WordReading.decade_word),
    **dict.fromkeys(_QUIET, WordReading.hidden),
    **dict.fromkeys(_WEEKDAYS, WordReading.weekday),
    **dict.fromkeys((*_MONTHS, *_SHORT), WordReading.month),
    "second": WordReading.second,
    "first": WordReading.first,
    **dict.fromkeys(NEVER, WordReading.never),
    "year": WordReading.whole_year,
    "a": WordReading.article,
    "an": WordReading.article,
}
"""How each word is read; no other word begins a figure."""

BEARERS = (PERSONS | WORDS.keys() - {"a", "an", "year"}) | {
    w for w, unit in UNITS.items() if unit in TIME_UNITS
}
"""A text without one of these words, and without digits, has no figure."""
