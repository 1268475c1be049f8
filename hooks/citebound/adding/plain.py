"""Plain text and Markdown read for a new source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from citebound.adding.decoding import decoded_text
from citebound.adding.extracted import Extracted, LeftOut, UnreadableError

_BLANK = re.compile(r"\n[ \t\f]*(?:\n[ \t\f]*)+")
_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)


def read_text(raw: bytes) -> Extracted:
    """A plain text: paragraphs are parted by blank lines, or else each line is one.

    Raises :class:`~citebound.adding.extracted.UnreadableError`.
    """
    text = _lines(raw)
    stretches = _BLANK.split(text.strip()) if _BLANK.search(text.strip()) else text.split("\n")
    notes = []
    if "\f" in text:
        notes.append(f"{text.count(chr(12))} page breaks (form feeds) stand in it: look for heads")
    return Extracted(_folded(stretches), "citebound", notes=tuple(notes))


def read_markdown(raw: bytes) -> Extracted:
    """A text in Markdown (CommonMark): its words without its signs.

    Raises :class:`~citebound.adding.extracted.UnreadableError`.
    """
    text = _lines(raw)
    left_out = []
    front = _FRONT_MATTER.match(text)
    if front:
        left_out.append(LeftOut("front matter", " ".join(front[1].split())))
        text = text[front.end() :]
    paragraphs = []
    known: dict[str, Any] = {}
    for token in MarkdownIt("commonmark").enable("table").parse(text, known):
        if token.type in ("fence", "code_block"):
            paragraphs.append(token.content)
        elif token.type == "list_item_open":
            sign = f"{token.info}{token.markup}"
            left_out.append(LeftOut("the sign of a list", sign))
        elif token.type == "html_block":
            left_out.append(LeftOut("HTML", " ".join(token.content.split())))
        elif token.type == "inline":
            told: list[str] = []
            left_out += _inline(token.children or (), told)
            paragraphs.append("".join(told))
    for name, one in known.get("references", {}).items():
        left_out.append(
            LeftOut("an address", f"{name}: {one.get('href')} {one.get('title')}".strip())
        )
    return Extracted(_folded(paragraphs), "citebound with markdown-it-py", tuple(left_out))


def _inline(tokens: Sequence[Token], told: list[str]) -> Iterator[LeftOut]:
    """The words of a paragraph go to ``told``; what is left out is given."""
    for token in tokens:
        if token.type in ("text", "code_inline", "text_special"):
            told.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            told.append(" ")
        elif token.type == "image":
            yield LeftOut("a picture", token.content or str(token.attrs.get("src", "")))
        elif token.type == "html_inline":
            yield LeftOut("HTML", token.content)
        elif token.type == "link_open":
            yield LeftOut("an address", str(token.attrs.get("href", "")))


def _lines(raw: bytes) -> str:
    text = decoded_text(raw).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise UnreadableError("this document is empty")
    return text


def _folded(paragraphs: Sequence[str]) -> tuple[str, ...]:
    return tuple(filter(None, (" ".join(paragraph.split()) for paragraph in paragraphs)))
