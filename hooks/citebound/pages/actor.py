"""An actor's page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citebound.dates import parse, parsed
from citebound.indexes import ActorEntry, Indexes, QuotationEntry
from citebound.model import EventDate, Passage
from citebound.pages.glance import put_glance, sources_of
from citebound.pages.page import Page
from citebound.pages.page_writer import PageWriter
from citebound.pages.prose import Prose
from citebound.pages.small_timeline import put_events, scale_for
from citebound.shown.evidence import Numbering
from citebound.shown.facts import SiteFacts
from citebound.shown.passage import PassageShown
from citebound.shown.views import (
    DateShown,
    UseShown,
    date_shown,
    one_within_another,
    page_by_page,
    roles_shown,
    titled,
    use_shown,
)

ANCHORS = frozenset(
    {"top", "names", "facts", "said", "said-of", "possibly-reporting", "took-part-in",
     "named-in", "with-whom", "named-with", "briefings"}
)  # fmt: skip
"""The addresses of an actor's own sections."""


def actor_page(entry: ActorEntry, indexes: Indexes, facts: SiteFacts) -> Page:
    """The page of an actor: who, facts, what is said by and of it, events, others in them."""
    actor = entry.actor
    bound = indexes.bindings[actor.path]
    writer = PageWriter(actor.address, actor.name, indexes, facts)
    numbering = Numbering(actor, bound, indexes)
    put_glance(writer, sources_of(bound.passages, indexes.library.sources))
    if entry.facts:
        writer.heading(2, "Facts", "facts")
        told = facts_shown(entry, numbering, indexes)
        writer.block("facts", facts=told, notes=writer.notes(numbering))
    prose = Prose(actor, bound, writer, numbering, set(ANCHORS))
    writer.prose(prose.html(), prose.headings)
    for heading, anchor, entries in (
        ("Said, or reported to say", "said", entry.said),
        ("Not clear whose", "possibly-reporting", entry.unclear),
        ("In the sources", "said-of", entry.said_of),
    ):
        if entries:
            writer.heading(2, heading, anchor)
            writer.block(
                "entries",
                kind=anchor,
                entries=list(_entries(entries, writer)),
            )
    _events(entry, writer)
    _relations(entry, writer)
    if entry.briefings:
        writer.heading(2, "Briefings", "briefings")
        writer.block("links", links=[titled(briefing) for briefing in entry.briefings])
    writer.heading(2, "Names", "names")
    writer.block("actor_names", actor=actor, printed=indexes.public.names_printed[actor.id],
                feed=f"{actor.folder}feed.xml")  # fmt: skip
    return writer.page("actor", _description(entry), edit=actor.path)


def _description(entry: ActorEntry) -> str:
    told = str(entry.facts[0][0].text) if entry.facts else f"A {entry.actor.kind}."
    return f"{entry.actor.name}: {told}"


def _fact_date(given: EventDate | None, passages: tuple[Passage, ...],
               indexes: Indexes) -> DateShown | None:  # fmt: skip
    if given is None:
        return None
    published = None
    if passages:
        written = indexes.library.sources[passages[0].source].published
        published = parse(written) if written else None
    counted = None
    if given.counted_from == "published":
        counted = published
    elif given.counted_from is not None:
        counted = parsed(given.counted_from)
    return date_shown(parse(given.edtf), given, counted, published)


def facts_shown(
    entry: ActorEntry, numbering: Numbering, indexes: Indexes
) -> list[dict[str, object]]:
    """The facts about an actor, each with its date and its marks."""
    return [
        {
            "text": fact.text,
            "date": _fact_date(fact.date, passages, indexes),
            "marks": numbering.cite(fact.evidence),
        }
        for fact, passages in entry.facts
    ]


def _entries(
    entries: Sequence[QuotationEntry], writer: PageWriter
) -> Iterator[tuple[PassageShown, list[UseShown]]]:
    """Passages with all that rests on them; one that stands within another is not shown again."""
    for whole, *within in one_within_another(entries):
        uses = page_by_page(use for entry in (whole, *within) for use in entry.uses)
        yield writer.show(whole.passage), [*map(use_shown, uses)]


def _events(entry: ActorEntry, writer: PageWriter) -> None:
    """The events that the actor took part in, and then the others, each with its role."""
    name, scale = entry.actor.id, scale_for(entry.events)
    for heading, anchor, joined in (
        ("Took part in", "took-part-in", True),
        ("Named in", "named-in", False),
    ):
        events = [e for e in entry.events if e.is_joined_by(name) is joined]
        if events:
            writer.heading(2, heading, anchor)
            put_events(writer, [(e, (), (), roles_shown(e.roles[name])) for e in events], scale)


def _relations(entry: ActorEntry, writer: PageWriter) -> None:
    """Who took part in an event with the actor, and then who else is named in the same events."""
    name = entry.actor.id
    shown = {event.id: writer.event(event) for event in entry.events}
    parties = {
        (event.id, party.name.id): party for event in shown.values() for party in event.parties
    }
    for heading, anchor, caption, joined in (
        ("With whom", "with-whom", "Who took part in the same events as", True),
        ("Named in the same events", "named-with", "Actors named in the same events as", False),
    ):
        rows = [
            (parties[relation.event.id, relation.actor], shown[relation.event.id])
            for relation in sorted(entry.relations, key=lambda r: (r.actor, r.event.id))
            if (relation.event.is_joined_by(name) and relation.event.is_joined_by(relation.actor))
            is joined
        ]
        if rows:
            writer.heading(2, heading, anchor)
            told = f"{caption} {entry.actor.name}"
            writer.block("relations", rows=rows, heading=heading, caption=told)
