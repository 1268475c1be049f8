"""A quick look at a text of common characters finds what a thorough one does."""

from __future__ import annotations

import sys
from random import Random

import pytest
import regex

from citebound.text.common import is_common
from citebound.text.edges import UNSPACED
from citebound.text.naming import Names, names_pattern
from citebound.text.shingles import _COMMON_UNIT, _UNIT, units, words_alone

COMMON = [letter for letter in map(chr, range(sys.maxunicode + 1)) if is_common(letter)]
_LETTER = regex.compile(r"\p{L}")
_PART = regex.compile(r"[\p{L}\p{N}]")
_NONE = regex.compile(rf"[\p{{M}}\p{{Default_Ignorable_Code_Point}}{UNSPACED}]")


def test_of_common_characters_python_knows_the_letters_and_digits() -> None:
    assert "Я" in COMMON
    assert "\u00ad" not in COMMON
    for letter in COMMON:
        assert letter.isalpha() == bool(_LETTER.match(letter)), letter
        assert letter.isalnum() == bool(_PART.match(letter)), letter
        assert not _NONE.match(letter), letter


@pytest.mark.parametrize("seed", range(20))
def test_the_words_of_a_common_text_are_those_of_any(seed: int) -> None:
    random = Random(seed)  # noqa: S311, no secret
    letters = "abSstTdreVLl''’’ -_.,é1²ªЯжё—“”\n\0"
    for _ in range(200):
        text = "".join(
            random.choice(letters if random.random() < 0.9 else COMMON) for _ in range(14)
        )
        quick = [found.span() for found in _COMMON_UNIT.finditer(text)]
        assert quick == [found.span() for found in _UNIT.finditer(text)], text
        assert words_alone(text) == [unit.word for unit in units(text)], text


@pytest.mark.parametrize("seed", range(20))
def test_names_are_found_where_the_pattern_of_all_finds_them(seed: int) -> None:
    random = Random(seed)  # noqa: S311, no secret
    for number in range(200):
        names = [
            "".join(random.choice("ab'’ -S_.") for _ in range(random.randint(1, 4)))
            for _ in range(4)
        ]
        text = "".join(random.choice("ab'’ -S_.1" + "ယ" * (number % 2)) for _ in range(14))
        pattern = names_pattern(names)
        assert pattern is not None
        found = [found.span() for found in pattern.finditer(text)]
        assert [*Names(names).spans_in(text)] == found, (names, text)
