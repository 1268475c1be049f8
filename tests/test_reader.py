"""Every kind of page in Chromium, full and bare, at each width, in both colours, with and without
script: sound, whole, light, quiet.
"""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from citebound.door.smaller import smaller_files
from readers import (
    BARE,
    FULL,
    ROOT,
    WATCH,
    build_bare,
    build_full,
    open_all,
    overflow,
    small_targets,
    violations,
    visit,
)

FIRST_VIEW = 110_000
STYLES, SCRIPT = 15_000, 12_000
"""All stylesheets of a page, each compressed by gzip: half of what Material's and ours were.
The scripts of a page besides the search, as they are published.
"""
PAGES = [*FULL, *BARE]


@pytest.fixture(scope="module")
def full_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this project."""
    return build_full(tmp_path_factory.mktemp("reader"))


@pytest.fixture(scope="module")
def bases(
    full_site: Path, tmp_path_factory: pytest.TempPathFactory, serve_folder: Callable[[Path], str]
) -> dict[str, str]:
    """The address of each kind of page."""
    full = serve_folder(full_site)
    bare = serve_folder(build_bare(tmp_path_factory.mktemp("bare")))
    return {kind: full + path for kind, path in FULL.items()} | {
        kind: bare + path for kind, path in BARE.items()
    }


def base_of(address: str) -> str:
    return "/".join(address.split("/")[:3]) + "/"


def test_our_stylesheet_and_scripts_keep_to_their_budgets() -> None:
    """As they are published. What a page runs besides the search is citebound.js and its parts."""
    published = smaller_files(ROOT / "hooks/theme")
    parts = ["citebound"]
    for name in parts:
        parts += re.findall(r'from "\./(\w+)\.js"', published[f"assets/{name}.js"].decode())
    assert set(parts) == {"citebound", "elements", "evidence", "tables"}
    assert sum(len(published[f"assets/{name}.js"]) for name in set(parts)) <= SCRIPT


@pytest.mark.parametrize("kind", FULL)
def test_the_stylesheets_of_a_page_keep_to_their_budget(
    chromium: Browser, bases: dict[str, str], kind: str
) -> None:
    with chromium.new_context() as context:
        styles = [r for r in visit(context, bases[kind]).asked if ".css" in r.url]
        assert len(styles) == 5
        assert sum(len(gzip.compress(each.body(), 6)) for each in styles) <= STYLES


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_is_sound_at_every_width_in_both_colours(
    chromium: Browser, bases: dict[str, str], kind: str
) -> None:
    address = bases[kind]
    with chromium.new_context(
        viewport={"width": 1440, "height": 900}, color_scheme="light"
    ) as context:
        context.add_init_script(WATCH)
        seen = visit(context, address)
        page = seen.page
        assert seen.elsewhere(base_of(address)) == []
        assert seen.weight() <= FIRST_VIEW
        assert page.evaluate("window.shifts") <= 0.02
        assert page.locator("h1").count() == 1
        open_all(page)
        assert violations(page) == []
        assert overflow(page) <= 0
        page.set_viewport_size({"width": 768, "height": 1024})
        assert overflow(page) <= 0
        assert small_targets(page) == []
        # Material fades some colours; what is looked at is what they come to.
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        page.set_viewport_size({"width": 320, "height": 700})
        open_all(page)
        assert page.locator("header nav a:visible").count() >= 5, "the menu is open"
        assert overflow(page) <= 0
        assert small_targets(page) == []
        assert violations(page) == []
        assert seen.complaints == []


def test_letters_beyond_english_weigh_where_a_page_has_them(
    chromium: Browser, bases: dict[str, str]
) -> None:
    with chromium.new_context() as context:
        seen = visit(context, bases["home"])
        asked, weight = len(seen.asked), seen.weight()
        for letters, fonts in (("Ł Ű", 1), ("Эксперт", 0)):
            words = "(words) => document.querySelector('h1').append(words)"
            with seen.page.expect_response(lambda response: response.url.endswith(".woff2")):
                seen.page.evaluate(words, letters)
            seen.page.wait_for_timeout(150)
            asked += 1
            assert len(seen.asked) == asked
            assert seen.weight() - weight == pytest.approx(13_000 * fonts, abs=500)
            weight = seen.weight()


@pytest.mark.parametrize("kind", ["actor", "data", "method", "quotations", "source"])
def test_a_table_that_is_shown_as_a_list_is_a_table_to_a_screen_reader(
    chromium: Browser, bases: dict[str, str], kind: str
) -> None:
    """In Chromium's own tree, without a role on each part: that, judges of HTML refuse."""
    parts = {"table": "table", "row": "tr", "cell": "td", "columnheader": "thead th",
             "rowheader": "tbody th"}  # fmt: skip
    with chromium.new_context(viewport={"width": 320, "height": 700}) as context:
        page = visit(context, bases[kind]).page
        page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        drawn = page.locator(".cb-table td").first.evaluate("(e) => getComputedStyle(e).display")
        assert drawn == "block"
        tree = context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
        told = Counter(node["role"]["value"] for node in tree if not node["ignored"])
        for role, element in parts.items():
            shown = page.locator(f"article table {element}" if role != "table" else "article table")
            assert told[role] == sum(each.is_visible() for each in shown.all()), role
        assert told["cell"] > 1


