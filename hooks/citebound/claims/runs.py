"""The words of sources in a row, by which words copied without quotation marks are found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citebound.model import Library, Source
from citebound.text.characters import plain
from citebound.text.common import is_common
from citebound.text.folding import fold
from citebound.text.naming import Names
from citebound.text.shingles import CLUSTERS, FULL, WORDS, Unit, units, words_alone

WARNING = 8
"""So many words in a row are worth a warning; :data:`WORDS` are an error."""

_PIECE = re.compile(r"[^\W_]+")
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
        self.named = Names(n for actor in library.actors.values() for n in actor.called)
        self._pieces: set[str] = set()
        self.found: dict[tuple[str, ...], tuple[Source, tuple[Unit, ...], int]] = {}
        # Words that two sources have in common are those of the one that may be quoted.
        for source in sorted(library.sources.values(), key=lambda source: not source.quotable):
            first = range(1, min(_HEADLINES, len(source.paragraphs)) + 1)
            headlines = frozenset(number for number in first if is_headline(source, number))
            for sentence in source.sentences:
                if sentence.paragraph not in headlines:
                    words = sentence.span.of(source.text)
                    self._add(source, sentence.span.start, words)

    def _add(self, source: Source, start: int, words: str) -> None:
        found = tuple(
            Unit(u.word, u.weight, start + u.start, start + u.end)
            for u in joined(words, self.named)
        )
        self._pieces.update(*(_pieces(plain(unit.word)) for unit in found))
        for first, run in runs_of(found):
            self.found.setdefault(run, (source, found, first))

    def may_hold_some(self, text: str) -> bool:
        """Whether a text has so many words in a row that each are somewhere in the sources, without
        a look at names, marks and ends of sentences: no run of it can be there where none are.
        """
        if not is_common(text):
            return True
        row = 0
        for word in words_alone(text):
            pieces = _pieces(word)
            row = 0 if pieces and self._pieces.isdisjoint(pieces) else row + 1
            if row == WARNING:
                return True
        return False


def _pieces(word: str) -> Sequence[str]:
    """The letters and digits of a word or of a name, parted where anything else is between them: a
    name may end before the apostrophe of a word, or begin after it.
    """
    return (word,) if word.isalnum() else _PIECE.findall(word)


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


def joined(text: str, named: Names) -> tuple[Unit, ...]:
    """The words of a text, each name one word."""
    row = tuple(units(text))
    names = named.spans_in(text)
    name = next(names, None)
    if name is None:
        return row
    found: list[Unit] = []
    for unit in row:
        while name is not None and name[1] <= unit.start:
            name = next(names, None)
        if name is None or unit.end <= name[0]:
            found.append(unit)
        elif not found or found[-1].start < name[0]:
            found.append(Unit(fold(text[slice(*name)]).text.casefold(), CLUSTERS, *name))
    return tuple(found)
