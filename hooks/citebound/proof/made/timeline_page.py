"""The timeline, derived again, and the filters of lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from citebound.dates import OPEN_HORIZON_YEARS, parse
from citebound.dates.edtf import Edtf
from citebound.proof.made.day_words import day_words, first_day
from citebound.proof.made.source_page import SourcePages
from citebound.proof.made.strip import Dated, strip
from citebound.proof.made.telling import plain, tag


@dataclass(frozen=True)
class TimelinePage(SourcePages):
    """The timeline."""

    def timeline(self) -> Iterator[str]:
        """The timeline."""
        yield self.heading("timeline/", 1, "Timeline", "top")
        events = [(name, parse(e.date.edtf)) for name, e in self.named.events if e.date]
        events.sort(key=lambda pair: pair[1].is_open_start)
        if not events:
            yield tag("p", "There are no events yet.")
            return
        sources = self.figures.whole.public.library.sources
        named = (source for name, _ in events for source in self.figures.resting_sources(name))
        yield self.glance(sources[name] for name in named)
        yield self._timeline_filter(events)
        read = tag("a", "How dates are read", href="method/#dates")
        horizon = f"up to {OPEN_HORIZON_YEARS} years"
        yield tag("p", "Dates are as precise as the source has them. An open date, such as “2025 "
                  f"or later”, is found under each year it may mean, {horizon} on; “by” a date "
                  f"{horizon} back. ", read, class_="cb-section-note cb-fine")  # fmt: skip
        yield strip([Dated(n, self.title_of(n), self.status_of(n), v) for n, v in events])
        for (words, anchor), under in groupby(events, key=lambda pair: self._under(pair[1])):
            yield self.heading("timeline/", 2, plain(words), anchor)
            items = (self._event_listed(name, value) for name, value in under)
            yield tag("ol", *items, class_="cb-timeline cb-plain")

    def _under(self, value: Edtf) -> tuple[str, str]:
        """The heading under which an event stands: its year, or until when it was."""
        if not value.is_open_start:
            return str(value.lower.year), f"y{value.lower.year}"
        last = value.upper.isoformat()
        return f"By {day_words(last)}", f"until-{last}"

    def _event_listed(self, name: str, value: Edtf) -> str:
        status, title = self.status_of(name), self.title_of(name)
        bases, actors = self.figures.based_on(name), self.figures.roles_in(name)
        held = [
            tag("h3", self.said(title), class_="cb-event-title"),
            tag("p", self.when(name), " ", self.status(status), class_="cb-when cb-fine"),
        ]
        if status == "disputed" and len({str(e.status) for _, e in bases if e.status}) > 1:
            held += [
                tag("p", self.status(e.status), " by ", self.link(b.title, b.address),
                    class_="cb-claim cb-fine")
                for b, e in bases if e.status
            ]  # fmt: skip
        held += map(self.full, self.figures.resting[name])
        held.append(self.who(name))
        saying = ", ".join(self.link(b.title, b.address) for b, _ in bases)
        permalink = self.permalink(f"“{title}”", f"timeline/#{name}")
        held.append(tag("p", f"In: {saying}{permalink}", class_="cb-event-briefings cb-fine"))
        first, last = first_day(value), value.upper.isoformat()
        return tag(
            "li", *held, class_="cb-event", data_actors=" ".join(actors), data_max=last,
            data_min=first, data_sources=" ".join(self.figures.resting_sources(name)),
            data_status=status, id=name,
        )  # fmt: skip

    def _timeline_filter(self, events: Sequence[tuple[str, Edtf]]) -> str:
        names, titles = self.figures.whole.ground.names, self.titles()
        every = [name for name, _ in events]
        actors = {a: names.get(a, a) for name in every for a in self.figures.roles_in(name)}
        sources = {s: titles[s] for name in every for s in self.figures.resting_sources(name)}
        statuses = sorted({self.status_of(name) for name in every})
        first = min(first_day(value) for _, value in events)[:4]
        last = f"{max(value.upper for _, value in events).year:04}"
        years = (
            tag("label", f"{side} year ", tag("input", max=last, min=first, name=side.lower(),
                                              step="1", type="number"))
            for side in ("From", "To")
        )  # fmt: skip
        return self.filter("timeline", [
            self.select("Actor", actors),
            self.select("Status", {word: word for word in statuses}, by_name=False),
            self.select("Source", sources), *years,
        ])  # fmt: skip

    # --- filters ----------------------------------------------------------------------------

    def titles(self) -> dict[str, str]:
        """The titles of sources by their ids."""
        sources = self.figures.whole.public.library.sources.values()
        return {source.id: str(source.title) for source in sources}

    def filter(self, name: str, fields: Iterable[str]) -> str:
        """The filter of a list."""
        return tag(
            "form", *fields, tag("button", "Filter", type="submit"),
            tag("button", "Reset", type="reset"), tag("output", aria_live="polite"),
            aria_label=f"Filter the {name}", class_="cb-filter cb-fine", data_filter=name,
            hidden="",
        )  # fmt: skip

    def select(self, name: str, known: Mapping[str, str], *, by_name: bool = True) -> str:
        """A field of a filter, with what may be chosen by its value."""
        pairs = [*known.items()]
        if by_name:
            pairs.sort(key=lambda pair: (pair[1].casefold(), pair[0]))
        options = [tag("option", plain(words), value=value) for value, words in pairs]
        held = tag("select", tag("option", "all", value=""), *options, name=name.lower())
        return tag("label", f"{name} ", held)
