"""The lines of a project's files, for the findings about them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from citebound.problems import Problem
from citebound.reading.files import read_bytes


def lines_of(root: Path) -> Callable[[Problem], str | None]:
    """What gives the line of the file that a finding is about, or ``None`` where there is none.
    Each file is read once.
    """

    @cache
    def lines(path: str) -> list[str]:
        # As everything is read: no link is followed, and no device opened.
        data, _ = read_bytes(root, root / path)
        if data is None:
            return []
        try:
            return data.decode("utf-8-sig").replace("\r\n", "\n").split("\n")
        except UnicodeDecodeError:
            return []

    def line_of(problem: Problem) -> str | None:
        found = lines(problem.place.path) if problem.place.path else []
        return found[problem.place.line - 1] if 0 < problem.place.line <= len(found) else None

    return line_of
