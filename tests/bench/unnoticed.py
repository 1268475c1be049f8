"""What no visitor can notice: the rule by which the bench excuses a damage that was not found.

It shares nothing with the proof. A page is read by lexbor, as the HTML standard says; two pages
are the same to a visitor if the trees are equal after this, and nothing else:

- runs of white space are one space, and none stands at the ends of a block, of the head or
  between blocks, where no browser shows any (in ``pre``, ``textarea`` and scripts all counts);
- an address that leads to the same place is the same address;
- JSON in the page is what it says, however it is written.

A sitemap or a feed is the same if its XML is, white space between elements aside; a packed file
if it unpacks to the same bytes.
"""

from __future__ import annotations

import gzip
import json
import re
import zlib
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

from selectolax.lexbor import LexborHTMLParser, LexborNode

_SHOWN_AS_IT_IS = frozenset(("pre", "textarea", "script", "style"))
_INLINE = frozenset(
    "a abbr b bdi bdo button cite code data del dfn em i img input ins kbd label mark output q s "  # noqa: SIM905, a list of words
    "samp select small span strong sub sup svg time u var wbr".split()
)
_ADDRESSES = frozenset(("href", "src", "data-base", "data-page"))
_BASE = "https://site.invalid/"
_SPACE = re.compile(r"[ \t\n\r\f]+")


def why_unnoticed(name: str, before: bytes, after: bytes) -> str | None:
    """Why no visitor can notice that a file changed so; ``None``: a visitor may."""
    if name.endswith(".html"):
        return _page(name, before, after)
    if name.endswith(".xml") and _xml(name, before) == _xml(name, after):
        return "XML that says the same"
    if name.endswith(".gz") and _unpacked(before) == _unpacked(after):
        return "unpacks to the same bytes"
    return None


def _page(name: str, before: bytes, after: bytes) -> str | None:
    try:
        one, other = before.decode("utf-8"), after.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if _quirks(one) != _quirks(other):
        return None
    if _tree(one, None) == _tree(other, None):
        return "the same tree, to the last space"
    if _told(one, None) == _told(other, None):
        return "white space that no browser shows"
    if _told(one, name) == _told(other, name):
        return "another way to write the same address or the same JSON"
    return None


def _quirks(html: str) -> bool:
    """Whether browsers show a page as those of the last century did: it has no doctype."""
    return not re.match(r"[\s\ufeff]*<!doctype html\s*>", html, re.IGNORECASE)


def _tree(html: str, _: str | None) -> object:
    """A page as a value, with every space of it."""
    root = LexborHTMLParser(html).root
    return root and _node(root)


def _node(node: LexborNode) -> object:
    if node.tag == "-text":
        return node.text_content
    children, child = [], node.child
    while child is not None:
        children.append(_node(child))
        child = child.next
    return (node.tag, tuple(sorted(node.attributes.items())), tuple(children), node.html if (
        str(node.tag)[0] in "-!") else "")  # fmt: skip


def _told(html: str, name: str | None) -> list[object]:
    """A page as the sequence of what a visitor meets: tags with their attributes, and words, each
    space once, none where a block begins or ends.
    """
    found: list[object] = []
    root = LexborHTMLParser(html).root
    if root is not None:
        _walk(root, name, found)
    return _without_idle_spaces(found)


def _walk(node: LexborNode, name: str | None, found: list[object]) -> None:
    tag = str(node.tag)
    if tag == "-text":
        text = node.text_content or ""
        within = node.parent
        while within is not None and within.tag not in _SHOWN_AS_IT_IS:
            within = within.parent
        if within is None:
            found.append(_SPACE.sub(" ", text))
        elif name is not None and within.attributes.get("type") == "application/json":
            found.append(("text", _json(text, name)))
        else:
            found.append(("text", text))
        return
    if tag[0] in "-!":
        found.append(("other", node.html))
        return
    attributes = {key: _address(key, value, name) for key, value in node.attributes.items()}
    found.append(("<", tag, tuple(sorted(attributes.items(), key=str))))
    child = node.child
    while child is not None:
        _walk(child, name, found)
        child = child.next
    found.append((">", tag))


def _address(key: str, value: str | None, name: str | None) -> str | None:
    if name is None or value is None or key not in _ADDRESSES:
        return value
    return urljoin(_BASE + name, value)


def _json(text: str, name: str) -> object:
    try:
        told = json.loads(text)
    except ValueError:
        return text
    if isinstance(told, dict):
        for key in ("base", "search"):
            told[key] = urljoin(_BASE + name, str(told.get(key)))
    return json.dumps(told, sort_keys=True)


def _without_idle_spaces(found: list[object]) -> list[object]:
    """Words without the spaces at the ends of blocks and after another space."""
    told: list[object] = []
    after_space = True
    held = ""
    for piece in found:
        if isinstance(piece, str):
            held += piece
            continue
        inline = isinstance(piece, tuple) and len(piece) > 1 and piece[1] in _INLINE
        words = held.lstrip(" ") if after_space else held
        if not inline:
            words = words.rstrip(" ")
        if words:
            told.append(words)
            after_space = words.endswith(" ")
        held = ""
        if not inline:
            after_space = True
        told.append(piece)
    return _spaces_before_blocks_dropped(told)


def _spaces_before_blocks_dropped(told: list[object]) -> list[object]:
    """The same without a space that only tags of inline elements part from the end of a block."""
    kept: list[object] = []
    at_end = True
    for piece in reversed(told):
        if isinstance(piece, str):
            words = piece.rstrip(" ") if at_end else piece
            if words:
                kept.append(words)
                at_end = False
            continue
        if not (isinstance(piece, tuple) and len(piece) > 1 and piece[1] in _INLINE):
            at_end = True
        kept.append(piece)
    return kept[::-1]


def _xml(name: str, content: bytes) -> object:
    try:
        root = ET.fromstring(content)  # noqa: S314, written by the bench itself
    except ET.ParseError:
        return content
    # A feed says words, and each space of them counts; a sitemap has addresses and dates alone.
    keeps = name != "sitemap.xml"
    return [(e.tag, sorted(e.attrib.items()), e.text if keeps and not len(e) else
             (e.text or "").strip(), (e.tail or "").strip()) for e in root.iter()]  # fmt: skip


def _unpacked(content: bytes) -> object:
    try:
        return gzip.decompress(content)
    except (OSError, EOFError, zlib.error):
        return content
