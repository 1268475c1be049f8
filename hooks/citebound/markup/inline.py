"""Inline: what stands inside one block: citations, quotations with their parts, links.

The grammar is FORMAT, section 2. Everything is given with its offsets in the file;
what cannot be read is a finding at its place, and reading goes on.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

import regex

from citebound.markup.blocks import MASK, Block, autolinks
from citebound.model import Citation, Link, Part, PartKind, Quotation, Target, Text
from citebound.problems import Place, Problem
from citebound.text.edges import is_word

CITATION = regex.compile(r"\[@(?P<inside>[^\[\]\x00]*)\]")
_TARGET = regex.compile(
    r"@?(?P<id>[^\s,;@]+)(?:,\s*para\.?\s*(?P<para>\d{1,6})(?:,\s*(?P<nth>\d{1,4})(?:st|nd|rd|th))?)?"
)
_ID = regex.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_LINK = regex.compile(r"(?<!\!)\[(?P<label>[^\[\]\x00]*)\](?=\x00)")
_CUT = regex.compile(r"\[(?:…|\.\.\.)\]")
_BRACKET = regex.compile(r"\[(?!…\]|\.\.\.\])(?P<inside>[^\[\]\x00^@][^\[\]\x00]*)\](?![(\[])")
_TERM = regex.compile(r"\{:?[^}\n]*\.term\b[^}\n]*\}")
_EMPHASIS = regex.compile(r"\*|~~|`|(?<![\p{L}\p{N}])_(?=\S)|(?<=\S)_(?![\p{L}\p{N}])|\]\(")
_FAULTS = ("markup-in-quotation", "touching-insertion")
Cited = tuple[int, int, Citation | None]
"""Where a citation begins and ends in its block, and what it says; ``None``: nothing that
can be read, which has a finding."""


@dataclass(frozen=True, slots=True)
class File:
    """A file's text with the starts of its lines, for places."""

    path: str
    text: str
    lines: tuple[int, ...]

    def place(self, offset: int) -> Place:
        """The place of an offset in the file."""
        line = bisect_right(self.lines, offset)
        return Place(self.path, line, offset - self.lines[line - 1] + 1)

    def problem(self, offset: int, code: str, message: str, hint: str) -> Problem:
        """A finding at an offset in the file."""
        return Problem(self.place(offset), code, message, hint)


def citations_of(block: Block, file: File) -> tuple[list[Cited], list[Problem]]:
    """The citations of a block, in order, and what is wrong with those that cannot be read."""
    citations: list[Cited] = []
    problems: list[Problem] = []
    for found in CITATION.finditer(block.masked):
        targets = []
        at = found.start("inside") - 1
        for piece in ("@" + found["inside"]).split(";"):
            lead = len(piece) - len(piece.lstrip())
            target = _TARGET.fullmatch(piece.strip())
            if target is None or not _ID.fullmatch(target["id"]):
                problems.append(
                    file.problem(
                        block.at(found.start()),
                        "citation-form",
                        f"{found.group()} is not a citation",
                        "write [@source-id], [@source-id, para. 9], "
                        "[@source-id, para. 9, 2nd] or [@one; @other]",
                    )
                )
                citations.append((found.start(), found.end(), None))
                break
            begin = at + lead + (1 if piece.strip().startswith("@") else 0)
            targets.append(
                Target(
                    Text(target["id"], file.place(block.at(begin))),
                    int(target["para"]) if target["para"] else None,
                    int(target["nth"]) if target["nth"] else None,
                )
            )
            at += len(piece) + 1
        else:
            span = block.span(found.start(), found.end())
            citations.append((found.start(), found.end(), Citation(tuple(targets), span)))
    return citations, problems


def quotation_of(
    block: Block, start: int, end: int, file: File, marks: int = 1
) -> tuple[Quotation, list[Problem]]:
    """The quotation whose outer marks (each ``marks`` long) stand at the ends of a stretch."""
    first, last = start + marks, end - marks
    parts, problems = _parts(block, first, last, file)
    quotation = Quotation(
        block.span(start, end),
        block.span(first, last),
        parts,
        scope_of(block),
        file.place(block.at(start)),
        footnote=block.name,
        term=bool(_TERM.match(block.text, end)),
        faulty=any(problem.code in _FAULTS for problem in problems),
    )
    return quotation, problems


