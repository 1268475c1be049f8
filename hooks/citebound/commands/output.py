"""What a command says, whoever listens.

A listener may leave early (``citebound check | head``), and a terminal may know ASCII only:
neither is a fault of the project that is checked, and neither changes the exit status.
"""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO

from citebound.problems.printing import escaped

HOLDS, FOUND, CANNOT = 0, 1, 2
"""The exit status: all holds; there are findings; it cannot run or had nothing to check."""


def settle_encoding() -> None:
    """Let both outputs escape what their encoding lacks, rather than fail at it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def shows_colours() -> bool:
    """Whether standard output is a terminal on which colours are wanted (no-color.org)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout.isatty()


def say(words: str) -> None:
    """A line, or several, on standard output."""
    _write(sys.stdout, words)


def say_data(words: str) -> None:
    """What another program reads on standard output: UTF-8, whatever the terminal is."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    _write(sys.stdout, words)


def tell(words: str) -> None:
    """A line, or several, on standard error: how it goes, beside what was asked for."""
    _write(sys.stderr, words)


def cannot(message: str) -> int:
    """Say why a command cannot run, and give its exit status."""
    tell(f"citebound: {escaped(message)}")
    return CANNOT


def _write(stream: TextIO, words: str) -> None:
    try:
        stream.write(f"{words}\n")
        stream.flush()
    except OSError as error:
        # Python flushes once more at its end, and would complain then.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
        if not isinstance(error, BrokenPipeError):
            raise
