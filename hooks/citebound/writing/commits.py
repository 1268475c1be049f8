"""The files of a project as a commit has them, written into a folder.

They are read as objects (``git ls-tree``, ``git cat-file``), so that nothing in them can decide
what is read: an archive obeys the ``export-ignore`` of its own tree, and a checkout runs filters.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from hashlib import sha1, sha256
from pathlib import Path, PurePosixPath

READ = ("mkdocs.yml", "briefings", "docs", "seeds")
"""The parts of a project that are compared."""

_PLAIN = frozenset(("100644", "100755"))
"""The modes of files; a link is another, and so is a project within the project."""

_LINK, _PROJECT = "120000", "160000"
_SHA1 = 40
"""The digits of a name in a repository that names its objects by SHA-1."""


class NoCommitError(Exception):
    """A commit that cannot be read; the message says why."""


def commit_of(root: Path, revision: str) -> str:
    """The full name of the commit that a revision means.

    Raises :class:`NoCommitError`.
    """
    if revision.startswith("-"):
        raise NoCommitError(f"{revision} is not a revision")
    _git(root, "rev-parse", "--git-dir")
    asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    found = _git(root, *asked, missing=f"{revision} is no commit of this repository")
    return found.decode("ascii").strip()


def tree_of(root: Path, commit: str) -> dict[str, str]:
    """Every file of a project, as a commit has it: its path, and the name of its object."""
    prefix = _prefix(root)
    only = ("--", prefix) if prefix else ()
    listed = _git(root, "ls-tree", "-r", "-z", "--full-tree", commit, *only)
    return {
        name.removeprefix(prefix): _named(mode, object_name)
        for mode, _, object_name, name in _lines(listed)
    }


def tree_on_disk(root: Path, commit: str) -> dict[str, str]:
    """Every file of a project as it is, but what ``.gitignore`` names: its path, and the name that
    its object would have in the repository of ``commit``. No filter is run.
    """
    digest = sha1 if len(commit) == _SHA1 else sha256
    listed = _git(root, "ls-files", "-c", "-o", "--exclude-standard", "-z")
    inside = _git(root, "ls-files", "--stage", "-z")
    projects = {
        os.fsdecode(line.partition(b"\t")[2]): line.split(b" ")[1].decode("ascii")
        for line in inside.split(b"\0")
        if line.startswith(_PROJECT.encode("ascii"))
    }
    found = {}
    for name in {os.fsdecode(name) for name in listed.split(b"\0") if name}:
        path = root / name
        if path.is_symlink():
            words, mode = os.fsencode(path.readlink()), _LINK
        elif path.is_file():
            words, mode = path.read_bytes(), ""
        elif path.is_dir() and name in projects:
            found[name] = _named(_PROJECT, projects[name])
            continue
        else:
            continue
        found[name] = _named(mode, digest(b"blob %d\0" % len(words) + words).hexdigest())
    return found


def write_commit(root: Path, commit: str, folder: Path) -> None:
    """Write the files of a project, as a commit has them, into an empty folder.

    Raises :class:`NoCommitError` where there is no repository, or the tree holds a link.
    """
    prefix = _prefix(root)
    only = ("--", *(prefix + part for part in READ))
    listed = _git(root, "ls-tree", "-r", "-z", "--full-tree", commit, *only)
    files = list(_files(listed, prefix))
    wanted = b"".join(f"{name}\n".encode("ascii") for name, _ in files)
    objects = memoryview(_git(root, "cat-file", "--batch", given=wanted))
    at = 0
    for name, path in files:
        end = bytes(objects[at : at + 200]).index(b"\n")
        about = bytes(objects[at : at + end]).split()
        if len(about) != len(("name", "kind", "size")):
            missing = f"its object {name} is not in the repository"
            raise NoCommitError(f"{path} cannot be read: {missing}")
        size = int(about[2])
        at += end + 1
        _write(folder, path, bytes(objects[at : at + size]))
        at += size + 1
    # A commit from before there was a project is an empty one.
    if not (folder / READ[0]).exists():
        (folder / READ[0]).touch()
    if not (folder / READ[0]).is_file():
        raise NoCommitError(f"{READ[0]} is a folder in it, and no file")
    for part in READ[1:]:
        if (folder / part).is_file():
            raise NoCommitError(f"{part} is a file in it, and no folder")
        (folder / part).mkdir(exist_ok=True)


def _write(folder: Path, path: PurePosixPath, words: bytes) -> None:
    target = folder / path
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as file:
            file.write(words)
    except FileExistsError:
        raise NoCommitError(f"{path} is in it twice") from None
    except (OSError, ValueError) as error:
        why = (error.strerror if isinstance(error, OSError) else None) or "its name cannot be used"
        raise NoCommitError(f"{path} cannot be read from it: {why}") from None


def _prefix(root: Path) -> str:
    """The folder of the project within its repository, with a slash after it, or nothing."""
    return os.fsdecode(_git(root, "rev-parse", "--show-prefix").removesuffix(b"\n"))


def _named(mode: str, object_name: str) -> str:
    """The name of an object; of a link and of a project within it, what it is, too."""
    return f"{mode} {object_name}" if mode in (_LINK, _PROJECT) else object_name


def _lines(listed: bytes) -> Iterator[tuple[str, str, str, str]]:
    """Of each entry of a listing its mode, its kind, the name of its object and its path."""
    for line in listed.split(b"\0"):
        if line:
            about, _, name = line.partition(b"\t")
            mode, kind, object_name = about.decode("ascii").split()
            yield mode, kind, object_name, os.fsdecode(name)


def _files(listed: bytes, prefix: str) -> Iterator[tuple[str, PurePosixPath]]:
    """The objects of a listing with their paths within the project."""
    for mode, kind, object_name, name in _lines(listed):
        try:
            name.encode("utf-8")
        except UnicodeEncodeError:
            told = os.fsencode(name)
            raise NoCommitError(f"a file of it has a name that is not UTF-8: {told!r}") from None
        path = PurePosixPath(name.removeprefix(prefix))
        if kind != "blob" or mode not in _PLAIN:
            raise NoCommitError(f"{path} is a link in it, and links are not read")
        if path.is_absolute() or {"..", ".git"} & {part.lower() for part in path.parts}:
            raise NoCommitError(f"{path} leads out of the project")
        yield object_name, path


def _git(root: Path, *arguments: str, given: bytes = b"", missing: str = "") -> bytes:
    command = ["git", "--no-replace-objects", "--literal-pathspecs", "-C", str(root), *arguments]
    english = {**os.environ, "LC_ALL": "C"}
    try:
        done = subprocess.run(command, input=given, capture_output=True, check=False, env=english)
    except OSError as error:
        raise NoCommitError(f"git cannot be run: {error.strerror}") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        first = said[0].removeprefix("fatal: ").removeprefix("error: ") if said else "git failed"
        raise NoCommitError(missing or first)
    return done.stdout
