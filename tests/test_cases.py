"""Every case of the case book, one test each, named by its title."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from casebook import Outcome, all_cases, lines_of, outcome
from citebound.problems.casebook import Case

MOST_LINES = 40
"""A case that does not fit a screen is not one behaviour."""


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: f"{case.chapter}: {case.title}")
def test_case(case: Case, tmp_path: Path) -> None:
    found = outcome(case, tmp_path / "case")
    compare_findings(case, found)
    if case.instead:
        better = case.corrected()
        found = outcome(better, tmp_path / "corrected")
        compare_findings(better, found)
    compare_prints(case.prints, found)
    if case.shows:
        assert found.shows == case.shows


def compare_findings(case: Case, found: Outcome) -> None:
    came = [finding.key for finding, _ in found.problems]
    wanted = [finding.key for finding in case.expected]
    said = [f"{f.where}:{f.line}:{f.column} {p.code}: {p.message} | {p.hint}"
            for f, p in found.problems]  # fmt: skip
    assert sorted(came) == wanted, "\n".join(["found:", *said])
    for _, problem in found.problems:
        assert problem.message, "every finding says what is wrong"
        # Only where nothing like it is there, nothing can be proposed.
        nothing_like_it = problem.message.startswith(("there is no ", "no briefing defines "))
        assert problem.hint or nothing_like_it, "every finding says what to do"
    for expected in case.expected:
        told = [
            " ".join((p.message, p.hint, *p.paste))
            for f, p in found.problems
            if f.key == expected.key
        ]
        assert any(_in_order(expected.words, words) for words in told), "\n".join(said)


def _in_order(pieces: tuple[str, ...], words: str) -> bool:
    at = 0
    for piece in pieces:
        at = words.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return True


def compare_prints(lines: tuple[str, ...], found: Outcome) -> None:
    """Lines of one sort are the whole of what is printed of that sort."""
    sorts: dict[str, list[str]] = {}
    for line in lines:
        sorts.setdefault("“" if line.startswith("“") else line.partition(" ")[0], []).append(line)
    identities = [line for sort, some in sorts.items() if sort not in _NAMED for line in some]
    for sort in _NAMED & set(sorts):
        assert lines_of(found.passages, found.library, sorts[sort][0]) == sorts[sort]
    if identities:
        assert lines_of(found.passages, found.library, "") == identities


_NAMED = {"“", "voice:", "holds:", "term:"}


def test_the_book_is_long_enough_and_no_two_cases_have_one_title() -> None:
    titles = Counter(case.title for case in all_cases())
    assert [title for title, count in titles.items() if count > 1] == []
    assert len(titles) >= 150


def test_every_case_says_something() -> None:
    for case in all_cases():
        assert (
            case.expected or case.prints or case.shows or case.of("briefing") or case.of("page")
        ), case.title
        lines = sum(block.text.count("\n") for block in (*case.blocks, *case.instead))
        assert lines <= MOST_LINES, case.title
