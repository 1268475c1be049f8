"""The search index read back: it holds exactly the records that it should, word for word.

What it must hold is derived in :mod:`citebound.proof.results`, not asked of what wrote it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

from citebound.dates import parse
from citebound.model import Library, Source
from citebound.problems import Place, Problem
from citebound.proof.found_pages import pages_found
from citebound.proof.html import Shown
from citebound.proof.made.day_words import first_day, surely
from citebound.proof.results import FACETS, facet_of, result_of
from citebound.proof.search_words import as_file, words_found
from citebound.proof.words import agrees, slices
from citebound.search.record import Record

FOLDER = "search-index"
STATE = "state.json"
_WORDS = re.compile(r"words/([^.]+)\.json")
_ID = re.compile(r'(?<![\w-])id="([^"]+)"')


Files = Mapping[str, bytes]


def prove_index(
    files: Files,
    records: Sequence[Record],
    library: Library,
    pages: Mapping[str, str],
    others: Mapping[str, str],
) -> tuple[Problem, ...]:
    """What is wrong with an index, whose ``files`` have their addresses in the site.

    ``library`` is what is public. ``pages`` has the HTML of each page of ours, ``others`` that of
    each other page that a result may lead to, by its address.
    """
    within = {address.removeprefix(f"{FOLDER}/"): files[address] for address in files}
    found = [*check_index(within, records, library)]
    found += check_addresses({**others, **pages}, records)
    found += (_problem("", told) for told in pages_found(pages, others, records))
    return tuple(sorted(found))


def check_index(files: Files, records: Sequence[Record], library: Library) -> Iterator[Problem]:
    """What is wrong with the files of an index: a record too many, too few or changed, a word that
    is not found where it stands or is found where it does not, a facet that counts otherwise, a
    quotation that is not its source's words.
    """
    try:
        yield from _listed(files, records)
        for path, message in words_found(files, records):
            yield _problem(path, message)
        for name in FACETS:
            if files[f"facet/{name}.json"] != as_file(facet_of(name, records, library)):
                yield _problem(f"facet/{name}.json", f"the facet {name} does not match the records")
        if files["when.json"] != as_file([*_times(records)]):
            yield _problem("when.json", "an event was at another time than the index says")
    except (ValueError, KeyError, TypeError) as error:
        yield _problem("", f"the index cannot be read back: {error!r}")
        return
    for number, record in enumerate(records):
        yield from _record(files, f"record/{number}.json", record, library.sources)


def _times(records: Sequence[Record]) -> Iterator[list[int]]:
    """When each event was, in months from the year 0, told from the days that the timeline has."""
    for number, record in enumerate(records):
        if record.edtf:
            value = parse(record.edtf)
            days = (first_day(value), value.upper.isoformat(), *surely(value))
            dated = (map(int, day.split("-")[:2]) for day in days)
            yield [number, *(year * 12 + month - 1 for year, month in dated)]


def _listed(files: Files, records: Sequence[Record]) -> Iterator[Problem]:
    """The files that there are against those that there should be, and what is told of them."""
    digest = sha256()
    for path in sorted(files.keys() - {STATE}):
        digest.update(b"".join((path.encode(), b"\0", files[path], b"\0")))
    begun = sorted(m[1] for m in map(_WORDS.fullmatch, files) if m)
    kinds = Counter(record.kind for record in records)
    wanted = {"state": "current", "edition": digest.hexdigest()[:8], "records": len(records),
              "kinds": kinds, "words": begun}  # fmt: skip
    if files[STATE] != as_file(wanted):
        yield _problem(STATE, "it does not say what there is to search")
    known = {STATE, "when.json", *(f"facet/{name}.json" for name in FACETS)}
    known.update(f"record/{number}.json" for number in range(len(records)))
    there = {path for path in files if not path.startswith("words/")}
    for path in sorted(there ^ known):
        what = "is missing" if path in known else "should not be there"
        yield _problem(path, f"this part of the index {what}")


def _record(
    files: Files, name: str, record: Record, sources: Mapping[str, Source]
) -> Iterator[Problem]:
    """One record as a result shows it."""
    try:
        seen = json.loads(files[name])
    except (KeyError, ValueError) as error:
        yield _problem(name, f"the record of {record.address} cannot be read: {error}")
        return
    if files[name] != as_file(result_of(record)):
        yield _problem(name, f"the record of {record.address} is not what was indexed")
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


def _problem(path: str, message: str) -> Problem:
    return Problem(
        Place(f"{FOLDER}/{path}".rstrip("/")),
        "search-index",
        f"{message[:1].upper()}{message[1:]}.",
        "build again; if it happens again, it is a fault of ours",
    )
