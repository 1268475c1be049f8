"""The command ``citebound``: whatever ends it is said in a sentence. Its line is read elsewhere
(:mod:`citebound.commands.line`).

Exit status: 0 when all holds, 1 with findings, 2 when it cannot run or had nothing
to check, and 128 and the number of the signal when it was stopped by one.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from citebound.commands.stopping import StoppedError, Stopping

COLLECTED = (300_000, 50, 50)
"""How seldom Python looks for what nothing refers to: what a command reads it keeps to its end, and
looking through all of it again and again takes up to a third of the time of a long text. A small
project ends before the first time.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and give its exit status."""
    gc.set_threshold(*COLLECTED)
    try:
        with Stopping() as stopping:
            # Imported here: that takes a while, and a signal may come in it.
            from citebound.commands.line import run

            return run(arguments, stopping)
    except StoppedError as stopped:
        sys.stderr.write("Stopped.\n")
        return stopped.status
