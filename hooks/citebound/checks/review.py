"""Review: what a named person signed, and whether it still stands.

"The words are there" is what the machine proved. "The words support this sentence" is
what a reviewer signs with ``citebound sign``. The fingerprint covers every sentence
of a briefing, its judgements and the passages they rest on, each by a short digest, so
that a later change can be named sentence by sentence.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from citebound.checks.bound_library import BoundLibrary
from citebound.model import Briefing, EventActor, EventDate, Passage, Text
from citebound.model.wording import Wording
from citebound.passages.answers import Bound
from citebound.problems import NOWHERE, Place, Problem, Thing, did_you_mean

_DIGITS = 10
"""Hexadecimal digits of each statement's digest: 40 bits, enough to notice a change."""


def statements(briefing: Briefing, bound: Bound) -> Iterator[tuple[str, Place]]:
    """What a reviewer signs: each statement with its passages, as one text, and its place."""
    document = briefing.document

    def of(names: tuple[str, ...]) -> tuple[Passage, ...]:
        return bound.passages_of(index for name in names for index in document.evidence_of(name))

    yield _statement(_typed(briefing.title), ()), briefing.title.place
    summary = _statement(_typed(briefing.summary), of(briefing.summary_rests_on))
    yield summary, briefing.summary.place
    for judgement in briefing.judgements:
        word = judgement.likelihood or judgement.confidence or ""
        said = f"{_typed(judgement.text)} ({word})"
        said += "".join(f"; {name}: {_typed(text)}" for name, text in judgement.reasons)
        yield _statement(said, of(judgement.rests_on)), judgement.place
    for event in briefing.events:
        date = _date_typed(event.date) if event.date else ""
        who = ", ".join(map(_party, event.parties))
        words = f"{_typed(event.title)} ({date}, {event.status}; {who})"
        yield _statement(words, of(event.evidence)), event.place
    for gap in briefing.gaps:
        yield _statement(_typed(gap), ()), gap.place
    for sentence in document.sentences:
        own = bound.passages_of(sentence.quotations)
        words = sentence.span.of(document.text)
        yield _statement(words, (*own, *of(sentence.references))), sentence.place


def _date_typed(date: EventDate) -> str:
    """A date; one whose phrase no rule counts has no other words."""
    return str(date.phrase) if date.unresolved else str(date.edtf)


def _party(party: EventActor) -> str:
    reading = f": {_typed(party.reading)}" if party.reading else ""
    return f"{party.actor} {party.role}{reading}".strip()


def _typed(text: Text) -> str:
    """What the editor wrote, and the reviewer signed."""
    return text.typed if isinstance(text, Wording) else str(text)


def _statement(words: str, passages: tuple[Passage, ...]) -> str:
    return " ".join(words.split()) + "\n" + "\n".join(p.identity for p in passages)


def _digest(statement: str) -> str:
    return hashlib.sha256(statement.encode()).hexdigest()[:_DIGITS]


def fingerprint(briefing: Briefing, bound: Bound) -> str:
    """The fingerprint of a briefing: the digests of its statements, in order."""
    return "".join(_digest(statement) for statement, _ in statements(briefing, bound))


def changes(briefing: Briefing, bound: Bound) -> tuple[tuple[str, Place], ...]:
    """The statements that are new or changed since the review, and their places; one
    without a place for each that is gone.
    """
    if briefing.review is None:
        return ()
    signed = briefing.review.fingerprint
    known = [signed[i : i + _DIGITS] for i in range(0, len(signed), _DIGITS)]
    changed = []
    for statement, place in statements(briefing, bound):
        digest = _digest(statement)
        if digest in known:
            known.remove(digest)
        else:
            changed.append((statement.partition("\n")[0], place))
    if not changed:
        changed += [("", NOWHERE)] * len(known)
    return tuple(changed)


def state(briefing: Briefing, bound: Bound) -> str:
    """``unsigned``, ``signed``, or ``changed`` since it was signed."""
    if briefing.review is None:
        return "unsigned"
    return "changed" if changes(briefing, bound) else "signed"


def reviewed(project: BoundLibrary) -> Iterator[Problem]:
    """What was reviewed is what is published; a warning names each sentence that is not."""
    for briefing in project.library.briefings:
        review = briefing.review
        if review is None:
            continue
        for words, place in changes(briefing, project.bindings[briefing.path]):
            what = f"changed since {review.by} reviewed it: {words[:80]}" if words else (
                f"a sentence that {review.by} reviewed is gone"
            )  # fmt: skip
            yield Problem(
                review.by.place if place is NOWHERE else place,
                "changed-since-review",
                what,
                "have it reviewed again: citebound sign BRIEFING --as NAME",
                "warning",
            ).resting_on(Thing("field", briefing.path, "review"))


def reviewers(project: BoundLibrary) -> Iterator[Problem]:
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
