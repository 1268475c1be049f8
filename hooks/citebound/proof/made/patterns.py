"""Patterns of what stands in an element: words as they are, elements by name, fields in braces.

``<p.cb-when>`` is an element with this first class, ``<h2#gaps>`` a heading with this address,
``<quote>`` a quotation. ``((`` and ``))`` group, with ``?``, ``*`` or ``+`` after them; ``||`` is
"or". ``{name}`` is some text whose truth is looked up by its name; ``{n}`` is a number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from citebound.proof.nodes import Element

_PART = regex.compile(r"(\(\(|\)\)[?*+]?|\|\||\{[\w:./#-]+\})")
_GROUPS = {"((": "(?:", "||": "|"}
_FIXED = {
    "{n}": r"\d+",
    "{number}": r"\d+(?:\.\d+)?",
    "{rest}": r".*?",
    "{close}": r"\)",
    "{quotation}": r"<quote [^>]*>",
    "{changes}": r"(?:<p\.cb-contains>)*(?:<details\.cb-dropped>)?(?:<ul\.cb-insertions>)?",
    "{heading}": r"<h\d[^>]*>",
}
"""What needs no looking up, or is looked at elsewhere."""

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


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern, and the names of the fields in it in the order in which it lists them."""

    compiled: regex.Pattern[str]
    names: tuple[str, ...]

    def fields(self, written: str) -> tuple[tuple[str, str], ...] | None:
        """The name and the text of each field; ``None`` where the pattern is another."""
        found = self.compiled.fullmatch(written)
        if found is None:
            return None
        return tuple(
            (name, text.replace("\x01", "<").replace("\x02", ">"))
            for number, name in enumerate(self.names, 1)
            for text in found.captures(number)
        )


@cache
def pattern(written: str) -> Pattern:
    """The pattern that is written so."""
    names: list[str] = []
    parts = []
    for part in _PART.split(written):
        if part in _GROUPS:
            parts.append(_GROUPS[part])
        elif part.startswith("))"):
            parts.append(part[1:])
        elif part in _FIXED:
            parts.append(_FIXED[part])
        elif part.startswith("{"):
            names.append(part[1:-1])
            parts.append(r"((?:[^<]|<quote [^>]*>)*?)")
        else:
            parts.append(regex.escape(part, literal_spaces=True))
    return Pattern(regex.compile("".join(parts)), tuple(names))


def name_of(element: Element) -> str:
    """An element as patterns name it."""
    given = dict(element.attributes)
    identity = given.get("data-quote")
    if identity is not None:
        return f"<quote {identity}>"
    anchor = given.get("id")
    if len(element.tag) == 2 and element.tag[0] == "h" and anchor:
        return f"<{element.tag}#{anchor}>"
    first = given.get("class", "").partition(" ")[0]
    return f"<{element.tag}.{first}>" if first else f"<{element.tag}>"


def written(element: Element) -> str:
    """What an element holds as patterns write it, without white space that shows nothing."""
    pieces = [*_pieces(element)]
    if element.tag == "svg":
        return "".join(piece for piece, _ in pieces if piece.strip())
    for at, (piece, is_block) in enumerate(pieces):
        if is_block or piece.startswith("<"):
            continue
        before = at == 0 or pieces[at - 1][1]
        after = at == len(pieces) - 1 or pieces[at + 1][1]
        if element.tag in BLOCKS:
            piece = piece.lstrip(" ") if before else piece  # noqa: PLW2901
            piece = piece.rstrip(" ") if after else piece  # noqa: PLW2901
        pieces[at] = (piece, False)
    return "".join(piece for piece, _ in pieces)


def _pieces(element: Element) -> Iterator[tuple[str, bool]]:
    for child in element.children:
        if isinstance(child, str):
            yield child.replace("<", "\x01").replace(">", "\x02"), False
        elif ("class", "cb-quoted") in child.attributes:
            yield from _pieces(child)
        else:
            yield name_of(child), child.tag in BLOCKS


def attributes(element: Element, resolved: str | None) -> str:
    """The attributes of an element in the order of their names; ``resolved`` is where its link
    leads, instead of how it is written.
    """
    return " ".join(
        f'{name}="{(resolved if name == "href" and resolved is not None else value)}"'.replace(
            "<", "\x01"
        ).replace(">", "\x02")
        for name, value in element.attributes
    )
