"""The figures of a text, each read into what it may mean: of ours and of the evidence alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from functools import cached_property, lru_cache

from citebound.claims.figures.also import also
from citebound.claims.figures.atoms import Atom, number
from citebound.claims.figures.bounding import also_bounding, bounding_of
from citebound.claims.figures.calendar import dated
from citebound.claims.figures.compound_units import coded
from citebound.claims.figures.counted import with_counted
from citebound.claims.figures.endings import TIME_UNITS, Row
from citebound.claims.figures.firsts import (
    AS_ADJECTIVE,
    NEVER,
    counts_nothing,
    ends_clause,
    never_before,
)
from citebound.claims.figures.headed import headed, measure_of, measured
from citebound.claims.figures.lengths import with_lengths
from citebound.claims.figures.number_words import (
    ONE,
    ORDINALS,
    PERSONS,
    SEVERAL,
    STARTS,
    TABLES,
    UNITS,
    worded,
)
from citebound.claims.figures.numerals import apart, numeral, vulgar
from citebound.claims.figures.ranges import ranged
from citebound.claims.figures.shares import and_a_part
from citebound.claims.figures.signs import falls, signed
from citebound.claims.figures.tokens import Token, tokens_of
from citebound.claims.figures.values import Figure, Kind, Value
from citebound.model import Span
from citebound.text.bounding import Bounding
from citebound.text.folding import unmarked
from citebound.text.patterns import Pattern

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


@lru_cache(maxsize=4096)
def figures_in(text: str, language: str) -> tuple[Figure, ...]:
    """Every figure of a text, in order; ``language`` decides what a comma between digits is. No
    mark on a letter hides one.
    """
    plain = unmarked(text)
    if plain.text != text:
        return tuple(
            replace(found, span=plain.span(found.span.start, found.span.end))
            for found in figures_in(plain.text, language)
        )
    letters = _LETTERS.findall(text.lower())
    if _BEARERS.isdisjoint(letters) and not _NUMERIC.search(text):
        return ()
    reading = _Reading(text, language)
    atoms = ranged(reading.tokens, dated(reading.tokens, list(reading.atoms())))
    atoms = with_counted(reading.tokens, headed(text, reading.tokens, atoms))
    atoms = with_lengths(reading.tokens, atoms)
    return tuple(reading.figure(atom) for atom in atoms if atom.values)


def in_column(head: str, text: str, language: str) -> tuple[Figure, ...]:
    """The figures of a text of ours. In a cell a figure that stands there by itself has the scale
    and the unit of the head of its column, and no other value.
    """
    figures = figures_in(text, language)
    measure = measure_of(tokens_of(head)) if head else None
    if measure is None:
        return figures
    return tuple(
        replace(figure, values=measured(figure.values, *measure))
        if not (_LETTER.search(figure.span.of(text)) or _LETTER.match(text, figure.span.end))
        else figure
        for figure in figures
    )


class _Reading(Row):
    def figure(self, atom: Atom) -> Figure:
        """An atom as a figure, with how the words beside it bound it."""
        span = Span(self.tokens[atom.first].start, self.tokens[atom.after - 1].end)
        bounding = bounding_of(self.text, span, year=bool(atom.year or atom.date))
        if _THAN_IN.search(self.text[max(0, span.start - _REACH) : span.start].lower()):
            bounding = Bounding.IN  # “more than in 2020” compares
        units = {value.unit for value in atom.values}
        other = also_bounding(self.text, span, bounding, units)
        parts = tuple(map(self.figure, atom.parts))
        fallen = falls(self, atom)
        values = tuple(atom.values)
        whole = None
        if atom.whole:
            first, after = atom.whole
            whole = Span(self.tokens[first].start, self.tokens[after - 1].end)
        return Figure(values, span, bounding, atom.quiet, atom.worded, other, parts, fallen, whole)

    def atoms(self) -> Iterator[Atom]:
        at = 0
        while at < len(self.tokens):
            token = self.tokens[at]
            if token.sort == "w" and token.low not in _WORDS:
                at += 1
                continue
            atom = self._atom(at)
            if atom is None:
                at += 1
                continue
            if atom.values:
                self.finish(atom)
            if atom.values and (atom.values[0].kind is Kind.NUMBER or atom.year):
                signed(self, atom)
            if atom.values:
                also(self, atom)
            if atom.values and atom.worded and not atom.quiet:
                self._asked(atom)
            if atom.values:
                yield from apart(atom)
            at = max(at + 1, atom.after)

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
        if before is None or not self.touches(at):
            return None
        if before.sort == "w" and before.low[0] < "\u0e00":
            is_money = before.low in ("rs", "us") or coded(self, at - 1)
            return None if is_money else Atom([], at, at + 1)
        if before.text in "-‑–" and self.touches(at - 1) and at > 1:
            name = self.tokens[at - 2]
            if name.sort == "w" and name.text != name.low:
                return Atom([], at, at + 1)
        return None

    # --- words ------------------------------------------------------------------------------

    def _word(self, token: Token, at: int) -> Atom | None:
        make = _WORDS.get(token.low)
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
        if after == "," and self._begins(at):
            return Atom([], at, at + 1)
        if after == "-" and self.low(at + 2) in AS_ADJECTIVE:
            return Atom([], at, at + 1)
        unit = before in ("per", "split", "each", "every", "one") or (
            before in ("a", "the") and after in ("later", "ago", "away", "before", "after", "to")
        )
        return Atom([], at, at + 1) if unit else worded(self.tokens, at)

    def first(self, _: Token, at: int) -> Atom | None:
        """*At first*, *first of all* count nothing."""
        begins = self._begins(at)
        if counts_nothing(self, at, begins=begins):
            return Atom([], at, at + 1)
        atom = worded(self.tokens, at)
        if atom is not None:
            atom.quiet = ends_clause(self, at, begins=begins)
        return atom

    def never(self, _: Token, at: int) -> Atom | None:
        """*Never before*: a first time."""
        return never_before(self, at)

    def _asked(self, atom: Atom) -> None:
        """Whether a number in words is asked for: not *one* without a unit, not in a name."""
        token = self.tokens[atom.first]
        low = token.low
        only = atom.after == atom.first + 1
        persons = low == "one" and self.low(atom.after) in PERSONS
        if low in ONE and only and not (atom.unit or atom.scale or persons):
            if self.low(atom.first - 1) in ("no", "№"):
                atom.values = []
            atom.quiet = True
        capital = token.text[0].isupper() and not self._capitals_only
        if (capital and not self._begins(atom.first) and not self._title_case) or (
            capital and self._begins(atom.first) and self._in_name(atom)
        ):
            atom.quiet = True
        if low in ("a", "an") and self.low(atom.first + 1) in SEVERAL:
            atom.values = []

    def _in_name(self, atom: Atom) -> bool:
        """Whether capital words follow: two, or one after an ordinal."""
        following = self.tokens[atom.after : atom.after + 2]
        capital = [t.sort == "w" and t.text[0].isupper() for t in following]
        ordinal = atom.values[0].kind is Kind.ORDINAL
        return capital[:1] == [True] and (ordinal or capital == [True, True])

    def _begins(self, at: int) -> bool:
        return at == 0 or self.tokens[at - 1].text in _ENDS

    @cached_property
    def _capitals_only(self) -> bool:
        return self.text.isupper()

    @cached_property
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
    **dict.fromkeys(NEVER, _Reading.never),
    "year": _Reading.whole_year,
    "a": _Reading.article,
    "an": _Reading.article,
}
"""How each word is read; no other word begins a figure."""

_BEARERS = (PERSONS | _WORDS.keys() - {"a", "an", "year"}) | {
    w for w, unit in UNITS.items() if unit in TIME_UNITS
}
"""A text without one of these words, and without digits, has no figure."""

_THAN_IN = re.compile(r"\b(?:than\s+(?:in|on|during)|чем\s+во?)\s+$")
_REACH = 20
_LETTER = Pattern(r"\s*[\p{L}\p{M}]")
_BY_A_SECOND = frozenset(("faster", "slower", "quicker", "ahead", "behind", "off", "clear"))
"""After “a second” these make it the unit of time."""

_LETTERS = re.compile(r"[^\W\d_]+")
_NUMERIC = Pattern(r"[\p{N}\p{Myanmar}]")
