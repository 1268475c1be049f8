"""A finished site written without a site builder: the frame that the tables list, printed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import escape
from importlib.util import find_spec
from pathlib import Path

from markupsafe import Markup

from citebound.model import Source
from citebound.pages.page import Page, link
from citebound.problems import Problem
from citebound.proof import listed
from citebound.proof.addresses import NAMING
from citebound.proof.built import Built, NavigationEntry
from citebound.proof.files import theme_files
from citebound.proof.frame import frame
from citebound.proof.nodes import VOID, Element
from citebound.proof.said import framed
from citebound.proof.site import prove_file
from citebound.shown.facts import SiteFacts

THEME = Path(__file__).resolve().parent.parent / "hooks" / "theme"


def themes() -> tuple[Path, ...]:
    """The folders of the theme as it was installed: Material's."""
    spec = find_spec("material")
    assert spec is not None
    assert spec.origin is not None
    return (Path(spec.origin).parent / "templates",)


def inline_script() -> str:
    """The text of the one inline script, as the theme writes it."""
    template = (THEME / "partials/javascripts/base.html").read_text("utf-8")
    found = re.search(r"<script[^>]*>(.*)</script>", template)
    assert found
    return found[1]


def site_of(made: Mapping[str, str]) -> Built:
    """The site that there should be of pages (``index.html``) and other files, by their names."""
    addresses = [name.removesuffix("index.html") for name in made if name.endswith("index.html")]
    articles = {address: Markup(made[f"{address}index.html"]) for address in addresses}  # noqa: S704
    pages = {
        address: Page(address, "A page", "What it is.", "page", article)
        for address, article in articles.items()
    }
    return Built(
        pages=pages,
        assets={name: text.encode() for name, text in made.items() if not name.endswith(".html")},
        facts=SiteFacts(site_name="A site"),
        navigation=tuple(NavigationEntry("A page", address) for address in addresses),
        themes=themes(),
    )


def page_of(name: str, built: Built, article: str, around: str = "") -> str:
    """The file of a page: its frame, an article, and whatever else stands after that."""
    tree = frame(framed(name, Element("html"), built), built, theme_files(built))
    address = name.removesuffix("index.html")
    settings = {
        **listed.SETTINGS, "base": link(address, ""), "features": list(built.features),
        "search": link(address, theme_files(built).worker),
    }  # fmt: skip
    html = "".join(_printed(_relative(_filled(tree, json.dumps(settings)), address)))
    return f"<!doctype html>{html}".replace("</article>", f"{article}</article>{around}", 1)


def _relative(tree: Element, address: str) -> Element:
    """The tree with the addresses of the site as the page at one of them writes them."""
    given = tuple(
        (name, link(address, url[1:]) if name in NAMING and url.startswith("/") else url)
        for name, url in tree.attributes
    )
    held = (_relative(c, address) if isinstance(c, Element) else c for c in tree.children)
    return replace(tree, attributes=given, children=tuple(held))


def _filled(tree: Element, settings: str) -> Element:
    """The tree with the text of its scripts."""
    if tree.get("id") == "__config":
        return replace(tree, children=(settings,))
    if tree.children == (listed.INLINE_SCRIPT,):
        return replace(tree, children=(inline_script(),))
    held = (_filled(c, settings) if isinstance(c, Element) else c for c in tree.children)
    return replace(tree, children=tuple(held))


def _printed(tree: Element) -> Iterator[str]:
    yield f"<{tree.tag}"
    yield from (f' {name}="{escape(value)}"' for name, value in tree.attributes)
    yield ">"
    for child in tree.children:
        if isinstance(child, Element):
            yield from _printed(child)
        else:
            yield child if tree.tag == "script" else escape(child)
    if tree.tag not in VOID:
        yield f"</{tree.tag}>"


def problems_of(
    made: Mapping[str, str],
    found: Mapping[str, str],
    around: Mapping[str, str],
    root: Path,
    sources: Mapping[str, Source],
) -> list[Problem]:
    """What is wrong with a site that was to be ``made`` and was ``found``. Of a page, both are what
    stands in its article, and ``around`` is what stands after that.
    """
    built = site_of(made)
    for name, text in found.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if name.endswith("index.html"):
            text = page_of(name, built, text, around.get(name, ""))  # noqa: PLW2901, the file's
        path.write_text(text, encoding="utf-8")
    return [
        problem
        for name in sorted({*made, *found})
        for problem in prove_file(root, name, built, sources)
    ]
