"""The theme's stylesheet is published without what no page can use, and with all that one does."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from citebound.cli import main
from citebound.proof.listed import CUT_STYLESHEET
from citebound.proof.used_styles import used_in_folder, used_styles, words_of_pages
from finished import themes
from readers import BARE, FULL, build_bare, build_full

PAGE = """<html dir="ltr"><body><p class='one "two"'>t</p>
<A HREF="x" title="a > b" id=three>x</A>
<input type=checkbox><div class="f&#111;ur"><svg></svg></div></body></html>"""

KEPT = [
    "p{a:b}", ".one{a:b}", ".two{a:b}", "#three{a:b}", "[dir=ltr] p{a:b}", "[type]{a:b}",
    ".four{a:b}",
    "a:hover{a:b}", "p::before{a:b}", "p:not(.gone){a:b}", "*{a:b}", "P{a:b}", "[href^=z]{a:b}",
    ".js p{a:b}", "p:focus-visible{a:b}", ":root{a:b}", "@media print{p{a:b}}", '@charset "UTF-8";',
    "@page{margin:0}", "@keyframes x{0%{a:b}}", "p{a:b!important}", "p>svg{a:b}", "[title]{a:b}",
    "p{a:b;*c:d}", "[hidden]{a:b}",
    "[type=checkbox i]{a:b}", '[type="CHECKBOX" i]{a:b}', r".one\:two{a:b}",
]  # fmt: skip
DROPPED = [
    ".gone{a:b}", "p.gone{a:b}", "table{a:b}", "[dir=rtl] p{a:b}", "#gone{a:b}", "[aria-live]{a:b}",
    "p .gone:hover{a:b}", "@media print{.gone{a:b}}", "@supports (a:b){.gone{a:b}}", ".gone>p{a:b}",
    "[type=radio]{a:b}", ".t{a:b}", ":root{--x:1}", "p{}",
]  # fmt: skip


@pytest.mark.parametrize("css", KEPT)
def test_what_a_page_can_use_stays(css: str) -> None:
    kept = used_styles(css, words_of_pages([PAGE]), [])
    assert kept.lower() == css.lower()


@pytest.mark.parametrize("css", DROPPED)
def test_what_no_page_can_use_goes(css: str) -> None:
    assert used_styles(css, words_of_pages([PAGE]), []) == ""
    assert used_styles(f".gone,p,{css}" if css[0] == "." else f"p{{a:b}}{css}",
                       words_of_pages([PAGE]), []) == "p{a:b}"  # fmt: skip


def test_a_variable_stays_where_something_that_stays_asks_for_it() -> None:
    css = ":root{--a:var(--b);--b:1;--c:2;--d:3}p{x:var( --a )}.gone{x:var(--c)}"
    words = words_of_pages([PAGE])
    assert used_styles(css, words, []) == ":root{--a:var(--b);--b:1}p{x:var( --a )}"
    beside = used_styles(css, words, ["b{x:var(--d,1px)}"])
    assert beside == ":root{--a:var(--b);--b:1;--d:3}p{x:var( --a )}"


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The two sites, by their folders."""
    folder = tmp_path_factory.mktemp("used")
    return {"full": build_full(folder), "bare": build_bare(folder)}


def whole_style() -> Path:
    """The stylesheet of the theme that is installed."""
    (found,) = (path for theme in themes() for path in theme.glob(CUT_STYLESHEET))
    return found


STATES = re.compile(
    r"::?(?:hover|focus(?:-visible|-within)?|active|checked|disabled|before|after|placeholder|marker|"
    r"selection|target|indeterminate|-(?:webkit|moz)-[a-z-]+|first-line)\b"
)
"""What nothing on a page is like while nobody touches it."""

SELECTORS = """(css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const found = (rules) => [...rules].flatMap((rule) => {
    if (!rule.selectorText) return rule.cssRules ? found(rule.cssRules) : [];
    // Variables that nobody asks for may go.
    const says = [...rule.style].some((name) => !name.startsWith("--"));
    return says ? rule.selectorText.split(/,(?![^(]*\\))/) : [];
  });
  return found(sheet.cssRules).map((one) => one.trim());
}"""

HELD = """(selectors) => selectors.filter(([, bare]) => document.querySelector(bare))
  .map(([whole]) => whole)"""


