"""What a statement of ours rests on: one definition for all rules about our own sentences.

See docs/our-own-sentences.md, "Our own sentences". A term is no evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from citebound.model import (
    Actor,
    Library,
    Passage,
    Segment,
    SegmentKind,
    Sentence,
    Source,
    Voice,
)
from citebound.text.folding import fold
from citebound.text.languages import language_name
from citebound.text.word_stems import stems_in

APART = " \0 "
"""Stands between two parts of a passage: words on its two sides do not follow each other."""


@dataclass(frozen=True)
class Evidence:
    """Passages, and what of their sources belongs to them. Each passage is in it once. ``names``
    are what a source is called, for what is said of the source itself.
    """

    passages: tuple[Passage, ...]
    library: Library
    names: tuple[str, ...] = ()

    @classmethod
    def of(cls, passages: Iterable[Passage], library: Library) -> Evidence:
        """The evidence that some passages are; terms are none."""
        return cls(tuple(dict.fromkeys(p for p in passages if not p.term)), library)

    @classmethod
    def of_sources(cls, sources: Iterable[Source], library: Library) -> Evidence:
        """The whole of some sources, sentence by sentence, with what they are called."""
        every = tuple(sources)
        passages = tuple(_whole(source, one) for source in every for one in source.sentences)
        called = (
            name
            for one in every
            for name in (one.title, one.publisher, one.author, language_name(one.language))
        )
        return cls(passages, library, tuple(str(name) for name in called if name))

    def __bool__(self) -> bool:
        return bool(self.passages)

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The sources of the passages, each once."""
        names = dict.fromkeys(passage.source for passage in self.passages)
        return tuple(self.library.sources[name] for name in names)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of each passage, as the source has them, its parts :data:`APART`."""
        return tuple(
            APART.join(span.of(self._source(passage).text) for span in passage.spans)
            for passage in self.passages
        )

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """What bears out a statement: the words of the passages, the cues of the voices that
        they meet, and insertions that stand elsewhere in the same source.
        """
        every = (*self.words, *self._cues(), *self._inserted(), *self.names)
        return tuple(dict.fromkeys(every))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The words of the passages without their endings, for English."""
        return frozenset().union(*map(stems_in, self.texts))

    @cached_property
    def around(self) -> tuple[str, ...]:
        """The source's sentences that the passages were cut from, whole."""
        found: dict[str, None] = {}
        for passage in self.passages:
            source = self._source(passage)
            for sentence in source.sentences_in(passage.extent):
                found[sentence.span.of(source.text)] = None
        return tuple(found)

    @cached_property
    def voices(self) -> tuple[Voice | None, ...]:
        """Whose words the passages are, each voice once; ``None`` for a source's own."""
        return tuple(dict.fromkeys(passage.voice for passage in self.passages))

    @cached_property
    def speakers(self) -> tuple[Actor, ...]:
        """The actors whose words the passages are or hold, and the links of their chains."""
        found: dict[str, None] = {}
        for voice in self.met:
            for name in (*([voice.speaker] if voice.speaker else []), *voice.via):
                found[str(name)] = None
        actors = self.library.actors
        return tuple(actors[name] for name in found if name in actors)

    def _source(self, passage: Passage) -> Source:
        return self.library.sources[passage.source]

    @cached_property
    def met(self) -> tuple[Voice, ...]:
        """The voices that the passages lie in, outer ones included, and those that they hold."""
        return tuple(self._meet())

    def _meet(self) -> Iterator[Voice]:
        for passage in self.passages:
            voices = self._source(passage).voices
            yield from passage.contains
            voice = passage.voice
            while voice is not None:
                yield voice
                voice = None if voice.parent is None else voices[voice.parent]

    def _cues(self) -> Iterator[str]:
        for passage in self.passages:
            source = self._source(passage)
            alone = Evidence((passage,), self.library)
            for voice in alone.met:
                for span in (voice.cue, voice.antecedent, voice.described):
                    if span is not None:
                        yield span.of(source.text)

    def _inserted(self) -> Iterator[str]:
        for passage in self.passages:
            for segment in passage.segments:
                if segment.kind is SegmentKind.INSERTION and segment.text:
                    words = fold(segment.text).text
                    if words in _folded(self._source(passage).text):
                        yield segment.text


def _whole(source: Source, sentence: Sentence) -> Passage:
    """A sentence of a source as a passage, with every voice that it meets."""
    span = sentence.span
    met = tuple(voice for voice in source.voices_in(span) if not voice.span.holds(span))
    words = (Segment(SegmentKind.WORDS, span),)
    return Passage(source.id, words, sentence.paragraph, source.voice_at(span), met)


@lru_cache(maxsize=16)
def _folded(text: str) -> str:
    """The text of a source, folded; many passages are from the same few."""
    return fold(text).text
