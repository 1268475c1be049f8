"""Reading a project: what no case of the book can show, or not so plainly."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from citebound.checks import check
from citebound.cli import main
from citebound.model import Library
from citebound.pages.findings import LISTED
from citebound.passages.binding import bind
from citebound.problems import did_you_mean
from citebound.publish import render_findings, verify
from citebound.reading import NotAProjectError, other_pages, read_project
from citebound.reading import files as reading_files
from citebound.reading.files import files_of, read_bytes, read_text
from citebound.text.marks import first_marked, marked

TEXT = "The vote was put off until at least 2025, the paper says.\n"

SOURCE = """\
format: 1
title: A source
publisher: A publisher
published: 2023-09-15
language: en
rights: passages
descriptor: A text.
paragraphs: lines
"""

BRIEFING = """\
---
format: 1
title: A briefing
date: 2026-11-30
summary: One sentence.
sources: [s]
---
It is “put off until at least 2025”.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project in which all holds."""
    for folder in ("seeds/s", "briefings", "docs/actors"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "mkdocs.yml").touch()
    (tmp_path / "seeds/s/text.txt").write_bytes(TEXT.encode())
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    (tmp_path / "seeds/s/source.yml").write_text(f"{SOURCE}sha256: {digest}\n", "utf-8")
    (tmp_path / "briefings/2026-11-one.md").write_text(BRIEFING, "utf-8")
    return tmp_path


def found(project: Path) -> list[str]:
    """The findings of a project, as `path:line:column code`."""
    library = read_project(project)
    problems = check(library, bind(library), other_pages(project))
    return [f"{problem.place} {problem.code}" for problem in problems]


def test_the_small_project_holds(project: Path) -> None:
    assert found(project) == []


@pytest.mark.parametrize("name", ["mkdocs.yml", "seeds", "briefings", "docs"])
def test_a_folder_that_lacks_something_is_no_project(project: Path, name: str) -> None:
    (project / name).rename(project / "elsewhere")
    with pytest.raises(NotAProjectError, match=f"it has no {name}"):
        read_project(project)


def test_a_byte_order_mark_and_windows_line_ends_keep_places_right(project: Path) -> None:
    path = project / "briefings/2026-11-one.md"
    wrong = BRIEFING.replace("least", "best").replace("\n", "\r\n")
    path.write_bytes(b"\xef\xbb\xbf" + wrong.encode())
    assert found(project) == ["briefings/2026-11-one.md:8:7 changed-quotation"]
    path.write_bytes(wrong.replace("\r\n", "\r").encode())
    assert found(project) == ["briefings/2026-11-one.md:8:7 changed-quotation"]


def test_a_byte_that_is_not_utf_8_has_its_line_and_column(project: Path) -> None:
    path = project / "briefings/2026-11-one.md"
    path.write_bytes(BRIEFING.encode().replace(b"until", "é".encode() + b"\xff"))
    assert found(project) == ["briefings/2026-11-one.md:8:17 unreadable-file"]


def test_ten_megabytes_of_front_matter_are_not_parsed(project: Path) -> None:
    path = project / "briefings/2026-11-one.md"
    path.write_text(BRIEFING.replace("summary: ", "summary: " + "a b " * 2_500_000), "utf-8")
    assert found(project) == ["briefings/2026-11-one.md:2:1 yaml-too-large"]


def test_an_alias_bomb_is_refused_before_it_goes_off(project: Path) -> None:
    bomb = "a0: &a0 [x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
    )
    path = project / "briefings/2026-11-one.md"
    path.write_text(BRIEFING.replace("format: 1\n", f"format: 1\n{bomb}"), "utf-8")
    codes = {finding.split()[1] for finding in found(project)}
    assert codes == {"yaml-alias"}


def test_a_file_that_is_too_large_is_not_read(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_files, "MAX_FILE_BYTES", 50)
    assert found(project)[0] == "briefings/2026-11-one.md:1:1 unreadable-file"


def test_a_file_that_may_not_be_read_is_a_finding(project: Path) -> None:
    path = project / "briefings/2026-11-two.md"
    data, problems = read_bytes(project, path)
    assert data is None
    assert [problem.code for problem in problems] == ["missing-file"]
    data, problems = read_bytes(project, project / "briefings")
    assert data is None
    assert [problem.code for problem in problems] == ["unreadable-file"]
    assert read_text(project, path)[0] is None


def test_only_regular_files_are_opened(project: Path) -> None:
    """A pipe would be waited for until its other end is opened."""
    os.mkfifo(project / "briefings/2026-11-two.md")
    os.mkfifo(project / "docs/assets")
    (project / "seeds/t").mkdir()
    os.mkfifo(project / "seeds/t/text.txt")
    (project / "seeds/t/source.yml").mkdir()
    assert found(project) == [
        "briefings/2026-11-two.md:1:1 unreadable-file",
        "docs/assets:1:1 unreadable-file",
        "seeds/t/source.yml:1:1 unreadable-file",
        "seeds/t/text.txt:1:1 unreadable-file",
    ]


def test_an_endless_device_is_not_opened(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def opened(*_: object) -> int:
        raise AssertionError

    (project / "seeds/s/text.txt").unlink()
    (project / "seeds/s/text.txt").symlink_to("/dev/zero")
    assert found(project) == ["seeds/s/text.txt:1:1 symbolic-link"]
    monkeypatch.setattr(os, "open", opened)
    data, (problem,) = read_bytes(Path("/"), Path("/dev/zero"))
    assert data is None
    assert problem.message == "this is not a regular file"


def test_the_size_of_a_file_is_limited_as_it_is_read(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_files, "MAX_FILE_BYTES", 1_000_000)
    path = project / "seeds/s/text.txt"
    path.write_bytes(b"x" * 1_000_000)
    assert read_bytes(project, path)[0] == b"x" * 1_000_000
    path.write_bytes(b"x" * 1_000_001)
    data, (problem,) = read_bytes(project, path)
    assert data is None
    assert problem.message == "the file is larger than 1 megabytes"


@pytest.mark.parametrize("name", ["seeds", "briefings", "docs", "docs/actors"])
def test_a_folder_of_the_project_that_is_a_link_is_not_read(project: Path, name: str) -> None:
    (project / "elsewhere").mkdir()
    (project / name).rename(project / "elsewhere/folder")
    (project / name).symlink_to(project / "elsewhere/folder")
    came = found(project)
    assert f"{name}:1:1 symbolic-link" in came
    assert [finding for finding in came if "elsewhere" in finding] == []
    library = read_project(project)
    assert {"seeds": not library.sources, "briefings": not library.briefings}.get(name, True)


def test_a_link_in_a_folder_of_links_is_not_walked(project: Path) -> None:
    (project / "docs/a/b").mkdir(parents=True)
    (project / "docs/a/b/up").symlink_to("../..")
    (project / "docs/a/.#page.md").symlink_to("somebody@a-machine.1234")
    assert found(project) == ["docs/a/b/up:1:1 symbolic-link"]
    assert {page for page in other_pages(project) if page.startswith("a/")} == set()


def test_a_folder_that_may_not_be_read_is_a_finding(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "docs/closed").mkdir()
    scan = os.scandir

    def refused(path: Path) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", refused)
    assert found(project) == ["docs/closed:1:1 unreadable-file"]


def test_a_byte_of_a_name_that_is_no_text_can_be_printed(project: Path) -> None:
    (project / "briefings" / os.fsdecode(b"2026-11-a\xff.md")).write_text(BRIEFING, "utf-8")
    assert found(project) == ["briefings/2026-11-a\\udcff.md:1:1 file-name"]


HOSTILE = (
    "../../site/x",
    "/etc/x",
    "a/b",
    "..",
    ".",
    "x\\y",
    "C:x",
    "x.md",
    "ｘ",
    'Ev"il',
    "x" * 101,
)


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_but_an_id_becomes_an_address(project: Path, name: str) -> None:
    """Not even those of the findings' own pages, which the preview writes as files."""
    quoted = "'" + name + "'"
    fields = f"formerly: [{quoted}]\nevents: [{{ref: {quoted}, evidence: [a]}}]\n"
    path = project / "briefings/2026-11-one.md"
    path.write_text(BRIEFING.replace("format: 1\n", f"format: 1\n{fields}"), "utf-8")
    (project / "docs/actors/bob.md").write_text(
        f"---\nname: Bob\nkind: person\nformerly: [{quoted}]\n---\n", "utf-8"
    )
    if "/" not in name and name not in (".", ".."):
        (project / f"docs/actors/{name}.md").write_text("---\nname: B\nkind: person\n---\n")
        (project / f"briefings/2026-12-{name}.md").write_text(BRIEFING, "utf-8")
        (project / "seeds" / name).mkdir()
    verified = verify(project)
    assert not verified.holds
    library = verified.library
    ids = {*library.sources, *library.broken, *library.actors}
    for subject in library.subjects():
        ids |= {subject.id, *subject.formerly}
    for briefing in library.briefings:
        ids |= {str(event.id) for event in briefing.events}
    assert ids == {"s", "one", "bob"}
    addresses = {page.address for page in render_findings(verified).pages}
    assert addresses == {"", *LISTED, "briefings/one/", "actors/bob/", "sources/s/"}


