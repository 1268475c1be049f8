"""Data, feeds and records of the search derived again."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

from citebound.problems import Problem
from citebound.proof.made.dates import bounds, tells
from citebound.proof.made.day_words import day_words
from citebound.proof.made.derived import Derived, NoPassageError, bears_out, folded
from citebound.proof.made.ground import Ground, differs
from citebound.search.record import Record

Table = list[dict[str, Any]]

LIBRARY, QUOTATIONS, EVENTS = "data/library.json", "data/quotations", "data/events"


def data_again(assets: Mapping[str, bytes], ground: Ground) -> Iterator[Problem]:
    """What the exported data say that the sources do not bear out."""
    names = (LIBRARY, *(f"{n}.{end}" for n in (QUOTATIONS, EVENTS) for end in ("json", "csv")))
    if missing := [name for name in names if name not in assets]:
        yield from (differs(name, "the file is missing") for name in missing)
        return
    library = json.loads(assets[LIBRARY])
    for record in library["quotations"]:
        yield from _quotation(LIBRARY, record, ground)
    for record in library["events"]:
        yield from _event(LIBRARY, record, ground)
    for record in library["sources"]:
        yield from _source(LIBRARY, record, ground)
    for record in _resting(library):
        for identity in record["rests_on"]:
            yield from _is_passage(LIBRARY, identity, ground)
    for name, true in ((QUOTATIONS, library["quotations"]), (EVENTS, library["events"])):
        if json.loads(assets[f"{name}.json"]) != true:
            yield differs(f"{name}.json", "the file differs from data/library.json")
        yield from _table(f"{name}.csv", assets[f"{name}.csv"], true, ground)


def _quotation(where: str, record: dict[str, Any], ground: Ground) -> Iterator[Problem]:
    ground.see("record of a quotation")
    try:
        passage = ground.passage(record["id"])
    except NoPassageError as error:
        yield differs(where, str(error))
        return
    true = {
        "source": passage.source.id,
        "spans": [list(span) for span in passage.spans],
        "words": list(passage.words),
        "paragraph": passage.paragraph,
        "voice": passage.kind,
        "speaker": passage.speaker,
        "language": passage.source.language,
        "address": f"{passage.source.address}#{passage.anchor}",
    }
    for field, value in true.items():
        if record[field] != value:
            told = f"{record[field]!r} where the source bears out {value!r}"
            yield differs(where, f"{field} of {passage.identity} is {told}")
    yield from _as_shown(where, record["as_shown"], passage)


def _as_shown(where: str, shown: str, passage: Derived) -> Iterator[Problem]:
    """The words as they are printed: those of the source, and our changes in brackets."""
    if not bears_out(shown, " ".join(passage.words)):
        yield differs(where, f"{passage.identity} is shown as “{shown}”")


def _event(where: str, record: dict[str, Any], ground: Ground) -> Iterator[Problem]:
    ground.see("record of an event")
    given = ground.events.get(record["id"], ())
    dates = [event.date for event in given if event.date]
    edtf = record["edtf"]
    if edtf not in {str(date.edtf) for date in dates}:
        yield differs(where, f"the event {record['id']} has the date {edtf}")
    if record["phrase"] not in {date.phrase and str(date.phrase) for date in dates}:
        yield differs(where, f"the event {record['id']} has the phrase {record['phrase']}")
    if not tells(record["in_words"], edtf):
        yield differs(where, f"“{record['in_words']}” is not {edtf}")
    for name, true in zip(("min", "max"), bounds(edtf), strict=True):
        if true and record[name] != true:
            yield differs(where, f"{name} of the event {record['id']} is {record[name]}")
    actors = {str(actor) for event in given for actor in event.actors}
    if set(record["actors"]) != actors:
        yield differs(where, f"the event {record['id']} has the actors {record['actors']}")
    told = {(r["actor"], r["role"], r["reading"] or "") for r in record["roles"]}
    if told != {(p.actor, p.role, p.reading or "") for event in given for p in event.parties}:
        yield differs(where, f"the event {record['id']} has the roles {record['roles']}")
    if record["title"] not in {str(event.title) for event in given}:
        yield differs(where, f"the event {record['id']} has the title {record['title']}")
    for identity in record["rests_on"]:
        yield from _is_passage(where, identity, ground)


def _source(where: str, record: dict[str, Any], ground: Ground) -> Iterator[Problem]:
    ground.see("record of a source")
    source = ground.library.sources.get(record["id"])
    if source is None:
        yield differs(where, f"there is no source {record['id']}")
        return
    true = {
        "sha256": sha256(source.text.encode()).hexdigest() if _is_whole(source.text) else None,
        "title": str(source.title),
        "publisher": str(source.publisher),
        "published": str(source.published),
        "language": source.language,
        "rights": source.rights,
    }
    for field, value in true.items():
        if value is not None and record[field] != value:
            yield differs(where, f"{field} of {source.id} is {record[field]!r}, not {value!r}")


def _is_whole(text: str) -> bool:
    """Whether the text is its file byte for byte: no mark or carriage return was dropped."""
    return not text.startswith("\ufeff") and "\r" not in text


def _is_passage(where: str, identity: str, ground: Ground) -> Iterator[Problem]:
    try:
        ground.passage(identity)
    except NoPassageError as error:
        yield differs(where, str(error))


def _resting(library: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for briefing in library["briefings"]:
        yield from briefing["judgements"]
    for actor in library["actors"]:
        yield from actor["facts"]


def _table(where: str, content: bytes, true: Table, ground: Ground) -> Iterator[Problem]:
    """A table has the records of the data, field by field."""
    csv.field_size_limit(len(content) + 1)  # a cell may be as long as its file
    rows = list(csv.DictReader(io.StringIO(content.decode(), newline="")))
    if len(rows) != len(true):
        yield differs(where, f"the table has {len(rows)} rows, the data {len(true)} records")
    for row, record in zip(rows, true, strict=False):
        ground.see("row of a table")
        for field, value in record.items():
            if not _is_cell(row.get(field, ""), value):
                yield differs(where, f"{field} of {record['id']} is {row.get(field)}")


def _is_cell(cell: str, value: object) -> bool:
    """Whether a cell says what a field of a record says."""
    if value is None or isinstance(value, (str, bool)):
        return cell == (
            "" if value is None else str(value).lower() if value in (True, False) else value
        )
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return cell == " ".join(value)
    return cell == json.dumps(value, ensure_ascii=False, sort_keys=True)


# --- the search --------------------------------------------------------------------------


def search_again(records: Iterable[Record], ground: Ground) -> Iterator[Problem]:
    """What the records of the search say that the sources do not bear out."""
    for record in records:
        if record.identity:
            yield from _found_quotation(record, ground)
        elif record.kind == "event":
            yield from _found_event(record, ground)


def _found_quotation(record: Record, ground: Ground) -> Iterator[Problem]:
    ground.see("record of the search")
    where = f"search: {record.address}"
    try:
        passage = ground.passage(record.identity)
    except NoPassageError as error:
        yield differs(where, str(error))
        return
    shown = " ".join((record.title, *(part.text for part in record.parts)))
    true = folded(" ".join(passage.words))
    pieces = [folded(piece).strip("“”") for piece in re.split(r"\[[^\[\]]*\]", shown)]
    if any(piece not in true and true not in piece for piece in pieces if piece):
        yield differs(where, f"the search has “{shown}” where {record.identity} has “{true}”")
    if f"para. {passage.paragraph}" not in record.by:
        yield differs(where, f"{record.identity} is in para. {passage.paragraph}: {record.by}")
    facets: dict[str, tuple[str, ...]] = {"source": (passage.source.id,)}
    if record.kind == "quotation":
        facets["voice"] = tuple(passage.heard())
        facets["speaker"] = tuple(passage.speaking())
        if not record.address.endswith(f"#{passage.anchor}"):
            yield differs(where, f"the address is not that of {record.identity}")
        if passage.speaker and ground.names.get(passage.speaker, "") not in record.by:
            yield differs(where, f"{record.identity} is said by {passage.speaker}: {record.by}")
    for name, value in facets.items():
        if record.facets.get(name) != value:
            yield differs(where, f"{name} of {record.identity} is {record.facets.get(name)}")


def _found_event(record: Record, ground: Ground) -> Iterator[Problem]:
    ground.see("event of the search")
    name = record.address.partition("#")[2]
    given = ground.events.get(name, ())
    edtf = {str(event.date.edtf) for event in given if event.date}
    said = record.by.partition("(")[0].partition(" · ")[0]
    # Two events of one title are told apart by their dates.
    dated = {f"{e.title} ({day_words(e.date.edtf)})" for e in given if e.date}
    if record.title not in dated | {str(event.title) for event in given}:
        yield differs(f"search: {record.address}", f"the event has the title {record.title}")
    if not any(tells(said, value) for value in edtf):
        yield differs(f"search: {record.address}", f"“{said}” is not {' or '.join(sorted(edtf))}")