@pytest.fixture(scope="module")
def slow_base(full_site: Path, serve_slowly: Callable[[Path], str]) -> str:
    """The address of the full site over a slow line."""
    return serve_slowly(full_site)


@pytest.mark.parametrize("kind", FULL)
def test_a_page_that_arrives_in_pieces_does_not_shift(
    chromium: Browser, slow_base: str, kind: str
) -> None:
    """What is painted stays where it is while the rest of the page comes."""
    with chromium.new_context(viewport={"width": 1440, "height": 900}) as context:
        context.add_init_script(WATCH)
        seen = visit(context, slow_base + FULL[kind])
        assert seen.page.evaluate("window.shifts") <= 0.02


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_on_a_phone_neither_shifts_nor_grows(
    chromium: Browser, bases: dict[str, str], kind: str
) -> None:
    """Its layout is that of a narrow window from the first paint on, in dark colours as well."""
    with chromium.new_context(
        viewport={"width": 320, "height": 700}, color_scheme="dark", has_touch=True
    ) as context:
        context.add_init_script(WATCH)
        seen = visit(context, bases[kind])
        assert seen.page.evaluate("window.shifts") <= 0.02
        assert overflow(seen.page) <= 0


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_is_whole_without_script(
    chromium: Browser, bases: dict[str, str], kind: str
) -> None:
    with chromium.new_context(
        viewport={"width": 1440, "height": 900}, java_script_enabled=False
    ) as context:
        seen = visit(context, bases[kind])
        page = seen.page
        assert page.locator("h1").is_visible()
        assert page.locator("button:visible").count() == 0, "a button that does nothing"
        for width in (1440, 768, 320):
            page.set_viewport_size({"width": width, "height": 900})
            assert overflow(page) <= 0
        # The menu of narrow windows opens by itself, and shut it hides its links from the keyboard.
        menu = page.locator("summary", has_text="Menu")
        inside = page.locator("header details a").first
        assert not inside.is_visible()
        menu.click()
        assert inside.is_visible()
        assert seen.complaints == []


@pytest.mark.parametrize("kind", ["briefing", "timeline", "quotations", "source", "bare briefing"])
def test_a_page_without_script_has_no_violation(
    chromium: Browser, bases: dict[str, str], kind: str
) -> None:
    """Scripts of the page are refused; axe-core itself needs one engine that runs."""
    with chromium.new_context(viewport={"width": 320, "height": 700}) as context:
        context.route(re.compile(r"\.js$"), lambda route: route.abort())
        page = context.new_page()
        page.add_init_script(
            "new MutationObserver(() => document.documentElement?.classList.replace('js', 'no-js'))"
            ".observe(document, { childList: true, subtree: true, attributes: true });"
        )
        page.goto(bases[kind], wait_until="load")
        assert page.evaluate("document.documentElement.className") == "no-js"
        open_all(page)
        assert small_targets(page) == []
        assert violations(page) == []


def test_the_colours_that_a_reader_chose_are_there_in_the_first_paint(
    chromium: Browser, bases: dict[str, str]
) -> None:
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    with chromium.new_context(color_scheme="light") as context:
        page = context.new_page()
        page.goto(bases["briefing"])
        light = page.evaluate(ground)
        page.get_by_role("button", name="Dark colours").click()
        dark = page.evaluate(ground)
        assert dark != light
        # Only what stands before the page's content may run: no script of ours that comes later.
        context.route(re.compile(r"\.js$"), lambda route: route.abort())
        for kind in ("briefing", "actor", "lost"):
            page.goto(bases[kind])
            assert page.evaluate(ground) == dark
    with chromium.new_context(color_scheme="dark", java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(bases["home"])
        assert page.evaluate(ground) == dark


def test_nothing_moves_for_readers_who_asked_for_no_motion(
    chromium: Browser, bases: dict[str, str]
) -> None:
    moving = """[...document.querySelectorAll("*")].filter((element) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
      return parseFloat(transitionDuration) > 0 || animationName !== "none"
        || scrollBehavior === "smooth";
    }).map((element) => element.outerHTML.slice(0, 80))"""
    with chromium.new_context(reduced_motion="reduce") as context:
        page = context.new_page()
        for kind in ("briefing", "timeline", "search"):
            page.goto(bases[kind])
            assert page.evaluate(moving) == []
