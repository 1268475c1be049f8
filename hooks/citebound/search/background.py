"""The index under the local preview: made after each build, aside, the last one wins.

An edit is seen at once; the search follows some seconds later. Until then the page searches
the index of the build before and says that it is behind.
"""

from __future__ import annotations

import atexit
import json
import shutil
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

from citebound.indexes.entries import Indexes
from citebound.pages.facts import SiteFacts
from citebound.problems import Problem
from citebound.search.bundle import FOLDER, STATE, write_state
from citebound.search.index import no_index, write_index
from citebound.writing.aside import FolderAside

Tell = Callable[[tuple[Problem, ...]], None]


class Preview:
    """The index of a preview, from build to build, until it is closed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._builds = 0
        self._kept = FolderAside(Path(tempfile.gettempdir()) / "citebound-preview")

    def close(self) -> None:
        """Clear away what was kept."""
        self._kept.close()

    @property
    def _before(self) -> Path:
        return self._kept.path / FOLDER

    def start(
        self, indexes: Indexes, site_folder: Path, facts: SiteFacts, tell: Tell
    ) -> threading.Thread:
        """Put the index of the build before into the new site, and begin the next.

        ``tell`` is called with what is wrong, once the index is made, unless a later build
        has begun by then.
        """
        with self._lock:
            self._builds += 1
            build = self._builds
            self._put_back(site_folder / FOLDER)
        work = threading.Thread(
            target=self._make, args=(build, indexes, site_folder, facts, tell), daemon=True
        )
        work.start()
        return work

    def _put_back(self, target: Path) -> None:
        shutil.rmtree(target, ignore_errors=True)
        if not self._before.is_dir():
            no_index(target, "behind")
            return
        shutil.copytree(self._before, target)
        told = json.loads((target / STATE).read_text(encoding="utf-8"))
        if told["state"] == "current":
            write_state(target, told | {"state": "behind"})

    def _make(
        self, build: int, indexes: Indexes, site_folder: Path, facts: SiteFacts, tell: Tell
    ) -> None:
        with tempfile.TemporaryDirectory(dir=self._kept.path) as aside:
            next_site = Path(aside)
            problems = write_index(indexes, next_site, facts, finished=site_folder)
            with self._lock:
                if build != self._builds:
                    return
                made = next_site / FOLDER
                if made.is_dir():
                    shutil.rmtree(self._before, ignore_errors=True)
                    shutil.copytree(made, self._before)
                    target = site_folder / FOLDER
                    shutil.rmtree(target, ignore_errors=True)
                    shutil.copytree(made, target)
        tell(problems)


_preview: list[Preview] = []


def start_background_index(
    indexes: Indexes, site_folder: Path, facts: SiteFacts, tell: Tell
) -> threading.Thread:
    """Begin the index of a preview's build, in a thread of its own."""
    if not _preview:
        _preview.append(Preview())
        atexit.register(_preview[0].close)
    return _preview[0].start(indexes, site_folder, facts, tell)
