"""A project whose names and titles would run, or lead away, wherever they are not escaped."""

from __future__ import annotations

from html import unescape
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from project import copied

RUN = "&lt;script&gt;window.ran=true&lt;/script&gt;"
LEAVE = "&lt;/title&gt;&lt;meta http-equiv=refresh content=0;url=/elsewhere&gt;"
PLAIN = "<script>window.ran=true</script><meta http-equiv=refresh content=0;url=/elsewhere>"
"""What runs, or leads away, wherever a title is printed decoded or not escaped."""

# Entities and raw HTML in front matter are findings (the case book); a bare sign is not.
BRIEFING_TITLE = "A visit < script>window.ran=true</ script> A & B"
# A figure in a heading of ours needs evidence, so that this one leads away without seconds.
HEADING = f"What was signed {RUN}{LEAVE.replace('0;', ';')} A & B"
ACTOR_NAME = "Russia < script>window.ran=true</ script> A & B"
SOURCE_TITLE = f"Know-how {RUN}{LEAVE} A & B"
SITE_NAME = f'Site "quoted" {RUN}{LEAVE}{PLAIN} A & B &amp; C'
NAV_TITLE = f'Texts "quoted" {RUN}{LEAVE}{PLAIN} A & B &amp; C'
SECTION_TITLE = f'Papers "quoted" {RUN}{PLAIN}'
DOC_TITLE = f'About "us" {RUN}{LEAVE}{PLAIN} A & B &amp; C'
DOC_HEADING = f'Who "we" are {RUN}{LEAVE} A & B &amp; C'
"""As typed."""
HEADING_READ = unescape(HEADING)
DOC_HEADING_READ = unescape(DOC_HEADING)
"""In a heading, which is Markdown, an entity is the character that it stands for."""

HEADINGS = {
    "": "",
    "briefings/moscow-visit/": BRIEFING_TITLE,
    "actors/russia/": ACTOR_NAME,
    "sources/know-how/": SOURCE_TITLE,
    "sources/": "Sources",
    "about/": DOC_TITLE,
    "who/": DOC_HEADING_READ,
    "404.html": "Page not found",
}
"""Pages, with the words of their titles before the site's."""


def copy_of_the_project(folder: Path) -> Path:
    """A copy of the project's files, to be changed."""
    return copied(folder)


def replaced(path: Path, old: str, new: str) -> None:
    """Replace the first ``old`` of a file, which must be there."""
    text = path.read_text("utf-8")
    assert old in text, f"{path.name} has no {old!r}"
    path.write_text(text.replace(old, new, 1), "utf-8")


def quoted(words: str) -> str:
    """Words as a scalar of YAML."""
    return "'" + words.replace("'", "''") + "'"


def built(root: Path, **options: Any) -> MkDocsConfig:  # noqa: ANN401, whatever mkdocs.yml may say
    """Let MkDocs build a project into its ``site``; what it was told, and learnt."""
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(root / "site"), **options)
    build(config)
    return config


def hostile(folder: Path) -> Path:
    """The project with names and titles that would run or lead away if they were not escaped."""
    root = copy_of_the_project(folder)
    visit = root / "briefings/2026-11-moscow-visit.md"
    replaced(visit, "title: Myanmar turns to Russia for help with an election",
             f"title: {quoted(BRIEFING_TITLE)}")  # fmt: skip
    replaced(visit, "\n## ", f"\n## {HEADING}\n\n## ")
    replaced(root / "docs/actors/russia.md", "name: Russia", f"name: {quoted(ACTOR_NAME)}")
    replaced(root / "seeds/know-how/source.yml",
             "title: Myanmar Turns to Russia for Election Know-How Amidst Global Isolation",
             f"title: {quoted(SOURCE_TITLE)}")  # fmt: skip
    settings = root / "mkdocs.yml"
    replaced(settings, "site_name: Citebound", f"site_name: {quoted(SITE_NAME)}")
    replaced(settings, "  - Sources: sources.md", f"  - {quoted(NAV_TITLE)}: sources.md")
    replaced(settings, "  - Documentation:", f"  - {quoted(SECTION_TITLE)}:")
    replaced(settings, "      - Architecture: architecture.md",
             "      - about.md\n      - who.md\n      - Architecture: architecture.md")  # fmt: skip
    (root / "docs/about.md").write_text(
        f"---\ntitle: {quoted(DOC_TITLE)}\n---\n\nWe are three.\n\n## One & two\n\n## Three\n",
        "utf-8",
    )
    (root / "docs/who.md").write_text(
        f'# {DOC_HEADING} {{ #a"b>c }}\n\n## {DOC_HEADING}\n\n## `a < b`\n', "utf-8"
    )
    return root
