"""Characters that deceive the eye, in the text of a source and in words of ours.

Bidirectional controls (Unicode Technical Report #36, "Trojan Source"), zero-width
characters outside the scripts that use them, other controls, and words that mix
look-alike letters of Latin, Cyrillic and Greek (UTS #39). Each is refused in a
source until ``accepts:`` names it, because a reader cannot see it. In words of ours, in a body
as in a field, none is accepted, nor are letters that only look like those of the alphabet, or
marks that are no part of one (:func:`deceiving`): the rules of names, figures and copied words
would not know them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import regex

from citebound.text.folding import unmarked
from citebound.text.misplaced import Deceiving, misplaced
from citebound.text.patterns import Pattern

_HIDDEN = Pattern(r"[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u115F\u1160\u3164\uFFA0--\n\t\u00AD]", regex.V1)
_UNFIT = Pattern(
    r"[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800"
    r"\uFFFC\uFFFD"
    r"--\n\r\t\p{Prepended_Concatenation_Mark}]",
    regex.V1,
)
"""Controls, private use, what Unicode has not assigned, lone surrogates, all that is not shown or
shown as a blank, and what stands for an object or a character that is not there; not the Arabic
signs that are before a number, which can be seen.
"""
_JOINERS = "\u200b\u200c\u200d\u2060"
_USES_JOINERS = Pattern(
    r"[\p{Arabic}\p{Devanagari}\p{Bengali}\p{Gurmukhi}\p{Gujarati}\p{Oriya}\p{Tamil}\p{Telugu}"
    r"\p{Kannada}\p{Malayalam}\p{Sinhala}\p{Thai}\p{Lao}\p{Tibetan}\p{Myanmar}\p{Khmer}"
    r"\p{Mongolian}\p{Syriac}\p{Extended_Pictographic}\uFE0F\U0001F3FB-\U0001F3FF]"
)
_OUR_JOINERS = "\u200b\u200c\u200d"
_PICTOGRAPH = Pattern(r"\p{Extended_Pictographic}")
_VARIANTS = {
    "\ufe0e": _PICTOGRAPH,
    "\ufe0f": _PICTOGRAPH,
    "\ufe00": Pattern(r"\p{Myanmar}"),
    **dict.fromkeys("\u180b\u180c\u180d", Pattern(r"\p{Mongolian}")),
}
"""What selects the variant of a letter, and after which letters it does."""
_OUR_WORD = Pattern(
    r"[\p{L}\p{M}[\p{So}&&\p{Alphabetic}]\u2801-\u28FF]"
    r"[\p{L}\p{M}\p{N}[\p{So}&&\p{Alphabetic}]\u2801-\u28FF]*",
    regex.V1,
)
_RESEMBLING = Pattern(
    r"[\p{Cyrillic}\p{Greek}\p{Coptic}\p{Armenian}\p{Cherokee}\p{Lisu}\p{Deseret}--\u2126]",
    regex.V1,
)
"""Letters of alphabets that resemble the Latin one; not the sign of the ohm."""
_SYMBOLS = "μΩΔ"
"""Greek letters that are before the name of a unit or a quantity (μm)."""
_STYLES = frozenset(("<font>", "<wide>", "<super>", "<sub>", "<circle>"))
_ORDINALS = "ªº"
_SIGN = Pattern(r"[\u2100-\u214F]")
"""A letter that is a sign where it stands alone, such as ℓ."""
_LETTER = Pattern(r"[\p{Latin}\p{Cyrillic}\p{Greek}]")
_SMALL_CAPITALS = "".join(
    letter
    for letter in map(chr, (*range(0x1D00, 0x1D80), *range(0x250, 0x2B0), *range(0xA700, 0xA800)))
    if "LETTER SMALL CAPITAL" in unicodedata.name(letter, "")
)
_STYLED = Pattern(
    rf"[{_SMALL_CAPITALS}\uFB00-\uFB06\u2801-\u28FF[\p{{So}}&&\p{{Alphabetic}}]]", regex.V1
)
"""Small capitals, letters in one piece, Braille, and letters in circles and squares."""
_WORD = Pattern(r"\p{L}[\p{L}\p{M}]*")
_LATIN = Pattern(r"\p{Latin}")
_OTHER = Pattern(r"[\p{Cyrillic}\p{Greek}]")
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


def unfit(text: str, start: int = 0) -> Iterator[int]:
    """The offset, from ``start`` on, of each character that has no place in words of ours: it
    cannot be seen, changes the direction of what follows, or means nothing to others. Joiners
    and variants stay in the scripts that need them.
    """
    for found in _UNFIT.finditer(text, start):
        at = found.start()
        if not _is_needed(text, at):
            yield at


def _is_needed(text: str, at: int) -> bool:
    """Whether a joiner or a variation selector is between letters whose script needs it."""
    before, after = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    if text[at] in _OUR_JOINERS:
        return _at_home(text, at) and not any(
            side.isalpha() and not _USES_JOINERS.match(side) for side in (before, after)
        )
    needs = _VARIANTS.get(text[at])
    return needs is not None and bool(needs.match(before))


def deceiving(text: str) -> Iterator[Deceiving]:
    """Each word of ours that looks like another.

    Letters of the alphabet beside letters of another that resemble them (UTS #39), signs
    that stand for letters, and what is misplaced (:mod:`citebound.text.misplaced`).
    """
    if text.isascii():
        return
    for found in _OUR_WORD.finditer(text):
        word = found.group()
        if word.isascii() or _SIGN.fullmatch(word):
            continue
        if mixes_alphabets(word.lstrip(_SYMBOLS)):
            yield Deceiving(found.start(), word, "it mixes letters of two alphabets", _INSTEAD)
        elif _STYLED.search(word) or any(map(_is_styled, word)):
            yield Deceiving(found.start(), word, "signs stand for its letters", _INSTEAD)
    yield from misplaced(text)


def mixes_alphabets(word: str) -> bool:
    """Whether a word has letters of the Latin alphabet and of one that resembles it."""
    return bool(_LATIN.search(word) and _RESEMBLING.search(word))


def unpaired_control(text: str) -> str:
    """The first character of a text that changes the direction of what follows beyond its end, or
    ends such a change that did not begin in it; or nothing.
    """
    opened: list[str] = []
    for found in _CONTROL.finditer(text):
        control = found.group()
        if control not in _ENDS:
            opened.append(control)
        elif opened and opened[-1] in _ENDS[control]:
            opened.pop()
        else:
            return control
    return opened[0] if opened else ""


_CONTROL = Pattern(r"[\u202A-\u202E\u2066-\u2069]")
_ENDS = {"\u202c": "\u202a\u202b\u202d\u202e", "\u2069": "\u2066\u2067\u2068"}
"""What ends an embedding or an override, and what ends an isolate."""

_INSTEAD = "type it with the letters of one alphabet; a hyphen parts two"


@lru_cache(maxsize=4096)
def _is_styled(letter: str) -> bool:
    """Whether a letter is another one in a certain style, such as 𝗍, ｔ, ⓣ or ᵗ."""
    style, _, plain = unicodedata.decomposition(letter).partition(" ")
    if style not in _STYLES or letter in _ORDINALS or not (letter.isalpha() or style == "<circle>"):
        return False
    return bool(_LETTER.search("".join(chr(int(code, 16)) for code in plain.split())))


def plain(word: str) -> str:
    """A word as it is compared with others that may be copied: without case, what is not
    shown and marks on letters, and with one letter for those that look alike.
    """
    if word.isascii():
        return word.casefold()
    shown = unicodedata.normalize("NFKC", unmarked(_NOT_SHOWN.sub("", word)).text)
    return shown.translate(_SMALL).casefold().translate(_ALIKE)


_NOT_SHOWN = Pattern(r"\p{Default_Ignorable_Code_Point}")
_SMALL = {
    ord(letter): name[-1]
    for letter in _SMALL_CAPITALS
    if (name := unicodedata.name(letter)).startswith("LATIN LETTER SMALL CAPITAL ")
    and name[-2] == " "
}
_ALIKE = str.maketrans(
    "авекмнорстухіјѕԁԛԝһӏαβεζηικμνορτυχωոօսցհıɑɡɩ",
    "abekmhopctyxijsdqwhlabezhikmvoptyxwnoughiagi",
)
"""Letters of other alphabets, small and as their capitals look, and those that look like them."""


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
