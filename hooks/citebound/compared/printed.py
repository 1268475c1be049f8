"""A difference as Markdown, for a terminal, a job's summary, or a comment on a pull request.

What editors and sources wrote is data here: a comment must not be able to mention people, to
close an issue, to load a picture, or to look like another part of the report.
"""

from __future__ import annotations

import re

from citebound.compared.differences import Difference
from citebound.compared.told import Change

LONGEST = 400
"""The most characters that are printed of one change; its file has the rest."""

_ACTIVE = re.compile(r"[\\`*_{}\[\]<>|~&]")
_CALLS = re.compile(r"(?<=[@#])(?=\w)")
"""Where a name or a number follows that a service would make a link of, and call somebody by."""


def as_markdown(difference: Difference, old: str, new: str) -> str:
    """The whole report. ``old`` and ``new`` are what the two editions are called."""
    lines = [
        f"# What changes for readers, from {plain(old)} to {plain(new)}",
        "",
        *_held(difference),
    ]
    if difference.is_empty:
        lines.append("Nothing.")
    else:
        lines += [_counted(difference), ""]
    for section in difference.sections:
        file = f" (`{section.path.replace('`', '')}`)" if section.path else ""
        lines += [f"## {plain(section.title)}{file}", ""]
        lines += [f"- **{plain(one.what)}**: {_shown(one)}" for one in section.changes]
        lines.append("")
    return "\n".join(lines).rstrip()


def _held(difference: Difference) -> list[str]:
    said = []
    for name, errors in zip(("before", "after"), difference.errors, strict=True):
        if errors:
            found = "1 error" if errors == 1 else f"{errors} errors"
            said.append(f"**The project does not hold {name} the change**: {found}.")
    return [*said, ""] if said else []


def _counted(difference: Difference) -> str:
    counts: dict[str, int] = {}
    for section in difference.sections:
        for change in section.changes:
            counts[change.what] = counts.get(change.what, 0) + 1
    return " · ".join(f"{plain(what)}: {count}" for what, count in counts.items())


def _shown(change: Change) -> str:
    struck = f"~~{plain(_cut(change.was))}~~ → " if change.was else ""
    return f"{struck}{plain(_cut(change.words))}"


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()} …"


def plain(words: str) -> str:
    """Words as Markdown that is read as nothing but words, and calls nobody."""
    escaped = _ACTIVE.sub(lambda found: f"\\{found.group()}", " ".join(words.split()))
    return _CALLS.sub("<!-- -->", escaped)
