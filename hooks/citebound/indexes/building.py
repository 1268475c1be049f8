"""Indexes: who said what, who took part, what rests on what.

Made from what is public alone; everything a page shows is looked up here, and nothing
here knows of pages, except for the addresses that are part of an id's meaning.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from operator import itemgetter

from citebound.dates import parse, sort_key
from citebound.indexes.entries import (
    ActorEntry,
    BriefingEntry,
    EventEntry,
    Indexes,
    QuotationEntry,
    Relation,
    SentenceCover,
    SourceEntry,
)
from citebound.indexes.uses import uses_of
from citebound.model import (
    Actor,
    Briefing,
    Event,
    EventActor,
    Library,
    Passage,
    Source,
    Span,
    VoiceKind,
)
from citebound.passages.answers import Bound
from citebound.public import Published
from citebound.text.naming import Finder

_FIRST = itemgetter(0)


def indexes_of(public: Published) -> Indexes:
    """The indexes of what is public."""
    library, bindings = public.library, public.bindings
    uses, passages = uses_of(library, bindings)
    quotations = tuple(
        QuotationEntry(passage, library.sources[passage.source], tuple(uses[identity]))
        for identity, passage in sorted(
            passages.items(), key=lambda item: (item[1].source, item[1].spans)
        )
    )
    by_identity = {entry.passage.identity: entry for entry in quotations}
    events = _event_entries(library, bindings)
    finder = Finder(library.actors.values())
    in_briefing = {b.path: actors_of(b, library, finder) for b in library.briefings}
    by_actor = _by_actor(library, quotations, events, in_briefing, finder)
    by_source: dict[str, list[QuotationEntry]] = defaultdict(list)
    for entry in quotations:
        by_source[entry.passage.source].append(entry)
    resting: dict[str, list[Briefing]] = defaultdict(list)
    for briefing in library.briefings:
        for name in dict.fromkeys(map(str, briefing.sources)):
            resting[name].append(briefing)
    numbered = {event.id: (number, event) for number, event in enumerate(events)}
    return Indexes(
        public,
        quotations,
        events,
        {
            actor.id: _actor_entry(actor, bindings, by_actor[actor.id])
            for actor in library.actors.values()
        },
        {
            s.id: _source_entry(s, public, tuple(by_source[s.id]), tuple(resting[s.id]))
            for s in library.sources.values()
        },
        tuple(
            _briefing_entry(b, bindings[b.path], numbered, in_briefing[b.path])
            for b in library.briefings
        ),
        by_identity,
        frozenset(numbered),
        {actor.folder: actor.address for actor in library.actors.values() if actor.in_list},
    )


def _event_entries(library: Library, bindings: Mapping[str, Bound]) -> tuple[EventEntry, ...]:
    bases: dict[str, list[tuple[Briefing, Event, tuple[Passage, ...]]]] = defaultdict(list)
    for briefing in library.briefings:
        for event in briefing.events:
            bound = bindings[briefing.path]
            found = tuple(p for name in event.evidence for p in bound.evidence(name))
            bases[event.id].append((briefing, event, found))
    entries = []
    for event_id, based in bases.items():
        based.sort(key=lambda base: base[1].ref)
        briefing, event, found = based[0]
        if event.ref or event.date is None:
            continue
        statuses = {e.status for _, e, _ in based if e.status}
        roles: dict[str, dict[EventActor, None]] = {}
        for _, e, _ in based:
            for party in e.parties:
                roles.setdefault(str(party.actor), {})[party] = None
        source = library.sources[found[0].source] if found else None
        entries.append(
            EventEntry(
                event_id,
                event.title,
                parse(event.date.edtf),
                event.date,
                "disputed" if len(statuses) > 1 else str(event.status),
                {actor: tuple(each) for actor, each in roles.items()},
                tuple(based),
                parse(source.published) if source and source.published else None,
            )
        )
    called = Counter(_title(entry) for entry in entries)
    return tuple(
        replace(entry, shares_title=called[_title(entry)] > 1)
        for entry in sorted(entries, key=lambda entry: (sort_key(entry.date), entry.id))
    )


def _title(entry: EventEntry) -> str:
    return " ".join(entry.title.split()).casefold()


@dataclass(slots=True)
class _About:
    """What concerns one actor, gathered in one walk over everything."""

    actor: Actor
    said: list[QuotationEntry] = field(default_factory=list)
    said_of: list[QuotationEntry] = field(default_factory=list)
    unclear: list[QuotationEntry] = field(default_factory=list)
    events: list[EventEntry] = field(default_factory=list)
    briefings: list[Briefing] = field(default_factory=list)


def _by_actor(
    library: Library,
    quotations: tuple[QuotationEntry, ...],
    events: tuple[EventEntry, ...],
    in_briefing: Mapping[str, tuple[str, ...]],
    finder: Finder,
) -> dict[str, _About]:
    about = {actor.id: _About(actor) for actor in library.actors.values()}
    for entry in quotations:
        voice, speaker = entry.passage.voice, entry.speaker
        if entry.voice_kind is VoiceKind.UNCLEAR and voice and voice.speaker in about:
            about[str(voice.speaker)].unclear.append(entry)
        if entry.passage.term:
            continue
        if speaker in about:
            about[str(speaker)].said.append(entry)
        for actor in finder.named(entry.words):
            if actor != speaker:
                about[actor].said_of.append(entry)
    for event in events:
        for actor in dict.fromkeys(event.actors):
            if actor in about:
                about[actor].events.append(event)
    for briefing in library.briefings:
        for actor in in_briefing[briefing.path]:
            about[actor].briefings.append(briefing)
    return about


def _actor_entry(actor: Actor, bindings: Mapping[str, Bound], about: _About) -> ActorEntry:
    bound = bindings[actor.path]
    return ActorEntry(
        actor,
        tuple(
            (fact, tuple(p for name in fact.evidence for p in bound.evidence(name)))
            for fact in actor.facts
        ),
        tuple(about.said),
        tuple(about.said_of),
        tuple(about.unclear),
        tuple(about.events),
        tuple(
            Relation(other, event)
            for event in about.events
            for other in event.actors
            if other != actor.id
        ),
        tuple(about.briefings),
    )


def actors_of(
    briefing: Briefing, library: Library, finder: Finder | None = None
) -> tuple[str, ...]:
    """The actors of a briefing: of its events, and those its prose names or links."""
    found = dict.fromkeys(str(a) for event in briefing.events for a in event.actors)
    for link in briefing.document.links:
        if link.target.startswith("actor:"):
            found[link.target.removeprefix("actor:")] = None
    finder = finder or Finder(library.actors.values())
    found |= dict.fromkeys(finder.named(briefing.document.naming))
    return tuple(actor for actor in found if actor in library.actors)


def _source_entry(
    source: Source,
    public: Published,
    own: tuple[QuotationEntry, ...],
    briefings: tuple[Briefing, ...],
) -> SourceEntry:
    used: dict[Span, list[QuotationEntry]] = defaultdict(list)
    for entry in own:
        if entry.passage.term:
            continue
        for span in entry.passage.spans:
            for sentence in source.sentences_in(span):
                using = used[sentence.span]
                if not using or using[-1] is not entry:
                    using.append(entry)
    aside = {entry.span: entry for entry in source.set_aside}
    coverage = tuple(
        SentenceCover(s, tuple(used.get(s.span, ())), None if s.span in used else aside.get(s.span))
        for s in source.sentences
    )
    return SourceEntry(
        source,
        own,
        coverage,
        public.access[source.id],
        briefings,
    )


def _briefing_entry(
    briefing: Briefing,
    bound: Bound,
    events: Mapping[str, tuple[int, EventEntry]],
    named: tuple[str, ...],
) -> BriefingEntry:
    mine = {str(event.id) for event in briefing.events}
    own = tuple(entry for _, entry in sorted((events[n] for n in mine & events.keys()), key=_FIRST))
    return BriefingEntry(
        briefing,
        own,
        tuple(dict.fromkeys(actor for event in own for actor in event.actors)),
        tuple(
            (j, tuple(p for name in j.rests_on for p in bound.evidence(name)))
            for j in briefing.judgements
        ),
        tuple({p.identity: p for p in bound.passages}.values()),
        named,
        tuple(p for name in briefing.summary_rests_on for p in bound.evidence(name)),
    )
