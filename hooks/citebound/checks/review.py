"""Review: what a named person signed, and whether it still stands.

"The words are there" is what the machine proved. "The words support this sentence" is
what a reviewer signs with ``citebound sign``. The fingerprint covers every sentence
of a briefing, its judgements and the passages they rest on, each by a short digest, so
that a later change can be named sentence by sentence.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from citebound.checks.bound_library import BoundLibrary
from citebound.claims.own_words import MARK, QUOTED, own_words
from citebound.model import (
    Briefing,
    Document,
    EventActor,
    EventDate,
    Passage,
    Review,
    SegmentKind,
    Span,
    Text,
    Voice,
)
from citebound.model.tree import BlockQuotation, Heading, Table, blocks_of, runs_of
from citebound.model.wording import Wording
from citebound.passages.answers import Bound
from citebound.problems import NOWHERE, Place, Problem, Thing, did_you_mean

_NOT_OURS = str.maketrans({QUOTED: "…", MARK: ""})
_DIGITS = 10
"""Hexadecimal digits of each statement's digest: 40 bits, enough to notice a change."""


@dataclass(frozen=True, slots=True)
class Signed:
    """Words that a reviewer signs: ``words`` as typed, what they rest on, the ``place`` of the
    whole, and the places of the statements in it.
    """

    words: str
    passages: tuple[Passage, ...]
    place: Place
    covers: tuple[Place, ...]

    @property
    def digest(self) -> str:
        """Its short digest, by which a later change is noticed."""
        words = " ".join(self.words.split())
        text = words + "\n" + "\n".join(map(_printed, self.passages))
        return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]


def statements(briefing: Briefing, bound: Bound) -> Iterator[Signed]:
    """What a reviewer signs: each statement with its passages."""
    document = briefing.document

    def of(names: tuple[str, ...]) -> tuple[Passage, ...]:
        return bound.passages_of(index for name in names for index in document.evidence_of(name))

    def field(text: Text, rests_on: tuple[str, ...] = ()) -> Signed:
        return Signed(_typed(text), of(rests_on), text.place, (text.place,))

    yield field(briefing.title)
    yield field(briefing.summary, briefing.summary_rests_on)
    for judgement in briefing.judgements:
        word = judgement.likelihood or judgement.confidence or ""
        said = f"{_typed(judgement.text)} ({word})"
        said += "".join(f"; {name}: {_typed(text)}" for name, text in judgement.reasons)
        covers = (judgement.text.place, *(text.place for _, text in judgement.reasons))
        yield Signed(said, of(judgement.rests_on), judgement.place, covers)
    for event in briefing.events:
        date = _date_typed(event.date) if event.date else ""
        who = ", ".join(map(_party, event.parties))
        words = f"{_typed(event.title)} ({date}, {event.status}; {who})"
        if event.ref:
            words = f"adds evidence to the event {event.id} ({who})"
        readings = (party.reading.place for party in event.parties if party.reading)
        covers = (event.title.place, *readings)
        yield Signed(words, of(event.evidence), event.place, covers)
    yield from map(field, briefing.gaps)
    for correction in briefing.corrections:
        yield from map(field, (correction.was, correction.now, correction.why))
        yield field(correction.date)
    for sentence in document.sentences:
        own = bound.passages_of(sentence.quotations)
        words = sentence.span.of(document.text)
        passages = (*own, *of(sentence.references))
        yield Signed(words, passages, sentence.place, (sentence.place,))
    yield from _labels(document)
    for note in document.footnotes:
        words = own_words(document, [*runs_of(note.blocks)]).text
        if any(letter.isalnum() for letter in words):
            said = words.translate(_NOT_OURS)
            yield Signed(said, of((note.name,)), note.place, (note.place,))


def _labels(document: Document) -> Iterator[Signed]:
    """Headings, heads of tables, and what stands under block quotations."""
    for block in blocks_of(document.blocks):
        spans: tuple[Span, ...] = ()
        if isinstance(block, Heading):
            spans = (block.run.span,)
        elif isinstance(block, Table):
            spans = tuple(cell.run.span for cell in block.head.cells)
        elif isinstance(block, BlockQuotation):
            spans = tuple(run.span for run in block.runs)
        for span in spans:
            place = document.place(span.start)
            yield Signed(span.of(document.text), (), place, (place,))


