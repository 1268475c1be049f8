"""What became of the quotations of a document: for each of them one answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from citebound.model import Document, Passage, Span
from citebound.problems import Problem


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one quotation.

    ``passages`` are what it was found to be, one for each source that its citation names;
    none for a term of ours, and none for a quotation that was refused. Then ``problems`` say
    why, and ``meant`` are the sources and spans that it probably meant. ``signed`` says that a
    signature let its cut pass.
    """

    passages: tuple[Passage, ...] = ()
    problems: tuple[Problem, ...] = ()
    meant: tuple[tuple[str, Span], ...] = ()
    signed: bool = False

    @property
    def evidence(self) -> tuple[Passage, ...]:
        """Its passages, unless they are mere terms."""
        return tuple(passage for passage in self.passages if not passage.term)


@dataclass(frozen=True, slots=True)
class Bound(Mapping[int, Answer]):
    """A document's quotations bound: the answer for each, by its index in the document."""

    document: Document
    answers: tuple[Answer, ...]

    def __getitem__(self, index: int) -> Answer:
        return self.answers[index]

    def __iter__(self) -> Iterator[int]:
        return iter(range(len(self.answers)))

    def __len__(self) -> int:
        return len(self.answers)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The findings of all its quotations, in order."""
        return tuple(problem for answer in self.answers for problem in answer.problems)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages of all its quotations, in order."""
        return self.passages_of(self)

    def passages_of(self, quotations: Iterable[int]) -> tuple[Passage, ...]:
        """The passages of some quotations, terms included, in order."""
        return tuple(passage for index in quotations for passage in self[index].passages)

    def evidence(self, footnote: str) -> tuple[Passage, ...]:
        """The passages of a footnote that are evidence: bound, and not mere terms."""
        indices = self.document.evidence_of(footnote)
        return tuple(passage for index in indices for passage in self[index].evidence)
