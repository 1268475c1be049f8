"""The check of words in fields of ours that look like others (:mod:`citebound.text.characters`).

Hidden characters are found when a file is read, and what a body holds when its grammar is. Here
are words of a field that mix alphabets or have marks that are no part of a letter, and soft
hyphens, which only a quotation may hold: it is the source's. What a source is called has such
marks only where its text has them in the same word.
"""

from __future__ import annotations

from collections.abc import Iterator

from citebound.checks.bound_library import BoundLibrary
from citebound.markup.fields import read_field
from citebound.markup.refusals import deceives
from citebound.model import Text
from citebound.problems import Problem
from citebound.public.fields import our_texts_of, searchables
from citebound.text.characters import deceiving
from citebound.text.misplaced import misplaced

_SOFT_HYPHEN = "\u00ad"


def fields(project: BoundLibrary) -> Iterator[Problem]:
    """No word of a field of ours looks like another."""
    library = project.library
    texts = [*searchables(library.settings)]
    for subject in library.subjects():
        texts += our_texts_of(subject)
    for source in library.sources.values():
        accepted = frozenset(source.accepts)
        texts += (text for text in our_texts_of(source) if text not in accepted)
    for text in texts:
        if not text.isascii():
            yield from _in_field(text)
    for source in library.sources.values():
        for name in (source.title, source.short, source.publisher, source.author):
            yield from (
                deceives(found, name.place.further(found.at))
                for found in misplaced(name)
                if found.word not in source.text
            )


def _in_field(text: Text) -> Iterator[Problem]:
    at = 0
    for piece in read_field(text).pieces:
        if not isinstance(piece, str):
            at += len(piece.span)
            continue
        for found in deceiving(piece):
            yield deceives(found, text.place.further(at + found.at))
        if _SOFT_HYPHEN in piece:
            yield Problem(
                text.place.further(at + piece.index(_SOFT_HYPHEN)),
                "forbidden-character",
                "U+00AD has no place in a field: it is a soft hyphen, which is not always shown",
                "take it out; most editors do not show it",
            )
        at += len(piece)
