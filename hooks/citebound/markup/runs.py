"""A run read: its inline nodes, quotations, citations, footnote marks and sentences.

A citation binds the unbound quotations before it, back to the citation or the sentence
before (docs/format.md, "What a citation binds").
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import cast

import regex
from markdown_it.token import Token

from citebound.markup.grammar import CITATION, InlineRead, Placed, inline_tokens
from citebound.markup.pairing import Loose, singles
from citebound.markup.quotations import citation_of, quotation_of
from citebound.markup.refusals import refused_inline, refused_words, stands_for_mark
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
from citebound.text.folding import MARKS
from citebound.text.sentences import split

_END_MARKS = ".!?…။"
_STRUCK = ("code_inline", "html_inline")


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


def read_run(placed: Placed, lines: LineMap, scope: str) -> RunRead:
    """What a run holds, each thing with its place in the file."""
    read = inline_tokens(placed.text)
    tokens = read.tokens
    ours = _ours(placed.text, tokens)
    skeleton = _skeleton(tokens, placed.text)
    loose = sorted((*read.loose, *skeleton.singles()), key=lambda found: found.at)
    problems = [_problem(found, placed, lines) for found in loose]
    problems += refused_inline(tokens, placed, lines)
    problems += refused_words(ours, placed, lines)
    spans = tuple(skeleton.sentences())
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


def _ours(text: str, tokens: Sequence[Token]) -> str:
    """The run with all that is not our own words as U+0000, character for character."""
    ours = ["\0"] * len(text)
    auto = False
    for token in tokens:
        start, end = token.meta["span"]
        if token.type in ("link_open", "link_close"):
            auto = token.type == "link_open" and token.info == "auto"
        elif token.type == "text" and not auto:
            ours[start:end] = token.content
        elif token.type == "text_special" and token.content not in MARKS:
            ours[start] = token.content[:1]
        elif token.type in ("softbreak", "hardbreak"):
            ours[start:end] = text[start:end]
    return "".join(ours)


# --- sentences -------------------------------------------------------------------------


class _Skeleton:
    """A run as sentences see it: the insides of quotations, citations and marks are not ends,
    except for the end mark that is before a closing mark; emphasis and links are not
    there at all.
    """

    def __init__(self) -> None:
        self.letters: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.read: list[str | tuple[int, int]] = []

    def add(
        self, letters: str, start: int, end: int, read: str | tuple[int, int] | None = None
    ) -> None:
        """Letters from ``start`` to ``end``: one for one, or all for all. ``read``
        is what is read of them, where that is something else: words, or a quotation there.
        """
        even = end - start == len(letters)
        for number, letter in enumerate(letters):
            self.letters.append(letter)
            self.starts.append(start + number if even else start)
            self.ends.append(start + number + 1 if even else end)
            self.read.append(letter if read is None else "")
        if read and letters:
            self.read[-len(letters)] = read

    def mark(self, letters: str, start: int, end: int) -> None:
        """A mark, which is not read; nor is the white space before it."""
        for at in range(len(self.read) - 1, -1, -1):
            if self.read[at] not in (" ", "\t", "\n"):
                break
            self.read[at] = ""
        self.add(letters, start, end, "")

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Where in the run its sentences begin and end."""
        for span in split("".join(self.letters)):
            yield self.starts[span.start], self.ends[span.end - 1]

    def singles(self) -> Iterator[Loose]:
        """Single marks and marks of other kinds, at their places in the run. Emphasis, links
        and footnote marks between them hide none.
        """
        for found in singles("".join(self.letters)):
            last = min(found.end, len(self.ends)) - 1
            yield replace(
                found,
                at=self.starts[found.at],
                start=self.starts[found.start],
                end=self.ends[max(last, 0)],
            )

    def pieces(self, start: int, end: int, placed: Placed) -> tuple[str | Span, ...]:
        """What is read between two places of the run."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        found: list[str | Span] = []
        for typed, group in groupby(self.read[first:last], lambda piece: isinstance(piece, str)):
            if typed:
                found.append("".join(cast("Iterator[str]", group)))
            else:
                found += (placed.span(*cast("tuple[int, int]", piece)) for piece in group)
        return tuple(piece for piece in found if piece != "")


def _skeleton(tokens: Sequence[Token], text: str) -> _Skeleton:
    bones = _Skeleton()
    for token in tokens:
        start, end = token.meta["span"]
        words = token.content
        if token.type == "text_special" and stands_for_mark(token, text):
            bones.add("x", start, end, words)  # it has a finding of its own
        elif token.type in ("text", "text_special"):
            bones.add(words, start, end)
        elif token.type in ("softbreak", "hardbreak"):
            bones.add("\n", start, end)
        elif token.type == "quotation":
            kept = len(words) - 1 - len(words[1:-1].rstrip(_END_MARKS)) - 1
            inner = "x" * (len(words) - 2 - kept)
            bones.add(words[0] + inner + words[len(words) - 1 - kept :], start, end, (start, end))
        elif token.type in ("citation", "noted"):
            bones.mark(f"{words[:2]}{'x' * (len(words) - 3)}{words[-1]}", start, end)
        elif token.type in _STRUCK:
            bones.add("X" * (end - start), start, end, words)
    return bones


# --- quotations and citations ------------------------------------------------------------

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
        inside = CITATION.search(placed.text, start, end)
        if inside is not None:
            citation = citation_of(inside.group(), inside.start(), placed, lines)
            fault = inside_problem(lines, placed.at(inside.start()))
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
        words = regex.compile(r"[^\W_].*[^\W_]", regex.DOTALL).search(placed.text, start, end)
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
