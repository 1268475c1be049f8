"""Events: who is in them, and what several briefings say of one event."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.checks.bound_library import BoundLibrary
from citebound.checks.dates import evidence_things
from citebound.claims.evidence import Evidence
from citebound.claims.known import Known
from citebound.model import Actor, Briefing, Event, EventDate
from citebound.problems import EVERYTHING, Problem, actor_meant, beginning_of, did_you_mean


def events(project: BoundLibrary) -> Iterator[Problem]:
    """Actors are known, references lead to an event, and one event has one date and status."""
    defined: dict[str, tuple[Briefing, Event]] = {}
    for briefing in project.library.briefings:
        for event in briefing.events:
            for actor in event.actors:
                if actor not in project.library.actors:
                    yield Problem(
                        actor.place,
                        "unknown-actor",
                        f"there is no actor {actor!s}",
                        actor_meant(actor, project.library.actors),
                    )
            if event.ref:
                continue
            if event.id not in defined:
                defined[event.id] = (briefing, event)
                continue
            other_briefing, other = defined[event.id]
            if other_briefing is not briefing:
                yield from _twice(event, other_briefing, other)
    for briefing in project.library.briefings:
        for event in briefing.events:
            found = defined.get(event.id)
            # What is published cannot lean on what is not.
            public = project.public.bindings
            missing = found is None or (briefing.path in public and found[0].path not in public)
            if event.ref and missing:
                yield Problem(
                    event.id.place,
                    "unknown-event",
                    f"no briefing defines the event {event.id!s}",
                    did_you_mean(event.id, defined),
                ).resting_on(EVERYTHING)


def _twice(event: Event, other_briefing: Briefing, other: Event) -> Iterator[Problem]:
    if not (event.date and other.date and event.status and other.status):
        return  # what is missing has its finding
    same = (_dated(event.date), event.status) == (_dated(other.date), other.status)
    if same or event.status == other.status == "disputed":
        return
    yield Problem(
        event.id.place,
        "event-twice",
        f"{other_briefing.path} gives the event {event.id!s} another date or status",
        f"write ref: {event.id} to add to it; or status: disputed in both",
    )


def _dated(date: EventDate) -> str:
    """What a date says: its value, or the phrase that no rule counts."""
    return str(date.phrase) if date.unresolved else str(date.edtf)


_SHOWN = 160
"""So many characters of the evidence are said in a finding."""


def parties(project: BoundLibrary) -> Iterator[Problem]:
    """Each actor of an event is named in its evidence, or a reading says why it is meant."""
    for briefing in project.library.briefings:
        bound = project.bindings[briefing.path]
        read: dict[tuple[str, ...], tuple[Evidence, frozenset[str]]] = {}
        for event in briefing.events:
            key = tuple(dict.fromkeys(map(str, event.evidence)))
            if key not in read:
                passages = (p for name in key for p in bound.evidence(name))
                evidence = Evidence.of(passages, project.library)
                read[key] = evidence, _named(evidence, project.known)
            evidence, named = read[key]
            if not evidence:
                continue  # evidence without words can be decided by nobody
            for party in event.parties:
                actor = project.library.actors.get(party.actor)
                # Of "other", the reading says which role it is, and excuses nothing.
                excused = party.reading and party.role != "other"
                if actor is None or excused or actor.id in named:
                    continue
                yield Problem(
                    party.actor.place,
                    "unsupported-actor",
                    f"the evidence of this event does not name {actor.name!s}: "
                    f"{_shortened(' … '.join(evidence.words))}",
                    _advice(actor, str(party.role)),
                ).resting_on(*evidence_things(briefing.document, bound, event))


def _named(evidence: Evidence, known: Known) -> frozenset[str]:
    """The actors that evidence names, those whose words it is among them."""
    texts = (*evidence.texts, *evidence.around)
    named = (known.named_apart(text) for text in texts)
    return frozenset(actor.id for actor in evidence.speakers).union(*named)


def _advice(actor: Actor, role: str) -> str:
    names = ", ".join(dict.fromkeys(map(str, (*actor.aliases, actor.name))))
    return (
        f"name a footnote whose source says {names}; or remove the actor; or say why it is meant: "
        f"{{id: {actor.id}, role: {role or 'took part'}, reading: …}}"
    )


def _shortened(words: str) -> str:
    plain = " ".join(words.replace("\0", "…").split())
    return f"“{beginning_of(plain, _SHOWN)}”"
