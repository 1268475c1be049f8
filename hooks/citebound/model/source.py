"""A source: its pinned text, and whose words each part of it is (docs/format.md, Voices)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from citebound.model.text import Span, Text
from citebound.problems import NOWHERE, Place, Thing


class VoiceKind(StrEnum):
    """Whose words a span of a source is (docs/format.md, Voices)."""

    DIRECT = "direct"
    REPORTED = "reported"
    QUOTED = "quoted"
    UNCLEAR = "unclear"
    OWN = "own"


VOICE_NAMES: Mapping[VoiceKind, str] = {
    VoiceKind.DIRECT: "direct speech",
    VoiceKind.REPORTED: "reported",
    VoiceKind.QUOTED: "quoted, not said by whom",
    VoiceKind.UNCLEAR: "perhaps reporting",
    VoiceKind.OWN: "the source’s words",
}
"""What each kind of voice is called, wherever it is; words that are perhaps nobody's report are
:data:`NOBODYS`.
"""

NOBODYS = "not said whose"
"""What unclear words are called that no speaker is named for."""

SPOKEN = (VoiceKind.DIRECT, VoiceKind.REPORTED)
"""The kinds of what a speaker says, in marks or not."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A span of a source and whose words it is.

    ``parent`` is the index, in ``Source.voices``, of the span that holds this
    one, or ``None``. Voices are sorted so that a parent comes before its
    children. ``speaker`` is an actor's id; ``via`` the chain of actor ids the
    words came through, outermost first. ``antecedent`` is what a pronoun in the cue stands
    for, ``described`` the source's own words for a speaker whom it does not name, and
    ``because`` why words that only follow a report are still the speaker's. One that was
    ``proposed`` by a program has not been looked at yet. Narration inside
    direct speech is a voice of the kind ``own`` in it.
    """

    kind: VoiceKind
    span: Span
    speaker: Text | None = None
    via: tuple[Text, ...] = ()
    cue: Span | None = None
    parent: int | None = None
    place: Place = NOWHERE
    antecedent: Span | None = None
    described: Span | None = None
    because: Text | None = None
    proposed: bool = False


def cue_thing(place: Place) -> Thing:
    """What ties the voice at ``place`` to its speaker, on which findings may rest."""
    return Thing("field", place.path, f"{place.line}:{place.column} cue")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a source: its span and the number (from 1) of its paragraph."""

    span: Span
    paragraph: int


@dataclass(frozen=True, slots=True)
class SetAside:
    """A sentence of a source that nothing rests on, and why: ``place`` is that of its entry.

    A ``heading`` is set aside as one of all headings, unless a passage uses it.
    """

    span: Span
    reason: Text
    place: Place
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Extraction:
    """How a source's text came out of another file."""

    origin: Text
    by: Text
    raw_sha256: Text


GRADES: Mapping[str, str] = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
"""The grades of a source, in the words of the Admiralty scale (docs/format.md, Sources)."""


@dataclass(frozen=True, slots=True)
class Grade:
    """An editor's grade of a source: a letter of :data:`GRADES`, and why."""

    mark: Text
    because: Text


@dataclass(frozen=True, slots=True)
class Source:
    """An archived source: its pinned text and what is known of it.

    ``paragraphs`` are the spans of its paragraphs, in order (the first is
    paragraph 1). ``short`` is what it is called beside its words. ``accepts`` names hidden
    characters that are the source's own.
    ``known_from`` says of which fields it is only inferred, and
    from what. ``rights`` is ``full``, ``passages`` or ``metadata``. ``coverage`` is ``whole`` or
    ``used``: what of it its editor accounts for; of a ``draft``, nothing yet. ``grade``,
    ``circular`` (how it may only repeat others) and ``obtain`` (what would tell more) are what its
    editor says.
    """

    id: str
    text: str
    title: Text = Text("")
    short: Text = Text("")
    publisher: Text = Text("")
    author: Text = Text("")
    url: Text = Text("")
    published: Text = Text("")
    known_from: Mapping[str, Text] = field(default_factory=dict)
    language: str = "en"
    rights: str = "full"
    max_share: float | None = None
    descriptor: Text = Text("")
    grade: Grade | None = None
    circular: Text = Text("")
    obtain: tuple[Text, ...] = ()
    paragraph_rule: str = "lines"
    sha256: str = ""
    extracted: Extraction | None = None
    replaces: Text | None = None
    not_ends: tuple[str, ...] = ()
    accepts: tuple[str, ...] = ()
    paragraphs: tuple[Span, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    voices: tuple[Voice, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    coverage: str = "whole"
    draft: bool = False
    path: str = ""

    @property
    def called(self) -> Text:
        """What it is called beside its words: by its short name, if it has one."""
        return self.short or self.title

    @property
    def quotable(self) -> bool:
        """Whether words of it may be quoted; else evidence names a place in it."""
        return self.rights != "metadata"

    @property
    def text_path(self) -> str:
        """The path of the pinned text, relative to the project's root."""
        return f"seeds/{self.id}/text.txt"

    @property
    def address(self) -> str:
        """The permanent address of the source's page."""
        return f"sources/{self.id}/"

    @property
    def is_appraised(self) -> bool:
        """Whether its editor says what it is worth, beside the descriptor."""
        return bool(self.grade or self.circular or self.obtain)

    @property
    def thing(self) -> Thing:
        """Its text, on which the findings of others may rest."""
        return Thing("source", self.id)

    def things_at(self, span: Span) -> Iterator[Thing]:
        """The sentences that share a code point with ``span``, on which findings may rest."""
        for sentence in self.sentences_in(span):
            yield Thing("sentence", self.id, sentence.span.start)

    def paragraph_at(self, offset: int) -> int:
        """The number (from 1) of the paragraph that ``offset`` lies in, or 0 for none."""
        index = bisect_right(self.paragraphs, offset, key=lambda span: span.start)
        return index if index and offset < self.paragraphs[index - 1].end else 0

    def line_at(self, offset: int) -> int:
        """The line (from 1) of ``text.txt`` on which ``offset`` lies."""
        return self.text.count("\n", 0, offset) + 1

    def sentences_in(self, span: Span) -> tuple[Sentence, ...]:
        """The sentences that share a code point with ``span``, in order."""
        first = max(0, bisect_right(self.sentences, span.start, key=lambda s: s.span.start) - 1)
        found = []
        # By number: a slice would copy all that follows for each span that is asked for.
        for number in range(first, len(self.sentences)):
            sentence = self.sentences[number]
            if sentence.span.start >= span.end:
                break
            if sentence.span.meets(span):
                found.append(sentence)
        return tuple(found)

    def voices_in(self, span: Span) -> Iterator[Voice]:
        """The voices that share a code point with ``span``, in order: those that begin in it, and
        those that hold its beginning.
        """
        yield from reversed([voice for voice in self._begun(span.start) if voice.span.meets(span)])
        first = bisect_right(self.voices, span.start, key=lambda voice: voice.span.start)
        for number in range(first, len(self.voices)):
            if self.voices[number].span.start >= span.end:
                return
            yield self.voices[number]

    def voice_at(self, span: Span) -> Voice | None:
        """The deepest voice whose span holds ``span`` whole, or ``None`` for the source's own."""
        return next((voice for voice in self._begun(span.start) if voice.span.holds(span)), None)

    def _begun(self, offset: int) -> Iterator[Voice]:
        """The last voice that begins at ``offset`` or before it, and those that hold that one."""
        first = bisect_right(self.voices, offset, key=lambda voice: voice.span.start)
        at = first - 1 if first else None
        while at is not None:
            yield self.voices[at]
            at = self.voices[at].parent
