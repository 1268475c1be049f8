"""Slots: HTML kept out of an editor's Markdown while that is rendered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from itertools import count
from typing import Any

import markdown
from markupsafe import Markup

from citebound.pages.page import PageHeading

_OPEN, _CLOSE = "\ue000", "\ue001"
_SLOT = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")
_BLOCK = re.compile(f"<p>\\s*{_OPEN}([0-9]+){_CLOSE}\\s*</p>")
_TAG = re.compile(r"<[^>]*>")
_EXTENSIONS = [
    "attr_list",
    "tables",
    "sane_lists",
    "admonition",
    "pymdownx.superfences",
    "pymdownx.quotes",
    "toc",
]
_SETTINGS: dict[str, dict[str, Any]] = {
    "pymdownx.quotes": {"callouts": True},
    "toc": {"permalink": "#", "permalink_title": "Address of this section"},
}


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

    def fill(self, text: str) -> tuple[Markup, tuple[PageHeading, ...]]:
        """The Markdown rendered with every slot filled, and its headings."""
        renderer = markdown.Markdown(extensions=_EXTENSIONS, extension_configs=_SETTINGS)
        html = renderer.convert(text)
        html = _BLOCK.sub(lambda m: self.html[f"{_OPEN}{m[1]}{_CLOSE}"], html)
        html = _SLOT.sub(lambda m: self.html[f"{_OPEN}{m[1]}{_CLOSE}"], html)
        return Markup(html), tuple(self._headings(renderer.toc_tokens))  # type: ignore[attr-defined]  # noqa: S704

    def _headings(self, tokens: list[dict[str, Any]]) -> Iterator[PageHeading]:
        for token in tokens:
            words = _SLOT.sub(
                lambda m: _TAG.sub("", self.html[f"{_OPEN}{m[1]}{_CLOSE}"]), token["name"]
            )
            yield PageHeading(token["level"], unescape(words), token["id"])
            yield from self._headings(token["children"])
