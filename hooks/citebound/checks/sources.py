"""Checks of sources: what rests on a changed one, voices, dates, rights and coverage."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from citebound.checks.addresses import deceiving_host
from citebound.checks.bound_library import BoundLibrary
from citebound.dates import DateError, parse
from citebound.model import Briefing, Library, LineMap, Source, Span, Subject
from citebound.passages.answers import Bound
from citebound.problems import EVERYTHING, Place, Problem, actor_meant, beginning_of, did_you_mean
from citebound.reading.voice_marks import words_without_voice
from citebound.text.marks import first_marked, marked
from citebound.text.web import is_web_address

_WEB = ("https", "http")
"""Old texts are found where no certificate is."""


def reading(project: BoundLibrary) -> Iterator[Problem]:
    """What reading found; a changed source names everything that rests on it."""
    for problem in project.library.problems:
        if problem.code == "source-changed":
            source = problem.place.path.split("/")[1]
            resting = sorted(s.path for s in project.library.subjects() if _rests_on(s, source))
            named = ", ".join(resting) or "nothing"
            yield replace(problem, message=f"{problem.message}; {named} rests on it")
        else:
            yield problem


def _rests_on(subject: Subject, source: str) -> bool:
    if source in getattr(subject, "sources", ()):
        return True
    return any(t.source == source for c in subject.document.citations for t in c.targets)


def bindings(project: BoundLibrary) -> Iterator[Problem]:
    """Every quotation is what its source says."""
    for bound in project.bindings.values():
        yield from bound.problems


def speakers(project: BoundLibrary) -> Iterator[Problem]:
    """Everyone who speaks in a source has a page."""
    for source in project.library.sources.values():
        for voice in source.voices:
            for actor in (*([voice.speaker] if voice.speaker else []), *voice.via):
                if actor not in project.library.actors:
                    yield Problem(
                        actor.place,
                        "unknown-actor",
                        f"there is no actor {actor!s}",
                        actor_meant(actor, project.library.actors),
                    ).resting_on(source.thing)


def particulars(project: BoundLibrary) -> Iterator[Problem]:
    """A source's date is a date, its address an address, and what it replaces is there."""
    known = project.known_sources()
    for source in project.library.sources.values():
        if source.published:
            try:
                parse(source.published)
            except DateError as error:
                yield Problem(
                    source.published.place, "bad-date", f"published: {error}", "such as 2023-09-15"
                )
        if source.url and not (
            is_web_address(source.url, _WEB) and first_marked(source.url) is None
        ):
            yield Problem(
                source.url.place,
                "refused-link",
                f"{source.url!s} is not the address of a page",
                "write it in full, beginning with https://",
            )
        elif source.url and (problem := deceiving_host(source.url, source.url.place)):
            yield problem
        if source.replaces and source.replaces not in known:
            yield Problem(
                source.replaces.place,
                "unknown-source",
                f"there is no source {source.replaces!s}",
                did_you_mean(source.replaces, known),
            )


def proposals(project: BoundLibrary) -> Iterator[Problem]:
    """Each voice that a program proposed was looked at by the editor of its source."""
    for source in project.library.sources.values():
        for voice in source.voices:
            if voice.proposed:
                whose = voice.kind if voice.speaker is None else f"{voice.kind}, {voice.speaker!s}"
                words = beginning_of(voice.span.of(source.text))
                yield Problem(
                    voice.place,
                    "proposed-voice",
                    f"this voice was proposed ({whose}): {words}",
                    "read it in the text; if it is right, take out proposed: true",
                    "warning" if source.draft else "error",
                ).resting_on(source.thing)


def drafts(project: BoundLibrary) -> Iterator[Problem]:
    """Nothing that is published rests on a source that is a draft."""
    unready = {source.id for source in project.library.sources.values() if source.draft}
    for subject in project.library.subjects():
        if isinstance(subject, Briefing) and subject.draft:
            continue
        for name, at in _leaning_on(subject):
            if name in unready:
                yield Problem(
                    subject.document.place(at),
                    "draft-source",
                    f"the source {name} is a draft, and this page is published",
                    f"take draft: out of seeds/{name}/source.yml when it is whole"
                    f"{', or keep the briefing a draft' * isinstance(subject, Briefing)}",
                )


def _leaning_on(subject: Subject) -> Iterator[tuple[str, int]]:
    """The sources that a page cites or links to, each with its place."""
    for citation in subject.document.citations:
        for target in citation.targets:
            yield str(target.source), citation.span.start
    for link in subject.document.links:
        kind, _, name = link.target.partition(":")
        seeds = re.search(r"(?:^|/)seeds/([^/#]+)/", link.target)
        if kind == "source" or seeds:
            yield seeds[1] if seeds else name, link.span.start


