"""What is public, decided once, before anything is made from it.

:class:`Published` is all that indexes, pages, data, feeds and the search are given. What may
not be read is not in it: drafts and what only they need are left out, what was taken
down is a notice, and in the text of a source each withheld character is blanked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from citebound.model import Actor, Briefing, Library, Passage, Settings, Source, Subject, Text
from citebound.passages.answers import Answer, Bound
from citebound.public.access import Access, access_of, redacted
from citebound.public.needing import only_for_drafts
from citebound.text.naming import Texts


@dataclass(frozen=True, slots=True)
class Redirect:
    """An address without a page of its own, and where it leads: a former one to the page that took
    its place, that of an actor in the list to its line.
    """

    address: str
    target: str
    title: Text


@dataclass(frozen=True, slots=True)
class TakenDown:
    """The address of a page that was taken down, with the day and the reason."""

    address: str
    title: Text
    date: Text
    why: Text
    path: str


@dataclass(frozen=True, slots=True)
class Published:
    """What is public, and nothing else.

    ``library`` holds the briefings, actors and sources that have pages; the texts of sources
    hold :data:`~citebound.public.access.HIDDEN` where they may not be read, at the offsets
    that they always have. ``bindings`` are by the path of the document, ``access`` by the id
    of a source. ``names_printed`` are the names under which public sources print an actor, by
    its id. ``drafts`` are the paths of the drafts among the briefings: there are none except
    in the preview.
    """

    library: Library
    bindings: Mapping[str, Bound]
    access: Mapping[str, Access]
    names_printed: Mapping[str, tuple[str, ...]]
    moved: tuple[Redirect, ...] = ()
    taken_down: tuple[TakenDown, ...] = ()
    drafts: frozenset[str] = frozenset()

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses that are kept for ever: of pages, of those taken down, and of actors in the
        list, which lead on.
        """
        library = self.library
        return (
            *(subject.folder for subject in library.subjects()),
            *(notice.address for notice in self.taken_down),
            *(source.address for source in library.sources.values()),
        )


def decide(library: Library, bindings: Mapping[str, Bound], *, preview: bool = False) -> Published:
    """What of a library is public. The local ``preview`` also shows drafts and whole texts."""
    kept = frozenset[str]() if preview else only_for_drafts(library, bindings)
    known = [
        subject
        for subject in library.subjects()
        if subject.folder not in kept and (preview or not _is_draft(subject))
    ]
    subjects = [subject for subject in known if subject.gone is None]
    sources = {n: s for n, s in library.sources.items() if s.address not in kept}
    passages = passages_of(subjects, bindings)
    access = {n: access_of(s, passages.get(n, ()), preview=preview) for n, s in sources.items()}
    public = _library(subjects, sources, access, library.settings)
    texts = Texts(source.text for source in sources.values())
    return Published(
        public,
        {s.path: _bound(bindings[s.path]) for s in subjects},
        access,
        {name: _printed(actor, texts) for name, actor in public.actors.items()},
        tuple(chain.from_iterable(map(_moved, known))),
        tuple(chain.from_iterable(map(_taken_down, known))),
        frozenset(subject.path for subject in subjects if _is_draft(subject)),
    )


def _library(
    subjects: Iterable[Subject],
    sources: Mapping[str, Source],
    access: Mapping[str, Access],
    settings: Settings,
) -> Library:
    """The library of what is public: the texts of its sources without what is withheld."""
    return Library(
        {name: redacted(source, access[name]) for name, source in sources.items()},
        tuple(s for s in subjects if isinstance(s, Briefing)),
        {s.id: s for s in subjects if isinstance(s, Actor)},
        settings,
    )


def passages_of(
    subjects: Iterable[Subject], bindings: Mapping[str, Bound]
) -> Mapping[str, list[Passage]]:
    """The passages that some subjects use, by their source."""
    found: dict[str, list[Passage]] = defaultdict(list)
    for subject in subjects:
        for passage in bindings[subject.path].passages:
            found[passage.source].append(passage)
    return found


def _is_draft(subject: Subject) -> bool:
    return isinstance(subject, Briefing) and subject.draft


def _title(subject: Subject) -> Text:
    return subject.title if isinstance(subject, Briefing) else subject.name


def _moved(subject: Subject) -> Iterator[Redirect]:
    if subject.address != subject.folder:
        yield Redirect(subject.folder, subject.address, _title(subject))
    folder = subject.folder.partition("/")[0]
    for former in subject.formerly:
        yield Redirect(f"{folder}/{former}/", subject.address, _title(subject))


def _taken_down(subject: Subject) -> Iterator[TakenDown]:
    gone = subject.gone
    if gone is not None:
        yield TakenDown(subject.folder, _title(subject), gone.date, gone.why, subject.path)


def _bound(bound: Bound) -> Bound:
    """The passages of a document. Findings are for editors: their words may be withheld ones."""
    return replace(bound, answers=tuple(Answer(answer.passages) for answer in bound.values()))


def _printed(actor: Actor, texts: Texts) -> tuple[str, ...]:
    """The names under which some texts print an actor, its own name first."""
    names = dict.fromkeys((str(actor.name), *map(str, actor.aliases)))
    return tuple(name for name in names if texts.hold(name))
