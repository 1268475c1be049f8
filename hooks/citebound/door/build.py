"""Building a site aside and exchanging it in one step.

MkDocs cleans the folder it writes to and may stop half-way; so it writes to a folder
of its own next to ``site/``, and only a site that was built, checked and found whole
takes the place of the one before.
"""

from __future__ import annotations

import json
import logging
import os
import stat
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import TextIO

import mkdocs
from jinja2 import TemplateError
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException

import citebound
from citebound import publish
from citebound.door.apart import EndedError, apart
from citebound.door.events import begin, on_files
from citebound.door.paths import stated_paths
from citebound.door.proving import HOOK, Notes, Ran
from citebound.door.stated import epoch
from citebound.problems import Problem
from citebound.problems.printing import as_text
from citebound.proof.built import Built
from citebound.publish import Edition
from citebound.search.index import put_index
from citebound.shown.facts import SiteFacts
from citebound.writing.aside import FolderAside
from citebound.writing.files import NotWrittenError, Replacement
from citebound.writing.folders import FolderRefusedError, exchange, replaceable

_OURS = Path(citebound.__file__).parent
_MKDOCS = Path(mkdocs.__file__).parent


class BuildFailedError(Exception):
    """The site builder stopped; the message says why. Nothing was published."""


class CannotBuildError(Exception):
    """No site can be built so; the message says why. Nothing was begun."""


def folder_of_site(root: Path, asked: Path | None) -> Path:
    """The folder of the site: the one asked for, else the one that ``mkdocs.yml`` names.

    Raises :class:`CannotBuildError` where a site may not go there, and where the environment
    or ``mkdocs.yml`` cannot be understood.
    """
    try:
        epoch(root)
        paths = stated_paths(root)
        site = asked or paths.site
        replaceable(site, root, paths.inputs)
    except (ConfigurationError, FolderRefusedError) as error:
        raise CannotBuildError(str(error)) from None
    return site


@dataclass(frozen=True, slots=True)
class Door:
    """MkDocs as the ``mkdocs.yml`` of a project sets it up, with none of its hooks: what it says
    is noted here, and they are loaded where the site is built, in a process of its own.
    """

    root: Path
    site: Path
    strict: bool
    facts: SiteFacts
    notes: Notes

    def build(self, edition: Edition, folder: Path) -> Built:
        """Build an edition into ``folder``, and say what else the site is made of.

        Raises :class:`BuildFailedError`.
        """
        try:
            answer = json.loads(apart(lambda: json.dumps(self._built(edition, folder))))
            ran = Ran.of_text(answer["ran"]) if not answer["failed"] else Ran()
        except (EndedError, ValueError, LookupError, TypeError):
            raise BuildFailedError(
                "the build ended before it was done: a hook or a plugin of mkdocs.yml ends the "
                "program (sys.exit), or something else ended its process"
            ) from None
        sys.stderr.write(answer["said"])
        if answer["failed"]:
            raise BuildFailedError(answer["failed"])
        return self.notes.built(ran)

    def _built(self, edition: Edition, folder: Path) -> dict[str, str]:
        """Build an edition with all that ``mkdocs.yml`` names: what was ``said`` and noted while
        it ``ran``, or why it ``failed``.
        """
        said = StringIO()
        try:
            with _told(said):
                config = _configuration(self.root, folder, strict=self.strict)
                state = begin(config)
                state.commanded = True
                _refuse_without_ours(config)
                state.publish(edition)
                config.plugins.on_startup(command="build", dirty=False)
                try:
                    mkdocs_build(config)
                finally:
                    config.plugins.on_shutdown()
        except BuildFailedError as error:
            return {"said": said.getvalue(), "failed": str(error)}
        ran = state.notes.ran(config).as_text()
        return {"said": said.getvalue(), "failed": "", "ran": ran}


