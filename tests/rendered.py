"""An editor's prose rendered, and read again: what the laws of the grammar compare.

The words of a tree are put together here anew, from its leaves and the pinned text, and the
words of HTML are read by the standard library's parser: neither shares code with the renderer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from citebound.indexes import indexes_of
from citebound.markup import scan
from citebound.model import (
    Briefing,
    Document,
    Footnote,
    Library,
    Passage,
    SegmentKind,
    Source,
    Span,
    Text,
)
from citebound.model.tree import (
    Block,
    BlockQuotation,
    Break,
    Callout,
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
    Refused,
    Row,
    Rule,
    Run,
    Struck,
    Table,
    Words,
    runs_of,
)
from citebound.pages.page_writer import PageWriter
from citebound.pages.prose import Prose
from citebound.passages.answers import Bound
from citebound.passages.binding import bind
from citebound.public import decide
from citebound.shown.evidence import Numbering
from citebound.shown.facts import SiteFacts
from citebound.text.sentences import paragraphs_of, sentences_of

FOREIGN = Path(__file__).resolve().parent / "foreign"

MARK = "\N{SYMBOL FOR START OF TEXT}"
"""Stands for a mark of evidence, before which the renderer leaves white space out."""

EDGE = "\N{SYMBOL FOR RECORD SEPARATOR}"
"""Stands for the edge of a block."""

LINK = "\N{SYMBOL FOR START OF HEADING}"
"""Stands where a link begins, which may have no words."""

_VOID = frozenset(("br", "hr", "img", "input"))
_INLINE = frozenset(
    "a abbr b code del em i ins mark q s span strike strong sub sup time".split()  # noqa: SIM905
)
_ADDED = frozenset(("headerlink", "cb-callout-label", "cb-our-count", "cb-beside"))
"""The classes of what templates add to an editor's prose, with whatever it holds. Marks of
evidence (`cb-mark`) are added too, and so are the voice and the source after an attribution. The
links of actors and the elements of sentences add no words.
"""

_KNOWN = _ADDED | {
    *(
        "cb-attribution",
        "cb-mark",
        "cb-sentence",
        "cb-actor",
        "cb-our-term",
        *("cb-quoted", "cb-begins-marked", "cb-ends-marked"),
        "cb-words",
        "cb-term",
        "cb-cut",
    ),
    *("cb-ins", "cb-callout", "cb-quotation-block", "cb-voice", "cb-source", "cb-fine"),
    *("cb-left", "cb-center", "cb-right"),
}
_VOICE = "cb-voice-"
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")

FOLDED = str.maketrans(dict.fromkeys('“”„«»"', '"'))
"""Quotation marks are printed as “ ”, whatever pair was typed."""


# --- the words of HTML -------------------------------------------------------------------


@dataclass
class _Reader(HTMLParser):
    """The words of some HTML, a space for each edge of a block."""

    words: list[str] = field(default_factory=list)
    open: list[tuple[str, bool]] = field(default_factory=list)
    classes: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = frozenset((dict(attrs).get("class") or "").split())
        if "cb-voice" in names and self.open and self.open[-1][0] == "figcaption":
            self.open[-1] = ("figcaption", True)  # what follows an attribution is the template's
        within = bool(self.open and self.open[-1][1])
        if not within:
            self.classes |= names
        if "cb-mark" in names and not within:
            self.words.append(MARK)
        elif tag == "a" and not within:
            self.words.append(LINK)
        hidden = within or bool(names & (_ADDED | {"cb-mark"}))
        if tag not in _INLINE and not hidden:
            self.words.append(" " if tag == "br" else EDGE)
        if tag not in _VOID:
            self.open.append((tag, hidden))

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        opened, hidden = self.open.pop()
        assert opened == tag, f"</{tag}> closes <{opened}>"
        if tag not in _INLINE and not hidden:
            self.words.append(EDGE)

    def handle_data(self, data: str) -> None:
        if not (self.open and self.open[-1][1]):
            self.words.append(data)


def words_of_html(html: str) -> str:
    """The words that HTML shows, each run of white space as one space, without marks of evidence
    and what templates add.
    """
    return told(html_words(html))


def html_words(html: str, *, whole: bool = False) -> str:
    """The same with :data:`MARK` where a mark of evidence stands, and :data:`EDGE` at the edges
    of blocks. Of a ``whole`` page templates add more than is listed here.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert not reader.open, f"not closed: {reader.open}"
    unknown = {name for name in reader.classes - _KNOWN if not name.startswith(_VOICE)}
    assert whole or not unknown, f"a template adds what is not listed: {unknown}"
    return "".join(reader.words)


def told(words: str) -> str:
    """Words in one line, without marks of evidence and the white space before them."""
    joined = re.sub(rf"[ \t\n]*{MARK}", "", words).replace(LINK, "")
    return " ".join(joined.replace(EDGE, " ").split())


