"""Dates of records: the years they are found under, and the day they are sorted by."""

from __future__ import annotations

from citebound.dates import DateError, parse, years


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
