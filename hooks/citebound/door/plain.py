"""Titles and headings of documentation pages as plain text.

A title comes to the theme from the navigation and from front matter as it was typed, from a
heading as HTML with its entities escaped. The theme cannot tell them apart and escapes all, so
they are made one kind here. Those of our own pages are plain text from the start.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import unescape
from urllib.parse import quote

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink


def plain_titles(page: Page) -> None:
    """Make the title of a rendered page and those in its table of contents plain text.

    An address in the contents becomes one that may be written into an attribute as it is,
    as Material prints it.
    """
    from_heading: str | None = getattr(page, "_title_from_render", None)
    typed = "title" in page.meta or "title" in vars(page)
    if from_heading and not typed:
        page.title = unescape(from_heading)
    for entry in _all(page.toc):
        entry.title = unescape(entry.title)
        entry.id = "".join(quote(c, safe="/:") if c.isascii() else c for c in entry.id)


def _all(entries: Iterable[AnchorLink]) -> Iterator[AnchorLink]:
    for entry in entries:
        yield entry
        yield from _all(entry.children)
