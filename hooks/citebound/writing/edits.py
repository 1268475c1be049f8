"""What the tool writes into an editor's files: signatures, citations, pins, moved sources.

Each function takes a text and gives the new one, which a command then writes; nothing
here decides whether a quotation holds.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from citebound.model import Document, Source, Target
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
    shelf = shelves[new.id]
    text = document.text
    moved = 0
    stayed: list[tuple[int, str]] = []
    for citation in reversed(document.citations):
        if not any(target.source == old for target in citation.targets):
            continue
        bound = [q for q in document.quotations if q.citation == citation]
        locator = ""
        reason = ""
        for quotation in bound:
            shorter = without_trailing(quotation.parts)
            matches = find(shelf, quotation.parts) or (find(shelf, shorter[0]) if shorter else ())
            if not matches:
                reason = f"{new.id} does not have these words"
            elif len(matches) > 1:
                reason = f"they stand in several places: {locators(new.id, matches)}"
            elif any(t.source == old and t.paragraph for t in citation.targets):
                locator = f", para. {matches[0].paragraph}"
        if reason:
            stayed.append((document.place(citation.span.start).line, reason))
            continue
        targets = "; ".join(
            f"@{new.id}{locator}" if target.source == old else _written(target)
            for target in citation.targets
        )
        text = f"{text[: citation.span.start]}[{targets}]{text[citation.span.end :]}"
        moved += 1
    return Moved(text, moved, tuple(reversed(stayed)))


def _written(target: Target) -> str:
    paragraph = f", para. {target.paragraph}" if target.paragraph else ""
    return f"@{target.source}{paragraph}"