@pytest.mark.parametrize("kind", [*FULL, *BARE])
def test_no_selector_that_is_like_something_on_a_page_was_dropped(
    page: Page, sites: dict[str, Path], serve_folder: Callable[[Path], str], kind: str
) -> None:
    """As Chromium sees both: nothing here is what the cut is made by."""
    site = sites["full" if kind in FULL else "bare"]
    page.goto(serve_folder(site) + {**FULL, **BARE}[kind], wait_until="load")
    whole = page.evaluate(SELECTORS, whole_style().read_text("utf-8"))
    (cut,) = site.glob(CUT_STYLESHEET)
    left = set(page.evaluate(SELECTORS, cut.read_text("utf-8")))
    assert len(left) < len(whole) / 3
    used = page.evaluate(
        HELD, [[each, STATES.sub(":not(x-y)", each)] for each in whole if ":not(:" not in each]
    )
    assert len(used) > 50
    assert {*used} - left == set()


LOOKS = """() => [...document.querySelectorAll("*")].map((element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  const told = [null, "::before", "::after"].map((part) => {
    const s = getComputedStyle(element, part);
    return [s.content, s.display, s.font, s.color, s.backgroundColor, s.textDecorationLine,
      s.borderTop, s.borderLeft, s.boxShadow, s.outline, s.opacity, s.listStyle].join(" ");
  });
  return [element.outerHTML.slice(0, 60), x, y, width, height, ...told].join("|");
})"""


def at_rest(page: Page) -> list[str]:
    """How a page looks once its scripts have run and nothing of it changes any more."""
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    before: list[str] = []
    for _ in range(50):
        looks: list[str] = page.evaluate(LOOKS)
        if looks == before:
            return looks
        before = looks
        page.wait_for_timeout(200)
    raise AssertionError("the page does not come to rest")


@pytest.mark.parametrize("kind", ["home", "briefing", "documentation"])
def test_a_page_looks_the_same_with_all_of_the_stylesheet(
    chromium: Browser, sites: dict[str, Path], serve_folder: Callable[[Path], str], kind: str
) -> None:
    """Each element stands where it stands with all of it, and is drawn alike."""
    address = serve_folder(sites["full"]) + FULL[kind]

    def whole(route: Route) -> None:
        route.fulfill(body=whole_style().read_text("utf-8"), content_type="text/css")

    with chromium.new_context(reduced_motion="reduce") as context:
        # A typeface is used if it comes in time: here none comes, so that each load is alike.
        context.route("**/*.woff2", lambda route: route.abort())
        page = context.new_page()
        cut: dict[int, list[str]] = {}
        for replaced in (False, True):
            if replaced:
                page.route(re.compile(r"/main\.[^/]*\.min\.css$"), whole)
            for width in (1440, 360):
                page.set_viewport_size({"width": width, "height": 900})
                page.goto(address, wait_until="load")
                looks = at_rest(page)
                assert len(looks) > 50
                assert cut.setdefault(width, looks) == looks
        assert cut[1440] != cut[360]


def test_what_calls_for_more_of_the_script_keeps_what_it_puts_in(sites: dict[str, Path]) -> None:
    theme = whole_style().parents[2]
    name = whole_style().relative_to(theme).as_posix()
    plain = used_in_folder(theme, name, sites["full"], ["content.action.edit"])
    assert plain == (sites["full"] / name).read_bytes()
    assert b"md-clipboard" not in plain
    assert b"md-code__button" in used_in_folder(theme, name, sites["full"], ["content.code.copy"])


def test_what_the_script_puts_beside_tabs_stays(tmp_path: Path) -> None:
    theme = whole_style().parents[2]
    name = whole_style().relative_to(theme).as_posix()
    (tmp_path / "x.html").write_text('<div class="tabbed-set"><div class="tabbed-labels">', "utf-8")
    assert b"tabbed-control--next" in used_in_folder(theme, name, tmp_path, [])


@pytest.mark.parametrize("change", ["all of it", "a rule less", "a rule more"])
def test_the_stylesheet_is_what_the_proof_cuts_again(
    project_copy: Path, change: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A hook that changes it after it was cut is found, whatever it does."""
    style = {
        "all of it": f"open({str(whole_style())!r}, 'rb').read()",
        "a rule less": "content.replace(b'.md-typeset sup', b'.md-typeset sub', 1)",
        "a rule more": "content + b'h1:after{content:\"They lost\"}'",
    }[change]
    (project_copy / "late.py").write_text(
        "from pathlib import Path\n"
        "from mkdocs.plugins import event_priority\n"
        "@event_priority(-200)\n"
        "def on_post_build(config):\n"
        f"    (path,) = Path(config.site_dir).glob({CUT_STYLESHEET!r})\n"
        "    content = path.read_bytes()\n"
        f"    path.write_bytes({style})\n",
        "utf-8",
    )
    settings = project_copy / "mkdocs.yml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("hooks:\n", "hooks:\n  - late.py\n"), "utf-8")
    assert main(["build", str(project_copy)]) == 1
    name = whole_style().name
    said = capsys.readouterr().err
    assert f"assets/stylesheets/{name}:1:1: [rendered-file]" in said
