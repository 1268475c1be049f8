"""The events of a briefing or an actor, drawn on an axis of their own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from citebound.indexes import EventEntry
from citebound.pages.page_writer import PageWriter
from citebound.shown.drawn import Scale, draw, scale_of

Roles = Sequence[tuple[str, str | None]]
"""The roles of one actor, each with our reading where there is one."""


def scale_for(events: Sequence[EventEntry]) -> Scale | None:
    """The axis of the events of a page; one event alone has nothing to be compared with."""
    return scale_of(event.date for event in events) if len(events) > 1 else None


def put_events(writer: PageWriter, events: Iterable[tuple[EventEntry, Sequence[int], Roles]],
               scale: Scale | None) -> None:  # fmt: skip
    """Writes events, each with its marks of evidence and the roles of the page's own actor; those
    without a beginning come last.
    """
    told = [
        (writer.event(event), draw(event.date, scale) if scale else (), marks, own)
        for event, marks, own in sorted(events, key=lambda one: one[0].date.is_open_start)
    ]
    writer.block("small_timeline", events=told, scale=scale)
