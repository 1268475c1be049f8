"""What a judgement says of its evidence is so, as far as that can be counted."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.checks.bound_library import BoundLibrary
from citebound.problems import Problem

_HIGH = "high"
_LEAST = 2
"""High confidence stands for good evidence from so many independent sources at least."""


def confident(project: BoundLibrary) -> Iterator[Problem]:
    """High confidence rests on more than one source. Whether these are independent of each other,
    and good, only a person can judge.
    """
    for briefing in project.library.briefings:
        bound = project.bindings[briefing.path]
        for judgement in briefing.judgements:
            if judgement.confidence != _HIGH:
                continue
            passages = [p for name in judgement.rests_on for p in bound.evidence(name)]
            sources = {passage.source for passage in passages}
            if passages and len(sources) < _LEAST:
                yield Problem(
                    judgement.confidence.place,
                    "judgement-word",
                    "high confidence stands for evidence from more than one independent source, "
                    f"and this judgement rests on {', '.join(sources)} alone",
                    "write confidence: low or moderate, or let it rest on a second source",
                )
