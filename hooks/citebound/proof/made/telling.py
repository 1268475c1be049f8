"""An element told whole as one line: its name, its attributes, and all that it holds.

What must stand on a page is written with :func:`tag` and :func:`plain`, what stands there is read
with :func:`line_of_page`; the two lines are compared to the last space.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from citebound.pages.page import Page
from citebound.proof.made.whole import Whole
from citebound.proof.nodes import Element

BLOCKS = frozenset(
    (
        "article", "blockquote", "body", "button", "caption", "dd", "defs", "details", "div", "dl",
        "dt", "figcaption", "figure", "form", "g", "h1", "h2", "h3", "h4", "h5", "h6", "header",
        "hr", "input", "label", "li", "line", "lineargradient", "mask", "nav", "noscript", "ol",
        "option", "output", "p", "path", "pre", "rect", "section", "select", "stop", "summary",
        "svg", "table", "tbody", "td", "th", "thead", "tr", "ul",
    )
)  # fmt: skip
"""Elements beside whose edges white space shows nothing."""

MARK = "\x13"
"""What stands for a quotation mark in an attribute, which ends none."""

_KEPT = str.maketrans(
    {" ": "\x0e", "\t": "\x0f", "\n": "\x10", "\r": "\x11", "\f": "\x12", '"': MARK}
)
"""White space in an attribute stands for itself, and is never folded."""

_AS_WRITTEN = str.maketrans("\x01\x02\x0e\x0f\x10\x11\x12\x13", '<>     "')
_SPACE = re.compile(r"[ \t\n\r\f]+")
_BESIDE_BLOCKS = re.compile(
    rf" ?(</?(?:{'|'.join(sorted(BLOCKS, key=len, reverse=True))})(?: [^>]*)?>) ?"
)


def plain(text: object) -> str:
    """Words in which nothing looks like an element."""
    return str(text).replace("<", "\x01").replace(">", "\x02")


def tag(name: str, /, *held: str, **attributes: object) -> str:
    """An element with its attributes (``class_``, ``data_quote``), without those of ``None``."""
    named = ((key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items())
    given = sorted((key, str(value)) for key, value in named if value is not None)
    return _written(name, given, "".join(held))


def normal(line: str) -> str:
    """A line with single spaces, and none at the edge of a block."""
    return _BESIDE_BLOCKS.sub(r"\1", _SPACE.sub(" ", line))


def line_of_page(body: Element, page: Page, whole: Whole) -> str:
    """What stands on a page, as one line."""
    return normal(_told(body, page, whole))


def readable(line: str) -> str:
    """A part of a line as a finding has it."""
    return line.translate(_AS_WRITTEN)


def _told(held: Element | str, page: Page, whole: Whole) -> str:
    if isinstance(held, str):
        return plain(held)
    given = (
        (name, whole.leads(value, page) if name == "href" else value)
        for name, value in held.attributes
    )
    # White space in a drawing shows nothing.
    inner = (c for c in held.children if held.tag != "svg" or not isinstance(c, str) or c.strip())
    return _written(held.tag, given, "".join(_told(child, page, whole) for child in inner))


def _written(name: str, attributes: Iterable[tuple[str, str]], inner: str) -> str:
    given = "".join(f' {key}="{plain(value).translate(_KEPT)}"' for key, value in attributes)
    return f"<{name}{given}>{inner}</{name}>"
