"""What the mutation run found, as the documentation prints it: counts, survivors, reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bench.page import write_between

HERE = Path(__file__).resolve().parent
REASONS = HERE / "survivors.yml"
PAGE = HERE.parents[1] / "docs" / "mutants.md"
BEGIN, END = "<!-- measured: written by `make mutants` with --write -->", "<!-- measured: end -->"

Key = tuple[str, str, str, str]
"""A change: module, function, the lines before and after."""

Change = tuple[str, str, str]
"""A change by what it is, not where: function, the lines before and after."""


def key_of(module: str, owner: Sequence[str], change: tuple[str, str]) -> Key:
    """The key of a change; a module's constant is written as it is named."""
    return module, ".".join(owner).removeprefix("="), *change


def read_reasons(text: str) -> dict[Change, dict[str, str]]:
    """The reasons that a list of survivors gives to each change, by module; ``""`` is any module.

    A reason is written once for several changes. Raises ``ValueError`` where a change has two
    reasons and nothing tells them apart.
    """
    found: dict[Change, dict[str, str]] = {}
    for group in yaml.safe_load(text) or []:
        for function, old, new, *module in group["changes"]:
            named = found.setdefault((function, str(old), str(new)), {})
            where = module[0] if module else ""
            if where in named:
                raise ValueError(f"two reasons for one change: {function}: {old}")
            named[where] = group["why"].strip()
    return found


@cache
def _reasons() -> dict[Change, dict[str, str]]:
    return read_reasons(REASONS.read_text("utf-8"))


def reason_of(key: Key, known: Mapping[Change, Mapping[str, str]] | None = None) -> str | None:
    """The reason of a survivor: its module's own, else the one for any module, else ``None``.

    ``known`` is what :func:`read_reasons` gives; without it, the reasons of ``survivors.yml``.
    """
    module, *change = key
    function, old, new = change
    named = (_reasons() if known is None else known).get((function, old, new), {})
    return named.get(module, named.get(""))


def report(found: Mapping[str, Any]) -> list[str]:
    """The table of what became of the mutants, as Markdown."""
    head = ["module", "mutants", "killed", "endless", "survived", "cannot be compiled", "wording"]
    sorts = ["killed", "endless", "survived"]
    rows = []
    for module, result in found.items():
        counts = [result["counts"].get(sort, 0) for sort in sorts]
        invalid = result["counts"].get("invalid", 0)
        rows.append((f"`{module}.py`", sum(counts), *counts, invalid, result["wording"]))
    totals = [sum(row[column] for row in rows) for column in range(1, len(head))]
    lines = [f"| {' | '.join(head)} |", "| --- |" + " ---: |" * (len(head) - 1)]
    lines += [f"| {row[0]} | " + " | ".join(f"{n:,}" for n in row[1:]) + " |" for row in rows]
    return [*lines, "| **all** | " + " | ".join(f"**{n:,}**" for n in totals) + " |"]


def listed(found: Mapping[str, Any]) -> list[str]:
    """The survivors under their reasons, as Markdown: what was there, and what was put for it."""
    by_reason: dict[str, list[str]] = {}
    for module, result in found.items():
        for survivor in result["survivors"]:
            _, function, old, new = key = tuple(survivor["key"])
            changes = by_reason.setdefault(reason_of(key) or "No reason yet.", [])
            changes += [f"@@ {module}.py, {function} @@", f"- {old}", f"+ {new}"]
    lines = []
    for why, changes in by_reason.items():
        lines += [f"**{len(changes) // 3}** · {' '.join(why.split())}", ""]
        lines += ["````diff", *changes, "````", ""]
    return lines


def write_page(found: Mapping[str, Any]) -> None:
    """Write the figures and the list between the two marks of the page."""
    middle = [*report(found), "", "### Survivors", "", *listed(found)]
    write_between(PAGE, BEGIN, END, "\n".join(middle))
