"""The list of actors: a card for each that has a page; of the others, all that there is to say."""

from __future__ import annotations

from collections.abc import Sequence

from citebound.indexes import ActorEntry, Indexes
from citebound.pages.actor import facts_shown
from citebound.pages.glance import put_glance, sources_of
from citebound.pages.page import Page
from citebound.pages.page_writer import PageWriter
from citebound.shown.evidence import Numbering
from citebound.shown.facts import SiteFacts
from citebound.shown.views import titled

KINDS = {"person": "People", "organisation": "Organisations", "state": "States", "group": "Groups"}
"""The kinds of actors, as the list names them."""


def actors_page(indexes: Indexes, facts: SiteFacts) -> Page:
    """The list of actors, by kind and by the name they are listed under."""
    writer = PageWriter("actors/", "Actors", indexes, facts)
    by_kind: dict[str, list[ActorEntry]] = {kind: [] for kind in KINDS}
    for entry in indexes.actors.values():
        by_kind.setdefault(str(entry.actor.kind), []).append(entry)
    passages = (p for e in indexes.actors.values() for p in indexes.bindings[e.actor.path].passages)
    put_glance(writer, sources_of(passages, indexes.library.sources))
    numbering: Numbering | None = None
    for kind, entries in by_kind.items():
        if not entries:
            continue
        writer.heading(2, KINDS.get(kind, kind), f"kind-{kind}")
        entries.sort(key=lambda e: (e.actor.sort.casefold(), e.actor.id))
        if cards := [_card(entry) for entry in entries if not entry.actor.in_list]:
            writer.block("actor_cards", cards=cards)
        if lines := [entry for entry in entries if entry.actor.in_list]:
            numbering = _put_lines(lines, writer, numbering, indexes)
    return writer.page(
        "actors",
        "Everyone the sources name: people, organisations, states and groups, with what they "
        "say and what is said of them.",
        listed=True,
    )


def _card(entry: ActorEntry) -> dict[str, object]:
    actor = entry.actor
    return {
        "ids": (actor.id, *actor.formerly),
        "name": str(actor.name),
        "address": actor.address,
        "fact": entry.facts[0][0].text if entry.facts else "",
        "events": len(entry.events),
    }


def _put_lines(
    entries: Sequence[ActorEntry], writer: PageWriter, before: Numbering | None, indexes: Indexes
) -> Numbering:
    """Writes actors without a page. Their evidence is numbered on from that of those before."""
    lines = []
    numbering = before or Numbering(
        entries[0].actor, indexes.bindings[entries[0].actor.path], indexes
    )
    for entry in entries:
        actor = entry.actor
        numbering = numbering.going_on(actor)
        lines.append({
            "ids": (actor.id, *actor.formerly),
            "name": str(actor.name),
            "facts": facts_shown(entry, numbering, indexes),
            "notes": writer.notes(numbering),
            "events": [writer.event(event) for event in entry.events],
            "briefings": [titled(briefing) for briefing in entry.briefings],
            "feed": f"{actor.folder}feed.xml",
        })  # fmt: skip
    writer.block("actor_lines", lines=lines)
    return numbering
