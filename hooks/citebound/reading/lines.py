"""The lines of a project's files, for the findings about them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from citebound.problems import Problem


def lines_of(root: Path) -> Callable[[Problem], str | None]:
    """What gives the line of the file that a finding is about, or ``None`` where there is none.
    Each file is read once.
    """

    @cache
    def lines(path: str) -> list[str]:
        try:
            return (root / path).read_bytes().decode("utf-8").split("\n")
        except (OSError, ValueError):
            return []

    def line_of(problem: Problem) -> str | None:
        found = lines(problem.place.path)
        return found[problem.place.line - 1] if 0 < problem.place.line <= len(found) else None

    return line_of
