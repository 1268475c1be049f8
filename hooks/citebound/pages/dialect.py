"""From the Markdown that editors write (GitHub's) to the Markdown that is rendered.

Python-Markdown wants a blank line before a list or a table that stands right under a
paragraph, four columns for each level of a list, and full stops behind numbers; what an
editor sees in a pull request must be what a reader gets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_ITEM = re.compile(r"(?P<indent> *)(?P<mark>[-*+]|\d{1,9}[.)])(?P<gap> {1,4})(?=\S)")
_RULE = re.compile(r" {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$")
_TABLE_RULE = re.compile(r" {0,3}\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")


def as_rendered(markdown: str) -> str:
    """Markdown as Python-Markdown reads it, with the meaning it has in a pull request."""
    return "\n".join(_lists(_tables(markdown.split("\n"))))


def _tables(lines: list[str]) -> list[str]:
    """A blank line before each table: before the line above a ``|---|`` line."""
    out: list[str] = []
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else ""
        is_head = "|" in line and "|" in following and _TABLE_RULE.match(following)
        if is_head and out and out[-1].strip():
            out.append("")
        out.append(line)
    return out


def _lists(lines: list[str]) -> Iterator[str]:
    stack: list[int] = []  # for each open list, the column at which its items' words begin
    fence = ""
    before = ""
    for line in lines:
        mark = _FENCE.match(line)
        if fence or mark:
            if mark and not fence:
                fence = mark[1]
            elif mark and mark[1].startswith(fence) and not line.strip(" `~"):
                fence = ""
            yield _moved(line, stack)
            before = line
            continue
        line = re.sub(r"(?<=\S)\\$", "  ", line)  # noqa: PLW2901
        item = None if _RULE.match(line) else _ITEM.match(line)
        indent = len(line) - len(line.lstrip(" "))
        if item and not stack and indent > 3:
            item = None
        if item:
            while stack and indent < stack[-1]:
                stack.pop()
            if not stack and before.strip() and not _ITEM.match(before):
                if item["mark"][0].isdigit() and item["mark"][:-1] != "1":
                    yield line  # "in the year\n1984. It was": no list, in either dialect
                    before = line
                    continue
                yield ""
            number = item["mark"].replace(")", ".")
            yield f"{'    ' * len(stack)}{number} {line[item.end() :]}"
            stack.append(item.end())
        elif not line.strip():
            yield ""
        else:
            if not before.strip():
                while stack and indent < stack[-1]:
                    stack.pop()
            yield _moved(line, stack)
        before = line


def _moved(line: str, stack: list[int]) -> str:
    """A line inside a list at the column that its level has in the other dialect."""
    if not stack:
        return line
    inner = line[min(stack[-1], len(line) - len(line.lstrip(" "))) :]
    return f"{'    ' * len(stack)}{inner}"
