"""Deeds that a text tells by a noun and that need not be done: “ordered the release of the editor”,
“the visit has been postponed”, “40 schools face closure”.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from citebound.claims.led import IS, OWN, Led, verb_of
from citebound.claims.limit_words import Word
from citebound.claims.limiting import Text
from citebound.claims.otherwise import sentence_around
from citebound.text.pasts import root
from citebound.text.undone import (
    DEED_LED,
    DEED_LED_FOR,
    DEED_OFF,
    DEED_SET,
    DEEDS,
    HELD,
)

_KINDS = frozenset((
    "immediate", "unconditional", "early", "swift", "possible", "planned", "proposed", "forced",
))  # fmt: skip
"""Adjectives before a deed told by a noun."""

_STOPS = frozenset(".;:!?…")
_REACH = 3
_FAR = 10
"""What puts a deed off stands so near."""

_GOES_ON = HELD | {"but"}
_PRONOUNS = frozenset((
    "it", "its", "they", "them", "their", "he", "she", "him", "her", "his", "this", "that", "both",
))  # fmt: skip

DEED_KEYS = frozenset(map(root, DEEDS.values()))
"""What the verbs are known by whose nouns do not begin as they do."""

_LED = frozenset(map(root, DEED_LED))
_LED_FOR = frozenset(map(root, DEED_LED_FOR))


def deeds(text: Text, told: Collection[str]) -> Iterator[Led]:
    """The deeds that others have ``told`` as done and that what stands beside them leaves undone.
    Where the text says that it took place, or goes on with *but*, nothing is said.
    """
    if text.language != "en":
        return
    goes_on = any(word.said in _GOES_ON for word in text.words)
    sentences = _Sentences.in_(text) if goes_on else None
    for at, word in enumerate(text.words):
        if _deed(word) not in told or word.said.endswith(("ed", "ing")):
            continue
        if [one.said for one in text.words[at + 1 : at + 2]] == ["after"]:
            continue  # “ordered his release after two years”: he was in prison so long
        first = at
        while first and at - first < _REACH and _is_of_deed(text, first - 1):
            first -= 1
        lead = _lead(text, first, at)
        if lead is not None and not (sentences and sentences.may_be_done(text, first, at)):
            yield Led(lead, word, at, deed=_deed(word))


def _lead(text: Text, first: int, at: int) -> Word | None:
    """What leads to a deed whose words begin at ``first``, or puts it off."""
    word = text.words[at]
    lead = text.words[first - 1] if first else None
    if lead is not None and first > 1 and lead.said == "for":
        lead = text.words[first - 2]
        lead = lead if root(lead.said) in _LED_FOR else None
    elif lead is not None and root(lead.said) not in _LED:
        lead = None
    if lead is not None and lead.clause == word.clause:
        return lead
    if first < at or not at or text.words[at - 1].said.endswith(("'s", "’s")):
        return _off(text, at)
    return None


def _deed(word: Word) -> str:
    """What a deed is known by, which a noun tells: *close* of “closure”."""
    return root(DEEDS[word.said]) if word.said in DEEDS else verb_of(word)


def _is_of_deed(text: Text, at: int) -> bool:
    """Whether a word belongs to the deed after it; “planned a sale” is what leads to one."""
    word, after = text.words[at], text.words[at + 1]
    if word.said in _KINDS:
        return after.said not in OWN and not after.said.endswith(("'s", "’s"))
    return word.said in OWN or word.said.endswith(("'s", "’s"))


@dataclass(frozen=True)
class _Sentences:
    """The sentences of a text, each cut once: for each word the number of its own, and of those
    that say of something that it took place, what they may say it of.
    """

    of: tuple[int, ...]
    any_deed: frozenset[int]
    """These have a pronoun, or begin with *but*."""
    deed: Mapping[str, frozenset[int]]
    """These have a word that this deed is known by."""
    held: tuple[int, ...]
    """The words that say so, by their indices."""

    @classmethod
    def in_(cls, text: Text) -> _Sentences:
        of: list[int] = []
        begins: list[int] = []
        end = 0
        for n, word in enumerate(text.words):
            if not begins or word.start >= end:
                end = sentence_around(text.text, word)[1]
                begins.append(n)
            of.append(len(begins) - 1)
        held = tuple(n for n, word in enumerate(text.words) if word.said in _GOES_ON)
        telling = {of[n] for n in held}
        any_deed = {number for number in telling if text.words[begins[number]].said == "but"}
        deed: dict[str, set[int]] = {}
        for number, word in zip(of, text.words, strict=True):
            if number in telling and number not in any_deed:
                if word.said in _PRONOUNS:
                    any_deed.add(number)
                deed.setdefault(_deed(word), set()).add(number)
        return cls(
            tuple(of),
            frozenset(any_deed),
            {key: frozenset(numbers) for key, numbers in deed.items()},
            held,
        )

    def may_be_done(self, text: Text, first: int, at: int) -> bool:
        """Whether a text may say of a deed, whose words begin at ``first``, that it took place: in
        its sentence, or in another one that has the deed or a pronoun, or goes on with *but*.
        """
        if any(word.said in HELD for word in text.words[max(0, first - 2) : first]):
            return True  # “carried out the closure”
        nearest = bisect_right(self.held, at)
        after = self.held[nearest : nearest + 1]
        end = sentence_around(text.text, text.words[at])[1]
        if any(text.words[n].start < end for n in after):
            return True
        mine = self.of[at]
        others = self.deed.get(_deed(text.words[at]), frozenset())
        return any(len(numbers) > (mine in numbers) for numbers in (self.any_deed, others))


def _off(text: Text, at: int) -> Word | None:
    """What says of a deed before it that it need not be done: “has been postponed”."""
    for n in range(at + 1, min(at + 1 + _FAR, len(text.words))):
        word, before = text.words[n], text.words[n - 1]
        if not _STOPS.isdisjoint(text.marks[text.words[at].clause : word.clause]):
            return None
        parted = n == at + 1 or before.clause < word.clause
        if word.said in DEED_SET and (before.said in IS or parted):
            return word
        is_phrase = word.said in ("called", "put")
        after = text.words[n + 1].said if n + 1 < len(text.words) else ""
        if word.said in DEED_OFF and before.said in IS and (not is_phrase or after == "off"):
            return word
    return None
