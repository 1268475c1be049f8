"""Work that grows with what there is, and not with its square: calls are counted, not seconds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, ClassVar

import pytest

from bench.long_projects import (
    each_of_its_sentence,
    library,
    many_sources,
    named_beside,
)
from citebound import checks, publish
from citebound.checks.bound_library import BoundLibrary
from citebound.claims import called as called_names
from citebound.claims import deeds as told_deeds
from citebound.claims import limiting, longer_names, names_beside, sayers
from citebound.claims.name_forms import words_in
from citebound.dates import digits_in, parse, written_dates
from citebound.indexes import Indexes, indexes_of
from citebound.markup import scan
from citebound.markup.placed import Placed
from citebound.model import Briefing, Library, Source, Span, Text
from citebound.pages import page_writer
from citebound.pages.source import source_page
from citebound.pages.source_text import DEEPEST
from citebound.passages.binding import bind
from citebound.problems import Checked
from citebound.proof.made import derived
from citebound.proof.made.ground import Ground
from citebound.proof.made.marks import Marks
from citebound.proof.nodes import Element
from citebound.public import decide
from citebound.shown.facts import SiteFacts
from citebound.text import naming
from citebound.text.sentences import paragraphs_of, sentences_of
from project import site_project

PATH = "briefings/2026-11-case.md"


def indexes(text: str, body: str) -> Indexes:
    """The indexes of a briefing with this body, about a source of this text."""
    paragraphs = paragraphs_of(text, "lines")
    source = Source(
        "s", text, paragraphs=paragraphs, sentences=sentences_of(text, paragraphs), path="s"
    )
    briefing = Briefing(
        "case", PATH, Text("A case"), Text("2026-11-30"), Text("So."), (Text("s"),),
        scan(body, PATH),
    )  # fmt: skip
    library = Library({"s": source}, (briefing,))
    return indexes_of(decide(library, bind(library)))


def counted(monkeypatch: pytest.MonkeyPatch, where: object, name: str, calls: Counter[str]) -> None:
    """Count the calls of a function."""
    true: Callable[..., object] = getattr(where, name)

    def count(*given: object, **named: object) -> object:
        calls[name] += 1
        return true(*given, **named)

    monkeypatch.setattr(where, name, count)


def test_the_words_of_a_sentence_are_made_once_for_all_that_it_quotes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The page prints the sentence of ours once at the sentence that it quotes."""
    words = [f"report {n:03} was" for n in range(40)]
    body = f"So {' and '.join(f'“{each}”' for each in words)} [@s]."
    made = indexes(f"It says {' and '.join(words)} put off.\n", body)
    calls: Counter[str] = Counter()
    counted(monkeypatch, page_writer, "show", calls)
    page = source_page(made.sources["s"], made, SiteFacts())
    assert len(made.quotations) == 40
    assert str(page.html).count("data-quote=") == 40 + 40
    assert calls["show"] == 40


def test_a_sentence_of_a_source_is_compared_with_the_passages_that_use_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "".join(f"Report {n:03} was put off.\n" for n in range(40))
    made = indexes(text, " ".join(f"So “Report {n:03} was put off” [@s]." for n in range(40)))
    calls: Counter[str] = Counter()
    counted(monkeypatch, Span, "meets", calls)
    page = source_page(made.sources["s"], made, SiteFacts())
    assert len(made.quotations) == 40
    assert str(page.html).count('<span class="cb-place" id="q-') == 40
    assert calls["meets"] <= 40 * 4


def test_passages_that_cross_have_a_place_each_and_one_has_the_words() -> None:
    made = indexes(
        "One two three four five six seven eight.\n",
        "So “two three four five” [@s]. So “three four” [@s] and “four five six” [@s].",
    )
    html = str(source_page(made.sources["s"], made, SiteFacts()).html)
    assert len(made.quotations) == 3
    assert (
        '<span class="cb-place" id="q-14-27"></span>One <span class="cb-place" id="q-4-23">two '
        '<span class="cb-place" id="q-8-18">three four</span> five</span> six seven eight.</span>'
    ) in html


def test_passages_within_one_another_are_elements_to_a_depth() -> None:
    words = [f"w{n}" for n in range(1, 41)]
    nested = [" ".join(words[n : 40 - n]) for n in range(12)]
    made = indexes(" ".join(words) + ".\n", " ".join(f"So “{each}” [@s]." for each in nested))
    html = str(source_page(made.sources["s"], made, SiteFacts()).html)
    assert len(made.quotations) == 12
    assert len(re.findall(r'<span class="cb-place" id="[^"]*"></span>', html)) == 12 - DEEPEST
    assert len(re.findall(r'<span class="cb-place" id="[^"]*">w', html)) == DEEPEST


# --- what is looked up again and again ------------------------------------------------------


def made_of(project: Library) -> publish.Edition:
    """All that is published of a project, made and proved, whatever is found in it."""
    bindings = bind(project)
    public = publish.public_of(project, bindings)
    return publish.render(publish.Verified(project, bindings, (), Checked(), public), SiteFacts())


