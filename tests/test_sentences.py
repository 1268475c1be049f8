"""Where sentences end: the Golden Rules, and sentences as newsrooms write them."""

from __future__ import annotations

import re
from time import process_time

import pytest

from citebound.text.sentences import has_no_stops, split

_END = re.compile(r"( ?)\| ?")
"""What stands between two sentences in the tables below; without spaces, they touch."""

GOLDEN = (
    "Hello World. | My name is Jonas.",
    "What is your name? | My name is Jonas.",
    "There it is! | I found it.",
    "My name is Jonas E. Smith.",
    "Please turn to p. 55.",
    "Were Jane and co. at the party?",
    "They closed the deal with Pitt, Briggs & Co. at noon.",
    "Let's ask Jane and co. | They should know.",
    "They closed the deal with Pitt, Briggs & Co. | It closed yesterday.",
    "I can see Mt. Fuji from here.",
    "St. Michael's Church is on 5th st. near the light.",
    "That is JFK Jr.'s book.",
    "I visited the U.S.A. last year.",
    "I live in the E.U. | How about you?",
    "I live in the U.S. | How about you?",
    "I work for the U.S. Government in Virginia.",
    "I have lived in the U.S. for 20 years.",
    (
        "At 5 a.m. Mr. Smith went to the bank. | He left the bank at 6 P.M. "
        "| Mr. Smith then went to the store."
    ),
    "She has $100.00 in her bag.",
    "She has $100.00. | It is in her bag.",
    (
        "He teaches science (He previously worked for 5 years as an engineer.) at the local "
        "University."
    ),
    "Her email is Jane.Doe@example.com. | I sent her an email.",
    "The site is: https://www.example.50.com/new-site/awesome_content.html. | Please check it out.",
    "She turned to him, 'This is great.' she said.",
    'She turned to him, "This is great." she said.',
    'She turned to him, "This is great." | She held the book out to show him.',
    "Hello!! | Long time no see.",
    "Hello?? | Who is there?",
    "Hello!? | Is that you?",
    "Hello?! | Is that you?",
    "1.) The first item | 2.) The second item",
    "1.) The first item. | 2.) The second item.",
    "1) The first item | 2) The second item",
    "1) The first item. | 2) The second item.",
    "1. The first item | 2. The second item",
    "1. The first item. | 2. The second item.",
    "• 9. The first item | • 10. The second item",
    "⁃9. The first item | ⁃10. The second item",
    "a. The first item | b. The second item | c. The third list item",
    "You can find it at N°. 1026.253.553. | That is where the treasure is.",
    "She works at Yahoo! in the accounting department.",
    "We make a good team, you and I. | Did you see Albert I. Jones yesterday?",
    (
        "Thoreau argues that by simplifying one’s life, “the laws of the universe will appear less "
        "complex. . . .”"
    ),
    '"Bohr [...] used the analogy of parallel stairways [...]" (Smith 55).',
    (
        "If words are left off at the end of a sentence, and that is all that is omitted, indicate "
        "the omission with ellipsis marks (preceded and followed by a space) and then indicate the "
        "end of the sentence with a period . . . . | Next sentence."
    ),
    "I never meant that.... | She left the store.",
    (
        "I wasn’t really ... well, what I mean...see . . . what I'm saying, the thing is . . . I "
        "didn’t mean it."
    ),
    (
        "One further habit which was somewhat weakened . . . was that of combining words into "
        "self-interpreting compounds. . . . | The practice was not abandoned. . . ."
    ),
)
"""The 48 Golden Rules of English, by Kevin Dias (diasks2/pragmatic_segmenter, MIT)."""

NEWSROOM = (
    "U Thein Soe met Ella A. Pamfilova in Moscow. | They signed nothing.",
    "Gen. Min Aung Hlaing spoke at 10.30 a.m. on Monday. | Nobody asked him anything.",
    "Inflation rose to 3.5 per cent in Jan. 2023. | The bank did nothing.",
    "The U.N. Secretary-General and the E.U. declined to comment.",
    "Dr. Myint of the U.S. team agrees.",
    "Lt. Col. Soe and Brig. Gen. Tun were there, Mr. Zaw was not. | Both left.",
    "Acme Co. Ltd. sold 1.2 million tons, e.g. of rice, i.e. a fifth.",
    "The talks (they began in May) went on. | No date was set.",
    "The vote (see No. 5 of the law) was put off.",
    "He waited … and then left. | No one came.",
    "Well… | No one came.",
    "“The vote is off.” | The commission said no more.",
    "“The vote is off,” the commission said. | It said no more.",
    "“Who will vote?” she asked.",
    "“Who will vote?” | She did not answer.",
    "It was “free.”[^a] | it was not fair.",
    "It was put off.[^a] | nobody knows why.",
    "It was put off.[^a][^b]|The people are sad.",
    "It was put off. [^a] | The people are sad.",
    "It was “put off.” | the people are sad.",
    "It was put off.|The people are sad.",
    "А. С. Пушкин родился в 1799 г. в Москве. | Это известно.",
    "В 2020–2021 гг. Россия и Мьянма подписали 5 соглашений. | Их тексты не опубликованы.",
    "Пришли проф. Иванов и др. участники, т. е. наблюдатели. | Все ушли.",
    "«Россия готова», — отметила она. | «Мы покажем».",
    "«Россия готова.» — отметила она.",
    "ကော်မရှင်က ရုရှားသို့ သွားသည်။ | ၂၀၂၅ ခုနှစ်တွင် ရွေးကောက်ပွဲ ကျင်းပမည်။",
    "၃.၅ ရာခိုင်နှုန်း တိုးသည်။ | “မသွားပါ။” | ဟု ပြောသည်။",
)
"""Sentences as newsrooms and editors write them, in English, Russian and Burmese."""


