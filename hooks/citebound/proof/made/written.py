"""Whether the markup that is handed over is read in one way only.

A parser drops what stands where nothing may, such as an end tag of nothing, a second ``<html>`` or
an attribute that is there twice: the tree does not have it, the file does.
"""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from citebound.pages.page import Page
from citebound.problems import Problem
from citebound.proof.made.ground import Ground, differs
from citebound.proof.nodes import CONTROLS, Element, NotPlainError, read_plain

_WITHOUT_VALUE = ("hidden", "data-sortable")
"""Attributes that templates end a start tag with."""


def document_of(html: str) -> str:
    """What a page holds as a document of its own."""
    return f"<!doctype html><body>{html}</body>"


def written_plainly(page: Page, body: Element, ground: Ground) -> Iterator[Problem]:
    """What of a page's markup is in doubt; ``body`` is what was read of it."""
    ground.see("markup")
    doubt = _doubt(str(page.html), body)
    if doubt:
        yield differs(page.address or "index.html", f"the page has markup in doubt: {doubt}")


def _doubt(html: str, body: Element) -> str | None:
    document = document_of(html)
    read = LexborHTMLParser(document).body
    again = (read.html if read else None) or ""
    control = CONTROLS.search(again)
    if control:
        return f"the character U+{ord(control[0]):04X}"
    # What is written as a browser itself writes what it has read is read in one way. This is much
    # quicker than the strict reading, and holds for most pages.
    ours = html.replace("&#39;", "'")
    for name in _WITHOUT_VALUE:
        ours = ours.replace(f" {name}>", f' {name}="">')
    if again == f"<body>{ours}</body>":
        return None
    try:
        plain = read_plain(document, edges=True)
    except NotPlainError as error:
        return error.what
    return None if plain == body else "it is not what a browser makes of it"
