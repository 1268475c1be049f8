"""Whether time grows in proportion to what there is: each row is a project, long in one way.

Each row is made at a length, at twice and at four times that length, and read (``scan``), checked
(bound, every check, the findings printed), printed (all that is published of it, made and proved)
and indexed for the search. The exponent of the growth is 1 where the work is linear and 2 where it
is quadratic. A row is run in a process of its own and stopped after a time. Run it as ``make
bench-linear``; ``--write`` writes the table into the documentation.
"""

from __future__ import annotations

import argparse
import gc
import json
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log2
from pathlib import Path

from bench.long_projects import Row
from bench.long_rows import ROWS
from bench.page import write_between
from citebound import publish
from citebound.checks import check
from citebound.cli import COLLECTED
from citebound.markup import scan
from citebound.model import Library
from citebound.passages.binding import bind
from citebound.problems import Checked
from citebound.shown.facts import SiteFacts

PAGE = Path(__file__).resolve().parents[2] / "docs" / "trust.md"
BEGIN = "<!-- timed: written by `make bench-linear` with --write -->"
END = "<!-- timed: end -->"

STEPS = ("read", "check", "print", "index")
LENGTHS = 3
"""A row is timed at so many lengths, each twice the one before."""

ENOUGH = 0.6
"""Seconds after which a row need not be made longer."""

LONGEST = 5_000_000
"""Characters of all texts of a project, at the most."""

LIMIT = 300
"""Seconds of processor time after which a row is stopped; of wall clock, ten times as many."""

WORTH = 0.1
"""Seconds below which a step says nothing of how its time grows."""

STEEPEST = 1.25
"""The largest exponent of a step whose time is in proportion: there is noise in it."""


