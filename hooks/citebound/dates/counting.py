"""What phrases are counted from, and the form of a rule that counts them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from citebound.dates.moments import SEASONS

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
"""The months as they are printed, January first."""


@dataclass(frozen=True, slots=True)
class CountedFrom:
    """The day, month or year that is counted from; what it does not give is 0.

    ``forward`` says that what is dated was still to come: then a month, a day, a weekday or a
    season without a year is the next one, and otherwise the latest.
    """

    year: int
    month: int
    day: int
    forward: bool = False

    @property
    def _date(self) -> date:
        return date(self.year, self.month, self.day)

    def months_on(self, months: int) -> str:
        """The month so many months later (earlier: negative), or "" where none is given."""
        years, month = divmod(self.month - 1 + months, 12)
        return f"{self.year + years:04}-{month + 1:02}" if self.month else ""

    def days_on(self, days: int) -> str:
        """The day so many days later, or "" where no day is given."""
        return str(self._date + timedelta(days=days)) if self.day else ""

    def about(self, days: int) -> str:
        """About the day so many days later, or "" where no day is given."""
        return f"{self.days_on(days)}~" if self.day else ""

    def years_on(self, years: int) -> str:
        """The year so many years later."""
        return f"{self.year + years:04}"

    @property
    def itself(self) -> str:
        """What is counted from, as EDTF."""
        return self.days_on(0) or self.months_on(0) or self.years_on(0)

    def week(self, weeks: int) -> str:
        """One of the days of the week (Monday to Sunday) so many weeks later."""
        if not self.day:
            return ""
        first = 7 * weeks - self._date.weekday()
        return f"[{self.days_on(first)}..{self.days_on(first + 6)}]"

    def from_here(self, whole: str, last: str) -> str:
        """One of the days from the one counted from up to ``last``; ``whole`` without a day."""
        if not self.day:
            return whole
        return self.itself if last == self.itself else f"[{self.itself}..{last}]"

    def up_to_here(self, whole: str, first: str) -> str:
        """One of the days from ``first`` up to the one counted from; ``whole`` without a day."""
        if not self.day:
            return whole
        return self.itself if first == self.itself else f"[{first}..{self.itself}]"

    @property
    def month_ends(self) -> str:
        """The last day of the month."""
        following = date(self.year + self.month // 12, self.month % 12 + 1, 1)
        return str(following - timedelta(days=1))

    def month_named(self, month: int) -> str:
        """The latest such month that is not after what is counted from, or the next."""
        if self.forward:
            return self.months_on((month - self.month) % 12)
        return self.months_on(-((self.month - month) % 12))

    def day_named(self, month: int, day: int, *, onwards: bool = False, only_on: int = -1) -> str:
        """The latest such day that is not after the day counted from, or the next; 29 February
        may be far. From a month without its day, a day of another month can be counted.
        ``onwards`` gives the days from it on. Where it is not the day of the week that ``only_on``
        says, Monday being 0, there is none.
        """
        step = 1 if self.forward else -1
        counts = self.day or month != self.month != 0
        here = date(self.year, self.month, self.day or 1) if counts else date.min
        for year in range(self.year, self.year + 9 * step, step) if counts else ():
            try:
                found = date(year, month, day)
            except ValueError:
                continue
            if found >= here if self.forward else found <= here:
                if only_on not in (-1, found.weekday()):
                    return ""
                return f"[{found}..]" if onwards else str(found)
        return ""

    def weekday(self, weekday: int, *, apart: int = 0, forward: bool | None = None) -> str:
        """The latest such day of the week, Monday being 0, or the next; at least ``apart``
        days away.
        """
        if not self.day:
            return ""
        if self.forward if forward is None else forward:
            return self.days_on((weekday - self._date.weekday() - apart) % 7 + apart)
        return self.days_on(-((self._date.weekday() - weekday - apart) % 7) - apart)

    def weekend(self, weeks: int | None = None) -> str:
        """The Saturday and Sunday of the week that is ``weeks`` later; for ``None`` the latest
        weekend that has begun, or the next that has not ended.
        """
        if not self.day:
            return ""
        saturday = 5 - self._date.weekday()
        if weeks is not None:
            saturday += 7 * weeks
        elif not self.forward and saturday > 0:
            saturday -= 7
        return f"[{self.days_on(saturday)}..{self.days_on(saturday + 1)}]"

    def season(self, season: int, *, whole: bool = False, forward: bool | None = None) -> str:
        """The latest such season (21 to 24) that has begun, or the next that has not ended;
        with ``whole`` one that does not hold what is counted from.
        """
        if not self.month:
            return ""
        begins = SEASONS[season][0]
        here = self.year * 12 + self.month - 1
        if self.forward if forward is None else forward:
            years = range(self.year - 1, self.year + 3)
            held = [y for y in years if _first(y, begins) > here or not whole]
            found = next(y for y in held if _first(y, begins) + 2 >= here)
        else:
            years = range(self.year + 1, self.year - 3, -1)
            held = [y for y in years if _first(y, begins) + 2 < here or not whole]
            found = next(y for y in held if _first(y, begins) <= here)
        return f"{found:04}-{season}"


def _first(year: int, month: int) -> int:
    return year * 12 + month - 1


Slots = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that counts phrases.

    ``means`` is the rule in words, for readers, and ``forward`` in words where it is another for
    what was still to come. ``count`` gives the EDTF text from what is counted from and the slots,
    or "". A rule that is not ``counted`` needs no date to count from, and one ``of_evidence`` has
    a date of the evidence: “the next day” is not that after the source was published.
    """

    means: str
    count: Callable[[CountedFrom, Slots], str]
    forward: str = ""
    counted: bool = True
    of_evidence: bool = False
