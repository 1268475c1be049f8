"""Findings: a place, a code, a sentence and a hint; and how they are printed."""

from citebound.problems.codes import CODES
from citebound.problems.problem import (
    EVERYTHING,
    NOWHERE,
    Checked,
    Place,
    Problem,
    Severity,
    Thing,
    actor_meant,
    beginning_of,
    did_you_mean,
    one_of,
    word_at,
)

__all__ = [
    "CODES",
    "EVERYTHING",
    "NOWHERE",
    "Checked",
    "Place",
    "Problem",
    "Severity",
    "Thing",
    "actor_meant",
    "beginning_of",
    "did_you_mean",
    "one_of",
    "word_at",
]
