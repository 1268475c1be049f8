"""Changes of a quotation that an editor signs for: what they take out, add, or start after.

No list catches every limitation of a sentence: readers can always see what was cut. A language
without a list of qualifiers refuses cuts inside a sentence unless an editor signs for them.
"""

from __future__ import annotations

from collections.abc import Iterator

from citebound.model import Passage, Quotation, Segment, SegmentKind, Source, Span
from citebound.passages.ends import left_out_after
from citebound.passages.insertions import replaced, unknown_names
from citebound.passages.losses import cuts_into_a_sentence, loss_of
from citebound.passages.qualifier_words import figures_in, has_list, qualifiers_in
from citebound.passages.starts import left_out_before
from citebound.problems import Problem
from citebound.text.limiting import language_of

LONGEST = 8
"""The words that an insertion has at most, which is a rule of its own."""


def unsigned_change(passage: Passage, source: Source, quotation: Quotation) -> Problem | None:
    """The finding for what must be signed: a cut, an insertion or a start that leaves out a
    qualifier, or an insertion that adds a qualifier or a figure, or stands for one.
    """
    for message in (
        *_changes(passage, source),
        *left_out_before(passage, source),
        *left_out_after(passage, source),
    ):
        words = " ".join(quotation.typed.split())
        shown = words if len(words) <= 60 else words[:60].rsplit(" ", 1)[0]
        keep = "add it back" if message.startswith("the change") else "keep the source’s words"
        sign = (
            f"{keep}, or sign: "
            f'signed: [{{footnote: {quotation.footnote}, words: "{shown}", why: …, by: …}}]'
            if quotation.footnote
            else f"{keep}, or quote the words in a footnote that you sign for"
        )
        return Problem(quotation.place, "cut-qualifier", message, sign)
    return None


def unknown_name(passage: Passage, source: Source, quotation: Quotation) -> Problem | None:
    """The finding for a name that an insertion gives and the source does not; no signature makes
    it the source's.
    """
    for name in unknown_names(passage, source):
        return Problem(
            quotation.place,
            "unsupported-name",
            f"the insertion names {name}, which {source.id} names nowhere",
            "put in a name that this source has, or say it in your own words outside the marks",
        )
    return None


def _changes(passage: Passage, source: Source) -> Iterator[str]:
    """What cuts and insertions leave out or add."""
    for segment in passage.segments:
        if segment.kind in (SegmentKind.WORDS, SegmentKind.SOURCE_BRACKET):
            continue
        if segment.kind is SegmentKind.INSERTION:
            yield from _inserted(segment, source)
        if segment.span is None or len(segment.span) == len(segment.text) == 1:
            continue
        dropped = segment.span.of(source.text)
        language = language_of(dropped, source.language)
        if not has_list(language):
            if cuts_into_a_sentence(segment.span, source):
                yield (
                    f"there is no list of qualifiers for the language {source.language}: "
                    "a cut inside a sentence is refused until it is signed"
                )
            continue
        after = Span(segment.span.end, source.paragraphs[passage.paragraph - 1].end)
        found = qualifiers_in(dropped, source.language, after.of(source.text))
        if found:
            verb = "takes out" if segment.kind is SegmentKind.CUT else "replaces"
            yield (
                f"the change {verb} {', '.join(f'“{word}”' for word in found)}: "
                f"“{' '.join(dropped.split())}”"
            )
        elif segment.kind is SegmentKind.CUT and (loss := loss_of(segment, passage, source)):
            yield loss
    yield from replaced(passage, source)


def _inserted(segment: Segment, source: Source) -> Iterator[str]:
    """What an insertion adds, or a figure that it stands for."""
    dropped = segment.span.of(source.text) if segment.span else ""
    if len(segment.text) == len(dropped) == 1 or len(segment.text.split()) > LONGEST:
        return  # a letter in the other case, or refused for its length
    found = (*qualifiers_in(segment.text, source.language), *figures_in(segment.text))
    if found:
        yield f"the insertion adds {', '.join(f'“{word}”' for word in found)}: [{segment.text}]"
    if figures := figures_in(dropped):
        yield f"the insertion stands for the figure {', '.join(f'“{f}”' for f in figures)}"
