"""Signing: each statement beside its passages, each question answered, and what is kept of it."""

from __future__ import annotations

import builtins
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from citebound.cli import main
from signing import filled_sheet

VISIT = "briefings/2026-11-moscow-visit.md"
SENTENCE = "The talks covered"


@pytest.fixture
def project(project_copy: Path) -> Path:
    (project_copy / "briefings/reviewers.yml").write_text("reviewers: [A. Reviewer]\n", "utf-8")
    return project_copy


def sign(project: Path, *more: str) -> int:
    return main(["sign", VISIT, "--root", str(project), *more])


AS = ("--as", "A. Reviewer")


def signed(project: Path, tmp_path: Path) -> str:
    """The briefing, signed with every question answered."""
    assert sign(project, *AS, "--sheet", str(filled_sheet(project, VISIT, tmp_path))) == 0
    return (project / VISIT).read_text("utf-8")


def changed(project: Path, text: str, old: str, new: str) -> None:
    """Write the briefing with one place of its text changed."""
    assert old in text
    (project / VISIT).write_text(text.replace(old, new, 1), "utf-8")


def doubted(project: Path) -> None:
    """Put a word into a sentence that limits more than its evidence: a warning."""
    text = (project / VISIT).read_text("utf-8")
    changed(project, text, "The visit’s purpose was the", "The visit’s purpose was perhaps the")


