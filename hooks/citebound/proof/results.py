"""What the search must show, derived from the records and from the public library.

Nothing here calls what writes the index: the names of a facet's values come from the library, and
what a result shows and what a facet lists come from the records, field by field.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from citebound.model import Library
from citebound.proof.made.phrases import FOUND
from citebound.search.record import Record
from citebound.text.edges import UNSPACED
from citebound.text.patterns import Pattern

FACETS = ("kind", "actor", "speaker", "voice", "source", "year", "status", "review")
"""The facets that there must be."""

_UNSPACED = Pattern(rf"[{UNSPACED}]")
_NO_WIDTH = dict.fromkeys((0x200B, 0x200C, 0x200D))
_SPELLED = 4
"""A word of fewer letters is not in the word list."""


def called(facet: str, library: Library) -> Mapping[str, str]:
    """What the values of a facet are called; a value that is not here is called what it is."""
    if facet in ("actor", "speaker"):
        return {actor.id: str(actor.name) for actor in library.actors.values()}
    if facet == "source":
        return {s.id: str(s.title) for s in library.sources.values() if str(s.title)}
    return FOUND if facet == "voice" else {}


def result_of(record: Record) -> dict[str, Any]:
    """What a result must show of a record; what a record does not have is left out."""
    told: dict[str, Any] = {"kind": record.kind, "title": record.title, "address": record.address}
    if record.names:
        told["names"] = " · ".join(record.names)
    if record.parts:
        told["parts"] = [[p.text, p.anchor] if p.anchor else [p.text] for p in record.parts]
    if record.by:
        told["by"] = record.by
    if record.language != "en":
        told["lang"] = record.language
    if record.identity:
        told["quote"] = record.identity
    if record.ours:
        told["ours"] = [*record.ours]
    return {name: value for name, value in told.items() if value}


def letters_of(record: Record) -> str:
    """What must be indexed of a record, without what only parts words."""
    fields = (record.title, " · ".join(record.names), *(part.text for part in record.parts))
    return unparted("¶".join(field.replace("¶", " ") for field in fields))


def unparted(text: str) -> str:
    """A text without white space and the signs of no width that part or join letters."""
    return "".join(text.translate(_NO_WIDTH).split())


def facet_of(facet: str, records: Sequence[Record], library: Library) -> dict[str, Any]:
    """A facet: each value with its name, and for each record the numbers of its values."""
    of_records = [sorted(set(record.facets.get(facet, ()))) for record in records]
    values = sorted({value for held in of_records for value in held})
    at = {value: number for number, value in enumerate(values)}
    names = called(facet, library)
    numbers: list[list[int] | int | None] = []
    for held in of_records:
        if not held:
            numbers.append(None)
        else:
            numbers.append(at[held[0]] if len(held) == 1 else [at[value] for value in held])
    named = [[v] if names.get(v, v) == v else [v, names[v]] for v in values]
    return {"values": named, "of": numbers}


def spelled(records: Iterable[Record]) -> dict[str, dict[str, int]]:
    """The words for the spelling by their first letter, each with its number of records."""
    counted: dict[str, int] = {}
    for record in records:
        fields = (record.title, " ".join(record.names), " ".join(p.text for p in record.parts))
        for word in set(_words(" ".join(fields))):
            counted[word] = counted.get(word, 0) + 1
    found: dict[str, dict[str, int]] = {}
    for word, count in counted.items():
        found.setdefault(word[0], {})[word] = count
    return found


def _words(text: str) -> Iterable[str]:
    """The words of a text that are long enough, in small letters and without accents."""
    apart = "".join(c if unicodedata.category(c)[0] in "LM" else " " for c in text)
    for word in apart.split():
        if len(word) >= _SPELLED and not _UNSPACED.search(word):
            bare = unicodedata.normalize("NFD", word.lower())
            yield "".join(c for c in bare if unicodedata.category(c)[0] != "M")
