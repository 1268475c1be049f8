"""Checks of what front matter says in words: text fields and signatures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from citebound.checks.bound_library import BoundLibrary, quotation_things
from citebound.markup.fields import read_field
from citebound.model import Briefing, Subject, Text
from citebound.passages.repeats import repeatable
from citebound.problems import Problem


def texts(project: BoundLibrary) -> Iterator[Problem]:
    """Text fields are plain words, and words in quotation marks in them are bound in the body."""
    site_terms = project.library.settings.terms
    for subject in project.library.subjects():
        said = repeatable(subject, project.bindings[subject.path], site_terms)
        for text in words_of_ours(subject):
            field = read_field(text)
            yield from field.problems
            for quotation in field.pieces:
                if isinstance(quotation, str) or said.holds(quotation):
                    continue
                if quotation.fault is not None:
                    yield quotation.fault.explaining(quotation.thing)
                words = quotation.typed
                yield Problem(
                    quotation.place,
                    "loose-quotation",
                    f"front matter quotes words that the text does not bind: “{words}”",
                    "say it in your own words, or quote and cite the same words in the text, "
                    "with the same cuts and insertions",
                ).resting_on(quotation.thing, *said.alike(quotation))


def words_of_ours(subject: Subject) -> Iterator[Text]:
    """The fields of a subject that hold words of ours."""
    if isinstance(subject, Briefing):
        yield from (subject.title, subject.summary, *subject.gaps)
        yield from (judgement.text for judgement in subject.judgements)
        yield from (event.title for event in subject.events)
        for correction in subject.corrections:
            yield from (correction.was, correction.now, correction.why)
    else:
        yield from (fact.text for fact in subject.facts)


def signatures(project: BoundLibrary) -> Iterator[Problem]:
    """A signature belongs to a footnote whose cut needs it."""
    duplicates: dict[tuple[str, str], int] = defaultdict(int)
    for subject in project.library.subjects():
        bound = project.bindings[subject.path]
        for signature in subject.signed:
            key = (subject.path, str(signature.footnote))
            duplicates[key] += 1
            indices = subject.document.evidence_of(signature.footnote)
            if duplicates[key] == 1 and any(bound[i].signed for i in indices):
                continue
            unused = Problem(
                signature.footnote.place,
                "unused-signature",
                f"no cut in [^{signature.footnote}] needs a signature",
                "remove the signature",
            )
            again = duplicates[key] > 1
            on = () if again else quotation_things(subject.document, indices)
            yield unused.resting_on(*on)
