"""What each field of an event must say, on its own and in the strip of the timeline."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from citebound.dates import parse
from citebound.dates.edtf import Edtf
from citebound.model import Actor, EventDate
from citebound.proof.made import phrases
from citebound.proof.made.briefing_fields import BriefingFields
from citebound.proof.made.date_rules import rule_told
from citebound.proof.made.day_words import day_words, first_day
from citebound.proof.made.fields import Here
from citebound.proof.made.parties import Role, roles, roles_told
from citebound.proof.made.whole import told
from citebound.proof.nodes import with_single_spaces

TO_COME = frozenset(("intended", "planned", "postponed"))
"""The statuses of events that were still to come."""


def rule_of(given: EventDate, *, to_come: bool) -> str:
    """The rule by which the phrase of a date is counted, in words."""
    return (
        phrases.UNRESOLVED if given.unresolved else rule_told(given.phrase or "", to_come=to_come)
    )


@dataclass(frozen=True)
class EventFields(BriefingFields):
    """The truth of each field of an event."""

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

    def party(self, text: str, here: Here) -> bool:
        """The roles of the actor who is named right before, in the event around."""
        links = (href for e in here.element.elements() if (href := e.get("href")))
        address = self.whole.leads(next(links, ""), here.page)
        actor = address.removeprefix("actors/").strip("/")
        if not actor:
            actor = here.element.words.partition(" (")[0]
        return text == self._role_words(here, actor)

    def own_role(self, text: str, here: Here) -> bool:
        """The roles of the actor whose page it is."""
        own = self._own(here)
        return isinstance(own, Actor) and text == self._role_words(here, own.id)

    def roles_in(self, event: str) -> dict[str, list[Role]]:
        """Who is in an event, and as what."""
        return self._roles.get(event, {})

    @cached_property
    def _roles(self) -> dict[str, dict[str, list[Role]]]:
        return {name: roles(given) for name, given in self.whole.ground.events.items()}

    def _role_words(self, here: Here, actor: str) -> str | None:
        item = here.nearest(("li", "tr"))
        name = (item.get("id") if item is not None else None) or self._leads_to_event(here)
        mine = self.roles_in(name).get(actor)
        return None if mine is None else roles_told(mine)

    def event_sources(self, text: str, here: Here) -> bool:
        shown = (e.get("data-quote") for e in here.element.elements())
        found = dict.fromkeys(q.partition(":")[0] for q in shown if q)
        return text.split() == [*found]

    def first_day(self, text: str, here: Here) -> bool:
        value = self._value(here)
        return value is not None and text == first_day(value)

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
        return text == phrases.NO_DATE or text in self._reasons_of_dates

    @cached_property
    def _reasons_of_dates(self) -> frozenset[str]:
        """What may be said of where a date comes from: its phrase, what that is counted from,
        and the rule.
        """
        public = self.whole.public
        events = self.whole.ground.events.values()
        given = [(e.date, str(e.status) in TO_COME) for every in events for e in every]
        given += [(f.date, False) for a in public.library.actors.values() for f in a.facts]
        days = [day_words(source.published) for source in public.library.sources.values()]
        found = set()
        for date, forward in given:
            if date is None or date.phrase is None:
                continue
            phrase, counted = with_single_spaces(str(date.phrase)), str(date.counted_from or "")
            rule = rule_of(date, to_come=forward)
            froms = days if counted == "published" else [day_words(counted)] if counted else [""]
            for day in froms:
                start = f", counted from {day}" if day else ""
                found.add(f"“{phrase}”{start}: {rule}")
        return frozenset(found)

    # --- the strip of the timeline ------------------------------------------------------------

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
        return min(map(first_day, values))[:4], f"{max(value.upper.year for value in values):04}"

    def first_year(self, text: str, here: Here) -> bool:
        return text == self._years[0]

    def last_year(self, text: str, here: Here) -> bool:
        return text == self._years[1]
