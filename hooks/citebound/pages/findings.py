"""The preview of a project that does not hold: its findings, at every address.

``mkdocs serve`` would answer nothing until the last finding is corrected. So the preview
has, in place of the pages, what is wrong: all of it on the home page, on every other page what
is wrong with its own file, and the first of the others. It reloads by itself once all of it holds.
None of this is ever published.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from citebound.model import Library
from citebound.pages.page import Page, PageHeading
from citebound.pages.templating import fill
from citebound.problems import Problem
from citebound.problems.printing import sentence

Groups = Mapping[str, list[tuple[Problem, str, str]]]
"""Findings by the path of their file, each with its message and its hint as sentences."""

_SHOWN = 20
"""So many findings of other files stand on a page."""

LISTED = (
    *("briefings/", "actors/", "sources/"),
    *("timeline/", "quotations/", "search/", "method/", "data/"),
)
"""The addresses that every site has apart from its home page."""


def findings_pages(library: Library, problems: Iterable[Problem], summary: str) -> tuple[Page, ...]:
    """A page of findings for every address of the preview."""
    subjects = {subject.folder: subject.path for subject in library.subjects()}
    sources = {source.address: source.path for source in library.sources.values()}
    paths = {**dict.fromkeys(("", *LISTED), ""), **subjects, **sources}
    found = sorted(problems, key=lambda problem: (problem.place.path, problem))
    groups = {
        name: [(p, sentence(p.message), sentence(p.hint, stop=False)) for p in held]
        for name, held in groupby(found, key=lambda problem: problem.place.path)
    }
    return tuple(
        _page(address, groups if not address else _beginning(groups, path), len(found), summary)
        for address, path in paths.items()
    )


def _beginning(groups: Groups, path: str) -> Groups:
    """The findings of a page's own file, and the first of the others: with all of them on every
    page there would be as many as the square of the pages.
    """
    shown = {path: groups[path]} if path in groups else {}
    left = _SHOWN
    for name, found in groups.items():
        if left <= 0:
            break
        if name != path:
            shown[name] = found[:left]
            left -= len(found)
    return shown


def _page(address: str, groups: Groups, every: int, summary: str) -> Page:
    more = every - sum(map(len, groups.values()))
    title = "Not yet: there are findings"
    head = fill("heading", address, level=1, words=title, anchor="top", language="en")
    return Page(
        address,
        title,
        "What keeps this project from being published.",
        "findings",
        head + fill("findings", address, groups=groups, summary=summary, more=more),
        (PageHeading(1, title, "top"),),
    )
