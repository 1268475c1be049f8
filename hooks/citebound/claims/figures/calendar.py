"""Days, months and years that stand together as one date.

“5 September 2023”, “September 5th”, «5 сентября» and စက်တင်ဘာလ ၅ ရက် are each one figure; in
“5 and 7 September” there are two.
"""

from __future__ import annotations

from citebound.claims.figures import burmese
from citebound.claims.figures.atoms import Atom
from citebound.claims.figures.tokens import Token
from citebound.claims.figures.values import Day, Kind, Value

_BESIDE_DAY = frozenset({"of", "the", ",", "လ", "။", "၊"})
_BESIDE_YEAR = frozenset({",", "of", "in", ".", *burmese.YEARS, "၊", "လ"})
_AFTER_YEAR = frozenset({"года", "год", "г", "году", "годом", *burmese.YEARS})
_JOINS = frozenset({"-", "–", "—", "and", "or", "to", "through", ",", "и", "по", "до", "или"})
_BURMESE_JOINS = frozenset({burmese.NOT_DAY_OF_MONTH, "မှ", "နှင့်", "၊"})
_LA = frozenset({"လ"})


def dated(tokens: list[Token], atoms: list[Atom]) -> list[Atom]:
    """The atoms, those of a date joined; a loose month without a number is left out."""
    return _Calendar(tokens, atoms).joined()


