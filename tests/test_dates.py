"""Dates: read strictly, printed in words, sorted, counted, and held to the evidence."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from citebound.dates import (
    OPEN_START,
    RELATIVE,
    DateError,
    Edtf,
    Precision,
    digits_in,
    disagreement,
    in_words,
    parse,
    precision,
    resolve,
    sort_key,
    when,
    years,
)
from citebound.proof.made.day_words import first_day, surely, years_within

PUBLISHED = parse("2023-09-15")

# --- reading: text, first day, last day, words ---------------------------------------

READ = [
    ("2023", "2023-01-01", "2023-12-31", "2023"),
    ("2023-09", "2023-09-01", "2023-09-30", "September 2023"),
    ("2023-09-15", "2023-09-15", "2023-09-15", "15 September 2023"),
    ("2024-02", "2024-02-01", "2024-02-29", "February 2024"),
    ("2024-02-29", "2024-02-29", "2024-02-29", "29 February 2024"),
    ("0079-08", "0079-08-01", "0079-08-31", "August 79"),
    ("202X", "2020-01-01", "2029-12-31", "the 2020s"),
    ("20XX", "2000-01-01", "2099-12-31", "the years 2000 to 2099"),
    ("2XXX", "2000-01-01", "2999-12-31", "the years 2000 to 2999"),
    ("000X", "0001-01-01", "0009-12-31", "the 0000s"),
    ("202X-XX", "2020-01-01", "2029-12-31", "the 2020s"),
    ("2023-XX", "2023-01-01", "2023-12-31", "some time in 2023"),
    ("2023-XX-XX", "2023-01-01", "2023-12-31", "some time in 2023"),
    ("2023-1X", "2023-10-01", "2023-12-31", "some time from October to December 2023"),
    ("2023-09-XX", "2023-09-01", "2023-09-30", "some day in September 2023"),
    ("2023-09-1X", "2023-09-10", "2023-09-19", "some day from 10 to 19 September 2023"),
    ("2023-09-3X", "2023-09-30", "2023-09-30", "30 September 2023"),
    ("2021~", "2021-01-01", "2021-12-31", "about 2021"),
    ("2021?", "2021-01-01", "2021-12-31", "2021, uncertain"),
    ("2021%", "2021-01-01", "2021-12-31", "about 2021, uncertain"),
    ("2023-XX~", "2023-01-01", "2023-12-31", "about 2023"),
    ("2023-09-15~", "2023-09-15", "2023-09-15", "about 15 September 2023"),
    ("2023?-09-15", "2023-09-15", "2023-09-15", "15 September 2023 (year uncertain)"),
    (
        "2023-~09-?15",
        "2023-09-15",
        "2023-09-15",
        "15 September 2023 (month approximate, day uncertain)",
    ),
    ("?2023~-09", "2023-09-01", "2023-09-30", "September 2023 (year approximate and uncertain)"),
    ("2023-?21", "2023-03-01", "2023-05-31", "spring 2023 (season uncertain)"),
    ("2023-21", "2023-03-01", "2023-05-31", "spring 2023"),
    ("2023-22", "2023-06-01", "2023-08-31", "summer 2023"),
    ("2023-23", "2023-09-01", "2023-11-30", "autumn 2023"),
    ("2023-24", "2023-12-01", "2024-02-29", "winter 2023"),
    ("9999-24", "9999-12-01", "9999-12-31", "winter 9999"),
    ("2023-25", "2023-03-01", "2023-05-31", "spring 2023 (northern hemisphere)"),
    ("2023-29", "2023-09-01", "2023-11-30", "spring 2023 (southern hemisphere)"),
    ("2023-32", "2023-06-01", "2023-08-31", "winter 2023 (southern hemisphere)"),
    ("2023-33", "2023-01-01", "2023-03-31", "the first quarter of 2023"),
    ("2023-39", "2023-09-01", "2023-12-31", "the last four months of 2023"),
    ("2023-41", "2023-07-01", "2023-12-31", "the second half of 2023"),
    ("2013/2023", "2013-01-01", "2023-12-31", "2013 to 2023"),
    ("2013-09/2023-09", "2013-09-01", "2023-09-30", "September 2013 to September 2023"),
    ("2013~/2023?", "2013-01-01", "2023-12-31", "about 2013 to 2023 (uncertain)"),
    ("2023-09/2023", "2023-09-01", "2023-12-31", "September 2023 to 2023"),
    ("2025/..", "2025-01-01", "2035-12-31", "from 2025 on"),
    ("2025/", "2025-01-01", "2035-12-31", "from 2025, end unknown"),
    ("20XX/..", "2000-01-01", "2099-12-31", "from the years 2000 to 2099 on"),
    ("9995/..", "9995-01-01", "9999-12-31", "from 9995 on"),
    ("../2023", "0001-01-01", "2023-12-31", "until 2023"),
    ("/2023", "0001-01-01", "2023-12-31", "until 2023, beginning unknown"),
    ("[2025..]", "2025-01-01", "2035-12-31", "2025 or later"),
    ("[2025-06..]", "2025-06-01", "2035-12-31", "June 2025 or later"),
    ("[..2023-09-15]", "0001-01-01", "2023-09-15", "by 15 September 2023"),
    ("[..2023-09]", "0001-01-01", "2023-09-30", "September 2023 or earlier"),
    ("[2015]", "2015-01-01", "2015-12-31", "2015"),
    ("[2015,2020]", "2015-01-01", "2020-12-31", "2015 or 2020"),
    ("[2015, 2018, 2020]", "2015-01-01", "2020-12-31", "2015, 2018 or 2020"),
    ("[2013..2023]", "2013-01-01", "2023-12-31", "some time from 2013 to 2023"),
    ("[2015,2020..]", "2015-01-01", "2030-12-31", "2015, or 2020 or later"),
    ("[..2015,2018..2020]", "0001-01-01", "2020-12-31", "2015 or earlier, or 2018 to 2020"),
    ("{2015,2020}", "2015-01-01", "2020-12-31", "2015 and 2020"),
    ("{2013..2023}", "2013-01-01", "2023-12-31", "2013 to 2023"),
]


@pytest.mark.parametrize(("text", "lower", "upper", "words"), READ, ids=[row[0] for row in READ])
def test_a_date_has_strict_bounds_and_words(text: str, lower: str, upper: str, words: str) -> None:
    value = parse(text)
    assert (value.text, str(value.lower), str(value.upper)) == (text, lower, upper)
    assert in_words(value) == words


REFUSED = [
    ("", "missing"),
    ("2023-02-29", "not a day of the calendar"),
    ("2100-02-29", "not a day of the calendar"),
    ("2023-04-31", "not a day of the calendar"),
    ("2023-02-3X", "not a day of the calendar"),
    ("2023-00", "a month that does not exist"),
    ("2023-13", "a month that does not exist"),
    ("2023-42", "a month that does not exist"),
    ("2023-21-05", "gives a season a day"),
    ("2023-9", "two digits"),
    ("2023-09-5", "two digits"),
    ("15.09.2023", "year-month-day"),
    ("09/15/2023", "more than one"),
    ("2023-09-15T10:00:00Z", "time of day"),
    ("-0044", "outside 0001 to 9999"),
    ("0000", "outside 0001 to 9999"),
    ("Y17E7", "outside 0001 to 9999"),
    ("XXXX", "names no year"),
    ("2X23", "after an X"),
    ("202X-09", "after an X"),
    ("2023-XX-15", "after an X"),
    ("2023-X1", "after an X"),
    ("in September", "not an EDTF date"),
    ("2023/2013", "ends before it begins"),
    ("../..", "open on both sides"),
    ("/", "open on both sides"),
    ("[..]", "open on both sides"),
    ("2025..", "stands in brackets"),
    ("2015,2020", "stands in brackets"),
    ("[2025..", "without its partner"),
    ("2025..]", "without its partner"),
    ("[", "without its partner"),
    ("[2025}", "without its partner"),
    ("[2015..,2020]", "in the middle; only its ends"),
    ("[2015,..2020]", "in the middle; only its ends"),
    ("[2015,]", "missing"),
    ("[2023..2013]", "ends before it begins"),
    ("২০২৩", "not an EDTF date"),
]


@pytest.mark.parametrize(("text", "sentence"), REFUSED)
def test_what_is_no_date_is_refused_with_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(DateError, match=sentence) as caught:
        parse(text)
    assert str(caught.value).endswith(".") or str(caught.value).endswith("2023-09-15.")


def test_white_space_at_the_ends_is_dropped() -> None:
    assert parse(" 2023-09 \n") == parse("2023-09")


def test_flags_tell_the_forms_apart() -> None:
    later, span, unknown = parse("[2025..]"), parse("2025/.."), parse("2025/")
    assert (later.is_open_end, later.is_open_start) == (True, False)
    assert (span.is_open_end, span.unknown_end) == (True, False)
    assert unknown.unknown_end
    before = parse("[..2023-09-15]")
    assert before.is_open_start
    assert before.lower == OPEN_START
    assert not before.is_open_end
    assert parse("/2023").unknown_start
    flags = {text: (parse(text).approximate, parse(text).uncertain) for text in ("2021", "2021~")}
    assert flags == {"2021": (False, False), "2021~": (True, False)}
    assert (parse("2021?").approximate, parse("2021?").uncertain) == (False, True)
    assert parse("2021%/2023").approximate
    assert parse("2021%/2023").uncertain


# --- order, years, precision ---------------------------------------------------------


def test_sorted_by_first_day_then_open_then_coarse_then_last_day() -> None:
    in_order = [
        *("2015", "[2015,2020]", "2022-09-15", "2023", "2023/2024", "2023-01", "2023-01-01"),
        *("[..2023-09-15]", "2023-09-15", "[2025..]"),
    ]
    shuffled = in_order[5:] + in_order[:5]
    assert sorted(shuffled, key=lambda text: sort_key(parse(text))) == in_order


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023-09-15", 2023, 2023),
        ("2023-24", 2023, 2024),
        ("202X", 2020, 2029),
        ("[2021..2023-09-15]", 2021, 2023),
        ("2013~/2023", 2013, 2023),
        ("[2025..]", 2025, 2025),
        ("2025/..", 2025, 2025),
        ("[..2023-09-15]", 2023, 2023),
        ("/2023", 2023, 2023),
    ],
)
def test_a_date_lies_in_the_years_that_it_covers_and_open_ends_add_none(
    text: str, first: int, last: int
) -> None:
    assert years(parse(text)) == (*range(first, last + 1),)
    assert years_within(text) == tuple(map(str, range(first, last + 1)))


def test_a_date_that_is_one_of_several_lies_in_no_year_between() -> None:
    assert years(parse("[2002, 2005-04]")) == (2002, 2005)


@pytest.mark.parametrize(
    ("text", "asked", "answer"),
    [
        ("2023-09", "2023-09", "surely"),
        ("2023-09-15", "2023-09", "surely"),
        ("2023-09-15", "2023", "surely"),
        ("2023-09-15", "2023-10", "no"),
        ("2023", "2023-09", "perhaps"),
        ("2023", "2023", "surely"),
        ("2023", "2024", "no"),
        ("[2021..2023-09-15]", "2022", "perhaps"),
        ("2013~/2023", "2020", "surely"),  # it lasted
        ("2013~/2023", "2023-09", "perhaps"),  # it may have ended by then
        ("2013~/2023", "2013", "surely"),
        ("2023/2023", "2023-09", "perhaps"),
        ("[2025..]", "2025", "perhaps"),
        ("[2025..]", "2035", "perhaps"),
        ("[2025..]", "2036", "no"),
        ("2025/..", "2025", "surely"),  # it began then
        ("2025/..", "2026", "perhaps"),
        ("[..2023-09-15]", "2023-09", "perhaps"),
        ("[..2023-09-15]", "2013", "perhaps"),
        ("[..2023-09-15]", "2012", "no"),
        ("[..2023-09-15]", "2023-10", "no"),
        ("[..0003]", "0001", "perhaps"),
        ("[2002, 2005]", "2002", "perhaps"),
    ],
)
def test_something_was_at_a_time_surely_or_perhaps_or_not(
    text: str, asked: str, answer: str
) -> None:
    was, then = when(parse(text)), parse(asked)
    may = was.first <= then.upper and was.last >= then.lower
    surely_then = was.begun <= then.upper and was.lasted >= then.lower
    assert (may, surely_then) == (answer != "no", answer == "surely")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2XXX", Precision.MILLENNIUM),
        ("20XX", Precision.CENTURY),
        ("202X", Precision.DECADE),
        ("2023", Precision.YEAR),
        ("2023-XX", Precision.YEAR),
        ("2023-1X", Precision.YEAR),
        ("2023-21", Precision.SEASON),
        ("2023-09", Precision.MONTH),
        ("2023-09-1X", Precision.MONTH),
        ("2023-09-15", Precision.DAY),
        ("[..2023-09-15]", Precision.DAY),
        ("2013/2023-09", Precision.MONTH),
    ],
)
def test_precision_is_that_of_the_finest_date(text: str, expected: Precision) -> None:
    assert precision(parse(text)) is expected


# --- digits in the evidence ----------------------------------------------------------

STANDS = [
    ("2015", "during the 2015 and 2020 elections", True),
    ("{2015,2020}", "during the 2015 and 2020 elections", True),
    ("2016", "during the 2015 and 2020 elections", False),
    ("2021", "after the military coup in 2021, which", True),
    ("2015", "some 12015 voters", False),
    ("2015", "about 2,015 voters", False),
    ("2015", "a sum of 2015.5", False),
    ("2015", "the model G2015", False),
    ("2015", "It ended in 2015.", True),
    ("2023-09", "in September 2023", True),
    ("2023-09", "in Sept. 2023", True),
    ("2023-09", "in SEPTEMBER 2023", True),
    ("2023-09", "in September", False),
    ("2023-09", "9 people in 2023", False),
    ("2023-09-15", "on 15 September 2023", True),
    ("2023-09-15", "on September 15th, 2023", True),
    ("2023-09-05", "on 5 September 2023", True),
    ("2023-09-15", "in September 2023", False),
    ("2023-09-15", "published 2023-09-15", True),
    ("2023-09-15", "published 2023-09", False),
    ("2023-09", "published 2023-09-15", True),
    ("2023", "published 2023-09-15", True),
    ("2023-09-15", "от 15.09.2023 г.", True),
    ("2023-09-16", "от 15.09.2023 г.", False),
    ("2023-09-15", "15 сентября 2023 года", True),
    ("2023-05-09", "9 мая 2023 года", True),
    ("2023-05", "май 2023", True),
    ("2023-05", "маяк 2023", False),
    ("2023-09", "၂၀၂၃ ခုနှစ် စက်တင်ဘာလ", True),
    ("2023-05", "၂၀၂၃ ခုနှစ် မေလ", True),
    ("2023-05", "၂၀၂၃ ခုနှစ် မေး", False),
    ("2023-05", "it may end in 2023", False),
    ("2023-05", "May the vote of 2023 come", False),
    ("2023-05", "in May 2023", True),
    ("2023-05", "on May 9, 2023", True),
    ("2023-03", "a March to the capital in the year 2023", False),
    ("2023-03", "9 March 2023", True),
    ("2023-21", "in the spring of 2023", True),
    ("2023-23", "in the fall of 2023", True),
    ("2023-22", "in the spring of 2023", False),
    ("2023-33", "in the first quarter of 2023", False),
    ("202X", "in the 2020s", True),
    ("202X", "in 2023", True),
    ("202X", "dated 2023-09-15", True),
    ("202X", "in the 2010s", False),
    ("2020", "in the 2020s", False),
    ("2013/2023", "from 2013 to 2023", True),
    ("[2025..]", "postponed until at least 2025", True),
    ("[2025..]", "2025 at the earliest", True),
    ("2025", "postponed until at least 2025", False),
    ("2025", "2025 at the earliest", False),
    ("2025/..", "postponed until at\nleast 2025", False),
    ("2023~", "about 2023", True),
    # The parts of a date are together.
    ("2019-03-05", "on 5 March the vote of 2019 was held", False),
    ("2019-03-05", "In 2019 they met. On 5 March they left", False),
    ("2019-03-05", "5 people came in March 2019", False),
    ("2019-03", "in March they met, and again in 2019", False),
    ("2019-03", "in March and in 2019", False),
    ("2019-21", "in spring they met in 2019", False),
    ("2019-03-05", "published 2019-04-01; on 5 March they met", False),
    ("2019-03-05", "5 March 2019", True),
    ("2019-03-05", "March 5, 2019", True),
    ("2019-03-05", "the 5th day of March in the year 2019", True),
    ("2019-03-05", "on 5 March (Tuesday) 2019", True),
    ("2019-03-05", "5-March-2019", True),
    ("2019-03-05", "5 Mar. 2019", True),
    ("2019-03-05", "In 2019, on 5 March, they met", True),
    ("2019-03-05", "from 5 to 7 March 2019", True),
    ("2019-03-06", "on 5, 6 and 7 March 2019", True),
    ("2019-03-06", "March 5\N{EN DASH}6, 2019", True),
    ("2019-05-30", "from 30 May to 2 June 2019", True),
    ("2019-06-30", "from 30 May to 2 June 2019", False),
    ("2019-05-02", "from 30 May to 2 June 2019", False),
    ("2019-04-05", "March 5 and 7 April 2019", False),
    ("2019-03-07", "March 5 and 7 April 2019", False),
    ("2019-04-07", "March 5, April 7, 2019", True),
    ("2019-03-07", "5 March, 7 April 2019", False),
    ("2019-03", "in March, April and May 2019", True),
    ("2018-06", "in March 2018 and June 2019", False),
    ("2019-03", "in March 2018 and June 2019", False),
    ("2018-03", "in March 2018 and June 2019", True),
    ("2018-06-06", "On March 5, 2018, June 6, 2019, they met", False),
    ("2019-06-06", "On March 5, 2018, June 6, 2019, they met", True),
    ("2020-03-05", "In 2019, on 5 March, in 2020, on 6 June", False),
    ("2019-03-05", "In 2019, on 5 March, in 2020, on 6 June", True),
    ("2019-03-05", "5 марта 2019 года", True),
    ("2019-03-05", "5-го марта 2019 г.", True),
    ("2019-03-05", "с 5 по 7 марта 2019 года", True),
    ("2019-03-05", "5 марта, а в 2019 году", False),
    ("2019-03-14", "၂၀၁၉ ခုနှစ် မတ်လ ၁၄ ရက်တွင်", True),
    ("2019-03-14", "၂၀၁၉ ခုနှစ်၊ မတ်လ (၁၄) ရက်နေ့", True),
    ("2020-03-14", "၂၀၁၉ ခုနှစ် မတ်လ ၁၄ ရက် နှင့် ၂၀၂၀ ခုနှစ် ဇွန်လ ၂ ရက်", False),
    ("2020-06-02", "၂၀၁၉ ခုနှစ် မတ်လ ၁၄ ရက် နှင့် ၂၀၂၀ ခုနှစ် ဇွန်လ ၂ ရက်", True),
    ("2019-03-14", "မတ်လ ၁၄ ရက်တွင် ရွေးကောက်ပွဲ ၂၀၁၉", False),
    ("2019-21", "in the spring of the year 2019", True),
    ("2019-24", "in autumn and winter 2019", True),
    (
        "2019-09",
        "a vote in\N{LEFT DOUBLE QUOTATION MARK}September 2019\N{RIGHT DOUBLE QUOTATION MARK}",
        True,
    ),
    ("2019-09", "a vote (September 2019).", True),
    ("1914/1918", "the war of 1914-18", True),
    ("1914/1918", "the war of 1914–18, it is said", True),
    ("2010/2012", "the drought of 2010–12", True),
    ("2010/2012", "the report of 2010-12", False),
    ("1914/1919", "the war of 1914-18", False),
    ("1918", "the war of 1914-18", False),
    ("1918/1994", "the page 1918-14", False),
    ("2019/2031", "on 2019-31-05", False),
    ("2019-09", "လွန်ခဲ့သော၂၀၁၉ခုနှစ်စက်တင်ဘာလအတွင်း", True),
    ("2019-09", "၂၀၁၉ ခုနှစ် ရွေးကောက်ပွဲ စက်တင်ဘာလ", False),
]


@pytest.mark.parametrize(("text", "words", "stands"), STANDS)
def test_every_component_must_stand_in_the_evidence(text: str, words: str, *, stands: bool) -> None:
    assert digits_in(parse(text), words) is stands


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from(["%Y-%m-%d", "%d.%m.%Y"]))
def test_a_written_day_bears_out_itself_and_no_other(day: date, form: str) -> None:
    words = f"on {day.strftime(form)}, they said"
    assert digits_in(parse(str(day)), words)
    assume(day < date.max)
    assert not digits_in(parse(str(day + timedelta(days=1))), words)


# --- relative dates ------------------------------------------------------------------

RESOLVED = [
    ("this year", "2023-09-15", "2023"),
    ("Earlier  this\nyear", "2023-09-15", "[2023-01-01..2023-09-15]"),
    ("earlier this year", "2023-09", "2023"),
    ("later this month", "2023-09-15", "[2023-09-15..2023-09-30]"),
    ("later this month", "2023-09-30", "2023-09-30"),
    ("позже в этом году", "2023-12-15", "[2023-12-15..2023-12-31]"),
    ("on Tuesday", "2023-09-15", "2023-09-12"),
    ("on Friday", "2023-09-15", "2023-09-15"),
    ("on Monday evening", "2023-09-15", "2023-09-11"),
    ("early on Sunday", "2023-09-15", "2023-09-10"),
    ("three weeks ago", "2023-09-15", "2023-08-25~"),
    ("three weeks ago", "2023-09", None),
    ("a week later", "2023-12-31", "2024-01-07~"),
    ("two days ago", "2023-09-15", "2023-09-13"),
    ("In October last year", "2023-09-15", "2022-10"),
    ("in October of this year", "2023", "2023-10"),
    ("in May next year", "2023-09-15", "2024-05"),
    ("Friday, 22 September", "2023-09-30", "2023-09-22"),
    ("on Friday, September 22", "2023-09-30", "2023-09-22"),
    ("Thursday, 22 September", "2023-09-30", None),
    ("the next day", "2023-02-28", "2023-03-01"),
    ("the next day", "2023-02", None),
    ("three days later", "2023-12-30", "2024-01-02"),
    ("last Friday", "2023-09-15", "2023-09-08"),
    ("next Friday", "2023-09-15", "2023-09-22"),
    ("в прошлую среду", "2023-09-15", "2023-09-13"),
    ("on Tuesday", "2023-09", None),
    ("in the spring", "2023-09-15", "2023-21"),
    ("in the winter", "2023-02-15", "2022-24"),
    ("last winter", "2023-02-15", "2021-24"),
    ("next summer", "2023-07-15", "2024-22"),
    ("весной", "2023-09-15", "2023-21"),
    ("at the weekend", "2023-09-15", "[2023-09-09..2023-09-10]"),
    ("at the weekend", "2023-09-16", "[2023-09-16..2023-09-17]"),
    ("last weekend", "2023-09-17", "[2023-09-09..2023-09-10]"),
    ("в выходные", "2023-09-15", "[2023-09-09..2023-09-10]"),
    ("a year earlier", "2023-09-15", "2022~"),
    ("годом ранее", "2023-09-15", "2022~"),
    ("в апреле", "2023-09-15", "2023-04"),
    ("next year", "2023-09-15", "2024"),
    ("last year", "2023", "2022"),
    ("this month", "2023-09-15", "2023-09"),
    ("this month", "2023", None),
    ("next month", "2023-12-15", "2024-01"),
    ("last month", "2023-01", "2022-12"),
    ("this week", "2023-09-15", "[2023-09-11..2023-09-17]"),
    ("next week", "2023-09-15", "[2023-09-18..2023-09-24]"),
    ("last week", "2023-09-15", "[2023-09-04..2023-09-10]"),
    ("last week", "2023-09", None),
    ("today", "2023-09-15", "2023-09-15"),
    ("yesterday", "2023-03-01", "2023-02-28"),
    ("tomorrow", "2023-12-31", "2024-01-01"),
    ("today", "2023-09", None),
    ("tomorrow", "9999-12-31", None),
    ("now", "2023-09-15", "2023-09-15"),
    ("now", "2023-09", "2023-09"),
    ("currently", "2023", "2023"),
    ("in September", "2023-09-15", "2023-09"),
    ("in Sept", "2023-10", "2023-09"),
    ("in August", "2023-09-15", "2023-08"),
    ("in October", "2023-09-15", "2022-10"),
    ("in September", "2023", None),
    ("this May", "2023-09-15", "2023-05"),
    ("on 12 September", "2023-09-15", "2023-09-12"),
    ("on September 16", "2023-09-15", "2022-09-16"),
    ("29 February", "2023-09-15", "2020-02-29"),
    ("31 April", "2023-09-15", None),
    ("12 September", "2023-09", None),
    ("over the past decade", "2023-09-15", "2013~/2023"),
    ("in the last decade", "2023-09-15", "2013~/2023"),
    ("the past five years", "2023-09-15", "2018~/2023"),
    ("over the last 12 years", "2023-09-15", "2011~/2023"),
    ("over the past three months", "2023-02-15", "2022-11~/2023-02"),
    ("over the past three months", "2023", None),
    ("two years ago", "2023-09-15", "2021~"),
    ("a year ago", "2023-09-15", "2022~"),
    ("a decade ago", "2023-09-15", "2013~"),
    ("a decade ago", "0005", None),
    ("in recent weeks", "2023-09-15", "[..2023-09-15]"),
    ("recently", "2023-09", "[..2023-09]"),
    ("until at least 2025", "2023-09-15", "[2025..]"),
    ("at least 2025", "2023-09-15", "[2025..]"),
    ("2025 at the earliest", "2023-09-15", "[2025..]"),
    ("2025 or later", "2023-09-15", "[2025..]"),
    ("in 2025", "2023-09-15", None),
    ("during the 2015 and 2020 elections", "2023-09-15", None),
    ("originally scheduled for this year", "2023-09-15", None),
    ("soon", "2023-09-15", None),
    ("this year", "2023-21", None),
    ("this year", "202X", None),
    ("this year", "2023~", None),
    ("this year", "2023/2024", None),
    ("this year", "[..2023]", None),
]


@pytest.mark.parametrize(("phrase", "counted_from", "expected"), RESOLVED)
def test_a_phrase_of_the_closed_list_is_resolved(
    phrase: str, counted_from: str, expected: str | None
) -> None:
    found = resolve(phrase, parse(counted_from))
    assert (found and found.text) == expected


FORWARD = [
    ("in April", "2023-09-15", "2024-04"),
    ("in September", "2023-09-15", "2023-09"),
    ("for November", "2023-06-20", "2023-11"),
    ("in mid-October", "2023-06-20", "2023-10"),
    ("for 14 May", "2023-02-20", "2023-05-14"),
    ("on 22 September", "2023-05", "2023-09-22"),
    ("last August", "2023-09-15", "2023-08"),
    ("last September", "2023-09-15", "2022-09"),
    ("two years later", "2023-09-15", "2025~"),
    ("ten years ago this month", "2023-09-15", "2013-09"),
    ("by the end of the year", "2023-09-15", "[2023-09-15..2023-12-31]"),
    ("no earlier than 15 January", "2023-06-20", "[2024-01-15..]"),
    ("не раньше 15 января", "2023-06-20", "[2024-01-15..]"),
    ("на 20 ноября", "2023-06-20", "2023-11-20"),
    ("on 12 September", "2023-09-15", "2024-09-12"),
    ("on Tuesday", "2023-09-15", "2023-09-19"),
    ("on Friday", "2023-09-15", "2023-09-15"),
    ("on Tuesday morning", "2023-09-15", "2023-09-19"),
    ("Friday, 22 September", "2023-09-15", "2023-09-22"),
    ("last Tuesday", "2023-09-15", "2023-09-12"),
    ("in the spring", "2023-09-15", "2024-21"),
    ("in the winter", "2023-02-15", "2022-24"),
    ("at the weekend", "2023-09-15", "[2023-09-16..2023-09-17]"),
    ("в апреле", "2023-09-15", "2024-04"),
    ("во вторник", "2023-09-15", "2023-09-19"),
    ("весной", "2023-09-15", "2024-21"),
]


def test_a_day_of_another_month_is_counted_from_a_month_without_its_day() -> None:
    published = parse("2024-05")
    february = resolve("on 22 February", published)
    assert february is not None
    assert february.text == "2024-02-22"
    assert resolve("on 22 May", published) is None


@pytest.mark.parametrize(("phrase", "counted_from", "expected"), FORWARD)
def test_what_was_still_to_come_is_counted_forward(
    phrase: str, counted_from: str, expected: str
) -> None:
    found = resolve(phrase, parse(counted_from), forward=True)
    assert found is not None
    assert found.text == expected


def test_every_entry_of_the_list_resolves_and_says_what_it_means() -> None:
    filling = {
        "{month}": "May", "{day}": "7", "{number}": "3", "{year}": "2025", "{weekday}": "Sunday",
        "{season}": "spring",
    }  # fmt: skip
    russian = {"{month_in}": "мае", "{month_of}": "мая", "{weekday}": "среду", "{season}": "весной"}
    seen = set()
    for language, entry in ((name, e) for name, entries in RELATIVE.items() for e in entries):
        assert entry.rule.means
        for phrase in entry.phrases:
            words = phrase
            for slot, value in {**filling, **(russian if language == "ru" else {})}.items():
                words = words.replace(slot, value)
            assert isinstance(resolve(words, PUBLISHED), Edtf), words
            assert words not in seen
            seen.add(words)


AGREES = [
    ("2023-09", "2023-09", None),
    ("2023", "2023-09", None),
    ("202X", "2023", None),
    ("2023-09-15", "2023-09", "more precise"),
    ("2023-09-2X", "2023-09", "more precise"),
    ("2024", "2023", "does not agree"),
    ("2023-10", "2023-09", "does not agree"),
    ("[2025..]", "[2025..]", None),
    ("[2024..]", "[2025..]", None),
    ("[2026..]", "[2025..]", "more precise"),
    ("2025", "[2025..]", "more precise"),
    ("2025/..", "[2025..]", "a span"),
    ("{2025,2026}", "[2025..]", "each of several"),
    ("[2023,2024]", "2024", None),
    ("[2023,2025]", "2024", "does not agree"),
    ("2023/2024", "2024", "a span"),
    ("[2013..2023]", "2013/2023", "one of several"),
    ("2013/2023", "2013/2023", None),
    ("2010/2023", "2013/2023", None),
    ("201X/202X", "2013/2023", None),
    ("2013-01/2023-12", "2013/2023", "more precise"),
    ("2014/2023", "2013/2023", "more precise"),
    ("[..2023-09-15]", "[..2023-09-15]", None),
    ("[..2023-09-15]", "2023-08", None),
    ("2023-08", "[..2023-09-15]", "more precise"),
    ("2013~", "2013~", None),
    ("2013", "2013~", "more certain"),
    ("2013", "2013?", "more certain"),
    ("2013~", "2013%", "more certain"),
    ("2013%", "2013~", None),
    ("201X", "2013~", None),
]


@pytest.mark.parametrize(("given_text", "resolved", "sentence"), AGREES)
def test_a_value_may_say_less_than_the_phrase_but_never_more(
    given_text: str, resolved: str, sentence: str | None
) -> None:
    found = disagreement(parse(given_text), parse(resolved))
    if sentence is None:
        assert found is None
    else:
        assert found is not None
        assert sentence in found
        assert given_text in found
        assert resolved in found


# --- laws ------------------------------------------------------------------------------

days = st.dates()
moments = st.builds(
    lambda day, cut, mark: day.isoformat()[:cut] + mark,
    days,
    st.sampled_from([4, 7, 10]),
    st.sampled_from(["", "~", "?", "%"]),
)
texts = st.one_of(
    moments,
    moments.map(lambda moment: f"[{moment}..]"),
    moments.map(lambda moment: f"[..{moment}]"),
    moments.map(lambda moment: f"{moment}/.."),
    moments.map(lambda moment: f"/{moment}"),
    st.lists(moments, min_size=1, max_size=4).map(lambda some: f"[{', '.join(some)}]"),
    st.lists(moments, min_size=1, max_size=4).map(lambda some: f"{{{','.join(some)}}}"),
    st.tuples(st.integers(1, 9999), st.integers(21, 41)).map(lambda two: f"{two[0]:04}-{two[1]}"),
)


@given(texts)
def test_every_value_keeps_its_text_and_its_bounds_are_in_order(text: str) -> None:
    value = parse(text)
    assert value.text == text
    assert value.lower <= value.upper
    was = when(value)
    assert was.first <= was.last == value.upper
    assert tuple(map(str, years(value))) == years_within(text)
    assert (was.lasted.isoformat(), was.begun.isoformat()) == surely(value)
    assert was.first.isoformat() == first_day(value)
    assert in_words(value).strip() == in_words(value) != ""
    assert disagreement(value, value) is None


@given(st.lists(texts, unique=True))
def test_the_order_is_total_and_does_not_depend_on_where_it_begins(some: list[str]) -> None:
    keys = [sort_key(parse(text)) for text in some]
    assert len(set(keys)) == len(keys)
    turned = keys[1:] + keys[:1]
    assert sorted(keys) == sorted(turned)


@given(st.text(alphabet="0123456789X-/.[]{},~?%YT ", max_size=24))
def test_any_text_is_read_or_refused_and_nothing_else(text: str) -> None:
    try:
        value = parse(text)
    except DateError:
        return
    assert value.lower <= value.upper
    assert in_words(value)


@given(days)
def test_a_coarser_date_agrees_and_a_finer_one_does_not(day: date) -> None:
    finest, month, year = (parse(day.isoformat()[:cut]) for cut in (10, 7, 4))
    assert disagreement(year, month) is None
    assert disagreement(month, finest) is None
    assert "more precise" in (disagreement(month, year) or "")
    assert "more precise" in (disagreement(finest, month) or "")


@given(st.text(max_size=30), days)
def test_free_text_is_never_guessed_at(text: str, day: date) -> None:
    counted = parse(day.isoformat())
    assert resolve(f"words {text}", counted) is None


def test_the_phrases_of_a_text_do_not_depend_on_the_order_of_a_set() -> None:
    code = (
        "from citebound.dates.relative import phrases_in\n"
        "text = 'Six agreed on Wednesday, 5 May 6, in the past ten years and earlier this month'\n"
        "print([one.words for one in phrases_in(text)])"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert found == {
        "['on Wednesday, 5 May', 'May 6', 'in the past ten years', 'earlier this month']\n"
    }
