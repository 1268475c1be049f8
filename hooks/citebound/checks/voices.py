"""Checks of voices: each speaker is tied to the words by the source (docs/format.md, Voices)."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from citebound.checks.bound_library import BoundLibrary
from citebound.claims.called import Called
from citebound.claims.cued import Tie, tie_of
from citebound.claims.known_names import KnownNames
from citebound.claims.speakers import speakers_of
from citebound.model import SPOKEN, Actor, Source, Voice, VoiceKind
from citebound.model.source import cue_thing
from citebound.problems import Problem
from citebound.text.patterns import Pattern

_NAME = Pattern(r"\p{Lu}[\p{L}\p{M}'’-]{2,}")
"""A part of a name that may be an alias: no initial, and no “of” or “van”."""

_LONG = Pattern(r"(?!(?:[Tt]he|and|for)\Z)[\p{L}\p{M}\p{N}’'-]{3,}")
"""A word with which such a part may begin or end."""


def tied(project: BoundLibrary) -> Iterator[Problem]:
    """The cue of each speaker, or what its pronoun stands for, has a name of the speaker."""
    called = project.known.naming.called
    for source in project.library.sources.values():
        for voice in source.voices:
            speaker = None if voice.speaker is None else str(voice.speaker)
            actor = project.library.actors.get(speaker or "")
            if voice.kind in SPOKEN and actor and not _is_tied(source, voice, called, actor):
                what = _given(source, voice)
                yield Problem(
                    voice.speaker.place if voice.speaker is not None else voice.place,
                    "untied-speaker",
                    f"{what[0]} {actor.name}: {what[1]}"
                    if what
                    else f"no cue ties these words to {actor.name}",
                    f"give a cue with one of the names of {actor.id} ({', '.join(actor.called)})"
                    f"{_or_alias(actor, _told_in(source, voice), called)}; "
                    "for a pronoun, give antecedent: the words that it stands for",
                ).resting_on(source.thing, cue_thing(voice.place))


def _or_alias(actor: Actor, words: str, called: Called) -> str:
    """The advice to add an alias, where a word of a person's name, or a part of another's, that
    names nobody else stands in what was given: “Storvik told” of Helga Storvik.
    """
    if actor.kind != "person":
        alias = next((part for part in _parts_of(actor, words) if not called.named(part)), "")
    else:
        parts = dict.fromkeys(part for name in actor.called for part in reversed(name.split()))
        found = (
            part
            for part in parts
            if _NAME.fullmatch(part) and _stands(part, words) and not called.named(part)
        )
        alias = next(found, "")
    return f", or add the alias {alias} to docs/actors/{actor.id}.md" if alias else ""


def _parts_of(actor: Actor, words: str) -> Iterator[str]:
    """The parts of a name that stand in some words as what somebody is called, the longest first:
    “the town council” of The town council of Port Sorrel.
    """
    for name in actor.called:
        parts = name.split()
        for many in range(len(parts) - 1, 0, -1):
            for at in range(len(parts) - many + 1):
                held = parts[at : at + many]
                ends = all(_LONG.fullmatch(part) for part in (held[0], held[-1]))
                said = " ".join(held)
                if ends and any(_stands(f"{the}{said}", words) for the in ("the ", "The ")):
                    yield said


def _stands(said: str, words: str) -> bool:
    return bool(
        regex.search(rf"(?<![\p{{L}}\p{{M}}]){regex.escape(said)}(?![\p{{L}}\p{{M}}])", words)
    )


def _told_in(source: Source, voice: Voice) -> str:
    """The sentences of what was given to tie a voice to its speaker."""
    given = [span for span in (voice.cue, voice.antecedent) if span is not None]
    return " ".join(s.span.of(source.text) for span in given for s in source.sentences_in(span))


def said_by_others(project: BoundLibrary) -> Iterator[Problem]:
    """A cue that has an actor say the words has the speaker or a link of the chain say them."""
    for source in project.library.sources.values():
        for voice in source.voices:
            actor = project.library.actors.get(str(voice.speaker))
            if voice.kind not in SPOKEN or voice.cue is None or actor is None:
                continue
            cue = voice.cue.of(source.text)
            told = {told for told, _ in project.known.naming.speakers_in(cue, speakers_of)}
            # “Berg and Lind agreed that”: both speak, and the verb is beside one of them.
            if (
                told
                and told.isdisjoint((actor.id, *map(str, voice.via)))
                and tie_of(source, voice, actor.id, project.known.naming) is not Tie.SAYS
            ):
                names = ", ".join(str(project.library.actors[other].name) for other in sorted(told))
                yield Problem(
                    voice.place,
                    "untied-speaker",
                    f"the cue has {names} speak, and not {actor.name}: {cue}",
                    "name the speaker whom the cue has speak; if the words came through them, "
                    "list them under via:",
                ).resting_on(source.thing, cue_thing(voice.place))
            elif _is_tied(source, voice, project.known.naming.called, actor):
                yield from _not_its_subject(source, voice, actor, project.known.naming)


def _not_its_subject(
    source: Source, voice: Voice, actor: Actor, naming: KnownNames
) -> Iterator[Problem]:
    """The sentence of a cue has the speaker say the words, or there is a reason."""
    ties = [tie_of(source, one, actor.id, naming) for one in _outwards(source, voice) if one.cue]
    tie = max(ties, default=Tie.OPEN)
    if tie is Tie.SAYS or (tie is Tie.OPEN and voice.because is not None):
        return
    assert voice.cue is not None
    sentence = " ".join(s.span.of(source.text) for s in source.sentences_in(voice.cue))
    yield Problem(
        voice.place,
        "untied-speaker",
        f"the sentence of the cue does not have {actor.name} say anything: {sentence}"
        if tie is Tie.NOT
        else f"it is open whether the sentence of the cue has {actor.name} speak: {sentence}",
        "name the speaker whom the sentence has speak; one whom the source does not name is "
        "speaker: unnamed, with described:; a reason (because:) is no way out here"
        if tie is Tie.NOT
        else f"give a cue in which {actor.name} is the subject of a verb of saying; or say why "
        f"{actor.name} speaks all the same: because:",
    ).resting_on(source.thing, cue_thing(voice.place))


def linked(project: BoundLibrary) -> Iterator[Problem]:
    """Each link of a chain is named in the source before the end of the words, or published it."""
    called = project.known.naming.called
    for source in project.library.sources.values():
        if not any(voice.via for voice in source.voices):
            continue
        published_by = called.named(f"{source.publisher}\n{source.author}")
        first: dict[str, int] = {}
        for naming in called.longest(source.text):
            for named in () if naming.adjective else naming.actors:
                first.setdefault(named, naming.start)
        for voice in source.voices:
            for link in voice.via:
                actor = project.library.actors.get(str(link))
                if actor is None or actor.id in published_by:
                    continue
                if first.get(actor.id, voice.span.end) >= voice.span.end:
                    yield Problem(
                        link.place,
                        "untied-speaker",
                        f"the source does not name {actor.name} before these words end, so they "
                        "did not come through this link",
                        "take the link out of via:, or add the name that the source has to the "
                        "aliases of the actor",
                    ).resting_on(source.thing)


def followed(project: BoundLibrary) -> Iterator[Problem]:
    """A sentence that only follows what is reported is unclear, or there is a reason."""
    called = project.known.naming.called
    for source in project.library.sources.values():
        for voice in source.voices:
            actor = project.library.actors.get(str(voice.speaker))
            if voice.kind is not VoiceKind.REPORTED or voice.because is not None or actor is None:
                continue
            for sentence in source.sentences_in(voice.span)[1:]:
                cue = voice.cue is not None and voice.cue.meets(sentence.span)
                if not cue and actor.id not in called.named(sentence.span.of(source.text)):
                    yield Problem(
                        voice.place,
                        "only-follows",
                        "this sentence only follows what is reported, and does not name "
                        f"{actor.name}: {sentence.span.of(source.text)}",
                        "end the voice before it and let it be unclear, or say why it is not: "
                        "because:",
                    ).resting_on(source.thing)
                    break


def _is_tied(source: Source, voice: Voice, called: Called, actor: Actor) -> bool:
    return any(
        span is not None and actor.id in called.named(span.of(source.text))
        for one in _outwards(source, voice)
        for span in (one.cue, one.antecedent)
    )


def _outwards(source: Source, voice: Voice) -> Iterator[Voice]:
    """A voice and those around it, as far as they are of the same speaker."""
    outer: Voice | None = voice
    while outer is not None and outer.speaker == voice.speaker:
        yield outer
        outer = None if outer.parent is None else source.voices[outer.parent]


def _given(source: Source, voice: Voice) -> tuple[str, str] | None:
    """What was given to tie a voice to its speaker, as a finding says that it names somebody
    else, and its words.
    """
    cue, antecedent = (
        None if span is None else span.of(source.text) for span in (voice.cue, voice.antecedent)
    )
    if cue and antecedent:
        return "neither the cue nor the antecedent names", f"{cue}; {antecedent}"
    if antecedent:
        return "the antecedent does not name", antecedent
    return ("the cue does not name", cue) if cue else None
