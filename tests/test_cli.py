"""The command: exit status, formats, and what it writes into editors' files."""

from __future__ import annotations

import json
import os
import pty
import re
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote

import pytest

from citebound.cli import main
from citebound.commands import checking
from citebound.problems import Place, Problem
from citebound.problems.excerpts import excerpt
from signing import filled_sheet

VISIT = "briefings/2026-11-moscow-visit.md"


def damaged(root: Path) -> Path:
    path = root / VISIT
    text = path.read_text("utf-8")
    path.write_text(text.replace("“voter education” and", "“voters education” and", 1), "utf-8")
    return path


def test_check_says_what_it_checked(project_copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(project_copy)]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Checked 1 source, 4 briefings, ")
    assert said.endswith("all of it holds.\n")


def test_json_is_an_object_with_counts_and_problems(
    project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    damaged(project_copy)
    assert main(["check", str(project_copy), "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["checked"]["sources"] == 1
    (problem,) = report["problems"]
    told = {"path", "line", "column", "code", "severity", "message", "hint"}
    assert told <= set(problem) <= {*told, "words", "paste"}
    assert problem["path"] == VISIT
    assert problem["code"] == "changed-quotation"
    assert "voter" in problem["hint"]


def test_github_sees_the_finding_beside_its_line(
    project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    damaged(project_copy)
    assert main(["check", str(project_copy), "--format", "github"]) == 1
    first = capsys.readouterr().out.splitlines()[0]
    assert first.startswith(f"::error file={VISIT},line=")
    assert "title=changed-quotation::" in first


def test_sarif_names_the_rule_and_the_place(
    project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    damaged(project_copy)
    assert main(["check", str(project_copy), "--format", "sarif"]) == 1
    (run,) = json.loads(capsys.readouterr().out)["runs"]
    (result,) = run["results"]
    assert result["ruleId"] == run["tool"]["driver"]["rules"][0]["id"] == "changed-quotation"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == VISIT


def test_a_fingerprint_of_a_finding_does_not_change_with_its_line(
    project_copy: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def found() -> list[dict[str, object]]:
        assert main(["check", str(project_copy), "--format", "sarif"]) == 1
        (run,) = json.loads(capsys.readouterr().out)["runs"]
        return [*run["results"], *run["tool"]["driver"]["rules"]]

    path = damaged(project_copy)
    result, rule = found()
    assert "helpUri" not in rule
    path.write_text(path.read_text("utf-8").replace("\n## The visit", "\n\n## The visit"), "utf-8")
    monkeypatch.setenv("SITE_URL", "https://readers.example/burma/")
    moved, rule = found()
    assert moved["locations"] != result["locations"]
    assert moved["partialFingerprints"] == result["partialFingerprints"]
    assert rule["helpUri"] == "https://readers.example/burma/problems/#changed-quotation"
    path.write_text(
        path.read_text("utf-8").replace("voters education", "voterz education"), "utf-8"
    )
    assert found()[0]["partialFingerprints"] != result["partialFingerprints"]


def test_the_line_is_shown_with_a_mark_under_the_place(
    project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = damaged(project_copy)
    assert main(["check", str(project_copy)]) == 1
    place, line, caret, *_ = capsys.readouterr().out.splitlines()
    number, column = map(int, place.split(":")[1:3])
    assert line.startswith(f"    {number} | The talks covered “voters education”")
    assert line[caret.index("^") :].startswith("“voters")
    assert path.read_text("utf-8").split("\n")[number - 1][column - 1 :].startswith("“voters")


def test_the_findings_of_the_files_that_are_named_are_printed_alone(
    project_copy: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged(project_copy)
    other = project_copy / "briefings/2026-11-legitimacy.md"
    other.write_text(other.read_text("utf-8").replace("much-needed", "badly-needed", 1), "utf-8")
    monkeypatch.chdir(project_copy)
    assert main(["check", VISIT]) == 1
    said = capsys.readouterr().out
    assert "legitimacy" not in said
    assert said.endswith(": 1 finding; 1 in other files.\n")
    assert main(["check", "briefings"]) == 1
    assert capsys.readouterr().out.endswith(": 2 findings.\n")
    assert main(["check", "docs/actors", "seeds/know-how/text.txt"]) == 0
    assert capsys.readouterr().out.endswith(": no finding in what was named; 2 in other files.\n")
    assert main(["check", "briefings/none.md"]) == 2
    assert "briefings/none.md is no file or folder of the project" in capsys.readouterr().err
    assert main(["check", VISIT, os.devnull]) == 2


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
)
def test_a_terminal_has_colours_unless_they_are_not_wanted(
    project_copy: Path,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    *,
    coloured: bool,
) -> None:
    damaged(project_copy)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    terminal, ours = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "citebound", "check", str(project_copy)], stdout=ours
    ) as process:
        os.close(ours)
        said = b""
        with suppress(OSError):  # a terminal ends with an error
            while some := os.read(terminal, 4096):
                said += some
    os.close(terminal)
    assert process.returncode == 1
    assert (b"\x1b[31m[changed-quotation]\x1b[0m" in said) is coloured
    assert (b"\x1b" in said) is coloured


@pytest.mark.parametrize(
    ("line", "column", "shown", "under"),
    [
        ("abc", 2, "abc", 1),
        ("มติ ที่", 5, "มติ ที่", 3),
        ("漢字 x", 4, "漢字 x", 5),
        ("a\u202ebc\x1b[31m", 3, "a<202E>bc<001B>[31m", 7),
        ("", 9, "", 0),
    ],
)
def test_a_mark_stands_where_a_terminal_shows_the_place(
    line: str, column: int, shown: str, under: int
) -> None:
    told, caret = excerpt(Problem(Place("x.md", 7, column), "bad-date", "It is wrong."), line)
    assert told == f"    7 | {shown}"
    assert caret == f"      | {' ' * under}^"


@pytest.mark.parametrize("kind", ["link", "pipe", "device"])
def test_no_line_is_shown_of_what_is_not_read(
    project_copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    path = project_copy / "briefings/2026-12-x.md"
    if kind == "pipe":
        os.mkfifo(path)
    else:
        (tmp_path / "other").write_text("root: a line of another file\n", "utf-8")
        path.symlink_to(tmp_path / "other" if kind == "link" else "/dev/zero")
    assert main(["check", str(project_copy)]) == 1
    said = capsys.readouterr().out
    assert "[unreadable-file]" in said if kind == "pipe" else "[symbolic-link]" in said
    assert " | " not in said


def test_of_a_line_without_end_only_what_is_near_is_looked_at() -> None:
    place = Place("x.md", 1, 500_000)
    told, caret = excerpt(Problem(place, "bad-date", "It is wrong."), "\u0301" * 1_000_000)
    assert len(told) < 300
    assert len(caret) < 300


def test_of_a_long_line_the_stretch_around_the_place_is_shown() -> None:
    line = " ".join(f"w{number}" for number in range(200))
    told, caret = excerpt(
        Problem(Place("x.md", 1, line.index("w100") + 1), "bad-date", "It is wrong."), line
    )
    assert len(told) < 100
    assert told[caret.index("^") :].startswith("w100")
    assert "| …" in told
    assert told.endswith("…")


def test_a_reviewer_signs_and_a_later_change_is_named(
    project_copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    briefing = str(project_copy / VISIT)
    sign = ["sign", briefing, "--root", str(project_copy), "--as", "A. Reviewer"]
    assert main(sign) == 2
    assert "reviewers.yml" in capsys.readouterr().err
    (project_copy / "briefings/reviewers.yml").write_text("reviewers: [A. Reviewer]\n", "utf-8")
    sheet = ("--sheet", str(filled_sheet(project_copy, VISIT, tmp_path)))
    assert main([*sign, *sheet]) == 0
    assert main(["check", str(project_copy)]) == 0
    assert "warning" not in capsys.readouterr().out
    text = Path(briefing).read_text("utf-8")
    Path(briefing).write_text(text.replace("among other topics", "among many topics"), "utf-8")
    assert main(["check", str(project_copy)]) == 0
    said = capsys.readouterr().out
    assert "[changed-since-review]" in said
    assert "The talks covered" in said
    assert main(["build", str(project_copy)]) == 0
    page = (project_copy / "site/briefings/moscow-visit/index.html").read_text("utf-8")
    assert "hanged since" in page
    filled_sheet(project_copy, VISIT, tmp_path)
    assert main([*sign, *sheet]) == 0
    assert Path(briefing).read_text("utf-8").count("review:") == 1
    capsys.readouterr()
    assert main(["check", str(project_copy)]) == 0
    assert "[changed-since-review]" not in capsys.readouterr().out


def test_nobody_signs_what_does_not_hold(
    project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project_copy / "briefings/reviewers.yml").write_text("reviewers: [A. Reviewer]\n", "utf-8")
    path = damaged(project_copy)
    sign = ["sign", str(path), "--root", str(project_copy), "--as", "A. Reviewer"]
    assert main(sign) == 1
    assert "changed-quotation" in capsys.readouterr().out
    assert "review:" not in path.read_text("utf-8")


def test_citations_are_written_after_quotations_without_one(project_copy: Path) -> None:
    path = project_copy / VISIT
    assert "“voter education” and" in path.read_text("utf-8")
    assert main(["fix", str(path), "--root", str(project_copy), "--cite", "know-how"]) == 0
    after = path.read_text("utf-8")
    assert "“voter education” [@know-how] and" in after
    assert "[@know-how] [@know-how]" not in after
    assert main(["check", str(project_copy)]) == 0
    assert main(["fix", str(path), "--root", str(project_copy), "--cite", "nothing"]) == 2


def test_a_new_source_is_pinned_once(
    project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project_copy / "seeds/second"
    folder.mkdir()
    (folder / "text.txt").write_text("One paragraph.\nAnother one.\n", "utf-8")
    (folder / "source.yml").write_text("format: 1\ntitle: A second source\n", "utf-8")
    pin = ["pin", "second", "--root", str(project_copy)]
    assert main(pin) == 0
    described = (folder / "source.yml").read_text("utf-8")
    assert "paragraphs: lines" in described
    assert "sha256: " in described
    assert main(pin) == 0
    (folder / "text.txt").write_text("One paragraph, changed.\n", "utf-8")
    capsys.readouterr()
    assert main(pin) == 2
    assert "replaces:" in capsys.readouterr().err


def test_what_is_no_quotation_is_not_cited(project_copy: Path) -> None:
    path = project_copy / VISIT
    before = path.read_text("utf-8")
    path.write_text(f"{before}\nIt is ‘the only plan of all’ here, and “no more. So.\n", "utf-8")
    assert main(["fix", str(path), "--root", str(project_copy), "--cite", "know-how"]) == 0
    assert "It is ‘the only plan of all’ here, and “no more. So." in path.read_text("utf-8")


def test_a_pinned_hash_may_be_between_quotation_marks(project_copy: Path) -> None:
    described = project_copy / "seeds/know-how/source.yml"
    text = described.read_text("utf-8")
    described.write_text(re.sub(r"sha256: (\w+)", r'sha256: "\1"', text), "utf-8")
    assert main(["pin", "know-how", "--root", str(project_copy)]) == 0


def test_citations_move_to_the_source_that_replaces_another(
    project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = project_copy / "seeds/know-how", project_copy / "seeds/corrected"
    shutil.copytree(old, new)
    text = (new / "text.txt").read_text("utf-8").replace("arms deal", "arms treaty")
    (new / "text.txt").write_text(text, "utf-8")
    described = (new / "source.yml").read_text("utf-8")
    (new / "source.yml").write_text(
        "\n".join(x for x in described.splitlines() if not x.startswith("sha256")) + "\n", "utf-8"
    )
    assert main(["pin", "corrected", "--root", str(project_copy)]) == 0
    capsys.readouterr()
    assert main(["move", "know-how", "corrected", "--root", str(project_copy)]) == 1
    said = capsys.readouterr().out
    assert "stays with know-how: corrected does not have these words" in said
    assert "[@corrected]" in (project_copy / VISIT).read_text("utf-8")


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["--version"]])
def test_the_command_explains_itself(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 0
    assert "citebound" in capsys.readouterr().out


# --- where it runs, and who listens ------------------------------------------------------------


def command(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "citebound", *arguments],
        cwd=root, env=os.environ | environment, capture_output=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("status", [0, 1])
def test_a_reader_that_leaves_early_changes_nothing(status: int, project_copy: Path) -> None:
    if status:
        damaged(project_copy)
    process = subprocess.Popen(
        [sys.executable, "-m", "citebound", "check"],
        cwd=project_copy, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == status


def test_what_cannot_be_said_is_said_in_a_sentence(project_copy: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "citebound", "check"],
            cwd=project_copy, stdout=full, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert done.stderr == b"citebound: No space left on device\n"
    assert done.returncode == 2


@pytest.mark.parametrize(
    "settings",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
)
def test_a_terminal_that_knows_ascii_only(settings: dict[str, str], project_copy: Path) -> None:
    damaged(project_copy)
    text = command(project_copy, "check", **settings)
    assert (text.returncode, text.stderr) == (1, b"")
    assert b"\\u201c" in text.stdout
    text.stdout.decode("ascii")
    data = command(project_copy, "check", "--format", "json", **settings)
    hint = json.loads(data.stdout.decode("utf-8"))["problems"][0]["hint"]
    assert "“" in hint
    built = command(project_copy, "build", **settings)
    assert built.returncode == 1
    assert b"Traceback" not in built.stderr


@pytest.mark.parametrize("stated", ["abc", "12.5", "-3", "९", "9" * 30])
def test_a_date_of_the_build_that_is_none_is_refused_in_a_sentence(
    stated: str,
    project_copy: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", stated)
    assert main(["build", str(project_copy)]) == 2
    said = capsys.readouterr().err
    assert said.startswith("citebound: SOURCE_DATE_EPOCH is not a number of seconds since 1970: ")
    assert said.count("\n") == 1
    assert not (project_copy / "site").exists()
    plain = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=project_copy, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert plain.returncode == 1
    assert "SOURCE_DATE_EPOCH is not a number" in plain.stderr
    assert "Traceback" not in plain.stderr


def test_an_empty_date_of_the_build_states_none(project_copy: Path) -> None:
    done = command(project_copy, "build", SOURCE_DATE_EPOCH="")
    assert done.returncode == 0, done.stderr


def test_the_name_of_a_file_cannot_end_its_annotation(
    project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "briefings/a,line=1::b%\n::error title=forged::c.md"
    path = project_copy / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("Nothing.\n", "utf-8")
    assert main(["check", str(project_copy), "--format", "github"]) == 1
    lines = capsys.readouterr().out.splitlines()
    mine = [line for line in lines if "forged" in line]
    assert mine
    for line in mine:
        assert line.startswith(
            "::error file=briefings/a%2Cline=1%3A%3Ab%25%0A%3A%3Aerror title=forged%3A%3Ac.md,line="
        )
    assert main(["check", str(project_copy)]) == 1
    assert not [x for x in capsys.readouterr().out.splitlines() if x.startswith("::error")]
    assert main(["check", str(project_copy), "--format", "sarif"]) == 1
    (run,) = json.loads(capsys.readouterr().out)["runs"]
    addresses = {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for result in run["results"]
    }
    assert name in {unquote(address) for address in addresses}
    assert not [address for address in addresses if set(address) & set("\n% ") - {"%"}]


def test_from_a_folder_within_the_project_it_is_found(
    project_copy: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (project_copy / "briefings/reviewers.yml").write_text("reviewers: [A. Reviewer]\n", "utf-8")
    monkeypatch.chdir(project_copy / "briefings")
    assert main(["check"]) == 0
    sheet = str(filled_sheet(project_copy, VISIT, tmp_path))
    assert main(["sign", Path(VISIT).name, "--as", "A. Reviewer", "--sheet", sheet]) == 0
    assert "review:" in (project_copy / VISIT).read_text("utf-8")
    monkeypatch.chdir(project_copy / "seeds/know-how")
    assert main(["build"]) == 0
    assert capsys.readouterr().err.endswith(f"Published to {Path('../../site')}.\n")
    assert (project_copy / "site/index.html").is_file()


def test_outside_of_a_project_there_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for arguments in (["check"], ["build"], ["pin", "x"]):
        assert main(arguments) == 2
        assert capsys.readouterr().err == (
            f"citebound: {tmp_path} is in no project: neither it nor a folder above it has "
            "mkdocs.yml, seeds, briefings and docs\n"
        )
    assert main(["check", "nowhere"]) == 2
    assert "nowhere is not a project: it has no mkdocs.yml" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["../know-how", "seeds/know-how", "Know-How", "."])
def test_only_an_id_is_pinned(
    name: str, project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pin", name, "--root", str(project_copy)]) == 2
    assert "is not an id" in capsys.readouterr().err


def test_a_stopped_check_says_so(
    project_copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def verify(_root: Path) -> None:
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(checking, "verify", verify)
    assert main(["check", str(project_copy)]) == 130
    assert capsys.readouterr().err == "Stopped.\n"


def test_a_signal_during_the_imports_is_heard() -> None:
    """To import the engine takes a while, and ended in a traceback of the import that was on."""
    program = (
        "import signal, sys\n"
        "class Late:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'citebound.publish':\n"
        "            signal.raise_signal(signal.SIGINT)\n"
        "sys.meta_path.insert(0, Late())\n"
        "from citebound.cli import main\n"
        "sys.exit(main(['check']))\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout, run.stderr) == (130, "", "Stopped.\n")
