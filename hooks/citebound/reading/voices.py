"""Voices: whose words a span of a source is, from what an editor wrote of it.

``from`` occurs once in the text, or once in its paragraph; ``to`` is the first
occurrence after that, in the same paragraph or in ``to_para``, or else the end of
``from``; both ends belong to the span. Spans form a tree. Nothing is folded here: the
words are the source's, character for character.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from citebound.model import Source, Span, Text, Voice, VoiceKind
from citebound.problems import NOWHERE, Place, Problem

_DOUBLE = regex.compile(r"“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|\"[^\"]*\"")


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
        cue = None if entry.cue is None else _cue(source, entry, placed)
        if isinstance(cue, Problem):
            problems.append(cue)
            cue = None
        found.append(Voice(entry.kind, placed, entry.speaker, entry.via, cue, None, entry.place))
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
    if entry.kind in (VoiceKind.DIRECT, VoiceKind.REPORTED) and entry.speaker is None:
        yield Problem(
            entry.place,
            "voice-speaker",
            f"a voice of the kind {entry.kind} needs a speaker",
            "add speaker: the id of an actor",
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
    return Span(start, end + len(entry.end))


def _cue(source: Source, entry: VoiceEntry, span: Span) -> Span | Problem:
    """The cue, once in the span's paragraph or the one before, outside the span."""
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
    if cue.meets(span):
        return Problem(
            entry.cue.place,
            "voice-span",
            "the cue lies inside the span that it introduces",
            "begin the span after the cue",
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


def unvoiced_marks(source: Source) -> Iterator[Span]:
    """Pairs of double quotation marks that lie in no direct or quoted voice."""
    outer: list[Span] = []  # in order and apart: voices lie one inside the other or apart
    for voice in source.voices:
        is_voiced = voice.kind in (VoiceKind.DIRECT, VoiceKind.QUOTED)
        if is_voiced and not (outer and outer[-1].holds(voice.span)):
            outer.append(voice.span)
    for paragraph in source.paragraphs:
        for found in _DOUBLE.finditer(source.text, paragraph.start, paragraph.end):
            inside = Span(found.start() + 1, found.end() - 1)
            last = bisect_right(outer, inside.start, key=lambda span: span.start)
            if not (last and outer[last - 1].holds(inside)):
                yield Span(found.start(), found.end())
