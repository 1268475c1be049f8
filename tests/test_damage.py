"""A copy of the real project, damaged on purpose: the build refuses, says where and why,
and leaves the site of the build before it as it was, byte for byte.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from citebound.cli import main
from project import copied

LEGITIMACY = "briefings/2026-11-legitimacy.md"
VISIT = "briefings/2026-11-moscow-visit.md"
VOTE = "briefings/2026-11-vote-without-a-date.md"
THEIN_SOE = "docs/actors/u-thein-soe.md"
SOURCE = "seeds/know-how/source.yml"
TEXT = "seeds/know-how/text.txt"

FINDING = re.compile(
    r"^(?P<place>[^\s:]+:\d+:\d+): \[(?P<code>[a-z-]+)\] (?P<message>[^\n]+)\n"
    r"(?:    \d+ \| [^\n]*\n +\| +\^\n)?(?:    → (?P<hint>[^\n]+))?",
    re.MULTILINE,
)

Damage = Callable[[Path], object]


def swap(name: str, old: str, new: str) -> Damage:
    """Replace the first ``old`` of a file, which must be there."""

    def damage(root: Path) -> None:
        path = root / name
        text = path.read_text("utf-8")
        assert old in text, f"{name} has no {old}"
        path.write_bytes(text.replace(old, new, 1).encode())

    return damage


def add(name: str, text: str) -> Damage:
    """Append to a file, or make it."""

    def damage(root: Path) -> None:
        path = root / name
        before = path.read_text("utf-8") if path.exists() else ""
        path.write_bytes((before + text).encode())

    return damage


def put(name: str, data: bytes) -> Damage:
    """Make or replace a file."""
    return lambda root: (root / name).write_bytes(data)


def copy(old: str, new: str) -> Damage:
    """Copy a file under another name."""
    return lambda root: shutil.copy2(root / old, root / new)


DEEP = "x: " + "[" * 40 + "]" * 40 + "\n"
BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"

# What is damaged, where the finding stands (line and column 0: not looked at), and its code.
CASES: list[tuple[str, Damage, str, int, int, str]] = [
    ("a changed word in a quotation",
     swap(VISIT, "[^purpose]: “The purpose of their visit was", "[^purpose]: “The purpose of their visit is"),
     VISIT, 0, 13, "changed-quotation"),
    ("a quotation that spans two paragraphs",
     swap(VISIT, "two countries’ election commissions.” [@know-how]",
          "two countries’ election commissions. Background on Election Monitoring” [@know-how]"),
     VISIT, 0, 13, "two-paragraphs"),
    ("a quotation that cuts into a voice",
     swap(VISIT, "[^methods]: “State media reported that the delegation explored Russia’s election methods, "
          "campaign procedures, and cultural aspects.”",
          "[^methods]: “State media reported that the delegation explored Russia’s election methods”"),
     VISIT, 0, 13, "cuts-into-voice"),
    ("an unknown source", swap(VISIT, "sources: [know-how]", "sources: [know-hwo]"), VISIT, 8, 11, "unknown-source"),
    ("an unknown source in a citation",
     swap(THEIN_SOE, "[^chair]: “U Thein Soe, the chair of Myanmar’s election commission” [@know-how]",
          "[^chair]: “U Thein Soe, the chair of Myanmar’s election commission” [@no-how]"),
     THEIN_SOE, 0, 71, "unknown-source"),
    ("an unknown actor", swap(VISIT, "{id: russia, role: is its subject}",
                              "{id: rusia, role: is its subject}"), VISIT, 0, 14, "unknown-actor"),
    ("an unknown footnote", swap(VISIT, "September 2023.[^visit]", "September 2023.[^vsit]"), VISIT, 0, 0, "unknown-footnote"),
    ("an unknown status of an event", swap(VISIT, "status: intended", "status: intende"), VISIT, 0, 13, "unknown-value"),
    ("a quotation that stands twice",
     swap(VISIT, "covered “voter education” and", "covered “the global stage” and “voter education” and"),
     VISIT, 0, 19, "ambiguous-quotation"),
    ("loose quotation marks", swap(THEIN_SOE, "U Thein Soe was the chair", "U Thein Soe was “really the chair” and the chair"),
     THEIN_SOE, 0, 38, "loose-quotation"),
    ("an unpaired quotation mark", swap(VISIT, "covered “voter education” and", "covered “voter education and"),
     VISIT, 0, 19, "unpaired-quotation"),
    ("an unbound sentence", swap(VISIT, "## Why Russia\n", "## Why Russia\n\nNobody knows.\n"), VISIT, 0, 1, "unbound-sentence"),
    ("a sentence that is neither used nor set aside",
     swap(SOURCE, '  - {sentence: "Implications and Facade of Legitimacy:", reason: a heading}\n', ""),
     TEXT, 6, 1, "unused-sentence"),
    ("a sentence that is used and set aside",
     swap(SOURCE, "set_aside:\n", 'set_aside:\n  - {sentence: "As the political turmoil in Myanmar continues, the country’s '
          "trajectory remains uncertain, leaving both domestic and international stakeholders closely monitoring "
          'developments.", reason: a test}\n'), SOURCE, 0, 5, "used-and-set-aside"),
    ("YAML: an unclosed quotation mark", swap(VISIT, "title: A delegation", 'title: "A delegation'), VISIT, 0, 0, "yaml-syntax"),
    ("YAML: a tab", swap(VISIT, "  - id: moscow-visit", "\t- id: moscow-visit"), VISIT, 0, 0, "yaml-syntax"),
    ("YAML: a key twice", swap(VISIT, "format: 1\n", "format: 1\nformat: 1\n"), VISIT, 3, 1, "yaml-duplicate-key"),
    ("YAML: a wrong type", swap(VISIT, "sources: [know-how]", "sources: {know-how: 1}"), VISIT, 0, 10, "wrong-type"),
    ("YAML: no where a text is meant", swap(VISIT, "confidence: low", "confidence: no"), VISIT, 0, 17, "unknown-value"),
    ("YAML: an alias bomb", put(SOURCE, BOMB.encode()), SOURCE, 1, 4, "yaml-alias"),
    ("YAML: 10 MB of it", put(SOURCE, b"title: x\n" + b"# filler\n" * 1_200_000), SOURCE, 1, 1, "yaml-too-large"),
    ("YAML: too deep", put(SOURCE, DEEP.encode()), SOURCE, 1, 0, "yaml-too-deep"),
    ("a missing field", swap(VISIT, "status: intended", "# none"), VISIT, 0, 0, "missing-field"),
    ("an unknown field", swap(VISIT, "summary:", "sumary: x\nsummary:"), VISIT, 0, 1, "unknown-field"),
    ("no front matter", swap(VISIT, "---\nformat", "format"), VISIT, 1, 1, "front-matter"),
    ("an impossible date", swap(VISIT, "date: 2026-11-30", "date: 2023-02-29"), VISIT, 0, 7, "bad-date"),
    ("a date before its source", swap(VISIT, "date: 2026-11-30", "date: 2022-11-24"), VISIT, 0, 7, "written-before-source"),
    ("a date that gains precision", swap(VISIT, "{edtf: 2023-09, phrase: in September",
                                         "{edtf: 2023-09-14, phrase: in September"), VISIT, 0, 18, "date-disagrees"),
    ("a date that its evidence does not have", swap(VOTE, "date: 2015", "date: 2016"), VOTE, 0, 11, "date-not-in-evidence"),
    ("a changed source text", swap(TEXT, "thousands of international observers", "hundreds of international observers"),
     TEXT, 1, 1, "source-changed"),
    ("a missing source text", lambda root: (root / TEXT).unlink(), TEXT, 1, 1, "missing-file"),
    ("bytes that are not UTF-8", put(VISIT, b"---\ntitle: caf\xe9\n---\n"), VISIT, 2, 11, "unreadable-file"),
    ("two briefings with one address", copy(VISIT, "briefings/2026-12-moscow-visit.md"),
     "briefings/2026-12-moscow-visit.md", 1, 1, "same-address"),
    ("an alias that two actors claim", swap(THEIN_SOE, "aliases: [U Thein Soe, Thein Soe]",
                                            "aliases: [U Thein Soe, Thein Soe, Putin]"), "docs/actors/vladimir-putin.md", 0, 0, "alias-twice"),
    ("a footnote defined twice", add(VISIT, "\n[^visit]: “The Myanmar delegation’s visit to Moscow” [@know-how]\n"),
     VISIT, 0, 1, "footnote-twice"),
    ("a footnote that nothing uses", add(VISIT, "\n[^spare]: “The Myanmar delegation’s visit to Moscow” [@know-how]\n"),
     VISIT, 0, 1, "unused-footnote"),
    ("a link to nowhere", swap(VISIT, "> Further on, the source writes", "> [Nowhere](nowhere.md). Further on, the source writes"),
     VISIT, 0, 3, "broken-link"),
    ("raw HTML", swap(VISIT, "> Further on, the source writes", "> <b>Further</b> on, the source writes"), VISIT, 0, 3, "raw-html"),
    ("a javascript link", swap(VISIT, "> Further on, the source writes", "> [Further](javascript:alert) on, the source writes"),
     VISIT, 0, 3, "refused-link"),
    ("a vanished address", add("briefings/addresses.txt", "briefings/the-old-one/\n"),
     "briefings/addresses.txt", 0, 1, "vanished-address"),
]  # fmt: skip


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that was published before it is damaged."""
    root = copied(tmp_path_factory.mktemp("published") / "a project")
    assert main(["build", str(root)]) == 0
    return root


