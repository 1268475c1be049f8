"""Locating: where the words of a quotation are in a source.

Exact after folding (:mod:`citebound.text.folding`), on word edges
(:mod:`citebound.text.edges`), inside one paragraph and one voice. None, one and many
are three different answers: a quotation that occurs in several places is
refused until its citation says which. Similarity never lets anything pass; it is used
only to write a hint (:mod:`citebound.passages.nearest`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from citebound.model import Part, PartKind, Passage, Segment, SegmentKind, Source, Span, Voice
from citebound.passages.matching import Match, SearchableSource, find
from citebound.text.edges import clusters, is_unspaced, is_word
from citebound.text.marks import balanced

TERM_CLUSTERS = 12
"""A quotation shorter than this many grapheme clusters is a term, not evidence."""

TERM_CLUSTERS_UNSPACED = 5
"""The same in the scripts that are written without spaces."""

_BRACKETED = ({SegmentKind.SOURCE_BRACKET}, {SegmentKind.SOURCE_BRACKET, SegmentKind.WORDS})
"""The kinds of a bracket of the source, and of what is beside it."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a quotation is not bound: a problem's code, message and hint, without its place.

    ``meant`` are the spans of the source that were probably meant.
    """

    code: str
    message: str
    hint: str = ""
    meant: tuple[Span, ...] = ()


def is_short(words: str) -> bool:
    """Whether a quotation is so short that it is a term and never evidence."""
    size = clusters(words, TERM_CLUSTERS)
    if not TERM_CLUSTERS_UNSPACED <= size < TERM_CLUSTERS:
        return size < TERM_CLUSTERS
    letters = [c for c in words if is_word(c)]
    return sum(map(is_unspaced, letters)) * 2 <= len(letters)


def without_trailing(parts: Sequence[Part]) -> tuple[tuple[Part, ...], str] | None:
    """The parts without a final ``.`` or ``,`` and that mark, or ``None`` if there is none."""
    if not parts or parts[-1].kind is not PartKind.WORDS:
        return None
    last = parts[-1]
    words = last.text.rstrip()
    if len(words) < 2 or words[-1] not in ".,":
        return None
    shorter = Part(last.kind, words[:-1], Span(last.span.start, last.span.end - 1))
    return (*parts[:-1], shorter), words[-1]


def locate(
    searchable: SearchableSource,
    parts: Sequence[Part],
    paragraph: int | None = None,
    occurrence: int | None = None,
) -> Passage | Refusal | None:
    """The passage that a quotation is, why it is refused, or ``None`` when it is not there.

    ``paragraph`` and ``occurrence`` are the citation's locator (both from 1).
    """
    if paragraph is not None and not 1 <= paragraph <= len(searchable.source.paragraphs):
        count = len(searchable.source.paragraphs)
        return Refusal(
            "wrong-locator",
            f"{searchable.source.id} has no paragraph {paragraph}",
            f"it has {count}, counted from 1, headings included",
        )
    trailing = ""
    matches = find(searchable, parts, paragraph)
    if not matches and (shorter := without_trailing(parts)):
        parts, trailing = shorter
        matches = find(searchable, parts, paragraph)
    if not matches:
        return None
    chosen = _choose(searchable, matches, parts, occurrence)
    if isinstance(chosen, Refusal):
        return chosen
    return _in_one_voice(searchable, chosen, parts, trailing)


def words_of(parts: Sequence[Part]) -> str:
    """The words a quotation claims to take from its source, its brackets left out."""
    return " ".join(part.text.strip() for part in parts if part.kind is PartKind.WORDS)


def _choose(
    searchable: SearchableSource,
    matches: tuple[Match, ...],
    parts: Sequence[Part],
    occurrence: int | None,
) -> Match | Refusal:
    if occurrence is not None:
        if 1 <= occurrence <= len(matches):
            return matches[occurrence - 1]
        return Refusal(
            "wrong-locator",
            f"{searchable.source.id} has these words {len(matches)} times there, "
            f"not {occurrence} times",
            "the number counts the places in the paragraph that the citation names",
            tuple(match.extent for match in matches),
        )
    if len(matches) == 1:
        return matches[0]
    if is_short(words_of(parts)) and len({match.paragraph for match in matches}) == 1:
        return matches[0]
    return Refusal(
        "ambiguous-quotation",
        f"these words occur in {_places(matches)} of {searchable.source.id}",
        f"say which: {locators(searchable.source.id, matches)}; or quote more words",
        tuple(match.extent for match in matches),
    )


def _places(matches: tuple[Match, ...]) -> str:
    """How many places, and which: two places: para. 3 and para. 9."""
    numbers = list(dict.fromkeys(f"para. {match.paragraph}" for match in matches[:6]))
    if len(numbers) == 1:
        return f"{len(matches)} places of {numbers[0]}"
    many = {2: "two", 3: "three", 4: "four"}.get(len(matches), str(len(matches)))
    return f"{many} places: {', '.join(numbers[:-1])} and {numbers[-1]}"


def locators(source: str, matches: tuple[Match, ...]) -> str:
    """The citations that would tell the matches apart, ready to type."""
    written = []
    for match in matches[:6]:
        same = [m for m in matches if m.paragraph == match.paragraph]
        nth = "" if len(same) == 1 else f", {_ordinal(same.index(match) + 1)}"
        written.append(f"[@{source}, para. {match.paragraph}{nth}]")
    return " or ".join(written)


def _ordinal(number: int) -> str:
    # At most six places are named, so nothing needs the rule for the eleventh.
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number, "th")
    return f"{number}{ending}"


def _in_one_voice(
    searchable: SearchableSource, match: Match, parts: Sequence[Part], trailing: str
) -> Passage | Refusal:
    """The passage, if it cuts into no voice and all its parts lie in the same one."""
    source = searchable.source
    # Whose words they are does not depend on a full stop at their end.
    spans = tuple(_words_in(source, span) for span in _taken(match))
    holders = [source.voice_at(span) for span in spans]
    for holder, other in pairwise(holders):
        if holder != other:
            return Refusal(
                "cuts-into-voice",
                "the parts of this quotation are not the words of one voice",
                f"{_whose(holder)} and {_whose(other)}: quote each separately",
                spans,
            )
    contains = _contained(source, spans)
    if isinstance(contains, Refusal):
        return contains
    if not balanced("".join(span.of(source.text) for span in _taken(match))):
        return Refusal(
            "cuts-into-voice",
            "this quotation has one of two quotation marks of the source, without the other",
            "quote only what is between the two marks, or include both",
            spans,
        )
    # What the source itself has in brackets is its words too.
    bracketed = any(s.kind is SegmentKind.SOURCE_BRACKET for s in match.segments)
    taken = " ".join(span.of(source.text) for span in _taken(match)) if bracketed else ""
    return Passage(
        source.id,
        match.segments,
        match.paragraph,
        holders[0],
        contains,
        trailing,
        is_short(taken or words_of(parts)),
    )


def _contained(source: Source, spans: tuple[Span, ...]) -> tuple[Voice, ...] | Refusal:
    """The voices that lie whole among the words of some spans, unless one is cut into."""
    extent = Span(spans[0].start, spans[-1].end)
    contains = []
    for voice in source.voices:
        if voice.span.end <= extent.start or extent.end <= voice.span.start:
            continue
        said = _words_in(source, voice.span)
        met = [span for span in spans if span.meets(said)]
        if not met or any(voice.span.holds(span) for span in met):
            continue
        if not any(span.holds(said) for span in met):
            start = source.text[voice.span.start : voice.span.end]
            return Refusal(
                "cuts-into-voice",
                f"this quotation has only part of {_whose(voice)}, together with other words",
                f"quote that span whole, or stay inside it: “{_shorten(start)}”",
                spans,
            )
        contains.append(voice)
    return tuple(contains)


def _taken(match: Match) -> tuple[Span, ...]:
    """What a match takes of its source: its words, and a letter printed in the other case.

    “[t]he vote …” takes the whole of what somebody says, though its T is not printed. A bracket
    of the source is one with the words beside it.
    """
    taken: list[Segment] = []
    for s in match.segments:
        letter = s.kind is SegmentKind.INSERTION and s.span and len(s.span) == len(s.text) == 1
        segment = Segment(SegmentKind.WORDS, s.span) if letter else s
        last = taken[-1] if taken else None
        if last and {last.kind, segment.kind} in _BRACKETED and last.span and segment.span:
            taken[-1] = Segment(segment.kind, Span(last.span.start, segment.span.end))
        else:
            taken.append(segment)
    return Passage("", tuple(taken), match.paragraph).spans


def _words_in(source: Source, span: Span) -> Span:
    """A span without the punctuation and the white space at its ends."""
    start, end = span.start, span.end
    while start < end - 1 and not is_word(source.text[start]):
        start += 1
    while end - 1 > start and not is_word(source.text[end - 1]):
        end -= 1
    return Span(start, end)


def _whose(voice: Voice | None) -> str:
    if voice is None:
        return "the source's own words"
    if voice.speaker:
        return f"what {voice.speaker} says ({voice.kind})"
    return f"the words that the source gives as {voice.kind}"


def _shorten(words: str, most: int = 60) -> str:
    return words if len(words) <= most else f"{words[: most // 2]} … {words[-most // 2 :]}"
