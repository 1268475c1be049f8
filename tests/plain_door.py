"""A second door: it publishes an edition as plain HTML, without MkDocs and without a theme's frame.

This is all that another site builder has to do, once it has the index of the search made
(:func:`citebound.publish.with_index`).
"""

from __future__ import annotations

import shutil
from pathlib import Path

from markupsafe import escape

from citebound.pages.page import Page, link
from citebound.proof.built import Built
from citebound.publish import Edition
from citebound.shown.facts import SiteFacts
from conftest import ROOT

THEME = ROOT / "hooks" / "theme"


def frame(page: Page) -> tuple[str, str]:
    """What stands before the article of a page, and what after it."""
    assets = link(page.address, "assets/")
    head = (
        f'<meta charset="utf-8"><title>{escape(page.title)}</title>'
        f'<link rel="stylesheet" href="{assets}search.css">'
        f'<script type="module" src="{assets}find.js"></script>'
    )
    before = f'<!doctype html><html lang="en"><head>{head}</head><body><article id="cb-content">'
    return before, "</article></body></html>\n"


def build(edition: Edition, facts: SiteFacts, folder: Path) -> Built:
    """Write an edition into a new ``folder``; what the site is made of besides it."""
    shutil.copytree(THEME / "assets", folder / "assets", ignore=shutil.ignore_patterns("*.md"))
    files = dict(edition.assets)
    for page in edition.pages:
        before, after = frame(page)
        files[f"{page.address}index.html"] = f"{before}{page.html}{after}".encode()
    for address, content in files.items():
        (folder / address).parent.mkdir(parents=True, exist_ok=True)
        (folder / address).write_bytes(content)
    return Built({}, {}, facts, themes=(THEME,), frame=frame)
