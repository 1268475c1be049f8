"""Which project a command is for."""

from __future__ import annotations

import os
from pathlib import Path

from citebound.reading import NotAProjectError
from citebound.reading.project import PARTS


def project_root(stated: Path | None) -> Path:
    """The folder that was stated, else the nearest one from here upwards that is a project.

    Raises :class:`citebound.reading.NotAProjectError`; for a stated folder, reading it does.
    """
    if stated is not None:
        return stated
    here = Path.cwd()
    found = within_project(here)
    if found is not None:
        return Path(os.path.relpath(found, here))
    raise NotAProjectError(
        f"{here} is in no project: neither it nor a folder above it has {', '.join(PARTS[:-1])} "
        f"and {PARTS[-1]}"
    )


def within_project(path: Path) -> Path | None:
    """The nearest project from a file or folder upwards."""
    whole = path.resolve()
    return next((folder for folder in (whole, *whole.parents) if is_project(folder)), None)


def is_project(folder: Path) -> bool:
    """Whether a folder has all that a project has."""
    return all((folder / part).exists() for part in PARTS)
