"""The folder of a site: which may be replaced, and how one takes the place of another.

A folder is replaced if there is none, if it is empty, or if it is a site that this tool
made: each carries a mark (:data:`citebound.pages.contents.MARK`). Nothing else is.
"""

from __future__ import annotations

import ctypes
import os
import stat
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from citebound.pages.contents import MARK, MARKED
from citebound.writing.aside import BEFORE
from citebound.writing.mounts import mount_in

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2

_ALWAYS = ("index.html", "404.html", "data/library.json", "quotations/index.html", "feed.xml")
"""What every site had before sites were marked: such a site is known by these, once."""

Identity = tuple[int, int]
"""Device and inode: two paths of one folder have the same."""


class FolderRefusedError(Exception):
    """A site may not go there; the message is a sentence that says why."""


def replaceable(site: Path, root: Path, inputs: Iterable[Path]) -> Path:
    """Where a site asked for at ``site`` goes, symbolic links followed.

    ``inputs`` are the files and folders that the project at ``root`` is made from. Raises
    :class:`FolderRefusedError`.
    """
    target = _followed(site)
    refuse_inputs(site, root, inputs)
    try:
        mount = mount_in(target)
        if mount == target:
            raise _refused(
                site, "it is a mount point, which cannot be exchanged: name a folder in it"
            )
        if mount is not None:
            raise _refused(site, f"{mount} in it is a mount point, which cannot be exchanged")
        tracked = _tracked(target)
        if tracked:
            raise _refused(site, f"git keeps files in it, such as {tracked}")
        if (target / ".git").exists():
            raise _refused(site, "it holds a git repository (.git), which would be lost")
        refuse_foreign(
            site, sorted(path.name for path in target.iterdir()) if target.is_dir() else ()
        )
    except OSError as error:
        raise _refused(site, f"it cannot be read ({error.strerror})") from None
    return target


def refuse_inputs(site: Path, root: Path, inputs: Iterable[Path]) -> None:
    """Raise :class:`FolderRefusedError` where a site would take the place of what it is made
    from, or are in it.
    """
    own = _identity(site)
    around = [_identity(folder) for folder in (site, *_above(site))]
    if own is not None and own == _identity(root):
        raise _refused(site, "it is the project itself")
    if own is not None and own in map(_identity, _above(root)):
        raise _refused(site, "the project is in it")
    for path in inputs:
        identity = _identity(path)
        if identity is None:
            continue
        name = os.path.relpath(path, root)
        if own == identity:
            raise _refused(site, f"the site is made from {name}")
        if identity in around:
            raise _refused(site, f"it is in {name}, from which the site is made")
        if own is not None and own in map(_identity, _above(path)):
            raise _refused(site, f"{name} is in it, from which the site is made")


def refuse_foreign(site: Path, names: Iterable[str]) -> None:
    """Raise :class:`FolderRefusedError` where a folder with files of these names is no site that
    this tool made.
    """
    first = next(iter(names), None)
    if first is not None and not _is_ours(site):
        raise _refused(
            site,
            f"it holds files that are not a site of Citebound, such as {first}: empty it, or name "
            "another folder",
        )


def _tracked(folder: Path) -> str | None:
    """A file in a folder that git has under version control, if there is one: no site is, and
    a mark can be forged.
    """
    if not folder.is_dir():
        return None
    try:
        found = subprocess.run(
            ["git", "-C", str(folder), "ls-files", "-z"],  # noqa: S607, git by its name
            capture_output=True,
            check=True,
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    return os.fsdecode(found.split(b"\0", 1)[0]) or None


def _is_ours(site: Path) -> bool:
    mark = site / MARK
    if mark.is_file():
        with mark.open("rb") as file:
            return file.read(len(MARKED)) == MARKED
    return all((site / name).is_file() for name in _ALWAYS)


def _followed(site: Path) -> Path:
    """The folder that ``site`` is or leads to, or that is to be made."""
    if site.is_symlink() and not site.exists():
        to = site.readlink()
        raise _refused(
            site, f"it is a symbolic link to {to}, where there is nothing: make that folder"
        )
    try:
        if not stat.S_ISDIR(site.stat().st_mode):
            raise _refused(site, "it is a file")
    except FileNotFoundError:
        pass
    except OSError as error:
        raise _refused(site, f"it cannot be read ({error.strerror})") from None
    return Path(os.path.realpath(site))


def _above(path: Path) -> tuple[Path, ...]:
    return tuple(Path(os.path.realpath(path)).parents)


def _identity(path: Path) -> Identity | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _refused(site: Path, why: str) -> FolderRefusedError:
    return FolderRefusedError(f"{site} cannot be the folder of the site: {why}")


def exchange(new: Path, site: Path) -> None:
    """Let ``new`` take the place of ``site``, in one step where the system has one.

    Afterwards ``new`` holds what ``site`` was, or is gone where there was none. On Linux
    the two are exchanged by renameat2(2); elsewhere, and on file systems without it, ``site``
    is away for the moment between two renames.
    """
    if not site.exists():
        new.rename(site)
        return
    if sys.platform == "linux":
        libc = ctypes.CDLL(None, use_errno=True)
        renameat2 = getattr(libc, "renameat2", None)
        if renameat2 is not None and not renameat2(
            _AT_FDCWD, os.fsencode(new), _AT_FDCWD, os.fsencode(site), _RENAME_EXCHANGE
        ):
            return
    before = new.with_name(BEFORE)
    site.rename(before)
    try:
        new.rename(site)
    except OSError:
        before.rename(site)
        raise
    before.rename(new)
