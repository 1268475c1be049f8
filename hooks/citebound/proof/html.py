"""A finished page taken apart: its quotations, ids, links and what it asks for."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905, a list of words
)
_ASKS = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "iframe": ("src",),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "track": ("src",),
    "input": ("src",),
    "form": ("action",),
    "use": ("href",),
    "image": ("href",),
}
"""The attributes by which a page asks for something, besides ``link``."""

_CUT_OUT = frozenset(("cb-cut", "cb-ins"))


@dataclass(slots=True)
class Shown:
    """A quotation as a page shows it: its identity, its pieces between our own cuts and
    insertions, and the line of the page on which it begins.
    """

    identity: str
    pieces: list[str]
    line: int


@dataclass(slots=True)
class FinishedPage:
    """What a page holds. ``links`` and ``asks`` have the line on which they stand."""

    quotations: list[Shown] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    links: list[tuple[str, int]] = field(default_factory=list)
    asks: list[tuple[str, int]] = field(default_factory=list)
    twice: list[tuple[str, int]] = field(default_factory=list)


def read_page(html: str) -> FinishedPage:
    """Take a finished page apart."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.page


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = FinishedPage()
        self.depth = 0
        self.open: list[tuple[int, Shown]] = []
        self.ours: int | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        line = self.getpos()[0]
        self._attributes(tag, values, line)
        if tag in _VOID:
            return
        self.depth += 1
        if "data-quote" in values:
            shown = Shown(values["data-quote"], [""], line)
            self.page.quotations.append(shown)
            self.open.append((self.depth, shown))
        elif self.open and self.ours is None and _CUT_OUT & set(values.get("class", "").split()):
            self.ours = self.depth
            for _, shown in self.open:
                shown.pieces.append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._attributes(tag, {name: value or "" for name, value in attrs}, self.getpos()[0])

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if self.ours == self.depth:
            self.ours = None
        if self.open and self.open[-1][0] == self.depth:
            self.open.pop()
        self.depth -= 1

    def handle_data(self, data: str) -> None:
        if self.ours is None:
            for _, shown in self.open:
                shown.pieces[-1] += data

    def _attributes(self, tag: str, values: dict[str, str], line: int) -> None:
        page = self.page
        name = values.get("id")
        if name:
            if name in page.ids:
                page.twice.append((name, line))
            page.ids.add(name)
        if tag == "a" and "name" in values:
            page.ids.add(values["name"])
        if tag in ("a", "area") and "href" in values:
            page.links.append((values["href"], line))
        elif tag == "link" and "href" in values:
            rel = values.get("rel", "").split()
            leads = {"canonical", "alternate", "prev", "next"} & set(rel)
            (page.links if leads else page.asks).append((values["href"], line))
        for attribute in _ASKS.get(tag, ()):
            asked = values.get(attribute, "")
            urls = [part.split()[0] for part in asked.split(",") if part.split()] if (
                attribute == "srcset"
            ) else [asked]  # fmt: skip
            page.asks += [(url, line) for url in urls if url]
