"""Building a site aside and exchanging it in one step.

MkDocs cleans the folder it writes to and may stop half-way; so it writes to a folder
of its own beside ``site/``, and only a site that was built, checked and found whole
takes the place of the one before.
"""

from __future__ import annotations

import ctypes
import logging
import os
import shutil
import sys
import tempfile
import traceback
from pathlib import Path

from jinja2 import TemplateError
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from citebound.door.facts import epoch

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class BuildFailedError(Exception):
    """The site builder stopped; the message says why. Nothing was published."""


def build_site(root: Path, site: Path, *, strict: bool = True) -> None:
    """Build the project at ``root`` and let it take the place of ``site``.

    Raises :class:`BuildFailedError`; then ``site`` is untouched.
    """
    seconds = epoch(root)
    if seconds is not None:
        os.environ["SOURCE_DATE_EPOCH"] = seconds
    site.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=f".{site.name}-next-", dir=site.parent))
    try:
        _run(root, aside, strict=strict)
        aside.chmod(0o755)
        exchange(aside, site)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _run(root: Path, folder: Path, *, strict: bool) -> None:
    """One build of MkDocs into ``folder``, with its messages on standard error."""
    logger = logging.getLogger("mkdocs")
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    handler.setLevel(logging.WARNING)
    logger.addHandler(handler)
    logger.propagate = False
    try:
        config = load_config(
            config_file=str(root / "mkdocs.yml"), site_dir=str(folder), strict=strict
        )
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build(config)
        finally:
            config.plugins.on_shutdown()
    except (MkDocsException, Abort) as error:
        raise BuildFailedError(error.format_message()) from None
    except TemplateError as error:
        # A template of the theme is broken; which one, and where in it, is in the traceback alone.
        where = traceback.extract_tb(error.__traceback__)[-1]
        raise BuildFailedError(f"{where.filename}:{where.lineno}: {error}") from None
    except OSError as error:
        raise BuildFailedError(f"the site cannot be written: {error}") from None
    finally:
        logger.removeHandler(handler)
        logger.propagate = True


def exchange(new: Path, site: Path) -> None:
    """Let ``new`` take the place of ``site``, in one step where the system has one.

    Afterwards ``new`` holds what ``site`` was, or is gone. On Linux the two are
    exchanged by renameat2(2); elsewhere, and on file systems without it, ``site`` is
    away for the moment between two renames.
    """
    if not site.exists():
        new.rename(site)
        return
    if sys.platform == "linux":
        libc = ctypes.CDLL(None, use_errno=True)
        renameat2 = getattr(libc, "renameat2", None)
        if renameat2 is not None and not renameat2(
            _AT_FDCWD, os.fsencode(new), _AT_FDCWD, os.fsencode(site), _RENAME_EXCHANGE
        ):
            return
    old = site.with_name(f".{site.name}-old-{os.getpid()}")
    site.rename(old)
    try:
        new.rename(site)
    except OSError:
        old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)
