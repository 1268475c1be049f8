"""The rule of copied words: a source's words in a row stand in quotation marks.

Twelve words in a row of a source outside quotation marks are an error, eight to eleven a
warning; in the scripts written without spaces, as many grapheme clusters as weigh the same.
What an actor is called, and a term that is listed, count as one word. No run crosses a
quotation, a footnote's mark or the end of a sentence, here or in the source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from citebound.claims.known import Known
from citebound.claims.own_words import MARK, QUOTED
from citebound.claims.runs import Runs, joined, runs_of
from citebound.claims.statements import Kind, Statement
from citebound.model import Source, Span
from citebound.problems import Problem, Thing
from citebound.text.naming import Names
from citebound.text.patterns import Pattern
from citebound.text.sentences import split
from citebound.text.shingles import FULL, Unit

_MARKS = Pattern(rf"[{QUOTED}{MARK}]")


@dataclass(frozen=True, slots=True)
class _Copied:
    """Units of ours, from ``first`` to before ``last``, and where they are in a source."""

    first: int
    last: int
    source: Source
    offset: int


def copied(statement: Statement, known: Known) -> Iterator[Problem]:
    """No words of a source stand in a row in our own, outside quotation marks."""
    if statement.kind is Kind.ANALYSIS:
        return
    sources = known.runs
    if not sources.may_hold_some(statement.words.text):
        return
    subject = statement.subject
    own = () if isinstance(subject, Source) else subject.terms
    terms = (*known.library.settings.terms, *own)
    terms_named = _terms(terms)
    text = statement.words.text
    for start, words in _pieces(text):
        row = _without(joined(words, sources.named), words, terms_named)
        for found in _found(row, sources):
            yield _problem(statement, start, row, found, text)


@lru_cache(maxsize=64)
def _terms(terms: tuple[str, ...]) -> Names:
    return Names(map(str, terms))


def _without(row: tuple[Unit, ...], words: str, terms: Names) -> tuple[Unit, ...]:
    """A row in which no run goes over a term."""
    held = {at for span in terms.spans_in(words) for at in range(*span)}
    if not held:
        return row
    return tuple(u._replace(word="\0") if u.start in held else u for u in row)


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """What is between two marks or ends of sentences, and where it begins."""
    start = 0
    for mark in (*_MARKS.finditer(text), None):
        end = len(text) if mark is None else mark.start()
        piece = text[start:end]
        for span in split(piece):
            yield start + span.start, span.of(piece)
        start = end + 1


def _found(row: tuple[Unit, ...], sources: Runs) -> Iterator[_Copied]:
    """Each run of ours that is in a source, as long as it goes on there."""
    past = 0
    for first, run in runs_of(row):
        place = sources.found.get(run) if first >= past else None
        if place is None:
            continue
        source, theirs, at = place
        length = len(run)
        while (
            first + length < len(row)
            and at + length < len(theirs)
            and row[first + length].word == theirs[at + length].word
        ):
            length += 1
        past = first + length
        yield _Copied(first, past, source, theirs[at].start)


def _problem(
    statement: Statement, start: int, row: tuple[Unit, ...], found: _Copied, text: str
) -> Problem:
    copied_units = row[found.first : found.last]
    weight = sum(unit.weight for unit in copied_units)
    begin, end = start + copied_units[0].start, start + copied_units[-1].end
    words = " ".join(text[begin:end].split())
    source = found.source
    instead = f"write “{words}” [@{source.id}]" if source.quotable else "name the place of them"
    sentence = source.things_at(Span(found.offset, found.offset + 1))
    return Problem(
        statement.words.place(begin),
        "unmarked-quotation",
        f"these words are those of {source.id}, without quotation marks: {words}",
        f"{instead}, or say it in your own words",
        "error" if weight >= FULL else "warning",
    ).resting_on(*copied_things(statement.place.path, sentence))


def copied_things(path: str, things: Iterable[Thing]) -> Iterator[Thing]:
    """Words of some sentences copied into a file: what a graver finding about them explains."""
    for thing in things:
        yield Thing("copied", path, f"{thing.owner} {thing.which}")
