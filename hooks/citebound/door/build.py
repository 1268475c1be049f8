"""Building a site aside and exchanging it in one step.

MkDocs cleans the folder it writes to and may stop half-way; so it writes to a folder
of its own next to ``site/``, and only a site that was built, checked and found whole
takes the place of the one before.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from citebound import publish
from citebound.door.opening import BuildFailedError, CannotBuildError, Door
from citebound.door.paths import stated_paths
from citebound.problems import Problem
from citebound.problems.printing import as_text
from citebound.proof.built import Built
from citebound.publish import Edition
from citebound.search.index import put_index
from citebound.writing.aside import FolderAside
from citebound.writing.files import NotWrittenError, Replacement
from citebound.writing.folders import FolderRefusedError, exchange, replaceable


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished site: what it should be, what it was made of, and what is wrong with it."""

    edition: Edition
    built: Built
    problems: tuple[Problem, ...]


def build_into(door: Door, edition: Edition, folder: Path) -> Finished:
    """Build an edition into ``folder``, and prove what was built there.

    The proof comes after MkDocs, in a process that loads no hook of the project. Raises
    :class:`BuildFailedError`.
    """
    built = door.build(edition, folder)
    if folder.is_symlink() or not folder.is_dir():
        raise BuildFailedError(
            "the site was built into a folder that is gone or elsewhere: a hook or a plugin of "
            "mkdocs.yml moved it"
        )
    edition = publish.with_index(edition, built.others)
    try:
        put_index(edition.assets, folder)
        proved = publish.prove(edition, folder, built)
    except RecursionError:
        raise BuildFailedError("a page of the finished site nests too deep to be read") from None
    except OSError as error:
        raise BuildFailedError(
            f"the finished site cannot be read: {error.strerror or error}"
        ) from None
    problems = (*door.notes.problems, *proved)
    return Finished(edition, publish.site_of(edition, built), problems)


def build_site(
    door: Door,
    edition: Edition,
    *,
    addresses: Replacement | None = None,
    before_exchange: Callable[[], None] = lambda: None,
) -> None:
    """Build an edition, prove what was built, and let it take the place of the site before.

    ``addresses`` are put in their place with it: both are new, or both are as they were.
    ``before_exchange`` is called at the last moment at which the build may be given up.

    Raises :class:`CannotBuildError` and :class:`BuildFailedError`; then the site is untouched.
    """
    target = Path(os.path.realpath(door.site))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        aside = FolderAside(target)
    except OSError as error:
        raise CannotBuildError(
            f"{door.site} cannot be written: {error.strerror} ({error.filename})"
        ) from None
    with aside:
        new = aside.path / "site"
        new.mkdir()
        _refuse(build_into(door, edition, new).problems)
        new.chmod(stat.S_IMODE(target.stat().st_mode) if target.is_dir() else 0o755)
        before_exchange()
        _publish(new, door, addresses)


def _refuse(problems: tuple[Problem, ...]) -> None:
    """Say what is wrong with a finished site. Raises :class:`BuildFailedError` for an error."""
    errors = [problem for problem in problems if problem.severity == "error"]
    warnings = [problem for problem in problems if problem.severity != "error"]
    if warnings:
        sys.stderr.write(f"{as_text(warnings)}\n")
    if errors:
        raise BuildFailedError(f"The finished site does not hold:\n{as_text(errors)}")


def _publish(new: Path, door: Door, addresses: Replacement | None) -> None:
    """Exchange the site and its addresses, both or neither. Raises :class:`BuildFailedError`."""
    try:
        # Once more: somebody may have put something there while the site was built.
        target = replaceable(door.site, door.root, stated_paths(door.root).inputs)
        was_there = target.exists()
        exchange(new, target)
        try:
            if addresses:
                addresses.put()
        except NotWrittenError:
            if was_there:
                exchange(new, target)
            else:
                target.rename(new)
            raise
    except (FolderRefusedError, NotWrittenError) as error:
        raise BuildFailedError(str(error)) from None
    except OSError as error:
        raise BuildFailedError(f"{door.site} cannot be exchanged: {error.strerror}") from None
