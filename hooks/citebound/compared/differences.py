"""The differences of two editions, page by page, in the order in which a reviewer wants them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from citebound.compared.fields import actor_fields, briefing_fields, signature, signed
from citebound.compared.pairing import Pair, paired
from citebound.compared.sources import source_changes
from citebound.compared.stated import Edition, Stated, key_of, quoted, stated, whose
from citebound.compared.told import Change, Section, fields_changed, lists_changed
from citebound.model import Actor, Briefing, Event, Passage, Subject
from citebound.problems.printing import counted

__all__ = ["Change", "Difference", "Section", "differences"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs between two editions. ``errors`` are how many findings each has that stop
    its publication.
    """

    sections: tuple[Section, ...]
    errors: tuple[int, int]

    @property
    def is_empty(self) -> bool:
        """Whether a reader would see no difference."""
        return not self.sections


def differences(old: Edition, new: Edition) -> Difference:
    """What differs: sources first, then briefings, actors, events, and what holds for the site."""
    sections = (
        *source_changes(old, new),
        *_pages(old, new),
        *_events(old, new),
        *_settings(old, new),
    )
    return Difference(tuple(s for s in sections if s.changes), (old.errors, new.errors))


# --- pages ------------------------------------------------------------------------------------


def _pages(old: Edition, new: Edition) -> Iterator[Section]:
    before = {_name(subject): subject for subject in old.library.subjects()}
    after = {_name(subject): subject for subject in new.library.subjects()}
    for name, subject in after.items():
        changes = (
            _page(before[name], subject, old, new) if name in before else _appears(subject, new)
        )
        yield Section(_title(subject), subject.path, tuple(changes))
    for name, subject in before.items():
        if name not in after:
            moved = next((s for s in after.values() if name in _former(s)), None)
            told = f"moved to {moved.path}" if moved else "vanishes"
            yield Section(_title(subject), subject.path, (Change("page", told),))


def _name(subject: Subject) -> str:
    return subject.address


def _former(subject: Subject) -> frozenset[str]:
    folder = "briefings" if isinstance(subject, Briefing) else "actors"
    return frozenset(f"{folder}/{name}/" for name in subject.formerly)


def _title(subject: Subject) -> str:
    return str(subject.title if isinstance(subject, Briefing) else subject.name)


def _appears(subject: Subject, edition: Edition) -> Iterator[Change]:
    """A new page: what it is, and how much there is to read."""
    found = list(stated(subject, edition))
    passages = {key_of(p, edition.library) for p in edition.bindings[subject.path].passages}
    draft = ", a draft" if isinstance(subject, Briefing) and subject.draft else ""
    told = f"new{draft}: {counted(len(found), 'statement')}, {counted(len(passages), 'passage')}"
    yield Change("page", told)
    yield from (
        Change("quotation added", quoted(words, source)) for source, words in sorted(passages)
    )


def _page(before: Subject, after: Subject, old: Edition, new: Edition) -> Iterator[Change]:
    if isinstance(before, Briefing) and isinstance(after, Briefing):
        yield from signature(before, after, old, new)
    yield from _quotations(before, after, old, new)
    yield from _statements(before, after, old, new)
    if isinstance(before, Briefing) and isinstance(after, Briefing):
        yield from briefing_fields(before, after)
    if isinstance(before, Actor) and isinstance(after, Actor):
        yield from actor_fields(before, after)
    yield from lists_changed("signed for", signed(before), signed(after))


def _quotations(before: Subject, after: Subject, old: Edition, new: Edition) -> Iterator[Change]:
    had = _passages(before, old)
    has = _passages(after, new)
    for key in had.keys() & has.keys():
        was, now = whose(had[key].voice), whose(has[key].voice)
        if was != now:
            yield Change(f"voice of {quoted(key[1], key[0])} changed", now, was)
    gone = [key for key in had if key not in has]
    added = [key for key in has if key not in had]
    for pair in paired(gone, added, _alike_quotations):
        yield _change("quotation", pair, lambda key: quoted(key[1], key[0]))


def _passages(subject: Subject, edition: Edition) -> Mapping[tuple[str, str], Passage]:
    return {key_of(p, edition.library): p for p in edition.bindings[subject.path].passages}


