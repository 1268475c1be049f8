"""The tree of a file, from its block tokens; what is not on the closed list is refused here.

Each block becomes a node, or a finding and a :class:`~citebound.model.tree.Refused` node with
its span: nothing is passed over. The list is in docs/format.md, "What a body may hold".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import cast

import regex
from markdown_it.token import Token

from citebound.markup.blockquotes import QuotedParagraph, quoted_paragraphs
from citebound.markup.grammar import Placed
from citebound.markup.inlines import nodes_of
from citebound.markup.refusals import definition, raw_html, refused
from citebound.markup.runs import RunRead, SentenceRead, read_run
from citebound.model import (
    Citation,
    Footnote,
    LineMap,
    Link,
    ProseSentence,
    Quotation,
    Reference,
    Span,
)
from citebound.model.tree import (
    Block,
    BlockQuotation,
    Callout,
    Cell,
    Heading,
    Inline,
    Item,
    Listing,
    Paragraph,
    Refused,
    Row,
    Rule,
    Run,
    Side,
    Table,
)
from citebound.problems import Problem

LEVELS = (2, 3, 4)
"""The levels of headings that a body may have; the page's title is the first."""

DEEPEST = 4
"""How many lists, block quotations and callouts may be nested."""

CALLOUTS = ("NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION")
"""The kinds of callouts that GitHub knows."""

_CALLOUT = regex.compile(r"\[!(?P<kind>[A-Za-z]+)\](?P<rest>[^\n]*)")
_ABBREVIATION = regex.compile(r"\*\[[^\]\n]+\]:")
_TASK = regex.compile(r"\[[ xX]\](?=\s)")
_TWO_PIPES = regex.compile(r"(?<!\\)(?:\\\\)+\|")


@dataclass(slots=True)
class Gathered:
    """What has been read of a file so far. Everything is in the order of the file, so
    that an index, once given, stays.
    """

    lines: LineMap
    quotations: list[Quotation] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    sentences: list[ProseSentence] = field(default_factory=list)
    footnotes: list[Footnote] = field(default_factory=list)
    ours: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    runs: int = 0

    def report(self, offset: int, message: str, hint: str) -> None:
        """Refuse a construct at an offset in the file."""
        self.problems.append(Problem(self.lines.place(offset), "refused-markup", message, hint))


@dataclass(frozen=True, slots=True)
class Within:
    """Where blocks are: ``scope`` is what a quotation there is told, ``note`` the footnote
    whose definition it is, ``depth`` how deep it is nested.
    """

    scope: str = "prose"
    note: str | None = None
    depth: int = 0


@dataclass(slots=True)
class Nested:
    """A token with what is between it and the token that closes it."""

    token: Token
    inner: list[Nested] = field(default_factory=list)


def nested(tokens: list[Token]) -> list[Nested]:
    """A row of tokens as a tree of them."""
    top: list[Nested] = []
    open_tokens: list[Nested] = []
    for token in tokens:
        if token.nesting < 0:
            open_tokens.pop()
            continue
        node = Nested(token)
        (open_tokens[-1].inner if open_tokens else top).append(node)
        if token.nesting > 0:
            open_tokens.append(node)
    return top


