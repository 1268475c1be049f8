"""The events of a briefing or an actor, drawn on an axis of their own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from citebound.indexes import EventEntry
from citebound.pages.page_writer import PageWriter
from citebound.shown.drawn import Scale, draw, scale_of
from citebound.shown.evidence import NoteShown

Roles = Sequence[tuple[str, str | None]]
"""The roles of one actor, each with our reading where there is one."""

Told = tuple[EventEntry, Sequence[tuple[int, str]], Sequence[NoteShown], Roles]
"""An event with its marks of evidence, the notes of those that are new, and the roles of the page's
own actor.
"""


def scale_for(events: Sequence[EventEntry]) -> Scale | None:
    """The axis of the events of a page; one event alone has nothing to be compared with."""
    return scale_of(event.date for event in events) if len(events) > 1 else None


def put_events(writer: PageWriter, events: Iterable[Told], scale: Scale | None) -> None:
    """Writes events; those without a beginning come last."""
    told = [
        (writer.event(event), draw(event.date, scale) if scale else (), marks, notes, own)
        for event, marks, notes, own in sorted(events, key=lambda one: one[0].date.is_open_start)
    ]
    writer.block("small_timeline", events=told, scale=scale)
