"""The page of an actor, derived again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from citebound.model import Actor, Fact, Passage
from citebound.proof.made import phrases
from citebound.proof.made.briefing_page import BriefingPages
from citebound.proof.made.day_words import day_words
from citebound.proof.made.numbered import Numbered
from citebound.proof.made.passages import Use
from citebound.proof.made.telling import part, plain, tag


@dataclass(frozen=True)
class ActorPages(BriefingPages):
    """The pages of actors."""

    def of_actor(self, actor: Actor) -> Iterator[str]:
        """An actor's page."""
        address = actor.address
        numbered = self.numbered(actor)
        yield self.heading(address, 1, self.said(actor.name), "top")
        public = self.figures.whole.public
        bound = public.bindings[actor.path]
        yield self.glance(public.library.sources[passage.source] for passage in bound.passages)
        if actor.facts:
            yield self.section(address, "actor", "facts")
            facts = self.facts("fact", actor, numbered, address)
            yield tag("ol", *facts, class_="cb-facts-list")
            yield self.told_of(actor, numbered)
        yield self.prose(actor, numbered)
        for anchor, identities in self.named.sections_of(actor.id).items():
            if identities:
                yield self.section(address, "actor", anchor)
                if anchor in phrases.SECTION_NOTES:
                    yield tag("p", phrases.SECTION_NOTES[anchor], class_="cb-section-note cb-fine")
                said = self._entries([self.figures.passages[i] for i in identities])
                yield tag("ul", *said, class_="cb-quotations cb-plain")
        for anchor, joined in (("took-part-in", True), ("named-in", False)):
            yield from self._events(actor, anchor, joined=joined)
        for anchor, together in (("with-whom", True), ("named-with", False)):
            yield from self._relations(actor, anchor, together=together)
        if self.named.briefings_of[actor.id]:
            yield self.section(address, "actor", "briefings")
            yield self.links(self.named.briefings_of[actor.id])
        yield self.section(address, "actor", "names")
        yield self._names(actor)

    def _names(self, actor: Actor) -> str:
        names, printed = actor.names, self.figures.whole.public.names_printed[actor.id]
        facts: list[tuple[str, str, str | None]] = [("Kind", plain(actor.kind), None)]
        facts += [
            (key.capitalize(), plain(names[key]), None)
            for key in ("honorific", "patronymic") if names.get(key)
        ]  # fmt: skip
        facts.append(("Listed under", plain(actor.sort), None))
        facts += [
            (f"Name ({key})", plain(name), key) for key, name in names.items()
            if key not in ("honorific", "patronymic", "sort")
        ]  # fmt: skip
        if actor.aliases:
            facts.append(("Found by", plain(", ".join(actor.aliases)), None))
        if actor.adjectives:
            facts.append(("Adjectives", plain(", ".join(actor.adjectives)), None))
        if actor.search_names:
            facts.append(("Also found by", plain(", ".join(actor.search_names)), None))
        as_printed = ", ".join(printed) or "not under this name"
        named = plain(f"Briefings that name {actor.name} (Atom)")
        feed = tag("a", named, href=f"{actor.folder}feed.xml")
        facts += [("Found in the sources", plain(as_printed), None), ("Feed", feed, None)]
        told = (tag("dt", plain(t)) + tag("dd", said, lang=lang) for t, said, lang in facts)
        return tag("dl", *told, class_="cb-names cb-facts cb-fine")

    def facts(self, begins: str, actor: Actor, numbered: Numbered, page: str) -> Iterator[str]:
        """The facts about an actor on a page, with their marks. ``begins`` their addresses."""
        for number, fact in enumerate(actor.facts, 1):
            marks = self.marks(page, numbered.rests(fact.evidence))
            told = tag("p", self.said(fact.text), marks, self._since(fact, numbered))
            yield tag("li", told, id=f"{begins}-{number}")

    def _since(self, fact: Fact, numbered: Numbered) -> str:
        if fact.date is None:
            return ""
        passages = [p for name in fact.evidence for p in numbered.bound.evidence(name)]
        return f" {tag('span', self.dated(fact.date, passages), class_='cb-when cb-fine')}"

    def _entries(self, passages: Sequence[Passage]) -> Iterator[str]:
        """Some passages, those left out that stand whole within one that is not cut."""
        for group in self.with_those_within(passages):
            uses = self.page_by_page(group)
            summary = tag("summary", f"Used in {len(uses)} place{'s' * (len(uses) != 1)}")
            used = tag("details", summary, self.uses_told(uses), class_="cb-used-by")
            yield tag("li", self.full(group[0]), used if uses else "", class_="cb-quotation")

    def with_those_within(self, passages: Sequence[Passage]) -> list[list[Passage]]:
        """Some passages, each that is not cut with those that it holds after it."""
        place = {passage.identity: at for at, passage in enumerate(passages)}
        wide = sorted(passages, key=lambda p: (p.extent.start, -p.extent.end, len(p.spans)))
        wide.sort(key=lambda passage: passage.source)
        starts: list[tuple[str, int]] = []
        holding: list[list[Passage]] = []
        told: list[list[Passage]] = []
        for passage in wide:
            last = bisect_right(starts, (passage.source, passage.extent.start)) - 1
            around = holding[last][0] if last >= 0 else None
            if around and around.source == passage.source and around.extent.holds(passage.extent):
                holding[last].append(passage)
                continue
            told.append([passage])
            if len(passage.spans) == 1:
                starts.append((passage.source, passage.extent.start))
                holding.append(told[-1])
        for group in told:
            group[1:] = sorted(group[1:], key=lambda passage: place[passage.identity])
        return sorted(told, key=lambda group: place[group[0].identity])

    def page_by_page(self, passages: list[Passage]) -> list[Use]:
        """What rests on some passages, each once, that of one page together."""
        once: dict[tuple[str, str, str, str], Use] = {}
        first: dict[str, int] = {}
        for passage in passages:
            for use in self.figures.using.get(passage.identity, ()):
                page = _page_of(use)
                once.setdefault((page, use.kind, use.address, str(use.words)), use)
                first.setdefault(page, len(first))
        return sorted(once.values(), key=lambda use: first[_page_of(use)])

    def _events(self, actor: Actor, anchor: str, *, joined: bool) -> Iterator[str]:
        """The events that an actor took part in, or the others; each with its role."""
        events = [
            name for name in self.named.events_of.get(actor.id, ())
            if self.named.joined(name, actor.id) is joined
        ]  # fmt: skip
        if events:
            yield self.section(actor.address, "actor", anchor)
            axis = self.axis_for(self.named.events_of[actor.id])
            yield self.small_timeline(axis, {
                name: self.small_event(name, axis, after=self._role(name, actor.id))
                for name in events
            })  # fmt: skip

    def _role(self, event: str, actor: str) -> str:
        said = self.roles(self.figures.roles_in(event)[actor])
        return tag("p", f"Role: {said}", class_="cb-event-role cb-fine")

    def _relations(self, actor: Actor, anchor: str, *, together: bool) -> Iterator[str]:
        """Who took part in an event with an actor, or is named in the same events; each with the
        passages of the event.
        """
        pairs = self.named.others_of(actor.id, together=together)
        if not pairs:
            return
        yield self.section(actor.address, "actor", anchor)
        caption = f"{phrases.RELATED[anchor]} the same events as {actor.name}"
        caption += ", each with the passage that it rests on"
        rows = (self._relation(other, name) for other, name in pairs)
        label = phrases.TABLES["actor"][0 if together else 1]
        yield self.table("actor", plain(caption), rows, label=label)

    def _relation(self, other: str, name: str) -> str:
        event = self.figures.events[name]
        link = self.event_link(name)
        shown = (tag("p", self._placed(passage)) for passage in self.figures.resting[name])
        return part(
            "tr",
            part("th", self.party(name, other), scope="row"),
            part("td", link, " ", self.status(self.status_of(name))),
            part("td", day_words(event.date.edtf) if event.date else ""),
            part("td", *shown),
        )

    def _placed(self, passage: Passage) -> str:
        where = f"para. {self.paragraph(passage)}"
        label = f"See it in place: {self._source(passage).title}, {where}"
        link = tag("a", where, aria_label=label, class_="cb-in-place", href=passage.address)
        return f"{self.words(passage)} {link}"


def _page_of(use: Use) -> str:
    """The page of what rests on a passage; several actors of the list are on one."""
    return use.subject.address.partition("#")[0]
