"""From a project to an edition: read, verify, decide what is public, index, render.

Read this first. :func:`publish` is a function of a folder and a few facts that only the owner
knows. It writes nothing and knows nothing of the site builder: it gives every page
as text, so that another builder can take MkDocs' place at the door
(:mod:`citebound.door`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from citebound.checks import check
from citebound.indexes import Indexes, build
from citebound.model import Library
from citebound.pages.findings import findings_pages
from citebound.pages.page import Page
from citebound.pages.site import SiteFacts, all_assets, all_pages
from citebound.passages.answers import Bound
from citebound.passages.binding import bind
from citebound.passages.wording import worded
from citebound.problems import Checked, Problem
from citebound.problems.printing import summary
from citebound.proof.built import Built
from citebound.proof.made import prove_made
from citebound.proof.site import prove_site
from citebound.public import decide
from citebound.reading import other_pages, read_project
from citebound.search.records import records


@dataclass(frozen=True, slots=True)
class Verified:
    """A library, its bindings, and every finding, sorted by file and line."""

    library: Library
    bindings: Mapping[str, Bound]
    problems: tuple[Problem, ...]
    checked: Checked

    @property
    def holds(self) -> bool:
        """Whether it may be published: something was checked, and there is no error."""
        return not self.checked.nothing and all(p.severity != "error" for p in self.problems)


@dataclass(frozen=True, slots=True)
class Edition:
    """What is published: pages, and other files by their address.

    Without ``indexes`` it is the preview of a project that does not hold: its findings.
    ``faults`` are what pages, data and search records say that the pinned texts do not bear
    out; with one of them nothing may be handed over.
    """

    verified: Verified
    indexes: Indexes | None
    pages: tuple[Page, ...]
    assets: Mapping[str, bytes] = field(default_factory=dict)
    faults: tuple[Problem, ...] = ()


def verify(root: Path) -> Verified:
    """Read a project and check all of it, in one run.

    Raises :class:`citebound.reading.NotAProjectError` for a folder that is none.
    """
    library = read_project(root)
    bindings = bind(library)
    problems = check(library, bindings, other_pages(root))
    return Verified(library, bindings, problems, _counted(library))


def render(verified: Verified, facts: SiteFacts) -> Edition:
    """The edition of a verified library: what is public of it, and nothing else."""
    library = worded(verified.library, verified.bindings)
    public = decide(library, verified.bindings, preview=facts.preview)
    indexes = build(public)
    pages, assets = all_pages(indexes, facts), all_assets(indexes, facts)
    # Against the whole of the pinned texts: what is withheld of them was taken out above.
    pinned = replace(indexes.library, sources=verified.library.sources)
    faults = prove_made(pinned, pages, assets, records(indexes, facts))
    return Edition(verified, indexes, pages, assets, faults)


def render_findings(verified: Verified, listed: Iterable[str]) -> Edition:
    """The preview of a project that does not hold. It is never published."""
    said = summary(verified.checked, verified.problems)
    pages = findings_pages(verified.library, verified.problems, said, listed)
    return Edition(verified, None, pages)


def publish(root: Path, facts: SiteFacts) -> Edition | tuple[Problem, ...]:
    """The edition of a project, or what keeps it from being published."""
    verified = verify(root)
    return render(verified, facts) if verified.holds else verified.problems


def prove(edition: Edition, folder: Path, built: Built) -> tuple[Problem, ...]:
    """What is wrong with the finished site of an edition: nothing, or it is not published.

    ``built`` is all that the site builder was given.
    """
    return prove_site(folder, built, edition.verified.library.sources)


def _counted(library: Library) -> Checked:
    return Checked(
        sources=len({*library.sources, *library.broken}),
        briefings=len(library.briefings),
        quotations=sum(len(subject.document.quotations) for subject in library.subjects()),
        actors=len(library.actors),
        events=len({event.id for b in library.briefings for event in b.events}),
    )
