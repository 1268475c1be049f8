"""Events: who is in them, and what several briefings say of one event."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.checks.bound_library import BoundLibrary
from citebound.model import Briefing, Event
from citebound.problems import EVERYTHING, Problem, did_you_mean


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
                        did_you_mean(actor, project.library.actors),
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
    same = (event.date.edtf, event.status) == (other.date.edtf, other.status)
    if same or event.status == other.status == "disputed":
        return
    yield Problem(
        event.id.place,
        "event-twice",
        f"{other_briefing.path} gives the event {event.id!s} another date or status",
        f"write ref: {event.id} to add to it; or status: disputed in both",
    )
