"""Scanning: a Markdown file to a document, in one reading.

:func:`scan` knows nothing of sources. What it cannot read, or what is not on the list of what
a body may hold, it reports, each finding at its place, and goes on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from citebound.markup.building import Builder
from citebound.markup.gathering import Within
from citebound.markup.grammar import block_tokens
from citebound.markup.nesting import nested
from citebound.model import Document, LineMap
from citebound.problems import Problem

_FORBIDDEN = regex.compile(r"[\x00\uE000-\uF8FF\U000F0000-\U0010FFFF]")


def scan(text: str, path: str, body: int = 0, not_ends: Sequence[str] = ()) -> Document:
    """The document of a Markdown file whose body begins at offset ``body``; its sentences do
    not end after the abbreviations ``not_ends``.
    """
    lines = LineMap(path, text)
    builder = Builder(text, body, lines, not_ends)
    blocks = builder.blocks(nested(block_tokens(text, body)), Within())
    gathered = builder.gathered
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
        tuple(sorted({*gathered.problems, *_forbidden(text, body, lines)})),
    )


def _forbidden(text: str, body: int, lines: LineMap) -> Iterator[Problem]:
    for found in _FORBIDDEN.finditer(text, body):
        yield Problem(
            lines.place(found.start()),
            "forbidden-character",
            f"U+{ord(found.group()):04X} is not a character that can be read",
            "remove it",
        )
