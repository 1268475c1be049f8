"""Common letters: where a quick look at a text finds what a thorough one does.

To ask the properties of each character for words, marks and scripts takes ten times as long as
Python's own patterns. Of the letters and signs that are listed here the two know the same.
"""

from __future__ import annotations

import re

COMMON = "\x00-\xac\xae-\u017e\u0180-\u024f\u0400-\u045f\u0490\u0491\u2010-\u2027\u2030-\u205e€₽"
"""Latin and Russian letters, digits, and the signs between words: no marks of their own, nothing
that is not shown, no letters in circles, and no script without spaces. As a class of a pattern.
"""

_COMMON = re.compile(rf"[{COMMON}]*+")


def in_small_letters(text: str) -> str:
    """A text in letters that are the same wherever a pattern without case takes them for so."""
    return text.casefold().replace("i\u0307", "i")


def is_common(text: str) -> bool:
    """Whether a text has no other characters."""
    return text.isascii() or _COMMON.fullmatch(text) is not None
