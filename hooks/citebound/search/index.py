"""The search index of a site: made in memory, and put into the site once it was read back
(:mod:`citebound.proof.search_index`).
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from citebound.problems import Problem
from citebound.search.bundle import FOLDER, STATE, Files, Labels, index_files
from citebound.search.postings import as_json
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
    return Index(in_site(index_files(records, labels)))


def no_index() -> dict[str, bytes]:
    """The file that says that there is no index yet."""
    return in_site({STATE: as_json({"state": "behind", "records": 0})})


def in_site(files: Files) -> dict[str, bytes]:
    """The files of an index by their addresses in the site."""
    return {f"{FOLDER}/{path}": files[path] for path in sorted(files)}


def put_index(files: Files, site_folder: Path) -> None:
    """Write an index into a site, in place of the one that is there."""
    shutil.rmtree(site_folder / FOLDER, ignore_errors=True)
    for address, content in files.items():
        if address.startswith(f"{FOLDER}/"):
            path = site_folder / address
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
