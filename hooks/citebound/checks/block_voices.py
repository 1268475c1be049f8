"""A check of block quotations: what is under one is true of each of its paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.checks.bound_library import BoundLibrary
from citebound.checks.citing import quotation_blocks
from citebound.checks.reviewing import whose_words
from citebound.model import Library, Passage, VoiceKind
from citebound.problems import Problem


def one_voice(project: BoundLibrary) -> Iterator[Problem]:
    """All paragraphs of a block quotation are in one voice of one source: the page tells it once,
    under the last of them, whether the attribution has a name or not.
    """
    library = project.library
    for subject in library.subjects():
        bound = project.bindings[subject.path]
        for block in quotation_blocks(subject.document):
            first: Passage | None = None
            for index in block.quotations:
                passage = next(iter(bound[index].passages), None)
                if passage is None:
                    continue
                first = first or passage
                if _voice(passage) == _voice(first):
                    continue
                one, other = _told(first, library), _told(passage, library)
                if one == other:  # two speakers without a name
                    other = f"another such voice: {other}"
                yield Problem(
                    subject.document.quotations[index].place,
                    "wrong-attribution",
                    f"this paragraph is {other}; the first of its block is {one}, and one "
                    "attribution stands under both",
                    "split the block: give each voice a block quotation with its own attribution",
                )
                break


def _voice(passage: Passage) -> tuple[object, ...]:
    voice = passage.voice
    if voice is None or voice.kind is VoiceKind.OWN:
        return (passage.source,)
    links = tuple(map(str, voice.via))
    return passage.source, voice.kind, str(voice.speaker or ""), str(voice.described or ""), links


def _told(passage: Passage, library: Library) -> str:
    return f"{whose_words(passage, library.actors)}, of {passage.source}"
