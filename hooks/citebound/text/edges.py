"""Word edges: where a quotation may begin and end (docs/quoting.md, Matching).

An edge is never next to a letter or a digit that continues the word, a hyphen or an
apostrophe joined to a letter (except before ’s), or ``.`` or ``,`` between digits,
and never between a sign and its number. In the scripts written without spaces
(Thai, Burmese, Khmer, Lao, Chinese, Japanese) any boundary of grapheme clusters
is an edge, but never one between two digits, nor one before a vowel sign or another
mark, which UAX #29 lets stand alone in Burmese. Grapheme clusters are those of
UAX #29.
"""

from __future__ import annotations

from itertools import islice

from citebound.text.patterns import Pattern

UNSPACED = (
    r"\p{Script=Thai}\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Lao}"
    r"\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}"
)
"""The scripts written without spaces between words, as a class of the regex module."""

UNSPACED_LETTER = Pattern(rf"[{UNSPACED}]")
"""A letter of one of them."""

WHOLE_WORD = Pattern(r"[\p{L}\p{M}\p{N}]+(?:['’ʼ-][\p{L}\p{M}\p{N}]+)*+")
"""A word with the apostrophes and hyphens inside it."""

CLUSTER = Pattern(r"\X")
"""A grapheme cluster."""

_WORD = Pattern(r"[\p{L}\p{M}\p{N}]")
_MARK = Pattern(r"\p{M}")
_HYPHENS = "-\u2010\u2011"
_APOSTROPHES = "'’‘‛"
_JOINERS = _HYPHENS + _APOSTROPHES
_SIGNS = "+-\u2212\u2010\u2011±"


def is_word(character: str) -> bool:
    """Whether a character is part of a word: a letter, a mark or a number."""
    return character.isalnum() or (not character.isascii() and bool(_WORD.match(character)))


def is_unspaced(character: str) -> bool:
    """Whether a character belongs to a script written without spaces."""
    return not character.isascii() and bool(UNSPACED_LETTER.match(character))


def clusters(text: str, most: int | None = None) -> int:
    """The number of grapheme clusters in ``text``; with ``most``, counted no further than that."""
    if text.isascii():
        return len(text) if most is None else min(len(text), most)
    return sum(1 for _ in islice(CLUSTER.finditer(text), most))


def is_edge(text: str, at: int) -> bool:
    """Whether a quotation may begin or end at offset ``at`` of ``text``."""
    if at <= 0 or at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    if not (before.isascii() and after.isascii()) and _inside_cluster(text, at):
        return False
    if before == " " or after == " ":
        return True
    if is_word(before) and is_word(after):
        both_digits = before.isnumeric() and after.isnumeric()
        unspaced = is_unspaced(before) or is_unspaced(after)
        return unspaced and not both_digits and not _MARK.match(after)
    return not (_joined(text, at) or _in_number(text, at))


def _inside_cluster(text: str, at: int) -> bool:
    """Whether ``at`` lies inside a grapheme cluster."""
    start = max(0, at - 32)
    cluster = CLUSTER.match(text, start)
    while cluster and cluster.end() < at:
        cluster = CLUSTER.match(text, cluster.end())
    return cluster is not None and cluster.end() > at


def _joined(text: str, at: int) -> bool:
    """Whether a hyphen or an apostrophe joins what is before ``at`` to what follows."""
    before, after = text[at - 1], text[at]
    if is_word(before) and after in _JOINERS and at + 1 < len(text) and is_word(text[at + 1]):
        possessive = text[at + 1] in "sS" and not (at + 2 < len(text) and is_word(text[at + 2]))
        return not (after in _APOSTROPHES and possessive)
    return before in _JOINERS and is_word(after) and at > 1 and is_word(text[at - 2])


def _in_number(text: str, at: int) -> bool:
    """Whether ``at`` splits a number, or separates a sign from its number."""
    before, after = text[at - 1], text[at]
    if before.isnumeric() and after in ".,":
        return at + 1 < len(text) and text[at + 1].isnumeric()
    if after.isnumeric() and before in ".,":
        return at == 1 or not text[at - 2].isalpha()
    return after.isnumeric() and before in _SIGNS
