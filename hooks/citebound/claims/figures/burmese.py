"""The Burmese words that figures are made of; Burmese writes no spaces between them."""

from __future__ import annotations

from fractions import Fraction

from citebound.claims.figures.tables import Table, listed

COUNTERS = frozenset(listed("ဦး ယောက် ကြိမ် ခု နိုင်ငံ လုံး စင်း စီး ရက် လ ပါး မျိုး"))
"""What is counted by: ငါးဦး are five persons."""

_TIMES = frozenset(listed("နာရီ မိနစ် စက္ကန့် ပတ် သီတင်းပတ် ရာခိုင်နှုန်း ကီလိုမီတာ လီတာ မီတာ မိုင် ကျပ် ဒေါ်လာ ဧက ဂိုး"))
ENDS_NUMBER = COUNTERS | _TIMES
"""After a single digit in words, one of these makes it a number: သုံး is also “use”."""

INSIDE = frozenset({("ခြိမ်း", "ခြောက်"), ("အား", "ကိုး"), ("ဖက်", "ရှစ်"), ("ကယ်", "ဆယ်"), ("ကယ်", "ဆယ့်")})
"""Syllables of one word, of which the second is no number: to threaten, rely, a fascist, rescue."""

PREFIX = "အ"
"""What makes a noun of the syllable after it, which is then no number: အသုံး is “use”."""

PERHAPS_INSIDE = ("က", "လေး")
"""A child, or a particle and *four*."""

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

NOT_DAY_OF_MONTH = "နေ့"
"""After ရက် it makes a day of a month, and no stretch of days: ၅ ရက်နေ့ is the fifth."""

MINUS = "အနှုတ်"
"""What stands before a number below zero."""

UNITS_BEFORE = frozenset(listed("ရာခိုင်နှုန်း ကျပ် ဒေါ်လာ ကီလိုမီတာ မိုင် မီတာ ကီလိုဂရမ် ဧက လီတာ"))
"""Units that stand before their number as well: ရာခိုင်နှုန်း ၃၅."""

SCALES = {
    "ဆယ်": 10, "ဆယ့်": 10, "ရာ": 100, "ရာ့": 100, "ထောင်": 1000, "ထောင့်": 1000,
    "သောင်း": 10**4, "သိန်း": 10**5, "သန်း": 10**6, "ကုဋေ": 10**7,
}  # fmt: skip
"""Each multiplies the one digit before it, and the rest is added."""

TEN = frozenset({"ဆယ်", "ဆယ့်"})
"""What is ten without a digit as well."""

JOINING = frozenset({"ဆယ့်", "ရာ့", "ထောင့်"})
"""Scales in the creaky tone, which a smaller number always follows."""

HALF = "ခွဲ"
"""After a scale or a unit, half of it more: ငါးသောင်းခွဲ is 55,000."""

AFTER_HALF = frozenset({*ENDS_NUMBER, *listed("ကျော် ခန့် နီးပါး လောက် ကို သည် က တွင် ရှိ မှ အထိ ကြာ ၌")})
"""What may follow a half, glued to it, so that nothing is divided."""

ABOUT = frozenset(listed("ကျော် ခန့် နီးပါး လောက်"))
"""After four digits these make a number of them."""

TO_DIVIDE = frozenset(listed("ဝေ ခြား ခွာ ထွက် ခြမ်း ထုတ် ပေး ယူ တမ်း စိတ်"))
"""Before these ခွဲ is to divide, to part: no half."""

PARTS = {"တစ်ဝက်": Fraction(1, 2), "ထက်ဝက်": Fraction(1, 2)}
"""Parts of a whole; “half done” (တစ်ဝက်တစ်ပျက်) is none."""

PART = "ပုံ"
"""In လေးပုံတစ်ပုံ, one of four parts."""

DAY_PARTS = {
    "နံနက်": "am", "မနက်": "am", "ညနေ": "pm", "နေ့လယ်": "noon", "နေ့လည်": "noon",
    "နေ့ခင်း": "noon", "မွန်းလွဲ": "noon", "ည": "night",
}  # fmt: skip
"""The parts of a day that stand before an hour."""

STRETCH = "ပိုင်း"
"""It may stand between such a part and the hour."""

LASTS = frozenset(listed("ကြာ အကြာ အတွင်း ကျော် တာ စာ"))
"""After an hour or a day these make it a stretch of time."""

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
    short={"မတ်": 3, "မေ": 5, "ဇွန်": 6},
    weekdays={name: number for number, name in enumerate(_DAYS)},
    units={
        "ရာခိုင်နှုန်း": "%", "နှစ်": "year", "လ": "month", "ရက်": "day", "နာရီ": "hour",
        "မိနစ်": "minute", "ကျပ်": "kyat", "ဒေါ်လာ": "$", "ကီလိုမီတာ": "km", "ပတ်": "week",
        "သီတင်းပတ်": "week", "ရက်သတ္တပတ်": "week", "စက္ကန့်": "second", "မီတာ": "m",
        "မိုင်": "mile", "လီတာ": "litre", "ကီလိုဂရမ်": "kg", "ဧက": "acre",
        "ယူရို": "€", "ဘတ်": "baht", "ယွမ်": "yuan", "ဒီဂရီ": "degree",
    },
)  # fmt: skip


ENDS_SYLLABLE = r"[\u1000-\u1021]\u1037?[\u1039\u103a]"
"""The consonant that ends a syllable, with its mark."""

GOES_ON = rf"\p{{M}}|{ENDS_SYLLABLE}"
"""What goes on with the syllable before it: its marks, or the consonant that ends it (လ in လက်)."""


def is_letters(text: str) -> bool:
    """Whether a text begins with a Burmese letter."""
    return "\u1000" <= text[:1] <= "\u103f"


WORDS = sorted(
    {
        *BURMESE.ordinals, *BURMESE.plurals, *BURMESE.months, *BURMESE.weekdays, *BURMESE.units,
        *SCALES, *SMALL, *ENDS_NUMBER, *YEARS, *BURMESE.short, *PARTS, *DAY_PARTS, *LASTS,
        *AFTER_HALF, *TO_DIVIDE, *(word for pair in INSIDE for word in pair), HALF, PART, STRETCH,
        MINUS, NOT_DAY_OF_MONTH,
    },
    key=len,
    reverse=True,
)  # fmt: skip
"""Every word of the table, the longest first: what a run of Burmese letters is searched for."""
