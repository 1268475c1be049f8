"""Checks of what front matter claims: sources, judgements, events, dates, facts, review."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citebound.checks.bound_library import BoundLibrary, footnote_thing, quotation_things
from citebound.checks.phrases import phrase_findings, quoted_words
from citebound.dates import DateError, Edtf, digits_in, parse
from citebound.model import Briefing, Document, Event, EventDate, Fact, Passage, Source, Text
from citebound.model.library import evidence_thing
from citebound.passages.answers import Bound
from citebound.problems import EVERYTHING, Problem, Thing, did_you_mean

_PLAIN_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_A_DAY = "a day is written 2026-11-30"


def sources(project: BoundLibrary) -> Iterator[Problem]:
    """A briefing's sources are there, and it is not older than they are."""
    known = project.known_sources()
    for briefing in project.library.briefings:
        for name in briefing.sources:
            if name not in known:
                yield Problem(
                    name.place,
                    "unknown-source",
                    f"there is no source {name!s}",
                    did_you_mean(name, known),
                )
        written = _day(briefing.date)
        if isinstance(written, Problem):
            yield written
            continue
        if written is None:
            continue
        for name in briefing.sources:
            source = project.library.sources.get(name)
            published = _published(source) if source else None
            if published is not None and written.upper < published.lower:
                yield Problem(
                    briefing.date.place,
                    "written-before-source",
                    f"the briefing is dated {briefing.date!s}, before {name!s} was published "
                    f"({published.text})",
                    "date: is the day on which the briefing was written",
                )

        for correction in briefing.corrections:
            day = _day(correction.date)
            if isinstance(day, Edtf) and day.upper < written.lower:
                yield Problem(
                    correction.date.place,
                    "corrected-before-written",
                    f"the correction is dated {correction.date!s}, before the briefing was "
                    f"written ({briefing.date!s})",
                    "date: is the day on which it was corrected",
                )


def _day(text: Text) -> Edtf | Problem | None:
    """A day, a finding, or ``None`` where none is given (which is a finding elsewhere)."""
    if not text:
        return None
    try:
        day = parse(text)
    except DateError as error:
        return Problem(text.place, "bad-date", str(error), _A_DAY)
    if not _PLAIN_DAY.fullmatch(text):
        return Problem(text.place, "bad-date", f"{text!s} is not a day", _A_DAY)
    return day


def _published(source: Source) -> Edtf | None:
    """When a source was published, as far as it is known; what cannot be read has its finding."""
    try:
        return parse(source.published) if source.published else None
    except DateError:
        return None


def own_dates(project: BoundLibrary) -> Iterator[Problem]:
    """The days of corrections, reviews and removals are dates."""
    for subject in project.library.subjects():
        dates = [subject.gone.date] if subject.gone else []
        if isinstance(subject, Briefing):
            dates += [correction.date for correction in subject.corrections]
            dates += [subject.review.date] if subject.review else []
        for text in dates:
            found = _day(text)
            if isinstance(found, Problem):
                yield found


def ids(project: BoundLibrary) -> Iterator[Problem]:
    """No two judgements of a briefing, and no two of its events, have one id."""
    for briefing in project.library.briefings:
        for what, named in (
            ("judgement", [j.id for j in briefing.judgements]),
            ("event", [e.id for e in briefing.events]),
        ):
            seen: set[str] = set()
            for name in named:
                if name in seen:
                    yield Problem(
                        name.place,
                        "same-address",
                        f"a second {what} has the id {name!s}",
                        "an id is an address: give this one another id",
                    )
                seen.add(name)


