"""Figures: read by value from digits and from words, in every script, and nowhere else."""

from __future__ import annotations

import sys
from fractions import Fraction
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citebound.claims.figures.reading import figures_in
from citebound.claims.figures.values import Kind, Value
from citebound.text.bounding import Bounding

# --- a number as an English and as a Russian writer spell it ----------------------------------

_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_RU_ONES = (
    *("ноль", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять"),
    *("десять", "одиннадцать", "двенадцать", "тринадцать", "четырнадцать", "пятнадцать"),
    *("шестнадцать", "семнадцать", "восемнадцать", "девятнадцать"),
)
_RU_TENS = (
    *("двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят"),
    "девяносто",
)
_RU_HUNDREDS = (
    *("сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот"),
    "девятьсот",
)


def english(number: int) -> str:
    if number < 20:
        return _ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        return f"{_ONES[hundreds]} hundred" + (f" and {english(rest)}" if rest else "")
    power, name = next(p for p in _SCALES if number >= p[0])
    many, rest = divmod(number, power)
    joint = " and " if 0 < rest < 100 else " "
    return f"{english(many)} {name}" + (joint + english(rest) if rest else "")


_SCALES = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"))


def russian(number: int) -> str:
    words = []
    for power, one, few, many in (
        (10**9, "миллиард", "миллиарда", "миллиардов"),
        (10**6, "миллион", "миллиона", "миллионов"),
        (1000, "тысяча", "тысячи", "тысяч"),
    ):
        count, number = divmod(number, power)
        if count:
            words += _russian_below_1000(count, feminine=power == 1000)
            last = 0 if count % 100 in range(11, 15) else count % 10
            words.append(one if last == 1 else few if 2 <= last <= 4 else many)
    if number or not words:
        words += _russian_below_1000(number, feminine=False)
    return " ".join(words)


def _russian_below_1000(number: int, *, feminine: bool) -> list[str]:
    words = []
    if number >= 100:
        words.append(_RU_HUNDREDS[number // 100 - 1])
        number %= 100
    if number >= 20:
        words.append(_RU_TENS[number // 10 - 2])
        number %= 10
    if number or not words:
        word = _RU_ONES[number]
        words.append({"один": "одна", "два": "две"}.get(word, word) if feminine else word)
    return words


def only(text: str, language: str = "en") -> object:
    (figure,) = figures_in(text, language)
    return figure.values[0].amount


@given(st.integers(2, 999_999_999_999))
def test_an_english_number_in_words_is_the_number(number: int) -> None:
    assert only(f"there were {english(number)} of them") == number


@given(st.integers(2, 999_999_999_999))
def test_a_russian_number_in_words_is_the_number(number: int) -> None:
    assert only(f"было {russian(number)} голосов", "ru") == number


@given(st.integers(10_000, 10**30), st.sampled_from([",", " ", "\u00a0", "\u202f", "’"]))
def test_grouped_digits_are_the_number(number: int, mark: str) -> None:
    assert only(f"there were {number:,} of them".replace(",", mark)) == number


@given(st.integers(0, 999), st.sampled_from("٠०০๐၀０"))
def test_digits_of_any_script_are_the_number(number: int, zero: str) -> None:
    digits = "".join(chr(ord(zero) + int(digit)) for digit in str(number))
    assert only(f"({digits})") == number


ODD = "0123456789.,-–:/ eE+%½²₂①Ⅳ၅५\0\1’'mayMay 5th hundred two of five"


@given(st.text(alphabet=ODD, max_size=80))
def test_no_text_breaks_the_reading(text: str) -> None:
    for figure in figures_in(text, "en"):
        assert 0 <= figure.span.start < figure.span.end <= len(text)


@given(st.text(max_size=200), st.sampled_from(["en", "ru", "my", "fa", ""]))
def test_no_characters_break_the_reading(text: str, language: str) -> None:
    for figure in figures_in(text, language):
        assert figure.values


def test_a_number_of_ten_thousand_digits_is_read_as_it_is_written() -> None:
    digits = "7" * 10_000
    assert only(f"it is {digits} now") == digits
    assert only(f"it is {'0' + digits} now") == digits


NUMBERS = [
    ("five hundred", 500, ""),
    ("၅၀၀", 500, ""),
    ("५००", 500, ""),
    ("1,300 men", 1300, ""),
    ("1 300 men", 1300, ""),
    ("1.300 men", 1300, ""),
    ("1300 men", 1300, ""),
    ("10, 000 men", 10_000, ""),
    ("31. 8 million", 31_800_000, ""),
    ("31.8 million", 31_800_000, ""),
    ("2,025 votes", 2025, ""),
    ("12.5", Fraction(25, 2), ""),
    ("12.5%", Fraction(25, 2), "%"),
    ("12.5 per cent", Fraction(25, 2), "%"),
    ("½", Fraction(1, 2), ""),
    ("2½", Fraction(5, 2), ""),
    ("1e9", 10**9, ""),
    ("two-thirds", Fraction(2, 3), ""),
    ("half a million", 500_000, ""),
    ("two and a half million", 2_500_000, ""),
    ("a dozen", 12, ""),
    ("two dozen", 24, ""),
    ("a hundred", 100, ""),
    ("a 34-year-old man", 34, "year"),
    ("one year", 1, "year"),
    ("$3,500", 3500, "$"),
    ("3,500 dollars", 3500, "$"),
    ("1,00,000", 100_000, ""),
    ("две сотни", 200, ""),
    ("−0.42", Fraction(-42, 100), ""),
    ("12bn", 12 * 10**9, ""),
]


@pytest.mark.parametrize(("text", "amount", "unit"), NUMBERS, ids=[n[0] for n in NUMBERS])
def test_a_number_is_read_by_value(text: str, amount: int, unit: str) -> None:
    values = [v for figure in figures_in(text, "en") for v in figure.values]
    assert Value(Kind.NUMBER, Fraction(amount), unit) in values


DATES = [
    ("5 September 2023", "en", (2023, 9, 5)),
    ("September 5th, 2023", "en", (2023, 9, 5)),
    ("the fifth of September", "en", (0, 9, 5)),
    ("5 сентября 2023 года", "ru", (2023, 9, 5)),
    ("пятого сентября", "ru", (0, 9, 5)),
    ("၂၀၂၃ ခုနှစ် စက်တင်ဘာလ ၅ ရက်", "my", (2023, 9, 5)),
    ("2023-09-05", "en", (2023, 9, 5)),
    ("05.09.2023", "ru", (2023, 9, 5)),
    ("in May", "en", (0, 5, 0)),
    ("next March", "en", (0, 3, 0)),
    ("May 2023", "en", (2023, 5, 0)),
    ("in 2025", "en", (2025, 0, 0)),
    ("mid-2025", "en", (2025, 0, 0)),
    ("nineteen eighty-four", "en", (1984, 0, 0)),
]


@pytest.mark.parametrize(("text", "language", "day"), DATES, ids=[d[0] for d in DATES])
def test_a_date_is_one_figure(text: str, language: str, day: tuple[int, int, int]) -> None:
    assert only(text, language) == day


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("5 and 7 September", [5, 7]),
        ("from 5 to 7 September 2023", [5, 7]),
        ("September 5–7", [5, 7]),
    ],
)
def test_days_of_one_month_are_each_a_date(text: str, days: list[int]) -> None:
    amounts = [figure.values[0].amount for figure in figures_in(text, "en")]
    assert sorted(a[2] for a in amounts if isinstance(a, tuple) and a[2]) == days


NONE = [
    "no one came", "one of them", "the next one", "he may go", "they march on", "G7 and the M3",
    "the 2017-built M3", "MH-17", "COVID-19", "30.1.2.x", "World War II", "Chapter IV",
    "a second later", "at first", "first of all",
    "H2O", "half-hearted", "as many", "second-hand", "first-rate", "во-первых",
    "First the report tells of it", "Second, it is late", "x² and ①",
]  # fmt: skip


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_figure_is_left_alone(text: str) -> None:
    asked = [f for f in figures_in(text, "en") if not f.quiet]
    assert [f for f in asked if f.values[0].kind is not Kind.CODE] == []


BOUNDS = [
    ("at least 2025", "en", Bounding.AT_LEAST),
    ("2025 at the earliest", "en", Bounding.AT_LEAST),
    ("not before 2025", "en", Bounding.AT_LEAST),
    ("in 2025", "en", Bounding.IN),
    ("more than 100 people", "en", Bounding.MORE),
    ("over 100 people", "en", Bounding.OVER),
    ("over 2023", "en", Bounding.NONE),
    ("up to 100 people", "en", Bounding.AT_MOST),
    ("fewer than 100 people", "en", Bounding.LESS),
    ("100 people or more", "en", Bounding.AT_LEAST),
    ("не менее 100 человек", "ru", Bounding.AT_LEAST),
    ("свыше 100 человек", "ru", Bounding.MORE),
]


@pytest.mark.parametrize(("text", "language", "bounding"), BOUNDS)
def test_the_words_beside_a_figure_bound_it(text: str, language: str, bounding: Bounding) -> None:
    (figure,) = figures_in(text, language)
    assert figure.bounding is bounding


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("dozens of houses", 12),
        ("thousands came", 1000),
        ("tens of thousands", 10_000),
        ("several hundred", 100),
        ("тысячи людей", 1000),
        ("десятки тысяч", 10_000),
        ("ထောင်ပေါင်းများစွာ", 1000),
    ],
)
def test_a_vague_quantity_is_a_kind_of_its_own(text: str, amount: int) -> None:
    (figure,) = figures_in(text, "en")
    assert figure.values[0] == Value(Kind.VAGUE, Fraction(amount))


@pytest.mark.parametrize(
    "piece", ["5, ", "1,000", "two hundred ", "5 and ", "may ", "၅ရာ", "12.", "1/", "a ", "–5"]
)
def test_the_work_grows_with_the_text(piece: str) -> None:
    """Eight times the text asks for about eight times as many calls; `bench.linear` has seconds."""
    short, long = (_calls(piece * (size // len(piece))) for size in (2_000, 16_000))
    assert long < 10 * short + 100


def _calls(text: str) -> int:
    """How many functions, ours and the interpreter's, are called to read a text."""
    figures_in.cache_clear()
    calls = 0

    def count(_: FrameType, event: str, __: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        figures_in(text, "en")
    finally:
        sys.setprofile(before)
    assert calls
    return calls
