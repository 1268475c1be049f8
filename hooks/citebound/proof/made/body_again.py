"""The statements of a body that were signed, derived again from its tree (docs/format.md, Review):
each of what kind it is, as typed, with what belongs to it and its passages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from citebound.model import Document, Passage
from citebound.model.tree import (
    Block,
    BlockQuotation,
    Callout,
    Emphasis,
    Heading,
    Inline,
    Linked,
    Listing,
    Noted,
    Paragraph,
    Quoted,
    Run,
    Table,
    Words,
)
from citebound.passages.answers import Bound

Beside = list[tuple[str, str]]
Read = tuple[str, str, Beside, list[Passage]]
"""A statement: its kind, its words, what belongs to it, its passages."""

_OURS = "analysis"


def body_again(document: Document, bound: Bound) -> Iterator[Read]:
    """Each statement of a body in the order of the file, then what its footnotes say."""
    return _Again(document, bound).read()


class _Again:
    def __init__(self, document: Document, bound: Bound) -> None:
        self.document = document
        self.bound = bound
        self.ends: dict[int, list[int]] = {}
        self.rests: dict[int, list[list[Passage]]] = {}
        for sentence in document.sentences:
            rests = [*self.passages(sentence.quotations), *self.noted(sentence.references)]
            self.ends.setdefault(sentence.run, []).append(sentence.span.end)
            self.rests.setdefault(sentence.run, []).append(rests)

    def read(self) -> Iterator[Read]:
        yield from self.within(self.document.blocks, "", [], [])
        for note in self.document.footnotes:
            runs = [*_runs(note.blocks)]
            is_said = any(letter.isalnum() for run in runs for letter in _our_letters(run.inlines))
            if is_said or not self.document.evidence_of(note.name):
                yield "note", " | ".join(map(self.typed, runs)), [], self.noted([note.name])

    def within(
        self, blocks: Iterable[Block], kind: str, callout: Beside, listed: Beside
    ) -> Iterator[Read]:
        """Some blocks in order. ``listed`` is what stands before the list whose item they are."""
        lead = listed
        for block in blocks:
            beside, lead = [*callout, *lead], listed
            if isinstance(block, Paragraph):
                yield from self.parts(block.run, kind or "sentence", [*callout, *listed])
                lead = [("before it", self.stretches(block.run)[-1])]
            elif isinstance(block, Heading):
                level = ("level", str(block.level))
                yield "heading", self.typed(block.run), [*callout, level], self.named(block.run)
                lead = [("before it", self.typed(block.run))]
            elif isinstance(block, Table):
                yield from self.table(block, kind, beside)
            elif isinstance(block, Listing):
                leading = beside[len(callout) :]
                for number, item in enumerate(block.items):
                    numbered = [] if block.start is None else [("number", block.start + number)]
                    mark = [(name, str(value)) for name, value in numbered]
                    own = _OURS if kind == _OURS else "item"
                    yield from self.within(item.blocks, own, callout, [*leading, *mark])
            elif isinstance(block, Callout):
                yield from self.within(block.blocks, _OURS, [("callout", block.kind)], [])
            elif isinstance(block, BlockQuotation):
                for number in block.quotations:
                    typed = self.document.quotations[number].typed
                    yield "block quotation", typed, beside, self.passages([number])
                for run in block.runs:
                    held = self.passages(block.quotations) or self.named(run)
                    yield "attribution", self.typed(run), [], held

    def table(self, table: Table, kind: str, beside: Beside) -> Iterator[Read]:
        heads = [cell.run for cell in table.head.cells]
        for head in heads:
            yield "head", self.typed(head), beside, self.named(head)
        for row in table.rows:
            runs = [cell.run for cell in row.cells]
            whole = ("row", " | ".join(map(self.typed, runs)))
            for head, run in zip(heads, runs, strict=False):
                context = [*beside, ("head", self.typed(head)), whole]
                yield from self.parts(run, kind if kind == _OURS else "cell", context)

    def parts(self, run: Run, kind: str, beside: Beside) -> Iterator[Read]:
        """The sentences of a run; what has none is one statement, if there is anything in it."""
        stretches = self.stretches(run)
        if run.number in self.rests:
            for words, rests in zip(stretches, self.rests[run.number], strict=True):
                yield kind, words, beside, rests
        elif stretches[0].strip():
            yield kind, stretches[0], beside, self.named(run)

    def stretches(self, run: Run) -> list[str]:
        """A run cut where its sentences end, with nothing of it left out."""
        cuts = [run.span.start, *self.ends.get(run.number, [0])[:-1], run.span.end]
        return [self.document.text[a:b] for a, b in pairwise(cuts)]

    def typed(self, run: Run) -> str:
        return self.document.text[run.span.start : run.span.end]

    def passages(self, numbers: Iterable[int]) -> list[Passage]:
        return [passage for number in numbers for passage in self.bound[number].passages]

    def noted(self, names: Iterable[str]) -> list[Passage]:
        return [p for name in names for p in self.passages(self.document.evidence_of(name))]

    def named(self, run: Run) -> list[Passage]:
        """The passages that a run quotes or has a mark for, in order."""
        found: list[Passage] = []
        for inline in _flat(run.inlines):
            if isinstance(inline, Quoted):
                found += self.passages([inline.quotation])
            elif isinstance(inline, Noted):
                found += self.noted([inline.name])
        return found


def _flat(inlines: Iterable[Inline]) -> Iterator[Inline]:
    for inline in inlines:
        if isinstance(inline, Emphasis | Linked):
            yield from _flat(inline.inlines)
        else:
            yield inline


def _our_letters(inlines: Iterable[Inline]) -> Iterator[str]:
    for inline in _flat(inlines):
        if isinstance(inline, Words):
            yield from inline.text


def _runs(blocks: Iterable[Block]) -> Iterator[Run]:
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            yield block.run
        elif isinstance(block, Table):
            yield from (cell.run for row in (block.head, *block.rows) for cell in row.cells)
        elif isinstance(block, Listing):
            for item in block.items:
                yield from _runs(item.blocks)
        elif isinstance(block, Callout):
            yield from _runs(block.blocks)
        elif isinstance(block, BlockQuotation):
            yield from block.runs
