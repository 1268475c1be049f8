"""Mount points, which no rename can move."""

from __future__ import annotations

import os
import re
from pathlib import Path

_MOUNTS = Path("/proc/self/mountinfo")


def mount_in(folder: Path) -> Path | None:
    """The mount point that ``folder`` is, or one that is in it; ``folder`` has no links in it.

    Linux lists them, also those within one file system (``mount --bind``); elsewhere only
    the folder itself is looked at.
    """
    try:
        listed = _MOUNTS.read_bytes().splitlines()
    except OSError:
        return folder if os.path.ismount(folder) else None
    # The fifth field; spaces and line breaks in it are written as three octal digits (proc(5)).
    mounts = [Path(os.fsdecode(_plain(line.split(b" ")[4]))) for line in listed]
    return next((mount for mount in mounts if mount == folder or folder in mount.parents), None)


def _plain(field: bytes) -> bytes:
    return re.sub(rb"\\([0-7]{3})", lambda code: bytes([int(code[1], 8)]), field)
