"""Which alphabet the words of a text are written in, and which words look like Latin ones."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from citebound.text.characters import deceiving, plain
from citebound.text.patterns import Pattern

_WORD = Pattern(r"\p{L}[\p{L}\p{M}\p{Join_Control}\u200B]*")
_COMMON = Pattern(r"[\p{Latin}\p{Common}\p{Inherited}\p{Default_Ignorable_Code_Point}]")
_UNIT = Pattern(r"\p{Greek}|[μΩΔ]\p{Latin}+")
"""One letter of Greek is a sign, as in β-carotene and Δ, and so is one before that of a unit."""

_FORMS = Pattern(r"(?:HALFWIDTH|FULLWIDTH|MODIFIER LETTER|COMBINING) ")
_OF_TWO_WORDS = frozenset(("OLD", "LINEAR", "MEROITIC", "INSCRIPTIONAL", "NEW", "PSALTER"))
_ONE = {"KATAKANA": "HIRAGANA", "KATAKANA-HIRAGANA": "HIRAGANA"}
"""The two alphabets of Japanese, which are written side by side."""


class Foreign(NamedTuple):
    """A word that is not in Latin letters: where it is, the scripts of its letters, and whether
    each letter looks like a Latin one and the words on both sides are Latin.
    """

    at: int
    word: str
    scripts: frozenset[str]
    alike: bool


def foreign(text: str) -> Iterator[Foreign]:
    """The words of a text that are not in Latin letters, in order."""
    if text.isascii():
        return
    words = [(found.start(), found.group()) for found in _WORD.finditer(text)]
    scripts = [_scripts_of(word) for _, word in words]
    alike = [
        bool(some) and looks_latin(word) for some, (_, word) in zip(scripts, words, strict=True)
    ]
    latin = [not some for some in scripts]
    before = _nearest(latin, alike)
    after = [*reversed(_nearest([*reversed(latin)], [*reversed(alike)]))]
    for number, (at, word) in enumerate(words):
        sides = {before[number], after[number]} - {None}
        if scripts[number] and next(deceiving(word), None) is None:  # which is found by itself
            is_hidden = alike[number] and sides == {True}
            yield Foreign(at, word, scripts[number], is_hidden)


def _nearest(latin: list[bool], alike: list[bool]) -> list[bool | None]:
    """For each word whether the nearest one before it that is no look-alike is Latin; ``None``
    where there is none.
    """
    found: list[bool | None] = []
    last: bool | None = None
    for is_latin, looks in zip(latin, alike, strict=True):
        found.append(last)
        last = last if looks else is_latin
    return found


def main_scripts(texts: Iterable[str]) -> frozenset[str]:
    """The scripts in which at least every second word of some texts is: their language's."""
    counted: Counter[str] = Counter()
    words = 0
    for text in texts:
        for word in _WORD.findall(text):
            words += 1
            counted.update(_scripts_of(word))
    return frozenset(script for script, number in counted.items() if 2 * number >= words)


def scripts_in(text: str) -> frozenset[str]:
    """The scripts of all letters of a text, apart from the Latin one."""
    return _scripts_of("".join(set(text))) if not text.isascii() else frozenset()


def words_in_other_letters(text: str) -> Iterator[str]:
    """The words of a text that are not in Latin letters, as they are compared."""
    for word in () if text.isascii() else _WORD.findall(text):
        if _scripts_of(word):
            yield word.casefold()


@lru_cache(maxsize=4096)
def _scripts_of(word: str) -> frozenset[str]:
    if word.isascii() or _UNIT.fullmatch(word):
        return frozenset()
    return frozenset(script_of(c) for c in word if c.isalpha() and not _COMMON.match(c))


@lru_cache(maxsize=4096)
def script_of(letter: str) -> str:
    """The script of a letter, by its name: Unicode's names of letters begin with it."""
    words = _FORMS.sub("", unicodedata.name(letter, "AN UNKNOWN SCRIPT")).split()
    if words[0] in _OF_TWO_WORDS:
        return " ".join(words[:2])
    return _ONE.get(words[0], words[0])


def looks_latin(word: str) -> bool:
    """Whether each letter of a word looks like a Latin one."""
    return plain(word).isascii()
