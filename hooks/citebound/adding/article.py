"""Where the article of a page is: the element that holds nearly all that trafilatura finds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode
from trafilatura import bare_extraction

_LONG = 25
"""So many letters a paragraph needs to be looked for: a short one stands in many places."""

_MOST = 0.9
"""This part of what was found lies in the article."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)"
    r"|(?:font-size|opacity)\s*:\s*0(?![.\d])|(?:left|top|text-indent)\s*:\s*-\d{3,}"
)
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
    whole = _packed(words_of(body))
    places: list[tuple[int, int]] = []
    at = 0
    for packed in wanted:
        # What an extractor finds stands in the order of the page, but for a little.
        start = whole.find(packed, at)
        start = whole.find(packed) if start < 0 else start
        if start >= 0:
            places.append((start, len(packed)))
            at = start + len(packed)
    if not places:
        return body, False
    least = _MOST * sum(size for _, size in places)
    node, start = body, 0
    while (inner := _holding(node, start, places, least)) is not None:
        node, start = inner
    # A paragraph alone is no article: what holds it is.
    if node.tag in ("p", "span", "font", "b", "strong", "em", "i", "a") and node.parent is not None:
        node = node.parent
    return node, True


def _holding(
    node: LexborNode, start: int, places: list[tuple[int, int]], least: float
) -> tuple[LexborNode, int] | None:
    """The child that holds so much of the paragraphs, and where its words begin in those of the
    page, without white space.
    """
    child = node.child
    while child is not None:
        end = start + len(_packed(words_of(child)))
        held = sum(size for at, size in places if start <= at and at + size <= end)
        if child.is_element_node and held >= least:
            return child, start
        start = end
        child = child.next
    return None


def is_hidden(node: LexborNode) -> bool:
    """Whether an element says of itself that it is not shown. What a style sheet hides is not
    known.
    """
    attributes = node.attributes
    style = _COMMENT.sub("", (attributes.get("style") or "").lower())
    return (
        "hidden" in attributes
        or (attributes.get("aria-hidden") or "").lower() == "true"
        or bool(_HIDING.search(style))
    )


def words_of(node: LexborNode) -> str:
    """The words in a node, its scripts and styles left out, in one line."""
    return " ".join(" ".join(_texts(node)).split())


def _texts(node: LexborNode) -> Iterator[str]:
    if node.is_text_node:
        yield node.text_content or ""
    elif node.is_element_node and node.tag not in _WORDLESS and not is_hidden(node):
        child = node.child
        while child is not None:
            yield from _texts(child)
            child = child.next


def _packed(words: str) -> str:
    """Words without white space: extractors and pages part them differently."""
    return "".join(words.split()).replace("\u200b", "")
