"""What ``fix``, ``move`` and ``pin`` write into an editor's files, and what they leave."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from citebound.cli import main
from citebound.markup import scan
from citebound.model import Source
from citebound.passages.matching import SearchableSource
from citebound.text.sentences import paragraphs_of, sentences_of
from citebound.writing.edits import Moved, move_citations, with_citations

VISIT = "briefings/2026-11-moscow-visit.md"

NEW = (
    "The first report was put off.\n"
    "The second report was read out, and the third report was lost.\n"
    "The fourth report was lost.\n"
)


# --- fix ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "They called it ‘the only plan of all’ here.",
        "They said so [@s s] and went.",
        "They said “a plan of all” [@s s] and went.",
        "A mark “that nothing closes is no quotation.",
        "They called it “a plan [@know-how] of all” here.",
        "They called it “a *plan* of all” here.",
    ],
)
def test_no_citation_is_written_after_what_is_no_quotation(
    line: str, project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project_copy / VISIT
    fix = ["fix", str(path), "--root", str(project_copy), "--cite", "know-how"]
    assert main(fix) == 0
    before = f"{path.read_text('utf-8')}\n{line}\n"
    path.write_text(before, "utf-8")
    capsys.readouterr()
    assert main(fix) == 0
    assert path.read_text("utf-8") == before
    assert capsys.readouterr().out == f"{VISIT}: 0 citations written\n"


def test_a_listed_term_with_another_apostrophe_is_given_no_citation(
    project_copy: Path,
) -> None:
    path = project_copy / VISIT
    fix = ["fix", str(path), "--root", str(project_copy), "--cite", "know-how"]
    (project_copy / "briefings/site.yml").write_text('terms: ["it\'s on"]\n', "utf-8")
    before = f"{path.read_text('utf-8')}\nThey called it “it’s on” here.\n"
    path.write_text(before, "utf-8")
    assert main(fix) == 0
    assert "They called it “it’s on” here.\n" in path.read_text("utf-8")


def test_citations_are_written_from_the_end_whatever_the_order_of_the_reading() -> None:
    document = scan("So “one two”.[^a]\n\n[^a]: “three four”\n\nAnd “five six”.\n", VISIT)
    written = "So “one two” [@s].[^a]\n\n[^a]: “three four” [@s]\n\nAnd “five six” [@s].\n"
    assert with_citations(document, (1, 2, 0), "s") == written


# --- move --------------------------------------------------------------------------------


def moved(line: str) -> Moved:
    """A line of a briefing after its citations of ``old`` were moved to ``new``."""
    paragraphs = paragraphs_of(NEW, "lines")
    new = Source("new", NEW, paragraphs=paragraphs, sentences=sentences_of(NEW, paragraphs))
    return move_citations(scan(f"{line}\n", VISIT), "old", new, {"new": SearchableSource.of(new)})


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("So “first report” [@old].", "So “first report” [@new]."),
        ("So “second report” [@old, para. 9].", "So “second report” [@new, para. 2]."),
        ("So “second report” [@old, para. 9, 2nd].", "So “second report” [@new, para. 2]."),
        (
            "So “second report” [@old; @b, para. 3, 2nd].",
            "So “second report” [@new; @b, para. 3, 2nd].",
        ),
        (
            "So “first report” [@b, para. 1, 1st; @old].",
            "So “first report” [@b, para. 1, 1st; @new].",
        ),
        (
            "So “first report” [@old; @b, para. 3, 23rd].",
            "So “first report” [@new; @b, para. 3, 23rd].",
        ),
        (
            "So “first report” [@old; @b, para. 3, 112th].",
            "So “first report” [@new; @b, para. 3, 112th].",
        ),
        (
            "So “second report” and “third report” [@old, para. 4].",
            "So “second report” and “third report” [@new, para. 2].",
        ),
        ("So “first report” [@old, para. 1; @old, para. 4].", "So “first report” [@new, para. 1]."),
        (
            "So “first report” [@old].[^a]\n\n[^a]: “second report” [@old]\n\n“third” [@b] so.",
            "So “first report” [@new].[^a]\n\n[^a]: “second report” [@new]\n\n“third” [@b] so.",
        ),
    ],
)
def test_a_citation_moves_with_all_that_it_says(before: str, after: str) -> None:
    found = moved(before)
    assert found.text == f"{after}\n"
    assert found.stayed == ()
    assert found.moved == before.count("[@") - before.count("[@b]")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("It says so [@old, para. 4].", "it binds no words to look for; write the new one by hand"),
        ("It says so [@old].", "it binds no words to look for; write the new one by hand"),
        (
            "So “first report” and “third report” [@old, para. 4].",
            "its quotations are in different paragraphs of new: para. 1 and 2; give each its own",
        ),
        ("So “sixth report” [@old].", "new does not have these words"),
        ("So “report was lost” [@old].", "they are in several places: "),
    ],
)
def test_a_citation_that_cannot_be_moved_stays_and_is_named(line: str, reason: str) -> None:
    found = moved(f"“First” [@b] it was.\n\n{line}")
    assert found.text == f"“First” [@b] it was.\n\n{line}\n"
    assert found.moved == 0
    ((number, told),) = found.stayed
    assert number == 3
    assert told.startswith(reason)


# --- pin ---------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ['sha256: "{}"', "sha256: '{}'", "sha256:   {}  # as fetched"])
def test_a_pin_is_read_as_yaml_and_left_as_it_is_written(
    form: str, project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project_copy / "seeds/know-how"
    mark = hashlib.sha256((folder / "text.txt").read_bytes()).hexdigest()
    described = folder / "source.yml"
    text = described.read_text("utf-8")
    assert f"sha256: {mark}" in text
    text = text.replace(f"sha256: {mark}", form.format(mark), 1)
    described.write_text(text, "utf-8")
    assert main(["pin", "know-how", "--root", str(project_copy)]) == 0
    assert described.read_text("utf-8") == text
    capsys.readouterr()
    (folder / "text.txt").write_text("Changed.\n", "utf-8")
    assert main(["pin", "know-how", "--root", str(project_copy)]) == 2
    assert "has changed since" in capsys.readouterr().err
    assert described.read_text("utf-8") == text


@pytest.mark.parametrize("form", ["sha256: …", 'sha256: "…"', "sha256: later  # when it is whole"])
def test_what_is_no_hash_pins_nothing(
    form: str, project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The format prints ``sha256: …``, and an editor copies it."""
    described = project_copy / "seeds/know-how/source.yml"
    before = described.read_text("utf-8")
    described.write_text(re.sub("^sha256: .*$", form, before, flags=re.MULTILINE), "utf-8")
    assert main(["pin", "know-how", "--root", str(project_copy)]) == 0
    assert "Pinned know-how: " in capsys.readouterr().out
    assert described.read_text("utf-8") == before


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("One.\fTwo.\n", "lines"),
        ("One.\f\nTwo.\n", "lines"),
        ("One.\x85\u2028\nTwo.\n", "lines"),
        ("One.\n\nTwo.\n", "blank"),
        ("One.\n\f\nTwo.\n", "blank"),
    ],
)
def test_a_line_of_a_source_ends_at_lf_alone(text: str, rule: str, project_copy: Path) -> None:
    folder = project_copy / "seeds/second"
    folder.mkdir()
    (folder / "text.txt").write_bytes(text.encode())
    (folder / "source.yml").write_text("format: 1\ntitle: A second source\n", "utf-8")
    assert main(["pin", "second", "--root", str(project_copy)]) == 0
    assert f"paragraphs: {rule}\n" in (folder / "source.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "what"),
    [("One.\r\nTwo.\r\n", "CR line ends"), ("\ufeffOne.\n", "byte-order mark")],
)
def test_what_can_never_pass_is_not_pinned(
    text: str, what: str, project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project_copy / "seeds/second"
    folder.mkdir()
    (folder / "text.txt").write_bytes(text.encode())
    described = folder / "source.yml"
    described.write_text("format: 1\ntitle: A second source\n", "utf-8")
    assert main(["pin", "second", "--root", str(project_copy)]) == 2
    said = capsys.readouterr().err
    assert what in said
    assert said.count("\n") == 1
    assert described.read_text("utf-8") == "format: 1\ntitle: A second source\n"


def test_what_cannot_be_read_is_not_pinned(
    project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    described = project_copy / "seeds/know-how/source.yml"
    text = described.read_text("utf-8") + "title: [\n"
    described.write_text(text, "utf-8")
    assert main(["pin", "know-how", "--root", str(project_copy)]) == 2
    assert "citebound check" in capsys.readouterr().err
    assert described.read_text("utf-8") == text


@pytest.mark.parametrize(
    "written",
    [
        "sources: [\n  other,\n  know-how,\n]",
        "sources: [other,\nknow-how]",
        "sources:\n\n  - other\n# and\n  - know-how",
        "sources:\n- other\n- know-how",
    ],
)
def test_fix_replaces_a_list_of_sources_however_it_is_written(
    project_copy: Path, written: str
) -> None:
    path = project_copy / "briefings/2026-11-moscow-visit.md"
    true = path.read_text("utf-8")
    noted = "sources: [know-how]\n# what follows\n"
    assert "sources: [know-how]\n" in true
    path.write_text(true.replace("sources: [know-how]\n", f"{written}\n# what follows\n"), "utf-8")
    assert main(["fix", "--root", str(project_copy), str(path)]) == 0
    assert path.read_text("utf-8") == true.replace("sources: [know-how]\n", noted)


def test_fix_writes_the_sources_that_a_briefing_cites(
    project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project_copy / "briefings" / "2026-11-moscow-visit.md"
    true = path.read_text("utf-8")
    path.write_text(
        true.replace("sources: [know-how]", "sources:\n  - other\n  - know-how"), "utf-8"
    )
    assert main(["fix", str(path), "--root", str(project_copy)]) == 0
    assert path.read_text("utf-8") == true
    assert "sources: know-how" in capsys.readouterr().out
    assert main(["fix", str(path), "--root", str(project_copy)]) == 0
    assert path.read_text("utf-8") == true
    assert "nothing to write" in capsys.readouterr().out


# --- unpin -------------------------------------------------------------------------------


def test_a_source_is_unpinned_while_nothing_published_rests_on_it(
    project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project_copy / "seeds/second"
    folder.mkdir()
    (folder / "text.txt").write_text("So it is.\n", "utf-8")
    described = folder / "source.yml"
    described.write_text("format: 1\ndraft: true\ntitle: A second source\n", "utf-8")
    at = ["--root", str(project_copy)]
    assert main(["pin", "second", *at]) == 0
    pinned = described.read_text("utf-8")
    assert "\nsha256: " in pinned
    assert main(["unpin", "second", *at]) == 0
    assert described.read_text("utf-8") == re.sub("sha256: .*\n", "", pinned)
    assert main(["unpin", "second", *at]) == 0
    assert capsys.readouterr().out.endswith("second is not pinned.\n")
    (folder / "text.txt").write_text("So it was.\n", "utf-8")
    assert main(["pin", "second", *at]) == 0


@pytest.mark.parametrize("pin", ["sha256:\n  {}\n", 'sha256: "{}"\n', '"sha256": {}\n'])
def test_a_pin_is_taken_out_however_it_is_written(pin: str, project_copy: Path) -> None:
    folder = project_copy / "seeds/second"
    folder.mkdir()
    (folder / "text.txt").write_text("So it is.\n", "utf-8")
    described = folder / "source.yml"
    said = "format: 1\ndraft: true\ntitle: A second source\n"
    digest = hashlib.sha256(b"So it is.\n").hexdigest()
    described.write_text(f"{said}{pin.format(digest)}paragraphs: lines\n", "utf-8")
    assert main(["unpin", "second", "--root", str(project_copy)]) == 0
    assert described.read_text("utf-8") == f"{said}paragraphs: lines\n"


def test_a_source_on_which_something_published_rests_stays_pinned(
    project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    described = project_copy / "seeds/know-how/source.yml"
    before = described.read_bytes()
    assert main(["unpin", "know-how", "--root", str(project_copy)]) == 2
    said = capsys.readouterr().err
    assert "know-how stays pinned: briefings/2026-11-alliances.md, " in said
    assert said.endswith("A corrected text is a new source, with replaces:\n")
    assert main(["unpin", "none", "--root", str(project_copy)]) == 2
    assert described.read_bytes() == before
