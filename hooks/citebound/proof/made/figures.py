"""The numbers of a page, and what stands in its lists of facts: counted and looked up again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from citebound.dates import parse, sort_key, years
from citebound.model import Actor, Briefing, Event, Passage, Source, Text
from citebound.proof.made import phrases
from citebound.proof.made.fields import Fields, Here, day_words, known_from
from citebound.proof.made.passages import Use, uses_of
from citebound.proof.made.whole import titles, told
from citebound.proof.nodes import Element, with_single_spaces

Facts = tuple[tuple[str, str], ...]
"""The terms of a list, each with what is said; "" where an element says it."""


@dataclass(frozen=True)
class Figures(Fields):
    """The truth of each field of a page that counts, or that is one of a list of facts."""

    # --- counted again ----------------------------------------------------------------------

    @cached_property
    def passages(self) -> dict[str, Passage]:
        """All passages that are public, by identity; what is used first is what one is."""
        public = self.whole.public
        found: dict[str, Passage] = {}
        for subject in public.library.subjects():
            for passage in public.bindings[subject.path].passages:
                found.setdefault(passage.identity, passage)
        return found

    @cached_property
    def _of_sources(self) -> dict[str, list[Passage]]:
        """The passages of each source."""
        found: dict[str, list[Passage]] = {name: [] for name in self.whole.public.library.sources}
        for passage in self.passages.values():
            found[passage.source].append(passage)
        return found

    def of_source(self, name: str) -> list[Passage]:
        """The passages of a source."""
        return self._of_sources[name]

    @cached_property
    def resting(self) -> dict[str, list[Passage]]:
        """What each event rests on: what defines it first, each passage once."""
        public = self.whole.public
        based: dict[str, list[tuple[bool, tuple[Passage, ...]]]] = {}
        for briefing in public.library.briefings:
            bound = public.bindings[briefing.path]
            for event in briefing.events:
                found = tuple(p for name in event.evidence for p in bound.evidence(name))
                based.setdefault(str(event.id), []).append((event.ref, found))
        return {
            name: [*{p.identity: p for _, found in sorted(every, key=lambda b: b[0])
                     for p in found}.values()]
            for name, every in based.items()
        }  # fmt: skip

    def resting_sources(self, name: str) -> list[str]:
        """The sources of what an event rests on."""
        return [*dict.fromkeys(passage.source for passage in self.resting[name])]

    @cached_property
    def named_pages(self) -> dict[str, Text]:
        """What each page of an editor or a source is called."""
        return titles(self.whole.public)

    @cached_property
    def dated_years(self) -> list[str]:
        """The years under which events stand, in order."""
        values = (parse(event.date.edtf) for event in self.events.values() if event.date)
        found = [v for v in values if not v.is_open_start]
        return [str(v.lower.year) for v in sorted(found, key=sort_key)]

    @cached_property
    def in_order(self) -> list[Passage]:
        """All passages in the order of their sources."""
        return sorted(self.passages.values(), key=lambda p: (p.source, p.spans))

    @cached_property
    def using(self) -> dict[str, list[Use]]:
        """What rests on each passage, in order."""
        found: dict[str, list[Use]] = {}
        public = self.whole.public
        for use, passages in uses_of(public):
            for passage in passages:
                found.setdefault(passage.identity, []).append(use)
        return found

    def based_on(self, name: str) -> list[tuple[Briefing, Event]]:
        """The briefings that say something of an event, each with what it says."""
        return self._based.get(name, [])

    @cached_property
    def _based(self) -> dict[str, list[tuple[Briefing, Event]]]:
        found: dict[str, list[tuple[Briefing, Event]]] = {}
        for briefing in self.whole.public.library.briefings:
            for event in briefing.events:
                found.setdefault(str(event.id), []).append((briefing, event))
        return found

    @cached_property
    def _coverage(self) -> dict[str, list[int]]:
        """How many passages use each sentence of a source; a term uses none."""
        found: dict[str, list[int]] = {}
        for name, source in self.whole.public.library.sources.items():
            index = {sentence.span: number for number, sentence in enumerate(source.sentences)}
            used: list[set[str]] = [set() for _ in source.sentences]
            for passage in self._of_sources[name]:
                for span in passage.spans if not passage.term else ():
                    for sentence in source.sentences_in(span):
                        used[index[sentence.span]].add(passage.identity)
            found[name] = [len(each) for each in used]
        return found

    def figure(self, text: str, here: Here) -> bool:
        library = self.whole.public.library
        counted = {
            "quotations/": len(self.passages),
            "sources/": len(library.sources),
            "briefings/": len(library.briefings),
            "actors/": len(library.actors),
            "timeline/": len(self.events),
        }
        address = self.whole.leads(here.element.get("href") or "", here.page)
        return text == str(counted.get(address))

    def all_briefings(self, text: str, here: Here) -> bool:
        return text == str(len(self.whole.public.library.briefings))

    def all_quotations(self, text: str, here: Here) -> bool:
        return text == str(len(self.passages))

    def coverage(self, text: str, here: Here) -> bool:
        source = self._source(here)
        if source is None:
            return False
        aside = len(self._aside(source))
        is_are = "is" if aside == 1 else "are"
        used = self._used_sentences(source)
        return text == (
            f"{used} of {len(source.sentences)} sentences are used by a passage; "
            f"{aside} {is_are} set aside."
        )

    def coverage_label(self, text: str, here: Here) -> bool:
        source = self._source(here)
        if source is None:
            return False
        used, every = self._used_sentences(source), len(source.sentences)
        return text == f"{used} of {every} sentences used, {len(self._aside(source))} set aside"

    def _used_sentences(self, source: Source) -> int:
        return sum(1 for number in self._coverage[source.id] if number)

    def _aside(self, source: Source) -> dict[int, str]:
        """Why sentences are set aside, by their numbers from 1."""
        why = {each.span: with_single_spaces(str(each.reason)) for each in source.set_aside}
        return {n: why[s.span] for n, s in enumerate(source.sentences, 1) if s.span in why}

    def sentence_title(self, text: str, here: Here) -> bool:
        source = self._source(here)
        if source is None:
            return False
        if source.id not in self._sentence_titles:
            self._sentence_titles[source.id] = {*self._titles_of(source)}
        return text in self._sentence_titles[source.id]

    @cached_property
    def _sentence_titles(self) -> dict[str, set[str]]:
        return {}

    def _titles_of(self, source: Source) -> Iterator[str]:
        aside = self._aside(source)
        for number, sentence in enumerate(source.sentences, 1):
            used = self._coverage[source.id][number - 1]
            why = (
                f"used by {used} passage{'' if used == 1 else 's'}" if used
                else f"set aside: {aside[number]}" if number in aside
                else "neither used nor set aside"
            )  # fmt: skip
            yield with_single_spaces(f"sentence {number}, para. {sentence.paragraph}: {why}")

    def aside(self, text: str, here: Here) -> bool:
        source = self._source(here)
        return source is not None and text in {
            with_single_spaces(str(s.reason)) for s in source.set_aside
        }

    def para(self, text: str, here: Here) -> bool:
        return here.path[-2].get("id") == f"p-{text}"

    def length(self, text: str, here: Here) -> bool:
        source = self._source(here)
        return source is not None and text == str(len(source.text))

    def hash(self, text: str, here: Here) -> bool:
        source = self._source(here)
        if source is None:
            return False
        raw = source.extracted.raw_sha256 if source.extracted else ""
        return text == (source.sha256 if here.path[-2].tag == "pre" else raw)

    def command(self, text: str, here: Here) -> bool:
        source = self._source(here)
        return source is not None and text in (
            f"sha256sum {source.text_path}", "citebound check", f"{source.id}:0-10",
        )  # fmt: skip

    # --- cards ------------------------------------------------------------------------------

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
        return text == with_single_spaces(" · ".join(filter(None, said)))

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
            ("events", sections.get("took-part-in", 0)),
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

    # --- the timeline -----------------------------------------------------------------------

    def _event_of(self, here: Here) -> str:
        link = next(e for e in reversed(here.path) if e.tag == "a")
        return self.whole.leads(link.get("href") or "", here.page).partition("#")[2]

    def bar(self, text: str, here: Here) -> bool:
        name = self._event_of(here)
        event = self.events.get(name)
        if event is None or event.date is None:
            return False
        said = (f"{event.title}: {day_words(event.date.edtf)}, {s}" for s in self.statuses_of(name))
        return text in map(with_single_spaces, said)

    def bar_status(self, text: str, here: Here) -> bool:
        return text in self.statuses_of(self._event_of(here))

    def bar_label(self, text: str, here: Here) -> bool:
        event = self.events.get(self._event_of(here))
        title = with_single_spaces(str(event.title)) if event else ""
        return bool(title) and (text == title or title.startswith(text.removesuffix(" …")))

    def year(self, text: str, here: Here) -> bool:
        link = here.nearest(("a",))
        address = self.whole.leads(link.get("href") or "", here.page) if link else ""
        return text.isdecimal() and (link is None or address == f"timeline/#y{text}")

    @cached_property
    def _years(self) -> tuple[str, str]:
        values = [parse(event.date.edtf) for event in self.events.values() if event.date]
        first = min(years(v)[0] if v.is_open_start else v.lower.year for v in values)
        return f"{first:04}", f"{max(value.upper.year for value in values):04}"

    def first_year(self, text: str, here: Here) -> bool:
        return text == self._years[0]

    def last_year(self, text: str, here: Here) -> bool:
        return text == self._years[1]

    # --- tables, filters, notices -------------------------------------------------------------

    def table_name(self, text: str, here: Here) -> bool:
        return text == phrases.TABLES.get(here.page.kind)

    def caption(self, text: str, here: Here) -> bool:
        own = self._own(here)
        if here.page.kind == "quotations":
            pages = sum(1 for page in self.whole.pages.values() if page.kind == "quotations")
            number = here.page.address.removeprefix("quotations/").strip("/") or "1"
            return text == (f"Quotations, page {number} of {pages}" if pages > 1 else "Quotations")
        if isinstance(own, Actor):
            ends = ", each with the passage that it rests on"
            return text == with_single_spaces(f"Actors of the same events as {own.name}{ends}")
        return text == {
            "source": "Spans of the source that are not its own words, in their order",
            "data": "Files",
        }.get(here.page.kind)

    def column(self, text: str, here: Here) -> bool:
        row = [child for child in here.path[-2].children if isinstance(child, Element)]
        at = next((n for n, cell in enumerate(row) if cell is here.element), 0)
        known = phrases.COLUMNS.get(here.page.kind, ())
        return len(row) == len(known) and text == known[at]

    def file(self, text: str, here: Here) -> bool:
        row = here.path[-2]
        name = next((c.words for c in row.children if isinstance(c, Element)), "")
        return text == phrases.FILES.get(name)

    def way(self, text: str, here: Here) -> bool:
        links = (e for e in here.path[-2].elements() if e.tag == "a")
        href = next(links).get("href") or ""
        return text == phrases.WAYS.get(self.whole.leads(href, here.page))

    def button(self, text: str, here: Here) -> bool:
        return text == {"submit": "Filter", "reset": "Reset"}.get(here.element.get("type") or "")

    def option_id(self, text: str, here: Here) -> bool:
        return not text or text in self._options(here)

    def option(self, text: str, here: Here) -> bool:
        value = here.element.get("value") or ""
        return text == self._options(here).get(value, "all" if not value else None)

    def _options(self, here: Here) -> dict[str, str]:
        name = here.path[-2].get("name") or ""
        if not self._filters:
            library = self.whole.public.library
            actors = {
                key: with_single_spaces(value) for key, value in self.whole.ground.names.items()
            }
            statuses = {s for event in self.events for s in self.statuses_of(event)}
            self._filters.update(
                actor=actors, speaker=actors, voice={v: v for v in _VOICES},
                source={s.id: with_single_spaces(str(s.title)) for s in library.sources.values()},
                briefing={b.id: with_single_spaces(str(b.title)) for b in library.briefings},
                status={word: word for word in statuses},
            )  # fmt: skip
        return self._filters.get(name, {})

    @cached_property
    def _filters(self) -> dict[str, dict[str, str]]:
        return {}

    def named(self, text: str, here: Here) -> bool:
        item = here.nearest(("li",))
        name = str(item.get("id")) if item else ""
        if name in self.events:
            return text == with_single_spaces(f"“{self.events[name].title}”")
        briefing = self._briefing(here)
        ids = [f"judgement-{j.id}" for j in briefing.judgements] if briefing else []
        return name in ids and text == f"judgement {ids.index(name) + 1}"

    def itself(self, text: str, here: Here) -> bool:
        item = here.nearest(("li",))
        return item is not None and text == f"{here.page.address}#{item.get('id')}"

    def identity(self, text: str, here: Here) -> bool:
        item = here.nearest(("li",))
        shown = {e.get("data-quote") for e in item.elements()} if item else set()
        return text in shown

    def place(self, text: str, here: Here) -> bool:
        around = here.path[-2]
        identity = next((q for e in around.elements() if (q := e.get("data-quote"))), None)
        if identity is None:
            return False
        passage = self.whole.ground.passage(identity)
        return text in (
            identity,
            with_single_spaces(f"{passage.source.title}, para. {passage.paragraph}"),
        )

    def evidence(self, text: str, here: Here) -> bool:
        mark = here.within("cb-mark")
        return (
            mark is not None and mark.get("href") == f"#e-{text}" == f"#{mark.get('data-evidence')}"
        )

    def evidence_link(self, text: str, here: Here) -> bool:
        return text == f"{here.page.address}#{here.element.get('data-evidence')}"

    def mark_id(self, text: str, here: Here) -> bool:
        number = (here.element.get("data-evidence") or "").removeprefix("e-")
        return text.startswith(f"m-{number}-") and text.rpartition("-")[2].isdecimal()

    def gone_day(self, text: str, here: Here) -> bool:
        return any(
            text == day_words(notice.date)
            for notice in self.whole.public.taken_down if notice.address == here.page.address
        )  # fmt: skip

    def gone_why(self, text: str, here: Here) -> bool:
        return any(
            text == with_single_spaces(str(notice.why))
            for notice in self.whole.public.taken_down if notice.address == here.page.address
        )  # fmt: skip


_VOICES = ("direct", "reported", "quoted", "unclear", "own")
