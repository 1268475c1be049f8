"""The dates of events and facts: no more than their evidence says (docs/format.md, Dates)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from citebound.checks.bound_library import BoundLibrary, footnote_thing, quotation_things
from citebound.checks.event_status import status_finding
from citebound.checks.phrases import phrase_findings, unresolved_findings
from citebound.checks.plain_dates import plain_findings
from citebound.claims.evidence import Evidence
from citebound.dates import DateError, parse
from citebound.model import Briefing, Document, Event, Fact
from citebound.model.library import evidence_thing
from citebound.passages.answers import Bound
from citebound.problems import Problem, Thing

_FIRST_YEAR = 1000
"""Years are read in sources by their four digits."""


def dates(project: BoundLibrary) -> Iterator[Problem]:
    """Every date of an event or a fact is what its evidence bears out."""
    told = Counter(str(e.id) for briefing in project.library.briefings for e in briefing.events)
    for subject in project.library.subjects():
        bound = project.bindings[subject.path]
        for entry in subject.events if isinstance(subject, Briefing) else subject.facts:
            if entry.date is None:
                continue
            on = evidence_things(subject.document, bound, entry)
            findings = [*_date(project, entry, bound)]
            if not findings and isinstance(entry, Event):  # a wrong date may make a status wrong
                passages = (p for name in entry.evidence for p in bound.evidence(name))
                evidence = Evidence.of(passages, project.library)
                several = told[str(entry.id)] > 1 or len(evidence.sources) > 1
                status = status_finding(entry, evidence, several=several)
                findings = [status] if status else []
            yield from (found.resting_on(*on) for found in findings)


def evidence_things(document: Document, bound: Bound, entry: Event | Fact) -> list[Thing]:
    """What a finding rests on that says something of the evidence of an event or a fact."""
    things = [evidence_thing(entry.place)]
    for name in entry.evidence:
        indices = document.evidence_of(name)
        things += quotation_things(document, indices)
        if not bound.passages_of(indices):
            things.append(footnote_thing(document, name))
    return things


def _date(project: BoundLibrary, entry: Event | Fact, bound: Bound) -> Iterator[Problem]:
    given = entry.date
    assert given is not None
    sources = project.library.sources
    # A term is no evidence, and a source whose words may not be shown bears out no date.
    passages = tuple(
        passage
        for name in entry.evidence
        for passage in bound.evidence(name)
        if sources[passage.source].quotable
    )
    said = str(given.phrase if given.unresolved else given.edtf)
    if not passages:
        yield Problem(
            given.edtf.place,
            "date-not-in-evidence",
            f"no passage bears out {said}",
            "name a footnote that quotes the source",
        )
        return
    if given.unresolved:
        assert isinstance(entry, Event)
        yield from unresolved_findings(project, entry, bound, passages)
        return
    try:
        value = parse(given.edtf)
    except DateError as error:
        hint = "dates are EDTF: 2023-09-15, 2023-09, [2025..]"
        yield Problem(given.edtf.place, "bad-date", str(error), hint)
        return
    if any(moment.last.year < _FIRST_YEAR for moment in value.moments):
        hint = "leave the date out, and say in the text what the source says"
        if isinstance(entry, Event):
            hint = "give the words of the source, as no rule counts them: {phrase: in 476}"
        yield Problem(
            given.edtf.place,
            "bad-date",
            f"{given.edtf!s} has a year before {_FIRST_YEAR}; no such year is read in a source, "
            "where a number of three digits may count anything",
            hint,
        )
        return
    if given.phrase is not None:
        status = str(entry.status) if isinstance(entry, Event) else None
        yield from phrase_findings(project, given, value, passages, status=status)
        return
    yield from plain_findings(project, entry, given, value, passages)
