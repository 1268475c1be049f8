"""What each field of a page must say: looked up in what is public, by the name of the field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from citebound.checks.review import changes
from citebound.dates import OPEN_HORIZON_YEARS, DateError, in_words, parse, years
from citebound.dates.edtf import Edtf
from citebound.model import Actor, Briefing, Event, Footnote, Source
from citebound.model.tree import Quoted, Words, leaves_of, runs_of
from citebound.pages.page import Page
from citebound.passages.answers import Bound
from citebound.proof.made import phrases
from citebound.proof.made.derived import folded as one_line
from citebound.proof.made.passages import inserted, stands_for, uses_of
from citebound.proof.made.whole import Whole, titles, told
from citebound.proof.nodes import Element, with_single_spaces

Thing = Briefing | Actor | Source

KNOWN = {"title": "title", "publisher": "publisher", "published": "date", "author": "author"}
_RECORDS = frozenset(("article", "li", "tr", "div"))
_REASON = re.compile("“(?P<phrase>.*)”(?:, counted from (?P<date>.+))?")


@dataclass(frozen=True, slots=True)
class Here:
    """Where a field stands: its page, and the elements around it, the innermost last."""

    page: Page
    path: tuple[Element, ...]

    @property
    def element(self) -> Element:
        """The element that holds the field."""
        return self.path[-1]

    def nearest(self, tags: Iterable[str]) -> Element | None:
        """The innermost element around the field with one of some tags."""
        return next((e for e in reversed(self.path) if e.tag in tags), None)

    def within(self, name: str) -> Element | None:
        """The innermost element around the field with this class."""
        return next((e for e in reversed(self.path) if name in (e.get("class") or "")), None)


def day_words(written: str) -> str:
    """A date in words, or as it is written where it is none."""
    try:
        return in_words(parse(written))
    except DateError:
        return written


def known_from(source: Source) -> str:
    """What is said of the facts of a source that are only inferred."""
    by: dict[str, list[str]] = {}
    for name, where in source.known_from.items():
        by.setdefault(str(where), []).append(KNOWN.get(name, name))
    return "; ".join(
        f"{', '.join(names[:-1])}{' and ' if names[1:] else ''}{names[-1]} "
        f"{'are' if names[1:] else 'is'} known only from the {where}, "
        "not printed in the text we hold"
        for where, names in by.items()
    )


@dataclass(frozen=True)
class Fields:
    """The truth of each field. A method has the name of its field; it is given what a page says
    there, and where.
    """

    whole: Whole

    # --- what there is ---------------------------------------------------------------------

    @cached_property
    def things(self) -> dict[str, Thing]:
        """Briefings, actors and sources by address."""
        library = self.whole.public.library
        found: dict[str, Thing] = {subject.address: subject for subject in library.subjects()}
        return found | {source.address: source for source in library.sources.values()}

    @cached_property
    def events(self) -> dict[str, Event]:
        """What defines each event, by its id."""
        found = {}
        for name, given in self.whole.ground.events.items():
            first = min(given, key=lambda event: event.ref)
            if not first.ref and first.date is not None:
                found[name] = first
        return found

    @cached_property
    def titles(self) -> dict[str, str]:
        """What each page is called."""
        return {address: told(title) for address, title in titles(self.whole.public).items()}

    @cached_property
    def uses(self) -> dict[str, set[str]]:
        """What rests on passages, in words, by its address."""
        found: dict[str, set[str]] = {}
        for use, _ in uses_of(self.whole.public):
            found.setdefault(use.address, set()).add(told(use.words))
        return found

    def linked(self, here: Here) -> Iterator[Thing]:
        """What the record around a field leads to, the page's own thing after it."""
        record = here.nearest(_RECORDS)
        for element in record.elements() if record else ():
            href = element.get("href")
            if element.tag == "a" and href:
                address = self.whole.leads(href, here.page)
                if address in self.things:
                    yield self.things[address]
        if here.page.address in self.things:
            yield self.things[here.page.address]

    def _source(self, here: Here) -> Source | None:
        return next((thing for thing in self.linked(here) if isinstance(thing, Source)), None)

    def _own(self, here: Here) -> Thing | None:
        return self.things.get(here.page.address)

    def _briefing(self, here: Here) -> Briefing | None:
        own = self._own(here)
        return own if isinstance(own, Briefing) else None

    # --- titles, links, addresses ----------------------------------------------------------

    def title(self, text: str, here: Here) -> bool:
        page = here.page
        if page.kind == "home":
            return text == with_single_spaces(self.whole.facts.site_name)
        if page.kind == "quotations":
            number = page.address.removeprefix("quotations/").strip("/")
            return text == (f"Quotations, page {number}" if number else "Quotations")
        known = phrases.TITLES.get(page.kind) or self.titles.get(page.address)
        return known is not None and text == known

    def language(self, text: str, here: Here) -> bool:
        first = next(
            (e.get("data-quote") for e in here.element.elements() if e.get("data-quote")), None
        )
        if first:
            return text == self.whole.ground.passage(first).source.language
        return any(s.language == text for s in self.whole.public.library.sources.values())

    def anchored(self, text: str, here: Here) -> bool:
        return text == f"{here.page.address}#{here.path[-2].get('id')}"

    def link(self, text: str, here: Here) -> bool:
        return self.whole.is_there(text)

    def titled(self, text: str, here: Here) -> bool:
        address = self.whole.leads(here.element.get("href") or "", here.page)
        name = text.replace("'", "’")
        return any(name == known.replace("'", "’") for known in self.whole.called.get(address, ()))

    def title_of_subject(self, text: str, here: Here) -> bool:
        """The page on which something rests on a passage; an event stands on the timeline."""
        address = self.whole.leads(here.element.get("href") or "", here.page)
        page, _, fragment = address.partition("#")
        if page != "timeline/":
            return text == self.titles.get(page)
        return text in self._saying.get(fragment, ())

    @cached_property
    def _saying(self) -> dict[str, set[str]]:
        """The titles of the briefings that say something of an event."""
        found: dict[str, set[str]] = {}
        for briefing in self.whole.public.library.briefings:
            for event in briefing.events:
                found.setdefault(str(event.id), set()).add(told(briefing.title))
        return found

    def anchor(self, text: str, here: Here) -> bool:
        kind = here.page.kind
        return (
            text in phrases.HEADINGS.get(kind, ())
            or (kind == "source" and text == "text")
            or (kind == "timeline" and re.fullmatch(r"y\d+|until-[\d-]+", text) is not None)
            or (kind == "actors" and text.startswith("kind-"))
        )

    def section(self, text: str, here: Here) -> bool:
        kind, anchor = here.page.kind, here.element.get("id") or ""
        if kind == "timeline":
            return self._year(text, anchor)
        if kind == "source" and anchor == "text":
            return text in phrases.TEXT_HEADINGS
        return text == phrases.HEADINGS.get(kind, {}).get(anchor, anchor.removeprefix("kind-"))

    def _year(self, text: str, anchor: str) -> bool:
        if anchor.startswith("y"):
            return text == anchor[1:]
        return text.lower() in self._undated.get(anchor, ())

    @cached_property
    def _undated(self) -> dict[str, set[str]]:
        """The headings of events that have no year, by their addresses."""
        found: dict[str, set[str]] = {}
        for event in self.events.values():
            value = parse(event.date.edtf) if event.date else None
            if value is not None and value.is_open_start:
                words = in_words(value).lower()
                anchor = f"until-{value.upper.isoformat()}"
                said = {words, f"no date in the source ({words})"}
                found.setdefault(anchor, set()).update(said)
        return found

    # --- a briefing ------------------------------------------------------------------------

    def amended(self, text: str, here: Here) -> bool:
        briefing = self._briefing(here)
        return briefing is not None and text == _amended(briefing)

    @cached_property
    def _changed(self) -> dict[str, int | None]:
        """How many statements are new or changed since each review; ``None``: nobody signed."""
        public = self.whole.public
        return {
            b.address: len(changes(b, public.bindings[b.path])) if b.review else None
            for b in public.library.briefings
        }

    def state_of(self, briefing: Briefing) -> str:
        """``unsigned``, ``signed``, or ``changed`` since it was signed."""
        changed = self._changed[briefing.address]
        return "unsigned" if changed is None else "changed" if changed else "signed"

    def reviewed(self, text: str, here: Here) -> bool:
        briefing = self._briefing(here)
        return briefing is not None and text == self.state_of(briefing)

    def review(self, text: str, here: Here) -> bool:
        briefing = self._briefing(here)
        if briefing is None:
            return False
        said = "Checked: each quotation is in its source. "
        changed, review = self._changed[briefing.address], briefing.review
        if review is None:
            said += "Not reviewed: nobody has signed yet that the words support the sentences."
        elif changed:
            many = "s are" if changed > 1 else " is"
            said += f"Changed since its review: {review.by} signed on {day_words(review.date)}, "
            said += f"and {changed} statement{many} new or changed since."
        else:
            said += f"Reviewed: {review.by} signed on {day_words(review.date)} that the words "
            said += "support the sentences."
        return with_single_spaces(text) == with_single_spaces(said)

    def summary(self, text: str, here: Here) -> bool:
        thing = next(self.linked(here), None)
        return isinstance(thing, Briefing) and text == told(thing.summary)

    def gap(self, text: str, here: Here) -> bool:
        briefing = self._briefing(here)
        return briefing is not None and text in map(told, briefing.gaps)

    def judgement_id(self, text: str, here: Here) -> bool:
        briefing = self._briefing(here)
        return briefing is not None and text in {f"judgement-{j.id}" for j in briefing.judgements}

    def _judged(self, here: Here, field: str) -> str | None:
        briefing, item = self._briefing(here), here.nearest(("li",))
        for judgement in briefing.judgements if briefing and item else ():
            if item and item.get("id") == f"judgement-{judgement.id}":
                return told(getattr(judgement, field) or "")
        return None

    def judgement(self, text: str, here: Here) -> bool:
        return text == self._judged(here, "text")

    def likelihood(self, text: str, here: Here) -> bool:
        return text == self._judged(here, "likelihood")

    def confidence(self, text: str, here: Here) -> bool:
        return text == self._judged(here, "confidence")

    def range(self, text: str, here: Here) -> bool:
        word = self._judged(here, "likelihood") or self._judged(here, "confidence") or ""
        return text == phrases.RANGES.get(word, "")

    def scale(self, text: str, here: Here) -> bool:
        return text in ("method/#likelihood", "method/#confidence")

    def scale_name(self, text: str, here: Here) -> bool:
        href = self.whole.leads(here.element.get("href") or "", here.page)
        return href == f"method/#{text.lower()}"

    def _corrected(self, here: Here, field: str) -> Iterator[str]:
        briefing = self._briefing(here)
        for correction in briefing.corrections if briefing else ():
            yield told(getattr(correction, field))

    def correction_why(self, text: str, here: Here) -> bool:
        return text in self._corrected(here, "why")

    def correction_was(self, text: str, here: Here) -> bool:
        return text in self._corrected(here, "was")

    def correction_now(self, text: str, here: Here) -> bool:
        return text in self._corrected(here, "now")

    def citation(self, text: str, here: Here) -> bool:
        briefing = self._briefing(here)
        if briefing is None:
            return False
        facts, amended = self.whole.facts, _amended(briefing)
        dates = day_words(briefing.date) + (f", amended {amended}" if amended else "")
        where = facts.absolute(briefing.address) or briefing.address
        return text == with_single_spaces(
            f"“{briefing.title}”, {facts.site_name}, {dates}, {where}"
        )

    # --- events ----------------------------------------------------------------------------

    def event_id(self, text: str, here: Here) -> bool:
        return text in self.events

    def event(self, text: str, here: Here) -> bool:
        item = here.nearest(("li",))
        if item is not None and item.get("id") in self.events:
            return text == told(self.events[str(item.get("id"))].title)
        href = self.whole.leads(here.element.get("href") or "", here.page)
        defined = self.events.get(href.partition("#")[2])
        given = self.whole.ground.events.get(href.partition("#")[2], ())
        return defined is not None and text in {
            with_single_spaces(str(e.title)) for e in (defined, *given)
        }

    def statuses_of(self, name: str) -> set[str]:
        """What briefings say of an event: one word, ``disputed`` where they do not agree."""
        found = {str(e.status) for e in self.whole.ground.events.get(name, ()) if e.status}
        return {"disputed"} if len(found) > 1 else found

    def status(self, text: str, here: Here) -> bool:
        return text in self.statuses_of(here.element.get("id") or "")

    def _leads_to_event(self, here: Here) -> str:
        item = here.nearest(("li", "tr"))
        for element in item.elements() if item else ():
            address = self.whole.leads(element.get("href") or "", here.page)
            if address.startswith("timeline/#"):
                return address.partition("#")[2]
        return ""

    def status_of(self, text: str, here: Here) -> bool:
        return text in self.statuses_of(self._leads_to_event(here))

    def status_word(self, text: str, here: Here) -> bool:
        claim = here.within("cb-claim")
        if claim is not None:
            item = here.nearest(("li",))
            given = self.whole.ground.events.get(str(item and item.get("id")), ())
            return text in {str(event.status) for event in given}
        item = here.nearest(("li",))
        name = (item.get("id") if item is not None else None) or self._leads_to_event(here)
        return text in self.statuses_of(name)

    def event_sources(self, text: str, here: Here) -> bool:
        shown = (e.get("data-quote") for e in here.element.elements())
        found = dict.fromkeys(q.partition(":")[0] for q in shown if q)
        return text.split() == [*found]

    def first_day(self, text: str, here: Here) -> bool:
        value = self._value(here)
        if value is None:
            return False
        first = f"{years(value)[0]:04}-01-01" if value.is_open_start else value.lower.isoformat()
        return text == first

    def last_day(self, text: str, here: Here) -> bool:
        value = self._value(here)
        return value is not None and text == value.upper.isoformat()

    def _value(self, here: Here) -> Edtf | None:
        edtf = here.element.get("data-edtf")
        event = self.events.get(here.element.get("id") or "")
        edtf = edtf or (event.date.edtf if event and event.date else None)
        return parse(edtf) if edtf else None

    def date(self, text: str, here: Here) -> bool:
        edtf = here.element.get("datetime") or here.element.get("data-edtf") or ""
        return text == day_words(edtf)

    def date_of_event(self, text: str, here: Here) -> bool:
        event = self.events.get(self._leads_to_event(here))
        return event is not None and event.date is not None and text == day_words(event.date.edtf)

    def why(self, text: str, here: Here) -> bool:
        if text == "the source gives no date":
            return True
        found = _REASON.fullmatch(text)
        return found is not None and (found["phrase"], found["date"]) in self._phrases

    @cached_property
    def _phrases(self) -> set[tuple[str, str | None]]:
        """The phrases that dates are counted from, each with the day that it is counted from."""
        public = self.whole.public
        given = [event.date for every in self.whole.ground.events.values() for event in every]
        given += [fact.date for actor in public.library.actors.values() for fact in actor.facts]
        days = {day_words(source.published) for source in public.library.sources.values()}
        found: set[tuple[str, str | None]] = set()
        for date in given:
            if date is None or date.phrase is None:
                continue
            phrase = with_single_spaces(str(date.phrase))
            counted = str(date.counted_from or "")
            found |= {(phrase, day) for day in days} if counted == "published" else set()
            found.add((phrase, day_words(counted) if counted not in ("", "published") else None))
        return found

    # --- sources, actors --------------------------------------------------------------------

    def inferred(self, text: str, here: Here) -> bool:
        source = self._source(here)
        return source is not None and text == with_single_spaces(known_from(source))

    def banner(self, text: str, here: Here) -> bool:
        source = self._source(here)
        if source is None:
            return False
        said = f", {source.publisher}." if source.publisher else "."
        return text == with_single_spaces(f"{said} {source.descriptor}")

    def source_line(self, text: str, here: Here) -> bool:
        source = self._source(here)
        if source is None:
            return False
        date = day_words(source.published) if source.published else ""
        said = [str(part) for part in (source.author, source.publisher, date) if part]
        return text == with_single_spaces("".join(f", {part}" for part in said) + ".")

    def descriptor(self, text: str, here: Here) -> bool:
        source = self._source(here)
        return source is not None and text == with_single_spaces(str(source.descriptor))

    def url(self, text: str, here: Here) -> bool:
        source = self._source(here)
        return source is not None and text == with_single_spaces(str(source.url))

    def actor_id(self, text: str, here: Here) -> bool:
        """An actor without a page is named by its id."""
        return re.fullmatch("[a-z0-9-]+", text) is not None and text not in self.whole.ground.names

    def fact(self, text: str, here: Here) -> bool:
        actor, item = self._own(here), here.nearest(("li",))
        number = int(((item and item.get("id")) or "fact-0").removeprefix("fact-"))
        facts = actor.facts if isinstance(actor, Actor) else ()
        return 0 < number <= len(facts) and text == told(facts[number - 1].text)

    def note(self, text: str, here: Here) -> bool:
        subject = self._own(here)
        if not isinstance(subject, Briefing | Actor):
            return False
        bound = self.whole.public.bindings[subject.path]
        return any(text == _said(note, bound) for note in subject.document.footnotes)

    def use(self, text: str, here: Here) -> bool:
        return text in self.uses.get(self._used(here), ())

    def _used(self, here: Here) -> str:
        item = here.nearest(("li",))
        links = (e.get("href") for e in (item.elements() if item else ()) if e.tag == "a")
        return self.whole.leads(next(filter(None, links), ""), here.page)

    def use_kind(self, text: str, here: Here) -> bool:
        item = here.path[-2]
        links = (e.get("href") for e in item.elements() if e.tag == "a")
        address = self.whole.leads(next(filter(None, links), ""), here.page)
        begins = phrases.USES.get(text)
        is_event = address.startswith("timeline/#")
        return begins is not None and is_event is (begins == "#") and begins in address

    # --- the words of sources ---------------------------------------------------------------

    def dropped(self, text: str, here: Here) -> bool:
        for around in reversed(here.path):
            shown = {i for e in around.elements() if (i := e.get("data-quote")) is not None}
            if shown:
                return any(stands_for(self.whole.ground.passage(i), text) for i in shown)
        return False

    def insertion(self, text: str, here: Here) -> bool:
        return text in self._inserted

    @cached_property
    def _inserted(self) -> frozenset[str]:
        return inserted(self.whole.public)

    def trailing(self, text: str, here: Here) -> bool:
        return text in ("", ".", ",")

    def source_words(self, text: str, here: Here) -> bool:
        source = self._own(here)
        if not isinstance(source, Source):
            return False
        if source.id not in self._listed:
            spans = [span for v in source.voices for span in (v.span, v.cue) if span is not None]
            spans += [each.span for each in source.set_aside]
            self._listed[source.id] = {one_line(span.of(source.text)) for span in spans}
        return text in self._listed[source.id]

    @cached_property
    def _listed(self) -> dict[str, set[str]]:
        """The words of voices, of what names them and of what is set aside, by source."""
        return {}

    def horizon(self, text: str, here: Here) -> bool:
        return text == str(OPEN_HORIZON_YEARS)


def _amended(briefing: Briefing) -> str:
    latest = max((str(c.date) for c in briefing.corrections), default="")
    return day_words(latest) if latest else ""


def _said(note: Footnote, bound: Bound) -> str:
    """What is ours of a footnote: its words, and the terms that it has between marks."""
    read = ""
    for run in runs_of(note.blocks):
        for inline in leaves_of(run.inlines):
            if isinstance(inline, Words):
                read += inline.text
            elif isinstance(inline, Quoted) and not bound[inline.quotation].passages:
                read += f"“{bound.document.quotations[inline.quotation].typed}”"
            else:
                read += " "
    return one_line(read)
