"""The evidence of a page, numbered again: which mark leads to what, and where that stands.

A footnote, and the words that one citation binds, each have one number, in the order in which the
page marks them first. A passage stands in the first that has it; a later one names the number.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from citebound.model import Actor, Briefing, Citation, Footnote, Passage, Source
from citebound.model.tree import BlockQuotation, Cited, Quoted, Words, leaves_of, runs_of
from citebound.passages.answers import Bound
from citebound.proof.made.derived import folded
from citebound.public import Published

_WITHIN = frozenset(("prose", "note"))
"""What holds a quotation that has a mark of its own where no citation follows it."""


@dataclass(slots=True)
class Evidenced:
    """A piece of evidence. ``passages`` are those that none before it has; ``elsewhere`` are the
    numbers of what has its others; ``withheld`` are places in sources without their words.
    """

    number: int
    passages: tuple[Passage, ...]
    withheld: tuple[tuple[Source, int | None], ...]
    note: str = ""
    elsewhere: tuple[int, ...] = ()
    marks: int = 0


def note_said(note: Footnote, bound: Bound) -> str:
    """What is ours of a footnote: its words, and the terms that it has between marks. What it
    quotes in a sentence of ours leaves its place; a sentence without a word of ours is none.
    """
    read = ""
    for block in note.blocks:
        read += " […] " if isinstance(block, BlockQuotation) else " "
        for run in runs_of((block,)):
            for inline in leaves_of(run.inlines):
                if isinstance(inline, Words):
                    read += inline.text
                elif not isinstance(inline, Quoted):
                    read += " "
                elif bound[inline.quotation].passages:
                    read += "[…]"
                else:
                    read += f"“{bound.document.quotations[inline.quotation].typed}”"
            read += " "
    sentence, kept = "", []
    for word in folded(read).split(" "):
        joined = word[:1] in set(",.;:!?") and not word[1:]
        sentence = f"{sentence}{word}" if joined else f"{sentence} {word}".strip()
        if sentence.endswith((".", "!", "?", "။")):
            kept.append(sentence)
            sentence = ""
    return " ".join(s for s in (*kept, sentence) if any(letter.isalnum() for letter in s))


class Numbered:
    """The evidence of a page, subject by subject. What marks something is asked for in the order of
    reading.
    """

    def __init__(self, subject: Briefing | Actor, public: Published) -> None:
        """The evidence of a page that begins with a subject, of which nothing was asked yet."""
        self.public = public
        self._many = 0
        self._untold: list[Evidenced] = []
        self._first: dict[str, int] = {}
        self.turn_to(subject)

    def turn_to(self, subject: Briefing | Actor) -> None:
        """Go on with another subject of the page: the numbers are those that come next."""
        self.subject = subject
        self.bound = self.public.bindings[subject.path]
        self.items: dict[object, Evidenced] = {}
        self._bind: dict[object, list[int]] = {}
        self._noted: dict[int, dict[str, tuple[list[int], list[int]]]] = {}
        for index, quotation in enumerate(subject.document.quotations):
            if quotation.citation and not quotation.footnote and quotation.scope != "block":
                self._bind.setdefault(quotation.citation.span, []).append(index)

    # --- what the text marks ----------------------------------------------------------------

    def marked(self, item: Evidenced) -> str:
        """The address of a further mark."""
        item.marks += 1
        return f"m-{item.number}-{item.marks}"

    def untold(self) -> list[Evidenced]:
        """What the blocks since the last notes have marked for the first time."""
        untold, self._untold = self._untold, []
        return untold

    def cited(self, cited: Cited) -> Evidenced | None:
        """What a citation shows: the words that it binds, or the place where they are withheld."""
        if cited.citation is None:
            return None
        citation = self.subject.document.citations[cited.citation]
        return self._group(self._bind.get(citation.span, ()), citation)

    def quoted(self, block: BlockQuotation) -> Evidenced | None:
        """What a block quotation shows."""
        cited = (i.citation for i in block.attribution if isinstance(i, Cited))
        first = next(cited, None)
        citation = None if first is None else self.subject.document.citations[first]
        return self._group(block.quotations, citation)

    def uncited(self, index: int) -> Evidenced | None:
        """What words show that no citation follows, unless a footnote of their sentence does."""
        quotation = self.subject.document.quotations[index]
        if quotation.citation is not None or quotation.scope not in _WITHIN:
            return None
        if all(self._is_noted(passage, index) for passage in self.bound[index].passages):
            return None
        return self._group((index,), None)

    def footnote(self, name: str) -> Evidenced | None:
        """What a footnote shows."""
        document = self.subject.document
        note = document.footnote(name)
        if note is not None and name not in self.items:
            begin, end = note.span.start, note.span.end
            first = bisect_left(document.citations, begin, key=lambda c: c.span.start)
            last = bisect_left(document.citations, end, key=lambda c: c.span.start)
            held = document.citations[first:last]
            self._add(name, self.bound.evidence(name), held, note_said(note, self.bound))
        return self.items.get(name)

    def rests(self, names: Iterable[str]) -> list[tuple[int, str]]:
        """The numbers of the footnotes that something of the front matter rests on, the smallest
        first, each with the address of its mark.
        """
        found = [item for name in names if (item := self.footnote(name)) is not None]
        found.sort(key=lambda item: item.number)
        return [(item.number, self.marked(item)) for item in found]

    def _group(self, indices: Iterable[int], citation: Citation | None) -> Evidenced | None:
        key = (tuple(indices), citation and citation.span)
        if key not in self.items:
            found = tuple(p for index in key[0] for p in self.bound[index].evidence)
            cited = () if citation is None else (citation,)
            if not found and not self._withheld(cited):
                return None
            self._add(key, found, cited, "")
        return self.items[key]

    def _add(
        self, key: object, passages: Iterable[Passage], cited: Iterable[Citation], note: str
    ) -> None:
        number = self._many = self._many + 1
        new: list[Passage] = []
        elsewhere: set[int] = set()
        for passage in passages:
            if passage.identity not in self._first:
                self._first[passage.identity] = number
                new.append(passage)
            elsewhere.add(self._first[passage.identity])
        others = tuple(sorted(elsewhere - {number}))
        item = Evidenced(number, tuple(new), self._withheld(cited), note, others)
        self.items[key] = item
        self._untold.append(item)

    def _withheld(self, cited: Iterable[Citation]) -> tuple[tuple[Source, int | None], ...]:
        sources = self.public.library.sources
        return tuple(
            (sources[target.source], target.paragraph)
            for citation in cited for target in citation.targets
            if target.source in sources and not self.public.access[target.source].quotable
        )  # fmt: skip

    def _is_noted(self, passage: Passage, index: int) -> bool:
        """Whether a footnote of the sentence of a quotation has the passage within its own."""
        span = self.subject.document.quotations[index].span
        sentences = self.subject.document.sentences
        at = bisect_right(sentences, span.start, key=lambda s: s.span.start) - 1
        if at < 0 or not sentences[at].span.holds(span):
            return False
        if at not in self._noted:
            shown = [p for name in sentences[at].references for p in self.bound.evidence(name)]
            found: dict[str, list[tuple[int, int]]] = {}
            for p in shown:
                found.setdefault(p.source, []).append((p.extent.start, p.extent.end))
            self._noted[at] = {
                name: ([start for start, _ in ends], [*accumulate((e for _, e in ends), max)])
                for name, ends in ((name, sorted(each)) for name, each in found.items())
            }
        starts, reach = self._noted[at].get(passage.source, ([], []))
        before = bisect_right(starts, passage.extent.start)
        return before > 0 and reach[before - 1] >= passage.extent.end
