"""The search index of a site: written, read back, and only then put in its place.

``write_index`` is what a build calls. Where Pagefind is missing the site is whole without it:
the search page says that search is off and leads to the plain indexes; under ``CI`` that is
a finding.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from citebound.indexes.entries import Indexes
from citebound.pages.facts import SiteFacts
from citebound.problems import Place, Problem, Severity
from citebound.search.bundle import FOLDER, STATE, entry, finish, write_state
from citebound.search.engine import EngineFailedError, EngineMissingError, find_engine, run
from citebound.search.packing import DamagedError
from citebound.search.records import labels, records
from citebound.search.verify import check_addresses, check_index


def write_index(
    indexes: Indexes, site_folder: Path, facts: SiteFacts, *, finished: Path | None = None
) -> tuple[Problem, ...]:
    """Index what is published into ``site_folder/pagefind/``, and read it back.

    Answers what is wrong: nothing may be published with an error among it. A missing
    engine is a warning, and an error where ``CI`` is set; the site then says that search is off.
    ``finished`` is the site whose pages the results lead to, where it is another folder.
    """
    target = site_folder / FOLDER
    try:
        program = find_engine()
    except EngineMissingError as error:
        no_index(target, "off")
        severity: Severity = "error" if in_ci() else "warning"
        place = Place(f"{FOLDER}/{STATE}")
        return (
            Problem(place, "search-off", f"Search is off: {error}.",
                    "the site has its plain indexes", severity),
        )  # fmt: skip
    found = records(indexes, facts)
    called = labels(indexes)
    # Below the site, so that whoever clears a killed build away takes this with it. It is not
    # hidden, for MkDocs leaves hidden files when it cleans a site.
    with tempfile.TemporaryDirectory(prefix=f"{FOLDER}-next-", dir=site_folder) as aside:
        folder = Path(aside) / FOLDER
        try:
            run(program, [entry(record) for record in found], folder)
            finish(folder, found, called)
        except (EngineFailedError, DamagedError, OSError, StopIteration) as error:
            return (
                Problem(Place(FOLDER), "search-index", f"The search index was not made: {error}.",
                        "build again; if it stays, it is a fault of ours or of Pagefind"),
            )  # fmt: skip
        problems = (
            *check_index(folder, found, called, indexes.library.sources),
            *check_addresses(finished or site_folder, found),
        )
        if not problems:
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(folder, target)
    return tuple(sorted(problems))


def no_index(target: Path, state: str) -> None:
    """Say that there is no index, ``off`` or still ``behind``. The empty script is there so
    that a browser that asks for both at once meets no error.
    """
    shutil.rmtree(target, ignore_errors=True)
    write_state(target, {"state": state, "records": 0})
    (target / "pagefind.js").write_text("export {};\n", encoding="utf-8")


def in_ci() -> bool:
    """Whether a build server builds."""
    return os.environ.get("CI", "").lower() not in ("", "0", "false")
