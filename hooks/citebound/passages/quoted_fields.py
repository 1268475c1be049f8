"""The text fields of a library with the quotations in them bound.

What an editor quotes in a title, a summary or a judgement is bound in the body; from here on
it is printed as the source has it, like every other quotation.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from citebound.markup.fields import read_field
from citebound.model import (
    Actor,
    Briefing,
    Event,
    Judgement,
    Library,
    Source,
    Subject,
    Text,
)
from citebound.model.passage import Passage
from citebound.model.wording import Wording
from citebound.passages.answers import Bound
from citebound.passages.printed import printed_words
from citebound.passages.repeats import Repeatable, key_of, repeatable

_SPACES = re.compile(r"[ \t\r\n]+")

_Worded = Callable[[Text], Text]


def worded(library: Library, bindings: Mapping[str, Bound]) -> Library:
    """The library with every text field in one line, and as a :class:`Wording` where it quotes."""

    def of(subject: Subject) -> _Worded:
        said = repeatable(subject, bindings[subject.path], library.settings.terms)
        return lambda text: _worded(text, said, library.sources)

    return replace(
        library,
        sources={name: _source(source) for name, source in library.sources.items()},
        briefings=tuple(_briefing(briefing, of(briefing)) for briefing in library.briefings),
        actors={name: _actor(actor, of(actor)) for name, actor in library.actors.items()},
    )


def _worded(text: Text, said: Repeatable, sources: Mapping[str, Source]) -> Text:
    text = _in_one_line(text)
    if not any(mark in text for mark in '"“„«»'):
        return text
    pieces: list[str | Passage] = []
    plain: list[str] = []
    for piece in read_field(text).pieces:
        passages = () if isinstance(piece, str) else said.passages.get(key_of(piece.parts), ())
        if passages:
            pieces.append(passages[0])
            plain.append(printed_words(passages[0], sources[passages[0].source]))
        else:
            words = piece if isinstance(piece, str) else f"“{piece.typed}”"
            pieces.append(words)
            plain.append(words)
    return Wording.of("".join(plain), text, tuple(pieces))


def _in_one_line(text: Text) -> Text:
    """A text as it is shown: each run of spaces as one, and none at its ends."""
    words = _SPACES.sub(" ", text).strip(" ")
    return text if words == text else Text(words, text.place)


def _source(source: Source) -> Source:
    grade = source.grade
    return replace(
        source,
        title=_in_one_line(source.title),
        short=_in_one_line(source.short),
        publisher=_in_one_line(source.publisher),
        author=_in_one_line(source.author),
        descriptor=_in_one_line(source.descriptor),
        grade=grade and replace(grade, because=_in_one_line(grade.because)),
        circular=_in_one_line(source.circular),
        obtain=tuple(map(_in_one_line, source.obtain)),
        set_aside=tuple(
            replace(aside, reason=_in_one_line(aside.reason)) for aside in source.set_aside
        ),
    )


def _briefing(briefing: Briefing, word: _Worded) -> Briefing:
    return replace(
        briefing,
        title=word(briefing.title),
        summary=word(briefing.summary),
        gaps=_all(briefing.gaps, word),
        judgements=tuple(_judgement(j, word) for j in briefing.judgements),
        events=tuple(_event(e, word) for e in briefing.events),
        corrections=tuple(
            replace(c, was=word(c.was), now=word(c.now), why=word(c.why))
            for c in briefing.corrections
        ),
    )


def _judgement(judgement: Judgement, word: _Worded) -> Judgement:
    reasons = {name: word(text) for name, text in judgement.reasons}
    return replace(
        judgement,
        text=word(judgement.text),
        because=reasons.get("because"),
        assumes=reasons.get("assumes"),
        otherwise=reasons.get("otherwise"),
        watch=reasons.get("watch"),
    )


def _event(event: Event, word: _Worded) -> Event:
    parties = tuple(
        replace(party, reading=word(party.reading)) if party.reading else party
        for party in event.parties
    )
    return replace(event, title=word(event.title), parties=parties)


def _actor(actor: Actor, word: _Worded) -> Actor:
    facts = tuple(replace(fact, text=word(fact.text)) for fact in actor.facts)
    return replace(actor, name=word(actor.name), facts=facts)


def _all(texts: Iterable[Text], word: _Worded) -> tuple[Text, ...]:
    return tuple(word(text) for text in texts)
