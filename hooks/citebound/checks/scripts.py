"""The check of words of ours that are wholly in the letters of another alphabet.

A word that mixes alphabets is found where it is read (:mod:`citebound.text.characters`). A whole
word in Lisu or Cyrillic letters may look like a Latin one just as well, and the rules of names
and figures cannot read it. So each script stands in a source or in the name of an actor, and a word
that looks Latin among Latin ones stands there itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain

from citebound.checks.bound_library import BoundLibrary
from citebound.claims.own_words import own_words, words_of_field
from citebound.markup.fields import read_field
from citebound.markup.refusals import deceives
from citebound.model import Briefing, Document, Library, PartKind, Subject, Text
from citebound.model.tree import runs_of
from citebound.problems import Place, Problem
from citebound.public.fields import our_texts_of, searchables
from citebound.text.misplaced import Deceiving
from citebound.text.scripts import (
    Foreign,
    foreign,
    main_scripts,
    scripts_in,
    words_in_other_letters,
)

_Placed = tuple[str, Callable[[int], Place]]
"""A text of ours, with what tells the place of a character in it."""

_INSTEAD = "type it with Latin letters, or write it as a source or the name of an actor has it"


def words(project: BoundLibrary) -> Iterator[Problem]:
    """Each word of ours is in Latin letters, in those of its page, or in those of a source or of
    the name of an actor.
    """
    library = project.library
    found = [word for body, texts in _texts_of(library) for word in _strange(body, texts)]
    if not found or library.broken:
        return  # a source that cannot be read may have any letters
    known = [*_known(library)]
    scripts = frozenset().union(*map(scripts_in, known))
    printed = {word for text in known for word in words_in_other_letters(text)}
    for word, place, is_of_page in found:
        strange = "" if is_of_page else min(word.scripts - scripts, default="")
        if strange:
            why = f"its letters are {strange.title()}, which no source and no actor’s name has"
        elif word.alike and word.word.casefold() not in printed:
            why = f"all its letters are {min(word.scripts).title()} and look like Latin ones"
        else:
            continue
        yield deceives(Deceiving(word.at, word.word, why, _INSTEAD), place)


def _strange(
    body: Sequence[str], texts: Iterable[_Placed]
) -> Iterator[tuple[Foreign, Place, bool]]:
    """The words of a page that are not in Latin letters, each with its place, and whether it is in
    the letters of most words of its body.
    """
    found = [(word, place(word.at)) for text, place in texts for word in foreign(text)]
    main = main_scripts(body) if found else frozenset()
    yield from ((word, place, word.scripts <= main) for word, place in found)


def _known(library: Library) -> Iterator[str]:
    """The texts whose letters ours may have."""
    for source in library.sources.values():
        yield from (source.text, source.title, source.publisher, source.author or "")
    for actor in library.actors.values():
        yield from (*actor.called, *actor.names.values(), *actor.search_names)


def _texts_of(library: Library) -> Iterator[tuple[Sequence[str], Iterator[_Placed]]]:
    """Our words page by page, each with its body; then those of sources' descriptions and of the
    site.
    """
    for subject in library.subjects():
        answers = {answer.place for answer in _answers(subject)}
        texts = (text for text in our_texts_of(subject) if text.place not in answers)
        fields = _in_fields(texts)
        yield subject.document.ours, chain(_in_body(subject.document), fields)
    for source in library.sources.values():
        yield (), _in_fields(our_texts_of(source))
    yield (), _in_fields(searchables(library.settings))


def _answers(subject: Subject) -> Iterator[Text]:
    """What a reviewer has answered, which no page prints."""
    if isinstance(subject, Briefing) and subject.review:
        for answered in subject.review.answers:
            yield from searchables(answered)


def _in_fields(fields: Iterable[Text]) -> Iterator[_Placed]:
    for text in fields:
        if not text.isascii():
            read = words_of_field(text, read_field(text))
            yield read.text, read.place


def _in_body(document: Document) -> Iterator[_Placed]:
    if document.text.isascii():
        return
    for blocks in (document.blocks, *(note.blocks for note in document.footnotes)):
        for run in runs_of(blocks):
            read = own_words(document, [run])
            yield read.text, read.place
    for quotation in document.quotations:
        for part in quotation.parts:
            if part.kind is PartKind.BRACKET:
                yield part.text, partial(_further, document, part.span.start + 1)


def _further(document: Document, start: int, at: int) -> Place:
    return document.place(start + at)
