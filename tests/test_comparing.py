"""``citebound diff`` and ``rests-on``, over real histories that are made here."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest

from citebound.cli import main
from signing import filled_sheet

TOLD = Path(__file__).with_name("told")
"""What the report says of each change; ``TOLD_ANEW=1`` writes the files, to be read."""

TEXT = """The vote was put off until at least 2025, the paper says. The town hall has three doors.
“We will wait,” Ann Lee said. The clerk left for the coast in May.
"""
SOURCE = f"""format: 1
title: A report
publisher: A paper
published: 2023-09-15
language: en
rights: full
paragraphs: lines
descriptor: An article of a paper.
url: https://example.org/report
sha256: {sha256(TEXT.encode()).hexdigest()}
voices:
  - {{speaker: ann-lee, kind: direct, from: "“We will", to: "wait,”", cue: Ann Lee said}}
set_aside:
  - {{sentence: The town hall has three doors., reason: nothing to do with the vote}}
"""
REPORT = "seeds/report/source.yml"
BRIEFING = "briefings/2026-11-vote.md"
ACTOR = "docs/actors/ann-lee.md"
FILES = {
    "mkdocs.yml": "site_name: Small\n",
    "docs/index.md": "# Small\n",
    "seeds/report/text.txt": TEXT,
    REPORT: SOURCE,
    ACTOR: """---
format: 1
name: Ann Lee
kind: person
aliases: [Ann Lee]
facts:
  - text: Said that they would wait.
    evidence: [wait]
---

[^wait]: “We will wait,” [@report]
""",
    BRIEFING: """---
format: 1
title: A vote
date: 2026-11-24
summary: The vote was put off.
sources: [report]
events:
  - id: vote
    title: The vote
    date: {edtf: [2025..], phrase: until at least 2025}
    status: planned
    actors: []
    evidence: [off]
gaps:
  - When the vote is held.
---

The vote was put off.[^off]
The clerk left in May.[^clerk]

[^off]: “put off until at least 2025” [@report]
[^clerk]: “The clerk left for the coast in May.” [@report]
""",
}


@dataclass(frozen=True)
class History:
    """A repository with a project in it."""

    root: Path

    def commit(self, **changed: str | None) -> str:
        """Write some files, or remove those without words, and commit all: the commit's name."""
        for name, words in changed.items():
            path = self.root / name
            if words is None:
                path.unlink()
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(words, "utf-8")
        self.git("add", "--all", "--force")
        self.git("commit", "--quiet", "--allow-empty", "--message", "A change")
        return self.git("rev-parse", "HEAD")

    def git(self, *arguments: str) -> str:
        """Run git in the repository, and give what it says."""
        nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
        done = subprocess.run(
            ["git", "-C", str(self.root), *who, *arguments],
            env={**os.environ, **nobody}, capture_output=True, text=True, check=True,
        )  # fmt: skip
        return done.stdout.strip()


@pytest.fixture
def history(tmp_path: Path) -> History:
    """The project, committed once."""
    made = History(tmp_path / "repository")
    made.root.mkdir()
    made.git("init", "--quiet")
    made.commit(**FILES)
    return made


@pytest.fixture
def printed(history: History, capsys: pytest.CaptureFixture[str]) -> Callable[..., list[str]]:
    """Run a command for the project: the lines that it prints after the first."""

    def run(*arguments: str, status: int = 0) -> list[str]:
        assert main([*arguments, "--root", str(history.root)]) == status
        return [line for line in capsys.readouterr().out.splitlines()[1:] if line]

    return run


def test_the_project_of_these_tests_holds(history: History) -> None:
    assert main(["check", str(history.root)]) == 0


def test_nothing_differs_where_nothing_does(printed: Callable[..., list[str]]) -> None:
    assert printed("diff", "HEAD", "HEAD") == ["Nothing."]


