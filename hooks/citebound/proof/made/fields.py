"""What each field of a page must say: looked up in what is public, by the name of the field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from citebound.dates import parse
from citebound.model import Actor, Briefing, Event, Source
from citebound.pages.page import Page
from citebound.proof.made import phrases
from citebound.proof.made.day_words import day_words
from citebound.proof.made.passages import uses_of
from citebound.proof.made.whole import Whole, titles, told
from citebound.proof.nodes import Element, with_single_spaces

Thing = Briefing | Actor | Source

KNOWN = {"title": "title", "publisher": "publisher", "published": "date", "author": "author"}
_RECORDS = frozenset(("article", "li", "tr", "div"))


@dataclass(frozen=True, slots=True)
class Here:
    """Where a field stands: its page, and the elements around it, the innermost last."""

    page: Page
    path: tuple[Element, ...]

    @property
    def element(self) -> Element:
        """The element that holds the field."""
        return self.path[-1]

    def nearest(self, tags: Iterable[str]) -> Element | None:
        """The innermost element around the field with one of some tags."""
        return next((e for e in reversed(self.path) if e.tag in tags), None)

    def within(self, name: str) -> Element | None:
        """The innermost element around the field with this class."""
        return next((e for e in reversed(self.path) if name in (e.get("class") or "")), None)


def known_from(source: Source) -> str:
    """What is said of the facts of a source that are only inferred."""
    by: dict[str, list[str]] = {}
    for name, where in source.known_from.items():
        by.setdefault(str(where), []).append(KNOWN.get(name, name))
    return "; ".join(
        f"{', '.join(names[:-1])}{' and ' if names[1:] else ''}{names[-1]} "
        f"{'are' if names[1:] else 'is'} known only from the {where}, "
        "not printed in the text we hold"
        for where, names in by.items()
    )


@dataclass(frozen=True)
class Fields:
    """The truth of each field. A method has the name of its field; it is given what a page says
    there, and where.
    """

    whole: Whole

    # --- what there is ---------------------------------------------------------------------

    @cached_property
    def things(self) -> dict[str, Thing]:
        """Briefings, actors and sources by address."""
        library = self.whole.public.library
        found: dict[str, Thing] = {subject.address: subject for subject in library.subjects()}
        return found | {source.address: source for source in library.sources.values()}

    @cached_property
    def events(self) -> dict[str, Event]:
        """What defines each event, by its id."""
        found = {}
        for name, given in self.whole.ground.events.items():
            first = min(given, key=lambda event: event.ref)
            if not first.ref and first.date is not None:
                found[name] = first
        return found

    @cached_property
    def titles(self) -> dict[str, str]:
        """What each page is called."""
        return {address: told(title) for address, title in titles(self.whole.public).items()}

    @cached_property
    def uses(self) -> dict[str, set[str]]:
        """What rests on passages, in words, by its address."""
        found: dict[str, set[str]] = {}
        for use, _ in uses_of(self.whole.public):
            found.setdefault(use.address, set()).add(told(use.words))
        return found

    def linked(self, here: Here) -> Iterator[Thing]:
        """What the record around a field leads to, the page's own thing after it."""
        record = here.nearest(_RECORDS)
        if record:
            # A whole text is one record: what it leads to is not looked for at each of its lines.
            if id(record) not in self._records:
                self._records[id(record)] = record, tuple(self._leads_to(record, here.page))
            yield from self._records[id(record)][1]
        if here.page.address in self.things:
            yield self.things[here.page.address]

    @cached_property
    def _records(self) -> dict[int, tuple[Element, tuple[Thing, ...]]]:
        """What each record leads to, by its identity, which no other has while it is kept here."""
        return {}

    def _leads_to(self, record: Element, page: Page) -> Iterator[Thing]:
        for element in record.elements():
            href = element.get("href")
            if element.tag == "a" and href:
                address = self.whole.leads(href, page)
                if address in self.things:
                    yield self.things[address]

    def _source(self, here: Here) -> Source | None:
        return next((thing for thing in self.linked(here) if isinstance(thing, Source)), None)

    def _own(self, here: Here) -> Thing | None:
        return self.things.get(here.page.address)

    def _briefing(self, here: Here) -> Briefing | None:
        own = self._own(here)
        return own if isinstance(own, Briefing) else None

    # --- titles, links, addresses ----------------------------------------------------------

    def title(self, text: str, here: Here) -> bool:
        page = here.page
        if page.kind == "home":
            return text == with_single_spaces(self.whole.facts.site_name)
        if page.kind == "quotations":
            number = page.address.removeprefix("quotations/").strip("/")
            return text == (f"Quotations, page {number}" if number else "Quotations")
        known = phrases.TITLES.get(page.kind) or self.titles.get(page.address)
        return known is not None and text == known

    def language(self, text: str, here: Here) -> bool:
        first = next(
            (e.get("data-quote") for e in here.element.elements() if e.get("data-quote")), None
        )
        if first:
            return text == self.whole.ground.passage(first).source.language
        return any(s.language == text for s in self.whole.public.library.sources.values())

    def anchored(self, text: str, here: Here) -> bool:
        return text == f"{here.page.address}#{here.path[-2].get('id')}"

    def link(self, text: str, here: Here) -> bool:
        return self.whole.is_there(text)

    def titled(self, text: str, here: Here) -> bool:
        address = self.whole.leads(here.element.get("href") or "", here.page)
        name = text.replace("'", "’")
        return any(name == known.replace("'", "’") for known in self.whole.called.get(address, ()))

    def title_of_subject(self, text: str, here: Here) -> bool:
        """The page on which something rests on a passage; an event stands on the timeline."""
        address = self.whole.leads(here.element.get("href") or "", here.page)
        page, _, fragment = address.partition("#")
        if page != "timeline/":
            return text == self.titles.get(page)
        return text in self._saying.get(fragment, ())

    @cached_property
    def _saying(self) -> dict[str, set[str]]:
        """The titles of the briefings that say something of an event."""
        found: dict[str, set[str]] = {}
        for briefing in self.whole.public.library.briefings:
            for event in briefing.events:
                found.setdefault(str(event.id), set()).add(told(briefing.title))
        return found

    def anchor(self, text: str, here: Here) -> bool:
        kind = here.page.kind
        return (
            text in phrases.HEADINGS.get(kind, ())
            or (kind == "source" and text == "text")
            or (kind == "timeline" and re.fullmatch(r"y\d+|until-[\d-]+", text) is not None)
            or (kind == "actors" and text.startswith("kind-"))
        )

    def section(self, text: str, here: Here) -> bool:
        kind, anchor = here.page.kind, here.element.get("id") or ""
        if kind == "timeline":
            return self._year(text, anchor)
        if kind == "source" and anchor == "text":
            return text in phrases.TEXT_HEADINGS
        return text == phrases.HEADINGS.get(kind, {}).get(anchor, anchor.removeprefix("kind-"))

    def _year(self, text: str, anchor: str) -> bool:
        if anchor.startswith("y"):
            return text == anchor[1:]
        last = anchor.removeprefix("until-")
        return last in self._last_days and text == f"By {day_words(last)}"

    @cached_property
    def _last_days(self) -> frozenset[str]:
        """The last days of events that have no year."""
        values = (parse(event.date.edtf) for event in self.events.values() if event.date)
        return frozenset(value.upper.isoformat() for value in values if value.is_open_start)
