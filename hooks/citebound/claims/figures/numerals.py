"""Figures in digits, of any script: groups, decimals, dates, times, telephone numbers.

Digits in a name (G7, MH-17) are no figure. What cannot be read with certainty is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

import regex

from citebound.claims.figures.atoms import Atom, number
from citebound.claims.figures.tables import listed
from citebound.claims.figures.tokens import Token, ascii_digits
from citebound.claims.figures.values import MOST_DIGITS, Kind, Value, amount_of
from citebound.dates.written_dates import second_year
from citebound.text.patterns import Pattern

_D = r"\p{Nd}"
_FORMS = Pattern(
    rf"""(?:
      (?P<iso>{_D}{{4}}-{_D}{{2}}(?:-{_D}{{2}})?+(?![-.]?{_D}))
    | (?P<dotted>{_D}{{1,2}}(?P<dot>[./]){_D}{{1,2}}(?P=dot){_D}{{4}}(?![./]?{_D}))
    | (?P<time>{_D}{{1,2}}:{_D}{{2}}(?::{_D}{{2}})?+(?![:.,]?{_D}))
    | (?P<section>{_D}++(?:\.{_D}++){{2,}}+(?<!(?:\.{_D}{{3}}){{2}})(?![.,]{_D}))
    | (?P<grouped>
        (?:{_D}{{1,3}}(?:(?P<sep>[,.'’٬\u00a0\u202f\u2009 ]){_D}{{3}}(?:(?P=sep){_D}{{3}})*+)
          |{_D}{{1,2}}(?:,{_D}{{2}})+,{_D}{{3}})
        (?!{_D})(?P<rest>[.,٫]{_D}++)?+(?![,.]?{_D}))
    | (?P<broken>{_D}{{1,3}}(?:,\ {_D}{{3}})++(?![,.]?{_D}))
    | (?P<split>{_D}++\.\ {_D}++(?=\s?%
        |\ (?:thousand|million|billion|trillion|per\ ?cent|тыс|млн|млрд)))
    | (?P<share>{_D}{{1,4}}[/⁄]{_D}{{1,4}}(?![/⁄]?{_D}))
    | (?P<decimal>{_D}++[.,٫]{_D}++(?![.,]{_D}))
    | (?P<whole>{_D}++(?![.,]{_D}))
    )""",
    regex.VERBOSE,
)
_PHONE = Pattern(rf"\+{_D}(?:[ ()-]{{0,2}}{_D}){{6,14}}(?!{_D})")
_EXPONENT = Pattern(r"[eE]\+?(\d{1,2})(?![\p{L}\p{N}])")
_VULGAR = Pattern(r" ?([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])")
_SHARES = dict(
    zip(
        "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞",
        map(Fraction, listed("1/2 1/3 2/3 1/4 3/4 1/5 2/5 3/5 4/5 1/6 5/6 1/8 3/8 5/8 7/8")),
        strict=True,
    )
)
EARLIEST, LATEST = 1000, 2999
"""Four digits between these, without a separator, are a year."""

EARLY, LATE = 1500, 2100
"""Between these they are nothing else: 2025 is never 2,025."""


def numeral(tokens: list[Token], at: int, text: str, language: str) -> Atom | None:
    """The figure whose digits begin at a token; ``None`` where it is left alone. What has been
    read, the ``after`` of the atom says, also of one that has no value.
    """
    start = tokens[at].start
    if start and text[start - 1] == "+" and (phone := _PHONE.match(text, start - 1)):
        digits = "".join(c for c in ascii_digits(phone.group()) if c.isdecimal())
        return Atom([Value(Kind.CODE, digits)], at, _after(tokens, at, phone.end()))
    found = _FORMS.match(text, start)
    if found is None:
        return _left_alone(tokens, at)
    form = next(name for name in _READERS if found[name])
    atom = _READERS[form](ascii_digits(found.group()), found, language)
    end = found.end()
    broken = form == "whole" and len(found.group()) < MOST_DIGITS and _is_broken(text, start)
    if broken:
        atom.values = [number(Fraction(f"0.{ascii_digits(found.group())}"))]
        atom.day = atom.year = 0
    if form in ("whole", "decimal") and atom.values:
        end = _raised(atom, text, end)
        end = _with_vulgar(atom, text, end)
    atom.first, atom.after = at - broken, _after(tokens, at, end)
    return atom


def apart(atom: Atom) -> Iterator[Atom]:
    """An atom; of “2023/24” the two years, each of which is a figure."""
    years = [value for value in atom.values if value.kind is Kind.DATE]
    if len(years) == len(atom.values) == _YEARS and atom.after == atom.first + 1 + _YEARS:
        yield replace(atom, values=years[:1], after=atom.first + 1)
        yield replace(atom, values=years[1:], first=atom.after - 1)
        return
    yield atom


_YEARS = 2


def vulgar(token: Token, at: int) -> Atom | None:
    """The figure that ½ is."""
    share = _SHARES.get(token.text)
    return None if share is None else Atom([number(share)], at, at + 1)


def _after(tokens: list[Token], at: int, end: int) -> int:
    while at < len(tokens) and tokens[at].start < end:
        at += 1
    return at


def _left_alone(tokens: list[Token], at: int) -> Atom:
    """Digits joined by points and commas in a way that has no one meaning."""
    after = at + 1
    while (
        after + 1 < len(tokens)
        and tokens[after].text in (".", ",", "/", ":")
        and tokens[after + 1].sort == "d"
        and tokens[after - 1].end == tokens[after].start
        and tokens[after].end == tokens[after + 1].start
    ):
        after += 2
    return Atom([], at, after)


def _is_broken(text: str, start: int) -> bool:
    """Whether digits follow a point before which there are none: “.5 percent”."""
    return text[start - 1 : start] == "." and (start == 1 or text[start - 2] in " \n(“$€£-−")


def _raised(atom: Atom, text: str, end: int) -> int:
    """Multiply by the power of ten in 1e9."""
    power = _EXPONENT.match(text, end)
    if power is None:
        return end
    atom.scaled(10 ** int(power[1]))
    atom.day = atom.year = 0
    return power.end()


def _with_vulgar(atom: Atom, text: str, end: int) -> int:
    """Add the half in 2½."""
    share = _VULGAR.match(text, end)
    amount = atom.values[0].amount
    if share is None or not isinstance(amount, Fraction) or atom.values[0].kind is not Kind.NUMBER:
        return end
    atom.values = [number(amount + _SHARES[share[1]])]
    atom.day = atom.year = 0
    return share.end()


# --- the forms ------------------------------------------------------------------------------

Found = regex.Match[str]


def _iso(digits: str, _: Found, __: str) -> Atom:
    year, month, *day = map(int, digits.split("-"))
    if not 1 <= month <= 12 or (day and day[0] > 31):
        if not day and second_year(year, month) == year + 1:  # 2023-24
            return Atom([_year(year), _year(year + 1)], 0, 0)
        return Atom([], 0, 0)
    return _dated((year, month, *(day or [0])))


def _dotted(digits: str, found: Found, _: str) -> Atom:
    first, second, year = map(int, digits.split(found["dot"]))
    dates = [(year, second, first)] if second <= 12 and first <= 31 else []
    if found["dot"] == "/" and first <= 12 and second <= 31:
        dates.append((year, first, second))
    values = [Value(Kind.DATE, date) for date in dates]
    return Atom(values, 0, 0, date=dates[0] if dates else None)


def _dated(date: tuple[int, ...]) -> Atom:
    whole = (date[0], date[1], date[2])
    return Atom([Value(Kind.DATE, whole)], 0, 0, date=whole)


def _time(digits: str, _: Found, __: str) -> Atom:
    hour, minute, *rest = map(int, digits.split(":"))
    if hour > 24 or minute > 59:
        return Atom([], 0, 0)
    values = [Value(Kind.TIME, Fraction(60 * hour + minute))]
    if 0 < hour <= 12:
        values.append(Value(Kind.TIME, Fraction(60 * (hour + 12) + minute)))
    if rest and rest[0] <= 59:
        values.append(number(3600 * hour + 60 * minute + rest[0], "second"))
    return Atom(values, 0, 0)


def _section(digits: str, _: Found, __: str) -> Atom:
    return Atom([Value(Kind.CODE, digits)], 0, 0)


def _grouped(digits: str, found: Found, language: str) -> Atom:
    sep = found["sep"]
    rest = found["rest"] or ""
    whole = digits[: len(digits) - len(rest)]
    if rest and sep == rest[0]:
        return Atom([], 0, 0)
    joined = "".join(c for c in whole if c.isdecimal())
    values = [number(amount_of(joined + (f".{ascii_digits(rest)[1:]}" if rest else "")))]
    pieces = whole.split(sep) if sep else []
    point = "." if language not in _COMMA_LANGUAGES else ","
    if len(pieces) == 2 and sep == point and not rest:
        decimal = number(amount_of(".".join(pieces)))
        values = [decimal, *values] if pieces[0] == "0" else [*values, decimal]
    return Atom(values, 0, 0)


_COMMA_LANGUAGES = frozenset(listed("ru uk be de fr es it pt pl nl tr id vi"))
"""Languages with a comma before decimals."""


def _broken(digits: str, _: Found, __: str) -> Atom:
    pieces = digits.split(", ")
    values = [number(amount_of("".join(pieces)))]
    if not pieces[-1].startswith("0"):
        # What stands in a row may be a list as well.
        values += [number(amount_of(piece)) for piece in pieces]
    return Atom(values, 0, 0)


def _split(digits: str, _: Found, __: str) -> Atom:
    return Atom([number(amount_of(digits.replace(" ", "")))], 0, 0)


def _share(digits: str, _: Found, __: str) -> Atom:
    above, below = digits.replace("⁄", "/").split("/")
    if len(above) == 4 and len(below) in (2, 4):
        first, last = int(above), int(below)
        whole = last if len(below) == 4 else second_year(first, last)
        return Atom([_year(first), _year(whole)], 0, 0)
    if int(below) < 2 or len(above) > 3 or len(below) > 3:
        return Atom([], 0, 0)
    return Atom([number(Fraction(int(above), int(below))), Value(Kind.CODE, digits)], 0, 0)


def _decimal(digits: str, _: Found, __: str) -> Atom:
    plain = digits.replace(",", ".").replace("٫", ".")
    if len(plain) > 5 or plain.count(".") != 1:
        return Atom([number(amount_of(plain))], 0, 0)
    hour, minute = map(int, plain.split("."))
    values = [number(amount_of(plain))]
    timed = "." in digits and len(plain.split(".")[1]) == 2
    if timed and hour <= 24 and minute <= 59:
        values.append(Value(Kind.TIME, Fraction(60 * hour + minute)))
    return Atom(values, 0, 0)


def _whole(digits: str, _: Found, __: str) -> Atom:
    plain = amount_of(digits)
    if len(digits) == 4 and EARLIEST <= int(digits) <= LATEST:
        year = int(digits)
        count = [] if EARLY <= year <= LATE else [number(year)]
        return Atom([*count, _year(year)], 0, 0, year=year)
    day = int(digits) if len(digits) <= 2 and 1 <= int(digits) <= 31 else 0
    return Atom([number(plain)], 0, 0, day=day)


def _year(year: int) -> Value:
    return Value(Kind.DATE, (year, 0, 0))


_READERS = {
    "iso": _iso,
    "dotted": _dotted,
    "time": _time,
    "section": _section,
    "grouped": _grouped,
    "broken": _broken,
    "split": _split,
    "share": _share,
    "decimal": _decimal,
    "whole": _whole,
}
