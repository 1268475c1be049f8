"""What a benchmark writes into a page of the documentation, between two marks of it."""

from __future__ import annotations

from pathlib import Path


def write_between(page: Path, begin: str, end: str, words: str) -> None:
    """Put words between two marks of a page; without both, in this order, a ``ValueError``."""
    before, mark, rest = page.read_text("utf-8").partition(begin)
    _, last, after = rest.partition(end)
    # What stands after a mark that is not found would be lost.
    if not (mark and last):
        raise ValueError(f"{page.name} lacks the marks {begin} and {end}")
    middle = words.strip("\n")
    page.write_text(f"{before}{begin}\n\n{middle}\n\n{end}{after}", "utf-8")
