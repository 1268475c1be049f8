"""The pages of which there is one, and those of the index of quotations, derived again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from citebound.model import Briefing, Passage, Source
from citebound.proof.made import phrases
from citebound.proof.made.actors_list import ActorsList
from citebound.proof.made.day_words import day_words
from citebound.proof.made.derived import VOICES
from citebound.proof.made.known import known_from
from citebound.proof.made.passages import passage_told
from citebound.proof.made.telling import part, plain, tag

ROWS = 300
"""So many quotations stand on a page of their index."""

_VOICES = ("direct", "reported", "quoted", "unclear", "own")
_NAMED = 8
"""So many of its first words name a quotation to those who do not see the page."""

_LATEST = 4
"""So many briefings stand on the home page."""


def newest_first(briefings: Iterable[Briefing]) -> list[Briefing]:
    """Briefings by their dates, the newest first; the lead of a day before its others."""
    by_id = sorted(briefings, key=lambda briefing: (not briefing.lead, briefing.id))
    return sorted(by_id, key=lambda briefing: str(briefing.date), reverse=True)


@dataclass(frozen=True)
class IndexPages(ActorsList):
    """The pages that lead to others."""

    # --- the home page, and cards -----------------------------------------------------------

    def home(self) -> Iterator[str]:
        """The home page."""
        whole = self.figures.whole
        yield self.heading("", 1, plain(whole.facts.site_name), "top")
        how = tag("a", "How to read and check this site", href="method/")
        lead = tag("p", phrases.DESCRIPTIONS["home"], class_="cb-lead")
        yield tag("div", lead, tag("p", how), class_="cb-hero")
        newest = newest_first(whole.public.library.briefings)
        if newest:
            yield self.section("", "home", "newest")
            yield tag("div", self._latest(newest[0]), self._more(newest), class_="cb-latest")
        yield self.section("", "home", "figures")
        figures = [
            tag("div", tag("dt", term), tag("dd", tag("a", str(number), href=address)))
            for term, address, number in self.figures.counted
        ]  # fmt: skip
        checked = tag("div", tag("dt", "Last checked"), tag("dd", self.checked()))
        yield tag("dl", *figures, checked, class_="cb-figures cb-fine")
        yield self.section("", "home", "ways")
        ways = (
            tag("li", tag("a", name, href=address), " ",
                tag("span", phrases.WAYS[address], class_="cb-fine"))
            for address, name in phrases.WAYS_IN.items()
        )  # fmt: skip
        cards = tag("ul", *ways, class_="cb-cards cb-plain")
        yield tag("nav", cards, aria_label="Ways in", class_="cb-ways")

    def checked(self) -> str:
        """The day on which the site was last checked."""
        day = self.figures.whole.facts.checked_on
        return tag("time", day_words(day), datetime=day) if day else "not stated"

    def _latest(self, briefing: Briefing) -> str:
        summary = tag("p", self.said(briefing.summary), class_="cb-bottom-line")
        bound = self.figures.whole.public.bindings[briefing.path]
        passages = [p for name in briefing.summary_rests_on for p in bound.evidence(name)]
        told = self.card_facts(phrases.RESTS_ON) if passages else ""
        return self.card(
            "h3", self.link(briefing.title, briefing.address),
            self.card_facts(self._state(briefing)), summary, told, *map(self.full, passages),
        )  # fmt: skip

    def _more(self, newest: Sequence[Briefing]) -> str:
        others = [
            tag("li", self.link(b.title, b.address), " ",
                tag("span", plain(self._state(b)), class_="cb-card-facts cb-fine"), " ",
                tag("p", self.said(b.summary)))
            for b in newest[1:_LATEST]
        ]  # fmt: skip
        links = tag("ul", *others, class_="cb-links cb-plain") if others else ""
        every = tag("a", f"All briefings ({len(newest)})", href="briefings/")
        return tag("div", links, tag("p", every), class_="cb-more")

    def _state(self, briefing: Briefing) -> str:
        state = phrases.REVIEWS[self.figures.state_of(briefing)]
        draft = " · draft" if briefing.path in self.figures.whole.public.drafts else ""
        return f"{day_words(briefing.date)} · {state}{draft}"

    def briefings(self) -> Iterator[str]:
        """The list of briefings."""
        yield self.heading("briefings/", 1, "Briefings", "top")
        newest = newest_first(self.figures.whole.public.library.briefings)
        cards = (
            self.card("h2", self.link(b.title, b.address), self.card_facts(self._state(b)),
                       tag("p", self.said(b.summary)))
            for b in newest
        )  # fmt: skip
        yield self.cards(cards) if newest else tag("p", "There are no briefings yet.")

    def sources(self) -> Iterator[str]:
        """The list of sources."""
        yield self.heading("sources/", 1, "Sources", "top")
        sources = self.figures.whole.public.library.sources.values()
        by_title = sorted(sources, key=lambda source: (source.title.casefold(), source.id))
        yield self.cards(map(self._of_source, by_title))

    def _of_source(self, source: Source) -> str:
        day = day_words(source.published) if source.published else ""
        many = len(self.figures.of_source(source.id))
        said = [str(source.publisher), day, f"{many} quotation{'s' * (many != 1)}",
                phrases.SHOWN[self.figures.whole.public.access[source.id].level]]  # fmt: skip
        about = tag("p", plain(source.descriptor)) if source.descriptor else ""
        known = known_from(source)
        inferred = tag("p", f"Its {plain(known)}.", class_="cb-inferred") if known else ""
        facts = self.card_facts(" · ".join(filter(None, said)))
        return self.card("h2", self.source(source), facts, about, inferred)

    # --- the quotations ---------------------------------------------------------------------

    def quotations(self, number: int) -> Iterator[str]:
        """A page of the index of quotations."""
        every, address = self.figures.in_order, f"quotations/{f'{number}/' if number > 1 else ''}"
        title = "Quotations" if number == 1 else f"Quotations, page {number}"
        yield self.heading(address, 1, title, "top")
        if not every:
            yield tag("p", "There are no quotations yet.")
            return
        files = ", ".join(
            tag("a", kind, href=f"data/quotations.{kind.lower()}") for kind in ("CSV", "JSON")
        )
        yield tag("p", f"{len(every)} quotations, in the order of their sources. Each leads to its "
                  f"permanent address on its source’s page. Download: {files}.",
                  class_="cb-section-note cb-fine")  # fmt: skip
        mine = every[(number - 1) * ROWS : number * ROWS]
        pages = (len(every) + ROWS - 1) // ROWS
        yield self._quotation_filter(mine)
        caption = f"Quotations, page {number} of {pages}" if pages > 1 else "Quotations"
        yield self.table("quotations", caption, map(self._quotation_row, mine), sorts=True)
        if pages > 1:
            links = (
                tag("a", str(n), aria_current="page" if n == number else None,
                    href=f"quotations/{f'{n}/' if n > 1 else ''}")
                for n in range(1, pages + 1)
            )  # fmt: skip
            listed = tag("ol", *(tag("li", link) for link in links), class_="cb-plain")
            yield tag("nav", listed, aria_label="Pages of the index", class_="cb-pages")

    def _quotation_filter(self, mine: Sequence[Passage]) -> str:
        ground, titles = self.figures.whole.ground, self.titles()
        derived = [ground.passage(passage.identity) for passage in mine]
        speakers = {name: ground.names.get(name, name) for d in derived for name in d.speaking()}
        kinds = {kind for d in derived for kind in d.heard()}
        briefings = {b.id: str(b.title) for p in mine for b in self._briefings_using(p)}
        return self.filter("quotations", [
            self.select("Speaker", speakers),
            self.select("Voice", {k: VOICES[k] for k in _VOICES if k in kinds}, by_name=False),
            self.select("Source", {p.source: titles[p.source] for p in mine}),
            self.select("Briefing", briefings),
        ])  # fmt: skip

    def _briefings_using(self, passage: Passage) -> list[Briefing]:
        using = (use.subject for use in self.figures.using.get(passage.identity, ()))
        return [*{b.id: b for b in using if isinstance(b, Briefing)}.values()]

    def _quotation_row(self, passage: Passage) -> str:
        derived = self.figures.whole.ground.passage(passage.identity)
        source = self._source(passage)
        term = tag("span", "Term used:", class_="cb-term-used") + " " if passage.term else ""
        said = " ".join(passage_told(passage, source).split()[:_NAMED])
        place = tag("a", phrases.IN_PLACE, aria_label=f"See it in place: {said}",
                    class_="cb-in-place", href=passage.address)  # fmt: skip
        changes, context = self.altered(passage), ""
        if changes or any(text.strip() for text in self.beside(passage)):
            context = tag("details", tag("summary", "In its sentence"), self.in_context(passage),
                          changes, class_="cb-context")  # fmt: skip
        number = len(self.figures.using.get(passage.identity, ()))
        return part(
            "tr",
            part("td", term, self.words(passage), " ", place, " ", self.copy(passage), context),
            part("td", self.voice(derived.voice), self.contained(passage)),
            part("td", self.source(source, source.short or source.title)),
            part("td", str(self.paragraph(passage))),
            part("td", self.used_by(passage, "", " place") or "0", data_value=number),
            data_briefings=" ".join(b.id for b in self._briefings_using(passage)),
            data_source=passage.source, data_speakers=" ".join(derived.speaking()),
            data_voices=" ".join(derived.heard()),
        )  # fmt: skip
