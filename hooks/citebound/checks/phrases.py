"""The phrase of a date, in the evidence and by the closed list (docs/format.md, Dates).

It is in the evidence whole, on word edges and as the source writes it, except that the first
letter of a sentence may be in the other case. What comes after it in the source counts as well,
even where the quotation ends before: “in September 2019” is not “in September”.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from citebound.checks.bound_library import BoundLibrary
from citebound.dates import (
    COUNTED_FORWARD,
    DateError,
    Edtf,
    digits_in,
    disagreement,
    meaning,
    parse,
    resolve,
    rule_of,
)
from citebound.dates.counting import MONTHS, Rule
from citebound.model import Event, EventDate, Passage, Source, Span, Text
from citebound.passages.answers import Bound
from citebound.passages.bounded_dates import bounds_of_event
from citebound.passages.matching import occurrences
from citebound.problems import Problem
from citebound.text.edges import is_edge, is_word
from citebound.text.folding import Folded, fold

_YEAR_AFTER = regex.compile(
    rf"(?:(?:,? (?:and|or|to)|,| ?[–—-]) ?(?:in )?(?:{'|'.join(MONTHS)})(?!\p{{L}}))*+"
    r",? ?\(?(?:in |of )?(?:\d{4}(?![\p{L}\p{N}])"
    r"|(?:last|next|this|the (?:past|same|previous|preceding|following|coming)) year(?!\p{L}))"
)
"""A year, in figures or in words, directly after a phrase or after further months."""

_HAS_YEAR = regex.compile(r"(?<![\p{L}\p{N}])(?:\d{4}|year)(?![\p{L}\p{N}])")


_ANY = parse("2000-01-01")
"""A date to count from for phrases that are counted from none."""


def phrase_findings(
    project: BoundLibrary,
    given: EventDate,
    value: Edtf,
    passages: tuple[Passage, ...],
    *,
    forward: bool,
) -> Iterator[Problem]:
    """What is wrong with a date that is given with its phrase; ``forward`` is for what was still
    to come.
    """
    phrase = given.phrase
    assert phrase is not None
    rule = _rule_in_evidence(project, phrase, passages)
    if isinstance(rule, Problem):
        yield rule
    elif not rule.counted:
        yield from _uncounted(given, value, phrase)
    else:
        origin = _counted_from(project, given, passages)
        if isinstance(origin, Problem):
            yield origin
        else:
            yield from _disagreeing(given, value, phrase, origin, forward=forward)


def _rule_in_evidence(
    project: BoundLibrary, phrase: Text, passages: tuple[Passage, ...]
) -> Rule | Problem:
    """The rule that counts a phrase of the evidence, or why there is none."""
    sources = project.library.sources
    if not any(in_evidence(phrase, passage, sources[passage.source]) for passage in passages):
        return _not_there(phrase)
    return rule_of(phrase) or Problem(
        phrase.place,
        "date-phrase",
        f"no rule says what date this phrase means: {phrase!s}",
        "the page “Phrases of dates” of the documentation lists the phrases; use one exactly as it "
        "is listed, or give the date as the evidence gives it, or keep the phrase alone: "
        f"{{phrase: {phrase}}}",
    )


def _counted_from(
    project: BoundLibrary, given: EventDate, passages: tuple[Passage, ...]
) -> Edtf | Problem:
    """The date that a phrase is counted from, or why there is none."""
    if given.counted_from is None:
        return Problem(
            given.edtf.place,
            "missing-field",
            "the date has no counted_from",
            "add counted_from: published, or a date that the evidence gives",
        )
    place = given.counted_from.place
    is_published = given.counted_from == "published"
    published = {project.library.sources[passage.source].published for passage in passages}
    if is_published and len(published) > 1:
        return Problem(
            place,
            "date-phrase",
            "the sources of this evidence were published on different days",
            "name only the footnote that has the phrase",
        )
    try:
        origin = parse(published.pop() if is_published else given.counted_from)
    except DateError as error:
        return Problem(place, "bad-date", f"counted_from: {error}", "counted_from: published")
    words = (quoted_words(project, passage) for passage in passages)
    if not is_published and not digits_in(origin, " ".join(words)):
        return Problem(
            place,
            "date-not-in-evidence",
            f"the evidence does not say {given.counted_from!s}",
            "counted_from: published, or a date that the evidence gives",
        )
    return origin


def _disagreeing(
    given: EventDate, value: Edtf, phrase: Text, origin: Edtf, *, forward: bool
) -> Iterator[Problem]:
    """What is wrong with a date that is not what its phrase says, counted from another."""
    resolved = resolve(phrase, origin, forward=forward)
    if resolved is None:
        yield Problem(
            phrase.place,
            "date-phrase",
            f"“{phrase}” cannot be counted from {origin.text}",
            "give the date as the evidence gives it, or count from a more precise one",
        )
        return
    differs = disagreement(value, resolved)
    if differs is not None:
        yield Problem(
            given.edtf.place,
            "date-disagrees",
            differs,
            f"“{phrase}”, counted from {origin.text}, is {resolved.text}: "
            f"{meaning(phrase, forward=forward)}",
        )


def _uncounted(given: EventDate, value: Edtf, phrase: Text) -> Iterator[Problem]:
    """What is wrong with a date whose phrase says it without another."""
    if given.counted_from is not None:
        yield Problem(
            given.counted_from.place,
            "date-phrase",
            f"“{phrase}” is counted from nothing",
            "leave counted_from out",
        )
    resolved = resolve(phrase, _ANY)
    differs = disagreement(value, resolved) if resolved else None
    if resolved and differs is not None:
        hint = f"“{phrase}” is {resolved.text}"
        yield Problem(given.edtf.place, "date-disagrees", differs, hint)


def unresolved_findings(
    project: BoundLibrary, event: Event, bound: Bound, passages: tuple[Passage, ...]
) -> Iterator[Problem]:
    """What is wrong with a date that is a phrase alone, which is for those that no rule counts."""
    assert event.date is not None
    phrase = event.date.phrase
    assert phrase is not None
    sources = project.library.sources
    if not any(in_evidence(phrase, passage, sources[passage.source]) for passage in passages):
        yield _not_there(phrase)
        return
    rule = rule_of(phrase)
    published = sources[passages[0].source].published
    if rule is not None:
        forward = event.status in COUNTED_FORWARD
        try:
            resolved = resolve(phrase, parse(published), forward=forward)
        except DateError:
            resolved = None
        counted = ", counted_from: published" if rule.counted else ""
        edtf = resolved.text if resolved else "…"
        yield Problem(
            phrase.place,
            "date-phrase",
            f"a rule says what date this phrase means: {meaning(phrase, forward=forward)}",
            f"write {{edtf: {edtf}, phrase: {phrase}{counted}}}",
        )
    elif event.status and bounds_of_event(event, bound, project.library) is None:
        yield Problem(
            phrase.place,
            "date-phrase",
            f"neither a rule nor the status ({event.status}) says when “{phrase}” is",
            "give a date that the evidence gives, or another status",
        )


def _not_there(phrase: Text) -> Problem:
    return Problem(
        phrase.place,
        "date-phrase",
        f"the phrase is not in the evidence: {phrase!s}",
        "copy it from the passage that the event rests on, with the year if one follows",
    )


def quoted_words(project: BoundLibrary, passage: Passage) -> str:
    """The words of a passage, as the source has them."""
    text = project.library.sources[passage.source].text
    return " … ".join(span.of(text) for span in passage.spans)


def in_evidence(phrase: str, passage: Passage, source: Source) -> bool:
    """Whether a phrase is in the words that a passage quotes."""
    paragraph = source.paragraphs[passage.paragraph - 1]
    folded = fold(paragraph.of(source.text))
    wanted = fold(phrase).text.strip(" ")
    for at in _places(folded.text, wanted):
        end = at + len(wanted)
        span = folded.span(at, end)
        whole = Span(paragraph.start + span.start, paragraph.start + span.end)
        if not any(quoted.holds(whole) for quoted in passage.spans):
            continue
        if not (folded.text.startswith(wanted, at) or _begins(source, paragraph, folded, at)):
            continue
        if _HAS_YEAR.search(wanted) or not _YEAR_AFTER.match(folded.text, end):
            return True
    return False


def _places(text: str, wanted: str) -> Iterator[int]:
    """Where a phrase is on word edges, its first letter in either case."""
    for words in {wanted, wanted[:1].swapcase() + wanted[1:]} if wanted else ():
        for at in occurrences(text, words):
            if is_edge(text, at) and is_edge(text, at + len(words)):
                yield at


def _begins(source: Source, paragraph: Span, folded: Folded, at: int) -> bool:
    """Whether a sentence begins at a place of a paragraph, be it one in quotation marks."""
    before = folded.text[:at]
    if before.endswith("'"):
        return True
    words_from = next((n for n in range(at) if is_word(before[-1 - n])), at)
    start = paragraph.start + folded.origin(at - words_from)
    end = paragraph.start + folded.origin(at)
    return any(start <= sentence.span.start <= end for sentence in source.sentences)
