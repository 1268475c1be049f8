"""Matching: every place of a source where the parts of a quotation occur, in order.

Exact after folding, on word edges, inside one paragraph. Cuts take out at most sixty
words, insertions stand for at most four; a bracket is tried as the source's own first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from citebound.model import Part, PartKind, Segment, SegmentKind, Source, Span
from citebound.text.edges import clusters, is_edge, is_unspaced, is_word
from citebound.text.folding import SPACES, Folded, fold

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


@dataclass(frozen=True, slots=True)
class _Element:
    """A part of a quotation, folded, white space at its ends dropped.

    A bracket that cannot be ours is only looked for as the source's ``own``; ``tight`` says
    whether it then touches the words before it and those after it.
    """

    kind: PartKind
    text: str
    touches: bool
    own: bool = False
    tight: tuple[bool, bool] = (False, False)


def _elements(parts: Sequence[Part]) -> list[_Element]:
    elements = []
    for number, part in enumerate(parts):
        if part.kind is PartKind.WORDS:
            words = fold(part.text).text.strip(" ")
            if words:
                elements.append(_Element(part.kind, words, touches=False))
        elif part.fault is None:
            elements.append(_Element(part.kind, part.text, part.touches))
        else:
            before, after = parts[:number][-1:], parts[number + 1 :][:1]
            tight = (_is_tight(before, -1), _is_tight(after, 0))
            elements.append(_Element(part.kind, part.text, part.touches, own=True, tight=tight))
    return elements


def _is_tight(beside: Sequence[Part], end: int) -> bool:
    """Whether a part beside a bracket is words that touch it, with their last or first letter."""
    return any(part.kind is PartKind.WORDS and part.text[end] not in SPACES for part in beside)


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
    elements = _elements(parts)
    first = next((i for i, e in enumerate(elements) if e.kind is PartKind.WORDS), None)
    if first is None:
        return ()
    text = searchable.folded.text
    start, end = (0, len(text)) if paragraph is None else searchable.window(paragraph)
    found = _matches(searchable, elements, first, start, end)
    unique = {match.segments: match for match in islice(found, _MOST_MATCHES)}
    return tuple(sorted(unique.values(), key=lambda m: (m.extent.start, m.extent.end)))


def _matches(
    searchable: SearchableSource, elements: list[_Element], first: int, start: int, end: int
) -> Iterator[Match]:
    text = searchable.folded.text
    words = elements[first].text
    dead: _Dead = set()
    for at in occurrences(text, words, start, end):
        paragraph = searchable.source.paragraph_at(searchable.folded.origin(at))
        if not paragraph:
            continue
        floor = searchable.window(paragraph)[0] if first else 0
        lead = _lead(text, elements[:first], at, floor)
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
            match = Match(segments, paragraph)
            if match.extent.end <= searchable.source.paragraphs[paragraph - 1].end:
                yield match


_Raw = tuple[SegmentKind, str, tuple[int, int] | None]
_Dead = set[tuple[int, int, int]]
"""An element's number, a place, and a limit: from there the elements go on in no way."""


def _lead(text: str, before: list[_Element], at: int, floor: int) -> tuple[_Raw, ...] | None:
    """What stands for the brackets before the first words, or ``None`` where they do not fit.
    Nothing is looked for before ``floor``.
    """
    lead: list[_Raw] = []
    for element in reversed(before):
        literal = _literal_before(text, element, at, floor)
        if literal is not None:
            lead.append((SegmentKind.SOURCE_BRACKET, "", literal))
            at = literal[0]
        elif element.own:
            return None
        elif not element.touches:
            lead.append((SegmentKind.INSERTION, element.text, None))
        elif _same_letter(text, at - 1, element.text):
            lead.append((SegmentKind.INSERTION, element.text, (at - 1, at)))
            at -= 1
        else:
            return None
    return tuple(reversed(lead))


def _literal_before(text: str, element: _Element, at: int, floor: int) -> tuple[int, int] | None:
    """Where a bracket is in the source itself, directly before ``at``."""
    if element.kind is not PartKind.BRACKET:
        return None
    end = at - 1 if text[at - 1 : at] == " " and not element.tight[1] else at
    bracket = fold(f"[{element.text}]").text
    begin = end - len(bracket)
    return (begin, end) if begin >= floor and text.startswith(bracket, begin) else None


def _same_letter(text: str, at: int, letter: str) -> bool:
    """Whether ``text[at]`` is ``letter`` in the other case."""
    return (
        at >= 0
        and len(letter) == 1
        and text[at] != letter
        and text[at].casefold() == letter.casefold()
    )


