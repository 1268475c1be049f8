"""One date within a value of EDTF: a year, season, month or day, as far as its digits are known.

It is read strictly and checked against the calendar; how dates are put together is in
:mod:`citebound.dates.edtf`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import IntEnum


class DateError(ValueError):
    """A text is not a date of EDTF; ``str()`` is one plain sentence that says why."""


class Precision(IntEnum):
    """How finely a date is given; the greater, the finer."""

    MILLENNIUM = 0
    CENTURY = 1
    DECADE = 2
    YEAR = 3
    SEASON = 4
    MONTH = 5
    DAY = 6


@dataclass(frozen=True, slots=True)
class Moment:
    """One date within a value: ``2023``, ``202X``, ``2023-21``, ``2023-09``, ``2023-09-15``.

    ``month`` is also a season's number (21 to 41). ``qualified`` pairs ``year``, ``month``
    and ``day`` with their ``~``, ``?`` or ``%``. ``first`` and ``last`` are its bounds.
    """

    year: str
    month: str
    day: str
    qualified: tuple[tuple[str, str], ...]
    first: date
    last: date
    precision: Precision

    @property
    def season(self) -> int:
        """The number of its season or other grouping of months, 0 for none."""
        return int(self.month) if self.precision is Precision.SEASON else 0


_MOMENT = re.compile(
    r"(?P<y0>[~?%]?)(?P<year>[0-9][0-9X]{3})(?P<y1>[~?%]?)"
    r"(?:-(?P<m0>[~?%]?)(?P<month>[0-9X]{2})(?P<m1>[~?%]?)"
    r"(?:-(?P<d0>[~?%]?)(?P<day>[0-9X]{2})(?P<d1>[~?%]?))?)?"
)

_OTHER_FORMS = (
    (r"\d{4}-\d\d-\d\dT.*", "“{0}” has a time of day; give the day alone."),
    (r"\d{4}-\d(-.*)?|\d{4}-\d\d-\d", "“{0}” needs two digits for month and day: 2023-09-05."),
    (r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}", "“{0}” is not in the order year-month-day: 2023-09-15."),
    (r"-\d+.*|Y.*|\d{5,}.*|.*S\d+|.*E\d+", "“{0}” has a year outside 0001 to 9999."),
    ("", "A date is missing."),
    (r"X.*", "“{0}” names no year: at least the first digit of a year must be known."),
)

SEASONS = {
    **dict(zip(range(21, 29), [(3, 3), (6, 3), (9, 3), (12, 3)] * 2, strict=True)),
    **dict(zip(range(29, 33), [(9, 3), (12, 3), (3, 3), (6, 3)], strict=True)),
    **dict(zip(range(33, 37), [(1, 3), (4, 3), (7, 3), (10, 3)], strict=True)),
    **dict(zip(range(37, 42), [(1, 4), (5, 4), (9, 4), (1, 6), (7, 6)], strict=True)),
}
"""A grouping's first month and number of months. ISO 8601-2 leaves the months of 21 to
24 open; here they are the northern ones (as 25 to 28), and a season that begins in
December (24, 28, 30) belongs to that December's year and ends in the next."""

SEASON_NAMES = {n: ("spring", "summer", "autumn", "winter")[(n - 21) % 4] for n in range(21, 33)}
"""The names of the groupings that are seasons."""


def moment(text: str) -> Moment:
    """Read one date, or raise :class:`DateError` with a plain sentence."""
    match = _MOMENT.fullmatch(text)
    if match is None:
        for pattern, sentence in _OTHER_FORMS:
            if re.fullmatch(pattern, text):
                raise DateError(sentence.format(text))
        raise DateError(f"“{text}” is not an EDTF date, such as 2023, 2023-09 or 2023-09-15.")
    year, month, day = match["year"], match["month"] or "", match["day"] or ""
    digits = year + month + day
    if "X" in digits and digits[digits.index("X") :].strip("X"):
        raise DateError(f"“{text}” has a digit after an X; X stands for the last digits only.")
    if year == "0000":
        raise DateError(f"“{text}” has a year outside 0001 to 9999.")
    low_year = max(1, int(year.replace("X", "0")))
    high_year = int(year.replace("X", "9"))
    if "X" in year:
        precision = Precision(Precision.YEAR - year.count("X"))
        first, last = date(low_year, 1, 1), date(high_year, 12, 31)
    elif month.isdigit() and int(month) in SEASONS:
        if day:
            raise DateError(f"“{text}” gives a season a day.")
        precision = Precision.SEASON
        first, last = _season(low_year, int(month))
    else:
        precision = Precision(Precision.YEAR + 2 * month.isdigit() + day.isdigit())
        first, last = _days(text, low_year, month or "XX", day or "XX")
    return Moment(year, month, day, _qualified(match), first, last, precision)


def _season(year: int, number: int) -> tuple[date, date]:
    begins, months = SEASONS[number]
    over, month = divmod(begins + months - 2, 12)
    if year + over > date.max.year:  # the winter of 9999 ends after the last day there is
        return date(year, begins, 1), date.max
    return date(year, begins, 1), date(
        year + over, month + 1, monthrange(year + over, month + 1)[1]
    )


def _days(text: str, year: int, month: str, day: str) -> tuple[date, date]:
    """The first and last day of the calendar that fit; X is the last digits only."""
    months = [number for number in range(1, 13) if _fits(number, month)]
    if not months:
        raise DateError(
            f"“{text}” has a month that does not exist; months are 01 to 12, seasons 21 to 41."
        )
    days = [number for number in range(1, monthrange(year, months[0])[1] + 1) if _fits(number, day)]
    if not days:
        raise DateError(f"“{text}” is not a day of the calendar.")
    if len(months) > 1:
        return date(year, months[0], 1), date(year, months[-1], monthrange(year, months[-1])[1])
    return date(year, months[0], days[0]), date(year, months[0], days[-1])


def _fits(number: int, digits: str) -> bool:
    return re.fullmatch(digits.replace("X", "."), f"{number:02}") is not None


def _qualified(match: re.Match[str]) -> tuple[tuple[str, str], ...]:
    """Which component bears which qualifier; two on one component add up to ``%``."""
    names = [name for name in ("year", "month", "day") if match[name]]
    marks: dict[str, set[str]] = {name: set() for name in names}
    for number, name in enumerate(
        names
    ):  # left of one it holds for it, right also for those before
        marks[name].update(match[f"{name[0]}0"])
        for covered in names[: number + 1]:
            marks[covered].update(match[f"{name[0]}1"])
    return tuple(
        (name, min(some) if len(some) == 1 else "%") for name, some in marks.items() if some
    )
