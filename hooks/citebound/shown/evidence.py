"""The evidence of one page: numbered in the order of reading, each number once.

The list of actors has the evidence of several subjects; the others have that of one.
A number belongs to a footnote, or to a group of quotations cited within a sentence. What it
shows stands in a note after the block that marks it first, and each passage in one note only.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import accumulate
from operator import attrgetter

from citebound.indexes import Indexes
from citebound.model import Citation, Footnote, Passage, Source, Span, Subject
from citebound.model.tree import BlockQuotation, Inline, Quoted, Words, leaves_of, runs_of
from citebound.passages.answers import Bound
from citebound.shown.passage import PassageShown
from citebound.text.patterns import Pattern

LEFT_OUT = "[…]"
"""Stands for a quotation in a note of ours, beside whose words the note is."""

_ENDS = Pattern(r"(?<=[.!?။])\s+")
_BEFORE = Pattern(r" (?=[,.;:!?](?:\s|\Z))")
"""The space before a citation that is taken out."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """A place in a source whose words may not be shown."""

    source: Source
    paragraph: int | None


@dataclass(slots=True)
class Evidence:
    """One numbered piece of evidence. ``note`` is what the editor says about it; ``again`` are the
    numbers of the notes that show what else it has; ``marks`` counts its marks on the page.
    """

    number: int
    passages: tuple[Passage, ...]
    withheld: tuple[Withheld, ...] = ()
    note: str = ""
    again: tuple[int, ...] = ()
    marks: int = 0


@dataclass(frozen=True, slots=True)
class NoteShown:
    """A piece of evidence as a template prints it."""

    number: int
    passages: tuple[PassageShown, ...]
    withheld: tuple[Withheld, ...]
    note: str
    again: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Stretches:
    """Stretches of texts, by source, asked whether one of them holds a span: for each source
    where they begin, in order, and how far those up to there reach.
    """

    starts: Mapping[str, list[int]]
    reach: Mapping[str, list[int]]

    @classmethod
    def of(cls, passages: Iterable[Passage]) -> Stretches:
        """The extents of some passages."""
        spans: dict[str, list[Span]] = defaultdict(list)
        for passage in passages:
            spans[passage.source].append(passage.extent)
        kept = {source: sorted(found) for source, found in spans.items()}
        return cls(
            {source: [span.start for span in found] for source, found in kept.items()},
            {source: [*accumulate((s.end for s in found), max)] for source, found in kept.items()},
        )

    def hold(self, passage: Passage) -> bool:
        """Whether one of them holds a passage whole."""
        before = bisect_right(self.starts.get(passage.source, ()), passage.extent.start)
        return before > 0 and self.reach[passage.source][before - 1] >= passage.extent.end


@dataclass(slots=True)
class Numbering:
    """Hands out the numbers of a page's evidence. ``subject`` is whose evidence is asked for."""

    subject: Subject
    bound: Bound
    indexes: Indexes
    items: dict[tuple[str, str], Evidence] = field(default_factory=dict)
    _shown_in: dict[str, int] = field(default_factory=dict)
    _waiting: list[Evidence] = field(default_factory=list)

    def going_on(self, subject: Subject) -> Numbering:
        """The same numbering, for the evidence of the next subject of the page."""
        return replace(self, subject=subject, bound=self.indexes.bindings[subject.path])

    def footnote(self, name: str) -> Evidence | None:
        """The evidence of a footnote, or ``None`` where there is no such footnote."""
        key = (self.subject.path, f"note {name}")
        if key not in self.items:
            note = self.subject.document.footnote(name)
            if note is None:
                return None
            self._add(
                key,
                self.bound.evidence(name),
                self._cited(note),
                self._said(note),
            )
        return self.items[key]

    def group(self, indices: tuple[int, ...], citation: Citation | None) -> Evidence | None:
        """The evidence of quotations cited in a sentence; mere terms are not evidence."""
        key = (self.subject.path, f"group {indices} {citation.span if citation else ''}")
        if key not in self.items:
            found = tuple(p for index in indices for p in self.bound[index].evidence)
            cited = (citation,) if citation else ()
            if not found and not self._withheld(cited):
                return None
            self._add(key, found, cited, "")
        return self.items[key]

    def cite(self, names: Iterable[str]) -> list[tuple[int, str]]:
        """The numbers of footnotes that the front matter uses, each with the id of its mark.

        They ascend: the order of the names says nothing.
        """
        items = sorted(filter(None, map(self.footnote, names)), key=attrgetter("number"))
        return [(item.number, self.mark(item)) for item in items]

    def mark(self, item: Evidence) -> str:
        """The id of a further mark."""
        item.marks += 1
        return f"m-{item.number}-{item.marks}"

    def take(self) -> list[Evidence]:
        """What was marked for the first time since this was last asked, in order."""
        taken = [*self._waiting]
        self._waiting.clear()
        return taken

    def _add(
        self,
        key: tuple[str, str],
        passages: tuple[Passage, ...],
        cited: tuple[Citation, ...],
        note: str,
    ) -> None:
        number = len(self.items) + 1
        once = {passage.identity: passage for passage in passages}
        seen = [self._shown_in.setdefault(identity, number) for identity in once]
        new = tuple(p for p, shown in zip(once.values(), seen, strict=True) if shown == number)
        again = tuple(sorted({*seen} - {number}))
        item = Evidence(number, new, self._withheld(cited), note, again)
        self.items[key] = item
        self._waiting.append(item)

    def _withheld(self, cited: tuple[Citation, ...]) -> tuple[Withheld, ...]:
        sources = self.indexes.library.sources
        return tuple(
            Withheld(sources[target.source], target.paragraph)
            for citation in cited
            for target in citation.targets
            if target.source in sources and not self.indexes.public.access[target.source].quotable
        )

    def _cited(self, note: Footnote) -> tuple[Citation, ...]:
        """The citations in a footnote; those of a document are in order."""
        citations = self.subject.document.citations
        first = bisect_left(citations, note.span.start, key=lambda c: c.span.start)
        return citations[first : bisect_left(citations, note.span.end, key=lambda c: c.span.start)]

    def _said(self, note: Footnote) -> str:
        """The editor's own words in a footnote, terms of ours among them. In a sentence of ours
        each quotation is :data:`LEFT_OUT`, since it may not be the sentence without it; what only
        quotes is taken out.
        """
        read: list[str] = []
        for block in note.blocks:
            runs = ("".join(map(self._read, leaves_of(run.inlines))) for run in runs_of((block,)))
            quoted = [f" {LEFT_OUT} "] if isinstance(block, BlockQuotation) else []
            read.append(" ".join((*quoted, *runs)))
        said = _ENDS.split(_BEFORE.sub("", " ".join(" ".join(read).split())))
        return " ".join(each for each in said if any(letter.isalnum() for letter in each))

    def _read(self, inline: Inline) -> str:
        if isinstance(inline, Words):
            return inline.text
        if isinstance(inline, Quoted) and not self.bound[inline.quotation].passages:
            return f"“{self.subject.document.quotations[inline.quotation].typed}”"
        return LEFT_OUT if isinstance(inline, Quoted) else " "