# --- the words of a tree -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Telling:
    """Puts the words of a document together from its leaves and the pinned texts."""

    document: Document
    bound: Bound
    sources: dict[str, Source]

    def words(self) -> str:
        """The words of the body, in order."""
        return told(EDGE.join(self.of_block(block) for block in self.document.blocks))

    def of_block(self, block: Block) -> str:
        """The words of a block; of an attribution those that were typed at its end."""
        if isinstance(block, (Paragraph, Heading)):
            return self.of_run(block.run)
        if isinstance(block, Table):
            return EDGE.join(self.of_row(row) for row in (block.head, *block.rows))
        if isinstance(block, Listing):
            return EDGE.join(self.of_block(b) for item in block.items for b in item.blocks)
        if isinstance(block, Callout):
            return EDGE.join(map(self.of_block, block.blocks))
        if isinstance(block, BlockQuotation):
            found = [self.bound[index].passages[:1] for index in block.quotations]
            words = [f"{self.pinned(p)}{p.trailing}" for passages in found for p in passages]
            plain = [i for i in block.attribution if isinstance(i, (Words, Break))]
            said = told("".join(map(self.of_inline, plain))).strip(" .")
            return EDGE.join([*words, said])
        return ""

    def of_row(self, row: Row) -> str:
        """The words of a row of a table."""
        return EDGE.join(self.of_run(cell.run) for cell in row.cells)

    def of_run(self, run: Run) -> str:
        """The words of a run."""
        return "".join(map(self.of_inline, run.inlines))

    def of_inline(self, inline: Inline) -> str:
        """The words of an inline node."""
        if isinstance(inline, (Words, Struck)):
            return inline.text
        if isinstance(inline, Break):
            return " "
        if isinstance(inline, (Emphasis, Linked)):
            words = "".join(map(self.of_inline, inline.inlines))
            return LINK + words if isinstance(inline, Linked) else words
        if isinstance(inline, (Cited, Noted, Marked)):
            return MARK
        quotation = self.document.quotations[inline.quotation]
        passages = self.bound[inline.quotation].passages
        if passages:
            return f"“{self.pinned(passages[0])}”{passages[0].trailing}"
        typed = self.document.text[quotation.inside.start : quotation.inside.end]
        said = _ESCAPED.sub(r"\1", _unprefixed(typed)).replace("\0", "\ufffd")
        return f"“{said}”"

    def of_note(self, note: Footnote) -> str:
        """What the editor says in a footnote: its sentences that have a word of ours, with "[…]"
        for what they quote, and without what they cite.
        """
        said = EDGE.join(
            (" […] " if isinstance(block, BlockQuotation) else "")
            + EDGE.join(self._own(run.inlines) for run in runs_of((block,)))
            for block in note.blocks
        )
        words = re.sub(r" ([,.;:!?])(?= |$)", r"\1", told(said.replace(MARK, " ")))
        sentences = re.split(r"(?<=[.!?။]) ", words)
        return " ".join(one for one in sentences if any(map(str.isalnum, one)))

    def _own(self, inlines: tuple[Inline, ...]) -> str:
        words = ""
        for inline in inlines:
            if isinstance(inline, (Emphasis, Linked)):
                words += self._own(inline.inlines)
            elif isinstance(inline, Struck):
                words += " "
            elif isinstance(inline, Quoted) and self.bound[inline.quotation].passages:
                words += "[…]"
            else:
                words += self.of_inline(inline)
        return words

    def pinned(self, passage: Passage) -> str:
        """The words of a passage, cut from the pinned text."""
        text = self.sources[passage.source].text
        words, end = "", -1
        for segment in passage.segments:
            piece = {
                SegmentKind.CUT: "[…]",
                SegmentKind.INSERTION: f"[{segment.text}]",
            }.get(segment.kind, text[segment.span.start : segment.span.end] if segment.span else "")
            joined = segment.span is not None and segment.span.start == end
            words += piece if joined or not words else f" {piece}"
            end = segment.span.end if segment.span else end
        return " ".join(words.split())


def _unprefixed(typed: str) -> str:
    """What was typed, without the signs at the beginning of the lines of a callout."""
    return re.sub(r"\n[ \t]*(?:>[ \t]*)*", "\n", typed)


