"""What rests on what stands beside it, for want of a mark of its own: the few words of a cell or a
list item, and an item that goes on from the sentence before its list (docs/quoting.md, Evidence).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from citebound.model import Document, ProseSentence
from citebound.model.tree import Block, Callout, Item, Listing, Paragraph, Row, Table, runs_of
from citebound.text.patterns import Pattern

_Sentences = Sequence[ProseSentence]
_Beside = Iterator[tuple[int, tuple[ProseSentence, ...]]]
_STOPS = Pattern(r"[.!?…။。]\s*$")


def beside(document: Document) -> Mapping[int, tuple[ProseSentence, ...]]:
    """For each run that has no mark of its own and needs none, by its number, the sentences that
    it rests on. A label in a cell rests on those of its row, or else on the one that leads to the
    table, with a colon at its end; the words above what an item holds, on those below them; another
    label of a list, and an item that ends without a full stop, on the one that leads to the list.
    """
    sentences: dict[int, list[ProseSentence]] = defaultdict(list)
    for sentence in document.sentences:
        sentences[sentence.run].append(sentence)
    return dict(_beside(document.blocks, sentences, ()))


def _beside(
    blocks: Sequence[Block], sentences: Mapping[int, _Sentences], before: _Sentences
) -> _Beside:
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                yield from _in_row(row, sentences, before)
        elif isinstance(block, Listing):
            for item in block.items:
                yield from _in_item(item, sentences, before)
        elif isinstance(block, Callout):
            yield from _beside(block.blocks, sentences, ())
        before = ()
        if isinstance(block, Paragraph):
            before = _leads(sentences.get(block.run.number, ()))


def _in_row(row: Row, sentences: Mapping[int, _Sentences], before: _Sentences) -> _Beside:
    held = [s for cell in row.cells for s in sentences.get(cell.run.number, ())]
    labels = [sentence for sentence in held if sentence.label]
    whole = tuple(sentence for sentence in held if not sentence.label) or tuple(before)
    for sentence in labels:
        # In a row of labels alone the others rest on the first, which has the finding.
        yield sentence.run, whole or (() if sentence is labels[0] else (labels[0],))


def _in_item(item: Item, sentences: Mapping[int, _Sentences], before: _Sentences) -> _Beside:
    first, *rest = item.blocks or (None,)
    if isinstance(first, Paragraph):
        own = sentences.get(first.run.number, ())
        if own and own[0].label:
            below = [s for run in runs_of(tuple(rest)) for s in sentences.get(run.number, ())]
            yield own[0].run, tuple(s for s in below if not s.label) or tuple(before)
        elif before and len(own) == 1 and _goes_on(own[0]):
            yield own[0].run, tuple(before)
        else:
            before = _leads(own)
    yield from _beside(item.blocks[1:] if first else (), sentences, before)


def _leads(held: _Sentences) -> _Sentences:
    """The last of the sentences of a paragraph, if it ends with a colon."""
    return [s for s in held[-1:] if _words(s).rstrip().endswith((":", "："))]


def _goes_on(sentence: ProseSentence) -> bool:
    """Whether an item has no mark and no quotation, and does not end as a sentence does."""
    return not (sentence.references or sentence.quotations or _STOPS.search(_words(sentence)))


def _words(sentence: ProseSentence) -> str:
    return "".join(piece if isinstance(piece, str) else "”" for piece in sentence.pieces)
