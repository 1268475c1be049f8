"""What a page is beside its sentences: its signature, its fields, and what is signed for in it."""

from __future__ import annotations

from collections.abc import Iterator

from citebound.checks.review import changes as changed_since
from citebound.compared.stated import Edition
from citebound.compared.told import NOT_STATED, Change, fields_changed, lists_changed
from citebound.model import Actor, Briefing, Judgement, Subject
from citebound.problems.printing import counted


def signature(before: Briefing, after: Briefing, old: Edition, new: Edition) -> Iterator[Change]:
    """Whether a briefing is signed, still holds what was signed, and what was answered."""
    now = _state(after, new)
    if (_state(before, old), before.review) == (now, after.review):
        return
    by = f"{after.review.by}, {after.review.date}" if after.review else ""
    if now == "holds":
        yield Change("signature", f"signed by {by}")
    elif now == "broken":
        changed = changed_since(after, new.bindings[after.path], new.library.sources)
        since = counted(len(changed), "statement")
        yield Change("signature", f"no longer holds: signed by {by}; {since} changed since")
    elif before.review is not None:
        yield Change("signature", f"gone: {before.review.by}, {before.review.date}")
    had = before.review.answers if before.review else ()
    for answer in after.review.answers if after.review else ():
        if answer not in had:
            yield Change("question answered", f"{answer.question} — {answer.answer}")


def _state(briefing: Briefing, edition: Edition) -> str:
    if briefing.review is None:
        return "none"
    bound = edition.bindings[briefing.path]
    return "broken" if changed_since(briefing, bound, edition.library.sources) else "holds"


def subject_fields(before: Subject, after: Subject) -> Iterator[Change]:
    """The fields that every page may have."""
    yield from fields_changed(("taken down", _gone(before), _gone(after)))
    yield from lists_changed("signed for", _signed(before), _signed(after))
    yield from lists_changed("term", map(str, before.terms), map(str, after.terms))
    yield from lists_changed("former id", map(str, before.formerly), map(str, after.formerly))


def _signed(subject: Subject) -> list[str]:
    """What is signed for in a page: cuts, insertions and starts."""
    return [f"[^{s.footnote}] {s.words or ''} — {s.why} ({s.by})" for s in subject.signed]


def briefing_fields(before: Briefing, after: Briefing) -> Iterator[Change]:
    """The fields of a briefing that are no statements."""
    yield from fields_changed(
        ("date", str(before.date), str(after.date)),
        ("draft", str(before.draft), str(after.draft)),
        ("lead of its day", str(before.lead), str(after.lead)),
    )
    yield from lists_changed(
        "source of the page", map(str, before.sources), map(str, after.sources)
    )
    yield from _judgements(before, after)
    known = {str(one.judgement) for one in before.corrections if one.judgement}
    for one in after.corrections:
        if one.judgement and str(one.judgement) not in known:
            yield Change("judgement withdrawn", f"{one.judgement}: {one.was} — {one.why}")
    yield from lists_changed("date of a correction", _corrected(before), _corrected(after))


def _judgements(before: Briefing, after: Briefing) -> Iterator[Change]:
    """The words of likelihood and of confidence, and the ids of judgements."""
    had = {str(one.id): _how_sure(one) for one in before.judgements}
    has = {str(one.id): _how_sure(one) for one in after.judgements}
    for name, now in has.items():
        if had.get(name, now) != now:
            yield Change(f"judgement {name} changed", now, had[name])
    yield from lists_changed(
        "id of a judgement",
        (f"{name}: {sure}" for name, sure in had.items() if name not in has),
        (f"{name}: {sure}" for name, sure in has.items() if name not in had),
    )


def _how_sure(judgement: Judgement) -> str:
    if judgement.likelihood:
        return str(judgement.likelihood)
    return f"{judgement.confidence} confidence" if judgement.confidence else NOT_STATED


def _corrected(briefing: Briefing) -> Iterator[str]:
    return (f"{one.date}: {one.was}" for one in briefing.corrections)


def _gone(subject: Subject) -> str:
    return f"{subject.gone.date}: {subject.gone.why}" if subject.gone else ""


def actor_fields(before: Actor, after: Actor) -> Iterator[Change]:
    """The fields of an actor, and the dates of its facts."""
    yield from fields_changed(
        ("name", str(before.name), str(after.name)),
        ("kind", str(before.kind), str(after.kind)),
        ("in the list alone", str(before.in_list), str(after.in_list)),
        *(
            (f"name ({key})", str(before.names.get(key, "")), str(after.names.get(key, "")))
            for key in sorted(before.names.keys() | after.names.keys())
        ),
    )
    for name, had, has in (
        ("alias", before.aliases, after.aliases),
        ("adjective", before.adjectives, after.adjectives),
        ("search name", before.search_names, after.search_names),
    ):
        yield from lists_changed(name, map(str, had), map(str, has))
    dates = {str(fact.text): fact.date.edtf if fact.date else "" for fact in before.facts}
    for fact in after.facts:
        now = fact.date.edtf if fact.date else ""
        if dates.get(str(fact.text), now) != now:
            was = dates[str(fact.text)]
            yield Change(
                f"date of the fact “{fact.text}” moved", now or NOT_STATED, was or NOT_STATED
            )
