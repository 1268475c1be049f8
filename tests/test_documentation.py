"""The documentation: its examples pass, its pages are reached, and what cites it is right."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from citebound.cli import main
from citebound.dates import RELATIVE, rule_of
from citebound.door.documentation import completed
from citebound.pages.date_phrases import MARK
from citebound.pages.method import LANGUAGES
from citebound.publish import verify

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
WRITTEN = (*sorted(ROOT.glob("hooks/**/*.py")), *sorted(ROOT.glob("tests/**/*.py")))
CITED = re.compile(r"docs/(format|quoting|our-own-sentences)\.md,\s+(\"?)([A-Z][\w ]+\w)\2")
"""How a docstring cites the format: a page, then a heading of it, with or without marks."""


def headings(page: str) -> set[str]:
    return set(re.findall("^#+ (.+)$", (DOCS / f"{page}.md").read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_cites_the_format_names_one_of_its_headings(path: Path) -> None:
    text = path.read_text("utf-8")
    for page, _, heading in CITED.findall(text):
        assert heading in headings(page), heading


def test_some_modules_cite_the_format() -> None:
    assert sum(len(CITED.findall(path.read_text("utf-8"))) for path in WRITTEN) >= 5


@pytest.mark.parametrize("page", ["format.md", "writing.md"])
def test_the_briefing_that_a_page_shows_holds(project_copy: Path, page: str) -> None:
    text = (DOCS / page).read_text("utf-8")
    shown = re.search(r"^```markdown\n(---\n.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert shown
    name = "briefings/2026-11-an-example.md"
    (project_copy / name).write_text(shown[1], "utf-8")
    found = verify(project_copy)
    assert name in {briefing.path for briefing in found.library.briefings}
    assert [problem for problem in found.problems if problem.place.path == name] == []


def printed_by_check(root: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What `citebound check` prints of a project."""
    main(["check", str(root)])
    return capsys.readouterr().out


