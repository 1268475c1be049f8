"""The words of a finished site against the words of the sources."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from citebound.model import Source, Span
from citebound.problems import Place, Problem
from citebound.proof.html import FinishedPage, Shown
from citebound.text.patterns import Pattern

_LOCUS = Pattern(r"(?P<source>[a-z0-9_-]+):(?P<spans>\d+-\d+(?:,\d+-\d+)*)")


def slices(identity: str, sources: Mapping[str, Source]) -> str | None:
    """The source's own words of an identity, white space folded, parts joined by a space."""
    locus = _LOCUS.fullmatch(identity)
    source = sources.get(locus["source"]) if locus else None
    if locus is None or source is None:
        return None
    spans = [Span(*map(int, pair.split("-"))) for pair in locus["spans"].split(",")]
    if any(span.end > len(source.text) or span.start >= span.end for span in spans):
        return None
    return " ".join(" ".join(span.of(source.text).split()) for span in spans)


def agrees(shown: Shown, true: str) -> bool:
    """Whether the pieces of a quotation are the source's words, in order, nothing left out.

    White space may differ only where a cut or an insertion of ours stands.
    """
    at = 0
    for piece in shown.pieces:
        words = " ".join(piece.split())
        while words and true[at : at + 1] == " ":
            at += 1
        if not true.startswith(words, at):
            return False
        at += len(words)
    return not true[at:].strip()


def page_words(
    path: str, page: FinishedPage, sources: Mapping[str, Source], expected: Iterable[str] = ()
) -> Iterator[Problem]:
    """What a page shows as a quotation is what its source says, and none is missing."""
    for shown in page.quotations:
        true = slices(shown.identity, sources)
        if true is None:
            yield Problem(
                Place(path, shown.line),
                "rendered-quotation",
                f"the page names a passage that there is not: {shown.identity}",
                "a template or an extension has changed data-quote",
            )
        elif not agrees(shown, true):
            words = " ".join("".join(shown.pieces).split())
            yield Problem(
                Place(path, shown.line),
                "rendered-quotation",
                f"the page shows “{words}” where {shown.identity} has “{true}”",
                "a template or an extension has rewritten the source's words; switch it off",
            )
    there = {shown.identity for shown in page.quotations}
    for identity in sorted(set(expected) - there):
        yield Problem(
            Place(path),
            "rendered-quotation",
            f"the page does not show {identity}, which it should",
            "a template or an extension has dropped it",
        )


def may_quote(sources: Mapping[str, Source]) -> bool:
    """Whether a site has quotations at all: with the rights ``metadata`` alone it has none."""
    return not sources or any(source.quotable for source in sources.values())


def data_words(folder: Path, sources: Mapping[str, Source]) -> Iterator[Problem]:
    """Every quotation in the exported data is what its source says, and there are some if any
    source may be quoted.
    """
    for name in ("data/quotations.json", "data/library.json"):
        path = folder / name
        if not path.is_file():
            continue
        try:
            told = json.loads(path.read_bytes())
        except ValueError as error:
            yield _data(name, f"the file cannot be read: {error}")
            continue
        records = told.get("quotations") if isinstance(told, dict) else told
        if records == [] and not may_quote(sources):
            continue
        if not isinstance(records, list) or not records:
            yield _data(name, "the data have no quotation to compare")
            continue
        for record in records:
            yield from _record(name, record, sources)


def _record(name: str, record: object, sources: Mapping[str, Source]) -> Iterator[Problem]:
    """One record of a quotation, as the data have it."""
    if not isinstance(record, dict) or not {"id", "source", "spans", "words"} <= record.keys():
        yield _data(name, "a record of the data is no quotation")
        return
    identity, words = str(record["id"]), record["words"]
    true = slices(identity, sources)
    spans = ",".join(f"{start}-{end}" for start, end in record["spans"])
    if identity != f"{record['source']}:{spans}":
        yield _data(name, f"{identity} has the spans {spans} of {record['source']}")
    elif true is None or " ".join(" ".join(map(str, words)).split()) != true:
        yield _data(
            name, f"the data have “{' '.join(map(str, words))}” where {identity} has “{true}”"
        )


def _data(name: str, message: str) -> Problem:
    return Problem(
        Place(name), "rendered-quotation", message, "the export has changed the source's words"
    )
