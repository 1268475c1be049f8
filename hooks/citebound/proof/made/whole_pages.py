"""Each page derived whole from what is public: what must stand on it, as one line.

Everything that a visitor reads, runs or follows is in this line; that of the method page is made of
a list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from citebound.model import Actor, Briefing, Source
from citebound.pages.page import Page
from citebound.problems import Problem
from citebound.proof.addresses import inside
from citebound.proof.made import phrases
from citebound.proof.made.day_words import day_words
from citebound.proof.made.ground import differs
from citebound.proof.made.index_pages import IndexPages
from citebound.proof.made.method import listed_line, sources_again
from citebound.proof.made.telling import line_for, line_of_page, part, plain, readable, tag
from citebound.proof.made.whole import OUTSIDE, Whole
from citebound.proof.nodes import Element

_NEAR = 100


@dataclass(frozen=True)
class WholePages(IndexPages):
    """What must stand on each page."""

    def again(self, page: Page, body: Element) -> Iterator[Problem]:
        """What stands on a page and must not, or must and does not."""
        self.figures.whole.ground.see("page derived whole")
        wanted = line_for(page.address, tag("body", *(self.of(page) or ())))
        found = line_of_page(body)
        if wanted != found:
            at = next((n for n, (a, b) in enumerate(zip(wanted, found, strict=False)) if a != b),
                      min(len(wanted), len(found)))  # fmt: skip
            start = max(0, at - _NEAR // 2)
            yield differs(
                page.address or "index.html",
                f"“{readable(found[start : at + _NEAR])}” stands where "
                f"“{readable(wanted[start : at + _NEAR])}” must",
            )

    def of(self, page: Page) -> Iterable[str] | None:
        """The parts of a page, in order; ``None`` where there is none at its address."""
        thing = self.figures.things.get(page.address)
        if isinstance(thing, Briefing):
            return self.briefing(thing)
        if isinstance(thing, Actor):
            return self.of_actor(thing)
        if isinstance(thing, Source):
            return self.of_source(thing)
        if page.address.startswith("quotations/"):
            number = page.address.removeprefix("quotations/").strip("/") or "1"
            return self.quotations(int(number)) if number.isdecimal() else None
        fixed = {
            "": self.home, "briefings/": self.briefings, "actors/": self.actors,
            "sources/": self.sources, "timeline/": self.timeline, "search/": self.search,
            "data/": self.data, "method/": self.method,
        }  # fmt: skip
        return fixed[page.address]() if page.address in fixed else self.kept(page.address)

    def search(self) -> Iterator[str]:
        """The page of the search."""
        yield self.heading("search/", 1, "Search", "top")
        yield tag("div", id="cb-search")
        without = "Search needs JavaScript. Without it, everything is found by these indexes."
        yield tag("noscript", tag("p", without))
        yield tag("p", "The indexes of this site, which need no script:")
        items = (
            tag("li", tag("a", name, href=address), said)
            for address, (name, said) in phrases.INDEXES.items()
        )
        yield tag("ul", *items, class_="cb-links cb-plain")

    def data(self) -> Iterator[str]:
        """The page of the data and the feeds."""
        facts = self.figures.whole.facts
        yield self.heading("data/", 1, "Data and feeds", "top")
        yield tag("p", "Everything that the pages show can be had as data, and no more of a source "
                  "than they show.")  # fmt: skip
        licence = f"{facts.content_licence or 'not stated'}. It never covers the words of a source"
        told = (
            ("Licence of our content", plain(f"{licence}, which belong to others.")),
            ("Last checked", self.checked()),
            ("Made by", plain(f"Citebound {facts.version}")),
        )
        pairs = (tag("dt", term) + tag("dd", said) for term, said in told)
        yield tag("dl", *pairs, class_="cb-facts cb-fine")
        rows = (
            part("tr", part("th", tag("a", name, href=name), scope="row"), part("td", said))
            for name, said in phrases.FILES.items()
        )
        yield self.table("data", "Files", rows)
        actor = tag("a", "actor", href="actors/")
        yield tag(
            "p", f"For each {actor} there is a feed of the briefings that name the actor. Spans "
            "count code points of the source’s pinned text from 0, the end not included; dates are "
            f"EDTF (ISO 8601-2). {tag('code', 'min')} and {tag('code', 'max')} are bounds for "
            "filters and are not dates that a source gives.",
        )  # fmt: skip

    def method(self) -> Iterator[str]:
        """The page that says how to read and check the site."""
        yield listed_line(sources_again(self.figures.whole.public.library.sources))

    def kept(self, address: str) -> Iterator[str]:
        """The page of an address that is kept: of one that moved, or was taken down."""
        public = self.figures.whole.public
        for notice in public.taken_down:
            if notice.address == address:
                yield self.heading(address, 1, self.said(notice.title), "top")
                said = f"This page was taken down on {day_words(notice.date)}. Why: {notice.why}"
                yield tag("p", plain(said), class_="cb-gone")
                home = tag("a", "To the home page", href="")
                yield tag("p", "Its address is kept so that links to it still say what happened. ",
                          home)  # fmt: skip
                return
        for moved in public.moved:
            if moved.address == address:
                yield self.heading(address, 1, self.said(moved.title), "top")
                there = self.link(moved.title, moved.target)
                told = phrases.IN_LIST if moved.target.startswith("actors/#") else phrases.MOVED
                yield tag("p", told.format(there), class_="cb-moved")
                return


def links_again(page: Page, body: Element, whole: Whole) -> Iterator[Problem]:
    """Links that lead nowhere, however well they are derived."""
    for href in (href for e in body.elements() if (href := e.get("href")) is not None):
        whole.ground.see("link")
        is_outside = href.lower().startswith(OUTSIDE)
        address = href if is_outside else inside(href, page.address)
        if address is None or not whole.is_there(address):
            where = page.address or "index.html"
            yield differs(where, f"a link leads to {address or href}, and nothing is there")


def once_again(page: Page, body: Element) -> Iterator[Problem]:
    """Addresses that stand twice on a page."""
    every = Counter(id_ for element in body.elements() if (id_ := element.get("id")))
    twice = sorted(id_ for id_, number in every.items() if number > 1)
    if twice:
        yield differs(page.address, f"an address stands twice on the page: {', '.join(twice)}")
