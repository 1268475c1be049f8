"""An editor's prose: what stands on the page is what the tree has, in order, and nothing else.

Tree and page are each told as one line: words as they are, elements in angle brackets, a passage
by its identity. What templates add (the elements of sentences, the links of actors) is left out
of the line and accounted for by the closed list; marks stand in it as ``MARK``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from citebound.checks.addresses import linked_address
from citebound.model import Actor, Briefing
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
    Row,
    Struck,
    Table,
    Words,
    leaves_of,
    runs_of,
)
from citebound.pages.page import Page
from citebound.passages.answers import Bound
from citebound.proof.made.whole import OUTSIDE, Whole
from citebound.proof.nodes import Element, with_single_spaces

MARK = "\x03"
_LEFT_OUT = frozenset(("headerlink", "cb-analysis-label", "cb-voice", "cb-source"))
_THROUGH = frozenset(("cb-sentence", "cb-actor", "cb-our-term", "cb-quoted"))
_BLOCK = r"</?(?:p|h|ul|ol|li|table|tr|th|td|note|figure|caption|hr)(?: [^>]*)?>"


def line_of(pieces: Iterable[str]) -> str:
    """Pieces as one line: no mark, and no white space before one or at the edge of a block."""
    line = with_single_spaces(re.sub(rf"[ \t\n\r\f]*{MARK}", "", "".join(pieces)))
    return re.sub(rf" ?({_BLOCK}) ?", r"\1", line)


def _escaped(text: str) -> str:
    return text.replace("<", "\x01").replace(">", "\x02")


# --- the tree -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Told:
    """Tells the tree of a subject."""

    subject: Briefing | Actor
    bound: Bound
    whole: Whole

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        """What blocks hold."""
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        if isinstance(block, Paragraph):
            yield from self._around("" if block.tight else "p", self.inlines(block.run.inlines))
        elif isinstance(block, Heading):
            yield from self._around("h", self.inlines(block.run.inlines))
        elif isinstance(block, Listing):
            tag = "ul" if block.start is None else "ol"
            yield f"<{tag}>" if block.start in (None, 1) else f"<{tag} {block.start}>"
            for item in block.items:
                yield from self._around("li", self.blocks(item.blocks))
            yield f"</{tag}>"
        elif isinstance(block, Table):
            rows = [*self._row(block.head, "th")]
            rows += [piece for row in block.rows for piece in self._row(row, "td")]
            yield from self._around("table", rows)
        elif isinstance(block, Callout):
            yield from self._around("note", self.blocks(block.blocks))
        elif isinstance(block, BlockQuotation):
            yield from self._around("figure", self._quotations(block))
        else:
            yield "<hr>"

    def _around(self, tag: str, pieces: Iterable[str]) -> Iterator[str]:
        yield f"<{tag}>" if tag else ""
        yield from pieces
        yield f"</{tag}>" if tag else ""

    def _row(self, row: Row, tag: str) -> Iterator[str]:
        yield "<tr>"
        for cell in row.cells:
            yield f"<{tag} {cell.side}>" if cell.side else f"<{tag}>"
            yield from self.inlines(cell.run.inlines)
            yield f"</{tag}>"
        yield "</tr>"

    def _quotations(self, block: BlockQuotation) -> Iterator[str]:
        for index in block.quotations:
            for passage in self.bound[index].passages[:1]:
                yield f"<p><quote {passage.identity}>{passage.trailing}</p>"
        said = (inline for inline in block.attribution if not isinstance(inline, Cited))
        plain = re.sub(r"</?(?:em|strong|a)(?: [^>]*)?>", "", "".join(self.inlines(said)))
        plain = re.sub(rf"[ \t\n]*{MARK}", "", plain)
        yield f"<caption>{' '.join(plain.split()).strip(' .')}</caption>"

    def inlines(self, inlines: Iterable[Inline]) -> Iterator[str]:
        """What inline nodes hold."""
        for inline in inlines:
            if isinstance(inline, Words | Struck):
                yield _escaped(inline.text)
            elif isinstance(inline, Break):
                yield "<br>" if inline.hard else " "
            elif isinstance(inline, Emphasis):
                tag = "strong" if inline.strong else "em"
                yield from self._around(tag, self.inlines(inline.inlines))
            elif isinstance(inline, Linked):
                yield from self._link(inline)
            elif isinstance(inline, Quoted):
                yield from self._quotation(inline.quotation)
            elif isinstance(inline, Cited | Noted | Marked):
                yield MARK

    def _quotation(self, index: int) -> Iterator[str]:
        for passage in self.bound[index].passages[:1]:
            yield f"“<quote {passage.identity}>”{passage.trailing}"
            return
        yield f"“{_escaped(self.subject.document.quotations[index].typed)}”"

    def _relative(self, target: str) -> str:
        """Where the check of links found a relative path to lead."""
        path, hash_, fragment = target.partition("#")
        address = linked_address(self.subject, path) if path else self.subject.address
        return f"{address}{hash_}{fragment}"

    def _link(self, link: Linked) -> Iterator[str]:
        target = str(link.target)
        outside = target.lower().startswith(OUTSIDE)
        kind, _, name = target.partition(":")
        library = self.whole.public.library
        known = (
            target if outside
            else library.actors[name].address if kind == "actor" and name in library.actors
            else library.sources[name].address if kind == "source" and name in library.sources
            else f"timeline/#{name}" if kind == "event" and name in self.whole.ground.events
            else None if kind in ("actor", "source", "event")
            else self._relative(target)
        )  # fmt: skip
        if known is None:
            yield from self.inlines(link.inlines)
            return
        yield f"<a {_escaped(known)}>"
        yield from self.inlines(link.inlines)
        yield "</a>"


# --- the marks ------------------------------------------------------------------------------


def marks_of(told: Told) -> Iterator[tuple[tuple[str, ...], bool]]:
    """What the marks of a subject's prose lead to, in order: the passages of each, and whether
    there may be none. Words that no citation follows have a mark where no footnote shows them.
    """
    document, bound = told.subject.document, told.bound
    groups: dict[object, list[int]] = {}
    for index, quotation in enumerate(document.quotations):
        if quotation.citation and not quotation.footnote and quotation.scope != "block":
            groups.setdefault(quotation.citation.span, []).append(index)
    for inline, block in _leaves(document.blocks):
        if block is not None:
            yield _shown(bound, block.quotations), True
        elif isinstance(inline, Noted):
            passages = bound.evidence(inline.name)
            yield tuple(dict.fromkeys(p.identity for p in passages)), not passages
        elif isinstance(inline, Cited) and inline.citation is not None:
            span = document.citations[inline.citation].span
            shown = _shown(bound, groups.get(span, ()))
            yield shown, not shown
        elif isinstance(inline, Quoted) and not document.quotations[inline.quotation].citation:
            yield _shown(bound, (inline.quotation,)), True


def _shown(bound: Bound, indices: Iterable[int]) -> tuple[str, ...]:
    passages = (passage for index in indices for passage in bound[index].evidence)
    return tuple(dict.fromkeys(passage.identity for passage in passages))


def _leaves(blocks: tuple[Block, ...]) -> Iterator[tuple[Inline | None, BlockQuotation | None]]:
    for block in blocks:
        if isinstance(block, BlockQuotation):
            yield None, block
        elif isinstance(block, Listing):
            for item in block.items:
                yield from _leaves(item.blocks)
        elif isinstance(block, Callout):
            yield from _leaves(block.blocks)
        else:
            for run in runs_of((block,)):
                yield from ((inline, None) for inline in leaves_of(run.inlines))


def align(wanted: Iterable[tuple[tuple[str, ...], bool]], found: list[tuple[str, ...]]) -> bool:
    """Whether marks lead to what they must, in order, with those left out that may be."""
    reached = {0}
    for passages, may_lack in wanted:
        on = {at + 1 for at in reached if at < len(found) and found[at] == passages}
        reached = on | (reached if may_lack else set())
    return len(found) in reached


# --- the page -------------------------------------------------------------------------------


def page_told(children: Iterable[Element | str], page: Page, whole: Whole) -> Iterator[str]:
    """What the prose of a page holds, told as the tree is."""
    for child in children:
        if isinstance(child, str):
            yield _escaped(child)
        else:
            yield from _element(child, page, whole)


def _element(element: Element, page: Page, whole: Whole) -> Iterator[str]:
    names = {*(element.get("class") or "").split()}
    inner = page_told(element.children, page, whole)
    identity = element.get("data-quote")
    tag = {"figcaption": "caption", "div": "note"}.get(element.tag, element.tag)
    if identity is not None:
        yield f"<quote {identity}>"
    elif "cb-mark" in names:
        yield MARK
    elif names & _LEFT_OUT:
        return
    elif names & _THROUGH or tag in ("thead", "tbody", "blockquote", "span"):
        yield from inner
    elif tag in ("br", "hr"):
        yield f"<{tag}>"
    elif tag == "a":
        address = whole.leads(element.get("href") or "", page)
        yield from (f"<a {_escaped(address)}>", *inner, "</a>")
    elif tag == "caption":
        # Whose words they are, and where, the template adds after what the editor says.
        said = "".join(inner).replace(MARK, "")
        yield f"<caption>{with_single_spaces(said).removesuffix('·').strip()}</caption>"
    else:
        tag = "h" if re.fullmatch("h[2-6]", tag) else tag
        side = re.sub("^cb-", "", element.get("class") or "") if tag in ("td", "th") else ""
        extra = side or element.get("start") or ""
        yield from (f"<{tag} {extra}>" if extra else f"<{tag}>", *inner, f"</{tag}>")