def coverage(project: BoundLibrary) -> Iterator[Problem]:
    """Every sentence of a source is used by a passage or set aside, and never both.

    Nothing has to be said of the rest of a source that another replaces, or of which only what
    is used is accounted for.
    """
    library, bindings = project.library, project.bindings
    used = passages_used(library, bindings)
    accounted = passages_used(library, bindings, drafts=True) if project.preview else used
    every = project.library.sources.values()
    replaced = {str(source.replaces) for source in every if not source.draft}
    for source in project.library.sources.values():
        if not source.quotable or source.draft:
            continue
        aside = {entry.span: entry for entry in source.set_aside if not entry.heading}
        both = sentences_of(source, used.get(source.id, ())) & aside.keys()
        for span in sorted(both):
            yield Problem(
                aside[span].place,
                "used-and-set-aside",
                "this sentence is set aside, but a passage uses it: "
                f"“{beginning_of(span.of(source.text))}”",
                f"citebound fix {source.path} takes it out of set_aside:",
                words=span.of(source.text),
            )
        if source.coverage == "whole" and source.id not in replaced:
            yield from _unused(source, accounted.get(source.id, ()))
        yield from _share(source, project)


def _unused(source: Source, used: Iterable[Span]) -> Iterator[Problem]:
    """The sentences of a source that nothing uses and that are not set aside."""
    place = LineMap(source.text_path, source.text).place
    known = sentences_of(source, used) | {entry.span for entry in source.set_aside}
    for sentence in source.sentences:
        span = sentence.span
        if span not in known:
            yield Problem(
                place(span.start),
                "unused-sentence",
                f"nothing rests on this sentence: “{beginning_of(span.of(source.text))}”",
                f"quote it, or set it aside with a reason in {source.path}",
                paste=_aside(span.of(source.text)),
                words=span.of(source.text),
            ).resting_on(EVERYTHING, source.thing, *source.things_at(span))


def unvoiced(project: BoundLibrary) -> Iterator[Problem]:
    """Every pair of marks in a source lies in a voice; where only what is used is accounted for,
    every pair in a paragraph that a passage stands in, or the cue of its voice.
    """
    passages = _passages(project)
    for source in project.library.sources.values():
        if source.draft:
            continue
        asked = None if source.coverage == "whole" else _asked(source, passages, project)
        place = LineMap(source.text_path, source.text).place
        for span in words_without_voice(source, asked):
            yield Problem(
                place(span.start),
                "voice-missing",
                f"no voice says whose words these are: {span.of(source.text)}",
                f"add a voice of kind direct or quoted to {source.path}",
            ).resting_on(source.thing)


def _passages(project: BoundLibrary) -> Mapping[str, list[Span]]:
    """The places of all passages, by source: of drafts and terms as well."""
    found: dict[str, list[Span]] = defaultdict(list)
    for bound in project.bindings.values():
        for passage in bound.passages:
            found[passage.source] += passage.spans
    return found


def _asked(
    source: Source, passages: Mapping[str, list[Span]], project: BoundLibrary
) -> frozenset[int] | None:
    """The numbers of the paragraphs whose voices are asked for: where passages stand, the cues of
    the voices that they meet, and places that are cited without their words; and those beside
    a paragraph in which speech may go on. ``None`` for all.
    """
    said = (source.descriptor, source.circular, *source.obtain)
    if any(first_marked(text) is not None for text in said):
        return None  # words of it are quoted there as well
    spans = passages.get(source.id, ())
    cues = (v.cue for span in spans for v in source.voices_in(span) if v.cue is not None)
    asked = {source.paragraph_at(span.start) for span in (*spans, *cues)}
    for subject in project.library.subjects():
        for citation in subject.document.citations:
            places = (t.paragraph for t in citation.targets if t.source == source.id)
            asked |= set(filter(None, places))
    for number in sorted(asked):
        text = source.paragraphs[number - 1].of(source.text) if number else ""
        if text[:1] in "—–―-" or any(one.alone for one in marked(text)):
            asked |= {number - 1, number + 1}
    return frozenset(asked)


def _aside(sentence: str) -> tuple[str, ...]:
    """The entry of ``set_aside`` for a sentence, but for its reason."""
    words = json.dumps(" ".join(sentence.split()), ensure_ascii=False)
    return ("set_aside:", f"  - sentence: {words}", "    reason:")


def passages_used(
    library: Library, bindings: Mapping[str, Bound], *, drafts: bool = False
) -> Mapping[str, list[Span]]:
    """The places of the passages that are evidence, by source.

    Drafts are not published, so nothing is covered by them but in the preview.
    """
    left_out = {briefing.path for briefing in library.briefings if briefing.draft}
    found: dict[str, list[Span]] = defaultdict(list)
    for path, bound in bindings.items():
        for passage in bound.passages:
            if (drafts or path not in left_out) and not passage.term:
                found[passage.source] += passage.spans
    return found


def sentences_used(source: Source, library: Library, bindings: Mapping[str, Bound]) -> set[Span]:
    """The sentences of a source that passages of what is published use."""
    return sentences_of(source, passages_used(library, bindings).get(source.id, ()))


def sentences_of(source: Source, spans: Iterable[Span]) -> set[Span]:
    """The sentences of a source that share a code point with one of some spans."""
    return {sentence.span for span in spans for sentence in source.sentences_in(span)}


def _share(source: Source, project: BoundLibrary) -> Iterator[Problem]:
    """No more of the text is published than ``max_share`` allows."""
    public = project.public.access.get(source.id)
    share = public.share if public else 0.0
    if source.max_share is not None and share > source.max_share:
        yield Problem(
            Place(source.path),
            "share-exceeded",
            f"{share:.0%} of {source.id} would be published; at most {source.max_share:.0%} may be",
            "set sentences aside, or ask whoever owns the words and then change max_share:",
        ).resting_on(source.thing)
