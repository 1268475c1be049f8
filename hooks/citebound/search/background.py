"""The index under the local preview: made after each build, in a thread; the last one wins.

An edit is seen at once; the search follows some seconds later. Until then the page searches
the index of the build before and says that it is behind.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from pathlib import Path

from citebound.problems import Place, Problem
from citebound.search.bundle import FOLDER, STATE, Files
from citebound.search.index import Index, no_index, put_index
from citebound.search.postings import as_json

Make = Callable[[], Index]
Tell = Callable[[tuple[Problem, ...]], None]

_STATE = f"{FOLDER}/{STATE}"


class Preview:
    """The index of a preview, from build to build."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._builds = 0
        self._before: Files = no_index()

    def start(self, make: Make, site_folder: Path, tell: Tell) -> threading.Thread:
        """Put the index of the build before into the new site, and begin to ``make`` the next.

        ``tell`` is called with what is wrong, once the index is made, unless a later build
        has begun by then.
        """
        with self._lock:
            self._builds += 1
            build = self._builds
            put_index(_behind(self._before), site_folder)
        work = threading.Thread(
            target=self._make, args=(build, make, site_folder, tell), daemon=True
        )
        work.start()
        return work

    def _make(self, build: int, make: Make, site_folder: Path, tell: Tell) -> None:
        try:
            index = make()
            with self._lock:
                if build != self._builds:
                    return
                if index.files:
                    self._before = index.files
                    put_index(index.files, site_folder)
            problems = index.problems
        except Exception as error:  # noqa: BLE001, nobody else sees what is raised in a thread
            problems = (_failed(error),)
        if build == self._builds:
            tell(problems)


def _failed(error: Exception) -> Problem:
    return Problem(
        Place(FOLDER),
        "search-index",
        f"The search index was not made: {type(error).__name__}: {error}.",
        "save a file again; if it happens again, it is a fault of ours",
    )


def _behind(files: Files) -> Files:
    """The files of an index that no longer matches the site; they say so."""
    told = json.loads(files[_STATE])
    if told["state"] != "current":
        return files
    return {**files, _STATE: as_json(told | {"state": "behind"})}


_preview = Preview()


def start_background_index(make: Make, site_folder: Path, tell: Tell) -> threading.Thread:
    """Begin the index of a preview's build, in a thread of its own."""
    return _preview.start(make, site_folder, tell)
