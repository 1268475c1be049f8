"""Events, dates and counts on a page, looked at again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citebound.pages.page import Page
from citebound.problems import Problem
from citebound.proof.made.dates import bounds, tells
from citebound.proof.made.ground import Ground, differs
from citebound.proof.nodes import Element

_COUNTED = re.compile(r"(?:\((\d+)\)|^(?:Used in )?(\d+) places?)$")


class DatedWalk:
    """A walk over a page that has looked at nothing yet."""

    def __init__(self, page: Page, ground: Ground) -> None:
        """A walk over a page."""
        self.page = page
        self.ground = ground

    def wrong(self, message: str) -> Problem:
        """The finding for something on the page."""
        return differs(self.page.address or "index.html", message)

    def event(self, element: Element) -> Iterator[Problem]:
        """What is wrong with the actors, the status and the date of an event."""
        name = element.get("id")
        if name is None:
            return
        self.ground.see("event")
        given = self.ground.events.get(name, ())
        actors = {str(actor) for event in given for actor in event.actors}
        dates = {str(event.date.edtf) for event in given if event.date}
        statuses = {str(event.status) for event in given if event.status}
        status = element.get("data-status") or ""
        if not given or {*(element.get("data-actors") or "").split()} != actors:
            yield self.wrong(f"the event {name} has other actors than its briefings say")
        if status not in statuses and not (status == "disputed" and len(statuses) > 1):
            yield self.wrong(f"the event {name} is {status}, and its briefings do not say so")
        if dates and not any(self._within(element, edtf) for edtf in dates):
            yield self.wrong(f"the bounds of {name} are not those of {' or '.join(sorted(dates))}")
        shown = [e for e in element.elements() if e.tag == "time" or e.get("data-edtf")]
        told = {e.get("datetime") or e.get("data-edtf") for e in shown[:1]}
        if not told <= dates:
            yield self.wrong(f"the event {name} has the date {told}, and its briefings {dates}")

    def _within(self, element: Element, edtf: str) -> bool:
        """Whether an event has the bounds that a date says of itself."""
        return all(
            true is None or element.get(side) == true
            for side, true in zip(("data-min", "data-max"), bounds(edtf), strict=True)
        )

    def date(self, element: Element) -> Iterator[Problem]:
        """What is wrong with a date in words, or with its bounds."""
        self.ground.see("date")
        edtf = element.get("datetime") or element.get("data-edtf") or ""
        if not tells(element.words, edtf):
            yield self.wrong(f"“{element.words}” is not {edtf}")
        first, last = bounds(edtf)
        for name, true in (("data-min", first), ("data-max", last)):
            if true and element.get(name) not in (None, true):
                yield self.wrong(f"{name} of {edtf} is {element.get(name)}")

    def count(self, element: Element) -> Iterator[Problem]:
        """How many there are, as a summary says it, is how many are shown."""
        held = [child for child in element.children if isinstance(child, Element)]
        found = _COUNTED.search(held[0].words) if held else None
        if found is None:
            return
        self.ground.see("count")
        told = int(found[1] or found[2])
        passages = [e for e in element.elements() if "cb-passage" in (e.get("class") or "")]
        items = [e for e in element.elements() if e.tag == "li"]
        words = next((e for e in held[1:] if e.tag == "p"), None)
        listed = words.words.split(", ") if words is not None and not passages else ()
        if told not in {len(passages), len(items), len(listed)}:
            yield self.wrong(f"“{held[0].words}” counts {told} of {len(passages) or len(items)}")
