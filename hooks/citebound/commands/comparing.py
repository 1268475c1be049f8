"""``citebound diff`` and ``citebound rests-on``: what a change does to readers, and what would
fall.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from citebound.commands.output import HOLDS, cannot, say
from citebound.commands.root import project_root
from citebound.compared import differences
from citebound.compared.printed import as_markdown
from citebound.compared.resting import falls
from citebound.compared.shown import shown
from citebound.compared.stated import Edition
from citebound.compared.targets import NoTargetError, told_of
from citebound.compared.untold import WRITTEN
from citebound.publish import Verified, verify
from citebound.reading import NotAProjectError
from citebound.writing.commits import (
    NoCommitError,
    commit_of,
    tree_of,
    tree_on_disk,
    write_commit,
)

_SHORT = 12
"""So many digits name a commit to a reader."""


def run_diff(options: argparse.Namespace) -> int:
    """Print what differs between two commits, or a commit and the files as they are."""
    root = project_root(options.root)
    try:
        base = commit_of(root, options.base)
        head = commit_of(root, options.head) if options.head else None
        with TemporaryDirectory(prefix="citebound-") as folder:
            old = _of_commit(root, base, Path(folder) / "base")
            new = (
                _of_commit(root, head, Path(folder) / "head")
                if head
                else _edition(verify(root), root, tree_on_disk(root, base))
            )
    except NoCommitError as error:
        return cannot(shown(str(error)))
    called = head[:_SHORT] if head else "the files as they are"
    say(as_markdown(differences(old, new), base[:_SHORT], called))
    return HOLDS


def run_rests_on(options: argparse.Namespace) -> int:
    """Print everything that rests on a source, a passage or an actor."""
    verified = verify(project_root(options.root))
    edition = Edition(verified.library, verified.bindings)
    try:
        target = told_of(options.id, edition)
    except NoTargetError as error:
        return cannot(shown(str(error)))
    say(falls(target, edition))
    return HOLDS


def _of_commit(root: Path, commit: str, folder: Path) -> Edition:
    """The project as a commit has it. What is wrong with it is said without its folder here."""
    folder.mkdir()
    write_commit(root, commit, folder)
    try:
        return _edition(verify(folder), folder, tree_of(root, commit))
    except OSError as error:
        raise NoCommitError(
            f"a file of {commit[:_SHORT]} cannot be read: {error.strerror}"
        ) from None
    except NotAProjectError:
        raise NoCommitError(f"{commit[:_SHORT]} is no project that can be read") from None


def _edition(verified: Verified, root: Path, files: Mapping[str, str]) -> Edition:
    errors = sum(problem.severity == "error" for problem in verified.problems)
    texts = {
        path: (root / path).read_bytes().decode("utf-8", "backslashreplace")
        for path in files
        if WRITTEN.fullmatch(path) and (root / path).is_file()
    }
    return Edition(verified.library, verified.bindings, errors, files, texts)
