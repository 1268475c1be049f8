"""Characters that have no place in a field: found in YAML, and left out of its values.

A control character, a private-use character or one that changes the direction of the text is
a finding at its place, one for each value and each line of comment. The values are read
without it, as they will be once it is removed, so that no second finding follows from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citebound.text.characters import name_of, unfit

_STAND_IN = "\U0010fffd"
"""Stands for a character that cannot be read while YAML is parsed, since YAML stops at some
and breaks lines at others. It is of the private area, so no value keeps it.
"""
_PRINTABLE = re.compile(
    "[\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""What YAML calls printable, without the byte-order mark."""


def unreadable(character: str) -> tuple[str, str, str]:
    """The code, message and hint of a character that has no place in a field."""
    return (
        "forbidden-character",
        f"U+{ord(character):04X} has no place in a field: {name_of(character)}.",
        "Take it out; most editors do not show it.",
    )


def _unfit(text: str) -> Iterator[int]:
    """What has no place in a field; a soft hyphen may be in the words of a quotation, which are
    not known yet (:mod:`citebound.checks.field_characters`).
    """
    return (at for at in unfit(text) if text[at] != "\u00ad")


class Unfit:
    """The characters of a YAML text that have no place in it, asked for from its beginning on.

    ``pinned`` is a source's text: a value that is copied from it may hold what it holds.
    """

    def __init__(self, text: str, pinned: str) -> None:
        self.text, self.pinned = text, pinned
        self.offsets = list(_unfit(text))
        there = {text[at] for at in self.offsets}
        self.kept = frozenset(c for c in there if c in pinned and _PRINTABLE.match(c))
        self.passed = 0

    def parsable(self) -> str:
        """The text, character for character, but that YAML can read all of it."""
        letters = list(self.text)
        for at in self.offsets:
            if letters[at] not in self.kept:
                letters[at] = _STAND_IN
        return "".join(letters) if self.offsets else self.text

    def upto(self, end: int) -> Iterator[int]:
        """The offsets before ``end`` that were not asked for yet."""
        while self.passed < len(self.offsets) and self.offsets[self.passed] < end:
            self.passed += 1
            yield self.offsets[self.passed - 1]

    def first(self, end: int, *, copied: bool) -> int | None:
        """The first of a value that ends at ``end``, if there is one; all of it are passed."""
        found = list(self.upto(end))
        return next((at for at in found if not (copied and self.text[at] in self.kept)), None)

    def unfit_in(self, words: str, *, copied: bool) -> list[int]:
        """The offsets in the ``words`` of a value, those written with a backslash included."""
        return [i for i in _unfit(words) if not (copied and words[i] in self.pinned)]

    def cleaned(self, raw: str) -> str:
        """A stretch of the text without them."""
        if not self.offsets or raw.isascii():
            return raw
        return without_characters(raw, list(_unfit(raw)))


def without_characters(words: str, offsets: Sequence[int]) -> str:
    """Some words without the characters at these offsets."""
    pieces = zip((-1, *offsets), (*offsets, len(words)), strict=True)
    return "".join(words[before + 1 : at] for before, at in pieces)
