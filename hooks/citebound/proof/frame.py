"""The frame that each page should have: everything around its article, as a tree.

Written from the tables (:mod:`citebound.proof.listed`) and what was handed to the site
builder, never from the theme's templates. Addresses are whole, from the root of the site
(``/briefings/``), however a page writes them (:func:`citebound.proof.addresses.resolved`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from citebound.proof import listed
from citebound.proof.addresses import whole_address
from citebound.proof.built import Built
from citebound.proof.nodes import Element
from citebound.proof.ways import (
    Framed,
    Held,
    element,
    first_of,
    fixed,
    href_of,
    listing,
    on_page,
    open_sections,
    outline,
    sections,
    ways,
)

SETTINGS = Element("script", (("id", "__config"), ("type", "application/json")))
"""The settings of the theme's script, whose text is looked at apart."""


def frame(page: Framed, built: Built, files: Files) -> Element:
    """The whole frame of a page, with nothing in its article (but on the page of what is not
    found, whose article is the theme's own).
    """
    return element(
        "html", _head(page, built, files), _body(page, built, files), lang="en", class_="no-js"
    )


@dataclass(frozen=True, slots=True)
class Files:
    """The theme's files that a page asks for, by their addresses."""

    scripts: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    stylesheets: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    worker: str


def _head(page: Framed, built: Built, files: Files) -> Element:
    name = built.facts.site_name
    home = page.address == "" and not page.lost
    about = page.description or built.description
    whole = _whole(page, built)
    policy = {"http_equiv": "Content-Security-Policy", "content": listed.POLICY}
    return element(
        "head",
        element("meta", charset="utf-8"),
        None if built.facts.preview else element("meta", **policy),
        _meta("viewport", "width=device-width, initial-scale=1"),
        _meta("color-scheme", "light dark"),
        _meta("referrer", "strict-origin-when-cross-origin"),
        _meta("description", about) if about else None,
        _property("description", about) if about else None,
        _property("title", page.title or name),
        _property("site_name", name),
        _property("type", "article" if page.address.startswith("briefings/") else "website"),
        element("link", rel="canonical", href=whole) if whole else None,
        _property("url", whole) if whole else None,
        _feed(page) if page.feed else None,
        _favicon(built),
        element("title", name if home else f"{page.title} · {name}"),
        element(
            "link",
            rel="preload",
            href=f"/{listed.FONT}",
            as_="font",
            type="font/woff2",
            crossorigin="",
        ),
        (
            element("link", **{"rel": "stylesheet", "href": f"/{address}", **dict(attributes)})
            for address, attributes in files.stylesheets
        ),
        (element("link", rel="stylesheet", href=f"/{each}") for each in built.extra_css),
        element("script", listed.INLINE_SCRIPT, data_base="/"),
    )


def _whole(page: Framed, built: Built) -> str | None:
    """The address of the page on the web, where its owner has stated one."""
    return None if page.lost else whole_address(built.facts.site_url, page.address)


def _favicon(built: Built) -> Element:
    address = built.favicon or listed.FAVICON
    kind = "image/svg+xml" if address.endswith(".svg") else None
    return element("link", rel="icon", type=kind, href=href_of(address))


def _meta(name: str, content: str) -> Element:
    return element("meta", name=name, content=content)


def _property(name: str, content: str) -> Element:
    return element("meta", property=f"og:{name}", content=content)


def _feed(page: Framed) -> Element:
    return element(
        "link", rel="alternate feed", type="application/atom+xml", title=page.title,
        href=f"/{page.feed}",
    )  # fmt: skip


def _body(page: Framed, built: Built, files: Files) -> Element:
    first = page.headings[0].anchor if page.headings else None
    skip = element(
        "a", "Skip to content", class_="md-skip", href=on_page(page, first or "cb-content")
    )
    article = element(
        "article", _not_found(built) if page.lost else None,
        class_="md-content__inner md-typeset", id=listed.ARTICLE_ID, tabindex="-1",
    )  # fmt: skip
    content = element(
        "div", _kickers(page, built), article, _edit(page, built),
        class_="md-content", data_md_component="content",
    )  # fmt: skip
    inner = element("div", _aside(page, built), content, class_="md-main__inner md-grid")
    main = element("main", inner, class_="md-main", data_md_component="main")
    dialog = element("div", class_="md-dialog__inner md-typeset")
    return element(
        "body",
        (fixed(toggle) for toggle in listed.TOGGLES),
        element("div", skip if first else None, data_md_component="skip"),
        element("div", data_md_component="announce"),
        None if first else skip,
        _header(page, built),
        element(
            "div", main, _footer(page, built), class_="md-container", data_md_component="container"
        ),
        element("div", dialog, class_="md-dialog", data_md_component="dialog"),
        SETTINGS,
        (
            element("script", **{"src": f"/{address}", **dict(attributes)})
            for address, attributes in files.scripts
        ),
        dir="ltr",
    )


