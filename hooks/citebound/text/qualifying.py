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


UNREAL: Mapping[str, tuple[Unreal, ...]] = {
    "en": (
        Unreal(
            ("attempted", "aborted", "foiled", "thwarted", "botched"),
            ("failed", "unsuccessful", "attempt", "attempts", "tried", "try", "tries", "bid",
             "plot", "plotted", "failing", "failure"),
        ),
        Unreal(
            ("former", "ex"),
            ("previous", "previously", "formerly", "once", "then",
             "until", "ousted", "deposed", "past", "predecessor",
             "used", "longer", "retired", "resigned"),
        ),
        Unreal(
            ("nearly", "almost", "virtually"),
            ("close", "verge", "brink", "about", "practically", "narrowly", "avoided"),
        ),
        Unreal(("draft",), ("drafts", "drafted", "proposed", "proposal", "planned")),
        Unreal(
            ("acting", "interim", "caretaker"),
            ("provisional", "temporary", "transitional", "temporarily"),
        ),
        Unreal(("deputy", "vice"), ("assistant",)),
        Unreal(("mock", "fake", "bogus"), ("sham", "false", "forged", "counterfeit")),
        Unreal(("honorary",), ("ceremonial",)),
        Unreal(("preliminary",), ("provisional", "initial", "early", "partial", "interim")),
        Unreal(("prospective",), ("future", "incoming", "designate", "elect", "would", "next")),
    ),
    "ru": (
        Unreal(
            ("бывший", "бывшая", "бывшее", "бывшего", "бывшей", "бывшие", "бывших",
             "экс"),
            ("прежний", "прежняя", "прежде", "раньше"),
        ),
        Unreal(("заместитель", "заместителя", "заместителем", "вице"), ("зам",)),
        Unreal(("временный", "временная", "временного"), ("исполняющий", "исполняющая")),
        Unreal(("предварительные", "предварительных"), ("первые", "неполные")),
    ),
    "my": (),
}  # fmt: skip
