"""The tree of a file, from its block tokens; what is not on the closed list is refused here.

Each block becomes a node, or a finding and a :class:`~citebound.model.tree.Refused` node with
its span: nothing is passed over. The list is in docs/format.md, "Markdown that may be used".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from citebound.markup.blockquotes import QuotedParagraph, quoted_paragraphs
from citebound.markup.gathering import Gathered, Within, noted
from citebound.markup.nesting import Nested, TokenLines, placed_of, with_placed
from citebound.markup.placed import Placed
from citebound.markup.refusals import definition, raw_html, refused
from citebound.markup.tables import table_of
from citebound.model import Footnote, LineMap, Span
from citebound.model.tree import (
    CALLOUTS,
    Block,
    BlockQuotation,
    Break,
    Callout,
    Cited,
    Heading,
    Inline,
    Item,
    Listing,
    Paragraph,
    Refused,
    Rule,
    Run,
    Words,
)
from citebound.text.patterns import Pattern

LEVELS = (2, 3, 4)
"""The levels of headings that a body may have; the page's title is the first."""

DEEPEST = 4
"""How many lists, block quotations and callouts may be nested."""

_CALLOUT = Pattern(r"\[!(?P<kind>[A-Za-z]+)\](?P<rest>[^\n]*)")
_ABBREVIATION = Pattern(r"\*\[[^\]\n]+\]:")
_TASK = Pattern(r"\[[ xX]\](?=\s)")


