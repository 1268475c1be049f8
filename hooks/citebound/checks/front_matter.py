"""Checks of what front matter says in words: text fields and signatures."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.checks.bound_library import BoundLibrary, quotation_things
from citebound.markup.fields import read_field
from citebound.model import Briefing, Signature, Subject, Text
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
        for judgement in subject.judgements:
            yield judgement.text
            yield from (text for _, text in judgement.reasons)
        for event in subject.events:
            yield event.title
            yield from (party.reading for party in event.parties if party.reading)
        for correction in subject.corrections:
            yield from (correction.was, correction.now, correction.why)
    else:
        yield from (fact.text for fact in subject.facts)


def signatures(project: BoundLibrary) -> Iterator[Problem]:
    """A signature belongs to one quotation of a footnote, and that quotation needs it."""
    for subject in project.library.subjects():
        bound, document = project.bindings[subject.path], subject.document
        taken: set[int] = set()
        for signature in subject.signed:
            indices = document.evidence_of(signature.footnote)
            meant = [i for i in indices if signature.covers(document.quotations[i])]
            needing = [i for i in meant if bound[i].signed]
            if len(needing) == 1 and needing[0] not in taken:
                taken.add(needing[0])
                continue
            again = bool(taken.intersection(needing))
            on = () if again or not meant else quotation_things(document, meant)
            yield _unneeded(signature, len(needing)).resting_on(*on)


def _unneeded(signature: Signature, needing: int) -> Problem:
    """The finding for a signature that is one too many, or says not which change it is for."""
    name, words = signature.footnote, signature.words
    if needing > 1:
        return Problem(
            name.place,
            "unused-signature",
            f"{needing} quotations in [^{name}] need a signature: this does not say which is meant",
            "name the one: words: “…”, with words that no other has",
        )
    what = f"no change in [^{name}] needs a signature"
    if words is not None:
        what = f"no quotation in [^{name}] with the words “{words}” needs a signature"
    return Problem(name.place, "unused-signature", what, "remove the signature")
