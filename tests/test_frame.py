"""The frame around the article: escaped, with one script, and the same for every page."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import Environment, nodes
from playwright.sync_api import Browser, Page

from citebound.door.policy import HEADER, INLINE_SCRIPTS, META, with_policy
from conftest import ROOT
from hostile import (
    DOC_HEADING_READ,
    DOC_TITLE,
    HEADING_READ,
    HEADINGS,
    NAV_TITLE,
    SECTION_TITLE,
    SITE_NAME,
    built,
    hostile,
    replaced,
)

THEME = ROOT / "hooks/theme"
TEMPLATES = sorted(THEME.rglob("*.html"))

FINISHED = {"main.html", "partials/content.html", "partials/footer.html"}
"""Templates that print finished HTML, and say so."""


# --- the templates -----------------------------------------------------------------------


def open_outputs(template: str) -> Iterator[int]:
    """The lines on which a template prints a value without escaping it."""

    def walk(node: nodes.Node, *, escaped: bool) -> Iterator[int]:
        if isinstance(node, nodes.ScopedEvalContextModifier):
            escaped = any(
                option.key == "autoescape" and option.value.as_const() is True
                for option in node.options
            )
        elif isinstance(node, nodes.Block):
            escaped = False  # Jinja does not hand it what stands around it
        elif isinstance(node, nodes.Output) and not escaped:
            for part in node.nodes:
                if not isinstance(part, nodes.TemplateData):
                    yield part.lineno
        for inner in node.iter_child_nodes():
            yield from walk(inner, escaped=escaped)

    return walk(Environment(autoescape=False).parse(template), escaped=False)  # noqa: S701, as MkDocs has it


def filters(template: str) -> set[str]:
    """The names of the filters that a template uses."""
    tree = Environment(autoescape=False).parse(template)  # noqa: S701, as MkDocs has it
    return {found.name for found in tree.find_all(nodes.Filter)}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_escapes_all_that_it_prints(path: Path) -> None:
    template = path.read_text("utf-8")
    assert [*open_outputs(template)] == []
    assert "striptags" not in filters(template), "it decodes entities"
    if path.relative_to(THEME).as_posix() not in FINISHED:
        assert "safe" not in filters(template)


def test_what_is_printed_in_a_block_of_an_escaped_template_is_found() -> None:
    around = "{% autoescape true %}INNER{% endautoescape %}"
    assert [*open_outputs(around.replace("INNER", "{{ a }}"))] == []
    assert [*open_outputs("{{ a }}")] == [1]
    assert [*open_outputs(around.replace("INNER", "{% block b %}{{ a }}{% endblock %}"))] == [1]
    assert [*open_outputs("{% macro m() %}{{ a }}{% endmacro %}")] == [1]
    assert [*open_outputs(around.replace("true", "false").replace("INNER", "{{ a }}"))] == [1]


def test_the_policy_allows_the_inline_script_of_the_theme_and_no_other() -> None:
    template = (THEME / "partials/javascripts/base.html").read_text("utf-8")
    (script,) = re.findall(r"<script [^>]*>(.*?)</script>", template, re.DOTALL)
    assert "{{" not in script, "it would differ from page to page"
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert [*INLINE_SCRIPTS] == [f"sha256-{digest}"]
    assert META.count("'sha256-") == HEADER.count("'sha256-") == 1


# --- a site with hostile names ----------------------------------------------------------


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = hostile(tmp_path_factory.mktemp("hostile") / "project")
    built(root)
    return root / "site"


class Frame(HTMLParser):
    """The inline scripts of a page, by their attributes, and what it states by ``http-equiv``."""

    def __init__(self) -> None:
        super().__init__()
        self.inline: list[str] = []
        self.stated: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if tag == "script" and "src" not in names:
            self.inline.append(" ".join(names))
        if "http-equiv" in names:
            self.stated.append(self.get_starttag_text() or "")


def test_no_name_becomes_a_script_or_leads_away(hostile_site: Path) -> None:
    pages = [*hostile_site.rglob("*.html")]
    assert len(pages) > 40
    for path in pages:
        frame = Frame()
        frame.feed(path.read_text("utf-8"))
        assert frame.inline == ["data-base", "id type"], path
        assert frame.stated == [META], path


@pytest.fixture(scope="module")
def hostile_address(hostile_site: Path, serve_folder: Callable[[Path], str]) -> str:
    return serve_folder(hostile_site)


@pytest.mark.parametrize("policy", ["kept", "lifted"])
def test_nothing_in_a_name_runs_and_its_words_are_those_that_were_typed(
    chromium: Browser, hostile_address: str, policy: str
) -> None:
    """With the policy lifted as well: escaping alone has to do."""
    with chromium.new_context(bypass_csp=policy == "lifted") as context:
        page = context.new_page()
        for path, heading in HEADINGS.items():
            page.goto(hostile_address + path, wait_until="load")
            page.wait_for_timeout(50)
            assert page.evaluate("window.ran") is None
            assert page.url == hostile_address + path
            assert page.locator("meta[http-equiv]").count() == 1
            assert said(page, ".cb-brand span") == SITE_NAME
            assert NAV_TITLE in all_said(page, ".cb-ways-in a")
            assert SECTION_TITLE in all_said(page, ".cb-menu-panel a")
            assert attribute(page, "meta[property='og:site_name']") == SITE_NAME
            if heading:
                assert page.title() == f"{heading} · {SITE_NAME}"
                assert attribute(page, "meta[property='og:title']") == heading
        page.goto(hostile_address + "briefings/moscow-visit/")
        assert HEADING_READ in all_said(page, ".cb-toc a")
        page.goto(hostile_address + "about/")
        assert said(page, "h1") == DOC_TITLE
        assert all_said(page, ".cb-toc a") == ["One & two", "Three"]
        assert attribute(page, ".cb-section", "aria-label") == SECTION_TITLE
        page.goto(hostile_address + "who/")
        assert all_said(page, ".cb-toc a") == [DOC_HEADING_READ, "a < b"]
        assert attribute(page, ".md-skip", "href") == "#a%22b%3Ec"


def said(page: Page, selector: str) -> str:
    """The words of the first element of a selector, without the address of a heading."""
    return all_said(page, selector)[0]


def all_said(page: Page, selector: str) -> list[str]:
    return [
        " ".join(words.removesuffix("#").split())
        for words in page.locator(selector).all_text_contents()
    ]


def attribute(page: Page, selector: str, name: str = "content") -> str | None:
    return page.locator(selector).first.get_attribute(name)


def test_a_script_that_slipped_into_a_page_does_not_run(
    page: Page, tmp_path: Path, serve_folder: Callable[[Path], str]
) -> None:
    html = with_policy(
        "<!doctype html><html><head><title>A page</title></head><body>"
        "<script>window.ran = 1</script><p>Words.</p></body></html>"
    )
    (tmp_path / "index.html").write_text(html, "utf-8")
    page.goto(serve_folder(tmp_path), wait_until="load")
    assert said(page, "p") == "Words."
    assert page.evaluate("window.ran") is None


# --- what stands in the article, and what around it ---------------------------------------


def article(html: str) -> str:
    return html.partition("<article ")[2].partition(">")[2].rpartition("</article>")[0]


def test_the_article_of_a_page_of_ours_is_what_was_handed_over(project_copy: Path) -> None:
    extra = {"edit_base": "https://forge.example/edit/main/"}
    config = built(project_copy, extra=extra, site_url="https://briefings.example/")
    pages = config.extra["citebound_build"].pages.values()
    assert len(pages) > 30
    edited = 0
    for ours in pages:
        html = (project_copy / "site" / ours.address / "index.html").read_text("utf-8")
        assert article(html).strip() == ours.html.strip()
        assert html.count('rel="edit"') == (ours.edit is not None)
        edited += ours.edit is not None
    assert edited > 20


def test_the_date_and_edit_link_of_a_documentation_page_stand_outside_its_article(
    project_copy: Path,
) -> None:
    (project_copy / "docs/trust.md").write_text(
        "---\nrevision_date: 2 May 2026\n---\n\n# Trust\n\n| a |\n|:-:|\n| b |\n", "utf-8"
    )
    dated = {"allow": [{"element": 'aside[class="md-source-file"]'}]}
    built(
        project_copy,
        extra={"edit_base": "https://forge.example/edit/main/", "citebound": dated},
    )
    html = (project_copy / "site/trust/index.html").read_text("utf-8")
    assert html.count("2 May 2026") == html.count('rel="edit"') == 1
    assert "2 May 2026" not in article(html)
    assert 'rel="edit"' not in article(html)
    assert "<td>b</td>" in article(html)


def test_a_page_that_is_not_ours_says_so_and_cannot_claim_to_be(project_copy: Path) -> None:
    (project_copy / "docs/about.md").write_text(
        "---\nkind: briefing\nfeed: https://elsewhere.example/\n---\n\n# About\n\nWe are.\n",
        "utf-8",
    )
    built(project_copy)
    checked, unchecked = "was compared with its pinned source", "not part of what is checked"
    for path in (project_copy / "site").rglob("index.html"):
        html = path.read_text("utf-8")
        address = path.relative_to(project_copy / "site").parent.as_posix()
        ours = not (project_copy / f"docs/{address}.md").is_file() or address.startswith("actors/")
        assert (checked in html, unchecked in html) == (ours, not ours), address
        assert ("called “not checked”" in html) == (address == "search"), address
        assert ("Every quotation on this page" in html) == (ours and address != "search"), address
    about = (project_copy / "site/about/index.html").read_text("utf-8")
    assert "alternate feed" not in about
    assert "elsewhere.example" not in about


# --- what owners set ---------------------------------------------------------------------


def test_logo_favicon_styles_and_copyright_of_the_owner_are_used(project_copy: Path) -> None:
    for name in ("mark.png", "tab.png"):
        shutil.copy2(project_copy / "docs/assets/briefing.png", project_copy / "docs" / name)
    (project_copy / "docs/own.css").write_text("body { margin: 1px }\n", "utf-8")
    settings = project_copy / "mkdocs.yml"
    replaced(settings, "  language: en", "  language: en\n  logo: mark.png\n  favicon: tab.png")
    built(project_copy, extra_css=["own.css"], copyright="&copy; 2026 A & B <b>")
    html = (project_copy / "site/method/index.html").read_text("utf-8")
    assert '<link rel="icon" href="../tab.png">' in html
    assert '<img class="cb-logo" src="../mark.png" alt="" height="28">' in html
    assert "cb-logo-mark" not in html
    assert html.index("citebound.css") < html.index('<link rel="stylesheet" href="../own.css">')
    assert "<p>© 2026 A &amp; B &lt;b&gt;</p>" in html


def test_without_them_logo_and_favicon_are_ours(project_copy: Path) -> None:
    built(project_copy)
    html = (project_copy / "site/method/index.html").read_text("utf-8")
    assert '<link rel="icon" type="image/svg+xml" href="../assets/favicon.svg">' in html
    assert "cb-logo-mark" in html


def test_a_script_of_the_owner_is_loaded_and_may_run(
    page: Page, project_copy: Path, serve_folder: Callable[[Path], str]
) -> None:
    script = project_copy / "docs/own.js"
    script.write_text("window.own = 1;\n", "utf-8")
    digest = hashlib.sha256(script.read_bytes()).hexdigest()
    entries = [{"element": 'script[src="/own.js"]'}, {"file": "own.js", "sha256": digest}]
    built(project_copy, extra_javascript=["own.js"], extra={"citebound": {"allow": entries}})
    page.goto(serve_folder(project_copy / "site") + "method/", wait_until="load")
    assert page.evaluate("window.own") == 1