def events(project: BoundLibrary) -> Iterator[Problem]:
    """Actors are known, references lead to an event, and one event has one date and status."""
    defined: dict[str, tuple[Briefing, Event]] = {}
    for briefing in project.library.briefings:
        for event in briefing.events:
            for actor in event.actors:
                if actor not in project.library.actors:
                    yield Problem(
                        actor.place,
                        "unknown-actor",
                        f"there is no actor {actor!s}",
                        did_you_mean(actor, project.library.actors),
                    )
            if event.ref:
                continue
            if event.id not in defined:
                defined[event.id] = (briefing, event)
                continue
            other_briefing, other = defined[event.id]
            if other_briefing is not briefing:
                yield from _twice(event, other_briefing, other)
    for briefing in project.library.briefings:
        for event in briefing.events:
            found = defined.get(event.id)
            # What is published cannot lean on what is not.
            public = project.public.bindings
            missing = found is None or (briefing.path in public and found[0].path not in public)
            if event.ref and missing:
                yield Problem(
                    event.id.place,
                    "unknown-event",
                    f"no briefing defines the event {event.id!s}",
                    did_you_mean(event.id, defined),
                ).resting_on(EVERYTHING)


def _twice(event: Event, other_briefing: Briefing, other: Event) -> Iterator[Problem]:
    if not (event.date and other.date and event.status and other.status):
        return  # what is missing has its finding
    same = (event.date.edtf, event.status) == (other.date.edtf, other.status)
    if same or event.status == other.status == "disputed":
        return
    yield Problem(
        event.id.place,
        "event-twice",
        f"{other_briefing.path} gives the event {event.id!s} another date or status",
        f"write ref: {event.id} to add to it; or status: disputed in both",
    )


def dates(project: BoundLibrary) -> Iterator[Problem]:
    """Every date of an event or a fact is what its evidence bears out."""
    for subject in project.library.subjects():
        for entry in subject.events if isinstance(subject, Briefing) else subject.facts:
            if entry.date is None:
                continue
            try:
                value = parse(entry.date.edtf)
            except DateError as error:
                yield Problem(
                    entry.date.edtf.place,
                    "bad-date",
                    str(error),
                    "dates are EDTF: 2023-09-15, 2023-09, [2025..]",
                )
                continue
            document, bound = subject.document, project.bindings[subject.path]
            passages = bound.passages_of(i for n in entry.evidence for i in document.evidence_of(n))
            on = _evidence_things(document, bound, entry)
            found = _date(project, entry.date, value, passages)
            yield from (problem.resting_on(*on) for problem in found)


def _evidence_things(document: Document, bound: Bound, entry: Event | Fact) -> list[Thing]:
    """What a finding rests on that says something of the evidence of an event or a fact."""
    things = [evidence_thing(entry.place)]
    for name in entry.evidence:
        indices = document.evidence_of(name)
        things += quotation_things(document, indices)
        if not bound.passages_of(indices):
            things.append(footnote_thing(document, name))
    return things


def _date(
    project: BoundLibrary, given: EventDate, value: Edtf, passages: tuple[Passage, ...]
) -> Iterator[Problem]:
    if not passages:
        yield Problem(
            given.edtf.place,
            "date-not-in-evidence",
            f"no passage bears out {given.edtf!s}",
            "name a footnote that quotes the source",
        )
        return
    source = project.library.sources[passages[0].source]
    if given.phrase is None:
        said = any(digits_in(value, quoted_words(project, passage)) for passage in passages)
        one = len({project.library.sources[passage.source].published for passage in passages}) == 1
        if not said and not (one and _undated(value, source)):
            yield Problem(
                given.edtf.place,
                "date-not-in-evidence",
                f"the evidence does not say {given.edtf!s}",
                f"give the source's phrase: {{edtf: {given.edtf}, phrase: …, counted_from: "
                f"published}}; or, where it gives no date: [..{source.published}]",
            )
        return
    yield from phrase_findings(project, given, value, passages)


def _undated(value: Edtf, source: Source) -> bool:
    """``[..published]``: the source gives no date, only that it was before it was written."""
    return bool(source.published) and value.text.replace(" ", "") == f"[..{source.published}]"


def reviews(project: BoundLibrary) -> Iterator[Problem]:
    """A reviewer is listed by name."""
    for briefing in project.library.briefings:
        if briefing.review and briefing.review.by not in project.library.settings.reviewers:
            yield Problem(
                briefing.review.by.place,
                "unknown-reviewer",
                f"{briefing.review.by!s} is not listed in briefings/reviewers.yml",
                did_you_mean(briefing.review.by, project.library.settings.reviewers)
                or "add the name under reviewers:",
            ).explaining(Thing("field", briefing.path, "review"))
