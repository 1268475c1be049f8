"""A run read: its inline nodes, quotations, citations, footnote marks and sentences.

A citation binds the unbound quotations before it, back to the citation or the sentence
before (docs/quoting.md, "Citations").
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex
from markdown_it.token import Token

from citebound.markup.grammar import InlineRead, inline_tokens
from citebound.markup.pairing import Loose
from citebound.markup.placed import Placed
from citebound.markup.quotations import citation_of, citations_inside, quotation_of
from citebound.markup.refusals import deceives, refused_inline, refused_words
from citebound.markup.skeleton import ours_of, skeleton_of
from citebound.model import (
    Citation,
    LineMap,
    Link,
    Part,
    PartKind,
    Quotation,
    Reference,
    Span,
    Text,
)
from citebound.problems import Problem
from citebound.text.patterns import Pattern


@dataclass(frozen=True, slots=True)
class SentenceRead:
    """A sentence of a run: its span in the file, and what is read of it: our own words, and
    the spans of its quotations.
    """

    span: Span
    pieces: tuple[str | Span, ...]


@dataclass(frozen=True, slots=True)
class RunRead:
    """What a run holds. ``quotations`` may hold more than the tokens tell of: words that
    marks without a partner were probably put around, which are never bound.

    ``cited`` are the citations token by token, ``None`` for one that cannot be read.
    ``ours`` is the run's text with all that is not our own words as U+0000.
    """

    placed: Placed
    tokens: tuple[Token, ...]
    quotations: tuple[Quotation, ...] = ()
    cited: tuple[Citation | None, ...] = ()
    references: tuple[Reference, ...] = ()
    links: tuple[Link, ...] = ()
    sentences: tuple[SentenceRead, ...] = ()
    ours: str = ""
    problems: tuple[Problem, ...] = ()


def read_run(placed: Placed, lines: LineMap, scope: str, not_ends: Sequence[str] = ()) -> RunRead:
    """What a run holds, each thing with its place in the file; its sentences do not end after
    the abbreviations ``not_ends``.
    """
    read = inline_tokens(placed.text)
    tokens = read.tokens
    ours = ours_of(placed.text, tokens)
    skeleton = skeleton_of(tokens, placed.text)
    loose = sorted((*read.loose, *skeleton.singles()), key=lambda found: found.at)
    problems = [_problem(found, placed, lines) for found in loose]
    problems += refused_inline(tokens, placed, lines)
    problems += refused_words(ours, placed, lines)
    problems += (
        deceives(found, lines.place(placed.at(found.at))) for found in skeleton.deceiving()
    )
    spans = tuple(skeleton.sentences(not_ends))
    cited = [
        citation_of(t.content, t.meta["span"][0], placed, lines)
        for t in tokens
        if t.type == "citation"
    ]
    problems += (c for c in cited if isinstance(c, Problem))
    citations = tuple(c if isinstance(c, Citation) else None for c in cited)
    taken, found = _quotations(tokens, placed, lines, scope)
    problems += found
    taken += _meant(loose, read, spans, placed, lines, scope)
    taken.sort(key=lambda pair: pair[0])
    quotations = _bound(taken, tokens, cited, spans)
    return RunRead(
        placed,
        tokens,
        tuple(quotations),
        citations,
        tuple(_references(tokens, placed, lines)),
        tuple(_links(tokens, placed, lines)),
        tuple(
            SentenceRead(placed.span(start, end), skeleton.pieces(start, end, placed))
            for start, end in spans
        ),
        ours,
        tuple(problems),
    )


def _problem(found: Loose, placed: Placed, lines: LineMap) -> Problem:
    place = lines.place(placed.at(found.at))
    return Problem(place, found.code, found.message, found.hint)


# --- quotations and citations ------------------------------------------------------------

_WORDS = Pattern(r"[^\W_].*[^\W_]", regex.DOTALL)
_Taken = tuple[int, int, Quotation]
"""Where a quotation begins and ends in its run, and what it is."""


def _quotations(
    tokens: Sequence[Token], placed: Placed, lines: LineMap, scope: str
) -> tuple[list[_Taken], list[Problem]]:
    """The quotations of a run and what is wrong with their form."""
    taken: list[_Taken] = []
    problems: list[Problem] = []
    for number, token in enumerate(tokens):
        if token.type != "quotation":
            continue
        start, end = token.meta["span"]
        quotation, found = quotation_of(placed, start, end, lines, scope)
        problems += found
        following = tokens[number + 1] if number + 1 < len(tokens) else None
        if following is not None and following.type == "attributes":
            quotation = replace(quotation, term=following.content == "{.term}")
        inside = next(citations_inside(placed.text, start, end), None)
        if inside is not None:
            at, typed = inside
            citation = citation_of(typed, at, placed, lines)
            fault = inside_problem(lines, placed.at(at))
            problems.append(fault)
            cited = citation if isinstance(citation, Citation) else None
            quotation = replace(quotation, citation=cited, fault=fault)
        taken.append((start, end, quotation))
    return taken, problems


def inside_problem(
    lines: LineMap, offset: int, where: str = "after the closing mark: “…” [@source]"
) -> Problem:
    """The finding for a citation between a quotation's marks; it belongs ``where``."""
    return Problem(
        lines.place(offset),
        "citation-inside-quotation",
        "this citation is inside the quotation marks",
        f"put it {where}",
    )