def _alike_quotations(key: tuple[str, str]) -> tuple[str, str]:
    return key


def _statements(before: Subject, after: Subject, old: Edition, new: Edition) -> Iterator[Change]:
    had, has = list(stated(before, old)), list(stated(after, new))
    left, right = _unmatched(had, has), _unmatched(has, had)
    for was, now in _same(had, has):
        yield from _rests(was, now, old, new)
    for pair in paired(left, right, lambda one: (one.kind.value, one.words)):
        before_it, after_it = pair.old, pair.new
        kind = after_it.kind if after_it else before_it.kind if before_it else ""
        yield _change(kind, pair, lambda one: one.words)
        if before_it and after_it:
            yield from _rests(before_it, after_it, old, new)


def _same(had: Iterable[Stated], has: Iterable[Stated]) -> Iterator[tuple[Stated, Stated]]:
    """The statements that two editions have alike, each with the one that it is."""
    waiting: dict[tuple[str, str], list[Stated]] = {}
    for one in has:
        waiting.setdefault((one.kind, one.words), []).append(one)
    for one in had:
        if found := waiting.get((one.kind, one.words)):
            yield one, found.pop(0)


def _unmatched(these: Iterable[Stated], others: Iterable[Stated]) -> list[Stated]:
    count: dict[tuple[str, str], int] = {}
    for one in others:
        count[one.kind, one.words] = count.get((one.kind, one.words), 0) + 1
    left = []
    for one in these:
        if count.get((one.kind, one.words), 0):
            count[one.kind, one.words] -= 1
        else:
            left.append(one)
    return left


def _rests(was: Stated, now: Stated, old: Edition, new: Edition) -> Iterator[Change]:
    """What a sentence rested on and rests on no more, and what it rests on instead."""
    had = {key_of(passage, old.library) for passage in was.rests_on}
    has = {key_of(passage, new.library) for passage in now.rests_on}
    if had == has:
        return
    lost = "; ".join(quoted(words, source) for source, words in sorted(had - has))
    gained = "; ".join(quoted(words, source) for source, words in sorted(has - had))
    if not has:
        yield Change("evidence lost", f"{now.words} — rested on {lost}; rests on nothing now")
    else:
        told = f"no longer on {lost}" if lost else ""
        told += ("; now also on " if lost else "now also on ") + gained if gained else ""
        yield Change("evidence changed", f"{now.words} — {told}")


def _change(what: str, pair: Pair[T], show: Callable[[T], str]) -> Change:
    if pair.old is None:
        assert pair.new is not None
        return Change(f"{what} added", show(pair.new))
    if pair.new is None:
        return Change(f"{what} gone", show(pair.old))
    return Change(f"{what} changed", show(pair.new), show(pair.old))


# --- events, and the site -------------------------------------------------------------------------


def _events(old: Edition, new: Edition) -> Iterator[Section]:
    had, has = _defined(old), _defined(new)
    for name in sorted(had.keys() | has.keys()):
        before, after = had.get(name), has.get(name)
        if before is None or after is None:
            event = after or before
            assert event is not None
            told = f"{_date(event)}, {event.status}: {event.title}"
            yield Section("Event", name, (Change("event added" if after else "event gone", told),))
            continue
        changed = [
            *fields_changed(
                ("date", _date(before), _date(after)),
                ("status", str(before.status), str(after.status)),
            ),
            *lists_changed("role", _roles(before), _roles(after)),
        ]
        yield Section(f"Event: {after.title}", name, tuple(changed))


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
    return f"{event.date.edtf or 'not resolved'}{counted}"


def _roles(event: Event) -> list[str]:
    return [f"{party.actor}: {party.role}" for party in event.parties]


def _settings(old: Edition, new: Edition) -> Iterator[Section]:
    before, after = old.library.settings, new.library.settings
    changed = [
        *lists_changed("reviewer", map(str, before.reviewers), map(str, after.reviewers)),
        *lists_changed("term of the site", map(str, before.terms), map(str, after.terms)),
        *lists_changed("kept address", map(str, before.addresses), map(str, after.addresses)),
    ]
    yield Section("The whole site", "", tuple(changed))
