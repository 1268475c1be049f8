"""Feeds: briefings as Atom (RFC 4287), for the whole site and for each actor.

Identifiers are made from addresses, so that they stay the same when the site moves; dates
are those of the briefings, at the beginning of their day in UTC, which Atom asks for.
"""

from __future__ import annotations

import uuid

from citebound.indexes import ActorEntry, Indexes
from citebound.model import Briefing
from citebound.pages.page import link
from citebound.pages.templating import fill
from citebound.shown.facts import SiteFacts

_OURS = uuid.UUID("6f9b1c5e-0d0b-5c58-9d5b-3f2b6c1f7a52")
"""The name space of our identifiers (RFC 9562, version 5)."""

EARLIEST = "1970-01-01"
"""The date of a feed without entries."""


def site_feed(indexes: Indexes, facts: SiteFacts) -> bytes:
    """All briefings, the newest first."""
    found = [entry.briefing for entry in indexes.briefings]
    return _feed("feed.xml", "", facts.site_name, found, facts)


def actor_feed(entry: ActorEntry, facts: SiteFacts) -> bytes:
    """The briefings that name an actor, the newest first."""
    actor = entry.actor
    title = f"{actor.name} in {facts.site_name}"
    return _feed(f"{actor.folder}feed.xml", actor.address, title, list(entry.briefings), facts)


def _feed(address: str, page: str, title: str, found: list[Briefing], facts: SiteFacts) -> bytes:
    found = sorted(sorted(found, key=lambda b: b.id), key=_updated, reverse=True)
    # A feed reader resolves a relative link against the feed's own address.
    folder = address.rpartition("/")[0] + "/" if "/" in address else ""
    entries = [
        {
            "title": str(briefing.title),
            "summary": str(briefing.summary),
            "id": _identifier(briefing.address),
            "updated": _updated(briefing),
            "published": str(briefing.date),
            "href": facts.absolute(briefing.address) or link(folder, briefing.address),
        }
        for briefing in found
    ]
    updated = max((_updated(briefing) for briefing in found), default=EARLIEST)
    text = fill(
        "feed",
        page,
        title=title,
        id=_identifier(address),
        self_href=facts.absolute(address),
        page_href=facts.absolute(page) or link(folder, page),
        updated=updated,
        author=facts.site_name,
        entries=entries,
    )
    return (text + "\n").encode()


def _updated(briefing: Briefing) -> str:
    return max([str(briefing.date), *(str(c.date) for c in briefing.corrections)])


def _identifier(address: str) -> str:
    return f"urn:uuid:{uuid.uuid5(_OURS, address)}"
