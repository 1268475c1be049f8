"""A project built through the door as the command builds it, in this process."""

from __future__ import annotations

from pathlib import Path

from citebound import publish
from citebound.door.build import Finished, build_into, build_site, open_door


def build_project(root: Path, site: Path) -> None:
    """Build a project that holds, and let its site take its place."""
    door = open_door(root, site)
    build_site(door, publish.prepare(root, door.facts))


def build_finished(root: Path, folder: Path) -> Finished:
    """Build a project that holds into ``folder``, and prove what was built there."""
    door = open_door(root, folder)
    return build_into(door, publish.prepare(root, door.facts), folder)
