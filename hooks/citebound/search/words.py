"""The words of a record as the index has them: what they are, where they stand, what they weigh.

A word is letters, marks and figures in a row, in small letters, without apostrophes and without the
accents of Latin, Greek and Cyrillic (but й is a letter of its own). It is not reduced to a stem: a
browser compares the stems of the words that begin as the reader's do, so that English and Russian
endings are known in one place.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from citebound.search.record import Record
from citebound.search.segment import spaced, word_ends
from citebound.text.patterns import Pattern

_WORD = Pattern(r"[\p{L}\p{N}\p{M}]+")
_ACCENT = Pattern(r"(?<!и)[\u0300-\u036f]")
_NOTHING = Pattern(r"['’ʼ\u00ad\u200b-\u200d]")

HEAVY, LIGHT = 3, 1
"""What a word weighs in a title or a name, and elsewhere."""

_USUAL, _OF_BRIEFING = 40, 250
"""So many words are a record of a usual length, and a briefing: in a longer one each says less."""

_BESIDE = {"page": 0.6, "documentation": 0.3}
"""What pages that only explain the site weigh beside what the site is about."""


def folded(text: str) -> str:
    """A text as words are compared: in small letters, without accents and apostrophes."""
    apart = unicodedata.normalize("NFD", _NOTHING.sub("", text.lower()))
    return unicodedata.normalize("NFC", _ACCENT.sub("", apart))


def words_of(text: str) -> list[str]:
    """The words of a text of whatever script, in order."""
    found: list[str] = _WORD.findall(folded(spaced(text)))
    return found


@dataclass(slots=True)
class Standing:
    """How a word stands in a record: the numbers of its places, and its weight in all of them."""

    at: list[int] = field(default_factory=list)
    weight: int = 0


def standings(record: Record) -> Iterator[tuple[str, Standing, int]]:
    """Each word of a record once, with how it stands there and the digit of its impact.

    Places are counted through all fields; between two fields one is left out, so that no phrase
    goes on from one into the next.
    """
    found: dict[str, Standing] = {}
    at = count = 0
    # The names of a briefing are those of its events: what is called so itself comes before it.
    naming = LIGHT if record.kind == "briefing" else HEAVY
    heavy = [(record.title, HEAVY), *((name, naming) for name in record.names)]
    light = [(text, LIGHT) for text in (*(part.text for part in record.parts), record.about)]
    for text, weight in heavy + light:
        words = words_of(text)
        for word in words:
            standing = found.setdefault(word, Standing())
            standing.at.append(at)
            standing.weight += weight
            at += 1
        at += 1
        count += len(words)
        # Another dictionary may begin a word later: its ends are found as well, at no place.
        for tail in word_ends(text):
            found.setdefault(folded(tail), Standing(weight=LIGHT))
    for word, standing in found.items():
        yield word, standing, impact(standing.weight, count, record.kind)


def impact(weight: int, words: int, kind: str) -> int:
    """What a word says of a record, from 1 to 35: the more, the oftener it is there, and the
    shorter the record is for its kind (the term weight of BM25, with usual lengths that are fixed,
    so that a new record changes no other).
    """
    usual = _OF_BRIEFING if kind == "briefing" else _USUAL
    says = 2.2 * weight / (weight + 1.2 * (0.4 + 0.6 * words / usual))
    return max(1, round(says * 15.9 * _BESIDE.get(kind, 1)))
