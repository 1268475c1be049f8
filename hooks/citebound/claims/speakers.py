"""The rule of speakers: whoever a sentence of ours has speak is who speaks in its evidence.

See docs/format.md, Who says it. A rule that cannot decide says nothing: pronouns, and names that
do not stand right beside a verb of saying, are left to the reviewer.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from citebound.claims.called import Naming
from citebound.claims.evidence import Evidence
from citebound.claims.known import Known
from citebound.claims.known_names import KnownNames
from citebound.claims.name_forms import Word, words_in
from citebound.claims.names import shortened
from citebound.claims.own_words import QUOTED
from citebound.claims.saying import (
    AFTER,
    AUXILIARIES,
    BEFORE,
    BETWEEN,
    HEDGES,
    PASSIVE,
    PLURALS,
    REPORTING,
    SAYING,
    SOURCE,
    VERDICTS,
    WITH_THAT,
)
from citebound.claims.statements import Kind, Statement
from citebound.model import Actor, Passage, VoiceKind
from citebound.problems import Problem

_VERBS = frozenset(form for verbs in SAYING.values() for verb in verbs for form in verb.split())
_THAT = frozenset(form for verbs in WITH_THAT.values() for verb in verbs for form in verb.split())
_IS = frozenset({"is", "are", "was", "were"})
_TO_SAY = (["reported", "to"], ["said", "to"])
_TOLD_OF = frozenset({"said", "thought", "believed"})
_TELLS = _VERBS | _THAT | frozenset(word for words in BEFORE for word in words.split())
_MAY_TELL = regex.compile(rf":\s*\0|{'|'.join(AFTER)}")
_FOLLOWS = regex.compile(
    r"[\s\1]*(?:that\b|what\b|how\b|[,:\0]|\Z|on (?:what|how|whether)\b|whether\b|why\b|что\b)"
)
_BEFORE = regex.compile(rf"(?:{'|'.join(BEFORE)}) (?:the )?\Z", regex.IGNORECASE)
_BY = regex.compile(r"\b(?P<verb>\p{L}+) by (?:the )?\Z")
_NOT_SUBJECT = regex.compile(
    r"\b(?:of|from|in|to|with|by|for|against|about|on|at|near|over|between|within|into|like|than|"
    r"On|About|From|в|из|от|с|к|о|об|на|для|про|against) (?:the )?\Z"
)
_THE = regex.compile(r"\b(?:the|this|our) \Z", regex.IGNORECASE)
_BESIDE = regex.compile(r"[\s\1]*|[\s\1]*,\s+(?=who)")
_ANSWERED = regex.compile(r"\0[\s\1]*,?\s*\Z")
_QUOTED_NEXT = regex.compile(r"\s*:\s*\0")
_TOLD = regex.compile(
    r"[\s\1]*(?:says|said|wrote|writes|сказал|сказала|заявил|заявила)\s+(?:the )?\Z"
)
_SAYS = regex.compile(r"(?:[\s\1]*\p{L}+){0,3}[,:]?\s*\0")
_PASSIVE = regex.compile("|".join(PASSIVE), regex.IGNORECASE)
_CYRILLIC = regex.compile(r"\p{Script=Cyrillic}")
_LOOK_BACK = 40
_LEAST = 4


class Attribution(NamedTuple):
    """Somebody who is said to speak: an actor, the source itself, or several without a name.
    ``says`` is where a quotation is that follows right after the verb, or -1.
    """

    start: int
    end: int
    who: str
    actors: frozenset[str]
    says: int = -1


THE_SOURCE, SEVERAL, PAGE = "the source", "several", "page"


def speakers(statement: Statement, known: Known) -> Iterator[Problem]:
    """Who speaks in a statement speaks in its evidence."""
    if statement.is_analysis or not statement.evidence or statement.kind is Kind.CORRECTION:
        return
    if known.naming.rests_on_a_place(statement):
        return
    text = statement.words.text
    words = known.naming.words(text)
    ours = _Words(text, words)
    for attribution in _attributions(ours, known.naming, statement):
        problem = _disagreement(attribution, statement, known, ours)
        if problem:
            yield problem
    yield from _verdicts(statement, ours)
    yield from _without_agent(statement, known, ours)
    yield from _without_reporting(statement, ours)


class _Words:
    """Words of a text, with their plain small letters."""

    def __init__(self, text: str, words: Sequence[Word]) -> None:
        self.text = text
        self.words = words
        self.small = [text[word.start : word.end].casefold() for word in words]
        self.every = frozenset(self.small)
        self.quoted = [at for at, letter in enumerate(text) if letter == QUOTED]
        self.has_verb = not (_VERBS | _THAT).isdisjoint(self.every)


def _is_verb(words: _Words, at: int) -> bool:
    """Whether a word is a verb of saying there."""
    small = words.small[at]
    if small in _THAT:
        return _FOLLOWS.match(words.text, words.words[at].end) is not None
    # "said to be ill" tells of him, and not what he said.
    is_told = small in _TOLD_OF and words.text.startswith((" to ", " by "), words.words[at].end)
    return small in _VERBS and not is_told


def _verb_after(words: _Words, at: int, end: int) -> bool:
    """Whether a verb of saying is right after an offset, which the word at ``at`` follows."""
    while at < len(words.words):
        gap = words.text[end : words.words[at].start]
        if not _BESIDE.fullmatch(gap):
            return False
        if _is_verb(words, at):
            return True
        if words.small[at] in _IS and words.small[at + 1 : at + 3] in _TO_SAY:
            at += 2
        elif words.small[at] not in BETWEEN:
            return False
        end = words.words[at].end
        at += 1
    return False


def _attributions(
    words: _Words, naming: KnownNames, statement: Statement | None = None
) -> Iterator[Attribution]:
    """Everybody whom a text has speak, where that can be decided."""
    text = words.text
    if words.every.isdisjoint(_TELLS) and not _MAY_TELL.search(text):
        return
    named = tuple(n for n in naming.called.longest(text, words.words) if not n.adjective)
    starts = [word.start for word in words.words]
    index = {start: at for at, start in enumerate(starts)}
    for name in named:
        if _is_speaker(words, index, name, naming):
            says = _SAYS.match(text, name.end)
            quoted = says.end() - 1 if says else -1
            yield Attribution(name.start, name.end, "", name.actors, quoted)
    for at, small in enumerate(words.small):
        word = words.words[at]
        if small in SOURCE and (_CYRILLIC.match(small) or _the_before(text, word.start)):
            if _verb_after(words, at + 1, word.end) or _after_by(words, word.start):
                yield Attribution(word.start, word.end, THE_SOURCE, frozenset())
        elif small in PLURALS and _verb_after(words, at + 1, word.end):
            yield Attribution(word.start, word.end, SEVERAL, frozenset())
    subject = statement.subject if statement is not None else None
    if isinstance(subject, Actor) and statement and statement.kind is Kind.FACT and words.words:
        reported = words.small[:2] == ["reported", "to"] and _verb_after(
            words, 2, words.words[1].end
        )
        if reported or _is_verb(words, 0):
            yield Attribution(
                words.words[0].start, words.words[0].end, PAGE, frozenset((subject.id,))
            )


def _the_before(text: str, at: int) -> bool:
    return _THE.search(text, max(0, at - _LOOK_BACK), at) is not None


def _after_by(words: _Words, start: int) -> bool:
    """Whether *according to*, or *said by*, is right before an offset."""
    from_ = max(0, start - _LOOK_BACK)
    if _BEFORE.search(words.text, from_, start):
        return True
    by = _BY.search(words.text, from_, start)
    return by is not None and by["verb"].casefold() in _VERBS | _THAT


def _is_speaker(words: _Words, index: dict[int, int], name: Naming, naming: KnownNames) -> bool:
    text = words.text
    if _after_by(words, name.start):
        return True
    if any(text.startswith(after, name.end) for after in AFTER):
        return True
    from_ = max(0, name.start - _LOOK_BACK)
    persons = all(naming.library.actors[actor].kind == "person" for actor in name.actors)
    if persons and _QUOTED_NEXT.match(text, name.end):
        return _NOT_SUBJECT.search(text, from_, name.start) is None
    told = _TOLD.search(text, from_, name.start)
    if told is not None and _ANSWERED.search(text, from_, told.start()):
        return True
    at = index.get(name.start)
    if at is None:
        return False
    while at < len(words.words) and words.words[at].start < name.end:
        at += 1
    if words.words[at - 1].possessive or _NOT_SUBJECT.search(text, from_, name.start):
        return False
    return _verb_after(words, at, name.end)


# --- what the evidence says -------------------------------------------------------------------


def _said_by(evidence: Evidence, known: KnownNames) -> set[str]:
    """The actors who speak in some evidence: by its voices, or by its own words."""
    found = {actor.id for actor in evidence.speakers if not _only_unclear(evidence, actor.id)}
    for text in (*evidence.texts, *evidence.around):
        found |= known.speakers_in(text, _speakers_of)
    return found


def _only_unclear(evidence: Evidence, actor: str) -> bool:
    kinds = {
        voice.kind
        for voice in evidence.met
        if voice.speaker == actor or actor in map(str, voice.via)
    }
    return kinds == {VoiceKind.UNCLEAR}


def _speakers_of(text: str, known: KnownNames) -> frozenset[str]:
    words = _Words(text, words_in(text))
    return frozenset(a for found in _attributions(words, known) for a in found.actors)


def _disagreement(
    attribution: Attribution, statement: Statement, known: Known, words: _Words
) -> Problem | None:
    evidence = statement.evidence
    quoted = _quoted(attribution, statement, words)
    if quoted:
        evidence = Evidence.of(quoted, known.library) or evidence
    if attribution.who == THE_SOURCE:
        return _source_says(attribution, statement, known, words)
    if attribution.who == SEVERAL:
        persons = [actor for actor in evidence.speakers if actor.kind == "person"]
        plural = any(
            not PLURALS.isdisjoint(known.naming.read.text(text).plain)
            for text in (*evidence.texts, *evidence.around)
        )
        if len(evidence.speakers) == len(persons) == 1 and not plural:
            found = words.text[attribution.start : attribution.end]
            return _problem(statement, attribution, f"has {found} speak, several",
                            f"name the one who speaks: {persons[0].name}")  # fmt: skip
        return None
    said = _said_by(evidence, known.naming)
    if attribution.actors & said:
        return None
    unclear = attribution.actors & {actor.id for actor in evidence.speakers}
    if unclear and not words.every.isdisjoint(HEDGES):
        return None
    found = words.text[attribution.start : attribution.end]
    if attribution.who == PAGE:
        found = str(known.library.actors[min(attribution.actors)].name)
    hint = f"say who says it: {_who(evidence, known)}; or cite the passage in which {found} speaks"
    if unclear:
        hint = f"write that perhaps {found} says it: the source does not make clear who does"
    return _problem(statement, attribution, f"has {found} say it", hint)


def _quoted(attribution: Attribution, statement: Statement, words: _Words) -> tuple[Passage, ...]:
    """The passages that an attribution is right before, if it is right before a quotation."""
    if attribution.says < 0:
        return ()
    number = bisect_left(words.quoted, attribution.says)
    return statement.quoted[number] if number < len(statement.quoted) else ()


def _source_says(
    attribution: Attribution, statement: Statement, known: Known, words: _Words
) -> Problem | None:
    voices = statement.evidence.voices
    kinds = {VoiceKind.OWN if voice is None else voice.kind for voice in voices}
    who = _who(statement.evidence, known)
    found = words.text[attribution.start : attribution.end]
    if kinds == {VoiceKind.DIRECT}:
        if _names_one(statement, known, words):
            return None
        hint = f"say who speaks: {who}"
        return _problem(statement, attribution, f"has the {found} say what is direct speech", hint)
    if not kinds <= {VoiceKind.DIRECT, VoiceKind.REPORTED, VoiceKind.UNCLEAR}:
        return None
    if words.every.isdisjoint(REPORTING) and not _names_one(statement, known, words):
        hint = f"write that the {found} reports it, or say who says it: {who}"
        return _problem(statement, attribution, f"has the {found} say what it only reports", hint)
    return None


def _names_one(statement: Statement, known: Known, words: _Words) -> bool:
    """Whether a statement names one of those who speak in its evidence."""
    named = known.naming.called.every(words.text, words.words)
    return any(actor.id in named for actor in statement.evidence.speakers)


def _who(evidence: Evidence, known: Known) -> str:
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


def _problem(statement: Statement, attribution: Attribution, what: str, hint: str) -> Problem:
    return Problem(
        statement.words.place(attribution.start),
        "wrong-speaker",
        f"this {statement.kind} {what}; its evidence: {shortened(statement)}",
        hint,
    )


# --- verbs that judge, and words without a speaker ---------------------------------------------


_VERDICT = {form: forms for forms in VERDICTS for form in forms[:3]}


def _verdicts(statement: Statement, words: _Words) -> Iterator[Problem]:
    """A verb that judges what was said is the source's."""
    if words.every.isdisjoint(_VERDICT):
        return
    texts = " ".join((*statement.evidence.texts, *statement.evidence.around)).casefold()
    borne = frozenset(forms for forms in VERDICTS if any(form in texts for form in forms))
    for at, small in enumerate(words.small):
        forms = _VERDICT.get(small)
        if forms is None or not at or not _FOLLOWS.match(words.text, words.words[at].end):
            continue
        if words.small[at - 1] in ("the", "a", "this", "that", "to", "his", "her", "its", "their"):
            continue  # a noun, or what somebody might say
        if forms not in borne:
            start, end = words.words[at].start, words.words[at].end
            yield _problem(
                statement,
                Attribution(start, end, "", frozenset()),
                f"has the verb {small}, which judges what was said, and its evidence does not",
                "write said or told, which are neutral, or the verb that the source has",
            )


