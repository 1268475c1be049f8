"""When something was, to be asked of a year or a month: surely then, perhaps then, or not then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from citebound.dates.edtf import OPEN_HORIZON_YEARS, Edtf, Kind


@dataclass(frozen=True, slots=True)
class When:
    """What a date says of when something was, as days.

    It may be any time from ``first`` to ``last``; an end that is open reaches to the horizon.
    Whichever it is, it had begun on the day ``begun``, and had not ended before ``lasted``. So it
    was surely within a stretch of days that ends no earlier than ``begun`` and begins no later than
    ``lasted``. A date that is several days is within what holds them all.
    """

    first: date
    last: date
    lasted: date
    begun: date


def when(value: Edtf) -> When:
    """When something was that has this date."""
    first = value.lower
    if value.is_open_start:
        first = date(max(1, value.upper.year - OPEN_HORIZON_YEARS), 1, 1)
    if value.kind is Kind.INTERVAL:
        (stretch,) = value.stretches
        begins, ends = stretch.start or stretch.end, stretch.end or stretch.start
        if begins and ends:
            return When(first, value.upper, ends.first, begins.last)
    lasted = date.min if value.is_open_start else value.lower
    begun = date.max if value.is_open_end else value.upper
    return When(first, value.upper, lasted, begun)


def years(value: Edtf) -> tuple[int, ...]:
    """The years in which a date lies: those that it covers as precisely as it is given. An open end
    adds none to that of the bound that is named.
    """
    ends = [(s.start or s.end, s.end or s.start) for s in value.stretches]
    covered = [range(a.first.year, b.last.year + 1) for a, b in ends if a and b]
    return tuple(sorted({year for stretch in covered for year in stretch}))
