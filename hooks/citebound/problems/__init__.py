"""Findings: a place, a code, a sentence and a hint; and how they are printed."""

from citebound.problems.codes import CODES
from citebound.problems.problem import (
    NOWHERE,
    Checked,
    Place,
    Problem,
    Severity,
    did_you_mean,
)

__all__ = ["CODES", "NOWHERE", "Checked", "Place", "Problem", "Severity", "did_you_mean"]
