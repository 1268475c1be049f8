"""Files that nothing reads: a finding for each, so that none is passed over in silence.

What looks as if it was meant to be read (``visit.MD``, ``site.yaml``, a briefing in a folder of
its own) is an error: its editor believes it published. Any other file is a warning. A source may
keep beside its text what the text was taken out of. Hidden names are passed over, as
everywhere, and what is no file has its finding already (:mod:`citebound.reading.symbolic_links`).
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from citebound.problems import Place, Problem
from citebound.reading.files import first_link, relative


class _Folder(NamedTuple):
    """A folder: the names that are read in it, what looks as if it were meant to be read, and
    what there should be instead.
    """

    read: tuple[str, ...]
    meant: re.Pattern[str]
    expected: str


_MARKDOWN = re.compile(r".*\.(?:md|markdown|mdown|mkdn?|mdwn|mdx)(?:\.txt|~)?", re.IGNORECASE)
_LISTS = re.compile(rf"{_MARKDOWN.pattern}|(?:site|reviewers|addresses)\b.*", re.IGNORECASE)
_SOURCE = re.compile(r".*\.(?:ya?ml|te?xt|md)", re.IGNORECASE)
_NOTHING = re.compile(r"(?!)")

_FOLDERS = {
    "briefings": _Folder(
        ("*.md", "site.yml", "reviewers.yml", "addresses.txt"),
        _LISTS,
        "a briefing is briefings/<yyyy-mm>-<slug>.md; beside them stand site.yml, reviewers.yml "
        "and addresses.txt, and no folders",
    ),
    "docs/actors": _Folder(
        ("*.md",),
        _MARKDOWN,
        "an actor is docs/actors/<id>.md; pictures and whatever else stand elsewhere in docs/",
    ),
    "seeds": _Folder(
        (), _NOTHING, "a source is a folder, seeds/<id>/, with source.yml and text.txt"
    ),
}


def unread(root: Path) -> Iterator[Problem]:
    """The findings of the files in ``briefings/``, ``docs/actors/`` and ``seeds/`` that nothing
    reads.
    """
    for name, folder in _FOLDERS.items():
        top = root / name
        if not top.is_dir() or first_link(root, top) is not None:
            continue
        for path in _files(top, deep=name != "seeds"):
            here = path.parent == top
            if not (here and _is_one_of(path.name, folder.read)):
                yield _finding(root, path, folder)
        if name == "seeds":
            yield from _beside_sources(root, top)


def _beside_sources(root: Path, seeds: Path) -> Iterator[Problem]:
    """Texts beside a source's own two files: one might be edited in place of the other."""
    for source in sorted(seeds.iterdir()):
        if source.name[0] in "._" or source.is_symlink() or not source.is_dir():
            continue
        for path in _files(source, deep=False):
            if path.name not in ("source.yml", "text.txt") and _SOURCE.fullmatch(path.name):
                yield _finding(root, path, _FOLDERS["seeds"])


def _files(top: Path, *, deep: bool) -> Iterator[Path]:
    """The regular files of a folder, and with ``deep`` of those below, by name."""
    for folder, below, names in os.walk(top):
        below[:] = sorted(name for name in below if deep and name[0] not in "._")
        for name in sorted(names):
            path = Path(folder) / name
            if name[0] not in "._" and path.is_file() and not path.is_symlink():
                yield path


def _is_one_of(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def _finding(root: Path, path: Path, folder: _Folder) -> Problem:
    return Problem(
        Place(relative(root, path)),
        "file-name",
        "nothing reads this file",
        folder.expected,
        "error" if folder.meant.fullmatch(path.name) else "warning",
    )
