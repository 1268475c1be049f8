"""The text of a source on its page, as far as it may be read: each sentence with the places of
the passages that begin in it, whose words it holds, and what rests on it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, pairwise

from citebound.indexes import Indexes, QuotationEntry, SentenceCover, SourceEntry, Use
from citebound.model import VOICE_NAMES, Passage, Span, VoiceKind
from citebound.pages.page_writer import PageWriter
from citebound.passages.printed import fold_space
from citebound.shown.passage import PassageShown, VoiceShown, voice_shown
from citebound.shown.views import UseShown, use_shown

DEEPEST = 8
"""So many passages within one another are each an element of their own."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step through a sentence: a passage that ``begins`` (its anchor) or ``ends`` here, or
    words, with their voice where they are not the source's own.
    """

    begins: str = ""
    ends: bool = False
    text: str = ""
    voice: VoiceShown | None = None


@dataclass(frozen=True, slots=True)
class ShownSentence:
    """A sentence in the text. ``state`` is ``used``, ``aside``, ``neither`` or ``withheld``;
    ``places`` are the anchors of passages that begin in it and are no element of their own;
    ``voices`` are those of its words, the source's own left out.
    """

    number: int
    state: str
    reason: str
    places: tuple[str, ...]
    steps: tuple[Step, ...]
    voices: tuple[VoiceShown, ...]
    rests: bool


@dataclass(frozen=True, slots=True)
class Resting:
    """A sentence with the passages that have words of it, and all that rests on them, page by
    page.
    """

    number: int
    paragraph: int
    passages: tuple[PassageShown, ...]
    uses: tuple[UseShown, ...]


def paragraphs_shown(entry: SourceEntry, indexes: Indexes) -> list[tuple[int, list[ShownSentence]]]:
    """The paragraphs of a source by their numbers."""
    beginning: dict[Span, list[Passage]] = defaultdict(list)
    for quotation in entry.quotations:
        first = entry.source.sentences_in(quotation.passage.extent)[0]
        beginning[first.span].append(quotation.passage)
    using = _using(entry)
    paragraphs: dict[int, list[ShownSentence]] = {}
    for number, cover in enumerate(entry.coverage, 1):
        span = cover.sentence.span
        shown = _sentence(
            number, cover, beginning[span], entry, indexes, rests=bool(using.get(span))
        )
        paragraphs.setdefault(cover.sentence.paragraph, []).append(shown)
    return list(paragraphs.items())


def resting(entry: SourceEntry, writer: PageWriter) -> Iterator[Resting]:
    """What rests on each sentence that a passage has words of, in order."""
    using = _using(entry)
    for number, cover in enumerate(entry.coverage, 1):
        found = using.get(cover.sentence.span)
        if found:
            uses = _page_by_page(chain.from_iterable(q.uses for q in found))
            yield Resting(
                number,
                cover.sentence.paragraph,
                tuple(writer.show(q.passage) for q in found),
                tuple(map(use_shown, uses)),
            )


def kinds_in(paragraphs: Iterable[tuple[int, list[ShownSentence]]]) -> list[tuple[str, str]]:
    """The kinds of voices that are marked in a text, each in words."""
    shown = {v.kind for _, sentences in paragraphs for s in sentences for v in s.voices}
    return [(kind.value, VOICE_NAMES[kind]) for kind in VoiceKind if kind.value in shown]


def _using(entry: SourceEntry) -> Mapping[Span, list[QuotationEntry]]:
    """The passages that have words of each sentence, terms as well."""
    using: dict[Span, list[QuotationEntry]] = defaultdict(list)
    for quotation in entry.quotations:
        held = chain.from_iterable(map(entry.source.sentences_in, quotation.passage.spans))
        for span in dict.fromkeys(sentence.span for sentence in held):
            using[span].append(quotation)
    return using


def _page_by_page(uses: Iterable[Use]) -> Iterator[Use]:
    """Uses, each once, those of one page together."""
    pages: dict[str, dict[tuple[str, str, str], Use]] = defaultdict(dict)
    for use in uses:
        page = use.subject.address.partition("#")[0]
        pages[page].setdefault((use.kind, use.address, str(use.words)), use)
    return chain.from_iterable(found.values() for found in pages.values())


def _sentence(
    number: int,
    cover: SentenceCover,
    beginning: list[Passage],
    entry: SourceEntry,
    indexes: Indexes,
    *,
    rests: bool,
) -> ShownSentence:
    span = cover.sentence.span
    reason = str(cover.set_aside.reason) if cover.set_aside else ""
    if not entry.access.may_read(span):
        places = tuple(passage.anchor for passage in beginning)
        return ShownSentence(number, "withheld", reason, places, (), (), rests)
    nested, others = _nested(span, beginning)
    steps = tuple(_steps(span, nested, entry, indexes))
    state = "used" if cover.used_by else "aside" if cover.set_aside else "neither"
    voices = tuple(dict.fromkeys(step.voice for step in steps if step.voice))
    return ShownSentence(number, state, reason, others, steps, voices, rests)


def _nested(whole: Span, beginning: list[Passage]) -> tuple[list[Passage], tuple[str, ...]]:
    """The passages of a sentence that hold one another or stand apart, in the order in which they
    begin; and the anchors of the others, which cross one of these or leave the sentence.
    """
    nested: list[Passage] = []
    others: list[str] = []
    around: list[Span] = []
    for passage in sorted(beginning, key=lambda p: (p.extent.start, -p.extent.end, p.locus)):
        extent = passage.extent
        while around and around[-1].end <= extent.start:
            around.pop()
        if (around[-1] if around else whole).holds(extent) and len(around) < DEEPEST:
            around.append(extent)
            nested.append(passage)
        else:
            others.append(passage.anchor)
    return nested, tuple(others)


def _steps(
    whole: Span, nested: list[Passage], entry: SourceEntry, indexes: Indexes
) -> Iterator[Step]:
    """A sentence cut where passages and voices begin and end."""
    source = entry.source
    ends = [edge for p in nested for edge in (p.extent.start, p.extent.end)]
    ends += [edge for v in source.voices_in(whole) for edge in (v.span.start, v.span.end)]
    waiting = nested[::-1]
    around: list[Span] = []
    edges = sorted({whole.start, whole.end, *(e for e in ends if whole.start < e < whole.end)})
    for start, end in pairwise(edges):
        while waiting and waiting[-1].extent.start == start:
            passage = waiting.pop()
            around.append(passage.extent)
            yield Step(begins=passage.anchor)
        voice = source.voice_at(Span(start, end))
        words = source.text[start:end]
        yield Step(
            text=fold_space(words) if words.strip() else " ",
            voice=voice_shown(voice, indexes) if voice else None,
        )
        while around and around[-1].end == end:
            around.pop()
            yield Step(ends=True)
