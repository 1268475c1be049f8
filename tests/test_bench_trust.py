"""The mutation benchmark, small and our side only: no other tool, no clock."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from bench import naive, report
from bench.damage import DAMAGE
from bench.mutations import Case, Cases, make
from bench.ours import Verdict, bound_elsewhere, names_the_place, verdicts
from bench.permitted import PERMITTED, limits
from bench.speed import Rate
from bench.texts import SourceText, generate, library
from citebound.model import Span

SEED = 3
"""Another one than that of the printed figures."""


@pytest.fixture(scope="module")
def texts() -> list[SourceText]:
    return library(20, 300, SEED)


@pytest.fixture(scope="module")
def cases(texts: list[SourceText]) -> Cases:
    return make(texts, 270, SEED)


@pytest.fixture(scope="module")
def answers(texts: list[SourceText], cases: Cases) -> list[tuple[Case, Verdict]]:
    return list(zip(cases.cases, verdicts(texts, cases.cases), strict=True))


def test_every_kind_of_change_is_tried(cases: Cases) -> None:
    tried = Counter(case.kind for case in cases.cases)
    assert set(tried) == set(DAMAGE) | set(PERMITTED)
    assert min(tried.values()) >= 18
    assert sum(case.damaging for case in cases.cases) == 270


def test_no_damaged_quotation_is_accepted(answers: list[tuple[Case, Verdict]]) -> None:
    wrong = [(case.kind, case.markdown) for case, v in answers if case.damaging and v.accepted]
    assert not wrong


def test_no_permitted_change_is_refused(answers: list[tuple[Case, Verdict]]) -> None:
    wrong = [
        (case.kind, case.markdown, verdict.codes)
        for case, verdict in answers
        if not case.damaging and not verdict.accepted
    ]
    assert not wrong


def test_each_is_bound_to_the_place_it_was_taken_from(
    answers: list[tuple[Case, Verdict]],
) -> None:
    assert not [case for case, v in answers if v.accepted and bound_elsewhere(case, v)]


def test_a_refusal_says_why(answers: list[tuple[Case, Verdict]]) -> None:
    assert all(verdict.codes for case, verdict in answers if case.damaging)


def test_the_hint_names_the_true_passage(answers: list[tuple[Case, Verdict]]) -> None:
    changed = [(case, v) for case, v in answers if case.kind == "a word replaced"]
    missed = [case.markdown for case, verdict in changed if not names_the_place(case, verdict)]
    assert len(missed) * 100 <= len(changed) * 6, missed


def test_texts_and_cases_are_the_same_each_time(texts: list[SourceText], cases: Cases) -> None:
    assert library(20, 300, SEED) == texts
    assert make(texts, 270, SEED) == cases
    assert generate("ru", 1, 300, 1) != generate("ru", 1, 300, 2)


def test_the_naive_search_knows_words_from_letters() -> None:
    text = "It can’t be 2.5 percent, nor -0.42.\nA “sham” vote; naïve, well-known."
    standing = ("be 2.5 percent", "A 'sham' vote", "nor -0.42.", "vote,", "naïve, well\u2011known")
    for there in standing:
        assert naive.stands(text, there), there
    others = ("can", "5 percent", "0.42", "t be", "sham vote", "naive", "known", "vote; Naïve")
    for not_there in others:
        assert not naive.stands(text, not_there), not_there
    assert naive.dropped(text, "It […] 2.5 percent") == [("can't be",)]
    assert not naive.dropped(text, "percent […] It")


def test_limits_are_those_of_the_published_list() -> None:
    assert limits("did not", "en")
    assert limits("isn’t", "en")
    assert limits("вовсе не", "ru")
    assert not limits("notable", "en")


def _report(accepted: int, ours_found: float) -> report.Report:
    kinds = [*DAMAGE, *PERMITTED]
    mistakes = {tool: Counter[str]() for tool in ("ours", "citations", "linkml", "rapidfuzz")}
    mistakes["ours"]["case changed"] = accepted
    accuracy = report.Accuracy(
        Counter(kinds), Counter(), mistakes, 99, 100, {("citations", "a legal cut")}
    )
    rates = tuple(
        Rate(tool, group, rate, 1, 1)
        for tool, rate in (("ours", ours_found), ("citations", 100.0), ("linkml", 50.0))
        for group in ("found", "refused")
    )
    return report.Report(accuracy, rates, (100, 200), 9.0, {"citations": "1"}, 1, 1, 1)


def test_the_report_says_which_goal_is_missed() -> None:
    assert all(goal.met for goal in report.goals(_report(0, 200.0)))
    missed = [goal.goal for goal in report.goals(_report(1, 150.0)) if not goal.met]
    assert len(missed) == 2
    assert "accepted" in missed[0]
    assert "refused quotations: 2 ×" in missed[1]


def test_the_report_goes_between_its_marks(tmp_path: Path) -> None:
    page = tmp_path / "trust.md"
    page.write_text(f"before\n{report.BEGIN}\nold\n{report.END}\nafter\n", encoding="utf-8")
    report.write_into(page, _report(0, 200.0))
    text = page.read_text(encoding="utf-8")
    assert text.startswith("before\n")
    assert text.endswith(f"{report.END}\nafter\n")
    assert "old" not in text
    assert "| a legal cut | 1 | 0 | – | 0 | 0 |" in text
    page.write_text("no marks", encoding="utf-8")
    with pytest.raises(ValueError, match="marks"):
        report.write_into(page, _report(0, 200.0))


def test_a_hint_of_another_place_is_not_the_place() -> None:
    case = Case(0, "a word replaced", damaging=True, words="x", marks="“”", start=100, end=200)
    near = Verdict(accepted=False, codes=(), spans=(), near=(Span(110, 195),))
    assert names_the_place(case, near)
    assert not names_the_place(case, replace(near, near=(Span(150, 250),)))
