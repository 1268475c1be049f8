"""Passages as their bindings have them: insertions, what is left out, sentences as read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from citebound.model import (
    Actor,
    Passage,
    ProseSentence,
    SegmentKind,
    Source,
    Span,
    Subject,
    Text,
)
from citebound.model.wording import Wording
from citebound.passages.answers import Bound
from citebound.proof.made.derived import folded
from citebound.public import Published

_SPACES = re.compile(r"\s+")

NOT_SHOWN = "[words that are not shown for reasons of rights]"
"""What stands for a sentence that we cut and that may not be published."""

BESIDE = 200
"""So many characters beside a passage an insertion at its end may stand for."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a passage as it is printed: its text, what it takes or stands for, and whether
    white space parts it from what is before it.
    """

    kind: SegmentKind
    text: str
    span: Span | None
    apart: bool


def pieces_told(passage: Passage, text: str) -> Iterator[Piece]:
    """A passage in pieces: the words of its spans, cuts and insertions in brackets."""
    at = -1
    for number, segment in enumerate(passage.segments):
        span = segment.span
        between = (
            text[at : span.start] if span is not None and at >= 0
            else text[span.start - 1 : span.start] if span is not None and number
            else " " if at >= 0
            else ""
        )  # fmt: skip
        own = (
            "[…]" if segment.kind is SegmentKind.CUT
            else f"[{segment.text}]" if segment.kind is SegmentKind.INSERTION
            else span.of(text) if span is not None
            else ""
        )  # fmt: skip
        yield Piece(segment.kind, own, span, any(letter.isspace() for letter in between))
        at = span.end if span is not None else at


def passage_told(passage: Passage, source: Source) -> str:
    """A passage as it is printed, in one line."""
    pieces = pieces_told(passage, source.text)
    return folded("".join(f"{' ' if piece.apart else ''}{piece.text}" for piece in pieces))


def sentence_told(sentence: ProseSentence, bound: Bound, sources: Mapping[str, Source]) -> Wording:
    """A sentence of a body in one line, each passage as its source has it."""
    pieces: list[str | Passage] = []
    said = []
    for piece in sentence.pieces:
        passages = () if isinstance(piece, str) else bound[piece].passages
        typed = piece if isinstance(piece, str) else f"“{bound.document.quotations[piece].typed}”"
        words = _SPACES.sub(" ", typed)
        if passages:
            first = passages[0]
            words = f"“{passage_told(first, sources[first.source])}”{first.trailing}"
        said.append(words)
        pieces.append(passages[0] if passages else words)
    plain = folded("".join(said))
    return Wording.of(plain, Text(plain, sentence.place), tuple(pieces))


@dataclass(frozen=True, slots=True)
class Use:
    """What rests on a passage: its kind, its words, and its address."""

    subject: Subject
    kind: str
    words: str
    address: str


def uses_of(public: Published) -> Iterator[tuple[Use, list[Passage]]]:
    """All that rests on passages, each with those that it rests on."""
    called = {
        str(event.id): event.title
        for briefing in public.library.briefings
        for event in briefing.events
        if event.title
    }
    for subject in public.library.subjects():
        bound, address = public.bindings[subject.path], subject.address

        def of(names: Iterable[str], bound: Bound = bound) -> list[Passage]:
            return [passage for name in names for passage in bound.evidence(name)]

        for number, sentence in enumerate(subject.document.sentences, 1):
            own = bound.passages_of(sentence.quotations)
            noted = (i for name in sentence.references for i in subject.document.evidence_of(name))
            told = sentence_told(sentence, bound, public.library.sources)
            use = Use(subject, "sentence", told, f"{address}#s-{number}")
            yield use, [*own, *bound.passages_of(noted)]
        if isinstance(subject, Actor):
            for number, fact in enumerate(subject.facts, 1):
                place = f"{subject.id}-fact-{number}" if subject.in_list else "facts"
                place = f"actors/#{place}" if subject.in_list else f"{address}#{place}"
                yield Use(subject, "fact", fact.text, place), of(fact.evidence)
            continue
        if subject.summary_rests_on:
            place = f"{address}#bottom-line"
            yield Use(subject, "summary", subject.summary, place), of(subject.summary_rests_on)
        for judgement in subject.judgements:
            place = f"{address}#judgement-{judgement.id}"
            yield Use(subject, "judgement", judgement.text, place), of(judgement.rests_on)
        for event in subject.events:
            words = called.get(str(event.id), event.id)
            yield Use(subject, "event", words, f"timeline/#{event.id}"), of(event.evidence)
