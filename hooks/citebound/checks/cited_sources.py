"""The sources of a briefing are those that it cites."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.checks.bound_library import BoundLibrary, quotation_things
from citebound.model import Briefing
from citebound.passages.answers import Bound
from citebound.problems import Problem, did_you_mean


def known(project: BoundLibrary) -> Iterator[Problem]:
    """Each source that a briefing names is there."""
    there = project.known_sources()
    for briefing in project.library.briefings:
        for name in briefing.sources:
            if name not in there:
                yield Problem(
                    name.place,
                    "unknown-source",
                    f"there is no source {name!s}",
                    did_you_mean(name, there),
                )


def cited(project: BoundLibrary) -> Iterator[Problem]:
    """The sources that a briefing names are those that it cites."""
    there = project.library.sources
    for briefing in project.library.briefings:
        wanted = sources_cited(briefing, project.bindings[briefing.path])
        broken = project.library.broken
        named = (*wanted, *briefing.sources)
        if not wanted or any(name in broken or name not in there for name in named):
            continue  # what cites nothing, or no source that holds, has its findings
        advice = f"citebound fix writes it: sources: [{', '.join(wanted)}]"
        beyond = [name for name in briefing.sources if name not in wanted]
        if beyond:
            every = range(len(briefing.document.quotations))
            yield Problem(
                beyond[0].place,
                "other-sources",
                f"nothing in this briefing cites {', '.join(beyond)}",
                advice,
            ).resting_on(*quotation_things(briefing.document, every))
        missing = [name for name in wanted if name not in briefing.sources]
        if missing and briefing.sources:
            yield Problem(
                briefing.sources[0].place,
                "other-sources",
                f"the briefing cites {', '.join(missing)}, and sources: does not name "
                f"{'it' if len(missing) == 1 else 'them'}",
                advice,
            )


def sources_cited(briefing: Briefing, bound: Bound) -> tuple[str, ...]:
    """The sources that a briefing cites, in the order in which it first does; a quotation without
    a citation rests on the only source that there is.
    """
    targets = (t.source for citation in briefing.document.citations for t in citation.targets)
    found = dict.fromkeys(map(str, targets))
    found |= dict.fromkeys(passage.source for passage in bound.passages)
    return tuple(found)
