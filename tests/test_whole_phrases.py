"""Which cuts within a sentence are free, for words in any order: an answer, never an error."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citebound.passages.whole_phrases import LANGUAGES, Cut, is_free
from citebound.passages.word_classes import classes_of

WORDS = ("the", "mayor", "of", "Oslo", "in", "May", "2019", "20", "and", "or", ",", ";", "—", "(",
         ")", "who", "because", "was", "shot", "robbed", "say", "quickly", "all", "he", "king’s",
         "by", "“", "в", "городе", "старом", "мэр", "ушёл", "который", "и", "все", "быстро",
         ".")  # fmt: skip

some = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)


@given(some, some, some, st.integers(0, 40), st.sampled_from((*LANGUAGES, "my")))
def test_every_cut_has_an_answer(
    before: str, dropped: str, after: str, kept: int, language: str
) -> None:
    assert is_free(Cut(before, dropped, after, kept), language) in (True, False)


@given(some, st.sampled_from(LANGUAGES))
def test_each_word_has_one_class_and_an_end(text: str, language: str) -> None:
    classes, ends = classes_of(text, language)
    assert len(classes) == len(ends)
    assert list(ends) == sorted(ends)
    assert all(0 < end <= len(text) for end in ends)


@pytest.mark.parametrize(
    ("words", "classes"),
    [
        ("the head of the army resigned on Monday", "DXODXEPT"),
        ("all 20 mayors, however, say so", "QNX,A,SK"),
        ("in May 2019 Lee’s brother was shot by rebels", "PTTC’XHEBX"),
        ("it employs 500 people — and rises", "RVNX-JX"),
    ],
)
def test_words_are_told_by_lists_and_endings(words: str, classes: str) -> None:
    assert classes_of(words, "en").word_classes == classes
