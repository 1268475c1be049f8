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
from citebound.problems import Problem

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
                yield problem.resting_on(*statement.rests_on)
