"""Everything that is checked of a finished site, in one walk."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from citebound.model import Source
from citebound.pages.page import Page
from citebound.problems import Place, Problem
from citebound.proof.html import FinishedPage, read_page
from citebound.proof.links import page_hosts, page_links, stylesheet_hosts
from citebound.proof.words import data_words, page_words


def check_site(
    folder: Path,
    pages: tuple[Page, ...],
    sources: Mapping[str, Source],
    site_url: str | None = None,
) -> tuple[Problem, ...]:
    """What is wrong with the site in ``folder``, sorted; paths are relative to it.

    ``pages`` are those that should be there, with the quotations each should show.
    """
    finished: dict[str, FinishedPage] = {}
    for path in sorted(folder.rglob("*.html")):
        name = path.relative_to(folder).as_posix()
        finished[name] = read_page(path.read_text(encoding="utf-8"))
    problems: set[Problem] = set()
    expected = {f"{page.address}index.html": page for page in pages}
    for name in expected:
        if name not in finished:
            message = "the page was not built"
            problems.add(
                Problem(Place(name), "rendered-link", message, "see what the site builder said")
            )
    for name, page in finished.items():
        should = expected[name].quotations if name in expected else ()
        problems |= {*page_words(name, page, sources, should)}
        problems |= {*page_links(name, finished, folder, site_url)}
        problems |= {*page_hosts(name, page, site_url)}
    problems |= {*stylesheet_hosts(folder), *data_words(folder, sources)}
    return tuple(sorted(problems))
