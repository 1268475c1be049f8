"""A Markdown file taken apart: quotations, citations, footnotes, sentences."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from citebound.model.text import Span, Text
from citebound.problems import Place, Problem


class PartKind(StrEnum):
    """What a stretch between quotation marks is."""

    WORDS = "words"
    CUT = "cut"
    BRACKET = "bracket"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a quotation as the editor typed it.

    ``text`` is, for words, the words; for a bracket, what stands inside it
    (an insertion, or a changed letter where ``touches`` is true: ``[b]y``);
    for a cut, the empty string.
    """

    kind: PartKind
    text: str
    span: Span
    touches: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """One source named by a citation, with the locator that goes with it."""

    source: Text
    paragraph: int | None = None
    occurrence: int | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """``[@id, para. 9, 2nd]``: the sources named, and where the citation stands."""

    targets: tuple[Target, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks (or a block quotation's paragraph) in a document.

    ``span`` includes the marks; ``inside`` does not. ``citation`` is what binds
    it; ``footnote`` the name of the footnote it stands in. ``scope`` says what
    block holds it: ``prose``, ``heading``, ``note``, ``footnote`` or ``block``
    (a block quotation's paragraph). A ``faulty`` one has a finding of its form: it is
    never bound, and only what it probably meant is looked for.
    """

    span: Span
    inside: Span
    parts: tuple[Part, ...]
    scope: str
    place: Place
    citation: Citation | None = None
    footnote: str | None = None
    term: bool = False
    faulty: bool = False


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote's definition: the ``span`` of the whole, and of the ``body`` behind the colon."""

    name: str
    span: Span
    body: Span
    place: Place


@dataclass(frozen=True, slots=True)
class Reference:
    """A footnote's mark ``[^name]`` in the text."""

    name: str
    span: Span
    place: Place


@dataclass(frozen=True, slots=True)
class ProseSentence:
    """A sentence of a document's prose.

    ``quotations`` are indices into ``Document.quotations``; ``references`` the
    names of the footnotes whose marks follow it. ``analysis`` is true inside a
    ``> [!NOTE]`` callout. ``block`` numbers the block it stands in.
    """

    span: Span
    quotations: tuple[int, ...]
    references: tuple[str, ...]
    analysis: bool
    block: int
    place: Place


@dataclass(frozen=True, slots=True)
class Link:
    """A link ``[label](target)`` in a document."""

    label: Span
    target: Text
    span: Span


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its level, the span of its text, and that of its whole line."""

    level: int
    span: Span
    line: Span


@dataclass(frozen=True, slots=True)
class Document:
    """A Markdown file taken apart, with offsets into ``text``.

    ``masked`` is ``text`` with everything that is not prose of our own (front
    matter, code, targets, quotations, citations, marks) replaced by U+0000,
    character for character, so that it can be searched for names.
    """

    path: str
    text: str
    body: int
    masked: str
    quotations: tuple[Quotation, ...] = ()
    citations: tuple[Citation, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    references: tuple[Reference, ...] = ()
    sentences: tuple[ProseSentence, ...] = ()
    links: tuple[Link, ...] = ()
    headings: tuple[Heading, ...] = ()
    problems: tuple[Problem, ...] = ()

    def place(self, offset: int) -> Place:
        """The place of ``offset`` in the file."""
        line = self.text.count("\n", 0, offset) + 1
        return Place(self.path, line, offset - (self.text.rfind("\n", 0, offset) + 1) + 1)

    def footnote(self, name: str) -> Footnote | None:
        """The footnote of this name, or ``None``."""
        return next((note for note in self.footnotes if note.name == name), None)

    def evidence_of(self, name: str) -> tuple[int, ...]:
        """Indices of the quotations in the footnote of this name."""
        return tuple(i for i, q in enumerate(self.quotations) if q.footnote == name)
