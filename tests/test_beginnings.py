"""What is known of a list of words by the letters that they begin with."""

from __future__ import annotations

from pathlib import Path

import pytest
import regex

from citebound.claims.unnamed import KINDS
from citebound.text.beginnings import Beginnings, words_in
from citebound.text.beside_bounds import ALSO
from citebound.text.opposites import OPPOSITES

HERE = Path(__file__).resolve().parent
LISTS = (
    *(words for pairs in OPPOSITES.values() for pair in pairs for words in (pair.one, pair.other)),
    *ALSO.values(),
    *KINDS,
)


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("began|begins", {"began", "begins"}),
        ("Support(?:s|ed)|back(?:s|ed)", {"support", "back"}),
        (r"(?<=\b(?:is|was)\s)(?:legal|lawful)", {"legal", "lawful"}),
        (r"(?:за|о)?кончил\w*", {"закончил", "окончил", "кончил"}),
        ("уч[её]ны", {"учены", "учёны"}),
        (r"forb[ai]d\w*|favou?rs", {"forbad", "forbid", "favo"}),
        ("reprehensible", {"reprehen"}),
        ("not all|put-offs?", {"not", "put"}),
    ],
)
def test_a_list_is_known_by_the_first_letters_of_each_alternative(
    pattern: str, letters: set[str]
) -> None:
    assert {*Beginnings(pattern).letters} == letters


@pytest.mark.parametrize("pattern", ["up|down", "cat?s", r"\w+ly", "(?:a|b)?c", "(?:began"])
def test_an_alternative_that_does_not_begin_so_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"letters|end"):
        assert Beginnings(pattern).letters


def test_capitals_do_not_count() -> None:
    begins = Beginnings("illegal", "ünal")
    for text in ("Illegal", "a, ILLEGAL", "“İllegal”", "ÜNAL", "1illegal", "²illegal"):
        assert begins.may_be_in(text), text
    for text in ("", "legal", "the bill", "unal"):
        assert not begins.may_be_in(text), text


def test_of_a_text_with_other_characters_nothing_is_known() -> None:
    assert words_in("ban န") is None
    assert Beginnings("illegal").may_be_in("ban န")


def test_where_a_word_of_a_list_is_the_list_may_begin() -> None:
    folders = (HERE / "cases", HERE.parent / "seeds", HERE.parent / "briefings")
    paths = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    lines = {line for path in paths for line in path.read_text("utf-8", "replace").splitlines()}
    text = "\n".join(sorted(lines))
    for words in LISTS:
        begins = Beginnings(words)
        whole = regex.compile(rf"(?<![\p{{L}}\p{{M}}])(?:{words})", regex.IGNORECASE)
        for found in whole.finditer(text):
            assert begins.may_be_in(found.group()), found.group()
