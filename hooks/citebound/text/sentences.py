"""Sentences: where they end, in a source and in an editor's prose.

See docs/format.md, Paragraphs and sentences.

A sentence ends at ``.``, ``!``, ``?``, ``…`` or ``။`` with any closing marks, before
white space and a capital, a digit or an opening mark, or at the end of its
paragraph. Letters of scripts without case count as capitals.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from citebound.model import Sentence, Span

_END = regex.compile(
    r"""(?<![.!?…။])[.!?…။]++ [\p{Pe}\p{Pf}"'’”»“]*+  # the end with its closing marks
        (?P<after>(?:\ ?\[[@^][^\]\n]*\])*+[.!?…]*+)  # citations and marks go with it
        (?=\s+[\p{Lu}\p{Lt}\p{Lo}\p{Nd}\p{Ps}\p{Pi}"'„«»“‘\[\x00]|\s*\Z)""",
    regex.VERBOSE,
)


def split(text: str, not_ends: Iterable[str] = ()) -> Iterator[Span]:
    """The spans of the sentences of one paragraph, without white space at their ends.

    ``not_ends`` lists abbreviations after which a sentence goes on ("U.S.", "No.").
    """
    endings = tuple(not_ends)
    start, last = 0, len(text.rstrip())
    for end in _END.finditer(text):
        stop = end.end()
        upto = end.start("after")
        if stop < last and any(_ends_word(text, upto, ending) for ending in endings):
            continue
        yield from _trimmed(text, start, stop)
        start = stop
    yield from _trimmed(text, start, len(text))


def _ends_word(text: str, upto: int, ending: str) -> bool:
    """Whether ``text`` has the abbreviation before the offset ``upto``, as a word of its own."""
    before = upto - len(ending)
    if not text.endswith(ending, 0, upto):
        return False
    return before <= 0 or not text[before - 1].isalnum()


def _trimmed(text: str, start: int, stop: int) -> Iterator[Span]:
    """The stretch without white space at its ends, unless nothing is left of it."""
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    if start < stop:
        yield Span(start, stop)


def paragraphs_of(text: str, rule: str) -> tuple[Span, ...]:
    """The paragraphs of a source's text: ``lines`` (each non-empty line is one) or
    ``blank`` (one or more blank lines separate two).
    """
    pattern = r"\S[^\n]*" if rule == "lines" else r"\S(?:[^\n]|\n(?![^\S\n]*(?:\n|\Z)))*"
    spans = []
    for match in regex.finditer(pattern, text):
        words = match.group().rstrip()
        spans.append(Span(match.start(), match.start() + len(words)))
    return tuple(spans)


def sentences_of(
    text: str, paragraphs: Iterable[Span], not_ends: Iterable[str] = ()
) -> tuple[Sentence, ...]:
    """Every sentence of a source, in order, with the number of its paragraph."""
    endings = tuple(not_ends)
    return tuple(
        Sentence(Span(paragraph.start + s.start, paragraph.start + s.end), number)
        for number, paragraph in enumerate(paragraphs, 1)
        for s in split(paragraph.of(text), endings)
    )
