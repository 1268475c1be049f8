"""The site by keyboard, by pointer, by touch and on paper: what a reader does and sees."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from building import build_project
from hostile import copy_of_the_project
from readers import build_full

BRIEFING = "briefings/moscow-visit/"
FOCUS = """async () => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  await Promise.all(element.getAnimations().map((one) => one.finished));
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  return {
    name: element.getAttribute("aria-label") || element.textContent.trim().replace(/\\s+/g, " "),
    tag: element.localName,
    seen: element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      && box.width > 0 && box.height > 0,
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
  };
}"""


WORDS = """(element) => {
  const range = document.createRange();
  range.selectNodeContents(element.querySelector("a") ?? element);
  return range.getBoundingClientRect().toJSON();
}"""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory, serve_folder: Callable[[Path], str]) -> str:
    return serve_folder(build_full(tmp_path_factory.mktemp("keyboard")))


@pytest.fixture(scope="module")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this project with one more briefing."""
    folder = tmp_path_factory.mktemp("kinds")
    root = copy_of_the_project(folder / "project")
    (root / "briefings/2026-11-kinds.md").write_text(KINDS, "utf-8")
    build_project(root, folder / "site")
    return folder / "site"


@pytest.fixture
def wide(chromium: Browser, base: str) -> Iterator[Page]:
    with chromium.new_context(
        base_url=base,
        viewport={"width": 1440, "height": 900},
        permissions=["clipboard-read", "clipboard-write"],
    ) as context:
        yield context.new_page()


@pytest.fixture
def narrow(chromium: Browser, base: str) -> Iterator[Page]:
    """A phone, or a window of 1280 pixels at 400 %."""
    with chromium.new_context(base_url=base, viewport={"width": 320, "height": 700}) as context:
        yield context.new_page()


def card(page: Page) -> Locator:
    return page.get_by_role("dialog")


def tab_until(page: Page, name: str) -> None:
    """Tab to what has this name; each stop on the way must be seen and have a ring."""
    for _ in range(80):
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUS)
        assert here is not None, f"the focus is lost before “{name}”"
        assert here["seen"], f"the focus is on something hidden: {here}"
        assert here["ring"], f"the focus cannot be seen: {here}"
        if here["name"] == name:
            return
    pytest.fail(f"“{name}” is not reached by keyboard")


def test_the_whole_way_by_keyboard_on_a_phone(narrow: Page) -> None:
    page = narrow
    page.goto("")
    tab_until(page, "Menu")
    page.keyboard.press("Enter")
    tab_until(page, "Briefings")
    page.keyboard.press("Escape")
    assert page.evaluate(FOCUS)["name"] == "Menu"
    expect(page.get_by_role("navigation").get_by_role("link", name="Briefings")).to_have_count(0)
    page.keyboard.press("Enter")
    tab_until(page, "Briefings")
    page.keyboard.press("Enter")
    page.wait_for_url("**/briefings/")
    page.goto(BRIEFING)
    # To a mark of the text, into its evidence, and out again.
    tab_until(page, "Evidence 1")
    page.keyboard.press("Enter")
    expect(card(page)).to_be_focused()
    expect(card(page)).to_contain_text("The Myanmar delegation’s visit to Moscow in September")
    expect(card(page)).to_contain_text("the source’s words")
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)
    assert page.evaluate(FOCUS)["name"] == "Evidence 1"
    # Along the passage to its source, and back to the same place.
    page.keyboard.press("Enter")
    tab_until(page, "para. 5")
    before = page.evaluate("scrollY")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sources/know-how/#q-1427-1572")
    passage = page.locator(":target")
    expect(passage).to_be_in_viewport()
    expect(passage).to_contain_text("The Myanmar delegation’s visit to Moscow in September")
    page.go_back()
    page.wait_for_url(f"**/{BRIEFING}")
    page.wait_for_function(f"Math.abs(scrollY - {before}) < 60")
    expect(page.locator("a", has_text=re.compile("^1$")).first).to_be_in_viewport()


