"""The whole site: every page, and every other file. Read this to see what there is."""

from __future__ import annotations

from citebound.indexes import Indexes
from citebound.pages.actor import actor_page
from citebound.pages.actors import actors_page
from citebound.pages.briefing import briefing_page, briefings_page
from citebound.pages.data import data_page, datasets
from citebound.pages.feeds import actor_feed, site_feed
from citebound.pages.home import home_page, moved_pages, search_page
from citebound.pages.method import method_page
from citebound.pages.page import Page
from citebound.pages.quotations import quotation_pages
from citebound.pages.source import source_page, sources_page
from citebound.pages.timeline import timeline_page
from citebound.shown.facts import SiteFacts

__all__ = ["MARK", "MARKED", "all_assets", "all_pages"]

MARK = "citebound-site.txt"
"""The file by which a folder is known as a site that this tool made."""

MARKED = b"This folder is a site made by Citebound."
"""How that file begins."""


def all_pages(indexes: Indexes, facts: SiteFacts) -> tuple[Page, ...]:
    """Every page of the site, by address."""
    pages = [
        home_page(indexes, facts),
        briefings_page(indexes, facts),
        *(briefing_page(entry, indexes, facts) for entry in indexes.briefings),
        actors_page(indexes, facts),
        *(actor_page(e, indexes, facts) for e in indexes.actors.values() if not e.actor.in_list),
        timeline_page(indexes, facts),
        *quotation_pages(indexes, facts),
        sources_page(indexes, facts),
        *(source_page(entry, indexes, facts) for entry in indexes.sources.values()),
        search_page(indexes, facts),
        method_page(indexes, facts),
        data_page(indexes, facts),
        *moved_pages(indexes, facts),
    ]
    return tuple(sorted(pages, key=lambda page: page.address))


def all_assets(indexes: Indexes, facts: SiteFacts) -> dict[str, bytes]:
    """Every file apart from the pages, by address: open data, feeds and the mark of a site.
    The same bytes each time.
    """
    files = datasets(indexes, facts)
    files[MARK] = MARKED + b" The next build replaces all of it.\n"
    files["feed.xml"] = site_feed(indexes, facts)
    for entry in indexes.actors.values():
        files[f"{entry.actor.folder}feed.xml"] = actor_feed(entry, facts)
    return dict(sorted(files.items()))
