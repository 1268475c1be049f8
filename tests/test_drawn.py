"""Dates drawn: what is known is drawn as known, what is possible as possible, in no other way."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citebound.dates import parse
from citebound.dates.edtf import Edtf, Kind
from citebound.dates.moments import DateError
from citebound.proof.made.drawn import axis_of
from citebound.shown.drawn import LEAST_BAR, MOST_TICKS, WIDTH, Scale, draw, scale_of

FIRST, LAST = parse("2001"), parse("2008")


def signs(text: str) -> dict[str, str]:
    return dict(draw(parse(text), scale_of((FIRST, LAST))))


def uprights(path: str) -> int:
    return len(re.findall(r"v10", path))


def arrows(path: str) -> int:
    return len(re.findall(r"L\S+ 17", path))


@pytest.mark.parametrize(
    ("text", "drawn", "ends"),
    [
        ("2003-05-06", {"point"}, (0, 0)),
        ("2003", {"possible", "ends"}, (2, 0)),
        ("2003-05", {"possible", "ends"}, (2, 0)),
        ("2003-05-XX", {"possible", "ends"}, (2, 0)),
        ("[2002..2004-05-06]", {"possible", "ends"}, (2, 0)),
        ("[2003..]", {"possible", "ends"}, (1, 1)),
        ("[..2003-05-06]", {"possible", "ends"}, (1, 1)),
        ("2003/..", {"possible", "ends"}, (1, 1)),
        ("/2003", {"possible", "ends"}, (1, 1)),
        ("2003~", {"possible"}, (0, 0)),
        ("2003-05-06?", {"possible"}, (0, 0)),
        ("2003-05-06/2004-07-08", {"known"}, (0, 0)),
        ("2003/2003", {"possible", "ends"}, (2, 0)),
        ("2002/2005", {"known", "possible", "ends"}, (2, 0)),
        ("2002~/2005", {"known", "possible", "ends"}, (1, 0)),
        ("2002-05-06~/2005-07-08", {"known", "possible"}, (0, 0)),
        ("[2002, 2005]", {"possible", "ends"}, (4, 0)),
        ("{2002-05-06, 2005-07-08}", {"point"}, (0, 0)),
    ],
)
def test_a_date_is_drawn_as_what_it_is(text: str, drawn: set[str], ends: tuple[int, int]) -> None:
    found = signs(text)
    assert {*found} == drawn
    assert (uprights(found.get("ends", "")), arrows(found.get("ends", ""))) == ends


def test_a_bar_is_only_as_long_as_is_known() -> None:
    """From the last day of the beginning to the first of the end; the rest is possible."""
    scale = scale_of((FIRST, LAST))
    found = signs("2002/2005")
    left = scale.at(date(2002, 12, 31).toordinal())
    right = scale.at(date(2005, 1, 2).toordinal())
    assert found["known"] == f"M{left:.1f} 12H{right:.1f}"
    first, last = re.findall(r"M(\S+) 12H([\d.]+)", found["possible"])
    assert [float(x) for x in first] == [
        round(scale.at(date(2002, 1, 1).toordinal()), 1), round(left, 1),
    ]  # fmt: skip
    assert float(last[1]) == round(scale.at(date(2006, 1, 1).toordinal()), 1)


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (("2023-09-15",), "2023 Mar May Jul Sep"),
        (("2023-09", "2024-02"), "2023 Mar May Jul Sep Nov 2024"),
        (("2022-05", "2024"), "2022 Jul 2023 Jul 2024 Jul"),
        (("2013", "[2025..]"), "2010 2015 2020 2025"),
        (("1945", "2023"), "1940 1960 1980 2000 2020"),
        (("0001", "9999"), "1 2001 4001 6001 8001"),
    ],
)
def test_an_axis_begins_with_a_year_and_has_few_marks(texts: tuple[str, ...], words: str) -> None:
    ticks = scale_of(map(parse, texts)).ticks
    assert " ".join(tick.words for tick in ticks) == words


def test_a_day_near_the_edge_is_drawn_within() -> None:
    assert draw(parse("9999-12-31"), scale_of([parse("9999-12-31")]))


# --- laws ------------------------------------------------------------------------------------

years = st.integers(1, 9999).map("{:04}".format)
months = st.tuples(years, st.integers(1, 12)).map(lambda at: f"{at[0]}-{at[1]:02}")
days = st.dates().map(str)
moments = st.tuples(st.one_of(years, months, days), st.sampled_from(["", "", "~", "?", "%"])).map(
    "".join
)
OPEN = st.one_of(moments, moments, st.just(""))


def _read(texts: tuple[str, str, str]) -> Edtf | None:
    form, one, other = texts
    try:
        return parse(form.format(one, other))
    except DateError:
        return None


FORMS = ("{0}", "{0}/{1}", "[{0}..{1}]", "[{0},{1}]", "{{{0},{1}}}", "{0}/..", "../{1}", "/{1}")
values = (
    st.tuples(st.sampled_from(FORMS), moments, OPEN)
    .map(_read)
    .filter(lambda value: value is not None)
)


@given(st.lists(values, min_size=1, max_size=4))
def test_what_is_drawn_lies_on_the_axis_and_bars_are_of_what_lasted(found: list[Edtf]) -> None:
    scale = scale_of(found)
    assert 1 <= len(scale.ticks) <= MOST_TICKS
    assert scale.ticks[0].words.isdecimal()
    for value in found:
        drawn = dict(draw(value, scale))
        assert drawn
        for path in drawn.values():
            xs = [float(x) for x in re.findall(r"[MHL](-?[\d.]+)", path)]
            assert all(-12 <= x <= WIDTH + 12 for x in xs)
        if value.kind is not Kind.INTERVAL:
            assert "known" not in drawn
        elif "known" in drawn:
            _as_long_as_known(value, scale, drawn["known"])


def _as_long_as_known(value: Edtf, scale: Scale, path: str) -> None:
    (stretch,) = value.stretches
    assert stretch.start is not None
    assert stretch.end is not None
    left, right = map(float, re.findall(r"[MH]([\d.]+)", path))
    lasted = scale.at(stretch.end.first.toordinal() + 1) - scale.at(stretch.start.last.toordinal())
    assert right - left <= max(lasted, LEAST_BAR) + 0.2


@given(st.lists(values, min_size=1, max_size=4))
def test_the_proof_draws_the_same(found: list[Edtf]) -> None:
    scale, axis = scale_of(found), axis_of(found)
    for value in found:
        again = re.findall(r'class="cb-(\w+)" d="([^"]*)"', axis.row(value).replace("\x0e", " "))
        assert dict(again) == {"years": scale.lines, **dict(draw(value, scale))}
    ticks = re.findall(r'x="([^"]*)" y="15">([^<]*)<', axis.head())
    assert ticks == [(tick.percent, tick.words) for tick in scale.ticks]
