"""Dates in words, written a second time: what a page must say of a value of EDTF.

The value is read by the one reader of dates; its words are not asked of what writes them.
"""

from __future__ import annotations

from citebound.dates import OPEN_HORIZON_YEARS, DateError, parse
from citebound.dates.edtf import Edtf, Kind, Stretch
from citebound.dates.moments import Moment, Precision
from citebound.proof.made.dates import MONTHS

_SEASONS = ("spring", "summer", "autumn", "winter")
_HEMISPHERES = ("", " (northern hemisphere)", " (southern hemisphere)")
_OF_A_YEAR = (
    "first quarter", "second quarter", "third quarter", "fourth quarter", "first four months",
    "second four months", "last four months", "first half", "second half",
)  # fmt: skip
_FIRST_SEASON, _FIRST_PART = 21, 33
_DOUBTS = {"?": "uncertain", "~": "approximate", "%": "approximate and uncertain"}
_VAGUE = ("some day from ", "some day in ", "some time from ", "some time in ")


def day_words(written: str) -> str:
    """A date in words, or as it is written where it is none."""
    try:
        return _told(parse(written))
    except DateError:
        return written


def first_day(value: Edtf) -> str:
    """The first day that a date may mean; without a beginning, the first on which it is found."""
    if not value.is_open_start:
        return value.lower.isoformat()
    return f"{max(1, value.upper.year - OPEN_HORIZON_YEARS):04}-01-01"


def surely(value: Edtf) -> tuple[str, str]:
    """The day until which something lasted at least, and that on which it had begun at the latest;
    the first and the last day of all where the date does not say. What is no interval is some
    time within its bounds, which is all that is known.
    """
    moments = value.moments
    if value.kind is Kind.INTERVAL:
        return moments[-1].first.isoformat(), moments[0].last.isoformat()
    return (
        "0001-01-01" if value.is_open_start else min(m.first for m in moments).isoformat(),
        "9999-12-31" if value.is_open_end else max(m.last for m in moments).isoformat(),
    )


def years_within(written: str) -> tuple[str, ...]:
    """The years in which a date lies: of each part, those from its first moment to its last."""
    try:
        value = parse(written) if written else None
    except DateError:
        return ()
    found: set[int] = set()
    for stretch in value.stretches if value else ():
        named = [moment for moment in (stretch.start, stretch.end) if moment is not None]
        found.update(range(named[0].first.year, named[-1].last.year + 1))
    return tuple(map(str, sorted(found)))


def _told(value: Edtf) -> str:
    first = value.stretches[0]
    if value.kind is Kind.DATE and first.start is not None:
        return _day(first.start, ", uncertain")
    if value.kind is Kind.INTERVAL:
        return _between(value, first)
    told = [_of_a_set(stretch) for stretch in value.stretches]
    if len(told) == 1:
        names_two = value.kind is Kind.ONE_OF and len(value.moments) > 1
        return f"some time from {told[0]}" if names_two else told[0]
    *others, last = told
    word = "and" if value.kind is Kind.ALL_OF else "or"
    has_stretch = any(stretch.start is not stretch.end for stretch in value.stretches)
    return f"{', '.join(others)}{',' if has_stretch else ''} {word} {last}"


def _between(value: Edtf, stretch: Stretch) -> str:
    begins = _day(stretch.start, " (uncertain)") if stretch.start else ""
    ends = _day(stretch.end, " (uncertain)") if stretch.end else ""
    if not begins:
        return f"until {ends}, beginning unknown" if value.unknown_start else f"until {ends}"
    if not ends:
        return f"from {begins}, end unknown" if value.unknown_end else f"from {begins} on"
    return f"{begins} to {ends}"


def _of_a_set(stretch: Stretch) -> str:
    begins = _day(stretch.start, " (uncertain)") if stretch.start else ""
    ends = _day(stretch.end, " (uncertain)") if stretch.end else ""
    if stretch.start is stretch.end:
        return begins
    if not ends:
        return f"{begins} or later"
    if begins:
        return f"{begins} to {ends}"
    is_day = stretch.end is not None and stretch.end.precision is Precision.DAY
    return f"by {ends}" if is_day else f"{ends} or earlier"


def _day(moment: Moment, uncertain: str) -> str:
    """One date, with what is doubted of it."""
    said, doubts = _plain(moment), dict(moment.qualified)
    parts = [part for part in (moment.year, moment.month, moment.day) if part]
    if not doubts:
        return said
    signs = set(doubts.values())
    if len(doubts) < len(parts) or len(signs) > 1:
        called = {"month": "season"} if moment.season else {}
        told = (f"{called.get(name, name)} {_DOUBTS[sign]}" for name, sign in doubts.items())
        return f"{said} ({', '.join(told)})"
    (sign,) = signs
    if sign != "?":
        begin = next((vague for vague in _VAGUE if said.startswith(vague)), "")
        said = f"about {said.removeprefix(begin)}"
    return said if sign == "~" else said + uncertain


def _plain(moment: Moment) -> str:
    first, last, fine = moment.first, moment.last, moment.precision
    year = f"{first.year}"
    if fine is Precision.DECADE:
        return f"the {moment.year[:3]}0s"
    if fine in (Precision.CENTURY, Precision.MILLENNIUM):
        return f"the years {year} to {last.year}"
    if fine is Precision.SEASON:
        if moment.season >= _FIRST_PART:
            return f"the {_OF_A_YEAR[moment.season - _FIRST_PART]} of {year}"
        place, season = divmod(moment.season - _FIRST_SEASON, len(_SEASONS))
        return f"{_SEASONS[season]} {year}{_HEMISPHERES[place]}"
    return _in_year(moment, year)


def _in_year(moment: Moment, year: str) -> str:
    """A year, or what is known of a month or a day in it."""
    first, last, fine = moment.first, moment.last, moment.precision
    month = MONTHS[first.month - 1]
    if fine is Precision.DAY:
        return f"{first.day} {month} {year}"
    if fine is Precision.MONTH:
        if moment.day in ("", "XX"):
            return f"some day in {month} {year}" if moment.day else f"{month} {year}"
        if first.day == last.day:
            return f"{first.day} {month} {year}"
        return f"some day from {first.day} to {last.day} {month} {year}"
    if moment.month in ("", "XX"):
        return f"some time in {year}" if moment.month else year
    return f"some time from {month} to {MONTHS[last.month - 1]} {year}"
