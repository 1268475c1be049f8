"""The files that a browser reads: the words, the records, the facets, and what there is.

Each record is a file of its own, named by its number. Records are numbered by date, the newest
first, so that the numbers sort by date. Facets are files, one for each, with the values of
every record in order; ``when.json`` has when each event was. ``state.json`` says what there is;
its edition, another when anything of it is, stands in the address of whatever is asked for, so
that a browser may keep what it has.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from citebound.search.postings import as_json, word_files
from citebound.search.record import FACETS, Record
from citebound.search.when import month_rows

FOLDER = "search-index"
"""Where the index is in the site. The paths of its files are relative to this folder."""

STATE = "state.json"

Files = Mapping[str, bytes]
"""The files of an index by their paths."""

Labels = Mapping[str, Mapping[str, str]]


def shown(record: Record) -> dict[str, Any]:
    """What a result shows of a record."""
    fields: dict[str, Any] = {
        "kind": record.kind,
        "title": record.title,
        "address": record.address,
        "names": " · ".join(record.names),
        "parts": [
            [part.text, part.anchor] if part.anchor else [part.text] for part in record.parts
        ],
        "by": record.by,
        "lang": record.language if record.language != "en" else "",
        "quote": record.identity,
        "ours": list(record.ours),
    }
    return {name: value for name, value in fields.items() if value}


def index_files(records: Sequence[Record], labels: Labels) -> dict[str, bytes]:
    """The files of an index."""
    files = {path: as_json(value) for path, value in _values(records, labels)}
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.encode() + b"\0" + files[path] + b"\0")
    short = [path[6:-5] for path in files if path.startswith("words/") and "." not in path[6:-5]]
    files[STATE] = as_json({
        "state": "current", "edition": digest.hexdigest()[:8], "records": len(records),
        "kinds": Counter(record.kind for record in records), "words": sorted(short),
    })  # fmt: skip
    return files


def _values(records: Sequence[Record], labels: Labels) -> Iterator[tuple[str, object]]:
    yield from word_files(records)
    for number, record in enumerate(records):
        yield f"record/{number}.json", shown(record)
    yield "when.json", month_rows(records)
    for name in FACETS:
        yield f"facet/{name}.json", facet_table(name, records, labels)


def facet_table(name: str, records: Sequence[Record], labels: Labels) -> dict[str, Any]:
    """A facet: its values with what they are called, and those of each record by number."""
    values = sorted({value for record in records for value in record.facets.get(name, ())})
    index = {value: number for number, value in enumerate(values)}
    called = labels.get(name, {})
    return {
        "values": [[v, called[v]] if called.get(v, v) != v else [v] for v in values],
        "of": [_few([index[v] for v in record.facets.get(name, ())]) for record in records],
    }


def _few(numbers: list[int]) -> list[int] | int | None:
    """One value is written without a list, and none as ``null``: most records have one, and
    size counts.
    """
    if len(numbers) > 1:
        return sorted(set(numbers))
    return numbers[0] if numbers else None