class Builder:
    """Builds the blocks of one file from its tokens."""

    def __init__(self, text: str, body: int, lines: LineMap) -> None:
        """A builder for the body of ``text``, which begins at offset ``body``."""
        self.text = text
        self.gathered = Gathered(lines)
        self._indices: dict[Span, int] = {}
        self._begin = body
        starts = [at for at in lines.starts if at >= body]
        self._starts = [body, *(at for at in starts if at > body)]

    def blocks(self, tokens: list[Nested], within: Within) -> tuple[Block, ...]:
        """The blocks of some tokens, in order."""
        built: list[Block] = []
        for node in tokens:
            before = len(self.gathered.sentences)
            block = self._block(node, within)
            if isinstance(block, BlockQuotation) and built:
                self._introduced(block, built[-1], before)
            if block is not None:
                built.append(block)
        return tuple(built)

    def _block(self, node: Nested, within: Within) -> Block | None:
        kind = node.token.type
        if kind == "paragraph_open":
            return self._paragraph(node, within)
        if kind == "heading_open":
            return self._heading(node, within)
        if kind == "footnote_open":
            return self._footnote(node, within)
        if kind == "hr":
            return Rule(self._span(node.token))
        if kind in ("bullet_list_open", "ordered_list_open", "blockquote_open", "table_open"):
            return self._container(node, within)
        return self._refused(node)

    def _container(self, node: Nested, within: Within) -> Block:
        if within.depth >= DEEPEST:
            self.gathered.report(
                self._offset(node.token),
                f"this is nested more than {DEEPEST} levels deep",
                "write it as separate paragraphs or headings",
            )
            return Refused(self._span(node.token))
        deeper = Within(within.scope, within.note, within.depth + 1)
        if node.token.type == "blockquote_open":
            return self._blockquote(node, deeper)
        if node.token.type == "table_open":
            return self._table(node, deeper)
        return self._listing(node, deeper)

    # --- places --------------------------------------------------------------------------

    def _span(self, token: Token) -> Span:
        """The lines of a token as a span in the file, without the last line break, and without
        the label of a footnote that they begin.
        """
        assert token.map is not None
        first, last = token.map
        start = max(self._begin, self._starts[first])
        end = self._starts[last] - 1 if last < len(self._starts) else len(self.text)
        return Span(start, max(start, end))

    def _offset(self, token: Token) -> int:
        """Where the first line of a token begins, white space and marks of holders left out."""
        span = self._span(token)
        line = self.text[span.start : span.end].split("\n", 1)[0]
        return span.start + len(line) - len(line.lstrip(" \t>"))

    # --- runs ----------------------------------------------------------------------------

    def run(self, placed: Placed, within: Within, *, sentences: bool = True) -> Run:
        """Read a run, and keep what it holds."""
        read = read_run(placed, self.gathered.lines, within.scope)
        run = self._kept(read, within)
        if sentences:
            for sentence in read.sentences:
                self._sentence(sentence.span, self._pieces(sentence), run.number, within)
            if within.note is None:
                self.gathered.ours.append(read.ours)
        return run

    def _kept(self, read: RunRead, within: Within) -> Run:
        gathered = self.gathered
        self._indices = quotations = dict[Span, int]()
        for quotation in read.quotations:
            quotations[quotation.span] = len(gathered.quotations)
            gathered.quotations.append(_noted(quotation, within.note))
        citations = self.keep_citations(read.cited)
        gathered.references += read.references
        gathered.links += read.links
        gathered.problems += read.problems
        placed = read.placed
        inlines = nodes_of(read.tokens, placed, gathered.lines, quotations, citations)
        number = gathered.runs
        gathered.runs += 1
        return Run(number, placed.span(0, len(placed.text)), inlines)

    def keep_citations(self, cited: tuple[Citation | None, ...]) -> dict[Span, int]:
        """Keep some citations; their indices by their spans."""
        found: dict[Span, int] = {}
        for citation in cited:
            if citation is not None:
                found[citation.span] = len(self.gathered.citations)
                self.gathered.citations.append(citation)
        return found

    def _pieces(self, sentence: SentenceRead) -> tuple[str | int, ...]:
        """What is read of a sentence of the run that was kept last."""
        return tuple(
            piece if isinstance(piece, str) else self._indices[piece] for piece in sentence.pieces
        )

    def _sentence(
        self, span: Span, pieces: tuple[str | int, ...], run: int, within: Within
    ) -> None:
        if within.note is not None:
            return
        gathered = self.gathered
        quotations = _held(gathered.quotations, span)
        references = _held(gathered.references, span)
        gathered.sentences.append(
            ProseSentence(
                span,
                tuple(i for i in quotations if span.holds(gathered.quotations[i].span)),
                tuple(gathered.references[i].name for i in references),
                within.scope == "note",
                run,
                gathered.lines.place(span.start),
                pieces,
            )
        )

    # --- the blocks ----------------------------------------------------------------------

    def _paragraph(self, node: Nested, within: Within) -> Block:
        placed = _placed(node)
        if _ABBREVIATION.match(placed.text):
            self.gathered.problems.append(definition(placed.at(0), self.gathered.lines))
            return Refused(self._span(node.token))
        run = self.run(placed, within)
        return Paragraph(self._span(node.token), run, tight=node.token.hidden)

    def _heading(self, node: Nested, within: Within) -> Heading:
        token = node.token
        level = int(token.tag[1])
        placed = _placed(node)
        if token.markup in ("-", "="):
            self.gathered.report(
                placed.at(0),
                "a heading with a line under it is refused",
                f"write {'#' * max(2, level)} before its words",
            )
        elif level not in LEVELS:
            self.gathered.report(
                self._offset(token),
                f"a heading of level {level} is refused; the page's title is the first level",
                "write ##, ### or ####",
            )
        inner = Within("heading" if within.note is None else within.scope, within.note)
        run = self.run(placed, inner, sentences=False)
        return Heading(self._span(token), level, run)

    def _listing(self, node: Nested, within: Within) -> Listing:
        items = []
        for item in node.inner:
            first = item.inner[0] if item.inner else None
            if first is not None and first.token.type == "paragraph_open":
                placed = _placed(first)
                if _TASK.match(placed.text):
                    self.gathered.report(
                        placed.at(0),
                        "a task list has no place in a briefing",
                        "remove the box",
                    )
            items.append(Item(self._span(item.token), self.blocks(item.inner, within)))
        ordered = node.token.type == "ordered_list_open"
        start = int(node.token.attrs.get("start", 1)) if ordered else None
        return Listing(self._span(node.token), start, tuple(items))

    def _table(self, node: Nested, within: Within) -> Table:
        rows = [row for part in node.inner for row in part.inner]
        head, *others = rows
        return Table(
            self._span(node.token),
            self._row(head, within, head=True),
            tuple(self._row(row, within, head=False) for row in others),
        )

    def _row(self, node: Nested, within: Within, *, head: bool) -> Row:
        gathered = self.gathered
        cells = []
        pieces: list[str | int] = []
        extra: tuple[Placed, ...] = node.token.meta.get("extra", ())
        if extra:
            gathered.report(
                extra[0].at(0),
                "this row has more cells than the head of its table: the rest would not be shown",
                "add a column to the head, or remove the cell",
            )
        for cell in node.inner:
            placed = _placed(cell)
            if pipes := _TWO_PIPES.search(placed.text):
                gathered.report(
                    placed.at(pipes.start()),
                    "renderers disagree about two backslashes before a pipe",
                    "remove the backslashes",
                )
            read = read_run(placed, gathered.lines, within.scope)
            side = str(cell.token.attrs.get("style", "")).removeprefix("text-align:")
            cells.append(Cell(self._kept(read, within), cast("Side", side)))
            if not head:
                for sentence in read.sentences:
                    pieces += (*([" · "] if pieces else []), *self._pieces(sentence))
                gathered.ours.append(read.ours)
        span = self._span(node.token)
        start = self._offset(node.token)
        if not head and pieces:
            end = start + len(self.text[start : span.end].rstrip())
            number = cells[0].run.number
            self._sentence(Span(start, end), tuple(pieces), number, within)
        return Row(span, tuple(cells), tuple(cell.span(0, len(cell.text)) for cell in extra))

    def _footnote(self, node: Nested, within: Within) -> Block | None:
        token = node.token
        label: Span = token.meta["label"]
        span = self._span(token)
        if within.depth or within.note is not None:
            self.gathered.report(
                label.start,
                "a footnote must be defined outside lists and block quotations",
                "put its definition below all of it, at the beginning of a line",
            )
        name = str(token.meta["name"])
        self._begin = label.end
        blocks = self.blocks(node.inner, Within("footnote", name))
        whole = Span(label.start, label.start + len(self.text[label.start : span.end].rstrip()))
        place = self.gathered.lines.place(label.start)
        self.gathered.footnotes.append(Footnote(name, whole, blocks, place))
        return None

    def _blockquote(self, node: Nested, within: Within) -> Block:
        first = node.inner[0] if node.inner else None
        if first is not None and first.token.type == "paragraph_open":
            callout = _CALLOUT.match(_placed(first).text)
            if callout is not None:
                return self._callout(node, first, callout, within)
        return self._block_quotation(node, within)

    def _callout(
        self, node: Nested, first: Nested, label: regex.Match[str], within: Within
    ) -> Callout:
        placed = _placed(first)
        kind = label["kind"].upper()
        if label["rest"].strip():
            self.gathered.report(
                placed.at(0),
                "the kind of a callout needs a line of its own; here it is read as a quotation",
                f"write > [!{kind}], and the words on the next line",
            )
        elif kind not in CALLOUTS:
            self.gathered.report(
                placed.at(0),
                f"there is no callout of the kind {label['kind']}",
                "write > [!NOTE]",
            )
        rest = placed.lines_from(1)
        if label["rest"].strip():
            rest = placed.stretch(label.start("rest"), len(placed.text))
        inner = list(node.inner)
        if rest.text.strip():
            inner[0] = Nested(first.token, [_with_placed(first.inner[0], rest)])
        else:
            inner.pop(0)
        scope = "note" if within.note is None else within.scope
        blocks = self.blocks(inner, Within(scope, within.note, within.depth))
        return Callout(self._span(node.token), kind, placed.span(0, label.start("rest")), blocks)

    def _block_quotation(self, node: Nested, within: Within) -> BlockQuotation:
        paragraphs: list[Placed] = []
        others: list[Refused] = []
        for child in node.inner:
            if child.token.type == "paragraph_open":
                paragraphs.append(_placed(child))
                continue
            others.append(Refused(self._span(child.token)))
            self.gathered.report(
                self._offset(child.token),
                "a block quotation holds paragraphs of a source and nothing else",
                "put it outside; for our analysis write > [!NOTE] on a line of its own",
            )
        read = quoted_paragraphs(paragraphs, self.gathered.lines)
        kept = self._kept_block_quotation(self._span(node.token), read, within)
        return replace(kept, refused=tuple(others))

    def _kept_block_quotation(
        self, span: Span, read: list[QuotedParagraph], within: Within
    ) -> BlockQuotation:
        gathered = self.gathered
        indices: list[int] = []
        attribution: list[Inline] = []
        runs: list[Run] = []
        for paragraph in read:
            gathered.problems += paragraph.problems
            for quotation in paragraph.quotations:
                indices.append(len(gathered.quotations))
                gathered.quotations.append(_noted(quotation, within.note))
            if paragraph.attribution is not None:
                run = self._kept(paragraph.attribution, within)
                runs.append(run)
                attribution += run.inlines
        return BlockQuotation(span, tuple(indices), tuple(attribution), tuple(runs))

    def _introduced(self, block: BlockQuotation, before: Block, count: int) -> None:
        """A sentence that ends in a colon rests on the block quotation after it."""
        sentences = self.gathered.sentences
        if not isinstance(before, Paragraph) or not 0 < count <= len(sentences):
            return
        last = sentences[count - 1]
        if last.run == before.run.number and last.span.of(self.text).endswith(":"):
            sentences[count - 1] = ProseSentence(
                last.span,
                last.quotations + block.quotations,
                last.references,
                last.analysis,
                last.run,
                last.place,
                last.pieces,
            )

    def _refused(self, node: Nested) -> Refused:
        token = node.token
        lines = self.gathered.lines
        offset = self._offset(token)
        if token.type == "html_block":
            self.gathered.problems.append(raw_html(offset, lines))
        elif token.type == "reference":
            self.gathered.problems.append(definition(offset, lines))
        else:
            self.gathered.problems.append(refused("code", offset, lines))
        return Refused(self._span(token))


def _held(things: Sequence[Quotation] | Sequence[Reference], span: Span) -> range:
    """The indices of the things that begin within a span; they are in order."""
    first = bisect_left(things, span.start, key=lambda thing: thing.span.start)
    return range(first, bisect_left(things, span.end, key=lambda thing: thing.span.start))


def _placed(node: Nested) -> Placed:
    """The text of a paragraph, a heading or a cell."""
    placed: Placed = node.inner[0].token.meta["placed"]
    return placed


def _with_placed(node: Nested, placed: Placed) -> Nested:
    token = node.token.copy(meta={**node.token.meta, "placed": placed})
    return Nested(token)


def _noted(quotation: Quotation, note: str | None) -> Quotation:
    if note is None:
        return quotation
    return replace(quotation, scope="footnote", footnote=note)
