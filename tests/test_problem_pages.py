"""The documentation of the problem codes: complete, and shown by cases that are tried."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from casebook import all_cases
from citebound.cli import main
from citebound.problems import CODES, Place, Problem, did_you_mean
from citebound.problems.casebook import read_chapter
from citebound.problems.explained import MARK, example_of, with_codes
from citebound.problems.printing import as_sarif
from citebound.proof.html import read_page

ROOT = Path(__file__).resolve().parent.parent

OF_THE_MACHINE = frozenset(("made-wrong", "search-index"))
"""Codes that nothing an editor writes can bring about: no case can show them."""


@pytest.mark.parametrize("code", CODES)
def test_a_code_has_a_rule_and_says_what_to_do(code: str) -> None:
    rule, advice = CODES[code]
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code)
    assert rule[0].isupper()
    assert rule.endswith(".")
    assert len(advice) > 20
    assert advice.endswith(".")


@pytest.mark.parametrize("code", sorted(CODES.keys() - OF_THE_MACHINE))
def test_a_code_has_an_example_that_is_refused_and_one_that_passes(code: str) -> None:
    case = example_of(code, all_cases())
    assert case is not None
    assert {finding.code for finding in case.expected} == {code}
    assert case.corrected().expected == ()


def test_every_code_is_used() -> None:
    written = "".join(
        path.read_text(encoding="utf-8")
        for path in (ROOT / "hooks").rglob("*.py")
        if path.parent.name != "problems"
    )
    known = {code for code in CODES if f'"{code}"' in written}
    known |= {f"unknown-{what}" for what in ("actor", "source", "event")}
    assert known == set(CODES)


def test_the_page_has_a_section_for_each_code_with_the_example_of_the_book() -> None:
    page = with_codes(f"# Problem codes\n\n{MARK}\n", all_cases())
    assert MARK not in page
    assert re.findall("^## (.+)$", page, re.MULTILINE) == list(CODES)
    for code, (rule, advice) in CODES.items():
        section = page.split(f"\n## {code}\n")[1].split("\n## ")[0]
        assert section.startswith(f"\n{rule} {advice}\n")
        case = example_of(code, all_cases())
        if case is not None:
            refused, passes = section.split("\nPasses:\n")
            for finding in case.expected:
                assert f"line {finding.line}, column {finding.column}" in refused
            assert all(block.text[:300] in passes for block in case.instead)


def test_an_example_with_a_fence_in_it_stands_in_a_longer_fence() -> None:
    fence = "`" * 3
    typed = f"{fence}\ncode\n{fence}"
    chapter = (
        f"## A fence\n````briefing\n{typed}\n````\n"
        f"{fence}finds\n1:1 raw-html: <b> … [a]\n{fence}\n"
        f"{fence}instead\nWords.\n{fence}\n"
    )
    page = with_codes(MARK, tuple(read_chapter(chapter, "fences")))
    assert f"\n````text\n{typed}\n````\n" in page
    assert "- Found in `briefing`, line 1, column 1: \\<b\\> … \\[a\\]\n" in page


@pytest.mark.parametrize("book", [True, False], ids=["with the case book", "without it"])
def test_the_built_pages_hold_every_code_and_phrase(project_copy: Path, *, book: bool) -> None:
    if book:
        shutil.copytree(ROOT / "tests" / "cases", project_copy / "tests" / "cases")
    assert main(["build", str(project_copy)]) == 0
    html = (project_copy / "site" / "problems" / "index.html").read_text("utf-8")
    assert set(CODES) <= set(read_page(html).ids)
    assert "was put off until at least 2025" in html or not book
    assert ("Refused:" in html) is book
    assert MARK not in html
    phrases = (project_copy / "site" / "date-phrases" / "index.html").read_text("utf-8")
    assert "<td>in the {season}, in {season}, this {season}</td>" in phrases
    assert '<td><span lang="ru">в {month_in}</span></td>' in phrases


def test_other_tools_are_told_the_rule_and_the_advice() -> None:
    log = json.loads(as_sarif([Problem(Place("x"), "bad-date", "It is wrong.")], "0"))
    (rule,) = log["runs"][0]["tool"]["driver"]["rules"]
    assert rule["shortDescription"]["text"] == CODES["bad-date"].rule
    assert rule["help"]["text"] == CODES["bad-date"].advice


def test_a_code_that_does_not_exist_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="unknown problem code: no-such-code"):
        Problem(Place("x"), "no-such-code", "It is wrong.")


def test_a_hint_names_what_is_close_or_all_there_is() -> None:
    assert did_you_mean("helt", ("held", "planned")) == "did you mean held?"
    assert did_you_mean("zzz", ("planned", "held")) == "one of: held, planned"
    assert did_you_mean("zzz", ()) == ""
