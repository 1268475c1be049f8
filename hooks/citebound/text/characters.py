"""Characters that deceive the eye, in the text of a source and in fields of ours.

Bidirectional controls (Unicode Technical Report #36, "Trojan Source"), zero-width
characters outside the scripts that use them, other controls, and words that mix
look-alike letters of Latin, Cyrillic and Greek (UTS #39). Each is refused in a
source until ``accepts:`` names it, because a reader cannot see it. In fields of ours none is
accepted.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import regex

_HIDDEN = regex.compile(r"[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u115F\u1160\u3164\uFFA0--\n\t\u00AD]", regex.V1)
_UNFIT = regex.compile(
    r"[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\u115F\u1160\u3164\uFFA0"
    r"--\n\r\t\u00AD\p{Prepended_Concatenation_Mark}]",
    regex.V1,
)
"""Controls, private use, what Unicode has not assigned, lone surrogates and invisible letters;
not the Arabic signs that are before a number, which can be seen.
"""
_JOINERS = "\u200b\u200c\u200d\u2060"
_USES_JOINERS = regex.compile(
    r"[\p{Arabic}\p{Devanagari}\p{Bengali}\p{Gurmukhi}\p{Gujarati}\p{Oriya}\p{Tamil}\p{Telugu}"
    r"\p{Kannada}\p{Malayalam}\p{Sinhala}\p{Thai}\p{Lao}\p{Tibetan}\p{Myanmar}\p{Khmer}"
    r"\p{Mongolian}\p{Syriac}\p{Extended_Pictographic}\uFE0F\U0001F3FB-\U0001F3FF]"
)
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*")
_LATIN = regex.compile(r"\p{Latin}")
_OTHER = regex.compile(r"[\p{Cyrillic}\p{Greek}]")
_LOOKALIKES = set("аеорсухіјѕԁԛԝһАВЕЗКМНОРСТУХІЈЅԌԚԜοαρνικΑΒΕΖΗΙΚΜΝΟΡΤΥΧ")


def hidden(text: str) -> Iterator[tuple[int, str]]:
    """Each hidden or deceiving character that is not at home where it is: its offset
    and its name, as ``accepts:`` would have it (``U+202E``, or the word for a mixed one).
    """
    for found in _HIDDEN.finditer(text):
        at = found.start()
        if found.group() in _JOINERS and _at_home(text, at):
            continue
        yield at, f"U+{ord(found.group()):04X}"
    for word in _WORD.finditer(text):
        letters = word.group()
        if letters.isascii() or not _LATIN.search(letters):
            continue
        if _OTHER.search(letters) and _LOOKALIKES & set(letters):
            yield word.start(), letters


def unfit(text: str) -> Iterator[int]:
    """The offset of each character that has no place in a field of ours: it cannot be seen,
    changes the direction of what follows, or means nothing to others. Joiners and soft hyphens
    stay where words are written with them.
    """
    for found in _UNFIT.finditer(text):
        at = found.start()
        if not (found.group() in _JOINERS and _at_home(text, at)):
            yield at


def _at_home(text: str, at: int) -> bool:
    """Whether a zero-width character is beside a script that uses it."""
    neighbours = text[max(0, at - 1) : at] + text[at + 1 : at + 2]
    return bool(_USES_JOINERS.search(neighbours))


def name_of(character: str) -> str:
    """The Unicode name of a character, or what it is without one."""
    return unicodedata.name(character, "") or _NAMELESS.get(
        unicodedata.category(character), "a control character, which has no name"
    )


_NAMELESS = {
    "Cn": "a code point that stands for no character",
    "Co": "a private-use character, which means nothing to others",
    "Cs": "half of a character",
}
