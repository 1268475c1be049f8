"""What the rules of our own sentences cost: processor time on this project, in a fresh process.

A check runs once and ends, so what counts is the first time: words are not known yet, and no text
was read before. Each run is a process of its own, in which the project is read and bound, its
statements are made, and all of them are put to one rule after the other as the check does; then the
same once more, when everything is known. As for a command that was run before, Python has kept the
modules compiled, in a folder that no other process uses; memory is tidied as seldom as the command
has it. Printed are medians. Run it as ``make bench-rules``; ``--write`` writes the table into the
documentation.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.page import write_between
from citebound.cli import COLLECTED

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "trust.md"
BEGIN = "<!-- rules: written by `make bench-rules` with --write -->"
END = "<!-- rules: end -->"

RUNS = 9
"""So many processes, of which the medians are printed."""

Steps = Mapping[str, float]
"""Seconds of processor time of each step, by its name, in order."""


def run(root: Path) -> tuple[Steps, Steps]:
    """The steps of a check of a project, and what the rules take when all is known: in a process
    that has done nothing yet.
    """
    gc.set_threshold(*COLLECTED)
    now = time.process_time
    before = now()
    # Imported here, because that takes time as well, and what is made ready then is part of it.
    from citebound.passages.binding import bind
    from citebound.reading import read_project

    imported = now()
    library = read_project(root)
    read = now()
    bindings = bind(library)
    bound = now()
    from citebound.checks.own_sentences import RULES
    from citebound.claims.known import Known
    from citebound.claims.statements import of_library

    ready = now()
    statements = [*of_library(library, bindings)]
    known = Known(library)
    steps = {
        "importing what reads and binds": imported - before,
        "reading": read - imported,
        "binding": bound - read,
        "importing the rules": ready - bound,
        "statements": now() - ready,
    }
    found = []
    for _time in range(2):
        taken: dict[str, float] = {}
        for rule in RULES:
            start = now()
            for statement in statements:
                for _ in rule(statement, known):
                    pass
            taken[rule.__name__] = now() - start
        found.append(taken)
    return steps | found[0], found[1]


def measured(runs: int) -> list[tuple[Steps, Steps]]:
    """What so many processes took, one after the other."""
    command = [sys.executable, "-m", "bench.rules", "--run"]
    with TemporaryDirectory() as kept:
        environment = os.environ | {"PYTHONPYCACHEPREFIX": kept}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        found = [
            subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True).stdout
            for _ in range(1 + runs)
        ]
    return [tuple(json.loads(said)) for said in found[1:]]


def markdown(found: Sequence[tuple[Steps, Steps]]) -> str:
    """The table, in thousandths of a second."""
    rules = list(found[0][1])
    lines = [
        f"Processor time in milliseconds, medians of {len(found)} processes.",
        "",
        "| step | the first time | once more |",
        "| --- | ---: | ---: |",
    ]
    for step in found[0][0]:
        again = _median(once[step] for _, once in found) if step in rules else "–"
        name = f"rule `{step}`" if step in rules else step
        lines.append(f"| {name} | {_median(first[step] for first, _ in found)} | {again} |")
    first = _median(sum(steps[rule] for rule in rules) for steps, _ in found)
    again = _median(sum(steps.values()) for _, steps in found)
    return "\n".join([*lines, f"| **the rules together** | **{first}** | **{again}** |"])


def _median(seconds: Iterable[float]) -> str:
    return f"{median(seconds) * 1000:.1f}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS, help="of processes")
    parser.add_argument("--write", action="store_true", help="also into docs/trust.md")
    parser.add_argument("--run", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    if chosen.run:
        print(json.dumps(run(ROOT)))
        return 0
    table = markdown(measured(chosen.runs))
    print(table)
    if chosen.write:
        write_between(PAGE, BEGIN, END, table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
