"""The words of sources in a row, by which words copied without quotation marks are found."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from citebound.model import Library, Source
from citebound.text.folding import fold
from citebound.text.naming import names_pattern
from citebound.text.shingles import CLUSTERS, FULL, WORDS, Unit, units

WARNING = 8
"""So many words in a row are worth a warning; :data:`WORDS` are an error."""

_HEADLINES = 5
"""So many paragraphs at the beginning of a text may be its headline."""


def is_headline(source: Source, paragraph: int) -> bool:
    """Whether a paragraph, by its number, is the title of its source at the head of the text."""
    if not 1 <= paragraph <= _HEADLINES:
        return False
    words = source.paragraphs[paragraph - 1].of(source.text)
    return _letters(words) == _letters(source.title)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, fold(text).text.casefold()))


class Runs:
    """The runs of the sources of a library, by their first words."""

    def __init__(self, library: Library) -> None:
        self.named = names_pattern(n for actor in library.actors.values() for n in actor.called)
        self.found: dict[tuple[str, ...], tuple[Source, tuple[Unit, ...], int]] = {}
        # Words that two sources have in common are those of the one that may be quoted.
        for source in sorted(library.sources.values(), key=lambda source: not source.quotable):
            for sentence in source.sentences:
                if not is_headline(source, sentence.paragraph):
                    words = sentence.span.of(source.text)
                    self._add(source, sentence.span.start, words)

    def _add(self, source: Source, start: int, words: str) -> None:
        found = tuple(
            Unit(u.word, u.weight, start + u.start, start + u.end)
            for u in joined(words, self.named)
        )
        for first, run in runs_of(found):
            self.found.setdefault(run, (source, found, first))


def runs_of(row: tuple[Unit, ...]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Each shortest run of a row that weighs as much as a warning."""
    least = WARNING * FULL // WORDS
    words = [unit.word for unit in row]
    end = weight = 0
    for start, unit in enumerate(row):
        while weight < least and end < len(row):
            weight += row[end].weight
            end += 1
        if weight < least:
            return
        yield start, tuple(words[start:end])
        weight -= unit.weight


def joined(text: str, named: regex.Pattern[str] | None) -> tuple[Unit, ...]:
    """The words of a text, each name one word."""
    row = tuple(units(text))
    if named is None:
        return row
    names = iter([(*m.span(), m.group()) for m in named.finditer(text)])
    name = next(names, None)
    found: list[Unit] = []
    for unit in row:
        while name is not None and name[1] <= unit.start:
            name = next(names, None)
        if name is None or unit.end <= name[0]:
            found.append(unit)
        elif not found or found[-1].start < name[0]:
            found.append(Unit(fold(name[2]).text.casefold(), CLUSTERS, name[0], name[1]))
    return tuple(found)