class Builder:
    """Builds the blocks of one file from its tokens."""

    def __init__(self, text: str, body: int, lines: LineMap, not_ends: Sequence[str] = ()) -> None:
        """A builder for the body of ``text``, which begins at offset ``body``."""
        self.text = text
        self.gathered = Gathered(lines, not_ends)
        self.lines = TokenLines(text, body, lines)

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
            return Rule(self.lines.span(node.token))
        if kind in ("bullet_list_open", "ordered_list_open", "blockquote_open", "table_open"):
            return self._container(node, within)
        return self._refused(node)

    def _container(self, node: Nested, within: Within) -> Block:
        if within.depth >= DEEPEST:
            self.gathered.report(
                self.lines.offset(node.token),
                f"this is nested more than {DEEPEST} levels deep",
                "write it as separate paragraphs or headings",
            )
            return Refused(self.lines.span(node.token))
        deeper = Within(within.scope, within.note, within.depth + 1)
        if node.token.type == "blockquote_open":
            return self._blockquote(node, deeper)
        if node.token.type == "table_open":
            return table_of(node, deeper, self.gathered, self.lines)
        return self._listing(node, deeper)

    # --- the blocks ----------------------------------------------------------------------

    def _paragraph(self, node: Nested, within: Within) -> Block:
        placed = placed_of(node)
        if _ABBREVIATION.match(placed.text):
            self.gathered.problems.append(definition(placed.at(0), self.gathered.lines))
            return Refused(self.lines.span(node.token))
        run = self.gathered.run(placed, within)
        return Paragraph(self.lines.span(node.token), run, tight=node.token.hidden)

    def _heading(self, node: Nested, within: Within) -> Heading:
        token = node.token
        level = int(token.tag[1])
        placed = placed_of(node)
        if token.markup in ("-", "="):
            self.gathered.report(
                placed.at(0),
                "a heading with a line under it is refused",
                f"write {'#' * max(2, level)} before its words",
            )
        elif level not in LEVELS:
            self.gathered.report(
                self.lines.offset(token),
                f"a heading of level {level} is refused; the page's title is the first level",
                "write ##, ### or ####",
            )
        inner = Within("heading" if within.note is None else within.scope, within.note)
        run = self.gathered.run(placed, inner, sentences=False)
        return Heading(self.lines.span(token), level, run)

    def _listing(self, node: Nested, within: Within) -> Listing:
        items = []
        for item in node.inner:
            first = item.inner[0] if item.inner else None
            if first is not None and first.token.type == "paragraph_open":
                placed = placed_of(first)
                if _TASK.match(placed.text):
                    self.gathered.report(
                        placed.at(0),
                        "a task list has no place in a briefing",
                        "remove the box",
                    )
            blocks = self.blocks(item.inner, replace(within, item=True))
            items.append(Item(self.lines.span(item.token), blocks))
        ordered = node.token.type == "ordered_list_open"
        start = int(node.token.attrs.get("start", 1)) if ordered else None
        return Listing(self.lines.span(node.token), start, tuple(items))

    def _footnote(self, node: Nested, within: Within) -> Block | None:
        token = node.token
        label: Span = token.meta["label"]
        span = self.lines.span(token)
        if within.depth or within.note is not None:
            self.gathered.report(
                label.start,
                "a footnote must be defined outside lists and block quotations",
                "put its definition below all of it, at the beginning of a line",
            )
        name = str(token.meta["name"])
        self.lines.begin = label.end
        blocks = self.blocks(node.inner, Within("footnote", name))
        for block in blocks:
            if not isinstance(block, Paragraph | BlockQuotation | Refused):
                self.gathered.report(
                    block.span.end - len(block.span.of(self.text).lstrip()),
                    "a footnote holds paragraphs and block quotations, and nothing else",
                    "write it as a sentence",
                )
        whole = Span(label.start, label.start + len(self.text[label.start : span.end].rstrip()))
        place = self.gathered.lines.place(label.start)
        self.gathered.footnotes.append(Footnote(name, whole, blocks, place))
        return None

    def _blockquote(self, node: Nested, within: Within) -> Block:
        first = node.inner[0] if node.inner else None
        if first is not None and first.token.type == "paragraph_open":
            callout = _CALLOUT.match(placed_of(first).text)
            if callout is not None:
                return self._callout(node, first, callout, within)
        return self._block_quotation(node, within)

    def _callout(
        self, node: Nested, first: Nested, label: regex.Match[str], within: Within
    ) -> Callout:
        placed = placed_of(first)
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
                "write " + ", ".join(f"> [!{known}] ({said})" for known, said in CALLOUTS.items()),
            )
        rest = placed.lines_from(1)
        if label["rest"].strip():
            rest = placed.stretch(label.start("rest"), len(placed.text))
        inner = list(node.inner)
        if rest.text.strip():
            inner[0] = Nested(first.token, [with_placed(first.inner[0], rest)])
        else:
            inner.pop(0)
        scope = "note" if within.note is None else within.scope
        blocks = self.blocks(inner, Within(scope, within.note, within.depth))
        if kind in CALLOUTS and all(isinstance(block, Rule) for block in blocks):
            self.gathered.report(
                placed.at(0),
                "this callout is empty",
                f"write its words on the line below > [!{kind}], after a >; or remove it",
            )
        return Callout(
            self.lines.span(node.token), kind, placed.span(0, label.start("rest")), blocks
        )

    def _block_quotation(self, node: Nested, within: Within) -> BlockQuotation:
        paragraphs: list[Placed] = []
        others: list[Refused] = []
        for child in node.inner:
            if child.token.type == "paragraph_open":
                paragraphs.append(placed_of(child))
                continue
            others.append(Refused(self.lines.span(child.token)))
            self.gathered.report(
                self.lines.offset(child.token),
                "a block quotation holds paragraphs of a source and nothing else",
                "put it outside; for our analysis write > [!NOTE] on a line of its own",
            )
        read = quoted_paragraphs(paragraphs, self.gathered.lines)
        kept = self._kept_block_quotation(self.lines.span(node.token), read, within)
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
                gathered.quotations.append(noted(quotation, within.note))
            if paragraph.attribution is not None:
                run = self.gathered.keep(paragraph.attribution, within)
                runs.append(run)
                attribution += run.inlines
                self._plain_attribution(run)
        return BlockQuotation(span, tuple(indices), tuple(attribution), tuple(runs))

    def _plain_attribution(self, run: Run) -> None:
        """An attribution is printed as one line of words, with one mark for its citation."""
        for inline in run.inlines:
            if not isinstance(inline, Words | Break | Cited):
                self.gathered.report(
                    inline.span.start,
                    "an attribution is a name and a citation, and nothing else",
                    "leave only them on the line; put anything else after the block quotation",
                )
                return

    def _introduced(self, block: BlockQuotation, before: Block, count: int) -> None:
        """A sentence that ends in a colon rests on the block quotation after it."""
        sentences = self.gathered.sentences
        if not isinstance(before, Paragraph) or not 0 < count <= len(sentences):
            return
        last = sentences[count - 1]
        if last.run == before.run.number and last.span.of(self.text).endswith(":"):
            sentences[count - 1] = replace(last, quotations=last.quotations + block.quotations)

    def _refused(self, node: Nested) -> Refused:
        token = node.token
        lines = self.gathered.lines
        offset = self.lines.offset(token)
        if token.type == "html_block":
            self.gathered.problems.append(raw_html(offset, lines))
        elif token.type == "reference":
            self.gathered.problems.append(definition(offset, lines))
        else:
            self.gathered.problems.append(refused("code", offset, lines))
        return Refused(self.lines.span(token))
