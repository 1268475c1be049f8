"""What was signed, derived again: the digest of each statement of a briefing, and which of them
are new or changed since (docs/format.md, Review).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from citebound.model import Briefing, Event, Judgement, Passage, SegmentKind
from citebound.model.tree import (
    Block,
    BlockQuotation,
    Break,
    Callout,
    Emphasis,
    Heading,
    Inline,
    Linked,
    Listing,
    Paragraph,
    Quoted,
    Run,
    Table,
    Words,
)
from citebound.model.wording import Wording
from citebound.passages.answers import Bound

_DIGEST = 10
"""So many hexadecimal digits tell of one statement."""


def unsigned_statements(briefing: Briefing, bound: Bound) -> int:
    """How many statements are new or changed since a review; where there are none, how many of
    those that were signed are gone.
    """
    if briefing.review is None:
        return 0
    signed = briefing.review.fingerprint
    known = Counter(signed[at : at + _DIGEST] for at in range(0, len(signed), _DIGEST))
    now = Counter(_digests(briefing, bound))
    return (now - known).total() or (known - now).total()


def _digests(briefing: Briefing, bound: Bound) -> Iterator[str]:
    for words, passages in _statements(briefing, bound):
        told = "\n".join(map(_printed, passages))
        yield sha256(f"{' '.join(words.split())}\n{told}".encode()).hexdigest()[:_DIGEST]


def _statements(briefing: Briefing, bound: Bound) -> Iterator[tuple[str, list[Passage]]]:
    """Each statement as typed, with the passages that it rests on."""
    document = briefing.document

    def noted(names: Iterable[str]) -> list[Passage]:
        return [
            passage
            for name in names
            for number in document.evidence_of(name)
            for passage in bound[number].passages
        ]

    yield _typed(briefing.title), []
    yield _typed(briefing.summary), noted(briefing.summary_rests_on)
    for judgement in briefing.judgements:
        yield _judged(judgement), noted(judgement.rests_on)
    for event in briefing.events:
        yield _told(event), noted(event.evidence)
    for gap in briefing.gaps:
        yield _typed(gap), []
    for correction in briefing.corrections:
        for part in (correction.was, correction.now, correction.why, correction.date):
            yield _typed(part), []
    for sentence in document.sentences:
        own = [passage for number in sentence.quotations for passage in bound[number].passages]
        rests_on = [*own, *noted(sentence.references)]
        yield document.text[sentence.span.start : sentence.span.end], rests_on
    for run in _labels(document.blocks):
        yield document.text[run.span.start : run.span.end], []
    for note in document.footnotes:
        said = "\n".join("".join(_said(run.inlines)) for run in _runs(note.blocks))
        if any(letter.isalnum() for letter in said):
            yield said, noted((note.name,))


def _typed(text: str) -> str:
    return text.typed if isinstance(text, Wording) else str(text)


def _judged(judgement: Judgement) -> str:
    reasons = "".join(
        f"; {name}: {_typed(reason)}"
        for name in ("because", "assumes", "otherwise", "watch")
        if (reason := getattr(judgement, name)) is not None
    )
    word = judgement.likelihood or judgement.confidence or ""
    return f"{_typed(judgement.text)} ({word}){reasons}"


def _told(event: Event) -> str:
    date, given, who = event.date, [], []
    if date is not None:
        given = [] if date.unresolved else [str(date.edtf)]
        given += [str(part) for part in (date.phrase, date.counted_from) if part]
    for party in event.parties:
        read = f": {_typed(party.reading)}" if party.reading else ""
        who.append(f"{party.actor} {party.role}{read}".strip())
    if event.ref:
        return f"adds evidence to the event {event.id} ({', '.join(who)})"
    day = ", ".join(filter(None, given))
    return f"{_typed(event.title)} ({day}, {event.status}; {', '.join(who)})"


def _printed(passage: Passage) -> str:
    """A passage by its identity, what an editor has put into it, and whose words it is."""
    put_in = [f" [{s.text}]" for s in passage.segments if s.kind is SegmentKind.INSERTION]
    told = f"{passage.identity}{''.join(put_in)}{passage.trailing}"
    for voice in filter(None, (passage.voice, *passage.contains)):
        told += f"; {voice.kind}"
        for speaker in filter(None, (voice.speaker, *voice.via)):
            told += f" {speaker}"
    return told


def _labels(blocks: Iterable[Block]) -> Iterator[Run]:
    """Headings, heads of tables, and what stands under block quotations."""
    for block in blocks:
        if isinstance(block, Heading):
            yield block.run
        elif isinstance(block, Table):
            yield from (cell.run for cell in block.head.cells)
        elif isinstance(block, BlockQuotation):
            yield from block.runs
        elif isinstance(block, Callout):
            yield from _labels(block.blocks)
        elif isinstance(block, Listing):
            for item in block.items:
                yield from _labels(item.blocks)


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


def _said(inlines: Iterable[Inline]) -> Iterator[str]:
    """Our words of a run, a quotation as "…", marks and citations left out."""
    for inline in inlines:
        if isinstance(inline, Emphasis | Linked):
            yield from _said(inline.inlines)
        elif isinstance(inline, Words):
            yield inline.text
        elif isinstance(inline, Break):
            yield " "
        elif isinstance(inline, Quoted):
            yield "…"
