"""Speakers without a name in our words: *experts said*, *according to officials*, *a critic says*.

The evidence has them too: by such a word, or by what else it says of who speaks; of several, by two
speakers. See docs/format.md, Who says it. Where a noun stands for sayers that are not on the list,
nothing is decided.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

import regex

from citebound.claims.evidence import Evidence
from citebound.claims.saying import BEFORE, PLURALS, SAYING, WITH_THAT

_KINDS: Mapping[str, str] = {
    r"experts?|analysts?|specialists?|scholars?|researchers?|academics?|scientists?|economists?"
    r"|эксперт\p{L}*|аналитик\p{L}*|специалист\p{L}*|уч[её]ны\p{L}*":
        "expert analyst specialist scholar research academic scien economist professor study "
        "institute universit engineer doctor think эксперт аналитик специалист учен учён "
        "исследоват профессор институт университет экономист",
    r"officials?|authorities|чиновник\p{L}*|власти|властей":
        "offic authorit minist government spokes police council commission agency department "
        "administration governor mayor envoy president chief secretary embassy board army military "
        "deputy чиновник власт министр министер правительств полици совет комисси мэр губернатор "
        "президент глава ведомств представител",
    r"critics?|opponents?|критик\p{L}*":
        "critic oppos denounc condemn rival attack критик оппоз",
    r"reports|media|newspapers":
        "report media newspaper press journal news paper weblog сообщ газет сми пресс",
    r"sources?(?: close to [^,.;]{2,30}?)?|insiders?|источник\p{L}*":
        "source insider close aide источник",
    r"observers?|наблюдател\p{L}*": "observ monitor наблюда",
    r"diplomats?|дипломат\p{L}*": "diplomat envoy ambassador embassy foreign дипломат посол",
    r"police|полиция|полиции": "police officer detective constab sheriff cop полици",
    r"witness(?:es)?|eyewitness(?:es)?|bystanders?|очевид\p{L}*|свидетел\p{L}*":
        "witness bystander onlooker resident saw seen passer очевид свидетел видел",
    r"many|многие": "many most widely numerous several majority lots hundreds thousands people "
        "многие большинств многих",
}  # fmt: skip
"""Who speaks without a name, each with how words begin that bear them out: a closed list."""


_BEGINNINGS = {kind: tuple(begins.split()) for kind, begins in _KINDS.items()}
_WORD = regex.compile(r"\p{L}+")


class _Sayer(NamedTuple):
    start: int
    end: int
    said: str
    kind: str
    several: bool


_FORMS = sorted(
    {
        form
        for table in (SAYING, WITH_THAT)
        for tag in ("en", "ru")
        for verbs in table[tag]
        for form in verbs.split()
        if form not in ("think", "thinks", "thought", "believe", "believes", "believed")
    },
    key=len,
    reverse=True,
)
_VERB = rf"(?:{'|'.join(_FORMS)})"
_NOUN_TOO = "reports?|claims?|comments?|answers?|estimates?|notes?|demands?|lies|vows?|pledges?"
_MAIN = (
    rf"(?:{_VERB}|is|are|was|were|has|have|had|will|would|may|might|can|could|should|did|does"
    r"|shows?|showed|found|finds?|describe[sd]?|list(?:s|ed)|came|put|puts)"
)
_NO_NOUN = rf"(?!(?:{_NOUN_TOO}) (?:also )?{_MAIN}(?!\p{{L}}))"
"""“The police report said”: before another verb, a form that may be a noun is one."""

_NOUNS = "|".join(f"(?P<n{at}>{nouns})" for at, nouns in enumerate(_KINDS))
_ONE = r"(?:(?P<one>an?|one|один|одна) (?:\p{Ll}+ )?)?"
_SAYER = (
    rf"(?<![\p{{L}}\p{{N}}’'-])(?:(?P<before>{'|'.join(BEFORE)}|{_VERB}) )?{_ONE}(?:{_NOUNS})"
    rf"(?![\p{{L}}\p{{N}}’'-])(?P<after> (?:(?:have|has|had|also) |{_NO_NOUN}){_VERB}"
    r"(?!\p{L}))?"
)
_TO_WHOM = frozenset(("tell", "tells", "told", "inform", "informs", "informed", "warn", "warns",
                      "warned", "threaten", "threatens", "threatened"))  # fmt: skip
_PLURAL = (
    r"\b(?:\p{L}{4,}+(?<=[^s]s)|people|men|women|they|residents) (?:have |had |also )?"
    rf"{_VERB}\b"
    rf"|\b{_VERB} (?:the )?\p{{L}}{{4,}}+(?<=[^s]s)(?!\s\p{{L}})"
    r"|\b\p{L}{4,}+(?<=[иы]) (?:сказали|заявили|сообщили|говорят|считают|отметили)\b"
    r"|\b(?:сказали|заявили|сообщили|говорят|считают|отметили) \p{L}{4,}+(?<=[иы])"
)
"""Several who speak, whatever they are called."""


_MET = regex.compile(
    r"expert|analyst|specialist|scholar|researcher|academic|scientist|economist|official|authorit"
    r"|critic|opponent|report|media|newspaper|source|insider|observer|diplomat|police|witness"
    r"|bystander|many|эксперт|аналитик|специалист|уч[её]н|чиновник|власт|критик|источник|наблюдател"
    r"|дипломат|полици|очевид|свидетел|многие",
    regex.IGNORECASE,
)
"""A text without any of these has no such speaker."""


_ASKED = regex.compile(r"\b(?:(?:what|how|why|where|whether|что|как|почему)\s+(?:the\s+)?"
                       r"|(?:our|both|наши)\s+(?:\p{L}+\s+)?)\Z",
                       regex.IGNORECASE)  # fmt: skip
"""“What the sources say” is said by none, and “our two sources” are those of the page."""

_CLOSE = 16


@cache
def _compiled(pattern: str) -> regex.Pattern[str]:
    """A pattern of all verbs of saying; made only where it is asked for."""
    return regex.compile(pattern, regex.IGNORECASE)


def unborne(text: str, evidence: Evidence) -> Iterator[tuple[int, int, str, bool]]:
    """Those without a name whom our words have speak, and the evidence does not: where, by which
    word, and whether they are several.
    """
    sayers = list(_sayers(text))
    if not sayers:
        return
    if any(speaker.kind not in ("person", "state") for speaker in evidence.speakers):
        return  # an organisation or a group may be any of them
    theirs = [*evidence.texts, *evidence.around]
    theirs += [speaker.document.text for speaker in evidence.speakers]
    borne = frozenset().union(*(_kinds_in(text) for text in theirs))
    met = [voice for voice in evidence.met if not voice.via or voice.speaker]
    several = len(met) > 1 or len(evidence.sources) > 1 or any(map(_has_several, theirs))
    for sayer in sayers:
        if sayer.kind not in borne and not (sayer.several and several):
            yield sayer.start, sayer.end, sayer.said, sayer.several


@lru_cache(maxsize=256)
def _kinds_in(text: str) -> frozenset[str]:
    """The kinds of sayers that a text has a word for. The page of a speaker is read once."""
    told = frozenset(_WORD.findall(text.casefold()))
    return frozenset(
        kind
        for kind, begins in _BEGINNINGS.items()
        if any(word.startswith(begins) for word in told)
    )


@lru_cache(maxsize=256)
def _has_several(text: str) -> bool:
    """Whether several speak in a text, whatever they are called."""
    if not PLURALS.isdisjoint(_WORD.findall(text.casefold())):
        return True
    return _compiled(_PLURAL).search(text) is not None


def _sayers(text: str) -> Iterator[_Sayer]:
    if _MET.search(text) is None:
        return
    for found in _compiled(_SAYER).finditer(text):
        before = (found["before"] or "").casefold()
        if not found["after"] and (not before or before in _TO_WHOM):
            continue
        if _ASKED.search(text, max(0, found.start() - _CLOSE), found.start()):
            continue
        at, kind = next((n, k) for n, k in enumerate(_KINDS) if found[f"n{n}"])
        said = found[f"n{at}"]
        several = not found["one"]
        if several and _is_one(said):
            continue  # “the official said”: whoever was named
        verb_first = bool(before) and before not in BEFORE
        if verb_first and not regex.match(r"[\p{Cyrillic}]", said) and found["after"] is None:
            continue  # “said experts” is no English of ours; “reports sources” may be a verb
        yield _Sayer(found.start(f"n{at}"), found.end(f"n{at}"), said, kind, several)


def _is_one(said: str) -> bool:
    """Whether a noun in English is one: those in Russian are not told apart."""
    first = said.split(maxsplit=1)[0].casefold()
    latin = regex.match(r"\p{Latin}", first) is not None
    return latin and not first.endswith("s") and first not in ("police", "media", "many")
