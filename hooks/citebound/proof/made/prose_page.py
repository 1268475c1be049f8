"""An editor's prose as it stands on a page, told as its tree is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from citebound.pages.page import Page
from citebound.proof.made.telling import plain
from citebound.proof.made.whole import Whole
from citebound.proof.nodes import Element

_LEFT_OUT = frozenset(("headerlink",))
_THROUGH = frozenset(("cb-quoted", "cb-voice"))


def page_told(children: Iterable[Element | str], page: Page, whole: Whole) -> Iterator[str]:
    """What the prose of a page holds."""
    for child in children:
        if isinstance(child, str):
            yield plain(child)
        else:
            yield from _element(child, page, whole)


def _element(element: Element, page: Page, whole: Whole) -> Iterator[str]:
    names = {*(element.get("class") or "").split()}
    identity = element.get("data-quote")
    tag = {"figcaption": "caption", "div": "note"}.get(element.tag, element.tag)
    if identity is not None:
        yield f"<quote {identity}>"
    elif "cb-mark" in names:
        number = (element.get("data-evidence") or "").removeprefix("e-")
        yield f"<mark {number} {element.get('id')}>"
    elif names & _LEFT_OUT:
        return
    elif names & _THROUGH or tag == "blockquote":
        yield from page_told(element.children, page, whole)
    elif tag in ("br", "hr"):
        yield f"<{tag}>"
    elif tag == "span" and not element.children:
        yield f"<s {element.get('id')}/>"
    else:
        tag, extra = _opening(element, names, tag, page, whole)
        # The address of the home page is empty.
        yield f"<{tag} {plain(extra)}>" if extra or element.tag == "a" else f"<{tag}>"
        yield from page_told(element.children, page, whole)
        yield f"</{tag}>"


def _opening(
    element: Element, names: set[str], tag: str, page: Page, whole: Whole
) -> tuple[str, str]:
    """What an element is called in the line, and what is said of it there."""
    if tag == "a":
        address = whole.leads(element.get("href") or "", page)
        return (
            "actor" if "cb-actor" in names else "a",
            f"{address} {element.get('rel') or ''}".rstrip(),
        )
    if tag == "span":
        named = next((name for name in ("term", "count") if f"cb-our-{name}" in names), "")
        return (named, "") if named else ("s", element.get("id") or "")
    if "cb-analysis-label" in names:
        return tag, "label"
    if tag in ("td", "th"):
        return tag, re.sub("^cb-", "", element.get("class") or "")
    if re.fullmatch("h[2-6]", tag):
        return "h", f"{tag[1]} {element.get('id')}"
    return tag, element.get("start") or ""
