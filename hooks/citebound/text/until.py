"""The end of *until*: what lasts until 2026 ends in it, and who is spared until then is not later.

What is done *by* or *before* a date may have been done at any time, and ends on no date.
"""

from __future__ import annotations

import regex

from citebound.text.beginnings import Beginnings
from citebound.text.beside_bounds import AROUND
from citebound.text.bounding import Bounding
from citebound.text.denied_bounds import denies
from citebound.text.patterns import Pattern

_REACH = 100
_PARTED = Pattern(r"[;:()—–]|[.,]\s|\b(?:and|but|и|а|но)\b", regex.IGNORECASE)
_UNTIL = Pattern(rf"(?<!\p{{L}})(?P<word>until|till){AROUND['en']}", regex.IGNORECASE)
_DO = Pattern(rf"(?<!\p{{L}})до{AROUND['ru']}", regex.IGNORECASE)
_SPARING = (
    r"exempt|free|spared|closed|shut|bann?ed|barred|suspend|exclud|forbid|frozen|without"
    r"|закры|освобожд|запре[тщ]|приостан|исключ"
)
_SPARED = Pattern(rf"(?<!\p{{L}})(?:{_SPARING})\p{{L}}*", regex.IGNORECASE)
_MAY_SPARE = Beginnings(_SPARING)
_GOES_ON = Pattern(
    r"(?<!\p{L})(?:действ|продл|длит|остан|остаё|продолж|име[ею]т\sсилу)\p{L}*", regex.IGNORECASE
)
"""«До 2026 года» may be before 2026, unless something goes on."""

_ENDING = (
    r"end(?:s|ed|ing)?|expir(?:e[sd]?|ing|y|es)|laps(?:e[sd]?|ing)|finish(?:es|ed)?"
    r"|ceas(?:e[sd]?|ing)|r[ua]n(?:s|ning)?\s+out|lifted|over|reopen(?:s|ed)?|resum(?:e[sd]?|ing)"
    r"|истек|истеч|законч|заканч|заверш|кончит|оконч|прекра"
)
_ENDS = Pattern(
    rf"(?<!\p{{L}})(?:{_ENDING})\p{{L}}*"
    r"(?:\s+(?!not\b|to\b|не\b)\p{L}+){0,3}?\s+(?:in|on|at|в|во)\s+"
    r"(?:the\s+end\s+of\s+|early\s+|late\s+)?$",
    regex.IGNORECASE,
)
_MAY_END = Beginnings(_ENDING)
_NO_LONGER = Pattern(
    r"(?<!\p{L})(?:no\s+longer|больше\s+не)\b"
    r"[^.;]{0,60}?(?:in|on|from|after|с|со|в)\s+$",
    regex.IGNORECASE,
)


def ending(bounding: Bounding, text: str, start: int) -> Bounding | None:
    """Whether a date at a place is where something ends, or until when it lasts."""
    near = text[max(0, start - _REACH) : start]
    part = _PARTED.split(near)[-1]
    if bounding is Bounding.BEFORE:
        is_until = _UNTIL.search(part) or (_DO.search(part) and _GOES_ON.search(part))
        spared = _MAY_SPARE.may_be_in(part) and _SPARED.search(part)
        if not (is_until or (spared and _DO.search(part))) or denies(near, len(near)):
            return None
        return Bounding.SPARED if spared else Bounding.LASTS
    if bounding in (Bounding.IN, Bounding.SINCE, Bounding.AFTER) and _NO_LONGER.search(part):
        return Bounding.ENDS
    ends = bounding is Bounding.IN and _MAY_END.may_be_in(part) and _ENDS.search(part)
    if ends and not denies(near, len(near)):
        return Bounding.ENDS
    return None
