"""What the search must show, derived from the records and from the public library.

Nothing here calls what writes the index: the names of a facet's values come from the library, and
what a result shows and what a facet lists come from the records, field by field.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from citebound.model import Library
from citebound.proof.made.derived import VOICES
from citebound.proof.made.phrases import REVIEWS
from citebound.search.record import Record

FACETS = ("kind", "actor", "speaker", "voice", "source", "year", "status", "review")
"""The facets that there must be."""


def called(facet: str, library: Library) -> Mapping[str, str]:
    """What the values of a facet are called; a value that is not here is called what it is."""
    if facet in ("actor", "speaker"):
        return {actor.id: str(actor.name) for actor in library.actors.values()}
    if facet == "source":
        return {s.id: str(s.title) for s in library.sources.values() if str(s.title)}
    return {"voice": VOICES, "review": REVIEWS}.get(facet, {})


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
