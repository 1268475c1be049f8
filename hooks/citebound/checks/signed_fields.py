"""What a reviewer signs of the front matter of a briefing, and of what is said of its sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from citebound.checks.signed import Said, Signed, SignedKind
from citebound.model import (
    Briefing,
    Event,
    EventActor,
    EventDate,
    Judgement,
    Passage,
    Source,
    Text,
)
from citebound.model.wording import Wording
from citebound.passages.answers import Bound

_ASKED_OF_JUDGEMENTS = {
    "because": "why the passages support it",
    "assumes": "what it assumes",
    "otherwise": "how else they may be read",
    "watch": "what would change it",
}


def of_fields(briefing: Briefing, bound: Bound) -> Iterator[Signed]:
    """Each statement of the front matter, in a fixed order."""
    document = briefing.document

    def of(names: tuple[str, ...]) -> tuple[Passage, ...]:
        return bound.passages_of(index for name in names for index in document.evidence_of(name))

    day = ("written", _plain(str(briefing.date)))
    yield _field(SignedKind.TITLE, briefing.title, context=(day,))
    yield _field(SignedKind.SUMMARY, briefing.summary, of(briefing.summary_rests_on))
    for judgement in briefing.judgements:
        yield _judgement(judgement, of(judgement.rests_on))
    for event in briefing.events:
        yield _event(event, of(event.evidence))
    for gap in briefing.gaps:
        yield _field(SignedKind.GAP, gap)
    for correction in briefing.corrections:
        yield _field(SignedKind.WAS, correction.was)
        yield _field(SignedKind.NOW, correction.now)
        yield _field(SignedKind.WHY, correction.why)
        yield _field(SignedKind.DAY, correction.date)


def of_sources(briefing: Briefing, sources: Mapping[str, Source]) -> Iterator[Signed]:
    """What is said of the sources that a briefing cites, in the order of their ids: readers of the
    briefing are led there, and weigh it by that.
    """
    for name in sorted({*map(str, briefing.sources)} & sources.keys()):
        source = sources[name]
        context = (("source", _plain(name)),)
        yield _field(SignedKind.DESCRIPTOR, source.descriptor, context=context)
        if source.grade is not None:
            graded = (*context, ("mark", _plain(str(source.grade.mark))))
            yield _field(SignedKind.GRADE, source.grade.because, context=graded)
        if source.circular:
            yield _field(SignedKind.CIRCULAR, source.circular, context=context)
        for text in source.obtain:
            yield _field(SignedKind.OBTAIN, text, context=context)
        for voice in source.voices:
            if voice.because:
                yield _field(SignedKind.VOICED, voice.because, context=context)


def _field(
    kind: SignedKind,
    text: Text,
    passages: tuple[Passage, ...] = (),
    context: tuple[tuple[str, Said], ...] = (),
) -> Signed:
    said = _said(text)
    return Signed(kind, said.typed, passages, text.place, (text.place,), said, context)


def _judgement(judgement: Judgement, passages: tuple[Passage, ...]) -> Signed:
    word = judgement.likelihood or judgement.confidence or ""
    words = f"{_typed(judgement.text)} ({word})"
    words += "".join(f"; {name}: {_typed(text)}" for name, text in judgement.reasons)
    covers = (judgement.text.place, *(text.place for _, text in judgement.reasons))
    details = (
        ("likelihood" if judgement.likelihood else "confidence", _plain(word)),
        *((_ASKED_OF_JUDGEMENTS[name], _said(text)) for name, text in judgement.reasons),
    )
    said, kind = _said(judgement.text), SignedKind.JUDGEMENT
    return Signed(kind, words, passages, judgement.place, covers, said, details=details)


def _event(event: Event, passages: tuple[Passage, ...]) -> Signed:
    date = _date_typed(event.date) if event.date else ""
    who = ", ".join(map(_party, event.parties))
    parties = tuple(("actor", _plain(_party_shown(party))) for party in event.parties)
    readings = (party.reading.place for party in event.parties if party.reading)
    covers = (event.title.place, *readings)
    if event.ref:
        words = f"adds evidence to the event {event.id} ({who})"
        said, kind = _plain(f"adds evidence to the event {event.id}"), SignedKind.ADDED
        return Signed(kind, words, passages, event.place, covers, said, details=parties)
    words = f"{_typed(event.title)} ({date}, {event.status}; {who})"
    details = [("status", _plain(event.status))]
    if event.date:
        details.append(("date", _plain(_date_shown(event.date))))
    said, kind = _said(event.title), SignedKind.EVENT
    return Signed(kind, words, passages, event.place, covers, said, details=(*details, *parties))


def _date_typed(date: EventDate) -> str:
    """A date with its phrase, and what that was counted from."""
    given = (None if date.unresolved else date.edtf, date.phrase, date.counted_from)
    return ", ".join(str(part) for part in given if part)


def _date_shown(date: EventDate) -> str:
    day = "" if date.unresolved else str(date.edtf)
    phrase = f"“{date.phrase}” in the source" if date.phrase else ""
    since = f"counted from {date.counted_from}" if date.counted_from else ""
    return ", ".join(part for part in (day, phrase, since) if part)


def _party(party: EventActor) -> str:
    reading = f": {_typed(party.reading)}" if party.reading else ""
    return f"{party.actor} {party.role}{reading}".strip()


def _party_shown(party: EventActor) -> str:
    reading = f" ({party.reading})" if party.reading else ""
    return f"{party.actor}, role: {party.role}{reading}"


def _typed(text: Text) -> str:
    """What the editor wrote, and the reviewer signed."""
    return text.typed if isinstance(text, Wording) else str(text)


def _said(text: Text) -> Said:
    return Said(_typed(text), text.pieces if isinstance(text, Wording) else (str(text),))


def _plain(words: str) -> Said:
    return Said(words, (words,))
