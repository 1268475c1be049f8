"""What a page that is not ours may not say, wherever it says it: that it is checked.

The whole phrases of our templates are looked for whatever parts their letters; “Reviewed:”,
“Reviewed by” and “signed on” are ordinary words, and imitate a page only beside what stands
there: a name, a day.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from citebound.proof import listed
from citebound.text.characters import plain
from citebound.text.patterns import Pattern

_MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DAY = (
    rf"(?:\b\d{{4}}\b|\b\d{{1,2}}[./-]\d{{1,2}}\b|\b\d{{1,2}}(?:st|nd|rd|th)?(?:\W+of)?\W+{_MONTH}\b"
    rf"|\b{_MONTH}\W+\d|\bof\s+{_MONTH}\b)"
)
_NAME = (
    r"(?-i:\p{L}\.\s*+[\p{Lu}\p{Lt}\p{Lo}]"
    r"|[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}’'-]*+(?!\s+\p{Ll}))"
)
"""An initial, or a capital with no small letter right after the word: “A. Editor” and “Editor”,
not “Twice a year”.
"""

_WORDS = (
    ("Reviewed:", Pattern(
        rf"(?i)\breviewed\s*+[:\ua789\u2236](?:[^.!?]{{0,80}}?(?:{_DAY}|\bsigned\b)"
        rf"|\s*+(?:by\s++)?{_NAME})"
    )),
    ("Reviewed by", Pattern(rf"(?i)\breviewed\s++by\s++{_NAME}[^!?]{{0,80}}?{_DAY}")),
    ("signed on", Pattern(
        rf"(?i)\bsigned\s++on\W{{0,3}}(?:(?:the|this|{_WEEKDAY})\W{{1,3}}){{0,2}}"
        rf"(?:\d|{_MONTH}\b|[\w-]++\s++of\s++{_MONTH}\b)"
    )),
)  # fmt: skip
"""What our templates say with a name and a day, by what a finding calls it."""


_TURNED = Pattern("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def imitated(readings: Sequence[str]) -> Iterator[str]:
    """What in words that are not ours, read in one way or another, a reader would take for what
    is checked.
    """
    for state in states_in(readings):
        yield f"says “{state}” as a page that is checked does"
    for turned in filter(None, map(_TURNED.search, readings[:1])):
        yield f"has the character U+{ord(turned[0]):04X}, which turns words around"


def states_in(readings: Iterable[str]) -> tuple[str, ...]:
    """What is said in some words, read in one way or another, as pages that are checked say it."""
    return tuple(dict.fromkeys(state for words in readings for state in _states(words)))


def _states(words: str) -> Iterator[str]:
    letters = _letters(words)
    yield from (state for state in listed.STATES if _letters(state) in letters)
    shown = " ".join(map(_shown, words.split()))
    yield from (state for state, pattern in _WORDS if pattern.search(shown))


def _letters(words: str) -> str:
    return "".join(plain(words).split())


def _shown(word: str) -> str:
    """A word with one letter for those that look alike, its first a capital if it has no case."""
    read = plain(word)
    first = next((c for c in unicodedata.normalize("NFKC", word) if c.isalpha()), "")
    at = next((at for at, c in enumerate(read) if c.isalpha()), None)
    if at is None or first.islower():
        return read
    return f"{read[:at]}{read[at].upper()}{read[at + 1 :]}"
