"""English words without their endings, by which the words of two texts are compared."""

from __future__ import annotations

from functools import lru_cache

from citebound.text.patterns import Pattern

STEM = 5
"""So many letters of a word are compared."""

_WORD = Pattern(r"[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)?")
_ENDING = Pattern(r"(?<=\p{L}{3})(?:['’]s|ings?|ed|es|s|ers?|ors?|ions?|ly|e)\Z")
_DOUBLED = Pattern(r"(\p{L})\1\Z")


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """The beginning of a word, without its endings: killings and killed are one."""
    bare = _ENDING.sub("", word.casefold())
    return _DOUBLED.sub(r"\1", bare)[:STEM]


def stems_in(text: str) -> frozenset[str]:
    """The words of a text without their endings."""
    return frozenset(map(stem, {found.group() for found in _WORD.finditer(text)}))
