"""The search index of a site, made in memory.

:func:`make_index` is what an edition is made with, once :mod:`citebound.proof.search_index` has
read it back; nothing is written to the disk. Where Pagefind is missing the site is whole without
it: the search page says that search is off and leads to the plain indexes; under ``CI`` that is an
error.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field

from citebound.problems import Place, Problem, Severity
from citebound.search.bundle import FOLDER, STATE, Files, Labels, entry, finish, state_file
from citebound.search.engine import EngineFailedError, EngineMissingError, find_engine, run
from citebound.search.packing import DamagedError
from citebound.search.record import Record


@dataclass(frozen=True, slots=True)
class Index:
    """The files of a search index by their addresses in the site, and what is wrong with it.

    With an error among the problems there are no files.
    """

    files: Files = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def make_index(records: Sequence[Record], labels: Labels) -> Index:
    """The index of some records. ``labels`` are what the values of a facet are called."""
    try:
        program = find_engine()
    except EngineMissingError as error:
        severity: Severity = "error" if in_ci() else "warning"
        missing = Problem(
            Place(f"{FOLDER}/{STATE}"), "search-off", f"Search is off: {error}.",
            "the site has its plain indexes", severity,
        )  # fmt: skip
        return Index(no_index("off"), (missing,))
    try:
        files = finish(run(program, [entry(record) for record in records]), records, labels)
    except (EngineFailedError, DamagedError, OSError, LookupError, ValueError) as error:
        failed = Problem(
            Place(FOLDER), "search-index", f"The search index was not made: {error}.",
            "build again; if it happens again, it is a fault of ours or of Pagefind",
        )  # fmt: skip
        return Index(problems=(failed,))
    return Index(in_site(files))


def no_index(state: str) -> dict[str, bytes]:
    """The files that say that there is no index, ``off`` or still ``behind``. The empty script is
    there so that a browser that asks for both at once meets no error.
    """
    told = state_file({"state": state, "records": 0})
    return in_site({STATE: told, "pagefind.js": b"export {};\n"})


def in_site(files: Files) -> dict[str, bytes]:
    """The files of an index by their addresses in the site."""
    return {f"{FOLDER}/{path}": files[path] for path in sorted(files)}


def in_ci() -> bool:
    """Whether a build server builds."""
    return os.environ.get("CI", "").lower() not in ("", "0", "false")
