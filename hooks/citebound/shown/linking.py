"""Links in an editor's prose: by id, by relative path, and to the actors that it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from citebound.checks.addresses import linked_address
from citebound.indexes import Indexes
from citebound.model import Actor, Library, Subject
from citebound.model.tree import Break, Inline, Words
from citebound.text.naming import names_pattern


def address_of(target: str, subject: Subject, indexes: Indexes) -> str | None:
    """Where a link leads, on the site or outside, or ``None`` where there is no such actor,
    source or event. A relative path leads where the check of links found it to lead; one to the
    file of an actor in the list, to its line.
    """
    if target.lower().startswith(("https:", "http:", "mailto:")):
        return target
    library = indexes.library
    kind, _, name = target.partition(":")
    if kind == "actor":
        return library.actors[name].address if name in library.actors else None
    if kind == "source":
        return library.sources[name].address if name in library.sources else None
    if kind == "event":
        return f"timeline/#{name}" if name in indexes.event_ids else None
    path, hash_, fragment = target.partition("#")
    address = linked_address(subject, path) if path else subject.address
    if address in indexes.in_list:
        return indexes.in_list[address]
    return f"{address}{hash_}{fragment}"


class Mentions:
    """Finds the actors that our own words name. Each is linked once a section, where it is
    named first, by the longest of the names that are there.
    """

    def __init__(self, subject: Subject, library: Library) -> None:
        """The mentions of a subject's prose; an actor's page does not link to itself."""
        own = subject.id if isinstance(subject, Actor) else None
        self._names = {
            name.replace("’", "'"): actor
            for actor in library.actors.values()
            for name in actor.called
        }
        self._pattern = names_pattern(self._names)
        self._own = {own} if own is not None else set()
        self._seen = set(self._own)

    def section(self) -> None:
        """A new section begins."""
        self._seen = set(self._own)

    def found(self, inlines: Iterable[Inline]) -> Iterator[Inline | tuple[str, str]]:
        """The nodes, and for each first mention its words and the address of its actor."""
        stretch: list[Words | Break] = []
        for inline in inlines:
            if isinstance(inline, Words) or (isinstance(inline, Break) and not inline.hard):
                stretch.append(inline)
                continue
            yield from self._in(stretch)
            stretch = []
            yield inline
        yield from self._in(stretch)

    def _in(self, stretch: Sequence[Words | Break]) -> Iterator[Inline | tuple[str, str]]:
        """The mentions in some adjoining words; a name may run over a line's end."""
        text = "".join(x.text if isinstance(x, Words) else " " for x in stretch)
        at = 0
        for found in self._pattern.finditer(text) if self._pattern and text else ():
            actor = self._names.get(found.group().replace("’", "'"))
            if actor is None or actor.id in self._seen:
                continue
            self._seen.add(actor.id)
            yield from _between(stretch, at, found.start())
            yield found.group(), actor.address
            at = found.end()
        yield from _between(stretch, at, len(text))


def _between(stretch: Sequence[Words | Break], start: int, end: int) -> Iterator[Inline]:
    """What is between two places of the joined words."""
    at = 0
    for piece in stretch:
        words = piece.text if isinstance(piece, Words) else " "
        first, last = max(start, at), min(end, at + len(words))
        if first < last:
            whole = isinstance(piece, Break) or last - first == len(words)
            yield piece if whole else Words(piece.span, words[first - at : last - at])
        at += len(words)
