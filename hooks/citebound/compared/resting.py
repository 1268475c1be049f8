"""What rests on a source, on a passage of it or on an actor: all that falls if it falls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from citebound.claims.statements import Kind
from citebound.compared.shown import shown
from citebound.compared.stated import Edition, stated
from citebound.compared.targets import Target
from citebound.model import Actor, Briefing, Subject
from citebound.problems import Place
from citebound.problems.printing import counted
from citebound.text.naming import names_pattern


@dataclass(frozen=True, slots=True)
class _Resting:
    """What is there, its words, where, and how many passages it has besides. ``named`` is true for
    what only names the actor that is asked about.
    """

    place: Place
    kind: str
    words: str
    others: int = 0
    named: bool = False

    @property
    def order(self) -> tuple[int, int, str, str]:
        return self.place.line, self.place.column, self.kind, self.words


def falls(target: Target, edition: Edition) -> str:
    """What rests on it, page by page, in the order of each file."""
    lines: list[str] = []
    alone = shared = named = 0
    for title, path, rests in _pages(target, edition):
        found = sorted(set(rests), key=lambda one: one.order)
        if found:
            lines += ["", f"{title} ({path})"]
        for one in found:
            named += one.named
            alone += not one.named and not one.others
            shared += not one.named and bool(one.others)
            also = f" (also on {counted(one.others, 'other passage')})" if one.others else ""
            lines.append(f"  {one.place.line}: {one.kind}: {one.words}{also}")
    told = f"{alone} with nothing else to rest on, {shared} that have other passages as well"
    if target.actor is not None:
        told += f"; named in {counted(named, 'other place')}"
    return "\n".join(shown(line) for line in (f"{target.name}: {told}.", *lines))


def _pages(target: Target, edition: Edition) -> Iterator[tuple[str, str, Iterator[_Resting]]]:
    for subject in edition.library.subjects():
        title = subject.title if isinstance(subject, Briefing) else subject.name
        yield str(title), subject.path, _of_page(subject, target, edition)
    for source in edition.library.sources.values() if target.actor else ():
        voices = (
            _Resting(voice.place, "voice", " ".join(voice.span.of(source.text).split()), named=True)
            for voice in source.voices
            if target.speaks(voice)
        )
        yield str(source.title), f"seeds/{source.id}/source.yml", voices


def _of_page(subject: Subject, target: Target, edition: Edition) -> Iterator[_Resting]:
    """The statements that rest on it, the facts of an actor, and what else names it."""
    actor = target.actor
    pattern = names_pattern(actor.called) if actor and subject is not actor else None
    for one in stated(subject, edition):
        held = [
            *(target.holds(passage) for passage in one.rests_on),
            *(target.is_at(place) for place in one.cites),
        ]
        kind = one.kind
        if subject is actor and kind is Kind.FACT:
            yield _Resting(one.place, "fact of its own", one.words)
        elif any(held) and (not one.whole or kind is Kind.SUMMARY):
            whole = ", which rests on its whole page" if one.whole else ""
            yield _Resting(one.place, f"{kind}{whole}", one.words, held.count(False))
        elif pattern is not None and pattern.search(one.words):
            yield _Resting(one.place, f"{kind} that names it", one.words, named=True)
    if actor is not None and subject is not actor:
        yield from _named(subject, actor)


def _named(subject: Subject, actor: Actor) -> Iterator[_Resting]:
    """What names an actor by its id: its part in events, and links."""
    if isinstance(subject, Briefing):
        for event in subject.events:
            for party in event.parties:
                if party.actor == actor.id:
                    told = f"{party.role}, in the event {event.id}"
                    yield _Resting(party.actor.place, "role", told, named=True)
    document = subject.document
    for link in document.links:
        if link.target == f"actor:{actor.id}":
            label = " ".join(link.label.of(document.text).split())
            yield _Resting(document.place(link.span.start), "link", label, named=True)
