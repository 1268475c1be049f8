"""The door: what MkDocs is handed, and what the preview does differently."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from building import build_project
from citebound import publish
from citebound.door import events
from citebound.door.apart import FailedError
from citebound.door.opening import BuildFailedError
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


# --- whose fault it is -----------------------------------------------------------------


def with_hook(root: Path, code: str) -> Path:
    """A project in a folder named as MkDocs is, with a hook of its owner's after ours."""
    (root / "hooks/other.py").write_text(code, "utf-8")
    settings = root / "mkdocs.yml"
    ours = "  - hooks/publish_site.py\n"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace(ours, f"{ours}  - hooks/other.py\n"), "utf-8")
    return root.rename(root.parent / "mkdocs")


def test_a_fault_of_ours_keeps_its_traceback_however_deep_it_shows(
    project_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events, "plain_titles", lambda _: json.loads("{"))
    with pytest.raises(FailedError, match=r"(?s)Traceback .*in on_page_content.*JSONDecodeError"):
        build_project(project_copy, project_copy / "site")


def test_a_fault_of_another_hook_is_told_with_its_place(project_copy: Path) -> None:
    root = with_hook(project_copy, "def on_page_content(html, **_):\n    return html[0] / 2\n")
    with pytest.raises(BuildFailedError, match=r"hooks/other\.py:2: TypeError: unsupported"):
        build_project(root, root / "site")


def test_a_file_that_cannot_be_read_or_written_is_named(project_copy: Path) -> None:
    code = "def on_page_content(html, **_):\n    return open('no such file').read()\n"
    root = with_hook(project_copy, code)
    told = "^no such file cannot be read or written: No such file or directory$"
    with pytest.raises(BuildFailedError, match=told):
        build_project(root, root / "site")


def test_a_full_disk_is_told(project_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(events, "with_policy", full)
    told = "^the site cannot be read or written: No space left on device$"
    with pytest.raises(BuildFailedError, match=told):
        build_project(project_copy, project_copy / "site")


# --- the index of the preview ----------------------------------------------------------


def test_the_index_of_a_preview_is_begun_after_the_proof(
    preview: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The proof walks the folder that the index is put into."""
    order: list[str] = []
    prove = publish.prove

    def proof(*given: object) -> object:
        order.append("proof")
        return prove(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(publish, "prove", proof)
    monkeypatch.setattr(events, "start_background_index", lambda *_: order.append("index"))
    serve_once(*preview)
    assert order == ["proof", "index"]


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