def _without_agent(statement: Statement, known: Known, words: _Words) -> Iterator[Problem]:
    """What a named speaker says is not told as if nobody had said it."""
    voices = statement.evidence.voices
    if not voices or any(v is None or v.kind not in _SPOKEN or not v.speaker for v in voices):
        return
    found = None if statement.kind in _HEADS else _PASSIVE.search(words.text)
    if found is None or _has_agent(words, found.group()) or _names_one(statement, known, words):
        return
    texts = " ".join(statement.evidence.words)
    if _PASSIVE.search(texts):
        return
    yield _problem(
        statement,
        Attribution(*found.span(), "", frozenset()),
        f"does not tell who says it ({found.group()})",
        f"say who does: {_who(statement.evidence, known)}",
    )


def _has_agent(words: _Words, passive: str) -> bool:
    """Whether a sentence has a verb of saying besides its passive: then somebody says it."""
    return not (_VERBS | _THAT).isdisjoint(words.every - set(passive.casefold().split()))


_HEADS = (Kind.TITLE, Kind.SUMMARY, Kind.LABEL)
_SPOKEN = (VoiceKind.DIRECT, VoiceKind.REPORTED)


def _without_reporting(statement: Statement, words: _Words) -> Iterator[Problem]:
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
    yield _problem(
        statement,
        Attribution(words.words[0].start, words.words[-1].end, "", frozenset()),
        "states what its evidence only reports",
        "keep a verb of reporting: is said to, is reported to, according to",
    )
