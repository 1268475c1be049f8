"""The sources of a briefing are those that it cites."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.checks.bound_library import BoundLibrary
from citebound.problems import Problem, did_you_mean


def known(project: BoundLibrary) -> Iterator[Problem]:
    """Each source that a briefing names is there."""
    there = project.known_sources()
    for briefing in project.library.briefings:
        for name in briefing.sources:
            if name not in there:
                yield Problem(
                    name.place,
                    "unknown-source",
                    f"there is no source {name!s}",
                    did_you_mean(name, there),
                )