def _follow(
    text: str, elements: list[_Element], index: int, at: int, limit: int, dead: _Dead
) -> Iterator[tuple[_Raw, ...]]:
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
    text: str, elements: list[_Element], index: int, at: int, limit: int, dead: _Dead
) -> Iterator[tuple[_Raw, ...]]:
    if index == len(elements):
        if is_edge(text, at):
            yield ()
        return
    element = elements[index]
    literal = _literal(text, element, at, limit)
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


def _literal(text: str, element: _Element, at: int, limit: int) -> tuple[int, int] | None:
    """Where a bracket (or a cut) is in the source itself, directly after ``at``."""
    begin = at + 1 if text[at : at + 1] == " " and not element.tight[0] else at
    inside = (element.text,) if element.kind is PartKind.BRACKET else ("…", "...")
    for words in inside:
        bracket = fold(f"[{words}]").text
        if text.startswith(bracket, begin) and begin + len(bracket) <= limit:
            return begin, begin + len(bracket)
    return None


def _after_literal(
    text: str,
    elements: list[_Element],
    index: int,
    literal: tuple[int, int],
    limit: int,
    dead: _Dead,
) -> Iterator[tuple[_Raw, ...]]:
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
    text: str, run: list[_Element], words: str, at: int, limit: int
) -> Iterator[tuple[int, int, tuple[_Raw, ...]]]:
    """Where ``words`` goes on after the cuts and insertions of ``run``, and what they stand for."""
    cut = any(e.kind is PartKind.CUT for e in run)
    most = MAX_CUT_WORDS if cut else MAX_REPLACED_WORDS
    bracketed = sum(count_words(e.text) for e in run if e.kind is PartKind.BRACKET)
    for begin in occurrences(text, words, at, limit) if is_edge(text, at) else ():
        if count_words(text[at:begin]) > most + bracketed:
            break
        rest, own = _own_before(text, run, begin, at)
        first = own[0][2][0] if own and own[0][2] else begin
        dropped = count_words(text[at:first])
        if dropped > most or not rest or any(e.touches or e.own for e in rest):
            continue
        if (cut and not text[at:first].strip(" ")) or not is_edge(text, first):
            continue
        ours = _standing_for(rest, (at, first), any_words=dropped > 0)
        yield begin, begin + len(words), (*ours, *own)
    if run[-1].touches and not run[-1].own:
        yield from _changed_letter(text, run, words, at, limit)


def _own_before(
    text: str, run: list[_Element], at: int, floor: int
) -> tuple[list[_Element], tuple[_Raw, ...]]:
    """The elements of a run, and those of its last brackets that the source has before ``at``."""
    own: list[_Raw] = []
    rest = list(run)
    while rest and (literal := _literal_before(text, rest[-1], at, floor)):
        own.append((SegmentKind.SOURCE_BRACKET, "", literal))
        at = literal[0]
        rest.pop()
    return rest, tuple(reversed(own))


def _standing_for(
    run: list[_Element], where: tuple[int, int], *, any_words: bool
) -> tuple[_Raw, ...]:
    """A cut takes the dropped words; without one, the first insertion stands for them."""
    holder = next((i for i, e in enumerate(run) if e.kind is PartKind.CUT), 0)
    return tuple(
        (SegmentKind.CUT, "", where if i == holder else None)
        if e.kind is PartKind.CUT
        else (SegmentKind.INSERTION, e.text, where if i == holder and any_words else None)
        for i, e in enumerate(run)
    )


def _changed_letter(
    text: str, run: list[_Element], words: str, at: int, limit: int
) -> Iterator[tuple[int, int, tuple[_Raw, ...]]]:
    """``[b]y``: the source has the letter in the other case, at the start of a word."""
    cut = any(e.kind is PartKind.CUT for e in run)
    if any(e.own or e.touches for e in run[:-1]):
        return
    letter = run[-1].text
    for begin in occurrences(text, words, at, limit):
        dropped = text[at : begin - 1].strip(" ")
        if count_words(dropped) > (MAX_CUT_WORDS if cut else 0):
            return
        if bool(dropped) != cut or not _same_letter(text, begin - 1, letter):
            continue
        if is_edge(text, begin - 1) and is_edge(text, at):
            gap = (
                *_standing_for(run[:-1], (at, begin - 1), any_words=cut),
                (SegmentKind.INSERTION, letter, (begin - 1, begin)),
            )
            yield begin, begin + len(words), gap
