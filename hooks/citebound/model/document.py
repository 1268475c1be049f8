"""A Markdown file read: its tree, and the quotations, citations, footnotes and sentences in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from citebound.model.text import LineMap, Span, Text
from citebound.model.tree import Block
from citebound.problems import Place, Problem, Thing


class PartKind(StrEnum):
    """What a stretch between quotation marks is."""

    WORDS = "words"
    CUT = "cut"
    BRACKET = "bracket"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a quotation as the editor typed it.

    ``text`` is, for words, the words; for a bracket, what is inside it
    (an insertion, or a changed letter where ``touches`` is true: ``[b]y``);
    for a cut, the empty string. ``fault`` is the finding of a bracket that may only be the
    source's own: it cannot be ours.
    """

    kind: PartKind
    text: str
    span: Span
    touches: bool = False
    fault: Problem | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """One source named by a citation, with the locator that goes with it."""

    source: Text
    paragraph: int | None = None
    occurrence: int | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """``[@id, para. 9, 2nd]``: the sources named, and where the citation is."""

    targets: tuple[Target, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks (or a block quotation's paragraph) in a document.

    ``span`` includes the marks; ``inside`` does not. ``citation`` is what binds
    it; ``footnote`` the name of the footnote it is in. ``scope`` says what
    block holds it: ``prose``, ``heading``, ``note``, ``footnote`` or ``block``
    (a block quotation's paragraph). One with a ``fault``, a finding of its form, is
    never bound, and only what it probably meant is looked for. ``typed`` is what is
    between the marks, without what begins the lines of a callout or a list.
    """

    span: Span
    inside: Span
    parts: tuple[Part, ...]
    scope: str
    place: Place
    citation: Citation | None = None
    footnote: str | None = None
    term: bool = False
    fault: Problem | None = None
    typed: str = ""

    @property
    def thing(self) -> Thing:
        """What the findings of others rest on, and its own explain."""
        return Thing("quotation", self.place.path, f"{self.place.line}:{self.place.column}")


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote's definition: the ``span`` of the whole, and the ``blocks`` after the colon."""

    name: str
    span: Span
    blocks: tuple[Block, ...]
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
    ``> [!NOTE]`` callout. ``run`` is the number of the run that it is in. ``pieces`` is what
    is read of it: our own words, and the indices of quotations; marks are left out.
    ``label`` is true for the few words of a cell or a list item, which rest on what stands
    beside them.
    """

    span: Span
    quotations: tuple[int, ...]
    references: tuple[str, ...]
    analysis: bool
    run: int
    place: Place
    pieces: tuple[str | int, ...]
    label: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A link ``[label](target)`` in a document."""

    label: Span
    target: Text
    span: Span


@dataclass(frozen=True)
class Document:
    """A Markdown file read, with offsets into ``text``; its body begins at ``body``.

    ``blocks`` is the tree of the body without footnotes, which ``footnotes`` hold.
    ``ours`` is the text of our own words, run by run, all else (quotations, citations,
    marks, targets) as U+0000, so that it can be searched for names.
    """

    path: str
    text: str
    body: int
    blocks: tuple[Block, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    citations: tuple[Citation, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    references: tuple[Reference, ...] = ()
    sentences: tuple[ProseSentence, ...] = ()
    links: tuple[Link, ...] = ()
    ours: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @cached_property
    def naming(self) -> str:
        """The words of ours that name somebody: the label of a link to another page is what that
        page is called.
        """
        words = "\n".join(self.ours)
        for link in self.links:
            if not link.target.startswith("actor:"):
                words = words.replace(link.label.of(self.text), " ", 1)
        return words

    @cached_property
    def lines(self) -> LineMap:
        """Where the lines of the file begin."""
        return LineMap(self.path, self.text)

    def place(self, offset: int) -> Place:
        """The place of ``offset`` in the file."""
        return self.lines.place(offset)

    def footnote(self, name: str) -> Footnote | None:
        """The footnote of this name (the first, where it is defined twice), or ``None``."""
        return self._by_name.get(name)

    def evidence_of(self, name: str) -> tuple[int, ...]:
        """Indices of the quotations in the footnote of this name."""
        return self._evidence.get(name, ())

    @cached_property
    def _by_name(self) -> Mapping[str, Footnote]:
        return {note.name: note for note in reversed(self.footnotes)}

    @cached_property
    def _evidence(self) -> Mapping[str, tuple[int, ...]]:
        found: dict[str, list[int]] = defaultdict(list)
        for index, quotation in enumerate(self.quotations):
            if quotation.footnote is not None:
                found[quotation.footnote].append(index)
        return {name: tuple(indices) for name, indices in found.items()}
