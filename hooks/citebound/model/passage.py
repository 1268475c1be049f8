"""A passage: the words of a source that a quotation was found to be.

Its name is defined in docs/quoting.md, The identity of a quotation.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from citebound.model.source import Voice
from citebound.model.text import Span


class SegmentKind(StrEnum):
    """What a stretch of a bound quotation is when it is printed."""

    WORDS = "words"
    CUT = "cut"
    INSERTION = "insertion"
    SOURCE_BRACKET = "bracket"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a bound quotation.

    For ``words``, ``span`` is where they are in the source. For a cut, what
    it drops. For an insertion, what it stands for (``None``: nothing was
    replaced) and ``text`` what the editor put in.
    """

    kind: SegmentKind
    span: Span | None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a source that a quotation was found to be.

    ``segments`` are in order; ``trailing`` is a final ``.`` or ``,`` that is
    the editor's, printed after the closing mark. ``voice`` is whose words they
    are (``None``: the source's own); ``contains`` the voices that lie whole
    inside. ``paragraph`` counts from 1. ``term`` passages are never evidence.
    """

    source: str
    segments: tuple[Segment, ...]
    paragraph: int
    voice: Voice | None = None
    contains: tuple[Voice, ...] = ()
    trailing: str = ""
    term: bool = False

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where its words are, in order. What neither a cut nor an insertion parts is one span,
        with the white space in it.
        """
        joined: list[Span] = []
        goes_on = False
        for segment in self.segments:
            own = segment.kind in (SegmentKind.WORDS, SegmentKind.SOURCE_BRACKET)
            if own and segment.span:
                if joined and (goes_on or joined[-1].end == segment.span.start):
                    joined[-1] = Span(joined[-1].start, segment.span.end)
                else:
                    joined.append(segment.span)
            goes_on = own
        return tuple(joined)

    @property
    def extent(self) -> Span:
        """From its first word to its last, what was cut included."""
        spans = self.spans
        return Span(spans[0].start, spans[-1].end)

    @property
    def locus(self) -> str:
        """Its spans, ``2300-2361,2417-2481``."""
        return ",".join(f"{span.start}-{span.end}" for span in self.spans)

    @property
    def identity(self) -> str:
        """Its permanent name, ``know-how:2300-2361,2417-2481``."""
        return f"{self.source}:{self.locus}"

    @property
    def anchor(self) -> str:
        """The fragment of its address on its source's page, ``q-2300-2361_2417-2481``."""
        return "q-" + self.locus.replace(",", "_")

    @property
    def address(self) -> str:
        """Its permanent address."""
        return f"sources/{self.source}/#{self.anchor}"
