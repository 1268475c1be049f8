"""A page as a value: Markdown with slots, and the HTML that goes into them.

Headings and our own prose are Markdown, so that any site builder makes its table
of contents of them. The words of sources, and whatever a template writes, never
pass through Markdown: each stands in a *slot*, a short token of private-use
characters, that is filled with escaped HTML after Markdown has run. A slot that
is a paragraph of its own is filled in place of the whole paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from itertools import count
from posixpath import relpath

_OPEN, _CLOSE = "\ue000", "\ue001"
_SLOT = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")
_BLOCK = re.compile(f"<p>\\s*{_OPEN}([0-9]+){_CLOSE}\\s*</p>")
_TAG = re.compile(r"<[^>]*>")


@dataclass(slots=True)
class Slots:
    """Hands out slots while a page is written, and keeps what goes into each."""

    html: dict[str, str] = field(default_factory=dict)
    _numbers: count[int] = field(default_factory=count)

    def put(self, html: str) -> str:
        """A slot for some HTML, to be written into the page's Markdown."""
        token = f"{_OPEN}{next(self._numbers)}{_CLOSE}"
        self.html[token] = html
        return token

    def block(self, html: str) -> str:
        """A slot as a paragraph of its own."""
        return f"\n\n{self.put(html)}\n\n"


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site.

    ``address`` ends with a slash and has no leading one; ``""`` is the home page.
    ``edit`` is the file to edit, relative to the project's root. ``quotations`` are the
    identities of the passages that the page shows, for the check of the rendered page.
    ``listed`` pages stand in the navigation. ``target`` is the address that a page which
    moved moved to.
    """

    address: str
    title: str
    description: str
    kind: str
    markdown: str
    slots: Mapping[str, str] = field(default_factory=dict)
    edit: str | None = None
    quotations: frozenset[str] = frozenset()
    listed: bool = False
    target: str | None = None

    @property
    def uri(self) -> str:
        """The source file that a site builder is told: ``briefings/moscow-visit.md``."""
        return f"{self.address.rstrip('/')}.md" if self.address else "index.md"

    def fill(self, html: str) -> str:
        """Rendered Markdown with every slot filled.

        Raises ``KeyError`` for a slot the page never handed out.
        """
        html = _BLOCK.sub(lambda m: self.slots[f"{_OPEN}{m[1]}{_CLOSE}"], html)
        return _SLOT.sub(lambda m: self.slots[f"{_OPEN}{m[1]}{_CLOSE}"], html)

    def plain(self, words: str) -> str:
        """Words of the page (a title in the table of contents) with its slots as plain text."""
        return _SLOT.sub(
            lambda m: unescape(_TAG.sub("", self.slots[f"{_OPEN}{m[1]}{_CLOSE}"])), words
        )

    def with_html(self) -> str:
        """The page as one Markdown text with its HTML in it, for another site builder."""
        return _SLOT.sub(lambda m: self.slots[f"{_OPEN}{m[1]}{_CLOSE}"], self.markdown)


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