def scope_of(block: Block) -> str:
    """What a quotation is told of the block that holds it."""
    return {"quote": "block", "cell": "prose"}.get(block.kind, block.kind)


def _parts(
    block: Block, first: int, last: int, file: File
) -> tuple[tuple[Part, ...], list[Problem]]:
    """The words, cuts and brackets between two offsets of a block."""
    text, masked = block.text[:last], block.masked[:last]
    problems: list[Problem] = []
    if not text[first:].strip():
        problem = file.problem(
            block.at(first - 1 if first else 0),
            "empty-quotation",
            "there is nothing between these quotation marks",
            "take the marks out, or put the source's words between them",
        )
        return (), [problem]
    markup = _EMPHASIS.search(masked, first) or regex.compile(MASK).search(masked, first)
    if markup:
        problems.append(
            file.problem(
                block.at(markup.start()),
                "markup-in-quotation",
                "there is Markdown inside this quotation",
                "quote the words alone: no emphasis, code, links or escapes between the marks",
            )
        )
    parts: list[Part] = []
    at = first
    for found in regex.finditer(f"(?P<cut>{_CUT.pattern})|{_BRACKET.pattern}", masked, pos=first):
        if text[at : found.start()].strip():
            parts.append(
                Part(PartKind.WORDS, text[at : found.start()], block.span(at, found.start()))
            )
        span = block.span(found.start(), found.end())
        if found["cut"]:
            parts.append(Part(PartKind.CUT, "", span))
        else:
            before = text[found.start() - 1] if found.start() > first else " "
            after = text[found.end()] if found.end() < last else " "
            touches = is_word(before) or is_word(after)
            parts.append(Part(PartKind.BRACKET, found["inside"], span, touches))
            if touches and (len(found["inside"]) != 1 or is_word(before) or not is_word(after)):
                problems.append(
                    file.problem(
                        block.at(found.start()),
                        "touching-insertion",
                        f"{found.group()} touches a word and is not one letter in the other case",
                        "put spaces around an insertion; only [b]y for the source's By may touch",
                    )
                )
        at = found.end()
    if text[at:].strip():
        parts.append(Part(PartKind.WORDS, text[at:], block.span(at, last)))
    edges = [part for part in parts[:1] + parts[1:][-1:] if part.kind is PartKind.CUT]
    problems += (
        Problem(
            file.place(edge.span.start),
            "cut-at-edge",
            "a quotation neither begins nor ends with a cut",
            "begin with the first word quoted and end with the last; take this […] out",
        )
        for edge in edges
    )
    # The words between are looked for all the same: one slip is one finding.
    parts = [part for part in parts if part not in edges]
    if not problems and all(part.kind is not PartKind.WORDS for part in parts):
        problem = file.problem(
            block.at(max(first - 1, 0)),
            "empty-quotation",
            "there are no words of a source between these quotation marks",
            "quote words of it beside what you put in",
        )
        return (), [problem]
    return tuple(parts), problems


def links_of(block: Block) -> list[tuple[int, int, Link]]:
    """The links of a block, each with where it begins and ends there."""
    links = []
    for found in _LINK.finditer(block.masked):
        target = regex.compile(
            r"\(\s*<?(?P<target>[^\s<>]*?)>?(?:\s+[\"'(].*?)?\s*\)", regex.DOTALL
        )
        address = target.match(block.text, found.end())
        if address is None:
            continue
        link = Link(
            block.span(found.start("label"), found.end("label")),
            Text(address["target"], Place("", 1, 1)),
            block.span(found.start(), address.end()),
        )
        links.append((found.start(), address.end(), link))
    for start, end in autolinks(block.text):
        span = block.span(start, end)
        links.append((start, end, Link(span, Text(block.text[start + 1 : end - 1]), span)))
    return links
