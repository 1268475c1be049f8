"""The days on which something was written, corrected, reviewed or taken down."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citebound.checks.bound_library import BoundLibrary
from citebound.dates import DateError, Edtf, parse, parsed
from citebound.model import Briefing, Text
from citebound.problems import Problem

_PLAIN_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_A_DAY = "a day is written 2026-11-30"


def written(project: BoundLibrary) -> Iterator[Problem]:
    """A briefing is not older than its sources, and a correction not older than its briefing."""
    for briefing in project.library.briefings:
        day = _day(briefing.date)
        if isinstance(day, Problem):
            yield day
            continue
        if day is None:
            continue
        yield from _to_come(briefing.date, project.today)
        for name in briefing.sources:
            source = project.library.sources.get(name)
            published = parsed(source.published) if source else None
            if published is not None and day.upper < published.lower:
                yield Problem(
                    briefing.date.place,
                    "written-before-source",
                    f"the briefing is dated {briefing.date!s}, before {name!s} was published "
                    f"({published.text})",
                    "date: is the day on which the briefing was written",
                )

        for correction in briefing.corrections:
            corrected = _day(correction.date)
            if isinstance(corrected, Edtf) and corrected.upper < day.lower:
                yield Problem(
                    correction.date.place,
                    "corrected-before-written",
                    f"the correction is dated {correction.date!s}, before the briefing was "
                    f"written ({briefing.date!s})",
                    "date: is the day on which it was corrected",
                )


def _day(text: Text) -> Edtf | Problem | None:
    """A day, a finding, or ``None`` where none is given (which is a finding elsewhere)."""
    if not text:
        return None
    try:
        day = parse(text)
    except DateError as error:
        return Problem(text.place, "bad-date", str(error), _A_DAY)
    if not _PLAIN_DAY.fullmatch(text):
        return Problem(text.place, "bad-date", f"{text!s} is not a day", _A_DAY)
    return day


def others(project: BoundLibrary) -> Iterator[Problem]:
    """The days of corrections, reviews and removals are dates, and have come."""
    for subject in project.library.subjects():
        dates = [subject.gone.date] if subject.gone else []
        if isinstance(subject, Briefing):
            dates += [correction.date for correction in subject.corrections]
            dates += [subject.review.date] if subject.review else []
        for text in dates:
            found = _day(text)
            if isinstance(found, Problem):
                yield found
            elif found is not None:
                yield from _to_come(text, project.today)


def _to_come(text: Text, today: str) -> Iterator[Problem]:
    """The finding of a day that has not come. Plain days are in the order of their letters."""
    if today and text > today:
        yield Problem(
            text.place,
            "dated-ahead",
            f"{text!s} has not come yet",
            "give the day on which it was done",
        )
