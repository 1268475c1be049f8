"""Dates that are not of our era, and years too short to be told from other numbers.

“In 1044 BC” gives no 1044, and “on 4 September 476” no 4 September of the year in which its source
was published. A number of up to three digits is a year only if something says so.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from citebound.dates.counting import MONTHS
from citebound.dates.said_bounds import written
from citebound.text.patterns import Pattern

_BC = (
    r"(?:B\.\s?C\.(?:\s?E\b\.?)?|b\.\s?c\.(?:\s?e\b\.?)?|BCE?(?![\p{L}\p{N}])"
    r"|before\s(?:Christ|(?:the\s|our\s)?(?:[Cc]ommon|[Cc]hristian|[Cc]urrent)\s[Ee]ra)(?!\p{L})"
    r"|(?i:до\s(?:н\.\s?э\b\.?|нашей\sэры|рождества\sхристова|р\.\s?х\b\.?)|do\sn\.\s?e\b\.?))"
)
_AD = r"(?:A\.\s?D\.|C\.\s?E\.|AD(?![\p{L}\p{N}])|CE(?![\p{L}\p{N}])|(?i:н\.\s?э\b\.?|нашей\sэры))"
_BC_AFTER = Pattern(rf"\s?(?:(?:years?|года?|году|гг?\.|лет)\s)?\(?{_BC}")
_BC_MAY_BE = Pattern(r"BC|[Bb]\.\s?[Cc]\.|before\s|(?i:\bд[оo]\s[нр]|\bdo\sn\.)")
_PROVINCE = Pattern(r"(?:18[5-9]|19\d|20\d)\d\Z")
_NAMED = Pattern(r"\s(?:BC|B\.\s?C\.)(?=(?:['’]s)?\s\p{Lu}\p{Ll})")
"""“In 2019 BC Ferries carried more” is told of a province."""

_SPAN = Pattern(
    r"\s*(?:года?|гг?\.)?\s*(?:[-–—/]|\b(?:to|until|till|through|and|or|и|или|до|по)\b)"
    r"\s*(?:(?:the|about|around|c\.|в)\s+)*"
)
"""What is between two dates that an era after the second counts: “from 1900 to 1800 BC”."""


def is_before_our_era(words: str, start: int, end: int) -> bool:
    """Whether words say of a date at a place that it is not of our era."""
    if not _BC_AFTER.match(words, end):
        return False
    return not (_PROVINCE.search(words, start, end) and _NAMED.match(words, end))


@lru_cache(maxsize=1024)
def of_our_era(words: str, instead: str) -> str:
    """Words without the dates that are not of our era, nor the beginnings of their spans."""
    if not _BC_MAY_BE.search(words):
        return words
    dates = written(words)
    out: set[int] = set()
    for at in range(len(dates) - 1, -1, -1):
        date = dates[at]
        spans = at + 1 in out and _SPAN.fullmatch(words, date.end, dates[at + 1].start)
        if spans or is_before_our_era(words, date.start, date.end):
            out.add(at)
    kept, begin = "", 0
    for at in sorted(out):
        kept += words[begin : dates[at].start] + instead
        begin = dates[at].end
    return kept + words[begin:]


# --- what follows a phrase without a year --------------------------------------------------

_GOES_ON = (
    r"(?!\s?[,–—]\s?(?:(?:and|or)\s)?\p{N})"
    r"(?=\s?(?:\Z|[;:!?)\]”\"»—–…\n\0\1]|[.,'’](?!\p{N}))"
    r"|\s(?:the|an?|he|she|it|they|his|her|their|its|when|while|as)(?!\p{L}))"
)
"""What is after a year and not after a number of things: an end, or who did it."""

_LITTLE = r"(?:by|in|on|at|to|from|after|before|and|but|with|was|were|had|there|that)(?!\p{L})"
_SHORT = rf"\p{{N}}{{1,3}}(?!\p{{N}}|[.,:]\p{{N}}){_GOES_ON}"
_CENTURY = (
    r"(?:(?:early|late|mid)[\s-])?(?:\p{L}+(?:-\p{L}+)?|\p{N}{1,2}(?:st|nd|rd|th))\s(?:century)"
)
_YEAR_OF_IT = Pattern(
    r"\s?,?\s?\(?(?:"
    rf"(?:(?:in|of)\s)?\p{{N}}{{1,5}}\s?(?:{_BC}|{_AD})"
    rf"|(?:in\s|of\s)?(?:A\.\s?D\.|AD|C\.\s?E\.|CE|B\.\s?C\.|BC)\s?\p{{N}}{{1,4}}(?![\p{{L}}\p{{N}}])"
    r"|(?:(?:of|in)\s)?(?:the\s)?year\s(?:AD\s|A\.D\.\s)?\p{N}{1,4}(?![\p{L}\p{N}])"
    rf"|(?:of|in)\s(?:the|that|this|last)\s{_CENTURY}(?![\p{{L}}\p{{N}}'’-])"
    rf"|(?:in\s|of\s)?['’‘]\p{{N}}{{2}}(?![\p{{L}}\p{{N}}])(?:{_GOES_ON}|(?=\s{_LITTLE}))"
    r"|(?:в\s)?\p{N}{1,3}(?:-?го|-?м)?\s(?:года|году|г\.)(?!\p{L})"
    r"|(?:\p{L}+ого|\p{L}+его|\p{N}{1,2}(?:-?го)?|[IVX]+)\s(?:века|столетия|в\.)(?!\p{L})"
    r")",
)
_BARE = Pattern(rf"\s(?:of\s)?{_SHORT}")
_BARE_OF_DAY = Pattern(rf",?\s(?:of\s)?{_SHORT}")
_NUMBER = Pattern(r"\p{N}+")
_DAY_LIKE = 31
_HAS_YEAR = Pattern(r"(?<![\p{L}\p{N}])(?:\p{N}{4}s?|year|год[ау]?)(?![\p{L}\p{N}])")
_DAY_OR_MONTH = Pattern(
    rf"\A(?=.*(?:{'|'.join(MONTHS)}|январ|феврал|март|апрел|ма[йяе]|июн|июл|август|сентябр|октябр"
    r"|ноябр|декабр|spring|summer|autumn|fall|winter))(?P<day>.*\p{N})?",
    regex.DOTALL | regex.IGNORECASE,
)
_FURTHER = Pattern(
    r"(?:,?\s\(?(?:(?:on|in|of|and|or|to)\s)*(?:the\s)?(?:\p{N}{1,2}(?:st|nd|rd|th)?\s(?:of\s)?)?"
    rf"(?:early\s|late\s|mid-)?(?:{'|'.join(MONTHS)})(?:\s\p{{N}}{{1,2}}(?!\p{{N}})(?:st|nd|rd|th)?)?+"
    r"(?![\p{L}\p{N}]))++"
)
"""A day or a month after a phrase, of which a year may follow: “on Monday, 4 September 476”."""

_SERIES = Pattern(
    rf"\p{{N}}\s(?:in|by)\s(?:{'|'.join(MONTHS)})|(?:{'|'.join(MONTHS)})\s\p{{N}}{{1,3}}(?!\p{{N}})"
)
"""Numbers that a sentence gives for months: “410 in July and in August 455”."""

_REACH = 120
_OF_THAT_YEAR = Pattern(
    r",?\s(?:(?:in|of)\s)?(?:that|that\svery|that\ssame|this\ssame|the\s(?:very\s)?same)\syear"
    r"(?![\p{L}'’-])|,?\s(?:в\s)?(?:того\sже|тот\sже|того|этого\sже)\s(?:самого\s)?года?(?!\p{L})"
)


def is_of_short_year(phrase: str, text: str, end: int) -> bool:
    """Whether a text goes on to date a phrase that ends at a place: by an era, a century, or a year
    of less than four digits, which “on 4 September, 12 people” has not.
    """
    if _HAS_YEAR.search(phrase):
        return bool(_NUMBER.search(phrase[-1:])) and _BC_AFTER.match(text, end) is not None
    if _YEAR_OF_IT.match(text, end):
        return True
    lead = _FURTHER.match(text, end)
    if lead and is_of_short_year(phrase + lead.group(), text, lead.end()):
        return True
    said = _DAY_OR_MONTH.match(phrase)
    if said is None:
        return False
    number = (_BARE_OF_DAY if said["day"] else _BARE).match(text, end)
    if number is None:
        return False
    year = _NUMBER.search(number.group())
    is_day = year is not None and int(year.group()) <= _DAY_LIKE
    if said["day"]:
        return not (is_day and "," in number.group())
    return not is_day and not _SERIES.search(text, max(0, end - _REACH), end - len(phrase))


def is_of_that_year(text: str, end: int) -> bool:
    """Whether a text goes on to date a phrase by a year that it has named: “in May that year”."""
    return _OF_THAT_YEAR.match(text, end) is not None