class Counted(tuple[Any, ...]):
    """A row of things that counts how many of them are asked for."""

    __slots__ = ()
    asked: ClassVar[Counter[str]] = Counter()

    def __getitem__(self, at: Any) -> Any:  # noqa: ANN401, a number or a slice
        found = super().__getitem__(at)
        self.asked["of it"] += len(found) if isinstance(at, slice) else 1
        return found


def test_the_sentences_of_a_span_are_found_without_a_look_at_all_that_follow() -> None:
    source = indexes("".join(f"Report {n}.\n" for n in range(1000)), "So.").sources["s"].source
    counting = replace(source, sentences=Counted(source.sentences))
    Counted.asked.clear()
    assert counting.sentences_in(source.sentences[2].span) == source.sentences[2:3]
    assert Counted.asked["of it"] < 20


def test_a_stretch_of_a_run_is_cut_without_a_look_at_all_lines_that_follow() -> None:
    starts = tuple(range(0, 8000, 8))
    placed = Placed("a line.\n" * 1000, Counted(starts), Counted(n + 100 for n in starts))
    Counted.asked.clear()
    assert placed.stretch(10, 20) == Placed("line.\na li", (0, 6), (110, 116))
    assert Counted.asked["of it"] < 60


def test_what_is_public_is_decided_once_for_the_checks_and_for_what_is_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls: Counter[str] = Counter()
    counted(monkeypatch, publish, "decide", calls)
    counted(monkeypatch, checks, "decide", calls)
    publish.render(publish.verify(site_project()), SiteFacts())
    assert calls["decide"] == 1


def test_the_sources_are_gathered_once_for_all_links(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: Counter[str] = Counter()
    counted(monkeypatch, BoundLibrary, "known_sources", calls)
    numbers = []
    for links in (1, 40):
        project = library("It [is](source:s) so. " * links)
        checks.check(project, bind(project))
        numbers.append(calls.pop("known_sources"))
    assert numbers[0] == numbers[1]


def test_the_briefings_of_a_source_are_gathered_in_one_walk() -> None:
    made = many_sources(40)
    found = indexes_of(decide(made, bind(made)))
    assert all(entry.briefings == made.briefings for entry in found.sources.values())


def test_the_paragraphs_of_a_source_are_counted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: Counter[str] = Counter()
    counted(monkeypatch, derived, "beginnings", calls)
    made_of(each_of_its_sentence(40))
    assert calls["beginnings"] == 1


@pytest.mark.parametrize("rule", ["lines", "blank"])
def test_a_paragraph_is_numbered_as_the_source_numbers_it(rule: str) -> None:
    text = "One.\n\n \nTwo.\nThree. \n   \n\n  Four.\n"
    source = Source("s", text, paragraph_rule=rule, paragraphs=paragraphs_of(text, rule))
    for at in (at for at, letter in enumerate(text) if not letter.isspace()):
        found = Ground.of(Library({"s": source})).passage(f"s:{at}-{at + 1}")
        assert found.paragraph == source.paragraph_at(at)


def test_a_sentence_is_proved_with_the_passages_that_use_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls: Counter[str] = Counter()
    counted(monkeypatch, Span, "meets", calls)
    edition = made_of(each_of_its_sentence(40))
    assert not edition.faults
    assert calls["meets"] <= 40 * 30


def test_fields_with_marks_are_looked_for_only_where_a_mark_is() -> None:
    class Fields(list[str]):
        """Fields that count how often all of them are looked for."""

        walks = 0

        def __iter__(self) -> Iterator[str]:
            self.walks += 1
            return super().__iter__()

    project = library("So.")
    named = {"s": replace(project.sources["s"], title=Text("The “so” of it"))}
    marks = Marks(Ground.of(replace(project, sources=named)))
    marks.whole = fields = Fields(marks.whole)
    page = made_of(library("So.")).pages[0]
    held = [Element("p", (), ("No mark.",)), Element("p", (), ("The “so” of it",))]
    assert not list(marks.on(page, Element("body", (), tuple(held))))
    assert fields.walks == 0
    held.append(Element("p", (), ("It is in The “so” of it.",)))
    assert not list(marks.on(page, Element("body", (), tuple(held))))
    assert fields.walks == 1


# --- uses and names -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        "So “report 7 was” and “report 7 was” and “report 7 was” [@s].",
        "So[^n], so[^n], and so it is.[^n]\n\n[^n]: “report 7 was put off” [@s]",
    ],
)
def test_a_sentence_is_one_use_of_a_passage(body: str) -> None:
    """Printed once for each of its marks, its length is theirs to the square."""
    edition = made_of(library(body))
    (page,) = (page for page in edition.pages if page.kind == "source")
    assert str(page.html).count("#s-1") == 1
    assert not [fault for fault in edition.faults if "uses" in fault.message]


