"""What the tool writes into an editor's files: signatures, citations, pins, moved sources.

Each function takes a text and gives the new one, which a command then writes; nothing
here decides whether a quotation holds.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import yaml

from citebound.model import Citation, Document, Quotation, Source, Target
from citebound.passages.locating import locators, without_trailing
from citebound.passages.matching import Shelf, find

_REVIEW = re.compile(r"^review:[^\n]*\n(?:[ \t]+[^\n]*\n)*", re.MULTILINE)
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)


def with_review(text: str, by: str, date: str, fingerprint: str) -> str:
    """A briefing with its review written into the front matter."""
    quoted = '"' + by.replace("\\", "\\\\").replace('"', '\\"') + '"'
    lines = f"review:\n  by: {quoted}\n  date: {date}\n  fingerprint: {fingerprint}\n"
    opening = text.index("\n") + 1
    closing = _CLOSE.search(text, opening)
    if closing is None:
        raise ValueError("the file has no front matter")
    head, rest = text[: closing.start()], text[closing.start() :]
    return _REVIEW.sub("", head) + lines + rest


def with_field(text: str, key: str, value: str) -> str:
    """YAML with a top-level field set to a plain value, its line replaced or added."""
    line = re.compile(rf"^{re.escape(key)}:[^\n]*$", re.MULTILINE)
    if line.search(text):
        return line.sub(f"{key}: {value}", text, count=1)
    return f"{text.rstrip()}\n{key}: {value}\n"


def field_of(text: str, key: str) -> str:
    """The plain value of a top-level field, as YAML reads it; empty where there is none."""
    found = re.search(rf"^{re.escape(key)}:(?P<value>[^\n]*)$", text, re.MULTILINE)
    value = yaml.safe_load(found["value"]) if found else None
    return "" if value is None else str(value)


def digest(data: bytes) -> str:
    """The SHA-256 of a text's bytes, in hexadecimal, as ``source.yml`` has it."""
    return hashlib.sha256(data).hexdigest()


def with_citations(document: Document, unbound: Iterable[int], source: str) -> str:
    """A document with ``[@source]`` after each of the quotations of these indices."""
    text = document.text
    for index in sorted(unbound, reverse=True):
        end = document.quotations[index].span.end
        text = f"{text[:end]} [@{source}]{text[end:]}"
    return text


@dataclass(frozen=True, slots=True)
class Moved:
    """A document after its citations were moved, and the quotations that stayed with the old
    source: their lines and why.
    """

    text: str
    moved: int
    stayed: tuple[tuple[int, str], ...]


def move_citations(
    document: Document, old: str, new: Source, shelves: Mapping[str, Shelf]
) -> Moved:
    """A document with every citation of ``old`` as one of ``new``, where the new source has
    all the words that it binds, once; others stay and are named.
    """
    bound: dict[Citation, list[Quotation]] = {}
    for quotation in document.quotations:
        if quotation.citation is not None:
            bound.setdefault(quotation.citation, []).append(quotation)
    written: list[str] = []
    moved, at = 0, 0
    stayed: list[tuple[int, str]] = []
    for citation in document.citations:
        if not any(target.source == old for target in citation.targets):
            continue
        try:
            place = _new_place(bound.get(citation, []), new.id, shelves[new.id])
        except _StaysError as reason:
            stayed.append((document.place(citation.span.start).line, str(reason)))
            continue
        targets = "; ".join(
            f"@{new.id}{f', para. {place}' if target.paragraph else ''}"
            if target.source == old
            else _written(target)
            for target in citation.targets
        )
        written += (document.text[at : citation.span.start], f"[{targets}]")
        at = citation.span.end
        moved += 1
    return Moved("".join((*written, document.text[at:])), moved, tuple(stayed))


class _StaysError(Exception):
    """A citation stays with its source; the message says why."""


def _new_place(bound: Sequence[Quotation], name: str, shelf: Shelf) -> int:
    """The paragraph of a new source that has the words of all these quotations.

    Raises :class:`_StaysError`.
    """
    if not bound:
        raise _StaysError("it names a place without words; write the new place by hand")
    paragraphs = set()
    for quotation in bound:
        shorter = without_trailing(quotation.parts)
        matches = find(shelf, quotation.parts) or (find(shelf, shorter[0]) if shorter else ())
        if not matches:
            raise _StaysError(f"{name} does not have these words")
        if len(matches) > 1:
            raise _StaysError(f"they are in several places: {locators(name, matches)}")
        paragraphs.add(matches[0].paragraph)
    if len(paragraphs) > 1:
        raise _StaysError(
            f"its quotations are in several paragraphs of {name}; give each its own citation"
        )
    return paragraphs.pop()


def _written(target: Target) -> str:
    paragraph = f", para. {target.paragraph}" if target.paragraph else ""
    occurrence = f", {_ordinal(target.occurrence)}" if target.occurrence else ""
    return f"@{target.source}{paragraph}{occurrence}"


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"
