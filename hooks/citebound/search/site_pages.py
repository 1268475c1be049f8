"""Pages of the site as records: what explains it, its lists, and its documentation.

A page that explains is a record for each of its sections, so that a result leads to the section;
of a list only its title is found, for what it lists has records of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import unescape

import regex

from citebound.pages.page import Page
from citebound.search.record import Record, Section
from citebound.text.patterns import Pattern

EXPLAINING = {"method/": "Method", "data/": "Data"}
"""The pages of ours that are found whole, each with what the navigation calls it."""

LISTS = frozenset(("briefings/", "actors/", "sources/", "timeline/", "quotations/"))

_HEADING = Pattern(r'<h([1-6])(?: [^>]*)? id="([^"]+)"[^>]*>(.*?)</h\1>', regex.DOTALL)
_UNSEEN = Pattern(
    r'<a [^>]*class="headerlink"[^>]*>.*?</a>|<!--.*?-->|<(script|style)\b.*?</\1>', regex.DOTALL
)
_BLOCK = Pattern(
    r"</?(?:p|li|[ou]l|pre|d[ltd]|tr|table|summary|details|div|figcaption|blockquote|br|hr)\b[^>]*>"
)
_TAG = Pattern(r"<[^>]*>")
_CELL = Pattern(r"</t[dh]>")


def page_records(pages: Iterable[Page], others: Mapping[str, str]) -> Iterator[Record]:
    """A record of each list, and of each section of what explains the site. ``others`` are the
    pages of the documentation: their HTML, by address.
    """
    for page in pages:
        if page.address in EXPLAINING:
            names = (EXPLAINING[page.address],)
            yield from _sections(page.address, str(page.html), "About this site", names)
        elif page.address in LISTS:
            yield _record(page.address, page.title, (), "List")
    for address, html in others.items():
        yield from _sections(address, html, "Documentation")


def _sections(address: str, html: str, by: str, names: tuple[str, ...] = ()) -> Iterator[Record]:
    """The record of a page, up to its first section, and then one of each section."""
    text = _UNSEEN.sub("", html)
    at, where, told = 0, address, by
    title = page = anchor = ""
    parts: list[Section] = []
    for heading in _HEADING.finditer(text):
        parts += _blocks(text[at : heading.start()], anchor)
        at, anchor, words = heading.end(), unescape(heading[2]), _words(heading[3])
        if int(heading[1]) == 1 and not title:
            title, page = words, words
        elif int(heading[1]) == 2:
            yield _record(where, title, tuple(parts), told, names)
            where, told, title = f"{address}#{anchor}", f"{by} · {page}", words
            parts, names = [], ()
        else:
            parts.append(Section(words, anchor))
    yield _record(where, title, (*parts, *_blocks(text[at:], anchor)), told, names)


def _record(
    address: str, title: str, parts: tuple[Section, ...], by: str, names: tuple[str, ...] = ()
) -> Record:
    return Record("page", title, address, parts, names, by=by, facets={"kind": ("page",)})


def _blocks(html: str, anchor: str) -> Iterator[Section]:
    for block in _BLOCK.split(_CELL.sub(" ", html)):
        if words := _words(block):
            yield Section(words, anchor)


def _words(html: str) -> str:
    return " ".join(unescape(_TAG.sub("", html)).split())
