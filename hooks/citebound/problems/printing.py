"""Printing: findings as text, JSON, GitHub annotations and SARIF 2.1.0.

The one place where findings become output.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from hashlib import sha256
from urllib.parse import quote

from citebound.problems.codes import CODES
from citebound.problems.excerpts import excerpt
from citebound.problems.problem import Checked, Problem

_COUNTED = (
    ("sources", "source"),
    ("briefings", "briefing"),
    ("quotations", "quotation"),
    ("actors", "actor"),
    ("events", "event"),
)


_TURNING = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_CONTROLS = {code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0))} | {
    code: f"\\u{code:04x}" for code in _TURNING
}
"""The name of a file may hold any of these, and an editor's text. In a terminal they would begin
lines that are no findings, or worse.
"""


@dataclass(frozen=True, slots=True)
class Paint:
    """What begins each part of a finding on a terminal, and what ends it (ECMA-48, SGR); all of
    it is empty where nobody looks at colours.
    """

    place: str = ""
    error: str = ""
    warning: str = ""
    caret: str = ""
    end: str = ""


COLOURS = Paint("\x1b[1m", "\x1b[31m", "\x1b[33m", "\x1b[36m", "\x1b[0m")
"""The colours of a terminal."""

_PLAIN = Paint()


def as_text(
    problems: Iterable[Problem],
    line_of: Callable[[Problem], str | None] = lambda _: None,
    paint: Paint = _PLAIN,
) -> str:
    """``path:line:column  code  message``, under it the line of the file that ``line_of`` gives
    for a finding, if it gives one, and the hint on a line of its own.
    """
    lines = []
    for problem in problems:
        mark = "" if problem.severity == "error" else f"{problem.severity}: "
        code = paint.error if problem.severity == "error" else paint.warning
        place = f"{paint.place}{escaped(str(problem.place))}{paint.end}"
        told = escaped(f"{mark}{sentence(problem.message)}")
        lines.append(f"{place}: {code}[{problem.code}]{paint.end} {told}")
        line = line_of(problem)
        if line is not None:
            shown, caret = excerpt(problem, line)
            lines += (escaped(shown), f"{paint.caret}{caret}{paint.end}")
        if problem.hint:
            lines.append(escaped(f"    → {sentence(problem.hint, stop=False)}"))
        lines += (escaped(f"        {line}") for line in problem.paste)
    return "\n".join(lines)


def escaped(words: str) -> str:
    """A line for a terminal, in which no control character does anything."""
    return words.translate(_CONTROLS)


def sentence(words: str, *, stop: bool = True) -> str:
    """A message as a sentence: a capital first, and a full stop at the end. The name of a file, a
    field or an id keeps its letters.
    """
    first = words.split(" ", 1)[0]
    if first.isalpha() or first.rstrip(",;").isalpha():
        words = words[:1].upper() + words[1:]
    return words if not stop or words.endswith((".", "?", "!", "…", "”")) else f"{words}."


def summary(checked: Checked, problems: tuple[Problem, ...], elsewhere: int = 0) -> str:
    """One line: what was checked and how it went. ``elsewhere`` are findings that are not among
    ``problems``, since they are in files that nobody asked for.
    """
    kinds = (*_COUNTED, *([("places", "cited place")] if checked.places else ()))
    counts = ", ".join(counted(getattr(checked, key), word) for key, word in kinds)
    if checked.nothing:
        return f"Nothing was checked ({counts}): a run that checks nothing proves nothing."
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    nothing = "no finding in what was named" if elsewhere else "all of it holds"
    found = counted(errors, "finding") if errors else nothing
    if warnings:
        found += f", {counted(warnings, 'warning')}"
    if elsewhere:
        found += f"; {elsewhere} in other files"
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


def _record(problem: Problem) -> dict[str, str | int | list[str]]:
    record: dict[str, str | int | list[str]] = {
        "path": problem.place.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "code": problem.code,
        "severity": problem.severity,
        "message": sentence(problem.message),
        "hint": sentence(problem.hint, stop=False),
    }
    if problem.words:
        record["words"] = problem.words
    if problem.paste:
        record["paste"] = [*problem.paste]
    return record


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


def _fingerprints(problems: Iterable[Problem]) -> list[str]:
    """One for each finding: of its rule, its file and its words, and of which of several alike
    it is.
    """
    alike: Counter[tuple[str, str, str]] = Counter()
    made = []
    for problem in problems:
        key = problem.code, problem.place.path, problem.message
        alike[key] += 1
        made.append("\0".join((*key, str(alike[key]))))
    return [sha256(one.encode("utf-8", "surrogateescape")).hexdigest() for one in made]


def as_sarif(problems: Iterable[Problem], version: str, site: str = "") -> str:
    """SARIF 2.1.0 (OASIS), for tools that gather findings. Its fingerprints do not change when
    lines move. ``site`` is the address of the site, whose documentation explains each rule.
    """
    found = list(problems)
    prints = _fingerprints(found)
    used = sorted({problem.code for problem in found})
    results = [
        {
            "ruleId": p.code,
            "level": p.severity,
            "partialFingerprints": {"citebound/v1": fingerprint},
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
        for p, fingerprint in zip(found, prints, strict=True)
    ]
    rules = [
        {
            "id": code,
            "shortDescription": {"text": CODES[code].rule},
            "help": {"text": CODES[code].advice},
            **({"helpUri": f"{site.rstrip('/')}/problems/#{code}"} if site else {}),
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
