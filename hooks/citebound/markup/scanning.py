"""Scanning: a Markdown file to a document, in one reading.

:func:`scan` knows nothing of sources. What it cannot read, or what is not on the list of what
a body may hold, it reports, each finding at its place, and goes on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citebound.markup.building import Builder
from citebound.markup.gathering import Within
from citebound.markup.grammar import block_tokens
from citebound.markup.nesting import nested
from citebound.markup.refusals import forbidden
from citebound.model import Document, LineMap, Span
from citebound.problems import Problem
from citebound.text.characters import unfit
from citebound.text.patterns import Pattern

_NOWHERE = Pattern(r"[\x00\uE000-\uF8FF\U000F0000-\U0010FFFF]")
"""What has no place in a quotation either."""


def scan(text: str, path: str, body: int = 0, not_ends: Sequence[str] = ()) -> Document:
    """The document of a Markdown file whose body begins at offset ``body``; its sentences do
    not end after the abbreviations ``not_ends``.
    """
    lines = LineMap(path, text)
    builder = Builder(text, body, lines, not_ends)
    blocks = builder.blocks(nested(block_tokens(text, body)), Within())
    gathered = builder.gathered
    quoted = [quotation.inside for quotation in gathered.quotations]
    return Document(
        path,
        text,
        body,
        blocks,
        tuple(gathered.quotations),
        tuple(gathered.citations),
        tuple(gathered.footnotes),
        tuple(gathered.references),
        tuple(sorted(gathered.sentences, key=lambda sentence: sentence.span)),
        tuple(gathered.links),
        tuple(gathered.ours),
        tuple(sorted({*gathered.problems, *_forbidden(text, body, lines, quoted)})),
    )


def _forbidden(text: str, body: int, lines: LineMap, quoted: Sequence[Span]) -> Iterator[Problem]:
    """The characters of a body that cannot be read. What is hidden in the words of a quotation
    (``quoted``) is the source's, which they are compared with.
    """
    within = iter(sorted(quoted))
    span = next(within, None)
    for at in unfit(text, body):
        while span is not None and span.end <= at:
            span = next(within, None)
        if span is not None and span.start <= at and not _NOWHERE.match(text, at):
            continue
        yield forbidden(text[at], at, lines)
