"""Dates of prose without a year that the closed list of phrases does not have.

A month after *since* or *until*, «июля», the end of the year. Each is said by a phrase of the
closed list with the same date; none is a date of an event, which is copied from that list.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from citebound.dates.counting import MONTHS
from citebound.dates.relative import Phrase, phrases_in
from citebound.dates.written_dates import MONTH_STEMS
from citebound.text.patterns import Pattern


class InProse(NamedTuple):
    """A date of prose, and the phrase of the closed list that has the same date."""

    found: Phrase
    phrase: str


_BEFORE_MARCH = (
    r"(?<=\b(?:since|from|until|till|before|after|by|between|and|during|through|of|early|late|mid)"
    r"[\s-])"
)
_ENGLISH = "|".join(
    f"{_BEFORE_MARCH}{month}" if month in ("March", "May") else month for month in MONTHS
)
_RUSSIAN = "|".join(
    stem
    + (
        "(?:й|я|е|ем)"
        if stem == "ма"
        else "(?:а|у|е|ом)?"
        if stem in ("март", "август")
        else "(?:ь|я|е|ём|ем|ом)?"
    )
    for stem in MONTH_STEMS
)
_MONTH = Pattern(
    rf"(?<![\p{{L}}\p{{N}}-])(?<!\p{{N}}(?:st|nd|rd|th)?\s(?:of\s)?)(?:(?P<en>{_ENGLISH})"
    rf"|(?P<ru>(?i:{_RUSSIAN})))(?P<year>\s(?:следующего|будущего|прошлого|этого)\sгода)?"
    r"(?![\p{L}\p{M}]|-\p{L}|,?\s(?:of\s|in\s)?\p{N}|\s\p{Lu}\p{Ll})"
)
_YEARS = {"следующего": " next year", "будущего": " next year", "прошлого": " last year"}
_END = Pattern(
    r"(?<!\p{L})(?:(?:at|by|before|until|till|towards?)\s+the\s+end\s+of\s+(?:the|this)\s+"
    r"(?P<time>year|month)|(?:к|до)\s+конца?у?\s+(?:этого\s+|текущего\s+)?(?P<time>года|месяца)"
    r"|в\s+конце\s+(?:этого\s+|текущего\s+)?(?P<time>года|месяца))(?!\p{L})",
    regex.IGNORECASE,
)
_SEASON = Pattern(
    r"(?<!\p{L})(?P<which>следующ|будущ|прошл)(?:ей|его|ой|ого)\s+(?P<season>весны|лета|осени|зимы)"
    r"(?!\p{L})",
    regex.IGNORECASE,
)
_SEASONS = {"весны": "spring", "лета": "summer", "осени": "autumn", "зимы": "winter"}
_OWN_YEAR = Pattern(r"(?<!\p{N})(?:19|20)\p{N}{2}(?!\p{N})[^.!?\n\0]*\Z")
_REACH = 200


def in_prose(text: str) -> Iterator[InProse]:
    """The dates of a text that have no year and are no phrase of the closed list, each with such a
    phrase. A sentence that has given a year is silent: its months may be of that year.
    """
    taken = {at for one in phrases_in(text) for at in range(one.start, one.end)}
    for pattern, phrase_of in ((_MONTH, _of_month), (_END, _of_end), (_SEASON, _of_season)):
        for found in pattern.finditer(text):
            start, end = found.span()
            if taken.isdisjoint(range(start, end)) and not _OWN_YEAR.search(
                text, max(0, start - _REACH), start
            ):
                yield InProse(Phrase(found.group(), start, end), phrase_of(found))


def _of_month(found: regex.Match[str]) -> str:
    month = found["en"]
    if not month:
        said = found["ru"].lower()
        at = max(range(12), key=lambda n: len(MONTH_STEMS[n]) * said.startswith(MONTH_STEMS[n]))
        month = MONTHS[at]
    year = found["year"]
    return f"in {month}" + (_YEARS.get(year.split()[0], " this year") if year else "")


def _of_end(found: regex.Match[str]) -> str:
    return "this year" if found["time"].lower() in ("year", "года") else "this month"


def _of_season(found: regex.Match[str]) -> str:
    which = "last" if found["which"].lower() == "прошл" else "next"
    return f"{which} {_SEASONS[found['season'].lower()]}"
