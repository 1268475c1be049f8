"""Every element and every word of a page is accounted for: by the closed list of what templates
write, by what is public, or by the tree of an editor's prose.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from citebound.model import Actor, Briefing
from citebound.pages.page import Page
from citebound.problems import Problem
from citebound.proof.made.all_fields import AllFields
from citebound.proof.made.derived import NoPassageError
from citebound.proof.made.fields import Here
from citebound.proof.made.ground import differs
from citebound.proof.made.method import method_again
from citebound.proof.made.page_shapes import PAGES
from citebound.proof.made.patterns import attributes, name_of, pattern, written
from citebound.proof.made.prose import line_of, prose_told
from citebound.proof.made.prose_page import page_told
from citebound.proof.made.shapes import ELEMENTS
from citebound.proof.nodes import Element

_NEAR = 80
_DEEPEST = 4
"""So many elements an element is listed by at most."""

_ENDS = {
    "briefing": frozenset(("who", "when", "gaps", "sources")),
    "actor": frozenset((
        "facts", "said", "possibly-reporting", "said-of", "took-part-in", "named-in", "with-whom",
        "named-with", "briefings", "evidence",
    )),
}  # fmt: skip
"""The sections before which an editor's prose ends."""


def prose_of(page: Page, body: Element) -> tuple[int, int]:
    """Which children of a page are an editor's prose: from where, to where."""
    ends = _ENDS.get(page.kind)
    if ends is None:
        return 0, 0
    held = [c if isinstance(c, Element) else None for c in body.children]
    first = 0
    for at, child in enumerate(held):
        names = (child.get("class") or "").split() if child else []
        if names[:1] and names[0] in ("cb-switch", "cb-judgements", "cb-names"):
            first = at + 1
    closing = (
        at for at, child in enumerate(held)
        if at >= first and child and child.tag == "h2" and child.get("id") in ends
    )  # fmt: skip
    return first, next(closing, len(held))


class Accounting:
    """Looks at every element of pages. ``fields`` knows what each field must say."""

    def __init__(self, fields: AllFields) -> None:
        self.fields = fields

    def page(self, page: Page, body: Element) -> Iterator[Problem]:
        """What of a page is not accounted for, its prose aside."""
        known = PAGES.get(page.kind)
        if known is None:
            yield from method_again(page, body, self.fields.whole)
            return
        self.fields.whole.ground.see("page accounted for")
        if pattern(known).fields(written(body)) is None:
            yield self._wrong(page, f"the page is not made as listed: {written(body)[:200]}")
        first, last = prose_of(page, body)
        for at, child in enumerate(body.children):
            if isinstance(child, Element):
                room = "prose" if first <= at < last else page.kind
                yield from self.element(child, Here(page, (body,)), (room,))
        yield from self._prose(page, body.children[first:last])

    def _prose(self, page: Page, children: tuple[Element | str, ...]) -> Iterator[Problem]:
        """What of a page's prose is not what its tree has."""
        whole = self.fields.whole
        subject = self.fields.things.get(page.address)
        if not isinstance(subject, Briefing | Actor):
            return
        whole.ground.see("prose of a page")
        wanted, _ = prose_told(subject, whole)
        found = line_of(page_told(children, page, whole))
        if wanted != found:
            at = next((n for n, (a, b) in enumerate(zip(wanted, found, strict=False)) if a != b), 0)
            near = f"“{found[at : at + _NEAR]}” stands where “{wanted[at : at + _NEAR]}” must"
            yield self._wrong(page, f"the prose is not the editor’s: {near}")

    def element(self, element: Element, around: Here, names: tuple[str, ...]) -> Iterator[Problem]:
        """What is not accounted for of an element and all that it holds."""
        here = Here(around.page, (*around.path, element))
        own = name_of(element)[1:-1]
        if own.startswith("quote "):
            own = "quote"
        elif "#" in own:
            own = own.partition("#")[0]
        names = (*names, own)
        kind = "prose" if names[0] == "prose" else here.page.kind
        listed = _listed(names[-_DEEPEST:], kind)
        if listed is None:
            yield self._wrong(
                here.page, f"{element.opening} is not listed in {'>'.join(names[:-1])}"
            )
            return
        given = attributes(element, self._led(element, here))
        yield from self._one(listed[0], given, here, f"the attributes of <{own}>")
        yield from self._one(listed[1], written(element), here, f"what <{own}> holds")
        if own in ("dl.cb-names", "dl.cb-facts") and not self.fields.facts_in_order(element, here):
            yield self._wrong(here.page, f"{element.opening} does not have each fact in order")
        for child in element.children:
            if isinstance(child, Element):
                yield from self.element(child, here, names)

    def _led(self, element: Element, here: Here) -> str | None:
        href = element.get("href")
        return None if href is None else self.fields.whole.leads(href, here.page)

    def _one(self, known: str, found: str, here: Here, what: str) -> Iterator[Problem]:
        fields = pattern(known).fields(found)
        if fields is None:
            yield self._wrong(here.page, f"{what} is not as listed: {found[:_NEAR]}")
            return
        for name, text in fields:
            if not self._holds(name, text, here):
                yield self._wrong(here.page, f"“{text[:_NEAR]}” is no {name.replace('-', ' ')}")

    def _holds(self, name: str, text: str, here: Here) -> bool:
        kind, _, address = name.partition(":")
        if kind == "to":
            return text == address
        if kind == "own":
            joint = "#" if f"{address}" in self.fields.whole.anchors[here.page.address] else ""
            return text == f"{here.page.address}{joint}{address}"
        try:
            return bool(getattr(self.fields, name.replace("-", "_"))(text, here))
        except NoPassageError:
            return False

    def _wrong(self, page: Page, message: str) -> Problem:
        return differs(page.address or "index.html", message)


@lru_cache(maxsize=4096)
def _listed(names: tuple[str, ...], kind: str) -> tuple[str, str] | None:
    """What the closed list has of an element, by the longest path that it is listed by."""
    if kind == "prose" and f"prose:{names[-1]}" in ELEMENTS:
        return ELEMENTS[f"prose:{names[-1]}"]
    for depth in range(_DEEPEST, 0, -1):
        if len(names) >= depth:
            path = ">".join(names[-depth:])
            found = ELEMENTS.get(f"{kind}:{path}") or ELEMENTS.get(path)
            if found is not None:
                return found
    return None
