"""Speakers without a name in our words: *experts said*, *according to officials*, *a critic says*.

The evidence has them too: by such a word, or by what else it says of who speaks; of several, by two
speakers. Where a noun stands for sayers that are not on the list, nothing is decided. See
docs/our-own-sentences.md, Who says it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import regex

from citebound.claims.evidence import Evidence
from citebound.claims.saying import (
    AUXILIARIES,
    BEFORE,
    BETWEEN,
    PLURALS,
    PREPOSITIONS,
)
from citebound.claims.spoken import EVERY_VERB
from citebound.claims.unnamed import KINDS, VERB, may_speak, unnamed_in
from citebound.text.beginnings import words_in
from citebound.text.patterns import Pattern

_ONE_OF_THEM = Pattern(
    r"(?:expert|analyst|specialist|scholar|researcher|academic|scientist|economist|professor"
    r"|engineer|doctor|official|spokes(?:wo)?man|spokesperson|mayor|governor|minister|envoy"
    r"|president|secretary|deputy|chief|critic|opponent|rival|report|source|insider|aide|observer"
    r"|monitor|diplomat|ambassador|witness|eyewitness|bystander|onlooker|resident"
    r"|(?:эксперт|аналитик|специалист|профессор|экономист|инженер|чиновник|министр|губернатор"
    r"|президент|критик|источник|наблюдател|дипломат|свидетел|исследовател|представител|мэр)"
    r"(?:а|я|ь|у|ю|ом|ем)?|уч[её]н(?:ый|ого|ым)|пос(?:ол|ла)|очевид(?:ец|ца)|глав[аыу])"
)
"""A word that one of a kind is called by; a body of several (*ministry*) is not among them."""

_NEXT = Pattern(r" (?P<next>\p{Ll}+)")
_NO_NOUN_AFTER = EVERY_VERB | AUXILIARIES | BETWEEN | {*PREPOSITIONS, "and", "or", "that", "whom"}

_BEGINNINGS = {kind: tuple(begins.split()) for kind, begins in KINDS.items()}
_WORD = Pattern(r"\p{L}+")
_CYRILLIC = Pattern(r"\p{Cyrillic}")


class _Sayer(NamedTuple):
    start: int
    end: int
    said: str
    kind: str
    several: bool
    open: bool
    """Whether one speaks who may have been named before, in a language without articles."""


_TO_WHOM = frozenset(("tell", "tells", "told", "inform", "informs", "informed", "warn", "warns",
                      "warned", "threaten", "threatens", "threatened"))  # fmt: skip
_PLURAL = (
    r"\b(?:\p{L}{4,}+(?<=[^s]s)|people|men|women|they|both|two|residents) (?:have |had |also )?"
    rf"{VERB}\b"
    rf"|\b(?:они|оба) (?:также )?{VERB}\b"
    rf"|\b{VERB} (?:the )?\p{{L}}{{4,}}+(?<=[^s]s)(?!\s\p{{L}})"
    r"|\b\p{L}{4,}+(?<=[иы]) (?:сказали|заявили|сообщили|говорят|считают|отметили)\b"
    r"|\b(?:сказали|заявили|сообщили|говорят|считают|отметили) \p{L}{4,}+(?<=[иы])"
)
"""Several who speak, whatever they are called."""


_OFFICES = ("spokesman", "spokeswoman", "spokesperson", "lawyer", "attorney", "office", "aide")
_FOR = f"(?:{'|'.join(_OFFICES)})"
_FOR_OTHERS = (
    rf"(?:(?<=\p{{L}}['’]s )(?:\p{{Ll}}+ )?(?P<his>{_FOR})|\b(?P<for>{_FOR}) for (?:the )?"
    rf"\p{{Lu}}[\p{{L}}.-]*(?: \p{{Lu}}[\p{{L}}.-]*){{0,3}}) (?:(?:have|has|had|also) )?{VERB}\b"
)
_BEARS_FOR_OTHERS = Pattern(
    r"\b(?:spokes|represent|secretar|office|lawyer|attorney|counsel|solicitor|barrister|advocate"
    r"|aide|advis|assistant|staff|team|delegat|press|media|адвокат|представител|пресс|юрист)",
    regex.IGNORECASE,
)

_ASKED = Pattern(r"\b(?:(?:what|how|why|where|whether|что|как|почему)\s+(?:the\s+)?"
                       r"|(?:our|both|наши)\s+(?:\p{L}+\s+)?)\Z",
                       regex.IGNORECASE)  # fmt: skip
"""“What the sources say” is said by none, and “our two sources” are those of the page."""

_CLOSE = 16


@cache
def _compiled(pattern: str) -> Pattern:
    """A pattern of all verbs of saying; made only where it is asked for."""
    return Pattern(pattern, regex.IGNORECASE)


def unborne(text: str, evidence: Evidence) -> Iterator[tuple[int, int, str, bool, bool]]:
    """Those without a name whom our words have speak, and the evidence does not: where, by which
    word, whether they are several, and whether the evidence has one of them.
    """
    sayers, for_others = list(_sayers(text)), list(_for_others(text))
    if not sayers and not for_others:
        return
    if any(speaker.kind not in ("person", "state") for speaker in evidence.speakers):
        return  # an organisation or a group may be any of them
    theirs = [*evidence.texts, *evidence.around]
    theirs += [speaker.document.text for speaker in evidence.speakers]
    if not any(_BEARS_FOR_OTHERS.search(text) for text in theirs):
        yield from ((start, end, said, False, False) for start, end, said in for_others)
    told = [_kinds_in(text) for text in theirs]
    borne = frozenset().union(*(kinds for kinds, _ in told))
    by_more = frozenset().union(*(kinds for _, kinds in told))
    met = [voice for voice in evidence.met if not voice.via or voice.speaker]
    several = len(met) > 1 or len(evidence.sources) > 1 or any(map(has_several, theirs))
    for sayer in sayers:
        if sayer.kind not in (by_more if sayer.several else borne) and not (
            (sayer.several or sayer.open) and several
        ):
            yield sayer.start, sayer.end, sayer.said, sayer.several, sayer.kind in borne


@lru_cache(maxsize=256)
def _kinds_in(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The kinds of sayers that a text has a word for, and those of which it may have more than one:
    it has another word than one for a single one of them, or two such. The page of a speaker is
    read once.
    """
    told = [
        (word.group().casefold(), word)
        for word in _WORD.finditer(text)
        # “people close to him” are sources; what will close is none
        if word.group() != "close" or text.startswith(" to ", word.end())
    ]
    borne, by_more = set(), set()
    for kind, begins in _BEGINNINGS.items():
        words = [(small, word) for small, word in told if small.startswith(begins)]
        if not words:
            continue
        borne.add(kind)
        # “deputy mayor” is one; “a professor and an engineer” are two
        ends = [word.end() for _, word in words]
        apart = sum(1 for _, word in words if word.start() - 1 not in ends)
        single = all(
            _ONE_OF_THEM.fullmatch(small) and not _is_adjective(text, word) for small, word in words
        )
        if apart > 1 or not single:
            by_more.add(kind)
    return frozenset(borne), frozenset(by_more)


