"""Files: bytes from the disk to decoded text, with limits and plain findings.

This package is the only one that reads the project's files. It opens regular files
only, and follows no symbolic link below the project's root: a link could lead to an
endless device, or publish from ``seeds/`` what the rights of a source withhold.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from citebound.problems import Place, Problem

MAX_FILE_BYTES = 20_000_000
"""The longest file that is read."""

_FLAGS = os.O_RDONLY | os.O_NOFOLLOW


def relative(root: Path, path: Path) -> str:
    """A path as problems name it: relative to the root, with forward slashes.

    A byte of it that is not text is written with a backslash, so that it can be printed.
    """
    name = path.relative_to(root).as_posix()
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def files_of(root: Path, folder: str, pattern: str) -> Iterator[Path]:
    """What matches in a folder of the project, in the order of the names: all but hidden
    names and folders, so that a link or a device among them is read and has its finding.
    """
    path = root / folder
    if path.is_dir() and first_link(root, path) is None:
        yield from sorted(
            Path(entry.path)
            for entry in os.scandir(path)
            if fnmatchcase(entry.name, pattern)
            and entry.name[0] not in "._"
            and not entry.is_dir(follow_symlinks=False)
        )


def first_link(root: Path, path: Path) -> Path | None:
    """The first symbolic link on the way from the root down to a path, itself included."""
    at = root
    for part in path.relative_to(root).parts:
        at /= part
        if at.is_symlink():
            return at
    return None


def linked(root: Path, link: Path) -> Problem:
    """The finding of a symbolic link."""
    return Problem(
        Place(relative(root, link)),
        "symbolic-link",
        "this is a symbolic link, and links are not followed",
        "put the file or the folder itself here",
    )


def irregular(root: Path, path: Path) -> Problem:
    """The finding of what is not a regular file: a folder, a pipe, a device."""
    return Problem(
        Place(relative(root, path)),
        "unreadable-file",
        "this is not a regular file",
        "put a file here, or remove this",
    )


def read_bytes(root: Path, path: Path) -> tuple[bytes | None, tuple[Problem, ...]]:
    """The bytes of a file, or why there are none."""
    link = first_link(root, path)
    if link is not None:
        return None, (linked(root, link),)
    try:
        # Before it is opened: to open a pipe waits for its other end, a device may act.
        if not stat.S_ISREG(path.lstat().st_mode):
            return None, (irregular(root, path),)
        with os.fdopen(os.open(path, _FLAGS), "rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        problem = Problem(
            Place(relative(root, path)),
            "missing-file" if isinstance(error, FileNotFoundError) else "unreadable-file",
            f"the file cannot be read: {error.strerror}",
            "make sure that it exists and can be read",
        )
        return None, (problem,)
    if len(data) > MAX_FILE_BYTES:
        problem = Problem(
            Place(relative(root, path)),
            "unreadable-file",
            f"the file is larger than {MAX_FILE_BYTES // 1_000_000} megabytes",
            "split it",
        )
        return None, (problem,)
    return data, ()


def decode(data: bytes, name: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of some bytes, or a finding at the line and column of the first bad one."""
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        problem = Problem(
            Place(name, line, column),
            "unreadable-file",
            f"byte 0x{data[error.start]:02X} is not UTF-8",
            "save the file as UTF-8",
        )
        return None, (problem,)


def read_text(root: Path, path: Path) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of a Markdown or YAML file: a byte-order mark dropped, line ends as LF."""
    data, problems = read_bytes(root, path)
    if data is None:
        return None, problems
    text, problems = decode(data, relative(root, path))
    if text is None:
        return None, problems
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"), ()
