"""What the frame of a page says of it: as the edition has it, or as the page itself does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from citebound.pages.page import PageHeading
from citebound.proof import listed
from citebound.proof.built import Built
from citebound.proof.nodes import Element
from citebound.proof.ways import Framed

LOST = "404.html"
"""The file of the page of what is not found."""

_HEADING = re.compile(r"h([1-6])")
_PERMALINK = "headerlink"


def framed(name: str, whole: Element, built: Built) -> Framed:
    """What the frame of a page should say of it."""
    if name == LOST:
        return Framed("", "Page not found", "", lost=True)
    address = name.removesuffix("index.html")
    other = built.others.get(address)
    if other is not None:
        return _of_another(address, whole, other.edit)
    page = built.pages[address]
    return Framed(
        address,
        page.title,
        page.description,
        page.headings,
        feed=f"{address}feed.xml" if page.kind == "actor" else "feed.xml",
        edit=page.edit,
    )


def _of_another(address: str, whole: Element, edit: str | None) -> Framed:
    """What the frame of a page that is not ours says, as far as the page itself says it: its
    title, its description, and the headings of its article.
    """
    metas = {e.get("property") or e.get("name"): e.get("content") or "" for e in whole.elements()
             if e.tag == "meta"}  # fmt: skip
    outlined = any(e.get("class") == "cb-toc" for e in whole.elements())
    return Framed(
        address,
        metas.get("og:title", ""),
        metas.get("description", ""),
        tuple(_headings(whole)),
        edit=edit,
        outline=outlined,
        ours=False,
    )


def _headings(whole: Element) -> Iterator[PageHeading]:
    """The headings of the article, in the words of the table of contents where these differ in
    white space only: the tree keeps none between a word and an element.
    """
    told = {
        element.get("href"): element.words
        for element in whole.elements()
        if element.get("class") == "md-nav__link"
    }
    article = next((e for e in whole.elements() if e.get("id") == listed.ARTICLE_ID), whole)
    for element in article.elements():
        level = _HEADING.fullmatch(element.tag)
        anchor = element.get("id")
        if level and anchor:
            words, written = _words(element), _as_written(anchor)
            entry = told.get(f"#{written}", "")
            same = "".join(words.split()) == "".join(entry.split())
            yield PageHeading(int(level[1]), entry if same else words, written)


def _as_written(anchor: str) -> str:
    """An id as the address of a link has it: letters of other scripts as they are."""
    return "".join(quote(c, safe="/:") if c.isascii() else c for c in anchor)


def _words(heading: Element) -> str:
    """The words of a heading without the link to itself."""
    held = (c for c in heading.children if isinstance(c, str) or c.get("class") != _PERMALINK)
    return " ".join(child if isinstance(child, str) else child.words for child in held)