def _for_others(text: str) -> Iterator[tuple[int, int, str]]:
    """Who speaks for somebody: “Kent’s spokesman said”, “a lawyer for Kent said”."""
    words = words_in(text)
    if (words is None or not words.isdisjoint(_OFFICES)) and may_speak(text):
        for found in _compiled(_FOR_OTHERS).finditer(text):
            name = "his" if found["his"] else "for"
            yield (*found.span(name), found[name])


def _is_adjective(text: str, word: regex.Match[str]) -> bool:
    """Whether a word stands before a noun: “an official statement” is of any number."""
    if word.group().casefold() not in ("official", "expert", "academic"):
        return False
    after = _NEXT.match(text, word.end())
    return after is not None and after["next"] not in _NO_NOUN_AFTER


@lru_cache(maxsize=256)
def has_several(text: str) -> bool:
    """Whether several speak in a text, whatever they are called."""
    if not PLURALS.isdisjoint(_WORD.findall(text.casefold())):
        return True
    return _compiled(_PLURAL).search(text) is not None


def _sayers(text: str) -> Iterator[_Sayer]:
    for found in unnamed_in(text):
        if not found.after and (not found.before or found.before in _TO_WHOM):
            continue
        if _ASKED.search(text, max(0, found.start - _CLOSE), found.start):
            continue
        start, end = found.span
        said = text[start:end]
        several = not found.one
        is_open = several and _is_one_in_russian(said)
        if several and _is_one(said):
            continue  # “the official said”: whoever was named
        verb_first = found.before != "" and found.before not in BEFORE
        if verb_first and not regex.match(r"[\p{Cyrillic}]", said) and not found.after:
            continue  # “said experts” is no English of ours; “reports sources” may be a verb
        yield _Sayer(start, end, said, found.kind, several and not is_open, is_open)


def _is_one(said: str) -> bool:
    """Whether a noun in English is one."""
    first = said.split(maxsplit=1)[0].casefold()
    latin = regex.match(r"\p{Latin}", first) is not None
    return latin and not first.endswith("s") and first not in ("police", "media", "many")


def _is_one_in_russian(said: str) -> bool:
    small = said.casefold()
    return _CYRILLIC.match(small) is not None and _ONE_OF_THEM.fullmatch(small) is not None
