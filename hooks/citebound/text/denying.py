"""Words that deny or doubt, by their meaning, what follows them: one table for each language.

The negations of :mod:`citebound.text.limiting` are among them. A quotation must not leave one out
unsigned; the method page prints them among the qualifiers.
"""

from __future__ import annotations

from collections.abc import Mapping

from citebound.text.limiting import LIMITS, Limit

DENYING: Mapping[str, tuple[str, ...]] = {
    "en": (
        "false",
        "falsely",
        "untrue",
        "rumour",
        "rumours",
        "rumoured",
        "rumor",
        "rumors",
        "rumored",
        "myth",
        "myths",
        "hoax",
        "hoaxes",
        "unfounded",
        "baseless",
        "doubt",
        "doubts",
        "doubted",
        "doubting",
        "doubtful",
        "dismissed as",
        "dismissed claims",
        "dismissed reports",
        "stop short",
        "stops short",
        "stopped short",
        "stopping short",
        "short of",
        "far from",
        "instead of",
        "rather than",
        "cleared of",
        "innocent of",
        "ruled out",
        "rules out",
        "declined to",
        "declines to",
        "decline to",
        "declining to",
        "prohibit-",
        "forbid-",
        "forbade",
        "prevent-",
        "barred from",
        "banned from",
        "kept from",
        "acquit-",
        "exonerat-",
        "refut-",
        "disprov-",
        "debunk-",
        "disput-",
        "contradict-",
        "accus-",
        "suspect-",
        "whether",
        "unproven",
        "unconfirmed",
        "withheld",
        "withhold",
    ),
    "ru": (
        "опроверг-",
        "опроверж-",
        "отверж-",
        "отвергн-",
        "слух",
        "слухи",
        "слухов",
        "слухам",
        "ложь",
        "ложн-",
        "неправд-",
        "неверно",
        "миф",
        "мифы",
        "выдум-",
        "сомнева-",
        "сомнен-",
        "оправда-",
        "отсутств-",
        "запре-",
        "обвин-",
        "подозр-",
        "вместо",
        "провал-",
        "сомнит-",
        "непричаст-",
        "невинов-",
    ),
    "my": ("ငြင်း", "ကောလာဟလ", "ရှောင်", "သံသယ"),
}
"""What denies or doubts by its meaning what follows it, besides the negations of
:data:`LIMITS`; a beginning of words has a dash.
"""


def denying(language: str) -> tuple[str, ...]:
    """All that denies or doubts what follows it, in a language; a stem has a dash."""
    limits = LIMITS[language]
    stems = (f"{stem}-" for stem in limits.stems.get(Limit.NOT, ()) if stem not in _OF_AMOUNTS)
    words = (*limits.words.get(Limit.NOT, ()), *stems, *DENYING[language])
    return tuple(dict.fromkeys(word for word in words if word not in _PLAIN_NEGATIONS))


_OF_AMOUNTS = ("declin",)
"""What may as well say that an amount falls: to decline *to* do something is no amount."""

_PLAIN_NEGATIONS = frozenset((
    "not", "no", "never", "none", "nobody", "nothing", "nor", "neither", "cannot", "не", "ни",
    "нет", "никто", "ничто", "ничего",
))  # fmt: skip
"""Negations of the word that is next to them, and not of a whole clause."""
