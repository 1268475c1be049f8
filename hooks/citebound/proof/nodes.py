"""A finished page as a tree, read twice: as any parser reads it, and as browsers do.

:func:`read_plain` knows a small part of HTML only, the part that no two parsers read
differently: attributes in double quotation marks, every element closed, no comment.
:func:`read_html` follows the HTML standard (lexbor), so it sees what a browser sees. Where
the two give the same tree, nothing can hide between them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from html import unescape

from selectolax.lexbor import LexborHTMLParser, LexborNode

VOID = frozenset(("br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"))
"""Elements without an end tag that may stand in a page."""

RAW = frozenset(("script", "style"))
"""Elements whose text is kept as it is."""

_COMMENT = "#comment"

_TOKEN = re.compile(
    r"</(?P<close>[A-Za-z][A-Za-z0-9]*)>"
    r"|<(?P<open>[A-Za-z][A-Za-z0-9]*)"
    r'(?P<attributes>(?:[ \t\n\r\f]++[A-Za-z_][\w:.-]*+(?:="[^"]*+")?+)*+)'
    r"[ \t\n\r\f]*+(?P<slash>/?)>"
    r"|(?P<text>[^<]++)",
)
_ATTRIBUTE = re.compile(r'([A-Za-z_][\w:.-]*+)(?:="([^"]*+)")?+')
_DOCTYPE = re.compile(r"<!doctype html>", re.IGNORECASE)
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
"""What no page has, as itself or as a reference: no reader sees it, and some stand for white space
in the lines that the rules compare.
"""
_OPENS, _CLOSES = frozenset("([“‘"), frozenset(".,;:!?)]”’…")
"""What may touch a link: before it, and after it."""
_SPACE = re.compile(r"[ \t\n\r\f]+")

Attributes = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Element:
    """An element: its name and its attributes in lower case, sorted; what it holds, with white
    space folded and none at the ends of a text. ``line`` is where it begins, 0 if not known.
    """

    tag: str
    attributes: Attributes = ()
    children: tuple[Element | str, ...] = ()
    line: int = field(default=0, compare=False)

    def get(self, name: str) -> str | None:
        """The value of an attribute; empty for one without a value."""
        return dict(self.attributes).get(name)

    def elements(self) -> Iterator[Element]:
        """The element itself and every element in it, in order."""
        waiting: list[Element | str] = [self]
        while waiting:
            node = waiting.pop()
            if isinstance(node, Element):
                yield node
                waiting += node.children[::-1]

    @property
    def words(self) -> str:
        """All text in it, joined by single spaces."""
        return " ".join(
            words for c in self.children if (words := c if isinstance(c, str) else c.words)
        )

    @property
    def opening(self) -> str:
        """Its start tag, as a finding names it."""
        written = "".join(f' {name}="{value}"' for name, value in self.attributes)
        return f"<{self.tag}{written}>"


class NotPlainError(ValueError):
    """A page has markup that two parsers may read differently; where, and what."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(f"line {line}: {what}")
        self.line = line
        self.what = what


def read_plain(raw: str, *, edges: bool = False) -> Element:
    """The root element of a document in plain HTML. With ``edges``, a text keeps one space at an
    end that has white space, so that a link may touch what stands beside it; and words may have
    whatever turns the direction of writing.

    Raises :class:`NotPlainError` for whatever is not plain.
    """
    control = (CONTROLS if edges else _CONTROL).search(raw)
    if control:
        name = f"U+{ord(control[0]):04X}"
        raise NotPlainError(raw.count("\n", 0, control.start()) + 1, f"the character {name}")
    doctype = _DOCTYPE.match(raw)
    if doctype is None:
        raise NotPlainError(1, "a page begins with <!doctype html>")
    return _Plain(raw, edges=edges).read(doctype.end())