def test_the_mistake_that_the_readme_shows_is_printed_like_that(
    project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Apart from the last line: its counts are those of the site, which grows."""
    shown = re.search(
        r"^\$ citebound check\n((.+?):.+ replaced: (\w+) / (\w+)\.\n(?: .+\n)+)"
        r"Checked .+ 1 finding\.$",
        (ROOT / "README.md").read_text("utf-8"),
        re.MULTILINE,
    )
    assert shown
    said, name, ours, theirs = shown.groups()
    path = project_copy / name
    text = path.read_text("utf-8")
    there = re.search(rf"(?<!\w){theirs}-\w+", said)
    assert there
    changed = ours + there[0].removeprefix(theirs)
    assert text.count(there[0]) == 1
    path.write_text(text.replace(there[0], changed), "utf-8")
    assert printed_by_check(project_copy, capsys).startswith(said + "Checked ")


def test_the_worked_pull_request_is_answered_as_it_says(
    project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its steps, in order: a sentence, a footnote with a slip, the slip put right."""
    worked = (ROOT / "CONTRIBUTING.md").read_text("utf-8").split("worked through\n")[1]
    blocks = re.findall(r"^   ```(?:markdown)?\n(.*?)^   ```$", worked, re.MULTILINE | re.DOTALL)
    sentence, unbound, with_footnote, slip = map(textwrap.dedent, blocks)
    named = re.search(r"^2\. In `(.+?)`,[^\"]+\"(.+)\":$", worked, re.MULTILINE)
    assert named
    path = project_copy / named[1]
    before, heading, after = path.read_text("utf-8").partition(f"\n## {named[2]}\n\n")
    paragraph, rest = after.split("\n\n", 1)

    def typed(text: str) -> str:
        path.write_text(f"{before}{heading}{paragraph}\n{text}{rest}", "utf-8")
        return printed_by_check(project_copy, capsys)

    assert typed(f"{sentence}\n").startswith(f"{unbound}Checked ")
    assert typed(with_footnote).startswith(f"{slip}Checked ")
    replaced = re.search(r" replaced: (.+) / (.+)\.$", slip, re.MULTILINE)
    assert replaced
    mended = with_footnote.replace(f" {replaced[1]} ", f" {replaced[2]} ")
    assert typed(mended).endswith("all of it holds.\n")
    quoted = re.search("“(.+)”", mended)
    assert quoted
    # What the example would add, the briefing does not say already.
    assert quoted[1] not in before + after
    assert replaced[2] not in before + after


def phrases_listed(language: str) -> dict[str, list[str]]:
    """The rows of a language on the page of phrases, by their first cell."""
    page = completed((DOCS / "date-phrases.md").read_text("utf-8"), ROOT)
    assert MARK not in page
    section = page.split(f"\n## {LANGUAGES[language]}\n")[1].split("\n## ")[0]
    plain = re.sub(r"<.*?>|\\", "", section)
    rows = re.findall(r"^\| (.*) \|$", plain, re.MULTILINE)
    return {first: cells for first, *cells in (row.split(" | ") for row in rows)}


@pytest.mark.parametrize("language", RELATIVE)
def test_the_page_of_phrases_lists_every_phrase_with_its_rule(language: str) -> None:
    listed = phrases_listed(language)
    for phrases, rule in RELATIVE[language]:
        means, forward = listed[", ".join(phrases)]
        assert means.removesuffix("; there is no `counted_from`") == rule.means
        assert means.endswith("; there is no `counted_from`") is not rule.counted
        assert forward == rule.forward


def fillings(cell: str) -> list[str]:
    """What may stand in braces, as the page says it."""
    digits = re.match(r"a number of \D*(\d) digits(?:; |$)", cell)
    words = cell[digits.end() :] if digits else cell
    return [*(["2023"[: int(digits[1])]] if digits else []), *(words.split(", ") if words else [])]


@pytest.mark.parametrize("language", RELATIVE)
def test_what_the_page_of_phrases_says_may_stand_in_braces_may(language: str) -> None:
    listed = phrases_listed(language)
    in_braces = {name: cells[0] for name, cells in listed.items() if len(cells) == 1}
    slots = {name[1:-1]: fillings(cell) for name, cell in in_braces.items() if name[0] == "{"}
    one_each = {name: words[0] for name, words in slots.items()}
    for phrase in (phrase for entry in RELATIVE[language] for phrase in entry.phrases):
        for slot in re.findall(r"\{(\w+)\}", phrase):
            for word in slots[slot]:
                filled = phrase.format(**{**one_each, slot: word})
                assert rule_of(filled), filled


def test_every_page_is_in_the_navigation_or_linked_from_one_that_is() -> None:
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    navigation, hidden = (
        set(re.findall(pattern, settings, re.MULTILINE))
        for pattern in (r"^ +- [^:]+: ([\w-]+\.md)$", r"^  /([\w-]+\.md)$")
    )
    pages = {path.name: path.read_text("utf-8") for path in DOCS.glob("*.md")}
    assert set(pages) == (navigation & set(pages)) | hidden
    assert "mutants.md" in hidden - navigation
    for name in hidden:
        assert any(f"]({name})" in pages[other] for other in navigation & set(pages)), name


GUIDES = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.glob("*.md")))


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.name)
def test_the_files_that_a_guide_names_are_there(path: Path) -> None:
    measured = re.compile(r"^````diff$.*?^````$", re.MULTILINE | re.DOTALL)
    text = measured.sub("", path.read_text("utf-8"))
    for name in re.findall(r"`((?:hooks|tests|docs|requirements|\.ci)/[\w./-]+)`", text):
        assert (ROOT / name).exists(), name
    for target in re.findall(r"\]\((?!https?:|actor:|#)([\w./-]+)[)#]", text):
        assert (path.parent / target).exists(), target


def test_the_architecture_lists_every_folder_of_the_engine() -> None:
    text = (DOCS / "architecture.md").read_text("utf-8")
    listed = set(re.findall(r"^\| `(\w+)/` \|", text, re.MULTILINE))
    folders = {path.parent.name for path in (ROOT / "hooks" / "citebound").glob("*/__init__.py")}
    assert listed == folders
