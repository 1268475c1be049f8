"""What stands beside a bound and its figure: between the two, around them, and what bounds a figure
that may yet be plainly meant. The words that bound are in :mod:`citebound.text.bounding`.
"""

from __future__ import annotations

from collections.abc import Mapping

import regex

from citebound.text.bounding import JUST_UNDER, NEARLY, Bounding, any_of
from citebound.text.patterns import Pattern

_IS = (
    r"(?:\s+(?!(?:is|was)\b)\p{L}+){0,4}?"
    r"\s+(?:is|are|was|were|(?:will|would|should|is\s+to)\s+be)(?:\s+(?:set|fixed|put)\s+at)?"
)
_IS_IN_RUSSIAN = r"(?:\s+\p{L}+){0,3}?\s*(?:—|–|-|составля\p{L}+|состави\p{L}+|равен|равна)"
"""After the name of a bound, what its figure stands after: “the maximum fine is 5,000 euros”."""

ALSO: Mapping[Bounding, str] = {
    Bounding.NEARLY: any_of((*NEARLY, *JUST_UNDER)),
    Bounding.MORE: r"(?:beat|exceed|surpass)(?:s|ed|ing)?\s+(?:\p{L}[\p{L}’']*\s+){0,2}?"
    r"(?:expectations|forecasts|estimates)\s+of",
    Bounding.AT_MOST: r"within|deadline(?:\s+\p{L}+){0,4}?\s+(?:is|was|of)(?:\s+on)?"
    rf"|(?:maximum|ceiling|upper\s+limit|cap){_IS}|максим\p{{L}}+{_IS_IN_RUSSIAN}"
    r"|(?:may|might|can|could)\s+(?:(?:even|also|be|go)\s+)*(?:reach|rise\s+to|run\s+to"
    r"|amount\s+to|as\s+(?:high|much|many|long)\s+as)|может\s+(?:достигать|достичь|составить)",
    Bounding.AT_LEAST: rf"minimum{_IS}|минимальн\p{{L}}+{_IS_IN_RUSSIAN}",
}
"""What bounds a figure, and yet the plain figure may be meant: forecasts of $2 billion that were
beaten were of $2 billion.
"""

AROUND: Mapping[str, str] = {
    "en": r"(?:\s+(?:year|in|on|about|around|(?:early|late|mid)(?=[\s-])"
    r"|(?:the\s+)?(?:spring|summer|autumn|fall|winter)(?:\s+of)?|the\s+year))*+[\s-]+$",
    "ru": r"(?:,?\s+(?:чем|в|во|году))*+\s+$",
}
"""What may stand between a word of time and the date that it bounds, by language. An article may
not: “the vote after the 2014 coup” says nothing against a coup in 2014.
"""

PUT_OFF = Pattern(
    r"(?<!\p{L})(?:postpon|put\s+(?:off|back)|delay|defer|adjourn|reschedul|moved|pushed|shifted"
    r"|отлож|отклад|перенес|перенос|отсроч|сдвин)\p{L}*+(?:\s+[\p{L}-]++){0,4}?\s+$",
    regex.IGNORECASE,
)
"""What was put off until a year is now to be in it, so that *until* is no bound there."""

ALSO_OF_WHAT_FOLLOWS = frozenset((
    "at least", "at minimum", "at a minimum", "at the very least", "at most", "at the very most",
    "как минимум",
))  # fmt: skip
"""After a date these bound it only where a part of the sentence ends: “in 2019 at most 40 came”."""

ENDS_PART = Pattern(r"\s*(?:[,.;:)!?…]|$)")
"""Where a part of a sentence ends."""

_THE = Pattern(r"\sthe\s+$")
_ORDINAL = Pattern(r"[0-9]+(?:st|nd|rd|th)\b")

UNTIL = frozenset(("until", "till", "up to", "до"))
"""What may be the second word of a span: “from 2019 until 2023”."""


def before_day(near: str, text: str, start: int) -> str:
    """The words near before a date, without the article in “before the 5th of March”."""
    return _THE.sub(" ", near) if _ORDINAL.match(text, start) else near
