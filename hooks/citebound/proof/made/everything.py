"""All that was made, looked at once more before it is handed over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from citebound.pages.page import Page
from citebound.problems import Problem
from citebound.proof.made.figures import Figures
from citebound.proof.made.files import files_again
from citebound.proof.made.found import records_again
from citebound.proof.made.ground import Ground, differs
from citebound.proof.made.handed import handed_again, pages_again
from citebound.proof.made.marks import Marks
from citebound.proof.made.named import Named
from citebound.proof.made.pages import page_again
from citebound.proof.made.records import data_again, search_again
from citebound.proof.made.whole import Whole
from citebound.proof.made.whole_pages import WholePages, links_again, once_again
from citebound.proof.made.written import document_of, written_plainly
from citebound.proof.nodes import Element, read_html, without_edges
from citebound.public import Published
from citebound.search.record import Record
from citebound.shown.facts import SiteFacts

ALWAYS = (
    "markup", "page derived whole", "prose of a page", "page that is handed over", "link",
    "quotation", "voice", "paragraph", "copy", "row", "record of a quotation", "record of a source",
    "row of a table", "record of the search", "field of the data",
    "field of a record of the search", "feed",
)  # fmt: skip
"""What is looked at on every site that shows a quotation."""


def prove_made(
    public: Published,
    facts: SiteFacts,
    pages: Iterable[Page],
    assets: Mapping[str, bytes],
    records: Iterable[Record],
) -> tuple[Problem, ...]:
    """What pages, data and records say that the pinned texts, the voices and what is public do
    not bear out.

    ``public`` is what is published, with the whole of the pinned texts; ``facts`` are what the
    owner says of the site, among them texts with marks of their own. A check that looked at
    nothing is a finding too.
    """
    return tuple(sorted({*findings(public, facts, tuple(pages), assets, tuple(records))}))


def findings(
    public: Published,
    facts: SiteFacts,
    pages: tuple[Page, ...],
    assets: Mapping[str, bytes],
    records: tuple[Record, ...],
) -> Iterator[Problem]:
    """The same one by one, those of the first page first."""
    ground = Ground.of(public.library)
    read = [read_page(str(page.html)) for page in pages]
    made = [(page, spaced) for page, (_, spaced) in zip(pages, read, strict=True)]
    figures = Figures(Whole.of(ground, public, facts, made, assets))
    named, marks = Named(figures), Marks(ground, facts.owners)
    derived = WholePages(named)
    for page, (body, spaced) in zip(pages, read, strict=True):
        yield from written_plainly(page, spaced, ground)
        yield from derived.again(page, spaced)
        yield from page_again(page, body, ground)
        yield from handed_again(page, spaced, figures)
        yield from once_again(page, spaced)
        yield from links_again(page, spaced, figures.whole)
        yield from marks.on(page, body)
    yield from pages_again(figures)
    yield from data_again(assets, ground)
    yield from search_again(records, ground)
    yield from files_again(assets, named)
    yield from records_again(records, named)
    shows = any(page.quotations for page in pages)
    for kind in ALWAYS:
        if shows and not ground.seen.get(kind):
            yield differs(".", f"there was no {kind} to compare: a check of nothing proves nothing")


def read_page(html: str) -> tuple[Element, Element]:
    """What a page holds, read with the white space at the ends of texts folded away, and kept."""
    whole = read_html(document_of(html), edges=True)
    found = (c for c in whole.children if isinstance(c, Element) and c.tag == "body")
    # What begins with a frameset has none, and is refused as what it is.
    body = next(found, Element("body"))
    return without_edges(whole), body
