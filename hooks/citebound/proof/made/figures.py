"""What is public, counted and put in order again: what pages, data and records are looked up in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from citebound.dates import parse, sort_key
from citebound.model import Briefing, Event, Passage, Source, Span, Text
from citebound.proof.addresses import whole_address
from citebound.proof.made import phrases
from citebound.proof.made.day_words import day_words
from citebound.proof.made.derived import cited_title, has_marks, voice_words
from citebound.proof.made.known import Known, known_from
from citebound.proof.made.passages import Use, passage_told, uses_of
from citebound.proof.made.whole import titles
from citebound.proof.nodes import with_single_spaces

_OF_THE_SCRIPT = " Its script has no full stop: a paragraph counts as one sentence."

Used = list[tuple[Span, Passage]]
"""The stretches of a sentence that passages use."""


@dataclass(frozen=True)
class Figures(Known):
    """What is counted of what is public, and in which order it stands."""

    @cached_property
    def passages(self) -> dict[str, Passage]:
        """All passages that are public, by identity; what is used first is what one is."""
        public = self.whole.public
        found: dict[str, Passage] = {}
        for subject in public.library.subjects():
            for passage in public.bindings[subject.path].passages:
                found.setdefault(passage.identity, passage)
        return found

    @cached_property
    def _of_sources(self) -> dict[str, list[Passage]]:
        """The passages of each source."""
        found: dict[str, list[Passage]] = {name: [] for name in self.whole.public.library.sources}
        for passage in self.passages.values():
            found[passage.source].append(passage)
        return found

    def of_source(self, name: str) -> list[Passage]:
        """The passages of a source."""
        return self._of_sources[name]

    @cached_property
    def resting(self) -> dict[str, list[Passage]]:
        """What each event rests on: what defines it first, each passage once."""
        bound = self.whole.public.bindings
        return {
            name: [*{
                passage.identity: passage for briefing, event in every for note in event.evidence
                for passage in bound[briefing.path].evidence(note)
            }.values()]
            for name, every in self._based.items()
        }  # fmt: skip

    def resting_sources(self, name: str) -> list[str]:
        """The sources of what an event rests on."""
        return [*dict.fromkeys(passage.source for passage in self.resting[name])]

    @cached_property
    def named_pages(self) -> dict[str, Text]:
        """What each page of an editor or a source is called."""
        return titles(self.whole.public)

    @cached_property
    def dated_years(self) -> list[str]:
        """The years under which events stand, in order."""
        values = (parse(event.date.edtf) for event in self.events.values() if event.date)
        found = [v for v in values if not v.is_open_start]
        return [str(v.lower.year) for v in sorted(found, key=sort_key)]

    @cached_property
    def sharing_titles(self) -> frozenset[str]:
        """The events whose title another event has as well."""
        called: dict[str, list[str]] = {}
        for name, event in self.events.items():
            called.setdefault(with_single_spaces(str(event.title)).casefold(), []).append(name)
        return frozenset(name for names in called.values() if names[1:] for name in names)

    @cached_property
    def in_order(self) -> list[Passage]:
        """All passages in the order of their sources."""
        return sorted(self.passages.values(), key=lambda p: (p.source, p.spans))

    @cached_property
    def using(self) -> dict[str, list[Use]]:
        """What rests on each passage, in order, each once."""
        found: dict[str, list[Use]] = {}
        public = self.whole.public
        for use, passages in uses_of(public):
            for identity in dict.fromkeys(passage.identity for passage in passages):
                found.setdefault(identity, []).append(use)
        return found

    def based_on(self, name: str) -> list[tuple[Briefing, Event]]:
        """The briefings that say something of an event, each with what it says: the one that
        defines it first.
        """
        return self._based.get(name, [])

    @cached_property
    def _based(self) -> dict[str, list[tuple[Briefing, Event]]]:
        found: dict[str, list[tuple[Briefing, Event]]] = {}
        for briefing in self.whole.public.library.briefings:
            for event in briefing.events:
                found.setdefault(str(event.id), []).append((briefing, event))
        return {name: sorted(every, key=lambda base: base[1].ref) for name, every in found.items()}

    @cached_property
    def in_sentences(self) -> dict[str, dict[Span, Used]]:
        """For each sentence of a source what passages use of it; a term uses none."""
        found: dict[str, dict[Span, Used]] = {}
        for name, source in self.whole.public.library.sources.items():
            used = found.setdefault(name, {})
            for passage in self._of_sources[name]:
                for span in passage.spans if not passage.term else ():
                    for sentence in source.sentences_in(span):
                        whole = sentence.span
                        own = Span(max(span.start, whole.start), min(span.end, whole.end))
                        used.setdefault(whole, []).append((own, passage))
        return found

    @cached_property
    def _coverage(self) -> dict[str, list[int]]:
        """How many passages use each sentence of a source."""
        return {
            name: [
                len({passage.identity for _, passage in used.get(sentence.span, ())})
                for sentence in self.whole.public.library.sources[name].sentences
            ]
            for name, used in self.in_sentences.items()
        }

    @property
    def counted(self) -> tuple[tuple[str, str, int], ...]:
        """The figures of the home page: what each is of, where that is, and how many there are."""
        library = self.whole.public.library
        counted = (
            ("Quotation", "", "quotations/", len(self.passages)),
            ("Source", "", "sources/", len(library.sources)),
            ("Briefing", "", "briefings/", len(library.briefings)),
            ("Actor", "", "actors/", len(library.actors)),
            ("Event", "", "timeline/", len(self.events)),
        )
        return tuple(
            (f"{one}{'' if many == 1 else 's'}{more}", address, many)
            for one, more, address, many in counted
        )

    def covered_so(self, source: Source) -> str:
        """How much of a source is used, and of what sort its sentences are."""
        aside, unused = len(self.aside_sentences(source)), self.unused_sentences(source)
        rest = f" {unused} {'is' if unused == 1 else 'are'} {phrases.NOT_USED}." if unused else ""
        rest += f" {phrases.NOT_LOOKED_AT}" if unused and source.coverage == "used" else ""
        return (
            f"{self.used_sentences(source)} of {len(source.sentences)} sentences are used by a "
            f"passage; {aside} {'is' if aside == 1 else 'are'} set aside.{rest}"
            f"{_OF_THE_SCRIPT if self.is_without_stops(source) else ''}"
        )

    def used_sentences(self, source: Source) -> int:
        """How many sentences of a source a passage uses."""
        return sum(1 for number in self._coverage[source.id] if number)

    def aside_sentences(self, source: Source) -> dict[int, str]:
        """Why sentences that nothing uses are set aside, by their numbers from 1."""
        why = {each.span: with_single_spaces(str(each.reason)) for each in source.set_aside}
        numbered = enumerate(zip(source.sentences, self._coverage[source.id], strict=True), 1)
        return {n: why[s.span] for n, (s, used) in numbered if not used and s.span in why}

    def unused_sentences(self, source: Source) -> int:
        """How many sentences of a source are neither used nor set aside."""
        known = self.used_sentences(source) + len(self.aside_sentences(source))
        return len(source.sentences) - known

    def covered(self, source: Source) -> Iterator[tuple[str, str]]:
        """Whether each sentence of a source is used, and how that is said."""
        aside = self.aside_sentences(source)
        for number, sentence in enumerate(source.sentences, 1):
            used = self._coverage[source.id][number - 1]
            state, why = (
                ("used", f"used by {used} passage{'' if used == 1 else 's'}") if used
                else ("aside", f"set aside: {aside[number]}") if number in aside
                else ("neither", phrases.NOT_USED)
            )  # fmt: skip
            told = f"sentence {number}, para. {sentence.paragraph}: {why}"
            yield state, with_single_spaces(told)

    # --- copied -----------------------------------------------------------------------------

    def copy_of(self, passage: Passage) -> str:
        """A passage ready to paste."""
        whole, source = self.whole, self.whole.public.library.sources[passage.source]
        derived = whole.ground.passage(passage.identity)
        named = [str(part) for part in (source.author, source.publisher) if part]
        named += [day_words(source.published)] if source.published else []
        where = ", ".join((cited_title(str(source.title)), *named, f"para. {derived.paragraph}"))
        voice = voice_words(derived.voice, whole.ground.names, via=False)
        inferred = f" ({known_from(source)})" if source.known_from else ""
        link = f". {source.url}" if source.url else ""
        here = whole_address(whole.facts.site_url, f"{source.address}#{derived.anchor}")
        place = f"{passage.identity}, {here}" if here else passage.identity
        words = passage_told(passage, source)
        said = f"{words}\n" if has_marks(words) else f"“{words}”{passage.trailing} "
        return f"{said}({voice}). {where}{inferred}{link} [{place}]"
