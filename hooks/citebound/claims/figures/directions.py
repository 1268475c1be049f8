"""Which way a figure points: up *by* so much, *to* or *from* it; so long *before* or *after*; and
*early* or *late* in a year.

The value is the same in “rose by 5” and “rose to 5”, so that the value alone proves neither.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import regex

from citebound.claims.figures.endings import TIME_UNITS
from citebound.claims.figures.values import Figure, Kind
from citebound.text.patterns import Pattern

_WINDOW = 100
"""So many characters before and after a figure are looked at."""

_STEM = 5


class Direction(StrEnum):
    """The ways; the value is what findings call one."""

    BY = "what something changes by"
    TO = "what something changes to"
    FROM = "what something changes from"
    BEFORE = "how long before"
    AFTER = "how long after"
    EARLY = "named for its beginning"
    MIDDLE = "named for its middle"
    LATE = "named for its end"


@dataclass(frozen=True, slots=True)
class Pointed:
    """A direction, and the stem of what a stretch of time is before or after, if that is named."""

    direction: Direction
    of: str = ""


def _pattern(words: str) -> Pattern:
    return Pattern(words, regex.IGNORECASE | regex.VERBOSE)


_D = Direction
_FILLED = (
    r"(?:(?:about|around|nearly|almost|roughly|some|just|only|over|under|more\ than|less\ than|up|"
    r"at\ least|an?|the|another|record|около|почти|примерно|более|менее|чем)\s+)*+[$€£¥]?\Z"
)
"""What may stand between such a word and its figure."""

_TO = (
    r"(?:(?<!\p{Nd}\ )|(?<=\bfrom\b.{1,40}))"
    r"(?<!\b(?:c[ao]me|comes|coming|amount(?:s|ed|ing)?|add(?:s|ed|ing)?\ up|equal)\ )to"
)
"""In “5 to 20 percent” *to* makes a range, in “from 5 to 20” it may be a change. What growth comes
to, it has not changed to.
"""

_CHANGE = {
    "en": r"r[io]se|risen|rising|f[ae]ll(?:en|ing)?|gr[eo]w(?:n|th|ing)?|increas|decreas|declin|"
    r"drop|climb|jump|slip|soar|surg|plung|shr[aiu]nk|expand|reduc|lower|rais|cut|up|down|"
    r"widen|narrow|doubl|delay|postpon|moved|extend|brought|put\ off|chang",
    "ru": r"вырос|рос|рас[тш]|упа|пад|сни[жз]|увелич|сокра[тщ]|повы[сш]|пони[зж]|подн|подорож|"
    r"подешев|перен|отлож|продл|измен",
}
_CHANGES = {tag: _pattern(rf"\b(?:{words})") for tag, words in _CHANGE.items()}
_CHANGES["my"] = _pattern(r"တိုး|မြင့်|ကျဆင်း|လျော့|ပြောင်း")  # without spaces between words
_SENTENCE = Pattern(r"[.!?…။;\0\1](?!\p{Nd})")

_RIGHT_BEFORE: Mapping[str, tuple[tuple[Direction, Pattern], ...]] = {
    "en": (
        (_D.BY, _pattern(rf"\bby\s+{_FILLED}")),
        (_D.TO, _pattern(rf"\b(?:{_TO}|reach(?:ed|es|ing)?|hit|st(?:ood|ands)\ at)\s+{_FILLED}")),
        (_D.FROM, _pattern(rf"\bfrom\s+{_FILLED}")),
        (_D.BY, _pattern(
            r"\b(?:rise|fall|increase|decrease|decline|drop|jump|reduction)\s+of\s+"
            rf"{_FILLED}"
        )),
        (_D.BY, _pattern(
            r"\b(?:rose|risen|rising|fell|fallen|falling|grew|grown|growing|increased|declined|"
            r"dropped|climbed|jumped|slipped|soared|surged|plunged|shrank|shrunk|expanded|up|down)"
            rf"\s+{_FILLED}"
        )),
    ),
    "ru": (
        (_D.BY, _pattern(rf"\bна\s+{_FILLED}")),
        (_D.TO, _pattern(rf"\b(?:до|достиг\w*)\s+{_FILLED}")),
        (_D.FROM, _pattern(rf"\bсо?\s+{_FILLED}")),
    ),
    "my": (),
}  # fmt: skip
_RIGHT_AFTER: Mapping[str, tuple[tuple[Direction, Pattern], ...]] = {
    "en": (
        (_D.BY, _pattern(
            r"\A\s*(?:rise|fall|increase|decrease|decline|drop|jump|reduction|higher|lower)\b"
        )),
    ),
    "ru": ((_D.BY, _pattern(r"\A\s*(?:рост|падение|снижение|увеличение)\b")),),
    "my": ((_D.FROM, _pattern(r"\A\s*မှ(?!ာ)")), (_D.TO, _pattern(r"\A\s*(?:အထိ|သို့)"))),
}  # fmt: skip
_TIMES = {
    "en": (
        (_D.BEFORE, _pattern(r"\A\s*(?:before|earlier|ago|prior\ to|ahead\ of|beforehand)\b")),
        (_D.AFTER, _pattern(r"\A\s*(?:after|later|following|afterwards?)\b")),
    ),
    "ru": (
        (_D.BEFORE, _pattern(r"\A\s*(?:до|назад|раньше|ранее)\b")),
        (_D.AFTER, _pattern(r"\A\s*(?:после|позже|позднее|спустя)\b")),
    ),
    "my": (),
}
_PARTS = {
    "en": (
        (_D.EARLY, _pattern(r"\b(?:early|the\ (?:start|beginning)\ of)(?:\ in)?\s+\Z")),
        (_D.MIDDLE, _pattern(r"\b(?:mid|the\ middle\ of)(?:\s+|-|‑)\Z")),
        (_D.LATE, _pattern(r"\b(?:late|the\ (?:end|close)\ of)(?:\ in)?\s+\Z")),
    ),
    "ru": (
        (_D.EARLY, _pattern(r"\b(?:в|с|к)\ начал[еау]\s+\Z")),
        (_D.MIDDLE, _pattern(r"\b(?:в|с|к)\ середин[еыу]\s+\Z")),
        (_D.LATE, _pattern(r"\b(?:в|с|к)\ конц[еау]\s+\Z")),
    ),
    "my": (),
}
_WORD = Pattern(r"\p{L}{4,}")
_MONTHS = {
    _D.EARLY: range(1, 6),
    _D.MIDDLE: range(4, 10),
    _D.LATE: range(8, 13),
}
"""The months that may be called the beginning, the middle and the end of a year."""

_DAYS = {
    _D.EARLY: range(1, 13),
    _D.MIDDLE: range(9, 23),
    _D.LATE: range(19, 32),
}
"""The days that may be called the beginning, the middle and the end of a month."""


_YEARS = {_D.EARLY: range(5), _D.MIDDLE: range(3, 8), _D.LATE: range(5, 10)}
"""The years that may be called the beginning, the middle and the end of a decade."""

PARTS = frozenset(_MONTHS)
"""The directions that are a part of a year or a month."""

_NAMED_PART = _pattern(
    r"\b(?:start|beginning|middle|end|close)\ of\ (?:the|this|that|next|last)\ (?:month|year)\b"
    r"|\b(?:начал|середин|кон[цечк])\w*\ (?:\p{L}+\ )?(?:месяца|года)\b"
)


def names_part(text: str) -> bool:
    """Whether a text names a part of a month or a year without a date: “the end of the month”."""
    return _NAMED_PART.search(text) is not None


def direction_of(text: str, figure: Figure, language: str) -> Pointed | None:
    """Which way a figure of a text points; ``None`` where that is not said, or in a language that
    has no table.
    """
    if language not in _CHANGES or (figure.quiet and figure.values[0].unit not in TIME_UNITS):
        return None
    before = text[max(0, figure.span.start - _WINDOW) : figure.span.start]
    after = text[figure.span.end : figure.span.end + _WINDOW]
    before = _SENTENCE.split(before)[-1]
    after = _SENTENCE.split(after, maxsplit=1)[0]
    found = _of_time(before, after, figure, language)
    if found is None and figure.values[0].kind in (Kind.NUMBER, Kind.DATE):
        found = _of_change(before, after, language)
    return found


def _of_time(before: str, after: str, figure: Figure, language: str) -> Pointed | None:
    value = figure.values[0]
    if value.kind in (Kind.DATE, Kind.DECADE):
        parts = _PARTS[language]
        return next((Pointed(way) for way, one in parts if one.search(before)), None)
    if value.unit in TIME_UNITS:
        for way, one in _TIMES[language]:
            found = one.search(after)
            if found:
                named = _WORD.search(after, found.end())
                return Pointed(way, named.group()[:_STEM].lower() if named else "")
    return None


def _of_change(before: str, after: str, language: str) -> Pointed | None:
    changes = _CHANGES[language]
    if changes.search(before) is None and changes.search(after) is None:
        return None
    ways = _RIGHT_BEFORE[language]
    way = next((way for way, one in ways if one.search(before)), None)
    ways = _RIGHT_AFTER[language]
    way = way or next((way for way, one in ways if one.search(after)), None)
    return Pointed(way) if way else None


def turned(
    ours: Figure, way: Pointed | None, theirs: Sequence[tuple[Figure, Pointed | None]]
) -> bool:
    """Whether ours points another way than each figure of the evidence that has its value. Where
    one of them does not say which way, nothing is decided, except of the part of a year or month.
    """
    if way is None or not theirs:
        return False
    if way.direction in _MONTHS:
        return not any(_is_within(ours, way.direction, *one) for one in theirs)
    return all(
        other is not None and other.direction is not way.direction and other.of == way.of
        for _, other in theirs
    )


def _is_within(ours: Figure, part: Direction, figure: Figure, way: Pointed | None) -> bool:
    """Whether a date of the evidence is in this part of our year or month."""
    if way is not None and way.direction is part:
        return True
    mine, amount = ours.values[0].amount, figure.values[0].amount
    if ours.values[0].kind is Kind.DECADE:
        year = amount[0] if isinstance(amount, tuple) else 0
        return year % 10 in _YEARS[part] if year else False
    if not isinstance(amount, tuple) or not isinstance(mine, tuple):
        return True
    _, month, day = amount
    return day in _DAYS[part] if mine[1] else month in _MONTHS[part]
