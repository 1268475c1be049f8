"""Graphviz, where it is installed: from a graph in its language to positions."""

from __future__ import annotations

import shutil
import subprocess

SECONDS = 10
"""A graph that takes longer is not drawn."""


def draw(graph: str) -> str | None:
    """The "plain" layout of a graph by ``neato``; ``None`` where Graphviz is missing or fails."""
    program = shutil.which("neato")
    if program is None:
        return None
    try:
        done = subprocess.run(
            [program, "-Tplain"],
            input=graph,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout
