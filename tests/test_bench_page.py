"""What benchmarks write into the documentation: between two marks, the whole, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from bench import linear, prose, report, rules, site, survivors, tamper
from bench.page import write_between

BEGIN, END = "<!-- begin -->", "<!-- end -->"


def test_words_are_put_between_the_marks_and_nothing_else_changes(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"before\n\n{BEGIN}\n\nold\n\n{END}\n\nafter é\n", "utf-8")
    for _ in range(2):
        write_between(page, BEGIN, END, "\nnew\n")
        told = page.read_text("utf-8")
        assert told == f"before\n\n{BEGIN}\n\nnew\n\n{END}\n\nafter é\n"


@pytest.mark.parametrize("text", ["", BEGIN, END, f"{END} words {BEGIN} more"])
def test_a_page_without_both_marks_is_left_as_it_is(text: str, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(text, "utf-8")
    with pytest.raises(ValueError, match=r"page\.md lacks the marks"):
        write_between(page, BEGIN, END, "new")
    assert page.read_text("utf-8") == text


@pytest.mark.parametrize(
    ("page", "begin", "end"),
    [
        (linear.PAGE, linear.BEGIN, linear.END), (prose.PAGE, prose.BEGIN, prose.END),
        (tamper.PAGE, tamper.BEGIN, tamper.END), (linear.PAGE, report.BEGIN, report.END),
        (rules.PAGE, rules.BEGIN, rules.END), (site.PAGE, site.BEGIN, site.END),
        (survivors.PAGE, survivors.BEGIN, survivors.END),
    ],
)  # fmt: skip
def test_each_page_has_the_marks_of_its_benchmark_once(page: Path, begin: str, end: str) -> None:
    text = page.read_text("utf-8")
    assert (text.count(begin), text.count(end)) == (1, 1)
    assert text.index(begin) < text.index(end)


@pytest.mark.parametrize(
    ("main", "arguments"),
    [(linear.main, ["--only", "cuts", "--write"]), (prose.main, ["--alone", "--write"])],
)
def test_a_part_is_not_written_in_place_of_the_whole(
    main: Callable[[Sequence[str]], int], arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "--write puts the whole table there" in capsys.readouterr().err
