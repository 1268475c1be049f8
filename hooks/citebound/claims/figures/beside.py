"""The content words beside a figure, by their first five letters."""

from __future__ import annotations

from functools import lru_cache

import regex

from citebound.claims.figures.tables import listed
from citebound.model import Span

REACH = 4
"""So many content words before and after a figure are beside it."""

STEM = 5
"""So many letters of a word are compared."""

_WORD = regex.compile(r"[\p{L}\p{M}]{2,}")
_SMALL_WORDS = frozenset(
    listed(
        "about above after again also although among been before being between both could "
        "does each ever from have having here into itself just less like many more most much "
        "must only other over said same says shall should since some such than that their "
        "them then there these they this those through under until upon very were what when "
        "where which while whom whose will with within would your source people year years "
        "month была было были будет для его если ещё как которая которые который между могут "
        "может него них она они однако при после потому уже чтобы чем этой этом этот эта эти "
        "года году лет более менее"
    )
)


@lru_cache(maxsize=4096)
def _content(text: str) -> tuple[tuple[int, str], ...]:
    """The content words of a text, with their places."""
    found = []
    for one in _WORD.finditer(text):
        word = one.group()
        low = word.lower()
        if low not in _SMALL_WORDS and (len(word) > 3 or word[0].isupper()):
            found.append((one.start(), low[:STEM]))
    return tuple(found)


def stems(text: str) -> frozenset[str]:
    """The stems of all content words of a text."""
    return frozenset(stem for _, stem in _content(text))


def beside(text: str, span: Span, reach: int = REACH) -> frozenset[str]:
    """The stems of the content words beside the figure at a span."""
    words = _content(text)
    before = [stem for at, stem in words if at < span.start][-reach:]
    after = [stem for at, stem in words if at >= span.end][:reach]
    return frozenset((*before, *after))


def around(text: str, span: Span, reach: int = 30) -> str:
    """The words around a span, for a finding: whole ones, in one line."""
    start, end = max(0, span.start - reach), min(len(text), span.end + reach)
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    for mark in "\1":
        text = text.replace(mark, " ")
    said = " ".join(text[start:end].replace("\0", "…").split())
    return ("… " if start else "") + said.strip(" ,;") + (" …" if end < len(text) else "")
