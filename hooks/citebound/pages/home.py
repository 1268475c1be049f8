"""The home page, the search page, and pages that moved or were taken down."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.indexes import Indexes
from citebound.pages.briefing import briefing_cards, newest_first
from citebound.pages.page import Page
from citebound.pages.page_writer import PageWriter
from citebound.shown.facts import SiteFacts
from citebound.shown.passage import date_words

SENTENCE = (
    "Briefings in which every quotation is the source’s own words. A program compares them each "
    "time; whether they bear out the sentence beside them is for the reader to judge."
)
"""What the site is, in one sentence."""


def home_page(indexes: Indexes, facts: SiteFacts) -> Page:
    """The home page: what this is, the newest briefing, the figures, the ways in."""
    writer = PageWriter("", facts.site_name, indexes, facts)
    writer.block("home_hero", sentence=SENTENCE)
    cards = briefing_cards(indexes)
    if cards:
        writer.heading(2, "Newest briefing", "newest")
        newest = newest_first(indexes)[0].briefing
        bound = indexes.bindings[newest.path]
        evidence = [p for name in newest.summary_rests_on for p in bound.evidence(name)]
        writer.block(
            "home_latest",
            card=cards[0],
            evidence=[writer.show(passage) for passage in evidence],
            more=cards[1:4],
            all=len(cards),
        )
    writer.heading(2, "In figures", "figures")
    writer.block(
        "home_figures",
        quotations=len(indexes.quotations),
        sources=len(indexes.sources),
        briefings=len(cards),
        actors=len(indexes.actors),
        events=len(indexes.events),
        checked=date_words(facts.checked_on) if facts.checked_on else "",
        checked_on=facts.checked_on,
    )
    writer.heading(2, "Ways in", "ways")
    writer.block("home_ways")
    return writer.page("home", SENTENCE, listed=True)


def search_page(indexes: Indexes, facts: SiteFacts) -> Page:
    """The search page: an empty place for the search, and what to do without a script."""
    writer = PageWriter("search/", "Search", indexes, facts)
    writer.block("search")
    return writer.page(
        "search", "Search the briefings, quotations, actors, events and sources of this site.",
        listed=True,
    )  # fmt: skip


def moved_pages(indexes: Indexes, facts: SiteFacts) -> Iterator[Page]:
    """A page at each former address, and one for each page that was taken down."""
    for notice in indexes.public.taken_down:
        writer = PageWriter(notice.address, notice.title, indexes, facts)
        writer.block("gone", when=date_words(notice.date), why=notice.why)
        yield writer.page("gone", f"This page was taken down: {notice.why}", edit=notice.path)
    for moved in indexes.public.moved:
        writer = PageWriter(moved.address, moved.title, indexes, facts)
        in_list = "#" in moved.target
        writer.block("moved", address=moved.target, title=moved.title, in_list=in_list)
        said = "In the list of actors" if in_list else "This page has moved"
        yield writer.page("redirect", f"{said}: {moved.title}", target=moved.target)
