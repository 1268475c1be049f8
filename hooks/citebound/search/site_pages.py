"""Pages of the site as records: what explains it, its lists, and its documentation.

Of a page of ours that explains each paragraph is a part of its record, so that a result leads to
its section; examples in code are left out, for their words are about something else. Of a list only
its title is found: what it lists has records of its own. Of a page that its owner wrote, which
nobody compared with anything, only the title and the headings are found and shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import unescape

import regex
from selectolax.lexbor import LexborHTMLParser, LexborNode

from citebound.pages.page import Page
from citebound.search.record import Record, Section
from citebound.text.patterns import Pattern

EXPLAINING = {"method/": "Method", "data/": "Data"}
"""The pages of ours that are found whole, each with what the navigation calls it."""

LISTS = frozenset(("briefings/", "actors/", "sources/", "timeline/", "quotations/"))

_HEADING = Pattern(r'<h([1-6])(?: [^>]*)? id="([^"]+)"[^>]*>(.*?)</h\1>', regex.DOTALL)
_UNSEEN = Pattern(
    r'<a [^>]*class="headerlink"[^>]*>.*?</a>|<!--.*?-->|<(script|style|pre)\b.*?</\1>',
    regex.DOTALL,
)
_BLOCK = Pattern(
    r"</?(?:p|li|[ou]l|d[ltd]|tr|table|summary|details|div|figcaption|blockquote|br|hr"
    r"|label|section|option|button)\b[^>]*>"
)
_TAG = Pattern(r"<[^>]*>")
_CELL = Pattern(r"</t[dh]>")
_HEADINGS = "h1, h2, h3, h4, h5, h6"


def page_records(pages: Iterable[Page], others: Mapping[str, str]) -> Iterator[Record]:
    """A record of each list, and of each page that explains. ``others`` are the pages of the
    documentation: their HTML, by address.
    """
    for page in pages:
        if page.address in EXPLAINING:
            name = EXPLAINING[page.address]
            yield _whole("page", page.address, str(page.html), (name,), "About this site")
        elif page.address in LISTS:
            yield _record("page", page.address, page.title, by="List")
    for address, html in others.items():
        yield _headings(address, html)


def _headings(address: str, html: str) -> Record:
    """The record of a page that is not ours: its title, which is the first heading of the first
    rank or else the first heading, and its other headings. One without any is called its address.
    """
    told = []
    for heading in LexborHTMLParser(html).css(_HEADINGS):
        for link in heading.css("a.headerlink"):
            link.decompose()
        words = " ".join(heading.text().split())
        if words and not _is_example(heading):
            told.append((heading.tag == "h1", Section(words, heading.attributes.get("id") or "")))
    first = next((at for at, (is_title, _) in enumerate(told) if is_title), 0)
    parts = tuple(part for at, (_, part) in enumerate(told) if at != first)
    return _record("documentation", address, told[first][1].text if told else address, parts)


def _is_example(node: LexborNode) -> bool:
    above = node.parent
    while above is not None and above.tag != "pre":
        above = above.parent
    return above is not None


def _whole(kind: str, address: str, html: str, names: tuple[str, ...] = (), by: str = "") -> Record:
    """The record of a page of ours with all that it says."""
    text = _UNSEEN.sub("", html)
    title = anchor = ""
    parts: list[Section] = []
    at = 0
    for heading in _HEADING.finditer(text):
        parts += _blocks(text[at : heading.start()], anchor)
        at, words = heading.end(), _words(heading[3])
        if heading[1] == "1" and not title:
            title = words
        else:
            anchor = unescape(heading[2])
            parts.append(Section(words, anchor))
    return _record(kind, address, title, (*parts, *_blocks(text[at:], anchor)), names, by)


def _record(
    kind: str,
    address: str,
    title: str,
    parts: tuple[Section, ...] = (),
    names: tuple[str, ...] = (),
    by: str = "",
) -> Record:
    return Record(kind, title, address, parts, names, by=by, facets={"kind": (kind,)})


def _blocks(html: str, anchor: str) -> Iterator[Section]:
    for block in _BLOCK.split(_CELL.sub(" ", html)):
        if words := _words(block):
            yield Section(words, anchor)


def _words(html: str) -> str:
    return " ".join(unescape(_TAG.sub("", html)).split())
