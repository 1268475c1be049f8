"""The folder of a site: which is replaced, and which is left alone with a sentence."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from citebound.cli import main
from citebound.door import build as door_build
from citebound.door.opening import Door
from citebound.pages.contents import MARK, MARKED
from citebound.publish import Edition
from citebound.writing import mounts
from citebound.writing.mounts import mount_in


def contents(folder: Path) -> dict[str, bytes | str]:
    """Every file and link in a folder, with what it holds or leads to."""
    return {
        str(path.relative_to(folder)): (
            str(path.readlink()) if path.is_symlink() else path.read_bytes()
        )
        for path in sorted(folder.rglob("*"))
        if path.is_symlink() or path.is_file()
    }


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The one sentence with which a build is refused."""
    assert main(["build", *arguments]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("citebound: ")
    assert said.err.count("\n") == 1
    return said.err


@pytest.fixture
def never_built(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(*_: object, **__: object) -> None:
        raise AssertionError("something was built")

    monkeypatch.setattr(door_build, "build_into", run)


@pytest.fixture
def crowded(project_copy: Path) -> Path:
    """A project with what people have beside and in theirs."""
    (project_copy / ".git").mkdir()
    (project_copy / ".git/HEAD").write_text("ref: refs/heads/main\n", "utf-8")
    for folder in ("photographs", "published", "elsewhere"):
        (project_copy / folder).mkdir()
        (project_copy / folder / "index.html").write_text("mine", "utf-8")
    (project_copy / "published" / MARK).write_bytes((MARK + "\n").encode())
    (project_copy / "dangling").symlink_to("nowhere")
    (project_copy / "loop").symlink_to("loop")
    (project_copy / "to-briefings").symlink_to("briefings")
    (project_copy / "to-a-file").symlink_to("mkdocs.yml")
    (project_copy / "docs/empty").mkdir()
    (project_copy / "pages").mkdir()
    (project_copy / "pages/.git").write_text("gitdir: ../.git/worktrees/pages\n", "utf-8")
    return project_copy


@pytest.mark.usefixtures("never_built")
@pytest.mark.parametrize(
    ("site", "why"),
    [
        ("briefings", "the site is made from briefings"),
        ("seeds/know-how", "it is in seeds, from which the site is made"),
        (".", "it is the project itself"),
        ("..", "the project is in it"),
        ("docs/../.", "it is the project itself"),
        ("docs/new", "it is in docs, from which the site is made"),
        ("docs/empty", "it is in docs, from which the site is made"),
        ("hooks", "the site is made from hooks"),
        (".git", "the site is made from .git"),
        (".git/site", "it is in .git, from which the site is made"),
        ("to-briefings", "the site is made from briefings"),
        ("mkdocs.yml", "it is a file"),
        ("to-a-file", "it is a file"),
        ("dangling", "it is a symbolic link to nowhere, where there is nothing"),
        ("loop", "it is a symbolic link to loop, where there is nothing"),
        ("photographs", "it holds files that are not a site of Citebound, such as index.html"),
        (
            "published",
            "it holds files that are not a site of Citebound, such as citebound-site.txt",
        ),
        ("pages", "it holds a git repository"),
    ],
)
def test_what_is_no_site_is_not_replaced(
    site: str, why: str, crowded: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(crowded.parent)
    said = refused(capsys, str(crowded), "--site", str(crowded / site))
    assert f"{crowded / site} cannot be the folder of the site: {why}" in said
    assert contents(crowded.parent) == before


@pytest.mark.usefixtures("never_built")
def test_a_folder_that_mkdocs_yml_makes_an_input_is_one(
    project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = project_copy / "mkdocs.yml"
    (project_copy / "hooks/theme").rename(project_copy / "look")
    text = settings.read_text("utf-8").replace("custom_dir: hooks/theme", "custom_dir: look")
    settings.write_text(text, "utf-8")
    said = refused(capsys, str(project_copy), "--site", str(project_copy / "look/new"))
    assert "it is in look, from which the site is made" in said


@pytest.mark.usefixtures("never_built")
def test_a_mount_point_is_not_replaced(
    project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = refused(capsys, str(project_copy), "--site", "/proc")
    assert "it is a mount point, which cannot be exchanged: name a folder in it" in said


@pytest.mark.usefixtures("never_built")
def test_mounts_within_a_file_system_are_known(
    project_copy: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    site = project_copy / "site"
    (site / "videos").mkdir(parents=True)
    listed = tmp_path / "mountinfo"
    monkeypatch.setattr(mounts, "_MOUNTS", listed)
    for mount in (site, site / "videos"):
        name = os.fsencode(mount).replace(b" ", b"\\040")
        listed.write_bytes(b"36 35 8:1 /a " + name + b" rw shared:1 - ext4 /dev/sda1 rw\n")
        assert mount_in(site) == mount
        assert "mount point" in refused(capsys, str(project_copy), "--site", str(site))
    listed.write_bytes(b"36 35 8:1 / / rw - ext4 /dev/sda1 rw\n")
    assert mount_in(site) is None
    listed.unlink()
    assert mount_in(site) is None


@pytest.mark.usefixtures("never_built")
@pytest.mark.parametrize("site", ["mkdocs.yml/site", "/proc/none/site"])
def test_a_site_whose_parent_cannot_be_written_is_refused_in_a_sentence(
    site: str, project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", str(project_copy), "--site", str(project_copy / site)]) == 2
    said = capsys.readouterr().err.splitlines()[-1]
    assert re.fullmatch(r"citebound: \S.* cannot be .*(Not a directory|No such file).*", said)


def test_a_site_carries_its_mark_and_is_replaced(project_copy: Path) -> None:
    site = project_copy / "web/public"
    assert main(["build", str(project_copy), "--site", str(site)]) == 0
    assert (site / MARK).read_text("utf-8").startswith("This folder is a site made by Citebound.")
    (site / "index.html").write_text("old", "utf-8")
    site.chmod(0o2750)
    assert main(["build", str(project_copy), "--site", str(site)]) == 0
    assert (site / "index.html").read_text("utf-8") != "old"
    assert stat.S_IMODE(site.stat().st_mode) == 0o2750
    assert [path.name for path in site.parent.iterdir()] == ["public"]


def test_a_site_of_an_earlier_version_is_known_by_what_it_always_has(
    project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = project_copy / "site"
    assert main(["build", str(project_copy)]) == 0
    (site / MARK).unlink()
    assert main(["build", str(project_copy)]) == 0
    assert (site / MARK).is_file()
    (site / MARK).unlink()
    (site / "data/library.json").unlink()
    capsys.readouterr()
    assert "not a site of Citebound" in refused(capsys, str(project_copy))


def test_the_folder_after_a_link_is_replaced_and_the_link_stays(project_copy: Path) -> None:
    """What the web server serves is the folder, not the link in the project."""
    served = project_copy.parent / "www/public"
    served.mkdir(parents=True)
    (project_copy / "site").symlink_to("../www/public")
    for _ in range(2):
        assert main(["build", str(project_copy)]) == 0
        assert os.readlink(project_copy / "site") == "../www/public"  # noqa: PTH115
        assert "<html" in (served / "index.html").read_text("utf-8")
        (served / "index.html").write_text("old", "utf-8")
    assert [path.name for path in served.parent.iterdir()] == ["public"]


def test_site_dir_of_mkdocs_yml_is_where_the_site_goes(
    project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = project_copy / "mkdocs.yml"
    text = settings.read_text("utf-8")
    settings.write_text(f"{text}\nsite_dir: ../public\n", "utf-8")
    assert main(["build", str(project_copy)]) == 0
    assert (project_copy.parent / "public/index.html").is_file()
    assert not (project_copy / "site").exists()
    capsys.readouterr()
    for stated, why in (
        ("briefings", "the site is made from briefings"),
        ("[a, b]", "site_dir is not the name of a folder"),
        ("'a", "mkdocs.yml cannot be read: "),
    ):
        settings.write_text(f"{text}\nsite_dir: {stated}\n", "utf-8")
        assert main(["build", str(project_copy)]) == 2
        assert why in capsys.readouterr().err


@pytest.mark.parametrize("site", ["briefings", "photographs"])
def test_plain_mkdocs_empties_no_folder_that_is_no_site(site: str, crowded: Path) -> None:
    before = contents(crowded)
    config = load_config(str(crowded / "mkdocs.yml"), site_dir=str(crowded / site))
    config.plugins.on_startup(command="build", dirty=False)
    with pytest.raises(Abort):
        mkdocs_build(config)
    assert contents(crowded) == before


def test_what_came_into_the_folder_meanwhile_is_not_replaced(
    project_copy: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    site = project_copy / "site"

    true = door_build.build_into

    def build_into(door: Door, edition: Edition, folder: Path) -> door_build.Finished:
        finished = true(door, edition, folder)
        site.mkdir()
        (site / "notes.txt").write_text("mine", "utf-8")
        return finished

    monkeypatch.setattr(door_build, "build_into", build_into)
    assert main(["build", str(project_copy)]) == 1
    assert "such as notes.txt" in capsys.readouterr().err
    assert contents(site) == {"notes.txt": b"mine"}
    assert not list(project_copy.glob(".site-*"))
    shutil.rmtree(site)


def test_a_forged_mark_does_not_give_a_folder_of_the_project_away(
    project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project_copy / "work"
    folder.mkdir()
    (folder / "mine.py").write_text("mine", "utf-8")
    (folder / MARK).write_bytes(MARKED)
    for arguments in (["init", "-q"], ["add", "work"]):
        subprocess.run(["git", "-C", str(project_copy), *arguments], check=True)
    assert main(["build", str(project_copy), "--site", str(folder)]) == 2
    assert "git keeps files in it, such as" in capsys.readouterr().err
    assert (folder / "mine.py").read_text("utf-8") == "mine"


# --- the folder of the documentation --------------------------------------------------------------

NAMES: dict[bytes, tuple[bytes, str]] = {
    b"README.md": (b"# R", "docs/README.md:1:1: [same-address] The page at / is made"),
    b"index.md": (b"# I", "docs/index.md:1:1: [same-address] The page at / is made"),
    b"method.md": (b"# M", "docs/method.md:1:1: [same-address] The page at /method/ is made"),
    b"x.md": (b"# caf\xe9", "docs/x.md:1:6: [unreadable-file] Byte 0xE9 is not UTF-8"),
    b"bad\xff.md": (b"# B", "docs/bad\\xff.md:1:1: [file-name] The name of the file is not UTF-8"),
    b"q?x#y.md": (b"# Q", "docs/q?x#y.md:1:1: [file-name] The name of the file has '?'"),
    b"a\nb.md": (b"# A", "b.md:1:1: [file-name] The name of the file has"),
}


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_cannot_be_published_as_it_is_called_is_named(
    name: bytes, project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content, told = NAMES[name]
    (project_copy / os.fsdecode(b"docs/" + name)).write_bytes(content)
    assert main(["build", str(project_copy)]) == 1
    said = capsys.readouterr().err
    assert told in said
    assert said.count(": [") == 1
    assert "Error:" not in said
    assert not (project_copy / "site").exists()


@pytest.mark.parametrize("folder", ["seeds", "briefings"])
def test_nobody_is_told_to_remove_a_source(
    folder: str, project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = project_copy / "mkdocs.yml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("docs_dir: docs", f"docs_dir: {folder}"), "utf-8")
    assert main(["build", str(project_copy)]) == 1
    said = capsys.readouterr().err
    assert "Leave them where they are" in said
    assert "docs_dir of mkdocs.yml" in said
    assert "Remove" not in said


def test_a_page_with_a_plain_name_is_published(project_copy: Path) -> None:
    (project_copy / "docs/own").mkdir()
    (project_copy / "docs/own/README.md").write_text("# Ours\n", "utf-8")
    (project_copy / "docs/отчёт 2.md").write_text("# Отчёт\n", "utf-8")
    assert main(["build", str(project_copy)]) == 0
    assert (project_copy / "site/own/index.html").is_file()
    assert (project_copy / "site/отчёт 2/index.html").is_file()
