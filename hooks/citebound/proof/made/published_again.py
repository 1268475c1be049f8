"""What is public, decided a second time from what was read and from the passages bound.

A draft is not public, nor what only drafts need, nor the words that a source's rights keep. What
decides it for the pages is not called; only names in texts are found by the same code.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cached_property

from citebound.model import Actor, Briefing, Document, Library, Passage, Subject, Text
from citebound.passages.answers import Bound
from citebound.problems import Problem
from citebound.proof.made.ground import differs
from citebound.proof.made.read_fields import ReadFields, letters
from citebound.proof.made.readable import access_again
from citebound.public import Published
from citebound.text.naming import Finder, Texts


def prove_public(
    public: Published, library: Library, bindings: Mapping[str, Bound], *, preview: bool = False
) -> tuple[Problem, ...]:
    """What is public that must not be, is said otherwise than it was read, or is missing."""
    return tuple(sorted({*_Again(library, bindings, preview=preview).wrong(public)}))


@dataclass(frozen=True)
class _Again:
    """What was read and bound, from which all that is public follows."""

    library: Library
    bindings: Mapping[str, Bound]
    preview: bool

    def wrong(self, public: Published) -> Iterator[Problem]:
        """What is wrong with what is public."""
        yield from self._there(public)
        read = ReadFields(self.library, self.bindings)
        known = {subject.path: subject for subject in self.library.subjects()}
        for subject in public.library.subjects():
            if subject.path not in known or subject.path not in public.bindings:
                continue
            yield from read.subject_again(subject, known[subject.path])
            mine, true = public.bindings[subject.path], self.bindings[subject.path]
            has = [answer.passages for answer in mine.answers]
            if has != [a.passages for a in true.answers] or mine.document != true.document:
                yield differs(subject.path, "the passages that are published are not those bound")
        used = self.passages
        for name, shown in public.library.sources.items():
            source = self.library.sources.get(name)
            if source is not None and name in public.access:
                yield from read.source_again(shown, source)
                yield from access_again(public.access[name], shown, source, used.get(name, []),
                                        preview=self.preview)  # fmt: skip

    def _there(self, public: Published) -> Iterator[Problem]:
        """What is public against what must be: by address, and what is said in its place."""
        library = public.library
        mine = self.known
        shown = [subject for subject in mine if subject.gone is None]
        texts = Texts(s.text for s in self.library.sources.values() if s.address in self.addresses)
        titles = {s.folder: str(_title(s)) for s in library.subjects()}
        # What is gone has no page whose title was compared: only its letters are.
        titles |= {s.folder: letters(_title(s)) for s in mine if s.gone is not None}
        gone = {s.folder for s in mine if s.gone is not None}
        says: dict[str, tuple[object, object]] = {
            "subjects": ([s.path for s in library.subjects()], [s.path for s in shown]),
            "sources": (
                [*library.sources],
                [n for n, s in self.library.sources.items() if s.address in self.addresses],
            ),
            "passages": (public.bindings.keys(), {s.path for s in shown}),
            "rights": (public.access.keys(), library.sources.keys()),
            "settings": (library.settings, self.library.settings),
            "names that sources print": (
                dict(public.names_printed),
                {s.id: _printed(s, texts) for s in shown if isinstance(s, Actor)},
            ),
            "former addresses": (
                [(m.address, m.target, letters(m.title) if m.target in gone else str(m.title))
                 for m in public.moved],
                [(address, s.address, titles.get(s.folder))
                 for s in mine for address in _leading_on(s)],
            ),
            "notices": (
                [(n.address, n.path, letters(n.title), n.date, n.why) for n in public.taken_down],
                [(s.folder, s.path, titles.get(s.folder), s.gone.date, s.gone.why)
                 for s in mine if s.gone is not None],
            ),
            "drafts": (public.drafts, {s.path for s in shown if _is_draft(s)}),
        }  # fmt: skip
        for name, (has, wanted) in says.items():
            if has != wanted:
                yield differs(".", f"the {name} that are public are not those that were read")
        if [*library.actors] != [s.id for s in shown if isinstance(s, Actor)]:
            yield differs(".", "an actor that is public has another's id")

    # --- what is public --------------------------------------------------------------------

    @cached_property
    def known(self) -> list[Subject]:
        """The subjects that are public, those taken down included."""
        return [
            subject
            for subject in self.library.subjects()
            if subject.folder in self.addresses and (self.preview or not _is_draft(subject))
        ]

    @cached_property
    def passages(self) -> dict[str, list[Passage]]:
        """The passages that what is public uses, by their source."""
        found: dict[str, list[Passage]] = {}
        for subject in self.known:
            for passage in self.bindings[subject.path].passages if subject.gone is None else ():
                found.setdefault(passage.source, []).append(passage)
        return found

    @cached_property
    def addresses(self) -> frozenset[str]:
        """The addresses of all but what drafts alone need."""
        every = {subject.folder for subject in self.library.subjects()}
        every |= {source.address for source in self.library.sources.values()}
        of_drafts = {b.address for b in self.library.briefings if b.draft}
        unready = {s.address for s in self.library.sources.values() if s.draft}
        of_drafts |= unready
        if self.preview or not of_drafts:
            return frozenset(every)
        briefings = {b.address: b for b in self.library.briefings}
        needed = self._needed(of_drafts)
        standing = {a for a, b in briefings.items() if not b.draft and b.gone is None}
        recorded = {*map(str, self.library.settings.addresses)} & every - briefings.keys()
        apart = every - needed - briefings.keys()
        kept = self._needed(standing | recorded | apart)
        held = {a for a in every if a in briefings or a not in needed or a in kept}
        return frozenset(held - unready)

    def _needed(self, begin: Iterable[str]) -> set[str]:
        """Some addresses, and those of all that is needed for them."""
        found, rest = set(begin), [*begin]
        while rest:
            for address in self._needs.get(rest.pop(), frozenset()) - found:
                found.add(address)
                rest.append(address)
        return found

    @cached_property
    def _needs(self) -> dict[str, set[str]]:
        """What each page needs: sources cited, named or linked; actors named, linked, speaking."""
        library = self.library
        finder = Finder(library.actors.values())
        needs: dict[str, set[str]] = {}
        for source in library.sources.values():
            speaking = {str(n) for v in source.voices for n in (v.speaker, *v.via) if n}
            needs[source.address] = {library.actors[n].folder for n in speaking & {*library.actors}}
        for subject in library.subjects():
            actors, sources = {*finder.named(self._read(subject))}, set[str]()
            sources |= {str(t.source) for c in subject.document.citations for t in c.targets}
            if isinstance(subject, Briefing):
                sources |= {*map(str, subject.sources)}
                actors |= {str(actor) for event in subject.events for actor in event.actors}
            mine = needs[subject.folder] = set()
            for link in subject.document.links:
                kind, _, name = str(link.target).partition(":")
                actors |= {name} if kind == "actor" else set()
                sources |= {name} if kind == "source" else set()
                file = posixpath.join(posixpath.dirname(subject.path), link.target.split("#")[0])
                mine |= {self._files[p] for p in (posixpath.normpath(file),) if p in self._files}
            mine |= {library.actors[name].folder for name in actors if name in library.actors}
            mine |= {library.sources[name].address for name in sources if name in library.sources}
        return needs

    @cached_property
    def _files(self) -> dict[str, str]:
        """The addresses of pages by the paths of their files."""
        files = {subject.path: subject.folder for subject in self.library.subjects()}
        for source in self.library.sources.values():
            files |= {source.path: source.address, source.text_path: source.address}
        return files

    def _read(self, subject: Subject) -> str:
        """All words of a subject in which somebody may be named."""
        passages = self.bindings[subject.path].passages
        words = (s.of(self.library.sources[p.source].text) for p in passages for s in p.spans)
        return "\n".join((*subject.document.ours, *_texts(subject), *words))


def _texts(value: object) -> Iterator[str]:
    """Every text in a value, documents left out."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple | Mapping):
        for held in value.values() if isinstance(value, Mapping) else value:
            yield from _texts(held)
    elif is_dataclass(value) and not isinstance(value, Document):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))


def _title(subject: Subject) -> Text:
    return subject.title if isinstance(subject, Briefing) else subject.name


def _leading_on(subject: Subject) -> Iterator[str]:
    """The addresses that lead to a subject: of one in the list that of a page, and former ones."""
    kind = "briefings" if isinstance(subject, Briefing) else "actors"
    own = (subject.id,) if isinstance(subject, Actor) and subject.in_list else ()
    for name in (*own, *subject.formerly):
        yield f"{kind}/{name}/"


def _is_draft(subject: Subject) -> bool:
    return isinstance(subject, Briefing) and subject.draft


def _printed(actor: Actor, texts: Texts) -> tuple[str, ...]:
    """The names of an actor that some text prints."""
    return tuple(n for n in dict.fromkeys(map(str, (actor.name, *actor.aliases))) if texts.hold(n))
