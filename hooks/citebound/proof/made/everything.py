"""All that was made, looked at once more before it is handed over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from citebound.model import Library
from citebound.pages.page import Page
from citebound.problems import Problem
from citebound.proof.made.ground import Ground, differs
from citebound.proof.made.marks import Marks
from citebound.proof.made.pages import page_again
from citebound.proof.made.records import data_again, search_again
from citebound.search.record import Record

ALWAYS = (
    "quotation", "voice", "paragraph", "copy", "row", "record of a quotation",
    "record of a source", "row of a table", "record of the search",
)  # fmt: skip
"""What is looked at on every site that shows a quotation."""


def prove_made(
    library: Library,
    pages: Iterable[Page],
    assets: Mapping[str, bytes],
    records: Iterable[Record],
    owners: Iterable[str] = (),
) -> tuple[Problem, ...]:
    """What pages, data and records say that the pinned texts and the voices do not bear out.

    ``library`` is what is published, ``owners`` are the texts of the site's owner that stand on
    pages, with marks of their own. A check that looked at nothing is a finding too.
    """
    return tuple(sorted({*_everything(library, tuple(pages), assets, records, owners)}))


def _everything(
    library: Library,
    pages: tuple[Page, ...],
    assets: Mapping[str, bytes],
    records: Iterable[Record],
    owners: Iterable[str],
) -> Iterator[Problem]:
    ground = Ground.of(library)
    for page in pages:
        yield from page_again(page, ground)
    yield from data_again(assets, ground)
    yield from search_again(records, ground)
    marks = Marks(ground, owners)
    for page in pages:
        yield from marks.on(page)
    shows = any(page.quotations for page in pages)
    for kind in ALWAYS:
        if shows and not ground.seen.get(kind):
            yield differs(".", f"there was no {kind} to compare: a check of nothing proves nothing")
