"""What a figure counts, where its words say so: an age, a label, a rate, a part of a share.

Two figures of one value may count different things: “aged 20” is not “20 students”, Article 14 not
14 articles, “$5 an hour” not “$5 a day”. What the words beside a figure do not say is not guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

import regex

from citebound.claims.figures.english import ENGLISH
from citebound.claims.figures.rates import PREPOSITIONS, called, is_of_time, rate_of, stem_of
from citebound.claims.figures.tables import forms, listed
from citebound.claims.figures.values import PERCENT, Figure, Kind
from citebound.text.patterns import Pattern

_BACK, _AHEAD = 40, 60
"""So many characters before and after a figure are looked at."""


class Counted(StrEnum):
    """What a figure is, if its words say so."""

    NONE = ""
    AGE = "an age"
    TERM = "a length of time"
    LABEL = "a number that names something"
    COUNT = "a count"
    SHARE = "a part of a share"
    AGO = "how long ago"
    FOR = "how long something lasts"


@dataclass(frozen=True, slots=True)
class Counting:
    """What a figure counts. ``noun`` is what is counted, ``per`` the time of a rate, and ``heads``
    are the words after a unit with a hyphen: the council of “12-member council”.
    """

    counted: Counted = Counted.NONE
    noun: str = ""
    per: str = ""
    heads: frozenset[str] = frozenset()
    unit: str = ""


_LABELLED = frozenset(
    listed(
        "article battalion brigade division regiment gate chapter section paragraph clause page "
        "room block unit phase route line platform track flight highway road building school ward "
        "zone resolution decree rule regulation protocol annex appendix figure table camp pier "
        "dock reactor turbine well mine shaft plot lot channel hall court cell bus train tram "
        "apartment episode season volume lane number no nos №"
    )
) | frozenset(
    (
        *forms("стат", "ья ьи ье ью ьёй ьей"),
        *forms("батальон", "- а у ом е"),
        *forms("бригад", "а ы е у ой"),
        *forms("полк", "- а у ом е"),
        *forms("глав", "а ы е у ой"),
        *forms("раздел", "- а у ом е"),
        *forms("страниц", "а ы е у ей"),
        *forms("школ", "а ы е у ой"),
        *forms("рейс", "- а у ом е"),
        *forms("маршрут", "- а у ом е"),
        *forms("реактор", "- а у ом е"),
        *forms("турбин", "а ы е у ой"),
        *forms("энергоблок", "- а у ом е"),
    )
)
_PERSON = frozenset(
    listed(
        "man woman boy girl student teacher worker farmer soldier officer driver doctor nurse "
        "journalist activist resident villager protester prisoner patient player teenager mother "
        "father son daughter pupil victim suspect engineer fisherman miner monk"
    )
)
_RUSSIAN_PERSON = tuple(
    listed(
        "студент мужчин женщин парен парн девушк юнош солдат жител школьни подрост учител водител "
        "рабоч сын доч мальчик девоч журналист актив"
    )
)
_NO_PLURALS = frozenset(
    listed("was has his its as is this us less always across versus others years perhaps does")
)
_IRREGULAR = frozenset(listed("people men women children troops police cattle sheep fish"))
_COUNTED = frozenset(ENGLISH.people) | _IRREGULAR
_RUSSIAN_PLURAL = Pattern(r"[а-яё]{2,}(?:ов|ев|ей|ек|ок|иц|ниц|ан|ян|ц)$")
_RUSSIAN_PEOPLE = frozenset(listed("человек людей детей женщин мужчин солдат"))
_NO_RUSSIAN = frozenset(listed("лет месяцев дней часов весь здесь своей всей этой"))

_WORD = Pattern(r"[\p{L}\p{M}]+|\d+|[^\s\w]")
_ROUND = r"(?:ten|10|hundred|100|thousand|1000|десяти|ста|тысячи)"
_EVERY = r"out\s+of\s+every|in\s+every|из\s+каждых|на\s+каждые"
_MANY = r"(?:[\p{L}]+|\d+)"
_OF_MORE = Pattern(
    rf"\s+(?:(?:out\s+of|из)\s+(?:a\s+)?{_ROUND}(?!\w)|(?:{_EVERY})\s+{_MANY})", regex.IGNORECASE
)
_OF_FEWER = Pattern(rf"{_MANY}\s+(?:{_EVERY}|out\s+of|из)\s+$", regex.IGNORECASE)
"""Of five or of 120 there may be just so many; of ten or of a hundred as well, but rarely."""

_BEGINS = r"(?:\A|[.,;:!?“«(—–]|\bthat)\s*(?:(?:about|nearly|almost|only|some|just|roughly)\s+)?"
_OF_SO_MANY = Pattern(rf"\s+in\s+{_MANY}(?![\w-])", regex.IGNORECASE)
_BEGUN = Pattern(rf"{_BEGINS}\Z", regex.IGNORECASE)
_IN_ALL = Pattern(rf"(?:(?<!\p{{L}})one|{_BEGINS}{_MANY})\s+in\s+\Z", regex.IGNORECASE)
"""“One in five workers”, and “two in five workers” where a clause begins: no five of them are
counted, as they may be in “killed five in ten villages”.
"""

_IS_ROUND = Pattern(_ROUND, regex.IGNORECASE)
_BY_EVERY = Pattern(r"(?:every|каждых|каждые)\s+$", regex.IGNORECASE)
_OF_ONE = Pattern(r"(?<!\p{L})one\s+\p{L}+\s+(?:in|out\s+of)\s+$", regex.IGNORECASE)
_TERM = Pattern(
    r"(?:jailed|imprisoned|sentenced|prison|jail|приговор\p{L}*|осу[жд]\p{L}*)[^.;]*$",
    regex.IGNORECASE,
)
_SO_FAR = Pattern(r"\b(?:ha(?:s|ve|d)\s+been|уже)\b", regex.IGNORECASE)
"""Who has been in jail for 20 years may have been sent there 20 years ago."""


def counting_of(text: str, figure: Figure) -> Counting:
    """What the words beside a figure say that it counts."""
    span = figure.span
    return _counting(
        text[max(0, span.start - _BACK) : span.start],
        text[span.start : span.end],
        text[span.end : span.end + _AHEAD],
        figure.values[0].unit,
        quiet=figure.quiet and figure.values[0].kind is Kind.NUMBER,
    )


@lru_cache(maxsize=4096)
def _counting(before: str, said: str, after: str, unit: str, *, quiet: bool) -> Counting:
    back = [word.lower() for word in _WORD.findall(before)]
    shown = _WORD.findall(after)
    ahead = [word.lower() for word in shown]
    touches = bool(after) and not after[0].isspace()
    counted, noun, heads = Counted.NONE, "", frozenset[str]()
    if quiet and (
        _OF_MORE.match(after)
        or (_OF_FEWER.search(before) and (_IS_ROUND.fullmatch(said) or _BY_EVERY.search(before)))
        or _OF_ONE.search(before)
        or _IN_ALL.search(before)
        or (_OF_SO_MANY.match(after) and (said.lower() == "one" or _BEGUN.search(before)))
    ):
        counted = Counted.SHARE
    elif _is_age(back, ahead, said, unit):
        counted = Counted.AGE
    elif unit == "year" and ahead[:1] in (["ago"], ["назад"]):
        counted = Counted.AGO
    elif unit == "year" and ahead[:1] not in (["old"], ["-"]) and "летн" not in said.lower():
        is_term = _TERM.search(before) and not _SO_FAR.search(before)
        counted = Counted.TERM if is_term else Counted.NONE
        if not is_term and back[-1:] in (["for"], ["на"]):
            counted = Counted.FOR
    elif not unit and back[-1:] == ["at"] and _ends(ahead) and _TERM.search(before):
        counted = Counted.AGE  # “jailed at 20”
    elif not unit:
        noun = "" if touches or back[-1:] in _OF_AGE else _noun(ahead)
        counted = Counted.COUNT if noun else Counted.NONE
        capital = _WORD.findall(before)[-1][:1].isupper() if back else False
        if back and _is_labelled(back) and (capital or not noun or back[-1] in _NUMBER):
            counted, noun = Counted.LABEL, ""
    if unit and ("-" in said or "‑" in said) and not touches:
        heads = _heads(ahead)
    elif touches and ahead[:1] in (["-"], ["‑"]) and ahead[1:2] and ahead[1].isalpha():
        heads = _heads(ahead[2:])
    return Counting(counted, noun, rate_of(ahead), heads, unit)


def _ends(ahead: list[str]) -> bool:
    return not ahead or ahead[0] in (".", ",", ";", ")")


_OF_AGE = tuple([word] for word in listed("under over above below age aged моложе старше"))
"""After these a figure may be an age, and a verb follow it: “nobody under 21 gets in”."""

_NUMBER = frozenset((".", "№", "no", "nos", "number"))


def _is_labelled(back: list[str]) -> bool:
    last = back[-2] if back[-1] == "." and len(back) > 1 else back[-1]
    return last in _LABELLED and (back[-1] != "." or last in ("no", "nos"))


def _is_age(back: list[str], ahead: list[str], said: str, unit: str) -> bool:
    last = back[-1] if back else ""
    if unit in ("", "year") and (last in ("aged", "возрасте") or back[-2:] == ["age", "of"]):
        return True
    if unit == "year":
        if ahead[:1] == ["-"] and ahead[1:2] == ["old"]:
            return not ahead[2:] or not ahead[2].isalpha() or ahead[2] in _PERSON
        if "летн" in said.lower():
            return not ahead or ahead[0].startswith(_RUSSIAN_PERSON)
        return ahead[:2] == ["of", "age"] or ahead[:1] == ["old"]
    if unit or last != "," or ahead[:1] != [","] or not said.isdecimal() or len(back) < 2:
        return False
    # “The student, 20, died”; not “of the students, 20, all girls, died”.
    return back[-2].isalpha() and not (back[-2].endswith("s") and back[-2] not in _PERSON)


def _noun(ahead: list[str]) -> str:
    """What is counted: a plural that follows, with at most one word between."""
    for word in ahead[:2]:
        if not word.isalpha() or word in PREPOSITIONS:
            return ""
        if word in _COUNTED or word in _RUSSIAN_PEOPLE:
            return word
        if word.isascii():
            if word.endswith("s") and len(word) > 3 and word not in _NO_PLURALS:
                return word
        elif _RUSSIAN_PLURAL.fullmatch(word) and word not in _NO_RUSSIAN:
            return word
    return ""


def _heads(ahead: list[str]) -> frozenset[str]:
    """What a unit with a hyphen is said of; who the members of a “panel of judges” are, may well
    be counted.
    """
    found = []
    for word in ahead[:3]:
        if not word.isalpha() or word == "of" or word in PREPOSITIONS:
            break
        found.append(stem_of(word))
    return frozenset(found)


class Difference(NamedTuple):
    """What a figure of ours counts, and what that of the evidence counts with the same value."""

    here: str
    there: str


def conflict(ours: Counting, theirs: Counting) -> Difference | None:
    """How two figures of one value differ in what they count; ``None`` if they may be one."""
    kinds = {ours.counted, theirs.counted}
    if is_of_time(ours.per) and is_of_time(theirs.per) and ours.per != theirs.per:
        return Difference(called(ours.per), called(theirs.per))
    if kinds in _APART:
        return Difference(ours.counted, theirs.counted)
    if _counts_people(ours) and _is_measure(theirs):
        return Difference(f"a count of {ours.noun}", f"a measure in {theirs.unit}")
    if _counts_people(theirs) and _is_measure(ours):
        return Difference(f"a measure in {ours.unit}", f"a count of {theirs.noun}")
    if ours.noun and stem_of(ours.noun) in theirs.heads:
        return Difference(f"a count of {ours.noun}", "what one of them has")
    if theirs.noun and stem_of(theirs.noun) in ours.heads:
        return Difference(f"what one of the {theirs.noun} has", f"a count of {theirs.noun}")
    return None


_APART = (
    {Counted.AGE, Counted.COUNT},
    {Counted.AGE, Counted.TERM},
    {Counted.AGE, Counted.FOR},
    {Counted.LABEL, Counted.COUNT},
)


def _counts_people(one: Counting) -> bool:
    return one.noun in _COUNTED or one.noun in _RUSSIAN_PEOPLE


def _is_measure(one: Counting) -> bool:
    return one.unit not in ("", PERCENT, "points")


def doubt(ours: Counting, theirs: Counting) -> Difference | None:
    """How two figures of one value probably differ."""
    if theirs.counted is Counted.SHARE and ours.counted is not Counted.SHARE:
        return Difference(Counted.COUNT, Counted.SHARE)
    if {ours.counted, theirs.counted} == {Counted.AGO, Counted.TERM}:
        return Difference(ours.counted, theirs.counted)
    left_out = is_of_time(theirs.per) and not ours.per
    if left_out or (ours.per and theirs.per and ours.per != theirs.per):
        return Difference(called(ours.per), called(theirs.per))
    return None
