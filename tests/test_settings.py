"""Odd values in mkdocs.yml and in the front matter of docs/: one plain sentence, at both doors."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import ConfigurationError, MkDocsException

from citebound.cli import main
from citebound.door.settings import load_settings, odd_front_matter
from conftest import ROOT
from hostile import replaced

SITE_URL = 'site_url: !ENV [SITE_URL, ""]'
EDIT_BASE = 'edit_base: !ENV [EDIT_BASE, ""]'
LICENCE = 'content_licence: ""'
FEATURES = "  features:\n    - content.action.edit\n"
FONT, LANGUAGE, PLUGINS, DOCS = "  font: false", "  language: en", "plugins: []", "docs_dir: docs"
THEME = "theme:\n  name: material\n"

# What is written in place of what, and what the sentence names.
ODD: dict[str, tuple[str, str, str]] = {
    "an address that is a number": (EDIT_BASE, "edit_base: 5", "extra: edit_base"),
    "an address that is a list": (EDIT_BASE, "edit_base: [https://x.example/]", "extra: edit_base"),
    "an address with half a host": (EDIT_BASE, "edit_base: https://[::1/", "extra: edit_base"),
    "a site that is a list": (SITE_URL, "site_url: [a]", "site_url"),
    "a site at half a host": (SITE_URL, "site_url: 'https://[::1/'", "site_url"),
    "a site with a query": (SITE_URL, "site_url: 'https://x.example/?a=b'", "site_url"),
    "a site with a fragment": (SITE_URL, "site_url: 'https://x.example/#top'", "site_url"),
    "a licence that is a list": (LICENCE, "content_licence: [a, {b: c}]", "extra: content_licence"),
    "our settings as a number": ("extra:\n", "extra:\n  citebound: 5\n", "extra: citebound"),
    "extra as a list": (
        f"extra:\n  generator: false\n  {EDIT_BASE} # such as https://host/owner/project/edit/main/\n",
        "extra: [5]\nx:\n", "extra",
    ),
    "features as a number": (FEATURES, "  features: 5\n", "theme: features"),
    "features of numbers": ("    - content.action.edit", "    - 5", "theme: features"),
    "features as a text": (FEATURES, "  features: content.action.edit\n", "theme: features"),
    "stylesheets of numbers": (PLUGINS, f"{PLUGINS}\nextra_css: [5]", "extra_css"),
    "stylesheets as fields": (PLUGINS, f"{PLUGINS}\nextra_css: [{{a: b}}]", "extra_css"),
    "a logo that is a number": (FONT, f"{FONT}\n  logo: 5", "theme: logo"),
    "a favicon that is a list": (FONT, f"{FONT}\n  favicon: [a]", "theme: favicon"),
    "a folder of the theme that is a list": (
        "  custom_dir: hooks/theme", "  custom_dir: [hooks/theme]", "theme: custom_dir",
    ),
    "a theme that is a number": (THEME, "theme: 5\nx:\n", "theme"),
    "a theme of another name": ("  name: material", "  name: mkdocs", "theme: name"),
    "a language that the frame does not have": (LANGUAGE, "  language: de", "theme: language"),
    "a palette of colours": (LANGUAGE, f"{LANGUAGE}\n  palette: {{}}", "theme: palette"),
    "a palette that is a number": (LANGUAGE, f"{LANGUAGE}\n  palette: 5", "theme: palette"),
    "another direction": (LANGUAGE, f"{LANGUAGE}\n  direction: rtl", "theme: direction"),
    "a misspelt field of ours": ("extra:\n", "extra:\n  citebound: {alow: []}\n", "alow"),
    "a repository at half a host": (DOCS, f"{DOCS}\nrepo_url: 'https://[::1/'", "repo_url"),
    "a repository": (DOCS, f"{DOCS}\nrepo_url: https://github.com/a/b", "extra: edit_base:"),
    "a repository with where to edit": (
        DOCS, f"{DOCS}\nrepo_url: https://github.com/a/b\nedit_uri: edit/main/", "edit_uri is",
    ),
    "an address to edit at": (DOCS, f"{DOCS}\nedit_uri: https://x.example/edit/", "edit_uri is"),
    "the search of MkDocs": (PLUGINS, "plugins: [search]", "for the search is the engine"),
    "no list of plugins": (PLUGINS, "", "for the search is the engine"),
    "a key that stands twice": (DOCS, f"{DOCS}\nextra: {{edit_base: ''}}", "extra is on line"),
    "a key that stands twice further in": (LANGUAGE, f"{LANGUAGE}\n{LANGUAGE}", "language is on"),
    "an icon for a logo": (
        LANGUAGE, f"{LANGUAGE}\n  icon:\n    logo: material/library", "theme: icon",
    ),
    "an icon that is a number": (LANGUAGE, f"{LANGUAGE}\n  icon: 5", "theme: icon"),
    "fonts of another host": (FONT, "  font: {text: Roboto}", "theme: font"),
    "pages without folders": (DOCS, f"use_directory_urls: false\n{DOCS}", "use_directory_urls"),
    "a parent that is a number": (DOCS, f"INHERIT: 5\n{DOCS}", "INHERIT"),
    "a parent that is missing": (DOCS, f"INHERIT: none.yml\n{DOCS}", "none.yml"),
    "a parent that is a folder": (DOCS, f"INHERIT: seeds\n{DOCS}", "seeds"),
    "a tag that cannot be followed": (
        DOCS, "docs_dir: !!python/name:nowhere.x docs", "cannot be read",
    ),
}  # fmt: skip


@pytest.mark.parametrize("odd", ODD)
def test_an_odd_setting_is_one_sentence_for_the_command(
    odd: str, project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new, named = ODD[odd]
    replaced(project_copy / "mkdocs.yml", old, new)
    assert main(["build", str(project_copy)]) == 2
    said = capsys.readouterr().err
    assert named in said
    assert "mkdocs.yml" in said
    assert said.endswith("Nothing was published.\n")
    assert not (project_copy / "site").exists()


THEIRS = {"a site at half a host", "a repository at half a host",
          "a parent that is a number", "a parent that is a folder",
          "a tag that cannot be followed", "a folder of the theme that is a list",
          "a theme that is a number", "extra as a list",
          "a theme of another name", "a site that is a list"}  # fmt: skip
"""What stops MkDocs before its first event, so that we cannot say a word."""


@pytest.mark.parametrize("odd", sorted(ODD.keys() - THEIRS))
def test_an_odd_setting_is_one_sentence_for_plain_mkdocs(odd: str, project_copy: Path) -> None:
    old, new, named = ODD[odd]
    replaced(project_copy / "mkdocs.yml", old, new)
    with pytest.raises(MkDocsException, match=named):
        build(load_config(str(project_copy / "mkdocs.yml")))
    assert not (project_copy / "site").exists()


@pytest.mark.parametrize(
    ("variable", "address"),
    [
        ("SITE_URL", "https://[::1/"),
        ("SITE_URL", "https://x.example/?a"),
        ("SITE_URL", "https://x.example/#a"),
        ("EDIT_BASE", "https://[::1/"),
    ],
)
def test_an_odd_address_from_the_environment_names_its_variable(
    address: str,
    variable: str,
    project_copy: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv(variable, address)
    assert main(["build", str(project_copy)]) == 2
    said = capsys.readouterr().err
    assert f"(from {variable}) is '{address}' and must be an address" in said
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize("text", ["- a\n", "5\n", "", "a: [\n", "site_name: caf\xe9\n"])
def test_what_is_no_settings_at_all_is_one_sentence(text: str, tmp_path: Path) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_bytes(text.encode("latin-1"))
    with pytest.raises(ConfigurationError):
        load_settings(file)


def test_without_a_font_and_a_name_the_theme_is_refused_in_a_sentence(
    project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the theme itself states counts as well."""
    replaced(project_copy / "mkdocs.yml", f"{FONT} # no request to another host\n", "")
    assert main(["build", str(project_copy)]) == 1
    assert "theme: font is" in capsys.readouterr().err


