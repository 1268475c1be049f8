"""What pages look up, entry by entry: quotations, events, actors, sources, briefings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from citebound.dates import COUNTED_FORWARD, TOOK_PLACE, Edtf, in_words, parse
from citebound.model import (
    SPOKEN,
    Actor,
    Briefing,
    Event,
    EventActor,
    EventDate,
    Fact,
    Judgement,
    Library,
    Passage,
    Sentence,
    SetAside,
    Source,
    Span,
    Subject,
    VoiceKind,
)
from citebound.passages.answers import Bound
from citebound.public import Access, Published

TAKING_PART = frozenset(("took part", "organised", "signed"))
"""The roles of those who took part in an event."""


@dataclass(frozen=True, slots=True)
class Use:
    """Where a passage is used.

    ``kind`` is ``sentence`` (of prose, ``words`` with its marks taken out), ``event``,
    ``judgement`` or ``fact``; ``address`` leads to the very place.
    """

    subject: Subject
    kind: str
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class QuotationEntry:
    """A passage, once, with everything that rests on it.

    ``speaker`` is the actor id whose words they are reported or quoted to be (``None``
    for the source's own words, for words quoted without a speaker and for unclear ones).
    """

    passage: Passage
    source: Source
    uses: tuple[Use, ...]

    @property
    def words(self) -> str:
        """The source's own characters, cuts as ``[…]``, insertions left out."""
        return " […] ".join(
            " ".join(span.of(self.source.text).split()) for span in self.passage.spans
        )

    @property
    def voice_kind(self) -> VoiceKind:
        """Whose words they are."""
        return self.passage.voice.kind if self.passage.voice else VoiceKind.OWN

    @property
    def speaker(self) -> str | None:
        """The actor whose words they are, by the source; never for an unclear voice."""
        voice = self.passage.voice
        if voice is None or voice.kind not in SPOKEN:
            return None
        return None if voice.speaker is None else str(voice.speaker)

    @property
    def heard(self) -> tuple[VoiceKind, ...]:
        """The kind of its voice, and of those within it."""
        within = (voice.kind for voice in self.passage.contains)
        return tuple(dict.fromkeys((self.voice_kind, *within)))

    @property
    def speaking(self) -> tuple[str, ...]:
        """Whoever says it or something within it, by the source; never by an unclear voice."""
        voices = (self.passage.voice, *self.passage.contains)
        spoken = (voice.speaker for voice in voices if voice and voice.kind in SPOKEN)
        return tuple(dict.fromkeys(str(speaker) for speaker in spoken if speaker is not None))

    @property
    def context(self) -> Span:
        """The sentences of the source that hold the passage, whole."""
        sentences = self.source.sentences_in(self.passage.extent)
        return Span(sentences[0].span.start, sentences[-1].span.end)


@dataclass(frozen=True, slots=True)
class EventEntry:
    """An event with everything the briefings say of it.

    ``roles`` is what each actor in it is there. ``bases`` are the ``(briefing, event,
    passages)`` that define it and add to it; the first defines it. Where another event
    ``shares_title`` with it, pages say the date beside the title.
    """

    id: str
    title: str
    date: Edtf
    given: EventDate
    status: str
    roles: Mapping[str, tuple[EventActor, ...]]
    bases: tuple[tuple[Briefing, Event, tuple[Passage, ...]], ...]

    @property
    def address(self) -> str:
        """Its permanent address."""
        return f"timeline/#{self.id}"

    @property
    def apart(self) -> str:
        """What stands after its title where another event has the same one: its date."""
        return f" ({in_words(self.date)})" if self.shares_title else ""

    @property
    def search_names(self) -> tuple[str, ...]:
        """What a reader may type for it."""
        return self.bases[0][1].search_names

    @property
    def actors(self) -> tuple[str, ...]:
        """The ids of the actors in it, each once."""
        return tuple(self.roles)

    def is_joined_by(self, actor: str) -> bool:
        """Whether it took place and an actor took part in it: not one who was invited to it,
        whom it befell, or who had yet to come.
        """
        took_place = self.status in TOOK_PLACE
        return took_place and any(party.role in TAKING_PART for party in self.roles[actor])

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Its evidence from all briefings, each passage once."""
        found = {p.identity: p for _, _, passages in self.bases for p in passages}
        return tuple(found.values())

    @property
    def is_to_come(self) -> bool:
        """Whether it was still to come when its source was written: then a phrase is counted
        forward.
        """
        return self.bases[0][1].status in COUNTED_FORWARD

    @property
    def counted_from(self) -> Edtf | None:
        """The date a relative phrase was counted from."""
        counted = self.given.counted_from
        if counted is None:
            return None
        if counted != "published":
            return parse(counted)
        return self.published

    published: Edtf | None = None
    shares_title: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """Two actors in one event, with the event's evidence."""

    actor: str
    event: EventEntry


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """An actor with what is said by and of it and what it took part in."""

    actor: Actor
    facts: tuple[tuple[Fact, tuple[Passage, ...]], ...]
    said: tuple[QuotationEntry, ...]
    said_of: tuple[QuotationEntry, ...]
    unclear: tuple[QuotationEntry, ...]
    events: tuple[EventEntry, ...]
    relations: tuple[Relation, ...]
    briefings: tuple[Briefing, ...]


@dataclass(frozen=True, slots=True)
class SentenceCover:
    """A sentence of a source: the passages that use it, or why it is set aside."""

    sentence: Sentence
    used_by: tuple[QuotationEntry, ...]
    set_aside: SetAside | None


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source with its passages in order and its coverage.

    ``access`` says which of its words may be read.
    """

    source: Source
    quotations: tuple[QuotationEntry, ...]
    coverage: tuple[SentenceCover, ...]
    access: Access
    briefings: tuple[Briefing, ...]


@dataclass(frozen=True, slots=True)
class BriefingEntry:
    """A briefing with its events, actors and the passages of its judgements.

    ``actors`` are those of its events; ``named`` all whom its events or its prose name.
    ``summary`` is what its summary rests on.
    """

    briefing: Briefing
    events: tuple[EventEntry, ...]
    actors: tuple[str, ...]
    judgements: tuple[tuple[Judgement, tuple[Passage, ...]], ...]
    passages: tuple[Passage, ...]
    named: tuple[str, ...] = ()
    summary: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Indexes:
    """Everything that pages look up, made from what is ``public``. ``in_list`` are the addresses of
    the lines of actors without a page, by their folders.
    """

    public: Published
    quotations: tuple[QuotationEntry, ...]
    events: tuple[EventEntry, ...]
    actors: Mapping[str, ActorEntry]
    sources: Mapping[str, SourceEntry]
    briefings: tuple[BriefingEntry, ...]
    by_identity: Mapping[str, QuotationEntry] = field(default_factory=dict)
    event_ids: frozenset[str] = frozenset()
    in_list: Mapping[str, str] = field(default_factory=dict)

    @property
    def library(self) -> Library:
        """The briefings, actors and sources that are public."""
        return self.public.library

    @property
    def bindings(self) -> Mapping[str, Bound]:
        """The bindings of their documents, by path."""
        return self.public.bindings

    def entry(self, passage: Passage) -> QuotationEntry:
        """The entry of a passage."""
        return self.by_identity[passage.identity]
