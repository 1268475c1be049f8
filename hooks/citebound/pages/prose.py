"""An editor's prose, rendered from its tree.

Everything a reader meets of a body is made here from the nodes that were checked: quotations
become the source's own characters, citations and footnote marks evidence marks, names
links, sentences elements with addresses. HTML is written by one template, ``prose.jinja``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import regex
from markupsafe import Markup

from citebound.model import Citation, ProseSentence, Quotation, Subject
from citebound.model.tree import (
    CALLOUTS,
    Block,
    BlockQuotation,
    Break,
    Callout,
    Cell,
    Cited,
    Emphasis,
    Heading,
    Inline,
    Linked,
    Listing,
    Marked,
    Noted,
    Paragraph,
    Quoted,
    Row,
    Run,
    Struck,
    Table,
    Words,
)
from citebound.pages.inlines import attached, by_sentence, without_marks
from citebound.pages.page import PageHeading
from citebound.pages.page_writer import PageWriter
from citebound.pages.templating import fill
from citebound.passages.answers import Bound
from citebound.shown.evidence import Evidence, Numbering, Stretches
from citebound.shown.linking import Mentions, address_of
from citebound.shown.passage import PassageShown
from citebound.shown.prose_nodes import Node, node, parted
from citebound.text.patterns import Pattern

_TAKEN = Pattern(r"(?:[sempyq]-|judgement-|fact-|__).*")
"""Addresses that a page gives to sentences, evidence, marks and the like."""

_SPACES = Pattern(r"[ \t\n\f\r]+")
"""White space of HTML, which folds it; a no-break space is none."""


def slug(words: str) -> str:
    """An address for a heading: its letters and digits in lower case, joined by hyphens."""
    return "-".join(regex.findall(r"[\p{L}\p{N}\p{M}]+", words.casefold()))


@dataclass(slots=True)
class Prose:
    """The prose of a subject on its way to a page. ``anchors`` are ids already taken."""

    subject: Subject
    bound: Bound
    writer: PageWriter
    numbering: Numbering
    anchors: set[str]
    headings: list[PageHeading] = field(default_factory=list)
    _counts: dict[str, int] = field(default_factory=dict)
    _shown: dict[int, Stretches] = field(default_factory=dict)
    _mentions: Mentions = field(init=False)
    _sentences: dict[int, list[tuple[int, ProseSentence]]] = field(init=False)
    _groups: dict[int, tuple[int, ...]] = field(init=False)
    _lowest: int = field(init=False)

    def __post_init__(self) -> None:
        document = self.subject.document
        self._mentions = Mentions(self.subject, self.writer.indexes.library)
        self._sentences = {}
        for number, sentence in enumerate(document.sentences, 1):
            self._sentences.setdefault(sentence.run, []).append((number, sentence))
        self._lowest = min((b.level for b in document.blocks if isinstance(b, Heading)), default=2)
        self._groups = _groups(document.quotations, document.citations)

    def html(self) -> Markup:
        """The prose as HTML. Its headings are in ``headings`` afterwards."""
        nodes = list(self._blocks(self.subject.document.blocks))
        return fill("prose", self.writer.address, nodes=nodes)

    # --- blocks --------------------------------------------------------------------------

    def _blocks(self, blocks: tuple[Block, ...]) -> Iterator[Node]:
        for block in blocks:
            # What holds blocks has their notes within.
            if isinstance(block, Paragraph):
                kind = "inline" if block.tight else "paragraph"
                yield node(kind, self._run(block.run))
            elif isinstance(block, Heading):
                yield self._heading(block)
            elif isinstance(block, Listing):
                items = [node("item", list(self._blocks(item.blocks))) for item in block.items]
                yield node("list", items, start=block.start)
            elif isinstance(block, Table):
                head = self._row(block.head, head=True)
                yield node("table", [self._row(row) for row in block.rows], head=head)
            elif isinstance(block, Callout):
                label = CALLOUTS.get(block.kind, CALLOUTS["NOTE"])
                yield node("callout", list(self._blocks(block.blocks)), label=label)
            elif isinstance(block, BlockQuotation):
                yield self._block_quotation(block)
            else:
                yield node("rule")
            if notes := self.writer.notes(self.numbering):
                yield node("notes", items=notes)

    def _heading(self, block: Heading) -> Node:
        """Headings begin at the second level, leave none out, and have their own addresses."""
        above = self.headings[-1].level if self.headings else 1
        level = min(max(2, block.level + 2 - self._lowest), above + 1)
        children = [self._inline(inline) for inline in attached(block.run.inlines)]
        words = _SPACES.sub(" ", "".join(child.words() for child in children)).strip(" ")
        base = slug(words) or "section"
        if _TAKEN.fullmatch(base):
            base = f"section-{base}"
        anchor, count = base, self._counts.get(base, 1)
        while anchor in self.anchors:
            count += 1
            anchor = f"{base}-{count}"
        self._counts[base] = count
        self.anchors.add(anchor)
        self.headings.append(PageHeading(level, words, anchor))
        self._mentions.section()
        return node("heading", children, level=level, anchor=anchor)

    def _row(self, row: Row, *, head: bool = False) -> Node:
        return node("row", [self._cell(cell, head=head) for cell in row.cells])

    def _cell(self, cell: Cell, *, head: bool) -> Node:
        inlines = list(attached(cell.run.inlines))
        children = map(self._inline, inlines) if head else self._linked(inlines)
        anchors = [node("anchor", id=f"s-{n}") for n, _ in self._sentences.get(cell.run.number, ())]
        return node("cell", [*anchors, *children], side=cell.side)

    def _block_quotation(self, block: BlockQuotation) -> Node:
        passages = [p for i in block.quotations for p in self.bound[i].passages[:1]]
        every = [self.writer.show(p) for i in block.quotations for p in self.bound[i].passages]
        cited = [i for i in block.attribution if isinstance(i, Cited)]
        item = self._evidence(block.quotations, cited[0].citation if cited else None)
        return node(
            "quotation_block",
            [self._mark(item)] if item else [],
            paragraphs=[self.writer.show(passage) for passage in passages],
            attribution=block.attributed,
            places=_places_of(every),
        )

    # --- runs ----------------------------------------------------------------------------

    def _run(self, run: Run) -> list[Node]:
        """A run, each of its sentences an element with its number as address, its closing
        marks after it: what is emphasised or linked of it is within. Where emphasis or a link
        holds more than one sentence, an element would cut across that: then the address of each
        stands by itself, before the first node that has something of it.
        """
        sentences = self._sentences.get(run.number, [])
        found = by_sentence(attached(run.inlines), [s.span for _, s in sentences])
        shared = {at for own, _ in found if len(own) > 1 for at in own}
        children: list[Node] = []
        addressed = 0
        for own, inlines in found:
            if own and own[0] not in shared:
                said, marks = without_marks(inlines)
                kind = "sentence" if said else "anchor"
                children.append(node(kind, self._linked(said), id=f"s-{sentences[own[0]][0]}"))
                children += map(self._inline, marks)
                continue
            for at in own[max(0, addressed - own.start) :]:
                children.append(node("anchor", id=f"s-{sentences[at][0]}"))
                addressed = at + 1
            children += self._linked(inlines)
        return children

    def _linked(self, inlines: Iterable[Inline]) -> Iterator[Node]:
        """Some inline nodes, with the first mention of each actor in a section as a link."""
        for piece in self._mentions.found(inlines):
            if isinstance(piece, tuple):
                words, address = piece
                yield node("actor", [node("words", text=words)], address=address)
            else:
                yield self._inline(piece)

    def _inline(self, inline: Inline) -> Node:
        if isinstance(inline, Emphasis):
            children = list(map(self._inline, attached(inline.inlines)))
            return node("strong" if inline.strong else "emphasis", children)
        if isinstance(inline, Linked):
            return self._link(inline)
        if isinstance(inline, Quoted):
            return self._quotation(inline)
        if isinstance(inline, Cited):
            return self._citation(inline)
        if isinstance(inline, Noted):
            item = self.numbering.footnote(inline.name)
            return self._mark(item) if item else node("words", text="")
        return _plain(inline)

    def _link(self, link: Linked) -> Node:
        """A link; marks of evidence are links too, and stand after it."""
        address = address_of(link.target, self.subject, self.writer.indexes)
        children = list(map(self._inline, attached(link.inlines)))
        if address is None:
            return node("inline", children)
        outside = address.lower().startswith(("https:", "http:", "mailto:"))
        said, marks = parted(children, "mark")
        return node("inline", [node("link", said, address=address, outside=outside), *marks])

    # --- words and their evidence --------------------------------------------------------

    def _quotation(self, quoted: Quoted) -> Node:
        document = self.subject.document
        quotation = document.quotations[quoted.quotation]
        passages = self.bound[quoted.quotation].passages
        if not passages:
            return node("term", text=quotation.typed)
        marks = []
        if quotation.citation is None and quotation.scope in ("prose", "note"):
            marks = self._own_mark(quotation, quoted.quotation)
        return node("quotation", marks, passage=self.writer.show(passages[0]))

    def _own_mark(self, quotation: Quotation, index: int) -> list[Node]:
        """A mark for words that no citation follows, unless a footnote of their sentence
        already shows them.
        """
        noted = self._noted(quotation)
        if all(noted.hold(passage) for passage in self.bound[index].passages):
            return []
        item = self._evidence((index,), None)
        return [self._mark(item)] if item else []

    def _noted(self, quotation: Quotation) -> Stretches:
        """What the footnotes of the sentence that holds a quotation show."""
        sentences = self.subject.document.sentences
        at = bisect_right(sentences, quotation.span.start, key=lambda s: s.span.start) - 1
        if at < 0 or not sentences[at].span.holds(quotation.span):
            return Stretches({}, {})
        if at not in self._shown:
            names = sentences[at].references
            self._shown[at] = Stretches.of(p for n in names for p in self.bound.evidence(n))
        return self._shown[at]

    def _citation(self, cited: Cited) -> Node:
        if cited.citation is None:
            return node("words", text="")
        item = self._evidence(self._groups.get(cited.citation, ()), cited.citation)
        return self._mark(item) if item else node("words", text="")

    def _evidence(self, indices: tuple[int, ...], citation: int | None) -> Evidence | None:
        cited = None if citation is None else self.subject.document.citations[citation]
        return self.numbering.group(indices, cited)

    def _mark(self, item: Evidence) -> Node:
        return node("mark", number=item.number, id=self.numbering.mark(item))


def _groups(
    quotations: tuple[Quotation, ...], citations: tuple[Citation, ...]
) -> dict[int, tuple[int, ...]]:
    """The quotations that each citation binds, both by index; those of footnotes and block
    quotations have marks of their own.
    """
    numbers = {citation.span: number for number, citation in enumerate(citations)}
    found: dict[int, list[int]] = defaultdict(list)
    for index, quotation in enumerate(quotations):
        # A citation between the marks of its quotation is a finding, and none of the list.
        if quotation.citation is None or quotation.citation.span not in numbers:
            continue
        if not quotation.footnote and quotation.scope != "block":
            found[numbers[quotation.citation.span]].append(index)
    return {number: tuple(indices) for number, indices in found.items()}


def _plain(inline: Words | Break | Marked | Struck) -> Node:
    """An inline node that holds no other and no evidence."""
    if isinstance(inline, Break):
        return node("break" if inline.hard else "words", text="\n")
    if isinstance(inline, Marked):
        return node("count") if inline.is_count else node("words", text="")
    return node("words", text=inline.text)


def _places_of(passages: Iterable[PassageShown]) -> list[list[PassageShown]]:
    """Passages by their source and whose words they are, one of each paragraph."""
    found: list[list[PassageShown]] = []
    for passage in passages:
        whose = (passage.source.id, passage.voice)
        held = next((g for g in found if (g[0].source.id, g[0].voice) == whose), None)
        if held is None:
            found.append([passage])
        elif passage.paragraph not in {one.paragraph for one in held}:
            held.append(passage)
    return found
