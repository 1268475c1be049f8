"""The timeline, derived again, and the filters of lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from citebound.dates import OPEN_HORIZON_YEARS, parse
from citebound.dates.edtf import Edtf
from citebound.proof.made import phrases
from citebound.proof.made.dates import MONTHS, says_no_time
from citebound.proof.made.day_words import day_words, first_day, surely
from citebound.proof.made.drawn import Axis, axis_of, legend
from citebound.proof.made.source_page import SourcePages
from citebound.proof.made.telling import plain, tag

_UNTIL_AXIS = 6
"""After so many events the axis stands there again."""


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
        yield self._counted([name for name, _ in events])
        yield self._timeline_filter(events)
        yield legend()
        axis = axis_of(value for _, value in events)
        since = 0
        for (words, anchor), under in groupby(events, key=lambda pair: self._under(pair[1])):
            if not 0 < since < _UNTIL_AXIS:
                yield axis.head()
                since = 0
            yield self.heading("timeline/", 2, plain(words), anchor)
            items = [self._event_listed(name, value, axis) for name, value in under]
            since += len(items)
            listed = tag("ol", *items, class_="cb-timeline cb-plain")
            if anchor.startswith("y"):
                yield tag("div", listed, class_="cb-year")
                continue
            note = ("The source gives no beginning for these; what it says of their time stands "
                    "with each.")  # fmt: skip
            note = tag("p", note, class_="cb-section-note cb-fine")
            yield tag("div", note, listed, class_="cb-year cb-undated")

    def _counted(self, names: Sequence[str]) -> str:
        """From which day relative dates are counted, and how that day is known."""
        library, events = self.figures.whole.public.library, self.figures.events
        counted = {
            name: library.sources[resting[0].source] for name in names
            if (date := events[name].date) and date.counted_from == "published"
            and (resting := self.defining(name))
        }  # fmt: skip
        counted = {name: source for name, source in counted.items() if source.published}
        said = ""
        for name in [*counted][:1]:
            given, only = events[name].date, counted[name]
            phrase = plain(given.phrase) if given and given.phrase else ""
            quoted = tag("span", f"“{phrase}”", class_="cb-why")
            said = f"Relative dates, such as {quoted}, are counted from "
            if {source.id for source in counted.values()} == {only.id}:
                link = tag("a", "source", href=only.address)
                known = only.known_from.get("published")
                said += f"{day_words(only.published)}, the day on which the {link} was published."
                said += (f" That day is known only from the {plain(known)}, not printed in the "
                         "text we hold." if known else "")  # fmt: skip
            else:
                said += "the day on which their source was published; each says from which."
            said += " "
        read = tag("a", "How dates are read", href="method/#dates")
        return tag("p", said, read, class_="cb-section-note cb-fine")

    def _under(self, value: Edtf) -> tuple[str, str]:
        """The heading under which an event stands: its year, or until when it was."""
        if not value.is_open_start:
            return str(value.lower.year), f"y{value.lower.year}"
        last = value.upper.isoformat()
        return f"By {day_words(last)}", f"until-{last}"

    def _event_listed(self, name: str, value: Edtf, axis: Axis) -> str:
        status = self.status_of(name)
        bases, actors = self.figures.based_on(name), self.figures.roles_in(name)
        held = [tag("h3", self.event_title(name), class_="cb-event-title"), self.event_date(name)]
        if status == "disputed" and len({str(e.status) for _, e in bases if e.status}) > 1:
            held += [
                tag("p", self.status(e.status), " by ", self.link(b.title, b.address),
                    class_="cb-claim cb-fine")
                for b, e in bases if e.status
            ]  # fmt: skip
        resting, why = self.figures.resting[name], self.why(name)
        basis = [tag("summary", f"What it rests on ({len(resting)})")]
        if why not in ("", phrases.NO_DATE):
            basis.append(tag("p", f"The date: {plain(why)}", class_="cb-date-why cb-fine"))
        basis += map(self.full, resting)
        basis.append(self.who(name))
        saying = ", ".join(self.link(b.title, b.address) for b, _ in bases)
        permalink = self.permalink(self.called(name), f"timeline/#{name}")
        basis.append(tag("p", f"In: {saying}{permalink}", class_="cb-event-briefings cb-fine"))
        first, last = first_day(value), value.upper.isoformat()
        # Of no time that the source gives: a bound alone.
        lasted, begun = (
            (None, None) if says_no_time(self.figures.events[name].date) else surely(value)
        )
        return tag(
            "li", tag("div", *held, class_="cb-event-text"), axis.row(value),
            tag("details", *basis, class_="cb-event-basis"), class_="cb-event",
            data_actors=" ".join(actors), data_begun=begun, data_lasted=lasted, data_max=last,
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
        numbered = {f"{at:02}": month for at, month in enumerate(MONTHS, 1)}
        times = []
        for side in ("From", "To"):
            year = tag("input", max=last, min=first, name=side.lower(), step="1", type="number")
            times += [
                tag("label", f"{side} year ", year),
                self.select(f"{side} month", numbered, by_name=False, every="any"),
            ]
        horizon = f"up to {OPEN_HORIZON_YEARS} years"
        said = (
            "What a filter by time keeps is dated to that time, or is known to have lasted into "
            "it. What may have been then, because its date is open or wider, is counted beside it: "
            f"“2025 or later” {horizon} on, “by” a date {horizon} back."
        )
        fields = (
            (self.select("Actor", actors),
             self.select("Status", {word: word for word in statuses}, by_name=False),
             self.select("Source", sources)),
            (*times, *self._buttons()),
        )  # fmt: skip
        what = tag("summary", "Filter by actor, status, source or time")
        held = tag("details", what, *(tag("div", *each, class_="cb-fields") for each in fields),
                   tag("p", said))  # fmt: skip
        box = tag("input", name="may", type="checkbox", value="1")
        asks = ("Also show what may have been then: ", tag("span"))
        also = tag("label", box, *asks, class_="cb-also", hidden="")
        return self._form("timeline", held, after=also)

    # --- filters ----------------------------------------------------------------------------

    def titles(self) -> dict[str, str]:
        """The titles of sources by their ids."""
        sources = self.figures.whole.public.library.sources.values()
        return {source.id: str(source.title) for source in sources}

    def filter(self, name: str, fields: Iterable[str]) -> str:
        """The filter of a list."""
        return self._form(name, *fields, *self._buttons())

    def _buttons(self) -> tuple[str, str]:
        return tag("button", "Filter", type="submit"), tag("button", "Reset", type="reset")

    def _form(self, name: str, *held: str, after: str = "") -> str:
        return tag(
            "form", *held, tag("output", aria_live="polite"), after,
            aria_label=f"Filter the {name}", class_="cb-filter cb-fine", data_filter=name,
            hidden="",
        )  # fmt: skip

    def select(self, name: str, known: Mapping[str, str], *, by_name: bool = True,
               every: str = "all") -> str:  # fmt: skip
        """A field of a filter, with what may be chosen by its value."""
        pairs = [*known.items()]
        if by_name:
            pairs.sort(key=lambda pair: (pair[1].casefold(), pair[0]))
        options = [tag("option", plain(words), value=value) for value, words in pairs]
        held = tag("select", tag("option", every, value=""), *options,
                   name=name.lower().replace(" ", "-"))  # fmt: skip
        return tag("label", f"{name} ", held)
