"""What publish.py shows is what runs: for the command, for plain MkDocs, and for another door."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NoReturn

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, PluginError
from playwright.sync_api import Page as BrowserPage
from playwright.sync_api import expect

import plain_door
from citebound import publish
from citebound.cli import main
from citebound.door.opening import BuildFailedError
from citebound.pages.page import Page
from citebound.problems import Place, Problem
from citebound.proof.built import Built
from citebound.publish import Edition
from citebound.shown.facts import SiteFacts
from project import site_project

# --- the two doors that ship -----------------------------------------------------------------


STEPS = ["prepare", "verify", "render", "with_index", "prove"]


@pytest.mark.parametrize("step", STEPS)
def test_the_command_runs_the_steps_that_publish_shows(
    step: str,
    project_copy: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def refused(*_: object, **__: object) -> NoReturn:
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
    def refused(*_: object, **__: object) -> NoReturn:
        raise PluginError(f"{step} refuses")

    monkeypatch.setattr(publish, step, refused)
    with pytest.raises(Abort):
        build(load_config(str(project_copy / "mkdocs.yml")))
    assert f"{step} refuses" in caplog.text


@pytest.mark.parametrize("extensions", [[], ["smarty", "abbr", "pymdownx.magiclink"]])
def test_our_articles_are_the_same_whatever_the_extensions_of_mkdocs_yml(
    extensions: list[str], project_copy: Path
) -> None:
    """Those that it has, none, and some that rewrite words: our pages are not read as Markdown."""
    settings = str(project_copy / "mkdocs.yml")
    built = {}
    ours: list[dict[str, Any]] = [{}, {"markdown_extensions": extensions}]
    for name, options in zip(("theirs", "others"), ours, strict=True):
        config = load_config(settings, site_dir=str(project_copy / name), **options)
        build(config)
        built[name] = {
            page.address: article(project_copy / name / page.address / "index.html")
            for page in config.extra["citebound_build"].edition.pages
        }
    assert len(built["theirs"]) > 30
    assert built["theirs"] == built["others"]


def article(path: Path) -> str:
    html = path.read_text("utf-8")
    return html.partition("<article ")[2].partition(">")[2].rpartition("</article>")[0]


# --- a door of some thirty lines, without MkDocs -------------------------------------------------

FACTS = SiteFacts(site_name="Plainly")
BRIEFING = "briefings/moscow-visit/index.html"


@dataclass(frozen=True)
class Plain:
    """The site of this project in plain HTML."""

    edition: Edition
    folder: Path
    built: Built

    def problems(self) -> tuple[Problem, ...]:
        return publish.prove(self.edition, self.folder, self.built)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Plain:
    folder = tmp_path_factory.mktemp("plain") / "site"
    edition = publish.with_index(publish.prepare(site_project(), FACTS), {})
    return Plain(edition, folder, plain_door.build(edition, FACTS, folder))


def test_the_whole_site_is_published_without_mkdocs_and_proved(plain: Plain) -> None:
    assert plain.problems() == ()
    assert len(plain.edition.pages) > 30
    for page in plain.edition.pages:
        assert str(page.html) in (plain.folder / page.address / "index.html").read_text("utf-8")
    told = json.loads((plain.folder / "search-index/state.json").read_bytes())
    assert told["records"] > len(plain.edition.records) > 90
    assert len(json.loads((plain.folder / "data/quotations.json").read_bytes())) > 40


def test_the_search_of_the_plain_site_answers(
    plain: Plain, page: BrowserPage, serve_folder: Callable[[Path], str]
) -> None:
    page.goto(f"{serve_folder(plain.folder)}search/?q=veneer")
    expect(page.locator(".cb-results > li").first).to_contain_text("veneer of legitimacy")


def changed(old: str, new: str) -> Callable[[Path], object]:
    """A damage of the text of a file."""

    def change(path: Path) -> None:
        text = path.read_text("utf-8")
        assert old in text, old
        path.write_text(text.replace(old, new, 1), "utf-8")

    return change


DAMAGE: dict[str, tuple[str, Callable[[Path], object]]] = {
    "a letter of an article": (BRIEFING, changed("Russia for help", "Rassia for help")),
    "a letter of a quotation": (BRIEFING, changed("voter", "voters")),
    "a moved quotation": (BRIEFING, changed('data-quote="know-how:', 'data-quote="know-how:1')),
    "a script in an article": (BRIEFING, changed("</article>", "<script>1</script></article>")),
    "a script in the frame": (BRIEFING, changed("</body>", "<script>1</script></body>")),
    "a title": (BRIEFING, changed("<title>Myanmar ", "<title>The ")),
    "white space": (BRIEFING, changed("</article>", " </article>")),
    "no page": (BRIEFING, Path.unlink),
    "an empty page": (BRIEFING, lambda path: path.write_bytes(b"")),
    "other bytes": (BRIEFING, lambda path: path.write_bytes(b"\xff")),
    "a record of the data": ("data/quotations.json", changed("veneer", "facade")),
    "no feed": ("feed.xml", Path.unlink),
    "the state of the search": ("search-index/state.json", changed("current", "behind")),
    "a facet": ("search-index/facet/kind.json", changed("briefing", "briefings")),
    "the words of the search": ("search-index/words/76-65.json", changed("veneer", "veneers")),
    "a script of the theme": ("assets/find.js", changed("(", "( ")),
    "no stylesheet": ("assets/search.css", Path.unlink),
    "a page more": ("about/index.html", lambda path: path.write_text("<p>More.")),
    "a page of what is not found": ("404.html", lambda path: path.write_text("<p>None.")),
    "a file more": ("briefings/notes.txt", lambda path: path.write_text("x")),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damage_of_the_plain_site_is_found(plain: Plain, damage: str) -> None:
    name, change = DAMAGE[damage]
    path = plain.folder / name
    before = path.read_bytes() if path.is_file() else None
    path.parent.mkdir(exist_ok=True)
    change(path)
    try:
        found = plain.problems()
    finally:
        if before is None:
            path.unlink()
        else:
            path.write_bytes(before)
    assert name in {problem.place.path for problem in found}


def test_a_record_of_the_search_that_is_changed_in_the_plain_site_is_found(plain: Plain) -> None:
    path = min((plain.folder / "search-index/record").iterdir())
    before = path.read_bytes()
    path.write_bytes(before[:-9] + bytes([before[-9] ^ 1]) + before[-8:])
    try:
        (problem,) = plain.problems()
    finally:
        path.write_bytes(before)
    assert problem.place.path.endswith(path.name)


FRAMES: dict[str, tuple[str, str]] = {
    "a title that is not escaped": ("</title>", "<b></title>"),
    "an attribute without marks": ('lang="en"', "lang=en"),
    "a comment": ("<body>", "<body><!-- x -->"),
    "an element that browsers move": ("<body>", "<body><table><p>x</p></table>"),
    "no article": ('<article id="cb-content">', "<article>"),
}


@pytest.mark.parametrize("what", FRAMES)
def test_a_frame_that_could_hide_something_is_refused(
    plain: Plain, what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    true = plain_door.frame

    def frame(page: Page) -> tuple[str, str]:
        before, after = true(page)
        assert FRAMES[what][0] in before
        return before.replace(*FRAMES[what]), after

    monkeypatch.setattr(plain_door, "frame", frame)
    built = plain_door.build(plain.edition, FACTS, tmp_path / "site")
    found = publish.prove(plain.edition, tmp_path / "site", built)
    assert {p.code for p in found} & {"rendered-frame", "rendered-article"}


def test_a_door_that_leaves_something_out_is_refused(plain: Plain, tmp_path: Path) -> None:
    """What should be there is the edition's to say, and no door's."""
    edition = plain.edition
    pages = tuple(page for page in edition.pages if page.address != "briefings/moscow-visit/")
    assets = {name: content for name, content in edition.assets.items() if name != "feed.xml"}
    less = replace(edition, pages=pages, assets=assets)
    built = plain_door.build(less, FACTS, tmp_path / "site")
    found = publish.prove(edition, tmp_path / "site", built)
    missing = {p.place.path for p in found if p.code == "rendered-file"}
    assert missing == {BRIEFING, "feed.xml"}


def test_an_edition_with_faults_is_refused_whatever_the_door(plain: Plain) -> None:
    fault = Problem(Place("data/x.json"), "rendered-quotation", "it is not so", "see the source")
    edition = replace(plain.edition, faults=(fault,))
    assert publish.prove(edition, plain.folder, plain.built) == (fault,)
