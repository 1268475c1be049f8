"""The pages of two editions compared: what is quoted and stated in each, and their fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import TypeVar

from citebound.compared.fields import actor_fields, briefing_fields, signature, subject_fields
from citebound.compared.pairing import Pair, paired
from citebound.compared.stated import (
    Edition,
    Key,
    Stated,
    key_of,
    key_of_place,
    stated,
    told,
    whose,
    withheld,
)
from citebound.compared.told import Change, Section
from citebound.model import Actor, Briefing, Passage, Subject
from citebound.problems.printing import counted

T = TypeVar("T")


def page_changes(old: Edition, new: Edition) -> Iterator[Section]:
    """What became of each page; one that moved is compared with what it was."""
    before = {subject.folder: subject for subject in old.library.subjects()}
    after = {subject.folder: subject for subject in new.library.subjects()}
    stayed = set()
    for folder, subject in after.items():
        was = folder if folder in before else _moved_from(subject, before, after)
        if was is None:
            yield Section(_title(subject), subject.path, tuple(_appears(subject, new)))
            continue
        stayed.add(was)
        changes = tuple(_page(before[was], subject, old, new))
        yield Section(_title(subject), subject.path, changes, was_path=before[was].path)
    for folder, subject in before.items():
        if folder not in stayed:
            yield Section(_title(subject), subject.path, (Change("page", "vanishes"),))


def _moved_from(
    subject: Subject, before: Mapping[str, Subject], after: Mapping[str, Subject]
) -> str | None:
    """The folder of the page that it was, if it names one that is there no more."""
    top = subject.folder.partition("/")[0]
    former = (f"{top}/{name}/" for name in subject.formerly)
    return next((name for name in former if name in before and name not in after), None)


def _title(subject: Subject) -> str:
    return str(subject.title if isinstance(subject, Briefing) else subject.name)


def _appears(subject: Subject, edition: Edition) -> Iterator[Change]:
    """A new page: what it is, how much there is to read, and all of that."""
    found = list(stated(subject, edition))
    keys = _keys(subject, edition)
    draft = ", a draft" if isinstance(subject, Briefing) and subject.draft else ""
    much = f"new{draft}: {counted(len(found), 'statement')}, {counted(len(keys), 'passage')}"
    yield Change("page", much)
    yield from (Change(f"{one.kind} added", one.words) for one in found)
    yield from (Change("quotation added", told(key)) for key in keys)


def _page(before: Subject, after: Subject, old: Edition, new: Edition) -> Iterator[Change]:
    if before.path != after.path:
        yield Change("page moved", after.path, before.path)
    if isinstance(before, Briefing) and isinstance(after, Briefing):
        yield from signature(before, after, old, new)
    yield from _quotations(before, after, old, new)
    yield from _statements(before, after, old, new)
    if isinstance(before, Briefing) and isinstance(after, Briefing):
        yield from briefing_fields(before, after)
    if isinstance(before, Actor) and isinstance(after, Actor):
        yield from actor_fields(before, after)
    yield from subject_fields(before, after)


def _quotations(before: Subject, after: Subject, old: Edition, new: Edition) -> Iterator[Change]:
    had, has = _passages(before, old), _passages(after, new)
    for key in had:
        if key in has and (was := _voices(had[key])) != (now := _voices(has[key])):
            yield Change(f"voice of {told(key)} changed", now, was)
    had_keys, has_keys = _keys(before, old), _keys(after, new)
    gone = [key for key in had_keys if key not in has_keys]
    added = [key for key in has_keys if key not in had_keys]
    for pair in paired(gone, added, lambda key: key):
        yield _change("quotation", pair, told)


def _voices(passage: Passage) -> str:
    inside = "".join(f"; in it {whose(voice)}" for voice in passage.contains)
    return f"{whose(passage.voice)}{inside}"


def _passages(subject: Subject, edition: Edition) -> Mapping[Key, Passage]:
    return {key_of(p, edition.library): p for p in edition.bindings[subject.path].passages}


def _keys(subject: Subject, edition: Edition) -> list[Key]:
    """All evidence of a page, each once, in its order: passages, then places without words."""
    places = (
        key_of_place(target)
        for citation in subject.document.citations
        for target in withheld(citation.targets, edition.library)
    )
    return list(dict.fromkeys((*_passages(subject, edition), *places)))


def _statements(before: Subject, after: Subject, old: Edition, new: Edition) -> Iterator[Change]:
    had, has = list(stated(before, old)), list(stated(after, new))
    left, right = _unmatched(had, has), _unmatched(has, had)
    same = list(_same(had, has))
    for was, now in same:
        yield from _rests(was, now, old, new)
    yield from _order([now for _, now in same], has)
    for pair in paired(left, right, lambda one: (one.kind.value, one.words)):
        before_it, after_it = pair.old, pair.new
        kind = after_it.kind if after_it else before_it.kind if before_it else ""
        yield _change(kind, pair, lambda one: one.words)
        if before_it and after_it:
            yield from _rests(before_it, after_it, old, new)


def _order(same: list[Stated], has: list[Stated]) -> Iterator[Change]:
    """What stands elsewhere now: ``same`` are what is stated as before, in the order of before."""
    now = {id(one): number for number, one in enumerate(has)}
    order = [now[id(one)] for one in same]
    for kind in dict.fromkeys(one.kind for one in same):
        numbers = [number for number, one in zip(order, same, strict=True) if one.kind == kind]
        pairs = pairwise(numbers)
        moved = next((after for after, before in pairs if after > before), None)
        if moved is not None:
            yield Change(f"order of what is a {kind} changed", f"{has[moved].words} — stands later")


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
    if was.whole and now.whole:
        return
    had = frozenset() if was.whole else was.keys(old.library)
    has = frozenset() if now.whole else now.keys(new.library)
    if was.whole != now.whole:
        on = "the whole page" if now.whole else _listed(has) or "nothing"
        yield Change("evidence changed", f"{now.words} — rests on {on} now")
        return
    if had == has:
        return
    lost, gained = _listed(had - has), _listed(has - had)
    if not has:
        yield Change("evidence lost", f"{now.words} — rested on {lost}; rests on nothing now")
    else:
        change = f"no longer on {lost}" if lost else ""
        change += ("; now also on " if lost else "now also on ") + gained if gained else ""
        yield Change("evidence changed", f"{now.words} — {change}")


def _listed(keys: Iterable[Key]) -> str:
    return "; ".join(told(key) for key in sorted(keys))


def _change(what: str, pair: Pair[T], show: Callable[[T], str]) -> Change:
    if pair.old is None:
        assert pair.new is not None
        return Change(f"{what} added", show(pair.new))
    if pair.new is None:
        return Change(f"{what} gone", show(pair.old))
    return Change(f"{what} changed", show(pair.new), show(pair.old))
