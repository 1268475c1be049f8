"""The tables of the mutation benchmark, in Markdown."""

from __future__ import annotations

import os
import platform
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.damage import DAMAGE
from bench.environment import PEERS
from bench.page import write_between
from bench.permitted import PERMITTED
from bench.speed import Rate

BEGIN = "<!-- measured: written by `make bench-trust` with --write -->"
END = "<!-- measured: end -->"

_NAMES = {
    "ours": "Citebound",
    "citations": "citations",
    "linkml": "linkml-reference-validator",
    "rapidfuzz": "rapidfuzz ≥ 90",
}


@dataclass(slots=True)
class Accuracy:
    """How many cases of each kind there were, how many mutants were discarded, each tool's
    mistakes by kind, and how often the hint named the true passage (of how many).
    """

    cases: Counter[str]
    discarded: Counter[str]
    mistakes: dict[str, Counter[str]]
    named: int
    changed: int
    not_asked: set[tuple[str, str]] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Report:
    """All that was measured. ``memory`` is in bytes, for a text and for twice the text."""

    accuracy: Accuracy
    rates: tuple[Rate, ...]
    memory: tuple[int, int]
    reading: float
    versions: dict[str, str]
    texts: int
    sources: int
    seed: int

    def rate(self, tool: str, group: str) -> Rate | None:
        """A tool's rate, where it was measured."""
        return next((r for r in self.rates if (r.tool, r.group) == (tool, group)), None)


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal, what was measured, and whether it is met."""

    goal: str
    measured: str
    met: bool


def goals(report: Report) -> tuple[Goal, ...]:
    """The goals of the benchmark."""
    ours = report.accuracy.mistakes["ours"]
    accepted = sum(ours[kind] for kind in DAMAGE)
    refused = sum(ours[kind] for kind in PERMITTED)
    accuracy = report.accuracy
    share = accuracy.named / accuracy.changed
    memory = report.memory[1] / report.memory[0]
    return (
        Goal("no damaged quotation accepted", str(accepted), accepted == 0),
        Goal("no permitted change refused or bound elsewhere", str(refused), refused == 0),
        _faster(report, "found", 1),
        _faster(report, "refused", 2),
        Goal(
            "the hint names the true passage for 99 % of quotations with one word replaced",
            f"{share:.2%} of {accuracy.changed:,}".replace("%", " %", 1),
            share >= 0.99,
        ),
        Goal("twice the text takes at most 2.2 times the memory", f"{memory:.2f}", memory <= 2.2),
    )


def _faster(report: Report, group: str, times: int) -> Goal:
    mine = report.rate("ours", group)
    others = [report.rate(tool, group) for tool in ("citations", "linkml")]
    fastest = max(rate.per_second for rate in others if rate)
    ratio = mine.per_second / fastest if mine else 0.0
    return Goal(
        f"{group} quotations: {times} × the speed of the faster of the two other verifiers",
        f"{ratio:.1f} ×",
        ratio >= times,
    )


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _mistakes(report: Report, kinds: Sequence[str], *, discarded: bool) -> str:
    accuracy = report.accuracy
    tools = ("ours", *PEERS)

    def cell(tool: str, kind: str) -> str:
        asked = (tool, kind) not in accuracy.not_asked
        return f"{accuracy.mistakes[tool][kind]:,}" if asked else "–"

    rows = [
        [
            kind,
            f"{accuracy.cases[kind]:,}",
            *([f"{accuracy.discarded[kind]:,}"] if discarded else []),
            *(cell(tool, kind) for tool in tools),
        ]
        for kind in kinds
    ]
    rows.append(
        [
            "**all**",
            f"**{sum(accuracy.cases[k] for k in kinds):,}**",
            *([f"**{sum(accuracy.discarded[k] for k in kinds):,}**"] if discarded else []),
            *(f"**{sum(accuracy.mistakes[t][k] for k in kinds):,}**" for t in tools),
        ]
    )
    head = ["change", "cases", *(["discarded"] if discarded else []), *(_NAMES[t] for t in tools)]
    return _table(head, rows)


def _rates(report: Report) -> str:
    def cells(tool: str) -> Iterator[str]:
        for group in ("found", "refused", "refused, with hints"):
            rate = report.rate(tool, group)
            yield f"{rate.per_second:,.0f}" if rate else "–"
        for group in ("found", "refused"):
            rate = report.rate(tool, group)
            yield f"{rate.accepted:,} of {rate.cases:,}" if rate else "–"

    head = [
        "tool",
        "found/s",
        "refused/s",
        "refused/s with hints",
        "found: accepted",
        "refused: accepted",
    ]
    return _table(head, [[_NAMES[tool], *cells(tool)] for tool in ("ours", *PEERS)])


def markdown(report: Report) -> str:
    """The report, without a title."""
    versions = ", ".join(f"{PEERS[tool]} {version}" for tool, version in report.versions.items())
    machine = (
        f"{platform.system()} on {platform.machine()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}; {versions}; seed {report.seed}."
    )
    reached = _table(
        ["goal", "measured", "met"],
        [[goal.goal, goal.measured, "yes" if goal.met else "**no**"] for goal in goals(report)],
    )
    memory = " and ".join(f"{size / 1_000_000:.1f} MB" for size in report.memory)
    return "\n\n".join(
        [
            machine,
            "### Goals",
            reached,
            "### Accepted wrongly",
            "–: the tool has no notation for such a quotation and was not asked.",
            _mistakes(report, tuple(DAMAGE), discarded=True),
            "### Refused wrongly",
            _mistakes(report, tuple(PERMITTED), discarded=False),
            "### Quotations per second",
            (
                f"{report.sources:,} sources of 5,000 words, 20 quotations each; "
                "hints and rapidfuzz on one source in forty."
            ),
            _rates(report),
            (
                f"Reading the Markdown of a briefing with 20 quotations, which the others do not: "
                f"{report.reading:,.0f} quotations per second."
            ),
            f"Memory for 20 sources of 5,000 words and of 10,000: {memory}.",
        ]
    )


def write_into(page: Path, report: Report) -> None:
    """Put the report between the two marks of a page; without them a ``ValueError``."""
    write_between(page, BEGIN, END, markdown(report))
