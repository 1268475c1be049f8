"""What a reviewer is asked: each statement beside its passages, and the questions about it.

A question is a warning of a rule, a pronoun for somebody, which no rule decides, or a reading that
the editor gives of an event.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from citebound.checks.own_sentences import RULES
from citebound.checks.review import statements
from citebound.checks.signed import DIGITS, Said, Signed, SignedKind, in_line
from citebound.claims.known import Known
from citebound.claims.statements import Statement, of_source, statements_of
from citebound.model import (
    NOBODYS,
    SPOKEN,
    VOICE_NAMES,
    Actor,
    Briefing,
    Library,
    Passage,
    VoiceKind,
)
from citebound.passages.answers import Bound
from citebound.passages.printed import printed_words
from citebound.problems import Place
from citebound.text.patterns import Pattern

PRONOUNS = frozenset((
    "he", "she", "they", "him", "her", "them", "his", "hers", "their", "theirs", "himself",
    "herself", "themselves", "он", "она", "они", "его", "её", "ее", "их", "ему", "ей", "им", "него",
    "неё", "нее", "них", "သူ", "သူမ", "သူတို့",
))  # fmt: skip
"""Words that stand for somebody, and nobody but a reader can say for whom."""

_IN_PARTS = frozenset((SignedKind.CELL, SignedKind.ITEM, SignedKind.SENTENCE))

_WORD = Pattern(r"[\p{L}\p{M}]+")


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked about a statement, on one line; ``asked`` is a code, ``pronoun`` or
    ``reading``.
    """

    asked: str
    words: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A statement as a reviewer sees it: its ``words`` as readers see them, what belongs to it,
    the passages that it rests on, each after whose words it is, and what is asked about it.

    ``mark`` is what a sheet says of it: its digest and that of the statement before it, so that a
    sheet that was filled in before two statements changed places signs neither.
    """

    signed: Signed
    mark: str
    words: str
    details: tuple[tuple[str, str], ...]
    passages: tuple[tuple[str, str], ...]
    questions: tuple[Question, ...]


def asked_of(briefing: Briefing, bound: Bound, library: Library) -> Iterator[Asked]:
    """Every statement of a briefing, in the order of the file."""
    known = Known(library)
    by_place: dict[Place, list[Statement]] = {}
    cited = {*map(str, briefing.sources)}
    said_of = (of_source(s, library) for name, s in library.sources.items() if name in cited)
    for statement in chain(statements_of(briefing, bound, library), *said_of):
        by_place.setdefault(statement.place, []).append(statement)
    readings = _readings(briefing)
    marked = _marked(statements(briefing, bound, library.sources))
    for mark, signed in sorted(marked, key=lambda one: one[1].place):
        mine = [statement for place in signed.covers for statement in by_place.get(place, ())]
        questions = [q for s in mine for q in _questions(s, known)]
        questions += [asked for place in signed.covers for asked in readings.get(place, ())]
        rests = signed.passages or (_beside(mine) if signed.kind in _IN_PARTS else ())
        passages = tuple(dict.fromkeys(_shown(p, library) for p in rests))
        details = tuple(
            (name, _seen(said, bound, library)) for name, said in (*signed.context, *signed.details)
        )
        words = _seen(signed.said, bound, library)
        yield Asked(signed, mark, words, details, passages, tuple(dict.fromkeys(questions)))


def _marked(every: Iterable[Signed]) -> Iterator[tuple[str, Signed]]:
    before = ""
    for one in every:
        digest = one.digest
        yield hashlib.sha256(f"{before} {digest}".encode()).hexdigest()[:DIGITS], one
        before = digest


def _seen(said: Said, bound: Bound, library: Library) -> str:
    """Words as readers see them, on one line."""
    return in_line("".join(_piece(piece, bound, library) for piece in said.pieces))


def _piece(piece: str | int | Passage, bound: Bound, library: Library) -> str:
    if isinstance(piece, str):
        return piece
    if isinstance(piece, Passage):
        return printed_words(piece, library.sources[piece.source])
    passages = bound[piece].passages
    if passages:
        return printed_words(passages[0], library.sources[passages[0].source])
    return f"“{bound.document.quotations[piece].typed}”"


def _beside(mine: Sequence[Statement]) -> list[Passage]:
    """What a part of a table or a list is compared with, for want of passages of its own: those
    of its row, or of the sentence that leads to it.
    """
    return [passage for one in mine for passage in one.evidence.passages]


def _questions(statement: Statement, known: Known) -> Iterator[Question]:
    for rule in RULES:
        for problem in rule(statement, known):
            yield Question(problem.code, " ".join(problem.message.split()))
    if not statement.is_analysis:
        said = [w.group() for w in _WORD.finditer(statement.words.text)]
        found = dict.fromkeys(word for word in said if word.lower() in PRONOUNS)
        for word in found:
            yield Question("pronoun", f"“{word}”: who is it, and do the passages say it of them?")


def _readings(briefing: Briefing) -> dict[Place, list[Question]]:
    """What is asked about the readings of each place."""
    asked: dict[Place, list[Question]] = {}
    for event in briefing.events:
        for party in event.parties:
            if party.reading:
                words = f"{party.actor} ({party.role}): {' '.join(party.reading.split())}"
                asked.setdefault(party.reading.place, []).append(Question("reading", words))
    return asked


def _shown(passage: Passage, library: Library) -> tuple[str, str]:
    source = library.sources[passage.source]
    where = f"{source.id}, para. {passage.paragraph}, {whose_words(passage, library.actors)}"
    return where, printed_words(passage, source)


def whose_words(passage: Passage, actors: Mapping[str, Actor]) -> str:
    """Whose words a passage is, in words."""
    voice = passage.voice
    if voice is None:
        return VOICE_NAMES[VoiceKind.OWN]
    speaker = actors.get(str(voice.speaker or ""))
    name = str(speaker.name if speaker else voice.speaker or "")
    said = VOICE_NAMES[voice.kind]
    if voice.kind is VoiceKind.UNCLEAR:
        return f"{said} {name}" if name else NOBODYS
    return f"{said}, {name}" if voice.kind in SPOKEN else said
