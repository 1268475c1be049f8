"""The folder that a browser reads: Pagefind's index of the words, and what we add to it.

Each record is a file of its own, named by its number; beside the words, which Pagefind wrote,
it has what a result shows. Records are numbered by date, the newest first, so that the
numbers sort by date. Facets are files of ours, one for each, with the values of every record in
order; a word list by first letter serves for spelling. ``state.json`` says what there is.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import regex

from citebound.search.engine import Entry
from citebound.search.packing import DamagedError, names_for, pack, read_listing, unpack, with_names
from citebound.search.record import FACETS, Record
from citebound.text.edges import UNSPACED

FOLDER = "pagefind"
"""Where the index stands in the site."""

STATE = "state.json"

_KEPT = ("pagefind.js", "pagefind-entry.json", "wasm.en.pagefind")
_WORD = regex.compile(r"[\p{L}\p{M}]{4,}")
_UNSPACED = regex.compile(rf"[{UNSPACED}]")

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


def finish(folder: Path, records: Sequence[Record], labels: Labels) -> None:
    """Turn what the engine wrote into the folder that is published.

    Raises :class:`DamagedError` where the engine did not take each record as it was given.
    """
    tag = edition(records, labels)
    listing_path = next(folder.glob("pagefind.*.pf_meta"))
    data = unpack(listing_path.read_bytes())
    listing = read_listing(data)
    if len(listing.records) != len(records):
        raise DamagedError(
            f"{len(records)} records were given, and {len(listing.records)} are in the index"
        )
    names = list(names_for(tag, len(records)))
    old = folder / "fragment"
    new = folder / "fragment-next"
    new.mkdir()
    for number, (record, name, (given, _)) in enumerate(
        zip(records, names, listing.records, strict=True)
    ):
        fragment = json.loads(unpack((old / f"{given}.pf_fragment").read_bytes()))
        if fragment["url"].strip("/") != str(number) or fragment["content"] != record.content:
            raise DamagedError(f"record {number} ({record.address}) is not as it was given")
        told = {
            "url": record.address, "content": record.content, "word_count": fragment["word_count"],
            "filters": {}, "meta": {}, "anchors": [], "shown": shown(record),
        }  # fmt: skip
        (new / f"{name}.pf_fragment").write_bytes(pack(_json(told)))
    listing_path.unlink()
    # A browser keeps a file by its name: another list of records has another name.
    listing_path = folder / f"pagefind.{tag}.pf_meta"
    listing_path.write_bytes(pack(with_names(data, listing, names)))
    told_of = json.loads((folder / "pagefind-entry.json").read_bytes())
    told_of["languages"]["en"]["hash"] = tag
    (folder / "pagefind-entry.json").write_bytes(_json(told_of))
    _drop(folder, listing_path.name)
    new.rename(old)
    _facets(folder / "facet", records, labels)
    letters = _spelling(folder / "spelling", records)
    kinds = Counter(record.kind for record in records)
    write_state(
        folder,
        {"state": "current", "edition": tag, "records": len(records), "kinds": kinds,
         "letters": letters},
    )  # fmt: skip


def write_state(folder: Path, state: Mapping[str, Any]) -> None:
    """Say what there is to search."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / STATE).write_bytes(_json(state))


def _drop(folder: Path, listing: str) -> None:
    """Take out the engine's own interface and its records, which ours replace."""
    for path in sorted((folder / "fragment").iterdir()):
        path.unlink()
    (folder / "fragment").rmdir()
    for path in folder.iterdir():
        if path.is_file() and path.name not in (*_KEPT, listing):
            path.unlink()


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
    """One value stands bare and none is ``null``: most records have one, and size counts."""
    if len(numbers) > 1:
        return sorted(set(numbers))
    return numbers[0] if numbers else None


def _facets(folder: Path, records: Sequence[Record], labels: Labels) -> None:
    folder.mkdir()
    for name in FACETS:
        (folder / f"{name}.json").write_bytes(_json(facet_table(name, records, labels)))


def folded(word: str) -> str:
    """A word without case and accents, as the index compares words."""
    bare = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in bare if unicodedata.category(c)[0] != "M")


def spelling_words(records: Sequence[Record]) -> Counter[str]:
    """Every word of four letters or more that can be found, and in how many records it is."""
    found: Counter[str] = Counter()
    for record in records:
        text = f"{record.title} {' '.join(record.names)} {' '.join(p.text for p in record.parts)}"
        found.update({folded(w) for w in _WORD.findall(text) if not _UNSPACED.search(w)})
    return found


def _spelling(folder: Path, records: Sequence[Record]) -> str:
    folder.mkdir()
    shards: dict[str, dict[str, int]] = {}
    for word, count in sorted(spelling_words(records).items()):
        shards.setdefault(word[0], {})[word] = count
    for letter, words in shards.items():
        (folder / f"{ord(letter):x}.json").write_bytes(_json(words))
    return "".join(sorted(shards))


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
