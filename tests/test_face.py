"""The typeface: the files that were made once, for whom they are, and how a page looks until
they are there.
"""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from citebound.proof.listed import FONT, THEME_FILES
from conftest import ROOT
from readers import FULL, WATCH, build_full, visit

ASSETS = ROOT / "hooks/theme/assets"
FONTS = ASSETS / "fonts"
README = (FONTS / "README.md").read_text("utf-8")
FACE = (ASSETS / "face.css").read_text("utf-8")


def test_the_fonts_are_those_that_the_readme_tells_how_to_make() -> None:
    told = dict(re.findall(r"^\| `([^`]+)` \| [^|]+ \| `([0-9a-f]{64})` \|$", README, re.MULTILINE))
    there = {path.name for path in FONTS.iterdir()} - {"README.md"}
    assert told == {name: hashlib.sha256((FONTS / name).read_bytes()).hexdigest() for name in there}
    assert {f"assets/fonts/{name}" for name in there} == {
        name for name in THEME_FILES if "/fonts/" in name
    }
    assert FONT in THEME_FILES


def test_each_file_is_asked_for_by_the_letters_that_it_was_made_of() -> None:
    made = dict(re.findall(r"^(latin|extended|cyrillic)=(\S+)$", README, re.MULTILINE))
    rules = re.findall(
        r"font-style: (\w+);\s+font-display: optional;\s+"
        r"src: url\(fonts/literata-(\w+)-(\w+)\.woff2\) "
        r'format\("woff2"\);\s+unicode-range: ([^;]+);',
        FACE,
    )
    assert sorted(rules) == sorted(
        (style, name, part, made[part].replace(",", ", "))
        for style, name in (("normal", "regular"), ("italic", "italic"))
        for part in made
    )


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory, serve_folder: Callable[[Path], str]) -> str:
    return serve_folder(build_full(tmp_path_factory.mktemp("face")))


def faces(page: Page, selector: str) -> set[str]:
    """The faces in which an element is drawn."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    found = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    return {font["familyName"] for font in found}


def test_a_page_is_set_in_the_typeface_and_bold_in_the_readers_own(
    chromium: Browser, base: str
) -> None:
    with chromium.new_context() as context:
        page = visit(context, base + FULL["method"]).page
        page.reload(wait_until="load")  # by now the file is there before the styles
        assert "Literata" in faces(page, "h1") & faces(page, "h2")
        assert "Literata" not in faces(page, "article p > strong")
        for heading in ("h1", "h2"):
            weight = f"getComputedStyle(document.querySelector('{heading}')).fontWeight"
            assert page.evaluate(weight) == "400"
        synthesis = "getComputedStyle(document.querySelector('em')).fontSynthesis"
        assert page.evaluate(synthesis) == "none"


@pytest.mark.parametrize("width", [360, 1440])
def test_a_typeface_that_comes_late_moves_nothing(chromium: Browser, base: str, width: int) -> None:
    def late(route: Route) -> None:
        time.sleep(0.4)
        route.continue_()

    with chromium.new_context(viewport={"width": width, "height": 900}) as context:
        context.add_init_script(WATCH)
        context.route("**/*.woff2", late)
        for kind in ("home", "briefing", "actor"):
            page = visit(context, base + FULL[kind]).page
            page.wait_for_timeout(700)
            assert page.evaluate("window.shifts") <= 0.005
