"""Entries of ``extra: citebound: allow:`` that match nothing of the finished site.

Such an entry does no harm, but somebody believes that it does something: what it was written for
is gone, or has another address or another hash by now.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from citebound.problems import Problem
from citebound.proof.allowed import Allowed
from citebound.proof.around import elements_around
from citebound.proof.built import Built
from citebound.proof.said import LOST


def unmatched(folder: Path, names: Iterable[str], built: Built) -> Iterator[Problem]:
    """A warning for each entry that matches none of the files ``names``, nor any element around
    the article of a page.
    """
    left = list(built.allowed)
    for name in names:
        path = folder / name
        if not left or path.is_symlink() or not path.is_file():
            continue
        left = [entry for entry in left if not _matches(entry, name, path)]
        if _is_page(name, built) and any(entry.tag for entry in left):
            around = [*elements_around(name, path.read_text("utf-8", "replace"), built)]
            left = [entry for entry in left if not any(map(entry.is_element, around))]
    for entry in left:
        yield _warning(entry)


def _matches(entry: Allowed, name: str, path: Path) -> bool:
    return entry.file == name and entry.is_file(name, path.read_bytes())


def _is_page(name: str, built: Built) -> bool:
    address = name.removesuffix("index.html")
    return name == LOST or (name != address and address in {**built.pages, **built.others})


def _warning(entry: Allowed) -> Problem:
    what = f"file: {entry.file}" if entry.file else f"element: {entry.written}"
    problem = Problem(
        entry.place,
        "rendered-file" if entry.file else "rendered-frame",
        f"entry {entry.number} of extra: citebound: allow: matches nothing of this site ({what})",
        "remove it; or, where it was to match, copy the lines that the build prints for what it "
        "refuses",
    )
    return replace(problem, severity="warning")
