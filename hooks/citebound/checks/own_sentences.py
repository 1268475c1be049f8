"""The check of our own sentences: each statement by each rule.

The rules are in :mod:`citebound.claims`; their tuple here is their table of contents.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from citebound.checks.bound_library import BoundLibrary
from citebound.checks.review import signed_digests, statements
from citebound.claims.copied import copied
from citebound.claims.figures.rule import figures
from citebound.claims.known import Known
from citebound.claims.limits import limits
from citebound.claims.names import names
from citebound.claims.number_signs import number_signs
from citebound.claims.present_tense import present_tense
from citebound.claims.speakers import speakers
from citebound.claims.statements import Statement, of_library
from citebound.claims.terms_said import terms_said
from citebound.claims.unborne_words import unborne_words
from citebound.problems import Place, Problem, word_at

Rule = Callable[[Statement, Known], Iterator[Problem]]
"""A rule: from a statement of ours, and what is known of the project, to findings."""

RULES: tuple[Rule, ...] = (
    figures,
    number_signs,
    names,
    speakers,
    terms_said,
    unborne_words,
    limits,
    present_tense,
    copied,
)


def own_sentences(project: BoundLibrary) -> Iterator[Problem]:
    """What our own sentences claim stands in their evidence."""
    answered = _answered(project)
    every = tuple(of_library(project.library, project.bindings))
    # One rule after the other takes a fifth less time than one statement after the other.
    for rule in RULES:
        for statement in every:
            for problem in rule(statement, project.known):
                if (
                    problem.severity == "error"
                    or (statement.place, problem.code, " ".join(problem.message.split()))
                    not in answered
                ):
                    yield _at_its_word(problem).resting_on(*statement.rests_on)


def _answered(project: BoundLibrary) -> frozenset[tuple[Place, str, str]]:
    """The warnings that a reviewer has answered, by the place of their statement, their code and
    their words; an answer holds for as long as its statement is what the fingerprint covers.
    """
    found: set[tuple[Place, str, str]] = set()
    for briefing in project.library.briefings:
        if briefing.review is None or not briefing.review.answers:
            continue
        asked: dict[str, set[tuple[str, str]]] = {}
        for one in briefing.review.answers:
            asked.setdefault(str(one.statement), set()).add((str(one.asked), str(one.question)))
        covered = signed_digests(briefing.review)
        for signed in statements(
            briefing, project.bindings[briefing.path], project.library.sources
        ):
            if signed.digest in covered:
                questions = asked.get(signed.digest, ())
                found.update((place, *each) for place in signed.covers for each in questions)
    return frozenset(found)


def _at_its_word(problem: Problem) -> Problem:
    """A warning about a word of which another rule says that it is wrong says no more."""
    word = word_at(problem.place)
    return problem.explaining(word) if problem.severity == "error" else problem.resting_on(word)
