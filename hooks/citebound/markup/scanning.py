"""Markup: the quotations, citations, footnotes and sentences of a Markdown file.

:func:`scan` takes a file apart into a :class:`~citebound.model.Document`, in which
everything has its offsets; it knows nothing of sources. What it cannot read it
reports, each finding at its place, and goes on. The grammar is FORMAT, section 2.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import unescape

import regex

from citebound.markup.block import BlockRead, read_block
from citebound.markup.blocks import MASK, Block, take_apart
from citebound.markup.inline import File
from citebound.model import (
    Document,
    Heading,
    ProseSentence,
    Quotation,
    Reference,
    Span,
)
from citebound.problems import Problem
from citebound.text.folding import MARKS

_ENTITY = regex.compile(r"&(?:[A-Za-z][A-Za-z0-9]*|#[0-9]+|#[xX][0-9A-Fa-f]+);")
_FORBIDDEN = regex.compile(r"[\x00\uE000-\uF8FF\U000F0000-\U0010FFFF]")


def scan(text: str, path: str, body: int = 0) -> Document:
    """The document of a Markdown file whose body begins at offset ``body``."""
    file = File(path, text, (0, *(m.end() for m in regex.finditer("\n", text))))
    taken = take_apart(text, body, path)
    reads = tuple(read_block(block, file) for block in taken.blocks)
    reads = _bind_block_quotations(reads)
    quotations = tuple(sorted((q for r in reads for q in r.quotations), key=lambda q: q.span))
    problems = {
        *_refused(file, body, taken.html, taken.definitions),
        *(problem for read in reads for problem in read.problems),
    }
    masked = [MASK] * len(text)
    for read in reads:
        for span in read.clear:
            masked[span.start : span.end] = text[span.start : span.end]
    return Document(
        path,
        text,
        body,
        "".join(masked),
        quotations,
        tuple(sorted((c for r in reads for c in r.citations), key=lambda c: c.span)),
        taken.footnotes,
        tuple(sorted((x for r in reads for x in r.references), key=lambda x: x.span)),
        _sentences(reads, quotations, file),
        tuple(sorted((x for r in reads for x in r.links), key=lambda x: x.span)),
        tuple(
            Heading(r.block.level, r.block.span(0, len(r.block.text)), r.block.line)
            for r in reads
            if r.block.kind == "heading"
        ),
        tuple(sorted(problems)),
    )


def _refused(
    file: File, body: int, html: Iterable[int], definitions: Iterable[int]
) -> Iterator[Problem]:
    """What is refused wherever it stands: it changes what other words mean."""
    for offset in html:
        yield file.problem(
            offset,
            "raw-html",
            "raw HTML is refused in what editors write",
            "say it in Markdown, or write \\< where the sign itself is meant",
        )
    for offset in definitions:
        yield file.problem(
            offset,
            "reference-definition",
            "this definition would turn words in brackets into a link or an abbreviation",
            "write a link where it is used: [words](address)",
        )
    for found in _ENTITY.finditer(file.text, body):
        # HTML has some twenty names for quotation marks; what an entity stands for tells.
        if unescape(found.group()) not in MARKS:
            continue
        yield file.problem(
            found.start(),
            "quotation-entity",
            f"{found.group()} stands for a quotation mark",
            "type the mark itself",
        )
    for found in _FORBIDDEN.finditer(file.text, body):
        yield file.problem(
            found.start(),
            "forbidden-character",
            f"U+{ord(found.group()):04X} is not a character that can be read",
            "take it out",
        )


def _bind_block_quotations(reads: tuple[BlockRead, ...]) -> tuple[BlockRead, ...]:
    """A last paragraph that is only attribution binds the whole of its block quotation."""
    bound = list(reads)
    for index, read in enumerate(reads):
        if read.block.kind != "quote" or read.quotations or not read.citations:
            continue
        for other in range(index):
            earlier = bound[other]
            if earlier.block.kind == "quote" and earlier.block.group == read.block.group:
                bound[other] = replace(
                    earlier,
                    quotations=tuple(
                        q if q.citation else replace(q, citation=read.citations[0])
                        for q in earlier.quotations
                    ),
                )
    return tuple(bound)


def _sentences(
    reads: tuple[BlockRead, ...], quotations: tuple[Quotation, ...], file: File
) -> tuple[ProseSentence, ...]:
    """The sentences of the prose with what binds them; a row of a table is one sentence."""
    references = [x for read in reads for x in read.references]
    sentences: list[ProseSentence] = []
    rows: dict[int, Span] = {}
    for number, read in enumerate(reads):
        block = read.block
        if block.kind == "cell" and not block.header:
            rows[block.group] = block.line
        if block.kind not in ("prose", "note"):
            continue
        sentences += (
            _sentence(span, quotations, references, block, number, file) for span in read.sentences
        )
        following = reads[number + 1] if number + 1 < len(reads) else None
        if sentences and following and following.block.kind == "quote":
            last = sentences[-1]
            if file.text[last.span.start : last.span.end].endswith(":"):
                quoted = [
                    q
                    for r in reads
                    if r.block.kind == "quote" and r.block.group == following.block.group
                    for q in r.quotations
                ]
                more = tuple(quotations.index(q) for q in quoted)
                sentences[-1] = replace(last, quotations=last.quotations + more)
    for group, line in rows.items():
        block = next(r.block for r in reads if r.block.kind == "cell" and r.block.group == group)
        sentences.append(_sentence(line, quotations, references, block, -group, file))
    return tuple(sorted(sentences, key=lambda sentence: sentence.span))


def _sentence(
    span: Span,
    quotations: tuple[Quotation, ...],
    references: list[Reference],
    block: Block,
    number: int,
    file: File,
) -> ProseSentence:
    return ProseSentence(
        span,
        tuple(i for i, q in enumerate(quotations) if span.holds(q.span)),
        tuple(x.name for x in references if span.holds(x.span)),
        block.kind == "note",
        number,
        file.place(span.start),
    )