def test_a_name_is_looked_for_only_where_its_first_two_words_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls: Counter[str] = Counter()
    counted(monkeypatch, naming, "_is_at", calls)
    called = library("So.", actors=40).actors.values()
    finder = naming.Finder(called)
    calls.clear()
    text = "Person A7 says so, and Person A8 says so of Person A7."
    assert finder.named(text) == ("a7", "a8")
    assert calls["_is_at"] == 2
    texts = naming.Texts([text] * 40)
    calls.clear()
    assert [texts.hold(f"Person A{n}") for n in (7, 9)] == [True, False]
    assert calls["_is_at"] == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("(A) B is here", ("x",)),
        ("A B is not", ()),
        ("O’Brien’s", ("y",)),
        ("Of O'Brien, and O'Brien-x", ("y",)),
        ("O'Brien-x and xO'Brien", ()),
        ("O'Brie\u0301n", ()),
    ],
)
def test_a_name_is_found_where_it_stands_whole(text: str, found: tuple[str, ...]) -> None:
    actors = library("So.").actors.values()
    names = {"x": "(A) B", "y": "O'Brien"}
    given = [
        replace(actor, id=id_, name=Text(name), aliases=())
        for actor, (id_, name) in zip(actors, names.items(), strict=True)
    ]
    assert naming.Finder(given).named(text) == found


def test_a_long_list_of_dates_is_looked_along_for_a_short_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A month is beside a list of days and years, and the list may be as long as the words."""
    seen: list[int] = []
    name = "_way"
    true: Callable[..., object] = getattr(written_dates, name)

    def way(date: list[object], at: int, step: int) -> object:
        seen.append(len(date))
        return true(date, at, step)

    monkeypatch.setattr(written_dates, name, way)
    assert not digits_in(parse("2018-03-05"), "2018. " + "March 5 and " * 1000)
    assert len(seen) == 2000
    assert max(seen) <= 2 * written_dates.FARTHEST


def test_words_are_taken_apart_once_for_all_dates_that_ask_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls: Counter[str] = Counter()
    counted(monkeypatch, written_dates, "_dates", calls)
    words = "They met " + ", ".join(f"on {day} May 1987" for day in range(1, 31))
    assert all(digits_in(parse(f"1987-05-{day:02}"), words) for day in range(1, 31))
    assert calls["_dates"] == 1


def test_of_many_aliases_that_begin_alike_a_bounded_number_is_looked_up_at_a_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls: Counter[str] = Counter()
    counted(monkeypatch, called_names, "is_gap", calls)
    many = 120
    aliases = tuple(Text("Ilse " * number + f"X{number}") for number in range(1, many))
    actor = replace(library("So.", actors=1).actors["a0"], aliases=aliases)
    called = called_names.Called([actor])
    text = "Ilse " * many + "X3"
    assert [n.end - n.start for n in called.longest(text)] == [17]
    assert calls["is_gap"] < 32 * (many + 1)


@pytest.mark.parametrize("words", ["Lee left and ", "Riga left and "])
def test_the_longer_names_of_some_evidence_are_read_once_for_all_names(
    monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    calls: Counter[str] = Counter()
    counted(monkeypatch, names_beside, "completed", calls)
    many = 40
    project = named_beside(words, words.replace(" left", " Club left"), many)
    found = checks.check(project, bind(project))
    assert sum("this sentence names" in problem.message for problem in found) == many
    # Once for each word that may be part of one, of a passage and of the sentence around it.
    assert many <= calls["completed"] <= 2 * (4 * many + 4)


def test_a_name_is_followed_for_a_short_way(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: Counter[str] = Counter()
    counted(monkeypatch, longer_names, "_spaced", calls)
    many = 200
    actor = replace(library("So.", actors=1).actors["a0"], aliases=(Text("Lee"),))
    assert len(list(called_names.Called([actor]).longest("Lee " * many))) == many
    assert calls["_spaced"] <= 4 * many


def test_the_page_of_a_speaker_is_read_once_for_all_who_speak_without_a_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls: Counter[str] = Counter()
    sayers.has_several.cache_clear()  # what other tests have read
    counted(monkeypatch, sayers, "_compiled", calls)
    many = 40
    project = named_beside("experts said so and ", "a driver said so and ", many)
    found = checks.check(project, bind(project))
    assert [problem.code for problem in found].count("wrong-speaker") == many
    assert calls["_compiled"] <= 10


def test_a_text_is_cut_into_sentences_once_for_all_its_deeds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls: Counter[str] = Counter()
    counted(monkeypatch, told_deeds, "sentence_around", calls)
    many = 50
    said = "The board planned the closure of the plant. It was said and they held a talk. " * many
    text = limiting.read(said)
    assert [*told_deeds.deeds(text, told_deeds.DEED_KEYS)] == []
    # Once for each sentence, and once for the end of that of each deed.
    assert calls["sentence_around"] == 3 * many


def test_a_title_stands_before_a_name_of_few_words() -> None:
    text = "President " * 200 + "Lee"
    found = list(names_beside._titles(text, words_in(text)))  # noqa: SLF001, what is made of them
    assert len(found) == 200
    assert max(len(name) for _, name in found) == 1