@pytest.mark.parametrize("address", ["", BRIEFING, "timeline/", "search/"])
def test_no_stop_of_the_keyboard_is_hidden_or_without_a_ring(narrow: Page, address: str) -> None:
    narrow.goto(address)
    keys = ["Tab"]
    if address == "search/":  # there the field has the focus: the page lies on both sides of it
        expect(narrow.get_by_role("searchbox", name="Search this site")).to_be_focused()
        keys = ["Tab", "Shift+Tab"]
    seen = []
    for key in keys:
        for _ in range(40):
            narrow.keyboard.press(key)
            here = narrow.evaluate(FOCUS)
            if here is None:
                break
            assert here["seen"], here
            assert here["ring"], here
            seen.append(here["name"])
    assert any(name.lower().startswith("skip") for name in seen), seen
    if keys == ["Tab"]:
        assert seen[0].lower().startswith("skip"), seen[0]
    assert len(seen) > 8


def test_the_search_field_takes_the_focus_from_nobody(narrow: Page) -> None:
    """A script that comes late finds a reader who has gone on to the first links."""

    def late(route: Route) -> None:
        narrow.wait_for_timeout(400)
        route.continue_()

    narrow.route("**/search.js", late)
    narrow.goto("search/", wait_until="commit")
    narrow.wait_for_selector("h1")
    narrow.keyboard.press("Tab")
    before = narrow.evaluate(FOCUS)
    expect(narrow.get_by_role("searchbox", name="Search this site")).to_be_visible()
    narrow.wait_for_timeout(300)
    assert before is not None
    assert narrow.evaluate(FOCUS)["name"] == before["name"]


def test_the_skip_link_leads_past_the_header(wide: Page) -> None:
    wide.goto(BRIEFING)
    wide.keyboard.press("Tab")
    wide.keyboard.press("Enter")
    wide.keyboard.press("Tab")
    here = wide.evaluate("document.activeElement.closest('article') !== null")
    assert here


def test_a_card_can_be_dismissed_pointed_at_and_stays(wide: Page) -> None:
    """WCAG 1.4.13: content on hover or focus. In this window, no note is beside the text."""
    wide.set_viewport_size({"width": 1000, "height": 900})
    wide.goto(BRIEFING)
    mark = wide.get_by_role("link", name="Evidence 2").first
    mark.scroll_into_view_if_needed()
    mark.hover()
    expect(card(wide)).to_be_visible()
    expect(card(wide)).to_contain_text("The purpose of their visit was to sign a memorandum")
    # Pointed at: the pointer moves onto the card, and it stays, for as long as it likes.
    card(wide).get_by_text("The purpose of their visit").hover()
    wide.wait_for_timeout(800)
    expect(card(wide)).to_be_visible()
    # Dismissed: by Escape, without moving the pointer.
    wide.keyboard.press("Escape")
    expect(card(wide)).to_have_count(0)
    mark.hover()
    expect(card(wide)).to_be_visible()
    wide.mouse.move(5, 5)
    expect(card(wide)).to_have_count(0)


def test_a_mark_opens_and_shuts_by_tapping(chromium: Browser, base: str) -> None:
    with chromium.new_context(
        base_url=base, viewport={"width": 320, "height": 700}, has_touch=True
    ) as context:
        page = context.new_page()
        page.goto(BRIEFING)
        mark = page.get_by_role("link", name="Evidence 1").first
        mark.tap()
        expect(card(page)).to_be_visible()
        box, writer = mark.bounding_box(), card(page).bounding_box()
        assert box
        assert writer
        assert box["y"] + box["height"] <= writer["y"], "the card covers its mark"
        assert min(box["width"], box["height"]) >= 24
        mark.tap()
        expect(card(page)).to_have_count(0)


