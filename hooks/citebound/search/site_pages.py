"""Pages of the site as records: what explains it, its lists, and its documentation.

Of a page of ours that explains each paragraph is a part of its record, so that a result leads to
its section; examples in code are left out, for their words are about something else. Of a list only
its title is found: what it lists has records of its own. Of a page that its owner wrote, which
nobody compared with anything, only the title and the headings are found and shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from citebound.pages.page import Page
from citebound.search.record import Record, Section

EXPLAINING = {"method/": "Method", "data/": "Data"}
"""The pages of ours that are found whole, each with what the navigation calls it."""

LISTS = frozenset(("briefings/", "actors/", "sources/", "timeline/", "quotations/"))

_UNSEEN = "script, style, pre, a.headerlink"
_WITHIN = frozenset(
    "a abbr b bdi cite code del dfn em i ins kbd mark q s samp small span strong sub sup time u "  # noqa: SIM905, a list of words
    "var wbr input th td tbody tfoot thead".split()
)
"""Elements that end no paragraph; the cells of a row are one, each a word of its own."""

_HEADINGS = "h1, h2, h3, h4, h5, h6"
_RANKS = frozenset(_HEADINGS.split(", "))


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
    for heading in _seen(html).css(_HEADINGS):
        words = _words(heading)
        if words:
            told.append((heading.tag == "h1", Section(words, heading.attributes.get("id") or "")))
    first = next((at for at, (is_title, _) in enumerate(told) if is_title), 0)
    parts = tuple(part for at, (_, part) in enumerate(told) if at != first)
    return _record("documentation", address, told[first][1].text if told else address, parts)


def _seen(html: str) -> LexborHTMLParser:
    """A page without its examples, and without the links of headings to themselves."""
    tree = LexborHTMLParser(html)
    for unseen in tree.css(_UNSEEN):
        unseen.decompose()
    return tree


def _whole(kind: str, address: str, html: str, names: tuple[str, ...] = (), by: str = "") -> Record:
    """The record of a page of ours with all that it says."""
    title = anchor = words = ""
    parts: list[Section] = []
    for text, heading in (*_told(_seen(html).root), (None, None)):
        if text is not None:
            words += text
            continue
        if words.split():
            parts.append(Section(" ".join(words.split()), anchor))
        words = ""
        if heading is not None and heading.tag == "h1" and not title:
            title = _words(heading)
        elif heading is not None:
            anchor = heading.attributes.get("id") or ""
            parts.append(Section(_words(heading), anchor))
    return _record(kind, address, title, tuple(parts), names, by)


def _told(node: LexborNode | None) -> Iterator[tuple[str | None, LexborNode | None]]:
    """The texts in an element, ``None`` where a paragraph ends, and the heading that ends it."""
    for child in node.iter(include_text=True) if node is not None else ():
        tag = child.tag or ""
        if tag == "-text":
            yield child.text_content or "", None
        elif tag in _RANKS:
            yield None, child
        elif tag != "-comment":
            end = None if tag not in _WITHIN else " " if tag in {"td", "th"} else ""
            yield end, None
            yield from _told(child)
            yield end, None


def _record(
    kind: str,
    address: str,
    title: str,
    parts: tuple[Section, ...] = (),
    names: tuple[str, ...] = (),
    by: str = "",
) -> Record:
    return Record(kind, title, address, parts, names, by=by, facets={"kind": (kind,)})


def _words(node: LexborNode) -> str:
    return " ".join(node.text().split())
