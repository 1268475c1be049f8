"""What in a text that was taken out of a document deceives the eye, or the machine."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from citebound.text.characters import hidden, name_of
from citebound.text.patterns import Pattern

_GLUED = Pattern(r"\p{Ll}(?<!\b(?:Mc|Mac|De|Le|La|Van))\p{Lu}\p{Ll}{2,}")
_SOFT_HYPHEN = "\u00ad"
_LIGATURES = Pattern(r"[\uFB00-\uFB06]")
_BURMESE_E = Pattern(r"\u1031")
_EARLY_E = Pattern(r"(?<![\u1000-\u102A\u103B-\u103F\u1039])\u1031")
_ZAWGYI_ONLY = Pattern(r"[\u1060-\u1097]")


def looked_at(paragraphs: Sequence[str]) -> Iterator[str]:
    """What whoever adds the text should look at, paragraph by paragraph."""
    for number, text in enumerate(paragraphs, 1):
        for said in dict.fromkeys(_of_paragraph(text)):
            yield f"para. {number}: {said}"
    whole = "\n".join(paragraphs)
    if is_zawgyi(whole):
        yield "the Burmese looks like Zawgyi: convert it to Unicode, or nothing in it will be found"


def _of_paragraph(text: str) -> Iterator[str]:
    for at, found in hidden(text):
        if text[at] == "\t":
            continue
        is_one = found.startswith("U+")
        yield f"{found} {name_of(text[at])}" if is_one else f"letters that look alike: {found}"
    if _SOFT_HYPHEN in text:
        yield "U+00AD SOFT HYPHEN: it is not compared"
    if not unicodedata.is_normalized("NFC", text):
        yield "it is not in Unicode form NFC: it is written in that form"
    ligatures = _LIGATURES.findall(text)
    if ligatures:
        yield f"letters in one piece: {' '.join(dict.fromkeys(ligatures))}"
    for glued in _GLUED.finditer(text):
        start = text.rfind(" ", 0, glued.start()) + 1
        words = text[start : glued.end() + 20].split()[:1]
        yield f"two words may stand in one, or a heading before its text: {' '.join(words)}"


def is_zawgyi(text: str) -> bool:
    """Whether Burmese is in the Zawgyi encoding: its vowel sign E is before the consonant, and it
    has letters of other languages for forms of its own. Unicode's has neither.
    """
    signs = len(_BURMESE_E.findall(text))
    if not signs:
        return False
    early = len(_EARLY_E.findall(text))
    return early > signs / 3 or (early > 0 and len(_ZAWGYI_ONLY.findall(text)) > signs / 5)