def test_without_script_a_mark_leads_to_the_evidence_and_the_evidence_back(
    chromium: Browser, base: str
) -> None:
    with chromium.new_context(base_url=base, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(BRIEFING)
        mark = page.get_by_role("link", name="Evidence 3", exact=True).last
        mark.click()
        assert page.url.endswith("#e-3")
        evidence = page.locator(":target")
        expect(evidence).to_be_in_viewport()
        expect(evidence).to_contain_text("State media reported that the delegation explored")
        evidence.get_by_role("link", name="Back to the first mark of evidence 3").click()
        assert page.url.endswith("#m-3-1")
        expect(page.locator(":target")).to_be_in_viewport()


def numbers_shown(page: Page) -> list[int]:
    """The numbers of the notes that are seen, in the order of the page."""
    shown = page.locator(".cb-note:visible > .cb-number")
    return [int(number) for number in shown.all_inner_texts()]


def test_all_evidence_is_shown_by_one_switch(wide: Page) -> None:
    wide.set_viewport_size({"width": 768, "height": 900})
    wide.goto(BRIEFING)
    switch = wide.get_by_role("button", name="Show all evidence")
    words = wide.get_by_text("voter education", exact=True).first
    ground = "(element) => getComputedStyle(element).backgroundColor"
    quiet = words.evaluate(ground)
    assert numbers_shown(wide) == []
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "true")
    assert words.evaluate(ground) != quiet
    marked = {int(mark) for mark in wide.locator(".cb-mark").all_inner_texts()}
    assert numbers_shown(wide) == sorted(marked)  # each once, and all of them
    wide.reload()
    expect(switch).to_have_attribute("aria-pressed", "true")
    assert numbers_shown(wide) == sorted(marked)
    switch.click()
    assert numbers_shown(wide) == []
    # What an address leads to is shown all the same.
    wide.goto(f"{BRIEFING}#e-3")
    assert numbers_shown(wide) == [3]


def test_a_note_in_the_margin_is_pointed_out_with_its_sentence(wide: Page) -> None:
    wide.goto(BRIEFING)
    note = wide.locator("#e-1")
    ground = "(element) => getComputedStyle(element).backgroundColor"
    quiet = note.evaluate(ground)
    said = wide.locator("#s-4")
    assert said.evaluate(ground) == quiet
    first = wide.locator(".cb-bottom-line")
    wide.get_by_role("link", name="Evidence 1").first.hover()
    wide.wait_for_timeout(400)
    expect(card(wide)).to_have_count(0)
    assert note.evaluate(ground) != quiet
    assert first.evaluate(ground) != quiet
    assert said.evaluate(ground) == quiet, "a mark points out its own sentence alone"
    wide.mouse.move(5, 5)
    assert said.evaluate(ground) == quiet
    note.hover()
    assert said.evaluate(ground) != quiet
    # By keyboard as well, and the whole of the words of a longer one.
    wide.mouse.move(5, 5)
    assert said.evaluate(ground) == quiet
    note.get_by_role("link", name="Back to the first mark").focus()
    assert said.evaluate(ground) != quiet
    expect(note.get_by_role("button", name="More")).to_have_count(0)
    long = wide.locator("#e-4")
    long.get_by_role("link", name="Back to the first mark").focus()
    words = long.locator(".cb-passage p")
    folded = words.evaluate("(p) => p.clientHeight")
    wide.keyboard.press("Tab")
    assert wide.evaluate(FOCUS)["name"] == "More"
    wide.keyboard.press("Enter")
    assert words.evaluate("(p) => p.clientHeight") > folded
    assert wide.evaluate(FOCUS)["name"] == "Less"
    # A mark whose note is not in view opens a card; it leads to its note at a click.
    far = wide.get_by_role("link", name="Evidence 3", exact=True).last
    far.scroll_into_view_if_needed()
    wide.evaluate("document.querySelector('#e-3').style.marginTop = '3000px'")
    far.hover()
    expect(card(wide)).to_contain_text("State media reported")


@pytest.mark.parametrize("width", [360, 768, 1199, 1200, 1440, 1920])
def test_evidence_stands_beside_or_below_its_text(wide: Page, width: int) -> None:
    wide.set_viewport_size({"width": width, "height": 900})
    for address in (BRIEFING, "actors/russia/", "briefings/vote-without-a-date/"):
        wide.goto(address)
        if width < 1200 and address == BRIEFING:
            wide.get_by_role("button", name="Show all evidence").click()
        boxes = wide.evaluate(
            """[...document.querySelectorAll(".cb-beside")].map((beside) => {
              const [note, text] = [beside, beside.previousElementSibling ?? beside.parentElement]
                .map((element) => element.getBoundingClientRect());
              return [note.left, note.right, text.right, note.top, note.bottom, text.top];
            }).filter(([left, right]) => right > left)"""
        )
        assert boxes or width < 1200
        assert wide.evaluate("document.documentElement.scrollWidth") <= width
        for left, right, text, *_ in boxes:
            assert right <= width
            assert left > text if width >= 1200 else left < text
        ends = [(top, bottom) for *_, top, bottom, _ in boxes]
        assert all(one[1] <= other[0] for one, other in pairwise(ends))
        if width >= 1200:
            assert all(-1 <= top - text < 420 for *_, top, _, text in boxes)


