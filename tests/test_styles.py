"""An owner's stylesheet: it asks nobody for anything, and prints no words."""

from __future__ import annotations

from pathlib import Path

import pytest

from building import allowing
from citebound.cli import main
from citebound.proof.addresses import leads_elsewhere
from citebound.proof.styles import stylesheet_hosts, stylesheet_words
from conftest import ROOT
from hostile import replaced

ASKING = [
    "@import 'https://x.example/a.css';",
    "@import HTTPS://x.example/a.css;\n@import url(HTTPS://x.example/a.css);",
    '@IMPORT "hTTps://x.example/a.css" screen;',
    "@import '\\68ttps://x.example/a.css';",
    "p { background: url(\\68ttps://x.example/a.png) }",
    "p { background: u\\72l(https://x.example/a.png) }",
    "p { background: url(  'https://x.example/a.png') }",
    'p { background: URL("//x.example/a.png") }',
    "p { background: url(\\/\\/x.example/a.png) }",
    "p { background: url('\\\\\\\\x.example/a.png') }",
    "p { background: image-set('https://x.example/a.png' 1x) }",
    "@media print { p { & b { cursor: url(https:x.example/a.png), auto } } }",
    "@font-face { font-family: x; src: local('x'), url(ftp://x.example/a.woff) format('woff') }",
    ":root { --picture: url(https://x.example/a.png) }",
]  # fmt: skip


@pytest.mark.parametrize("css", ASKING)
def test_a_stylesheet_that_asks_another_host_is_found(css: str, tmp_path: Path) -> None:
    (tmp_path / "own.css").write_text(css, "utf-8")
    assert {problem.code for problem in stylesheet_hosts(tmp_path)} == {"rendered-host"}


PRINTING = [
    "p::after { content: 'They lost' }",
    'p::after { CONTENT: "They lost" }',
    "p::after { c\\6fntent: 'They lost' }",
    "p::after{content:/**/'\\54 hey lost'}",
    "p::after { content: 'a' !important }",
    "p::after { content: '' attr(title) }",
    "p::after { content: open-quote }",
    "p::after { content: counter(year) }",
    "p::after { content: var(--words) }",
    ":root { --words: 'They lost' }",
    ":root { --words: 'They lost' {} }",
    "@media screen { @supports (x: y) { p { & b::before { content: 'They lost' } } } }",
    "li { list-style-type: 'They lost' }",
    "q { quotes: 'They lost' '' }",
    "p { text-overflow: 'They lost' }",
    "@counter-style x { system: cyclic; symbols: 'They lost' }",
    "@counter-style x { system: cyclic; symbols: lost }",
    "@media print { @counter-style x { system: cyclic; symbols: lost } }",
    "p { color: red;; content: 'They lost' }",
    "p { x: 'not closed\n; }",
    # A picture may show words, and stands where they would.
    "h1::after { content: url(own/picture.png) / '' }",
    'h1::after { content: url("data:image/svg+xml,<svg><text>They lost</text></svg>") }',
    "h1::after { content: image-set('own/picture.png' 1x) }",
    "h1 { background: url('data:image/svg+xml,<svg><text>They lost</text></svg>') }",
    "h1 { background: url(' DATA:image/svg+xml;base64,PHN2Zy8+') }",
    "h1 { mask: image-set('data:image/svg+xml,<svg/>' 1x) }",
    ":root { --md-icon: url('data:image/svg+xml,<svg/>') }",
    "@import 'data:text/css,h1::after{content:\"They lost\"}';",
    # A browser may read other letters than the proof.
    '@charset "iso-2022-jp"; p { color: teal }',
    '@charset "utf-16"; p { color: teal }',
    "p { color: teal } @charset 'latin-1';",
]  # fmt: skip


@pytest.mark.parametrize("css", PRINTING)
def test_a_stylesheet_that_prints_words_is_found(css: str) -> None:
    (problem,) = stylesheet_words("own/style.css", css.encode())
    assert problem.code == "rendered-file"
    assert problem.paste


@pytest.mark.parametrize(
    "content",
    [b"\xff\xfep\x00", b"p { color: teal } /* caf\xe9 */",
     b'@charset "iso-2022-jp"; /* \x1b$B */ h1::after { content: "x" } /* \x1b(B */'],
)  # fmt: skip
def test_a_stylesheet_in_another_encoding_is_refused(content: bytes) -> None:
    """Its words would be hidden from the proof, and be there for a browser."""
    (problem,) = stylesheet_words("own/style.css", content)
    assert "UTF-8" in problem.message
    assert problem.paste


SILENT = [
    "p::after { content: '' }",
    'p::after { content: "" !important; display: none }',
    "p::after { content: none }",
    "p { background: url(own/picture.png) }",
    "p { background: url('data:image/png;base64,iVBORw0KGgo=') }",
    "p { font: 1rem/1.5 'Noto Sans', serif; font-family: \"Noto Sans\" }",
    "main { grid-template-areas: 'head head' 'main aside' }",
    "a[href$='.pdf'], a:is([title=\"x\"]) { b[lang='my'] { color: teal } }",
    "@charset \"utf-8\"; @import 'own/more.css'; @import url(own/more.css) print;",
    "@font-face { font-family: 'X'; src: local('X'), url('own/x.woff2') format('woff2') }",
    ":root { --md-text-font: 'Noto Sans'; --md-icon: url('own/icon.png') }",
    "@namespace svg 'http://www.w3.org/2000/svg';",
]  # fmt: skip


@pytest.mark.parametrize("css", SILENT)
def test_a_plain_stylesheet_is_the_owners_affair(css: str, tmp_path: Path) -> None:
    (tmp_path / "own.css").write_text(css, "utf-8")
    assert [*stylesheet_words("own.css", css.encode()), *stylesheet_hosts(tmp_path)] == []


def test_our_own_stylesheets_ask_nobody_for_anything() -> None:
    assert [*stylesheet_hosts(ROOT / "hooks/theme")] == []


@pytest.mark.parametrize(
    ("url", "elsewhere"),
    [
        ("HTTPS://x.example/", True), ("https:x.example", True), ("https:/x.example", True),
        ("//x.example", True), ("\\\\x.example", True), ("/\\x.example", True),
        ("/\t/x.example", True), ("\x01 https://x.example", True), ("h\nttps://x.example", True),
        ("own/a.css", False), ("/own/a.css", False), ("data:image/png;base64,", False),
        ("#top", False), ("", False),
    ],
)  # fmt: skip
def test_where_an_address_leads_is_read_as_browsers_read_it(url: str, *, elsewhere: bool) -> None:
    assert leads_elsewhere(url) is elsewhere


def test_a_stylesheet_with_words_is_refused_until_its_owner_answers_for_it(
    project_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project_copy / "docs/own").mkdir()
    (project_copy / "docs/own/style.css").write_text("h1::after { content: 'They lost' }", "utf-8")
    settings = project_copy / "mkdocs.yml"
    replaced(settings, "plugins: []", "plugins: []\nextra_css: [own/style.css]")
    assert main(["build", str(project_copy)]) == 1
    said = capsys.readouterr().err
    assert "own/style.css:1:" in said
    replaced(settings, *allowing(said))
    assert main(["build", str(project_copy)]) == 0, capsys.readouterr().err
