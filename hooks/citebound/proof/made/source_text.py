"""The text of a source on its page, derived again from the pinned text: each sentence that may be
read, where the passages are in it, whose words it holds, and what rests on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise

from citebound.model import Passage, Sentence, Source, Span
from citebound.proof.made import phrases
from citebound.proof.made.actor_page import ActorPages
from citebound.proof.made.derived import VOICES, voice_words
from citebound.proof.made.shown import one_space
from citebound.proof.made.telling import plain, tag
from citebound.public.access import Access

_DEEPEST = 8
"""So many passages within one another are each an element of their own."""

_KINDS = ("direct", "reported", "quoted", "unclear", "own")


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
        yield tag("p", self._key(source), class_="cb-key cb-fine")
        numbered = groupby(
            enumerate(source.sentences, 1), key=lambda numbered: numbered[1].paragraph
        )
        told = (self._paragraph(number, held, source) for number, held in numbered)
        yield tag("div", *told, class_="cb-fulltext", lang=source.language)
        if not access.whole:
            yield tag("p", phrases.RIGHTS_NOTE, class_="cb-rights-note cb-fine")

    def _key(self, source: Source) -> str:
        """What is underlined in the text, and where its numbers lead."""
        access = self.figures.whole.public.access[source.id]
        heard = (
            source.voice_at(stretch)
            for sentence in source.sentences if access.may_read(sentence.span)
            for stretch in self._voiced(sentence.span, source)
        )  # fmt: skip
        kinds = {voice.kind.value for voice in heard if voice}
        told = "; ".join(
            tag("span", plain(VOICES[kind]), class_=f"cb-in cb-in-{kind}")
            for kind in _KINDS if kind in kinds
        )  # fmt: skip
        unused = self._unused_in_grey(source, access)
        key = tag("span", phrases.KEY, class_="cb-key-marks") + unused
        return f"Underlined: {told}; {phrases.KEY_OWN} {key}" if told else key

    def _unused_in_grey(self, source: Source, access: Access) -> str:
        """What is said of the sentences that may be read and are neither used nor set aside."""
        known = self.figures.in_sentences[source.id].keys() | self._aside[source.id].keys()
        if not any(s.span not in known and access.may_read(s.span) for s in source.sentences):
            return ""
        return f"{phrases.KEY_UNUSED}{phrases.KEY_UNVOICED if source.coverage == 'used' else ''}."

    def _voiced(self, whole: Span, source: Source) -> Iterator[Span]:
        """A sentence cut where voices begin and end."""
        edges = {at for voice in source.voices_in(whole) for at in _ends(voice.span)}
        inner = sorted(at for at in edges if whole.start < at < whole.end)
        return (Span(*ends) for ends in pairwise((whole.start, *inner, whole.end)))

    def _paragraph(
        self, number: int, sentences: Iterator[tuple[int, Sentence]], source: Source
    ) -> str:
        label = tag("span", f"para. {number}", class_="cb-para-number cb-fine", lang="en")
        told = (f" {self._sentence(at, sentence, source)}" for at, sentence in sentences)
        return tag("p", label, *told, id=f"p-{number}")

    def _sentence(self, number: int, sentence: Sentence, source: Source) -> str:
        span = sentence.span
        reason = self._aside[source.id].get(span, "")
        places = self._begun[source.id].get(span, [])
        if self.figures.whole.public.access[source.id].may_read(span):
            state = (
                "used" if self.figures.in_sentences[source.id].get(span)
                else "aside" if reason
                else "neither"
            )  # fmt: skip
            told, voices = self._told_so(span, places, source)
        else:
            state, voices = "withheld", ""
            why = plain(f"[a sentence that is not shown{f': {reason}' if reason else ''}]")
            withheld = tag("span", why, class_="cb-withheld", lang="en")
            told = "".join(map(_empty, places)) + withheld
        held = tag(
            "span", told, class_=f"cb-source-sentence cb-text-{state}", id=f"s-{number}",
            title=phrases.NOT_USED if state == "neither"
            else f"set aside: {reason}" if reason and state != "withheld" else None,
        )  # fmt: skip
        if not self.resting_on(source).get(span):
            return held
        group = f"on-{number}"
        return held + tag(
            "a", tag("sup", str(number)), class_="cb-mark", data_evidence=group, lang="en",
            href=f"{source.address}#{group}", aria_label=f"What rests on sentence {number}{voices}",
        )  # fmt: skip

    def _told_so(self, whole: Span, begun: list[Passage], source: Source) -> tuple[str, str]:
        """The words of a sentence with its passages and voices, and the voices in words."""
        names = self.figures.whole.ground.names
        kept, others = _apart(whole, begun)
        edges = {at for part in self._voiced(whole, source) for at in _ends(part)}
        edges |= {at for passage in kept for at in _ends(passage.extent)}
        told, voices = list(map(_empty, others)), dict[str, None]()
        beginning: dict[int, list[Passage]] = {}
        for passage in kept:
            beginning.setdefault(passage.extent.start, []).append(passage)
        open_until: list[tuple[int, Passage, int]] = []
        for start, end in pairwise(sorted(edges)):
            since = len(told)
            open_until += [(p.extent.end, p, since) for p in beginning.get(start, ())]
            voice, words = source.voice_at(Span(start, end)), one_space(source.text[start:end])
            if voice is None:
                told.append(plain(words))
            else:
                said = voice_words(voice, names)
                voices[said] = None
                kind = f"cb-in cb-in-{voice.kind.value}"
                told.append(tag("span", plain(words), class_=kind, title=said))
            while open_until and open_until[-1][0] == end:
                _, passage, since = open_until.pop()
                told[since:] = [tag("span", *told[since:], class_="cb-place", id=passage.anchor)]
        said = "; ".join(voices)
        return "".join(told), f": {said}" if said else ""

    # --- what rests on each sentence --------------------------------------------------------

    def resting_on(self, source: Source) -> dict[Span, list[Passage]]:
        """The passages that have words of each sentence of a source, in their order."""
        if source.id not in self._resting:
            found: dict[Span, list[Passage]] = {}
            for passage in sorted(self.figures.of_source(source.id), key=lambda p: p.spans):
                held = {s.span for part in passage.spans for s in source.sentences_in(part)}
                for span in held:
                    found.setdefault(span, []).append(passage)
            self._resting[source.id] = found
        return self._resting[source.id]

    @cached_property
    def _resting(self) -> dict[str, dict[Span, list[Passage]]]:
        return {}

    def resting(self, source: Source) -> str:
        """The list of the sentences that passages have words of."""
        if not self.figures.whole.public.access[source.id].quotable:
            return tag("p", phrases.WITHHELD, class_="cb-withheld")
        found = self.resting_on(source)
        if not found:
            return tag("p", "No passage of this source is used yet.")
        items = (
            self._rested(number, sentence, found[sentence.span], source)
            for number, sentence in enumerate(source.sentences, 1)
            if sentence.span in found
        )
        return tag("ol", *items, class_="cb-resting cb-plain")

    def _rested(
        self, number: int, sentence: Sentence, passages: list[Passage], source: Source
    ) -> str:
        label = f"back to the text, at sentence {number}"
        back = tag("a", "back to the text", aria_label=label, class_="cb-back",
                   href=f"{source.address}#s-{number}")  # fmt: skip
        where = tag("p", f"Sentence {number}, para. {sentence.paragraph} ", back,
                    class_="cb-resting-on cb-fine")  # fmt: skip
        uses = self.page_by_page(passages)
        used = tag("details", tag("summary", f"What rests on it ({len(uses)})"),
                   self.uses_told(uses), class_="cb-used-by") if uses else ""  # fmt: skip
        shown = map(self._group, self.with_those_within(passages))
        return tag("li", where, used, *shown, id=f"on-{number}")

    def _group(self, group: list[Passage]) -> str:
        whole, *within = map(self._quoted_alone, group)
        if not within:
            return whole
        summary = tag("summary", f"Also quoted as ({len(within)})")
        return whole + tag("details", summary, *within, class_="cb-used-by")

    def _quoted_alone(self, passage: Passage) -> str:
        term = tag("p", "Term used", class_="cb-term-used cb-fine") if passage.term else ""
        return tag("div", term, self.on_its_source(passage), class_="cb-quotation")

    # --- where they are ---------------------------------------------------------------------

    @cached_property
    def _aside(self) -> dict[str, dict[Span, str]]:
        """Why sentences of each source are set aside."""
        return {
            name: {
                each.span: str(each.reason)
                for each in source.set_aside
                if not self.figures.in_sentences[name].get(each.span)
            }
            for name, source in self.figures.whole.public.library.sources.items()
        }

    @cached_property
    def _begun(self) -> dict[str, dict[Span, list[Passage]]]:
        """The passages that begin in each sentence of each source, the longer first."""
        found: dict[str, dict[Span, list[Passage]]] = {}
        for passage in self.figures.passages.values():
            source = self.figures.whole.public.library.sources[passage.source]
            first = source.sentences_in(passage.extent)[0].span
            found.setdefault(source.id, {}).setdefault(first, []).append(passage)
        for sentences in found.values():
            for begun in sentences.values():
                begun.sort(key=lambda p: (p.extent.start, -len(p.extent), p.locus))
        return found | {
            name: {} for name in self.figures.whole.public.library.sources if name not in found
        }


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _empty(passage: Passage) -> str:
    """The place of a passage without its words."""
    return tag("span", class_="cb-place", id=passage.anchor)


def _apart(whole: Span, begun: list[Passage]) -> tuple[list[Passage], list[Passage]]:
    """The passages of a sentence that are each an element with their words, and the others: those
    that leave the sentence, cross another, or lie too deep in others.
    """
    kept: list[Passage] = []
    others: list[Passage] = []
    around: list[int] = []
    for passage in begun:
        start, end = _ends(passage.extent)
        around = [until for until in around if until > start]
        fits = end <= min([whole.end, *around]) and len(around) < _DEEPEST
        (kept if fits else others).append(passage)
        around += [end] if fits else []
    return kept, others
