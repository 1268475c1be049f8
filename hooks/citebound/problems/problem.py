"""A finding is a value with a place; nothing is raised for a user's mistake.

A :class:`Problem` says where, what, and what to do about it. Problems are
collected by every step, sorted once, and printed in one place
(:mod:`citebound.problems.printing`), so that an editor meets all of them in one run.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from citebound.problems.codes import CODES

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a file of the project.

    ``path`` is relative to the project's root, with forward slashes; ``line``
    and ``column`` count from 1, the column in code points of the decoded line.
    """

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


NOWHERE = Place("", 1, 1)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding: a place, a code, one plain sentence, and a hint; ``paste`` are lines that an
    editor may copy into a file as they are.

    The order of the fields is the order of a report: by file, line, column,
    then code.
    """

    place: Place
    code: str
    message: str
    hint: str = ""
    severity: Severity = "error"
    paste: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise ValueError(f"unknown problem code: {self.code}")


@dataclass(frozen=True, slots=True)
class Checked:
    """How many of each a run has checked. With none of one of the first three, it has
    proved nothing.
    """

    sources: int = 0
    briefings: int = 0
    quotations: int = 0
    actors: int = 0
    events: int = 0

    @property
    def nothing(self) -> bool:
        """Whether there was nothing to check."""
        return not (self.sources and self.briefings and self.quotations)


MANY = 400
"""Of more known words than this, only those that begin as a word does are compared with it."""

LISTED = 20
"""The most known words that a hint names."""


def did_you_mean(word: str, known: Collection[str]) -> str:
    """A hint that names what was probably meant, or what there is to choose from."""
    likely = known if len(known) <= MANY else [k for k in known if k[:2] == word[:2]][:MANY]
    close = difflib.get_close_matches(word, sorted(likely), n=1, cutoff=0.6)
    if close:
        return f"did you mean {close[0]}?"
    some = ", ".join(sorted(known)[:LISTED]) if len(known) <= MANY else ""
    if not some:
        return f"there are {len(known)} to choose from" if known else ""
    more = len(known) - LISTED
    return f"one of: {some}" + (f", and {more} more" if more > 0 else "")
