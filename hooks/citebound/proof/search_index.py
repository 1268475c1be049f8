"""The search index read back: it holds exactly the records that it should, word for word.

What it must hold is derived in :mod:`citebound.proof.results`, not asked of what wrote it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Generator, Iterator, Mapping, Sequence
from typing import Any

from citebound.model import Library, Source
from citebound.problems import Place, Problem
from citebound.proof.html import Shown
from citebound.proof.results import FACETS, facet_of, letters_of, result_of, spelled, unparted
from citebound.proof.search_words import words_found
from citebound.proof.words import agrees, slices
from citebound.search.packing import DamagedError, read_listing, unpack
from citebound.search.record import Record

FOLDER = "pagefind"
STATE = "state.json"
_ID = re.compile(r'(?<![\w-])id="([^"]+)"')


Files = Mapping[str, bytes]


def prove_index(
    files: Files, records: Sequence[Record], library: Library, pages: Mapping[str, str]
) -> tuple[Problem, ...]:
    """What is wrong with an index, whose ``files`` have their addresses in the site.

    ``library`` is what is public. ``pages`` has the HTML of each page that a result may lead to,
    by its address.
    """
    within = {address.removeprefix(f"{FOLDER}/"): files[address] for address in files}
    found = (*check_index(within, records, library), *check_addresses(pages, records))
    return tuple(sorted(found))


def check_index(files: Files, records: Sequence[Record], library: Library) -> Iterator[Problem]:
    """What is wrong with the files of an index: a record too many, too few or changed, a word that
    is not found where it stands or is found where it does not, a facet that counts otherwise, a
    quotation that is not its source's words.
    """
    try:
        names = yield from _listed(files, records)
        for name in FACETS:
            if _read(files, f"facet/{name}.json") != facet_of(name, records, library):
                yield _problem(f"facet/{name}.json", f"the facet {name} does not match the records")
        yield from _spelling(files, records)
    except (DamagedError, ValueError, KeyError) as error:
        yield _problem("", f"the index cannot be read back: {error!r}")
        return
    for record, name in zip(records, names, strict=False):
        yield from _fragment(files, f"fragment/{name}.pf_fragment", record, library.sources)


def _listed(files: Files, records: Sequence[Record]) -> Generator[Problem, None, tuple[str, ...]]:
    """The files that there are against those that there should be. Gives the records' names."""
    told = _read(files, "pagefind-entry.json")["languages"]
    state = _read(files, STATE)
    if [*told] != ["en"] or told["en"]["page_count"] != len(records):
        yield _problem("pagefind-entry.json", f"the index does not count {len(records)} records")
        return ()
    tag = told["en"]["hash"]
    listing = read_listing(unpack(files[f"pagefind.{tag}.pf_meta"]))
    # The browser tells the number of a record, and so its order, by its name.
    names = tuple(f"{tag}-{number:x}" for number in range(len(records)))
    if tuple(name for name, _ in listing.records) != names:
        yield _problem("", "the records are not listed in their order")
    if state.get("records") != len(records):
        yield _problem(STATE, f"it does not say that there are {len(records)} records")
    kinds = Counter(record.kind for record in records)
    letters = "".join(sorted(spelled(records)))
    wanted_state = {"state": "current", "edition": tag, "records": len(records), "kinds": kinds,
                    "letters": letters}  # fmt: skip
    if state != wanted_state:
        yield _problem(STATE, "it does not say what there is to search")
    for folder, wanted in (
        ("fragment", {f"fragment/{name}.pf_fragment" for name in names}),
        ("index", {f"index/{name}.pf_index" for name in listing.chunks}),
        ("facet", {f"facet/{name}.json" for name in FACETS}),
        ("spelling", {f"spelling/{ord(letter):x}.json" for letter in letters}),
    ):
        there = {path for path in files if path.startswith(f"{folder}/")}
        for path in sorted(there ^ wanted):
            what = "is missing" if path in wanted else "should not be there"
            yield _problem(path, f"this part of the index {what}")
    for path, message in words_found(files, listing, records):
        yield _problem(path, message)
    return names


def _spelling(files: Files, records: Sequence[Record]) -> Iterator[Problem]:
    """The words that a misspelt one is compared with."""
    for letter, words in sorted(spelled(records).items()):
        path = f"spelling/{ord(letter):x}.json"
        if _read(files, path) != words:
            yield _problem(path, f"the words with {letter} are not those of the records")


def _fragment(
    files: Files, name: str, record: Record, sources: Mapping[str, Source]
) -> Iterator[Problem]:
    """One record as a result shows it."""
    try:
        told = json.loads(unpack(files[name]))
    except (DamagedError, KeyError, ValueError) as error:
        yield _problem(name, f"the record of {record.address} cannot be read: {error}")
        return
    held = {"url": record.address, "filters": {}, "meta": {}, "anchors": [],
            "content": record.content, "shown": result_of(record)}  # fmt: skip
    if {key: value for key, value in told.items() if key != "word_count"} != held:
        yield _problem(name, f"the record of {record.address} is not what was indexed")
    if unparted(str(told.get("content"))) != letters_of(record):
        yield _problem(name, f"what was indexed of {record.address} is not what its record says")
    seen = told.get("shown", {})
    if record.identity or "quote" in seen:
        identity = str(seen.get("quote"))
        words = " ".join(part[0] for part in seen.get("parts", ()))
        true = slices(identity, sources)
        pieces = between_ours(words, seen.get("ours", ()))
        if true is None or not (agrees(Shown(identity, pieces, 1), true) or _same(pieces, true)):
            yield Problem(
                Place(f"{FOLDER}/{name}"),
                "rendered-quotation",
                f"A result shows “{words}” where {identity} has “{true}”.",
                "the index has changed the source's words",
            )


def _same(pieces: Sequence[str], true: Sequence[str]) -> bool:
    """Whether words are a source's that has ``[…]`` itself."""
    shown, held = ("".join(part).replace("[…]", "") for part in (pieces, true))
    return bool(pieces) and shown.split() == held.split()


def between_ours(words: str, ours: Sequence[str]) -> list[str]:
    """The pieces of a quotation between what is ours: insertions, in order, and cuts."""
    pieces = []
    for insertion in ours:
        before, found, words = words.partition(insertion)
        if not found:
            return []
        pieces.append(before)
    return [part for piece in (*pieces, words) for part in piece.split("[…]")]


def check_addresses(pages: Mapping[str, str], records: Sequence[Record]) -> Iterator[Problem]:
    """Every result leads to a place that the site has; ``pages`` has its HTML by address."""
    ids = {address: frozenset(_ID.findall(html)) for address, html in pages.items()}
    for record in records:
        address, _, anchor = record.address.partition("#")
        there = ids.get(address)
        for fragment in dict.fromkeys((anchor, *(part.anchor for part in record.parts))):
            if there is None or (fragment and fragment not in there):
                yield _problem("", f"a result leads to {address}#{fragment}, which does not exist")


def _read(files: Files, path: str) -> Any:  # noqa: ANN401, JSON is what it is
    return json.loads(files[path])


def _problem(path: str, message: str) -> Problem:
    return Problem(
        Place(f"{FOLDER}/{path}".rstrip("/")),
        "search-index",
        f"{message[:1].upper()}{message[1:]}.",
        "build again; if it happens again, it is a fault of ours",
    )
