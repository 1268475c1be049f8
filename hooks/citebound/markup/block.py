"""One block of a Markdown file read: its quotations, citations, footnote marks and sentences.

A citation binds the unbound quotations before it, back to the citation or the sentence
before; a paragraph of a block quotation is one quotation (FORMAT, section 2).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import regex

from citebound.markup.blocks import MASK, Block
from citebound.markup.inline import CITATION, File, citations_of, links_of, quotation_of, scope_of
from citebound.markup.pairing import Loose, Pair, pair
from citebound.model import (
    Citation,
    Link,
    Part,
    PartKind,
    Quotation,
    Reference,
    Span,
)
from citebound.problems import Problem
from citebound.text.sentences import split

_REFERENCE = regex.compile(r"\[\^(?P<name>[^\[\]\s\x00]+)\](?!:)")
_TAIL = regex.compile(r"(?:(?:\A|(?<=[\s”\"»“]))(?:[—–]|--)[^\n]*)?(?:\s*\[@[^\[\]]*\])*[\s.]*\Z")
_MARKED = regex.compile(r"“.*”|\".*\"|„.*“|«.*»|».*«", regex.DOTALL)


@dataclass(frozen=True, slots=True)
class BlockRead:
    """What one block holds. ``sentences`` are spans in the file."""

    block: Block
    quotations: tuple[Quotation, ...] = ()
    citations: tuple[Citation, ...] = ()
    references: tuple[Reference, ...] = ()
    links: tuple[Link, ...] = ()
    sentences: tuple[Span, ...] = ()
    clear: tuple[Span, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_block(block: Block, file: File) -> BlockRead:
    """What one block holds, each thing with its place in the file."""
    if block.kind == "quote":
        return _read_quotation(block, file)
    pairs, loose = pair(block.masked)
    problems = [file.problem(block.at(x.at), x.code, x.message, x.hint) for x in loose]
    citations, unread = citations_of(block, file)
    problems += unread
    inside = [c for c in citations if any(p.start < c[0] < p.end for p in pairs)]
    swallowed = {p: c[2] for c in reversed(inside) for p in pairs if p.start < c[0] < p.end}
    problems += (
        file.problem(
            block.at(start),
            "citation-inside-quotation",
            "this citation stands inside the quotation marks",
            "put it behind the closing mark: “…” [@source]",
        )
        for start, _, _ in inside
    )
    outside = [c for c in citations if c not in inside]
    sentences = tuple(split(_skeleton(block, pairs)))
    found = [quotation_of(block, marks.start, marks.end, file) for marks in pairs]
    problems += (problem for _, some in found for problem in some)
    read = [
        (
            marks.start,
            replace(q, citation=swallowed[marks], faulty=True) if marks in swallowed else q,
        )
        for marks, (q, _) in zip(pairs, found, strict=True)
    ]
    read += _meant(block, loose, sentences, file)
    quotations = []
    floor = 0
    for start, end, citation in outside:
        begin = max([floor, *(s.start for s in sentences if s.start <= start)])
        for at, quotation in [taken for taken in read if begin <= taken[0] < start]:
            read.remove((at, quotation))
            faulty = quotation.faulty or citation is None
            quotations.append(replace(quotation, citation=citation, faulty=faulty))
        floor = end
    quotations += (quotation for _, quotation in read)
    references = [
        (m.start(), m.end(), m["name"])
        for m in _REFERENCE.finditer(block.masked)
        if not any(p.start < m.start() < p.end for p in pairs)
    ]
    links = links_of(block)
    holes = [
        *((p.start, p.end) for p in pairs),
        *((start, end) for start, end, _ in citations),
        *((start, end) for start, end, _ in references),
        *((start, end) for start, end, _ in links),
    ]
    return BlockRead(
        block,
        tuple(quotations),
        tuple(c for _, _, c in outside if c is not None),
        tuple(
            Reference(name, block.span(start, end), file.place(block.at(start)))
            for start, end, name in references
        ),
        tuple(link for _, _, link in links),
        tuple(block.span(s.start, s.end) for s in sentences),
        _clear(block, holes),
        tuple(problems),
    )


def _meant(
    block: Block, loose: Iterable[Loose], sentences: Iterable[Span], file: File
) -> Iterator[tuple[int, Quotation]]:
    """The words that marks which pair with nothing were probably put around, as quotations
    that are never bound: they keep one slip from being found again as another.
    """
    cited = [m.start() for m in regex.finditer(r"\[[@^]", block.masked)]
    for mark in loose:
        start = max([mark.start, *(s.start for s in sentences if s.start <= mark.at)])
        end = min([mark.end, *(at for at in cited if at > mark.at)])
        end = min([end, *(s.end for s in sentences if s.start <= mark.at < s.end)])
        words = regex.compile(r"[^\W_].*[^\W_]", regex.DOTALL).search(block.text, start, end)
        if words is None:
            continue
        span = block.span(*words.span())
        part = Part(PartKind.WORDS, words.group(), span)
        quotation = Quotation(
            block.span(start, end),
            span,
            (part,),
            scope_of(block),
            file.place(block.at(mark.at)),
            footnote=block.name,
            faulty=True,
        )
        yield start, quotation


def _clear(block: Block, holes: list[tuple[int, int]]) -> tuple[Span, ...]:
    """The stretches of a block, in the file, that are prose of our own."""
    if block.kind in ("heading", "footnote"):
        return ()
    masked = list(block.masked)
    for start, end in holes:
        masked[start:end] = MASK * (end - start)
    return tuple(
        block.span(found.start(), found.end())
        for found in regex.finditer(r"[^\x00\n]+", "".join(masked))
    )


def _skeleton(block: Block, pairs: tuple[Pair, ...]) -> str:
    """The block's text as sentences see it: the insides of quotations, citations and
    marks are no ends, but for the end mark that stands before a closing mark.
    """
    masked = block.masked
    lead = len(masked) - len(masked.lstrip(MASK)) if block.kind == "note" else 0
    letters = list(" " * lead + masked[lead:].replace(MASK, "X"))
    for marks in pairs:
        last = marks.end - 2
        while last > marks.start and masked[last] in ".!?…။":
            last -= 1
        letters[marks.start + 1 : last + 1] = "x" * (last - marks.start)
    for found in (*CITATION.finditer(masked), *_REFERENCE.finditer(masked)):
        start, end = found.start() + 2, found.end() - 1
        letters[start:end] = "x" * (end - start)
    return "".join(letters)


def _read_quotation(block: Block, file: File) -> BlockRead:
    """A paragraph of a block quotation is one quotation, its outer marks dropped; what
    begins with a dash at its end, or is only a citation, is attribution.
    """
    citations, problems = citations_of(block, file)
    text = block.text
    end = len(_TAIL.split(text, maxsplit=1)[0].rstrip())
    start = len(text) - len(text.lstrip())
    inside = [c for c in citations if c[0] < end]
    problems += (
        file.problem(
            block.at(at),
            "citation-inside-quotation",
            "this citation stands inside the quotation",
            "put it at the end of the block quotation",
        )
        for at, _, _ in inside
    )
    outside = [c for c in citations if c not in inside]
    quotations: tuple[Quotation, ...] = ()
    if start < end:
        marks = 1 if _MARKED.fullmatch(text, start, end) else 0
        quotation, found = quotation_of(block, start, end, file, marks)
        problems += found
        if outside:
            unread = quotation.faulty or outside[0][2] is None
            quotation = replace(quotation, citation=outside[0][2], faulty=unread)
        if inside:
            quotation = replace(quotation, citation=inside[0][2], faulty=True)
        quotations = (quotation,)
    cited = tuple(c for _, _, c in outside if c is not None)
    return BlockRead(block, quotations, cited, problems=tuple(problems))
