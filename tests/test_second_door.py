"""What publish.py shows is what runs: for the command, for plain MkDocs, and for another door."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, PluginError

from citebound import publish
from citebound.cli import main
from citebound.door.build import BuildFailedError

# --- the two doors that ship -----------------------------------------------------------------


STEPS = ["prepare", "verify", "render", "with_index", "prove"]


@pytest.mark.parametrize("step", STEPS)
def test_the_command_runs_the_steps_that_publish_shows(
    step: str,
    project_copy: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def refused(*_: object) -> NoReturn:
        raise BuildFailedError(f"{step} refuses")

    monkeypatch.setattr(publish, step, refused)
    assert main(["build", str(project_copy)]) == 1
    assert f"{step} refuses" in capsys.readouterr().err
    assert not (project_copy / "site").exists()


@pytest.mark.parametrize("step", STEPS)
def test_plain_mkdocs_runs_the_steps_that_publish_shows(
    step: str,
    project_copy: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def refused(*_: object) -> NoReturn:
        raise PluginError(f"{step} refuses")

    monkeypatch.setattr(publish, step, refused)
    with pytest.raises(Abort):
        build(load_config(str(project_copy / "mkdocs.yml")))
    assert f"{step} refuses" in caplog.text