FAILING = {
    'She turned to him, "This is great." she said.': "a sentence always ends after a closing mark",
    "She turned to him, 'This is great.' she said.": "the same",
    "1.) The first item | 2.) The second item": "an item of a list without an end mark",
    "1) The first item | 2) The second item": "the same",
    "1. The first item | 2. The second item": "the same",
    "• 9. The first item | • 10. The second item": "the same",
    "⁃9. The first item | ⁃10. The second item": "the same",
    "a. The first item | b. The second item | c. The third list item": "the same",
}
"""The Golden Rules that do not hold, and why."""


def parts(text: str, *not_ends: str, language: str = "en") -> list[str]:
    return [span.of(text) for span in split(text, not_ends, language)]


def said(marked: str) -> str:
    return _END.sub(r"\1", marked)


@pytest.mark.parametrize("marked", GOLDEN)
def test_forty_of_the_48_golden_rules_hold(marked: str) -> None:
    assert (parts(said(marked)) == re.split(r" ?\| ?", marked)) is (marked not in FAILING)


@pytest.mark.parametrize("marked", NEWSROOM)
def test_sentences_of_newsrooms_end_where_they_end(marked: str) -> None:
    assert parts(said(marked)) == re.split(r" ?\| ?", marked)


def test_there_are_48_golden_rules_and_28_sentences_of_newsrooms() -> None:
    assert (len(set(GOLDEN)), len(FAILING), len(NEWSROOM)) == (48, 8, 28)


@pytest.mark.parametrize(
    ("text", "not_ends", "found"),
    [
        ("See arts. 3 and 4. He left.", "arts.", ["See arts. 3 and 4.", "He left."]),
        ("See arts. 3 and 4. He left.", "arts. 3", ["See arts. 3 and 4.", "He left."]),
        ("Пришли 5 чел. Из Москвы.", "чел.", ["Пришли 5 чел. Из Москвы."]),
        ("Т. е. Он ушёл. Всё.", "Т. е.", ["Т. е. Он ушёл.", "Всё."]),
        ("The “U.S.” forces left.", "U.S.", ["The “U.S.” forces left."]),
    ],
)
def test_no_sentence_ends_after_what_an_editor_lists(
    text: str, not_ends: str, found: list[str]
) -> None:
    assert parts(text, not_ends) == found
    assert parts(text) != found


def test_a_sentence_ends_where_what_an_editor_lists_is_only_the_end_of_a_word() -> None:
    text, found = "He saw xNo. Then.", ["He saw xNo.", "Then."]
    assert parts(text, "No.") == parts(text) == found


def test_offsets_are_code_points() -> None:
    text = "😀 𝔸 е\u0301. Ё “😀.” so. Ok"
    assert [(s.start, s.end) for s in split(text)] == [(0, 7), (8, 14), (15, 18), (19, 21)]


@pytest.mark.parametrize("text", ["ไป. มา. Xx.", "សួស្តី។ ទៅ។", "ໄປ. ມາ."])
def test_where_no_stop_is_used_the_paragraph_is_one_sentence(text: str) -> None:
    assert has_no_stops(text)
    assert parts(text) == [text]


@pytest.mark.parametrize(
    "unit",
    [
        "“",
        "‘ ",
        "«",
        '"',
        "( ",
        "“a. ",
        "“a! ",
        "‹!--",
        "„a ",
        "(a. B) ",
        "He left. ",
        ".[@",
        ". ",
        "[1].",
        "x.”",
        "…",
        "Ok.[^a]",
    ],
)
def test_splitting_takes_time_in_proportion(unit: str) -> None:
    def took(text: str) -> float:
        began = process_time()
        assert list(split(text))
        return process_time() - began

    def takes(size: int) -> float:
        """The least of three runs: what else the machine does makes a run longer, never shorter."""
        text = unit * (size // len(unit))
        return min(took(text) for _ in range(3))

    takes(1000)
    assert takes(80_000) < max(0.3, 24 * takes(10_000))
