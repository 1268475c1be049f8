"""The door: what MkDocs is handed, and what the preview does differently."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from citebound.door.policy import INLINE_SCRIPTS, with_policy

VISIT = "briefings/2026-11-moscow-visit.md"


@pytest.fixture
def preview(project_copy: Path) -> Iterator[tuple[Path, Path]]:
    """A project, and the folder into which `mkdocs serve` would build it."""
    yield project_copy, project_copy / "preview"
    # The next build in this process is none of a preview.
    load_config(str(project_copy / "mkdocs.yml")).plugins.on_startup(command="build", dirty=False)


def serve_once(root: Path, folder: Path) -> None:
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(folder))
    config.plugins.on_startup(command="serve", dirty=False)
    config.site_url = "http://127.0.0.1:8000/"  # as `mkdocs serve` does
    build(config, serve_url=config.site_url)


def test_the_preview_of_what_holds_warns_of_nothing(
    preview: tuple[Path, Path], caplog: pytest.LogCaptureFixture
) -> None:
    root, folder = preview
    with caplog.at_level(logging.WARNING, "mkdocs"):
        serve_once(root, folder)
    assert caplog.text == ""
    assert "http://127.0.0.1:8000/" in (folder / "sitemap.xml").read_text("utf-8")
    assert "127.0.0.1" not in (folder / "feed.xml").read_text("utf-8")


def test_the_preview_shows_the_findings_at_the_page_and_goes_on(
    preview: tuple[Path, Path], caplog: pytest.LogCaptureFixture
) -> None:
    root, folder = preview
    path = root / VISIT
    text = path.read_text("utf-8")
    path.write_text(text.replace("covered “voter", "covered “voters", 1), "utf-8")
    with caplog.at_level(logging.ERROR, "mkdocs"):
        serve_once(root, folder)
    assert f"{VISIT}:" in caplog.text
    for address in ("", "briefings/moscow-visit/", "timeline/", "sources/know-how/"):
        page = (folder / address / "index.html").read_text("utf-8")
        assert "a word replaced: voters / voter" in page
        assert 'problems/#changed-quotation"' in page
        assert "compared with its pinned source" not in page, "nothing here was"
    path.write_text(text, "utf-8")
    serve_once(root, folder)
    assert "data-quote" in (folder / "briefings/moscow-visit/index.html").read_text("utf-8")


def test_the_preview_shows_drafts_and_the_whole_text_of_a_source(
    preview: tuple[Path, Path],
) -> None:
    root, folder = preview
    path = root / VISIT
    text = path.read_text("utf-8").replace("format: 1\n", "format: 1\ndraft: true\n", 1)
    (root / "briefings/2026-12-a-draft.md").write_text(
        re.sub(r"^events:\n(?:  .*\n)*", "", text, flags=re.MULTILINE), "utf-8"
    )
    serve_once(root, folder)
    assert (folder / "briefings/a-draft/index.html").is_file()
    source = (folder / "sources/know-how/index.html").read_text("utf-8")
    assert "Background on Election Monitoring in Myanmar:" in source


def test_plain_mkdocs_stops_at_findings(project_copy: Path) -> None:
    path = project_copy / VISIT
    path.write_text(path.read_text("utf-8").replace("sources: [know-how]", "sources: [x]"), "utf-8")
    config = load_config(str(project_copy / "mkdocs.yml"))
    with pytest.raises(Abort):
        build(config)
    assert not (project_copy / "site").exists()


def test_a_policy_names_its_fixed_script_and_none_that_it_finds_in_a_page() -> None:
    page = (
        '<!doctype html><html><head><meta charset="utf-8"></head><body>'
        "<script>one()</script><script src='x.js'></script>"
        '<script type="application/json">{"a": 1}</script></body></html>'
    )
    html = with_policy(page)
    assert html.index("charset") < html.index("Content-Security-Policy")
    assert html.count('charset="utf-8"') == 1
    (digest,) = re.findall(r"'(sha256-[A-Za-z0-9+/=]+)'", html)
    assert (digest,) == INLINE_SCRIPTS
    assert with_policy("no head") == "no head"
