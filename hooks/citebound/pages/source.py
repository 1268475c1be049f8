"""A source's page, and the list of sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from citebound.indexes import Indexes, SentenceCover, SourceEntry
from citebound.model import Passage, Source, Span
from citebound.pages.page import Page
from citebound.pages.page_writer import PageWriter
from citebound.passages.printed import fold_space
from citebound.shown.facts import SiteFacts
from citebound.shown.passage import (
    VoiceShown,
    date_words,
    only_from,
    original_address,
    voice_shown,
)
from citebound.shown.views import titled, use_shown
from citebound.text.sentences import has_no_stops

RIGHTS = {
    "full": "the whole text is published here, marked up",
    "passages": "only the sentences that hold cited words are published here",
    "metadata": "no words of it are published here",
}
"""What each state of the rights lets a reader see."""

BAR = 1000
"""The width of the coverage bar, in units of its view box."""


@dataclass(frozen=True, slots=True)
class TextStretch:
    """A stretch of a text: plain, or used by passages (``address`` leads to the longest)."""

    text: str
    address: str | None
    passages: int


@dataclass(frozen=True, slots=True)
class ShownSentence:
    """A sentence in the text. ``state`` is ``used``, ``aside``, ``neither`` or ``withheld``."""

    stretches: tuple[TextStretch, ...]
    state: str
    reason: str


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """A voice in the table of voices; words are "" where they may not be shown. ``tied`` are the
    words that a pronoun stands for, or that describe a speaker without a name.
    """

    voice: VoiceShown
    paragraph: int
    words: str
    cue: str
    tied: str
    because: str


def source_page(entry: SourceEntry, indexes: Indexes, facts: SiteFacts) -> Page:
    """The page of a source: what it is, how it is used, its passages in their order."""
    source = entry.source
    writer = PageWriter(source.address, str(source.title), indexes, facts, source.language)
    writer.block(
        "source_facts",
        source=source,
        published=date_words(source.published) if source.published else "",
        level=entry.access.level,
        rights=RIGHTS[entry.access.level],
        share=round(100 * entry.access.share),
        original=original_address(source),
        inferred=only_from(source),
    )
    writer.heading(2, "How to repeat the check", "check")
    writer.block("source_check", source=source, length=len(source.text))
    writer.heading(2, "Coverage", "coverage")
    writer.block("coverage", **_coverage(entry))
    writer.heading(2, "Passages", "passages")
    writer.block(
        "source_passages",
        quotable=entry.access.quotable,
        entries=[
            (writer.show(q.passage), [use_shown(use) for use in q.uses]) for q in entry.quotations
        ],
    )
    if source.voices:
        writer.heading(2, "Whose words", "voices")
        writer.block("voices", rows=list(_voices(entry, indexes)), language=source.language)
    if entry.access.quotable or entry.access.readable:
        whole = entry.access.whole
        writer.heading(2, "The text" if whole else "The passages in their text", "text")
        writer.block(
            "fulltext",
            paragraphs=_text(entry),
            language=source.language,
            whole=whole,
            preview=entry.access.more_than_published,
        )
    if entry.briefings:
        writer.heading(2, "Briefings that rest on it", "briefings")
        writer.block("links", links=[titled(briefing) for briefing in entry.briefings])
    about = f"{source.title}, {source.publisher}. " if source.publisher else f"{source.title}. "
    return writer.page("source", about + source.descriptor, edit=source.path or None)


def _readable(span: Span | None, entry: SourceEntry) -> str:
    """The words of a span; none where the sentences that hold it may not be read."""
    held = entry.source.sentences_in(span) if span else ()
    if span is None or not held or not all(s.span in entry.access.sentences for s in held):
        return ""
    return fold_space(span.of(entry.source.text))


def _coverage(entry: SourceEntry) -> dict[str, object]:
    total = sum(len(cover.sentence.span) for cover in entry.coverage) or 1
    at, bars, aside = 0, [], []
    for number, cover in enumerate(entry.coverage, 1):
        left = round(BAR * at / total, 1)
        at += len(cover.sentence.span)
        state = "used" if cover.used_by else "aside" if cover.set_aside else "neither"
        passages = len(cover.used_by)
        why = {
            "used": f"used by {passages} passage{'' if passages == 1 else 's'}",
            "aside": f"set aside: {cover.set_aside.reason if cover.set_aside else ''}",
            "neither": "neither used nor set aside",
        }
        told = f"sentence {number}, para. {cover.sentence.paragraph}: {why[state]}"
        bars.append({
            "x": left,
            "width": round(max(1.0, BAR * at / total - left - 1), 1),
            "state": state,
            "title": told,
        })  # fmt: skip
        if cover.set_aside is not None:
            words = _readable(cover.sentence.span, entry)
            aside.append((number, cover.sentence.paragraph, str(cover.set_aside.reason), words))
    used = sum(1 for cover in entry.coverage if cover.used_by)
    return {
        "bars": bars,
        "used": used,
        "aside": aside,
        "all": len(entry.coverage),
        "bar": BAR,
        "language": entry.source.language,
        "unstopped": _has_no_stops(entry.source),
    }


def _has_no_stops(source: Source) -> bool:
    """Whether a paragraph of it is one sentence because its script has no full stop. Of words
    that may not be read, the language tells.
    """
    if source.language.partition("-")[0] in ("th", "km", "lo"):
        return True
    return any(has_no_stops(paragraph.of(source.text)) for paragraph in source.paragraphs)


def _voices(entry: SourceEntry, indexes: Indexes) -> Iterator[VoiceRow]:
    for voice in sorted(entry.source.voices, key=lambda v: v.span):
        yield VoiceRow(
            voice_shown(voice, indexes),
            entry.source.paragraph_at(voice.span.start),
            _readable(voice.span, entry),
            _readable(voice.cue, entry),
            _readable(voice.antecedent or voice.described, entry),
            str(voice.because or ""),
        )


def _text(entry: SourceEntry) -> list[tuple[int, list[ShownSentence]]]:
    paragraphs: dict[int, list[ShownSentence]] = {}
    for cover in entry.coverage:
        sentence = cover.sentence
        state = "used" if cover.used_by else "aside" if cover.set_aside else "neither"
        if not entry.access.may_read(sentence.span):
            state = "withheld"
        shown = ShownSentence(
            () if state == "withheld" else tuple(_stretches(entry, cover)),
            state,
            str(cover.set_aside.reason) if cover.set_aside else "",
        )
        paragraphs.setdefault(sentence.paragraph, []).append(shown)
    return list(paragraphs.items())


def _stretches(entry: SourceEntry, cover: SentenceCover) -> Iterator[TextStretch]:
    """A sentence cut where passages begin and end, so that overlapping ones can be shown."""
    text, whole = entry.source.text, cover.sentence.span
    spans = [
        (Span(max(s.start, whole.start), min(s.end, whole.end)), q.passage)
        for q in cover.used_by
        for s in q.passage.spans
        if s.meets(whole)
    ]
    beginning: dict[int, list[tuple[Span, Passage]]] = defaultdict(list)
    for span, passage in spans:
        beginning[span.start].append((span, passage))
    edges = sorted({whole.start, whole.end, *(e for s, _ in spans for e in (s.start, s.end))})
    covering: list[tuple[Span, Passage]] = []
    for start, end in pairwise(edges):
        covering = [found for found in covering if found[0].end > start] + beginning[start]
        longest = max(covering, key=lambda found: (len(found[0]), found[1].locus), default=None)
        blank = not text[start:end].strip()
        yield TextStretch(
            " " if blank else fold_space(text[start:end]),
            # A link must have words.
            f"#{longest[1].anchor}" if longest and not blank else None,
            len(covering),
        )


def sources_page(indexes: Indexes, facts: SiteFacts) -> Page:
    """The list of sources, by title."""
    writer = PageWriter("sources/", "Sources", indexes, facts)
    entries = sorted(
        indexes.sources.values(), key=lambda e: (str(e.source.title).casefold(), e.source.id)
    )
    writer.block(
        "source_cards",
        cards=[
            {
                "source": entry.source,
                "level": entry.access.level,
                "published": date_words(entry.source.published) if entry.source.published else "",
                "passages": len(entry.quotations),
                "inferred": only_from(entry.source),
            }
            for entry in entries
        ],
    )
    return writer.page(
        "sources",
        "The archived sources that everything on this site rests on, with their quality and "
        "their coverage.",
        listed=True,
    )
