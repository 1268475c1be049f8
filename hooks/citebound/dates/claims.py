"""What an editor's date may claim: no more than the evidence or its phrase says.

A date that is given without a phrase must have its digits in the words of the
evidence (:func:`digits_in`); one given with a phrase is compared with what the
closed list makes of it (:func:`disagreement`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from citebound.dates.edtf import Edtf, Kind, Stretch, parse
from citebound.dates.english import precision
from citebound.dates.eras import of_our_era
from citebound.dates.moments import SEASON_NAMES, Moment, Precision
from citebound.dates.said_bounds import borne_out, bounds_said, without_bounds
from citebound.dates.written_dates import is_together, second_year

_APART = " | "
"""What stands for what is taken out: nothing on one side of it goes with the other."""

_WHOLE = r"(?<![0-9A-Za-z])(?<![0-9][.,]){0}(?![0-9A-Za-z]|[.,][0-9])"
"""A number on its own: not in 12015, G20, 20,015 or 2015.5."""

_WRITTEN_DATE = re.compile(
    r"(?<![0-9A-Za-z.-])(?:(?P<y>[0-9]{4})-(?P<m>[0-9]{2})(?:-(?P<d>[0-9]{2}))?"
    r"|(?P<dd>[0-9]{1,2})\.(?P<dm>[0-9]{1,2})\.(?P<dy>[0-9]{4}))(?![0-9A-Za-z]|[.-][0-9])"
)
"""2023-09-15, 2023-09 and 15.09.2023: the only places where a month is a number."""


_YEAR = re.compile(r"(?=([0-9]{4}))")

_SHORT_SPAN = re.compile(
    r"(?<![0-9A-Za-z.,/–-])(?P<century>[0-9]{2})(?P<first>[0-9]{2})(?P<dash>[-–])(?P<last>[0-9]{2})"
    r"(?![0-9A-Za-z]|[–/-]|[.,][0-9])"
)
"""“1914-18”; “2010-12” may be a month."""


def _written_out(found: re.Match[str]) -> str:
    """A span of years with its second year whole, if it cannot be a year and its month."""
    first, last = int(found["century"] + found["first"]), int(found["last"])
    turned = first % 100 == 99 and last == 0  # “1999–00”
    later = last > first % 100 and (found["dash"] == "–" or last > 12)
    if not (turned or later):
        return found.group()
    return f"{first}–{second_year(first, last)}"


def digits_in(value: Edtf, words: str) -> bool:
    """Whether every year, month and day of ``value`` is in the evidence's words, those of one date
    together (:mod:`~citebound.dates.written_dates`).

    A year and a day are whole numbers ("15", "15th"); a month is its name or
    abbreviation in English, its name in Russian or Burmese, or a number within
    2023-09-15 or 15.09.2023; a season is its English name. ``202X`` needs
    "2020s" or a year of that decade. Digits of any script count as digits. A date
    that the words give only as a bound ("no earlier than March 2025") supports none but a value
    that it bounds in the same way (:mod:`~citebound.dates.said_bounds`). Weeks, quarters
    and halves are never found; give the phrase. To a span, “1914-18” is “1914–1918”.
    """
    plain = _in_digits(words)
    if value.kind is not Kind.DATE:
        plain = _SHORT_SPAN.sub(_written_out, plain)
    return years_in(value, plain) and all(
        stands
        for stretch in value.stretches
        for moment, is_start in ((stretch.start, True), (stretch.end, False))
        if moment is not None
        for stands in _standing(
            moment,
            without_bounds(plain, _APART, borne_out(value.kind, stretch, is_start=is_start)),
        )
    )


def years_in(value: Edtf, words: str) -> bool:
    """Whether the years of a value may be in some words: a quick look, before they are taken
    apart.
    """
    plain = _in_digits(words)
    return all("X" in moment.year or moment.year in plain for moment in value.moments)


def having(value: Edtf, pieces: tuple[str, ...]) -> frozenset[int]:
    """Which of some pieces of a text have all of a plain date. Those with its year are looked up,
    since a text may have many dates and be asked for each.
    """
    year = value.moments[0].year
    likely = range(len(pieces)) if "X" in year else _by_year(pieces).get(year, ())
    return frozenset(at for at in likely if digits_in(value, pieces[at]))


@lru_cache(maxsize=64)
def _by_year(pieces: tuple[str, ...]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for at, piece in enumerate(pieces):
        for year in dict.fromkeys(_YEAR.findall(_in_digits(piece))):
            found.setdefault(year, []).append(at)
    return found


@lru_cache(maxsize=1024)
def _in_digits(words: str) -> str:
    """Words in one line, with all digits as those of ASCII, and no date before our era."""
    plain = "".join(
        str(unicodedata.decimal(one)) if one.isdecimal() else one for one in " ".join(words.split())
    )
    return of_our_era(plain, _APART)


def as_bound(value: Edtf, words: str) -> tuple[str, str] | None:
    """How a plain date is written that words give only as a bound, and the words that do:
    ``[2025-03..]`` for “no earlier than March 2025”.
    """
    if value.kind is not Kind.DATE:
        return None
    plain = " ".join(words.split())
    for text in (f"[{value.text}..]", f"[..{value.text}]"):
        if digits_in(parse(text), words):
            is_end = text.endswith("..]")
            said = (
                plain[bound.begin : bound.end]
                for bound in bounds_said(plain)
                if value.moments[0].year in plain[bound.begin : bound.end]
                and (bound.bounding.is_least == is_end or bound.also is not None)
            )
            return text, next(said, plain)
    return None


def _standing(moment: Moment, words: str) -> Iterator[bool]:
    """For each component that a date gives, whether it is in ``words``."""
    written, rest = _in_numbers(words)
    if moment.precision is Precision.DAY and any(
        (year, month, day) == (moment.year, moment.first.month, moment.first.day)
        for year, month, day in written
    ):
        yield True
        return
    known = [one for one in written if re.fullmatch(moment.year.replace("X", "[0-9]"), one[0])]
    year = moment.year.replace("X", "[0-9]") + ("s?" if "X" in moment.year else "")
    if moment.season:
        name = SEASON_NAMES.get(moment.season)  # a quarter or a half has none
        named = [name, *(["fall"] if name == "autumn" else [])] if name else []
        yield is_together(rest, year, seasons=named)
    elif moment.precision is Precision.DAY:
        yield is_together(rest, year, month=moment.first.month, day=moment.first.day)
    elif moment.precision >= Precision.MONTH:
        said = any(one[1] == moment.first.month for one in known)
        yield said or is_together(rest, year, month=moment.first.month)
    else:
        yield bool(known) or _stands(_WHOLE.format(f"(?:{year})"), rest)


@lru_cache(maxsize=64)
def _in_numbers(words: str) -> tuple[tuple[tuple[str, int, int], ...], str]:
    """The years, months and days of the dates that are written in numbers, and the other words."""
    written = tuple(
        (d["y"] or d["dy"], int(d["m"] or d["dm"]), int(d["d"] or d["dd"] or 0))
        for d in _WRITTEN_DATE.finditer(words)
    )
    return written, _WRITTEN_DATE.sub(_APART, words)


def _stands(pattern: str, words: str) -> bool:
    return re.search(pattern, words) is not None


_MEANING = {
    Kind.DATE: "a date",
    Kind.INTERVAL: "a span that lasts from its beginning to its end",
    Kind.ONE_OF: "one of several dates",
    Kind.ALL_OF: "each of several dates",
}


def disagreement(given: Edtf, resolved: Edtf) -> str | None:
    """Whether an editor's value says no more than the source's phrase.

    ``None`` if ``given`` equals ``resolved`` or is wider (a coarser date, a
    longer set or span that holds it); else one sentence: that they differ, or
    that ``given`` is more precise or more certain than the phrase.
    """
    claims_more = (
        given.kind is not resolved.kind
        and Kind.DATE is not given.kind
        and not (given.kind is Kind.ONE_OF and resolved.kind is Kind.DATE)
    )
    if claims_more:
        return (
            f"{given.text} is {_MEANING[given.kind]}, but the phrase gives"
            f" {resolved.text}, {_MEANING[resolved.kind]}."
        )
    if not all(any(_holds(wide, part) for wide in given.stretches) for part in resolved.stretches):
        if all(any(_holds(wide, part) for wide in resolved.stretches) for part in given.stretches):
            return f"{given.text} is more precise than the phrase, which gives {resolved.text}."
        return f"{given.text} does not agree with the phrase, which gives {resolved.text}."
    if given.kind is Kind.INTERVAL and precision(given) > precision(resolved):
        return f"{given.text} is more precise than the phrase, which gives {resolved.text}."
    same = given.lower == resolved.lower and given.upper == resolved.upper
    drops = (resolved.approximate and not given.approximate) or (
        resolved.uncertain and not given.uncertain
    )
    if same and drops:
        return f"{given.text} is more certain than the phrase, which gives {resolved.text}."
    return None


def _holds(wide: Stretch, narrow: Stretch) -> bool:
    """Whether no day of ``narrow`` lies outside ``wide``; an open end has no horizon here."""
    wide_end = date.max if wide.end is None else wide.end.last
    narrow_end = date.max if narrow.end is None else narrow.end.last
    return wide.lower <= narrow.lower and narrow_end <= wide_end
