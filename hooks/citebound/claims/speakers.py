"""The rule of speakers: whoever a sentence of ours has speak is who speaks in its evidence.

A rule that cannot decide says nothing: pronouns, and names that do not stand right beside a verb of
saying, are left to the reviewer. See docs/our-own-sentences.md, Who says it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

import regex

from citebound.claims.attributions import (
    PAGE,
    SEVERAL,
    THE_SOURCE,
    THINKS,
    TOGETHER,
    Attribution,
    attributions,
    verbs_told,
)
from citebound.claims.evidence import Evidence
from citebound.claims.known import Known
from citebound.claims.known_names import KnownNames
from citebound.claims.name_forms import words_in
from citebound.claims.said_of import as_linked
from citebound.claims.sayers import has_several
from citebound.claims.saying import AUXILIARIES, HEDGES, PASSIVE, PLURALS, REPORTING
from citebound.claims.speaking import (
    exchanged_words,
    in_analysis,
    plainly,
    who_speaks,
    without_name,
    wrong_speaker,
)
from citebound.claims.spoken import EVERY_VERB, SpokenWords
from citebound.claims.statements import Kind, Statement
from citebound.claims.verdicts import unborne_verdicts
from citebound.model import SPOKEN, Passage, VoiceKind
from citebound.problems import Problem
from citebound.text.patterns import Pattern

_LEAST = 4
_POSSESSIVE = Pattern(r"['’]s\Z")
_PASSIVE = Pattern("|".join(PASSIVE), regex.IGNORECASE)


def speakers(statement: Statement, known: Known) -> Iterator[Problem]:
    """Who speaks in a statement speaks in its evidence."""
    statement = known.widened(statement)
    if statement.kind in _OF_NO_EVIDENCE or (statement.is_analysis and not statement.evidence):
        yield from in_analysis(statement, known)
        return
    if not statement.evidence:
        return
    if known.naming.rests_on_a_place(statement):
        return
    text = statement.words.text
    words = words_in(text)
    ours = SpokenWords(text, words)
    told: set[int] = set()
    every = tuple(attributions(ours, known.naming, statement))
    for attribution in every:
        problem = _disagreement(attribution, statement, known, ours)
        if problem:
            told.add(attribution.start)
            yield problem
    if not told:
        yield from exchanged_words(
            statement, every, lambda evidence: _said_by(evidence, known.naming, "")
        )
    yield from without_name(statement, known, ours, told)
    yield from _verdicts(statement, ours)
    yield from _without_agent(statement, known, ours)
    yield from _without_reporting(statement, ours)


_OF_NO_EVIDENCE = (
    Kind.GAP, Kind.ASSUMES, Kind.OTHERWISE, Kind.WATCH, Kind.READING, Kind.GONE, Kind.SIGNATURE,
)  # fmt: skip


# --- what the evidence says -------------------------------------------------------------------


def _said_by(evidence: Evidence, known: KnownNames, verb: str) -> set[str]:
    """The actors who speak in some evidence: by its voices, or by its own words, in which they
    say something, or in which a verb of saying is told of them, and that is our ``verb``.
    """
    found = {actor.id for actor in evidence.speakers if not _only_unclear(evidence, actor.id)}
    for text in (*evidence.texts, *evidence.around):
        told = known.speakers_in(text, speakers_of)
        found |= {actor for actor, told_by in told if told_by in ("", verb)}
    return found


def _only_unclear(evidence: Evidence, actor: str) -> bool:
    kinds = {
        voice.kind
        for voice in evidence.met
        if voice.speaker == actor or actor in map(str, voice.via)
    }
    return kinds == {VoiceKind.UNCLEAR}


def speakers_of(text: str, known: KnownNames) -> frozenset[tuple[str, str]]:
    """The actors whom a source's words have speak, where that can be decided, each with the verb
    of saying that is told of them, or with "" where they say something.
    """
    words = SpokenWords(text, words_in(text))
    said = (
        (actor, found.verb if found.who == THINKS else "")
        for found in attributions(words, known)
        for actor in found.actors
    )
    return frozenset((*said, *verbs_told(words, known)))


def _disagreement(
    attribution: Attribution, statement: Statement, known: Known, words: SpokenWords
) -> Problem | None:
    evidence = statement.evidence
    quoted = _quoted(attribution, statement, words)
    if quoted:
        evidence = Evidence.of(quoted, known.library) or evidence
    if attribution.who == THE_SOURCE:
        found = words.text[attribution.start : attribution.end]
        return _source_says(f"the {found}", attribution, statement, known, words)
    if attribution.who == SEVERAL:
        persons = [actor for actor in evidence.speakers if actor.kind == "person"]
        plural = any(
            not PLURALS.isdisjoint(known.naming.read.text(text).plain)
            for text in (*evidence.texts, *evidence.around)
        )
        if len(evidence.speakers) == len(persons) == 1 and not plural:
            found = words.text[attribution.start : attribution.end]
            what = f"has {plainly(found)} speak, and the evidence has one speaker"
            return wrong_speaker(statement, attribution, what,
                            f"name the one who speaks: {persons[0].name}")  # fmt: skip
        return None
    said = _said_by(evidence, known.naming, attribution.verb)
    if attribution.actors & said:
        return None
    unclear = attribution.actors & {actor.id for actor in evidence.speakers}
    if unclear and not words.every.isdisjoint(HEDGES):
        return None
    if attribution.who == TOGETHER and any(map(has_several, (*evidence.texts, *evidence.around))):
        return None  # “they said”: who they are is the reviewer's to see
    found = _POSSESSIVE.sub("", words.text[attribution.start : attribution.end])
    if attribution.who == PAGE:
        found = str(known.library.actors[min(attribution.actors)].name)
    if made := _made_by(attribution.actors, evidence, known.naming):
        told = replace(statement, evidence=made)
        return _source_says(found, attribution, told, known, words)
    who = who_speaks(evidence, known)
    hint = f"say who says it: {who}; or cite the passage in which {found} speaks"
    if None in evidence.voices and attribution.actors & known.naming.read.standing(evidence).actors:
        hint += f"; if the source has {found} say these words, add a voice to its source.yml: "
        hint += "speaker, cue, from, to"
    if unclear:
        hint = f"write that perhaps {found} says it: the source does not make clear who does"
    return wrong_speaker(statement, attribution, f"has {found} say it", hint)


def _quoted(
    attribution: Attribution, statement: Statement, words: SpokenWords
) -> tuple[Passage, ...]:
    """The passages that an attribution is right before, if it is right before a quotation."""
    if attribution.says < 0:
        return ()
    number = bisect_left(words.quoted, attribution.says)
    return statement.quoted[number] if number < len(statement.quoted) else ()


def _made_by(actors: frozenset[str], evidence: Evidence, known: KnownNames) -> Evidence | None:
    """The part of some evidence that is from sources which some actors published or wrote."""
    made = {source.id for source in evidence.sources if actors & known.makers_of(source)}
    passages = (passage for passage in evidence.passages if passage.source in made)
    return Evidence.of(passages, evidence.library) if made else None


def _source_says(
    found: str, attribution: Attribution, statement: Statement, known: Known, words: SpokenWords
) -> Problem | None:
    """Whether the source, or who published it, may say what is somebody else's speech."""
    voices = statement.evidence.voices
    kinds = {VoiceKind.OWN if voice is None else voice.kind for voice in voices}
    who = who_speaks(statement.evidence, known)
    if kinds == {VoiceKind.DIRECT}:
        if _names_one(statement, known, words):
            return None
        hint = f"say who speaks: {who}"
        return wrong_speaker(statement, attribution, f"has {found} say what is direct speech", hint)
    if not kinds <= {*SPOKEN, VoiceKind.UNCLEAR}:
        return None
    if words.every.isdisjoint(REPORTING) and not _names_one(statement, known, words):
        hint = f"write that {found} reports it, or say who says it: {who}"
        return wrong_speaker(statement, attribution, f"has {found} say what it only reports", hint)
    return None


