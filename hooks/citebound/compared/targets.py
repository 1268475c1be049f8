"""What is asked of by its id: a source, a passage of it, or an actor."""

from __future__ import annotations

import re
from dataclasses import dataclass

from citebound.compared.stated import Edition
from citebound.model import Actor, Passage, Source, Span, Voice
from citebound.model import Target as Cited

_PASSAGE = re.compile(r"[0-9]+-[0-9]+(?:,[0-9]+-[0-9]+)*")


class NoTargetError(Exception):
    """An id that means nothing here; the message says why."""


@dataclass(frozen=True, slots=True)
class Target:
    """What is asked about: a source, a part of it (its ``spans``), or an actor."""

    source: Source | None = None
    spans: tuple[Span, ...] = ()
    actor: Actor | None = None

    def holds(self, passage: Passage) -> bool:
        """Whether a passage has words of it."""
        if self.actor is not None:
            return any(map(self.speaks, (passage.voice, *passage.contains)))
        if self.source is None or passage.source != self.source.id:
            return False
        return not self.spans or any(s.meets(t) for s in self.spans for t in passage.spans)

    def speaks(self, voice: Voice | None) -> bool:
        """Whether words are those of the actor, or came through it."""
        if voice is None or self.actor is None:
            return False
        return self.actor.id in (voice.speaker, *voice.via)

    def is_at(self, place: Cited) -> bool:
        """Whether a place that is cited without words is in it."""
        if self.source is None or place.source != self.source.id:
            return False
        number, spans = place.paragraph, self.source.paragraphs
        if not self.spans or not number or number > len(spans):
            return True
        return any(spans[number - 1].meets(span) for span in self.spans)

    @property
    def name(self) -> str:
        """What it is called in a line."""
        if self.actor is not None:
            return f"{self.actor.name} ({self.actor.id})"
        assert self.source is not None
        if not self.spans:
            return f"{self.source.title} ({self.source.id})"
        text = self.source.text
        words = " […] ".join(" ".join(span.of(text).split()) for span in self.spans)
        return f"“{words}” [{self.source.id}]"


def told_of(name: str, edition: Edition) -> Target:
    """What an id means in an edition.

    Raises :class:`NoTargetError`.
    """
    library = edition.library
    if name in library.sources:
        return Target(library.sources[name])
    if name in library.actors:
        return Target(actor=library.actors[name])
    source_name, colon, places = name.partition(":")
    source = library.sources.get(source_name)
    if source is None or not colon:
        raise NoTargetError(
            f"{name} is no source, passage (know-how:10-20) or actor of this project"
        )
    if not _PASSAGE.fullmatch(places):
        raise NoTargetError(f"{name} names no passage: its places are written {source.id}:10-20")
    ends = (part.split("-") for part in places.split(","))
    spans = tuple(Span(_number(first), _number(last)) for first, last in ends)
    for span in spans:
        if not span.start < span.end <= len(source.text):
            raise NoTargetError(
                f"{name} names no passage: a place begins before its end, and {source.id} ends "
                f"at {len(source.text)}"
            )
    return Target(source, spans)


def _number(digits: str) -> int:
    """A number; one that is longer than any text is beyond the end of each."""
    most = 12
    return int(digits) if len(digits.lstrip("0")) <= most else 10**most
