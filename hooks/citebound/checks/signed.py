"""What a reviewer signs: each statement of a briefing, of what kind it is, the words that belong
to it, and its passages (docs/format.md, Review).
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from citebound.model import Passage, SegmentKind, Voice
from citebound.problems import Place

DIGITS = 10
"""Hexadecimal digits of each statement's digest: 40 bits, enough to notice a change."""


class SignedKind(StrEnum):
    """What a statement is. Its value is signed with it."""

    TITLE = "title"
    SUMMARY = "summary"
    JUDGEMENT = "judgement"
    EVENT = "event"
    ADDED = "added evidence"
    GAP = "gap"
    WAS = "correction: was"
    NOW = "correction: is"
    WHY = "correction: why"
    DAY = "correction: date"
    SENTENCE = "sentence"
    ANALYSIS = "analysis"
    ITEM = "item"
    CELL = "cell"
    HEAD = "head"
    HEADING = "heading"
    BLOCK = "block quotation"
    ATTRIBUTION = "attribution"
    NOTE = "note"
    DESCRIPTOR = "source: descriptor"
    GRADE = "source: grade"
    CIRCULAR = "source: circular"
    OBTAIN = "source: obtain"
    VOICED = "source: because"


OF_SOURCES = frozenset((
    SignedKind.DESCRIPTOR, SignedKind.GRADE, SignedKind.CIRCULAR, SignedKind.OBTAIN,
    SignedKind.VOICED,
))  # fmt: skip
"""What is said of a source that a briefing cites, in the file of that source."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words as ``typed``, and in ``pieces`` as readers see them: our words, passages, and
    quotations of the body by their index.
    """

    typed: str
    pieces: tuple[str | int | Passage, ...]


@dataclass(frozen=True, slots=True)
class Signed:
    """Words that a reviewer signs: ``words`` as typed, what they rest on, the ``place`` of the
    whole, and the places of the statements in it.

    ``context`` is what gives the words their meaning and is no part of them, such as the row of a
    cell; it is signed with them. ``said`` and ``details`` show the words to the reviewer. ``nth``
    tells statements apart that are equal in all of this.
    """

    kind: SignedKind
    words: str
    passages: tuple[Passage, ...]
    place: Place
    covers: tuple[Place, ...]
    said: Said
    context: tuple[tuple[str, Said], ...] = ()
    details: tuple[tuple[str, Said], ...] = ()
    nth: int = 0

    @property
    def told(self) -> str:
        """All that is signed of it, as one text."""
        context = (f"{name}: {in_line(said.typed)}" for name, said in self.context)
        lines = (self.kind, in_line(self.words), *context, *map(_printed, self.passages))
        return "\n".join(lines)

    @property
    def digest(self) -> str:
        """Its short digest, by which a later change is noticed."""
        text = f"{self.told}\n{self.nth}" if self.nth else self.told
        return hashlib.sha256(text.encode()).hexdigest()[:DIGITS]


def in_line(words: str) -> str:
    """Words with each run of white space as one space."""
    return " ".join(words.split())


def counted(every: Iterator[Signed]) -> Iterator[Signed]:
    """The statements, with those that are equal told apart by their number."""
    seen: Counter[str] = Counter()
    for one in every:
        told = one.told
        yield replace(one, nth=seen[told]) if seen[told] else one
        seen[told] += 1


def _printed(passage: Passage) -> str:
    """A passage by its identity, what the editor has put into it, and whose words it is."""
    put_in = (s.text for s in passage.segments if s.kind is SegmentKind.INSERTION)
    words = f"{passage.identity}{''.join(f' [{words}]' for words in put_in)}{passage.trailing}"
    voices = (*([passage.voice] if passage.voice else []), *passage.contains)
    return "; ".join((words, *map(_voiced, voices)))


def _voiced(voice: Voice) -> str:
    speakers = (*([voice.speaker] if voice.speaker else []), *voice.via)
    return " ".join((voice.kind, *map(str, speakers)))