@pytest.fixture
def project(published: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(published, tmp_path / "a project"))


def fingerprint(folder: Path) -> str:
    """One digest of every file of a folder, names and bytes."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


@pytest.mark.parametrize(("what", "damage", "path", "line", "column", "code"), CASES,
                         ids=[case[0] for case in CASES])  # fmt: skip
def test_the_build_refuses(  # noqa: PLR0913, PLR0917, a case has as many parts
    what: str, damage: Damage, path: str, line: int, column: int, code: str,
    project: Path, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    before = fingerprint(project / "site")
    damage(project)
    assert main(["build", str(project)]) == 1, what
    said = capsys.readouterr().err
    assert "Traceback" not in said
    found = FINDING.findall(said)
    assert [f[1] for f in found] == [code], said
    where, _, message, hint = found[0]
    assert where.startswith(f"{path}:"), said
    at_line, at_column = map(int, where.rsplit(":", 2)[1:])
    assert not line or at_line == line, said
    assert not column or at_column == column, said
    assert message.endswith((".", "”", "…")), said
    assert hint, said
    assert fingerprint(project / "site") == before


def test_crlf_and_a_byte_order_mark_are_accepted_in_markdown_and_yaml(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in (VISIT, THEIN_SOE, SOURCE):
        path = project / name
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert main(["check", str(project)]) == 0
    capsys.readouterr()
    text = (project / VISIT).read_bytes()
    (project / VISIT).write_bytes(text.replace("“voter education” and “eff".encode(), "“voter education” und “eff".encode(), 1)
                                  .replace(b"covered ", "covered “voters’ education” ".encode(), 1))  # fmt: skip
    assert main(["check", str(project), "--format", "json"]) == 1
    problem = json.loads(capsys.readouterr().out)["problems"][0]
    lines = (project / VISIT).read_text("utf-8-sig").splitlines()
    assert lines[problem["line"] - 1][problem["column"] - 1 :].startswith("“voters’ education”")


@pytest.mark.parametrize("damage", [b"\xef\xbb\xbf", b"\r\n"])
def test_they_are_findings_in_a_source_text_that_is_being_pinned(
    damage: bytes, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = project / TEXT
    data = text.read_bytes()
    text.write_bytes(damage + data if damage[0] == 0xEF else data.replace(b"\n", damage, 1))
    source = (project / SOURCE).read_text("utf-8")
    new = hashlib.sha256(text.read_bytes()).hexdigest()
    (project / SOURCE).write_text(re.sub(r"sha256: \w+", f"sha256: {new}", source), "utf-8")
    assert main(["check", str(project)]) == 1
    assert "[source-form]" in capsys.readouterr().out


def test_an_empty_folder_of_briefings_checks_nothing_and_fails(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = fingerprint(project / "site")
    for path in (project / "briefings").glob("*"):
        path.unlink()
    assert main(["build", str(project)]) == 2
    assert "Nothing was checked" in capsys.readouterr().err
    assert fingerprint(project / "site") == before


def test_a_folder_that_is_no_project_cannot_be_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path)]) == 2
    assert "is not a project" in capsys.readouterr().err


def test_ten_mistakes_in_three_files_are_ten_findings_in_one_run(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for damage in (
        swap(VISIT, "sources: [know-how]", "sources: [know-how]\ncolour: red"),
        swap(VISIT, "status: intended", "status: hoped"),
        swap(VISIT, "covered “voter education”", "covered “voters education”"),
        swap(VISIT, "## Why Russia\n", "## Why Russia\n\nNobody knows.\n"),
        swap(VOTE, "date: 2015", "date: 2016"),
        swap(VOTE, "[^sham]: “to avoid", "[^sham]: “to shun"),
        swap(VOTE, "it was “still uncertain”", "it was ‘still uncertain’"),
        swap(THEIN_SOE, "kind: person", "kind: man"),
        swap(THEIN_SOE, "[^invitation]: “U Thein Soe, the chair of Myanmar’s election commission, was invited", "[^invitation]: “U Thein Soe, the chair of Myanmar’s election commission, was asked"),
        swap(THEIN_SOE, "> U is a Burmese", "> [U](nobody.md) is a Burmese"),
    ):  # fmt: skip
        damage(project)
    assert main(["check", str(project), "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert len(report["problems"]) == 10, json.dumps(report["problems"], indent=1)
    places = [(p["path"], p["line"], p["column"]) for p in report["problems"]]
    assert places == sorted(places)
    assert {p["path"] for p in report["problems"]} == {VISIT, VOTE, THEIN_SOE}
    assert set(report["checked"]) == {
        "sources", "briefings", "quotations", "actors", "events", "places",
    }  # fmt: skip


def test_plain_mkdocs_refuses_before_it_cleans_the_site(project: Path) -> None:
    swap(VISIT, "sources: [know-how]", "sources: [know-hwo]")(project)
    before = fingerprint(project / "site")
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=project, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 1
    assert f"{VISIT}:8:11: [unknown-source]" in run.stderr
    assert "Traceback" not in run.stderr + run.stdout
    assert fingerprint(project / "site") == before


def test_a_build_that_breaks_half_way_leaves_the_site_as_it_was(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = fingerprint(project / "site")
    main_template = project / "hooks" / "theme" / "main.html"
    main_template.write_text(
        main_template.read_text("utf-8") + "{{ nothing.here.at.all }}", "utf-8"
    )
    assert main(["build", str(project)]) == 1
    assert "Traceback" not in capsys.readouterr().err
    assert fingerprint(project / "site") == before
    assert not [p for p in project.iterdir() if p.name.startswith(".site-")]


@pytest.mark.parametrize(
    "extension", ["smarty", "pymdownx.smartsymbols", "pymdownx.critic", "pymdownx.emoji"]
)
def test_extensions_that_rewrite_text_do_not_reach_a_sources_words(
    extension: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    swap("mkdocs.yml", "markdown_extensions:\n", f"markdown_extensions:\n  - {extension}\n")(
        project
    )
    assert main(["build", str(project)]) == 0, capsys.readouterr().err
    page = (project / "site/briefings/vote-without-a-date/index.html").read_text("utf-8")
    assert "what they perceive as a “sham” process" in page


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "{{ page.content }}",
            "{{ page.content | replace('voter education', 'voters education') }}",
        ),
        ("{{ page.content }}", "{{ page.content | upper }}"),
        ("{{ page.content }}", "{{ page.content | replace('know-how:', 'know-what:') }}"),
        ("{{ page.content }}", ""),
    ],
)
def test_a_broken_template_is_refused_before_it_is_published(
    old: str, new: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = fingerprint(project / "site")
    template = project / "hooks/theme/partials/content.html"
    template.parent.mkdir(parents=True, exist_ok=True)
    template.write_text(
        '<article class="md-content__inner md-typeset">' + old.replace(old, new) + "</article>",
        "utf-8",
    )
    assert main(["build", str(project)]) == 1
    assert "[rendered-quotation]" in capsys.readouterr().err
    assert fingerprint(project / "site") == before