def _names_one(statement: Statement, known: Known, words: SpokenWords) -> bool:
    """Whether a statement names one of those who speak in its evidence."""
    every = as_linked([*known.naming.called.longest(words.text)], statement, known.library.actors)
    linked = frozenset(actor for name in every for actor in name.actors)
    named = known.naming.called.every(words.text) | linked
    return any(actor.id in named for actor in statement.evidence.speakers)


# --- verbs that judge, and words without a speaker ---------------------------------------------


def _verdicts(statement: Statement, words: SpokenWords) -> Iterator[Problem]:
    """A verb that judges what was said is the source's."""
    begins = statement.kind is Kind.FACT
    for start, end in unborne_verdicts(words, statement.evidence, begins=begins):
        verb = words.text[start:end].casefold()
        yield wrong_speaker(
            statement,
            Attribution(start, end, "", frozenset()),
            f"has the verb {verb}, which judges what was said, and its evidence does not",
            "write said or told, which are neutral, or the verb that the source has",
        )


def _without_agent(statement: Statement, known: Known, words: SpokenWords) -> Iterator[Problem]:
    """What a named speaker says is not told as if nobody had said it."""
    voices = statement.evidence.voices
    if not voices or any(v is None or v.kind not in SPOKEN or not v.speaker for v in voices):
        return
    found = None if statement.kind in _HEADS else _PASSIVE.search(words.text)
    if found is None or _has_agent(words, found.group()) or _names_one(statement, known, words):
        return
    texts = " ".join(statement.evidence.words)
    if _PASSIVE.search(texts):
        return
    yield wrong_speaker(
        statement,
        Attribution(*found.span(), "", frozenset()),
        f"does not tell who says it ({found.group()})",
        f"say who does: {who_speaks(statement.evidence, known)}",
    )


def _has_agent(words: SpokenWords, passive: str) -> bool:
    """Whether a sentence has a verb of saying besides its passive: then somebody says it."""
    return not EVERY_VERB.isdisjoint(words.every - set(passive.casefold().split()))


_HEADS = (Kind.TITLE, Kind.SUMMARY, Kind.LABEL)


def _without_reporting(statement: Statement, words: SpokenWords) -> Iterator[Problem]:
    """A title or summary of what is only reported says that it is reported."""
    if statement.kind not in _HEADS:
        return
    voices = statement.evidence.voices
    kinds = {VoiceKind.OWN if voice is None else voice.kind for voice in voices}
    if not kinds or not kinds <= {VoiceKind.REPORTED, VoiceKind.UNCLEAR}:
        return
    if len(words.words) < _LEAST or AUXILIARIES.isdisjoint(words.every):
        return
    if words.has_verb or not REPORTING.isdisjoint(words.every):
        return
    yield wrong_speaker(
        statement,
        Attribution(words.words[0].start, words.words[-1].end, "", frozenset()),
        "states what its evidence only reports",
        "keep a verb of reporting: is said to, is reported to, according to",
    )
