"""Quotation marks of a source and its voices (docs/format.md, Voices).

Every pair of marks, of whatever kind, lies in a direct or a quoted voice; so does speech after a
dash. A direct voice is exactly one pair. Marks inside it are somebody else's words, or the
voice says why they are not.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterator
from itertools import islice

import regex

from citebound.model import Source, Span, Voice, VoiceKind
from citebound.problems import Problem
from citebound.text.marks import DOUBLES, every_single, marked
from citebound.text.patterns import Pattern

_OPENING = DOUBLES + "‟‹›‚「『｢﹁﹃＂〝❝❛⹂`'"
"""Marks around words; titles of books in Chinese (《》) are no speech."""

_SPEECH = Pattern(
    r"[—―][ \u00a0]?\p{Lu}(?:.*[,.!?…][ \u00a0][—–―][ \u00a0]\p{Ll}.*[.!?…]|[^\n]*[!?])\Z",
    regex.DOTALL,
)
"""A paragraph that is speech after a dash: it asks, or tells after another dash who speaks."""

_VOICED = (VoiceKind.DIRECT, VoiceKind.QUOTED)


def words_without_voice(source: Source, asked: Container[int] | None = None) -> Iterator[Span]:
    """Words between marks that lie in no voice: of all paragraphs, or of those ``asked`` by their
    numbers.
    """
    for span in _unvoiced(source, tuple(_pairs(source))):
        if asked is None or source.paragraph_at(span.start) in asked:
            yield span


def marks_of_voices(source: Source) -> Iterator[Problem]:
    """What is wrong with the direct voices of a source and its marks."""
    pairs = tuple(_pairs(source))
    starts = [pair.start for pair in pairs]
    for number, voice in enumerate(source.voices):
        if voice.kind is not VoiceKind.DIRECT:
            continue
        if not _is_one_pair(source, voice, pairs, starts):
            yield Problem(
                voice.place,
                "voice-marks",
                "a direct voice is the words between one pair of quotation marks: "
                f"{voice.span.of(source.text)}",
                "end it at the closing mark; what follows in another pair is a voice of its own, "
                "and narration inside one pair goes into narration:",
            )
        elif voice.because is None:
            yield from _nested(source, number)


def _pairs(source: Source) -> Iterator[Span]:
    """Each stretch between marks, except those inside another, and each paragraph of speech."""
    for paragraph in source.paragraphs:
        text = paragraph.of(source.text)
        if _SPEECH.match(text):
            yield paragraph
            continue
        yield from (_moved(found, paragraph.start) for found in _marks_in(text))


def _marks_in(text: str) -> Iterator[Span]:
    doubles = [
        Span(m.start, m.end) for m in marked(text) if not m.alone and text[m.start] in _OPENING
    ]
    ends = 0
    at = 0
    for single in every_single(text):
        while at < len(doubles) and doubles[at].start < single.start:
            ends = doubles[at].end
            yield doubles[at]
            at += 1
        if single.start >= ends:
            yield Span(single.start, single.end)
            ends = single.end
            while at < len(doubles) and doubles[at].start < ends:
                at += 1
    yield from doubles[at:]


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _unvoiced(source: Source, pairs: tuple[Span, ...]) -> Iterator[Span]:
    """Stretches that lie in no direct or quoted voice."""
    outer: list[Span] = []  # in order and apart: voices lie one inside the other or apart
    for voice in source.voices:
        if voice.kind in _VOICED and not (outer and outer[-1].holds(voice.span)):
            outer.append(voice.span)
    for pair in pairs:
        inside = _bare(source.text, pair)
        last = bisect_right(outer, inside.start, key=lambda span: span.start)
        if not (last and outer[last - 1].holds(inside)) and not _is_spoken(source, pair, outer):
            yield pair


def _is_spoken(source: Source, pair: Span, outer: list[Span]) -> bool:
    """Whether a paragraph after a dash has a voice in it; the rest of it is narration."""
    if source.text[pair.start] not in "—―":
        return False
    at = bisect_right(outer, pair.start, key=lambda span: span.end)
    return at < len(outer) and outer[at].meets(pair)


def _bare(text: str, span: Span) -> Span:
    """A stretch without the marks, spaces and stops at its ends."""
    start, end = span.start, span.end
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end)


def _is_one_pair(source: Source, voice: Voice, pairs: tuple[Span, ...], starts: list[int]) -> bool:
    """Whether a direct voice is what is between one pair of marks, or after one dash."""
    inside = _bare(source.text, voice.span)
    at = bisect_right(starts, inside.start) - 1
    if at >= 0 and pairs[at].holds(inside):
        if source.text[pairs[at].start] in "—―":
            return True
        return _bare(source.text, pairs[at]) == inside
    outer = voice.parent is not None
    if outer or source.paragraph_at(inside.start) != source.paragraph_at(inside.end - 1):
        # Speech over several paragraphs has a mark at the beginning of each; and one inside
        # another voice is between marks that are nested there.
        return _has_marks(source.text, inside)
    return False


def _has_marks(text: str, inside: Span) -> bool:
    before = text[max(0, inside.start - 3) : inside.start]
    after = text[inside.end : inside.end + 5]
    marks = _OPENING + "”’»›」』｣﹂﹄"
    return any(mark in before for mark in marks) and any(mark in after for mark in marks)


def _nested(source: Source, number: int) -> Iterator[Problem]:
    """Marks inside direct speech that no voice in it answers for."""
    voice = source.voices[number]
    inside = _bare(source.text, voice.span)
    held: list[Span] = []
    for inner in islice(source.voices, number + 1, None):
        if inner.span.start >= voice.span.end:
            break
        if inner.kind in _VOICED and not (held and held[-1].holds(inner.span)):
            held.append(inner.span)
    for found in _marks_in(inside.of(source.text)):
        span = _bare(source.text, _moved(found, inside.start))
        at = bisect_right(held, span.start, key=lambda known: known.start)
        if len(span) and not (at and held[at - 1].holds(span)):
            words = span.of(source.text)
            yield Problem(
                voice.place,
                "voice-missing",
                f"no voice says whose words these are, inside what is spoken: {words}",
                "add a voice of kind direct or quoted for them, or say why they are the "
                "speaker's own with because:",
            )
