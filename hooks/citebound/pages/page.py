"""A page as a value: its finished HTML, and its headings for a table of contents.

The HTML is all of what a reader reads of it; a site builder puts its frame around it and
changes nothing inside. It is made by templates, which escape whatever they are given
(:mod:`citebound.pages.templating`).
"""

from __future__ import annotations

from dataclasses import dataclass
from posixpath import relpath

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class PageHeading:
    """A heading of a page: its level (1 to 6), its words as plain text, and its id."""

    level: int
    words: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site.

    ``address`` ends with a slash and has no leading one; ``""`` is the home page.
    ``html`` is what is in the page's ``<article>``; ``headings`` are those in it, in
    order. ``edit`` is the file to edit, relative to the project's root. ``quotations`` are
    the identities of the passages that the page shows, for the check of the rendered page.
    ``listed`` pages are in the navigation. ``target`` is the address that a page which
    moved moved to.
    """

    address: str
    title: str
    description: str
    kind: str
    html: Markup
    headings: tuple[PageHeading, ...] = ()
    edit: str | None = None
    quotations: frozenset[str] = frozenset()
    listed: bool = False
    target: str | None = None

    @property
    def uri(self) -> str:
        """The source file that a site builder is told: ``briefings/moscow-visit.md``."""
        return f"{self.address.rstrip('/')}.md" if self.address else "index.md"


def link(origin: str, target: str) -> str:
    """The relative link from the page at ``origin`` to ``target``, both as addresses.

    >>> link("briefings/moscow-visit/", "actors/russia/#facts")
    '../../actors/russia/#facts'
    """
    path, hash_, fragment = target.partition("#")
    if path == origin and fragment:
        return f"#{fragment}"
    written = relpath(f"/{path}", f"/{origin}")
    slash = "/" if path.endswith("/") or not path else ""
    return f"{written.rstrip('/')}{slash}{hash_}{fragment}"