def _printed(passage: Passage) -> str:
    """A passage by its identity, what the editor has put into it, and whose words it is."""
    put_in = (s.text for s in passage.segments if s.kind is SegmentKind.INSERTION)
    words = f"{passage.identity}{''.join(f' [{words}]' for words in put_in)}{passage.trailing}"
    voices = (*([passage.voice] if passage.voice else []), *passage.contains)
    return "; ".join((words, *map(_voiced, voices)))


def _voiced(voice: Voice) -> str:
    speakers = (*([voice.speaker] if voice.speaker else []), *voice.via)
    return " ".join((voice.kind, *map(str, speakers)))


def _date_typed(date: EventDate) -> str:
    """A date with its phrase, and what that was counted from."""
    given = (None if date.unresolved else date.edtf, date.phrase, date.counted_from)
    return ", ".join(str(part) for part in given if part)


def _party(party: EventActor) -> str:
    reading = f": {_typed(party.reading)}" if party.reading else ""
    return f"{party.actor} {party.role}{reading}".strip()


def _typed(text: Text) -> str:
    """What the editor wrote, and the reviewer signed."""
    return text.typed if isinstance(text, Wording) else str(text)


def fingerprint(briefing: Briefing, bound: Bound) -> str:
    """The fingerprint of a briefing: the digests of its statements, in order."""
    return "".join(signed.digest for signed in statements(briefing, bound))


def signed_digests(review: Review) -> tuple[str, ...]:
    """The digests of the statements that a signature covers, in order."""
    signed = review.fingerprint
    return tuple(signed[i : i + _DIGITS] for i in range(0, len(signed), _DIGITS))


def changes(briefing: Briefing, bound: Bound) -> tuple[tuple[str, Place], ...]:
    """The statements that are new or changed since the review, and their places; one
    without a place for each that is gone.
    """
    if briefing.review is None:
        return ()
    known = Counter(signed_digests(briefing.review))
    changed = []
    for one in statements(briefing, bound):
        if known[one.digest]:
            known[one.digest] -= 1
        else:
            changed.append((" ".join(one.words.split()), one.place))
    if not changed:
        changed += [("", NOWHERE)] * known.total()
    return tuple(changed)


def state(briefing: Briefing, bound: Bound) -> str:
    """``unsigned``, ``signed``, or ``changed`` since it was signed."""
    if briefing.review is None:
        return "unsigned"
    return "changed" if changes(briefing, bound) else "signed"


def reviewed(project: BoundLibrary) -> Iterator[Problem]:
    """What was reviewed is what is published; a warning names each sentence that is not."""
    for briefing in project.library.briefings:
        review = briefing.review
        if review is None:
            continue
        for words, place in changes(briefing, project.bindings[briefing.path]):
            what = f"changed since {review.by} reviewed it: {words[:80]}" if words else (
                f"a sentence that {review.by} reviewed is gone"
            )  # fmt: skip
            yield Problem(
                review.by.place if place is NOWHERE else place,
                "changed-since-review",
                what,
                "have it reviewed again: citebound sign BRIEFING --as NAME",
                "warning",
            ).resting_on(Thing("field", briefing.path, "review"))


def reviewers(project: BoundLibrary) -> Iterator[Problem]:
    """Who reviewed a briefing, or signs for a change in a quotation, is listed by name."""
    known = project.library.settings.reviewers
    for briefing in project.library.briefings:
        if briefing.review and briefing.review.by not in known:
            yield _unknown(briefing.review.by, known).explaining(
                Thing("field", briefing.path, "review")
            )
    for subject in project.library.subjects():
        for signature in subject.signed:
            if signature.by not in known:
                yield _unknown(signature.by, known)


def _unknown(by: Text, known: Collection[str]) -> Problem:
    return Problem(
        by.place,
        "unknown-reviewer",
        f"{by!s} is not listed in briefings/reviewers.yml",
        did_you_mean(by, known) or "add the name under reviewers:",
    )
