"""The timeline: every event in order, each with its date in words and drawn on one axis."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from citebound.dates import OPEN_HORIZON_YEARS
from citebound.dates.counting import MONTHS
from citebound.indexes import EventEntry, Indexes
from citebound.pages.glance import put_glance, sources_of
from citebound.pages.page import Page
from citebound.pages.page_writer import PageWriter
from citebound.shown.drawn import draw, scale_of
from citebound.shown.facts import SiteFacts
from citebound.shown.passage import date_words

AXIS_EVERY = 6
"""After so many events, the axis stands over the next year again (on paper: on a screen the first
one stays in sight).
"""


def timeline_page(indexes: Indexes, facts: SiteFacts) -> Page:
    """The timeline's page: filters (shown by script), the axis, and the events by year."""
    writer = PageWriter("timeline/", "Timeline", indexes, facts)
    if not indexes.events:
        writer.block("empty", words="There are no events yet.")
        return writer.page("timeline", "No events yet.", listed=True)
    passages = [passage for entry in indexes.events for passage in entry.passages]
    put_glance(writer, sources_of(passages, indexes.library.sources))
    _note(indexes.events, indexes, writer)
    scale = scale_of(entry.date for entry in indexes.events)
    # Events without a year come after those with one; the order is otherwise kept.
    in_order = sorted(indexes.events, key=lambda entry: entry.date.is_open_start)
    events = [(writer.event(entry), draw(entry.date, scale)) for entry in in_order]
    actors = {actor.id: actor.name for event, _ in events for actor in event.actors}
    sources = {s: str(indexes.library.sources[s].title) for e, _ in events for s in e.sources}
    writer.block(
        "timeline_filter",
        actors=sorted(actors.items(), key=lambda item: (item[1].casefold(), item[0])),
        statuses=sorted({event.status for event, _ in events}),
        sources=sorted(sources.items(), key=lambda item: (item[1].casefold(), item[0])),
        first=min(event.date.min for event, _ in events)[:4],
        last=max(event.date.max for event, _ in events)[:4],
        months=MONTHS,
        horizon=OPEN_HORIZON_YEARS,
    )
    writer.block("timeline_legend")
    since = AXIS_EVERY
    for under, told in groupby(events, key=lambda pair: pair[0].under):
        listed = list(told)
        if since >= AXIS_EVERY:
            writer.block("timeline_axis", scale=scale)
            since = 0
        writer.heading(2, under.words, under.anchor)
        writer.block("timeline_year", events=listed, under=under, scale=scale)
        since += len(listed)
    dated = [event.under.words for event, _ in events if event.under.dated]
    span = f" from {dated[0]} to {dated[-1]}" if dated else ""
    return writer.page(
        "timeline",
        f"{len(events)} events{span}, each with its date as precise as the source "
        "has it, its status and its passage.",
        listed=True,
    )


def _note(events: Iterable[EventEntry], indexes: Indexes, writer: PageWriter) -> None:
    """From which day relative dates are counted, and how that day is known."""
    counted = [
        (str(event.given.phrase), indexes.library.sources[event.bases[0][2][0].source])
        for event in events
        if event.given.counted_from == "published" and event.published
    ]
    sources = {source.id: source for _, source in counted}
    only = next(iter(sources.values())) if len(sources) == 1 else None
    writer.block(
        "timeline_note",
        phrase=counted[0][0] if counted else "",
        day=date_words(str(only.published)) if only else "",
        to_source=only.address if only else "",
        known_from=str(only.known_from.get("published", "")) if only else "",
    )
