"""A check of what a page prints beside an actor's name: a source prints the honorific and the
patronymic with it, and it is listed under its own words.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from citebound.checks.bound_library import BoundLibrary
from citebound.model import Actor, Library
from citebound.problems import Problem
from citebound.text.marks import first_marked
from citebound.text.naming import names_pattern

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
_ASKED = ("honorific", "patronymic")


def printed(project: BoundLibrary) -> Iterator[Problem]:
    """A page says of nobody an honorific or a patronymic that no source has with the name, and
    lists nobody under other words than those of the name or an alias.
    """
    for actor in project.library.actors.values():
        sort = actor.names.get("sort")
        if sort and first_marked(sort) is None:  # marks have their own finding
            known = {word for name in actor.called for word in _words(name)}
            if other := next((word for word in _words(sort) if word not in known), None):
                yield Problem(
                    sort.place,
                    "unsupported-name",
                    f"{actor.name!s} is listed under {sort!s}, and no name of it has {other}",
                    "write words of its name or of an alias, in the order of the list",
                )
        if project.library.broken:
            continue  # a source that cannot be read may print anything
        for key in _ASKED:
            word = actor.names.get(key)
            if word and not _is_printed(str(word), actor, project.library):
                yield Problem(
                    word.place,
                    "unsupported-name",
                    f"no source has the {key} {word!s} with a name of {actor.name!s}",
                    f"leave it out, or add the alias that a source prints: {word!s} …",
                )


def _words(name: str) -> list[str]:
    return _WORD.findall(name.casefold())


def _is_printed(word: str, actor: Actor, library: Library) -> bool:
    """Whether a name with the word stands in a source."""
    alone = names_pattern([word])
    named = names_pattern(name for name in actor.called if alone and alone.search(name))
    return named is not None and any(
        named.search(source.text) for source in library.sources.values()
    )
