"""The line that a finding is about, with a mark under the place, as compilers show it."""

from __future__ import annotations

import unicodedata

from citebound.problems.problem import Problem

WIDEST = 88
"""The most columns of a terminal that are taken of a line."""

_HIDDEN = frozenset(("Cc", "Cf", "Co", "Cs", "Zl", "Zp"))
"""Categories of characters that a terminal would obey or not show: they are told by number."""


def excerpt(problem: Problem, line: str) -> tuple[str, str]:
    """The stretch of a line around the place of a finding, and a caret under the place. The
    caret stands where a terminal shows the character: a mark takes no column, and a wide
    character two (Unicode Standard Annex 11).
    """
    line = line.removesuffix("\n")
    at = min(max(problem.place.column - 1, 0), len(line))
    # Only what is near the place is looked at: a long line may have a finding at every word.
    first = max(0, at - WIDEST)
    cells = [_shown(letter) for letter in line[first : at + WIDEST]]
    begins = ends = at - first
    width = 0
    while width < WIDEST and (begins > 0 or ends < len(cells)):
        if ends < len(cells) and (begins == 0 or ends - (at - first) <= 2 * (at - first - begins)):
            width += cells[ends][1]
            ends += 1
        else:
            begins -= 1
            width += cells[begins][1]
    before = "…" if first + begins else ""
    after = "…" if first + ends < len(line) else ""
    shown = "".join(cell for cell, _ in cells[begins:ends])
    number = str(problem.place.line)
    indent = len(before) + sum(columns for _, columns in cells[begins : at - first])
    return (
        f"    {number} | {before}{shown}{after}",
        f"    {' ' * len(number)} | {' ' * indent}^",
    )


def _shown(letter: str) -> tuple[str, int]:
    """A character as it is shown, and how many columns it takes."""
    category = unicodedata.category(letter)
    if category in _HIDDEN:
        told = f"<{ord(letter):04X}>"
        return told, len(told)
    if category in ("Mn", "Me"):
        return letter, 0
    return letter, 2 if unicodedata.east_asian_width(letter) in "WF" else 1
