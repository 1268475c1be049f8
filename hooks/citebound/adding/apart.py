"""A document read in a process of its own: a damaged or hostile one ends that process, and neither
the command nor the machine.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypedDict, cast

from citebound.adding.extracted import Extracted, LeftOut, UnreadableError

SECONDS = 60
"""So much time of the processor a document may take."""

MEMORY = 2 << 30
"""So many bytes of memory it may take."""

LARGEST = 50 << 20
"""A larger file, in bytes, is not read."""

_PATIENCE = 120


class _Told(TypedDict, total=False):
    unreadable: str
    kind: str
    paragraphs: Sequence[str]
    by: str
    left_out: Sequence[Mapping[str, str]]
    notes: Sequence[str]
    says: Mapping[str, str]


def read_apart(path: Path) -> tuple[str, Extracted]:
    """The kind of the document at ``path``, and what is taken out of it.

    Raises :class:`~citebound.adding.extracted.UnreadableError`, and :class:`OSError` for a file
    that cannot be opened.
    """
    size = path.stat().st_size
    if size > LARGEST:
        raise UnreadableError(f"it has {size >> 20} MB, and at most {LARGEST >> 20} MB are read")
    command = [sys.executable, "-m", "citebound.adding", str(path.resolve())]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        raise UnreadableError(f"reading it takes more than {_PATIENCE} seconds") from None
    try:
        told = cast("_Told", json.loads(done.stdout))
    except ValueError:
        how = "took too long" if done.returncode in (-24, -9) else "broke off"
        raise UnreadableError(f"reading it {how}: the document may be damaged") from None
    if "unreadable" in told:
        raise UnreadableError(told["unreadable"])
    left_out = tuple(LeftOut(one["what"], one["words"]) for one in told["left_out"])
    return told["kind"], Extracted(
        tuple(told["paragraphs"]), told["by"], left_out, tuple(told["notes"]), told["says"]
    )
