"""Whom texts of ours and words of sources name, looked for once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from citebound.dates import parse, sort_key
from citebound.dates.edtf import Edtf
from citebound.model import Briefing, Event
from citebound.proof.made.figures import Figures
from citebound.proof.made.parties import joined
from citebound.text.naming import Finder


def _date(event: Event) -> Edtf:
    return parse(event.date.edtf if event.date else "")


@dataclass(frozen=True)
class Named:
    """Whom texts of ours and words of sources name, looked for once."""

    figures: Figures

    @cached_property
    def finder(self) -> Finder:
        """What finds names."""
        return Finder(self.figures.whole.public.library.actors.values())

    def in_briefing(self, briefing: Briefing) -> frozenset[str]:
        """The actors of a briefing's events, of its links, and those that its prose names."""
        return self._in_briefings[briefing.id]

    def in_order(self, briefing: Briefing) -> list[str]:
        """The actors of a briefing in order: of its events, of its links, of its prose."""
        found = [str(actor) for event in briefing.events for actor in event.actors]
        targets = (link.target.partition(":") for link in briefing.document.links)
        found += [name for kind, _, name in targets if kind == "actor"]
        found += self.finder.named(briefing.document.naming)
        known = self.figures.whole.public.library.actors
        return [name for name in dict.fromkeys(found) if name in known]

    @cached_property
    def _in_briefings(self) -> dict[str, frozenset[str]]:
        return {
            b.id: frozenset(self.in_order(b)) for b in self.figures.whole.public.library.briefings
        }

    @cached_property
    def briefings_of(self) -> dict[str, list[Briefing]]:
        """The briefings that name each actor, in the order of the library."""
        library = self.figures.whole.public.library
        found: dict[str, list[Briefing]] = {name: [] for name in library.actors}
        for briefing in library.briefings:
            for name in self.in_briefing(briefing):
                found[name].append(briefing)
        return found

    @cached_property
    def events(self) -> list[tuple[str, Event]]:
        """The events in the order of their dates."""
        return sorted(
            self.figures.events.items(), key=lambda pair: (sort_key(_date(pair[1])), pair[0])
        )

    @cached_property
    def events_of(self) -> dict[str, list[str]]:
        """The events of each actor, in order."""
        found: dict[str, list[str]] = {}
        for name, _ in self.events:
            given = self.figures.whole.ground.events[name]
            for actor in dict.fromkeys(str(actor) for event in given for actor in event.actors):
                found.setdefault(actor, []).append(name)
        return found

    def joined(self, event: str, actor: str) -> bool:
        """Whether an actor took part in an event that took place."""
        figures = self.figures
        return joined(figures.roles_in(event), figures.statuses_of(event), actor)

    def others_of(self, actor: str, *, together: bool) -> list[tuple[str, str]]:
        """Who else is in the events of an actor, each with the event, in order: those who took
        part in one with it, or the others.
        """
        figures = self.figures
        return [
            (other, event)
            for other, event in sorted(
                (other, event)
                for event in self.events_of.get(actor, ())
                for other in figures.roles_in(event)
                if other != actor
            )
            if (self.joined(event, actor) and self.joined(event, other)) is together
        ]

    @cached_property
    def _of_passages(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for name, sections in self._sections.items():
            for identities in sections.values():
                for identity in identities:
                    found.setdefault(identity, set()).add(name)
        return {identity: frozenset(names) for identity, names in found.items()}

    def sections_of(self, actor: str) -> dict[str, list[str]]:
        """What stands on an actor's page: what it says, may say, and what is said of it."""
        return self._sections.get(actor, {"said": [], "possibly-reporting": [], "said-of": []})

    @cached_property
    def _sections(self) -> dict[str, dict[str, list[str]]]:
        library = self.figures.whole.public.library
        found: dict[str, dict[str, list[str]]] = {
            name: {"said": [], "possibly-reporting": [], "said-of": []} for name in library.actors
        }
        for passage in self.figures.in_order:
            derived = self.figures.whole.ground.passage(passage.identity)
            voice = derived.voice
            speaker = str(voice.speaker) if voice and voice.speaker else ""
            if derived.kind == "unclear" and speaker in found:
                found[speaker]["possibly-reporting"].append(passage.identity)
            if passage.term:
                continue
            if derived.speaker in found:
                found[str(derived.speaker)]["said"].append(passage.identity)
            text = library.sources[passage.source].text
            words = " […] ".join(" ".join(span.of(text).split()) for span in passage.spans)
            for name in self.finder.named(words):
                if name != derived.speaker:
                    found[name]["said-of"].append(passage.identity)
        return found

    def of_passage(self, identity: str) -> frozenset[str]:
        """Who says a passage, and of whom it is said."""
        return self._of_passages.get(identity, frozenset())
