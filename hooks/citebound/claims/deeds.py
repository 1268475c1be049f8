"""Deeds that a text tells by a noun and that need not be done: “ordered the release of the editor”,
“the visit has been postponed”, “40 schools face closure”.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from citebound.claims.led import IS, OWN, Led, verb_of
from citebound.claims.limit_words import Word
from citebound.claims.limiting import Text
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

DEED_KEYS = frozenset(map(root, DEEDS.values()))
"""What the verbs are known by whose nouns do not begin as they do."""

_LED = frozenset(map(root, DEED_LED))
_LED_FOR = frozenset(map(root, DEED_LED_FOR))


def deeds(text: Text, told: Collection[str]) -> Iterator[Led]:
    """The deeds that others have ``told`` as done and that what stands beside them leaves undone.
    Where the text says that something took place, or goes on with *but*, nothing is said.
    """
    if text.language != "en" or any(word.said in HELD for word in text.words):
        return
    for at, word in enumerate(text.words):
        if _deed(word) not in told or word.said.endswith(("ed", "ing")):
            continue
        after = [one.said for one in text.words[at + 1 :]]
        if after[:1] == ["after"] or "but" in after:
            continue  # “ordered his release after two years”: he was in prison so long
        first = at
        while first and at - first < _REACH and _is_of_deed(text.words[first - 1]):
            first -= 1
        lead = text.words[first - 1] if first else None
        if lead is not None and first > 1 and lead.said == "for":
            lead = text.words[first - 2]
            lead = lead if root(lead.said) in _LED_FOR else None
        elif lead is not None and root(lead.said) not in _LED:
            lead = None
        if lead is not None and lead.clause == word.clause:
            yield Led(lead, word, at, deed=_deed(word))
        elif first < at or not at or text.words[at - 1].said.endswith(("'s", "’s")):
            off = _off(text, at)
            if off is not None:
                yield Led(off, word, at, deed=_deed(word))


def _deed(word: Word) -> str:
    """What a deed is known by, which a noun tells: *close* of “closure”."""
    return root(DEEDS[word.said]) if word.said in DEEDS else verb_of(word)


def _is_of_deed(word: Word) -> bool:
    return word.said in OWN or word.said in _KINDS or word.said.endswith(("'s", "’s"))


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
