"""``citebound check``: every finding, for people and for programs."""

from __future__ import annotations

import argparse

from citebound import __version__
from citebound.commands.output import CANNOT, FOUND, HOLDS, say, say_data
from citebound.commands.root import project_root
from citebound.problems.printing import as_github, as_json, as_sarif, as_text, summary
from citebound.publish import Verified, verify


def run_check(options: argparse.Namespace) -> int:
    """Print every finding, and give the exit status."""
    verified = verify(project_root(options.root))
    problems = verified.problems
    if options.form == "json":
        say_data(as_json(verified.checked, problems))
    elif options.form == "sarif":
        say_data(as_sarif(problems, __version__))
    elif problems:
        say(as_github(problems) if options.form == "github" else as_text(problems))
    if options.form in ("text", "github"):
        say(summary(verified.checked, verified.problems))
    return status_of(verified)


def status_of(verified: Verified) -> int:
    """The exit status that the findings of a project make."""
    if not (verified.checked.sources and verified.checked.briefings):
        return CANNOT
    if any(problem.severity == "error" for problem in verified.problems):
        return FOUND
    return CANNOT if verified.checked.nothing else HOLDS
