"""Checks of quotation marks in fields that are printed and that no text of ours binds.

There are two sorts of fields (docs/quoting.md, Quotation marks). A source's title, publisher and
author are its own: their marks may be of any kind and stay as they are; they only have to be
paired, so that a reader sees where they end. All other fields are ours: words between marks there
would be printed as somebody's without ever being compared. So no marks are allowed in a reason
(``gone``, ``signed``, ``set_aside``, ``known_from``, ``because`` of a voice), in how a text was
extracted, in a reviewer's name, or in an actor's names, except a nickname that a source prints in
the same way. Words between marks in what is said of a source (its descriptor, grade, ``circular``
and ``obtain``) must be in what may be read of its text here, or in its title, publisher or author,
and their marks must be one of the four pairs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citebound.checks.bound_library import BoundLibrary
from citebound.model import Actor, Source, Subject, Text
from citebound.problems import Problem
from citebound.text.edges import is_edge
from citebound.text.folding import fold
from citebound.text.marks import InMarks, first_marked, marked

FOUR_PAIRS = '“„«»"'
"""The marks that open a quotation in our own words."""

MOST = 1000
"""Longer words, in code points, are neither a nickname nor quoted of a source."""


def source_fields(project: BoundLibrary) -> Iterator[Problem]:
    """Marks in what a source is called are paired; those in what is said of it are borne out."""
    for source_id, source in project.library.sources.items():
        for name in (source.title, source.short, source.publisher, source.author):
            yield from _unpaired(name)
        reasons = [source.grade.because] if source.grade is not None else []
        told = (source.descriptor, source.circular, *reasons, *source.obtain)
        if any(first_marked(text) is not None for text in told):
            grounds = [*_grounds(project.public.library.sources[source_id])]
            for text in told:
                yield from _borne_out(text, grounds)
        for reason in (*source.known_from.values(), *(a.reason for a in source.set_aside)):
            yield from _loose(reason)
        for voice in source.voices:
            yield from _loose(voice.because or Text(""))
        if source.extracted is not None:
            yield from _loose(source.extracted.origin)
            yield from _loose(source.extracted.by)


def reasons(project: BoundLibrary) -> Iterator[Problem]:
    """Nobody is quoted in the reason of a removal or a signature, nor in who gave it."""
    for reviewer in project.library.settings.reviewers:
        yield from _loose(reviewer)
    for subject in project.library.subjects():
        for reason in _reasons(subject):
            yield from _loose(reason)


def _reasons(subject: Subject) -> Iterator[Text]:
    if subject.gone is not None:
        yield subject.gone.why
    for signature in subject.signed:
        yield from (signature.why, signature.by)


def names(project: BoundLibrary) -> Iterator[Problem]:
    """Marks in an actor's names are around a nickname that a source prints in the same way."""
    texts: list[str] | None = None
    for actor in project.library.actors.values():
        nicknames: set[str] = set()
        for name in dict.fromkeys((actor.name, *actor.aliases)):
            if first_marked(name) is None:
                continue
            if texts is None:  # made only where somebody has a nickname
                texts = [fold(s.text).text for s in project.library.sources.values()]
            if any(_stands(fold(name).text, text) for text in texts):
                nicknames |= {name[found.start : found.end] for found in _all_marked(name)}
            else:
                yield from _loose(name, "a nickname must be in a source exactly as it is here; ")
        yield from _other_names(actor, nicknames)
        for name in (*actor.adjectives, *actor.search_names):
            yield from _loose(name)


def _other_names(actor: Actor, nicknames: set[str]) -> Iterator[Problem]:
    """The names for sorting and in other scripts have only nicknames of the name or an alias."""
    for name in actor.names.values():
        if any(name[found.start : found.end] not in nicknames for found in _all_marked(name)):
            yield from _loose(name, "a nickname must also be in its name or an alias; ")


def _all_marked(text: Text) -> tuple[InMarks, ...]:
    found = tuple(marked(text))
    first = first_marked(text)
    return found or ((first,) if first else ())


def _stands(words: str, text: str) -> bool:
    """Whether some words are in a text from word edge to word edge, both folded."""
    at = text.find(words) if 0 < len(words) <= MOST else -1
    while at >= 0:
        if is_edge(text, at) and is_edge(text, at + len(words)):
            return True
        at = text.find(words, at + 1)
    return False


def _loose(text: Text, unless: str = "") -> Iterator[Problem]:
    """The finding of words between marks in a field of ours, one for a field."""
    found = first_marked(text)
    if found is not None:
        yield Problem(
            text.place,
            "loose-quotation",
            f"there are quotation marks here, but nothing compares the words: {_said(text, found)}",
            f"{unless}remove the marks, and say it in your own words",
        )


def _said(text: Text, found: InMarks) -> str:
    return text[found.start :] if found.alone else text[found.start : found.end]


def _unpaired(text: Text) -> Iterator[Problem]:
    """The finding of a quotation mark without a partner, one for each field."""
    for found in marked(text):
        if found.alone:
            yield Problem(
                text.place,
                "unpaired-quotation",
                f"this quotation mark has no partner: {text[found.start :]}",
                "copy the title or name in full, with its quotation marks",
            )
            return


def _grounds(source: Source) -> Iterator[str]:
    """What may be quoted of a source in what is said of it, as it is public: its names, and its
    text without what may not be read.
    """
    paragraphs = (Text(paragraph.of(source.text)) for paragraph in source.paragraphs)
    for ground in (source.title, source.publisher, source.author, *paragraphs):
        yield fold(ground).text


def _borne_out(text: Text, grounds: Sequence[str]) -> Iterator[Problem]:
    """What is quoted in a text of ours about a source, and may not be read of it here."""
    first = first_marked(text)
    if first is None:
        return
    unpaired = tuple(_unpaired(text))
    if unpaired:
        yield from unpaired
        return
    for found in _all_marked(text):
        words = text[found.start + 1 : found.end - 1]
        ours = text[found.start] in FOUR_PAIRS
        said = fold(words).text.strip(" ")
        if not (ours and any(_stands(said, ground) for ground in grounds)):
            yield Problem(
                text.place,
                "loose-quotation",
                f"these words are not in what may be read of the source: {_said(text, found)}"
                if ours
                else f"these are not marks for a quotation: {_said(text, found)}",
                "quote a sentence that a passage uses, between “ and ”; or say it yourself",
            )
            return
