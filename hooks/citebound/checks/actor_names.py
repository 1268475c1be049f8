"""Checks of what an actor is called: a source prints its aliases, and the honorific and the
patronymic with its name, and it is listed under its own words. What it, or an event, is searched by
is no name of another actor.
"""

from __future__ import annotations

from collections.abc import Iterator

from citebound.checks.bound_library import BoundLibrary
from citebound.claims.printed_names import Printed
from citebound.model import Actor, Library, Subject, Text
from citebound.problems import Problem, Thing
from citebound.text.folding import fold
from citebound.text.marks import first_marked
from citebound.text.naming import names_pattern
from citebound.text.patterns import Pattern

_WORD = Pattern(r"[\p{L}\p{M}\p{N}]+")
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


def aliases(project: BoundLibrary) -> Iterator[Problem]:
    """A source prints each alias: an alias in a passage is evidence."""
    library = project.library
    if library.broken or not library.sources:
        return
    asked = [
        (actor, alias)
        for actor in library.actors.values()
        for alias in actor.aliases
        if fold(alias).text.casefold() != fold(actor.name).text.casefold()
    ]
    if not asked:
        return
    printed = Printed([str(alias) for _, alias in asked], _texts_of(library))
    for actor, alias in asked:
        if not printed.has(alias):
            yield Problem(
                alias.place,
                "unsupported-name",
                f"no source has the alias {alias!s} of {actor.name!s}",
                "write it as a source spells it; what is for the search alone goes into "
                "search_names:",
            )


def search_names(project: BoundLibrary) -> Iterator[Problem]:
    """A search name of an actor belongs to no other, and one of an event to no actor: the search
    puts first what is called as a reader typed, in capitals or small letters.
    """
    actors = project.library.actors.values()
    owner: dict[str, Actor] = {}
    for actor in actors:
        for name in (actor.name, *actor.aliases, *actor.adjectives):
            owner.setdefault(_searched(name), actor)
    for actor in actors:
        for name in actor.search_names:
            other = owner.setdefault(_searched(name), actor)
            if other is not actor:
                yield _of_another(name, other, actor)
    for briefing in project.library.briefings:
        for event in briefing.events:
            for name in event.search_names:
                if named := owner.get(_searched(name)):
                    yield _of_another(name, named, briefing)


def _of_another(name: Text, other: Actor, subject: Subject) -> Problem:
    return Problem(
        name.place,
        "alias-twice",
        f"{other.id} has the name {name!s} already",
        f"remove it from search_names: who searches for it is to find docs/actors/{other.id}.md",
    ).resting_on(Thing("file", subject.path), Thing("file", other.path))


def _searched(name: str) -> str:
    return fold(name).text.casefold()


def _texts_of(library: Library) -> Iterator[str]:
    for source in library.sources.values():
        yield from (source.text, source.title, source.publisher, source.author)


def _words(name: str) -> list[str]:
    return _WORD.findall(name.casefold())


def _is_printed(word: str, actor: Actor, library: Library) -> bool:
    """Whether a name with the word stands in a source."""
    alone = names_pattern([word])
    named = names_pattern(name for name in actor.called if alone and alone.search(name))
    return named is not None and any(
        named.search(source.text) for source in library.sources.values()
    )
