"""What every check is given, and small questions that several checks ask."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from citebound.claims.known import Known
from citebound.model import Citation, Document, Library, Subject
from citebound.passages.answers import Bound
from citebound.problems import Problem, Thing
from citebound.public import Published


@dataclass(frozen=True)
class BoundLibrary:
    """A library, its bindings by the path of the document, what of it is ``public``, and the
    addresses of the other pages of the site, apart from those of briefings, actors and sources.
    ``today`` is the day on which it is checked, where that is known; in the ``preview``, which is
    never published, drafts count.
    """

    library: Library
    bindings: Mapping[str, Bound]
    public: Published
    other_pages: frozenset[str] = frozenset()
    today: str = ""
    preview: bool = False

    @cached_property
    def known(self) -> Known:
        """What rules look up in the library, made once for all checks."""
        return Known(self.library)

    def known_sources(self) -> set[str]:
        """Every source there is, those that cannot be relied on included."""
        return {*self.library.sources, *self.library.broken}

    def unpublished(self) -> set[str]:
        """The addresses at which the site does not answer: of drafts, and of what only they
        need, with their former addresses.
        """
        published = set(self.public.addresses)
        hidden = {source.address for source in self.library.sources.values()} - published
        for subject in self.library.subjects():
            if subject.folder not in published:
                folder = subject.folder.partition("/")[0]
                hidden |= {subject.folder, *(f"{folder}/{old}/" for old in subject.formerly)}
        return hidden

    def is_withheld(self, citation: Citation) -> bool:
        """Whether a citation names a place in a source whose words may not be shown:
        such a place is evidence without a quotation.
        """
        return any(
            target.paragraph is not None
            and target.source in self.library.sources
            and not self.library.sources[target.source].quotable
            for target in citation.targets
        )

    def evidenced(self, subject: Subject) -> set[str]:
        """The footnotes of a document that hold evidence."""
        document, bound = subject.document, self.bindings[subject.path]
        found = {
            str(quotation.footnote)
            for quotation, answer in zip(document.quotations, bound.answers, strict=True)
            if quotation.footnote is not None and answer.evidence
        }
        notes = sorted(document.footnotes, key=lambda note: note.span)
        for citation in filter(self.is_withheld, document.citations):
            at = bisect_right(notes, citation.span.start, key=lambda note: note.span.start) - 1
            if at >= 0 and notes[at].span.holds(citation.span):
                found.add(notes[at].name)
        return found


def quotation_things(document: Document, quotations: Iterable[int]) -> Iterator[Thing]:
    """What a finding rests on that says something of some quotations, by their indices."""
    return (document.quotations[index].thing for index in quotations)


def footnote_thing(document: Document, name: str) -> Thing:
    """What a finding rests on that says something of what a footnote holds."""
    return Thing("footnote", document.path, name)


def citation_thing(document: Document, citation: Citation) -> Thing:
    """What a finding rests on that says something of what a citation binds."""
    return Thing("citation", document.path, citation.span.start)


Check = Callable[[BoundLibrary], Iterator[Problem]]
"""A check: from a project, read and bound, to its findings, in any order."""
