"""The pages of the site as the search finds them: every word of each, examples in code apart, and
no other.

What is read here is the page as the HTML standard reads it, and not as records are cut from it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from citebound.proof.nodes import Element, read_html
from citebound.search.record import Record

_WHOLE = {"method/": ("Method",), "data/": ("Data",)}
_TITLES = ("actors/", "briefings/", "quotations/", "sources/", "timeline/")
_BY = {**dict.fromkeys(_WHOLE, "About this site"), **dict.fromkeys(_TITLES, "List")}
"""What stands below the title of a page that is found."""


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
    whole = {**{name: pages[name] for name in _WHOLE if name in pages}, **others}
    for address in sorted(found.keys() | whole.keys() | {t for t in _TITLES if t in pages}):
        tree = read_html(whole.get(address, pages.get(address, "")))
        words = _letters(_texts(tree))
        if address not in whole:
            words = _letters(_texts(next((e for e in tree.elements() if e.tag == "h1"), tree)))
        kind = "documentation" if address in others else "page"
        if not _is_found(kind, address, found.get(address, ()), words):
            yield f"the search has not the words of {address}, or others"


def _is_found(kind: str, address: str, mine: Sequence[Record], words: str) -> bool:
    """Whether there is one record of a page, and it has all words of it in their order."""
    if len(mine) != 1:
        return False
    (record,) = mine
    plain = not (record.date or record.identity or record.ours or record.about)
    plain = plain and record.language == "en"
    plain = plain and record.facets == {"kind": (record.kind,)} and record.kind == kind
    plain = plain and record.by == _BY.get(address, "")
    told = _letters((record.title, *(part.text for part in record.parts)))
    return plain and told == words and record.names == _WHOLE.get(address, ())


def _texts(element: Element) -> Iterator[str]:
    """The words of a page, without examples and what leads to its headings."""
    for child in element.children:
        if isinstance(child, str):
            yield child
        elif child.tag not in {"#comment", "script", "style", "pre"} and (
            child.get("class") != "headerlink"
        ):
            yield from _texts(child)


def _letters(texts: Iterable[str]) -> str:
    return "".join(
        sign for text in texts for sign in text if unicodedata.category(sign)[0] in "LMN"
    )