class _Calendar:
    def __init__(self, tokens: list[Token], atoms: list[Atom]) -> None:
        self.tokens, self.atoms = tokens, atoms
        self.gone: set[int] = set()

    def joined(self) -> list[Atom]:
        for at, atom in enumerate(self.atoms):
            if atom.month:
                self._month(at, atom)
        self._years_before()
        kept = [a for n, a in enumerate(self.atoms) if n not in self.gone]
        for atom in kept:
            self._burmese_days(atom)
        return [a for a in kept if not a.loose]

    def _burmese_days(self, atom: Atom) -> None:
        """Make a number before ရက် that is no day of a month so many days."""
        said = [token.low for token in self.tokens[atom.after : atom.after + 2]]
        if not atom.day or atom.date or said[:1] != [burmese.DAY]:
            return
        if said[1:] != [burmese.NOT_DAY_OF_MONTH] and not atom.unit:
            atom.measured("day")
            atom.after += 1

    def _between(self, first: Atom, second: Atom) -> list[str]:
        return [token.low for token in self.tokens[first.after : second.first]]

    def _atom(self, at: int) -> Atom | None:
        return self.atoms[at] if 0 <= at < len(self.atoms) and at not in self.gone else None

    def _near(self, at: int, atom: Atom, beside: frozenset[str], *, before: bool) -> Atom | None:
        """The atom beside another, where at most two words of a list are between them."""
        other = self._atom(at - 1 if before else at + 1)
        if other is None:
            return None
        between = self._between(*((other, atom) if before else (atom, other)))
        return other if len(between) <= 2 and beside.issuperset(between) else None

    def _month(self, at: int, atom: Atom) -> None:
        """Join a month to the day and the year beside it."""
        beside = self._day(at, atom)
        first, last = min(at, beside), max(at, beside)
        day = self.atoms[beside].day if beside != at else 0
        days = self._further_days(first, last, at) if day else []
        written = self._year(first, max([last, *days]))
        if beside == written == at:
            return
        year = self.atoms[written].year if written != at else 0
        near = written if written in (first - 1, last + 1) else at
        self.gone |= {*range(first, last + 1), written} - {at}
        self._join(atom, min(first, near), max(last, near), (year, atom.month, day))
        for other in days:
            further = self.atoms[other]
            further.date, further.year = (year, atom.month, further.day), year
            further.values = [Value(Kind.DATE, further.date)]

    def _day(self, at: int, atom: Atom) -> int:
        """The number of the atom that is the day of a month; the month itself if there is none."""
        before = self._near(at, atom, _BESIDE_DAY, before=True)
        is_day = before is not None and before.day and not before.scale
        if before is not None and is_day and "," not in self._between(before, atom):
            return at - 1
        after = self._near(at, atom, _BESIDE_YEAR, before=False)
        if after is not None and after.day and _LA.issuperset(self._between(atom, after)):
            return at + 1
        if after is None and self._is_named_day(at, atom):
            return at + 1
        return at

    def _is_named_day(self, at: int, atom: Atom) -> bool:
        """Whether an ordinal in commas is the day of the month: “a Sunday in October, the 8th”."""
        other = self._atom(at + 1)
        if other is None or not other.day or other.values[0].kind is not Kind.ORDINAL:
            return False
        ends = other.after >= len(self.tokens) or self.tokens[other.after].sort == "s"
        return ends and self._between(atom, other) == [",", "the"]

    def _year(self, first: int, last: int) -> int:
        """The number of the atom that is the year of a date; one of its own if there is none."""
        after = self._near(last, self.atoms[last], _BESIDE_YEAR, before=False)
        if after is not None and after.year and after.date is None:
            return last + 1
        before = self._near(first, self.atoms[first], _BESIDE_YEAR | {"-"}, before=True)
        if before is not None and before.year and self._year_first(before, first):
            return first - 1
        return next(n for n in range(first, last + 1) if self.atoms[n].month)

    def _year_first(self, earlier: Atom, first: int) -> bool:
        """Whether a year before a month belongs to it, as in Burmese."""
        between = self._between(earlier, self.atoms[first])
        return bool(burmese.YEARS.intersection(between)) or not between

    def _further_days(self, first: int, last: int, month: int) -> list[int]:
        """Other days of the same month: 5 and 7 September, September 5–7."""
        found = []
        step, other = (-1, first - 1) if first < month else (1, last + 1)
        if first == month and last > month and self.atoms[last].year:
            return []
        beside = first if step < 0 else last
        while (atom := self._atom(other)) is not None and atom.day and not atom.scale:
            pair = (atom, self.atoms[beside]) if step < 0 else (self.atoms[beside], atom)
            between = self._between(*pair)
            if not self._are_joined(between, atom) or atom.unit:
                break
            found.append(other)
            beside, other = other, other + step
        return found

    def _are_joined(self, between: list[str], day: Atom) -> bool:
        """Whether words join two days of a month, in Burmese each with its ရက်."""
        if between and _JOINS.issuperset(between):
            return True
        burmese_day = [token.low for token in self.tokens[day.after : day.after + 1]]
        joins = burmese_day == [burmese.DAY] and 2 <= len(between) <= 3
        return joins and between[0] == burmese.DAY and _BURMESE_JOINS.issuperset(between[1:])

    def _join(self, atom: Atom, first: int, last: int, date: Day) -> None:
        atom.first, atom.after = self.atoms[first].first, self.atoms[last].after
        if atom.after < len(self.tokens) and self.tokens[atom.after].low in _AFTER_YEAR:
            atom.after += 1
        atom.values = [Value(Kind.DATE, date)]
        atom.date, atom.loose, atom.quiet, atom.year = date, False, False, date[0]

    def _years_before(self) -> None:
        """Give the year of the last of several dates to those before it."""
        following: Atom | None = None
        for number in range(len(self.atoms) - 1, -1, -1):
            atom = self.atoms[number]
            if number in self.gone:
                continue
            value = atom.values[0]
            if value.kind is Kind.DATE and isinstance(value.amount, tuple):
                year, month, day = value.amount
                if not year and following is not None and not atom.loose:
                    between = self._between(atom, following)
                    if between and len(between) <= 2 and _JOINS.issuperset(between):
                        year = following.year
                        atom.values = [Value(Kind.DATE, (year, month, day)), value]
                        atom.year = year
                following = atom if year and month else None
            else:
                following = None
