"""What our own words state, statement by statement, each with what it rests on.

A statement is a sentence of the body, a label (a heading, a head of a table, the few words of a
cell or a list item), what we say in a footnote, a text field of front matter, or what is said of
a source in its ``source.yml``. The rules of this folder are functions of a statement; none of them
looks at a file again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from citebound.claims.evidence import Evidence
from citebound.claims.own_words import OwnWords, own_words, words_of_field
from citebound.markup.fields import read_field
from citebound.model import (
    Actor,
    Briefing,
    Document,
    Library,
    Passage,
    ProseSentence,
    Quotation,
    Source,
    Span,
    Subject,
    Text,
)
from citebound.model.tree import Heading, Quoted, Run, Table, blocks_of, leaves_of, runs_of
from citebound.passages.answers import Bound
from citebound.passages.labels import beside
from citebound.passages.repeats import Key, Repeatable, key_of, repeatable
from citebound.problems import Place, Thing


class Kind(StrEnum):
    """What a statement is; its value is what findings call it."""

    SENTENCE = "sentence"
    ANALYSIS = "sentence of a callout"
    LABEL = "heading"
    NOTE = "note in a footnote"
    TITLE = "title"
    SUMMARY = "summary"
    JUDGEMENT = "judgement"
    BECAUSE = "reason of a judgement"
    ASSUMES = "assumption of a judgement"
    OTHERWISE = "other reading of a judgement"
    WATCH = "what would change a judgement"
    GAP = "gap"
    CORRECTION = "correction"
    WAS = "account of what was wrong"
    WITHDRAWN = "judgement that was withdrawn"
    WHY = "reason of a correction"
    EVENT = "title of an event"
    READING = "reading of an event"
    FACT = "fact"
    GONE = "reason of a removal"
    SIGNATURE = "reason of a signature"
    DESCRIPTOR = "descriptor of a source"
    GRADE = "reason of a grade"
    CIRCULAR = "note on circular reporting"
    OBTAIN = "note on what to obtain"
    OF_SOURCE = "reason in what is said of a source"
    VOICED = "reason of a voice"


_ANALYSIS = frozenset((
    Kind.ANALYSIS, Kind.GAP, Kind.ASSUMES, Kind.OTHERWISE, Kind.WATCH, Kind.READING, Kind.GONE,
    Kind.SIGNATURE,
))  # fmt: skip


OF_CORRECTIONS = frozenset((Kind.WAS, Kind.WITHDRAWN, Kind.WHY))
"""What a correction says beside what the page says now. Names and speakers in it are looked for in
all that the sources of its page say, since the passages that it was about may be gone.
"""

OF_SOURCES = frozenset((
    Kind.DESCRIPTOR, Kind.GRADE, Kind.CIRCULAR, Kind.OBTAIN, Kind.OF_SOURCE, Kind.VOICED,
))  # fmt: skip
"""What is said of a source, which no passage stands beside."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Words of ours and what they rest on.

    ``span`` is where it is in the file, for a sentence of the body. ``rests_on`` are the
    quotations and footnotes that the findings of a rule presume to be right. ``quoted`` has, for
    each quotation in a sentence of the body, what it was found to be. ``head`` are our words in the
    head of its column, for a cell. ``terms`` are the quotations that are terms of ours, by their
    number among those in its words. ``whole`` is true for what rests on all of its page. ``marked``
    are the words of its quotations as they are typed, where ``quoted`` does not have them.
    """

    kind: Kind
    words: OwnWords
    evidence: Evidence
    subject: Subject | Source
    place: Place
    rests_on: tuple[Thing, ...] = ()
    span: Span | None = None
    quoted: tuple[tuple[Passage, ...], ...] = ()
    head: str = ""
    terms: Mapping[int, str] = field(default_factory=dict)
    whole: bool = False
    marked: tuple[str, ...] = ()

    @property
    def is_analysis(self) -> bool:
        """Whether the page shows it as our own analysis, which needs no evidence."""
        return self.kind in _ANALYSIS


def statements_of(subject: Subject, bound: Bound, library: Library) -> Iterator[Statement]:
    """Every statement of a briefing or an actor, fields first."""
    reading = _Reading(subject, bound, library)
    yield from reading.fields()
    yield from reading.sentences()
    yield from reading.labels()
    yield from reading.notes()


@dataclass(frozen=True)
class _Reading:
    subject: Subject
    bound: Bound
    library: Library

    @cached_property
    def whole(self) -> Evidence:
        """All evidence of the page."""
        return Evidence.of(self.bound.passages, self.library)

    @cached_property
    def _said(self) -> Repeatable:
        return repeatable(self.subject, self.bound, self.library.settings.terms)

    @property
    def _repeatable(self) -> Mapping[Key, tuple[Passage, ...]]:
        return self._said.passages

    def _terms(self, quotations: Iterable[Quotation]) -> Mapping[int, str]:
        return {
            number: "".join(part.text for part in quotation.parts)
            for number, quotation in enumerate(quotations)
            if self._said.is_term(quotation)
        }

    def _of(self, names: Iterable[str], also: Iterable[Passage] = ()) -> Evidence:
        """The evidence of some footnotes; what rests on the same ones shares it."""
        noted, own = tuple(map(str, names)), tuple(also)
        if not own and noted in self._known:
            return self._known[noted]
        passages = (p for name in noted for p in self.bound.evidence(name))
        evidence = Evidence.of((*own, *passages), self.library)
        if not own:
            self._known[noted] = evidence
        return evidence

    @cached_property
    def _known(self) -> dict[tuple[str, ...], Evidence]:
        return {}

    def _things(self, names: Iterable[str], quotations: Iterable[int] = ()) -> tuple[Thing, ...]:
        """Some quotations, some footnotes, and the quotations that these hold."""
        document = self.subject.document
        indices = [*quotations, *(i for name in names for i in document.evidence_of(str(name)))]
        notes = (Thing("footnote", document.path, str(name)) for name in names)
        return (*notes, *(document.quotations[index].thing for index in indices))

    @cached_property
    def _every_thing(self) -> tuple[Thing, ...]:
        document = self.subject.document
        names = [note.name for note in document.footnotes]
        return self._things(names, range(len(document.quotations)))

    # --- the body -----------------------------------------------------------------------------

    def sentences(self) -> Iterator[Statement]:
        document = self.subject.document
        words = own_words(document, [*runs_of(document.blocks)])
        for sentence in document.sentences:
            evidence = self._of(sentence.references, self.bound.passages_of(sentence.quotations))
            own = words.within(sentence.span)
            on = self._things(sentence.references, sentence.quotations)
            # What carries evidence is shown with it, and is read as borne out by it.
            is_ours = sentence.analysis and not evidence
            kind = Kind.ANALYSIS if is_ours else Kind.SENTENCE
            near = self._beside.get(sentence.run, ())
            if sentence.label or near:
                names = [name for one in near for name in one.references]
                quotations = [index for one in near for index in one.quotations]
                evidence = self._of(names, self.bound.passages_of(quotations))
                on = self._things(names, quotations)
            if sentence.label and not (sentence.analysis and not evidence):
                kind = Kind.LABEL
            quoted = tuple(self.bound[index].passages for index in sentence.quotations)
            place, span = sentence.place, sentence.span
            head = self._heads.get(sentence.run, "")
            terms = self._terms(document.quotations[index] for index in sentence.quotations)
            yield Statement(kind, own, evidence, self.subject, place, on, span, quoted, head, terms)

    @cached_property
    def _heads(self) -> Mapping[int, str]:
        """For each run that is a cell, by its number, the words of the head of its column."""
        document = self.subject.document
        return {
            cell.run.number: own_words(document, [head.run]).text
            for block in blocks_of(document.blocks)
            if isinstance(block, Table)
            for row in block.rows
            for head, cell in zip(block.head.cells, row.cells, strict=False)
        }

    @cached_property
    def _beside(self) -> Mapping[int, tuple[ProseSentence, ...]]:
        return beside(self.subject.document)

    def labels(self) -> Iterator[Statement]:
        document = self.subject.document
        for block in blocks_of(document.blocks):
            runs: tuple[Run, ...] = ()
            if isinstance(block, Heading):
                runs = (block.run,)
            elif isinstance(block, Table):
                runs = tuple(cell.run for cell in block.head.cells)
            for run in runs:
                words = own_words(document, [run])
                place = document.place(run.span.start)
                on = self._every_thing
                terms = self._terms(_quotations_in([run], document))
                marked = tuple(one.typed for one in _quotations_in([run], document))
                yield Statement(
                    Kind.LABEL, words, self.whole, self.subject, place, on, terms=terms,
                    whole=True, marked=marked,
                )  # fmt: skip

    def notes(self) -> Iterator[Statement]:
        document = self.subject.document
        for note in document.footnotes:
            runs = [*runs_of(note.blocks)]
            words = own_words(document, runs)
            if any(letter.isalnum() for letter in words.text):
                evidence, on = self._of([note.name]), self._things([note.name])
                terms = self._terms(_quotations_in(runs, document))
                marked = tuple(one.typed for one in _quotations_in(runs, document))
                yield Statement(
                    Kind.NOTE, words, evidence, self.subject, note.place, on, terms=terms,
                    marked=marked,
                )  # fmt: skip

    # --- front matter -------------------------------------------------------------------------

    def fields(self) -> Iterator[Statement]:
        for kind, text, rests_on in self._fields():
            read = read_field(text)
            quoted = [
                passage
                for piece in read.pieces
                if not isinstance(piece, str)
                for passage in self._repeatable.get(key_of(piece.parts), ())
            ]
            evidence = self.whole if rests_on is None else self._of(rests_on, quoted)
            words = words_of_field(text, read)
            on = self._every_thing if rests_on is None else self._things(rests_on)
            terms = self._terms(piece for piece in read.pieces if not isinstance(piece, str))
            yield Statement(
                kind, words, evidence, self.subject, text.place, on, terms=terms,
                whole=rests_on is None, marked=_typed(read.pieces),
            )  # fmt: skip

    def _fields(self) -> Iterator[tuple[Kind, Text, tuple[Text, ...] | None]]:
        yield from _fields_of(self.subject)
        if not isinstance(self.subject, Briefing):
            return
        for one in self.subject.corrections:
            address = self.subject.judgement_address(one.judgement or "")
            kept = address in self.library.settings.kept
            yield (Kind.WITHDRAWN if kept else Kind.WAS), one.was, None
            yield Kind.CORRECTION, one.now, None
            yield Kind.WHY, one.why, None


def _quotations_in(runs: Iterable[Run], document: Document) -> Iterator[Quotation]:
    for run in runs:
        for leaf in leaves_of(run.inlines):
            if isinstance(leaf, Quoted):
                yield document.quotations[leaf.quotation]


def _typed(pieces: Iterable[str | Quotation]) -> tuple[str, ...]:
    return tuple(piece.typed for piece in pieces if not isinstance(piece, str))


def _fields_of(subject: Subject) -> Iterator[tuple[Kind, Text, tuple[Text, ...] | None]]:
    """The text fields that state something, each with the footnotes that it rests on; ``None``:
    it rests on all evidence of its page. Corrections are not among them.
    """
    if subject.gone is not None:
        yield Kind.GONE, subject.gone.why, None
    for signature in subject.signed:
        yield Kind.SIGNATURE, signature.why, None
    if isinstance(subject, Actor):
        yield from ((Kind.FACT, fact.text, fact.evidence) for fact in subject.facts)
        return
    yield Kind.TITLE, subject.title, None
    yield Kind.SUMMARY, subject.summary, subject.summary_rests_on or None
    for judgement in subject.judgements:
        yield Kind.JUDGEMENT, judgement.text, judgement.rests_on
        for name, text in judgement.reasons:
            rests_on = judgement.rests_on if name == "because" else None
            yield Kind[name.upper()], text, rests_on
    for event in subject.events:
        if event.title:
            yield Kind.EVENT, event.title, event.evidence
        for party in event.parties:
            if party.reading:
                yield Kind.READING, party.reading, None
    yield from ((Kind.GAP, gap, None) for gap in subject.gaps)


def of_source(source: Source, library: Library) -> Iterator[Statement]:
    """What is said of a source in words of ours: its evidence is the whole of the source."""
    evidence = Evidence.of_sources((source,), library)
    for kind, text in _said_of(source):
        if text:
            words = words_of_field(text, read_field(text))
            yield Statement(kind, words, evidence, source, text.place, (source.thing,), whole=True)


def _said_of(source: Source) -> Iterator[tuple[Kind, Text]]:
    yield Kind.DESCRIPTOR, source.descriptor
    if source.grade is not None:
        yield Kind.GRADE, source.grade.because
    yield Kind.CIRCULAR, source.circular
    yield from ((Kind.OBTAIN, text) for text in source.obtain)
    reasons = (*source.known_from.values(), *(aside.reason for aside in source.set_aside))
    yield from ((Kind.OF_SOURCE, text) for text in reasons)
    yield from ((Kind.VOICED, voice.because) for voice in source.voices if voice.because)


def of_library(library: Library, bindings: Mapping[str, Bound]) -> Iterator[Statement]:
    """Every statement of every briefing and actor, and what is said of every source."""
    for subject in library.subjects():
        yield from statements_of(subject, bindings[subject.path], library)
    for source in library.sources.values():
        yield from of_source(source, library)
