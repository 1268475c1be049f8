"""Dates as readers meet them: in words, and in order."""

from __future__ import annotations

import re

from citebound.dates.counting import MONTHS
from citebound.dates.edtf import Edtf, Kind, Stretch
from citebound.dates.moments import SEASON_NAMES, Moment, Precision

# --- order ---------------------------------------------------------------------


def precision(value: Edtf) -> Precision:
    """The precision of the finest date that the value names."""
    return max(moment.precision for moment in value.moments)


def sort_key(value: Edtf) -> tuple[str, bool, Precision, str, str]:
    """What dates are sorted by; the order is total over distinct texts.

    1. the first day that the value may mean; a value with an open or unknown
       start goes by its last day, because "by 15 September 2023" belongs next to
       that day and not at the beginning of time;
    2. on the same day, what is open at its start comes first ("before" is before);
    3. then the coarser value (2023, then 2023-01, then 2023-01-01);
    4. then the earlier last day, then the text.
    """
    anchor = value.upper if value.is_open_start else value.lower
    return (
        anchor.isoformat(),
        not value.is_open_start,
        precision(value),
        value.upper.isoformat(),
        value.text,
    )


# --- words ---------------------------------------------------------------------

_PARTS = {
    33: "first quarter",
    34: "second quarter",
    35: "third quarter",
    36: "fourth quarter",
    37: "first four months",
    38: "second four months",
    39: "last four months",
    40: "first half",
    41: "second half",
}


def in_words(value: Edtf) -> str:
    """The value in English: "September 2023", "2025 or later", "about 2021, uncertain".

    ``[..2023-09-15]`` is "by 15 September 2023": by ISO 8601-2 it takes in
    that day; an open start that names no day is "2023 or earlier".
    """
    if value.kind is Kind.DATE:
        return _moment(value.moments[0], alone=True)
    if value.kind is Kind.INTERVAL:
        return _interval(value)
    members = [_member(stretch) for stretch in value.stretches]
    join = "and" if value.kind is Kind.ALL_OF else "or"
    if len(members) == 1 and value.kind is Kind.ONE_OF and value.moments[1:]:
        return f"some time from {members[0]}"
    if any(stretch.start is not stretch.end for stretch in value.stretches) and members[1:]:
        return ", ".join(members[:-1]) + f", {join} {members[-1]}"
    return f" {join} ".join([part for part in (", ".join(members[:-1]), members[-1]) if part])


def _interval(value: Edtf) -> str:
    start, end = value.stretches[0].start, value.stretches[0].end
    if start is None:
        unknown = ", beginning unknown" if value.unknown_start else ""
        return f"until {_moments(end)}{unknown}"
    if end is None:
        return f"from {_moments(start)}" + (", end unknown" if value.unknown_end else " on")
    return f"{_moments(start)} to {_moments(end)}"


def _member(stretch: Stretch) -> str:
    """One member of a set."""
    start, end = stretch.start, stretch.end
    if start is None:
        is_day = end is not None and end.precision is Precision.DAY
        return f"by {_moments(end)}" if is_day else f"{_moments(end)} or earlier"
    if end is None:
        return f"{_moments(start)} or later"
    return _moments(start) if start is end else f"{_moments(start)} to {_moments(end)}"


def _moments(moment: Moment | None) -> str:
    """One of several dates; other words have said which end is open."""
    return _moment(moment, alone=False) if moment else ""


def _moment(moment: Moment, *, alone: bool) -> str:
    """A date with its qualifiers; among others, "uncertain" goes into brackets."""
    marks = dict(moment.qualified)
    count = 1 + bool(moment.month) + bool(moment.day)
    bare = _bare(moment)
    if len(set(marks.values())) > 1 or 0 < len(marks) < count:
        said = {"~": "approximate", "?": "uncertain", "%": "approximate and uncertain"}
        named = "month" if not moment.season else "season"
        parts = [
            f"{named if name == 'month' else name} {said[mark]}" for name, mark in marks.items()
        ]
        return f"{bare} ({', '.join(parts)})"
    mark = next(iter(marks.values()), "")
    about = "about " if mark and mark in "~%" else ""
    if about:
        bare = re.sub(r"^some (day|time) (in |from )?", "", bare)
    uncertain = (", uncertain" if alone else " (uncertain)") if mark and mark in "?%" else ""
    return f"{about}{bare}{uncertain}"


def _bare(moment: Moment) -> str:
    """A date without its qualifiers."""
    first, last = moment.first, moment.last
    if moment.precision is Precision.DECADE:
        return f"the {moment.year.replace('X', '0')}s"
    if moment.precision < Precision.DECADE:
        return f"the years {first.year} to {last.year}"
    if moment.season:
        return _season(moment.season, first.year)
    month = MONTHS[first.month - 1]
    if first == last:
        return f"{first.day} {month} {first.year}"
    whole, digits, among = (
        (f"{month} {first.year}", moment.day, f"some day from {first.day} to {last.day} ")
        if moment.precision is Precision.MONTH
        else (f"{first.year}", moment.month, f"some time from {month} to {MONTHS[last.month - 1]} ")
    )
    if digits in ("", "XX"):
        some = "some day in " if moment.precision is Precision.MONTH else "some time in "
        return f"{some if digits else ''}{whole}"
    return among + whole


def _season(number: int, year: int) -> str:
    if number in _PARTS:
        return f"the {_PARTS[number]} of {year}"
    where = ("", " (northern hemisphere)", " (southern hemisphere)")[(number - 21) // 4]
    return f"{SEASON_NAMES[number]} {year}{where}"