def open_door(
    root: Path, site: Path, *, strict: bool = True, loaded: Iterable[str] | None = None
) -> Door:
    """MkDocs for the project at ``root``, whose site will be ``site``. ``loaded`` are the modules
    that were loaded before ``mkdocs.yml`` was read first, if that was not here.

    What ``mkdocs.yml`` says is noted here, before the first event. Raises
    :class:`CannotBuildError` and :class:`BuildFailedError`.
    """
    before = frozenset(sys.modules if loaded is None else loaded)
    folder_of_site(root, site)
    seconds = epoch(root)
    if seconds is not None:
        os.environ["SOURCE_DATE_EPOCH"] = seconds
    with _told(sys.stderr):
        state = begin(_configuration(root, site, strict=strict, hooks=[]))
        _refuse_modules_of(root, sys.modules.keys() - before)
    return Door(root, site, strict, state.facts, state.notes)


def _configuration(
    root: Path, site: Path, *, strict: bool, hooks: list[str] | None = None
) -> MkDocsConfig:
    """What ``mkdocs.yml`` sets up; with ``hooks``, these in place of its own."""
    file = str(root / "mkdocs.yml")
    return load_config(config_file=file, site_dir=str(site), strict=strict, hooks=hooks)


def _refuse_modules_of(root: Path, loaded: Iterable[str]) -> None:
    """Refuse Markdown extensions and plugins that are files of the project: they are loaded with
    ``mkdocs.yml``, where the proof runs. A hook is loaded apart, and may be one.
    """
    ours = (_OURS, root / ".venv")
    for name in sorted(loaded):
        file = Path(getattr(sys.modules.get(name), "__file__", None) or os.devnull)
        if file.is_relative_to(root) and not any(file.is_relative_to(one) for one in ours):
            raise BuildFailedError(
                f"mkdocs.yml loads {file.relative_to(root)} as an extension or a plugin, where the "
                "proof runs; name it under hooks:, which are loaded apart, or install it as a "
                "package"
            )


def _refuse_without_ours(config: MkDocsConfig) -> None:
    if on_files not in config.plugins.events["files"]:
        raise BuildFailedError(
            f"mkdocs.yml does not name hooks/{HOOK} under hooks:, so no page of ours is built"
        )


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


@contextmanager
def _told(out: TextIO) -> Iterator[None]:
    """The warnings of MkDocs into ``out``, and whatever stops it as one sentence.

    Raises :class:`BuildFailedError`.
    """
    logger = logging.getLogger("mkdocs")
    handler = logging.StreamHandler(out)
    handler.setFormatter(logging.Formatter("%(message)s"))
    handler.setLevel(logging.WARNING)
    logger.addHandler(handler)
    logger.propagate = False
    try:
        yield
    except (MkDocsException, Abort) as error:
        raise BuildFailedError(error.format_message()) from None
    except TemplateError as error:
        # A template of the theme is broken; which one, and where in it, is in the traceback alone.
        where = traceback.extract_tb(error.__traceback__)[-1]
        raise BuildFailedError(f"{where.filename}:{where.lineno}: {error}") from None
    except OSError as error:
        what = error.filename or "the site"
        told = f"{what} cannot be read or written: {error.strerror or error}"
        raise BuildFailedError(told) from None
    except Exception as error:
        # Another hook, a plugin, an extension or a template. A fault of ours keeps its traceback.
        where = traceback.extract_tb(error.__traceback__)[-1]
        if _is_ours(error):
            raise
        words = " ".join(f"{type(error).__name__}: {error}".split())
        raise BuildFailedError(f"{where.filename}:{where.lineno}: {words}") from None
    finally:
        logger.removeHandler(handler)
        logger.propagate = True


def _is_ours(error: Exception) -> bool:
    """Whether what MkDocs called last was ours, whatever that called in turn."""
    called: list[Path] = []
    for frame in traceback.extract_tb(error.__traceback__):
        path = Path(frame.filename)
        called = [] if path.is_relative_to(_MKDOCS) else [*called, path]
    return any(path.is_relative_to(_OURS) for path in called)