def _header(page: Framed, built: Built) -> Element:
    home = "page" if page.address == "" and not page.lost else None
    brand = element(
        "a", _logo(built), element("span", built.facts.site_name),
        class_="cb-brand", href="/", aria_current=home,
    )  # fmt: skip
    button = element(
        "button", fixed(listed.HALF_MOON), type="button", class_="cb-scheme",
        aria_label="Dark colours", aria_pressed="false",
    )  # fmt: skip
    panel = element(
        "nav", ways(page, built, with_sections=True), open_sections(page, built),
        _small_outline(page),
        class_="cb-menu-panel", aria_label="Navigation",
    )  # fmt: skip
    menu = element("details", element("summary", "Menu"), panel, class_="cb-menu")
    inner = element(
        "div", brand,
        element("nav", ways(page, built, with_sections=False), class_="cb-ways-in",
                aria_label="Header"),
        element("div", *_search(), button, menu, class_="cb-tools"),
        class_="cb-header-inner", data_address=_whole(page, built),
    )  # fmt: skip
    return element("header", inner, class_="cb-header", data_md_component="header")


def _logo(built: Built) -> Element:
    if built.logo is None:
        return fixed(listed.LOGO)
    return element("img", class_="cb-logo", src=href_of(built.logo), alt="", height="28")


def _search() -> tuple[Element, Element]:
    link = element(
        "a", fixed(listed.LENS), element("span", "Search"), class_="cb-search-button",
        href="/search/", aria_label="Search", aria_keyshortcuts="/ Control+K",
    )  # fmt: skip
    field = element(
        "div", fixed(listed.SEARCH_FIELD), fixed(listed.SUGGESTIONS), class_="cb-find",
        role="search", aria_label="Whole site", data_page="/search/", hidden="",
    )  # fmt: skip
    return link, field


def _small_outline(page: Framed) -> tuple[Element, ...]:
    entries = outline(page)
    if not entries or page.address == "" or page.lost:
        return ()
    return (element("p", "On this page", class_="cb-aside-title"), element("ul", entries))


def _aside(page: Framed, built: Built) -> Element | None:
    navs = []
    # Of several sections that hold the page, the theme shows the last.
    for entry in sections(page, built)[-1:]:
        title = element("p", entry.title, class_="cb-aside-title")
        pages = listing(entry.children, page)
        navs.append(element("nav", title, pages, class_="cb-section", aria_label=entry.title))
    entries = () if page.address == "" or page.lost else outline(page)
    if entries:
        title = element("p", "On this page", class_="cb-aside-title")
        places = element("ul", entries, data_md_component="toc")
        navs.append(element("nav", title, places, class_="cb-toc", aria_label="On this page"))
    return element("div", navs, class_="cb-aside") if navs else None


def _kickers(page: Framed, built: Built) -> Iterator[Element]:
    """The list that a page belongs to, above its title."""
    for entry in built.navigation:
        above = entry.address
        if above and not page.lost and page.address != above and page.address.startswith(above):
            yield element(
                "p", element("a", entry.title, href=href_of(entry.address)), class_="cb-kicker"
            )


def _edit(page: Framed, built: Built) -> Element | None:
    """The links to the page's file, where the owner has said where the project is."""
    base = built.facts.edit_base
    if not base or not page.edit or page.lost:
        return None
    whole = f"{base.rstrip('/')}/{page.edit}"
    raw = whole.replace("blob" if "/blob/" in whole else "edit", "raw")
    links = [
        element("a", words, href=whole if rel else raw, rel=rel)
        for feature, words, rel in listed.EDIT
        if feature in built.features
    ]
    named = element("p", links, class_="cb-fine cb-edit")
    return element("div", named, class_="md-typeset") if links else None


def _footer(page: Framed, built: Built) -> Element:
    links: list[Held] = []
    for entry in built.navigation:
        leads_to = built.pages.get(entry.address) if entry.address else None
        words = listed.FOOT.get(leads_to.kind) if leads_to else None
        if entry.children:
            words = entry.title
        if words:
            address = first_of(entry).address
            links += ["·" if links else None, element("a", words, href=href_of(address))]
    said = None if page.lost else listed.CHECKED if page.ours else listed.NOT_CHECKED
    if page.ours and page.address == "search/":
        said = listed.FOUND
    inner = element(
        "div", element("p", said) if said else None,
        element("p", built.copyright) if built.copyright else None,
        element("p", links), class_="cb-footer-inner",
    )  # fmt: skip
    return element("footer", inner, class_="cb-footer")


def _not_found(built: Built) -> tuple[Element, ...]:
    heading, words = listed.NOT_FOUND
    lost = Framed("", "", "", lost=True)
    return (
        element("h1", heading, id="page-not-found"),
        element("p", words),
        listing(built.navigation, lost),
    )
