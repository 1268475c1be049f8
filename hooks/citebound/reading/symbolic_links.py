"""Symbolic links, and whatever else in a project's folders is neither file nor folder.

A site builder copies every file of ``docs/`` and follows links on the way, so a link there
could publish the whole of a source of which only passages may be shown. None is followed,
wherever it leads: one rule for all is easy to remember, and a link that is
harmless today leads elsewhere tomorrow. Hidden names are passed over, as
the site builder passes over them: some text editors keep a link of that sort next to a
file that is open.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from citebound.problems import Place, Problem
from citebound.reading.files import irregular, linked, relative

FOLDERS = ("seeds", "briefings", "docs")
"""The folders of a project that are read or copied."""

WITHHELD = ("seeds", "briefings")
"""The folders of which no file may be copied into a site as it is."""


def symbolic_links(root: Path) -> Iterator[Problem]:
    """A finding for each link, pipe and device in the folders of a project."""
    for name in FOLDERS:
        top = root / name
        if top.is_symlink():
            yield linked(root, top)
        elif top.is_dir():
            yield from _below(root, top)


def _below(root: Path, top: Path) -> Iterator[Problem]:
    folders = [top]
    while folders:
        folder = folders.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            yield Problem(
                Place(relative(root, folder)),
                "unreadable-file",
                f"the folder cannot be read: {error.strerror}",
                "make sure that it can be read",
            )
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_symlink():
                yield linked(root, Path(entry.path))
            elif entry.is_dir(follow_symlinks=False):
                folders.append(Path(entry.path))
            elif not entry.is_file(follow_symlinks=False):
                yield irregular(root, Path(entry.path))


def withheld_files(root: Path, copied: Iterable[str]) -> Iterator[str]:
    """Those of some files, by the paths from which a site builder copies them, that lie,
    all links followed, in a folder of which nothing is copied.
    """
    kept = {(root / name).resolve() for name in WITHHELD}
    return (path for path in copied if kept & {*Path(path).resolve().parents})
