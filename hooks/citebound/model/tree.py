"""The tree of a Markdown file: what the one grammar reads, and what pages are rendered from.

Every node knows its span in the file. Offsets are code points of the decoded text, ends
exclusive. Blocks hold blocks, or a :class:`Run` of inline nodes; a quotation, a citation and
a footnote's mark are leaves, so that no mark ever spans two nodes. Quotations and citations
are held by the document, in order; their leaves refer to them by index.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from citebound.model.text import Span, Text


@dataclass(frozen=True, slots=True)
class Words:
    """Words of our own, as they are read: backslash escapes and entities are resolved.

    Where nothing was resolved, ``text`` is what is at ``span``.
    """

    span: Span
    text: str

    @property
    def typed(self) -> bool:
        """Whether the words are in the file as they are read, character for character."""
        return len(self.text) == len(self.span)


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a line within a run; a ``hard`` one is printed as such, others are a space."""

    span: Span
    hard: bool


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation, its marks included; ``quotation`` is its index in the document."""

    span: Span
    quotation: int


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation; ``citation`` is its index in the document, ``None`` where it cannot be read."""

    span: Span
    citation: int | None


@dataclass(frozen=True, slots=True)
class Noted:
    """A footnote's mark in the text, ``[^name]``."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class Marked:
    """An attribute in braces, with what was typed: ``{.term}`` or ``{.ours}``. It says what is
    before it; pages print of it only that a figure is our own count.
    """

    span: Span
    text: str

    @property
    def is_count(self) -> bool:
        """Whether it marks a figure as a count of our own."""
        return self.text == "{.ours}"


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Emphasis, or strong emphasis."""

    span: Span
    strong: bool
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """A link: ``target`` as typed, and the nodes of its label."""

    span: Span
    target: Text
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Struck:
    """Inline markup that is not on the list, with the ``text`` of it; it has a finding."""

    span: Span
    text: str


Inline = Words | Break | Quoted | Cited | Noted | Marked | Emphasis | Linked | Struck


@dataclass(frozen=True, slots=True)
class Run:
    """A run of inline nodes: the text of a paragraph, a heading or a cell.

    ``number`` counts the runs of a document; sentences name the run they are in.
    """

    number: int
    span: Span
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. A ``tight`` one is the text of a list item that stands close to the next."""

    span: Span
    run: Run
    tight: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, of level 2 to 4 as typed (of others too, which have a finding)."""

    span: Span
    level: int
    run: Run


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list."""

    span: Span
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list. ``start`` is the number of its first item; ``None``: it is not numbered."""

    span: Span
    start: int | None
    items: tuple[Item, ...]


Side = Literal["", "left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, its words aligned to a side."""

    run: Run
    side: Side


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table. ``extra`` are cells too many, which have a finding."""

    span: Span
    cells: tuple[Cell, ...]
    extra: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its head and its further rows, which have as many cells each."""

    span: Span
    head: Row
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class BlockQuotation:
    """A block quotation: each of its paragraphs is a quotation.

    ``quotations`` are their indices in the document; ``attribution`` holds the nodes of
    what says whose words they are, citations included. ``refused`` are blocks that it may
    not hold.
    """

    span: Span
    quotations: tuple[int, ...]
    attribution: tuple[Inline, ...]
    runs: tuple[Run, ...]
    refused: tuple[Refused, ...] = ()

    @property
    def attributed(self) -> str:
        """The words of the attribution in one line, which is printed and compared as it is. What
        is no word of it has a finding, except for its citation.
        """
        read = (
            " " if isinstance(inline, Break) else inline.text
            for inline in self.attribution
            if isinstance(inline, (Words, Break))
        )
        return " ".join("".join(read).split()).strip(" .")


CALLOUTS: Mapping[str, str] = {
    "NOTE": "Our analysis",
    "CAUTION": "About the source",
    "IMPORTANT": "Why it matters",
    "TIP": "Read on",
}
"""The kinds of callouts, as on GitHub, with what stands above their words on a page."""


@dataclass(frozen=True, slots=True)
class Callout:
    """A callout, ``> [!NOTE]``: words of our own. ``label`` is where the kind is written."""

    span: Span
    kind: str
    label: Span
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A thematic break."""

    span: Span


@dataclass(frozen=True, slots=True)
class Refused:
    """A block that is not on the list; it has a finding, and nothing of it is printed."""

    span: Span


Block = Paragraph | Heading | Listing | Item | Table | BlockQuotation | Callout | Rule | Refused


def runs_of(blocks: tuple[Block, ...]) -> Iterator[Run]:
    """Every run of some blocks, in order."""
    for block in blocks:
        if isinstance(block, (Paragraph, Heading)):
            yield block.run
        elif isinstance(block, Table):
            for row in (block.head, *block.rows):
                yield from (cell.run for cell in row.cells)
        elif isinstance(block, Listing):
            for item in block.items:
                yield from runs_of(item.blocks)
        elif isinstance(block, (Callout, Item)):
            yield from runs_of(block.blocks)
        elif isinstance(block, BlockQuotation):
            yield from block.runs


def leaves_of(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    """The inline nodes that hold no others, in order."""
    for inline in inlines:
        if isinstance(inline, (Emphasis, Linked)):
            yield from leaves_of(inline.inlines)
        else:
            yield inline


def blocks_of(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block of some blocks, those that they hold included, in order."""
    for block in blocks:
        yield block
        if isinstance(block, Listing):
            for item in block.items:
                yield from blocks_of(item.blocks)
        elif isinstance(block, Callout):
            yield from blocks_of(block.blocks)
