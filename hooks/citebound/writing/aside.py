"""Files and folders that are made beside what they will replace: ``.site-next-4f0c11ab``.

Each is held by a lock (flock(2)) of the process that makes it, so that whoever comes next
can tell what a killed process left from what a living one is still making: the system
lets go of a lock when its process ends, however it ends.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import secrets
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Self

BEFORE = "before"
"""In a folder made aside: the site that was there before, while it is between two places."""

_OPEN = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK


class FolderAside:
    """A new, private folder beside ``target``, gone when it is closed."""

    def __init__(self, target: Path) -> None:
        remove_leftovers(target)
        while True:
            self.path = _name(target)
            self.path.mkdir(0o700)
            with contextlib.suppress(FileNotFoundError):
                self._lock = os.open(self.path, _OPEN)
                if _held(self._lock, self.path):
                    return
                os.close(self._lock)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Remove it with all that is in it."""
        try:
            _remove(self.path)
        except BaseException:
            # Stopped amid the clearing away, which happens once: clear away, then stop.
            _remove(self.path)
            raise
        finally:
            os.close(self._lock)


class FileAside:
    """A new file beside ``target``, with ``data`` on the disk; gone when it is closed, unless
    it has taken a place by then.

    Raises :class:`OSError`, and then leaves nothing.
    """

    def __init__(self, target: Path, data: bytes) -> None:
        remove_leftovers(target)
        while True:
            self.path = _name(target)
            self._file = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o666)
            if _held(self._file, self.path):
                break
            os.close(self._file)
        try:
            if target.exists():
                _like(self._file, self.path, target)
            with os.fdopen(self._file, "wb", closefd=False) as file:
                file.write(data)
            os.fsync(self._file)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Remove it, where it still is."""
        self.path.unlink(missing_ok=True)
        os.close(self._file)


def remove_leftovers(target: Path) -> None:
    """Remove what killed processes made aside for ``target``, and nothing that is still being made.

    Where a site was between two places when its build was killed, it is put back.
    """
    new = re.compile(re.escape(_prefix(target)) + "[a-z0-9_]{8}")
    old = re.compile(re.escape(f".{target.name}-old-") + "([0-9]+)")
    for path in sorted(target.parent.iterdir()) if target.parent.is_dir() else ():
        of_a_version_before = old.fullmatch(path.name)
        if of_a_version_before and not path.is_symlink() and path.is_dir():
            if not _runs(int(of_a_version_before[1])):
                _put_back_or_remove(path, target)
        elif new.fullmatch(path.name):
            _remove_if_left(path, target)


def _remove_if_left(path: Path, target: Path) -> None:
    """Remove what was made aside, unless its maker still lives or it is another user's."""
    try:
        lock = os.open(path, _OPEN)
    except OSError:
        return
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if path.is_dir():
            if (path / BEFORE).is_dir():
                _put_back_or_remove(path / BEFORE, target)
            _remove(path)
        else:
            path.unlink(missing_ok=True)
    except OSError:
        return
    finally:
        os.close(lock)


def _put_back_or_remove(folder: Path, target: Path) -> None:
    if os.path.lexists(target):
        _remove(folder)
    else:
        folder.rename(target)


def _prefix(target: Path) -> str:
    # A file's name has at most 255 bytes, and a letter up to four.
    return f".{target.name[:60]}-next-"


def _name(target: Path) -> Path:
    return target.with_name(_prefix(target) + secrets.token_hex(4))


def _held(lock: int, path: Path) -> bool:
    """Hold what was just made. False where another process took it for left between the two."""
    with contextlib.suppress(OSError):  # a file system without locks: nobody removes it either
        fcntl.flock(lock, fcntl.LOCK_EX)
    try:
        return os.path.samestat(os.fstat(lock), path.lstat())
    except FileNotFoundError:
        return False


def _like(file: int, path: Path, target: Path) -> None:
    """Give a new file the owner, the mode and the further attributes of the one it replaces."""
    there = target.stat()
    with contextlib.suppress(PermissionError):  # only root gives a file to another
        os.fchown(file, there.st_uid, there.st_gid)
    shutil.copystat(target, path)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _remove(folder: Path) -> None:
    """Remove a folder as far as it can be; one that nests too deep stays, and hinders nothing."""
    with suppress(RecursionError):
        shutil.rmtree(folder, ignore_errors=True)
