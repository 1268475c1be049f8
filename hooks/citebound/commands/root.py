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
    for folder in (here, *here.parents):
        if all((folder / part).exists() for part in PARTS):
            return Path(os.path.relpath(folder, here))
    raise NotAProjectError(
        f"{here} is in no project: neither it nor a folder above it has {', '.join(PARTS[:-1])} "
        f"and {PARTS[-1]}"
    )
