"""The dates of a library whose phrase no rule counts, each with its bounds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from citebound.dates import bounds_of, parse
from citebound.model import Briefing, Event, Library, Text
from citebound.passages.answers import Bound


def bounded(library: Library, bindings: Mapping[str, Bound]) -> Library:
    """The library with bounds for each event that is dated by such a phrase alone."""
    return replace(
        library,
        briefings=tuple(
            _bounded(briefing, bindings[briefing.path], library) for briefing in library.briefings
        ),
    )


def _bounded(briefing: Briefing, bound: Bound, library: Library) -> Briefing:
    if not any(event.date and event.date.unresolved for event in briefing.events):
        return briefing
    return replace(briefing, events=tuple(_event(e, bound, library) for e in briefing.events))


def _event(event: Event, bound: Bound, library: Library) -> Event:
    if event.date is None or not event.date.unresolved:
        return event
    found = bounds_of_event(event, bound, library)
    edtf = Text(found or "", event.date.edtf.place)
    return replace(event, date=replace(event.date, edtf=edtf))


def bounds_of_event(event: Event, bound: Bound, library: Library) -> str | None:
    """The bounds that an event's status and the days of its sources give."""
    sources = dict.fromkeys(p.source for name in event.evidence for p in bound.evidence(name))
    days = (library.sources[name].published for name in sources)
    return bounds_of(event.status, [parse(day) for day in days if day])
