"""Words that qualify the noun after them: how many there are of it, and whether it is one at all.

One table for each language. What says how many, and what says that something is not quite one, are
printed on the method page with the words that limit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

NONE = ("no", "none", "ни", "никакие", "никаких")
"""What says that there are none: “no village has water”, and “all villages lack water”."""

ORDINALS: Mapping[str, tuple[str, ...]] = {
    "en": ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    "ru": (),
    "my": (),
}
"""What takes from a superlative right after it: “the second largest” is not the largest."""

MANY: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "en": (
        ("few", "little"),
        ("several", "some", "certain"),
        ("many", "numerous"),
        ("most",),
        ("all", "every", "each", "entire"),
    ),
    "ru": (
        ("мало", "немногие", "немногих"),
        ("несколько", "некоторые", "некоторых"),
        ("много", "многие", "многих"),
        ("большинство", "большинства"),
        ("все", "всех", "всем", "каждый", "каждая", "каждое", "каждого", "каждой"),
    ),
    "my": (),
}
"""What says how many, from few to all."""

LESS: Mapping[str, int] = {"not": 2, "nearly": 3, "almost": 3, "virtually": 3, "не": 2, "почти": 3}
"""What takes from a word after it that says all of them, and how many it leaves: see MANY."""

SOME = ("a", "quite")
"""*Few* after one of these are some."""


@dataclass(frozen=True, slots=True)
class Unreal:
    """Words that say of a noun right after them that it is not, not yet or no longer what it is
    called; and which others say as much of it, before it or elsewhere in a sentence.
    """

    words: tuple[str, ...]
    also: tuple[str, ...]


_ADJECTIVE = ("ый", "ий", "ая", "ое", "ого", "ому", "ым", "ом", "ой", "ую", "ые", "ых", "ыми")
_NOUN = ("ь", "я", "ю", "ем", "е", "и", "ей", "ям", "ями", "ях")


def _forms(stem: str, endings: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(stem + ending for ending in endings)


_OF_OFFICES: Mapping[str, tuple[Unreal, ...]] = {
    "en": (
        Unreal(
            ("former", "ex", "onetime", "one-time", "ousted", "deposed"),
            ("previous", "previously", "formerly", "once", "then", "until", "past", "predecessor",
             "used", "longer", "retired", "resigned", "overthrown", "toppled", "removed"),
        ),
        Unreal(
            ("acting", "interim", "caretaker"),
            ("provisional", "temporary", "transitional", "temporarily"),
        ),
        Unreal(("deputy", "vice", "assistant"), ()),
        Unreal(
            ("mock", "fake", "bogus", "sham", "pseudo"), ("false", "forged", "counterfeit", "posed")
        ),
        Unreal(("honorary",), ("ceremonial",)),
        Unreal(
            ("self-styled", "self-proclaimed", "self-appointed", "so-called", "pretended",
             "self-declared"),
            ("styled", "calls", "called", "proclaimed", "declared", "appointed", "himself",
             "herself", "itself", "claims", "claimed"),
        ),
        Unreal(
            ("would-be", "aspiring"), ("wants", "wanted", "hopes", "hoped", "candidate", "tried")
        ),
        Unreal(("shadow",), ("opposition",)),
        Unreal(
            ("designate",),
            ("future", "incoming", "elect", "nominee", "nominated", "next", "would", "named"),
        ),
    ),
    "ru": (
        Unreal(
            (*_forms("бывш", ("ий", "ая", "ее", "его", "ей", "ему", "им", "ем", "ую", "ие", "их",
                              "ими")), "экс"),
            ("прежний", "прежняя", "прежде", "раньше"),
        ),
        Unreal(
            (*_forms("заместител", _NOUN), *_forms("помощник", ("", "а", "у", "ом", "и", "ов")),
             "вице"),
            ("зам",),
        ),
        Unreal(
            (*_forms("временн", _ADJECTIVE), "врио",
             *_forms("исполняющ", ("ий", "ая", "его", "ей", "ему", "им", "ую"))),
            ("временно",),
        ),
        Unreal(
            (*_forms("самопровозглашённ", _ADJECTIVE), *_forms("самопровозглашенн", _ADJECTIVE),
             *_forms("называем", _ADJECTIVE)),
            ("называет", "называют", "провозгласил", "провозгласила", "объявил"),
        ),
        Unreal((*_forms("почётн", _ADJECTIVE), *_forms("почетн", _ADJECTIVE)), ()),
    ),
    "my": (),
}  # fmt: skip
"""Those that make of a minister somebody who is none."""

TITLES = tuple(word for each in _OF_OFFICES["en"] for word in each.words)

BESIDE_OFFICES: Mapping[str, tuple[Unreal, ...]] = {
    "en": (
        Unreal(("then",), ("former", "previous", "time", "late")),
        Unreal(("outgoing",), ("leaving", "departing", "former", "retiring", "until", "last")),
        Unreal(("incoming",), ("elect", "designate", "next", "new", "future", "will", "would")),
    ),
    "ru": (
        Unreal((*_forms("тогдашн", ("ий", "яя", "его", "ей", "ему", "им")),), ("тогда", "бывший")),
    ),
    "my": (),
}
"""Those that do so beside an office alone: “the then minister”, but “he then left”."""

OFFICES = (
    "president", "minister", "premier", "chancellor", "governor", "mayor", "senator", "ambassador",
    "director", "secretary", "speaker", "chair", "chief", "head", "leader", "government", "cabinet",
    "parliament", "administration", "commissioner", "king", "queen", "coach", "captain", "editor",
    "президент", "министр", "премьер", "губернатор", "мэр", "посол", "директор", "председател",
    "глав", "правительств", "парламент",
)  # fmt: skip
"""How a word for an office or who holds it begins."""

FILLING = ("обязанности",)
"""What may stand between such a word and its noun."""

_OF_ANYTHING: Mapping[str, tuple[Unreal, ...]] = {
    "en": (
        Unreal(
            ("attempted", "aborted", "foiled", "thwarted", "botched"),
            ("failed", "unsuccessful", "attempt", "attempts", "tried", "try", "tries", "bid",
             "plot", "plotted", "failing", "failure"),
        ),
        Unreal(
            ("nearly", "almost", "virtually"),
            ("close", "verge", "brink", "about", "practically", "narrowly", "avoided"),
        ),
        Unreal(("draft",), ("drafts", "drafted", "proposed", "proposal", "planned")),
        Unreal(("preliminary",), ("provisional", "initial", "early", "partial", "interim")),
        Unreal(("prospective",), ("future", "incoming", "designate", "elect", "would", "next")),
    ),
    "ru": (
        Unreal(("предварительные", "предварительных"), ("первые", "неполные")),
    ),
    "my": (),
}  # fmt: skip

UNREAL: Mapping[str, tuple[Unreal, ...]] = {
    language: (*offices, *_OF_ANYTHING[language]) for language, offices in _OF_OFFICES.items()
}

PARTLY: Mapping[str, tuple[str, ...]] = {
    "en": ("one of",),
    "ru": ("один из", "одна из", "одно из", "одного из", "одной из", "одному из", "одним из",
           "одном из", "одну из"),
    "my": (),
}  # fmt: skip
"""What takes from a superlative shortly after it."""

AMONG = frozenset(("among", "среди", "числе"))
"""With one of these, a superlative is one of several."""
