"""The index read back: it holds exactly the records that it should, word for word."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from citebound.model import Source
from citebound.problems import Place, Problem
from citebound.proof.html import Shown
from citebound.proof.words import agrees, slices
from citebound.search.bundle import (
    FOLDER,
    STATE,
    Labels,
    edition,
    facet_table,
    shown,
)
from citebound.search.packing import DamagedError, names_for, read_listing, unpack
from citebound.search.record import FACETS, Record


def check_index(
    folder: Path, records: Sequence[Record], labels: Labels, sources: Mapping[str, Source]
) -> Iterator[Problem]:
    """What is wrong with the index in ``folder``: a record too many, too few or changed, a
    facet that counts otherwise, a quotation that is not its source's words.
    """
    try:
        yield from _listed(folder, records, labels)
        for name in FACETS:
            if _read(folder / "facet" / f"{name}.json") != facet_table(name, records, labels):
                yield _problem(f"facet/{name}.json", f"the facet {name} is not that of the records")
    except (DamagedError, OSError, ValueError, KeyError) as error:
        yield _problem("", f"the index cannot be read back: {error!r}")
    names = names_for(edition(records, labels), len(records))
    for record, name in zip(records, names, strict=True):
        yield from _fragment(folder / "fragment" / f"{name}.pf_fragment", record, sources)


def _listed(folder: Path, records: Sequence[Record], labels: Labels) -> Iterator[Problem]:
    """The files that there are against those that there should be."""
    told = _read(folder / "pagefind-entry.json")["languages"]
    state = _read(folder / STATE)
    if [*told] != ["en"] or told["en"]["page_count"] != len(records):
        yield _problem("pagefind-entry.json", f"the index does not count {len(records)} records")
        return
    listing = read_listing(unpack((folder / f"pagefind.{told['en']['hash']}.pf_meta").read_bytes()))
    names = tuple(names_for(edition(records, labels), len(records)))
    if tuple(name for name, _ in listing.records) != names:
        yield _problem("", "the records are not listed in their order")
    if state.get("records") != len(records):
        yield _problem(STATE, f"it does not say that there are {len(records)} records")
    for kind, wanted in (
        ("fragment", {f"{name}.pf_fragment" for name in names}),
        ("index", {f"{name}.pf_index" for name in listing.chunks}),
    ):
        there = {path.name for path in (folder / kind).iterdir()}
        for name in sorted(there ^ wanted):
            what = "is missing" if name in wanted else "should not be there"
            yield _problem(f"{kind}/{name}", f"this part of the index {what}")
    for name in listing.chunks:
        unpack((folder / "index" / f"{name}.pf_index").read_bytes())


def _fragment(path: Path, record: Record, sources: Mapping[str, Source]) -> Iterator[Problem]:
    """One record as a result shows it."""
    name = f"fragment/{path.name}"
    try:
        told = json.loads(unpack(path.read_bytes()))
    except (DamagedError, OSError, ValueError) as error:
        yield _problem(name, f"the record of {record.address} cannot be read: {error}")
        return
    if told.get("content") != record.content or told.get("shown") != shown(record):
        yield _problem(name, f"the record of {record.address} is not what was indexed")
    seen = told.get("shown", {})
    if record.identity or "quote" in seen:
        identity = str(seen.get("quote"))
        words = " ".join(part[0] for part in seen.get("parts", ()))
        true = slices(identity, sources)
        pieces = without(words, seen.get("ours", ()))
        if true is None or not agrees(Shown(identity, pieces, 1), true):
            yield Problem(
                Place(f"{FOLDER}/{name}"),
                "rendered-quotation",
                f"A result shows “{words}” where {identity} has “{true}”.",
                "the index has changed the source's words",
            )


def without(words: str, ours: Sequence[str]) -> list[str]:
    """The pieces of a quotation between what is ours: insertions, in order, and cuts."""
    pieces = []
    for insertion in ours:
        before, found, words = words.partition(insertion)
        if not found:
            return []
        pieces.append(before)
    return [part for piece in (*pieces, words) for part in piece.split("[…]")]


def check_addresses(site: Path, records: Sequence[Record]) -> Iterator[Problem]:
    """Every result leads to a place that the finished site has."""
    pages: dict[str, str | None] = {}
    for record in records:
        address, _, anchor = record.address.partition("#")
        if address not in pages:
            path = site / address / "index.html"
            pages[address] = path.read_text(encoding="utf-8") if path.is_file() else None
        page = pages[address]
        for fragment in dict.fromkeys((anchor, *(part.anchor for part in record.parts))):
            if page is None or (fragment and f'id="{fragment}"' not in page):
                yield _problem("", f"a result leads to {address}#{fragment}, which there is not")


def _read(path: Path) -> Any:  # noqa: ANN401, JSON is what it is
    return json.loads(path.read_text(encoding="utf-8"))


def _problem(path: str, message: str) -> Problem:
    return Problem(
        Place(f"{FOLDER}/{path}".rstrip("/")),
        "search-index",
        f"{message[:1].upper()}{message[1:]}.",
        "build again; if it stays, it is a fault of ours",
    )
