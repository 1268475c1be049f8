"""Copies the versions of `develop.lock` into `pyproject.toml`, where `uv run` looks for them.

`make lock` runs it. The copy stands under `[tool.uv] constraint-dependencies`, between two
comments; everything else in the file stays as it is.

    python requirements/copy_versions.py [PYPROJECT]
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
LOCK = HERE / "develop.lock"
PROJECT = HERE.parent / "pyproject.toml"
BEGIN, END = "    # begin locked\n", "    # end locked\n"

_PIN = re.compile(r"^([a-z0-9][a-z0-9-]*==.*?) *\\$", re.MULTILINE)
"""A line of a lock file that pins a package: name, version, and for whom (a marker)."""


def pins(lock: str) -> list[str]:
    """What a lock file pins, in its order: `librt==0.16.0 ; platform_…`."""
    return _PIN.findall(lock)


def with_versions(project: str, lock: str) -> str:
    """The text of a `pyproject.toml` with the versions of a lock file between its two comments.

    Raises `ValueError` where the comments are not there once each, in this order, or where the
    lock file pins nothing: an empty copy would let `uv run` take anything.
    """
    before, begin, rest = project.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end) or BEGIN in after or END in before + after:
        raise ValueError("pyproject.toml needs the comments “begin locked” and “end locked” once")
    pinned = pins(lock)
    if not pinned:
        raise ValueError("the lock file pins nothing")
    return before + BEGIN + "".join(f'    "{pin}",\n' for pin in pinned) + END + after


def main(project: Path) -> None:
    """Write the copy into the file `project`, if it differs."""
    text = project.read_text("utf-8")
    copied = with_versions(text, LOCK.read_text("utf-8"))
    if copied != text:
        project.write_text(copied, "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT)