def _bound(
    taken: Sequence[_Taken],
    tokens: Sequence[Token],
    citations: Sequence[Citation | Problem],
    sentences: Sequence[tuple[int, int]],
) -> list[Quotation]:
    """The quotations with the citation that binds each, where one does."""
    quotations = [quotation for _, _, quotation in taken]
    starts = [start for start, _, _ in taken]
    begins = [start for start, _ in sentences]
    floor = 0
    places = [t.meta["span"] for t in tokens if t.type == "citation"]
    for (start, end), citation in zip(places, citations, strict=True):
        held = bisect_right(begins, start) - 1
        begin = max(floor, begins[held] if held >= 0 else 0)
        for index in range(bisect_left(starts, begin), bisect_left(starts, start)):
            quotation = quotations[index]
            quotations[index] = (
                replace(quotation, citation=citation)
                if isinstance(citation, Citation)
                else replace(quotation, citation=None, fault=quotation.fault or citation)
            )
        floor = end
    return quotations


def _meant(
    loose: Sequence[Loose],
    read: InlineRead,
    sentences: Sequence[tuple[int, int]],
    placed: Placed,
    lines: LineMap,
    scope: str,
) -> list[_Taken]:
    """The words that marks which pair with nothing were probably put around, as quotations
    that are never bound: they keep one slip from being found again as another.
    """
    cited = [t.meta["span"][0] for t in read.tokens if t.type in ("citation", "noted")]
    begins = [start for start, _ in sentences]
    found: list[_Taken] = []
    for mark in loose:
        held = bisect_right(begins, mark.at) - 1
        start, end = mark.start, mark.end
        if held >= 0:
            start = max(start, sentences[held][0])
            if mark.at < sentences[held][1]:
                end = min(end, sentences[held][1])
        following = bisect_right(cited, mark.at)
        if following < len(cited):
            end = min(end, cited[following])
        words = _WORDS.search(placed.text, start, end)
        if words is None:
            continue
        span = placed.span(*words.span())
        part = Part(PartKind.WORDS, words.group(), span)
        fault = _problem(mark, placed, lines)
        whole = placed.span(start, end)
        quotation = Quotation(whole, span, (part,), scope, fault.place, fault=fault)
        found.append((start, end, quotation))
    return found


def _references(tokens: Sequence[Token], placed: Placed, lines: LineMap) -> Iterator[Reference]:
    for token in tokens:
        if token.type == "noted":
            span = placed.span(*token.meta["span"])
            yield Reference(token.meta["name"], span, lines.place(span.start))


def _links(tokens: Sequence[Token], placed: Placed, lines: LineMap) -> Iterator[Link]:
    opened: Token | None = None
    for token in tokens:
        if token.type == "link_open" and not token.meta.get("image"):
            opened = token
        elif token.type == "link_close" and opened is not None:
            (start, label), (after, end) = opened.meta["span"], token.meta["span"]
            span = placed.span(start, end)
            target = Text(str(opened.attrs["href"]), lines.place(span.start))
            yield Link(placed.span(label, after), target, span)
            opened = None
