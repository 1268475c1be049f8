"""The check of words in fields of ours that look like others (:mod:`citebound.text.characters`).

Hidden characters are found when a file is read, and what a body holds when its grammar is. Here
are words of a field that mix alphabets, and soft hyphens, which only a quotation may hold: it
is the source's.
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


def _in_field(text: Text) -> Iterator[Problem]:
    at = 0
    for piece in read_field(text).pieces:
        if not isinstance(piece, str):
            at += len(piece.span)
            continue
        for offset, word, why in deceiving(piece):
            yield deceives(word, why, text.place.further(at + offset))
        if _SOFT_HYPHEN in piece:
            yield Problem(
                text.place.further(at + piece.index(_SOFT_HYPHEN)),
                "forbidden-character",
                "U+00AD has no place in a field: it is a soft hyphen, which is not always shown",
                "take it out; most editors do not show it",
            )
        at += len(piece)
