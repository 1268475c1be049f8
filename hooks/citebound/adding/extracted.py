"""What was taken out of a document: its text, what was left out, and what it says of itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


class UnreadableError(Exception):
    """Why nothing can be taken out of a document, in one plain sentence without a full stop."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words of a document that are not in its text, and what they are there: ``a running head``,
    ``a footnote``.
    """

    what: str
    words: str


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a document.

    ``paragraphs`` are in the order of the document, each in one line, its words parted by single
    spaces; apart from white space and from what ``left_out`` has, all its characters are those
    of the document, in that order. ``notes`` are further things that whoever adds it should
    look at. ``says`` is what the document says of itself, word for word, by fields of
    ``source.yml`` (title, author, published, publisher, language, url); nothing is guessed.
    ``by`` is what read it, with its version.
    """

    paragraphs: tuple[str, ...]
    by: str
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[str, ...] = ()
    says: Mapping[str, str] = field(default_factory=dict)


def stands_in(paragraphs: Iterable[str], document: str) -> bool:
    """Whether all characters of some paragraphs stand in a document, in that order, white space
    apart.
    """
    at = 0
    for character in "".join("".join(paragraph.split()) for paragraph in paragraphs):
        at = document.find(character, at) + 1
        if not at:
            return False
    return True
