"""The Burmese words that figures are made of; Burmese writes no spaces between them."""

from __future__ import annotations

from citebound.claims.figures.tables import Table, listed

ENDS_NUMBER = frozenset(listed("ဦး ယောက် ကြိမ် ခု နိုင်ငံ လုံး စင်း ရက် လ ပါး မျိုး"))
"""After a single digit in words, one of these makes it a number: သုံး is also “use”."""

PARTICLES = frozenset(listed("ကို နှင့် သည် များ တွင် ၏ ရှိ မှာ ကြောင့် အတွက် လည်း"))
"""What may stand on both sides of a word and is no counted noun."""

_MONTHS = (
    *("ဇန်နဝါရီ", "ဖေဖော်ဝါရီ", "မတ်လ", "ဧပြီ", "မေလ", "ဇွန်လ", "ဇူလိုင်", "ဩဂုတ်"),
    *("စက်တင်ဘာ", "အောက်တိုဘာ", "နိုဝင်ဘာ", "ဒီဇင်ဘာ"),
)
_DAYS = ("တနင်္လာနေ့", "အင်္ဂါနေ့", "ဗုဒ္ဓဟူးနေ့", "ကြာသပတေးနေ့", "သောကြာနေ့", "စနေနေ့", "တနင်္ဂနွေနေ့")
_SMALL = ("တစ်", "နှစ်", "သုံး", "လေး", "ငါး", "ခြောက်", "ခုနစ်", "ရှစ်", "ကိုး")

YEARS = frozenset({"ခုနှစ်", "ခုနှစ်တွင်"})
"""What follows a year."""

DAY = "ရက်"
"""What follows a day of a month."""

UNITS_BEFORE = frozenset(listed("ရာခိုင်နှုန်း ကျပ် ဒေါ်လာ"))
"""Units that stand before their number as well: ရာခိုင်နှုန်း ၃၅."""

SCALES = {
    "ဆယ်": 10, "ဆယ့်": 10, "ရာ": 100, "ရာ့": 100, "ထောင်": 1000, "ထောင့်": 1000,
    "သောင်း": 10**4, "သိန်း": 10**5, "သန်း": 10**6, "ကုဋေ": 10**7,
}  # fmt: skip
"""Each multiplies the one digit before it, and the rest is added."""

SMALL = {word: number for number, word in enumerate(_SMALL, 1)}
"""The digits in words."""

BURMESE = Table(
    ordinals={"ပထမ": 1, "ဒုတိယ": 2, "တတိယ": 3, "စတုတ္ထ": 4, "ပဉ္စမ": 5},
    plurals={
        scale + ending: number
        for scale, number in SCALES.items()
        for ending in ("ပေါင်း", "ချီ", "နဲ့ချီ", "နှင့်ချီ")
    },
    months={name: number for number, name in enumerate(_MONTHS, 1)} | {"သြဂုတ်": 8},
    weekdays={name: number for number, name in enumerate(_DAYS)},
    units={
        "ရာခိုင်နှုန်း": "%", "နှစ်": "year", "လ": "month", "ရက်": "day", "နာရီ": "hour",
        "မိနစ်": "minute", "ကျပ်": "kyat", "ဒေါ်လာ": "$", "ကီလိုမီတာ": "km",
    },
)  # fmt: skip


def is_letters(text: str) -> bool:
    """Whether a text begins with a Burmese letter."""
    return "\u1000" <= text[:1] <= "\u103f"


WORDS = sorted(
    {
        *BURMESE.ordinals, *BURMESE.plurals, *BURMESE.months, *BURMESE.weekdays, *BURMESE.units,
        *SCALES, *SMALL, *ENDS_NUMBER, *YEARS,
    },
    key=len,
    reverse=True,
)  # fmt: skip
"""Every word of the table, the longest first: what a run of Burmese letters is searched for."""
