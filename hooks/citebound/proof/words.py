"""The words of a finished site against the words of the sources."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import regex

from citebound.model import Source, Span
from citebound.problems import Place, Problem
from citebound.proof.html import FinishedPage, Shown

_LOCUS = regex.compile(r"(?P<source>[a-z0-9_-]+):(?P<spans>\d+-\d+(?:,\d+-\d+)*)")


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


def data_words(folder: Path, sources: Mapping[str, Source]) -> Iterator[Problem]:
    """Every quotation in the exported data is what its source says."""
    for path in sorted((folder / "data").glob("*.json")):
        name = path.relative_to(folder).as_posix()
        for record in _records(json.loads(path.read_text(encoding="utf-8"))):
            true = slices(record["identity"], sources)
            pieces = record["words"].split("[…]")
            if true is None or not agrees(Shown(record["identity"], pieces, 1), true):
                yield Problem(
                    Place(name),
                    "rendered-quotation",
                    f"the data have “{record['words']}” where {record['identity']} has “{true}”",
                    "the export has changed the source's words",
                )


def _records(value: object) -> Iterator[dict[str, str]]:
    """Every object that names a passage and gives its words."""
    if isinstance(value, dict):
        if isinstance(value.get("identity"), str) and isinstance(value.get("words"), str):
            yield value
        for inner in value.values():
            yield from _records(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _records(inner)
