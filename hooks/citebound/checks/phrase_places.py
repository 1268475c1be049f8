"""Where the phrase of a date stands in the evidence.

It is there whole, on word edges and as the source writes it, except that the first
letter of a sentence may be in the other case. What comes after it in the source counts as well,
even where the quotation ends before: “in September 2019” is not “in September”.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citebound.checks.bound_library import BoundLibrary
from citebound.dates.counting import MONTHS
from citebound.dates.eras import is_of_short_year, is_of_that_year
from citebound.model import Passage, Source, Span
from citebound.passages.matching import occurrences
from citebound.text.edges import is_edge, is_word
from citebound.text.folding import Folded, fold
from citebound.text.patterns import Pattern

_YEAR_AFTER = Pattern(
    rf"(?:,? ?\(?(?:(?:in|of|on|the) )*(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?"
    rf"(?:early |late |mid-)?(?:{'|'.join(MONTHS)})(?: \d{{1,2}}(?:st|nd|rd|th)?(?=,? \d))?+)?+"
    rf"(?:(?:,? (?:and|or|to)|,| ?[–—-]) ?(?:in )?(?:{'|'.join(MONTHS)})(?!\p{{L}}))*+"
    r",? ?\(?(?:in |of )?(?:\d{4}(?![\p{L}\p{N}])"
    r"|(?:last|next|this|the (?:past|same|previous|preceding|following|coming)) year(?!\p{L}))"
)
"""A year, in figures or in words, directly after a phrase, after its day or month, or after further
months: “on Monday, 5 March 2020”.
"""

_HAS_YEAR = Pattern(r"(?<![\p{L}\p{N}])(?:\d{4}|year)(?![\p{L}\p{N}])")


def quoted_words(project: BoundLibrary, passage: Passage) -> str:
    """The words of a passage, as the source has them."""
    text = project.library.sources[passage.source].text
    return " … ".join(span.of(text) for span in passage.spans)


def gives_year(phrase: str, text: str, end: int) -> bool:
    """Whether a year comes after a phrase that ends at a place of a text and has none itself."""
    if not _HAS_YEAR.search(phrase) and _YEAR_AFTER.match(text, end):
        return True
    return is_of_short_year(phrase, text, end)


def in_evidence(phrase: str, passage: Passage, source: Source) -> bool:
    """Whether a phrase is in the words that a passage quotes."""
    return next(places_in_evidence(phrase, passage, source), None) is not None


def of_that_year(project: BoundLibrary, phrase: str, passages: Sequence[Passage]) -> bool:
    """Whether the source dates a phrase by a year that it has named, at each place of it."""
    sources = project.library.sources
    places = [
        is_of_that_year(sources[passage.source].text, place.end)
        for passage in passages
        for place in places_in_evidence(phrase, passage, sources[passage.source])
    ]
    return bool(places) and all(places)


def places_in_evidence(phrase: str, passage: Passage, source: Source) -> Iterator[Span]:
    """Where a phrase is in the words that a passage quotes."""
    paragraph = source.paragraphs[passage.paragraph - 1]
    folded = fold(paragraph.of(source.text))
    wanted = fold(phrase).text.strip(" ")
    for at in _places(folded.text, wanted):
        end = at + len(wanted)
        span = folded.span(at, end)
        whole = Span(paragraph.start + span.start, paragraph.start + span.end)
        if not any(quoted.holds(whole) for quoted in passage.spans):
            continue
        if not (folded.text.startswith(wanted, at) or _begins(source, paragraph, folded, at)):
            continue
        if not gives_year(wanted, folded.text, end):
            yield whole


def _places(text: str, wanted: str) -> Iterator[int]:
    """Where a phrase is on word edges, its first letter in either case."""
    for words in {wanted, wanted[:1].swapcase() + wanted[1:]} if wanted else ():
        for at in occurrences(text, words):
            if is_edge(text, at) and is_edge(text, at + len(words)):
                yield at


def _begins(source: Source, paragraph: Span, folded: Folded, at: int) -> bool:
    """Whether a sentence begins at a place of a paragraph, be it one in quotation marks."""
    before = folded.text[:at]
    if before.endswith("'"):
        return True
    words_from = next((n for n in range(at) if is_word(before[-1 - n])), at)
    start = paragraph.start + folded.origin(at - words_from)
    end = paragraph.start + folded.origin(at)
    return any(start <= sentence.span.start <= end for sentence in source.sentences)
