"""The timeline: every event in order, and its overview strip."""

from __future__ import annotations

from itertools import groupby

from citebound.dates import OPEN_HORIZON_YEARS
from citebound.indexes import Indexes
from citebound.pages.glance import put_glance
from citebound.pages.page import Page
from citebound.pages.page_writer import PageWriter
from citebound.shown.facts import SiteFacts
from citebound.shown.strip import strip_of


def timeline_page(indexes: Indexes, facts: SiteFacts) -> Page:
    """The timeline's page: filters (shown by script), the strip, and the events by year."""
    writer = PageWriter("timeline/", "Timeline", indexes, facts)
    events = [writer.event(entry) for entry in indexes.events]
    if not events:
        writer.block("empty", words="There are no events yet.")
        return writer.page("timeline", "No events yet.", listed=True)
    actors = {actor.id: actor.name for event in events for actor in event.actors}
    sources = {s: str(indexes.library.sources[s].title) for event in events for s in event.sources}
    put_glance(writer, [indexes.library.sources[name] for name in sources])
    writer.block(
        "timeline_filter",
        actors=sorted(actors.items(), key=lambda item: (item[1].casefold(), item[0])),
        statuses=sorted({event.status for event in events}),
        sources=sorted(sources.items(), key=lambda item: (item[1].casefold(), item[0])),
        first=min(event.date.min for event in events)[:4],
        last=max(event.date.max for event in events)[:4],
        horizon=OPEN_HORIZON_YEARS,
    )
    writer.block("strip", strip=strip_of(indexes.events))
    # Events without a year come after those with one; the order is otherwise kept.
    in_order = sorted(events, key=lambda event: not event.under.dated)
    for under, events_under in groupby(in_order, key=lambda event: event.under):
        writer.heading(2, under.words, under.anchor)
        writer.block("timeline_year", events=list(events_under), under=under)
    dated = [event.under.words for event in events if event.under.dated]
    span = f" from {dated[0]} to {dated[-1]}" if dated else ""
    return writer.page(
        "timeline",
        f"{len(events)} events{span}, each with its date as precise as the source "
        "has it, its status and its passage.",
        listed=True,
    )
