"""Block quotations: each paragraph is one quotation, its outer marks dropped.

What says whose words they are is at the end: a line of its own that begins with a dash,
or citations alone. A dash anywhere else is the source's (docs/quoting.md, "Block quotations").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex
from markdown_it.token import Token

from citebound.markup.grammar import inline_tokens
from citebound.markup.placed import Placed
from citebound.markup.quotations import citation_of, citations_inside, quotation_of
from citebound.markup.runs import RunRead, inside_problem, read_run
from citebound.model import Citation, LineMap, Quotation
from citebound.problems import Problem
from citebound.text.patterns import Pattern

_DASHED = Pattern(r"(?:\A|\n)[ \t]*(?:[—–―]|--)[^\n]*\Z")
_BREAKS = ("softbreak", "hardbreak")
_MARKED = Pattern(r"“.*”|\".*\"|„.*“|«.*»|».*«", regex.DOTALL)


@dataclass(frozen=True, slots=True)
class QuotedParagraph:
    """A paragraph of a block quotation: its quotation, if it has words, and its attribution."""

    quotations: tuple[Quotation, ...]
    attribution: RunRead | None
    problems: tuple[Problem, ...]


def quoted_paragraphs(paragraphs: Sequence[Placed], lines: LineMap) -> list[QuotedParagraph]:
    """The paragraphs of a block quotation. A last paragraph that is attribution alone binds
    all before it that have no citation of their own.
    """
    read = [_paragraph(p, lines, last=p is paragraphs[-1]) for p in paragraphs]
    cited: Citation | None = None
    for number in range(len(read) - 1, -1, -1):
        paragraph = read[number]
        own = paragraph.attribution.cited if paragraph.attribution else ()
        if own and number == len(read) - 1 and not paragraph.quotations:
            cited = own[0]
        # What cannot be read binds nothing: its finding also stands for the words before it.
        unread = None if own and own[0] else _unread(paragraph)
        read[number] = replace(
            paragraph,
            quotations=tuple(
                replace(q, citation=own[0] if own else cited, fault=q.fault or unread)
                if q.citation is None
                else q
                for q in paragraph.quotations
            ),
        )
    return read


def _paragraph(placed: Placed, lines: LineMap, *, last: bool) -> QuotedParagraph:
    text = placed.text
    tokens = inline_tokens(text).tokens
    problems: list[Problem] = []
    end = _words_end(text, tokens, last=last)
    start = len(text) - len(text.lstrip())
    quotations: tuple[Quotation, ...] = ()
    if start < end:
        marks = 1 if _MARKED.fullmatch(text, start, end) else 0
        quotation, problems = quotation_of(placed, start, end, lines, "block", marks)
        inside = next(_citations(text, tokens, end), None)
        if inside is not None:
            at, typed = inside
            fault = _inside(lines, placed.at(at))
            problems.append(fault)
            citation = citation_of(typed, at, placed, lines)
            known = citation if isinstance(citation, Citation) else None
            quotation = replace(quotation, citation=known, fault=fault)
        quotations = (quotation,)
    end += len(text[end:]) - len(text[end:].lstrip())
    said = placed.stretch(end, len(text))
    attribution = read_run(said, lines, "block") if said.text.strip() else None
    return QuotedParagraph(quotations, attribution, tuple(problems))


def _unread(paragraph: QuotedParagraph) -> Problem | None:
    """The finding of the first citation of an attribution that cannot be read, if there is one."""
    found = paragraph.attribution.problems if paragraph.attribution else ()
    return next((problem for problem in found if problem.code == "citation-form"), None)


def _inside(lines: LineMap, offset: int) -> Problem:
    return inside_problem(lines, offset, "at the end of the block quotation")


def _words_end(text: str, tokens: Sequence[Token], *, last: bool) -> int:
    """Where the words of a source end in a paragraph, and what says whose they are begins."""
    dashed = _DASHED.search(text) if last else None
    if dashed is not None and not _is_within(tokens, dashed.start()):
        return len(text[: dashed.start()].rstrip())
    return _cited_from(text, tokens)


def _is_within(tokens: Sequence[Token], at: int) -> bool:
    """Whether a line ends within a token, as in a quotation over two lines."""
    spans = (token.meta["span"] for token in tokens if token.type not in _BREAKS)
    return any(start < at < end for start, end in spans)


def _cited_from(text: str, tokens: Sequence[Token]) -> int:
    """Where the citations begin, with the white space before them, that a paragraph ends with."""
    end = first = len(text)
    while end > 0 and (text[end - 1].isspace() or text[end - 1] == "."):
        end -= 1
    for token in reversed([token for token in tokens if token.type == "citation"]):
        start, stop = token.meta["span"]
        if stop != end:
            break
        end = start
        while end > 0 and text[end - 1].isspace():
            end -= 1
        first = end
    return first


def _citations(text: str, tokens: Sequence[Token], end: int) -> Iterator[tuple[int, str]]:
    """The citations before a place of a paragraph, those between quotation marks included."""
    for token in tokens:
        start, stop = token.meta["span"]
        if token.type in ("citation", "quotation"):
            yield from citations_inside(text, start, min(stop, end))
