"""Dates that words give, but not as the date of what is told: another’s, a denied one, one of two.

“In 2011, not in 2012” gives no 2012, “around 2019” is about 2019, “2015 or 2019” is one of two,
and “before the vote in 2011” dates the vote. Only what stands right beside the date is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex

from citebound.dates.claims import digits_in, having
from citebound.dates.counting import MONTHS
from citebound.dates.edtf import Edtf, Kind, parse
from citebound.dates.moments import DateError, Precision
from citebound.dates.said_bounds import Written, written
from citebound.text.patterns import Pattern

_REACH = 100
_STEM = 4

_DENIED = Pattern(
    r"\b(?:(?:not|rather\s+than|instead\s+of)(?:\s+(?:in|on))?"
    r"|(?:more|less|fewer|higher|lower|larger|smaller|other)\s+than\s+(?:in|on)|не(?:\s+(?:в|во))?)"
    r"\s+(?:the\s+)?\Z",
    regex.IGNORECASE,
)
_ABOUT = Pattern(
    r"(?<!\b(?:tal(?:k|ks|ked|king)|sp(?:eaks?|oke)|wr(?:ote|ites?)|know|knew|asked|books?|films?"
    r"|reports?|story|questions?|learn(?:ed|t))\s)"
    r"\b(?:about|around|approximately|roughly|circa|ca?\.|около|примерно|приблизительно)"
    r"\s*(?:(?:the\s+)?year\s+|в\s+)?\Z",
    regex.IGNORECASE,
)
_BORN = Pattern(r"\b(?P<what>born|родил\p{L}+)(?:\s+(?:in|on|в))?\s+\Z", regex.IGNORECASE)
_LAW = Pattern(
    r"\b(?P<what>laws?|acts?|treaty|treaties|decree|constitution|convention|accords?|agreement"
    r"|charter|statute|pact|code|edition|закон\p{L}*|договор\p{L}*|конституци\p{L}*|указ\p{L}*)"
    r"\s+(?:of|от)\s+\Z",
    regex.IGNORECASE,
)
_BESIDE_ANOTHER = Pattern(
    r"\b(?:after|before|following|ahead\s+of|prior\s+to)\s+(?:the|an?|its|his|her|their|that)\s+"
    r"(?P<what>(?:[\p{L}’'-]+\s+){0,4}?)(?:(?:in|of|on)\s+)?(?:the\s+)?\Z",
    regex.IGNORECASE,
)
_NOUN = Pattern(
    r"\s+(?P<what>(?!(?:and|or|but|he|she|it|they|we|in|on|to|by|at|of|for|was|were|had|with)\b)"
    r"[\p{L}-]{3,})"
)
_OF_TIME = Pattern(
    r"\b(?:end|beginning|start|middle|turn|half|quarter|weeks?|nights?|mornings?|evenings?|days?"
    r"|months?|years?|decades?|date|deadline)\b",
    regex.IGNORECASE,
)
_PLAN = Pattern(
    r"\s+(?:plans?|strategy|vision|program(?:me)?|agenda|roadmap|goals?|targets?|initiative)\b",
    regex.IGNORECASE,
)
_CAPITAL = Pattern(r"\p{Lu}[\p{L}’'-]+\s+\Z")
_NAMED = Pattern(r"\b(?:Agenda|Vision|Strategy|Horizon|Plan)\s+\Z")
_YEAR = Pattern(r"[0-9]{4}")
_LETTER, _DAY = Pattern(r"\p{L}"), Pattern(r"(?<![0-9])[0-9]{1,2}(?![0-9])")


@dataclass(frozen=True, slots=True)
class Otherwise:
    """How words give a date otherwise than it is claimed: what they say, how it is written or
    "", and whether that is only likely.
    """

    what: str
    said: str
    write: str
    likely: bool = False


def told_otherwise(value: Edtf, words: str, title: str) -> Otherwise | None:
    """How words give a plain date otherwise, wherever they give it; ``title`` says of what."""
    if value.kind is not Kind.DATE or not digits_in(value, words):
        return None
    about = f"{value.text}~"
    for find, what, write, likely in (
        (_is_denied, "says that it was not then", "", False),
        (_is_about(value), "says only that it was about then", about, False),
        (_is_of_another(title), "gives that as the date of something else", "", True),
    ):
        found = _only_so(value, words, find)
        if found:
            return Otherwise(what, found, write, likely)
    return _one_of_two(value, words)


_Finds = Callable[[str, Written], int | None]


def _only_so(value: Edtf, words: str, find: _Finds) -> str:
    """The words of a date that are so told, if without such dates the value is not said."""
    dates = _dated(words)
    told = having(value, _words_of_dates(words))
    begins = ((find(words, dates[at]), dates[at]) for at in sorted(told))
    said = next((words[at : date.end] for at, date in begins if at is not None), "")
    if not said:
        return ""
    kept, at = "", 0
    for date in dates:
        if find(words, date) is not None:
            kept += words[at : date.start] + " | "
            at = date.end
    return said if not digits_in(value, kept + words[at:]) else ""


@lru_cache(maxsize=64)
def _dated(words: str) -> tuple[Written, ...]:
    return tuple(date for date in written(words) if date.has_year)


@lru_cache(maxsize=64)
def _words_of_dates(words: str) -> tuple[str, ...]:
    return tuple(words[date.start : date.end] for date in _dated(words))


def _before(words: str, date: Written) -> tuple[str, int]:
    first = max(0, date.start - _REACH)
    return words[first : date.start], first


def _begin(pattern: Pattern, words: str, date: Written) -> int | None:
    before, first = _before(words, date)
    found = pattern.search(before)
    return first + found.start() if found else None


def _is_denied(words: str, date: Written) -> int | None:
    return _begin(_DENIED, words, date)


def _is_about(value: Edtf) -> _Finds:
    """Of dates that are no finer than a value that is not said to be about then."""

    def find(words: str, date: Written) -> int | None:
        fine = _precision(words[date.start : date.end]) > value.moments[0].precision
        return None if value.approximate or fine else _begin(_ABOUT, words, date)

    return find


def _precision(said: str) -> Precision:
    if _DAY.search(said):
        return Precision.DAY
    return Precision.MONTH if _LETTER.search(said) else Precision.YEAR


def _is_of_another(title: str) -> _Finds:
    """Of dates that stand beside something of which the title has no word."""
    told = title.casefold()

    def find(words: str, date: Written) -> int | None:
        before, first = _before(words, date)
        is_year = _YEAR.fullmatch(words, date.start, date.end)
        if is_year and (
            _NAMED.search(before) or (_CAPITAL.search(before) and _PLAN.match(words, date.end))
        ):
            return first + len(before.rstrip()) - len(before.split()[-1])
        for pattern in (_BORN, _LAW, _BESIDE_ANOTHER):
            found = pattern.search(before)
            if found is None:
                continue
            what = found["what"].strip()
            if not what and is_year:
                noun = _NOUN.match(words, date.end)
                what = noun["what"] if noun else ""
            if what and not _OF_TIME.search(what) and not any(_stems(what, told)):
                return first + found.start()
        return None

    return find


def _stems(what: str, told: str) -> Iterator[bool]:
    """Whether a title has each word of a few, by its first letters."""
    for word in what.casefold().split():
        if len(word) >= _STEM - 1:
            stem = word[:_STEM]
            yield stem in told or (stem == "born" and "birth" in told)


# --- one of two dates -------------------------------------------------------------------------

_MONTHS = "|".join(MONTHS)
_PART = (
    rf"(?:(?P<d{{0}}>[0-9]{{{{1,2}}}})(?:st|nd|rd|th)?\s?)?(?:(?P<m{{0}}>{_MONTHS})\b,?\s?)?"
    r"(?P<y{0}>[12][0-9]{{3}})?(?<=[\p{{L}}0-9]\s?)"
)
_EITHER = Pattern(
    rf"(?<![\p{{L}}0-9.,-])(?:(?P<between>between|между)\s+)?{_PART.format('a')}\s?"
    rf"\b(?P<joins>or|and|или|и)\s+(?:in\s+|on\s+|в\s+)?{_PART.format('b')}(?![\p{{L}}0-9]|-[0-9])",
)


def _one_of_two(value: Edtf, words: str) -> Otherwise | None:
    """Two dates of which a value is only one, if no other words give it."""
    one, kept, at = None, "", 0
    for found, ends in _either(words):
        within = [value.lower <= end.lower and end.upper <= value.upper for end in ends]
        if within[0] == within[1]:
            continue
        kept, at = kept + words[at : found.start()] + " | ", found.end()
        if one is None:
            joined = ".." if found["between"] else ","
            what = "says only between which two dates" if found["between"] else "gives two dates"
            said = " ".join(found.group().split())
            one = Otherwise(what, said, f"[{ends[0].text}{joined}{ends[1].text}]")
    return None if one is None or digits_in(value, kept + words[at:]) else one


@lru_cache(maxsize=64)
def _either(words: str) -> tuple[tuple[regex.Match[str], tuple[Edtf, Edtf]], ...]:
    """Where some words give two dates, and which."""
    return tuple(
        (found, ends) for found in _EITHER.finditer(words) if (ends := _ends(found)) is not None
    )


def _ends(found: regex.Match[str]) -> tuple[Edtf, Edtf] | None:
    """The two dates of “2015 or 2019” or “between 5 and 7 May 2019”."""
    if not (found["yb"] and (found["ya"] or found["ma"] or found["da"])):
        return None
    if (found["between"] is not None) != (found["joins"] in ("and", "и")):
        return None
    month = found["ma"] or (found["mb"] if found["da"] else None)
    first = _edtf(found["ya"] or found["yb"], month, found["da"])
    last = _edtf(found["yb"], found["mb"], found["db"])
    return None if first is None or last is None else (first, last)


def _edtf(year: str, month: str | None, day: str | None) -> Edtf | None:
    text = year
    if month:
        text += f"-{MONTHS.index(month) + 1:02}"
        text += f"-{int(day):02}" if day else ""
    elif day:
        return None
    try:
        return parse(text)
    except DateError:
        return None


# --- the verb of a title beside another date ----------------------------------------------------

_CLAUSE = Pattern(
    r"\s+(?:and|but|before|after|then)\s+(?!(?:(?:in|on|the)\s+)*\p{N})|[;.!?\0|](?=\s|\Z)"
    r"|,\s+(?=\p{Ll})"
)
_VERB = Pattern(r"(?<!\p{L})(\p{Ll}{2,})ed(?!\p{L})")
_TITLE_WORD = Pattern(r"(?<!\p{L})\p{Ll}{4,}")


def of_another_clause(value: Edtf, words: str, title: str) -> str:
    """The verb and the date of the one clause that tells what a title does, where another clause
    gives the date: “closed on 5 May 2023 and reopened on 7 June 2023” closes on 5 May.
    """
    if value.kind is not Kind.DATE:
        return ""
    stems = {word[:_STEM] for word in _TITLE_WORD.findall(title)}
    clauses = _dated_clauses(words)
    told = having(value, clauses)
    ours = [clauses[at] for at in sorted(told)]
    if not ours or any(stem in clause for clause in ours for stem in stems):
        return ""
    if not all(_VERB.search(clause) for clause in ours):  # “the 2015 and 2020 elections”
        return ""
    telling = [
        " ".join(clause.split())
        for at, clause in enumerate(clauses)
        if at not in told
        if any(verb[1][:_STEM] in stems for verb in _VERB.finditer(clause) if len(verb[1]) >= _STEM)
    ]
    return telling[0] if len(telling) == 1 else ""


@lru_cache(maxsize=64)
def _dated_clauses(words: str) -> tuple[str, ...]:
    """The clauses of some words that give a date with its year."""
    return tuple(c for c in _CLAUSE.split(words) if any(d.has_year for d in written(c)))
