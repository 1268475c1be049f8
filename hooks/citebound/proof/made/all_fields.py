"""What each field of a page must say: the last of them, in tables, filters and notices."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from citebound.model import Actor
from citebound.proof.made import phrases
from citebound.proof.made.day_words import day_words
from citebound.proof.made.fact_fields import FactFields
from citebound.proof.made.fields import Here
from citebound.proof.nodes import Element, with_single_spaces

_VOICES = ("direct", "reported", "quoted", "unclear", "own")


@dataclass(frozen=True)
class AllFields(FactFields):
    """The truth of each field of every page."""

    def table_name(self, text: str, here: Here) -> bool:
        return text in phrases.TABLES.get(here.page.kind, ())

    def caption(self, text: str, here: Here) -> bool:
        own = self._own(here)
        if here.page.kind == "quotations":
            pages = sum(1 for page in self.whole.pages.values() if page.kind == "quotations")
            number = here.page.address.removeprefix("quotations/").strip("/") or "1"
            return text == (f"Quotations, page {number} of {pages}" if pages > 1 else "Quotations")
        if isinstance(own, Actor):
            table = here.nearest(("section",))
            joined = table is not None and table.get("aria-label") == phrases.TABLES["actor"][0]
            begins = phrases.RELATED["with-whom" if joined else "named-with"]
            ends = ", each with the passage that it rests on"
            return text == with_single_spaces(f"{begins} the same events as {own.name}{ends}")
        return text == {
            "source": "Spans that are, or may be, the words or the views of somebody else, in "
            "their order",
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
