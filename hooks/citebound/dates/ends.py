"""Open ends and bounds of dates, and dates that are finer, in the words of evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from citebound.dates.counting import MONTHS
from citebound.dates.edtf import DateError, Edtf, Kind, Precision, parse
from citebound.dates.written_dates import MONTH_STEMS
from citebound.text.limiting import EARLIEST, LATEST

_AT_LEAST = {"en": ("at least",), "ru": ("как минимум", "по меньшей мере", "по крайней мере")}
_NOT_BEFORE = {tag: "|".join((*EARLIEST[tag].before, *_AT_LEAST[tag])) for tag in EARLIEST}
_OR_LATER = {tag: "|".join(EARLIEST[tag].after) for tag in EARLIEST}
_NOT_AFTER = {tag: "|".join(LATEST[tag].before) for tag in LATEST}
_OR_EARLIER = {tag: "|".join(LATEST[tag].after) for tag in LATEST}
_OF_THE_YEAR = r"(?: год(?:а|у)?| г\.)?"

_FROM = {
    "en": r"(?:\b(?:since|from|starting|beginning|as of|after|"
    rf"{_NOT_BEFORE['en']})\b[^.;]{{0,40}}?YEAR"
    rf"|YEAR(?: (?:{_OR_LATER['en']}|on)\b|,? onwards?))",
    "ru": rf"(?:\b(?:с|со|начиная с|после|{_NOT_BEFORE['ru']})\b[^.;]{{0,30}}?YEAR"
    rf"|YEAR{_OF_THE_YEAR} (?:{_OR_LATER['ru']})\b)",
}
"""How the words of a language leave an end open that comes after a year."""

_UNTIL = {
    "en": rf"(?:\b(?:until|till|up to|through|by|before|to|{_NOT_AFTER['en']})\b[^.;]{{0,40}}?YEAR"
    rf"|YEAR (?:{_OR_EARLIER['en']})\b)",
    "ru": rf"(?:\b(?:до|по|к|{_NOT_AFTER['ru']})\b[^.;]{{0,30}}?YEAR"
    rf"|YEAR{_OF_THE_YEAR} (?:{_OR_EARLIER['ru']})\b)",
}
"""How they leave an end open that comes before a year."""


def _bounded(before: Mapping[str, str], after: Mapping[str, str]) -> re.Pattern[str]:
    year = r"[0-9]{4}\b"
    return re.compile(
        rf"\b(?:{before['en']}) {year}|\b{year}(?= (?:{after['en']})\b)"
        rf"|\b(?:{before['ru']})(?:,? чем)?(?: в)? {year}"
        rf"|\b{year}(?={_OF_THE_YEAR} (?:{after['ru']})\b)",
        re.IGNORECASE,
    )


_EARLIEST = _bounded(_NOT_BEFORE, _OR_LATER)
_LATEST = _bounded(_NOT_AFTER, _OR_EARLIER)


def without_bounds(value: Edtf, words: str, instead: str) -> str:
    """Words without the years that they give only as a bound, which support ``[2025..]`` or
    ``[..2025]`` and never ``2025``; those stay that bound as ``value`` does.
    """
    one_of = value.kind is Kind.ONE_OF
    for bounds, is_open in ((_EARLIEST, value.is_open_end), (_LATEST, value.is_open_start)):
        if not (one_of and is_open):
            words = bounds.sub(instead, words)
    return words


_AFTER = re.compile(
    r"\b(?:after|following|since)\s(?:[^\s.;:]+\s){0,6}?(?:in|of)?\s?(?P<year>[12]\d{3})(?![\d-])"
    r"|\b(?:после|с)\s(?:[^\s.;:]+\s){0,6}?(?P<god>[12]\d{3})(?![\d-])",
    re.IGNORECASE,
)


def unsaid_end(value: Edtf, words: Iterable[str], languages: Iterable[str]) -> str:
    """Which end of a date is open without the words saying so: "end", "beginning", or "". In a
    language without a list nothing can be decided.
    """
    known = [language for language in languages if language in _FROM]
    if value.kind is Kind.ALL_OF or len(known) < len([*languages]):
        return ""
    every = " ".join(words)
    for stretch in value.stretches:
        for moment, is_open, table, name in (
            (stretch.start, stretch.end is None, _FROM, "end"),
            (stretch.end, stretch.start is None, _UNTIL, "beginning"),
        ):
            if is_open and moment is not None:
                year = moment.year.replace("X", r"\d") + r"(?!\d)"
                patterns = (table[language].replace("YEAR", year) for language in known)
                if not any(re.search(p, every, re.IGNORECASE) for p in patterns):
                    return name
    return ""


def bound_after(words: str, published: str) -> tuple[str, str] | None:
    """The one year after which something was, by the words of evidence, and these words; none
    where there are several, or where the source was published before it ended.
    """
    found = {match["year"] or match["god"]: match.group() for match in _AFTER.finditer(words)}
    if len(found) != 1:
        return None
    ((year, said),) = found.items()
    return (year, " ".join(said.split())) if year < published[:4] else None


_RUSSIAN = "|".join(
    rf"(?P<r{n}>{stem}{'[йяею]м?' if stem == 'ма' else '[а-яё]{0,2}'}(?![а-яё]))"
    for n, stem in enumerate(MONTH_STEMS, 1)
)
_ENGLISH = "|".join(rf"(?P<m{n}>{month})" for n, month in enumerate(MONTHS, 1))
_WRITTEN = re.compile(
    rf"(?:(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?)?\b(?:{_ENGLISH}|{_RUSSIAN})"
    r"(?: (?P<us>\d{1,2})(?:st|nd|rd|th)?,)?,? (?P<year>[12]\d{3})(?!\d)",
)


def finer(value: Edtf, words: str) -> tuple[str, str] | None:
    """The one date within a plain year or month that words give more precisely, as EDTF and as
    they have it; none where they give the coarser date as well, or several.
    """
    if value.kind is not Kind.DATE or value.moments[0].qualified:
        return None
    moment = value.moments[0]
    if moment.precision not in (Precision.YEAR, Precision.MONTH):
        return None
    found: dict[str, str] = {}
    for match in _WRITTEN.finditer(words):
        month = next(n for n in range(1, 13) if match[f"m{n}"] or match[f"r{n}"])
        day = match["day"] or match["us"]
        text = f"{match['year']}-{month:02}" + (f"-{int(day):02}" if day else "")
        try:
            inner = parse(text)
        except DateError:
            continue
        is_finer = inner.moments[0].precision > moment.precision
        if is_finer and value.lower <= inner.lower <= value.upper:
            found[text] = match.group()
    bare = _WRITTEN.sub(" ", words) if moment.precision is Precision.YEAR else ""
    if len(found) != 1 or re.search(rf"(?<!\d){moment.year}(?!\d)", bare):
        return None
    return next(iter(found.items()))