# --- a document as a page's prose ---------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document, its prose as HTML, and what its tree tells. ``notes`` are what is printed
    of what its footnotes say, and what the tree tells of that.
    """

    document: Document
    bound: Bound
    html: str
    words: str
    notes: tuple[tuple[str, str], ...] = ()


def source_of(text: str, name: str = "s") -> Source:
    """A source with nothing but a text, whose words may be published."""
    paragraphs = paragraphs_of(text, "lines")
    return Source(
        name,
        text,
        paragraphs=paragraphs,
        sentences=sentences_of(text, paragraphs),
        path=name,
        title=Text("A source"),
        publisher=Text("A publisher"),
        published=Text("2023-09-15"),
    )


def rendered(text: str, source: str = "") -> Rendered:
    """The body ``text`` of a briefing as a page has it; ``source`` is what it may quote."""
    path = "briefings/2026-11-case.md"
    document = scan(text, path)
    briefing = Briefing(
        "case",
        path,
        Text("A case"),
        Text("2026-11-30"),
        Text("One sentence."),
        (Text("s"),),
        document,
    )
    sources = {"s": source_of(source)}
    library = Library(sources, (briefing,))
    bindings = bind(library)
    indexes = indexes_of(decide(library, bindings))
    bound = bindings[path]
    writer = PageWriter(briefing.address, "A case", indexes, SiteFacts())
    numbering = Numbering(briefing, bound, indexes)
    html = str(Prose(briefing, bound, writer, numbering, set()).html())
    telling = Telling(document, bound, sources)
    notes = []
    for note in document.footnotes:
        item = numbering.footnote(note.name)
        first = document.footnote(note.name)
        if item and first:
            notes.append((item.note, telling.of_note(first)))
    return Rendered(document, bound, html, telling.words(), tuple(notes))


# --- examples of other people ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Example:
    """Markdown, and the HTML that its authors say it is."""

    name: str
    markdown: str
    html: str


def commonmark() -> Iterator[Example]:
    """The examples of the CommonMark specification, numbered as it numbers them."""
    text = (FOREIGN / "commonmark/spec.txt").read_text("utf-8")
    found = re.finditer(r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$", text, re.MULTILINE | re.DOTALL)
    for number, example in enumerate(found, 1):
        markdown, html = (part.replace("→", "\t") for part in example.groups())
        yield Example(f"CommonMark {number}", markdown, html)


def tables() -> Iterator[Example]:
    """Tables as GitHub reads them."""
    text = (FOREIGN / "markdown-it/tables.txt").read_text("utf-8")
    pieces = re.split(r"^\.$\n?", text, flags=re.MULTILINE)
    for number, (markdown, html) in enumerate(zip(pieces[1::3], pieces[2::3], strict=True), 1):
        yield Example(f"table {number}", markdown, html)


# --- what a tree leaves out --------------------------------------------------------------


def held(document: Document) -> list[Span]:
    """The spans of the body that belong to a node: leaves, targets of links, labels of
    footnotes and callouts, quotations and refused blocks; in the order of the tree.
    """
    spans = [*_held_by(document.blocks, document)]
    for note in document.footnotes:
        label = document.text.index("]:", note.span.start) + 2
        spans += [Span(note.span.start, label), *_held_by(note.blocks, document)]
    return spans


def _held_by(blocks: Iterable[Block], document: Document) -> Iterator[Span]:
    for block in blocks:
        if isinstance(block, (Paragraph, Heading)):
            yield from _of_inlines(block.run.inlines)
        elif isinstance(block, Table):
            for row in (block.head, *block.rows):
                for cell in row.cells:
                    yield from _of_inlines(cell.run.inlines)
                yield from row.extra
        elif isinstance(block, Listing):
            for item in block.items:
                yield from _held_by(item.blocks, document)
        elif isinstance(block, Callout):
            yield block.label
            yield from _held_by(block.blocks, document)
        elif isinstance(block, BlockQuotation):
            yield from (document.quotations[index].span for index in block.quotations)
            yield from (other.span for other in block.refused)
            for run in block.runs:
                yield from _of_inlines(run.inlines)
        elif isinstance(block, (Refused, Rule)):
            yield block.span


def _of_inlines(inlines: tuple[Inline, ...]) -> Iterator[Span]:
    for inline in inlines:
        if isinstance(inline, Emphasis):
            yield from _of_inlines(inline.inlines)
        elif isinstance(inline, Linked):
            inner = [*_of_inlines(inline.inlines)]
            first = inner[0].start if inner else inline.span.start + 1
            last = inner[-1].end if inner else first
            yield from (Span(inline.span.start, first), *inner, Span(last, inline.span.end))
        else:
            yield inline.span


_SYNTAX = re.compile(r"[ \t>*+\-]*(?:\d{1,9}[.)](?=[ \t\0]|$)[ \t>*+\-]*)*(?:#{1,6}(?![^ \t\0]))?")
"""What may stand before the words of a line: signs of lists, block quotations and headings."""

_BETWEEN = re.compile(r"[ \t*_|:\-=#\0]*")
"""What may stand between words: emphasis, tables, what underlines a heading or closes it."""


def left_out(document: Document) -> list[str]:
    """The lines of a body that hold more than syntax besides what belongs to a node, with what
    belongs to one as U+0000.
    """
    text = list(document.text)
    for span in held(document):
        text[span.start : span.end] = [
            "\n" if letter == "\n" else "\0" for letter in text[span.start : span.end]
        ]
    found = []
    for line in "".join(text[document.body :]).split("\n"):
        start = _SYNTAX.match(line)
        assert start
        if not _BETWEEN.fullmatch(line, start.end()):
            found.append(line)
    return found
