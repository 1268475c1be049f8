"""What was signed, derived again: the digest of each statement of a briefing, and which of them
are new, changed or moved since (docs/format.md, Review).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from citebound.model import Briefing, Event, Judgement, Passage, SegmentKind, Source
from citebound.model.wording import Wording
from citebound.passages.answers import Bound
from citebound.proof.made.body_again import Read, body_again

_DIGEST = 10
"""So many hexadecimal digits tell of one statement."""


def unsigned_statements(briefing: Briefing, bound: Bound, sources: Mapping[str, Source]) -> int:
    """How many statements are new, changed or moved since a review; where there are none, how
    many of those that were signed are gone.
    """
    if briefing.review is None:
        return 0
    signed = briefing.review.fingerprint
    then = {signed[at : at + _DIGEST]: at for at in range(0, len(signed), _DIGEST)}
    now = [*_digests(briefing, bound, sources)]
    places = [then[digest] for digest in now if digest in then]
    lasts: list[int] = []
    for place in places:
        at = bisect_left(lasts, place)
        lasts[at : at + 1] = [place]
    return len(now) - len(lasts) or len(then) - len(places)


def _digests(briefing: Briefing, bound: Bound, sources: Mapping[str, Source]) -> Iterator[str]:
    before: dict[str, int] = {}
    for kind, words, context, passages in _statements(briefing, bound, sources):
        beside = (f"{name}: {' '.join(said.split())}" for name, said in context)
        told = "\n".join((kind, " ".join(words.split()), *beside, *map(_printed, passages)))
        equal = before.get(told, 0)
        before[told] = equal + 1
        numbered = f"{told}\n{equal}" if equal else told
        yield sha256(numbered.encode()).hexdigest()[:_DIGEST]


def _statements(briefing: Briefing, bound: Bound, sources: Mapping[str, Source]) -> Iterator[Read]:
    """Each statement as typed, with what belongs to it and the passages that it rests on."""
    document = briefing.document

    def noted(names: Iterable[str]) -> list[Passage]:
        return [
            passage
            for name in names
            for number in document.evidence_of(name)
            for passage in bound[number].passages
        ]

    yield "title", _typed(briefing.title), [("written", str(briefing.date))], []
    yield "summary", _typed(briefing.summary), [], noted(briefing.summary_rests_on)
    for judgement in briefing.judgements:
        yield "judgement", _judged(judgement), [], noted(judgement.rests_on)
    for event in briefing.events:
        kind = "added evidence" if event.ref else "event"
        yield kind, _told(event), [], noted(event.evidence)
    for gap in briefing.gaps:
        yield "gap", _typed(gap), [], []
    for c in briefing.corrections:
        for name, part in (("was", c.was), ("is", c.now), ("why", c.why), ("date", c.date)):
            yield f"correction: {name}", _typed(part), [], []
    yield from body_again(document, bound)
    for name in sorted(set(map(str, briefing.sources))):
        if name in sources:
            yield from _told_of(sources[name])


def _told_of(source: Source) -> Iterator[Read]:
    """What the file of a source says of it, and why words are somebody's."""
    of_it = ("source", source.id)
    yield "source: descriptor", _typed(source.descriptor), [of_it], []
    if (grade := source.grade) is not None:
        yield "source: grade", _typed(grade.because), [of_it, ("mark", str(grade.mark))], []
    further = [("circular", source.circular), *(("obtain", text) for text in source.obtain)]
    further += [("because", voice.because) for voice in source.voices if voice.because]
    for name, text in further:
        if text:
            yield f"source: {name}", _typed(text), [of_it], []


def _typed(text: str) -> str:
    return text.typed if isinstance(text, Wording) else str(text)


def _judged(judgement: Judgement) -> str:
    reasons = "".join(
        f"; {name}: {_typed(reason)}"
        for name in ("because", "assumes", "otherwise", "watch")
        if (reason := getattr(judgement, name)) is not None
    )
    word = judgement.likelihood or judgement.confidence or ""
    return f"{_typed(judgement.text)} ({word}){reasons}"


def _told(event: Event) -> str:
    date, given, who = event.date, [], []
    if date is not None:
        given = [] if date.unresolved else [str(date.edtf)]
        given += [str(part) for part in (date.phrase, date.counted_from) if part]
    for party in event.parties:
        read = f": {_typed(party.reading)}" if party.reading else ""
        who.append(f"{party.actor} {party.role}{read}".strip())
    if event.ref:
        return f"adds evidence to the event {event.id} ({', '.join(who)})"
    day = ", ".join(filter(None, given))
    return f"{_typed(event.title)} ({day}, {event.status}; {', '.join(who)})"


def _printed(passage: Passage) -> str:
    """A passage by its identity, what an editor has put into it, and whose words it is."""
    put_in = [f" [{s.text}]" for s in passage.segments if s.kind is SegmentKind.INSERTION]
    told = f"{passage.identity}{''.join(put_in)}{passage.trailing}"
    for voice in filter(None, (passage.voice, *passage.contains)):
        told += f"; {voice.kind}"
        for speaker in filter(None, (voice.speaker, *voice.via)):
            told += f" {speaker}"
    return told
