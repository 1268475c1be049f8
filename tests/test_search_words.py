"""The words of a query are those of the index: a browser cuts and folds them as Python does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any, Protocol

import pytest
import yaml
from playwright.sync_api import Browser, Page

from bench.generated import Project
from citebound.dates import parse, when
from citebound.dates.counting import MONTHS
from citebound.indexes import indexes_of
from citebound.passages.binding import bind
from citebound.public import decide
from citebound.reading import read_project
from citebound.search.postings import beginning
from citebound.search.record import Record
from citebound.search.records import records
from citebound.search.segment import word_ends
from citebound.search.when import month_rows
from citebound.search.words import words_of
from citebound.shown.facts import SiteFacts
from conftest import ROOT
from project import site_project

LONGEST = 64
"""So much of a word a browser looks for."""


@pytest.fixture(scope="module")
def browser_page(chromium: Browser, serve_folder: Callable[[Path], str]) -> Iterator[Page]:
    with chromium.new_context() as context:
        page = context.new_page()
        page.goto(f"{serve_folder(ROOT / 'hooks/theme')}assets/favicon.svg")
        yield page


class Ask(Protocol):
    """Asks a function of a script, in Chromium, for what it answers to each of some values."""

    def __call__(self, script: str, call: str, values: object) -> Any:  # noqa: ANN401, JSON
        """The answers, in order."""


@pytest.fixture(scope="module")
def ask(browser_page: Page) -> Ask:
    def answers(script: str, call: str, values: object) -> Any:  # noqa: ANN401, JSON
        load = f"const m = await import('/assets/{script}.js');"
        return browser_page.evaluate(
            f"async (values) => {{ {load} return values.map((value) => {call}); }}", values
        )

    return answers


def cut(text: str) -> list[str]:
    """The words of a text as the index has them, as far as a browser looks for them."""
    return [word[:LONGEST] for word in words_of(text)]


TEXTS = (
    "What happened in September 2023?", "US", "US and UN", "E.U.", "King’s College", "king's",
    "KING'S COLLEGE", "kingʼs", "rock ’n’ roll", "d’État", "O’Brien’s", "know-how", "Kim Jong-un",
    "co‑operation", "co\u00adoperation", "re–elected—twice", "state/media", "A&B", "C++", "№5",
    "Éclair café naïve Çelik Łódź Øresund Straße ΟΔΥΣΣΕΥΣ Ὀδυσσεύς İstanbul ı I",
    "Россия", "РОССИЯ", "Матвеева", "Артём Матвеев ёлка Ёж", "Йод май мая", "Кий\u0306", "и\u0306",
    "«выборы» в сентябре 2023 года", "президент-премьер", "Об’єкт", "Їжак ґанок",
    "မြန်မာ", "မြန်မာနိုင်ငံနှင့် ရုရှား", "ရွေးကောက်ပွဲကော်မရှင်ဥက္ကဋ္ဌ", "ဒေါ်ခင်မမမျိုး", "၂၀၂၃ ခုနှစ်",
    "U Thein Soe ဦးသိန်းစိုး", "ภาษาไทย การเลือกตั้ง", "缅甸选举 2025", "ミャンマーの選挙",
    "中文and English",
    "1,200.5", "2023-09-15", "15 May", "٢٠٢٣", "½ ² x²", "3rd", "a\u200bb", "a\u200db", "x_y", "…",
    "",
    "हिन्दी", "한국어", "עברית", "العَرَبِيَّة", "ﬁnance", "Ａｂｃ", "a\u0301", "n\u0303o",
    "𠀀", "𝒜bc", "🗳️ vote",
    "x" * 70, "MoU", "mounting", "“quoted” ‘words’ „hier“ ‹là›", "tab\tand\nline", "NBSP\u00a0here",
)  # fmt: skip


def test_a_browser_cuts_and_folds_a_text_as_the_index_does(ask: Ask) -> None:
    found = ask("search-words", "m.wordsOf(value)", TEXTS)
    assert dict(zip(TEXTS, found, strict=True)) == {text: cut(text) for text in TEXTS}
    assert sum(map(len, found)) > 120


def test_texts_of_random_signs_have_the_same_words_on_both_sides(ask: Ask) -> None:
    signs = "aAeEIiıİoößſ'’ʼ-–_ .,09²½éÉйЙёЁиїґΣσςкK"
    signs += "\u0301\u0306\u0308\u00ad\u200b\u200c\u200d\u00a0"
    draw = Random(11)  # noqa: S311, no secret
    texts = ["".join(draw.choices(signs, k=draw.randint(1, 14))) for _ in range(3_000)]
    found = ask("search-words", "m.wordsOf(value)", texts)
    differ = [
        (text, has, cut(text)) for text, has in zip(texts, found, strict=True) if has != cut(text)
    ]
    assert differ == []


def told(record: Record) -> list[str]:
    return [record.title, *record.names, *(part.text for part in record.parts), record.about]


def records_of(root: Path) -> tuple[Record, ...]:
    library = read_project(root)
    return records(indexes_of(decide(library, bind(library))), SiteFacts())


def test_every_text_of_two_sites_has_the_same_words_on_both_sides(ask: Ask, tmp_path: Path) -> None:
    """English, Russian and Burmese. Where the dictionaries of two versions of ICU cut a run without
    spaces differently, the index has the end of a word from which the browser's begins.
    """
    Project(24).write(tmp_path / "generated")
    held = [*records_of(site_project()), *records_of(tmp_path / "generated")]
    texts = sorted({text for record in held for text in told(record) if text})
    assert len(texts) > 400
    found = ask("search-words", "m.wordsOf(value)", texts)
    for text, words in zip(texts, found, strict=True):
        index = cut(text)
        if words != index:
            ends = {*index, *word_ends(text)}
            assert all(any(end.startswith(word) for end in ends) for word in words), text


def test_the_file_of_a_word_is_the_same_on_both_sides(ask: Ask) -> None:
    words = sorted({word for text in TEXTS for word in words_of(text)} | {"a", "я", "𠀀𠀁b"})
    assert ask("search-words", "m.beginning(value)", words) == [*map(beginning, words)]


def queries() -> list[str]:
    found = [case["asks"] for path in sorted((ROOT / "tests/judged").glob("*.yml"))
             for case in yaml.safe_load(path.read_text("utf-8"))]  # fmt: skip
    return [str(asks) for asks in found if asks] + [text for text in TEXTS if words_of(text)]


def test_every_word_of_a_query_is_looked_for_or_said_to_be_left_out(ask: Ask) -> None:
    """And each is a word as the index has it. What asks for events at a time is neither."""
    asked = queries()
    assert len(asked) > 150
    for text, read in zip(asked, ask("search-words", "m.parse(value)", asked), strict=True):
        words = cut(text)
        sought = [
            word
            for g in read["groups"]
            for word in (cut(g["typed"]) if g.get("isTime") else g["words"])
        ]
        dropped = [word for typed in read["dropped"] for word in cut(typed)]
        assert {*sought, *dropped} <= {*words}, text
        left = {*words} - {*sought, *dropped}
        assert not left or (read["time"] and left <= ASKING) or read["cut"], (text, left)


ASKING = {
    "event", "events", "timeline", "date", "dates", "year", "month", "года", "году", "год", "09",
    "произошло", "события", "событие",
}  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "sought", "dropped"),
    [
        ("when will the vote be", ["vote"], ["when", "will", "the", "be"]),
        ("US", ["us"], []),
        ("US sanctions", ["us", "sanctions"], []),
        ("UN or EU", ["un", "eu"], ["or"]),
        ("WHO report", ["who", "report"], []),
        ("IT law", ["it", "law"], []),
        ("who report", ["report"], ["who"]),
        ("the", ["the"], []),
        ("King’s College", ["kings", "college"], []),
        ("know-how", ["know how"], []),
        ("«выборами» в Мьянме", ["выборами", "мьянме"], ["в"]),
        ("“voter education” of Myanmar", ["voter education", "myanmar"], ["of"]),
        ("ရွေးကောက်ပွဲကော်မရှင်", ["ရွေးကောက်ပွဲ", "ကော်မရှင်"], []),
        ("15 may 2023", ["15", "may", "2023"], []),
        ("events in May 2023", ["may", "2023"], ["in"]),
        ("события в мае 2023 года", ["may", "2023"], ["в"]),
    ],
)
def test_a_query_is_read_as_it_was_meant(
    typed: str, sought: list[str], dropped: list[str], ask: Ask
) -> None:
    (read,) = ask("search-words", "m.parse(value)", [typed])
    assert [" ".join(group["words"]) for group in read["groups"]] == sought
    assert read["dropped"] == dropped
    index = [word for words in sought for word in words.split(" ")]
    assert index == words_of(" ".join(sought))


# --- times ------------------------------------------------------------------------------------

RUSSIAN = (
    "январь января январе", "февраль февраля феврале", "март марта марте", "апрель апреля апреле",
    "май мая мае", "июнь июня июне", "июль июля июле", "август августа августе",
    "сентябрь сентября сентябре", "октябрь октября октябре", "ноябрь ноября ноябре",
    "декабрь декабря декабре",
)  # fmt: skip


def test_a_month_is_read_in_english_and_in_russian(ask: Ask) -> None:
    assert ask("search-time", "m.MONTHS", [0]) == [[*MONTHS]]
    forms = [
        (f"{form} {year}", number, year)
        for number, (english, russian) in enumerate(zip(MONTHS, RUSSIAN, strict=True), 1)
        for form in (english, english.upper(), english[:3], *russian.split(" "))
        for year in (1999, 2023)
    ]
    texts = [cut(text) for text, _, _ in forms]
    for (text, month, year), read in zip(
        forms, ask("search-time", "m.timeIn(value)", texts), strict=True
    ):
        then = parse(f"{year}-{month:02}")
        months = [day.year * 12 + day.month - 1 for day in (then.lower, then.upper)]
        assert [read["from"], read["to"]] == months, text
        assert read["called"] == f"{MONTHS[month - 1]} {year}"


@pytest.mark.parametrize(
    ("typed", "called"),
    [
        ("2020", "2020"), ("events in 2020", "2020"), ("elections 2015", "2015"),
        ("in the year 2020", "2020"), ("2023-09", "September 2023"),
        ("Sept 2023", "September 2023"),
        ("September of 2023", "September 2023"), ("2023 September", "September 2023"),
        ("в сентябре 2023 года", "September 2023"), ("what may happen in 2025", "2025"),
        ("the 2023 may vote", "2023"), ("vote in May 2025", "May 2025"),
        ("15 September 2023", None), ("15th of September 2023", None), ("2023-09-15", None),
        ("September 15, 2023", None), ("September", None), ("between 2015 and 2020", None),
        ("may the vote", None), ("12345", None), ("0999", None), ("3500", None), ("", None),
    ],
)  # fmt: skip
def test_a_time_is_a_year_or_a_month_of_one(typed: str, called: str | None, ask: Ask) -> None:
    (read,) = ask("search-words", "m.parse(value).time", [typed])
    assert (read and read["called"]) == called


DATES = (
    "2023", "2023-09", "2023-09-15", "2023-10", "[2021..2023-09-15]", "2013~/2023", "2023/..",
    "[2025..]", "[..2023-09-15]", "../2023-09", "2023-24", "202X", "2023-XX-XX", "[2002, 2005]",
    "{2022-09, 2023-09}", "2023-08-31/2023-09-01", "2022/2024", "0001", "9999-12-31",
)  # fmt: skip


def test_what_was_at_a_time_is_the_same_on_both_sides(ask: Ask) -> None:
    """The rows of the index as a browser reads them, against the days of each date."""
    rows = month_rows([Record("event", "", "", edtf=text) for text in DATES])
    assert len(rows) == len(DATES)
    asked = ("2023", "2023-09", "2023-10", "2022", "2020", "2013", "2025", "2035", "2036", "2002")
    call = f"[...m.eventsIn(m.timeIn(value.split('-')), {rows})]"
    for time, found in zip(asked, ask("search-time", call, asked), strict=True):
        then, wanted = parse(time), []
        for number, text in enumerate(DATES):
            was = when(parse(text))
            if was.first <= then.upper and was.last >= then.lower:
                is_sure = was.begun <= then.upper and was.lasted >= then.lower
                wanted.append([number, 2 if is_sure else 1])
        assert found == wanted, time
