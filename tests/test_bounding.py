"""One table of the words that bound, and every rule that derives from it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from citebound.claims.figures.comparing import Figures, keeps_bound
from citebound.claims.figures.reading import figures_in
from citebound.claims.limiting import read
from citebound.dates import digits_in, parse
from citebound.text import amounting, charging, qualifying
from citebound.text.bounding import OF_DATES, TABLE, Bounding, BoundWords, Of, measures
from citebound.text.limiting import LIMITS

IN = {"en": "It was so in 2025.", "ru": "Так было в 2025 году.", "my": "2025"}
SO_MANY = {"en": "There were 500 people.", "ru": "Их было 500 человек.", "my": "500"}

PHRASES = [
    pytest.param(row, phrase, after, id=f"{row.language} {row.bounding} {row.of} {phrase}")
    for row in TABLE
    for after, phrases in ((False, row.before), (True, row.after))
    for phrase in phrases
]


def beside(figure: str, phrase: str, *, after: bool, language: str) -> str:
    if language == "my":
        return f"{figure}{phrase}" if after else f"{phrase} {figure}"
    so = "It was so" if language == "en" else "Так было"
    return f"{so} {figure} {phrase}." if after else f"{so} {phrase} {figure}."


def bears_out(ours: str, theirs: str, language: str) -> bool:
    (figure,) = (one for one in figures_in(ours, language) if not one.quiet)
    held = Figures(figures_in(theirs, language))
    equal = held.equal_to(figure)
    assert equal
    return keeps_bound(figure, [held.found[n] for n in equal])


@pytest.mark.parametrize(("row", "phrase", "after"), PHRASES)
def test_a_bound_is_no_plain_figure(row: BoundWords, phrase: str, *, after: bool) -> None:
    if row.of is not Of.DATES:
        said = beside("500", phrase, after=after, language=row.language)
        assert not bears_out(SO_MANY[row.language], said, row.language)
    if row.of is not Of.AMOUNTS and row.language != "my":
        said = beside("2025", phrase, after=after, language=row.language)
        # What is so since 2025 is so in it.
        assert bears_out(IN[row.language], said, row.language) is (row.bounding is Bounding.SINCE)


@pytest.mark.parametrize(("row", "phrase", "after"), PHRASES)
def test_a_bound_is_no_plain_date(row: BoundWords, phrase: str, *, after: bool) -> None:
    if row.of is Of.AMOUNTS or row.weak or row.language == "my":
        return
    said = beside("2025", phrase, after=after, language=row.language)
    assert digits_in(parse("2025"), said) is (row.bounding is Bounding.SINCE)
    bound, other = ("[2025..]", "[..2025]") if row.bounding.is_least else ("[..2025]", "[2025..]")
    assert digits_in(parse(bound), said)
    assert digits_in(parse(other), said) is (row.bounding is Bounding.SINCE)


@pytest.mark.parametrize(("row", "phrase", "after"), PHRASES)
def test_a_bound_is_a_measure(row: BoundWords, phrase: str, *, after: bool) -> None:
    if row.bounding in OF_DATES or row.weak:
        return
    assert phrase in measures(row.language, after=after)
    said = beside("500", phrase, after=after, language=row.language)
    assert [word.measure for word in read(said).words if word.values] == [phrase]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("over 500 people", "under 500 people"),
        ("more than 500 people", "fewer than 500 people"),
        ("at least 500 people", "at most 500 people"),
        ("no less than 500 people", "no more than 500 people"),
        ("above 40 percent", "below 40 percent"),
        ("over 1300 lamps", "under 1300 lamps"),
        ("более 1300 рублей", "менее 1300 рублей"),
        ("before 2019", "after 2019"),
        ("until 2019", "since 2019"),
        ("no earlier than 2019", "no later than 2019"),
        ("2019 or later", "2019 or earlier"),
        ("более 500 человек", "менее 500 человек"),
        ("не менее 500 человек", "не более 500 человек"),
        ("выше 40 процентов", "ниже 40 процентов"),
        ("до 2019 года", "после 2019 года"),
        ("не раньше 2019 года", "не позже 2019 года"),
        ("2019 года или позже", "2019 года или раньше"),
    ],
)
def test_opposites_do_not_bear_each_other_out(one: str, other: str) -> None:
    language = "en" if one.isascii() else "ru"
    assert bears_out(one, one, language)
    assert bears_out(other, other, language)
    assert not bears_out(one, other, language)
    assert not bears_out(other, one, language)


def test_every_table_of_limits_has_every_language() -> None:
    tables = {
        name: value
        for module in (qualifying, charging, amounting)
        for name, value in vars(module).items()
        if isinstance(value, Mapping) and LIMITS.keys() & value.keys()
    }
    assert len(tables) >= 9
    for name, table in tables.items():
        assert table.keys() == LIMITS.keys(), name
