"""What the tool writes into an editor's files: signatures, citations, pins, moved sources.

Each function takes a text and gives the new one, which a command then writes; nothing
here decides whether a quotation holds.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from citebound.model import Answered, Citation, Document, Quotation, Source, Span, Target, Text
from citebound.passages.locating import locators, without_trailing
from citebound.passages.matching import SearchableSource, find
from citebound.reading.front_matter import CLOSING

_IDLE = r"[ \t]*(?:#[^\n]*)?\n"
_VALUE = rf"(?:(?:{_IDLE})*(?!{_IDLE}|[\w-]+[ \t]*:\s)[^\n]+\n)*"
"""The further lines of a value, up to the next key, with the comments and empty lines between
them. Those right before the next key are not the value's.
"""

_REVIEW = re.compile(rf"^review:[^\n]*\n{_VALUE}", re.MULTILINE)
_SOURCES = re.compile(rf"^sources:[^\n]*\n{_VALUE}", re.MULTILINE)


def with_review(
    text: str, by: str, date: str, fingerprint: str, answers: Sequence[Answered] = ()
) -> str:
    """A briefing with its review written into the front matter."""
    lines = f"review:\n  by: {_quoted(by)}\n  date: {date}\n  fingerprint: {fingerprint}\n"
    if answers:
        lines += "  answers:\n" + "".join(
            f"    - statement: {_quoted(one.statement)}\n      asked: {one.asked}\n"
            f"      question: {_quoted(one.question)}\n      answer: {_quoted(one.answer)}\n"
            for one in answers
        )
    opening = text.index("\n") + 1
    closing = CLOSING.search(text, opening)
    if closing is None:
        raise ValueError("the file has no front matter")
    head, rest = text[: closing.start()], text[closing.start() :]
    return _REVIEW.sub("", head) + lines + rest


def _quoted(words: str) -> str:
    """Words as YAML has them in quotation marks, on one line."""
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def with_field(text: str, key: str, value: str) -> str:
    """YAML with a top-level field set to a plain value, its line replaced or added."""
    line = re.compile(rf"^{re.escape(key)}:[^\n]*$", re.MULTILINE)
    if line.search(text):
        return line.sub(f"{key}: {value}", text, count=1)
    return f"{text.rstrip()}\n{key}: {value}\n"


def with_sources(text: str, sources: Sequence[str]) -> str:
    """A briefing with the sources of its front matter set to these, in the form that it had or
    in one line.
    """
    closing = CLOSING.search(text, text.index("\n") + 1)
    if closing is None:
        raise ValueError("the file has no front matter")
    head, rest = text[: closing.start()], text[closing.start() :]
    line = f"sources: [{', '.join(sources)}]\n"
    written, times = _SOURCES.subn(lambda _: line, head, count=1)
    return (written if times else head + line) + rest


def digest(data: bytes) -> str:
    """The SHA-256 of a text's bytes, in hexadecimal, as ``source.yml`` has it."""
    return hashlib.sha256(data).hexdigest()


def with_citations(document: Document, unbound: Iterable[int], source: str) -> str:
    """A document with ``[@source]`` after each of the quotations of these indices."""
    ends = sorted(document.quotations[index].span.end for index in unbound)
    pieces = [document.text[start:end] for start, end in pairwise((0, *ends))]
    return f" [@{source}]".join((*pieces, document.text[ends[-1] if ends else 0 :]))


@dataclass(frozen=True, slots=True)
class Moved:
    """A document after its citations were moved, and the citations that stayed with the old
    source: their lines and why.
    """

    text: str
    moved: int
    stayed: tuple[tuple[int, str], ...]


class _StaysError(Exception):
    """Why a citation stays with its source."""


def move_citations(
    document: Document, old: str, new: Source, searchables: Mapping[str, SearchableSource]
) -> Moved:
    """A document with every citation of ``old`` as one of ``new``, where the new source has
    all the words that it binds, once, in one paragraph; others stay and are named.
    """
    bound: dict[Span, list[Quotation]] = defaultdict(list)
    for quotation in document.quotations:
        if quotation.citation is not None:
            bound[quotation.citation.span].append(quotation)
    pieces: list[str] = []
    stayed: list[tuple[int, str]] = []
    moved, at = 0, 0
    for citation in sorted(document.citations, key=lambda citation: citation.span):
        if not any(target.source == old for target in citation.targets):
            continue
        span = citation.span
        try:
            written = _moved(citation, bound[span], old, searchables[new.id])
        except _StaysError as reason:
            stayed.append((document.place(span.start).line, str(reason)))
            continue
        pieces += (document.text[at : span.start], written)
        moved, at = moved + 1, span.end
    return Moved("".join((*pieces, document.text[at:])), moved, tuple(stayed))


def _moved(
    citation: Citation, bound: Sequence[Quotation], old: str, searchable: SearchableSource
) -> str:
    """A citation of ``old`` as it is written for the source of ``searchable``, which has the words
    of all quotations that are ``bound``. Raises :class:`_StaysError`.
    """
    name = searchable.source.id
    if not bound:
        raise _StaysError("it binds no words to look for; write the new one by hand")
    paragraphs = sorted({_paragraph(quotation, searchable) for quotation in bound})
    if len(paragraphs) > 1:
        raise _StaysError(
            f"its quotations are in different paragraphs of {name}: "
            f"para. {' and '.join(map(str, paragraphs))}; give each its own citation"
        )
    targets = (
        Target(Text(name), paragraphs[0] if target.paragraph else None)
        if target.source == old
        else target
        for target in citation.targets
    )
    # Two places of the old source may be one of the new.
    return f"[{'; '.join(dict.fromkeys(map(_written, targets)))}]"


def _paragraph(quotation: Quotation, searchable: SearchableSource) -> int:
    """The paragraph that has a quotation's words. Raises :class:`_StaysError`."""
    shorter = without_trailing(quotation.parts)
    matches = find(searchable, quotation.parts) or (find(searchable, shorter[0]) if shorter else ())
    if not matches:
        raise _StaysError(f"{searchable.source.id} does not have these words")
    if len(matches) > 1:
        raise _StaysError(f"they are in several places: {locators(searchable.source.id, matches)}")
    return matches[0].paragraph


def _written(target: Target) -> str:
    """A target as an editor writes it: ``@id, para. 3, 2nd``."""
    paragraph = f", para. {target.paragraph}" if target.paragraph else ""
    occurrence = f", {_ordinal(target.occurrence)}" if target.occurrence else ""
    return f"@{target.source}{paragraph}{occurrence}"


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"
