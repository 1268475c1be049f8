"""An editor's prose: what stands on the page is what the tree has, in order, and nothing else.

Tree and page are each told as one line: words as they are, elements in angle brackets, a passage
by its identity, a mark by its number. Each has what the page adds: the addresses of sentences, the
marks of the evidence, and the link of each actor where a section names it first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import regex

from citebound.checks.addresses import linked_address
from citebound.model import Actor, Briefing, ProseSentence
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
from citebound.proof.made.derived import voice_words
from citebound.proof.made.numbered import MARK, Numbered
from citebound.proof.made.prose_headings import HeadingsAgain
from citebound.proof.made.prose_inlines import attached, cut, whose
from citebound.proof.made.telling import plain
from citebound.proof.made.whole import OUTSIDE, Whole
from citebound.proof.nodes import with_single_spaces
from citebound.text.naming import names_pattern

_BLOCK = r"</?(?:p|h|ul|ol|li|table|thead|tbody|tr|th|td|note|figure|caption|hr)(?: [^>]*)?>"


def line_of(pieces: Iterable[str]) -> str:
    """Pieces as one line, with no white space at the edge of a block."""
    return re.sub(rf" ?({_BLOCK}) ?", r"\1", with_single_spaces("".join(pieces)))


def prose_told(subject: Briefing | Actor, whole: Whole) -> tuple[str, Numbered]:
    """The prose of a subject as one line, and the evidence that it marks; told once."""
    key = f"prose {subject.address}"
    if key not in whole.cache:
        tree = Told(subject, whole, Numbered(subject, whole.public))
        whole.cache[key] = line_of(tree.blocks(subject.document.blocks)), tree.numbered
    found = whole.cache[key]
    assert isinstance(found, tuple)
    return found


@dataclass(slots=True)
class Told:
    """Tells the tree of a subject, once."""

    subject: Briefing | Actor
    whole: Whole
    numbered: Numbered
    _seen: set[str] = field(default_factory=set)
    _sentences: dict[int, list[tuple[int, ProseSentence]]] = field(default_factory=dict)
    _headings: HeadingsAgain = field(init=False)

    def __post_init__(self) -> None:
        """Sort the sentences by their runs."""
        self._section()
        self._headings = HeadingsAgain(self.subject, self.whole, self.numbered.bound)
        for number, sentence in enumerate(self.subject.document.sentences, 1):
            self._sentences.setdefault(sentence.run, []).append((number, sentence))

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        """What blocks hold."""
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        if isinstance(block, Paragraph):
            yield from self._around("" if block.tight else "p", self._run(block.run))
        elif isinstance(block, Heading):
            place = f"h {self._headings.place(block)}"
            yield from self._around(place, self.inlines(attached(block.run.inlines)))
            self._section()
        elif isinstance(block, Listing):
            tag = "ul" if block.start is None else "ol"
            yield f"<{tag}>" if block.start in (None, 1) else f"<{tag} {block.start}>"
            for item in block.items:
                yield from self._around("li", self.blocks(item.blocks))
            yield f"</{tag}>"
        elif isinstance(block, Table):
            yield "<table>"
            yield from self._around("thead", self._row(block.head, "th"))
            rows = (piece for row in block.rows for piece in self._row(row, "td"))
            yield from self._around("tbody" if block.rows else "", rows)
            yield "</table>"
        elif isinstance(block, Callout):
            label = "<p label>Our analysis</p>"
            yield from self._around("note", (label, *self.blocks(block.blocks)))
        elif isinstance(block, BlockQuotation):
            yield from self._around("figure", self._quotations(block))
        else:
            yield "<hr>"

    def _around(self, tag: str, pieces: Iterable[str]) -> Iterator[str]:
        yield f"<{tag}>" if tag else ""
        yield from pieces
        yield f"</{tag.partition(' ')[0]}>" if tag else ""

    def _row(self, row: Row, tag: str) -> Iterator[str]:
        yield "<tr>"
        for cell in row.cells:
            yield f"<{tag} {cell.side}>" if cell.side else f"<{tag}>"
            yield from (f"<s s-{n}/>" for n, _ in self._sentences.get(cell.run.number, ()))
            held = attached(cell.run.inlines)
            yield from self.inlines(held) if tag == "th" else self._linked(held)
            yield f"</{tag}>"
        yield "</tr>"

    def _quotations(self, block: BlockQuotation) -> Iterator[str]:
        passages = [p for i in block.quotations for p in self.numbered.bound[i].passages[:1]]
        for passage in passages:
            self.numbered.quotations.append(passage)
            yield f"<p><quote {passage.identity}>{passage.trailing}</p>"
        yield f"<caption>{plain(block.attributed)} "
        for passage in passages[:1]:
            voice = self.whole.ground.passage(passage.identity).voice
            source = self.whole.public.library.sources[passage.source]
            yield plain(voice_words(voice, self.whole.ground.names))
            yield f" · <a {source.address}>{plain(source.title)}</a>"
        yield f"{self.numbered.marked(self.numbered.quoted(block))}</caption>"

    # --- sentences, and whom they name ------------------------------------------------------

    def _run(self, run: Run) -> Iterator[str]:
        """A run, each sentence with its address: an element around it, with its last marks after
        that, or, where a node holds something of another sentence too, a place before the first
        that has something of it.
        """
        sentences = self._sentences.get(run.number, ())
        edges = sorted(at for _, s in sentences for at in (s.span.start, s.span.end))
        told = [*whose(cut(attached(run.inlines), edges), sentences)]
        across = frozenset(number for own, _ in told if own[1:] for number in own)
        placed: set[int] = set()
        for own, group in told:
            if len(own) == 1 and own[0] not in across:
                yield from self._sentence(own[0], group)
                continue
            yield from (f"<s s-{number}/>" for number in own if number not in placed)
            placed.update(own)
            yield from self._linked(group)

    def _sentence(self, number: int, held: list[Inline]) -> Iterator[str]:
        """A sentence, and the marks that end it."""
        last: list[Inline] = []
        while held and isinstance(held[-1], Cited | Noted | Marked):
            last.append(held.pop())
        if any(not isinstance(inline, Words) or inline.text for inline in held):
            yield from self._around(f"s s-{number}", self._linked(held))
        else:
            yield f"<s s-{number}/>"
        yield from self.inlines(reversed(last))

    def _section(self) -> None:
        """Each actor is linked where a section names it first; an actor's own page is no link."""
        self._seen = {self.subject.id} if isinstance(self.subject, Actor) else set()

    def _linked(self, inlines: Iterable[Inline]) -> Iterator[str]:
        """What inline nodes hold, with the links of the actors that adjoining words name."""
        stretch = ""
        for inline in inlines:
            if isinstance(inline, Words):
                stretch += inline.text
            elif isinstance(inline, Break) and not inline.hard:
                stretch += " "
            else:
                yield from self._naming(stretch)
                yield from self.inlines((inline,))
                stretch = ""
        yield from self._naming(stretch)

    def _naming(self, text: str) -> Iterator[str]:
        names, pattern = _names(self.whole)
        at = 0
        for found in pattern.finditer(text) if pattern and text else ():
            actor = names[found.group().replace("’", "'")]
            if actor.id not in self._seen:
                self._seen.add(actor.id)
                yield plain(text[at : found.start()])
                yield f"<actor {actor.address}>{plain(found.group())}</actor>"
                at = found.end()
        yield plain(text[at:])

    # --- inline nodes -----------------------------------------------------------------------

    def inlines(self, inlines: Iterable[Inline]) -> Iterator[str]:
        """What inline nodes hold."""
        for inline in inlines:
            if isinstance(inline, Words | Struck):
                yield plain(inline.text)
            elif isinstance(inline, Break):
                yield "<br>" if inline.hard else " "
            elif isinstance(inline, Emphasis):
                tag = "strong" if inline.strong else "em"
                yield from self._around(tag, self.inlines(attached(inline.inlines)))
            elif isinstance(inline, Linked):
                yield from self._link(inline)
            elif isinstance(inline, Quoted):
                yield from self._quotation(inline.quotation)
            elif isinstance(inline, Cited):
                yield self.numbered.marked(self.numbered.cited(inline))
            elif isinstance(inline, Noted):
                yield self.numbered.marked(self.numbered.footnote(inline.name))
            elif inline.text == "{.ours}":
                yield "<count> (our count)</count>"

    def _quotation(self, index: int) -> Iterator[str]:
        for passage in self.numbered.bound[index].passages[:1]:
            self.numbered.quotations.append(passage)
            yield f"“<quote {passage.identity}>”{passage.trailing}"
            yield self.numbered.marked(self.numbered.uncited(index))
            return
        yield f"<term>“{plain(self.subject.document.quotations[index].typed)}”</term>"

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
            yield from self.inlines(attached(link.inlines))
            return
        yield f"<a {plain(known)}{' external noopener' if outside else ''}>"
        marks: list[str] = []
        for piece in self.inlines(attached(link.inlines)):
            # No link stands in a link: what leads to the evidence stands after it.
            if piece.startswith(MARK):
                marks.append(piece)
            else:
                yield piece
        yield "</a>"
        yield from marks


def _names(whole: Whole) -> tuple[Mapping[str, Actor], regex.Pattern[str] | None]:
    """All names of actors, and what finds them."""
    if "names" not in whole.cache:
        actors = whole.public.library.actors.values()
        names = {name.replace("’", "'"): actor for actor in actors for name in actor.called}
        whole.cache["names"] = names, names_pattern(names)
    found = whole.cache["names"]
    assert isinstance(found, tuple)
    return found
