"""The lists of links in a frame: the ways in, the pages of a section, the headings of a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from citebound.pages.page import PageHeading
from citebound.proof.built import Built, NavigationEntry
from citebound.proof.nodes import Element, read_plain, with_single_spaces


@dataclass(frozen=True, slots=True)
class Framed:
    """What the frame of a page says of it.

    ``outline`` is false where the page hides its table of contents; ``ours`` is false for a
    page of the documentation; ``lost`` is the page of what is not found.
    """

    address: str
    title: str
    description: str
    headings: tuple[PageHeading, ...] = ()
    feed: str | None = None
    edit: str | None = None
    outline: bool = True
    ours: bool = True
    lost: bool = False


Held = Element | str | None


def element(tag: str, *held: Held | Iterable[Held], **attributes: str | None) -> Element:
    """An element. A name of an attribute has ``_`` for ``-`` and at its end for Python's words."""
    children: list[Element | str] = []
    for each in held:
        several = (each,) if each is None or isinstance(each, str | Element) else each
        for child in several:
            text = with_single_spaces(child) if isinstance(child, str) else child
            if text:
                children.append(text)
    named = {k.rstrip("_").replace("_", "-"): v for k, v in attributes.items() if v is not None}
    return Element(tag, tuple(sorted(named.items())), tuple(children))


@cache
def fixed(html: str) -> Element:
    """A piece of the frame that is the same on every page, as the tables write it."""
    return read_plain(f"<!doctype html>{html}")


def on_page(page: Framed, anchor: str) -> str:
    """A place on the page itself."""
    return f"/{page.address}#{anchor}"


def ways(page: Framed, built: Built, *, with_sections: bool) -> Element:
    """The ways in: each entry of the navigation, with the first page below it.

    The header has single pages alone; sections are in the menu and at the foot.
    """
    entries = (e for e in built.navigation if e.address != "" and (with_sections or not e.children))
    return element("ul", (_way(entry, page) for entry in entries))


def _way(entry: NavigationEntry, page: Framed) -> Element:
    first = first_of(entry)
    here, within = False, False
    if not page.lost:
        here = first.address == page.address
        below = bool(entry.address) and page.address.startswith(str(entry.address))
        within = below or entry.leads_to(page.address)
    current = "page" if here else "true" if within else None
    link = element("a", entry.title, href=href_of(first.address), aria_current=current)
    return element("li", link)


def first_of(entry: NavigationEntry) -> NavigationEntry:
    """The first page of a section; an entry without others below it is one itself."""
    for _ in range(2):
        entry = entry.children[0] if entry.children else entry
    return entry


def href_of(address: str | None) -> str:
    """An address of the site from its root; the URL of another site as it is."""
    return str(address) if "://" in str(address) else f"/{address or ''}"


def open_sections(page: Framed, built: Built) -> Iterator[Element]:
    """The sections of the navigation that the page stands in."""
    for entry in sections(page, built):
        yield element("p", entry.title, class_="cb-aside-title")
        yield listing(entry.children, page)


def sections(page: Framed, built: Built) -> list[NavigationEntry]:
    """The entries with others below them that lead to the page."""
    if page.lost:
        return []
    return [e for e in built.navigation if e.children and e.leads_to(page.address)]


def listing(entries: Sequence[NavigationEntry], page: Framed) -> Element:
    """Entries of the navigation with all below them."""
    return element("ul", (_listed(entry, page) for entry in entries))


def _listed(entry: NavigationEntry, page: Framed) -> Element:
    if entry.children:
        return element("li", element("span", entry.title), listing(entry.children, page))
    here = "page" if entry.address == page.address and not page.lost else None
    return element("li", element("a", entry.title, href=href_of(entry.address), aria_current=here))


def outline(page: Framed) -> tuple[Element, ...]:
    """The entries of the table of contents: two levels below the title of the page."""
    headings = page.headings
    if not page.outline or not headings:
        return ()
    if headings[0].level == 1:
        later = [n for n, heading in enumerate(headings) if n and heading.level == 1]
        headings = headings[1 : later[0] if later else None]
    return _outline(headings, page) if _tops(headings) > 1 else ()


def _tops(headings: Sequence[PageHeading]) -> int:
    """How many of the headings stand below no other."""
    return sum(1 for _ in _groups(headings))


def _groups(headings: Sequence[PageHeading]) -> Iterator[tuple[PageHeading, list[PageHeading]]]:
    """Each heading that stands below no other, with those below it."""
    group: tuple[PageHeading, list[PageHeading]] | None = None
    for heading in headings:
        if group is not None and heading.level > group[0].level:
            group[1].append(heading)
            continue
        if group is not None:
            yield group
        group = (heading, [])
    if group is not None:
        yield group


def _outline(headings: Sequence[PageHeading], page: Framed) -> tuple[Element, ...]:
    return tuple(
        element(
            "li", _entry(top, page),
            element("ul", (element("li", _entry(each, page)) for each, _ in _groups(below)))
            if below else None,
        )
        for top, below in _groups(headings)
    )  # fmt: skip


def _entry(heading: PageHeading, page: Framed) -> Element:
    return element("a", heading.words, class_="md-nav__link", href=on_page(page, heading.anchor))
