"""The preview of a project that does not hold: its findings, at every address.

``mkdocs serve`` would answer nothing until the last finding is corrected. So the preview
has, in place of the pages, what is wrong; it reloads by itself once all of it holds.
None of this is ever published.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from citebound.model import Library
from citebound.pages.page import Page, PageHeading
from citebound.pages.templating import fill
from citebound.problems import Problem
from citebound.problems.printing import sentence

LISTED = (
    *("briefings/", "actors/", "sources/"),
    *("timeline/", "quotations/", "search/", "method/", "data/"),
)
"""The addresses that every site has apart from its home page."""


def findings_pages(library: Library, problems: Iterable[Problem], summary: str) -> tuple[Page, ...]:
    """A page of findings for every address of the preview."""
    subjects = {subject.address: subject.path for subject in library.subjects()}
    sources = {source.address: source.path for source in library.sources.values()}
    paths = {**dict.fromkeys(("", *LISTED), ""), **subjects, **sources}
    found = tuple(problems)
    return tuple(_page(address, path, found, summary) for address, path in paths.items())


def _page(address: str, path: str, problems: tuple[Problem, ...], summary: str) -> Page:
    """The findings, those of the page's own file first."""
    ordered = sorted(problems, key=lambda problem: (problem.place.path != path, problem))
    groups = [
        (name, [(p, sentence(p.message), sentence(p.hint, stop=False)) for p in found])
        for name, found in groupby(ordered, key=lambda problem: problem.place.path)
    ]
    title = "Not yet: there are findings"
    head = fill("heading", address, level=1, words=title, anchor="top", language="en")
    return Page(
        address,
        title,
        "What keeps this project from being published.",
        "findings",
        head + fill("findings", address, groups=groups, summary=summary),
        (PageHeading(1, title, "top"),),
    )
