"""Quotation marks: one table, and each mark of it is found in a body and in a field alike."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from citebound.markup.scanning import scan
from citebound.proof.made.derived import cited_title
from citebound.shown.passage import between_marks
from citebound.text.marks import (
    BRACKETS,
    DOUBLES,
    ELISION,
    OTHERS,
    PRIMES,
    RARE,
    SINGLES,
    first_marked,
)

PAIRS = [
    *(
        "“”",
        "„“",
        "«»",
        "»«",
        '""',
        "‹›",
        "›‹",
        "‚‘",
        "❛❜",
        "❝❞",
        "❮❯",
        "「」",
        "『』",
        "﹁﹂",
        "﹃﹄",
    ),
    *("〝〞", "‶″", "⹂”", "🙶🙷", "＂＂", "″″", "｢｣", "《》", "⟪⟫", "≪≫", "˝˝", "ʺʺ", "ˮˮ", "‴‴"),
    *("〈〉", "‷‴", "⸂⸃", "⸄⸅", "⸉⸊", "⸌⸍", "⸜⸝", "⸠⸡"),
    *("⟨⟩", "⟦⟧", "⸨⸩", "【】", ("⁽⁽", "⁾⁾"), ("՝՝", "՝՝"), ("،،", "،،"), ("ꓹꓹ", "ꓹꓹ")),
    *("‘’", "''", "‛’", "＇＇", "ʼʼ", "ʻʼ", "ʽʼ", "´´", "`´", "ˋˊ", "‵′", "′′", "ʹʹ"),
    *(("``", "''"), ("<<", ">>"), ("''", "''"), (",,", "''")),
]
"""What is put around words: an opening and a closing mark."""


@pytest.mark.parametrize("pair", PAIRS, ids="".join)
def test_marks_around_words_are_found_in_a_body_and_in_a_field(pair: tuple[str, str]) -> None:
    opening, closing = pair
    text = f"They call it {opening}a total fraud{closing} in public."
    document = scan(text, "a.md")
    assert document.quotations or document.problems
    assert first_marked(text) is not None


@pytest.mark.parametrize("sign", [*SINGLES, *RARE])
def test_two_equal_signs_around_words_are_marks(sign: str) -> None:
    text = f"They call it {sign * 2}a total fraud{sign * 2} in public."
    assert scan(text, "a.md").problems
    found = first_marked(text)
    assert found is not None
    assert not found.alone


@pytest.mark.parametrize("mark", [*DOUBLES, *OTHERS])
def test_a_mark_alone_is_found_in_a_body_and_in_a_field(mark: str) -> None:
    text = f"They call it {mark}a fraud in public."
    assert scan(text, "a.md").problems
    assert first_marked(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        *(f"It is 5{prime} long and 6{prime} wide." for prime in (*PRIMES, '"')),
        *(f"O{sign}Brien met D{sign}Souza." for sign in SINGLES if sign not in "`‘‵ˋˊ´ʽ‛"),
        "’Tis so in the ’90s, they said.",
        "The juntas’ vote, and the parties’ list.",
        "The צה׳׳ל and Dr. ז׳בוטינסקי; 5׳׳ wide.",
        "ʿAlī met the ulamāʾ; the name is ˈmjɑːnmɑː or ˌkaʼꞌat.",
    ],
)
def test_units_apostrophes_and_elisions_are_no_marks(text: str) -> None:
    assert not scan(text, "a.md").problems
    assert first_marked(text) is None


def test_an_elision_is_one_in_both_places() -> None:
    assert ELISION.match("’tis")
    assert not ELISION.match("’timber")


def test_what_unicode_calls_a_quotation_mark_is_in_the_table() -> None:
    table = {*DOUBLES, *OTHERS, *PRIMES, *SINGLES}
    missing = [
        letter
        for letter in map(chr, range(sys.maxunicode + 1))
        if unicodedata.category(letter) in ("Pi", "Pf")
        or "QUOTATION MARK" in unicodedata.name(letter, "")
        if letter not in table and unicodedata.category(letter) != "Cf"
    ]
    assert missing == []


@pytest.mark.parametrize("mark", [*DOUBLES, *OTHERS, *PRIMES, *SINGLES.replace("`", "")])
def test_an_address_holds_no_mark(mark: str) -> None:
    assert scan(f"So <https://example.org/{mark}x{mark}> has it.", "a.md").problems


def test_a_reason_holds_no_mark_of_any_kind() -> None:
    for opening, closing in PAIRS:
        assert first_marked(f"The junta called it {opening}a fraud of ours{closing} in public")


def test_every_bracket_that_is_followed_by_its_pair_is_known() -> None:
    pairs = {
        opening: closing
        for code in range(0x80, 0x10000)
        if unicodedata.category(opening := chr(code)) == "Ps"
        and unicodedata.category(closing := chr(code + 1)) == "Pe"
        and unicodedata.normalize("NFKC", opening) not in "([{"
        and opening not in OTHERS[: -2 * len(BRACKETS)]
    }
    assert pairs == BRACKETS


@pytest.mark.parametrize(
    ("title", "cited"),
    [
        ("A vote", "“A vote”"), ("The vote’s ‘day’", "“The vote’s ‘day’”"),
        ("A “sham” vote", "A “sham” vote"), ("“Sham”", "“Sham”"), ('A "sham"', 'A "sham"'),
        ("«Фарс»", "«Фарс»"), ("„Farce“", "„Farce“"),
    ],
)  # fmt: skip
def test_a_title_that_has_marks_is_cited_without_more(title: str, cited: str) -> None:
    """Made and proved apart, and alike."""
    assert between_marks(title) == cited_title(title) == cited
