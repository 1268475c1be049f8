"""What the site is made of damaged: indexes, records, pages, files, templates, the renderer.

A damage counts once something made of it is another: then it must be found, by the proof that
every build runs before it hands anything over. What changes nothing that is made is discarded
and counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache, partial
from itertools import zip_longest
from random import Random
from typing import Any

from markupsafe import Markup

from bench import damages
from bench.mutated import mutated
from bench.outcome import Outcome
from bench.unnoticed import why_unnoticed
from citebound import publish
from citebound.indexes import Indexes, indexes_of
from citebound.pages import (
    actor,
    actors,
    briefing,
    data,
    feeds,
    home,
    method,
    page_writer,
    prose,
    quotations,
    small_timeline,
    source,
    source_text,
    timeline,
)
from citebound.pages.contents import all_assets
from citebound.pages.page import Page
from citebound.problems import Problem
from citebound.proof.built import OtherPage
from citebound.proof.made import everything
from citebound.proof.made.everything import findings
from citebound.proof.made.figures import Figures
from citebound.proof.made.files import files_again
from citebound.proof.made.found import records_again
from citebound.proof.made.ground import Ground
from citebound.proof.made.named import Named
from citebound.proof.made.whole import Whole
from citebound.proof.search_index import check_addresses
from citebound.public import Published
from citebound.publish import Edition, search_index, with_pinned
from citebound.search import index as search_files
from citebound.search import quoted
from citebound.search import records as search_records
from citebound.search.index import Index
from citebound.search.record import Record
from citebound.shown import evidence, passage, views
from citebound.shown.facts import SiteFacts

FUNCTIONS = (
    (prose.Prose, "_inline"), (prose.Prose, "_heading"), (prose.Prose, "_link"),
    (prose, "address_of"), (page_writer, "show"), (data, "show"), (quoted, "show"),
    (page_writer, "actor_name"), (passage, "pieces_of"), (passage, "fold_space"),
    (passage, "citation_text"), (passage, "original_address"), (passage, "voice_shown"),
    (views, "in_words"), (views, "date_shown"), (data, "entry_date"), (page_writer, "event_shown"),
    (views, "meaning"), (views, "parties_shown"), (actor, "roles_shown"),
    (evidence.Numbering, "cite"), (source, "_voices"), (search_records, "role_words"),
    (source, "paragraphs_shown"), (source, "resting"), (source_text, "_steps"),
    (source_text, "use_shown"), (quotations, "use_shown"), (actor, "use_shown"),
    (briefing, "date_words"), (source, "date_words"), (home, "date_words"), (briefing, "titled"),
    (briefing, "only_from"), (source, "_coverage"), (source, "_text"),
    (timeline, "scale_of"), (timeline, "draw"),
    (small_timeline, "scale_of"), (small_timeline, "draw"),
    (search_records, "sentence_words"), (search_records, "in_words"), (quoted, "said_by"),
)  # fmt: skip
"""The functions of what writes pages, data and records; one answer of one of them is damaged."""

INDEXED = ((publish, "page_records"), (search_files, "index_files"))
"""What makes records of pages, and files of all records: each is called once for an index."""

FILLED = (page_writer, prose, feeds)
"""The modules that fill templates."""


@dataclass(frozen=True)
class MadeSite:
    """All that is made of the project, and what it is proved against."""

    edition: Edition
    facts: SiteFacts
    others: Mapping[str, OtherPage] = field(default_factory=dict)
    """The pages that are not ours, which the search finds as well."""

    @cached_property
    def indexes(self) -> Indexes:
        """What pages are looked up in."""
        assert self.edition.public is not None
        return indexes_of(self.edition.public)

    @cached_property
    def pages(self) -> dict[str, Page]:
        """The pages by address."""
        return {page.address: page for page in self.edition.pages}

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """The records of the search."""
        return search_records.records(self.indexes, self.facts)

    @cached_property
    def searched(self) -> Index:
        """The index of the search, with the pages that it finds."""
        return search_index(self.edition, self.others)

    @cached_property
    def pinned(self) -> Published:
        """What is public with the whole of the pinned texts, as a build proves it."""
        assert self.edition.public is not None
        return with_pinned(self.edition.public, self.edition.verified.library)

    def writers(self, indexes: Indexes) -> dict[str, Callable[[], list[Page]]]:
        """What writes each page of some indexes, by address."""
        facts = self.facts
        found: dict[str, Callable[[], Any]] = {
            "": lambda: [home.home_page(indexes, facts)],
            "briefings/": lambda: [briefing.briefings_page(indexes, facts)],
            "actors/": lambda: [actors.actors_page(indexes, facts)],
            "sources/": lambda: [source.sources_page(indexes, facts)],
            "timeline/": lambda: [timeline.timeline_page(indexes, facts)],
            "quotations/": lambda: quotations.quotation_pages(indexes, facts),
            "method/": lambda: [method.method_page(indexes, facts)],
            "data/": lambda: [data.data_page(indexes, facts)],
        }
        for b in indexes.briefings:
            found[b.briefing.address] = partial(_alone, briefing.briefing_page, b, indexes, facts)
        for a in indexes.actors.values():
            if not a.actor.in_list:
                found[a.actor.address] = partial(_alone, actor.actor_page, a, indexes, facts)
        for s in indexes.sources.values():
            found[s.source.address] = partial(_alone, source.source_page, s, indexes, facts)
        return found

    # --- what is another, and whether that is found ----------------------------------------

    def judged(self, kind: str, damage: str, made: Iterable[object]) -> Outcome:
        """The fate of a damage: ``made`` are the pages, files and records that are made of it."""
        pages, assets, records = dict(self.pages), dict(self.edition.assets), self.records
        changed: list[str] = []
        try:
            for thing in made:
                changed += self._differing(thing)
                if isinstance(thing, Page):
                    pages[thing.address] = thing
                elif isinstance(thing, dict):
                    assets = thing
                elif isinstance(thing, tuple):
                    records = thing
            if not changed:
                return Outcome("made", kind, damage, "discarded", "nothing made is another")
            # One finding is enough, and those of what is another come first.
            first = sorted(pages.values(), key=lambda page: page == self.pages.get(page.address))
            with read_once():
                found = self._wrong_files(assets, records) or next(
                    findings(self.pinned, self.facts, tuple(first), assets, records), None
                )
        except Exception:  # noqa: BLE001, whatever stops a build publishes nothing
            return Outcome("made", kind, damage, "found", "the build stops")
        if found or self._leads_nowhere(pages, records):
            return Outcome("made", kind, damage, "found")
        why = self._why_unnoticed(pages, assets, records)
        return Outcome("made", kind, damage, "ignored" if why else "missed", why or changed[0],
                       "; ".join(changed)[:400])  # fmt: skip

    @cached_property
    def _named(self) -> Named:
        """What files and records are looked up in; it does not depend on them."""
        ground = Ground.of(self.pinned.library)
        with read_once():
            made = [(p, everything.read_page(str(p.html))[1]) for p in self.pages.values()]
        whole = Whole.of(ground, self.pinned, self.facts, made, self.edition.assets)
        return Named(Figures(whole))

    def _wrong_files(
        self, assets: Mapping[str, bytes], records: tuple[Record, ...]
    ) -> Problem | None:
        """What the proof finds first in files and records that are not as they were made."""
        if assets != self.edition.assets:
            return next(files_again(assets, self._named), None)
        if records != self.records:
            return next(records_again(records, self._named), None)
        return None

    def _why_unnoticed(
        self, pages: Mapping[str, Page], assets: Mapping[str, bytes], records: tuple[Record, ...]
    ) -> str | None:
        """Why no visitor notices that something is written otherwise; ``None``: one may."""
        before = self.edition.assets
        if records != self.records or pages.keys() != self.pages.keys() or {*assets} != {*before}:
            return None
        why = None
        for name, content in assets.items():
            if content != before[name]:
                why = why_unnoticed(name, before[name], content)
                if why is None:
                    return None
        for address, page in pages.items():
            true = self.pages[address]
            if page == true:
                continue
            if replace(page, html=true.html) != true:
                return None
            why = why_unnoticed("x.html", *(
                f"<!doctype html><body>{each.html}".encode() for each in (true, page)
            ))  # fmt: skip
            if why is None:
                return None
        return why

    def _leads_nowhere(self, pages: Mapping[str, Page], records: tuple[Record, ...]) -> bool:
        """What a build finds when it makes the index of the records: a result without a place."""
        html = {address: str(page.html) for address, page in pages.items()}
        return any(check_addresses(html, records))

    def _differing(self, thing: object) -> Iterator[str]:
        """Where something made is not what it should be."""
        if isinstance(thing, Page):
            true = self.pages.get(thing.address)
            if thing != true:
                yield f"{thing.address}: {_differ(str(true and true.html), str(thing.html))}"
        elif isinstance(thing, dict):
            for name in sorted(thing.keys() | self.edition.assets.keys()):
                now, before = thing.get(name, b""), self.edition.assets.get(name, b"")
                if now != before or (name in thing) is not (name in self.edition.assets):
                    yield f"{name}: {_differ(repr(before), repr(now))}"
        elif thing != self.records:
            assert isinstance(thing, tuple)
            pairs = zip_longest(self.records, thing)
            told = (_differ(repr(a), repr(b)) for a, b in pairs if a != b)
            yield f"records: {next(told)}"


def _differ(before: str, after: str) -> str:
    """Where two texts begin to differ, with a little around it."""
    at = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), 0)
    return f"{before[max(0, at - 50) : at + 40]!r} -> {after[max(0, at - 10) : at + 40]!r}"


@contextmanager
def read_once() -> Iterator[None]:
    """Pages that did not change are read once: a build reads each anew, with the same result."""
    read_page = everything.read_page
    everything.read_page = _KNOWN
    try:
        yield
    finally:
        everything.read_page = read_page


_KNOWN = lru_cache(maxsize=512)(everything.read_page)


def _alone(write: Callable[..., Page], *given: object) -> list[Page]:
    return [write(*given)]


def damage_made(site: MadeSite, random: Random) -> Outcome:
    """One damage before the site is built, and what became of it."""
    kinds = (_index, _record, _page, _asset, _template, _renderer, _searched)
    return random.choices(kinds, (5, 3, 5, 3, 6, 9, 3))[0](site, random)


def _index(site: MadeSite, random: Random) -> Outcome:
    """A field of an entry of the indexes."""
    indexes = site.indexes
    name = random.choice(("quotations", "events", "actors", "sources", "briefings"))
    changed = replace(indexes, **{name: mutated(random, getattr(indexes, name))})
    if name == "quotations":
        by_identity = {entry.passage.identity: entry for entry in changed.quotations}
        changed = replace(changed, by_identity={**indexes.by_identity, **by_identity})

    def made() -> Iterator[object]:
        yield all_assets(changed, site.facts)
        yield search_records.records(changed, site.facts)
        for write in site.writers(changed).values():
            yield from write()

    if getattr(changed, name) == getattr(indexes, name):
        return Outcome("made", f"index: {name}", "a field", "discarded", "nothing made is another")
    return site.judged(f"index: {name}", "a field", made())


def _record(site: MadeSite, random: Random) -> Outcome:
    """A record of the search, or the order or number of them."""
    changed = mutated(random, site.records)
    return site.judged("record of the search", "a field, or a record", iter([changed]))


def _page(site: MadeSite, random: Random) -> Outcome:
    """The HTML of a page, or what is said of the page besides."""
    page = random.choice([*site.pages.values()])
    if random.random() < 0.15:
        name = random.choice(("title", "description", "headings", "kind", "quotations", "edit"))
        changed = replace(page, **{name: mutated(random, getattr(page, name))})
        return site.judged("page", f"its {name}", iter([changed]))
    choice = random.choice([*damages.IN_PAGES])
    damaged = damages.IN_PAGES[choice](random, str(page.html))
    html = Markup(damaged or page.html)  # noqa: S704, damaged on purpose
    return site.judged("page", choice, iter([replace(page, html=html)]))


def _asset(site: MadeSite, random: Random) -> Outcome:
    """A file of data, or a feed."""
    assets = dict(site.edition.assets)
    data = random.random() < 0.6
    name = random.choice([name for name in assets if name.startswith("data/") is data])
    kind = "feed" if name.endswith(".xml") else "data"
    if random.random() < 0.1:
        content = assets.pop(name)
        if random.random() < 0.5:
            assets[f"data/{name.replace('/', '-')}"] = content
        return site.judged(kind, "removed or renamed", iter([assets]))
    if random.random() < 0.5:
        choice = random.choice(
            ("a letter", "a digit", "a word replaced", "a word dropped", "a date")
        )
        damaged = damages.IN_PAGES[choice](random, assets[name].decode())
        content = assets[name] if damaged is None else damaged.encode()
    else:
        choice = random.choice([*damages.IN_BYTES])
        content = damages.IN_BYTES[choice](random, assets[name]) or b""
    return site.judged(kind, choice, iter([{**assets, name: content}]))


def _some(site: MadeSite, random: Random) -> Callable[[], Iterator[object]]:
    """One thing to make: a page, or now and then the files or the records."""
    kind, write = random.random(), random.choice([*site.writers(site.indexes).values()])

    def made() -> Iterator[object]:
        if kind < 0.1:
            yield all_assets(site.indexes, site.facts)
        elif kind < 0.2:
            yield search_records.records(site.indexes, site.facts)
        else:
            yield from write()

    return made


@contextmanager
def _damaged(
    places: tuple[tuple[Any, str], ...], number: int | None, change: Callable[[Any], Any]
) -> Iterator[list[int]]:
    """Functions of which the answer of call ``number`` is changed; ``None``: only counted."""
    calls = [0]

    def damaging(true: Callable[..., Any]) -> Callable[..., Any]:
        def damaged(*given: Any, **named: Any) -> Any:  # noqa: ANN401, what the true one takes
            answer = true(*given, **named)
            if isinstance(answer, Iterator):
                answer = [*answer]
            calls[0] += 1
            return change(answer) if calls[0] - 1 == number else answer

        return damaged

    before = [(place, name, getattr(place, name)) for place, name in places]
    try:
        for place, name, true in before:
            setattr(place, name, damaging(true))
        yield calls
    finally:
        for place, name, true in before:
            setattr(place, name, true)


def _one_call(
    site: MadeSite, random: Random, places: tuple[tuple[Any, str], ...], kind: str, damage: str,
    change: Callable[[Any], Any],
) -> Outcome:  # fmt: skip
    for _ in range(12):
        make = _some(site, random)
        with _damaged(places, None, change) as calls:
            for _made in make():
                pass
        if calls[0]:
            with _damaged(places, random.randrange(calls[0]), change):
                return site.judged(kind, damage, make())
    return Outcome("made", kind, damage, "discarded", "nothing made is another")


def _template(site: MadeSite, random: Random) -> Outcome:
    """What a template has printed."""
    choice = random.choice([*damages.IN_PAGES])
    places = tuple((module, "fill") for module in FILLED)

    def change(html: Markup) -> Markup:
        return Markup(damages.IN_PAGES[choice](random, str(html)) or html)  # noqa: S704, on purpose

    return _one_call(site, random, places, "output of a template", choice, change)


def _renderer(site: MadeSite, random: Random) -> Outcome:
    """An answer of a function of the renderer."""
    place, name = random.choice(FUNCTIONS)
    room = place.__name__.rpartition(".")[2]
    return _one_call(site, random, ((place, name),), "renderer", f"{room}.{name}",
                     lambda answer: mutated(random, answer))  # fmt: skip


def _searched(site: MadeSite, random: Random) -> Outcome:
    """The records of pages, or the files of the index, as they are made."""
    place, name = random.choice(INDEXED)
    kind = "index of the search"
    true = site.searched.files
    try:
        with _damaged(((place, name),), 0, lambda answer: mutated(random, answer)):
            made = search_index(site.edition, site.others)
    except Exception:  # noqa: BLE001, whatever stops a build publishes nothing
        return Outcome("made", kind, name, "found", "the build stops")
    if made.problems:
        return Outcome("made", kind, name, "found")
    if made.files == true:
        return Outcome("made", kind, name, "discarded", "nothing made is another")
    changed = sorted(path for path in made.files.keys() | true.keys()
                     if made.files.get(path) != true.get(path))  # fmt: skip
    before, after = (repr(files.get(changed[0], b"")) for files in (true, made.files))
    return Outcome("made", kind, name, "missed", changed[0], _differ(before, after))
