"""``citebound diff`` and ``citebound rests-on``: what a change does to readers, and what would
fall.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory

from citebound.commands.output import HOLDS, cannot, say
from citebound.commands.root import project_root
from citebound.compared import differences
from citebound.compared.printed import as_markdown
from citebound.compared.resting import falls, told_of
from citebound.compared.stated import Edition
from citebound.publish import Verified, verify
from citebound.writing.commits import NoCommitError, commit_of, write_commit

_SHORT = 12
"""So many digits name a commit to a reader."""


def run_diff(options: argparse.Namespace) -> int:
    """Print what differs between two commits, or a commit and the files as they are."""
    root = project_root(options.root)
    try:
        base = commit_of(root, options.base)
        head = commit_of(root, options.head) if options.head else None
        with TemporaryDirectory(prefix="citebound-") as folder:
            old = _edition(_verified(root, base, Path(folder) / "base"))
            new = _edition(_verified(root, head, Path(folder) / "head"))
    except NoCommitError as error:
        return cannot(str(error))
    called = head[:_SHORT] if head else "the files as they are"
    say(as_markdown(differences(old, new), base[:_SHORT], called))
    return HOLDS


def run_rests_on(options: argparse.Namespace) -> int:
    """Print everything that rests on a source, a passage or an actor."""
    verified = verify(project_root(options.root))
    edition = _edition(verified)
    target = told_of(options.id, edition)
    if target is None:
        return cannot(
            f"{options.id} is no source, passage (know-how:10-20) or actor of this project"
        )
    say(falls(target, edition))
    return HOLDS


def _verified(root: Path, commit: str | None, folder: Path) -> Verified:
    if commit is None:
        return verify(root)
    folder.mkdir()
    write_commit(root, commit, folder)
    return verify(folder)


def _edition(verified: Verified) -> Edition:
    errors = sum(problem.severity == "error" for problem in verified.problems)
    return Edition(verified.library, verified.bindings, errors)
