"""The files of a project as a commit has them, written into a folder.

They are read as objects (``git ls-tree``, ``git cat-file``), so that nothing in them can decide
what is read: an archive obeys the ``export-ignore`` of its own tree, and a checkout runs filters.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

READ = ("mkdocs.yml", "briefings", "docs", "seeds")
"""The parts of a project that are compared."""

_PLAIN = frozenset(("100644", "100755"))
"""The modes of files; a link is another, and so is a project within the project."""


class NoCommitError(Exception):
    """A commit that cannot be read; the message says why."""


def commit_of(root: Path, revision: str) -> str:
    """The full name of the commit that a revision means.

    Raises :class:`NoCommitError`.
    """
    if revision.startswith("-"):
        raise NoCommitError(f"{revision} is not a revision")
    asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    found = _git(root, *asked, missing=f"{revision} is no commit of this repository")
    return found.decode("ascii").strip()


def write_commit(root: Path, commit: str, folder: Path) -> None:
    """Write the files of a project, as a commit has them, into an empty folder.

    Raises :class:`NoCommitError` where there is no repository, or the tree holds a link.
    """
    prefix = _git(root, "rev-parse", "--show-prefix").decode("utf-8").strip()
    listed = _git(
        root, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *(prefix + part for part in READ)
    )
    files = list(_files(listed, prefix))
    wanted = b"".join(f"{name}\n".encode("ascii") for name, _ in files)
    objects = memoryview(_git(root, "cat-file", "--batch", given=wanted))
    at = 0
    for _, path in files:
        end = bytes(objects[at : at + 200]).index(b"\n")
        size = int(bytes(objects[at : at + end]).split()[2])
        at += end + 1
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(objects[at : at + size])
        at += size + 1
    # A commit from before there was a project is an empty one.
    (folder / READ[0]).touch()
    for part in READ[1:]:
        (folder / part).mkdir(exist_ok=True)


def _files(listed: bytes, prefix: str) -> Iterator[tuple[str, PurePosixPath]]:
    """The objects of a listing with their paths within the project."""
    for line in listed.split(b"\0"):
        if not line:
            continue
        about, _, name = line.partition(b"\t")
        mode, kind, object_name = about.decode("ascii").split()
        try:
            path = PurePosixPath(name.decode("utf-8").removeprefix(prefix))
        except UnicodeDecodeError:
            raise NoCommitError(f"a file of it has a name that is not UTF-8: {name!r}") from None
        if kind != "blob" or mode not in _PLAIN:
            raise NoCommitError(f"{path} is a link in it, and links are not read")
        if path.is_absolute() or {"..", ".git"} & {part.lower() for part in path.parts}:
            raise NoCommitError(f"{path} leads out of the project")
        yield object_name, path


def _git(root: Path, *arguments: str, given: bytes = b"", missing: str = "") -> bytes:
    command = ["git", "--no-replace-objects", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, input=given, capture_output=True, check=False)
    except OSError as error:
        raise NoCommitError(f"git cannot be run: {error.strerror}") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise NoCommitError(missing or (said[0] if said else "git failed"))
    return done.stdout
