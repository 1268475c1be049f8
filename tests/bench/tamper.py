"""Damages the site, one thing at a time, and looks whether each damage is found.

Half of the damages are to the finished site, each in one file, which is proved alone; half are
before it, to what pages, data and search records are made of or made by. Run it as
``make bench-tamper``; ``--write`` writes the table into the documentation.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from random import Random

from bench.finished_damages import FinishedSite, damage_finished
from bench.made_damages import MadeSite, damage_made
from bench.outcome import Outcome
from bench.page import write_between
from citebound.door.build import build_into
from citebound.door.opening import open_door
from citebound.publish import prepare
from citebound.search.bundle import FOLDER

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "trust.md"
BEGIN = "<!-- tampered: written by `make bench-tamper` with --write -->"
END = "<!-- tampered: end -->"

PROJECT = ("briefings", "docs", "hooks", "seeds", "tests/cases", "mkdocs.yml")
FACTS = {
    "SITE_URL": "https://briefings.example/burma/",
    "EDIT_BASE": "https://forge.example/edit/main/",
    "SOURCE_DATE_EPOCH": "1795500000",
}
"""A site with an address, edit links and a date, so that all of these can be damaged."""

HALVES = {"finished": "In the finished site", "made": "Before it"}
COLUMNS = ("what", "made", "found", "ignored", "missed", "discarded")
CHUNK = 250


def built(folder: Path) -> FinishedSite:
    """The site of this project, built in a copy of it below ``folder``."""
    root = folder / "project"
    for name in PROJECT:
        origin, target = ROOT / name, root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if origin.is_dir():
            shutil.copytree(origin, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(origin, target)
    before = {name: os.environ.get(name) for name in FACTS}
    os.environ.update(FACTS)
    site = root / "site"
    site.mkdir()
    try:
        door = open_door(root, site)
        finished = build_into(door, prepare(root, door.facts), site)
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
    if finished.problems:
        sys.exit(f"The site does not hold as it was built: {finished.problems[0].message}")
    return FinishedSite(site, finished)


def made_of(site: FinishedSite) -> MadeSite:
    """What a finished site was made of; its search index is made of the records and of pages."""
    edition, built = site.finished.edition, site.finished.built
    assets = {name: c for name, c in edition.assets.items() if not name.startswith(f"{FOLDER}/")}
    return MadeSite(replace(edition, assets=assets), built.facts, built.others)


def outcomes(
    half: str, site: FinishedSite, made: MadeSite, numbers: Iterable[int], seed: int
) -> Iterator[Outcome]:
    """The fates of the damages of some numbers. One that damages nothing is discarded, and
    another is made in its place.
    """
    damage: Callable[[Random], Outcome]
    if half == "finished":
        damage = lambda random: damage_finished(site, random)  # noqa: E731, two of a kind
    else:
        damage = lambda random: damage_made(made, random)  # noqa: E731, two of a kind
    for number in numbers:
        for attempt in count():
            random = Random(f"{seed} {half} {number} {attempt}")  # noqa: S311, no secret
            outcome = damage(random)
            yield outcome
            if outcome.fate != "discarded":
                break


_SHARED: list[tuple[FinishedSite, MadeSite]] = []
"""What the processes of a run inherit."""


def _chunk(half: str, numbers: range, seed: int) -> list[Outcome]:
    site, made = _SHARED[0]
    with tempfile.TemporaryDirectory() as folder:
        own = site.copied(Path(folder) / "site") if half == "finished" else site
        return [*outcomes(half, own, made, numbers, seed)]


def run(total: int, seed: int) -> list[Outcome]:
    """The fates of ``total`` damages, half of them to the finished site."""
    with tempfile.TemporaryDirectory() as folder:
        site = built(Path(folder))
        made = made_of(site)
        made.records, made.pinned  # noqa: B018, derived once, before the processes part
        _SHARED[:] = [(site, made)]
        chunks = [
            (half, range(at, min(at + CHUNK, total // 2)), seed)
            for at in range(0, total // 2, CHUNK)
            for half in HALVES
        ]
        with ProcessPoolExecutor(os.cpu_count(), get_context("fork")) as pool:
            parts = pool.map(_chunk, *zip(*chunks, strict=True))
            return [outcome for part in parts for outcome in part]


def markdown(found: Sequence[Outcome], seed: int) -> str:
    """The tables: by what was damaged and by the kind of the damage, and what was ignored."""
    told = [f"{sum(o.fate != 'discarded' for o in found):,} damages, seed {seed}."]
    for half, title in HALVES.items():
        mine = [outcome for outcome in found if outcome.half == half]
        told += [f"### {title}", _table("damaged", mine, lambda o: o.where)]
        told.append(_table("damage", mine, _kind))
    ignored = Counter(o.why for o in found if o.fate == "ignored")
    rows = [f"| {why} | {number:,} |" for why, number in sorted(ignored.items())]
    told += ["### Ignored", "\n".join(["| what no visitor can notice | damages |",
                                        "| --- | ---: |", *rows])]  # fmt: skip
    return "\n\n".join(told)


def _kind(outcome: Outcome) -> str:
    """The kind of a damage; the functions of the renderer are one kind."""
    return "an answer of the renderer" if outcome.where == "renderer" else outcome.damage


def _table(first: str, found: Sequence[Outcome], by: Callable[[Outcome], str]) -> str:
    counted = Counter((by(outcome), outcome.fate) for outcome in found)
    kinds = sorted({kind for kind, _ in counted})
    lines = [
        f"| {' | '.join((first, *COLUMNS[1:]))} |",
        f"| --- |{' ---: |' * (len(COLUMNS) - 1)}",
    ]
    every = Counter(outcome.fate for outcome in found)
    for kind, fates in [
        *((kind, {fate: counted[kind, fate] for fate in COLUMNS}) for kind in kinds),
        ("**all**", {fate: every[fate] for fate in COLUMNS}),
    ]:
        fates["made"] = fates["found"] + fates["ignored"] + fates["missed"]
        lines.append(f"| {kind} | {' | '.join(f'{fates[name]:,}' for name in COLUMNS[1:])} |")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it and print it; 0 where no damage was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000, help="of damages, half before")
    parser.add_argument("--seed", type=int, default=1, help="1 is what is printed")
    parser.add_argument("--write", action="store_true", help="also into docs/trust.md")
    chosen = parser.parse_args(arguments)
    found = run(chosen.count, chosen.seed)
    table = markdown(found, chosen.seed)
    print(table)
    missed = [outcome for outcome in found if outcome.fate == "missed"]
    for outcome in missed[:40]:
        print(f"missed: {outcome}", file=sys.stderr)
    if chosen.write:
        write_between(PAGE, BEGIN, END, table)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
