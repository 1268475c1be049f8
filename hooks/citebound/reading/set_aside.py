"""What of a source is set aside, and why: sentences, whole paragraphs, all headings
(docs/format.md, Coverage).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from citebound.model import SetAside, Source, Span, Text
from citebound.problems import beginning_of
from citebound.reading.fields import Fields
from citebound.text.headings import headings_of

MOST_COMPARED = 20
"""So many sentences that are not the source's are compared with all that are."""

HEADINGS = ("all",)
"""Which headings an entry may set aside."""

RANGE = re.compile(r"([1-9][0-9]{0,5})(?:\s*[-–]\s*([1-9][0-9]{0,5}))?")
"""One paragraph, or the first and the last of several."""

_ENTRY = "{sentence: …, reason: …}, {para: 10-14, reason: …} or {headings: all, reason: …}"


def set_aside_of(fields: Fields, source: Source) -> tuple[SetAside, ...]:
    """Each sentence of a source that is set aside, once, in the order of the entries; headings as
    such last, where no other entry has them.
    """
    found: dict[Span, SetAside] = {}
    headings: list[SetAside] = []
    sentences = _Sentences(source)
    for entry in fields.maps("set_aside", "an entry of set_aside", _ENTRY):
        reason = entry.text("reason", needed=True) or Text("")
        alone = entry.text("sentence")
        listed = entry.word("headings", HEADINGS)
        where = entry.text("para")
        entry.close()
        if alone is None and listed is None and where is None:
            if not any(key in entry.values for key in ("sentence", "headings", "para")):
                entry.report(
                    entry.place, "missing-field", "an entry of set_aside says what it is", _ENTRY
                )
            continue
        if listed is not None:
            if alone is not None or where is not None:
                entry.report(
                    entry.place, "set-aside", "all headings are an entry of their own", _ENTRY
                )
            headings += _headings(entry, listed, source, reason)
            continue
        spans = (
            sentences.named(entry, alone, where)
            if alone is not None
            else _paragraphs(entry, where, source)
        )
        for span in spans:
            if span in found:
                _report_twice(entry, span, source)
            else:
                found[span] = SetAside(span, reason, entry.place)
    for one in headings:
        found.setdefault(one.span, one)
    return tuple(found.values())


def _headings(entry: Fields, listed: Text, source: Source, reason: Text) -> Iterator[SetAside]:
    """The sentences that are headings."""
    spans = headings_of(source.text, source.paragraphs, source.sentences)
    if not spans:
        entry.report(
            listed.place, "set-aside", "no paragraph of the text is a heading", "leave it out"
        )
    for span in spans:
        for sentence in source.sentences_in(span):
            yield SetAside(sentence.span, reason, entry.place, heading=True)


def _paragraphs(entry: Fields, where: Text | None, source: Source) -> Iterator[Span]:
    """The sentences of the paragraphs that are named, if there are such paragraphs."""
    if where is None:
        return
    read = RANGE.fullmatch(where)
    if read is None:
        entry.report(where.place, "wrong-type", "para names no paragraphs", "such as 9 or 10-14")
        return
    first, last = int(read[1]), int(read[2] or read[1])
    if not first <= last <= len(source.paragraphs):
        entry.report(
            where.place,
            "set-aside",
            f"there are no paragraphs {where!s}: the source has {len(source.paragraphs)}"
            if first <= last
            else f"the paragraphs {where!s} end before they begin",
            "count the paragraphs of text.txt from 1",
        )
        return
    for sentence in source.sentences:
        if first <= sentence.paragraph <= last:
            yield sentence.span


def _report_twice(entry: Fields, span: Span, source: Source) -> None:
    entry.report(
        entry.place,
        "set-aside",
        f"this sentence is set aside twice: “{beginning_of(span.of(source.text))}”",
        "name each sentence in one entry",
    )


class _Sentences:
    """The sentences of a source by their words."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.slips = 0
        self.whole: dict[str, list[Span]] = {}
        for known in source.sentences:
            self.whole.setdefault(_plain(known.span.of(source.text)), []).append(known.span)

    def named(self, entry: Fields, sentence: Text, where: Text | None) -> Iterable[Span]:
        """The one sentence that has these words, in the paragraph that is named if one is."""
        if where is not None and not (RANGE.fullmatch(where) and where.isdecimal()):
            entry.report(
                where.place, "wrong-type", "para is not the number of a paragraph", "such as 9"
            )
            return ()
        spans = [
            span
            for span in self.whole.get(_plain(sentence), ())
            if where is None or self.source.paragraph_at(span.start) == int(where)
        ]
        if len(spans) == 1:
            return spans
        # It explains what it probably meant; but with many slips there is no end to comparing.
        self.slips += 1
        likely = _like(_plain(sentence), self.whole) if self.slips <= MOST_COMPARED else []
        how = "occurs more than once in" if spans else "is not a whole sentence of"
        copied = "copy the whole sentence from text.txt"
        if likely:
            copied += f": “{_plain(likely[0].of(self.source.text))}”"
        entry.report(
            sentence.place,
            "set-aside",
            f"this {how} the source: “{sentence!s}”",
            "add para: the number of its paragraph" if spans else copied,
        )
        meant = (thing for span in spans or likely for thing in self.source.things_at(span))
        entry.problems[-1] = entry.problems[-1].explaining(*meant)
        return ()


def _plain(words: str) -> str:
    return " ".join(words.split())


def _like(words: str, whole: Mapping[str, list[Span]]) -> list[Span]:
    """The sentences of a source that some words are a part of, or else are most like."""
    holding = [known for known in whole if words in known or known in words]
    close = holding or get_close_matches(words, whole, 1)
    return [span for known in close for span in whole[known]]
