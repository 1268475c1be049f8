"""The rule of signs for numbers: ⑬, Ⅻ, ➊ or ፩ in our own words stand in the evidence.

The rules of figures read digits, words and the fractions that keyboards have. Any other sign for
a number would pass them unread, so it is written in digits, unless the source has the same sign.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from citebound.claims.known import Known
from citebound.claims.statements import Statement
from citebound.problems import Problem
from citebound.text.patterns import Pattern

_SIGN = Pattern(r"[[\p{Nl}\p{No}]--[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞\p{Han}]]|[\U0001F51F\u20E3]", regex.V1)
_AREA = Pattern(r"(?<=(?<!\p{L})(?:k|c|m|d)?m|(?<!\p{L})(?:[ксмд]?м|ft|mi|in|yd))[²³](?!\p{N})")
"""Square and cubic measures, which the rules of figures read."""


def number_signs(statement: Statement, known: Known) -> Iterator[Problem]:  # noqa: ARG001
    """A sign for a number that no rule reads stands in the evidence of its statement."""
    text = statement.words.text
    if text.isascii():
        return
    for found in _SIGN.finditer(text):
        sign, at = found.group(), found.start()
        if _AREA.match(text, at) or any(sign in told for told in statement.evidence.texts):
            continue
        yield Problem(
            statement.words.place(at),
            "unsupported-figure",
            f"{sign} is a sign for a number, and not in the evidence",
            "write the number in digits or as a word",
        )
        return
