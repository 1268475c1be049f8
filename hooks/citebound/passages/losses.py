"""What a cut takes from the words that it leaves: a limit of those before it, a condition, what a
pronoun after it stands for, or a part of a phrase.

“Promised to […] killing” for *to stop killing* and “shot […] 20 hostages” for *shot one of 20
hostages* take out no word that limits, and say something else. So a cut within a sentence is
signed unless it takes out a whole phrase (:mod:`citebound.passages.whole_phrases`).
"""

from __future__ import annotations

import regex

from citebound.model import Passage, Segment, Source, Span
from citebound.passages.ends import limit_after
from citebound.passages.fronted import condition_before, unreal_before
from citebound.passages.qualifier_words import plain
from citebound.passages.verbs import FICTION, PAST, PRONOUN
from citebound.passages.whole_phrases import LANGUAGES, Cut, is_free
from citebound.text.limiting import language_of
from citebound.text.patterns import Pattern

_REACH = 400
"""How many characters of a sentence are looked at on either side of a cut."""

_DETERMINER = r"(?:the|an?|all|any|this|that|these|those|his|her|its|their|both|some|no)"
_CONDITION = Pattern(
    rf"\s*[,(—–]?\s*(?P<word>assuming|supposing|(?:were|had|should)\s+(?:{PRONOUN}|{_DETERMINER})"
    rf"|once\s+(?:{PAST}|\p{{L}}+(?:en|wn)))\b[^,;()—–]*+[,)—–]?\s*\Z",
    regex.IGNORECASE,
)
"""A condition between two commas."""

_WOULD = Pattern(r"\b(?:will|would|can|could|may|might|shall|should|must)\b")
_TALE = Pattern(rf"\b{FICTION}\b", regex.IGNORECASE)
_NOT_ONLY = Pattern(r"not\s+only(?:\s+[^,;]*\bbut(?:\s+also)?)?", regex.IGNORECASE)
_BUT = Pattern(r"\bbut\b", regex.IGNORECASE)
_REFERS = Pattern(
    r"[\s“«\"'‘(—–-]*(?P<word>he|she|they|his|her|their|it|its|these|those|this|он|она|они|оно|его|её"
    r"|ее|их|это|эт(?:от|а|и))(?![\p{L}\p{M}])",
    regex.IGNORECASE,
)
"""What stands for somebody or something said before it."""


def loss_of(cut: Segment, passage: Passage, source: Source) -> str | None:
    """The message for a cut that must be signed though it takes out no qualifier and nobody who
    acts; ``None`` where it is free.
    """
    span = cut.span
    sentences = source.sentences_in(span) if span else ()
    if span is None or not sentences:
        return None
    dropped = " ".join(span.of(source.text).split())
    first, last = sentences[0].span, sentences[-1].span
    language = language_of(dropped, source.language)
    before = plain(
        source.text[max(first.start, span.start - _REACH) : max(first.start, span.start)]
    )
    if before.strip() and (limit := limit_after(before, _part(first, span, source), language)):
        return f"the change takes out “{limit}”, which limits what is before it: “{dropped}”"
    end = source.paragraphs[passage.paragraph - 1].end
    if span.start < last.start or last.end <= span.end:
        following = source.text[span.end : min(end, span.end + _REACH)]
        if refers := _REFERS.match(following):
            return (
                f"the change takes out a sentence before “{refers['word']}”, which may then stand "
                f"for something else: “{dropped}”"
            )
    if last.end <= span.end:
        return None  # what follows is a sentence of its own
    part = _part(last, span, source)
    begins = max(last.start, span.start - _REACH)
    around = Cut(
        plain(source.text[begins : max(begins, span.start)]),
        part,
        plain(source.text[span.end : min(last.end, span.end + _REACH)]),
        _kept_until(cut, passage) - span.end,
    )
    if turned := _turned(around, language):
        return f"the change takes out “{turned}”, which turns what is left: “{dropped}”"
    if _not_only(around) or is_free(around, language):
        return None
    if language not in LANGUAGES:
        return (
            f"a cut inside a sentence of this language is refused until it is signed: “{dropped}”"
        )
    return (
        "the change takes out a part of a phrase, so that what is left may say something else: "
        f"“{dropped}”"
    )


def _part(sentence: Span, cut: Span, source: Source) -> str:
    """The words of a sentence that a cut takes out."""
    return plain(source.text[max(sentence.start, cut.start) : min(sentence.end, cut.end)])


def _kept_until(cut: Segment, passage: Passage) -> int:
    """Where the words of the quotation end that follow a cut."""
    following = passage.segments[passage.segments.index(cut) + 1 :]
    return next((s.span.end for s in following if s.span is not None), 0)


def _not_only(cut: Cut) -> bool:
    """Whether *not only … but* is taken out, or its first half: what it is of stays so."""
    return (
        _NOT_ONLY.fullmatch(cut.dropped.strip()) is not None
        and (_BUT.search(cut.dropped) or _BUT.search(cut.after)) is not None
    )


def _turned(cut: Cut, language: str) -> str | None:
    """A condition or a tale that a phrase is which is cut out whole."""
    if language != "en":
        return None
    if _WOULD.search(cut.after) and (found := _CONDITION.match(cut.dropped)):
        return " ".join(found["word"].split())
    if tale := _TALE.search(cut.dropped):
        return " ".join(tale.group().split())
    if cut.before.strip():
        return None
    fronted = cut.dropped.rstrip() + " "
    return condition_before(fronted, cut.after, language) or unreal_before(fronted, cut.after)
