"""The house: lock files that agree and name no host, commands that the README promises."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

import copy_versions

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "requirements"
LOCKS = ("develop.lock", "audit.lock", "bootstrap.lock")


def pins(lock: str) -> list[str]:
    return copy_versions.pins((FOLDER / lock).read_text("utf-8"))


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def name_of(requirement: str) -> str:
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found
    return re.sub(r"[-_.]+", "-", found[0]).lower()


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_names_no_host_and_no_folder_of_a_machine(lock: str) -> None:
    for line in (FOLDER / lock).read_text("utf-8").splitlines():
        assert not re.search(r"://|@ |(^|[\s=\"'])/|--(extra-)?(index|find)", line), line


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_in_a_lock_file_has_a_hash(lock: str) -> None:
    entries = re.split(r"^(?=[a-z0-9])", (FOLDER / lock).read_text("utf-8"), flags=re.MULTILINE)[1:]
    assert len(entries) == len(pins(lock)) > 0
    for entry in entries:
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", entry), entry


def test_what_the_project_asks_for_is_locked() -> None:
    data = project()
    groups = data["dependency-groups"]
    locked = {name_of(pin) for pin in pins("develop.lock")}
    asked = [*data["project"]["dependencies"], *groups["build"], *groups["test"], *groups["lint"]]
    assert {name_of(requirement) for requirement in asked} <= locked
    audited = {name_of(pin) for pin in pins("audit.lock")}
    assert {name_of(requirement) for requirement in groups["audit"]} <= audited


def test_uv_run_takes_the_locked_versions() -> None:
    assert project()["tool"]["uv"]["constraint-dependencies"] == pins("develop.lock")


def test_the_script_copies_the_locked_versions_and_changes_nothing_else(tmp_path: Path) -> None:
    whole = (ROOT / "pyproject.toml").read_text("utf-8")
    stale = tmp_path / "pyproject.toml"
    stale.write_text(whole.replace('    "click==', '    "click==0.1", # '), "utf-8")
    assert tomllib.loads(stale.read_text("utf-8")) != project()
    script = FOLDER / "copy_versions.py"
    subprocess.run([sys.executable, script, stale], check=True)
    assert stale.read_text("utf-8") == whole


@pytest.mark.parametrize(
    ("damaged", "lock"),
    [
        ("[project]\n", "a==1 \\\n"),
        (copy_versions.END + copy_versions.BEGIN, "a==1 \\\n"),
        (2 * (copy_versions.BEGIN + copy_versions.END), "a==1 \\\n"),
        (copy_versions.BEGIN + copy_versions.END, "# nothing is pinned here\n"),
    ],
    ids=["no comments", "turned round", "twice", "an empty lock"],
)
def test_versions_are_copied_only_where_it_is_plain_what_to_copy(damaged: str, lock: str) -> None:
    with pytest.raises(ValueError, match=r"needs the comments|pins nothing"):
        copy_versions.with_versions(damaged, lock)


def test_no_lock_file_stands_elsewhere() -> None:
    """The environment is set up from `requirements/`, and from what stands there alone."""
    assert {path.name for path in FOLDER.glob("*.lock")} == set(LOCKS)
    assert list(ROOT.glob("*.lock")) in ([], [ROOT / "uv.lock"])
    named = set(re.findall(r"[\w./()$-]+\.(?:lock|in)\b", (ROOT / "Makefile").read_text("utf-8")))
    paths = {name.replace("$(LOCKS)/", "requirements/") for name in named if "/" in name}
    assert paths >= {f"requirements/{lock}" for lock in LOCKS}
    assert all((ROOT / path).is_file() for path in paths), paths


def test_both_lock_files_agree_where_they_name_the_same_package() -> None:
    main = {name_of(pin): pin.partition(" ;")[0] for pin in pins("develop.lock")}
    for pin in pins("audit.lock"):
        if name_of(pin) in main:
            assert pin.partition(" ;")[0] == main[name_of(pin)]


def test_every_dependency_of_the_project_has_its_reason_above_it() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    found = re.search(r"^dependencies = \[\n(.*?)^\]$", text, re.MULTILINE | re.DOTALL)
    assert found
    lines = [line.strip() for line in found[1].splitlines()]
    dependencies = [number for number, line in enumerate(lines) if line.startswith('"')]
    assert len(dependencies) == len(project()["project"]["dependencies"])
    for number in dependencies:
        assert number, lines[0]
        assert lines[number - 1].startswith("#"), lines[number]


def test_git_changes_no_byte_of_a_source() -> None:
    asked = "seeds/any-source/text.txt"
    said = subprocess.run(
        ["git", "-c", "core.attributesFile=", "check-attr", "text", "--", asked],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert said == f"{asked}: text: unset\n"


def test_every_command_of_make_is_explained_by_make_help() -> None:
    recipes = (ROOT / "Makefile").read_text("utf-8")
    said = subprocess.run(
        ["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    phony = re.search(r"^\.PHONY: (.*)$", recipes, re.MULTILINE)
    assert phony
    # The others set Chromium up by themselves.
    commands = {*phony[1].split()} - {"chromium"}
    assert {*re.findall(r"^  make (\S+) ", said, re.MULTILINE)} == commands
    for command in commands:
        assert re.search(rf"^{command}:.* ## ", recipes, re.MULTILINE)


def test_ci_runs_make_test_and_nothing_else() -> None:
    lines = (ROOT / ".ci/run").read_text("utf-8").splitlines()
    commands = [line for line in lines if line and not line.startswith(("#", "set ", "cd "))]
    assert commands == ["export CI=true", "exec make test"]


def test_the_command_runs_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "citebound", "--help"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert done.stdout.lower().startswith("usage: citebound")


@pytest.mark.parametrize("address", [("192.0.2.1", 80), ("2001:db8::1", 80), ("example.org", 80)])
def test_a_test_that_reaches_for_another_machine_is_stopped(address: tuple[str, int]) -> None:
    with pytest.raises(RuntimeError, match=f"this one tried {re.escape(address[0])}"):
        socket.create_connection(address, timeout=0.1)


def test_a_page_from_this_machine_is_read_in_chromium(
    page: Page, tmp_path: Path, serve_folder: Callable[[Path], str]
) -> None:
    (tmp_path / "index.html").write_text("<h1>မြန်မာ</h1>", "utf-8")
    page.goto(serve_folder(tmp_path))
    assert page.locator("h1").count() == 1
