"""The checks, in one tuple: their table of contents.

A check is a function from a :class:`~citebound.checks.bound_library.BoundLibrary` to findings. It
raises nothing for a user's mistake, and says what it sees. One slip is one finding all the same:
what follows from another finding is dropped once, when all checks have run
(:mod:`citebound.problems.echoes`).
"""

from __future__ import annotations

from collections.abc import Iterable

from citebound.checks import (
    actor_names,
    addresses,
    block_voices,
    cited_sources,
    citing,
    dates,
    days,
    events,
    field_characters,
    field_marks,
    front_matter,
    in_list,
    judgements,
    own_sentences,
    scripts,
    short_names,
    sources,
    terms,
    voices,
    withheld,
)
from citebound.checks.bound_library import BoundLibrary, Check
from citebound.checks.review import reviewed, reviewers
from citebound.model import Library
from citebound.passages.answers import Bound
from citebound.problems import Problem
from citebound.problems.echoes import without_echoes
from citebound.public import Published, decide

CHECKS: tuple[Check, ...] = (
    sources.reading,
    sources.bindings,
    sources.speakers,
    voices.tied,
    voices.said_by_others,
    voices.linked,
    voices.followed,
    sources.unvoiced,
    sources.drafts,
    sources.proposals,
    sources.particulars,
    sources.coverage,
    short_names.of_their_source,
    field_marks.source_fields,
    field_marks.reasons,
    field_marks.names,
    actor_names.printed,
    actor_names.aliases,
    actor_names.search_names,
    in_list.told_there,
    field_characters.fields,
    scripts.words,
    citing.footnotes,
    citing.sentences,
    citing.citations,
    front_matter.texts,
    terms.listed,
    terms.side_by_side,
    terms.not_said,
    front_matter.signatures,
    citing.attributions,
    block_voices.one_voice,
    judgements.confident,
    own_sentences.own_sentences,
    cited_sources.known,
    cited_sources.cited,
    days.written,
    days.others,
    events.events,
    events.parties,
    dates.dates,
    reviewers,
    reviewed,
    withheld.copied,
    addresses.ids,
    addresses.addresses,
    addresses.vanished,
    addresses.aliases,
    addresses.links,
)


def check(
    library: Library,
    bindings: dict[str, Bound],
    other_pages: Iterable[str] = (),
    public: Published | None = None,
    today: str = "",
    *,
    preview: bool = False,
) -> tuple[Problem, ...]:
    """Every finding of every check, sorted by file, line and column, each once. ``public`` is
    what of the library is public, where it has been decided; ``today`` the day on which it is
    checked, where days that are still to come are to be found. In the preview drafts count.
    """
    public = public or decide(library, bindings)
    project = BoundLibrary(library, bindings, public, frozenset(other_pages), today, preview)
    return without_echoes(problem for run in CHECKS for problem in run(project))
