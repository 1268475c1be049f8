"""An element told whole as one line: its name, its attributes, and all that it holds.

What must stand on a page is written with :func:`tag` and :func:`plain`, what stands there is read
with :func:`line_of_page`; the two lines are compared to the last space.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from citebound.pages.page import Page
from citebound.proof.made.patterns import BLOCKS
from citebound.proof.made.whole import Whole
from citebound.proof.nodes import Element

_KEPT = str.maketrans({" ": "\x0e", "\t": "\x0f", "\n": "\x10", "\r": "\x11", "\f": "\x12"})
"""White space in an attribute stands for itself, and is never folded."""

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


def line_of_page(held: Iterable[Element | str], page: Page, whole: Whole) -> str:
    """What stands on a page, as one line."""
    return normal("".join(_told(child, page, whole) for child in held))


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
