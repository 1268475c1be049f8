"""What rests on a source, on a passage of it or on an actor: all that falls if it falls."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citebound.compared.stated import Edition, stated
from citebound.model import Actor, Briefing, Passage, Source, Span, Subject
from citebound.problems.printing import counted
from citebound.text.naming import names_pattern

_PASSAGE = re.compile(r"([a-z0-9_-]+):(\d+)-(\d+)((?:,\d+-\d+)*)")


@dataclass(frozen=True, slots=True)
class Target:
    """What is asked about: a source, a part of it (its ``spans``), or an actor."""

    source: Source | None = None
    spans: tuple[Span, ...] = ()
    actor: Actor | None = None

    def holds(self, passage: Passage) -> bool:
        """Whether a passage has words of it."""
        if self.actor is not None:
            voice = passage.voice
            spoken = (passage.voice, *passage.contains) if voice else passage.contains
            return any(v is not None and v.speaker == self.actor.id for v in spoken)
        if self.source is None or passage.source != self.source.id:
            return False
        return not self.spans or any(s.meets(t) for s in self.spans for t in passage.spans)


def told_of(name: str, edition: Edition) -> Target | None:
    """What an id means in an edition; ``None`` where it means nothing."""
    library = edition.library
    if name in library.sources:
        return Target(library.sources[name])
    if name in library.actors:
        return Target(actor=library.actors[name])
    if (found := _PASSAGE.fullmatch(name)) and found[1] in library.sources:
        numbers = [*map(int, re.findall(r"\d+", name.partition(":")[2]))]
        spans = tuple(Span(a, b) for a, b in zip(numbers[::2], numbers[1::2], strict=True))
        return Target(library.sources[found[1]], spans)
    return None


def falls(target: Target, edition: Edition) -> str:
    """What rests on it, page by page: what has nothing else to rest on, and then what has."""
    lines: list[str] = []
    alone = shared = 0
    for subject in edition.library.subjects():
        found = {*_of_page(subject, target, edition)}
        if target.actor is not None:
            listed = {(line, words) for line, _, words, _ in found}
            named = _named(subject, target.actor, edition)
            found |= {one for one in named if (one[0], one[2]) not in listed}
        if not found:
            continue
        title = subject.title if isinstance(subject, Briefing) else subject.name
        lines += ["", f"{title} ({subject.path})"]
        for line, kind, words, others in sorted(found):
            alone, shared = alone + (not others), shared + bool(others)
            also = f" (also on {counted(others, 'other passage')})" if others else ""
            lines.append(f"  {line}: {kind}: {words}{also}")
    told = f"{alone} with nothing else to rest on, {shared} that have other passages as well"
    return "\n".join([f"{_name(target)}: {told}.", *lines])


def _name(target: Target) -> str:
    if target.actor is not None:
        return f"{target.actor.name} ({target.actor.id})"
    assert target.source is not None
    if not target.spans:
        return f"{target.source.title} ({target.source.id})"
    told = " […] ".join(" ".join(span.of(target.source.text).split()) for span in target.spans)
    return f"“{told}” [{target.source.id}]"


_Resting = tuple[int, str, str, int]
"""A line of a file, what is there, its words, and how many passages it has besides."""


def _of_page(subject: Subject, target: Target, edition: Edition) -> Iterator[_Resting]:
    """The statements that rest on it."""
    for one in stated(subject, edition):
        held = [target.holds(passage) for passage in one.rests_on]
        if any(held):
            yield one.place.line, one.kind, one.words, held.count(False)


def _named(subject: Subject, actor: Actor, edition: Edition) -> Iterator[_Resting]:
    """What names an actor: its part in events, and sentences that call it by a name."""
    if subject is actor:
        return
    if isinstance(subject, Briefing):
        for event in subject.events:
            for party in event.parties:
                if party.actor == actor.id:
                    yield event.place.line, "role", f"{party.role}, in the event {event.id}", 0
    pattern = names_pattern(actor.called)
    for one in stated(subject, edition):
        if pattern is not None and pattern.search(one.words):
            yield one.place.line, f"{one.kind} that names it", one.words, 0
