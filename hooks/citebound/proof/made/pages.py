"""Pages derived again: each quotation, voice, place, date and count of a page, from the identities
of passages alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from urllib.parse import unquote

from citebound.model import Source
from citebound.pages.page import Page
from citebound.problems import Problem
from citebound.proof.html import Shown
from citebound.proof.made.block_places import misplaced, named_in
from citebound.proof.made.dated import DatedWalk
from citebound.proof.made.derived import (
    Derived,
    NoPassageError,
    bears_out,
    cited_title,
    folded,
    has_marks,
    voice_words,
)
from citebound.proof.made.ground import Ground, differs
from citebound.proof.made.passages import BESIDE, NOT_SHOWN
from citebound.proof.made.whole import without_words
from citebound.proof.nodes import Element, with_single_spaces
from citebound.proof.words import agrees

_PARAGRAPH = re.compile(r"para\. (\d+)")
_TITLE_OF_CUT = "cut here: "


@dataclass(frozen=True, slots=True)
class _Around:
    """What holds an element: ``figure`` is the first passage of the block quotation around it,
    ``named`` those whose places stand under it, ``within`` the classes of what holds it.
    """

    figure: Derived | None = None
    named: tuple[Derived, ...] = ()
    within: frozenset[str] = field(default_factory=frozenset)


def page_again(page: Page, body: Element, ground: Ground) -> Iterator[Problem]:
    """What a page, read as ``body``, says that its sources do not bear out."""
    walk = _Walk(page, ground)
    yield from walk.element(body, _Around())
    shown = {e.get("data-quote") for e in body.elements()} - {None}
    for identity in sorted(page.quotations - shown):
        yield differs(page.address, f"{identity} should be shown and is not")


class _Walk(DatedWalk):
    """One walk over a page, in the order of reading. ``last`` is the passage shown last: what
    stands after it (its voice, its place) is said of it.
    """

    def __init__(self, page: Page, ground: Ground) -> None:
        super().__init__(page, ground)
        self.last: Derived | None = None

    def element(self, element: Element, around: _Around) -> Iterator[Problem]:
        """An element with all that it holds."""
        classes = frozenset((element.get("class") or "").split())
        yield from self._own(element, classes, around)
        inner = around
        if classes - around.within:
            inner = replace(around, within=around.within | classes)
        if "cb-quotation-block" in classes:
            named = named_in(element, self.ground)
            inner = replace(inner, figure=self._first(element), named=named)
            yield from map(self.wrong, misplaced(element, self.ground))
        for child in element.children:
            if isinstance(child, Element):
                yield from self.element(child, inner)

    def _first(self, element: Element) -> Derived | None:
        identities = (e.get("data-quote") for e in element.elements())
        identity = next((i for i in identities if i), None)
        try:
            return self.ground.passage(identity) if identity else None
        except NoPassageError:
            return None

    def _own(self, element: Element, classes: frozenset[str], around: _Around) -> Iterator[Problem]:
        identity = element.get("data-quote")
        if identity is not None:
            yield from self._words(element, identity)
        said = around.figure or self.last
        if "cb-voice" in classes:
            yield from self._voice(element, classes, said, around)
        elif "cb-attribution" in classes and around.figure is None:
            yield from self._paragraph(element, said)
        elif "cb-cite" in classes:
            yield from self._cited(element)
        elif "cb-copy" in classes and "cb-cite" not in around.within:
            yield from self._copied(element, said)
        elif "cb-place" in classes:
            yield from self._placed(element)
        elif "cb-event" in classes:
            yield from self.event(element)
        elif element.tag == "tr" and element.get("data-voices") is not None:
            yield from self._row(element)
        elif element.tag == "time" or element.get("data-edtf") is not None:
            yield from self.date(element)
        elif element.tag == "details":
            yield from self.count(element)

    # --- quotations ------------------------------------------------------------------------

    def _words(self, element: Element, identity: str) -> Iterator[Problem]:
        self.ground.see("quotation")
        try:
            passage = self.ground.passage(identity)
        except NoPassageError as error:
            yield self.wrong(str(error))
            return
        self.last = passage
        pieces = [""]
        for child in element.children:
            if isinstance(child, str):
                pieces[-1] = f"{pieces[-1]} {child}"
                continue
            yield from self._change(child, passage)
            pieces.append("")
        true = folded(" ".join(passage.words))
        if not agrees(Shown(identity, pieces, element.line), true):
            words = folded(" ".join(pieces))
            yield self.wrong(f"“{words}” is shown where {identity} is “{true}”")

    def _change(self, element: Element, passage: Derived) -> Iterator[Problem]:
        """A cut or an insertion of ours: what it says it drops stands between the words."""
        self.ground.see("change")
        title = element.get("title") or ""
        if element.get("class") == "cb-cut":
            dropped = title.removeprefix(_TITLE_OF_CUT)
            told = title.startswith(_TITLE_OF_CUT) and element.children == ("[…]",)
        else:
            dropped = element.get("data-for") or ""
            told = element.get("class") == "cb-ins" and element.words[:1] == "["
        parts = [part.strip() for part in dropped.split(NOT_SHOWN)]
        held = any(all(part in gap for part in parts) for gap in self._gaps(passage))
        if not told or not held:
            yield self.wrong(f"{element.opening} does not stand for words of {passage.identity}")

    def _gaps(self, passage: Derived) -> tuple[str, ...]:
        """What stands between the words of a passage, and right beside them: an insertion may
        stand for words at its ends.
        """
        text, (start, end) = passage.source.text, (passage.spans[0][0], passage.spans[-1][1])
        return (*passage.gaps, folded(text[max(0, start - BESIDE) : start]),
                folded(text[end : end + BESIDE]))  # fmt: skip

    def _voice(
        self, element: Element, classes: frozenset[str], said: Derived | None, around: _Around
    ) -> Iterator[Problem]:
        self.ground.see("voice")
        names = self.ground.names
        if "cb-contains" in around.within and said is not None:
            true = {voice_words(voice, names) for voice in said.held()}
        elif self.page.kind == "source" and "cb-table" in around.within:
            true = self._of_table
        elif around.named:
            voices = {voice_words(one.voice, names): one.kind for one in around.named}
            true = {*voices}
            if f"cb-voice-{voices.get(element.words)}" not in classes:
                yield self.wrong(f"“{element.words}” is marked as another voice")
        elif said is None:
            true = {element.words} if self.page.kind == "method" else set()
        else:
            true = {voice_words(said.voice, names)}
            if f"cb-voice-{said.kind}" not in classes:
                yield self.wrong(f"{said.identity} is {said.kind}, and is marked as another voice")
        if element.words not in true:
            yield self.wrong(
                f"“{element.words}” is said of {said.identity if said else 'no passage'}, "
                f"and its source has: {'; '.join(sorted(true)) or 'nothing'}"
            )

    @cached_property
    def _source(self) -> Source:
        """The source whose page this is."""
        sources = self.ground.library.sources.values()
        return next(s for s in sources if s.address == self.page.address)

    @cached_property
    def _of_table(self) -> set[str]:
        """What may be said in the table of the voices of a source, on its page."""
        return {voice_words(voice, self.ground.names) for voice in self._source.voices}

    def _paragraph(self, element: Element, said: Derived | None) -> Iterator[Problem]:
        # A title or a name may say “para. 3” too.
        own = (
            c if isinstance(c, str) else c.words
            for c in element.children
            if isinstance(c, str) or "cb-in-place" in (c.get("class") or "")
        )
        for number in _PARAGRAPH.findall(" ".join(own)):
            self.ground.see("paragraph")
            if said is None or int(number) != said.paragraph:
                yield self.wrong(f"para. {number} is said of {said and said.identity}")
        for link in element.elements():
            href = link.get("href") or ""
            if "cb-in-place" in (link.get("class") or "") and said:
                if href.partition("#")[2] != said.anchor:
                    yield self.wrong(f"{href} is not the place of {said.identity}")
            elif "cb-original" in (link.get("class") or "") and said:
                yield from self._original(href, said)

    def _original(self, href: str, said: Derived) -> Iterator[Problem]:
        _, _, asked = href.partition(":~:text=")
        start, end = said.spans[0][0], said.spans[-1][1]
        whole = folded(said.source.text[max(0, start - BESIDE) : end + BESIDE])
        ends = [unquote(part) for part in asked.split(",") if part]
        stands = all(part in whole for part in ends)
        url = without_words(said.source.url)
        address = href.partition(":~:text=")[0]
        if address not in (url, f"{url}{'' if '#' in url else '#'}") or not stands:
            yield self.wrong(f"{href} does not lead to the words of {said.identity}")

    def _copied(self, element: Element, said: Derived | None) -> Iterator[Problem]:
        """A quotation ready to paste: its words, voice, source, paragraph and identity."""
        self.ground.see("copy")
        copied = element.get("data-copy") or ""
        if said is None:
            yield self.wrong("a quotation is to be copied that is none")
            return
        whose = f"({voice_words(said.voice, self.ground.names, via=False)})"
        words, alone, _ = copied.partition("\n")
        if not alone:
            words = copied[1:].partition(f" {whose}")[0].rpartition("”")[0]
        if not bears_out(words, " ".join(said.words)) or has_marks(words) is not bool(alone):
            yield self.wrong(f"what is copied of {said.identity} is “{words}”")
            return
        parts = [
            f"{alone or ' '}{whose}",
            cited_title(str(said.source.title)),
            f"para. {said.paragraph}",
            f"[{said.identity}",
        ]
        at = 0
        for part in parts:
            found = copied.find(part, at)
            if found < 0:
                yield self.wrong(f"what is copied of {said.identity} does not say “{part}”")
                return
            at = found + len(part)

    def _cited(self, element: Element) -> Iterator[Problem]:
        """The citation of the page: what is copied is what is shown, and names the page."""
        self.ground.see("citation of a page")
        given = (e.get("data-copy") for e in element.elements())
        copied = {with_single_spaces(each) for each in given if each is not None}
        title = cited_title(with_single_spaces(str(self.page.title)))
        if copied != {element.words} or title not in element.words:
            yield self.wrong(f"the page is cited as {element.words}")

    def _placed(self, element: Element) -> Iterator[Problem]:
        """Where a passage is in the text of its source: all between its first word and its last."""
        self.ground.see("place in a text")
        anchor = element.get("id") or ""
        try:
            passage = self.ground.passage(f"{self._source.id}:{anchor[2:].replace('_', ',')}")
        except NoPassageError as error:
            yield self.wrong(str(error))
            return
        true = passage.source.text[passage.spans[0][0] : passage.spans[-1][1]]
        has = "".join(element.words.split())
        if anchor != passage.anchor or has not in ("", "".join(true.split())):
            yield self.wrong(f"{anchor} is the address of another passage")

    def _row(self, row: Element) -> Iterator[Problem]:
        """A row of the index of quotations."""
        self.ground.see("row")
        passage = self._first(row)
        cells = [child for child in row.children if isinstance(child, Element)]
        if passage is None:
            yield self.wrong("a row of the index shows no passage")
            return
        true = {
            "data-voices": " ".join(passage.heard()),
            "data-speakers": " ".join(passage.speaking()),
            "data-source": passage.source.id,
        }
        for name, value in true.items():
            if row.get(name) != value:
                yield self.wrong(f"the row of {passage.identity} has {name}={row.get(name)}")
        if cells[3].words != str(passage.paragraph):
            yield self.wrong(f"the row of {passage.identity} has para. {cells[3].words}")
        uses = sum(1 for e in cells[4].elements() if e.tag == "li")
        if cells[4].get("data-value") != str(uses):
            yield self.wrong(f"the row of {passage.identity} counts its uses wrongly")
