"""What a label rests on: the few words of a cell or a list item say something only with what
stands beside them (docs/format.md, Evidence).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from citebound.model import Document, ProseSentence
from citebound.model.tree import Block, Callout, Item, Listing, Paragraph, Row, Table, runs_of

_Sentences = Sequence[ProseSentence]


def beside_labels(document: Document) -> Mapping[int, tuple[ProseSentence, ...]]:
    """For each run that is a label, by its number, the sentences that it rests on: a cell on those
    of its row; the words above what an item holds on those below them; another item on the last
    sentence before the list.
    """
    sentences: dict[int, list[ProseSentence]] = defaultdict(list)
    for sentence in document.sentences:
        sentences[sentence.run].append(sentence)
    return dict(_beside(document.blocks, sentences, ()))


def _beside(
    blocks: Sequence[Block], sentences: Mapping[int, _Sentences], before: _Sentences
) -> Iterator[tuple[int, tuple[ProseSentence, ...]]]:
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                yield from _in_row(row, sentences)
        elif isinstance(block, Listing):
            for item in block.items:
                yield from _in_item(item, sentences, before)
        elif isinstance(block, Callout):
            yield from _beside(block.blocks, sentences, ())
        before = ()
        if isinstance(block, Paragraph):
            before = sentences.get(block.run.number, ())[-1:]


def _in_row(
    row: Row, sentences: Mapping[int, _Sentences]
) -> Iterator[tuple[int, tuple[ProseSentence, ...]]]:
    held = [s for cell in row.cells for s in sentences.get(cell.run.number, ())]
    labels = [sentence for sentence in held if sentence.label]
    whole = tuple(sentence for sentence in held if not sentence.label)
    for sentence in labels:
        # In a row of labels alone the others rest on the first, which has the finding.
        yield sentence.run, whole or (() if sentence is labels[0] else (labels[0],))


def _in_item(
    item: Item, sentences: Mapping[int, _Sentences], before: _Sentences
) -> Iterator[tuple[int, tuple[ProseSentence, ...]]]:
    first, *rest = item.blocks or (None,)
    if isinstance(first, Paragraph):
        own = sentences.get(first.run.number, ())
        if own and own[0].label:
            below = [s for run in runs_of(tuple(rest)) for s in sentences.get(run.number, ())]
            yield own[0].run, tuple(s for s in below if not s.label) or tuple(before)
        else:
            before = own[-1:]
    yield from _beside(item.blocks[1:] if first else (), sentences, before)
