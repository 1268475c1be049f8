"""From a project to its published site: prepare, build, prove. Read this first; it is what runs.

:func:`prepare` is a function of a folder and a few facts that only the owner knows. It gives
every page and every file as values, and writes nothing. A site builder puts them into a folder,
whichever way it has (:mod:`citebound.door` is MkDocs'). :func:`with_index` adds the files of the
search, which finds the builder's own pages too, and :func:`prove` reads the folder again. The
command runs all of it one after the other; where plain MkDocs builds, its events call the two
halves.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from citebound.checks import check
from citebound.indexes import indexes_of
from citebound.model import Library, Subject
from citebound.pages.contents import all_assets, all_pages
from citebound.pages.findings import findings_pages
from citebound.pages.page import Page
from citebound.passages.answers import Bound
from citebound.passages.binding import bind
from citebound.passages.bounded_dates import bounded
from citebound.passages.quoted_fields import worded
from citebound.problems import Checked, Problem
from citebound.problems.printing import summary
from citebound.proof.built import Built, OtherPage
from citebound.proof.copied import copied_words, kept_words
from citebound.proof.made import prove_made, prove_public
from citebound.proof.search_index import prove_index
from citebound.proof.site import prove_site
from citebound.public import Published, decide
from citebound.reading import other_pages, read_project
from citebound.search.bundle import Labels
from citebound.search.index import Index, make_index
from citebound.search.record import Record
from citebound.search.records import in_order, labels, records
from citebound.search.site_pages import page_records
from citebound.shown.facts import SiteFacts

_AHEAD = timedelta(hours=14)
"""So far ahead of UTC some clocks are."""


@dataclass(frozen=True, slots=True)
class Verified:
    """A library, its bindings, and every finding, sorted by file and line. ``public`` is what of
    it is published, its text fields worded.
    """

    library: Library
    bindings: Mapping[str, Bound]
    problems: tuple[Problem, ...]
    checked: Checked
    public: Published

    @property
    def holds(self) -> bool:
        """Whether it may be published: something was checked, and there is no error."""
        return not self.checked.nothing and all(p.severity != "error" for p in self.problems)


@dataclass(frozen=True, slots=True)
class Edition:
    """What is published: pages, and other files by their address.

    Of a project that does not hold there is nothing: ``public`` is ``None``, and there are no
    pages (in the preview they are its findings). ``records`` are what the search finds,
    ``labels`` what the values of its facets are called. ``faults`` are what is wrong with what
    was made: with an error among them nothing may be handed over.
    """

    verified: Verified
    public: Published | None = None
    pages: tuple[Page, ...] = ()
    assets: Mapping[str, bytes] = field(default_factory=dict)
    records: tuple[Record, ...] = ()
    labels: Labels = field(default_factory=dict)
    faults: tuple[Problem, ...] = ()


def prepare(root: Path, facts: SiteFacts) -> Edition:
    """The edition of a project: all that is handed to a site builder.

    Raises :class:`citebound.reading.NotAProjectError` for a folder that is none.
    """
    verified = verify(root, preview=facts.preview)
    if not verified.holds:
        return render_findings(verified) if facts.preview else Edition(verified)
    return render(verified, facts)


def prove(edition: Edition, folder: Path, built: Built) -> tuple[Problem, ...]:
    """What is wrong with the finished site of an edition: with an error, it is not published.

    ``built`` is what else the site builder was given or has added.
    """
    sources = edition.verified.library.sources
    site = site_of(edition, built)
    proved = prove_site(folder, site, sources)
    verified = edition.verified
    public = edition.public.bindings.keys() if edition.public else frozenset[str]()
    kept = kept_words(verified.library, verified.bindings, public)
    copied = copied_words(folder, site, kept)
    return tuple(sorted({*edition.faults, *proved, *copied}))


# --- the steps of the first half ------------------------------------------------------------


def verify(root: Path, *, preview: bool = False) -> Verified:
    """Read a project and check all of it, in one run.

    Raises :class:`citebound.reading.NotAProjectError` for a folder that is none.
    """
    library = read_project(root)
    bindings = bind(library)
    public = public_of(library, bindings)
    problems = check(library, bindings, other_pages(root), public, _today(), preview=preview)
    return Verified(library, bindings, problems, _counted(library), public)


def _today() -> str:
    """The latest day that it is anywhere now: days are written without a zone."""
    return (datetime.now(UTC) + _AHEAD).date().isoformat()


def public_of(
    library: Library, bindings: Mapping[str, Bound], *, preview: bool = False
) -> Published:
    """What of a library is published, its dates bounded and its text fields worded."""
    return decide(worded(bounded(library, bindings), bindings), bindings, preview=preview)


def render(verified: Verified, facts: SiteFacts) -> Edition:
    """The edition of a verified library: what is public of it, and nothing else."""
    public = verified.public
    if facts.preview:
        public = public_of(verified.library, verified.bindings, preview=True)
    indexes = indexes_of(public)
    pages, assets = all_pages(indexes, facts), all_assets(indexes, facts)
    found = records(indexes, facts)
    read = (verified.library, verified.bindings)
    grounded = prove_public(public, *read, preview=facts.preview)
    # Against the whole of the pinned texts: what is withheld of them was taken out above.
    pinned = with_pinned(public, verified.library)
    faults = (*grounded, *prove_made(pinned, facts, pages, assets, found))
    return Edition(verified, public, pages, assets, found, labels(indexes), faults)


def with_pinned(public: Published, library: Library) -> Published:
    """What is public, with the whole texts of its sources as ``library`` has them."""
    sources = {
        name: replace(source, text=library.sources[name].text)
        for name, source in public.library.sources.items()
    }
    return replace(public, library=replace(public.library, sources=sources))


def render_findings(verified: Verified) -> Edition:
    """The preview of a project that does not hold. It is never published."""
    said = summary(verified.checked, verified.problems)
    return Edition(verified, pages=findings_pages(verified.library, verified.problems, said))


# --- the second half ------------------------------------------------------------------------


def with_index(edition: Edition, others: Mapping[str, OtherPage]) -> Edition:
    """The edition with the files of its search index. ``others`` are the pages of the site that
    are not ours, by address.
    """
    index = search_index(edition, others)
    return replace(
        edition,
        assets={**edition.assets, **index.files},
        faults=(*edition.faults, *index.problems),
    )


def search_index(edition: Edition, others: Mapping[str, OtherPage]) -> Index:
    """The search index of an edition, read back: one that does not hold is not given out."""
    assert edition.public is not None
    written = {address: other.html for address, other in others.items()}
    found = in_order((*edition.records, *page_records(edition.pages, written)))
    index = make_index(found, edition.labels)
    html = {page.address: str(page.html) for page in edition.pages}
    wrong = prove_index(index.files, found, edition.public.library, html, written)
    return Index(problems=wrong) if wrong else index


def site_of(edition: Edition, built: Built) -> Built:
    """The site that there should be: all of the edition, and what the site builder adds to it."""
    return replace(
        built,
        pages={page.address: page for page in edition.pages},
        assets={**built.assets, **edition.assets},
    )


def _places(subject: Subject, library: Library) -> Iterator[tuple[str, int]]:
    """The places that a subject cites in sources of which no words may be shown."""
    for citation in subject.document.citations:
        for target in citation.targets:
            source = library.sources.get(target.source)
            if source is not None and not source.quotable and target.paragraph is not None:
                yield source.id, target.paragraph


def _counted(library: Library) -> Checked:
    return Checked(
        sources=len({*library.sources, *library.broken}),
        briefings=len(library.briefings),
        quotations=sum(len(subject.document.quotations) for subject in library.subjects()),
        actors=len(library.actors),
        events=len({event.id for b in library.briefings for event in b.events}),
        places=len({place for s in library.subjects() for place in _places(s, library)}),
    )
