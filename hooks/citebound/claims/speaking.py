"""Findings on speakers, and the rules of who speaks that look at a sentence as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import regex

from citebound.claims.attributions import SEVERAL, Attribution, attributions
from citebound.claims.evidence import Evidence
from citebound.claims.exchanged import exchanged
from citebound.claims.known import Known
from citebound.claims.name_forms import words_in
from citebound.claims.names import shortened
from citebound.claims.said_of import as_linked, opens
from citebound.claims.sayers import unborne
from citebound.claims.saying import SOURCE
from citebound.claims.source_saying import sources_told
from citebound.claims.spoken import SpokenWords
from citebound.claims.statements import Kind, Statement
from citebound.model import VoiceKind
from citebound.problems import Problem
from citebound.text.patterns import Pattern


def who_speaks(evidence: Evidence, known: Known) -> str:
    """Who speaks in some evidence, as a hint says it."""
    names: dict[str, None] = {}
    for voice in evidence.voices:
        speaker = None if voice is None else voice.speaker
        actor = known.library.actors.get(str(speaker)) if speaker else None
        if actor is not None and voice is not None:
            names[f"{actor.name} ({voice.kind})"] = None
        elif voice is None or voice.kind is VoiceKind.OWN:
            names["the source itself"] = None
        else:
            names["somebody whom the source does not name"] = None
    return ", ".join(names)


def wrong_speaker(statement: Statement, attribution: Attribution, what: str, hint: str) -> Problem:
    """The finding that somebody does not speak as our words say."""
    # A heading or a title rests on all that its page cites: to show its beginning says nothing.
    whole = statement.kind in (Kind.LABEL, Kind.TITLE)
    evidence = "that of the whole page" if whole else shortened(statement)
    return Problem(
        statement.words.place(attribution.start),
        "wrong-speaker",
        f"this {statement.kind} {what}; its evidence: {evidence}",
        hint,
    )


def plainly(said: str, *, one: bool = False) -> str:
    """Who speaks without a name, within a finding: *experts*, *a critic*."""
    small = said[0].lower() + said[1:]
    if one and small.isascii():
        return f"{'an' if small[0] in 'aeiou' else 'a'} {small}"
    return small


def exchanged_words(
    statement: Statement,
    told: tuple[Attribution, ...],
    said_by: Callable[[Evidence], set[str]],
) -> Iterator[Problem]:
    """Two who speak in one sentence of ours do not say each what the other says."""
    text = statement.words.text
    for one, other in exchanged(text, told, statement.evidence, said_by):
        found, else_ = (text[each.start : each.end] for each in (one, other))
        yield replace(
            wrong_speaker(statement, one, f"has {found} say what {else_} says",
                     "give each the words of its own passage; or say it in two sentences, each "
                     "with its footnote"),
            severity="warning",
        )  # fmt: skip


def without_name(
    statement: Statement, known: Known, words: SpokenWords, told: set[int]
) -> Iterator[Problem]:
    """Experts, officials and the like speak in the evidence as well."""
    named = as_linked([*known.naming.called.longest(words.text)], statement, known.library.actors)
    taken = [(naming.start, naming.end) for naming in named if not naming.adjective]
    for start, end, said, several, of_kind in unborne(words.text, statement.evidence):
        if start in told or any(first <= start < last for first, last in taken):
            continue
        one = several and (of_kind or len(statement.evidence.speakers) == 1)
        theirs = "one speaker" if one else "nobody of that kind"
        yield wrong_speaker(
            statement,
            Attribution(start, end, SEVERAL, frozenset()),
            f"has {plainly(said, one=not several)} speak, and the evidence has {theirs}",
            f"say who speaks, in the word of the source: {who_speaks(statement.evidence, known)}",
        )


_ASKED = Pattern(
    r"\bwhether\b[^.;!?]*\Z|\bwhat\b[^.,;!?]*\Z|\b(?:a|the|this|its) \p{L}+ by (?:the )?\Z",
    regex.IGNORECASE,
)
"""Before a name: whether somebody says it, or what, is asked; and a report by somebody is named."""

_DENIED = Pattern(
    r"\b(?:no|not|never|neither|none|few|cannot|не|нет|ни)\b|n['’]t\b|\bwhether\b", regex.IGNORECASE
)
"""Before a noun: that nobody says it, or whether, is no attribution."""

_TOLD_AFTER = Pattern(r"[^.,;!?\n]*(?:\b(?:that|is|was)\b|[:\0])")


def in_analysis(statement: Statement, known: Known) -> Iterator[Problem]:
    """Our own analysis, which rests on nothing, has no actor and no source say anything; it may ask
    what one says.
    """
    words = SpokenWords(statement.words.text, words_in(statement.words.text))
    refused: set[int] = set()
    for attribution in attributions(words, known.naming, statement):
        asked = _ASKED.search(words.text, 0, attribution.start)
        is_what = asked is not None and asked.group().casefold().startswith("what")
        told = is_what and _TOLD_AFTER.match(words.text, attribution.end)
        if not attribution.actors or (asked and not told):
            continue
        found = words.text[attribution.start : attribution.end]
        refused.add(attribution.start)
        yield _on_nothing(statement, attribution.start, found)
    if statement.kind in _OF_SOURCES_TOO:
        for start, found in sources_told(words.text, known.source_names):
            if start not in refused:
                refused.add(start)
                yield _on_nothing(statement, start, found)
    for start, _, said, several, _ in unborne(words.text, statement.evidence):
        # Of a gap, the evidence is that of its page; a sentence of a callout here has none.
        if not statement.evidence and not opens(words.text, start):
            continue
        if start in refused or said.casefold() in SOURCE:
            continue
        if not _ASKED.search(words.text, 0, start) and not _DENIED.search(words.text, 0, start):
            yield _on_nothing(statement, start, plainly(said, one=not several))


_OF_SOURCES_TOO = frozenset((Kind.ANALYSIS, Kind.GAP, Kind.ASSUMES, Kind.OTHERWISE, Kind.WATCH))
"""What has no source say anything either. A reading of an event has the passage beside it, and
what was signed or removed is often told of a source.
"""


def _on_nothing(statement: Statement, at: int, found: str) -> Problem:
    return Problem(
        statement.words.place(at),
        "wrong-speaker",
        f"this {statement.kind} has {found} say it, and rests on nothing",
        "give the sentence of the callout a footnote with the passage in which it is said; "
        "a gap or a reason has none: say it in a sentence with a footnote",
    )