KINDS = """---
format: 1
title: Marks in every kind of block
date: 2026-11-30
summary: Observers were accredited.
sources: [know-how]
---

## Thousands of observers[^peak]

> Russia has been a supplier of weapons to the junta
>
> — [@know-how]

| What | When |
| --- | --- |
| Myanmar had turned to Russia[^turned] | as of September 2023 |

- Myanmar was seeking to join BRICS.[^brics]
    - A military coup had come before.[^coup]

[^peak]: “thousands of international observers were accredited” [@know-how]
[^turned]: “Myanmar has turned to its longtime ally, Russia, for guidance” [@know-how]
[^brics]: “is now seeking to join BRICS” [@know-how]
[^coup]: “after the military coup in 2021” [@know-how]
"""


@pytest.mark.parametrize("width", [360, 1440])
def test_evidence_is_shown_of_every_kind_of_block(
    chromium: Browser, serve_folder: Callable[[Path], str], kinds: Path, width: int
) -> None:
    with chromium.new_context(viewport={"width": width, "height": 900}) as context:
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(f"{serve_folder(kinds)}briefings/kinds/")
        if width == 360:
            page.get_by_role("button", name="Show all evidence").click()
        numbers = page.locator(".cb-number")
        assert sorted(map(int, numbers.all_inner_texts())) == [1, 2, 3, 4, 5]
        for number in numbers.all():
            number.scroll_into_view_if_needed()
            assert number.evaluate(
                """(element) => {
                  const box = element.getBoundingClientRect();
                  return element.contains(document.elementFromPoint(box.left + 2, box.top + 2));
                }"""
            )
        assert errors == []


def test_a_citation_has_the_address_at_which_it_was_read(wide: Page, base: str) -> None:
    """Without SITE_URL: what is built says only where the page stands on the site."""
    wide.context.grant_permissions(["clipboard-read", "clipboard-write"])
    wide.goto(BRIEFING)
    here = f"{base}briefings/moscow-visit/"
    assert wide.locator(".cb-cite-text").inner_text().endswith(f", {here}")
    wide.locator(".cb-cite").get_by_role("button").click()
    assert wide.evaluate("navigator.clipboard.readText()").endswith(f", {here}")
    wide.goto(f"{base}quotations/")
    wide.locator("td").get_by_role("button").first.click()
    copied = wide.evaluate("navigator.clipboard.readText()")
    assert re.search(rf" \[know-how:(\d+-\d+), {base}sources/know-how/#q-\1\]$", copied)


def test_a_passage_is_copied_as_a_citation(wide: Page) -> None:
    wide.goto(BRIEFING)
    evidence = wide.locator("#e-2")
    evidence.hover()
    evidence.get_by_role("button", name="Copy as citation").click()
    expect(wide.get_by_role("status")).to_have_text("Copied")
    copied = wide.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“The purpose of their visit was to sign a memorandum")
    assert "[know-how:332-465" in copied


def test_what_is_copied_has_no_marks_of_ours_around_those_of_the_source(wide: Page) -> None:
    wide.context.grant_permissions(["clipboard-read", "clipboard-write"])
    wide.goto("quotations/")
    words = "“voter education” and “effective media utilization.”"
    row = wide.locator('tr:has([data-quote="know-how:1427-1572"])')
    row.get_by_role("button", name="Copy as citation").click()
    expect(row.get_by_role("button", name="Copied")).to_be_visible()
    quotation, place = wide.evaluate("navigator.clipboard.readText()").split("\n")
    assert quotation.startswith("The Myanmar delegation’s visit")
    assert quotation.endswith(words)
    assert place.startswith("(the source’s words). “Myanmar Turns to Russia")


