"""The pages of the site as the search finds them: every word of each, and no other.

What is read here is the page as the HTML standard reads it, and not as records are cut from it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from citebound.proof.nodes import Element, read_html
from citebound.search.record import Record

_WHOLE = {"method/": ("Method",), "data/": ("Data",)}
_TITLES = ("actors/", "briefings/", "quotations/", "sources/", "timeline/")


def pages_found(
    pages: Mapping[str, str], others: Mapping[str, str], records: Sequence[Record]
) -> Iterator[str]:
    """What is wrong with the records of pages. ``pages`` have the HTML of our pages by address,
    ``others`` that of the documentation.
    """
    found: dict[str, list[Record]] = {}
    for record in records:
        if record.kind == "page":
            found.setdefault(record.address.partition("#")[0], []).append(record)
    whole = {**{name: pages[name] for name in _WHOLE if name in pages}, **others}
    for address in sorted(found.keys() | whole.keys() | {t for t in _TITLES if t in pages}):
        mine = found.get(address, [])
        html = whole.get(address, pages.get(address, ""))
        words = _letters(" ".join(_texts(read_html(html))))
        if not _is_found(address, mine, words, whole=address in whole):
            yield f"the search has not the words of {address}, or others"


def _is_found(address: str, mine: Sequence[Record], words: str, *, whole: bool) -> bool:
    """Whether the records of a page have its words, each once and in their order."""
    names = {name for record in mine for name in record.names}
    told = [_letters(" ".join((r.title, *(part.text for part in r.parts)))) for r in mine]
    at_page = [record for record in mine if record.address == address]
    plain = all(not (r.date or r.identity or r.ours) and r.language == "en" for r in mine)
    if len(at_page) != 1 or names != {*_WHOLE.get(address, ())} or not plain:
        return False
    if any(text not in words for text in told):
        return False
    return sum(map(len, told)) == len(words) if whole else len(mine) == 1 and not mine[0].parts


def _texts(element: Element) -> Iterator[str]:
    """The words of a page, without what leads to its own headings."""
    for child in element.children:
        if isinstance(child, str):
            yield child
        elif child.tag not in {"#comment", "script", "style"} and (
            child.get("class") != "headerlink"
        ):
            yield from _texts(child)


def _letters(text: str) -> str:
    return "".join(sign for sign in text if unicodedata.category(sign)[0] in "LMN")
