"""The page of problem codes: for each its rule, its advice, and an example from the case book.

The page is made at every build (:mod:`citebound.door.documentation`), so it cannot fall
behind the table or the cases. Without a case book, which an installed package does not
have, it holds the rules and the advice.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from citebound.problems.casebook import Block, Case
from citebound.problems.codes import CODES

MARK = "<!-- problem codes -->"
"""What a page of the documentation writes, on a line of its own, where the codes belong."""

_SHOWN = (
    *("source", "source.yml", "fields", "briefing", "actor", "file", "link"),
    *("made", "page", "around"),
)
_NAMES = {
    "source": "seeds/{}/text.txt",
    "source.yml": "seeds/{}/source.yml",
    "fields": "front matter",
    "briefing": "briefing",
    "actor": "docs/actors/{}.md",
    "file": "{}",
    "link": "{}, a symbolic link to",
    "made": "{} as it was made",
    "page": "{} of the finished site",
    "around": "{} after its article",
}
_LONGEST = 400
"""A block that is longer, in characters, is not shown whole."""


def with_codes(page: str, cases: Collection[Case]) -> str:
    """A page in Markdown with a section for each code in place of :data:`MARK`."""
    explained = "\n".join(line for code in CODES for line in _section(code, cases))
    return page.replace(MARK, explained)


def example_of(code: str, cases: Iterable[Case]) -> Case | None:
    """The case that shows a code best: it finds nothing else, has a correction, and is short."""
    shown = (
        case
        for case in cases
        if case.instead and {finding.code for finding in case.expected} == {code}
    )
    return min(shown, key=_length, default=None)


def _length(case: Case) -> int:
    return sum(len(block.text) for block in (*case.blocks, *case.instead))


def _section(code: str, cases: Iterable[Case]) -> Iterator[str]:
    explained = CODES[code]
    yield from (f"## {code}", "", f"{explained.rule} {explained.advice}", "")
    case = example_of(code, cases)
    if case is not None:
        yield from ("Refused:", "", *_blocks(case.blocks), *_found(case), "")
        yield from ("Passes:", "", *_blocks(case.instead))


def _found(case: Case) -> Iterator[str]:
    """Where the check finds the mistake, and the words of its message that the case holds."""
    for finding in case.expected:
        where = f"`{finding.where or 'briefing'}`, line {finding.line}, column {finding.column}"
        said = " … ".join(finding.words)
        yield f"- Found in {where}: {_plain(said)}" if said else f"- Found in {where}"


def _plain(words: str) -> str:
    """Words with every character escaped that Markdown would read."""
    return re.sub(r"([\\`*_{}\[\]<>#&!|~])", r"\\\1", words)


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if block.kind not in _SHOWN or not block.text:
            continue
        text = block.text if len(block.text) < _LONGEST else f"{block.text[:_LONGEST]} …\n"
        longest = max((len(run) for run in re.findall("`{3,}", text)), default=2)
        fence = "`" * (longest + 1)
        yield from (f"`{_NAMES[block.kind].format(block.name)}`", "")
        yield from (f"{fence}text", text.rstrip("\n"), fence, "")
