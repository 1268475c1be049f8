"""The check of our own sentences: each statement by each rule.

The rules are in :mod:`citebound.claims`; their tuple here is their table of contents.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from citebound.checks.bound_library import BoundLibrary
from citebound.claims.copied import copied
from citebound.claims.figures.rule import figures
from citebound.claims.known import Known
from citebound.claims.limits import limits
from citebound.claims.names import names
from citebound.claims.present_tense import present_tense
from citebound.claims.speakers import speakers
from citebound.claims.statements import Statement, of_library
from citebound.problems import Problem, Thing

Rule = Callable[[Statement, Known], Iterator[Problem]]
"""A rule: from a statement of ours, and what is known of the project, to findings."""

RULES: tuple[Rule, ...] = (
    figures,
    names,
    speakers,
    limits,
    present_tense,
    copied,
)


def own_sentences(project: BoundLibrary) -> Iterator[Problem]:
    """What our own sentences claim stands in their evidence."""
    known = Known(project.library)
    for statement in of_library(project.library, project.bindings):
        for rule in RULES:
            for problem in rule(statement, known):
                yield _at_its_word(problem).resting_on(*statement.rests_on)


def _at_its_word(problem: Problem) -> Problem:
    """A warning about a word of which another rule says that it is wrong says no more."""
    place = problem.place
    word = Thing("word", place.path, f"{place.line}:{place.column}")
    return problem.explaining(word) if problem.severity == "error" else problem.resting_on(word)
