"""Replacing a file: its new contents are on the disk before the old ones go, or nothing changes."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Self

from citebound.writing.aside import FileAside


class NotWrittenError(Exception):
    """A file cannot be written; the message is a sentence that says which and why."""


class Replacement:
    """The new text of a file, beside it until :meth:`put` lets it take the file's place.

    Where ``path`` is a symbolic link the link stays, and the file that it leads to is
    replaced. Mode and owner are kept. Raises :class:`NotWrittenError`.
    """

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._target = _target(path)
        try:
            self._aside = FileAside(self._target, text.encode("utf-8"))
        except OSError as error:
            raise _not_written(path, error) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._aside.close()

    def put(self) -> None:
        """Replace the file, in one step. Raises :class:`NotWrittenError`."""
        try:
            self._aside.path.replace(self._target)
        except OSError as error:
            raise _not_written(self._path, error) from None
        with contextlib.suppress(OSError):  # not every file system lets a folder be synchronised
            folder = os.open(self._target.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)


def replace_files(texts: Mapping[Path, str]) -> None:
    """Replace some files. All new texts are on the disk before the first file is replaced.

    Raises :class:`NotWrittenError`.
    """
    with ExitStack() as stack:
        ready = [stack.enter_context(Replacement(path, text)) for path, text in texts.items()]
        for replacement in ready:
            replacement.put()


def _target(path: Path) -> Path:
    """The file that ``path`` leads to, which may be a new one."""
    if path.is_symlink() and not path.exists():
        raise NotWrittenError(
            f"{path} is a symbolic link that leads to no file; put the file there, or remove the "
            "link"
        )
    target = Path(os.path.realpath(path))
    if target.exists():
        if not stat.S_ISREG(target.stat().st_mode):
            raise NotWrittenError(f"{path} cannot be written: it is not a regular file")
        if not os.access(target, os.W_OK):
            raise NotWrittenError(f"{path} cannot be written: it is write-protected")
    return target


def _not_written(path: Path, error: OSError) -> NotWrittenError:
    return NotWrittenError(f"{path} cannot be written, and is as it was: {error.strerror or error}")
