"""What editors write in this repository: it holds, it is published, and readers see it. Everything
else is tested with content that is the tests' own (``project.py``), so that a pull request that
adds sources, actors and briefings is looked at here and nowhere else.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from citebound import publish
from citebound.cli import main
from citebound.publish import Edition
from citebound.shown.facts import SiteFacts
from project import PARTS, ROOT
from readers import open_all, overflow, small_targets, violations, visit
from validating import refused

KEPT = "briefings/addresses.txt"


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own project, built."""
    root = tmp_path_factory.mktemp("content") / "project"
    root.mkdir()
    for name in PARTS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(ROOT / name, root)
    assert main(["build", str(root)]) == 0
    return root


@pytest.fixture(scope="module")
def edition(content: Path) -> Edition:
    """All that is made of it."""
    return publish.prepare(content, SiteFacts())


def test_it_holds() -> None:
    assert main(["check", str(ROOT)]) == 0


def test_the_schemas_accept_it() -> None:
    assert refused(ROOT) == []


def test_its_preview_holds() -> None:
    edition = publish.prepare(ROOT, SiteFacts(preview=True))
    assert edition.pages
    assert edition.faults == ()


def test_its_addresses_are_all_recorded(content: Path) -> None:
    """Else the next page that vanishes would vanish without a word."""
    assert (content / KEPT).read_text("utf-8") == (ROOT / KEPT).read_text("utf-8")


def test_every_page_is_sound_on_a_desk_and_on_a_phone(
    chromium: Browser, content: Path, edition: Edition, serve_folder: Callable[[Path], str]
) -> None:
    """Briefings, actors and sources, one by one; of the others one of each kind is looked at in
    ``test_reader.py``.
    """
    base = serve_folder(content / "site")
    looked = [
        page.address for page in edition.pages if page.kind in ("briefing", "actor", "source")
    ]
    assert len(looked) > len(edition.verified.library.briefings)
    for address in looked:
        with chromium.new_context(viewport={"width": 1440, "height": 900}) as context:
            seen = visit(context, base + address)
            open_all(seen.page)
            assert violations(seen.page) == [], address
            seen.page.set_viewport_size({"width": 360, "height": 740})
            assert overflow(seen.page) <= 0, address
            assert small_targets(seen.page) == [], address
            assert seen.complaints == [], address
