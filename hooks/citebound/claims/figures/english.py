"""The English words that figures are made of."""

from __future__ import annotations

from fractions import Fraction

from citebound.claims.figures.tables import Table, listed

_SMALL = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = listed("twenty thirty forty fifty sixty seventy eighty ninety")
_ORDINALS = listed(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_MONTHS = listed(
    "january february march april may june july august september october november december"
)
_DAYS = listed("monday tuesday wednesday thursday friday saturday sunday")
_SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "quadrillion": 15}
_UNITS = {
    "%": "% percent",
    "points": "pp",
    "year": "year years yr yrs",
    "month": "month months",
    "week": "week weeks",
    "day": "day days",
    "hour": "hour hours hr hrs",
    "minute": "minute minutes min mins",
    "second": "seconds",
    "km": "km kilometre kilometres kilometer kilometers",
    "km/h": "kph kmh",
    "mile/h": "mph",
    "m": "m metre metres meter meters",
    "mile": "mile miles",
    "kg": "kg kilogram kilograms kilo kilos",
    "t": "tonne tonnes ton tons",
    "hectare": "ha hectare hectares",
    "degree": "degree degrees",
    "$": "dollar dollars usd",
    "€": "euro euros eur",
    "£": "pound pounds gbp",
    "₽": "rouble roubles ruble rubles rub",
    "kyat": "kyat kyats mmk",
    "yuan": "yuan cny rmb renminbi",
    "yen": "yen jpy",
    "baht": "baht",
    "peso": "peso pesos",
    "hryvnia": "hryvnia hryvnias uah",
    "tenge": "tenge",
    "rupiah": "rupiah",
    "lira": "lira liras",
    "rial": "rial rials riyal riyals",
    "dinar": "dinar dinars",
    "dirham": "dirham dirhams",
    "franc": "franc francs chf",
    "krona": "krona kronor krone kroner",
    "zloty": "zloty",
    "shekel": "shekel shekels",
    "naira": "naira",
    "pence": "pence",
    "acre": "acre acres",
    "foot": "feet foot ft",
    "inch": "inches inch",
    "yard": "yards yard yd",
    "mm": "mm millimetre millimetres millimeter millimeters",
    "cm": "cm centimetre centimetres centimeter centimeters",
    "gram": "gram grams gramme grammes",
    "mg": "mg milligram milligrams",
    "lb": "lb lbs",
    "ml": "ml millilitre millilitres milliliter milliliters",
    "cl": "cl centilitre centilitres",
    "knot": "knot knots",
    "KB": "kilobyte kilobytes kb",
    "MB": "megabyte megabytes mb",
    "GB": "gigabyte gigabytes gb",
    "TB": "terabyte terabytes tb",
    "PB": "petabyte petabytes",
    "W": "watt watts",
    "TW": "terawatt terawatts",
    "kWh": "kwh",
    "MWh": "mwh",
    "GWh": "gwh",
    "TWh": "twh",
    "A$": "aud",
    "C$": "cad",
    "NZ$": "nzd",
    "HK$": "hkd",
    "S$": "sgd",
    "ounce": "ounce ounces",
    "litre": "litre litres liter liters",
    "gallon": "gallon gallons",
    "pint": "pint pints",
    "V": "volt volts",
    "A": "amp amps ampere amperes",
    "dB": "decibel decibels",
    "Hz": "hertz",
    "barrel": "barrel barrels",
    "kW": "kilowatt kilowatts kw",
    "MW": "megawatt megawatts mw",
    "GW": "gigawatt gigawatts gw",
    "₹": "rupee rupees inr",
    "cent": "cents",
}
_ORDINAL_TENS = {tens[:-1] + "ieth": 10 * n for n, tens in enumerate(_TENS, 2)}
_TIMES = {"twice": 2, "twofold": 2, "doubled": 2, "doubling": 2, "threefold": 3} | {
    "tripled": 3, "trebled": 3, "tripling": 3, "quadrupled": 4, "fourfold": 4,
    "quintupled": 5, "fivefold": 5, "sextupled": 6, "sixfold": 6, "septupled": 7, "sevenfold": 7,
    "octupled": 8, "eightfold": 8, "ninefold": 9, "tenfold": 10,
}  # fmt: skip
_PARTS = (
    {"halves": 2, "quarter": 4, "quarters": 4}
    | {word + "s": n for n, word in enumerate(_ORDINALS[2:], 3)}
    | {"hundredths": 100, "thousandths": 1000, "millionths": 10**6}
)

ENGLISH = Table(
    small={word: n for n, word in enumerate(_SMALL)}
    | {"duo": 2, "trio": 3, "quartet": 4}
    | _TIMES
    | {tens: 10 * n for n, tens in enumerate(_TENS, 2)},
    times=frozenset(_TIMES),
    one=frozenset({"one"}),
    hundred=frozenset({"hundred"}),
    scales={"dozen": 12}
    | {word: 10**power for word, power in _SCALES.items()}
    | {"lakh": 10**5, "crore": 10**7}
    | {"bn": 10**9, "mn": 10**6, "mln": 10**6, "mio": 10**6, "tn": 10**12, "trn": 10**12},
    ordinals={word: n for n, word in enumerate(_ORDINALS, 1)}
    | _ORDINAL_TENS
    | {"hundredth": 100, "thousandth": 1000, "millionth": 10**6},
    parts=_PARTS,
    shares={"half": Fraction(1, 2)},
    plurals={"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100}
    | {word + "s": 10**power for word, power in _SCALES.items()},
    several=frozenset({"several", "few", "many", "some", "countless"}),
    quiet={
        "both": (2, ""),
        "pair": (2, ""),
        "couple": (2, ""),
        "double": (2, ""),
        "triple": (3, ""),
        **dict.fromkeys(("halve", "halved", "halving"), (Fraction(1, 2), "")),
        "single": (1, ""),
        "sole": (1, ""),
        "once": (1, ""),
        "decade": (10, "year"),
        "decades": (10, "year"),
        "century": (100, "year"),
        "fortnight": (2, "week"),
    },
    months={word: n for n, word in enumerate(_MONTHS, 1)},
    short={word[:3]: n for n, word in enumerate(_MONTHS, 1)} | {"sept": 9},
    conditional=frozenset({"may", "march"}),
    month_after=frozenset({"in", "last", "this", "next", "early", "late"}),
    weekdays={word: n for n, word in enumerate(_DAYS)} | {w + "s": n for n, w in enumerate(_DAYS)},
    decades={tens[:-1] + "ies": 10 * n for n, tens in enumerate(_TENS, 2)},
    units={word: unit for unit, words in _UNITS.items() for word in words.split()},
    people=frozenset(
        listed(
            "people persons men women children troops soldiers observers voters votes villages "
            "houses civilians prisoners workers students refugees members seats stations ballots"
        )
    ),
)
