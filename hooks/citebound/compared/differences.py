"""The differences of two editions, in the order in which a reviewer wants them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from citebound.compared.pages import page_changes
from citebound.compared.sources import source_changes
from citebound.compared.stated import Edition
from citebound.compared.told import Change, Section, fields_changed, lists_changed
from citebound.compared.untold import with_the_rest
from citebound.model import Event

__all__ = ["Change", "Difference", "Section", "differences"]


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs between two editions. ``errors`` are how many findings each has that stop
    its publication.
    """

    sections: tuple[Section, ...]
    errors: tuple[int, int]

    @property
    def is_empty(self) -> bool:
        """Whether there is no difference, in no file."""
        return not self.sections


def differences(old: Edition, new: Edition) -> Difference:
    """What differs: sources first, then briefings, actors, events, what holds for the site, and
    what of the files differs besides.
    """
    sections = (
        *source_changes(old, new),
        *page_changes(old, new),
        *_events(old, new),
        *_settings(old, new),
    )
    found = with_the_rest([s for s in sections if s.changes or s.was_path], old, new)
    return Difference(tuple(s for s in found if s.changes), (old.errors, new.errors))


def _events(old: Edition, new: Edition) -> Iterator[Section]:
    had, has = _defined(old), _defined(new)
    for name in sorted(had.keys() | has.keys()):
        before, after = had.get(name), has.get(name)
        if before is None or after is None:
            event = after or before
            assert event is not None
            told = f"{_date(event)}, {event.status}: {event.title}"
            added = (Change("event added" if after else "event gone", told), *_names(event, after))
            yield Section("Event", name, added, file=event.place.path)
            continue
        changed = [
            *fields_changed(
                ("date", _date(before), _date(after)),
                ("status", str(before.status), str(after.status)),
            ),
            *lists_changed("role", _roles(before), _roles(after)),
            *lists_changed(
                "search name", map(str, before.search_names), map(str, after.search_names)
            ),
        ]
        yield Section(f"Event: {after.title}", name, tuple(changed), file=after.place.path)


def _names(event: Event, after: Event | None) -> Iterator[Change]:
    """The names by which an event that is new may be looked for."""
    for name in event.search_names if after else ():
        yield Change("search name added", str(name))


def _defined(edition: Edition) -> Mapping[str, Event]:
    return {
        str(event.id): event
        for briefing in edition.library.briefings
        for event in briefing.events
        if not event.ref
    }


def _date(event: Event) -> str:
    if event.date is None:
        return "no date"
    counted = f" (“{event.date.phrase}”)" if event.date.phrase else ""
    since = f", counted from {event.date.counted_from}" if event.date.counted_from else ""
    return f"{event.date.edtf or 'not resolved'}{counted}{since}"


def _roles(event: Event) -> list[str]:
    return [f"{party.actor}: {party.role}" for party in event.parties]


_OF_SITE = ("briefings/site.yml", "briefings/reviewers.yml", "briefings/addresses.txt")
"""The files of what holds for the whole site."""


def _settings(old: Edition, new: Edition) -> Iterator[Section]:
    before, after = old.library.settings, new.library.settings
    changed = [
        *lists_changed("reviewer", map(str, before.reviewers), map(str, after.reviewers)),
        *lists_changed("term of the site", map(str, before.terms), map(str, after.terms)),
        *lists_changed("kept address", map(str, before.addresses), map(str, after.addresses)),
    ]
    yield Section("The whole site", "", tuple(changed), file="\n".join(_OF_SITE))
