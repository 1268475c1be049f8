"""The short name of a source, which stands beside its words (docs/format.md, Sources).

It is made of words of the source's title, author or publisher and of the year in which it was
published, so that no source goes by the name of another, and no two sources have the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from citebound.checks.bound_library import BoundLibrary
from citebound.model import Source
from citebound.problems import Problem
from citebound.text.patterns import Pattern

_WORD = Pattern(r"[\p{L}\p{M}\p{N}]+")


def of_their_source(project: BoundLibrary) -> Iterator[Problem]:
    """Each short name is of its source, and of no other."""
    given: dict[str, str] = {}
    for source in project.library.sources.values():
        if not source.short:
            continue
        words = _words(source.short)
        strange = [word for word in words if word not in _own(source)]
        name = " ".join(words)
        if strange or not words:
            yield Problem(
                source.short.place,
                "short-name",
                f"“{strange[0]}” is no word of the source’s title, author or publisher"
                if strange
                else "it has no word",
                "such as its publisher and the year",
            )
        elif name in given:
            yield Problem(
                source.short.place,
                "short-name",
                f"seeds/{given[name]}/source.yml has the same short name",
                "add the year, or a word of the title",
            )
        given.setdefault(name, source.id)


def _own(source: Source) -> frozenset[str]:
    return frozenset(
        word
        for field in (source.title, source.author, source.publisher, source.published)
        for word in _words(field)
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