IN_BRIEFING = f"## A vote (`{BRIEFING}`)"
Edits = tuple[tuple[str, str, str], ...]
CHANGES: dict[str, Edits] = {
    "a-sentence": ((BRIEFING, "The clerk left in May.", "In May the clerk left."),),
    "other-evidence": ((BRIEFING, "left in May.[^clerk]", "left in May.[^clerk][^off]"),),
    "evidence-lost": ((BRIEFING, "left in May.[^clerk]", "left in May."),),
    "a-quotation": ((BRIEFING, "the coast in May.”", "the coast”"),),
    "an-event": (
        (BRIEFING, "status: planned", "status: postponed"),
        (BRIEFING, "actors: []", "actors: [{id: ann-lee, role: other, reading: waits for it}]"),
    ),
    "an-actor": (
        (ACTOR, "aliases: [Ann Lee]", "aliases: [Ann Lee]\nsearch_names: [Lee]"),
        (ACTOR, "Said that", "Told them that"),
    ),
    "whose-words": ((REPORT, "speaker: ann-lee, kind: direct", "kind: quoted"),),
    "a-source": (
        (REPORT, "rights: full", "rights: passages"),
        (REPORT, "reason: nothing to do with the vote", "reason: about the town hall"),
    ),
    "what-would-call-or-draw": (
        (BRIEFING, "When the vote is held.", "'@everyone, #12, <img src=x>, ![x](y), `z`, ~~q~~.'"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_a_small_change_is_told_in_full(
    history: History, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """Each is told as the file of its name says."""
    changed = dict(FILES)
    for path, old, new in CHANGES[name]:
        assert old in changed[path]
        changed[path] = changed[path].replace(old, new)
    history.commit(**changed)
    assert main(["diff", "HEAD~1", "HEAD", "--root", str(history.root)]) == 0
    _, told = capsys.readouterr().out.split("\n", 1)
    expected = TOLD / f"{name}.md"
    if os.environ.get("TOLD_ANEW"):
        expected.write_text(told.lstrip(), "utf-8")
    assert told.lstrip() == expected.read_text("utf-8")


def test_a_page_appears_and_vanishes(history: History, printed: Callable[..., list[str]]) -> None:
    history.commit(**{BRIEFING: None, "briefings/2026-12-door.md": FILES[BRIEFING]})
    lines = printed("diff", "HEAD~1")
    assert lines[1:4] == [
        "## A vote (`briefings/2026-12-door.md`)",
        "- **page**: new: 6 statements, 2 passages",
        "- **quotation added**: “The clerk left for the coast in May.” \\[report\\]",
    ]
    assert lines[-2:] == [IN_BRIEFING, "- **page**: vanishes"]


def test_a_source_is_introduced(history: History, printed: Callable[..., list[str]]) -> None:
    again = SOURCE.replace("title: A report", "title: A later report\nreplaces: report")
    history.commit(**{"seeds/later/source.yml": again, "seeds/later/text.txt": TEXT})
    assert (
        "- **source added**: “A later report”, A paper, 2023-09-15, language en, rights full, "
        "32 words in 2 paragraphs; replaces report"
    ) in printed("diff", "HEAD~1")


def test_a_signature_that_no_longer_holds_is_told(
    history: History, printed: Callable[..., list[str]], tmp_path: Path
) -> None:
    history.commit(**{"briefings/reviewers.yml": "reviewers: [B. Reader]\n"})
    filled = filled_sheet(history.root, BRIEFING, tmp_path)
    path = history.root / BRIEFING
    arguments = ["sign", str(path), "--as", "B. Reader", "--sheet", str(filled)]
    assert main([*arguments, "--root", str(history.root)]) == 0
    signed = path.read_text("utf-8")
    history.commit(**{BRIEFING: signed})
    assert any(
        line.startswith("- **signature**: signed by B. Reader, ")
        for line in printed("diff", "HEAD~1")
    )
    history.commit(**{BRIEFING: signed.replace("B. Reader", "C. Reader")})
    assert any("**signature**: signed by C. Reader, " in line for line in printed("diff", "HEAD~1"))
    history.commit(**{BRIEFING: signed.replace("The clerk left in May.", "In May the clerk left.")})
    told = next(line for line in printed("diff", "HEAD~1") if line.startswith("- **signature**"))
    assert told.startswith("- **signature**: no longer holds: signed by B. Reader, ")
    assert told.endswith("; 1 statement changed since")


def test_what_a_tree_says_of_itself_decides_nothing(
    history: History, printed: Callable[..., list[str]]
) -> None:
    """An archive would leave out what ``export-ignore`` names; a checkout would run a filter."""
    changed = FILES[BRIEFING].replace("The clerk left in May.", "In May the clerk left.")
    history.git("config", "filter.x.smudge", "false")
    history.commit(
        **{".gitattributes": "briefings export-ignore\n*.md filter=x\n", BRIEFING: changed}
    )
    assert IN_BRIEFING in printed("diff", "HEAD~1", "HEAD")


@pytest.mark.parametrize("path", ["briefings/linked.md", "seeds/other"])
def test_a_link_is_refused(history: History, capsys: pytest.CaptureFixture[str], path: str) -> None:
    (history.root / path).symlink_to(os.devnull)
    history.commit()
    assert main(["diff", "HEAD~1", "HEAD", "--root", str(history.root)]) == 2
    assert f"{path} is a link in it, and links are not read" in capsys.readouterr().err


def test_a_base_before_there_was_a_project_is_empty(
    history: History, printed: Callable[..., list[str]]
) -> None:
    history.git("checkout", "--quiet", "--orphan", "other")
    history.git("rm", "--quiet", "-r", "--cached", ".")
    for path in history.root.iterdir():
        if path.name != ".git":
            path.rename(history.root.parent / f"away-{path.name}")
    first = history.commit()
    history.commit(**FILES)
    lines = printed("diff", first, "HEAD")
    assert IN_BRIEFING in lines
    assert "- **page**: new: 6 statements, 2 passages" in lines


@pytest.mark.parametrize("revision", ["nowhere", "--all", "HEAD:briefings", "HEAD~99"])
def test_a_revision_that_is_no_commit_is_one_sentence(
    history: History, capsys: pytest.CaptureFixture[str], revision: str
) -> None:
    assert main(["diff", "--root", str(history.root), "--", revision]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_what_rests_on_a_passage_a_source_and_an_actor_is_told(
    printed: Callable[..., list[str]],
) -> None:
    start = TEXT.index("The clerk")
    assert printed("rests-on", f"report:{start}-{start + 9}") == [
        f"A vote ({BRIEFING})", "  19: sentence: The clerk left in May.",
    ]  # fmt: skip
    assert printed("rests-on", "report") == [
        f"A vote ({BRIEFING})",
        "  9: title of an event: The vote",
        "  18: sentence: The vote was put off.",
        "  19: sentence: The clerk left in May.",
        f"Ann Lee ({ACTOR})",
        "  7: fact: Said that they would wait.",
    ]
    assert printed("rests-on", "ann-lee") == [
        f"Ann Lee ({ACTOR})",
        "  7: fact: Said that they would wait.",
    ]
    assert printed("rests-on", "nobody", status=2) == []
