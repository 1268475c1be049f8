"""The documentation of the problem codes, written from the codes and the case book.

`python tests/problem_pages.py --write` writes `docs/problems.md`; a test holds that it
is fresh and that each code has an example that is refused and one that passes.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from casebook import Block, Case, all_cases, outcome
from citebound.problems import CODES
from citebound.problems.advice import ADVICE

PAGE = Path(__file__).resolve().parent.parent / "docs" / "problems.md"

OF_THE_MACHINE = frozenset(("search-index", "search-off"))
"""Codes that nothing an editor writes can bring about: no case can show them."""

_HEAD = """\
# Problem codes

Every finding has a code. This page says for each what rule it stands for, what to do, and shows
an example that is refused and one that passes. The examples are cases of the case book
(`tests/cases/`), and are tried at each run of the tests. This page is written by
`python tests/problem_pages.py --write`; change the case or the sentence, not the page.
"""

_SHOWN = ("source", "source.yml", "fields", "briefing", "actor", "file", "page")
_NAMES = {
    "source": "seeds/{}/text.txt",
    "source.yml": "seeds/{}/source.yml",
    "fields": "front matter",
    "briefing": "briefing",
    "actor": "docs/actors/{}.md",
    "file": "{}",
    "page": "{} of the finished site",
}
_LONGEST = 400
"""A block that is longer is not shown whole."""


def example_of(code: str) -> Case | None:
    """The case that shows a code best: it finds nothing else, has a correction, and is short."""
    shown = [
        case
        for case in all_cases()
        if case.instead and {finding.code for finding in case.expected} == {code}
    ]
    return min(shown, key=_length, default=None)


def _length(case: Case) -> int:
    return sum(len(block.text) for block in (*case.blocks, *case.instead))


def page() -> str:
    """The whole page."""
    return _HEAD + "".join(_section(code) for code in CODES)


def _section(code: str) -> str:
    lines = ["", f"## {code}", "", f"{CODES[code]} {ADVICE[code]}", ""]
    case = example_of(code)
    if case is not None:
        lines += ["Refused:", "", *_blocks(case.blocks)]
        lines += [*_findings(case), "", "Passes:", "", *_blocks(case.instead)]
    return "\n".join(lines).rstrip() + "\n"


def _findings(case: Case) -> Iterator[str]:
    """What an editor is told, line by line."""
    with tempfile.TemporaryDirectory() as folder:
        for finding, problem in outcome(case, Path(folder)).problems:
            where = finding.where or "briefing"
            yield f"> `{where}:{finding.line}:{finding.column}` {_plain(problem.message)}"
            yield f"> → {_plain(problem.hint)}"
            yield ">"


def _plain(words: str) -> str:
    """Words that Markdown shall leave as they are."""
    return re.sub(r"([\\`*_{}\[\]<>#&!|~])", r"\\\1", words)


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if block.kind not in _SHOWN or not block.text:
            continue
        text = block.text if len(block.text) < _LONGEST else f"{block.text[:_LONGEST]} …\n"
        fence = "````" if "```" in text else "```"
        name = _NAMES[block.kind].format(block.name)
        yield f"`{name}`"
        yield ""
        yield f"{fence}text"
        yield text.rstrip("\n")
        yield fence
        yield ""


if __name__ == "__main__":
    if "--write" in sys.argv:
        PAGE.write_text(page(), encoding="utf-8")
    else:
        sys.stdout.write(page())
