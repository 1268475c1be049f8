"""A source's page, and the list of sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from citebound.indexes import Indexes, SourceEntry
from citebound.model import GRADES, Source, Span
from citebound.pages.page import Page
from citebound.pages.page_writer import PageWriter
from citebound.pages.source_text import kinds_in, paragraphs_shown, resting
from citebound.passages.printed import fold_space
from citebound.shown.facts import SiteFacts
from citebound.shown.passage import (
    VoiceShown,
    date_words,
    only_from,
    original_address,
    voice_shown,
)
from citebound.shown.views import titled
from citebound.shown.worth import ABOUT, grade_words
from citebound.text.languages import language_name
from citebound.text.sentences import has_no_stops

RIGHTS = {
    "full": "The whole text is published here, marked up.",
    "passages": "Only the sentences that hold cited words are published here.",
    "metadata": "No words of it are published here.",
}
"""What each state of the rights lets a reader see."""

SHOWN = {"full": "shown whole", "passages": "shown in part", "metadata": "not shown"}
"""The same on the card of a source."""

BAR = 1000
"""The width of the coverage bar, in units of its view box."""


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
    """The page of a source: its text, what it is worth, what rests on it, and how that is known."""
    source, access = entry.source, entry.access
    published = date_words(source.published) if source.published else ""
    writer = PageWriter(source.address, str(source.title), indexes, facts, source.language)
    writer.block("source_head", source=source, published=published, grade=grade_words(source))
    if access.quotable or access.readable:
        _text(entry, writer)
    writer.heading(2, ABOUT, "about")
    writer.block(
        "source_facts",
        source=source,
        published=published,
        grade=GRADES[source.grade.mark] if source.grade else "",
        language=language_name(source.language),
        rights=RIGHTS[access.level],
        share=round(100 * access.share),
        original=original_address(source),
        inferred=only_from(source),
        replaces=indexes.library.sources.get(source.replaces or ""),
    )
    if entry.briefings:
        writer.heading(2, "Briefings that rest on it", "briefings")
        writer.block("links", links=[titled(briefing) for briefing in entry.briefings])
    writer.heading(2, "What rests on each sentence", "passages")
    writer.block("source_passages", quotable=access.quotable, sentences=[*resting(entry, writer)])
    if source.voices:
        writer.heading(2, "Whose words", "voices")
        writer.block("voices", rows=list(_voices(entry, indexes)), language=source.language)
    writer.heading(2, "Coverage", "coverage")
    writer.block("coverage", **_coverage(entry))
    writer.heading(2, "How to repeat the check", "check")
    writer.block("source_check", source=source, length=len(source.text))
    about = f"{source.title}, {source.publisher}. " if source.publisher else f"{source.title}. "
    return writer.page("source", about + source.descriptor, edit=source.path or None)


def _text(entry: SourceEntry, writer: PageWriter) -> None:
    """The text of a source, as far as it may be read."""
    whole = entry.access.whole
    paragraphs = paragraphs_shown(entry, writer.indexes)
    writer.heading(2, "The text" if whole else "The passages in their text", "text")
    writer.block(
        "fulltext",
        paragraphs=paragraphs,
        kinds=kinds_in(paragraphs),
        language=entry.source.language,
        whole=whole,
        unused=any(s.state == "neither" for _, sentences in paragraphs for s in sentences),
        unvoiced=entry.source.coverage == "used",
        preview=entry.access.more_than_published,
    )


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
            "neither": "not used here",
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
        "unused": len(entry.coverage) - used - len(aside),
        "unvoiced": entry.source.coverage == "used" and used + len(aside) < len(entry.coverage),
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
                "shown": SHOWN[entry.access.level],
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
