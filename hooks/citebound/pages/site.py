"""The whole site: every page, and every file beside the pages. Read this to see what there is."""

from __future__ import annotations

from dataclasses import replace

from citebound.indexes import Indexes, build
from citebound.pages.actor import Draw, actor_page, actors_page
from citebound.pages.briefing import briefing_page, briefings_page
from citebound.pages.data import data_page, datasets
from citebound.pages.facts import SiteFacts
from citebound.pages.feeds import actor_feed, site_feed
from citebound.pages.home import home_page, moved_pages, search_page
from citebound.pages.method import method_page
from citebound.pages.page import Page
from citebound.pages.quotations import quotation_pages
from citebound.pages.source import source_page, sources_page
from citebound.pages.timeline import timeline_page

__all__ = ["MARK", "MARKED", "SiteFacts", "all_assets", "all_pages"]

MARK = "citebound-site.txt"
"""The file by which a folder is known as a site that this tool made."""

MARKED = b"This folder is a site made by Citebound."
"""How that file begins."""


def all_pages(indexes: Indexes, facts: SiteFacts, draw: Draw | None = None) -> tuple[Page, ...]:
    """Every page of the site, by address.

    ``draw`` lays out the graphs of actors (:func:`citebound.pages.graphviz.draw`); without
    it there are tables only.
    """
    shown = published(indexes, facts)
    pages = [
        home_page(shown, facts),
        briefings_page(shown, facts),
        *(briefing_page(entry, shown, facts) for entry in shown.briefings),
        actors_page(shown, facts),
        *(actor_page(entry, shown, facts, draw) for entry in shown.actors.values()),
        timeline_page(shown, facts),
        *quotation_pages(shown, facts),
        sources_page(shown, facts),
        *(source_page(entry, shown, facts) for entry in shown.sources.values()),
        search_page(shown, facts),
        method_page(shown, facts),
        data_page(shown, facts),
        *moved_pages(indexes.library, shown, facts),
    ]
    return tuple(sorted(pages, key=lambda page: page.address))


def all_assets(indexes: Indexes, facts: SiteFacts) -> dict[str, bytes]:
    """Every file beside the pages, by address: open data, feeds and the mark of a site.
    The same bytes each time.
    """
    shown = published(indexes, facts)
    files = datasets(shown, facts)
    files[MARK] = MARKED + b" The next build replaces all of it.\n"
    files["feed.xml"] = site_feed(shown, facts)
    for entry in shown.actors.values():
        files[f"{entry.actor.address}feed.xml"] = actor_feed(entry, shown, facts)
    return dict(sorted(files.items()))


def published(indexes: Indexes, facts: SiteFacts) -> Indexes:
    """The indexes of what is published: no drafts but in the preview, nothing that is gone."""
    library = indexes.library
    briefings = tuple(
        briefing
        for briefing in library.briefings
        if briefing.gone is None and (facts.preview or not briefing.draft)
    )
    actors = {name: actor for name, actor in library.actors.items() if actor.gone is None}
    if len(briefings) == len(library.briefings) and len(actors) == len(library.actors):
        return indexes
    return build(replace(library, briefings=briefings, actors=actors), indexes.bindings)
