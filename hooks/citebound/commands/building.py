"""``citebound build``: from a project that holds to its published site, or nothing at all."""

from __future__ import annotations

import argparse
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from citebound import publish
from citebound.commands.checking import status_of
from citebound.commands.output import FOUND, HOLDS, cannot, tell
from citebound.commands.root import project_root
from citebound.commands.stopping import StoppedError, Stopping
from citebound.problems.printing import as_text, counted, summary
from citebound.publish import Edition
from citebound.reading.lines import lines_of
from citebound.reading.project import ADDRESSES
from citebound.writing.files import NotWrittenError, Replacement

if TYPE_CHECKING:
    from citebound.door.opening import Door


def run_build(options: argparse.Namespace) -> int:
    """Check, build aside, check that, exchange; and give the exit status."""
    # Imported here, so that checking needs no site builder.
    from citebound.door.opening import BuildFailedError, CannotBuildError, folder_of_site, open_door

    root = project_root(options.root)
    site = "the site"
    loaded = frozenset(sys.modules)
    try:
        folder = folder_of_site(root, options.site)
        site = str(folder)
        door = open_door(root, folder, loaded=loaded)
        edition = publish.prepare(root, door.facts)
        verified = edition.verified
        if verified.problems:
            tell(as_text(verified.problems, lines_of(root)))
        tell(summary(verified.checked, verified.problems))
        if not verified.holds:
            tell(f"Nothing was published; {site} is as it was.")
            return status_of(verified)
        _publish(door, edition, options.stopping)
    except StoppedError as stopped:
        tell(f"Stopped; {site} is as it was.")
        return stopped.status
    except (CannotBuildError, NotWrittenError) as error:
        return cannot(f"{error}. Nothing was published.")
    except BuildFailedError as error:
        tell(str(error).strip())
        tell(f"Nothing was published; {site} is as it was.")
        return FOUND
    return HOLDS


def _publish(door: Door, edition: Edition, stopping: Stopping) -> None:
    """Build the site, and record with it the addresses that are new."""
    from citebound.door.build import build_site
    from citebound.door.stated import unstated

    new = _new_addresses(edition)
    with ExitStack() as stack:
        addresses = None
        if new:
            text = _with_addresses(door.root / ADDRESSES, new)
            addresses = stack.enter_context(Replacement(door.root / ADDRESSES, text))
        build_site(door, edition, addresses=addresses, before_exchange=stopping.last_moment)
    if new:
        tell(f"Recorded {counted(len(new), 'new address', 'es')} in {ADDRESSES}: commit it.")
    for said in unstated(door.facts):
        tell(said)
    tell(f"Published to {door.site}.")


def _new_addresses(edition: Edition) -> list[str]:
    """The addresses of what is published that the file which keeps them lacks: of pages, and of
    the judgements and the events on them.
    """
    assert edition.public is not None
    briefings = edition.public.library.briefings
    found = {
        *edition.public.addresses,
        *(b.judgement_address(j.id) for b in briefings for j in b.judgements),
        *(event.address for b in briefings for event in b.events),
    }
    return sorted(found - edition.verified.library.settings.kept)


def _with_addresses(path: Path, new: list[str]) -> str:
    """The text of that file with some more."""
    before = path.read_text(encoding="utf-8") if path.exists() else (
        "# Every address that was ever published, written by `citebound build`: of pages, and of\n"
        "# judgements and events. None of them may vanish: see formerly:, gone: and corrections:\n"
        "# in the documentation.\n"
    )  # fmt: skip
    if not before.endswith("\n"):
        before += "\n"
    return before + "".join(f"{line}\n" for line in new)
