"""The pages of `docs/` that are partly made at build: what they ask for is put in here.

A page asks with a comment (:data:`citebound.problems.explained.MARK`,
:data:`citebound.pages.date_phrases.MARK`), so its title, its introduction and its address are its
editor's, and a site without such a page gets none.
"""

from __future__ import annotations

from pathlib import Path

from citebound.pages import date_phrases
from citebound.problems import explained
from citebound.problems.casebook import Case, read_chapter

CASE_BOOK = "tests/cases"
"""Where a project keeps its case book. An installed package has none, and needs none."""


def completed(markdown: str, root: Path) -> str:
    """The Markdown of a page of the documentation with what it asks for put in."""
    if explained.MARK in markdown:
        markdown = explained.with_codes(markdown, case_book(root))
    return date_phrases.with_phrases(markdown)


def case_book(root: Path) -> tuple[Case, ...]:
    """Every case of the project at ``root``, by chapter and place; none without a case book."""
    return tuple(
        case
        for path in sorted((root / CASE_BOOK).glob("*.md"))
        if path.name != "README.md"
        for case in read_chapter(path.read_text(encoding="utf-8"), path.stem)
    )
