"""What an owner has added to the site and answers for: ``extra: citebound: allow:``.

An entry names an element outside of the article by its start tag, or a file by its address and
SHA-256. What it allows is the owner's; it is never called checked.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from html import escape, unescape

from citebound.problems import Place, Problem
from citebound.proof.nodes import RAW, Attributes, Element

_SELECTOR = re.compile(r'(?P<tag>[a-z][a-z0-9]*)(?P<rest>(?:\[[a-z_][\w:.-]*(?:="[^"]*")?\])*)')
_PART = re.compile(r'\[([a-z_][\w:.-]*)(?:="([^"]*)")?\]')
_SHA256 = re.compile(r"[0-9a-f]{64}|[A-Za-z0-9+/]{43}=")
"""As `sha256sum` writes it, or as a policy does."""

_SETTINGS = Place("mkdocs.yml")

HASHED = "sha256-"
"""What the hash of a script begins with, where it stands in place of its text."""

YOURS = "Your site may have it; then it is yours, not part of what is checked. Write in mkdocs.yml:"


@dataclass(frozen=True, slots=True)
class Allowed:
    """One entry: an element (``tag`` and ``attributes``, with the SHA-256 of what it holds where
    the start tag alone says too little), or a ``file`` by its address, with its SHA-256.
    ``number`` counts the entries, ``place`` is where it is, ``written`` the element as written.
    """

    tag: str = ""
    attributes: Attributes = ()
    file: str = ""
    sha256: str = ""
    number: int = field(default=0, compare=False)
    place: Place = field(default=_SETTINGS, compare=False)
    written: str = field(default="", compare=False)

    def is_element(self, element: Element) -> bool:
        """Whether the entry allows this element."""
        if (self.tag, self.attributes) != (element.tag, element.attributes):
            return False
        return self.sha256 == _held_hash(element)

    def is_file(self, address: str, content: bytes) -> bool:
        """Whether the entry allows this file."""
        return self.file == address and self.sha256 == hashlib.sha256(content).hexdigest()


def _held_hash(element: Element) -> str:
    """The SHA-256 of what an element holds, for a script or a style of its own and for an element
    without attributes: their start tags are those of many. Empty for any other.
    """
    if element.tag in RAW and element.children:
        # The hash of a script's text stands in place of the text by now.
        return "".join(map(str, element.children)).removeprefix(HASHED)
    if element.attributes or element.tag in RAW:
        return ""
    return hashlib.sha256(_written(element).encode()).hexdigest()


def _written(node: Element | str) -> str:
    if isinstance(node, str):
        return node
    return f"{node.opening}{' '.join(map(_written, node.children))}</{node.tag}>"


def read_allowed(
    entries: object, lines: Sequence[int] = ()
) -> tuple[tuple[Allowed, ...], tuple[Problem, ...]]:
    """The entries of ``allow:``, and what is wrong with those that cannot be read. ``lines`` are
    those of ``mkdocs.yml`` on which they begin, as far as they are there.
    """
    if entries is None:
        return (), ()
    if not isinstance(entries, list):
        return (), (_unreadable("extra: citebound: allow: is not a list"),)
    known: list[Allowed] = []
    wrong: list[Problem] = []
    for number, entry in enumerate(entries, 1):
        place = Place("mkdocs.yml", lines[number - 1] if number <= len(lines) else 1)
        read = _entry(entry)
        if read is None:
            told = f"entry {number} of extra: citebound: allow: cannot be read"
            wrong.append(_unreadable(told, place))
        else:
            known.append(replace(read, number=number, place=place))
    return tuple(known), tuple(wrong)


def _unreadable(message: str, place: Place = _SETTINGS) -> Problem:
    return Problem(
        place, "rendered-frame", message,
        "an entry has element: 'tag[name=\"value\"]', or file: and sha256:",
    )  # fmt: skip


def _entry(entry: object) -> Allowed | None:
    if not isinstance(entry, dict) or not all(isinstance(v, str) for v in entry.values()):
        return None
    sha256 = entry.get("sha256", "")
    if sha256 and not _SHA256.fullmatch(sha256):
        return None
    if entry.keys() == {"file", "sha256"}:
        return Allowed(file=entry["file"], sha256=sha256)
    selector = _SELECTOR.fullmatch(entry.get("element", ""))
    if selector is None or not entry.keys() <= {"element", "sha256"}:
        return None
    attributes = tuple(sorted((name, unescape(v)) for name, v in _PART.findall(selector["rest"])))
    return Allowed(selector["tag"], attributes, sha256=sha256, written=entry["element"])


def element_lines(element: Element) -> tuple[str, ...]:
    """What an owner writes to allow an element, line by line."""
    written = "".join(f'[{name}="{escape(value)}"]' for name, value in element.attributes)
    lines = [f"- element: {_quoted(element.tag + written)}"]
    if _held_hash(element):
        lines.append(f"  sha256: {_held_hash(element)}")
    return _lines(lines)


def file_lines(address: str, content: bytes) -> tuple[str, ...]:
    """What an owner writes to allow a file, line by line."""
    return _lines(
        [f"- file: {_quoted(address)}", f"  sha256: {hashlib.sha256(content).hexdigest()}"]
    )


def _quoted(value: str) -> str:
    """A value as YAML reads it back: in single quotation marks where they serve, else as JSON."""
    simple = value.isprintable() and "'" not in value and "\\" not in value
    return f"'{value}'" if simple else json.dumps(value)


def _lines(entry: Iterable[str]) -> tuple[str, ...]:
    return ("extra:", "  citebound:", "    allow:", *(f"      {line}" for line in entry))