def test_our_own_settings_are_not_odd() -> None:
    load_settings(ROOT / "mkdocs.yml")


# --- what the owner says of the site --------------------------------------------------------------


def test_a_licence_and_a_name_may_have_quotation_marks(
    project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They are the owner's own fields. The proof took them for a quotation of nobody."""
    settings = project_copy / "mkdocs.yml"
    replaced(settings, LICENCE, "content_licence: 'CC BY 4.0 (“Attribution”), «by name»'")
    replaced(settings, "site_name: Citebound", "site_name: The “Burma” papers")
    assert main(["build", str(project_copy)]) == 0, capsys.readouterr().err
    page = (project_copy / "site/data/index.html").read_text("utf-8")
    assert "CC BY 4.0 (“Attribution”), «by name»" in page


# --- front matter -----------------------------------------------------------------------------

PAGES = {
    "hide": "hide: 5",
    "template": "template: 5",
    "title": "title: [a]",
    "description": "description: {a: b}",
    "tags": "tags: 5",
}


@pytest.mark.parametrize("field", ["hide", "template"])
@pytest.mark.parametrize("door", ["command", "mkdocs"])
def test_an_odd_field_of_a_page_is_one_sentence(
    field: str,
    door: str,
    project_copy: Path,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    (project_copy / "docs/x.md").write_text(f"---\n{PAGES[field]}\n---\n# X\n", "utf-8")
    if door == "command":
        assert main(["build", str(project_copy)]) == 1
        said = capsys.readouterr().err
    else:
        with pytest.raises(MkDocsException):
            build(load_config(str(project_copy / "mkdocs.yml")))
        said = caplog.text
    assert f"docs/x.md: {field} is 5 and must be" in said


def test_every_field_of_a_page_that_the_theme_reads_has_a_type() -> None:
    odd = {"hide": {"a": 1}, "template": "none.html", "title": ["a"], "description": 5, "tags": "x"}
    told = [*odd_front_matter("docs/x.md", odd, [str(ROOT / "hooks/theme")])]
    assert [sentence.split()[1] for sentence in told] == [
        "title", "description", "hide", "tags", "template",
    ]  # fmt: skip
    plain = {
        "title": 2026,
        "hide": "toc",
        "description": "x",
        "tags": ["x"],
        "template": "main.html",
    }
    assert [*odd_front_matter("docs/x.md", plain, [str(ROOT / "hooks/theme")])] == []


# --- what others bring ------------------------------------------------------------------------

OURS = "  - hooks/publish_site.py\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("raise ValueError('of three')\n", "other.py:1: ValueError: of three"),
        ("def on_nav(nav, config, files):\n    return 1 / 0\n", "other.py:2: ZeroDivisionError"),
        ("x = (\n", "SyntaxError"),
    ],
)
def test_a_failure_of_another_hook_is_one_sentence(
    text: str, told: str, project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project_copy / "hooks/other.py").write_text(text, "utf-8")
    replaced(project_copy / "mkdocs.yml", OURS, f"{OURS}  - hooks/other.py\n")
    assert main(["build", str(project_copy)]) == 1
    assert told in capsys.readouterr().err
    assert not (project_copy / "site").exists()
