"""Where the article of a page is: the element that holds nearly all that trafilatura finds."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborNode
from trafilatura import bare_extraction

_LONG = 25
"""So many letters a paragraph needs to be looked for: a short one stands in many places."""

_MOST = 0.9
"""This part of what was found lies in the article."""

_WORDLESS = frozenset(("script", "style", "noscript", "template", "svg", "iframe"))


def article_of(page: str, body: LexborNode) -> tuple[LexborNode, bool]:
    """The smallest element that holds nearly all of the article, and whether there is one; else
    the whole body.
    """
    found = bare_extraction(
        page, include_comments=False, include_tables=True, deduplicate=False, with_metadata=False
    )
    text = getattr(found, "text", None) or ""
    wanted = [packed for line in text.split("\n") if len(packed := _packed(line)) >= _LONG]
    known = [packed for packed in dict.fromkeys(wanted) if packed in _packed(words_of(body))]
    if not known:
        return body, False
    least = _MOST * sum(map(len, known))
    node = body
    while (inner := _holding(node, known, least)) is not None:
        node = inner
    # A paragraph alone is no article: what holds it is.
    if node.tag in ("p", "span", "font", "b", "strong", "em", "i", "a") and node.parent is not None:
        node = node.parent
    return node, True


def _holding(node: LexborNode, known: list[str], least: float) -> LexborNode | None:
    """The child that holds so much of the paragraphs."""
    child = node.child
    while child is not None:
        if child.is_element_node and child.tag not in _WORDLESS:
            packed = _packed(words_of(child))
            if sum(len(one) for one in known if one in packed) >= least:
                return child
        child = child.next
    return None


def words_of(node: LexborNode) -> str:
    """The words in a node, its scripts and styles left out, in one line."""
    return " ".join(" ".join(_texts(node)).split())


def _texts(node: LexborNode) -> Iterator[str]:
    if node.is_text_node:
        yield node.text_content or ""
    elif node.is_element_node and node.tag not in _WORDLESS:
        child = node.child
        while child is not None:
            yield from _texts(child)
            child = child.next


def _packed(words: str) -> str:
    """Words without white space: extractors and pages part them differently."""
    return "".join(words.split()).replace("\u200b", "")
