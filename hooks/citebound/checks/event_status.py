"""A check of the status of events: what a source can say has happened lies before it, and what it
says is to come has not happened.
"""

from __future__ import annotations

from collections.abc import Sequence

from citebound.checks.event_words import TO_BE, only_to_be, said_of_event, stopped, unborne
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


def status_finding(event: Event, evidence: Evidence, *, several: bool = False) -> Problem | None:
    """What is wrong with the status of an event: none has happened after its source was written,
    none is to come that lies before it, and evidence that only speaks of what is to come bears out
    nothing that has happened. ``several`` says that more than one briefing tells of it.
    """
    published = [day for source in evidence.sources if (day := parsed(source.published))]
    date = _date(event)
    said, told = said_of_event(str(event.status))
    latest = max(published, key=lambda day: day.upper, default=None)
    if event.status in TOOK_PLACE:
        if date and latest and date.lower > latest.upper:
            return Problem(
                event.status.place,
                "status-not-in-evidence",
                f"{event.date.edtf if event.date else ''} is after {latest.text}, when the "
                f"evidence was published: it cannot say that this {told}",
                "write planned, intended or postponed, or cite a source that was written since",
            )
        word = _to_come(evidence.words) or _was_to_be(event, evidence)
        if word:
            return Problem(
                event.status.place,
                "status-not-in-evidence",
                f"the evidence speaks of what is to come (“{word}”); the event {said}",
                "write planned, intended, postponed or cancelled, or name a passage that says that "
                "it took place",
                "warning",
            )
        if word := stopped(event.title, evidence.words, _languages(evidence)):
            return Problem(
                event.status.place,
                "status-not-in-evidence",
                f"the evidence says that this did not come about (“{word}”), or not as it was to; "
                f"the event {said}",
                "write cancelled or postponed, or quote no more than what tells of the event",
                "warning",
            )
    elif event.status in _STILL_TO_COME and date and published:
        earliest = min(published, key=lambda day: day.lower)
        if date.upper < earliest.lower:
            return Problem(
                event.status.place,
                "status-not-in-evidence",
                f"{event.date.edtf if event.date else ''} is before {earliest.text}, when the "
                f"evidence was published, and the event {said}",
                "write what became of it (held, happened, cancelled), if the source says so",
                "warning",
            )
    return None if event.status == "disputed" and several else _unborne(event, evidence)


def _unborne(event: Event, evidence: Evidence) -> Problem | None:
    """A status of which the evidence has no word."""
    lacks = unborne(str(event.status), evidence.around, _languages(evidence))
    if not lacks:
        return None
    said, _ = said_of_event(str(event.status))
    return Problem(
        event.status.place,
        "status-not-in-evidence",
        f"the evidence does not say {lacks}; the event {said}",
        "write the status that the evidence gives, or name a passage that says so",
        "warning",
    )


def _languages(evidence: Evidence) -> list[str]:
    return [source.language.partition("-")[0] for source in evidence.sources]


def _was_to_be(event: Event, evidence: Evidence) -> str:
    """The words by which every passage tells of what was only to be; "" if one tells more."""
    found = only_to_be(event.title, evidence.words, _languages(evidence))
    if not found or not all(found):
        return ""
    told_more = any(
        word.said in _ENDED for text in evidence.words for word in read(TO_BE.sub(" ", text)).words
    )
    return "" if told_more else found[0]


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
