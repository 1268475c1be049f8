"""``citebound check``: every finding, for people and for programs."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from citebound import __version__
from citebound.commands.output import CANNOT, FOUND, HOLDS, say, say_data, shows_colours
from citebound.commands.root import is_project, project_root, within_project
from citebound.problems.printing import (
    COLOURS,
    Paint,
    as_github,
    as_json,
    as_sarif,
    as_text,
    summary,
)
from citebound.publish import Verified, verify
from citebound.reading import NotAProjectError
from citebound.reading.lines import lines_of

READ = ("briefings", "docs/actors", "seeds")
"""What the check reads, beside the names of the pages in ``docs/``."""


def run_check(options: argparse.Namespace) -> int:
    """Print every finding, or those of the files that are named, and give the exit status."""
    root, named = _asked(options.paths, options.root)
    verified = verify(root)
    every = verified.problems
    problems = every
    if named:
        problems = tuple(p for p in every if any(_below(p.place.path, path) for path in named))
        if not problems and not any(map(_is_read, named)):
            raise NotAProjectError(
                f"nothing of what was named is read by the check: it reads {', '.join(READ[:-1])} "
                f"and {READ[-1]}"
            )
    if options.form == "json":
        say_data(as_json(verified.checked, problems))
    elif options.form == "sarif":
        say_data(as_sarif(problems, __version__, os.environ.get("SITE_URL", "")))
    elif options.form == "github":
        say(as_github(problems))
    elif problems:
        say(as_text(problems, lines_of(root), COLOURS if shows_colours() else Paint()))
    if options.form in ("text", "github"):
        say(summary(verified.checked, problems, elsewhere=len(every) - len(problems)))
    return status_of(replace(verified, problems=problems))


def _asked(paths: Sequence[Path], root: Path | None) -> tuple[Path, tuple[str, ...]]:
    """The project that is to be checked, and the files and folders of it that were named.

    One folder that is in no project, or is one, is the project itself.
    """
    if root is None and len(paths) == 1 and (is_project(paths[0]) or not within_project(paths[0])):
        return paths[0], ()
    root = root or (within_project(paths[0]) if paths else None) or project_root(None)
    named = []
    for path in paths:
        try:
            inside = path.resolve(strict=True).relative_to(root.resolve())
        except (OSError, ValueError):
            raise NotAProjectError(f"{path} is no file or folder of the project {root}") from None
        named.append("" if inside == Path() else inside.as_posix())
    return root, tuple(named)


def _is_read(named: str) -> bool:
    """Whether a file or a folder is one that the check reads, or has such files."""
    return any(_below(named, part) or _below(part, named) for part in READ)


def _below(path: str, named: str) -> bool:
    return not named or path == named or path.startswith(f"{named}/")


def status_of(verified: Verified) -> int:
    """The exit status that the findings of a project make."""
    if not (verified.checked.sources and verified.checked.briefings):
        return CANNOT
    if any(problem.severity == "error" for problem in verified.problems):
        return FOUND
    return CANNOT if verified.checked.nothing else HOLDS
