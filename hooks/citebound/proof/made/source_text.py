"""The text of a source on its page, derived again from the pinned text: each sentence that may be
read, and which passage each stretch of it leads to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise

from citebound.model import Sentence, Source, Span
from citebound.proof.made import phrases
from citebound.proof.made.actor_page import ActorPages
from citebound.proof.made.figures import Used
from citebound.proof.made.shown import one_space
from citebound.proof.made.telling import plain, tag

_WITHHELD = tag("span", "[a sentence that is not shown]", class_="cb-withheld", lang="en")


@dataclass(frozen=True)
class SourceText(ActorPages):
    """The texts of sources."""

    def text(self, source: Source) -> Iterator[str]:
        """The section with the text of a source, as far as it may be read."""
        access = self.figures.whole.public.access[source.id]
        if not access.quotable and not access.readable:
            return
        self.figures.whole.ground.see("text of a source")
        heading = phrases.TEXT_HEADINGS[0 if access.whole else 1]
        yield self.heading(source.address, 2, heading, "text")
        if access.more_than_published:
            yield tag("p", phrases.PREVIEW_NOTE, class_="cb-preview-note cb-fine")
        elif not access.whole:
            yield tag("p", phrases.RIGHTS_NOTE, class_="cb-rights-note cb-fine")
        numbered = groupby(source.sentences, key=lambda sentence: sentence.paragraph)
        told = (self._paragraph(number, held, source) for number, held in numbered)
        yield tag("div", *told, class_="cb-fulltext", lang=source.language)

    def _paragraph(self, number: int, sentences: Iterator[Sentence], source: Source) -> str:
        label = tag("span", f"para. {number}", class_="cb-para-number cb-fine", lang="en")
        told = (f" {self._sentence(sentence, source)}" for sentence in sentences)
        return tag("p", label, *told, id=f"p-{number}")

    def _sentence(self, sentence: Sentence, source: Source) -> str:
        if not self.figures.whole.public.access[source.id].may_read(sentence.span):
            return _WITHHELD
        used = self.figures.in_sentences[source.id].get(sentence.span, [])
        reason = self._aside[source.id].get(sentence.span, "")
        state = "used" if used else "aside" if reason else "neither"
        return tag("span", *self._stretches(sentence.span, used, source),
                   class_=f"cb-text-{state}",
                   title=f"set aside: {reason}" if reason else None)  # fmt: skip

    def _stretches(self, whole: Span, used: Used, source: Source) -> Iterator[str]:
        """A sentence cut where passages begin and end. A stretch leads to the passage that has
        most of the sentence.
        """
        edges = sorted({whole.start, whole.end, *(e for s, _ in used for e in (s.start, s.end))})
        rest = sorted(used, key=lambda each: -each[0].start)
        over: Used = []
        for start, end in pairwise(edges):
            over = [each for each in over if each[0].end > start]
            while rest and rest[-1][0].start == start:
                over.append(rest.pop())
            words = one_space(source.text[start:end])
            if over and words.strip():
                _, longest = max(over, key=lambda each: (len(each[0]), each[1].locus))
                link = tag("a", plain(words), href=f"{source.address}#{longest.anchor}")
                yield tag("mark", link, class_="cb-used")
            else:
                yield plain(words)

    @cached_property
    def _aside(self) -> dict[str, dict[Span, str]]:
        """Why sentences of each source are set aside."""
        return {
            name: {each.span: str(each.reason) for each in source.set_aside}
            for name, source in self.figures.whole.public.library.sources.items()
        }
