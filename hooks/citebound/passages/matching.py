"""Matching: every place of a source where the parts of a quotation occur, in order.

Exact after folding, on word edges, inside one paragraph. Cuts take out at most sixty
words, insertions stand for at most four; a bracket is tried as the source's own first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from citebound.model import Part, PartKind, Segment, SegmentKind, Source, Span
from citebound.passages.brackets import (
    Element,
    Raw,
    elements_of,
    is_same_letter,
    lead_of,
    literal_after,
    own_before,
    standing_for,
)
from citebound.text.edges import clusters, is_edge, is_unspaced, is_word
from citebound.text.folding import Folded, fold
from citebound.text.marks import crosses_mark

MAX_CUT_WORDS = 60
"""A cut takes out at most this many words."""

MAX_REPLACED_WORDS = 4
"""An insertion stands for at most this many words of the source."""

_WORD_CLUSTERS = 5
"""In the scripts without spaces, so many clusters count as a word of a cut."""

_MOST_MATCHES = 64


@dataclass(frozen=True, slots=True)
class Match:
    """One place in a source where all parts of a quotation occur, in order."""

    segments: tuple[Segment, ...]
    paragraph: int

    @property
    def extent(self) -> Span:
        """From its first word to its last."""
        spans = [s.span for s in self.segments if s.kind is SegmentKind.WORDS and s.span]
        return Span(spans[0].start, spans[-1].end)


@dataclass(frozen=True, slots=True)
class SearchableSource:
    """A source made ready for finding: its folded text, once for all its quotations."""

    source: Source
    folded: Folded

    @classmethod
    def of(cls, source: Source) -> SearchableSource:
        """A source made ready."""
        return cls(source, fold(source.text))

    def window(self, paragraph: int) -> tuple[int, int]:
        """Where a paragraph (from 1) begins and ends in the folded text."""
        span = self.source.paragraphs[paragraph - 1]
        return self.folded.index(span.start), self.folded.index(span.end)

    def raw(self, start: int, end: int) -> Span:
        """The span in the source of a folded stretch, without white space at its ends."""
        text = self.folded.text
        while start < end and text[start] == " ":
            start += 1
        while end > start and text[end - 1] == " ":
            end -= 1
        if start == end:
            return Span(self.folded.origin(start), self.folded.origin(start))
        return self.folded.span(start, end)


def occurrences(text: str, words: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Every index at which ``words`` occurs in ``text``, overlaps included."""
    stop = len(text) if end is None else end
    at = text.find(words, start, stop)
    while at >= 0:
        yield at
        at = text.find(words, at + 1, stop)