class _Plain:
    """One reading of a plain document: the open elements, each with what it holds so far."""

    def __init__(self, raw: str, *, edges: bool) -> None:
        self.raw = raw
        self.edges = edges
        self.line = 1
        self.at = 0
        self.open: list[tuple[str, Attributes, int, list[Element | str]]] = [("", (), 1, [])]

    def read(self, at: int) -> Element:
        while at < len(self.raw):
            self.line += self.raw.count("\n", self.at, at)
            self.at = at
            token = _TOKEN.match(self.raw, at)
            if token is None:
                raise self._not_plain(self.raw[at : at + 40].splitlines()[0])
            at = token.end()
            if token["text"] is not None:
                self._text(unescape(token["text"]))
            elif token["close"] is not None:
                self._close(token["close"].lower())
            else:
                at = self._start(token, at)
        found = self.open[0][3]
        if len(self.open) > 1 or len(found) != 1 or not isinstance(found[0], Element):
            raise self._not_plain("an element is not closed, or stands after the page")
        return found[0]

    def _text(self, text: str) -> None:
        held = self.open[-1][3]
        if self.edges:
            held.append(_spaces_kept(text))
            return
        words = with_single_spaces(text)
        parted = words[:1] != text[:1] or words[:1] in _CLOSES
        if words and held and _is_link(held[-1]) and not parted:
            raise self._not_plain("words touch the link before them")
        if words:
            held.append(words)

    def _start(self, token: re.Match[str], at: int) -> int:
        tag = token["open"].lower()
        # White space between other elements is a matter of looks; beside a link it parts words.
        touches = any(isinstance(c, str) or _is_link(c) for c in self.open[-1][3][-1:])
        parted = self.raw[self.at - 1].isspace() or self.raw[self.at - 1] in _OPENS
        if tag == "a" and not self.edges and touches and not parted:
            raise self._not_plain("a link touches what stands before it")
        attributes = _attributes(token["attributes"])
        if len(dict(attributes)) < len(attributes):
            raise self._not_plain(f"{token[0]} has an attribute twice")
        if tag in VOID or (token["slash"] and any(name == "svg" for name, *_ in self.open)):
            self.open[-1][3].append(Element(tag, attributes, (), self.line))
            return at
        if token["slash"]:
            raise self._not_plain(f"{token[0]} is not closed by its slash")
        held: list[Element | str] = []
        self.open.append((tag, attributes, self.line, held))
        if tag in RAW:
            end = self.raw.find(f"</{tag}>", at)
            text = self.raw[at:end]
            if end < 0 or "<!--" in text or f"<{tag}" in text.lower() or f"</{tag}" in text.lower():
                raise self._not_plain(f"{token[0]} holds markup, or is not closed")
            if text:
                held.append(text)
            at = end
        return at

    def _close(self, tag: str) -> None:
        name, attributes, line, held = self.open[-1]
        if name != tag:
            raise self._not_plain(f"</{tag}> closes nothing that is open")
        self.open.pop()
        self.open[-1][3].append(Element(name, attributes, tuple(held), line))

    def _not_plain(self, what: str) -> NotPlainError:
        return NotPlainError(self.line, what)


def _is_link(node: Element | str) -> bool:
    return isinstance(node, Element) and node.tag == "a"


def _attributes(written: str) -> Attributes:
    return tuple(
        sorted((name.lower(), unescape(value)) for name, value in _ATTRIBUTE.findall(written))
    )


def with_single_spaces(text: str) -> str:
    """A text with its white space (HTML's five characters) folded."""
    return _SPACE.sub(" ", text).strip(" ")


def read_html(raw: str, *, edges: bool = False) -> Element:
    """The root element of a document, as the HTML standard has it read. With ``edges``, a text
    keeps one space at an end that has white space: it parts words from an element beside them.
    """
    root = LexborHTMLParser(raw).root
    fold = _spaces_kept if edges else with_single_spaces
    return Element("html") if root is None else _element(root, fold)


def _spaces_kept(text: str) -> str:
    return _SPACE.sub(" ", text)


def without_edges(tree: Element) -> Element:
    """A tree that was read with ``edges``, as it is read without them."""
    if tree.tag in RAW or tree.tag == _COMMENT:
        return tree
    kept = [c.strip(" ") if isinstance(c, str) else without_edges(c) for c in tree.children]
    return Element(tree.tag, tree.attributes, tuple(filter(None, kept)), tree.line)


def _element(node: LexborNode, fold: Callable[[str], str]) -> Element:
    tag = str(node.tag).lower()
    held: list[Element | str] = []
    child = node.child
    while child is not None:
        name = str(child.tag)
        if name == "-text":
            text = child.text_content or ""
            words = text if tag in RAW else fold(text)
            if words:
                held.append(words)
        elif name[0] in "-!":
            held.append(Element(_COMMENT, (), (child.html or "",)))
        else:
            held.append(_element(child, fold))
        child = child.next
    attributes = sorted([(key.lower(), value or "") for key, value in node.attributes.items()])
    return Element(tag, tuple(attributes), tuple(held))


def without_content(tree: Element, identity: str) -> Element:
    """The tree with nothing in the element of an id."""
    if tree.get("id") == identity:
        return replace(tree, children=())
    children = tuple(
        without_content(child, identity) if isinstance(child, Element) else child
        for child in tree.children
    )
    return tree if children == tree.children else replace(tree, children=children)
