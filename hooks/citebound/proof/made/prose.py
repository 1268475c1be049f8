"""An editor's prose, derived again from its tree as full HTML: a part of the one line of its page.

It has each element and each attribute that stands on the page: the tree's own, the addresses of
sentences, the marks of the evidence, and the link of each actor where a section names it first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from citebound.model import Actor, Briefing, Passage, ProseSentence
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
    Run,
    Struck,
    Table,
    Words,
)
from citebound.proof.made import phrases
from citebound.proof.made.numbered import Evidenced, Numbered
from citebound.proof.made.parts import Parts
from citebound.proof.made.prose_headings import HeadingsAgain
from citebound.proof.made.prose_inlines import attached, cut, whose
from citebound.proof.made.telling import plain, tag
from citebound.proof.made.whole import OUTSIDE, Whole, linked_from
from citebound.text.naming import names_pattern
from citebound.text.patterns import Pattern


@dataclass(slots=True)
class Told:
    """Tells the tree of a subject, once and in the order of reading, in which marks are numbered;
    in lines of :mod:`citebound.proof.made.telling`.
    """

    subject: Briefing | Actor
    parts: Parts
    numbered: Numbered
    whole: Whole = field(init=False)
    _seen: set[str] = field(default_factory=set)
    _sentences: dict[int, list[tuple[int, ProseSentence]]] = field(default_factory=dict)
    _headings: HeadingsAgain = field(init=False)
    _after: list[str] | None = None

    def __post_init__(self) -> None:
        """Sort the sentences by their runs."""
        self.whole = self.parts.figures.whole
        self._section()
        self._headings = HeadingsAgain(self.subject, self.whole, self.numbered.bound)
        for number, sentence in enumerate(self.subject.document.sentences, 1):
            self._sentences.setdefault(sentence.run, []).append((number, sentence))

    def blocks(self, blocks: Iterable[Block]) -> str:
        """What blocks hold."""
        return "".join(self._block(block) + self._notes() for block in blocks)

    def _notes(self) -> str:
        """The evidence that the block before has marked for the first time."""
        return self.parts.notes(self.subject.address, self.numbered.untold())

    def _block(self, block: Block) -> str:
        if isinstance(block, Paragraph):
            held = self._run(block.run)
            return held if block.tight else tag("p", held)
        if isinstance(block, Heading):
            level, anchor = self._headings.place(block)
            words = self.inlines(attached(block.run.inlines))
            self._section()
            return self.parts.heading(self.subject.address, level, words, anchor)
        if isinstance(block, Listing):
            items = [tag("li", self.blocks(item.blocks)) for item in block.items]
            if block.start is None:
                return tag("ul", *items)
            return tag("ol", *items, start=None if block.start == 1 else block.start)
        if isinstance(block, Table):
            head = tag("thead", self._row(block.head, "th"))
            rows = [self._row(row, "td") for row in block.rows]
            return tag("table", head, tag("tbody", *rows) if rows else "")
        if isinstance(block, Callout):
            name = phrases.CALLOUTS[block.kind]
            label = tag("p", name, class_="cb-callout-label")
            return tag("div", label, self.blocks(block.blocks), aria_label=name,
                       class_="cb-callout", role="note")  # fmt: skip
        return self._quotations(block) if isinstance(block, BlockQuotation) else tag("hr")

    def _row(self, row: Row, kind: str) -> str:
        cells = []
        for cell in row.cells:
            places = [_place(number) for number, _ in self._sentences.get(cell.run.number, ())]
            held = attached(cell.run.inlines)
            told = self.inlines(held) if kind == "th" else self._linked(held)
            cells.append(tag(kind, *places, told, class_=f"cb-{cell.side}" if cell.side else None))
        return tag("tr", *cells)

    def _quotations(self, block: BlockQuotation) -> str:
        passages = [p for i in block.quotations for p in self.numbered.bound[i].passages[:1]]
        said = (tag("p", self.parts.words(p), p.trailing) for p in passages)
        told = f"{plain(block.attributed)} "
        whose: dict[tuple[str, str], dict[int, Passage]] = {}
        for number in block.quotations:
            for passage in self.numbered.bound[number].passages:
                voice = self.parts.voice(self.whole.ground.passage(passage.identity).voice)
                places = whose.setdefault((passage.source, voice), {})
                places.setdefault(self.parts.paragraph(passage), passage)
        told += "; ".join(
            f"{voice}{', '.join((self.parts.place(first), *map(self.parts.further, others)))}"
            for (_, voice), (first, *others) in ((w, [*p.values()]) for w, p in whose.items())
        )
        told += self._mark(self.numbered.quoted(block))
        caption = tag("figcaption", told, class_="cb-attribution cb-fine")
        return tag("figure", tag("blockquote", *said), caption, class_="cb-quotation-block")

    # --- sentences, and whom they name ------------------------------------------------------

    def _run(self, run: Run) -> str:
        """A run, each sentence with its address: an element around it, with its last marks after
        that, or, where a node holds something of another sentence too, a place before the first
        that has something of it.
        """
        sentences = self._sentences.get(run.number, ())
        edges = sorted(at for _, s in sentences for at in (s.span.start, s.span.end))
        told = [*whose(cut(attached(run.inlines), edges), sentences)]
        across = frozenset(number for own, _ in told if own[1:] for number in own)
        placed: set[int] = set()
        line = ""
        for own, group in told:
            if len(own) == 1 and own[0] not in across:
                line += self._sentence(own[0], group)
                continue
            line += "".join(_place(number) for number in own if number not in placed)
            placed.update(own)
            line += self._linked(group)
        return line

    def _sentence(self, number: int, held: list[Inline]) -> str:
        """A sentence, and the marks that end it."""
        last: list[Inline] = []
        while held and isinstance(held[-1], Cited | Noted | Marked):
            last.append(held.pop())
        told = _place(number)
        if any(not isinstance(inline, Words) or inline.text for inline in held):
            told = tag("span", self._linked(held), class_="cb-sentence", id=f"s-{number}")
        return told + self.inlines(reversed(last))

    def _section(self) -> None:
        """Each actor is linked where a section names it first; an actor's own page is no link."""
        self._seen = {self.subject.id} if isinstance(self.subject, Actor) else set()

    def _linked(self, inlines: Iterable[Inline]) -> str:
        """What inline nodes hold, with the links of the actors that adjoining words name."""
        line = stretch = ""
        for inline in inlines:
            if isinstance(inline, Words):
                stretch += inline.text
            elif isinstance(inline, Break) and not inline.hard:
                stretch += " "
            else:
                line += "".join(self._naming(stretch)) + self._inline(inline)
                stretch = ""
        return line + "".join(self._naming(stretch))

    def _naming(self, text: str) -> Iterator[str]:
        names, pattern = _names(self.whole)
        at = 0
        for found in pattern.finditer(text) if pattern and text else ():
            actor = names[found.group().replace("’", "'")]
            if actor.id not in self._seen:
                self._seen.add(actor.id)
                yield plain(text[at : found.start()])
                yield tag("a", plain(found.group()), class_="cb-actor", href=actor.address)
                at = found.end()
        yield plain(text[at:])

    # --- inline nodes -----------------------------------------------------------------------

    def inlines(self, inlines: Iterable[Inline]) -> str:
        """What inline nodes hold."""
        return "".join(map(self._inline, inlines))

    def _inline(self, inline: Inline) -> str:
        if isinstance(inline, Words | Struck):
            return plain(inline.text)
        if isinstance(inline, Break):
            return tag("br") if inline.hard else " "
        if isinstance(inline, Emphasis):
            return tag("strong" if inline.strong else "em", self.inlines(attached(inline.inlines)))
        if isinstance(inline, Linked):
            return self._link(inline)
        if isinstance(inline, Quoted):
            return self._quotation(inline.quotation)
        if isinstance(inline, Cited):
            return self._mark(self.numbered.cited(inline))
        if isinstance(inline, Noted):
            return self._mark(self.numbered.footnote(inline.name))
        is_count = inline.text == "{.ours}"
        return tag("span", " (our count)", class_="cb-our-count") if is_count else ""

    def _quotation(self, index: int) -> str:
        for passage in self.numbered.bound[index].passages[:1]:
            return self.parts.quoted(passage) + self._mark(self.numbered.uncited(index))
        typed = plain(self.subject.document.quotations[index].typed)
        return tag("span", f"“{typed}”", class_="cb-our-term")

    def _mark(self, item: Evidenced | None) -> str:
        """A further mark of the text. In a link there is none: it stands after the link."""
        if item is None:
            return ""
        anchor = self.numbered.marked(item)
        told = self.parts.mark(self.subject.address, item.number, anchor)
        if self._after is None:
            return told
        self._after.append(told)
        return ""

    def _link(self, link: Linked) -> str:
        target = str(link.target)
        outside = target.lower().startswith(OUTSIDE)
        address = target if outside else self._address(target)
        if address is None:
            return self.inlines(attached(link.inlines))
        self._after = []
        held = self.inlines(attached(link.inlines))
        told = tag("a", held, href=address, rel="external noopener" if outside else None)
        marks, self._after = "".join(self._after), None
        return told + marks

    def _address(self, target: str) -> str | None:
        """Where a link within the site leads; ``None``: nowhere."""
        kind, _, name = target.partition(":")
        library = self.whole.public.library
        if kind == "actor":
            return library.actors[name].address if name in library.actors else None
        if kind == "source":
            return library.sources[name].address if name in library.sources else None
        if kind == "event":
            return f"timeline/#{name}" if name in self.whole.ground.events else None
        return linked_from(self.subject, target, library)


def _place(number: int) -> str:
    """The address of a sentence by itself."""
    return tag("span", id=f"s-{number}")


def _names(whole: Whole) -> tuple[Mapping[str, Actor], Pattern | None]:
    """All names of actors, and what finds them."""
    if "names" not in whole.cache:
        actors = whole.public.library.actors.values()
        names = {name.replace("’", "'"): actor for actor in actors for name in actor.called}
        whole.cache["names"] = names, names_pattern(names)
    found = whole.cache["names"]
    assert isinstance(found, tuple)
    return found
