"""Russian words that have a number in them: «двухдневный», «пятилетний», «полгода»."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from citebound.claims.figures.tables import forms, listed

_NUMBERS = dict(
    zip(
        listed(
            "одно двух трёх четырёх пяти шести семи восьми девяти десяти одиннадцати двенадцати "
            "тринадцати четырнадцати пятнадцати шестнадцати семнадцати восемнадцати девятнадцати "
            "двадцати тридцати сорока пятидесяти шестидесяти семидесяти восьмидесяти девяносто сто"
        ),
        (*range(1, 21), *range(30, 101, 10)),
        strict=True,
    )
)
_PARTS = {"полу": Fraction(1, 2), "полутора": Fraction(3, 2)}
_HARD = "ый ая ое ые ого ой ому ую ым ыми ом ых"
_SOFT = "ий яя ее ие его ей ему юю им ими ем их"
_MEASURED = {
    "year": (*forms("летн", _SOFT), *forms("годичн", _HARD), *forms("годов", _HARD)),
    "month": forms("месячн", _HARD),
    "week": forms("недельн", _HARD),
    "day": (*forms("дневн", _HARD), *forms("суточн", _HARD)),
    "hour": forms("часов", _HARD),
    "minute": forms("минутн", _HARD),
    "km": forms("километров", _HARD),
    "%": forms("процентн", _HARD),
}
_HALVES = {
    "year": ("полгода", "полугода"),
    "hour": ("полчаса", "получаса"),
    "minute": ("полминуты",),
    "km": ("полкилометра",),
    "t": ("полтонны",),
}


_PAST = "л ла ло ли т лся лась лось лись тся"
_TIMES = {
    2: ("вдвое", *forms("удвои", _PAST)),
    3: ("втрое", *forms("утрои", _PAST)),
    4: ("вчетверо",),
    5: ("впятеро",),
    6: ("вшестеро",),
    10: ("вдесятеро",),
}
"""How many times as much something is; less by as much is a part: «вдвое меньше» is half."""


def _every() -> Iterator[tuple[str, tuple[Fraction, str]]]:
    for start, amount in (_NUMBERS | _PARTS).items():
        for unit, endings in _MEASURED.items():
            meant = (Fraction(amount), unit)
            for ending in endings:
                yield start + ending, meant
    for unit, words in _HALVES.items():
        yield from ((word, (Fraction(1, 2), unit)) for word in words)
    yield from ((word, (Fraction(50), "year")) for word in ("полвека", "полувека"))
    yield from ((word, (Fraction(n), "")) for n, words in _TIMES.items() for word in words)
    for scale, stems in {1000: "тысячи", 10**6: "миллиона", 10**9: "миллиарда"}.items():
        yield "пол" + stems, (Fraction(scale, 2), "")


COMPOUNDS = {word: meant for form, meant in _every() for word in (form, form.replace("ё", "е"))}
"""Each word with its number and unit, spelt with ё and with е."""

LESS_BY = frozenset(listed("вдвое втрое вчетверо впятеро вшестеро вдесятеро"))
"""Words of times as much that may be times less as well."""
