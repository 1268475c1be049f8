"""A date as EDTF (ISO 8601-2:2019), read strictly and checked against the calendar.

It reads level 0 (except times of day: all days here are dates without a zone),
level 1, and those parts of level 2 that make sense for events: sets ``[…]`` and ``{…}``,
sub-year groupings 25 to 41, qualifiers on single components, and ``X`` for the
last digits of a year, a month or a day. Years run from 0001 to 9999, which is
what :class:`datetime.date` holds; longer and negative years, significant digits
and exponents are refused in a plain sentence.

The parser is our own, although the ``edtf`` library (5.0.2) reads every form: it
accepts 2023-02-29 and sets an unknown end ten years on and an open one to an infinite
float, so each of its answers would have to be proved again against the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from citebound.dates.moments import DateError, Moment, moment

OPEN_HORIZON_YEARS = 10
"""How far an open or unknown end reaches: to the end of the year this many years after
the beginning (``[2025..]`` to 2035-12-31). For filters and search; never printed."""

OPEN_START = date.min
"""The lower bound of a value with an open or unknown start (``[..2023-09-15]``)."""


class Kind(StrEnum):
    """How the parts of a value belong together."""

    DATE = "date"
    INTERVAL = "interval"
    ONE_OF = "one of"
    ALL_OF = "all of"


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one moment to another; the same one twice for a single date. ``None`` is open."""

    start: Moment | None
    end: Moment | None

    @property
    def lower(self) -> date:
        """Its first day; ``OPEN_START`` where it is open."""
        return self.start.first if self.start else OPEN_START

    @property
    def upper(self) -> date:
        """Its last day; the horizon where it is open."""
        if self.end is not None:
            return self.end.last
        year = min(self.lower.year + OPEN_HORIZON_YEARS, date.max.year)
        return max(date(year, 12, 31), self.start.last if self.start else OPEN_START)


@dataclass(frozen=True, slots=True)
class Edtf:
    """A parsed value. ``text`` is what was written, white space at its ends dropped.

    ``stretches`` are its parts. ``unknown_start`` tells ``/2023`` from ``../2023``, and so on.
    """

    text: str
    kind: Kind
    stretches: tuple[Stretch, ...]
    unknown_start: bool = False
    unknown_end: bool = False

    @property
    def moments(self) -> tuple[Moment, ...]:
        """Every date that it names, in order, each once."""
        ends = (end for stretch in self.stretches for end in (stretch.start, stretch.end))
        return tuple(dict.fromkeys(end for end in ends if end is not None))

    @property
    def lower(self) -> date:
        """The first day that it may mean; ``OPEN_START`` for an open or unknown start."""
        return min(stretch.lower for stretch in self.stretches)

    @property
    def upper(self) -> date:
        """The last day that it may mean; an open or unknown end reaches to the horizon."""
        return max(stretch.upper for stretch in self.stretches)

    @property
    def is_open_start(self) -> bool:
        """Whether its beginning is open or unknown."""
        return any(stretch.start is None for stretch in self.stretches)

    @property
    def is_open_end(self) -> bool:
        """Whether its end is open or unknown."""
        return any(stretch.end is None for stretch in self.stretches)

    @property
    def approximate(self) -> bool:
        """Whether any of it is marked ``~`` or ``%``."""
        return bool(re.search("[~%]", self.text))

    @property
    def uncertain(self) -> bool:
        """Whether any of it is marked ``?`` or ``%``."""
        return bool(re.search("[?%]", self.text))


@lru_cache(maxsize=1024)  # the date of one event is asked for by each page that tells of it
def parse(text: str) -> Edtf:
    """Read one value of EDTF, or raise :class:`DateError` with a plain sentence."""
    written = text.strip()
    for opening, closing, kind in (("[", "]", Kind.ONE_OF), ("{", "}", Kind.ALL_OF)):
        if written.startswith(opening) or written.endswith(closing):
            if not (written.startswith(opening) and written.endswith(closing)):
                raise DateError(f"“{written}” has a bracket without its partner.")
            return Edtf(written, kind, tuple(_members(written)))
    if "," in written or (".." in written and "/" not in written):
        raise DateError(f"“{written}” is a set of dates; a set stands in brackets, [{written}].")
    if "/" not in written:
        only = moment(written)
        return Edtf(written, Kind.DATE, (Stretch(only, only),))
    return _interval(written)


def parsed(text: str) -> Edtf | None:
    """A value as :func:`parse` reads it; ``None`` for nothing, or for what has its own finding."""
    try:
        return parse(text) if text else None
    except DateError:
        return None


def _interval(written: str) -> Edtf:
    first, last, *more = written.split("/")
    if more:
        raise DateError(f"“{written}” has more than one “/”; an interval has one.")
    stretch = _stretch(written, *(None if end in ("", "..") else end for end in (first, last)))
    return Edtf(written, Kind.INTERVAL, (stretch,), first == "", last == "")


def _members(written: str) -> Iterator[Stretch]:
    """The members of a set: dates and ranges ``A..B``; ``..A`` first and ``A..`` last."""
    members = [member.strip() for member in written[1:-1].split(",")]
    for number, member in enumerate(members):
        first, dots, last = member.partition("..")
        if not dots:
            only = moment(member)
            yield Stretch(only, only)
            continue
        if (not first and number > 0) or (not last and number < len(members) - 1):
            raise DateError(
                f"“{written}” has an open range in the middle; only its ends may be open."
            )
        yield _stretch(written, first or None, last or None)


def _stretch(written: str, first: str | None, last: str | None) -> Stretch:
    start = None if first is None else moment(first)
    end = None if last is None else moment(last)
    if start is None and end is None:
        raise DateError(f"“{written}” is open on both sides, so it says nothing.")
    if start is not None and end is not None and start.first > end.last:
        raise DateError(f"“{written}” ends before it begins.")
    return Stretch(start, end)
