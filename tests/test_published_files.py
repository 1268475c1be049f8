"""Every file of the site is there for somebody: a page, a style or a script asks for it by its
name, or a table says what it is for.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from readers import build_full

OTHERS = {
    "404.html": "hosts serve it where nothing is found",
    "assets/fonts/OFL.txt": "the licence of the typeface goes where the typeface goes",
    "citebound-site.txt": "says to the next build that it may replace the folder",
    "search-index/*": "asked for by search-index.js, which makes the names of words",
    "sitemap.xml": "read by engines of the web",
    "sitemap.xml.gz": "read by engines of the web",
}
"""Files, or patterns of them, that nothing of the site names in full, and what they are for."""

MOVED = 'class="cb-moved"'
"""Stands in a page of an address from before, which nothing of the site leads to any more."""

_URL = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
_MODULE = re.compile(r"""(?:from|import)\s*\(?\s*["'](\.{1,2}/[^"']+)["']""")
_ATTRIBUTES = ("href", "src")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this project."""
    return build_full(tmp_path_factory.mktemp("published"))


def of_page(text: str) -> Iterator[str]:
    """What a page asks for or links to, as it writes it."""
    tree = LexborHTMLParser(text)
    for name in _ATTRIBUTES:
        yield from (node.attributes[name] or "" for node in tree.css(f"[{name}]"))
    for node in tree.css("script#__config"):
        yield json.loads(node.text())["search"]


def asked_for(name: str, text: str) -> Iterator[str]:
    """What a file of the site asks for or links to: pages, stylesheets and modules, by kind."""
    if name.endswith(".html"):
        yield from of_page(text)
    elif name.endswith(".css"):
        yield from (found[1] or found[2] for found in _URL.finditer(text))
    elif name.endswith(".js"):
        yield from _MODULE.findall(text)


def told(path: Path) -> str:
    """The text of a file."""
    return path.read_text("utf-8")


def unasked(folder: Path) -> set[str]:
    """The files of a site that nothing asks for, and no table knows."""
    files = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    asked = {"index.html"}
    for name in sorted(files):
        if Path(name).suffix not in {".html", ".css", ".js"}:
            continue
        for url in asked_for(name, told(folder / name)):
            parts = urlsplit(url)
            if parts.scheme or parts.netloc or not parts.path:
                continue
            path = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
            asked.add(path if Path(path).suffix else posixpath.join(path, "index.html"))
    moved = {name for name in files if name.endswith(".html") and MOVED in told(folder / name)}
    left = files - moved - {posixpath.normpath(path) for path in asked}
    return {name for name in left if not any(fnmatchcase(name, known) for known in OTHERS)}


def test_every_file_of_the_site_is_asked_for_or_said_to_be_there_for_somebody(folder: Path) -> None:
    assert unasked(folder) == set()


def test_each_reason_is_that_of_a_file(folder: Path) -> None:
    for known in OTHERS:
        assert [*folder.glob(known)], known


@pytest.mark.parametrize(
    "name", ["assets/javascripts/bundle.js.map", "assets/own.css", "pictures/a.png", "a/index.html"]
)
def test_a_file_that_nobody_asks_for_is_seen(folder: Path, name: str) -> None:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("", "utf-8")
    try:
        assert unasked(folder) == {name}
    finally:
        path.unlink()
