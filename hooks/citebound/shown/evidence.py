"""The evidence of one page: numbered, each number once, with the way back to its uses.

A number belongs to a footnote, or to a group of quotations cited within a sentence. Numbers
follow the order of first appearance in the text; footnotes that only the front matter uses
come after them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import accumulate

from citebound.indexes import Indexes
from citebound.model import Citation, Footnote, Passage, Source, Span, Subject
from citebound.model.tree import Inline, Quoted, Words, leaves_of, runs_of
from citebound.passages.answers import Bound


@dataclass(frozen=True, slots=True)
class Withheld:
    """A place in a source whose words may not be shown."""

    source: Source
    paragraph: int | None


@dataclass(frozen=True, slots=True)
class Backlink:
    """A place that rests on a piece of evidence: what to call it, and its address."""

    label: str
    address: str


@dataclass(slots=True)
class Evidence:
    """One numbered piece of evidence. ``note`` is what the editor says about it."""

    number: int
    passages: tuple[Passage, ...]
    withheld: tuple[Withheld, ...] = ()
    note: str = ""
    uses: list[Backlink] = field(default_factory=list)
    marks: int = 0


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
    """Hands out the numbers of a page's evidence."""

    subject: Subject
    bound: Bound
    indexes: Indexes
    items: dict[str, Evidence] = field(default_factory=dict)
    _used: set[tuple[int, Backlink]] = field(default_factory=set)

    def footnote(self, name: str) -> Evidence | None:
        """The evidence of a footnote, or ``None`` where there is no such footnote."""
        key = f"note {name}"
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
        key = f"group {indices} {citation.span if citation else ''}"
        if key not in self.items:
            found = tuple(p for index in indices for p in self.bound[index].evidence)
            cited = (citation,) if citation else ()
            if not found and not self._withheld(cited):
                return None
            self._add(key, found, cited, "")
        return self.items[key]

    def cite(self, name: str, use: Backlink) -> int | None:
        """The number of a footnote that the front matter uses, with the use recorded."""
        item = self.footnote(name)
        if item is None:
            return None
        if (key := (item.number, use)) not in self._used:
            self._used.add(key)
            item.uses.append(use)
        return item.number

    def mark(self, item: Evidence) -> str:
        """The id of a further mark in the text, recorded as a use."""
        item.marks += 1
        mark = f"m-{item.number}-{item.marks}"
        item.uses.append(Backlink(f"↩ {item.marks}", f"#{mark}"))
        return mark

    def _add(
        self, key: str, passages: tuple[Passage, ...], cited: tuple[Citation, ...], note: str
    ) -> None:
        once = tuple({passage.identity: passage for passage in passages}.values())
        self.items[key] = Evidence(len(self.items) + 1, once, self._withheld(cited), note)

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
        """The editor's own words in a footnote, terms of ours among them; what it quotes and
        cites is taken out.
        """
        read = " ".join(
            "".join(map(self._read, leaves_of(run.inlines))) for run in runs_of(note.blocks)
        )
        said = " ".join(read.split())
        return said if any(letter.isalnum() for letter in said) else ""

    def _read(self, inline: Inline) -> str:
        if isinstance(inline, Words):
            return inline.text
        if isinstance(inline, Quoted) and not self.bound[inline.quotation].passages:
            return f"“{self.subject.document.quotations[inline.quotation].typed}”"
        return " "
