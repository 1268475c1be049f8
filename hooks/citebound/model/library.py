"""What editors write: briefings, actors, events, judgements; and the library of all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from citebound.model.document import Document, Quotation
from citebound.model.source import Source
from citebound.model.text import Text
from citebound.problems import Place, Problem, Thing


@dataclass(frozen=True, slots=True)
class EventDate:
    """A date as an editor gives it: EDTF, and where the passage does not print
    it, the source's phrase and what it was counted from (``published`` or a date).

    ``unresolved``: the phrase is one that no rule counts, and ``edtf`` is empty or, in what is
    published, the bounds that the status and the source's date give.
    """

    edtf: Text
    phrase: Text | None = None
    counted_from: Text | None = None
    unresolved: bool = False


@dataclass(frozen=True, slots=True)
class EventActor:
    """An actor in an event: its id, its role there, and, where the evidence does not name it,
    why it is meant all the same. ``role`` is empty where none was given, which is a finding.
    """

    actor: Text
    role: Text
    reading: Text | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened or is planned. ``ref`` is true when this entry only
    adds evidence to an event that another briefing defines. ``search_names`` are what a reader may
    type for it, and no evidence.
    """

    id: Text
    title: Text
    date: EventDate | None
    status: Text
    parties: tuple[EventActor, ...]
    evidence: tuple[Text, ...]
    ref: bool
    place: Place
    search_names: tuple[Text, ...] = ()

    @property
    def address(self) -> str:
        """Its permanent address."""
        return f"timeline/#{self.id}"

    @property
    def actors(self) -> tuple[Text, ...]:
        """The ids of the actors in it."""
        return tuple(party.actor for party in self.parties)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A judgement of ours, with a likelihood or a confidence word (ICD 203), never both.

    ``because`` says why the passages bear it out, ``assumes`` what it takes for granted,
    ``otherwise`` how else they may be read, and ``watch`` what would change it.
    """

    id: Text
    text: Text
    likelihood: Text | None
    confidence: Text | None
    rests_on: tuple[Text, ...]
    place: Place
    because: Text | None = None
    assumes: Text | None = None
    otherwise: Text | None = None
    watch: Text | None = None

    @property
    def reasons(self) -> tuple[tuple[str, Text], ...]:
        """What it says of itself beside its text, each with the name of its field."""
        named = (
            ("because", self.because),
            ("assumes", self.assumes),
            ("otherwise", self.otherwise),
            ("watch", self.watch),
        )
        return tuple((name, text) for name, text in named if text is not None)


@dataclass(frozen=True, slots=True)
class Signature:
    """An editor's signature under a change of a quotation that needs one: the ``words`` of the
    quotation, or a part of them that is in no other.
    """

    footnote: Text
    why: Text
    by: Text
    words: Text | None = None

    def covers(self, quotation: Quotation) -> bool:
        """Whether a quotation is the one that is signed for."""
        if quotation.footnote != self.footnote:
            return False
        return self.words is None or _evenly(self.words) in _evenly(quotation.typed)


def _evenly(words: str) -> str:
    return " ".join(words.replace("[...]", "[…]").split())


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction: what the page said, what it says now, and why. One that withdraws a
    judgement has its id, so that its address leads there.
    """

    date: Text
    was: Text
    now: Text
    why: Text
    judgement: Text | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """What a reviewer answered a question about a statement: the statement's digest, what was
    asked (a code of ours, ``pronoun`` or ``reading``), in which words, and the answer.
    """

    statement: Text
    asked: Text
    question: Text
    answer: Text


@dataclass(frozen=True, slots=True)
class Review:
    """Who signed that the words support the sentences, when, over what, and what they answered."""

    by: Text
    date: Text
    fingerprint: Text
    answers: tuple[Answered, ...] = ()


@dataclass(frozen=True, slots=True)
class Gone:
    """A page that was taken down: when and why."""

    date: Text
    why: Text


