"""Found is made: the finished site read again, and every file of it accounted for.

Nothing here knows how a page is written. What was handed over is compared with what is
found: a page's article byte for byte, its frame with the frame that the tables list, every
other file with what was made or copied. What is neither is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from citebound.model import Source
from citebound.problems import Place, Problem
from citebound.proof.built import Built
from citebound.proof.files import SITEMAP, prove_other_file, shipped, theme_files
from citebound.proof.finished_pages import prove_page
from citebound.proof.frame import Files
from citebound.proof.html import FinishedPage, read_page
from citebound.proof.links import page_hosts, page_links
from citebound.proof.names import below_ours, misleading_names
from citebound.proof.navigation import navigation_addresses, navigation_titles
from citebound.proof.said import LOST
from citebound.proof.styles import stylesheet_hosts
from citebound.proof.unmatched import unmatched
from citebound.proof.words import data_words, may_quote, page_words

Sources = Mapping[str, Source]

_MANY = 3
"""So many other places with the same problem are counted, not listed."""


def prove_site(folder: Path, built: Built, sources: Sources) -> tuple[Problem, ...]:
    """What is wrong with the site in ``folder``, sorted; paths are relative to it."""
    files = theme_files(built)
    names = sorted(
        p.relative_to(folder).as_posix()
        for p in folder.rglob("*")
        if not p.is_dir() or p.is_symlink()
    )
    problems = {*_nothing(built, sources), *navigation_titles(built)}
    problems |= {*navigation_addresses(built), *misleading_names(names, built)}
    problems |= {_missing(name) for name in expected(built) - set(names)}
    finished = {name: page for name in names if (page := _read(folder, name)) is not None}
    for name in names:
        problems |= {*_file(folder, name, built, files, sources, finished)}
    problems |= {*stylesheet_hosts(folder), *data_words(folder, sources)}
    problems |= {*unmatched(folder, names, built)}
    return tuple(sorted(_together(problems)))


def _together(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems; one that is the same in many places is told once, in the first of them."""
    alike: dict[tuple[str, str, str, tuple[str, ...]], list[Problem]] = {}
    for problem in sorted(problems):
        alike.setdefault((problem.code, problem.message, problem.hint, problem.paste), []).append(
            problem
        )
    for same in alike.values():
        more = len(same) - 1
        if more < _MANY:
            yield from same
        else:
            in_files = len({problem.place.path for problem in same}) == len(same)
            others = "files" if in_files else "places"
            yield replace(same[0], message=f"{same[0].message}; the same in {more} other {others}")


def prove_file(folder: Path, name: str, built: Built, sources: Sources) -> tuple[Problem, ...]:
    """What is wrong with one file of the site, or with its not being there, as :func:`prove_site`
    looks at each; for the benches and the tests. Links to other pages are not looked at.
    """
    if not (folder / name).exists():
        return (_missing(name),) if name in expected(built) else ()
    page = _read(folder, name)
    finished = {} if page is None else {name: page}
    found = _file(folder, name, built, theme_files(built), sources, finished, alone=True)
    return tuple(sorted({*found}))


def _read(folder: Path, name: str) -> FinishedPage | None:
    """A page taken apart, if the file is one."""
    path = folder / name
    if not name.endswith(".html") or path.is_symlink():
        return None
    return read_page(path.read_text("utf-8", "replace"))


def _file(
    folder: Path,
    name: str,
    built: Built,
    files: Files,
    sources: Sources,
    finished: dict[str, FinishedPage],
    *,
    alone: bool = False,
) -> Iterator[Problem]:
    """What is wrong with one file that is there, and with its words, links and hosts if it is a
    page. Without the other pages, ``alone``, there is no telling where its links lead.
    """
    yield from _one(folder, name, built, files)
    page = finished.get(name)
    if page is None:
        return
    url = built.facts.site_url
    yield from page_words(name, page, sources, _quotations(name, built))
    if not alone:
        yield from page_links(name, finished, folder, url)
    yield from page_hosts(name, page, url)


def expected(built: Built) -> set[str]:
    """The files that a site must have."""
    pages = {f"{address}index.html" for address in (*built.pages, *built.others)}
    of_theme = () if built.frame else (LOST, SITEMAP, f"{SITEMAP}.gz")
    return {*pages, *built.assets, *shipped(built), *built.copied, *of_theme}


def _missing(name: str) -> Problem:
    what = "the page was not built" if name.endswith(".html") else "the file is missing"
    return Problem(Place(name), "rendered-file", what, "see what the site builder said")


def _nothing(built: Built, sources: Sources) -> Iterator[Problem]:
    """A check that looked at nothing fails. Where no source may be quoted, there are no
    quotations to look at.
    """
    quotations = {q for page in built.pages.values() for q in page.quotations}
    looked = {
        "page": built.pages,
        "quotation": quotations or not may_quote(sources),
        "file of data": built.assets,
        "file of the theme": built.themes,
    }
    for what, there in looked.items():
        if not there:
            yield Problem(
                Place("."), "rendered-file", f"there was no {what} to compare",
                "a check that looks at nothing proves nothing",
            )  # fmt: skip


def _one(folder: Path, name: str, built: Built, files: Files) -> Iterator[Problem]:
    """What is wrong with one file that is there."""
    path = folder / name
    if path.is_symlink() or not path.is_file():
        yield Problem(
            Place(name), "rendered-file", "a site has files and folders only",
            "put the file itself where the link is",
        )  # fmt: skip
        return
    address = name.removesuffix("index.html")
    is_page = name == f"{address}index.html" and (address in built.pages or address in built.others)
    if is_page or (name == LOST and built.frame is None):
        if address in built.others and below_ours(name):
            yield Problem(
                Place(name), "rendered-file",
                "a page that is not ours stands below an address of ours",
                "put it elsewhere: there stands only what is checked",
            )  # fmt: skip
        yield from prove_page(name, path.read_bytes(), built, files)
    else:
        yield from prove_other_file(name, path.read_bytes(), folder, built)


def _quotations(name: str, built: Built) -> frozenset[str]:
    page = built.pages.get(name.removesuffix("index.html"))
    return page.quotations if page and name != LOST else frozenset()
