"""An editor's day: an article that the project has not seen, from the saved page to the site."""

from __future__ import annotations

import difflib
import re
from pathlib import Path

import pytest

from citebound.cli import main
from citebound.publish import prepare, verify
from citebound.shown.facts import SiteFacts
from signing import filled_sheet

ARTICLE = Path(__file__).parent / "articles/ferry.html"
SPEAKERS = (
    "margit-solveig", "tomas-hvid", "ingrid-maas", "peter-lund", "aline-ferrand", "jonas-krog",
)  # fmt: skip
TYPED = """\
rights: passages
descriptor: >-
  An article of a newspaper that is made up, as it says itself. It quotes people by name and
  does not say that its writer was present at the vote.
"""
VOICE = (
    "  - {kind: direct, speaker: unnamed, described: one mother, cue: as one mother put it, "
    "from: “second, to: home”}\n"
)
BODY = (ARTICLE.parent / "ferry.md").read_text("utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("seeds", "briefings", "docs/actors"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: The Harbour\n", "utf-8")
    (tmp_path / "docs/index.md").write_text("# The Harbour\n", "utf-8")
    (tmp_path / "briefings/reviewers.yml").write_text("reviewers: [A. Reviewer]\n", "utf-8")
    return tmp_path


def typed(before: str, after: str) -> list[str]:
    """The lines that were typed or changed by hand."""
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line[2:] for line in lines if line.startswith("+ ")]


def codes(root: Path) -> list[str]:
    return [problem.code for problem in verify(root).problems]


def test_an_article_becomes_a_briefing_in_a_day(
    root: Path, capsys: pytest.CaptureFixture[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    def run(*line: str) -> None:
        assert main([*line, "--root", str(root)]) == 0, capsys.readouterr()

    by_hand: list[str] = []
    # The source: what the page says of itself is there; the rest is typed.
    run("add", str(ARTICLE), "--id", "ferry", "--url", "https://harbour.example/f", "--write")
    run("draft", "ferry")
    asked = re.search("citebound new actor (.+)", capsys.readouterr().out)
    assert asked
    assert asked[1].split() == [*SPEAKERS]
    run("new", "actor", *SPEAKERS)
    run("draft", "ferry", "--write")
    printed = capsys.readouterr().out
    assert printed.count("para. ") == 9, "eight pairs of marks are proposed, and one is asked"
    described = root / "seeds/ferry/source.yml"
    written = described.read_text("utf-8")
    assert written.count("proposed: true") == 8
    unchanged = written.replace(", proposed: true", "")
    taken = unchanged.replace("draft: true  # until it is whole\n", "")
    taken = re.sub(r"# Still to be written.*\n#.*\n", TYPED, taken)
    taken = taken.replace("set_aside:\n", f"{VOICE}set_aside:\n")
    described.write_text(taken, "utf-8")
    by_hand += typed(unchanged, taken)
    for name in SPEAKERS:
        page = (root / f"docs/actors/{name}.md").read_text("utf-8")
        assert f"name: {name.title().replace('-', ' ')}  #" in page

    # The briefing.
    run("new", "briefing", "ferry")
    briefing = next((root / "briefings").glob("*-ferry.md"))
    text = briefing.read_text("utf-8")
    for field, words in (
        ("title:", "The ferry line is to stop in winter"),
        ("text:", "The county council decided to stop the ferry line from November to March."),
    ):
        text = re.sub(rf"(?m)^( *){field}  #.*$", rf"\1{field} {words}", text, count=1)
    text = text.replace("rests_on: []", "rests_on: [stop]", 1)
    text = text.replace("draft: true  # until it may be published: ", "# ")
    text = re.sub(r"(?m)^# the preview.*\n", "", text)
    text = text.replace("the preview shows it, readers do not see it\n", "")
    briefing.write_text(re.sub(r"(?m)^#.*\n", "", text) + BODY, "utf-8")
    found = codes(root)
    assert set(found) == {"unused-sentence"}
    run("set-aside", "ferry", "--para", "1-25", "--reason", "not about the decision")
    assert codes(root) == []

    # The review and the site.
    sheet = filled_sheet(root, briefing.relative_to(root).as_posix(), tmp_path_factory.mktemp("s"))
    assert main(["sign", str(briefing), "--root", str(root), "--as", "A. Reviewer",
                 "--sheet", str(sheet)]) == 0  # fmt: skip
    edition = prepare(root, SiteFacts())
    assert (edition.verified.problems, edition.faults) == ((), ())
    html = {page.address: str(page.html) for page in edition.pages}
    assert "A. Reviewer signed on" in html["briefings/ferry/"]
    assert "direct speech" in html["actors/ingrid-maas/"]
    # A goal of the project: at most 40 lines by hand for the source and its actors.
    assert len(by_hand) == 5, by_hand


def test_a_long_report_of_which_little_is_used_has_few_findings(root: Path) -> None:
    paragraph = (
        "The inspectors walked through hall {n} of the yard on that morning. They counted the "
        "lamps and wrote down what they saw. “Nobody told us that number {n} was closed,” one of "
        "them said. The doors were locked, and a notice said “closed for repairs” in two languages."
    )
    text = "".join(f"{paragraph.format(n=n)}\n" for n in range(1, 106))
    assert len(text.split()) > 4900
    (root / "report.txt").write_text(text, "utf-8")
    line = ["add", str(root / "report.txt"), "--id", "report", "--write", "--root", str(root)]
    assert main(line) == 0
    described = root / "seeds/report/source.yml"
    whole = re.sub(r"# Still to be written.*\n#.*\n", "", described.read_text("utf-8"))
    whole = whole.replace("draft: true  # until it is whole\n", "coverage: used\n")
    whole += "title: A report\npublisher: The yard\npublished: 2024-05-14\nlanguage: en\n"
    described.write_text(f"{whole}rights: full\ndescriptor: A report that is made up.\n", "utf-8")
    assert codes(root) == []
    briefing = root / "briefings/2026-11-yard.md"
    quoted = "The inspectors walked through hall 7 of the yard on that morning."
    briefing.write_text(
        "---\nformat: 1\ntitle: The yard\ndate: 2026-11-24\nsummary: It was inspected.\n"
        f"sources: [report]\n---\n\n> {quoted}\n>\n> [@report]\n",
        "utf-8",
    )
    # Whose words are those of the paragraph that is used: of two pairs of marks, and of no others.
    assert codes(root) == ["voice-missing"] * 2
