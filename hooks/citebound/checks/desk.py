"""What every check is given, and small questions that several checks ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from citebound.model import Briefing, Citation, Library, Subject
from citebound.passages.answers import Answer, Bound
from citebound.problems import Problem
from citebound.public import Published


@dataclass(frozen=True, slots=True)
class Desk:
    """A library, its bindings by the path of the document, what of it is ``public``, and the
    addresses of the pages that the site has besides those of briefings, actors and sources.
    """

    library: Library
    bindings: Mapping[str, Bound]
    public: Published
    other_pages: frozenset[str] = frozenset()

    @property
    def whole(self) -> bool:
        """Whether every document has a name and could be read, so that what is missing is."""
        return not self.library.unnamed and not any(
            subject.broken for subject in self.library.subjects()
        )

    def sound(self) -> Iterator[Subject]:
        """The subjects whose front matter could be read."""
        return (subject for subject in self.library.subjects() if not subject.broken)

    def sound_briefings(self) -> Iterator[Briefing]:
        """The briefings whose front matter could be read."""
        return (briefing for briefing in self.library.briefings if not briefing.broken)

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
            if subject.address not in published:
                folder = subject.address.partition("/")[0]
                hidden |= {subject.address, *(f"{folder}/{old}/" for old in subject.formerly)}
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

    def has_evidence(self, subject: Subject, footnote: str) -> bool:
        """Whether a footnote holds evidence, or would but for a finding it has already."""
        document, bound = subject.document, self.bindings[subject.path]
        if any(is_evidence(bound[i]) for i in document.evidence_of(footnote)):
            return True
        note = document.footnote(footnote)
        return note is not None and any(
            note.span.holds(c.span) and self.is_withheld(c) for c in document.citations
        )


def is_evidence(answer: Answer) -> bool:
    """Whether a quotation is evidence, or would be without the finding it has."""
    return answer.refused or bool(answer.evidence)


Check = Callable[[Desk], Iterator[Problem]]
"""A check: from the desk to its findings, in any order."""
