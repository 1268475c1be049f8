"""Printing: findings as text, JSON, GitHub annotations and SARIF 2.1.0.

The one place where findings become output.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from urllib.parse import quote

from citebound.problems.codes import CODES
from citebound.problems.problem import Checked, Problem

_COUNTED = (
    ("sources", "source"),
    ("briefings", "briefing"),
    ("quotations", "quotation"),
    ("actors", "actor"),
    ("events", "event"),
)


_CONTROLS = {code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0))}
"""The name of a file may hold any of these, and an editor's text. In a terminal they would begin
lines that are no findings, or worse.
"""


def as_text(problems: Iterable[Problem]) -> str:
    """``path:line:column  code  message`` with the hint on a line of its own."""
    lines = []
    for problem in problems:
        mark = "" if problem.severity == "error" else f"{problem.severity}: "
        lines.append(f"{problem.place}: [{problem.code}] {mark}{sentence(problem.message)}")
        if problem.hint:
            lines.append(f"    → {sentence(problem.hint, stop=False)}")
        lines += (f"        {line}" for line in problem.paste)
    return "\n".join(line.translate(_CONTROLS) for line in lines)


def sentence(words: str, *, stop: bool = True) -> str:
    """A message as a sentence: a capital first, and a full stop at the end. The name of a file, a
    field or an id keeps its letters.
    """
    first = words.split(" ", 1)[0]
    if first.isalpha() or first.rstrip(",;").isalpha():
        words = words[:1].upper() + words[1:]
    return words if not stop or words.endswith((".", "?", "!", "…", "”")) else f"{words}."


def summary(checked: Checked, problems: tuple[Problem, ...]) -> str:
    """One line: what was checked and how it went."""
    kinds = (*_COUNTED, *([("places", "cited place")] if checked.places else ()))
    counts = ", ".join(counted(getattr(checked, key), word) for key, word in kinds)
    if checked.nothing:
        return f"Nothing was checked ({counts}): a run that checks nothing proves nothing."
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    found = counted(errors, "finding") if errors else "all of it holds"
    if warnings:
        found += f", {counted(warnings, 'warning')}"
    return f"Checked {counts}: {found}."


def counted(number: int, word: str, more: str = "s") -> str:
    """A number of things, as in “1 citation” and “2 citations”."""
    return f"{number} {word}" if number == 1 else f"{number} {word}{more}"


def as_json(checked: Checked, problems: Iterable[Problem]) -> str:
    """An object with ``checked`` and ``problems``."""
    return json.dumps(
        {"checked": asdict(checked), "problems": [_record(problem) for problem in problems]},
        ensure_ascii=False,
        indent=2,
    )


def _record(problem: Problem) -> dict[str, str | int]:
    return {
        "path": problem.place.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "code": problem.code,
        "severity": problem.severity,
        "message": sentence(problem.message),
        "hint": sentence(problem.hint, stop=False),
    }


def as_github(problems: Iterable[Problem]) -> str:
    """Workflow commands that GitHub shows beside the lines of a pull request.

    The words are escaped as GitHub's own toolkit does it, the values of properties also at
    what would end them, so that no name of a file can end its command or begin another.
    """
    return "\n".join(
        f"::{p.severity} file={_property(p.place.path)},line={p.place.line},"
        f"col={p.place.column},title={_property(p.code)}"
        f"::{_data(_whole(p))}"
        for p in problems
    )


def _whole(problem: Problem) -> str:
    said = f"{sentence(problem.message)} {sentence(problem.hint)}".strip()
    return "\n".join((said, *problem.paste))


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")


def as_sarif(problems: Iterable[Problem], version: str) -> str:
    """SARIF 2.1.0 (OASIS), for tools that gather findings."""
    found = list(problems)
    used = sorted({problem.code for problem in found})
    results = [
        {
            "ruleId": p.code,
            "level": p.severity,
            "message": {"text": f"{sentence(p.message)} {sentence(p.hint)}".strip()},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {
                            "uri": quote(p.place.path.encode("utf-8", "surrogateescape"))
                        },
                        "region": {"startLine": p.place.line, "startColumn": p.place.column},
                    }
                }
            ],
        }
        for p in found
    ]
    rules = [
        {
            "id": code,
            "shortDescription": {"text": CODES[code].rule},
            "help": {"text": CODES[code].advice},
        }
        for code in used
    ]
    driver = {"name": "citebound", "version": version, "rules": rules}
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "results": results,
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)
