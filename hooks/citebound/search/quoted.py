"""The words of sources as records: each passage, and each sentence that holds one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from citebound.indexes.entries import Indexes, QuotationEntry
from citebound.search.record import Record, Section
from citebound.search.when import first_day, year_span
from citebound.shown.facts import SiteFacts
from citebound.shown.passage import show, voice_shown


def said_by(entry: QuotationEntry, indexes: Indexes) -> str:
    """Whose words a passage is."""
    said = voice_shown(entry.passage.voice, indexes).words
    return f"term used · {said}" if entry.passage.term else said


def word_records(
    indexes: Indexes, facts: SiteFacts, named: Mapping[str, tuple[str, ...]]
) -> Iterator[Record]:
    """A record of each passage, and of each sentence that holds one and may be published.

    ``named`` are the actors of each passage, by its identity.
    """
    shown = {
        (q.source.id, q.passage.spans[0].start, q.passage.spans[-1].end)
        for q in indexes.quotations
        if len(q.passage.spans) == 1
    }
    for entry in indexes.quotations:
        told = show(entry.passage, indexes, facts)
        ours = tuple(piece.text for piece in told.insertions)
        record = _words(entry, "quotation", entry.passage.identity, told.words, indexes, named)
        yield replace(record, ours=ours)
    for source_entry in indexes.sources.values():
        source = source_entry.source
        for cover in source_entry.coverage:
            span = cover.sentence.span
            if not cover.used_by or (source.id, span.start, span.end) in shown:
                continue
            words = " ".join(span.of(source.text).split())
            identity = f"{source.id}:{span.start}-{span.end}"
            yield _words(cover.used_by[0], "passage", identity, words, indexes, named)


def _words(
    entry: QuotationEntry,
    kind: str,
    identity: str,
    words: str,
    indexes: Indexes,
    named: Mapping[str, tuple[str, ...]],
) -> Record:
    """A record of a source's words; a whole sentence has no one voice. What the source is called
    beside its words is shown, and found on the source alone: it would find each of its passages.
    """
    source, whole = entry.source, kind == "passage"
    called = str(source.called) or source.id
    facets: dict[str, tuple[str, ...]] = {
        "kind": (kind,),
        "actor": tuple(sorted(named.get(entry.passage.identity, ()))),
        "source": (source.id,),
        "year": year_span(source.published),
    }
    by, about = f"{called}, para. {entry.passage.paragraph}", ""
    if not whole:
        about = said_by(entry, indexes)
        by = f"{about} · {by}"
        facets["voice"] = tuple(kind.value for kind in entry.heard)
        facets["speaker"] = tuple(entry.speaking)
    return Record(
        kind,
        "",
        entry.passage.address,
        (Section(words),),
        by=by,
        about=about,
        facets=facets,
        date=first_day(source.published),
        language=source.language,
        identity=identity,
    )
