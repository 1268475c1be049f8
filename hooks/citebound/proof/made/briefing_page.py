"""The page of a briefing, derived again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from citebound.model import Actor, Briefing, Event, Judgement
from citebound.proof.made import phrases
from citebound.proof.made.day_words import day_words
from citebound.proof.made.drawn import Axis
from citebound.proof.made.known import amended_on, known_from, worth_of
from citebound.proof.made.numbered import Numbered
from citebound.proof.made.parts import Parts
from citebound.proof.made.prose import Told
from citebound.proof.made.telling import plain, tag
from citebound.proof.made.whole import without_words


@dataclass(frozen=True)
class BriefingPages(Parts):
    """The pages of briefings."""

    def numbered(self, subject: Briefing | Actor) -> Numbered:
        """The evidence of a subject's page, of which nothing is marked yet."""
        return Numbered(subject, self.figures.whole.public)

    def prose(self, subject: Briefing | Actor, numbered: Numbered) -> str:
        """The prose of a subject, with the evidence that it marks first."""
        self.figures.whole.ground.see("prose of a page")
        return Told(subject, self, numbered).blocks(subject.document.blocks)

    def told_of(self, subject: Briefing | Actor, numbered: Numbered) -> str:
        """The evidence that was marked since the last notes."""
        return self.notes(subject.address, numbered.untold())

    # --- a briefing -------------------------------------------------------------------------

    def briefing(self, briefing: Briefing) -> Iterator[str]:
        """A briefing."""
        address = briefing.address
        numbered = self.numbered(briefing)
        yield self.heading(address, 1, self.said(briefing.title), "top")
        yield from self._head(briefing, numbered)
        if briefing.judgements:
            heading = phrases.HEADINGS["briefing"]["judgements"]
            if len(briefing.judgements) == 1:
                heading = heading.removesuffix("s")
            yield self.heading(address, 2, heading, "judgements")
            items = (
                self._judgement(at, judgement, briefing, numbered)
                for at, judgement in enumerate(briefing.judgements, 1)
            )
            yield tag("ol", *items, class_="cb-judgements cb-plain")
        yield self.prose(briefing, numbered)
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
            axis = self.axis_for(events)
            yield self.small_timeline(axis, {
                name: self._event(name, given[name], briefing, numbered, axis)
                for name in sorted(events, key=self.is_undated)
            })  # fmt: skip
        if briefing.gaps:
            known = self.figures.whole.public.library.sources.keys()
            one = len([name for name in briefing.sources if name in known]) == 1
            said = "What the source does not say" if one else phrases.HEADINGS["briefing"]["gaps"]
            yield self.heading(address, 2, said, "gaps")
            yield tag("ul", *(tag("li", self.said(gap)) for gap in briefing.gaps), class_="cb-gaps")
        yield from self._foot(briefing)

    def _head(self, briefing: Briefing, numbered: Numbered) -> Iterator[str]:
        """When it was written and reviewed, what it rests on, and its summary."""
        library, state = self.figures.whole.public.library, self.figures.state_of(briefing)
        sources = [library.sources[name] for name in briefing.sources if name in library.sources]
        yield self.glance(sources, state, f"{briefing.address}#sources")
        marks = numbered.rests(briefing.summary_rests_on)
        summary = self.said(briefing.summary) + self.marks(briefing.address, marks)
        yield tag("p", summary, class_="cb-bottom-line", id="bottom-line")
        yield self.told_of(briefing, numbered)
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
        yield tag("p", class_="cb-switch", data_switch="evidence", hidden="")

    def _draft(self, briefing: Briefing) -> str:
        if briefing.path not in self.figures.whole.public.drafts:
            return ""
        return tag("p", "Draft: shown in the local preview only.", class_="cb-draft")

    def inferred(self, known: str) -> str:
        """What of a source is only inferred, after other words."""
        return f" {tag('span', f'Its {plain(known)}.', class_='cb-inferred')}" if known else ""

    def _judgement(
        self, at: int, judgement: Judgement, briefing: Briefing, numbered: Numbered
    ) -> str:
        own = f"judgement-{judgement.id}"
        address = f"{briefing.address}#{own}"
        marks = numbered.rests(judgement.rests_on)
        text = self.said(judgement.text) + self.marks(briefing.address, marks)
        return tag(
            "li",
            tag("p", text, class_="cb-judgement"),
            self.told_of(briefing, numbered),
            tag("p", self._word(judgement), self.permalink(f"judgement {at}", address),
                class_="cb-judgement-word cb-fine"),
            self._reasons(judgement),
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
        return phrases.STANDS_FOR.format(kind=scale, word=said, range=phrases.RANGES.get(word, ""))

    def permalink(self, name: object, address: str) -> str:
        """The permanent address of something on the page."""
        link = tag("a", "permanent address", aria_label=f"Permanent address of {name}",
                   href=address)  # fmt: skip
        return tag("span", " · ", link, class_="cb-permalink")

    def _event(self, name: str, given: list[Event], briefing: Briefing, numbered: Numbered,
               axis: Axis | None) -> str:  # fmt: skip
        marks = numbered.rests(note for event in given for note in event.evidence)
        after = self.who(name) + self.told_of(briefing, numbered)
        return self.small_event(name, axis, self.marks(briefing.address, marks), after)

    def _foot(self, briefing: Briefing) -> Iterator[str]:
        """The sources, the corrections, and how the page is cited."""
        address, library = briefing.address, self.figures.whole.public.library
        sources = [library.sources[n] for n in briefing.sources if n in library.sources]
        one = len(sources) == 1
        yield self.heading(address, 2, "About the source" if one else "Sources", "sources")
        yield tag("p", "Everything on this page rests on one source.") if one else ""
        items = []
        for source in sources:
            day = day_words(source.published) if source.published else ""
            said = "".join(f", {part}" for part in (source.author, source.publisher, day) if part)
            live = ""
            if source.url.startswith(("https://", "http://")):
                link = tag("a", "at the original", class_="cb-original",
                           href=without_words(source.url), rel="external noopener")  # fmt: skip
                live = f" ({link})"
            text = (
                self.source(source) + plain(said) + live + "." + self.inferred(known_from(source))
            )
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
                tag("p", phrases.JUDGEMENT_SAID if c.judgement else phrases.IT_SAID,
                    tag("del", self.said(c.was))),
                tag("p", "" if c.judgement else phrases.IT_NOW_SAYS,
                    tag("ins", self.said(c.now), class_="cb-corrected")),
                id=f"judgement-{c.judgement}" if c.judgement else None)
            for c in sorted(briefing.corrections, key=lambda c: c.date, reverse=True)
        ]  # fmt: skip
        how = tag("a", "How corrections work", href="method/#corrections")
        none = tag("p", "None so far. ", how)
        yield tag("ol", *corrected, class_="cb-corrections") if corrected else none
        yield self.section(address, "briefing", "cite")
        cited = self.figures.cited_as(briefing)
        yield tag("p", tag("span", plain(cited), class_="cb-cite-text"), " ",
                  tag("span", class_="cb-copy", data_copy=cited), class_="cb-cite")  # fmt: skip
