"""The list of actors, derived again: cards of those that have pages, and lines of the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from citebound.model import Actor
from citebound.proof.made import phrases
from citebound.proof.made.numbered import Numbered
from citebound.proof.made.telling import plain, tag
from citebound.proof.made.timeline_page import TimelinePage

_KINDS = ("person", "organisation", "state", "group")
_PAGE = "actors/"


@dataclass(frozen=True)
class ActorsList(TimelinePage):
    """The list of actors, and cards as lists have them."""

    def card(self, level: str, link: str, *held: str) -> str:
        """The card of a thing that has a page."""
        return tag("article", tag(level, link), *held, class_="cb-card-article")

    def card_facts(self, told: object) -> str:
        """What a card says in small type."""
        return tag("p", plain(told), class_="cb-card-facts cb-fine")

    def cards(self, cards: Iterable[str]) -> str:
        """Cards without addresses of their own."""
        return tag("ul", *(tag("li", card) for card in cards), class_="cb-cards cb-plain")

    def actors(self) -> Iterator[str]:
        """The list of actors."""
        yield self.heading(_PAGE, 1, "Actors", "top")
        public = self.figures.whole.public
        actors = public.library.actors.values()
        held = (p for actor in actors for p in public.bindings[actor.path].passages)
        yield self.glance(public.library.sources[passage.source] for passage in held)
        numbered: Numbered | None = None
        for kind in dict.fromkeys((*_KINDS, *(str(actor.kind) for actor in actors))):
            mine = [actor for actor in actors if actor.kind == kind]
            mine.sort(key=lambda actor: (actor.sort.casefold(), actor.id))
            if mine:
                anchor = f"kind-{kind}"
                words = phrases.HEADINGS["actors"].get(anchor, kind)
                yield self.heading(_PAGE, 2, words, anchor)
            yield self._with_pages([actor for actor in mine if not actor.in_list])
            lines = []
            for actor in mine:
                if actor.in_list:
                    numbered = numbered or Numbered(actor, public)
                    numbered.turn_to(actor)
                    lines.append(self._in_list(actor, numbered))
            yield tag("ul", *lines, class_="cb-resting cb-plain") if lines else ""

    def _with_pages(self, actors: Sequence[Actor]) -> str:
        cards = (tag("li", _former(a), self._of_actor(a), id=a.id) for a in actors)
        return tag("ul", *cards, class_="cb-cards cb-plain") if actors else ""

    def _of_actor(self, actor: Actor) -> str:
        fact = tag("p", self.said(actor.facts[0].text)) if actor.facts else ""
        events = len(self.named.events_of.get(actor.id, ()))
        told = self.card_facts(f"{events} event{'s' * (events != 1)}") if events else ""
        link = tag("a", plain(actor.name), href=actor.folder)
        return self.card("h3", link, fact, told)

    def _in_list(self, actor: Actor, numbered: Numbered) -> str:
        """All that there is to say of an actor, and where it is named."""
        facts = self.facts(f"{actor.id}-fact", actor, numbered, _PAGE)
        told = tag("ul", *facts, class_="cb-facts-list cb-plain")
        told += self.notes(_PAGE, numbered.untold())
        feed = f"Feed of briefings that name {actor.name} (Atom)"
        events = map(self.event_link, self.named.events_of.get(actor.id, ()))
        briefings = (self.link(b.title, b.address) for b in self.named.briefings_of[actor.id])
        where = [
            f"{what}: {'; '.join(links)}"
            for what, links in (("Events", [*events]), ("Briefings", [*briefings])) if links
        ]  # fmt: skip
        link = tag("a", "Feed of briefings", aria_label=feed, href=f"actors/{actor.id}/feed.xml")
        apart = tag("span", " · " if where else "", link, class_="cb-permalink")
        fine = tag("p", " · ".join(where), apart, class_="cb-fine")
        return tag("li", _former(actor), tag("h3", plain(actor.name)), told, fine, id=actor.id)


def _former(actor: Actor) -> str:
    """The places of the ids that an actor had before."""
    return "".join(tag("span", id=name) for name in actor.formerly)
