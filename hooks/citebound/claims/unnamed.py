"""Where a text has somebody speak who has no name: by which word, and with which verb.

Its nouns are few and its verbs are some hundreds, so it is read from the nouns: what stands right
before and after one is looked up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import regex

from citebound.claims.saying import BEFORE, SAYING, WITH_THAT
from citebound.text.beginnings import Beginnings, words_in
from citebound.text.patterns import Pattern

KINDS: Mapping[str, str] = {
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

_VERBS = frozenset(
    form
    for table in (SAYING, WITH_THAT)
    for tag in ("en", "ru")
    for verbs in table[tag]
    for form in verbs.split()
    if form not in ("think", "thinks", "thought", "believe", "believes", "believed")
)
VERB = rf"(?:{'|'.join(sorted(_VERBS, key=lambda form: (-len(form), form)))})"
"""A verb of saying, as a pattern."""

_HAVE = frozenset(("have", "has", "had", "also"))
_NOUN_TOO = frozenset((
    "report", "reports", "claim", "claims", "comment", "comments", "answer", "answers", "estimate",
    "estimates", "note", "notes", "demand", "demands", "lies", "vow", "vows", "pledge", "pledges",
))  # fmt: skip
"""“The police report said”: before another verb, a form that may be a noun is one."""

_MAIN = _VERBS | frozenset((
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "may", "might", "can",
    "could", "should", "did", "does", "show", "shows", "showed", "found", "find", "finds",
    "describe", "describes", "described", "list", "lists", "listed", "came", "put", "puts",
))  # fmt: skip

_NOUNS = "|".join(f"(?P<n{at}>{nouns})" for at, nouns in enumerate(KINDS))
_NOUN = Pattern(
    rf"(?<![\p{{L}}\p{{N}}’'-])(?:(?P<one>an?|one|один|одна) (?:\p{{Ll}}+ )?)?(?:{_NOUNS})"
    r"(?![\p{L}\p{N}’'-])",
    regex.IGNORECASE,
)
_NEXT = Pattern(r" (\p{L}+)(?: (\p{L}+)(?: (\p{L}+))?)?")
_BEGIN = Beginnings(*KINDS)
_NAMING = tuple(frozenset(phrase.split()) for phrase in BEFORE)


class Unnamed(NamedTuple):
    """Somebody without a name, with what stands before who tells that they speak, in small letters,
    and whether a verb does that follows. It starts with what stands before.
    """

    start: int
    end: int
    span: tuple[int, int]
    kind: str
    one: bool
    before: str
    after: bool


def may_speak(text: str) -> bool:
    """Whether a text may have any verb of saying, or words after which a speaker is named."""
    words = words_in(text)
    if words is None or not words.isdisjoint(_VERBS):
        return True
    return any(words >= naming for naming in _NAMING)


def unnamed_in(text: str) -> Iterator[Unnamed]:
    """All of them, from left to right; none begins before the one before it ends."""
    if not _BEGIN.may_be_in(text) or not may_speak(text):
        return
    at = 0
    while (found := _NOUN.search(text, at)) is not None:
        start, before = _before(text, at, found.start())
        verb = found.group().casefold()
        if not before and verb in _VERBS and text.startswith(" ", found.end()):
            # “reports sources”: the first may be a verb as well
            told = _NOUN.match(text, found.end() + 1)
            before, found = (verb, told) if told is not None else ("", found)
        end = _after(text, found.end())
        number, kind = next((n, kind) for n, kind in enumerate(KINDS) if found[f"n{n}"])
        is_one = found["one"] is not None
        at = max(end, found.end())
        yield Unnamed(start, at, found.span(f"n{number}"), kind, is_one, before, end >= 0)


def _before(text: str, least: int, at: int) -> tuple[int, str]:
    """What tells right before a place, but not before the least, that somebody speaks: where it
    begins, and in small letters. Else the place.
    """
    if at == least or text[at - 1] != " ":
        return at, ""
    for phrase in BEFORE:
        begin = at - 1 - len(phrase)
        if begin >= least and text[begin : at - 1].casefold() == phrase and _is_edge(text, begin):
            return begin, phrase
    begin = at - 1
    while begin > least and text[begin - 1].isalpha():
        begin -= 1
    verb = text[begin : at - 1].casefold()
    return (begin, verb) if verb in _VERBS and _is_edge(text, begin) else (at, "")


def _is_edge(text: str, at: int) -> bool:
    """Whether no word goes on at a place."""
    return not at or not (text[at - 1].isalnum() or text[at - 1] in "’'-")


def _after(text: str, at: int) -> int:
    """Where a verb of saying ends that follows a place; -1 if there is none."""
    found = _NEXT.match(text, at)
    if found is None:
        return -1
    first, second, third = ((word or "").casefold() for word in found.groups())
    if first in _HAVE and second in _VERBS:
        return found.end(2)
    if first not in _VERBS:
        return -1
    is_noun = second in _MAIN or (second == "also" and third in _MAIN)
    return -1 if first in _NOUN_TOO and is_noun else found.end(1)
