"""The project that the tests work on: this engine, its theme and its documentation, with content
of their own (``tests/content``). What editors write in ``briefings/``, ``docs/actors/`` and
``seeds/`` is looked at by ``test_content.py`` alone.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CONTENT = Path(__file__).with_name("content")
FOLDERS = ("briefings", "docs", "hooks", "seeds")
PARTS = ("mkdocs.yml", "pyproject.toml", *FOLDERS)
"""What a build reads."""


def copied(folder: Path) -> Path:
    """The project in a folder, which is made; what is read is never a link."""
    folder.mkdir(parents=True)
    unwanted = shutil.ignore_patterns("__pycache__", "actors")
    for name in ("docs", "hooks"):
        shutil.copytree(ROOT / name, folder / name, ignore=unwanted)
    for name in ("mkdocs.yml", "pyproject.toml"):
        shutil.copy2(ROOT / name, folder)
    shutil.copytree(CONTENT, folder, dirs_exist_ok=True)
    return folder


@cache
def site_project() -> Path:
    """The project, to be read and never changed; once for each process."""
    folder = Path(tempfile.mkdtemp(prefix="citebound-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return copied(folder / "project")
