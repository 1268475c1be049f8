"""Marks that are no part of a letter, and spaces that look like none, in words of ours.

A mark that is drawn over, under or around a letter strikes it out or hides it from the rules, and
so does one on a digit or a sign. A space of a fixed width between two letters looks like no space.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

import regex

from citebound.text.patterns import Pattern


class Deceiving(NamedTuple):
    """What of a text looks like something else: where it is, the word, what is wrong with it, and
    what to write instead.
    """

    at: int
    word: str
    why: str
    instead: str


_UNSEEN = r"\p{Default_Ignorable_Code_Point}"
_MARKS = Pattern(rf"[\p{{M}}--{_UNSEEN}]++", regex.V1)
_DRAWN = Pattern(
    r"[\u0305\u0332-\u0338\u033F\u035C-\u0362\u20D0-\u20FF\uFE20-\uFE2F\p{Me}]", regex.V1
)
"""Lines, overlays, what joins two letters and what encloses one."""

_OF_A_SCRIPT = Pattern(
    r"[\p{M}--\p{Inherited}--\p{Common}--\p{Latin}--\p{Cyrillic}--\p{Greek}]", regex.V1
)
_BARE = Pattern(r"[[\p{Latin}\p{Greek}\p{Cyrillic}\p{Common}]--[\u0640\u25CC]]", regex.V1)
"""What a mark of another script, such as a vowel sign of Burmese, is never on."""

_RELATIONS = r"\u2190-\u21FF\u2208-\u220D\u2223-\u2226\u223C-\u22FF\u2A7D-\u2AFF"
_NEGATED = Pattern(rf"[{_RELATIONS}]\u0338")
"""A sign of mathematics for a relation, with the stroke that denies it: some have no other form."""

_ALPHABET = Pattern(r"[\p{Latin}\p{Greek}\p{Cyrillic}]")
_MOST = 2
"""So many marks a letter of these alphabets may have beside those that are one with it."""

_FIXED = r"\u2000-\u2008\u200A\u205F\u3000"
_THIN = r"\u2009\u202F"
_CJK = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Bopomofo}"
_SPACED = Pattern(
    rf"(?<=[[\p{{L}}\p{{M}}]--[{_CJK}]])[{_FIXED}{_THIN}]++(?=[\p{{L}}--[{_CJK}]])"
    rf"|(?<=\p{{N}})[{_FIXED}{_THIN}]++(?=\p{{N}})(?!(?<=[\u2007{_THIN}])\p{{N}}{{3}}(?!\p{{N}}))",
    regex.V1,
)
"""Between two letters, or between two digits where it does not part thousands."""

_SHOWN = 24


def misplaced(text: str) -> Iterator[Deceiving]:
    """Each word with a mark that is no part of its letters, once, and each space that looks like
    none, in order.
    """
    if text.isascii():
        return
    found = [*_marked(text), *_spaced(text)]
    yield from sorted(found)


def _marked(text: str) -> Iterator[Deceiving]:
    past = 0
    for run in _MARKS.finditer(text):
        start, end = run.span()
        if start < past or _NEGATED.fullmatch(text, max(0, start - 1), end):
            continue
        fault = _fault(text, start, end)
        if fault is None:
            continue
        first, past = _word(text, start, end)
        mark, why = fault
        said = f"U+{ord(mark):04X}, {unicodedata.name(mark, 'a mark')}, {why}"
        yield Deceiving(first, text[first:past], said, "write its letters and digits without it")


def _fault(text: str, start: int, end: int) -> tuple[str, str] | None:
    """Which mark of some in a row has no place there, and why."""
    drawn = _DRAWN.search(text, start, end)
    if drawn is not None:
        return drawn.group(), "is drawn over, under or around its letters"
    on = start
    while on and _IS_UNSEEN.match(text, on - 1):
        on -= 1
    base = text[on - 1] if on else ""
    of_a_script = _OF_A_SCRIPT.match(text, start)
    if of_a_script and (not base or _BARE.match(base)):
        return text[start], "is a mark of another script"
    if not of_a_script and not base.isalpha():
        return text[start], "is on no letter"
    if not _ALPHABET.match(base):
        return None
    foreign = _OF_A_SCRIPT.search(text, start, end)
    if foreign is not None:
        return foreign.group(), "is a mark of another script"
    # Marks in a row are put in order by the square of their number, so not of many.
    few = end - start <= _MOST or (
        end - start <= _SHOWN
        and len(unicodedata.normalize("NFC", base + text[start:end])) <= 1 + _MOST
    )
    return None if few else (text[end - 1], "is one of too many marks on one letter")


_IS_UNSEEN = Pattern(rf"[{_UNSEEN}]")


def _word(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the word with some marks begins and ends, as much of it as is shown."""
    first = max(0, start - 1)
    while first and start - first < _SHOWN and _IN_WORD.match(text, first - 1):
        if not _IN_WORD.match(text, first):
            break
        first -= 1
    last = _WORD.match(text, end)
    return first, last.end() if last else end


_IN_WORD = Pattern(r"[\p{L}\p{M}\p{N}]")
_WORD = Pattern(r"[\p{L}\p{M}\p{N}]*+")


def _spaced(text: str) -> Iterator[Deceiving]:
    for found in _SPACED.finditer(text):
        at = found.start()
        first, past = _word(text, at, found.end())
        said = f"U+{ord(text[at]):04X}, {unicodedata.name(text[at])}, parts it and hardly shows"
        yield Deceiving(at, text[first:past], said, "type an ordinary space, or none")
