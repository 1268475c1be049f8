"""Open data: the library as files that programs read, and the page that describes them.

No file holds more of a source than the pages do.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping

from citebound.indexes import ActorEntry, BriefingEntry, EventEntry, Indexes, QuotationEntry
from citebound.model import Briefing, Judgement, Passage
from citebound.pages.briefing import REASONS
from citebound.pages.page import Page
from citebound.pages.page_writer import PageWriter
from citebound.shown.facts import SiteFacts
from citebound.shown.passage import date_words, show
from citebound.shown.views import entry_date

JsonObject = dict[str, object]

FILES = {
    "data/library.json": "everything in one file: sources, briefings, actors, events, quotations",
    "data/quotations.json": "every quotation with its spans, its voice and its uses",
    "data/quotations.csv": "the same as a table",
    "data/events.json": "every event with its date (EDTF), status, actors and passages",
    "data/events.csv": "the same as a table",
    "feed.xml": "briefings as an Atom feed",
}
"""The files, and what each holds. Each actor also has a feed of its own."""


def data_page(indexes: Indexes, facts: SiteFacts) -> Page:
    """The page about open data and feeds."""
    writer = PageWriter("data/", "Data and feeds", indexes, facts)
    writer.block(
        "data",
        files=list(FILES.items()),
        licence=facts.content_licence,
        checked=date_words(facts.checked_on) if facts.checked_on else "",
        checked_on=facts.checked_on,
        version=facts.version,
    )
    return writer.page(
        "data", "The quotations, events, actors and sources of this site as JSON, CSV and Atom.",
        listed=True,
    )  # fmt: skip


def datasets(indexes: Indexes, facts: SiteFacts) -> dict[str, bytes]:
    """The data files by address."""
    quotations = [_quotation(entry, indexes, facts) for entry in indexes.quotations]
    events = [_event(entry) for entry in indexes.events]
    library: JsonObject = {
        "about": {
            "name": facts.site_name,
            "address": facts.site_url,
            "licence": facts.content_licence or "not stated",
            "checked_on": facts.checked_on,
            "made_by": f"citebound {facts.version}",
        },
        "sources": [_source(indexes, name) for name in sorted(indexes.sources)],
        "briefings": [
            _briefing(entry) for entry in sorted(indexes.briefings, key=lambda e: e.briefing.id)
        ],
        "actors": [_actor(indexes.actors[name]) for name in sorted(indexes.actors)],
        "events": events,
        "quotations": quotations,
    }
    return {
        "data/library.json": _json(library),
        "data/quotations.json": _json(quotations),
        "data/quotations.csv": _csv(quotations),
        "data/events.json": _json(events),
        "data/events.csv": _csv(events),
    }


def _source(indexes: Indexes, name: str) -> JsonObject:
    entry = indexes.sources[name]
    source, grade = entry.source, entry.source.grade
    return {
        "id": source.id,
        "address": source.address,
        "title": str(source.title),
        "short": str(source.short),
        "publisher": str(source.publisher),
        "author": str(source.author),
        "url": str(source.url),
        "published": str(source.published),
        "known_from": {key: str(value) for key, value in source.known_from.items()},
        "language": source.language,
        "rights": entry.access.level,
        "descriptor": str(source.descriptor),
        "grade": grade and {"mark": str(grade.mark), "because": str(grade.because)},
        "circular": str(source.circular),
        "obtain": [str(wanted) for wanted in source.obtain],
        "sha256": source.sha256,
        "share_published": round(entry.access.share, 4),
    }


def _briefing(entry: BriefingEntry) -> JsonObject:
    briefing = entry.briefing
    return {
        "id": briefing.id,
        "address": briefing.address,
        "title": str(briefing.title),
        "date": str(briefing.date),
        "summary": str(briefing.summary),
        "summary_rests_on": [passage.identity for passage in entry.summary],
        "sources": [str(source) for source in briefing.sources],
        "signed_by": str(briefing.review.by) if briefing.review else None,
        "judgements": [_judgement(j, passages) for j, passages in entry.judgements],
        "gaps": [str(gap) for gap in briefing.gaps],
        "actors": sorted(entry.named),
    }


def _judgement(judgement: Judgement, passages: Iterable[Passage]) -> JsonObject:
    return {
        "id": str(judgement.id),
        "text": str(judgement.text),
        "likelihood": judgement.likelihood and str(judgement.likelihood),
        "confidence": judgement.confidence and str(judgement.confidence),
        "rests_on": [passage.identity for passage in passages],
        **dict.fromkeys(REASONS),
        **{name: str(text) for name, text in judgement.reasons},
    }


def _actor(entry: ActorEntry) -> JsonObject:
    actor = entry.actor
    return {
        "id": actor.id,
        "address": actor.address,
        "name": str(actor.name),
        "kind": str(actor.kind),
        "aliases": [str(alias) for alias in actor.aliases],
        "adjectives": [str(adjective) for adjective in actor.adjectives],
        "search_names": [str(name) for name in actor.search_names],
        "names": {key: str(value) for key, value in actor.names.items()},
        "facts": [
            {"text": str(fact.text), "rests_on": [passage.identity for passage in passages]}
            for fact, passages in entry.facts
        ],
    }


def _quotation(entry: QuotationEntry, indexes: Indexes, facts: SiteFacts) -> JsonObject:
    passage = entry.passage
    shown = show(passage, indexes, facts)
    return {
        "id": passage.identity,
        "address": passage.address,
        "source": passage.source,
        "spans": [[span.start, span.end] for span in passage.spans],
        "paragraph": passage.paragraph,
        "words": [span.of(entry.source.text) for span in passage.spans],
        "as_shown": shown.words,
        "language": entry.source.language,
        "voice": entry.voice_kind.value,
        "speaker": entry.speaker,
        "term": passage.term,
        "used_in": [
            {
                "kind": use.kind,
                "in": use.subject.id,
                "of": "briefing" if isinstance(use.subject, Briefing) else "actor",
                "words": use.words,
                "address": use.address,
            }
            for use in entry.uses
        ],
    }


def _event(entry: EventEntry) -> JsonObject:
    date = entry_date(entry)
    return {
        "id": entry.id,
        "address": entry.address,
        "title": entry.title,
        "edtf": date.edtf,
        "in_words": date.words,
        "phrase": entry.given.phrase and str(entry.given.phrase),
        "counted_from": entry.counted_from and entry.counted_from.text,
        "min": date.min,
        "max": date.max,
        "status": entry.status,
        "actors": list(entry.actors),
        "roles": [
            {
                "actor": str(party.actor),
                "role": str(party.role),
                "reading": party.reading and str(party.reading),
            }
            for roles in entry.roles.values()
            for party in roles
        ],
        "briefings": [briefing.id for briefing, _, _ in entry.bases],
        "rests_on": [passage.identity for passage in entry.passages],
    }


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _csv(records: Iterable[Mapping[str, object]]) -> bytes:
    """A table (RFC 4180): lists as their items joined by a space, what is nested as JSON."""
    rows = [{key: _cell(value) for key, value in sorted(record.items())} for record in records]
    out = io.StringIO()
    if rows:
        writer = csv.DictWriter(out, list(rows[0]), quoting=csv.QUOTE_ALL)
        writer.writeheader()
        writer.writerows(rows)
    return out.getvalue().encode()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return " ".join(value)
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    return str(value)