def count_words(text: str) -> int:
    """The words of a stretch: runs between white space that hold a letter or a digit;
    in the scripts without spaces, each cluster of five counts as one.
    """
    total = 0
    for run in text.split():
        if any(is_unspaced(character) for character in run):
            total += max(1, clusters(run) // _WORD_CLUSTERS)
        elif any(is_word(character) for character in run):
            total += 1
    return total


def find(
    searchable: SearchableSource, parts: Sequence[Part], paragraph: int | None = None
) -> tuple[Match, ...]:
    """Every place of ``searchable`` where the parts of a quotation occur.

    ``paragraph`` restricts the search to that paragraph. Matches are in the
    order of the source; at most 64 are returned.
    """
    elements = elements_of(parts)
    first = next((i for i, e in enumerate(elements) if e.kind is PartKind.WORDS), None)
    if first is None:
        return ()
    text = searchable.folded.text
    start, end = (0, len(text)) if paragraph is None else searchable.window(paragraph)
    found = _matches(searchable, elements, first, start, end)
    unique = {match.segments: match for match in islice(found, _MOST_MATCHES)}
    return tuple(sorted(unique.values(), key=lambda m: (m.extent.start, m.extent.end)))


def _matches(
    searchable: SearchableSource, elements: list[Element], first: int, start: int, end: int
) -> Iterator[Match]:
    text = searchable.folded.text
    words = elements[first].text
    dead: _Dead = set()
    for at in occurrences(text, words, start, end):
        paragraph = searchable.source.paragraph_at(searchable.folded.origin(at))
        if not paragraph:
            continue
        floor = searchable.window(paragraph)[0] if first else 0
        lead = lead_of(text, elements[:first], at, floor)
        if lead is None:
            continue
        begin = next((where[0] for _, _, where in lead if where), at)
        if not is_edge(text, begin):
            continue
        # One paragraph: nothing is looked for past its end.
        limit = end if len(elements) == 1 else searchable.window(paragraph)[1]
        stop = at + len(words)
        head = (*lead, (SegmentKind.WORDS, "", (at, stop)))
        for tail in _follow(text, elements, first + 1, stop, limit, dead):
            segments = tuple(
                Segment(kind, searchable.raw(*where) if where else None, words_in)
                for kind, words_in, where in (*head, *tail)
            )
            if any(_replaces_mark(searchable.source, segment) for segment in segments):
                continue
            match = Match(segments, paragraph)
            if match.extent.end <= searchable.source.paragraphs[paragraph - 1].end:
                yield match


def _replaces_mark(source: Source, segment: Segment) -> bool:
    """Whether an insertion stands for words across a quotation mark of the source."""
    if segment.kind is not SegmentKind.INSERTION or segment.span is None:
        return False
    return crosses_mark(segment.span.of(source.text))


_Dead = set[tuple[int, int, int]]
"""An element's number, a place, and a limit: from there the elements go on in no way."""


def _follow(
    text: str, elements: list[Element], index: int, at: int, limit: int, dead: _Dead
) -> Iterator[tuple[Raw, ...]]:
    """Every way in which the elements from ``index`` on follow ``at``. A place from which there is
    none is noted in ``dead`` and not tried again: several cuts may lead there.
    """
    if (index, at, limit) in dead:
        return
    leads_on = False
    for tail in _ways(text, elements, index, at, limit, dead):
        leads_on = True
        yield tail
    if not leads_on:
        dead.add((index, at, limit))


def _ways(
    text: str, elements: list[Element], index: int, at: int, limit: int, dead: _Dead
) -> Iterator[tuple[Raw, ...]]:
    if index == len(elements):
        if is_edge(text, at):
            yield ()
        return
    element = elements[index]
    literal = literal_after(text, element, at, limit)
    if literal is not None:
        yield from _after_literal(text, elements, index, literal, limit, dead)
        return
    if element.own:
        return
    upto = next(
        (i for i in range(index, len(elements)) if elements[i].kind is PartKind.WORDS), None
    )
    run = elements[index:upto]
    if upto is None:
        if is_edge(text, at) and element.kind is PartKind.BRACKET and not element.touches:
            ours = (SegmentKind.INSERTION, element.text, None)
            for tail in _follow(text, elements, index + 1, at, limit, dead):
                yield (ours, *tail)
        return
    for begin, end, gap in _gaps(text, run, elements[upto].text, at, limit):
        words = (SegmentKind.WORDS, "", (begin, end))
        for tail in _follow(text, elements, upto + 1, end, limit, dead):
            yield (*gap, words, *tail)


def _after_literal(
    text: str,
    elements: list[Element],
    index: int,
    literal: tuple[int, int],
    limit: int,
    dead: _Dead,
) -> Iterator[tuple[Raw, ...]]:
    end = literal[1]
    head = (SegmentKind.SOURCE_BRACKET, "", literal)
    if index + 1 < len(elements) and elements[index + 1].kind is PartKind.WORDS:
        words = elements[index + 1].text
        begin = end + 1 if text[end : end + 1] == " " and not elements[index].tight[1] else end
        stop = begin + len(words)
        if text.startswith(words, begin) and stop <= limit:
            for tail in _follow(text, elements, index + 2, stop, limit, dead):
                yield (head, (SegmentKind.WORDS, "", (begin, stop)), *tail)
        return
    for tail in _follow(text, elements, index + 1, end, limit, dead):
        yield (head, *tail)


def _gaps(
    text: str, run: list[Element], words: str, at: int, limit: int
) -> Iterator[tuple[int, int, tuple[Raw, ...]]]:
    """Where ``words`` goes on after the cuts and insertions of ``run``, and what they stand for."""
    cut = any(e.kind is PartKind.CUT for e in run)
    most = MAX_CUT_WORDS if cut else MAX_REPLACED_WORDS
    bracketed = sum(count_words(e.text) for e in run if e.kind is PartKind.BRACKET)
    bracketed = min(bracketed, MAX_CUT_WORDS)
    for begin in occurrences(text, words, at, limit) if is_edge(text, at) else ():
        if count_words(text[at:begin]) > most + bracketed:
            break
        rest, own = own_before(text, run, begin, at)
        first = own[0][2][0] if own and own[0][2] else begin
        dropped = count_words(text[at:first])
        if dropped > most or not rest or any(e.touches or e.own for e in rest):
            continue
        if (cut and not text[at:first].strip(" ")) or not is_edge(text, first):
            continue
        ours = standing_for(rest, (at, first), any_words=dropped > 0)
        yield begin, begin + len(words), (*ours, *own)
    if run[-1].touches and not run[-1].own:
        yield from _changed_letter(text, run, words, at, limit)


def _changed_letter(
    text: str, run: list[Element], words: str, at: int, limit: int
) -> Iterator[tuple[int, int, tuple[Raw, ...]]]:
    """``[b]y``: the source has the letter in the other case, at the start of a word."""
    cut = any(e.kind is PartKind.CUT for e in run)
    if any(e.own or e.touches for e in run[:-1]):
        return
    letter = run[-1].text
    for begin in occurrences(text, words, at, limit):
        dropped = text[at : begin - 1].strip(" ")
        if count_words(dropped) > (MAX_CUT_WORDS if cut else 0):
            return
        if bool(dropped) != cut or not is_same_letter(text, begin - 1, letter):
            continue
        if is_edge(text, begin - 1) and is_edge(text, at):
            gap = (
                *standing_for(run[:-1], (at, begin - 1), any_words=cut),
                (SegmentKind.INSERTION, letter, (begin - 1, begin)),
            )
            yield begin, begin + len(words), gap