def test_the_timeline_is_filtered_and_its_address_says_how(wide: Page) -> None:
    wide.goto("timeline/")
    vote = wide.get_by_role("heading", name="Myanmar’s first vote since the coup, as postponed")
    visit = wide.get_by_role("heading", name="A delegation from Myanmar visits Moscow")
    wide.get_by_text("Filter by actor").click()
    wide.get_by_label("From year").fill("2024")
    expect(vote).to_be_visible()
    expect(visit).to_be_hidden()
    expect(wide.get_by_role("heading", name="2023", exact=True)).to_be_hidden()
    expect(wide.get_by_text(re.compile(r"^2 of 15 shown$"))).to_be_visible()
    assert wide.url.endswith("?from=2024")
    wide.reload()
    expect(visit).to_be_hidden()
    wide.get_by_role("button", name="Reset").click()
    expect(visit).to_be_visible()
    assert "?" not in wide.url
    wide.get_by_label("Status").select_option("planned")
    expect(visit).to_be_hidden()
    expect(vote).to_be_visible()


def test_the_timeline_is_filtered_by_month(wide: Page) -> None:
    wide.goto("timeline/")
    visit = wide.get_by_role("heading", name="A delegation from Myanmar visits Moscow")
    bid = wide.get_by_role("heading", name="Myanmar seeks to join BRICS")
    coup = wide.get_by_role("heading", name="A military coup in Myanmar")
    wide.get_by_text("Filter by actor").click()
    month = wide.get_by_label("From month")
    expect(month).to_be_disabled()  # a month is one of a year
    wide.get_by_label("From year").fill("2023")
    month.select_option("September")
    expect(visit).to_be_visible()
    expect(bid).to_be_visible()
    expect(coup).to_be_hidden()
    month.select_option("October")
    expect(visit).to_be_hidden()
    expect(bid).to_be_hidden()
    assert wide.url.endswith("?from=2023&from-month=10")
    wide.reload()
    expect(wide.get_by_label("From month")).to_have_value("10")
    expect(visit).to_be_hidden()
    wide.get_by_label("From year").fill("")
    expect(coup).to_be_visible()
    assert "month" not in wide.url
    wide.get_by_label("To year").fill("2023")
    wide.get_by_label("To month").select_option("August")
    expect(visit).to_be_hidden()
    expect(coup).to_be_visible()


def shown_events(page: Page) -> list[str]:
    return [str(e.get_attribute("id")) for e in page.locator(".cb-event:visible").all()]


MAY = "Also show what may have been then: "
IN_SEPTEMBER = "from=2023&from-month=09&to=2023&to-month=09"


def test_a_filter_by_time_keeps_what_was_then_and_counts_what_may_have_been(wide: Page) -> None:
    wide.goto(f"timeline/?{IN_SEPTEMBER}")
    then = ["memorandum", "moscow-visit", "brics-bid"]
    assert shown_events(wide) == then
    expect(wide.get_by_text("3 of 15 shown")).to_be_visible()
    box = wide.get_by_label(f"{MAY}5")
    box.focus()
    wide.keyboard.press("Space")
    expect(wide.get_by_text("8 of 15 shown")).to_be_visible()
    assert wide.url.endswith(f"?{IN_SEPTEMBER}&may=1")
    wide.reload()
    expect(box).to_be_checked()
    says = "getComputedStyle(e.querySelector('.cb-when'), '::before').content !== 'none'"
    told = wide.locator(".cb-event:visible").evaluate_all(
        f"(all) => all.filter((e) => {says}).map((e) => e.id)"
    )
    assert sorted({*shown_events(wide)} - {*told}) == sorted(then)
    assert len(told) == 5
    box.uncheck()
    assert shown_events(wide) == then


def test_a_filter_by_year_keeps_what_is_dated_to_it_or_lasted_into_it(wide: Page) -> None:
    wide.goto("timeline/?from=2020&to=2020")
    assert shown_events(wide) == ["monitoring", "election-2020"]
    expect(wide.get_by_label(f"{MAY}2")).to_be_visible()
    wide.goto("timeline/?from=2030&to=2030")
    expect(wide.get_by_text("Nothing fits all this")).to_be_visible()
    wide.get_by_label(f"{MAY}1").check()
    assert shown_events(wide) == ["vote-as-postponed"]
    wide.goto("timeline/?from=2036&to=2036")
    expect(wide.get_by_text("Nothing fits all this")).to_be_visible()
    expect(wide.get_by_text(MAY)).to_be_hidden()


