"""All that was made, and where it leads: pages by address, and their ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from citebound.checks.addresses import linked_address
from citebound.model import Briefing, Library, Subject, Text
from citebound.pages.page import Page
from citebound.proof.made.ground import Ground
from citebound.proof.nodes import Element
from citebound.public import Published
from citebound.shown.facts import SiteFacts

OUTSIDE = ("https:", "http:", "mailto:")


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


def linked_from(subject: Subject, target: str, library: Library) -> str:
    """Where the check of links found a relative path of an editor to lead; the line of an actor in
    the list for a path to its file.
    """
    path, hash_, fragment = target.partition("#")
    address = linked_address(subject, path) if path else subject.address
    folder, _, name = address.removesuffix("/").partition("/")
    actor = library.actors.get(name) if folder == "actors" else None
    if actor is not None and actor.in_list:
        return f"actors/#{name}"
    return f"{address}{hash_}{fragment}"


@dataclass(frozen=True, slots=True)
class Whole:
    """What is public, what was made of it, and where each address leads.

    ``anchors`` are the ids of each page; ``named`` is where sources and editors lead, which is
    looked at elsewhere.
    """

    ground: Ground
    public: Published
    facts: SiteFacts
    pages: Mapping[str, Page]
    anchors: Mapping[str, frozenset[str]]
    files: frozenset[str]
    named: frozenset[str]
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
        pages: dict[str, Page] = {}
        anchors: dict[str, frozenset[str]] = {}
        for page, body in made:
            pages[page.address] = page
            ids = (element.get("id") for element in body.elements())
            anchors[page.address] = frozenset(filter(None, ids))
        named = frozenset(_named(public))
        return cls(ground, public, facts, pages, anchors, frozenset(files), named)

    def is_there(self, address: str) -> bool:
        """Whether an address is one of the site with all that its fragment asks for, or one that
        a source or an editor names.
        """
        if not {address, without_words(address)}.isdisjoint(self.named):
            return True
        path, _, fragment = address.partition("#")
        if path in self.files:
            return not fragment
        return path in self.pages and (not fragment or fragment in self.anchors[path])


def _named(public: Published) -> Iterator[str]:
    """The addresses that sources and editors name; the check of links has looked at them."""
    for source in public.library.sources.values():
        yield without_words(source.url)
    for subject in public.library.subjects():
        for target in (str(link.target) for link in subject.document.links):
            yield (
                target
                if target.lower().startswith(OUTSIDE)
                else linked_from(subject, target, public.library)
            )


def titles(public: Published) -> dict[str, Text]:
    """What each page of an editor or a source is called, by its address."""
    library = public.library
    found = {s.address: s.title if isinstance(s, Briefing) else s.name for s in library.subjects()}
    found |= {source.address: source.title for source in library.sources.values()}
    found |= {notice.address: notice.title for notice in public.taken_down}
    return found | {moved.address: moved.title for moved in public.moved}
