"""Checks of sources: what rests on a changed one, voices, dates, rights and coverage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from citebound.checks.desk import Desk
from citebound.dates import DateError, parse
from citebound.model import Source, Span, Subject
from citebound.problems import Place, Problem, did_you_mean


def reading(desk: Desk) -> Iterator[Problem]:
    """What reading found; a changed source names everything that rests on it."""
    for problem in desk.library.problems:
        if problem.code == "source-changed":
            source = problem.place.path.split("/")[1]
            resting = sorted(s.path for s in desk.library.subjects() if _rests_on(s, source))
            named = ", ".join(resting) or "nothing"
            yield replace(problem, message=f"{problem.message}; {named} rests on it")
        else:
            yield problem


def _rests_on(subject: Subject, source: str) -> bool:
    if source in getattr(subject, "sources", ()):
        return True
    return any(t.source == source for c in subject.document.citations for t in c.targets)


def bindings(desk: Desk) -> Iterator[Problem]:
    """Every quotation is what its source says."""
    for bound in desk.bindings.values():
        yield from bound.problems


def speakers(desk: Desk) -> Iterator[Problem]:
    """Everyone who speaks in a source has a page."""
    for source in desk.library.sources.values():
        if source.id in desk.library.broken:
            continue
        for voice in source.voices:
            for actor in (*([voice.speaker] if voice.speaker else []), *voice.via):
                if actor not in desk.library.actors:
                    yield Problem(
                        actor.place,
                        "unknown-actor",
                        f"there is no actor {actor!s}",
                        did_you_mean(actor, desk.library.actors) or f"write docs/actors/{actor}.md",
                    )


def particulars(desk: Desk) -> Iterator[Problem]:
    """A source's date is a date, its address an address, and what it replaces is there."""
    known = desk.known_sources()
    for source in desk.library.sources.values():
        if source.published:
            try:
                parse(source.published)
            except DateError as error:
                yield Problem(
                    source.published.place, "bad-date", f"published: {error}", "such as 2023-09-15"
                )
        if source.url and not source.url.startswith(("https://", "http://")):
            yield Problem(
                source.url.place,
                "refused-link",
                f"{source.url!s} is not the address of a page",
                "write it in full, beginning with https://",
            )
        if source.replaces and source.replaces not in known:
            yield Problem(
                source.replaces.place,
                "unknown-source",
                f"there is no source {source.replaces!s}",
                did_you_mean(source.replaces, known),
            )


def coverage(desk: Desk) -> Iterator[Problem]:
    """Every sentence of a source is used by a passage or set aside, and never both."""
    if not desk.whole:
        return
    for source in desk.library.sources.values():
        if source.id in desk.library.broken or source.rights == "metadata":
            continue
        used = _used(desk, source)
        meant = _meant(desk, source)
        aside = {entry.span: entry for entry in source.set_aside}
        shown = 0
        for sentence in source.sentences:
            words = _short(sentence.span.of(source.text))
            is_used = any(span.meets(sentence.span) for span in used)
            shown += is_used * len(sentence.span)
            if is_used and sentence.span in aside:
                yield Problem(
                    aside[sentence.span].place,
                    "used-and-set-aside",
                    f"this sentence is set aside, but a passage uses it: {words}",
                    "take it out of set_aside:",
                )
            elif (
                not (is_used or any(span.meets(sentence.span) for span in meant))
                and sentence.span not in aside
            ):
                yield Problem(
                    _place(source, sentence.span.start),
                    "unused-sentence",
                    f"nothing rests on this sentence: {words}",
                    f"quote it, or set it aside with a reason in {source.path}",
                )
        yield from _share(source, shown)


def _used(desk: Desk, source: Source) -> tuple[Span, ...]:
    """Where passages that are evidence stand.

    Drafts are not published, so nothing is covered by them.
    """
    drafts = {briefing.path for briefing in desk.library.briefings if briefing.draft}
    return tuple(
        span
        for path, bound in desk.bindings.items()
        if path not in drafts
        for found in bound.passages
        for passage in found
        if passage.source == source.id and not passage.term
        for span in passage.spans
    )


def _meant(desk: Desk, source: Source) -> tuple[Span, ...]:
    """Where quotations that were refused, and have their finding, probably belong."""
    return tuple(
        span for bound in desk.bindings.values() for name, span in bound.meant if name == source.id
    )


def _place(source: Source, offset: int) -> Place:
    column = offset - (source.text.rfind("\n", 0, offset) + 1) + 1
    return Place(source.text_path, source.line_at(offset), column)


def _share(source: Source, shown: int) -> Iterator[Problem]:
    """No more of the text is published than ``max_share`` allows."""
    whole = sum(len(sentence.span) for sentence in source.sentences)
    share = 1.0 if source.rights == "full" else shown / max(whole, 1)
    if source.max_share is not None and share > source.max_share:
        yield Problem(
            Place(source.path),
            "share-exceeded",
            f"{share:.0%} of {source.id} would be published; at most {source.max_share:.0%} may",
            "set sentences aside, or change max_share: after asking who owns the words",
        )


def _short(words: str, most: int = 60) -> str:
    return words if len(words) <= most else f"{words[:most].rstrip()} …"
