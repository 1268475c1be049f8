"""What is gathered of a file while its blocks are read: everything in the order of the file."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from citebound.markup.inlines import nodes_of
from citebound.markup.placed import Placed
from citebound.markup.runs import RunRead, SentenceRead, read_run
from citebound.model import (
    Citation,
    Footnote,
    LineMap,
    Link,
    ProseSentence,
    Quotation,
    Reference,
    Span,
)
from citebound.model.tree import Run
from citebound.problems import Problem
from citebound.text.sentences import is_label


@dataclass(frozen=True, slots=True)
class Within:
    """Where blocks are: ``scope`` is what a quotation there is told, ``note`` the footnote
    whose definition it is, ``depth`` how deep it is nested. ``item`` is true in a cell and
    right in a list item, where a few words are a label.
    """

    scope: str = "prose"
    note: str | None = None
    depth: int = 0
    item: bool = False


@dataclass(slots=True)
class Gathered:
    """What has been read of a file so far. Everything is in the order of the file, so
    that an index, once given, stays.
    """

    lines: LineMap
    not_ends: Sequence[str] = ()
    quotations: list[Quotation] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    sentences: list[ProseSentence] = field(default_factory=list)
    footnotes: list[Footnote] = field(default_factory=list)
    ours: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    runs: int = 0
    _indices: dict[Span, int] = field(default_factory=dict)

    def report(self, offset: int, message: str, hint: str) -> None:
        """Refuse a construct at an offset in the file."""
        self.problems.append(Problem(self.lines.place(offset), "refused-markup", message, hint))

    def run(self, placed: Placed, within: Within, *, sentences: bool = True) -> Run:
        """Read a run, and keep what it holds."""
        read = read_run(placed, self.lines, within.scope, self.not_ends)
        run = self.keep(read, within)
        if sentences:
            self.keep_sentences(read, run, within)
        return run

    def keep_sentences(self, read: RunRead, run: Run, within: Within) -> None:
        """Keep the sentences of the run that was kept last; the footnotes have none."""
        if within.note is not None:
            return
        self.ours.append(read.ours)
        alone = within.item and len(read.sentences) == 1
        for sentence in read.sentences:
            pieces = self._pieces(sentence)
            self._keep_sentence(sentence.span, pieces, run.number, within, alone=alone)

    def keep(self, read: RunRead, within: Within) -> Run:
        """Keep what a run holds; its node."""
        self._indices = quotations = dict[Span, int]()
        for quotation in read.quotations:
            quotations[quotation.span] = len(self.quotations)
            self.quotations.append(noted(quotation, within.note))
        citations = self.keep_citations(read.cited)
        self.references += read.references
        self.links += read.links
        self.problems += read.problems
        placed = read.placed
        inlines = nodes_of(read.tokens, placed, self.lines, quotations, citations)
        number = self.runs
        self.runs += 1
        return Run(number, placed.span(0, len(placed.text)), inlines)

    def keep_citations(self, cited: tuple[Citation | None, ...]) -> dict[Span, int]:
        """Keep some citations; their indices by their spans."""
        found: dict[Span, int] = {}
        for citation in cited:
            if citation is not None:
                found[citation.span] = len(self.citations)
                self.citations.append(citation)
        return found

    def _pieces(self, sentence: SentenceRead) -> tuple[str | int, ...]:
        """What is read of a sentence of the run that was kept last."""
        return tuple(
            piece if isinstance(piece, str) else self._indices[piece] for piece in sentence.pieces
        )

    def _keep_sentence(
        self, span: Span, pieces: tuple[str | int, ...], run: int, within: Within, *, alone: bool
    ) -> None:
        quotations = _held(self.quotations, span)
        names = tuple(self.references[i].name for i in _held(self.references, span))
        words = "".join(piece if isinstance(piece, str) else "." for piece in pieces)
        if names and not words.strip():
            self.report(
                span.start,
                "this mark of a footnote follows no words of ours that would rest on it",
                "put it right after the full stop of the sentence that rests on it",
            )
        self.sentences.append(
            ProseSentence(
                span,
                tuple(i for i in quotations if span.holds(self.quotations[i].span)),
                names,
                within.scope == "note",
                run,
                self.lines.place(span.start),
                pieces,
                label=alone and not names and within.scope != "note" and is_label(words),
            )
        )


def _held(things: Sequence[Quotation] | Sequence[Reference], span: Span) -> range:
    """The indices of the things that begin within a span; they are in order."""
    first = bisect_left(things, span.start, key=lambda thing: thing.span.start)
    return range(first, bisect_left(things, span.end, key=lambda thing: thing.span.start))


def noted(quotation: Quotation, note: str | None) -> Quotation:
    """A quotation as one of a footnote, if it is in one."""
    if note is None:
        return quotation
    return replace(quotation, scope="footnote", footnote=note)
