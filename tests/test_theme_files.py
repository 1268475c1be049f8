"""The theme's stylesheets and scripts: linted, and published without most of their white space."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page

from citebound.door.smaller import smaller_css, smaller_files, smaller_js
from conftest import ROOT

THEME = ROOT / "hooks/theme"
STYLES = sorted((THEME / "assets").glob("*.css"))
SCRIPTS = sorted((THEME / "assets").glob("*.js"))
OXLINT = ROOT / ".venv/bin/oxlint"

RULES = """(text) => {
    const writer = new CSSStyleSheet();
    writer.replaceSync(text);
    return [...writer.cssRules].map((rule) => rule.cssText);
}"""


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_chromium_reads_the_same_rules_from_a_published_stylesheet(page: Page, path: Path) -> None:
    written = path.read_text("utf-8")
    published = smaller_css(written)
    assert len(published) < 0.85 * len(written)
    rules = page.evaluate(RULES, written)
    assert len(rules) > {"face.css": 10, "print.css": 10}.get(path.name, 30)
    assert alike(page.evaluate(RULES, published)) == alike(rules)


def alike(rules: list[str]) -> list[str]:
    """Rules without the space after a comma, which Chromium keeps in a custom property."""
    return [rule.replace(", ", ",") for rule in rules]


@pytest.mark.parametrize(
    "css",
    [
        "a :hover { b: c; }", "a:hover { b: c }", ".a { > .b { c: d } }", "a > b , c { d: e }",
        '.a { content: "  ;} /* x */ , ( "; } b { c: d }', "a { b: calc( 1px  +  2px ); }",
        ".a { &:not( .b ) { c: d ! important } }", "@media ( width > 3em ) { a { b: c } }",
        "a { b: c; /* ;} */ d: e; }", "a { font: 1px/2 'x y' , \"z\" }",
        ".a { b :is( c , d ) { e: f } }",
    ],
)  # fmt: skip
def test_chromium_reads_the_same_rules_from_odd_ones(page: Page, css: str) -> None:
    rules = page.evaluate(RULES, css)
    assert rules
    assert page.evaluate(RULES, smaller_css(css)) == rules


SIGNS = ("=>", "===", "!==", "=", "+=", "-=", "&&", "||", "??", "&&=", "||=", "??=")
"""What is published without the spaces around it."""


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_published_script_has_every_line_of_code(path: Path) -> None:
    written = path.read_text("utf-8")
    for number, line in enumerate(written.splitlines(), 1):
        assert line.count("`") % 2 == 0, f"line {number}: white space in a text would be lost"
    commentless = re.sub(r"^ */\*.*?\*/$", "", written, flags=re.DOTALL | re.MULTILINE)
    code = [line.strip() for line in commentless.splitlines()]
    wanted = [line for line in code if line and not line.startswith("//")]
    # Only after these may a line go on: the language puts a semicolon in after others.
    lines = "".join(
        line if line[-1] in "{([,;" and "//" not in line else line + "\n" for line in wanted
    )
    for sign in SIGNS:
        lines = lines.replace(f" {sign} ", sign)
    assert smaller_js(written).rstrip("\n") == lines.rstrip("\n")
    assert len(wanted) > 10


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_text_of_a_script_has_a_sign_whose_spaces_are_taken_away(path: Path) -> None:
    code = re.sub(r"(?ms)^ *(?:/\*.*?\*/|//.*?)$", "", path.read_text("utf-8"))
    # An expression may have a mark of its own.
    code = re.sub(r"/[^/\n ]*[\"`][^/\n]*/[gu]*", "0", code)
    texts = re.findall(r'"[^"\n]*"', code)
    code = re.sub(r'"[^"\n]*"', "0", code)
    while found := re.search(r"`(?:[^`$]|\$(?!\{))*`|\$?\{[^{}`]*\}", code):  # the innermost first
        texts += [found[0]] * found[0].startswith("`")
        code = code[: found.start()] + "0" + code[found.end() :]
    assert "`" not in code
    assert texts or path.name == "search-ranking.js"
    for text in texts:
        assert not any(f" {sign} " in text for sign in SIGNS), text


def test_no_code_is_taken_for_a_comment() -> None:
    assert smaller_js("/* a */ one();\n  two(); /* b */\n") == "/* a */ one();two(); /* b */\n"
    assert smaller_js("one(); // so;\ntwo()\nthree();\n") == "one(); // so;\ntwo()\nthree();\n"
    assert smaller_js("/* a\n   b */\n\n  // c\nx();\n") == "x();\n"
    assert smaller_js('x("// y");\n') == 'x("// y");\n'


def test_every_stylesheet_and_script_is_published_smaller() -> None:
    published = smaller_files(THEME)
    assert {name.removeprefix("assets/") for name in published} == {
        path.name for path in (*STYLES, *SCRIPTS)
    }
    for name, content in published.items():
        assert len(content) < len((THEME / name).read_bytes())


def lint(path: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [OXLINT, "--deny-warnings", "--config", ROOT / ".oxlintrc.json", path],
        capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("script", "rule"),
    [
        ("export const f = () => {\n" + "  g();\n" * 61 + "};\n", "max-lines-per-function"),
        ("export const f = (a) => a == 1;\n", "eqeqeq"),
        ("export const f = () => nowhere();\n", "no-undef"),
        ("const unused = 1;\nexport const f = () => 2;\n", "no-unused-vars"),
    ],
)
def test_the_lint_of_scripts_sees(tmp_path: Path, script: str, rule: str) -> None:
    path = tmp_path / "a.js"
    path.write_text(script, "utf-8")
    done = lint(path)
    assert done.returncode == 1
    assert rule in done.stdout


def test_the_lint_finds_nothing_in_the_scripts_of_the_theme() -> None:
    done = lint(THEME / "assets")
    assert done.returncode == 0, done.stdout
    assert f"on {len(SCRIPTS)} files" in done.stdout
