"""What only the owner, the environment or the repository knows of a site."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError

from citebound import __version__
from citebound.shown.facts import SiteFacts

_EPOCH = "SOURCE_DATE_EPOCH"
_NO_ADDRESS = (
    "SITE_URL is not set: no canonical links; feeds have relative addresses, and citations the "
    "address at which a page is read."
)


def site_facts(config: MkDocsConfig, root: Path, *, preview: bool) -> SiteFacts:
    """The facts of a site, each ``None`` where nobody has stated it."""
    site_url = config.site_url or None
    edit_base = config.extra.get("edit_base") or None
    return SiteFacts(
        site_url=None if preview else site_url,
        edit_base=edit_base,
        content_licence=config.extra.get("content_licence") or None,
        checked_on=checked_on(root),
        preview=preview,
        site_name=config.site_name,
        version=__version__,
    )


def unstated(facts: SiteFacts) -> tuple[str, ...]:
    """What nobody has stated, and what a published site lacks for that."""
    wanted = (
        (facts.site_url, _NO_ADDRESS),
        (facts.edit_base, "EDIT_BASE is not set: no edit buttons."),
    )
    return tuple(said for value, said in wanted if value is None and not facts.preview)


def epoch(root: Path) -> str | None:
    """``SOURCE_DATE_EPOCH``, or else the seconds of the commit, or else ``None``.

    Raises :class:`mkdocs.exceptions.ConfigurationError` where the environment states
    something other than a number of seconds. An empty variable states nothing; it is removed,
    because MkDocs would read a number from it.
    """
    stated = os.environ.get(_EPOCH)
    if stated:
        if _day(stated) is None:
            raise ConfigurationError(
                f"{_EPOCH} is not a number of seconds since 1970: {stated!r}; unset it to use the "
                "day of the commit"
            )
        return stated
    os.environ.pop(_EPOCH, None)
    try:
        seconds = subprocess.run(
            ["git", "-C", str(root), "log", "-1", "--format=%ct"],  # noqa: S607, git by its name
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return None
    return seconds or None


def checked_on(root: Path) -> str | None:
    """The day of the commit that is checked, as ``2026-11-24``."""
    seconds = epoch(root)
    return None if seconds is None else _day(seconds)


def _day(seconds: str) -> str | None:
    """The day on which so many seconds had passed since 1970, or ``None`` for other words."""
    if not (seconds.isascii() and seconds.isdecimal()):
        return None
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date().isoformat()
    except (OverflowError, ValueError, OSError):  # after the year 9999
        return None
