"""Nothing is missing and nothing stands twice: the lists of each page, item by item, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from citebound.dates import parse
from citebound.model import Actor, Briefing, Event, Source
from citebound.pages.page import Page
from citebound.problems import Problem
from citebound.proof.made.ground import differs
from citebound.proof.made.named import Named
from citebound.proof.nodes import Element

ROWS = 300
"""So many quotations stand on a page of their index."""


def complete(page: Page, body: Element, named: Named) -> Iterator[Problem]:
    """What a page lacks, or has too often."""
    named.figures.whole.ground.see("page that is complete")
    lists = PageLists(page, body, named)
    ids = [id_ for element in lists.elements if (id_ := element.get("id"))]
    if len({*ids}) < len(ids):
        twice = sorted({id_ for id_ in ids if ids.count(id_) > 1}) if len(ids) < ROWS else ids[:1]
        yield differs(page.address, f"an address stands twice on the page: {', '.join(twice)}")
    for name, found, wanted in lists.lists():
        if [*found] != [*wanted]:
            told = f"{[*found][:6]} of {len(found)}, and must be {[*wanted][:6]} of {len(wanted)}"
            yield differs(page.address, f"the {name} of the page are {told}")


@dataclass(frozen=True)
class PageLists:
    """The lists of one page."""

    page: Page
    body: Element
    named: Named

    def lists(self) -> Iterator[tuple[str, Sequence[str], Sequence[str]]]:
        """Each list that a page has: its name, its items, and what they must be."""
        figures = self.named.figures
        thing = figures.things.get(self.page.address)
        if isinstance(thing, Briefing):
            yield from self._briefing(thing)
        elif isinstance(thing, Actor):
            yield from self._actor(thing)
        elif isinstance(thing, Source):
            yield from self._source(thing)
        elif self.page.kind == "quotations":
            number = int(self.page.address.removeprefix("quotations/").strip("/") or 1)
            mine = figures.in_order[(number - 1) * ROWS : number * ROWS]
            yield "quotations", self._rows(), [passage.identity for passage in mine]
            yield from self._uses("tr")
        elif self.page.kind in ("briefings", "actors", "sources"):
            yield from self._cards()
        elif self.page.kind == "timeline" and figures.events:
            yield from self._timeline()
        elif self.page.kind == "search":
            yield "links", self._linked("cb-links"), [
                "actors/", "timeline/", "quotations/", "briefings/", "sources/",
            ]  # fmt: skip
        elif self.page.kind == "home":
            yield from self._home()

    # --- what stands on the page ------------------------------------------------------------

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """Every element of the page, in order."""
        return tuple(self.body.elements())

    @cached_property
    def _by_class(self) -> dict[str, list[Element]]:
        found: dict[str, list[Element]] = {}
        for element in self.elements:
            for name in {*(element.get("class") or "").split()}:
                found.setdefault(name, []).append(element)
        return found

    def _lists(self, name: str) -> Sequence[Element]:
        return self._by_class.get(name, ())

    def _ids(self, name: str) -> list[str]:
        return [c.get("id") or "" for held in self._lists(name) for c in _held(held)]

    def _linked(self, name: str) -> list[str]:
        """Where the first link of each item of the lists of a class leads."""
        whole = self.named.figures.whole
        return [
            whole.leads(_first_link(item), self.page)
            for held in self._lists(name)
            for item in _held(held)
        ]

    def _rows(self) -> list[str]:
        rows = (e for e in self.elements if e.tag == "tr" and e.get("data-voice"))
        return [_quoted(row) for row in rows]

    def _section(self, anchor: str) -> list[str]:
        """The passages of the list after a heading of an actor's page."""
        found: list[str] = []
        inside = False
        for child in _held(self.body):
            if child.tag == "h2":
                inside = child.get("id") == anchor
            elif inside and child.tag == "ul":
                found += map(_quoted, _held(child))
        return found

    def _uses(self, tag: str) -> Iterator[tuple[str, Sequence[str], Sequence[str]]]:
        """Of each passage, what rests on it."""
        figures = self.named.figures
        for item in self.elements:
            if item.tag != tag or not (item.get("data-voice") or item.get("class")):
                continue
            identity = _quoted(item)
            if not identity or item.get("class") not in (None, "cb-quotation"):
                continue
            lists = [e for e in item.elements() if "cb-uses" in (e.get("class") or "")]
            found = [
                figures.whole.leads(_first_link(use), self.page)
                for held in lists for use in _held(held)
            ]  # fmt: skip
            yield "uses", found, [use.address for use in figures.using.get(identity, ())]

    def _evidence(self) -> tuple[str, Sequence[str], Sequence[str]]:
        found = self._ids("cb-evidence")
        return "items of evidence", found, [f"e-{n}" for n in range(1, len(found) + 1)]

    # --- what must stand there --------------------------------------------------------------

    def _briefing(self, briefing: Briefing) -> Iterator[tuple[str, Sequence[str], Sequence[str]]]:
        figures = self.named.figures
        library = figures.whole.public.library
        yield "judgements", self._ids("cb-judgements"), [
            f"judgement-{judgement.id}" for judgement in briefing.judgements
        ]  # fmt: skip
        order = self.named.order_of_events
        mine = {str(event.id) for event in briefing.events} & order.keys()
        yield "events", self._linked("cb-timeline"), [
            f"timeline/#{name}" for name in sorted(mine, key=order.__getitem__)
        ]  # fmt: skip
        yield "sources", self._linked("cb-sources"), [
            library.sources[name].address for name in briefing.sources if name in library.sources
        ]  # fmt: skip
        for name, wanted in (
            ("cb-gaps", len(briefing.gaps)), ("cb-corrections", len(briefing.corrections)),
        ):  # fmt: skip
            count = sum(len([*_held(held)]) for held in self._lists(name))
            yield name.removeprefix("cb-"), [str(count)], [str(wanted)]
        yield self._evidence()

    def _actor(self, actor: Actor) -> Iterator[tuple[str, Sequence[str], Sequence[str]]]:
        facts = [f"fact-{number}" for number in range(1, len(actor.facts) + 1)]
        yield "facts", self._ids("cb-facts-list"), facts
        named = self.named.sections_of(actor.id)
        for anchor in ("said", "possibly-reporting", "said-of"):
            yield anchor, self._section(anchor), named[anchor]
        events = [f"timeline/#{name}" for name in self.named.events_of.get(actor.id, ())]
        yield "events", self._linked("cb-timeline"), events
        briefings = [briefing.address for briefing in self.named.briefings_of[actor.id]]
        yield "briefings", self._linked("cb-links"), briefings
        yield from self._uses("li")
        yield self._evidence()

    def _source(self, source: Source) -> Iterator[tuple[str, Sequence[str], Sequence[str]]]:
        figures = self.named.figures
        if figures.whole.public.access[source.id].quotable:
            mine = sorted(figures.of_source(source.id), key=lambda p: p.spans)
            anchors = [passage.anchor for passage in mine]
            yield "passages", [i for i in self._ids("cb-quotations") if i], anchors
            yield from self._uses("li")
        yield "briefings", self._linked("cb-links"), [
            briefing.address for briefing in self.named.resting_on.get(source.id, ())
        ]  # fmt: skip
        bars = [e for e in self.elements if e.tag == "rect"]
        yield "bars", [str(len(bars))], [str(len(source.sentences))]

    def _cards(self) -> Iterator[tuple[str, Sequence[str], Sequence[str]]]:
        library = self.named.figures.whole.public.library
        found = self._linked("cb-cards")
        if self.page.kind == "briefings":
            yield "briefings", found, [b.address for b in _newest_first(library.briefings)]
        elif self.page.kind == "sources":
            by_title = sorted(library.sources.values(), key=lambda s: (s.title.casefold(), s.id))
            yield "sources", found, [source.address for source in by_title]
        else:
            kinds = {"person": 0, "organisation": 1, "state": 2, "group": 3}
            yield (
                "actors",
                found,
                [
                    actor.address
                    for actor in sorted(
                        library.actors.values(),
                        key=lambda a: (kinds.get(str(a.kind), 4), a.sort.casefold(), a.id),
                    )
                ],
            )

    def _home(self) -> Iterator[tuple[str, Sequence[str], Sequence[str]]]:
        library = self.named.figures.whole.public.library
        newest = [b.address for b in _newest_first(library.briefings)]
        cards = [e for e in self.elements if e.tag == "article"]
        whole = self.named.figures.whole
        found = [whole.leads(_first_link(card), self.page) for card in cards]
        yield "briefings", [*found, *self._linked("cb-links")], newest[:4]
        ways = ["actors/", "timeline/", "quotations/", "sources/", "search/"]
        yield "ways", self._linked("cb-cards"), ways

    def _timeline(self) -> Iterator[tuple[str, Sequence[str], Sequence[str]]]:
        events = self.named.events
        undated = {name for name, event in events if _is_undated(event)}
        dated = [name for name, _ in events if name not in undated]
        last = [name for name, _ in events if name in undated]
        yield "events", self._ids("cb-timeline"), [*dated, *last]
        whole = self.named.figures.whole
        found = [whole.leads(e.get("href") or "", self.page) for e in self._lists("cb-bar")]
        yield "bars", found, [f"timeline/#{name}" for name in (*dated, *last)]


def _held(element: Element) -> Iterator[Element]:
    return (child for child in element.children if isinstance(child, Element))


def _first_link(element: Element) -> str:
    return next((e.get("href") or "" for e in element.elements() if e.tag == "a"), "")


def _quoted(element: Element) -> str:
    return next((i for e in element.elements() if (i := e.get("data-quote"))), "")


def _newest_first(briefings: Sequence[Briefing]) -> list[Briefing]:
    by_id = sorted(briefings, key=lambda briefing: briefing.id)
    return sorted(by_id, key=lambda briefing: str(briefing.date), reverse=True)


def _is_undated(event: Event) -> bool:
    return event.date is not None and parse(event.date.edtf).is_open_start
