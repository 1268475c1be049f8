"""The parts that pages have in common, derived again: headings, marks, events, uses, evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from citebound.dates import DateError, parse
from citebound.dates.edtf import Edtf
from citebound.model import Briefing, EventDate, Passage, Source
from citebound.proof.made import phrases
from citebound.proof.made.date_rules import rule_told
from citebound.proof.made.day_words import day_words, first_day
from citebound.proof.made.drawn import Axis, axis_of
from citebound.proof.made.numbered import Evidenced
from citebound.proof.made.parties import TO_COME, Role, plain_roles
from citebound.proof.made.passages import Use
from citebound.proof.made.shown import ShownAgain
from citebound.proof.made.telling import part, plain, tag

_LENGTHS = (4, 7, 10)
"""How long a year, a month and a day are as HTML knows them."""


def _rule_of(given: EventDate, *, to_come: bool) -> str:
    """The rule by which the phrase of a date is counted, in words."""
    if given.unresolved:
        return phrases.UNRESOLVED
    counted = str(given.counted_from or "published")
    # From a date of the evidence, what lies after it is counted forward.
    after = counted != "published" and parse(given.edtf).upper > parse(counted).upper
    return rule_told(given.phrase or "", to_come=to_come or after)


@dataclass(frozen=True)
class Parts(ShownAgain):
    """The parts of pages. Lines are as :mod:`citebound.proof.made.telling` has them."""

    def heading(self, address: str, level: int, words: str, anchor: str) -> str:
        """A heading with the link to itself."""
        link = tag("a", "#", class_="headerlink", href=f"{address}#{anchor}",
                   title="Address of this section")  # fmt: skip
        return tag(f"h{level}", words, link, id=anchor)

    def section(self, address: str, kind: str, anchor: str) -> str:
        """The heading of a section that pages of a kind have."""
        return self.heading(address, 2, phrases.HEADINGS[kind][anchor], anchor)

    def glance(
        self, sources: Iterable[Source], state: str = "unsigned", about: str | None = None
    ) -> str:
        """How many sources a page rests on, up to which day they inform, and its review. The
        first leads to what is said of them at the address ``about``.
        """
        known = {source.id: source for source in sources}
        if not known:
            return ""
        only, *others = known.values()
        many = phrases.SOURCES.format(number=len(known))
        said = many if others else phrases.ONE_SOURCE
        about = about or (None if others else only.address)
        parts = [tag("a", said, href=about) if about else said]
        days = {str(source.published) for source in known.values()}
        if "" not in days:
            last = max(days, key=lambda day: parse(day).upper.isoformat())
            told = plain(phrases.UP_TO.format(day=day_words(last)))
            parts.append(tag("a", told, href="method/#dates"))
        parts.append(
            tag("a", phrases.REVIEWS[state], class_=f"cb-review-{state}", href="method/#states")
        )
        return tag("p", " · ".join(parts), class_="cb-glance cb-fine")

    def link(self, title: object, address: str) -> str:
        """A link that is called by a title of ours."""
        return tag("a", self.said(title), href=address)

    def links(self, briefings: Iterable[Briefing]) -> str:
        """The list of some briefings."""
        items = [tag("li", self.link(b.title, b.address)) for b in briefings]
        return tag("ul", *items, class_="cb-links cb-plain")

    def mark(self, address: str, number: int, anchor: str) -> str:
        """A mark of evidence, with an address of its own."""
        return tag("a", tag("sup", str(number)), aria_label=f"Evidence {number}", class_="cb-mark",
                   data_evidence=f"e-{number}", href=f"{address}#e-{number}",
                   id=anchor)  # fmt: skip

    def marks(self, address: str, marks: Iterable[tuple[int, str]]) -> str:
        """Marks of evidence."""
        return "".join(self.mark(address, *mark) for mark in marks)

    def uses(self, passage: Passage) -> str:
        """The list of what rests on a passage."""
        return self.uses_told(self.figures.using.get(passage.identity, ()))

    def uses_told(self, uses: Iterable[Use]) -> str:
        """The list of some uses."""
        items = []
        for use in uses:
            title = use.subject.title if isinstance(use.subject, Briefing) else use.subject.name
            kind = tag("span", phrases.KINDS_OF_USE[use.kind], class_="cb-use-kind")
            items.append(
                tag("li", kind, " ", self.link(title, use.address), ": ", self.said(use.words))
            )
        return tag("ul", *items, class_="cb-uses cb-fine cb-plain") if items else ""

    def used_by(self, passage: Passage, begins: str, ends: str) -> str:
        """The list of what rests on a passage, to be opened."""
        uses = self.uses(passage)
        if not uses:
            return ""
        number = len(self.figures.using[passage.identity])
        many = "" if number == 1 or ends == ")" else "s"
        summary = tag("summary", f"{begins}{number}{ends}{many}")
        return tag("details", summary, uses, class_="cb-used-by")

    def table(self, kind: str, caption: str, rows: Iterable[str], *, sorts: bool = False,
              label: str = "") -> str:  # fmt: skip
        """A table of a page of a kind, the first unless ``label`` is that of another; the reader
        may sort one that ``sorts``.
        """
        columns = phrases.COLUMNS[kind]
        head = (
            part("th", column, scope="col", data_sort=self._sort(column) if sorts else None)
            for column in columns
        )
        table = part(
            "table", tag("caption", caption),
            part("thead", part("tr", *head)), part("tbody", *rows),
            class_="cb-table", data_sortable="" if sorts else None,
        )  # fmt: skip
        label = label or phrases.TABLES[kind][0]
        return tag("section", table, aria_label=label, class_="cb-scroll", tabindex="0")

    def _sort(self, column: str) -> str:
        return "number" if column in ("Para.", "Used") else "text"

    # --- evidence ---------------------------------------------------------------------------

    def notes(self, address: str, items: Iterable[Evidenced]) -> str:
        """The evidence that stands after a block."""
        notes = [self._note(address, item) for item in items]
        return tag("div", *notes, class_="cb-beside") if notes else ""

    def _note(self, address: str, item: Evidenced) -> str:
        name = f"evidence {item.number}"
        held = [tag("a", str(item.number), aria_label=f"Back to the first mark of {name}",
                    class_="cb-number", href=f"{address}#m-{item.number}-1")]  # fmt: skip
        held += map(self.full, item.passages)
        if item.elsewhere:
            links = (tag("a", str(n), href=f"{address}#e-{n}") for n in item.elsewhere)
            again = phrases.AGAIN_TOO if item.passages else phrases.AGAIN
            said = again.format(numbers=", ".join(links))
            held.append(tag("p", said, class_="cb-again cb-fine"))
        held += [self.withheld(source, paragraph) for source, paragraph in item.withheld]
        if item.note:
            held.append(
                tag(
                    "p",
                    phrases.OUR_NOTE.format(words=plain(item.note)),
                    class_="cb-evidence-note cb-fine",
                )
            )
        return tag("div", *held, aria_label=name.capitalize(), class_="cb-note",
                   id=f"e-{item.number}", role="note")  # fmt: skip

    def withheld(self, source: Source, paragraph: int | None) -> str:
        """A place whose words may not be shown."""
        where = f", para. {paragraph}" if paragraph else ""
        return tag("p", "Evidence: ", self.source(source), where,
                   ". Its words are not shown for reasons of rights.",
                   class_="cb-withheld cb-fine")  # fmt: skip

    # --- events -----------------------------------------------------------------------------

    def roles(self, given: Iterable[Role]) -> str:
        """Roles, each with our reading where there is one."""
        return plain_roles((plain(role), self.said(reading)) for role, reading in given)

    def party(self, name: str, actor: str) -> str:
        """An actor in an event, with its roles there."""
        return f"{self.actor(actor)} ({self.roles(self.figures.roles_in(name)[actor])})"

    def who(self, name: str) -> str:
        """Who is in an event, and as what."""
        parties = [
            tag("span", self.party(name, actor), class_="cb-party")
            for actor in self.figures.roles_in(name)
        ]
        if not parties:
            return ""
        return tag("p", f"Who: {', '.join(parties)}", class_="cb-event-actors cb-fine")

    def status_of(self, name: str) -> str:
        """The status of an event: one word, ``disputed`` where briefings do not agree."""
        return next(iter(self.figures.statuses_of(name)), "")

    def status(self, word: str) -> str:
        """A status."""
        return tag("span", plain(word), class_=f"cb-status cb-status-{word}")

    def why(self, name: str) -> str:
        """Why we say that an event was when it was; "" where the source prints its date."""
        event = self.figures.events[name]
        if event.date is None:
            return ""
        return self._why(event.date, self.defining(name), to_come=str(event.status) in TO_COME)

    def event_date(self, name: str) -> str:
        """When an event was, the phrase that says so or that none does, and its status."""
        given, why = self.figures.events[name].date, self.why(name)
        if given is None:
            return ""
        brief = why if given.phrase is None else f"“{given.phrase}”"
        because = f" {tag('span', f'({plain(brief)})', class_='cb-why')}" if brief else ""
        status = self.status(self.status_of(name))
        return tag("p", self._day(given), because, " ", status, class_="cb-when cb-fine")

    def defining(self, name: str) -> list[Passage]:
        """What the briefing that defines an event rests it on."""
        briefing, event = self.figures.based_on(name)[0]
        bound = self.figures.whole.public.bindings[briefing.path]
        return [passage for note in event.evidence for passage in bound.evidence(note)]

    def dated(self, given: EventDate, passages: Sequence[Passage]) -> str:
        """A date in words, with its reason."""
        day, why = self._day(given), self._why(given, passages, to_come=False)
        return f"{day} {tag('span', f'({plain(why)})', class_='cb-why')}" if why else day

    def _day(self, given: EventDate) -> str:
        edtf = str(given.edtf)
        value = parse(edtf)
        if len(edtf) in _LENGTHS and edtf.replace("-", "").isdecimal():
            return tag("time", day_words(edtf), datetime=value.text)
        first, last = first_day(value), value.upper.isoformat()
        return tag("span", day_words(edtf), data_edtf=value.text, data_max=last, data_min=first)

    def _why(self, given: EventDate, passages: Sequence[Passage], *, to_come: bool) -> str:
        """The reason of a date; "" where the source prints it."""
        source = self._source(passages[0]) if passages else None
        published = str(source.published) if source else ""
        if given.phrase is None:
            bounds = (f"[..{published}]", f"[{published}..]" if to_come else "")
            return phrases.NO_DATE if published and given.edtf in bounds else ""
        counted = str(given.counted_from or "")
        counted = published if counted == "published" else counted
        try:
            start = f", counted from {day_words(parse(counted).text)}" if counted else ""
        except DateError:
            start = ""
        return f"“{given.phrase}”{start}: {_rule_of(given, to_come=to_come)}"

    def axis_for(self, names: Sequence[str]) -> Axis | None:
        """The axis of the events of a page, where there are two or more."""
        return axis_of(map(self._value, names)) if names[1:] else None

    def small_event(self, name: str, axis: Axis | None, marks: str = "", after: str = "") -> str:
        """An event in the list of a briefing or an actor."""
        title = tag("p", self.event_link(name), marks, class_="cb-event-title")
        told = tag("div", title, self.event_date(name), class_="cb-event-text")
        value = self._value(name)
        undated = " cb-undated" if value.is_open_start else ""
        return tag("li", told, axis.row(value) if axis else "", after, class_=f"cb-event{undated}")

    def is_undated(self, name: str) -> bool:
        """Whether nothing says before when an event was not."""
        return self._value(name).is_open_start

    def _value(self, name: str) -> Edtf:
        date = self.figures.events[name].date
        return parse(str(date.edtf) if date else "")

    def event_title(self, name: str) -> str:
        """What an event is called; where another has the same title, when it was as well."""
        return self.said(self.figures.events[name].title) + self._apart(name)

    def event_link(self, name: str) -> str:
        """A link to an event in the timeline."""
        return tag("a", self.event_title(name), href=f"timeline/#{name}")

    def called(self, name: str) -> str:
        """What an event is called, in quotation marks."""
        return f"“{self.figures.events[name].title}”{self._apart(name)}"

    def _apart(self, name: str) -> str:
        date = self.figures.events[name].date
        is_shared = name in self.figures.sharing_titles
        return f" ({day_words(date.edtf)})" if date and is_shared else ""

    def small_timeline(self, axis: Axis | None, items: Mapping[str, str]) -> str:
        """The events of a briefing or an actor, those without a beginning last."""
        dated = [name for name in items if not self._value(name).is_open_start]
        in_order = dict.fromkeys((*dated, *items))
        listed = tag(
            "ol",
            *(items[name] for name in in_order),
            class_="cb-timeline cb-timeline-small cb-plain",
        )
        if axis is None:
            return listed
        drawn = tag("a", "How dates are drawn", href="timeline/#cb-legend")
        return axis.head() + listed + tag("p", drawn, class_="cb-fine")
