"""``citebound diff`` and ``rests-on``, over real histories that are made here."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest
import yaml

from citebound.cli import main
from citebound.compared import pairing
from citebound.compared.printed import plain
from signing import filled_sheet

HOUSE = Path(__file__).resolve().parent.parent
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


CALLOUT = "\n> [!NOTE]\n> We think that nobody asked.\n\nSee [the paper](https://example.org/a).\n"
HEADED = "\n## The clerk\n\nThe clerk left in May.[^clerk] The vote was put off.[^off]\n"
MORE = FILES[BRIEFING].replace("\n[^off]:", f"{CALLOUT}{HEADED}\n[^off]:", 1)
JUDGED = MORE.replace(
    "gaps:",
    """judgements:
  - {id: late, text: The vote may be late., likelihood: likely, rests_on: [off]}
corrections:
  - {date: 2026-11-20, was: The vote was held., now: The vote was put off., why: a slip}
gaps:""",
)
INSERTED = "[^who]: “[The boy] left for the coast” [@report]\n[^b]: “[w]ill wait” [@report]\n"
RICH = {
    **FILES,
    BRIEFING: JUDGED.replace("left in May.[^clerk]", "left in May.[^clerk][^who][^b]", 1)
    + INSERTED,
}
UNTOLD: dict[str, tuple[str, str, str, str]] = {
    "an insertion": (BRIEFING, "[The boy]", "[The girl]", "“\\[The girl\\] left for the coast”"),
    "a changed letter": (BRIEFING, "“[w]ill wait”", "“[W]ill wait”", "“\\[W\\]ill wait”"),
    "a kind of callout": (BRIEFING, "[!NOTE]", "[!CAUTION]", "!CAUTION"),
    "a target": (BRIEFING, "example.org/a", "example.org/b", "example.org/b"),
    "a level": (BRIEFING, "## The clerk", "### The clerk", "### The clerk"),
    "emphasis": (BRIEFING, "nobody asked", "**nobody** asked", "\\*\\*nobody\\*\\*"),
    "an order": (
        BRIEFING,
        "The clerk left in May.[^clerk] The vote was put off.[^off]",
        "The vote was put off.[^off] The clerk left in May.[^clerk]",
        "The clerk left in May.",
    ),
    "a judgement with its id": (
        BRIEFING,
        "id: late, text: The vote may be late., likelihood: likely",
        "id: later, text: The vote may be late., confidence: low",
        "later: low confidence",
    ),
    "a day of a correction": (BRIEFING, "2026-11-20", "2026-11-21", "2026-11-21"),
    "a name of an event": (
        BRIEFING,
        "status: planned",
        "status: planned\n    search_names: [poll]",
        "search name added\\*\\*: poll",
    ),
    "known from": (
        REPORT,
        "rights: full",
        "rights: full\nknown_from: {published: its head}",
        "published: its head",
    ),
    "a share": (REPORT, "rights: full", "rights: full\nmax_share: 0.5", "0.5"),
    "extracted": (
        REPORT,
        "rights: full",
        "rights: full\nextracted: {from: a page, by: hand, raw_sha256: '00'}",
        "hand",
    ),
    "a cue": (REPORT, "cue: Ann Lee said", "because: she goes on", "because she goes on"),
    "via": (REPORT, "cue: Ann Lee said", "cue: Ann Lee said, via: [ann-lee]", "via ann-lee"),
    "names of an actor": (
        ACTOR,
        "kind: person",
        "kind: person\nnames: {sort: Lee, ru: Ли}",
        "name (ru) changed",
    ),
    "a term": (BRIEFING, "gaps:", "terms: [“slow”]\ngaps:", "slow"),
    "a former id": (BRIEFING, "gaps:", "formerly: [2026-10-vote]\ngaps:", "2026-10-vote"),
    "a title's quotation": (BRIEFING, "summary: The", "summary: “put off” The", "“put off”"),
    "white space": (
        BRIEFING,
        "The vote was put off.[^off]\nThe",
        "The vote was put off.[^off]  \nThe",
        "white space",
    ),
    "a remark": (REPORT, "rights: full", "rights: full  # to be asked", "to be asked"),
    "a setting": ("mkdocs.yml", "Small", "Smaller", "file changed\\*\\*: mkdocs.yml"),
    "a page": ("docs/index.md", "Small", "Smaller", "file changed\\*\\*: docs/index.md"),
}


@pytest.mark.parametrize("beside", [False, True], ids=["alone", "beside a sentence"])
@pytest.mark.parametrize("name", UNTOLD)
def test_no_change_is_untold(
    history: History, printed: Callable[..., list[str]], name: str, *, beside: bool
) -> None:
    """Nor is one beside another that is told."""
    path, old, new, said = UNTOLD[name]
    history.commit(**RICH)
    changed = dict(RICH)
    if beside:
        changed[BRIEFING] = changed[BRIEFING].replace("nobody asked", "someone asked", 1)
        old, new, said = (one.replace("nobody", "someone") for one in (old, new, said))
        changed[REPORT] = changed[REPORT].replace("An article", "A page")
    assert old in changed[path]
    changed[path] = changed[path].replace(old, new, 1)
    history.commit(**changed)
    told = printed("diff", "HEAD~1", "HEAD")
    assert any(said.replace("\\*\\*: ", "**: ") in line.replace("<!-- -->", "") for line in told), (
        told
    )
    assert told == printed("diff", "HEAD~1")


def test_every_other_file_stands_by_its_name(
    history: History, printed: Callable[..., list[str]]
) -> None:
    theme, hook = "hooks/theme/main.html", "hooks/one.py"
    history.commit(**{theme: "x", hook: "x", ".gitignore": "*.tmp\n"})
    history.commit(**{theme: "y", hook: None, "pyproject.toml": ""})
    (history.root / "site.tmp").write_text("not the project's", "utf-8")
    expected = [
        "## Other files",
        "- **file gone**: hooks/one.py",
        "- **file changed**: hooks/theme/main.html",
        "- **file added**: pyproject.toml",
    ]
    for head in (("HEAD",), ()):
        assert [one.replace("\\_", "_") for one in printed("diff", "HEAD~1", *head)[1:]] == expected
    (history.root / theme).write_text("x", "utf-8")
    (history.root / "new.txt").write_text("x", "utf-8")
    assert printed("diff", "HEAD")[2:] == [
        "- **file changed**: hooks/theme/main.html", "- **file added**: new.txt",
    ]  # fmt: skip


def test_a_page_that_moved_is_compared_with_what_it_was(
    history: History, printed: Callable[..., list[str]]
) -> None:
    moved = FILES[BRIEFING].replace("gaps:", "formerly: [vote]\ngaps:")
    moved = moved.replace("The clerk left in May.", "In May the clerk left.")
    history.commit(**{BRIEFING: None, "briefings/2026-12-door.md": moved})
    assert printed("diff", "HEAD~1")[1:] == [
        "## A vote (`briefings/2026-12-door.md`)",
        f"- **page moved**: ~~{BRIEFING}~~ → briefings/2026-12-door.md",
        "- **sentence changed**: ~~The clerk left in May.~~ → In May the clerk left.",
        "- **former id added**: vote",
    ]
    history.commit(**{"briefings/2026-12-door.md": None, "briefings/2026-11-door.md": moved})
    assert printed("diff", "HEAD~1")[2:] == [
        "- **page moved**: ~~briefings/2026-12-door.md~~ → briefings/2026-11-door.md"
    ]


def test_an_actor_moves_into_the_list(history: History, printed: Callable[..., list[str]]) -> None:
    history.commit(**{ACTOR: FILES[ACTOR].replace("kind: person", "kind: person\nin_list: true")})
    assert "- **in the list alone changed**: ~~False~~ → True" in printed("diff", "HEAD~1")


def test_of_what_is_new_all_is_told(history: History, printed: Callable[..., list[str]]) -> None:
    again = SOURCE.replace("title: A report", "title: Later\ncircular: It may repeat the report.")
    again = again.replace("rights: full", "rights: full\ngrade: {mark: B, because: It saw it.}")
    history.commit(
        **{
            "seeds/later/source.yml": again.replace("sha256:", "obtain: [the roll]\nsha256:"),
            "seeds/later/text.txt": TEXT,
            "briefings/2026-12-door.md": FILES[BRIEFING].replace("id: vote", "id: other-vote"),
        }
    )
    told = printed("diff", "HEAD~1")
    for line in (
        "- **descriptor added**: An article of a paper.",
        "- **circular added**: It may repeat the report.",
        "- **grade added**: B: It saw it.",
        "- **to obtain added**: the roll",
        "- **voice added**: “We will wait,”: direct speech, ann-lee; cue “Ann Lee said”",
        "- **summary added**: The vote was put off.",
        "- **sentence added**: The clerk left in May.",
        "- **gap added**: When the vote is held.",
    ):
        assert line in told, told
    assert "## Other files" not in told


WITHHELD = SOURCE.replace("rights: full", "rights: metadata")
CITED = {
    REPORT: WITHHELD,
    BRIEFING: FILES[BRIEFING]
    .replace("“put off until at least 2025” [@report]", "[@report, para. 1]")
    .replace("“The clerk left for the coast in May.” [@report]", "[@report, para. 2]"),
}


def test_a_place_without_words_is_evidence(
    history: History, printed: Callable[..., list[str]]
) -> None:
    history.commit(**CITED)
    history.commit(**{BRIEFING: CITED[BRIEFING].replace("para. 2]", "para. 1]")})
    told = printed("diff", "HEAD~1")
    assert "- **quotation gone**: para. 2 \\[report\\]" in told
    assert (
        "- **evidence changed**: The clerk left in May. — no longer on para. 2 \\[report\\]; "
        "now also on para. 1 \\[report\\]"
    ) in told
    assert "  20: sentence: The clerk left in May." in [
        line.replace("  19:", "  20:") for line in printed("rests-on", "report:0-9")
    ]


def test_the_evidence_of_what_rests_on_its_whole_page_is_not_told(
    history: History, printed: Callable[..., list[str]]
) -> None:
    withdrawn = JUDGED.replace("why: a slip", "why: a slip, judgement: gone")
    kept = {"briefings/addresses.txt": "briefings/2026-11-vote/#judgement-gone\n"}
    history.commit(**{BRIEFING: JUDGED, **kept})
    history.commit(**{BRIEFING: withdrawn, **kept})
    told = printed("diff", "HEAD~1")
    assert "- **judgement withdrawn**: gone: The vote was held. — a slip" in told
    other = withdrawn.replace("the coast in May.”", "the coast”")
    history.commit(**{BRIEFING: other})
    told = [line for line in printed("diff", "HEAD~1") if "evidence changed" in line]
    assert [line for line in told[1:] if "The clerk left in May. — " not in line] == []


def test_what_nobody_would_see_is_told_by_its_number(
    history: History, printed: Callable[..., list[str]]
) -> None:
    unseen = "When \u202ethe\u2066 vote\u200b is."
    history.commit(**{BRIEFING: FILES[BRIEFING].replace("When the vote is held.", unseen)})
    told = "\n".join(printed("diff", "HEAD~1"))
    assert "When \\<U+202E\\>the\\<U+2066\\> vote\\<U+200B\\> is." in told
    assert not set("\u202e\u2066\u200b") & set(told)


@pytest.mark.parametrize(
    ("words", "dead"),
    [
        ("GH-12", "GH-<!-- -->12"),
        ("https://example.org", "https:<!-- -->//example.org"),
        ("www.example.org", "w<!-- -->ww.example.org"),
        ("0123456789abcdef", "012345<!-- -->6789ab<!-- -->cdef"),
        ("$x$", "<span>\\$</span>x<span>\\$</span>"),
        ("a\x1b\x85b", "a\\<U+001B\\>\\<U+0085\\>b"),
    ],
)
def test_words_call_and_link_nothing(words: str, dead: str) -> None:
    assert plain(words) == dead


@pytest.mark.parametrize("command", ["diff", "rests-on"])
def test_what_is_asked_for_cannot_colour_a_terminal(
    history: History, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    assert main([command, "a\x1b[31mb", "--root", str(history.root)]) == 2
    assert "a<U+001B>[31mb is no " in capsys.readouterr().err


def test_of_a_source_that_cannot_be_read_the_lines_are_shown(
    history: History, printed: Callable[..., list[str]]
) -> None:
    history.commit(**{REPORT: SOURCE.replace("title: A report", "title: [")})
    told = printed("diff", "HEAD~1")
    assert "- **otherwise changed**: ~~title: A report~~ → title: \\[" in told


def test_a_mark_that_changes_no_evidence_is_shown(
    history: History, printed: Callable[..., list[str]]
) -> None:
    twice = FILES[BRIEFING] + "[^again]: “The clerk left for the coast in May.” [@report]\n"
    history.commit(**{BRIEFING: twice})
    marked = twice.replace("in May.[^clerk]", "in May.[^again]")
    history.commit(**{BRIEFING: marked.replace("When the vote", "When that vote")})
    told = printed("diff", "HEAD~1")
    assert told[-1].replace("<!-- -->", "") == (
        "- **otherwise changed**: ~~The clerk left in May.\\[\\^clerk\\]~~ → "
        "The clerk left in May.\\[\\^again\\]"
    )


def test_of_a_long_text_the_stretch_that_differs_is_shown(
    history: History, printed: Callable[..., list[str]]
) -> None:
    long = f"When {'the vote ' * 100}is held."
    had = {BRIEFING: FILES[BRIEFING].replace("When the vote is held.", long)}
    history.commit(**had)
    history.commit(**{BRIEFING: had[BRIEFING].replace("is held", "is kept")})
    told = next(line for line in printed("diff", "HEAD~1") if "**gap changed" in line)
    assert "is held.~~ → … " in told
    assert told.endswith("is kept.")


def test_of_many_that_differ_each_is_compared_with_the_one_in_its_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pairing, "COMPARED", 3)
    gone, added = ["a b c", "d e f", "x"], ["a b d", "d e g", "x y z q"]
    pairs = pairing.paired(gone, added, lambda word: ("one sort", word))
    assert [(pair.old, pair.new) for pair in pairs] == [
        ("a b c", "a b d"), ("d e f", "d e g"), (None, "x y z q"), ("x", None),
    ]  # fmt: skip
    swapped = pairing.paired(gone, added[::-1], lambda word: ("one sort", word))
    assert [pair.old for pair in swapped] == [None, "d e f", None, "a b c", "x"]
    few = pairing.paired(gone[:1], added[:1], lambda word: (word, word))
    assert [pair.old for pair in few] == [None, "a b c"]


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
        "- **title added**: A vote",
    ]
    assert "- **quotation added**: “The clerk left for the coast in May.” \\[report\\]" in lines
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
        f"A vote ({BRIEFING})",
        (
            "  5: summary, which rests on its whole page: The vote was put off. "
            "(also on 1 other passage)"
        ),
        "  19: sentence: The clerk left in May.",
    ]
    assert printed("rests-on", "report") == [
        f"A vote ({BRIEFING})",
        "  5: summary, which rests on its whole page: The vote was put off.",
        "  9: title of an event: The vote",
        "  18: sentence: The vote was put off.",
        "  19: sentence: The clerk left in May.",
        f"Ann Lee ({ACTOR})",
        "  7: fact: Said that they would wait.",
    ]
    assert printed("rests-on", "ann-lee") == [
        f"Ann Lee ({ACTOR})",
        "  7: fact of its own: Said that they would wait.",
        f"A report ({REPORT})",
        "  12: voice: “We will wait,”",
    ]
    assert printed("rests-on", "nobody", status=2) == []


def test_what_names_an_actor_is_counted_apart(
    history: History, capsys: pytest.CaptureFixture[str]
) -> None:
    changed = FILES[BRIEFING].replace("actors: []", "actors: [{id: ann-lee, role: other}]")
    changed = changed.replace(
        "in May.[^clerk]", "in May.[^clerk] Ann Lee saw [her](actor:ann-lee)."
    )
    facts = FILES[ACTOR].replace("facts:", "facts:\n  - {text: Was there., evidence: [off]}")
    facts += "[^off]: “put off until at least 2025” [@report]\n"
    history.commit(**{BRIEFING: changed, ACTOR: facts})
    assert main(["rests-on", "ann-lee", "--root", str(history.root)]) == 0
    first, *lines = [line for line in capsys.readouterr().out.splitlines() if line]
    assert first == (
        "Ann Lee (ann-lee): 2 with nothing else to rest on, 0 that have other passages as well; "
        "named in 4 other places."
    )
    assert lines[1:4] == [
        "  12: role: other, in the event vote",
        "  19: sentence that names it: Ann Lee saw her.",
        "  19: link: her",
    ]
    assert "  7: fact of its own: Was there." in lines


def test_a_cell_rests_on_what_stands_beside_it(
    history: History, printed: Callable[..., list[str]]
) -> None:
    table = "\n| What | When |\n|---|---|\n| The clerk | in May[^clerk] |\n\n[^off]:"
    history.commit(**{BRIEFING: FILES[BRIEFING].replace("\n[^off]:", table, 1)})
    start = TEXT.index("The clerk")
    told = printed("rests-on", f"report:{start}-{start + 9}")
    assert "  23: heading: The clerk" in told
    assert "  23: sentence: in May" in told


@pytest.mark.parametrize(
    "places", ["5-5", "9-5", "0-99999999999999", "١-٢", "1-2,", "", "a-b", "5-9,5-5"]
)
def test_places_that_are_none_are_one_sentence(
    history: History, capsys: pytest.CaptureFixture[str], places: str
) -> None:
    assert main(["rests-on", f"report:{places}", "--root", str(history.root)]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "names no passage" in said


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({"docs": "no folder\n"}, "docs is a file in it, and no folder"),
        ({"mkdocs.yml/x": "no file\n"}, "mkdocs.yml is a folder in it, and no file"),
    ],
)
def test_a_tree_that_is_no_project_is_one_sentence(
    history: History, capsys: pytest.CaptureFixture[str], files: dict[str, str], why: str
) -> None:
    whole = history.git("rev-parse", "HEAD")
    history.git("rm", "--quiet", "-r", "--cached", "docs", "mkdocs.yml")
    for name, words in files.items():
        (history.root.parent / "words").write_text(words, "utf-8")
        blob = history.git("hash-object", "-w", str(history.root.parent / "words"))
        history.git("update-index", "--add", "--cacheinfo", f"100644,{blob},{name}")
    history.git("commit", "--quiet", "--message", "Odd")
    assert main(["diff", whole, "HEAD", "--root", str(history.root)]) == 2
    assert capsys.readouterr().err == f"citebound: {why}\n"


def test_an_object_that_is_missing_is_one_sentence(
    history: History, capsys: pytest.CaptureFixture[str]
) -> None:
    blob = history.git("rev-parse", f"HEAD:{BRIEFING}")
    (history.root / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    assert main(["diff", "HEAD", "--root", str(history.root)]) == 2
    said = capsys.readouterr().err
    assert said == (
        f"citebound: {BRIEFING} cannot be read: its object {blob} is not in the repository\n"
    )


@pytest.mark.parametrize("folder", [" led", "a*", "über", "tail "])
def test_a_project_in_a_folder_of_any_name_is_compared(
    history: History, capsys: pytest.CaptureFixture[str], folder: str
) -> None:
    inside = {f"{folder}/{name}": words for name, words in FILES.items()}
    history.commit(**inside)
    path = f"{folder}/{BRIEFING}"
    history.commit(
        **{path: inside[path].replace("The clerk left in May.", "In May the clerk left.")}
    )
    for head in (["HEAD"], []):
        where = ["--root", str(history.root / folder)]
        assert main(["diff", "HEAD~1", *head, *where]) == 0
        said = capsys.readouterr().out.splitlines()
        assert "- **sentence changed**: ~~The clerk left in May.~~ → In May the clerk left." in said
        assert "## Other files" not in said


def test_git_says_itself_what_is_wrong_with_a_repository(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, words in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(words, "utf-8")
    assert main(["diff", "HEAD", "--root", str(tmp_path)]) == 2
    assert capsys.readouterr().err.startswith("citebound: not a git repository")


@pytest.mark.parametrize("path", ["README.md", "hooks", "docs/searching.md"])
def test_a_check_of_what_is_not_read_says_so(
    history: History, capsys: pytest.CaptureFixture[str], path: str
) -> None:
    history.commit(**{"README.md": "", "hooks/x.py": "", "docs/searching.md": "# Searching\n"})
    assert main(["check", str(history.root / path)]) == 2
    assert "it reads briefings, docs/actors and seeds" in capsys.readouterr().err
    assert main(["check", str(history.root / path), str(history.root / "docs")]) == 0


def test_the_hook_of_pre_commit_misses_nothing() -> None:
    """Neither what is taken away nor what is in a folder below: it asks for no file."""
    (hook,) = yaml.safe_load((HOUSE / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert hook["pass_filenames"] is False
    assert hook["always_run"] is True
    assert not {"files", "types", "exclude"} & hook.keys()
