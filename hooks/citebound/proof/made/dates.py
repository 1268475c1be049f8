"""Dates derived again from their EDTF (ISO 8601-2): what they name, and their known bounds."""

from __future__ import annotations

import re
from calendar import monthrange

from citebound.model import EventDate

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December",
)  # fmt: skip

_DATE = re.compile(r"(?P<year>\d{2}(?:\d\d|\dX|XX))(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?")
_PLAIN = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?"
_CLOSED = re.compile(rf"(?:({_PLAIN})|({_PLAIN})/({_PLAIN})|\[({_PLAIN})\.\.({_PLAIN})\])")
_FROM = re.compile(rf"(?:\[({_PLAIN})\.\.\]|({_PLAIN})/\.\.)")
_UPTO = re.compile(rf"(?:\[\.\.({_PLAIN})\]|\.\./({_PLAIN}))")


def named(edtf: str) -> frozenset[str]:
    """The years, months and days that a value names, as words would: ``2023``, ``September``."""
    found: set[str] = set()
    for date in _DATE.finditer(re.sub(r"[?~%]", "", edtf)):
        found.add(date["year"].replace("X", "0"))
        month, day = date["month"] or "XX", date["day"] or "XX"
        if month != "XX" and int(month) <= len(MONTHS):
            found.add(MONTHS[int(month) - 1])
        if day != "XX":
            found.add(str(int(day)))
    return frozenset(found)


def said(words: str) -> frozenset[str]:
    """The years, months and days that some words name."""
    return frozenset(re.findall(r"\d+", words)) | {
        month for month in MONTHS if re.search(rf"\b{month}\b", words)
    }


def tells(words: str, edtf: str) -> bool:
    """Whether some words name the years, months and days of a value, all of them and no other.

    A value with unspecified digits (``2023-1X``, ``20XX``) or a part of a year (``2023-21``)
    may be told by more words; then none of what it names may be missing.
    """
    loose = bool(re.search(r"X|-(?:2[1-9]|3\d|4[01])\b", edtf))
    return named(edtf) <= said(words) if loose else named(edtf) == said(words)


def bounds(edtf: str) -> tuple[str | None, str | None]:
    """The first and the last day that a value may mean, where it says so; ``None`` where it
    does not.
    """
    if found := _CLOSED.fullmatch(edtf):
        start = found[1] or found[2] or found[4]
        end = found[1] or found[3] or found[5]
        return _first(start), _last(end)
    if found := _FROM.fullmatch(edtf):
        return _first(found[1] or found[2]), None
    if found := _UPTO.fullmatch(edtf):
        return None, _last(found[1] or found[2])
    return None, None


def _first(date: str) -> str:
    year, month, day = (*date.split("-"), "01", "01")[:3]
    return f"{year}-{month}-{day}"


def _last(date: str) -> str:
    parts = date.split("-")
    year, month = int(parts[0]), int(parts[1]) if parts[1:] else 12
    day = int(parts[2]) if parts[2:] else monthrange(year, month)[1]
    return f"{year:04}-{month:02}-{day:02}"


def says_no_time(date: EventDate | None) -> bool:
    """Whether a date is a bound alone that no phrase of the source gives."""
    text = str(date.edtf) if date else ""
    one_sided = text.startswith("[..") != text.endswith("..]")
    return date is not None and date.phrase is None and one_sided and "," not in text
