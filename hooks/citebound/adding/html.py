"""A saved page read: the text of its article, from the document itself.

trafilatura only says where the article is (:mod:`citebound.adding.article`). What is written is cut
from the tree that the HTML standard makes of the page, so that no character of it is lost or
put in: white space apart, a paragraph is what stands in the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from importlib.metadata import version

from selectolax.lexbor import LexborHTMLParser, LexborNode

from citebound.adding.article import article_of, is_hidden, words_of
from citebound.adding.decoding import decoded_page
from citebound.adding.extracted import Extracted, LeftOut, UnreadableError, stands_in
from citebound.adding.page_says import says_of
from citebound.text.patterns import Pattern

_UNSHOWN = frozenset(
    ("script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed",
     "audio", "video", "canvas", "head", "title", "datalist", "map", "area")
)  # fmt: skip
"""Elements without words of the text; what they hold is nothing that a reader reads there."""

_APART = {
    "nav": "navigation",
    "aside": "an aside",
    "footer": "a footer",
    "form": "a form",
    "button": "a button",
    "select": "a form",
    "textarea": "a form",
    "figure": "a figure with its caption",
    "figcaption": "a caption",
    "del": "deleted text",
    "s": "struck text",
    "strike": "struck text",
    "dialog": "a dialog",
    "menu": "a menu",
}
"""Elements that are left out of a text, and what they are called."""

_DRAWN = {
    "svg": "a drawing", "math": "a formula", "object": "an object", "canvas": "a drawing",
    "noscript": "words for browsers without scripts", "iframe": "a frame",
}  # fmt: skip
"""Elements whose words a reader may see, and what they are."""

_BLOCKS = frozenset(
    ("address", "article", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt",
     "fieldset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend",
     "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead",
     "tr", "ul", "caption")
)  # fmt: skip
"""Elements that begin and end a paragraph; a row of a table is one."""

_BY_SHEET = Pattern(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")
_NO_PART = Pattern(
    r"(?i)(?:\A|[-_ ])(?:ads?|advert\w*|promo\w*|related\w*|comments?|share|social|newsletter"
    r"|sponsor\w*|teaser)(?:[-_ ]|\Z)"
)
"""Classes and ids of what stands in an article and is none of it."""

_SPACE = re.compile(r"[ \t\n\r\f\u00a0\u202f]+")
_CELLS = ("td", "th")
_SHORT = 600
"""A text of fewer letters is perhaps no article."""


def read_html(raw: bytes, charset: str = "") -> Extracted:
    """The article of a saved page. ``charset`` is what came with it, if anything did.

    Raises :class:`~citebound.adding.extracted.UnreadableError`.
    """
    page, deceived = decoded_page(raw, charset)
    tree = LexborHTMLParser(page)
    body = tree.body
    if body is None or not words_of(body):
        raise UnreadableError("this page has no text: it may need a script to show any")
    article, is_sure = article_of(page, body)
    told = _Telling()
    told.walk(article)
    told.end()
    if not told.paragraphs:
        raise UnreadableError("no text of an article was found on this page")
    outside = [*_outside(body, article)]
    notes = [*deceived, *told.notes]
    if not is_sure:
        notes.append("the article could not be told from the rest of the page: all of it is here")
    if any(_BY_SHEET.search(sheet.text() or "") for sheet in tree.css("style")):
        notes.append("its own style sheet hides parts of the page: they may be in this text")
    if sum(map(len, told.paragraphs)) < _SHORT:
        notes.append("the text is very short: is it the article, or a page that asks to log in?")
    if not stands_in(told.paragraphs, unescape(page)):
        notes.append("misplaced mark-up: some words stand elsewhere in the file than in the page")
    with_whom = " and ".join(f"{name} {version(name)}" for name in ("trafilatura", "selectolax"))
    by = f"citebound with {with_whom}"
    return Extracted(
        tuple(told.paragraphs), by, (*told.left_out, *outside), tuple(notes), says_of(tree)
    )


@dataclass(slots=True)
class _Telling:
    """The paragraphs of an element, gathered while its tree is walked."""

    paragraphs: list[str] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    breaks: int = 0

    def walk(self, node: LexborNode) -> None:
        """Take what a node holds."""
        for child in _children(node):
            if child.is_text_node:
                self._add(child.text_content or "")
            elif child.is_element_node:
                self._element(child)

    def end(self) -> None:
        """End a paragraph."""
        text = _folded("".join(self.words))
        if text:
            self.paragraphs.append(text)
        self.words.clear()
        self.breaks = 0

    def _add(self, text: str) -> None:
        if text.strip():
            self.breaks = 0
        self.words.append(_SPACE.sub(" ", text) if not text.isspace() else " ")

    def _element(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in _UNSHOWN:
            words = " ".join((node.text() or "").split())
            if tag in _DRAWN and words:
                self.left_out.append(LeftOut(_DRAWN[tag], words))
            return
        what = "hidden text" if is_hidden(node) else _APART.get(tag, "")
        named = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
        if not what and tag in ("div", "section", "ul", "p") and _NO_PART.search(named):
            what = f"perhaps no part of the article ({named.strip()})"
        if tag == "form" and len(words_of(node)) > _SHORT:
            what = ""
        if tag in ("sup", "sub"):
            what = self._raised(node)
        if what:
            words = words_of(node) or node.text().strip()
            if words:
                self.left_out.append(LeftOut(what, words))
            return
        if tag == "br":
            self._break()
        elif tag in _BLOCKS:
            self.end()
            self.walk(node)
            self.end()
        else:
            self._remark(tag, node)
            self.walk(node)
            if tag in _CELLS:
                self.words.append("\t")

    def _raised(self, node: LexborNode) -> str:
        """What a raised or lowered sign is, if it is left out: the mark of a note. Any other stands
        in the line of its word.
        """
        words = words_of(node)
        if node.css_first("a") is not None or words.startswith("["):
            return "the mark of a note"
        if words and "".join(self.words)[-1:].isalnum():
            before = "".join(self.words).split()[-1:]
            self.notes.append(f"“{words}” is raised or lowered after “{''.join(before)}”")
        return ""

    def _break(self) -> None:
        """A line break; two of them end a paragraph."""
        self.breaks += 1
        self.words.append(" ")
        if self.breaks > 1:
            self.end()

    def _remark(self, tag: str, node: LexborNode) -> None:
        words = words_of(node)
        if tag == "q" and words:
            self.notes.append(
                f"browsers print quotation marks around “{words}” (a <q> element), which are not "
                "in the document: the text has none"
            )
        if tag == "ins" and words:
            self.notes.append(f"inserted later, by its mark-up: “{words}”")


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        yield child
        child = child.next


def _folded(text: str) -> str:
    """A paragraph in one line; the cells of a row stay parted by a tab."""
    cells = [" ".join(cell.split(" ")).strip() for cell in text.split("\t")]
    cells = [re.sub(" +", " ", cell) for cell in cells]
    while cells and not cells[-1]:
        cells.pop()
    return "\t".join(cells).strip()


def _outside(body: LexborNode, article: LexborNode) -> Iterator[LeftOut]:
    """The words of a page that stand outside its article, by blocks."""
    if article.mem_id == body.mem_id:
        return
    path = {article.mem_id}
    node = article.parent
    while node is not None:
        path.add(node.mem_id)
        node = node.parent
    yield from _beside(body, article, path)


def _beside(node: LexborNode, article: LexborNode, path: set[int]) -> Iterator[LeftOut]:
    for child in _children(node):
        if child.is_element_node and child.mem_id in path:
            if child.mem_id != article.mem_id:
                yield from _beside(child, article, path)
        elif (child.is_element_node and child.tag not in _UNSHOWN) or child.is_text_node:
            hidden = child.is_element_node and is_hidden(child)
            words = " ".join((child.text() or "").split()) if hidden else words_of(child)
            if words:
                yield LeftOut("hidden text" if hidden else "outside the article", words)
