"""A run of the tests in several processes: it fails, and says why, as a run in one does."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

TESTS = r"""
import os

def test_that_holds():
    assert os.environ["PYTEST_XDIST_WORKER_COUNT"] == "2"

def test_of_broken_text():
    raise AssertionError("the byte \udc80 is there")

def test_in_a_browser(chromium):
    raise AssertionError("there is no browser here")
"""


def options() -> list[str]:
    """How `make test` runs pytest, in two processes and without coverage."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    asked = re.search(r"^PARALLEL := \$\(PY\) -m pytest (.*)$", makefile, re.MULTILINE)
    assert asked
    assert re.search(r"^test:.*\n\t\$\(PARALLEL\) \$\(ARGS\)$", makefile, re.MULTILINE)
    found = [option for option in asked[1].split() if not option.startswith("--cov")]
    assert "--numprocesses=auto" in found
    return [option.replace("=auto", "=2") for option in found]


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A run of three tests beside our `conftest.py`, where there is no browser."""
    for name in ("conftest.py", "project.py"):
        shutil.copy2(ROOT / "tests" / name, folder)
    (folder / "pytest.ini").write_text("[pytest]\naddopts = -ra\nmarkers = browser\n", "utf-8")
    (folder / "test_three.py").write_text(TESTS, "utf-8")
    kept = {k: v for k, v in os.environ.items() if k != "CI" and not k.startswith("PYTEST_")}
    return subprocess.run(
        [sys.executable, "-m", "pytest", *options(), *arguments],
        cwd=folder,
        env={**kept, "PATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_what_failed_or_did_not_run_is_told_even_if_its_text_is_broken(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert done.returncode == pytest.ExitCode.TESTS_FAILED
    assert r"AssertionError: the byte \udc80 is there" in done.stdout
    assert "test_three.py:8: AssertionError" in done.stdout
    assert "NOT CHECKED in a browser" in done.stdout
    assert "  not run: test_three.py::test_in_a_browser\n1 checks did not run." in done.stdout
    assert re.match(r"=+ 1 failed, 1 passed, 1 skipped in ", done.stdout.splitlines()[-1])


def test_a_run_of_no_test_fails(tmp_path: Path) -> None:
    assert run(tmp_path, "-k", "nothing").returncode == pytest.ExitCode.NO_TESTS_COLLECTED
