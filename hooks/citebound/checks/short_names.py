"""The short name of a source, which stands beside its words (docs/format.md, Sources).

It is a run of neighbouring words of the title, the author or the publisher, and may end with the
year of publication, so that no source goes by the name of another; and no two are called the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from citebound.checks.bound_library import BoundLibrary
from citebound.model import Source
from citebound.problems import Problem
from citebound.text.marks import first_marked
from citebound.text.patterns import Pattern

_WORD = Pattern(r"[\p{L}\p{M}\p{N}]+")


def of_their_source(project: BoundLibrary) -> Iterator[Problem]:
    """Each short name is of its source, and nothing else is called so."""
    sources = project.library.sources.values()
    called = Counter(tuple(_words(source.called)) for source in sources)
    for source in sources:
        if not source.short:
            continue
        words = _words(source.short)
        if not _is_own(source, words) or _is_somebody_else(source, words, project):
            yield Problem(
                source.short.place,
                "short-name",
                f"“{source.short}” is no run of words of its title, author or publisher, or is "
                "somebody else's name",
                "copy neighbouring words of one of them; the year of publication may follow",
            )
        elif called[tuple(words)] > 1:
            yield Problem(
                source.short.place,
                "short-name",
                f"another source is called “{source.short}” as well",
                "add the year, or take words of the title",
            )


def _is_somebody_else(source: Source, words: Sequence[str], project: BoundLibrary) -> bool:
    """Whether they are the name of an actor who neither wrote the source nor published it."""
    own = [_words(source.author), _words(source.publisher)]
    return list(words) not in own and any(
        list(words) == _words(name)
        for actor in project.library.actors.values()
        for name in actor.called
    )


def _is_own(source: Source, said: Sequence[str]) -> bool:
    if first_marked(source.short) is not None:
        return False
    words = [*said]
    year = str(source.published)[:4]
    if words[1:] and words[-1] == year:
        words.pop()
    if not any(word.isalpha() for word in words):
        return False
    return any(
        words == field[at : at + len(words)]
        for field in map(_words, (source.title, source.author, source.publisher))
        for at in range(len(field))
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
