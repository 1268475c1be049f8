"""What a reviewer signs of the body of a briefing: every run of it, in the order of readers.

The stretches of a run's sentences are its whole text, so that a link or a mark at an end of a
sentence is signed as well.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from citebound.checks.signed import Said, Signed, SignedKind
from citebound.model import Document, Passage, ProseSentence, Span
from citebound.model.tree import (
    Block,
    BlockQuotation,
    Break,
    Callout,
    Heading,
    Inline,
    Listing,
    Marked,
    Noted,
    Paragraph,
    Quoted,
    Run,
    Struck,
    Table,
    Words,
    leaves_of,
    runs_of,
)
from citebound.passages.answers import Bound

_Context = tuple[tuple[str, Said], ...]


def of_body(document: Document, bound: Bound) -> Iterator[Signed]:
    """Each statement of the body, and then what is said in footnotes."""
    reading = _Body(document, bound)
    yield from reading.blocks(document.blocks, SignedKind.SENTENCE)
    yield from reading.notes()


@dataclass(frozen=True)
class _Body:
    document: Document
    bound: Bound

    @cached_property
    def _sentences(self) -> Mapping[int, Sequence[ProseSentence]]:
        found: dict[int, list[ProseSentence]] = defaultdict(list)
        for sentence in self.document.sentences:
            found[sentence.run].append(sentence)
        return found

    def blocks(
        self, blocks: Sequence[Block], kind: SignedKind, base: _Context = (), lead: _Context = ()
    ) -> Iterator[Signed]:
        """The statements of some blocks. ``base`` is the callout that they are in; ``lead``,
        for those of an item, what stands before its list.
        """
        of_item, before = lead, lead
        for block in blocks:
            within = (*base, *before)
            if isinstance(block, Paragraph):
                yield from self._sentences_of(block.run, kind, (*base, *of_item))
                before = (("before it", self._last(block.run)),)
                continue
            if isinstance(block, Heading):
                level = ("level", Said(str(block.level), (str(block.level),)))
                yield self._whole(block.run, SignedKind.HEADING, (*base, level))
                before = (("before it", self._said(block.run)),)
                continue
            if isinstance(block, Table):
                yield from self._table(block, _deeper(kind, SignedKind.CELL), within)
            elif isinstance(block, Listing):
                for number, item in enumerate(block.items, block.start or 0):
                    shown = str(number)
                    mark = () if block.start is None else (("number", Said(shown, (shown,))),)
                    deeper = _deeper(kind, SignedKind.ITEM)
                    yield from self.blocks(item.blocks, deeper, base, (*before, *mark))
            elif isinstance(block, Callout):
                mark = (("callout", Said(block.kind, (block.kind.lower(),))),)
                yield from self.blocks(block.blocks, SignedKind.ANALYSIS, mark)
            elif isinstance(block, BlockQuotation):
                yield from self._quoted(block, within)
            before = of_item

    def _table(self, table: Table, kind: SignedKind, within: _Context) -> Iterator[Signed]:
        heads = table.head.cells
        for head in heads:
            yield self._whole(head.run, SignedKind.HEAD, within)
        for row in table.rows:
            whole = ("row", self._joined([cell.run for cell in row.cells]))
            for head, cell in zip(heads, row.cells, strict=False):
                context = (*within, ("head", self._said(head.run)), whole)
                yield from self._sentences_of(cell.run, kind, context)

    def _quoted(self, block: BlockQuotation, within: _Context) -> Iterator[Signed]:
        for index in block.quotations:
            quotation = self.document.quotations[index]
            said = Said(quotation.typed, (index,))
            passages, place = self.bound[index].passages, quotation.place
            yield Signed(SignedKind.BLOCK, said.typed, passages, place, (place,), said, within)
        for run in block.runs:
            passages = self.bound.passages_of(block.quotations)
            yield self._whole(run, SignedKind.ATTRIBUTION, (), passages)

    def notes(self) -> Iterator[Signed]:
        """What is said in footnotes beside their quotations, and the places that those without a
        quotation name.
        """
        for note in self.document.footnotes:
            runs = [*runs_of(note.blocks)]
            said, indices = self._joined(runs), self.document.evidence_of(note.name)
            if not _letters(runs):
                if indices:
                    continue
                said = Said(said.typed, (said.typed,))
            passages, place = self.bound.passages_of(indices), note.place
            yield Signed(SignedKind.NOTE, said.typed, passages, place, (place,), said)

    # --- runs ---------------------------------------------------------------------------------

    def _sentences_of(self, run: Run, kind: SignedKind, context: _Context) -> Iterator[Signed]:
        sentences = self._sentences.get(run.number, ())
        if not sentences and self._said(run).typed.strip():
            yield self._whole(run, kind, context)
        for sentence, span in zip(sentences, _stretches(run, sentences), strict=True):
            references = (
                i for name in sentence.references for i in self.document.evidence_of(name)
            )
            passages = self.bound.passages_of((*sentence.quotations, *references))
            place, typed = sentence.place, span.of(self.document.text)
            said = Said(typed, sentence.pieces)
            yield Signed(kind, typed, passages, place, (place,), said, context, self._links(span))

    def _noted(self, sentence: ProseSentence) -> Iterator[int]:
        """The quotations in the footnotes whose marks follow a sentence."""
        for name in sentence.references:
            yield from self.document.evidence_of(name)

    def _whole(
        self, run: Run, kind: SignedKind, context: _Context, passages: tuple[Passage, ...] = ()
    ) -> Signed:
        """A run as one statement, with the passages that it names itself."""
        said, place = self._said(run), self.document.place(run.span.start)
        indices: list[int] = []
        for leaf in leaves_of(run.inlines):
            if isinstance(leaf, Quoted):
                indices.append(leaf.quotation)
            elif isinstance(leaf, Noted):
                indices += self.document.evidence_of(leaf.name)
        rests = passages or self.bound.passages_of(indices)
        links = self._links(run.span)
        return Signed(kind, said.typed, rests, place, (place,), said, context, links)

    def _said(self, run: Run) -> Said:
        return Said(run.span.of(self.document.text), tuple(map(_piece, leaves_of(run.inlines))))

    def _joined(self, runs: Sequence[Run]) -> Said:
        said = [self._said(run) for run in runs]
        pieces = (piece for one in said for piece in (" | ", *one.pieces))
        return Said(" | ".join(one.typed for one in said), tuple(pieces)[1:])

    def _last(self, run: Run) -> Said:
        """The last sentence of a run, or the whole of it."""
        sentences = self._sentences.get(run.number, ())
        if not sentences:
            return self._said(run)
        span = _stretches(run, sentences)[-1]
        return Said(span.of(self.document.text), sentences[-1].pieces)

    def _links(self, span: Span) -> _Context:
        """Where its links lead, for the reviewer; what is typed has them anyway."""
        first = bisect_left(self.document.links, span.start, key=lambda link: link.span.start)
        found: list[tuple[str, Said]] = []
        # By number: a slice would copy all that follows for each sentence.
        for number in range(first, len(self.document.links)):
            link = self.document.links[number]
            if link.span.start >= span.end:
                break
            words = f"“{link.label.of(self.document.text)}” leads to {link.target}"
            found.append(("link", Said(words, (words,))))
        return tuple(found)


def _stretches(run: Run, sentences: Sequence[ProseSentence]) -> list[Span]:
    """The whole of a run, parted where its sentences end."""
    ends = [*(sentence.span.end for sentence in sentences[:-1]), run.span.end]
    return [Span(start, end) for start, end in zip((run.span.start, *ends), ends, strict=False)]


def _letters(runs: Sequence[Run]) -> bool:
    """Whether there are words of ours in some runs."""
    leaves = (leaf for run in runs for leaf in leaves_of(run.inlines))
    return any(c.isalnum() for leaf in leaves if isinstance(leaf, Words) for c in leaf.text)


def _deeper(kind: SignedKind, own: SignedKind) -> SignedKind:
    """What a part of something is: our analysis stays what it is."""
    return kind if kind is SignedKind.ANALYSIS else own


def _piece(leaf: Inline) -> str | int:
    """A leaf of a run as readers see it; the marks of evidence are left out."""
    if isinstance(leaf, (Words, Struck)):
        return leaf.text
    if isinstance(leaf, Quoted):
        return leaf.quotation
    if isinstance(leaf, Break):
        return " "
    return " (our count)" if isinstance(leaf, Marked) and leaf.is_count else ""
