"""A difference as Markdown, for a terminal, a job's summary, or a comment on a pull request.

What editors and sources wrote is data here: a comment must not be able to mention people, to
close an issue, to load a picture, or to look like another part of the report.
"""

from __future__ import annotations

import re

from citebound.compared.differences import Difference
from citebound.compared.shown import shown
from citebound.compared.told import Change

LONGEST = 400
"""The most characters that are printed of one change; its file has the rest."""

BEFORE = 120
"""So many characters are printed before the first that differs, where a text is longer."""

_ACTIVE = re.compile(r"[\\`*_{}\[\]<>|~&^]")
_CALLS = re.compile(
    r"(?<=[@#!%~&^])(?=[\w\"])"  # a name or a number that a service would make a link of
    r"|(?<=:)(?=//)|(?<=\b[wW])(?=[wW]{2}\.)"  # an address
    r"|(?<=\b[gG][hH]-)(?=\d)|(?<=[A-Z]-)(?=\d)"  # an issue, here or elsewhere
    r"|(?<=[mM][aA][iI][lL][tT][oO])(?=:)"
)
_HASH = re.compile(r"(?<![0-9A-Za-z])[0-9a-fA-F]{7,64}(?![0-9A-Za-z])")
_PART = 6
"""So few digits are no name of a commit to a service."""

_NOTHING = "<!-- -->"
"""What is not shown, and parts words that a service would make a link of."""


def as_markdown(difference: Difference, old: str, new: str) -> str:
    """The whole report. ``old`` and ``new`` are what the two editions are called."""
    lines = [
        f"# What changes for readers, from {old} to {new}",
        "",
        *_held(difference),
    ]
    if difference.is_empty:
        lines.append("Nothing.")
    else:
        lines += [_counted(difference), ""]
    for section in difference.sections:
        file = f" (`{shown(section.path).replace('`', '')}`)" if section.path else ""
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
    was, words = " ".join(change.was.split()), " ".join(change.words.split())
    differ = _alike(was, words)
    struck = f"~~{plain(_cut(was, differ))}~~ → " if was else ""
    return f"{struck}{plain(_cut(words, differ))}"


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin alike with."""
    pairs = enumerate(zip(one, other, strict=False))
    differing = (number for number, (left, right) in pairs if left != right)
    return next(differing, min(len(one), len(other)))


def _cut(words: str, differ: int) -> str:
    """A text, or the stretch of it around the first character that differs."""
    if len(words) <= LONGEST:
        return words
    start = max(0, min(differ - BEFORE, len(words) - LONGEST)) if differ > BEFORE else 0
    before = "… " if start else ""
    after = " …" if start + LONGEST < len(words) else ""
    return f"{before}{words[start : start + LONGEST].strip()}{after}"


def plain(words: str) -> str:
    """Words as Markdown that is read as nothing but words, and calls nobody."""
    escaped = _ACTIVE.sub(lambda found: f"\\{found.group()}", " ".join(shown(words).split()))
    called = _HASH.sub(_parted, _CALLS.sub(_NOTHING, escaped))
    # An escape alone is enough for GitLab, and an element of its own for GitHub.
    return called.replace("$", "<span>\\$</span>")


def _parted(found: re.Match[str]) -> str:
    digits = found.group()
    return _NOTHING.join(digits[at : at + _PART] for at in range(0, len(digits), _PART))
