"""MkDocs opened for a project: what ``mkdocs.yml`` says is noted before any hook is loaded, and a
site is built in a process of its own. Whatever stops MkDocs is said in one sentence.
"""

from __future__ import annotations

import json
import logging
import os
import sys
import traceback
from collections.abc import Iterable, Iterator
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
from citebound.door.apart import EndedError, apart
from citebound.door.events import begin, on_files
from citebound.door.paths import stated_paths
from citebound.door.proving import HOOK, Notes, Ran
from citebound.door.stated import epoch
from citebound.proof.built import Built
from citebound.publish import Edition
from citebound.shown.facts import SiteFacts
from citebound.writing.folders import FolderRefusedError, replaceable

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
