"""Dates of records: the years they are found under, the day they are sorted by, and when an event
was, to be asked of a year or a month.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from citebound.dates import DateError, parse, when, years
from citebound.search.record import Record


def year_span(text: str) -> tuple[str, ...]:
    """The years a date in EDTF is found under."""
    try:
        return tuple(str(year) for year in years(parse(text))) if text else ()
    except DateError:
        return ()


def first_day(text: str) -> str:
    """The day a date in EDTF is sorted by, as ISO; "" for none."""
    try:
        value = parse(text)
    except DateError:
        return ""
    return (value.upper if value.is_open_start else value.lower).isoformat()


def month_rows(records: Sequence[Record]) -> list[list[int]]:
    """When each event was: the number of its record, the first and the last month that it may have
    been in, the month until which it lasted at least, and that in which it had begun at the latest.
    Months are counted from the year 0, so that a browser need not know how dates are read.
    """
    rows = []
    for number, record in enumerate(records):
        if record.edtf:
            was = when(parse(record.edtf))
            days = (was.first, was.last, was.lasted, was.begun)
            rows.append([number, *map(_month, days)])
    return rows


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1
