"""Units that are made of others: square kilometres, m³, degrees Celsius, Australian dollars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citebound.claims.figures.number_words import UNITS
from citebound.claims.figures.tables import forms, listed
from citebound.text.patterns import Pattern

if TYPE_CHECKING:
    from citebound.claims.figures.endings import Row

_LENGTHS = frozenset(listed("km m cm mm mile foot inch yard"))
_ADJECTIVE = "ый ая ое ые ого ой ому ую ым ыми ом ых"
_POWERS = {
    **dict.fromkeys(("square", "sq", "кв", *forms("квадратн", _ADJECTIVE)), "²"),
    **dict.fromkeys(("cubic", "cu", "куб", *forms("кубическ", "ий ого их ими ом")), "³"),
}
_RAISED = {"2": "²", "²": "²", "3": "³", "³": "³"}
_CUBIC_METRES = frozenset(forms("кубометр", "- а ов у ам ами ах ом"))
_SCALES_OF_HEAT = {
    **dict.fromkeys(("c", "celsius", "centigrade", "цельсия", "цельсию"), "°C"),
    **dict.fromkeys(("f", "fahrenheit", "фаренгейта", "фаренгейту"), "°F"),
}
_DEGREES = frozenset(("°", "º", *(word for word, unit in UNITS.items() if unit == "degree")))
_LETTERS_OF_UNITS = {"g": "gram", "г": "gram", "l": "litre", "л": "litre"}
"""Units of one small letter."""

_POWERS_OF_WORK = frozenset(("kW", "MW", "GW", "TW"))
_YEAR = 4
"""A year has so many digits."""

_DOLLARS = frozenset(word for word, unit in UNITS.items() if unit == "$" and word != "usd")
_RUSSIAN = "ий их ими ого ому ом ая ую ой"
_NATIONS = {
    "us": "US$", "u.s": "US$", "american": "US$", "australian": "A$", "canadian": "C$",
    "zealand": "NZ$", "kong": "HK$", "singapore": "S$", "taiwan": "NT$", "taiwanese": "NT$",
    **dict.fromkeys(forms("американск", _RUSSIAN), "US$"),
    **dict.fromkeys(forms("австралийск", _RUSSIAN), "A$"),
    **dict.fromkeys(forms("канадск", _RUSSIAN), "C$"),
    **dict.fromkeys(forms("гонконгск", _RUSSIAN), "HK$"),
    **dict.fromkeys(forms("сингапурск", _RUSSIAN), "S$"),
}  # fmt: skip
_LETTERS = {
    "us": "US$", "a": "A$", "au": "A$", "aus": "A$", "c": "C$", "ca": "C$", "can": "C$",
    "nz": "NZ$", "hk": "HK$", "s": "S$", "sg": "S$", "nt": "NT$", "r": "R$",
}  # fmt: skip
"""The letters before $ that say whose dollar it is; R$ is a real."""

_CODES = frozenset(listed("usd eur gbp rub jpy inr aud cad nzd hkd sgd")) & UNITS.keys()
"""The codes of currencies, which in capitals may stand before a number as well."""

_CURRENCIES = frozenset(
    listed(
        "€ £ ₽ ¥ ₹ ฿ kyat yuan yen baht peso hryvnia tenge rupiah lira rial dinar dirham franc "
        "krona zloty shekel naira"
    )
)
_NAMED = Pattern(r"[\p{L}\p{M}]+|\p{Sc}")


def compound(row: Row, at: int) -> tuple[str, int] | None:
    """The unit of several tokens that begins at one, and where it ends."""
    if row.low(at) in ("-", "‑"):
        at += 1
    return _of_space(row, at) or _of_heat(row, at) or _of_work(row, at) or _of_a_nation(row, at)


def _of_space(row: Row, at: int) -> tuple[str, int] | None:
    low = row.low(at)
    if low in _POWERS:
        step = at + 1 + (row.low(at + 1) in (".", "-"))
        length = UNITS.get(row.low(step), "")
        return (length + _POWERS[low], step + 1) if length in _LENGTHS else None
    if low in _CUBIC_METRES:
        return "m³", at + 1
    if UNITS.get(low) in _LENGTHS and row.low(at + 1) in _RAISED and row.touches(at + 1):
        return UNITS[low] + _RAISED[row.low(at + 1)], at + 2
    is_nautical = low == "nautical" and UNITS.get(row.low(at + 1)) == "mile"
    return ("nautical mile", at + 2) if is_nautical else None


def _of_heat(row: Row, at: int) -> tuple[str, int] | None:
    low = row.low(at)
    if low in ("℃", "℉"):
        return "°C" if low == "℃" else "°F", at + 1
    if low not in _DEGREES:
        return None
    step = at + 1 + (row.low(at + 1) == "по")
    heat = _SCALES_OF_HEAT.get(row.low(step), "")
    if row.low(step) == "с" and low not in UNITS:
        heat = "°C"  # a Cyrillic letter, which after a word is “with”
    return (heat, step + 1) if heat else ("degree", at + 1)


def _of_work(row: Row, at: int) -> tuple[str, int] | None:
    """Of weight, volume or work: 5 g, 5 kilowatt-hours, 5 metric tons."""
    low = row.low(at)
    if row.text_at(at) in _LETTERS_OF_UNITS and not _is_year(row, at):
        return _LETTERS_OF_UNITS[low], at + 1
    step = at + 1 + (row.low(at + 1) == "-")
    if UNITS.get(low) in _POWERS_OF_WORK and UNITS.get(row.low(step)) == "hour":
        return UNITS[low] + "h", step + 1
    is_metric = low == "metric" and UNITS.get(row.low(at + 1)) == "t"
    return ("t", at + 2) if is_metric else None


def _of_a_nation(row: Row, at: int) -> tuple[str, int] | None:
    step = at + 1 + (row.low(at) in ("new", "hong"))
    nation = _NATIONS.get(row.low(step - 1), "")
    return (nation, step + 1) if nation and row.low(step) in _DOLLARS else None


def _is_year(row: Row, at: int) -> bool:
    """Whether «г» after digits is short for a year: «2020 г», «в 988 г.»."""
    return row.low(at) == "г" and (row.low(at + 1) == "." or len(row.low(at - 1)) == _YEAR)


def whose_dollar(row: Row, at: int) -> tuple[str, int]:
    """The currency whose sign $ stands at a token, and where it begins: A$, US$."""
    named = _LETTERS.get(row.low(at - 1), "")
    return (named, at - 1) if named and row.touches(at) else ("$", at)


def coded(row: Row, at: int) -> str:
    """The currency whose code is a token: AUD."""
    low = row.low(at)
    return UNITS[low] if low in _CODES and row.text_at(at).isupper() else ""


def is_currency(unit: str) -> bool:
    """Whether a unit is a currency that the rule of figures reads."""
    return unit in _CURRENCIES or is_dollar(unit)


def currencies(text: str) -> frozenset[str]:
    """The currencies that a text names, by their words and signs."""
    found = {UNITS.get(word) or word for word in _NAMED.findall(text.lower())}
    return frozenset(unit for unit in found if is_currency(unit))


def is_dollar(unit: str) -> bool:
    """Whether a unit is a dollar, of whatever country."""
    return unit.endswith("$")