@dataclass(frozen=True, slots=True)
class Briefing:
    """A briefing: its front matter and its document.

    ``summary_rests_on`` are the footnotes that the summary names, if it names any.
    One that is a ``lead`` stands first among those of its day.
    Where its front matter could not be read, all of it is empty.
    """

    id: str
    path: str
    title: Text
    date: Text
    summary: Text
    sources: tuple[Text, ...]
    document: Document
    summary_rests_on: tuple[Text, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    events: tuple[Event, ...] = ()
    gaps: tuple[Text, ...] = ()
    terms: tuple[Text, ...] = ()
    signed: tuple[Signature, ...] = ()
    corrections: tuple[Correction, ...] = ()
    formerly: tuple[Text, ...] = ()
    gone: Gone | None = None
    draft: bool = False
    lead: bool = False
    review: Review | None = None

    @property
    def address(self) -> str:
        """Its permanent address."""
        return f"briefings/{self.id}/"

    @property
    def folder(self) -> str:
        """Its folder in the site: that of its page."""
        return self.address

    def judgement_address(self, judgement: str) -> str:
        """The permanent address of one of its judgements, by its id."""
        return f"{self.address}#judgement-{judgement}"


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact about an actor, in our words, with the footnotes that bear it out."""

    text: Text
    evidence: tuple[Text, ...]
    date: EventDate | None
    place: Place


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organisation, state or group. ``names`` holds ``honorific``,
    ``patronymic``, ``sort`` and names in other scripts, by language tag. ``aliases`` are what the
    sources print; ``adjectives`` such as *Russian* are no names; ``search_names`` are what a
    reader may type, and no evidence. One that is ``in_list`` has no page of its own: it is a line
    in the list of actors.
    Where its front matter could not be read, all else is empty, too.
    """

    id: str
    path: str
    name: Text
    kind: Text
    document: Document
    names: Mapping[str, Text] = field(default_factory=dict)
    aliases: tuple[Text, ...] = ()
    adjectives: tuple[Text, ...] = ()
    search_names: tuple[Text, ...] = ()
    facts: tuple[Fact, ...] = ()
    terms: tuple[Text, ...] = ()
    signed: tuple[Signature, ...] = ()
    formerly: tuple[Text, ...] = ()
    gone: Gone | None = None
    in_list: bool = False

    @property
    def folder(self) -> str:
        """Its folder in the site, which is there for ever: its feed is in it, and its page, or one
        that leads on to its line.
        """
        return f"actors/{self.id}/"

    @property
    def address(self) -> str:
        """Where it is read of: its page, or its line in the list."""
        return f"actors/#{self.id}" if self.in_list else self.folder

    def fact_address(self, number: int) -> str:
        """Where one of its facts is read, counted from 1."""
        return f"{self.address.partition('#')[0]}#{self.fact_anchor(number)}"

    def fact_anchor(self, number: int) -> str:
        """The same within its page: where its facts begin; in the list, the fact itself."""
        return f"{self.id}-fact-{number}" if self.in_list else "facts"

    @property
    def called(self) -> tuple[str, ...]:
        """The names it is found by: its name and its aliases, the longest first."""
        return tuple(sorted({str(self.name), *map(str, self.aliases)}, key=lambda n: (-len(n), n)))

    @property
    def sort(self) -> str:
        """The name it is listed under."""
        return str(self.names.get("sort", self.name))


Subject = Briefing | Actor
"""What has a document with evidence."""


def evidence_thing(place: Place) -> Thing:
    """The evidence that front matter names for the event or the fact at ``place``."""
    return Thing("field", place.path, f"{place.line}:{place.column} evidence")


@dataclass(frozen=True)
class Settings:
    """What holds for the whole site: terms, names of reviewers, published addresses, with the
    anchors of judgements and events among them.
    """

    terms: tuple[Text, ...] = ()
    reviewers: tuple[Text, ...] = ()
    addresses: tuple[Text, ...] = ()

    @cached_property
    def kept(self) -> frozenset[str]:
        """The published addresses, to be looked up."""
        return frozenset(map(str, self.addresses))


@dataclass(frozen=True, slots=True)
class Library:
    """All that was read: an immutable registry that knows nothing of files.

    ``broken`` are the ids of sources that there are but that cannot be relied on: their
    text was changed, or could not be read.
    """

    sources: Mapping[str, Source] = field(default_factory=dict)
    briefings: tuple[Briefing, ...] = ()
    actors: Mapping[str, Actor] = field(default_factory=dict)
    settings: Settings = Settings()
    problems: tuple[Problem, ...] = ()
    broken: frozenset[str] = frozenset()

    def subjects(self) -> Iterator[Subject]:
        """Every briefing, then every actor."""
        yield from self.briefings
        yield from self.actors.values()
