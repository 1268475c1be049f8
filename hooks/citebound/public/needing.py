"""What leans on what: which actors and sources a briefing or an actor's page needs."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from citebound.model import Briefing, Library, Subject
from citebound.passages.answers import Bound
from citebound.public.fields import searchables
from citebound.text.naming import Finder


@dataclass(frozen=True, slots=True)
class Needs:
    """What there is, and what each of it needs: actors and sources by their address, an actor by
    that of its folder.

    ``by_path`` are the addresses of pages by the path of their file.
    """

    library: Library
    bindings: Mapping[str, Bound]
    finder: Finder
    by_path: Mapping[str, str]

    @classmethod
    def within(cls, library: Library, bindings: Mapping[str, Bound]) -> Needs:
        """The needs of all that a library has."""
        by_path = {subject.path: subject.folder for subject in library.subjects()}
        for source in library.sources.values():
            by_path[source.path] = by_path[source.text_path] = source.address
        return cls(library, bindings, Finder(library.actors.values()), by_path)

    def of(self, roots: Iterable[str]) -> frozenset[str]:
        """The addresses of some pages, and of all actors and sources that they need in turn."""
        reached: set[str] = set()
        waiting = list(roots)
        pages = self._pages()
        while waiting:
            address = waiting.pop()
            if address not in reached:
                reached.add(address)
                waiting += self._next(pages[address]) if address in pages else ()
        return frozenset(reached)

    def _pages(self) -> dict[str, Subject | str]:
        subjects: dict[str, Subject | str] = {s.folder: s for s in self.library.subjects()}
        return subjects | {source.address: name for name, source in self.library.sources.items()}

    def _next(self, page: Subject | str) -> Iterator[str]:
        """What one page needs: a source (by its id) those who speak in it."""
        if isinstance(page, str):
            for voice in self.library.sources[page].voices:
                spoken = (*([voice.speaker] if voice.speaker else []), *voice.via)
                yield from self._actors(spoken)
            return
        cited = {t.source for c in page.document.citations for t in c.targets}
        named = page.sources if isinstance(page, Briefing) else ()
        for name in (*cited, *named):
            if name in self.library.sources:
                yield self.library.sources[name].address
        yield from self._actors(self._named(page))
        for link in page.document.links:
            yield from self._linked(page, link.target)

    def _linked(self, subject: Subject, target: str) -> Iterator[str]:
        """The page that a link leads to, by its id or by the path of its file."""
        kind, _, name = target.partition(":")
        if kind == "actor":
            yield from self._actors([name])
        elif kind == "source" and name in self.library.sources:
            yield self.library.sources[name].address
        path = target.partition("#")[0]
        path = posixpath.normpath(posixpath.join(posixpath.dirname(subject.path), path))
        if path in self.by_path:
            yield self.by_path[path]

    def _actors(self, names: Iterable[str]) -> Iterator[str]:
        return (self.library.actors[n].folder for n in names if n in self.library.actors)

    def _named(self, subject: Subject) -> Iterator[str]:
        """The actors that a subject names: in its events, its words and its passages."""
        events = subject.events if isinstance(subject, Briefing) else ()
        yield from (str(actor) for event in events for actor in event.actors)
        sources = self.library.sources
        read = [
            *subject.document.ours,
            *searchables(subject),
            *(
                span.of(sources[passage.source].text)
                for passage in self.bindings[subject.path].passages
                for span in passage.spans
            ),
        ]
        yield from self.finder.named("\n".join(read))


def only_for_drafts(library: Library, bindings: Mapping[str, Bound]) -> frozenset[str]:
    """The addresses of sources that are drafts, and of actors and sources that a draft needs and
    that nothing else needs.

    What was published once stays, whoever needs it now.
    """
    drafts = {briefing.address for briefing in library.briefings if briefing.draft}
    unready = {source.address for source in library.sources.values() if source.draft}
    drafts |= unready
    if not drafts:
        return frozenset()
    needs = Needs.within(library, bindings)
    every = {actor.folder for actor in library.actors.values()}
    every |= {source.address for source in library.sources.values()}
    for_drafts = needs.of(drafts)
    others = {b.address for b in library.briefings if not b.draft and b.gone is None}
    recorded = every & set(map(str, library.settings.addresses))
    of_drafts = (for_drafts & every) - needs.of(others | recorded | (every - for_drafts))
    return of_drafts | frozenset(unready)
