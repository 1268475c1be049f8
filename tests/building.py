"""A project built through the door as the command builds it, in this process."""

from __future__ import annotations

import re
from pathlib import Path

from citebound import publish
from citebound.door.build import Finished, build_into, build_site
from citebound.door.opening import open_door

_ENTRY = re.compile(r"^ {8}( +(?:- (?:file|element)|  sha256): .*)$", re.MULTILINE)


def allowing(said: str) -> tuple[str, str]:
    """The change of mkdocs.yml that the findings of a build propose: what is there, and what to
    write instead.
    """
    entries = "\n".join(_ENTRY.findall(said))
    assert entries
    return "extra:\n", f"extra:\n  citebound:\n    allow:\n{entries}\n"


def build_project(root: Path, site: Path) -> None:
    """Build a project that holds, and let its site take its place."""
    door = open_door(root, site)
    build_site(door, publish.prepare(root, door.facts))


def build_finished(root: Path, folder: Path) -> Finished:
    """Build a project that holds into ``folder``, and prove what was built there."""
    door = open_door(root, folder)
    return build_into(door, publish.prepare(root, door.facts), folder)
