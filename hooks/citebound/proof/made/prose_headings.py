"""The headings of an editor's prose again: the level and the address that each must have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count

from citebound.model import Actor, Briefing
from citebound.model.tree import (
    Break,
    Emphasis,
    Heading,
    Inline,
    Linked,
    Quoted,
    Struck,
    Words,
)
from citebound.passages.answers import Bound
from citebound.proof.made.passages import passage_told
from citebound.proof.made.phrases import HEADINGS
from citebound.proof.made.whole import Whole
from citebound.text.patterns import Pattern

_FURTHER = {"briefing": ("top", "bottom-line"), "actor": ("top", "names")}
"""What a page of a kind has for itself besides the addresses of its sections."""

_BETWEEN_WORDS = Pattern(r"[^\p{Letter}\p{Number}\p{Mark}]+")
_OF_OTHERS = Pattern(r"(?:judgement|fact|[sempyq])-")
"""How the addresses of sentences, evidence, marks and the like begin."""


@dataclass(slots=True)
class HeadingsAgain:
    """Asked of each heading in the order of reading, once."""

    subject: Briefing | Actor
    whole: Whole
    bound: Bound
    _given: set[str] = field(init=False)
    _next: dict[str, int] = field(default_factory=dict)
    _raised: int = field(init=False)
    _above: int = 1

    def __post_init__(self) -> None:
        """Find how far headings are moved, and which addresses the page has for itself."""
        kind = "briefing" if isinstance(self.subject, Briefing) else "actor"
        self._given = {*HEADINGS[kind], *_FURTHER[kind]}
        levels = [b.level for b in self.subject.document.blocks if isinstance(b, Heading)]
        self._raised = min(levels, default=2) - 2

    def place(self, heading: Heading) -> tuple[int, str]:
        """The level and the address of the next heading."""
        wanted = max(heading.level - self._raised, 2)
        self._above = wanted if wanted <= self._above else self._above + 1
        return self._above, self._address("".join(self._words(heading.run.inlines)))

    def _address(self, words: str) -> str:
        parts = [part for part in _BETWEEN_WORDS.split(words.casefold()) if part]
        own = "-".join(parts) if parts else "section"
        if _OF_OTHERS.match(own):
            own = f"section-{own}"
        for number in count(self._next.get(own, 1)):
            given = own if number == 1 else f"{own}-{number}"
            if given not in self._given:
                self._given.add(given)
                self._next[own] = number + 1
                return given
        raise AssertionError

    def _words(self, inlines: Iterable[Inline]) -> Iterator[str]:
        for inline in inlines:
            if isinstance(inline, Words | Struck):
                yield inline.text
            elif isinstance(inline, Break):
                yield " "
            elif isinstance(inline, Emphasis | Linked):
                yield from self._words(inline.inlines)
            elif isinstance(inline, Quoted):
                yield self._quoted(inline.quotation)

    def _quoted(self, index: int) -> str:
        for passage in self.bound[index].passages[:1]:
            source = self.whole.public.library.sources[passage.source]
            return f"“{passage_told(passage, source)}”{passage.trailing}"
        return f"“{self.subject.document.quotations[index].typed}”"
