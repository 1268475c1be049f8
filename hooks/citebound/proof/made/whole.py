"""All that was made, and where it leads: pages by address, what each is called, their ids."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from citebound.model import Briefing, Passage, Text
from citebound.model.wording import Wording
from citebound.pages.page import Page
from citebound.proof.made.ground import Ground
from citebound.proof.made.phrases import CALLED
from citebound.proof.nodes import Element, with_single_spaces
from citebound.public import Published
from citebound.shown.facts import SiteFacts

OUTSIDE = ("https:", "http:", "mailto:")


def told(text: str) -> str:
    """A text field as a page has it: white space folded, each passage as ``<quote …>``."""
    if not isinstance(text, Wording):
        return with_single_spaces(str(text))
    pieces = (
        f"“<quote {piece.identity}>”{piece.trailing}" if isinstance(piece, Passage) else piece
        for piece in text.pieces
    )
    return with_single_spaces("".join(pieces))


def without_words(address: str) -> str:
    """An address without the words that are asked for in the page there."""
    return str(address).partition(":~:")[0].rstrip("#")


def relative(folder: str, address: str) -> str:
    """An address as a file in a folder has it: up as far as the two differ, and down again."""
    here, there = folder.split("/")[:-1], address.split("/")
    same = 0
    while here[same:] and there[same + 1 :] and here[same] == there[same]:
        same += 1
    return "../" * (len(here) - same) + "/".join(there[same:]) or "./"


@dataclass(frozen=True, slots=True)
class Whole:
    """What is public, what was made of it, and where each address leads.

    ``bodies`` are the pages read, with the white space at the ends of texts; ``anchors`` the
    ids of each; ``called`` what may be written on a link to an address.
    """

    ground: Ground
    public: Published
    facts: SiteFacts
    pages: Mapping[str, Page]
    bodies: Mapping[str, Element]
    anchors: Mapping[str, frozenset[str]]
    files: frozenset[str]
    called: Mapping[str, frozenset[str]]
    outside: frozenset[str]
    cache: dict[str, object] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        ground: Ground,
        public: Published,
        facts: SiteFacts,
        made: Iterable[tuple[Page, Element]],
        files: Iterable[str],
    ) -> Whole:
        """All that was made of what is public."""
        read = {page.address: (page, body) for page, body in made}
        anchors = {
            address: frozenset(id_ for e in body.elements() if (id_ := e.get("id")))
            for address, (_, body) in read.items()
        }
        called: dict[str, set[str]] = {}
        for address, name in _called(public):
            called.setdefault(address, set()).add(name)
        return cls(
            ground,
            public,
            facts,
            {address: page for address, (page, _) in read.items()},
            {address: body for address, (_, body) in read.items()},
            anchors,
            frozenset(files),
            {address: frozenset(names) for address, names in called.items()},
            frozenset(_outside(public)),
        )

    def leads(self, href: str, page: Page) -> str:
        """Where a link of a page leads: an address of the site with its fragment, or outside."""
        if href.lower().startswith(OUTSIDE):
            return href
        path, hash_, fragment = href.partition("#")
        if not path:
            return f"{page.address}{hash_}{fragment}"
        found = posixpath.normpath(posixpath.join(f"/{page.address}", path))
        slash = "/" if path.endswith(("/", ".")) and found != "/" else ""
        return f"{found}{slash}{hash_}{fragment}".removeprefix("/")

    def is_there(self, address: str) -> bool:
        """Whether an address is one of the site with all that its fragment asks for, or one that
        a source or an editor names.
        """
        if address.lower().startswith(OUTSIDE):
            return without_words(address) in self.outside
        path, _, fragment = address.partition("#")
        if path in self.files:
            return not fragment
        return path in self.pages and (not fragment or fragment in self.anchors[path])


def _called(public: Published) -> Iterator[tuple[str, str]]:
    library = public.library
    yield from ((address, name) for address, names in CALLED.items() for name in names)
    for briefing in library.briefings:
        yield from ((briefing.address, name) for name in _both(briefing.title))
        for event in briefing.events:
            yield from ((f"timeline/#{event.id}", name) for name in _both(event.title))
    for actor in library.actors.values():
        for name in (actor.name, *actor.aliases):
            yield actor.address, told(name)
            yield actor.address, with_single_spaces(str(name))
    for source in library.sources.values():
        yield from ((source.address, name) for name in _both(source.title))
        yield source.address, source.id


def _both(text: str) -> set[str]:
    return {told(text), with_single_spaces(str(text))}


def _outside(public: Published) -> Iterator[str]:
    """The addresses outside of the site that sources and editors name."""
    for source in public.library.sources.values():
        yield without_words(source.url)
    for subject in public.library.subjects():
        yield from (str(link.target) for link in subject.document.links)
        yield from (re.sub("#.*", "", str(link.target)) for link in subject.document.links)


def titles(public: Published) -> dict[str, Text]:
    """What each page of an editor or a source is called, by its address."""
    library = public.library
    found = {s.address: s.title if isinstance(s, Briefing) else s.name for s in library.subjects()}
    found |= {source.address: source.title for source in library.sources.values()}
    found |= {notice.address: notice.title for notice in public.taken_down}
    return found | {moved.address: moved.title for moved in public.moved}
