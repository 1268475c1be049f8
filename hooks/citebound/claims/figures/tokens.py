"""A text as the reader of figures meets it: digits, words and signs, each with its place."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

import regex

from citebound.claims.figures.burmese import ENDS_SYLLABLE, GOES_ON, WORDS
from citebound.text.patterns import Pattern


class Token(NamedTuple):
    """Digits (``d``), a word (``w``) or a sign (``s``). ``low`` is a word in small letters, and
    digits as ASCII.
    """

    sort: str
    text: str
    low: str
    start: int
    end: int


_PLAIN = re.compile(r"(?P<w>[^\W\d_]+)|(?P<d>\d+)|(?P<s>\S)")
_TOKEN = Pattern(r"(?P<w>[\p{L}\p{M}]++)|(?P<d>\p{Nd}++)|(?P<s>\S)")
_BURMESE = Pattern(
    rf"(?P<w>(?:{'|'.join(WORDS)})(?!{GOES_ON})"
    rf"|[\p{{Myanmar}}--\p{{Nd}}]\p{{M}}*+(?:{ENDS_SYLLABLE}\p{{M}}*+)*+"
    r"|[[\p{L}\p{M}]--\p{Myanmar}]++)|(?P<d>\p{Nd}++)|(?P<s>\S)",
    regex.V1,
)
_MYANMAR = Pattern(r"\p{Myanmar}")
_UNUSUAL = Pattern(r"[\p{M}\p{N}\p{Myanmar}--0-9]", regex.V1)


def ascii_digits(text: str) -> str:
    """Decimal digits of any script as ASCII digits."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)


def _pattern(text: str) -> re.Pattern[str] | Pattern:
    """What a text is divided by; most have neither marks nor digits of other scripts."""
    if text.isascii() or not _UNUSUAL.search(text):
        return _PLAIN
    return _BURMESE if _MYANMAR.search(text) else _TOKEN


def tokens_of(text: str) -> list[Token]:
    """The tokens of a text, in order."""
    found = []
    for one in _pattern(text).finditer(text):
        sort, said = str(one.lastgroup), one.group()
        low = ascii_digits(said) if sort == "d" else said.lower()
        found.append(Token(sort, said, low, one.start(), one.end()))
    return found
