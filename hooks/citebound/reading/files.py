"""Files: bytes from the disk to decoded text, with limits and plain findings.

This package is the only one that reads the project's files.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from citebound.problems import Place, Problem

MAX_FILE_BYTES = 20_000_000
"""The longest file that is read."""


def relative(root: Path, path: Path) -> str:
    """A path as problems name it: relative to the root, with forward slashes."""
    return path.relative_to(root).as_posix()


def files_of(folder: Path, pattern: str) -> Iterator[Path]:
    """The files of a folder that match, hidden ones left out, in the order of their names."""
    if folder.is_dir():
        yield from sorted(
            path for path in folder.glob(pattern) if path.is_file() and path.name[0] not in "._"
        )


def read_bytes(root: Path, path: Path) -> tuple[bytes | None, tuple[Problem, ...]]:
    """The bytes of a file, or why there are none."""
    name = relative(root, path)
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            problem = Problem(
                Place(name),
                "unreadable-file",
                f"the file is larger than {MAX_FILE_BYTES // 1_000_000} megabytes",
                "divide it",
            )
            return None, (problem,)
        return path.read_bytes(), ()
    except OSError as error:
        problem = Problem(
            Place(name),
            "missing-file" if isinstance(error, FileNotFoundError) else "unreadable-file",
            f"the file cannot be read: {error.strerror}",
            "see that it is there and may be read",
        )
        return None, (problem,)


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
