"""An element told whole as one line: its name, its attributes, and all that it holds.

What must stand on a page is written with :func:`tag` and :func:`plain`, what stands there is read
with :func:`line_of_page`; the two lines are compared to the last space. Where a link must lead is
written as an address of the site, and :func:`line_for` makes of it what that page must have,
character by character: nothing is resolved from what is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from citebound.proof.made.whole import OUTSIDE, relative
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

_TO = "\x03"
"""What stands before an address of the site that a line has whole."""

_LED = re.compile(rf'{_TO}([^"]*)')
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
    given = sorted((key, _led(key, str(value))) for key, value in named if value is not None)
    return _written(name, given, "".join(held))


def part(name: str, /, *held: str, **attributes: object) -> str:
    """A part of a table, or the whole, as :func:`tag` tells it. A head has a scope."""
    assert ("scope" in attributes) is (name == "th")
    return tag(name, *held, **attributes)


def _led(key: str, value: str) -> str:
    """The value of an attribute; where it is an address of the site, told to be one."""
    return f"{_TO}{value}" if key == "href" and not value.lower().startswith(OUTSIDE) else value


def line_for(address: str, line: str) -> str:
    """A line as it must stand on the page at an address: its links as they must be written."""
    return normal(_LED.sub(lambda led: _from(address, led[1]), line))


def _from(address: str, target: str) -> str:
    path, hash_, fragment = target.partition("#")
    if path == address and fragment:
        return f"#{fragment}"
    return f"{relative(address, path)}{hash_}{fragment}"


def normal(line: str) -> str:
    """A line with single spaces, and none at the edge of a block."""
    return _BESIDE_BLOCKS.sub(r"\1", _SPACE.sub(" ", line))


def line_of_page(body: Element) -> str:
    """What stands on a page, as one line."""
    return normal(_told(body))


def readable(line: str) -> str:
    """A part of a line as a finding has it."""
    return line.translate(_AS_WRITTEN)


def _told(held: Element | str) -> str:
    if isinstance(held, str):
        return plain(held)
    # White space in a drawing shows nothing.
    inner = (c for c in held.children if held.tag != "svg" or not isinstance(c, str) or c.strip())
    return _written(held.tag, held.attributes, "".join(map(_told, inner)))


def _written(name: str, attributes: Iterable[tuple[str, str]], inner: str) -> str:
    given = "".join(f' {key}="{plain(value).translate(_KEPT)}"' for key, value in attributes)
    return f"<{name}{given}>{inner}</{name}>"
