"""The files that a browser reads: Pagefind's index of the words, and what we add to it.

Each record is a file of its own, named by its number; apart from the words, which Pagefind wrote,
it has what a result shows. Records are numbered by date, the newest first, so that the
numbers sort by date. Facets are files of ours, one for each, with the values of every record in
order; a word list by first letter serves for spelling. ``state.json`` says what there is.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from citebound.search.engine import Entry
from citebound.search.packing import DamagedError, names_for, pack, read_listing, unpack, with_names
from citebound.search.record import FACETS, Record
from citebound.text.edges import UNSPACED_LETTER
from citebound.text.patterns import Pattern

FOLDER = "pagefind"
"""Where the index is in the site. The paths of its files are relative to this folder."""

STATE = "state.json"

_KEPT = ("pagefind.js", "pagefind-entry.json", "wasm.en.pagefind")
_WORD = Pattern(r"[\p{L}\p{M}]{4,}")

Files = Mapping[str, bytes]
"""The files of an index by their paths."""

Labels = Mapping[str, Mapping[str, str]]


def entry(record: Record) -> Entry:
    """A record as the engine takes it."""
    fields = {
        "title": record.title,
        "names": " · ".join(record.names),
        "about": f"{record.about} {record.by}".strip(),
        "tails": record.tails,
    }
    return Entry(record.content, {name: words for name, words in fields.items() if words})


def shown(record: Record) -> dict[str, Any]:
    """What a result shows of a record. Keys are short: there is one of these for each."""
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


def edition(records: Sequence[Record], labels: Labels) -> str:
    """A short name for all that is indexed: another when anything of it is."""
    digest = hashlib.sha256()
    for record in records:
        told = [shown(record), entry(record).meta, record.content, record.date, dict(record.facets)]
        digest.update(_json(told))
    digest.update(_json({name: dict(values) for name, values in labels.items()}))
    return digest.hexdigest()[:8]


def finish(given: Files, records: Sequence[Record], labels: Labels) -> dict[str, bytes]:
    """The files that are published, from those that the engine made of the records.

    Raises :class:`DamagedError` where the engine did not take each record as it was given.
    """
    tag = edition(records, labels)
    data = unpack(given[_one_listing(given)])
    listing = read_listing(data)
    if len(listing.records) != len(records):
        raise DamagedError(
            f"{len(records)} records were given, and {len(listing.records)} are in the index"
        )
    names = list(names_for(tag, len(records)))
    told_of = json.loads(given["pagefind-entry.json"])
    told_of["languages"]["en"]["hash"] = tag
    files = {path: given[path] for path in given if path in _KEPT or path.startswith("index/")}
    files["pagefind-entry.json"] = _json(told_of)
    # A browser keeps a file by its name: another list of records has another name.
    files[f"pagefind.{tag}.pf_meta"] = pack(with_names(data, listing, names))
    for number, (record, name, (theirs, _)) in enumerate(
        zip(records, names, listing.records, strict=True)
    ):
        fragment = json.loads(unpack(given[f"fragment/{theirs}.pf_fragment"]))
        if fragment["url"].strip("/") != str(number) or fragment["content"] != record.content:
            raise DamagedError(f"record {number} ({record.address}) is not as it was given")
        told = {
            "url": record.address, "content": record.content, "word_count": fragment["word_count"],
            "filters": {}, "meta": {}, "anchors": [], "shown": shown(record),
        }  # fmt: skip
        files[f"fragment/{name}.pf_fragment"] = pack(_json(told))
    for name in FACETS:
        files[f"facet/{name}.json"] = _json(facet_table(name, records, labels))
    spelling = dict(_by_letter(records))
    for letter, words in spelling.items():
        files[f"spelling/{ord(letter):x}.json"] = _json(words)
    kinds = Counter(record.kind for record in records)
    files[STATE] = state_file(
        {"state": "current", "edition": tag, "records": len(records), "kinds": kinds,
         "letters": "".join(sorted(spelling))},
    )  # fmt: skip
    return files


def _one_listing(given: Files) -> str:
    """The path of the engine's list of records. Raises :class:`DamagedError`."""
    found = [path for path in given if path.endswith(".pf_meta")]
    if len(found) != 1:
        raise DamagedError(f"there are {len(found)} lists of records")
    return found[0]


def state_file(state: Mapping[str, Any]) -> bytes:
    """The content of :data:`STATE`: what there is to search."""
    return _json(state)


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


def bare_word(word: str) -> str:
    """A word without case and accents, as the index compares words."""
    bare = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in bare if unicodedata.category(c)[0] != "M")


def spelling_words(records: Sequence[Record]) -> Counter[str]:
    """Every word of four letters or more that can be found, and in how many records it is."""
    found: Counter[str] = Counter()
    for record in records:
        text = f"{record.title} {' '.join(record.names)} {' '.join(p.text for p in record.parts)}"
        found.update({bare_word(w) for w in _WORD.findall(text) if not UNSPACED_LETTER.search(w)})
    return found


def _by_letter(records: Sequence[Record]) -> Iterator[tuple[str, dict[str, int]]]:
    """The words for the spelling by their first letter, each with its number of records."""
    words = sorted(spelling_words(records).items())
    for letter, counted in groupby(words, key=lambda word: word[0][0]):
        yield letter, dict(counted)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