def test_the_contents_list_no_year_that_a_filter_hides(wide: Page) -> None:
    contents = wide.get_by_role("navigation", name="On this page").get_by_role("link")
    wide.goto("timeline/")
    years = ["2013", "2015", "2020", "2021", "2023", "2024", "2025", "By 15 September 2023"]
    assert contents.all_inner_texts() == years
    wide.goto(f"timeline/?{IN_SEPTEMBER}")
    expect(wide.get_by_text("3 of 15 shown")).to_be_visible()
    assert [a.inner_text() for a in contents.all() if a.is_visible()] == ["2023"]
    wide.get_by_role("button", name="Reset").click()
    expect(wide.get_by_text("15 of 15 shown")).to_be_visible()
    assert [a.inner_text() for a in contents.all() if a.is_visible()] == years


def test_a_filter_says_when_nothing_is_left(wide: Page) -> None:
    wide.goto("timeline/?status=held&from=2030")
    expect(wide.get_by_text("Nothing fits all this")).to_be_visible()
    assert wide.locator(".cb-event:visible, article h2:visible").count() == 0
    wide.get_by_role("button", name="Reset").click()
    expect(wide.get_by_text("15 of 15 shown")).to_be_visible()
    wide.goto("quotations/?speaker=anna-matveeva&voice=quoted")
    expect(wide.get_by_text("Nothing fits all this")).to_be_visible()


def test_what_has_no_date_stands_under_no_year(wide: Page) -> None:
    wide.goto("timeline/")
    headings = wide.locator("article").get_by_role("heading", level=2).all_inner_texts()
    years = [words.removesuffix("#").strip() for words in headings]
    assert years[-1] == "By 15 September 2023"
    assert years[:-1] == sorted(years[:-1])
    assert all(re.fullmatch(r"\d{4}", year) for year in years[:-1])
    last = wide.locator("article ol").last
    expect(last).to_contain_text("Russia supplies weapons to the junta")


def test_the_axis_of_the_timeline_stays_in_sight_and_hides_no_focus(wide: Page) -> None:
    wide.goto("timeline/#kim-reception")
    axis = wide.locator(".cb-axis").first
    expect(axis).to_be_in_viewport()
    expect(wide.locator(".cb-axis").last).to_be_hidden()  # on paper only
    bottom = axis.evaluate("(axis) => axis.getBoundingClientRect().bottom")
    top = "(element) => element.getBoundingClientRect().top"
    assert wide.locator(":target").evaluate(top) >= bottom
    wide.locator("#weapons summary").focus()
    for _ in range(12):
        wide.keyboard.press("Shift+Tab")
        assert wide.locator(":focus").evaluate(top) >= 0
    assert wide.locator(":focus").evaluate(top) >= bottom


@pytest.mark.parametrize("width", [1440, 768, 360, 320])
def test_a_drawing_is_a_third_of_its_row_and_its_words_are_whole(wide: Page, width: int) -> None:
    wide.set_viewport_size({"width": width, "height": 800})
    for address, selector in (("timeline/", "h3"), (BRIEFING, "p.cb-event-title")):
        wide.goto(address)
        rows = wide.locator(".cb-event")
        assert rows.count() > 1
        for row in rows.all():
            whole, drawn = row.bounding_box(), row.locator(".cb-drawn").bounding_box()
            assert whole is not None
            assert drawn is not None
            assert drawn["width"] >= whole["width"] / 3
            title = row.locator(selector).evaluate(WORDS)
            assert title["height"] >= 18
            assert whole["x"] <= title["left"] < title["right"] <= whole["x"] + whole["width"]
            assert whole["y"] <= title["top"] < title["bottom"] <= whole["y"] + whole["height"]


def test_drawings_have_the_colours_that_a_reader_forces(wide: Page) -> None:
    """Their lines have the colour of their words, which is the one that is forced."""
    wide.goto("timeline/")
    colour = "(element) => getComputedStyle(element).color"
    line = "(element) => getComputedStyle(element).stroke"
    paths = wide.locator(":is(.cb-drawn, .cb-legend) path").all()
    assert len(paths) > 40
    assert all(path.evaluate(line) == path.evaluate(colour) for path in paths)
    wide.emulate_media(forced_colors="active", color_scheme="dark")
    words = wide.locator("h1").evaluate(colour)
    assert all(path.evaluate(colour) == words for path in paths)


