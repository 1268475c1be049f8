"""Voices: whose words a span of a source is, from what an editor wrote of it.

``from`` occurs once in the text, or once in its paragraph; ``to`` is the first
occurrence after that, in the same paragraph or in ``to_para``, or else the end of
``from``; both ends belong to the span. Spans form a tree. Nothing is folded here: the
words are the source's, character for character.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from citebound.model import SPOKEN, Source, Span, Text, Voice, VoiceKind
from citebound.model.source import cue_thing
from citebound.problems import NOWHERE, Place, Problem
from citebound.text.edges import is_edge

UNNAMED = "unnamed"
"""Stands for a speaker whom the source does not name."""


@dataclass(frozen=True, slots=True)
class VoiceEntry:
    """A voice as ``source.yml`` has it, its words not yet looked for."""

    kind: VoiceKind
    start: Text
    end: Text
    speaker: Text | None = None
    via: tuple[Text, ...] = ()
    cue: Text | None = None
    paragraph: int | None = None
    to_paragraph: int | None = None
    place: Place = NOWHERE
    antecedent: Text | None = None
    described: Text | None = None
    because: Text | None = None
    narration: tuple[Text, ...] = ()
    proposed: bool = False


def voices_of(
    source: Source, entries: Sequence[VoiceEntry]
) -> tuple[tuple[Voice, ...], tuple[Problem, ...]]:
    """The voices of a source as a tree, parents first, and what is wrong with them."""
    problems: list[Problem] = []
    found: list[Voice] = []
    for entry in entries:
        problems += _speaker(entry)
        placed = _placed(source, entry)
        if isinstance(placed, Problem):
            problems.append(placed)
            continue
        narrated = [(words, _once(source, words, placed, "narration")) for words in entry.narration]
        spans = [Span(at, at + len(words)) for words, at in narrated if isinstance(at, int)]
        problems += (at for _, at in narrated if isinstance(at, Problem))
        cue = None if entry.cue is None else _cue(source, entry, placed, spans)
        told = [_told(source, words, placed, what) for words, what in _told_of(entry)]
        problems += (
            found.explaining(cue_thing(entry.place))
            for found in (cue, *told)
            if isinstance(found, Problem)
        )
        cue, antecedent, described = (
            None if isinstance(found, Problem) else found for found in (cue, *told)
        )
        speaker = None if entry.speaker == UNNAMED else entry.speaker
        found.append(
            Voice(
                entry.kind,
                placed,
                speaker,
                entry.via,
                cue,
                None,
                entry.place,
                antecedent,
                described,
                entry.because,
                entry.proposed,
            )
        )
        found += (
            Voice(VoiceKind.OWN, Span(at, at + len(words)), place=words.place)
            for words, at in narrated
            if isinstance(at, int)
        )
    found.sort(key=lambda voice: (voice.span.start, -voice.span.end))
    voices, overlaps = _tree(found)
    return voices, (*problems, *overlaps)


def _speaker(entry: VoiceEntry) -> Iterator[Problem]:
    if entry.kind is VoiceKind.QUOTED and entry.speaker is not None:
        yield Problem(
            entry.speaker.place,
            "voice-speaker",
            "a voice of the kind quoted has no speaker",
            "remove the speaker, or make the kind direct",
        )
    if entry.kind in SPOKEN and entry.speaker is None:
        yield Problem(
            entry.place,
            "voice-speaker",
            f"a voice of the kind {entry.kind} needs a speaker",
            "add speaker: the id of an actor",
        )

    if (entry.speaker == UNNAMED) != (entry.described is not None):
        is_unnamed = entry.speaker == UNNAMED
        yield Problem(
            entry.place,
            "voice-speaker",
            "a speaker without a name is described in the source's own words"
            if is_unnamed
            else "only a speaker without a name is described",
            "add described: the words of the source for the speaker"
            if is_unnamed
            else "write speaker: unnamed, or remove described:",
        )
    if entry.narration and entry.kind is not VoiceKind.DIRECT:
        yield Problem(
            entry.narration[0].place,
            "voice-speaker",
            f"a voice of the kind {entry.kind} has no narration in it",
            "end the voice before the narration, and begin another one after it",
        )


def _told_of(entry: VoiceEntry) -> tuple[tuple[Text | None, str], ...]:
    return (entry.antecedent, "antecedent"), (entry.described, "described")


def _told(source: Source, words: Text | None, span: Span, what: str) -> Span | Problem | None:
    """The last place of some words at or before a span, or else in its paragraph."""
    if words is None:
        return None
    number = source.paragraph_at(span.end - 1)
    last = source.paragraphs[number - 1].end if number else len(source.text)
    at = source.text.rfind(words, 0, span.start)
    at = at if at >= 0 else source.text.find(words, span.start, last)
    if at >= 0:
        return Span(at, at + len(words))
    return Problem(
        words.place,
        "voice-span",
        f"{what} is not in the source before the voice: {words!s}",
        "copy it from text.txt",
    )


def _once(source: Source, words: Text, where: Span, what: str) -> int | Problem:
    """Where some words are in a stretch of the source, if they occur there once."""
    at = source.text.find(words, where.start, where.end)
    if at < 0:
        return Problem(
            words.place,
            "voice-span",
            f"{what} is not in the source there: {words!s}",
            "copy it from text.txt, with its own quotation marks and apostrophes",
        )
    if source.text.find(words, at + 1, where.end) >= 0:
        return Problem(
            words.place,
            "voice-span",
            f"{what} occurs more than once there: {words!s}",
            "copy more words, or add para: the number of the paragraph",
        )
    return at


def _paragraph(source: Source, number: int | None, entry: VoiceEntry) -> Span | Problem:
    if number is None:
        return Span(0, len(source.text))
    if 1 <= number <= len(source.paragraphs):
        return source.paragraphs[number - 1]
    return Problem(
        entry.place,
        "voice-span",
        f"there is no paragraph {number}",
        f"the source has {len(source.paragraphs)}",
    )


def _placed(source: Source, entry: VoiceEntry) -> Span | Problem:
    where = _paragraph(source, entry.paragraph, entry)
    if isinstance(where, Problem):
        return where
    start = _once(source, entry.start, where, "from")
    if isinstance(start, Problem):
        return start
    if entry.to_paragraph is not None:
        upto = _paragraph(source, entry.to_paragraph, entry)
    else:
        number = source.paragraph_at(start)
        upto = source.paragraphs[number - 1] if number else Span(start, len(source.text))
    if isinstance(upto, Problem):
        return upto
    # `from` and `to` may be the same words; otherwise `to` is looked for after `from`.
    after = start if entry.end == entry.start else start + len(entry.start)
    end = source.text.find(entry.end, max(after, upto.start), upto.end)
    if end < 0 and entry.start.endswith(entry.end):
        end = start + len(entry.start) - len(entry.end)
    if end < 0:
        return Problem(
            entry.end.place,
            "voice-span",
            f"to does not come after from in the same paragraph: {entry.end!s}",
            "copy it from text.txt, or add to_para: where the span ends in another paragraph",
        )
    span = Span(start, end + len(entry.end))
    for at, which, given in ((span.start, "from", entry.start), (span.end, "to", entry.end)):
        if not is_edge(source.text, at):
            near = " ".join(source.text[max(0, at - 20) : at + 20].split())
            return Problem(
                given.place,
                "voice-span",
                f"{which} cuts a word of the source in two: {given!s}, in “{near}”",
                "copy whole words from text.txt",
            )
    return span


def _cue(
    source: Source, entry: VoiceEntry, span: Span, narration: Sequence[Span]
) -> Span | Problem:
    """The cue, once in the span's paragraph or the one before, outside the span or in a narration
    of it.
    """
    assert entry.cue is not None
    number = source.paragraph_at(span.start)
    first = source.paragraphs[max(0, number - 2)]
    last = source.paragraphs[source.paragraph_at(span.end - 1) - 1]
    at = _once(source, entry.cue, source.paragraphs[number - 1], "cue")
    if isinstance(at, Problem):
        at = _once(source, entry.cue, Span(first.start, last.end), "cue")
    if isinstance(at, Problem):
        return at
    cue = Span(at, at + len(entry.cue))
    if cue.meets(span) and not any(narrated.holds(cue) for narrated in narration):
        return Problem(
            entry.cue.place,
            "voice-span",
            "the cue lies inside the span that it introduces",
            "begin the span after the cue, or give the words of the source around the cue as "
            "narration:",
        )
    return cue


def _tree(found: Sequence[Voice]) -> tuple[tuple[Voice, ...], list[Problem]]:
    """Give each voice its parent; two that overlap are a finding."""
    voices: list[Voice] = []
    problems: list[Problem] = []
    open_spans: list[int] = []
    for voice in found:
        while open_spans and voices[open_spans[-1]].span.end <= voice.span.start:
            open_spans.pop()
        parent = open_spans[-1] if open_spans else None
        if parent is not None and not voices[parent].span.holds(voice.span):
            other = voices[parent].place
            problems.append(
                Problem(
                    voice.place,
                    "voice-overlap",
                    f"this voice overlaps the one of line {other.line}",
                    "put one inside the other, or keep them apart",
                )
            )
            continue
        open_spans.append(len(voices))
        voices.append(replace(voice, parent=parent))
    return tuple(voices), problems
