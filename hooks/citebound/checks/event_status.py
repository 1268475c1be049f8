"""A check of the status of events: what a source can say has happened lies before it, and what it
says is to come has not happened.
"""

from __future__ import annotations

from collections.abc import Sequence

from citebound.claims.evidence import Evidence
from citebound.claims.limiting import read
from citebound.dates import Edtf, parsed
from citebound.dates.bounds import TOOK_PLACE
from citebound.model import Event
from citebound.problems import Problem
from citebound.text.limiting import Limit

_FUTURE = frozenset((
    "will", "shall", "would", "postponed", "cancelled", "canceled", "scheduled", "upcoming",
    "будет", "будут", "предстоит", "предстоящий", "отложен", "отложена", "отложены", "отменен",
    "отменены",
))  # fmt: skip
"""Words of what is to come, or does not come, beside those of an intention."""

_STILL_TO_COME = frozenset(("intended", "planned"))

_ENDED = frozenset(("was", "were", "did", "had", "took", "has", "have", "был", "была", "было"))
"""Words beside which a passage may tell of both."""


def status_finding(event: Event, evidence: Evidence) -> Problem | None:
    """What is wrong with the status of an event: none has happened after its source was written,
    none is to come that lies before it, and evidence that only speaks of what is to come bears out
    nothing that has happened.
    """
    published = [day for source in evidence.sources if (day := parsed(source.published))]
    date = _date(event)
    latest = max(published, key=lambda day: day.upper, default=None)
    if event.status in TOOK_PLACE:
        if date and latest and date.lower > latest.upper:
            return Problem(
                event.status.place,
                "status-not-in-evidence",
                f"{event.date.edtf if event.date else ''} is after {latest.text}, when the "
                f"evidence was published: it cannot say that this has {event.status!s}",
                "write planned, intended or postponed, or cite a source that was written since",
            )
        word = _to_come(evidence.words)
        if word:
            return Problem(
                event.status.place,
                "status-not-in-evidence",
                f"the evidence speaks of what is to come (“{word}”); the event is {event.status!s}",
                "write planned, intended, postponed or cancelled, or name a passage that says that "
                "it took place",
                "warning",
            )
    elif event.status in _STILL_TO_COME and date and published:
        earliest = min(published, key=lambda day: day.lower)
        if date.upper < earliest.lower:
            return Problem(
                event.status.place,
                "status-not-in-evidence",
                f"{event.date.edtf if event.date else ''} is before {earliest.text}, when the "
                f"evidence was published, and the event is {event.status!s}",
                "write what became of it (held, happened, cancelled), if the source says so",
                "warning",
            )
    return None


def _to_come(words: Sequence[str]) -> str:
    """The word by which every passage speaks of what is to come; "" if one does not."""
    found = ""
    for text in words:
        said = read(text).words
        if any(word.said in _ENDED for word in said):
            return ""
        found = next((w.said for w in said if w.limit is Limit.PLAN or w.said in _FUTURE), "")
        if not found:
            return ""
    return found


def _date(event: Event) -> Edtf | None:
    if event.date is None or event.date.unresolved:
        return None
    return parsed(event.date.edtf)
