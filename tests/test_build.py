"""The site as it is built: the same bytes twice, nothing broken, nothing asked of others."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from citebound.cli import main
from citebound.proof.html import read_page
from citebound.writing.folders import exchange

EPOCH = "1795500000"


def build(root: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """`citebound build` as a command of its own, with nothing in its environment by chance."""
    clean = {k: v for k, v in os.environ.items() if k not in ("SITE_URL", "EDIT_BASE")}
    return subprocess.run(
        [sys.executable, "-m", "citebound", "build", str(root)],
        env=clean | {"SOURCE_DATE_EPOCH": EPOCH, "PYTHONHASHSEED": "random"} | environment,
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_two_builds_in_two_folders_give_the_same_bytes(project_copy: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(project_copy, tmp_path / "another"))
    for root in (project_copy, other):
        run = build(root)
        assert run.returncode == 0, run.stderr
    first, second = contents(project_copy / "site"), contents(other / "site")
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_a_site_whose_owner_has_said_where_it_is(project_copy: Path) -> None:
    run = build(
        project_copy,
        SITE_URL="https://briefings.example/burma/",
        EDIT_BASE="https://forge.example/site/edit/main/",
    )
    assert run.returncode == 0, run.stderr
    site = project_copy / "site"
    page = (site / "briefings/moscow-visit/index.html").read_text("utf-8")
    assert (
        '<link rel="canonical" href="https://briefings.example/burma/briefings/moscow-visit/">'
        in page
    )
    assert "https://forge.example/site/edit/main/briefings/2026-11-moscow-visit.md" in page
    actor = (site / "actors/russia/index.html").read_text("utf-8")
    assert "https://forge.example/site/edit/main/docs/actors/russia.md" in actor
    source = (site / "sources/know-how/index.html").read_text("utf-8")
    assert "https://forge.example/site/edit/main/seeds/know-how/source.yml" in source


def test_what_only_the_owner_knows_is_not_invented(project_copy: Path) -> None:
    run = build(project_copy)
    assert run.returncode == 0, run.stderr
    for path in (project_copy / "site").rglob("*.html"):
        html = path.read_text("utf-8")
        assert 'rel="canonical"' not in html, path
        assert "/edit/main/" not in html, path


def test_no_page_asks_another_host_for_anything(project_copy: Path) -> None:
    assert build(project_copy).returncode == 0
    pages = list((project_copy / "site").rglob("*.html"))
    assert len(pages) > 40
    for path in pages:
        for url, line in read_page(path.read_text("utf-8")).asks:
            assert not url.startswith(("http:", "https:", "//")), f"{path}:{line}: {url}"


def test_every_published_page_has_a_policy_that_forbids_others(project_copy: Path) -> None:
    assert build(project_copy).returncode == 0
    for path in (project_copy / "site").rglob("*.html"):
        policy = re.search(r'Content-Security-Policy" content="([^"]+)"', path.read_text("utf-8"))
        if 'http-equiv="refresh"' in path.read_text("utf-8"):
            continue
        assert policy, path
        assert "default-src 'none'" in policy[1]
        assert "unsafe-inline" not in policy[1]


def test_a_draft_is_shown_by_the_preview_only(project_copy: Path) -> None:
    briefing = project_copy / "briefings/2026-11-moscow-visit.md"
    draft = project_copy / "briefings/2026-12-a-draft.md"
    text = briefing.read_text("utf-8").replace("format: 1\n", "format: 1\ndraft: true\n", 1)
    text = re.sub(r"^events:\n(?:  .*\n)*", "", text, flags=re.MULTILINE)
    draft.write_text(text.replace("[^criticised]", "[^criticised]", 1), "utf-8")
    assert main(["build", str(project_copy)]) == 0
    assert not (project_copy / "site/briefings/a-draft").exists()
    assert "a-draft" not in (project_copy / "briefings/addresses.txt").read_text("utf-8")


def test_new_addresses_are_recorded(project_copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = project_copy / "briefings/addresses.txt"
    kept.unlink(missing_ok=True)
    assert main(["build", str(project_copy)]) == 0
    assert "commit it" in capsys.readouterr().err
    assert "briefings/moscow-visit/\n" in kept.read_text("utf-8")
    assert "briefings/moscow-visit/#judgement-beyond-a-signature\n" in kept.read_text("utf-8")
    assert "timeline/#moscow-visit\n" in kept.read_text("utf-8")
    before = kept.read_text("utf-8")
    assert main(["build", str(project_copy)]) == 0
    assert kept.read_text("utf-8") == before


def test_a_page_that_moved_leads_to_its_new_address(project_copy: Path) -> None:
    briefing = project_copy / "briefings/2026-11-moscow-visit.md"
    text = briefing.read_text("utf-8").replace(
        "format: 1\n", "format: 1\nformerly: [the-visit]\n", 1
    )
    briefing.write_text(text, "utf-8")
    assert main(["build", str(project_copy)]) == 0
    moved = (project_copy / "site/briefings/the-visit/index.html").read_text("utf-8")
    assert "../moscow-visit/" in moved


def test_exchanging_puts_the_new_in_place_of_the_old(tmp_path: Path) -> None:
    new, site = tmp_path / "new", tmp_path / "site"
    for folder in (new, site):
        folder.mkdir()
        (folder / "page").write_text(folder.name, "utf-8")
    exchange(new, site)
    assert (site / "page").read_text("utf-8") == "new"
    assert (new / "page").read_text("utf-8") == "site"


def test_exchanging_where_there_was_nothing(tmp_path: Path) -> None:
    new = tmp_path / "new"
    new.mkdir()
    exchange(new, tmp_path / "site")
    assert (tmp_path / "site").is_dir()
    assert not new.exists()


def test_exchanging_without_the_one_step_call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "other")
    test_exchanging_puts_the_new_in_place_of_the_old(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"new", "site"}