def test_what_an_event_rests_on_is_a_key_away(wide: Page) -> None:
    wide.goto("timeline/")
    visit = wide.locator("#moscow-visit")
    expect(visit.locator("blockquote")).to_be_hidden()
    visit.locator("summary").focus()
    wide.keyboard.press("Enter")
    expect(visit.locator("blockquote")).to_be_visible()
    expect(visit.get_by_text("counted from 15 September 2023: the latest such")).to_be_visible()


def test_the_timeline_on_paper_has_its_drawings_and_what_was_opened(wide: Page) -> None:
    wide.goto("timeline/")
    wide.locator("#moscow-visit summary").click()
    wide.emulate_media(media="print")
    expect(wide.locator(".cb-axis").last).to_be_visible()
    assert wide.locator(".cb-drawn:visible").count() == 15
    assert wide.locator(".cb-event-basis:visible").count() == 1
    wide.emulate_media(media="screen")


def test_the_quotations_are_sorted_and_filtered(wide: Page) -> None:
    wide.goto("quotations/")
    table = wide.get_by_role("table")
    table.get_by_role("button", name="Words", exact=True).click()
    head = table.get_by_role("columnheader", name=re.compile("^Words"))
    expect(head).to_have_attribute("aria-sort", "ascending")
    cells = table.locator("tbody th, tbody td:first-child").all_inner_texts()
    words = [re.sub(r"(?i)^\W*term used", "", cell).strip("“ \n") for cell in cells]
    plain = [re.sub(r"[^\w ]", "", w).casefold()[:12] for w in words if w[0].isalpha()]
    assert len(plain) > 38
    assert plain == sorted(plain)
    wide.get_by_label("Voice").select_option("reported")
    shown = table.locator("tbody tr:visible")
    assert 0 < shown.count() < len(plain)
    for row in shown.all():
        expect(row).to_contain_text("reported")
    assert wide.url.endswith("?voice=reported")


# --- on paper ---------------------------------------------------------------------------


def test_the_quotations_are_printed_on_at_most_eight_pages(wide: Page, base: str) -> None:
    wide.goto(f"{base}quotations/")
    printed = pypdf.PdfReader(io.BytesIO(wide.pdf(prefer_css_page_size=True)))
    assert 2 <= len(printed.pages) <= 8
    text = " ".join(" ".join(page.extract_text() for page in printed.pages).split())
    assert "127.0.0.1" not in text
    assert text.count("para. ") >= 42, "each quotation, with its place"


def test_a_briefing_prints_as_a_document_to_hand_in(wide: Page) -> None:
    wide.goto(BRIEFING)
    written = pypdf.PdfReader(io.BytesIO(wide.pdf(prefer_css_page_size=True)))
    pages = [page.extract_text() for page in written.pages]
    count = f"{len(pages)}"
    for number, words in enumerate(pages, 1):
        assert f"{number} / {count}" in words
    text = " ".join(" ".join(re.sub(rf"\d+ / {count}", "", words) for words in pages).split())
    assert text.startswith("Citebound Myanmar turns to Russia for help with an election")
    # Each piece of evidence once, below the block that marks it first.
    for note in (
        r"was signed. 1 2 1 The Myanmar delegation’s visit .*? 2 The purpose of their .*? Written",
        r"signature. 1 2 3 3 State media reported that ",
        r"possible. 6 7 6 As Russia faces .*? 7 In recent weeks",
    ):
        assert re.search(note, text), note
    assert text.count("The purpose of their visit was to sign") == 1
    # The address of the original is written out once; it may be broken over lines. None is of this
    # machine, or leads to words within a page.
    assert "".join(text.split()).count("‹https://marketcapitalresearch.") == 1
    assert text.count("‹") == text.count("at the original") == 1
    for local in ("127.0.0.1", "localhost", "file:", ":~:text="):
        assert local not in text
    for furniture in ("Skip to content", "On this page", "Menu", "Documentation", "Search",
                      "Show all evidence", "More", "Copy as citation",
                      "Open data and feeds"):  # fmt: skip
        assert furniture not in text
