"""The phrase of a date, in the evidence and by the closed list (docs/format.md, Dates)."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.checks.bound_library import BoundLibrary
from citebound.checks.phrase_frames import framed_findings
from citebound.checks.phrase_places import in_evidence, of_that_year, quoted_words
from citebound.dates import (
    COUNTED_FORWARD,
    DateError,
    Edtf,
    counts_on,
    digits_in,
    disagreement,
    meaning,
    parse,
    resolve,
    rule_of,
)
from citebound.dates.counting import Rule
from citebound.dates.relative import phrases_in
from citebound.model import Event, EventDate, Passage, Text
from citebound.passages.answers import Bound
from citebound.passages.bounded_dates import bounds_of_event
from citebound.problems import Problem

_ANY = parse("2000-01-01")
"""A date to count from for phrases that are counted from none."""


def phrase_findings(
    project: BoundLibrary,
    given: EventDate,
    value: Edtf,
    passages: tuple[Passage, ...],
    *,
    status: str | None,
) -> Iterator[Problem]:
    """What is wrong with a date that is given with its phrase. What was still to come by its
    ``status`` is counted forward; of an unknown one, "", nothing is counted.
    """
    phrase = given.phrase
    assert phrase is not None
    rule = _rule_in_evidence(project, phrase, passages)
    if isinstance(rule, Problem):
        yield rule
    elif not rule.counted:
        yield from _uncounted(given, value, phrase)
    elif rule.of_evidence and given.counted_from == "published":
        yield Problem(
            given.edtf.place,
            "date-phrase",
            f"“{phrase}” is not counted from the day on which the source was published",
            "counted_from: a date that the evidence gives",
        )
    elif given.counted_from == "published" and of_that_year(project, phrase, passages):
        yield Problem(
            phrase.place,
            "date-phrase",
            f"the source goes on to date “{phrase}” by a year that it has named",
            "counted_from: a month or day of that year that the evidence gives; or the year alone",
        )
    else:
        origin = _counted_from(project, given, passages)
        if isinstance(origin, Problem):
            yield origin
        else:
            of_evidence = given.counted_from != "published"
            onward = status in COUNTED_FORWARD or (of_evidence and counts_on(value, origin))
            found = [*_disagreeing(given, value, phrase, origin, forward=onward, status=status)]
            yield from found
            if not found:
                yield from framed_findings(project, given, value, origin, passages)


def _rule_in_evidence(
    project: BoundLibrary, phrase: Text, passages: tuple[Passage, ...]
) -> Rule | Problem:
    """The rule that counts a phrase of the evidence, or why there is none."""
    sources = project.library.sources
    if not any(in_evidence(phrase, passage, sources[passage.source]) for passage in passages):
        return _not_there(phrase)
    return rule_of(phrase) or _no_rule(project, phrase, passages)


def _no_rule(project: BoundLibrary, phrase: Text, passages: tuple[Passage, ...]) -> Problem:
    """That no rule counts a phrase, with the longest part of it that one counts."""
    sources = project.library.sources
    parts = (" ".join(part.words.split()) for part in phrases_in(phrase))
    known = [
        part
        for part in parts
        if any(in_evidence(part, passage, sources[passage.source]) for passage in passages)
    ]
    accepted = "a shorter part of the phrase that a rule knows is accepted"
    named = f": phrase: {max(known, key=len)}" if known else ""
    return Problem(
        phrase.place,
        "date-phrase",
        f"no rule says what date this phrase means: {phrase!s}",
        f"{accepted}{named}; the page “Phrases of dates” of the documentation lists the phrases; "
        "use one exactly as it is listed, or give the date as the evidence gives it, or keep the "
        f"phrase alone: {{phrase: {phrase}}}",
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
    given: EventDate,
    value: Edtf,
    phrase: Text,
    origin: Edtf,
    *,
    forward: bool,
    status: str | None,
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
    if differs is not None and status != "":
        after = meaning(phrase, forward=not forward)
        other = resolve(phrase, origin, forward=not forward)
        also = ""
        if given.counted_from != "published" and other is not None and other != resolved:
            also = f"; or {other.text}: {after}"
        elif status and other is not None and other != resolved:
            also = f", because the status is {status}"
        yield Problem(
            given.edtf.place,
            "date-disagrees",
            differs,
            f"“{phrase}”, counted from {origin.text}, is {resolved.text}: "
            f"{meaning(phrase, forward=forward)}{also}",
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
        if rule.of_evidence:
            resolved, counted = None, ", counted_from: …"
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
