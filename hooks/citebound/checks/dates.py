"""The dates of events and facts: no more than their evidence says (docs/format.md, Dates)."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.checks.bound_library import BoundLibrary, footnote_thing, quotation_things
from citebound.checks.phrases import phrase_findings, quoted_words
from citebound.dates import DateError, Edtf, digits_in, parse
from citebound.model import Briefing, Document, Event, EventDate, Fact, Passage, Source
from citebound.model.library import evidence_thing
from citebound.passages.answers import Bound
from citebound.problems import Problem, Thing


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
            on = evidence_things(document, bound, entry)
            found = _date(project, entry.date, value, passages)
            yield from (problem.resting_on(*on) for problem in found)


def evidence_things(document: Document, bound: Bound, entry: Event | Fact) -> list[Thing]:
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
