"""Actors that are lines in the list of actors: all that there is to say of one stands there."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.checks.bound_library import BoundLibrary
from citebound.model import Source
from citebound.model.tree import Refused
from citebound.problems import Problem

_OR = "remove in_list: true, and the actor has a page"


def told_there(project: BoundLibrary) -> Iterator[Problem]:
    """Such an actor has no prose and says nothing in a source: both would stand nowhere."""
    speaking: dict[str, Source] = {}
    for source in project.library.sources.values():
        for voice in source.voices:
            speaking.setdefault(str(voice.speaker), source)
    for actor in project.library.actors.values():
        if not actor.in_list:
            continue
        prose = (b for b in actor.document.blocks if not isinstance(b, Refused))
        block = next(prose, None)
        if block is not None:
            yield Problem(
                actor.document.place(block.span.start),
                "actor-in-list",
                f"{actor.name!s} is a line in the list of actors, where this would not stand",
                f"say it in a fact, and leave the footnotes alone; or {_OR}",
            )
        if actor.id in speaking:
            yield Problem(
                actor.name.place,
                "actor-in-list",
                f"{actor.name!s} speaks in the source {speaking[actor.id].id}, and a line in the "
                "list of actors does not show what somebody said",
                _OR,
            )