def test_the_sheet_has_each_statement_beside_its_passages(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (project / VISIT).read_text("utf-8")
    assert sign(project, "--print") == 0
    told = capsys.readouterr().out
    at = told.index(f"> {SENTENCE}")
    statement = told[at : told.index("\n## ", at)]
    assert "know-how, para. 5, quoted, not said by whom: “voter" in statement
    assert "- [ ] supported (" in statement
    assert told.count("- [ ] supported (") > 30
    assert (project / VISIT).read_text("utf-8") == before


def test_a_cell_stands_beside_the_passages_of_its_row(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (project / VISIT).read_text("utf-8")
    row = "| What | Words |\n| --- | --- |\n| voter lists | {} |\n"
    changed(project, text, "## The visit\n", "## The visit\n\n" + row.format(quoted(text)))
    assert sign(project, "--print") == 0
    told = capsys.readouterr().out
    at = told.index("> voter lists\n")
    cell = told[at : told.index("\n## ", at)]
    assert "* know-how, para. 5, " in cell
    assert "no passage of its own" not in cell
    title = told[told.index("## title") : told.index("\n## ", told.index("## title") + 1)]
    assert "* all 10 passages of this page: P1–P10\n" in title
    assert told.count("\nP") == 10


def quoted(text: str) -> str:
    """The quotation of a sentence, as the briefing writes it, with a citation."""
    found = re.search("covered (“voter[^”]*”)", text)
    assert found is not None
    return f"{found[1]} [@know-how]"


def test_what_is_not_filled_in_is_not_signed(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = filled_sheet(project, VISIT, tmp_path)
    text = path.read_text("utf-8")
    before = (project / VISIT).read_text("utf-8")
    path.write_text(text.replace("[x]", "[ ]", 1), "utf-8")
    assert sign(project, *AS, "--sheet", str(path)) == 1
    told = capsys.readouterr().out
    assert told.count("not marked as supported") == 1
    assert "Not signed: 1 point above left open." in told
    path.write_text(text.replace("  answer: It is so, see the passage.", "  answer:", 1), "utf-8")
    assert sign(project, *AS, "--sheet", str(path)) == 1
    assert "no answer to the question (" in capsys.readouterr().out
    assert (project / VISIT).read_text("utf-8") == before


def test_a_reading_of_several_lines_can_be_answered(project: Path, tmp_path: Path) -> None:
    text = (project / VISIT).read_text("utf-8")
    flat = "{id: myanmar, role: other, reading: where the delegation came from}"
    lines = ("id: myanmar", "role: other", "reading: |", "  the country", "  that is meant")
    long = f"\n{' ' * 8}".join(lines)
    changed(project, text, flat, long)
    assert "review:" in signed(project, tmp_path)


def test_a_sheet_that_is_no_text_signs_nothing(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "sheet.md"
    path.write_bytes(b"\xff\xfe")
    assert sign(project, *AS, "--sheet", str(path)) == 2
    assert "not UTF-8" in capsys.readouterr().err


@pytest.mark.parametrize("mark", ["[ x ]", "[X]", "[ X]"])
def test_a_mark_may_have_spaces_and_capitals(mark: str, project: Path, tmp_path: Path) -> None:
    path = filled_sheet(project, VISIT, tmp_path)
    text = path.read_text("utf-8").replace("[x]", mark).replace("answer: It", "Answer:  It")
    path.write_text(text, "utf-8")
    assert sign(project, *AS, "--sheet", str(path)) == 0


def test_any_other_mark_leaves_its_answers_and_is_none(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = filled_sheet(project, VISIT, tmp_path)
    path.write_text(path.read_text("utf-8").replace("[x]", "[no]"), "utf-8")
    assert sign(project, *AS, "--sheet", str(path)) == 1
    told = capsys.readouterr().out
    assert "not marked as supported" in told
    assert "no answer" not in told


def test_a_sheet_filled_in_before_two_sentences_change_places_signs_neither(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = filled_sheet(project, VISIT, tmp_path)
    text = (project / VISIT).read_text("utf-8")
    line = next(one for one in text.split("\n") if one.startswith(SENTENCE))
    changed(project, text.replace(f"{line}\n", ""), "## The visit\n\n", f"## The visit\n\n{line}\n")
    assert sign(project, *AS, "--sheet", str(path)) == 1
    told = capsys.readouterr().out
    assert told.count("not marked as supported") == 3
    assert f"{SENTENCE} “voter education”" in told


def test_a_sheet_of_an_earlier_text_signs_nothing_that_is_new(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = filled_sheet(project, VISIT, tmp_path)
    text = (project / VISIT).read_text("utf-8")
    changed(project, text, "among other topics", "among many topics")
    assert sign(project, *AS, "--sheet", str(path)) == 1
    assert f"{SENTENCE} “voter education”" in capsys.readouterr().out


def test_an_answer_holds_until_its_statement_changes(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    doubted(project)
    assert main(["check", str(project)]) == 0
    assert "[added-limit]" in capsys.readouterr().out
    text = signed(project, tmp_path)
    assert "asked: added-limit\n" in text
    assert 'answer: "It is so, see the passage."' in text
    capsys.readouterr()
    assert main(["check", str(project)]) == 0
    assert "warning" not in capsys.readouterr().out
    changed(project, text, "was perhaps the signing", "was perhaps a signing")
    assert main(["check", str(project)]) == 0
    told = capsys.readouterr().out
    assert "[added-limit]" in told
    assert "[changed-since-review]" in told


def test_a_reviewer_is_walked_through_it_on_a_terminal(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        return "y" if question.endswith("[y/n] ") else "It is so."

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(builtins, "input", answer)
    assert sign(project, *AS) == 0
    assert len(asked) > 30
    assert "know-how, para. 5" in capsys.readouterr().out
    assert "review:" in (project / VISIT).read_text("utf-8")


def test_who_answers_no_does_not_sign(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers: Iterator[str] = iter(("what?", "n"))
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(builtins, "input", lambda _: next(answers, "y"))
    assert sign(project, *AS) == 1
    assert "not marked as supported" in capsys.readouterr().out
    assert "review:" not in (project / VISIT).read_text("utf-8")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"), "not UTF-8"),
        ("as it \udcff is", "U+DCFF has no place in an answer: half of a character"),
        ("as it \x1b[1m is", "U+001B has no place in an answer: a control character"),
    ],
)
def test_an_answer_that_no_file_may_hold_is_asked_again(
    typed: str | UnicodeDecodeError,
    told: str,
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    answers: Iterator[str | UnicodeDecodeError] = iter((typed,))

    def answer(question: str) -> str:
        given = next(answers, "y" if question.endswith("[y/n] ") else "It is so.")
        if isinstance(given, UnicodeDecodeError):
            raise given
        return given

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(builtins, "input", answer)
    assert sign(project, *AS) == 0
    assert told in capsys.readouterr().out
    assert main(["check", str(project)]) == 0


@pytest.mark.parametrize("character", ["\x07", "\u202e", "\ufeff"])
def test_an_answer_of_a_sheet_that_no_file_may_hold_signs_nothing(
    character: str, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = filled_sheet(project, VISIT, tmp_path)
    before = (project / VISIT).read_text("utf-8")
    text = path.read_text("utf-8")
    path.write_text(text.replace("answer: It", f"answer: It{character}", 1), "utf-8")
    assert sign(project, *AS, "--sheet", str(path)) == 1
    told = capsys.readouterr().out
    assert f"U+{ord(character):04X} has no place in an answer: " in told
    assert "Not signed: 1 point above left open." in told
    assert (project / VISIT).read_text("utf-8") == before
    # Letters and signs of any script may be in it.
    path.write_text(text.replace("answer: It", "answer: “It” — မြန်မာ 👩‍🚀 \\ '", 1), "utf-8")
    assert sign(project, *AS, "--sheet", str(path)) == 0
    assert main(["check", str(project)]) == 0


def test_without_a_terminal_and_a_sheet_it_says_how_to_sign(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert sign(project, *AS) == 2
    assert "--print" in capsys.readouterr().err
    assert sign(project) == 2
    assert "--as NAME" in capsys.readouterr().err


def test_an_answer_that_no_signature_covers_silences_nothing(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    doubted(project)
    text = signed(project, tmp_path)
    forged = re.sub(r"fingerprint: \w+", "fingerprint: 0123456789", text)
    (project / VISIT).write_text(forged, "utf-8")
    capsys.readouterr()
    assert main(["check", str(project)]) == 0
    assert "[added-limit]" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{edtf: 2023-09, phrase: in September, counted_from: published}", "2023-09"),
        ("role: took part}", "role: organised}"),
        (" [sic]", ""),
        ("## The visit", "## A visit"),
    ],
)
def test_what_a_reader_sees_is_covered(
    old: str, new: str, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (project / VISIT).read_text("utf-8")
    # The briefing has no insertion of its own.
    changed(project, text, "“U Thein Soe, the chair", "“U Thein Soe [sic], the chair")
    changed(project, signed(project, tmp_path), old, new)
    capsys.readouterr()
    main(["check", str(project)])
    assert "[changed-since-review]" in capsys.readouterr().out
