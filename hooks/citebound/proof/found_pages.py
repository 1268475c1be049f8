"""The pages of the site as the search finds them: of those that explain it every word, examples in
code apart, of a list its title, and of a page that is not ours its title and headings alone.

What is read here is the page as the HTML standard reads it; each record is derived again from that
tree, and compared as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from citebound.proof.nodes import Element, read_html
from citebound.search.record import Record, Section

_WHOLE = {"method/": ("Method",), "data/": ("Data",)}
_TITLES = ("actors/", "briefings/", "quotations/", "sources/", "timeline/")
_RANKS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_UNSEEN = frozenset(("#comment", "script", "style", "pre"))
_WITHIN = frozenset(
    "a abbr b bdi cite code del dfn em i ins kbd mark q s samp small span strong sub sup time "  # noqa: SIM905, a list of words
    "th td tbody tfoot thead u var wbr input".split()
)
"""Elements that end no paragraph; the cells of a row are one."""


def pages_found(
    pages: Mapping[str, str], others: Mapping[str, str], records: Sequence[Record]
) -> Iterator[str]:
    """What is wrong with the records of pages. ``pages`` have the HTML of our pages by address,
    ``others`` that of the documentation.
    """
    found: dict[str, list[Record]] = {}
    for record in records:
        if record.kind in {"page", "documentation"}:
            found.setdefault(record.address, []).append(record)
    ours = {address for address in (*_WHOLE, *_TITLES) if address in pages}
    for address in sorted(found.keys() | ours | others.keys()):
        wanted = []
        if address in others:
            wanted = [_of_other(address, read_html(others[address], edges=True))]
        elif address in ours:
            wanted = [_of_ours(address, read_html(pages[address], edges=True))]
        if found.get(address, []) != wanted:
            yield f"the search has not the words of {address}, or others"


def _of_other(address: str, tree: Element) -> Record:
    """A page that is not ours: nothing of it but what its headings say."""
    told = [(e.tag, _said(e), e.get("id") or "") for e in _seen(tree) if e.tag in _RANKS]
    told = [heading for heading in told if heading[1]]
    if not told:
        return Record("documentation", address, address, facets={"kind": ("documentation",)})
    title = next((heading for heading in told if heading[0] == "h1"), told[0])
    told.remove(title)
    parts = tuple(Section(words, anchor) for _, words, anchor in told)
    kind = "documentation"
    return Record(kind, title[1], address, parts, facets={"kind": (kind,)})


def _of_ours(address: str, tree: Element) -> Record:
    """A list by its title, or a page that explains, with all of its words."""
    facets = {"kind": ("page",)}
    title = next(_said(e) for e in tree.elements() if e.tag == "h1")
    if address not in _WHOLE:
        return Record("page", title, address, by="List", facets=facets)
    parts: list[Section] = []
    anchor, waiting = "", ""
    for ended, text, heading in (*_paragraphs(tree), (True, "", None)):
        if ended and waiting.split():
            parts.append(Section(" ".join(waiting.split()), anchor))
        waiting = text if ended else waiting + text
        if heading is not None and heading.tag != "h1":
            anchor = heading.get("id") or ""
            parts.append(Section(_said(heading), anchor))
    names, by = _WHOLE[address], "About this site"
    return Record("page", title, address, tuple(parts), names, by=by, facets=facets)


def _paragraphs(element: Element) -> Iterator[tuple[bool, str, Element | None]]:
    """The texts in an element, each with whether a paragraph ends before it; and its headings."""
    for child in element.children:
        if isinstance(child, str):
            yield False, child, None
        elif child.tag in _RANKS:
            yield True, "", child
        elif child.tag not in _UNSEEN:
            ends = child.tag not in _WITHIN
            if ends:
                yield True, "", None
            yield from _paragraphs(child)
            if ends or child.tag in {"th", "td"}:
                yield ends, "" if ends else " ", None


def _said(element: Element) -> str:
    """What a heading says, without the link to itself."""
    return " ".join("".join(_texts(element)).split())


def _texts(element: Element) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, str):
            yield child
        elif child.tag not in _UNSEEN and child.get("class") != "headerlink":
            yield from _texts(child)


def _seen(element: Element) -> Iterator[Element]:
    """The elements of a page without those in its examples, in order."""
    yield element
    for child in element.children:
        if isinstance(child, Element) and child.tag not in _UNSEEN:
            yield from _seen(child)
