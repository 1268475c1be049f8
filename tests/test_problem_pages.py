"""The documentation of the problem codes: complete, fresh, and shown by cases that are tried."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import problem_pages
from citebound.problems import CODES, Place, Problem, did_you_mean
from citebound.problems.advice import ADVICE

HOOKS = Path(__file__).resolve().parent.parent / "hooks"


@pytest.mark.parametrize("code", CODES)
def test_a_code_has_a_rule_and_says_what_to_do(code: str) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code)
    assert CODES[code][0].isupper()
    assert CODES[code].endswith(".")
    assert len(ADVICE[code]) > 20
    assert ADVICE[code].endswith(".")


@pytest.mark.parametrize("code", sorted(CODES.keys() - problem_pages.OF_THE_MACHINE))
def test_a_code_has_an_example_that_is_refused_and_one_that_passes(code: str) -> None:
    case = problem_pages.example_of(code)
    assert case is not None
    assert {finding.code for finding in case.expected} == {code}
    assert case.corrected().expected == ()


def test_nothing_is_advised_about_a_code_that_there_is_not() -> None:
    assert set(ADVICE) == set(CODES)


def test_every_code_is_used() -> None:
    written = "".join(
        path.read_text(encoding="utf-8")
        for path in HOOKS.rglob("*.py")
        if path.parent.name != "problems"
    )
    known = {code for code in CODES if f'"{code}"' in written}
    known |= {f"unknown-{what}" for what in ("actor", "source", "event")}
    assert known == set(CODES)


def test_the_page_is_fresh() -> None:
    assert problem_pages.PAGE.read_text(encoding="utf-8") == problem_pages.page()


def test_a_code_that_there_is_not_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="unknown problem code: no-such-code"):
        Problem(Place("x"), "no-such-code", "It is wrong.")


def test_a_hint_names_what_is_near_or_all_there_is() -> None:
    assert did_you_mean("helt", ("held", "planned")) == "did you mean held?"
    assert did_you_mean("zzz", ("planned", "held")) == "one of: held, planned"
    assert did_you_mean("zzz", ()) == ""
