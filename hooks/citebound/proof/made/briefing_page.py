"""The page of a briefing, derived again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from citebound.model import Actor, Briefing, Event, Judgement, Passage, Source
from citebound.proof.made import phrases
from citebound.proof.made.day_words import day_words
from citebound.proof.made.known import amended_on, known_from, worth_of
from citebound.proof.made.numbered import Numbered
from citebound.proof.made.parts import Parts
from citebound.proof.made.prose import Told
from citebound.proof.made.telling import plain, tag


@dataclass(frozen=True)
class BriefingPages(Parts):
    """The pages of briefings."""

    def prose(self, subject: Briefing | Actor) -> tuple[str, Numbered]:
        """The prose of a subject, and the evidence as far as it marks it."""
        whole = self.figures.whole
        whole.ground.see("prose of a page")
        numbered = Numbered(subject, whole.public)
        return Told(subject, self, numbered).blocks(subject.document.blocks), numbered

    def rested_on(self, subject: Briefing | Actor, names: tuple[str, ...]) -> list[Passage]:
        """The passages of some footnotes of a subject."""
        bound = self.figures.whole.public.bindings[subject.path]
        return [passage for name in names for passage in bound.evidence(name)]

    # --- a briefing -------------------------------------------------------------------------

    def briefing(self, briefing: Briefing) -> Iterator[str]:
        """A briefing."""
        address = briefing.address
        # The text is read first: its marks count from 1.
        prose, numbered = self.prose(briefing)
        yield self.heading(address, 1, self.said(briefing.title), "top")
        yield from self._head(briefing, numbered)
        if briefing.judgements:
            yield self.section(address, "briefing", "judgements")
            items = (
                self._judgement(at, judgement, briefing, numbered)
                for at, judgement in enumerate(briefing.judgements, 1)
            )
            yield tag("ol", *items, class_="cb-judgements cb-plain")
        yield prose
        given: dict[str, list[Event]] = {}
        for event in briefing.events:
            given.setdefault(str(event.id), []).append(event)
        events = [name for name, _ in self.named.events if name in given]
        who = [actor for name in events for actor in self.figures.roles_in(name)]
        who = [*dict.fromkeys((*who, *self.named.in_order(briefing)))]
        if who:
            yield self.section(address, "briefing", "who")
            yield tag("ul", *(tag("li", self.actor(name)) for name in who),
                      class_="cb-actors cb-plain")  # fmt: skip
        if events:
            yield self.section(address, "briefing", "when")
            yield self.small_timeline(
                self._event(name, given[name], briefing, numbered) for name in events
            )
        if briefing.gaps:
            yield self.section(address, "briefing", "gaps")
            yield tag("ul", *(tag("li", self.said(gap)) for gap in briefing.gaps), class_="cb-gaps")
        yield from self._foot(briefing)
        yield self.section(address, "briefing", "evidence")
        yield self.evidence(address, numbered.items.values())

    def _head(self, briefing: Briefing, numbered: Numbered) -> Iterator[str]:
        """When it was written and reviewed, what it rests on, and its summary."""
        library, state = self.figures.whole.public.library, self.figures.state_of(briefing)
        sources = [library.sources[name] for name in briefing.sources if name in library.sources]
        yield self.glance(sources, state)
        place = f"{briefing.address}#bottom-line"
        marks = numbered.rests(briefing.summary_rests_on, "summary", place)
        summary = self.said(briefing.summary) + self.marks(briefing.address, marks)
        yield tag("p", summary, class_="cb-bottom-line", id="bottom-line")
        written = tag("time", day_words(briefing.date), datetime=briefing.date)
        amended = amended_on(briefing)
        if amended:
            changed = tag("a", "what changed", href=f"{briefing.address}#corrections")
            written += f" · significantly amended {amended} ({changed})"
        yield tag(
            "header",
            self._draft(briefing),
            tag("p", "Written ", written),
            tag("p", plain(self.figures.reviewed_so(briefing)), " ",
                tag("a", "What this means", href="method/#states"),
                class_=f"cb-review cb-review-{state}"),
            class_="cb-dates cb-fine",
        )  # fmt: skip
        yield self._banner(sources)
        yield tag("p", class_="cb-switch", data_switch="evidence", hidden="")

    def _draft(self, briefing: Briefing) -> str:
        if briefing.path not in self.figures.whole.public.drafts:
            return ""
        return tag("p", "Draft: shown in the local preview only.", class_="cb-draft")

    def _banner(self, sources: list[Source]) -> str:
        """That all rests on one source, where it does."""
        if len(sources) != 1:
            return ""
        only = sources[0]
        said = f", {only.publisher}." if only.publisher else "."
        said += f" {only.descriptor}" if only.descriptor else ""
        words = tag("strong", "Everything on this page rests on one source:")
        told = tag("p", words, " ", self.source(only), plain(said), self.inferred(known_from(only)))
        return tag("div", told, aria_label="One source", class_="cb-banner cb-fine", role="note")

    def inferred(self, known: str) -> str:
        """What of a source is only inferred, after other words."""
        return f" {tag('span', f'Its {plain(known)}.', class_='cb-inferred')}" if known else ""

    def _judgement(
        self, at: int, judgement: Judgement, briefing: Briefing, numbered: Numbered
    ) -> str:
        own = f"judgement-{judgement.id}"
        address = f"{briefing.address}#{own}"
        marks = numbered.rests(judgement.rests_on, f"judgement {at}", address)
        text = self.said(judgement.text) + self.marks(briefing.address, marks)
        return tag(
            "li",
            tag("p", text, class_="cb-judgement"),
            tag("p", self._word(judgement), self.permalink(f"judgement {at}", address),
                class_="cb-judgement-word cb-fine"),
            self._reasons(judgement),
            self.inline_evidence(self.rested_on(briefing, judgement.rests_on)),
            id=own,
        )  # fmt: skip

    def _reasons(self, judgement: Judgement) -> str:
        """What a judgement says of itself beside its text."""
        given = (
            (term, getattr(judgement, field)) for field, term in phrases.REASONS.items()
        )  # fmt: skip
        told = [tag("dt", term) + tag("dd", self.said(text)) for term, text in given if text]
        return tag("dl", *told, class_="cb-reasons cb-facts cb-fine") if told else ""

    def _word(self, judgement: Judgement) -> str:
        kind, word = "likelihood", judgement.likelihood
        if not word:
            kind, word = "confidence", judgement.confidence
        if not word:
            return ""
        scale = tag("a", kind.capitalize(), href=f"method/#{kind}")
        said = tag("span", plain(word), class_=f"cb-{kind}")
        return f"{scale}: {said}, which stands for {phrases.RANGES.get(word, '')}"

    def permalink(self, name: object, address: str) -> str:
        """The permanent address of something on the page."""
        link = tag("a", "permanent address", aria_label=f"Permanent address of {name}",
                   href=address)  # fmt: skip
        return tag("span", " · ", link, class_="cb-permalink")

    def _event(self, name: str, given: list[Event], briefing: Briefing, numbered: Numbered) -> str:
        label = f"event “{self.title_of(name)}”"
        marks = [
            number for event in given for note in event.evidence
            for number in numbered.rests((note,), label, f"timeline/#{name}")
        ]  # fmt: skip
        return self.small_event(name, self.marks(briefing.address, marks), self.who(name))

    def _foot(self, briefing: Briefing) -> Iterator[str]:
        """The sources, the corrections, and how the page is cited."""
        address, library = briefing.address, self.figures.whole.public.library
        yield self.section(address, "briefing", "sources")
        items = []
        for source in (library.sources[n] for n in briefing.sources if n in library.sources):
            day = day_words(source.published) if source.published else ""
            said = "".join(f", {part}" for part in (source.author, source.publisher, day) if part)
            text = self.source(source) + plain(f"{said}.") + self.inferred(known_from(source))
            if source.descriptor:
                about = tag("span", plain(source.descriptor), class_="cb-descriptor")
                text += f" {about}"
            if source.is_appraised:
                worth = tag("a", plain(worth_of(source)), class_="cb-worth-line",
                            href=f"{source.address}#about")  # fmt: skip
                text += f" {worth}"
            items.append(tag("li", text))
        yield tag("ul", *items, class_="cb-sources")
        yield self.section(address, "briefing", "corrections")
        corrected = [
            tag("li", tag("p", tag("time", day_words(c.date), datetime=c.date), ": ",
                          self.said(c.why)),
                tag("p", "It said: ", tag("del", self.said(c.was))),
                tag("p", "It now says: ",
                    tag("ins", self.said(c.now), class_="cb-corrected")))
            for c in sorted(briefing.corrections, key=lambda c: c.date, reverse=True)
        ]  # fmt: skip
        how = tag("a", "How corrections work", href="method/#corrections")
        none = tag("p", "None so far. ", how)
        yield tag("ol", *corrected, class_="cb-corrections") if corrected else none
        yield self.section(address, "briefing", "cite")
        cited = self.figures.cited_as(briefing)
        yield tag("p", tag("span", plain(cited), class_="cb-cite-text"), " ",
                  tag("span", class_="cb-copy", data_copy=cited), class_="cb-cite")  # fmt: skip
