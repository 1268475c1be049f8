"""The links of a finished site, and what its pages ask other hosts for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from citebound.problems import Place, Problem
from citebound.proof.addresses import leads_elsewhere
from citebound.proof.html import FinishedPage

_BASE = "http://site.invalid/"


def page_links(
    path: str, pages: Mapping[str, FinishedPage], folder: Path, site_url: str | None
) -> Iterator[Problem]:
    """Every link and fragment of a page leads somewhere; every id stands once."""
    page = pages[path]
    prefix = urlsplit(site_url).path if site_url else "/"
    base = urljoin(_BASE, prefix.lstrip("/") + path)
    for name, line in page.twice:
        yield Problem(
            Place(path, line), "rendered-link", f"the id {name} stands twice on the page",
            "an address must lead to one place",
        )  # fmt: skip
    for href, line in (*page.links, *page.asks):
        # An absolute link to the site itself leads into the folder like any other.
        own = f"{_BASE}{href.removeprefix(site_url or '')}" if _is_own(href, site_url) else None
        target = urlsplit(own or urljoin(base, href))
        if target.netloc != "site.invalid":
            continue
        inside = target.path if own else target.path.removeprefix(prefix.rstrip("/"))
        problem = _missing(inside, target.fragment, pages, folder)
        if problem:
            message = f"{problem}: {href}"
            yield Problem(Place(path, line), "rendered-link", message, "see what writes this link")


def _is_own(href: str, site_url: str | None) -> bool:
    return bool(site_url) and href.startswith(str(site_url))


def _missing(
    path: str, fragment: str, pages: Mapping[str, FinishedPage], folder: Path
) -> str | None:
    file = unquote(path).lstrip("/")
    if not file or file.endswith("/"):
        file += "index.html"
    if file not in pages and not (folder / file).is_file():
        return "this link leads nowhere"
    fragment = unquote(fragment).partition(":~:")[0]
    if fragment and file in pages and fragment not in pages[file].ids and fragment != "__skip":
        return "this link leads to a place that the page does not have"
    return None


def page_hosts(path: str, page: FinishedPage, site_url: str | None) -> Iterator[Problem]:
    """No page asks another host for anything."""
    for url, line in page.asks:
        if leads_elsewhere(url) and not _is_own(url, site_url):
            yield Problem(
                Place(path, line), "rendered-host", f"the page asks another host for {url}",
                "ship the file with the site",
            )  # fmt: skip
