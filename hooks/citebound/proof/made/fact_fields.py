"""What cards and lists of facts must say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from citebound.model import Actor, Briefing, Source
from citebound.proof.made import phrases
from citebound.proof.made.day_words import day_words
from citebound.proof.made.fields import Here, Thing, known_from
from citebound.proof.made.figures import Figures
from citebound.proof.made.whole import told
from citebound.proof.nodes import Element, with_single_spaces

Facts = tuple[tuple[str, str], ...]
"""The terms of a list, each with what is said; "" where an element says it."""


@dataclass(frozen=True)
class FactFields(Figures):
    """The truth of each field of a card, and of each list of facts."""

    def card(self, text: str, here: Here) -> bool:
        thing = next(self.linked(here), None)
        if isinstance(thing, Briefing):
            return text == told(thing.summary)
        if isinstance(thing, Actor):
            return bool(thing.facts) and text == told(thing.facts[0].text)
        return isinstance(thing, Source) and text == with_single_spaces(str(thing.descriptor))

    def card_date(self, text: str, here: Here) -> bool:
        thing = next(self.linked(here), None)
        return isinstance(thing, Briefing) and text == day_words(thing.date)

    def card_facts(self, text: str, here: Here) -> bool:
        thing = next(self.linked(here), None)
        if isinstance(thing, Briefing):
            said = [day_words(thing.date), phrases.REVIEWS[self.state_of(thing)]]
            said += ["draft"] if thing.path in self.whole.public.drafts else []
        elif isinstance(thing, Actor):
            said = [f"{what}: {number}" for what, number in self._counted_of(thing)]
        elif isinstance(thing, Source):
            number = len(self._of_sources[thing.id])
            day = day_words(thing.published) if thing.published else ""
            said = [str(thing.publisher), day, f"{number} passages",
                    f"rights: {self.whole.public.access[thing.id].level}"]  # fmt: skip
        else:
            return False
        told_whole = text == with_single_spaces(" · ".join(filter(None, said)))
        return told_whole and self._has_all(thing, here)

    def _has_all(self, thing: Thing, here: Here) -> bool:
        """Whether a card says what is worth saying of its thing, where there is such a thing."""
        card = here.within("cb-card-article")
        if card is None:
            return True
        held = [e for e in card.children if isinstance(e, Element) and e.tag == "p"]
        names = [e.get("class") or "" for e in held]
        if isinstance(thing, Briefing):
            return "" in names or "cb-bottom-line" in names
        if isinstance(thing, Actor):
            return ("" in names) is bool(thing.facts)
        says = bool(str(thing.descriptor)), bool(thing.known_from)
        return says == ("" in names, "cb-inferred" in names)

    def _counted_of(self, actor: Actor) -> tuple[tuple[str, int], ...]:
        """What an actor's own page shows of it, counted there."""
        sections: dict[str, int] = {}
        section = ""
        body = self.whole.bodies.get(actor.address)
        for child in body.children if body else ():
            if isinstance(child, Element):
                section = child.get("id") or section if child.tag == "h2" else section
                if child.tag in ("ul", "ol"):
                    items = sum(1 for c in child.children if isinstance(c, Element))
                    sections[section] = items
        return (
            ("said", sections.get("said", 0)),
            ("said of", sections.get("said-of", 0)),
            ("events", sections.get("took-part-in", 0) + sections.get("named-in", 0)),
        )

    # --- lists of facts ---------------------------------------------------------------------

    def term(self, text: str, here: Here) -> bool:
        return text in (term for term, _ in self._facts(here))

    def told(self, text: str, here: Here) -> bool:
        held = [c for c in here.path[-2].children if isinstance(c, Element)]
        at = next((n for n, c in enumerate(held) if c is here.element), 0)
        term = held[at - 1].words if at else ""
        return (term, text) in self._facts(here)

    def facts_in_order(self, shown: Element, here: Here) -> bool:
        """Whether a list has each fact that there is, in order."""
        terms = [e.words for e in shown.elements() if e.tag == "dt"]
        return terms == [term for term, _ in self._facts(here)]

    def _facts(self, here: Here) -> Facts:
        own = self._own(here)
        checked = self.whole.facts.checked_on
        if here.page.kind == "home":
            told_of = (
                "Quotations checked",
                "Sources",
                "Briefings",
                "Actors",
                "Events",
                "Last checked",
            )
            return tuple((term, "") for term in told_of)
        if here.page.kind == "data":
            licence = self.whole.facts.content_licence or "not stated"
            covers = "It never covers the words of a source, which belong to others."
            return (("Licence of our content", with_single_spaces(f"{licence}. {covers}")),
                    ("Last checked", "" if checked else "not stated"),
                    ("Made by", f"Citebound {self.whole.facts.version}"))  # fmt: skip
        if isinstance(own, Actor):
            return tuple(self._of_actor(own))
        return tuple(self._of_source(own)) if isinstance(own, Source) else ()

    def _of_actor(self, actor: Actor) -> Iterator[tuple[str, str]]:
        names = {key: with_single_spaces(str(value)) for key, value in actor.names.items()}
        yield "Kind", str(actor.kind)
        if names.get("honorific"):
            yield "Honorific", names["honorific"]
        if names.get("patronymic"):
            yield "Patronymic", names["patronymic"]
        yield "Listed under", with_single_spaces(actor.sort)
        for key, name in names.items():
            if key not in ("honorific", "patronymic", "sort"):
                yield f"Name ({key})", name
        if actor.aliases:
            yield "Found by", with_single_spaces(", ".join(map(str, actor.aliases)))
        if actor.adjectives:
            yield "Adjectives", with_single_spaces(", ".join(map(str, actor.adjectives)))
        if actor.search_names:
            yield "Also found by", with_single_spaces(", ".join(map(str, actor.search_names)))
        printed = self.whole.public.names_printed[actor.id]
        yield (
            "As the sources print it",
            with_single_spaces(", ".join(printed)) or "not under this name",
        )
        yield "Feed", ""

    def _of_source(self, source: Source) -> Iterator[tuple[str, str]]:
        access = self.whole.public.access[source.id]
        if source.author:
            yield "Author", with_single_spaces(str(source.author))
        if source.publisher:
            yield "Publisher", with_single_spaces(str(source.publisher))
        if source.published:
            yield "Published", day_words(source.published)
        if source.known_from:
            yield "How this is known", f"Its {with_single_spaces(known_from(source))}."
        yield "Language", source.language
        if source.url.startswith(("https://", "http://")):
            yield "Original", ""
        yield (
            "Rights",
            f"{phrases.RIGHTS[access.level]} That is {round(100 * access.share)} % of its text.",
        )
        if source.extracted:
            made = source.extracted
            yield "Extracted", f"{with_single_spaces(f'from {made.origin} by {made.by}')} "
        if source.replaces:
            yield "Replaces", with_single_spaces(str(source.replaces))

    def language_of_name(self, text: str, here: Here) -> bool:
        own = self._own(here)
        return isinstance(own, Actor) and text in own.names