@dataclass(frozen=True, slots=True)
class Timed:
    """A row at one length: the seconds of each step, and the bytes of what was made."""

    count: int
    seconds: tuple[float, ...]
    bytes: int


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a row: its last lengths, or what stopped it."""

    row: Row
    timed: tuple[Timed, ...]
    stopped: str = ""

    def exponent(self, step: int) -> float | None:
        """How steeply the time of a step grows, or ``None`` where it is too short to tell."""
        first, last = self.timed[0].seconds[step], self.timed[-1].seconds[step]
        if last < WORTH:
            return None
        # Of points at equal distances, the slope of least squares is that of the outer two.
        return log2(last / max(first, 1e-6)) / (len(self.timed) - 1)

    @property
    def growth(self) -> float:
        """How steeply the bytes of what is made grow."""
        return log2(self.timed[-1].bytes / self.timed[0].bytes) / (len(self.timed) - 1)

    @property
    def fails(self) -> bool:
        """Whether it was stopped, or a step is steeper than it may be: in proportion to what there
        is, or, where it is decided that more is made of it, to what is made.
        """
        if self.stopped:
            return True
        found = (self.exponent(step) for step in range(len(STEPS)))
        most = STEEPEST * max(1.0, self.growth if self.row.known else 1.0)
        return any(exponent is not None and exponent > most for exponent in found)


# --- in the process of a row ----------------------------------------------------------------


def timed(whole: Library, count: int) -> Timed:
    """Seconds of processor time of each step with a project."""
    gc.collect()
    gc.freeze()  # what was there before is not looked through again
    at = [time.process_time()]
    for subject in whole.subjects():
        scan(subject.document.text, subject.path)
    at.append(time.process_time())
    bindings = bind(whole)
    public = publish.public_of(whole, bindings)
    problems = check(whole, bindings, (), public)
    verified = publish.Verified(whole, bindings, problems, Checked(), public)
    publish.render_findings(verified)
    at.append(time.process_time())
    edition = publish.render(verified, SiteFacts())
    at.append(time.process_time())
    index = publish.search_index(edition, {})
    at.append(time.process_time())
    gc.unfreeze()
    made = sum(len(str(page.html)) for page in edition.pages)
    made += sum(map(len, edition.assets.values())) + sum(map(len, index.files.values()))
    return Timed(count, tuple(after - before for before, after in pairwise(at)), made)


def characters(whole: Library) -> int:
    """How long the texts of a project are together."""
    own = sum(len(subject.document.text) for subject in whole.subjects())
    return own + sum(len(source.text) for source in whole.sources.values())


def run(row: Row) -> None:
    """Time a row at longer and longer lengths, and say each as a line of JSON."""
    gc.set_threshold(*COLLECTED)  # as the command does
    timed(row.make(1), 1)  # templates are read at the first page
    count, runs = row.count, 0
    while True:
        whole = row.make(count)
        found = timed(whole, count)
        print(json.dumps([found.count, found.seconds, found.bytes]), flush=True)
        runs += 1
        long = sum(found.seconds) > ENOUGH or 2 * characters(whole) > LONGEST
        if runs >= LENGTHS and long:
            return
        count *= 2


# --- in the process that starts them --------------------------------------------------------


def result(row: Row, limit: int) -> Result:
    """What becomes of a row in a process of its own."""
    command = [sys.executable, "-m", "bench.linear", "--limit", str(limit), "--row", row.name]
    late = f"no answer in {limit} s"
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, timeout=10 * limit, check=False)
    except subprocess.TimeoutExpired as error:
        return _result(row, error.stdout or b"", late)
    if done.returncode == -signal.SIGXCPU:
        return _result(row, done.stdout, late)
    return _result(row, done.stdout, f"error {done.returncode}" if done.returncode else "")


def _result(row: Row, said: bytes, stopped: str) -> Result:
    lines = [json.loads(line) for line in said.decode().splitlines() if line.endswith("]")]
    found = tuple(Timed(count, tuple(seconds), size) for count, seconds, size in lines)
    return Result(row, found[-LENGTHS:], stopped)


HEAD = (
    f"| what there is many of | how many | seconds | {' | '.join(STEPS)} | bytes |",
    f"| --- | ---: | ---: |{' ---: |' * (len(STEPS) + 1)}",
)


def line(found: Result) -> str:
    """A line of the table."""
    counts = " / ".join(f"{one.count:,}" for one in found.timed) or "–"
    seconds = " / ".join(f"{sum(one.seconds):.2f}" for one in found.timed)
    told = [found.row.name.replace("|", "\\|"), counts, seconds or "–"]
    if found.stopped or not found.timed:
        return f"| {' | '.join(told)} | {found.stopped} |{' |' * len(STEPS)}"
    steps = [found.exponent(step) for step in range(len(STEPS))]
    told += ["–" if e is None else f"{e:.2f}" for e in steps]
    return f"| {' | '.join([*told, f'{found.growth:.2f}'])} |"


def markdown(found: Sequence[Result]) -> str:
    """The table, and why some rows are steeper than the others."""
    known: dict[str, list[str]] = {}
    for one in found:
        if one.row.known:
            known.setdefault(one.row.known, []).append(one.row.name)
    told = [f"*{'; '.join(names)}*: {why}." for why, names in known.items()]
    return "\n\n".join(["\n".join([*HEAD, *map(line, found)]), *told])


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it and print it; 0 where the time of every row is in proportion."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="rows whose names begin so")
    parser.add_argument("--limit", type=int, default=LIMIT, help="seconds for a row")
    parser.add_argument("--write", action="store_true", help="also into docs/trust.md")
    parser.add_argument("--row", help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    if chosen.write and chosen.only:
        parser.error("--write puts the whole table there: leave out --only")
    if chosen.row is not None:
        resource.setrlimit(resource.RLIMIT_CPU, (chosen.limit, chosen.limit + 5))
        run(next(row for row in ROWS if row.name == chosen.row))
        return 0
    print("\n".join(HEAD))
    found = []
    for row in (row for row in ROWS if row.name.startswith(chosen.only)):
        found.append(result(row, chosen.limit))
        print(line(found[-1]), flush=True)
    if chosen.write:
        write_between(PAGE, BEGIN, END, markdown(found))
    failed = [one.row.name for one in found if one.fails]
    for name in failed:
        print(f"not in proportion: {name}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
