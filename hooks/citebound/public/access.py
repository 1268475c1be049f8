"""Access to a source: which of its words may be read, under its rights.

Under ``full`` all of them; under ``passages`` the sentences that hold words which are
evidence in something published, and the words of terms; under ``metadata`` none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from citebound.model import Passage, Source, Span
from citebound.text.patterns import Pattern

HIDDEN = "\0"
"""What stands for each character of a source that may not be read: no text holds it."""

NOT_SHOWN = "[words that are not shown for reasons of rights]"
"""What is printed in place of a stretch that may not be read."""

_INK = Pattern(r"\S")
_STRETCH = Pattern(rf"{HIDDEN}(?:[{HIDDEN}\s]*{HIDDEN})?")


@dataclass(frozen=True, slots=True)
class Access:
    """Which words of a source may be read here.

    ``level`` is the level of its rights: ``full``, ``passages`` or ``metadata``. ``sentences`` are
    the sentences that may be read whole, ``withheld`` the stretches that may not be read
    at all; both in order. ``share`` is the part of its sentences, 0 to 1 by code points, that
    is published. ``more_than_published`` is true in the preview, which shows all of it.
    """

    level: str
    sentences: frozenset[Span]
    withheld: tuple[Span, ...]
    share: float
    more_than_published: bool = False

    @property
    def quotable(self) -> bool:
        """Whether words of it may be quoted; else evidence names a place in it."""
        return self.level != "metadata"

    @property
    def readable(self) -> bool:
        """Whether any sentence of it may be read."""
        return bool(self.sentences)

    @property
    def whole(self) -> bool:
        """Whether all of it may be read."""
        return self.more_than_published or self.level == "full"

    def may_read(self, span: Span) -> bool:
        """Whether all the words of a span may be read."""
        at = bisect_right(self.withheld, span.start, key=lambda stretch: stretch.end)
        return at == len(self.withheld) or not self.withheld[at].meets(span)


def access_of(source: Source, passages: Iterable[Passage], *, preview: bool = False) -> Access:
    """The access to a source of which these ``passages`` are used; the preview shows all."""
    mine = tuple(passages)
    every = frozenset(sentence.span for sentence in source.sentences)
    opened = frozenset(
        sentence.span
        for passage in mine
        if not passage.term
        for span in passage.spans
        for sentence in source.sentences_in(span)
    )
    sentences = {"full": every, "passages": opened}.get(source.rights, frozenset())
    share = sum(map(len, sentences)) / (sum(map(len, every)) or 1)
    if source.rights == "full":
        return Access(source.rights, every, (), 1.0)
    if preview:
        return Access(source.rights, every, (), share, more_than_published=True)
    terms = [s for p in mine if p.term and source.rights == "passages" for s in p.spans]
    withheld = _stretches_without([*sentences, *terms], source.text)
    return Access(source.rights, sentences, withheld, share)


def _stretches_without(readable: Iterable[Span], text: str) -> tuple[Span, ...]:
    """The stretches of a text outside some spans, white space at their ends left out."""
    found, at = [], 0
    for span in (*sorted(readable), Span(len(text), len(text))):
        stretch = text[at : span.start]
        if stretch.strip():
            start = at + len(stretch) - len(stretch.lstrip())
            found.append(Span(start, at + len(stretch.rstrip())))
        at = max(at, span.end)
    return tuple(found)


def redacted(source: Source, access: Access) -> Source:
    """The source with every character that may not be read as :data:`HIDDEN`, so that its
    offsets stay what they are.
    """
    pieces: list[str] = []
    at = 0
    for span in access.withheld:
        pieces += (source.text[at : span.start], _INK.sub(HIDDEN, span.of(source.text)))
        at = span.end
    return replace(source, text="".join((*pieces, source.text[at:])))


def readable_words(words: str) -> str:
    """Words cut from a redacted text, as they are printed."""
    return _STRETCH.sub(NOT_SHOWN, words)