@pytest.mark.parametrize("more", ["", "in_list: true\n"])
def test_the_preview_has_all_findings_at_home_and_on_a_page_its_own_first(
    project: Path, more: str
) -> None:
    """All of them on each page would be as many as the square of the pages."""
    path = project / "briefings/2026-11-one.md"
    odd = "".join(f"odd{number}: x\n" for number in range(30))
    path.write_text(BRIEFING.replace("format: 1\n", f"format: 1\n{odd}"), "utf-8")
    actor = f"---\nname: Bob\nkind: animal\n{more}---\n"
    (project / "docs/actors/bob.md").write_text(actor, "utf-8")
    pages = {page.address: str(page.html) for page in render_findings(verify(project)).pages}
    every = pages[""].count("<li>")
    assert every > 30
    assert "more finding" not in pages[""]
    assert pages["actors/bob/"].index("animal") < pages["actors/bob/"].index("odd0")
    assert "odd29" not in pages["actors/bob/"]
    assert "odd29" in pages["briefings/one/"]
    for address in ("actors/bob/", "sources/s/", "timeline/"):
        left = every - pages[address].count("<li>")
        assert left > 1
        assert f'{left} more findings are on <a href="../' in pages[address]


def test_a_refused_build_leaves_what_lies_beside_it_as_it_was(project_copy: Path) -> None:
    path = next((project_copy / "briefings").glob("*.md"))
    text = path.read_text("utf-8")
    climbing = "formerly: [../../site/x, ../../seeds/y, ../../../z]\n"
    path.write_text(text.replace("format: 1\n", f"format: 1\n{climbing}", 1), "utf-8")
    before = sorted(project_copy.parent.rglob("*"))
    done = subprocess.run(
        [sys.executable, "-m", "citebound", "build", str(project_copy)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.count("bad-id") == 3
    assert sorted(project_copy.parent.rglob("*")) == before


def test_a_link_of_the_theme_publishes_no_source(project_copy: Path) -> None:
    link = project_copy / "hooks/theme/assets/notes.txt"
    link.symlink_to(project_copy / "seeds/know-how/text.txt")
    done = subprocess.run(
        [sys.executable, "-m", "citebound", "build", str(project_copy)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert str(link) in done.stderr
    assert not (project_copy / "site").exists()


def test_hidden_files_and_folders_are_passed_over(project: Path) -> None:
    (project / "briefings/.draft.md").write_text("x", "utf-8")
    (project / "briefings/_notes.md").write_text("x", "utf-8")
    (project / "seeds/.git").mkdir()
    (project / "seeds/_old").mkdir()
    (project / "docs/actors/index.md").write_text("# Actors\n", "utf-8")
    assert found(project) == []


def test_a_folder_that_is_not_there_has_no_files(project: Path) -> None:
    assert list(files_of(project, "nowhere", "*.md")) == []
    (project / "docs/actors").rmdir()
    assert found(project) == []


def test_seeds_that_is_no_folder_holds_no_sources(project: Path) -> None:
    (project / "seeds").rename(project / "elsewhere")
    (project / "seeds").touch()
    assert read_project(project).sources == {}


def test_a_source_whose_fields_cannot_be_read_is_not_relied_on(project: Path) -> None:
    (project / "seeds/s/source.yml").write_text("- a\n", "utf-8")
    assert found(project) == ["seeds/s/source.yml:1:1 yaml-shape"]
    (project / "seeds/s/source.yml").unlink()
    assert found(project) == ["seeds/s/source.yml:1:1 missing-file"]


def test_the_day_of_a_source_is_no_mapping(project: Path) -> None:
    path = project / "seeds/s/source.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("published: 2023-09-15", "published: {a: b}"), "utf-8")
    assert found(project) == ["seeds/s/source.yml:4:12 wrong-type"]


def test_an_actor_that_cannot_be_read_is_one_finding(project: Path) -> None:
    path = project / "docs/actors/bob.md"
    path.write_text("He is here.\n", "utf-8")
    assert found(project) == ["docs/actors/bob.md:1:1 front-matter"]
    path.write_bytes(b"---\nname: \xff\n---\n")
    assert found(project) == ["docs/actors/bob.md:2:7 unreadable-file"]
    path.write_text("---\nname: Bob\nkind: person\n---\n", "utf-8")
    path.rename(project / "docs/actors/Bob Smith.md")
    assert found(project) == ["docs/actors/Bob Smith.md:1:1 file-name"]


def test_an_actor_may_name_its_format(project: Path) -> None:
    path = project / "docs/actors/bob.md"
    path.write_text("---\nformat: 3\nname: Bob\nkind: person\n---\n", "utf-8")
    assert found(project) == ["docs/actors/bob.md:2:9 unknown-value"]


def test_what_holds_for_the_site_is_read(project: Path) -> None:
    (project / "briefings/site.yml").write_text("terms: [show vote]\n", "utf-8")
    (project / "briefings/reviewers.yml").write_text("reviewers: [A. Reviewer]\n", "utf-8")
    (project / "briefings/addresses.txt").write_text("# all\nbriefings/one/\n\n", "utf-8")
    settings = read_project(project).settings
    assert settings.terms == ("show vote",)
    assert settings.reviewers == ("A. Reviewer",)
    assert [(str(a), a.place.line) for a in settings.addresses] == [("briefings/one/", 2)]


@pytest.mark.parametrize("name", ["site.yml", "reviewers.yml"])
def test_the_files_of_the_site_are_checked(project: Path, name: str) -> None:
    path = project / "briefings" / name
    path.write_text("\n", "utf-8")
    assert found(project) == []
    path.write_text("trems: [a]\n", "utf-8")
    assert found(project) == [f"briefings/{name}:1:1 unknown-field"]
    path.write_text("- a\n", "utf-8")
    assert found(project) == [f"briefings/{name}:1:1 yaml-shape"]
    path.write_bytes(b"\xff")
    assert found(project) == [f"briefings/{name}:1:1 unreadable-file"]


def test_addresses_that_cannot_be_read_are_a_finding(project: Path) -> None:
    (project / "briefings/addresses.txt").write_bytes(b"\xff")
    assert found(project) == ["briefings/addresses.txt:1:1 unreadable-file"]


def test_pages_written_by_hand_have_addresses(project: Path) -> None:
    (project / "docs/about").mkdir()
    for name in ("index.md", "writing.md", "about/index.md", "about/us.md", "actors/bob.md"):
        (project / "docs" / name).write_text("# A page\n", "utf-8")
    pages = other_pages(project)
    assert {"", "writing/", "about/", "about/us/", "timeline/", "search/"} <= set(pages)
    assert "actors/bob/" not in pages


MARKED = [
    *("a “b” c", 'a "b" c', "„b“", "„b”", "«b»", "»b«", "‹b›", "‚b‘", "‘two words’", "'two words'"),
    *(
        "「b」",
        "『b』",
        "＂b＂",
        "″b″",
        "‶b″",
        "〝b〞",
        "〝b〟",
        "❝b❞",
        "❛b❜",
        "״b״",
        "``b''",
        "``b``",
    ),
    *("''b''", ",,b''", "`b'", "`b`", "′b′", 'x"secret"y', "“a „b“ c”", 'in "in 2025"'),
]
UNMARKED = [
    *(
        "the soldiers’ pay",
        "D’Angelo and O'Brien’s",
        "’tis the ’90s",
        "rock ’n’ roll",
        "rock 'n' roll",
    ),
    *(
        '5″ and 6" and 7′',
        "צה״ל",
        'צה"ל',
        "Oʻzbekiston",
        "Hawai‘i",
        "‘Abd al-Malik",
        "a, b,, c",
        "x < y",
    ),
]
ALONE = ["“b", "b”", "b « c", 'a "b', "「b", "b」", "“a „b“", "``b", "‚b"]


@pytest.mark.parametrize("text", MARKED)
def test_marks_of_every_kind_are_found_around_words(text: str) -> None:
    found = first_marked(text)
    assert found is not None
    assert not found.alone
    assert not any(stretch.alone for stretch in marked(text))


@pytest.mark.parametrize("text", UNMARKED)
def test_apostrophes_elisions_and_units_are_no_marks(text: str) -> None:
    assert first_marked(text) is None


@pytest.mark.parametrize("text", ALONE)
def test_a_mark_without_its_fellow_is_told_apart(text: str) -> None:
    assert any(found.alone for found in marked(text))


def test_the_nearest_of_many_known_words_is_still_named() -> None:
    many = [f"actor-{number}" for number in range(1000)]
    assert did_you_mean("actr-999", [*many[:10], "actor-999"]) == "did you mean actor-999?"
    assert did_you_mean("zzz", many) == "there are 1000 to choose from"
    assert did_you_mean("zzz", many[:30]).endswith(", actor-26, and 10 more")


FIELDS = {
    "a briefing without sources": ("sources: []", "2:1 missing-field"),
    "a judgement that rests on nothing": (
        "judgements: [{id: a, text: b, likelihood: likely, rests_on: []}]", "2:51 missing-field"),
    "a share of a list": ("draft: [true]", "2:8 wrong-type"),
    "one text for a list of one": ("gaps: What it says.", None),
    "an entry that is no text": ("gaps: [[a]]", "2:8 wrong-type"),
    "a date that is a mapping of nothing": ("date: {a: b}", "2:7 wrong-type"),
    "an entry that is no mapping": ("events: [visit]", "2:10 wrong-type"),
    "a text that is a mapping": ("title: {a: b}", "2:8 wrong-type"),
    "a mapping that is a text": ("review: me", "2:9 wrong-type"),
    "a correction that lacks its reason": (
        "corrections: [{date: 2026-11-30, was: a, is: b}]", "2:15 missing-field"),
    "a removal": ("gone: {date: 2026-12-01, why: A mistake.}", None),
    "a removal without its reason": ("gone: {date: 2026-12-01}", "2:7 missing-field"),
    "a signature that lacks its hand": (
        "signed: [{footnote: a, why: b}]", "2:10 missing-field"),
    "a review that lacks its hand": (
        "review: {date: 2026-11-30, fingerprint: 00}", "2:9 missing-field"),
    "a judgement without its text": (
        "judgements: [{id: a, likelihood: likely, rests_on: []}]", "2:14 missing-field"),
    "an event without its id": (
        "events: [{title: a, date: 2021, status: held, evidence: []}]", "2:10 missing-field"),
    "an event’s date that is a mapping without a date": (
        "events: [{id: a, title: a, date: {phrase: now, counted_from: 2023}, status: held}]",
        "2:34 missing-field"),
    "no mapping of a date": ("events: [{id: a, title: a, date: {}, status: held, evidence: [b]}]",
                             "2:34 missing-field"),
}  # fmt: skip


@pytest.mark.parametrize(("field", "finding"), FIELDS.values(), ids=FIELDS.keys())
def test_a_field_of_the_wrong_form_is_a_finding_at_its_place(
    project: Path, field: str, finding: str | None
) -> None:
    key = field.partition(":")[0]
    kept = [line for line in BRIEFING.splitlines() if not line.startswith(f"{key}:")]
    text = "\n".join([kept[0], field, *kept[1:], ""])
    (project / "briefings/2026-11-one.md").write_text(text, "utf-8")
    came = found(project)
    wanted = f"briefings/2026-11-one.md:{finding}" if finding else None
    assert wanted in came if wanted else came == []


def test_names_of_an_actor_are_a_table(project: Path) -> None:
    path = project / "docs/actors/bob.md"
    path.write_text(
        "---\nname: Bob\nkind: person\nnames: {sort: Bob, ru: [a]}\nfacts: [{evidence: []}]\n---\n",
        "utf-8",
    )
    assert found(project) == [
        "docs/actors/bob.md:4:24 wrong-type",
        "docs/actors/bob.md:5:9 missing-field",
        "docs/actors/bob.md:5:10 missing-field",
    ]
    assert read_project(project).actors["bob"].sort == "Bob"


def test_an_empty_library_has_nothing_to_find() -> None:
    assert check(Library(), {}) == ()


def test_a_hidden_link_that_a_setting_brings_back_is_not_copied(
    project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = project_copy.parent / "secret.txt"
    secret.write_text("not for readers", "utf-8")
    (project_copy / "docs" / ".leak.txt").symlink_to(secret)
    settings = project_copy / "mkdocs.yml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("  /actors/\n", "  /actors/\n  !.leak.txt\n"), "utf-8")
    assert main(["build", str(project_copy)]) == 1
    assert ".leak.txt" in capsys.readouterr().err
    assert not (project_copy / "site").exists()
