"""The search as a reader meets it, in Chromium: judged, by keyboard, by address, when it is odd."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Page, Route, expect

from bench.generated import Project
from building import build_project
from citebound.search.bundle import FOLDER
from citebound.search.index import no_index
from conftest import ROOT
from project import copied

AXE = Path(str(files("axe_playwright_python") / "axe.min.js"))
JUDGED = ROOT / "tests/judged"


def built(root: Path, site: Path) -> Path:
    """The site of a project, with its search."""
    build_project(root, site)
    return site


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The real site under a sub-path, and a generated one."""
    folder = tmp_path_factory.mktemp("sites")
    root = copied(folder / "real")
    Project(48).write(folder / "generated")
    # Names that have a word which is small elsewhere.
    for actor, name in (("togos-dragare", "Than Shwe"), ("vavoth-gagodron", "May Shwe")):
        path = folder / f"generated/docs/actors/{actor}.md"
        text = path.read_text("utf-8")
        assert "\nkind: person\n" in text
        told = text.replace("kind: person\n", f"kind: person\nsearch_names: [{name}]\n", 1)
        path.write_text(told, "utf-8")
    return {
        "real": built(root, folder / "web/under/a/path"),
        "generated": built(folder / "generated", folder / "other"),
    }


@pytest.fixture(scope="module")
def addresses(sites: dict[str, Path], serve_folder: Callable[[Path], str]) -> dict[str, str]:
    web = serve_folder(sites["real"].parents[2])
    return {"real": f"{web}under/a/path/", "generated": serve_folder(sites["generated"])}


@pytest.fixture
def site(addresses: dict[str, str]) -> str:
    return addresses["real"]


@pytest.fixture(autouse=True)
def _console(page: Page) -> Iterator[None]:
    """Whatever a test does, the console says nothing."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("response", lambda answer: said.append(answer.url) if answer.status >= 400 else None)
    yield
    assert said == []


def answered(page: Page) -> None:
    page.wait_for_selector('.cb-search-columns[aria-busy="false"]', state="attached")


def ask(page: Page, site: str, words: str = "", **by: list[str]) -> None:
    query = [("q", words), *((name, value) for name, values in by.items() for value in values)]
    page.goto(f"{site}search/?{urlencode(query)}")
    answered(page)


def results(page: Page, site: str, most: int = 3) -> list[str]:
    """Where the first results lead, without the words to highlight."""
    found = []
    for link in page.locator(".cb-results h3 a").all()[:most]:
        parts = urlsplit(str(link.get_attribute("href")))
        path = parts.path.removeprefix(urlsplit(site).path)
        found.append(path + (f"#{parts.fragment}" if parts.fragment else ""))
    return found


def holds(wanted: str, found: list[str]) -> bool:
    """A page is reached at any place of it, an actor in the list also at a fact, any other place
    only by itself.
    """
    if "#" not in wanted:
        return wanted in [address.partition("#")[0] for address in found]
    return wanted in [re.sub(r"(?<=/#)(.+)-fact-\d+$", r"\1", address) for address in found]


# --- the judged set --------------------------------------------------------------------


def judged(name: str) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = yaml.safe_load((JUDGED / f"{name}.yml").read_text("utf-8"))
    return cases


JUDGED_ON = {
    "real": "real",
    "fresh": "real",
    "named": "real",
    "times": "real",
    "asked": "real",
    "generated": "generated",
}
"""The sets of judged searches, each with the site that it is for."""


def answers(page: Page, site: str, case: dict[str, Any]) -> bool:
    """Whether a judged search finds what it should."""
    ask(page, site, case["asks"], **case.get("by", {}))
    found = results(page, site)
    texts = page.locator(".cb-result").all_inner_texts()
    kinds = set(page.locator(".cb-result-kind").all_inner_texts())
    return (
        all(holds(wanted, found) for wanted in case.get("first", ()))
        and ("top" not in case or holds(case["top"], found[:1]))
        and ("says" not in case or any(case["says"] in text for text in texts[:3]))
        and ("only" not in case or kinds <= {*case["only"]})
        and bool(texts) is not case.get("none", False)
    )


@pytest.fixture(scope="module")
def verdicts(chromium: Browser, addresses: dict[str, str]) -> dict[str, dict[str, bool]]:
    """Whether each judged search finds what it should, by its set and its words."""
    with chromium.new_context() as context:
        page = context.new_page()
        return {
            name: {
                f"{number}: {case['asks']} ({case['tests']})": answers(page, addresses[on], case)
                for number, case in enumerate(judged(name), 1)
            }
            for name, on in JUDGED_ON.items()
        }


def test_of_at_least_a_hundred_judged_searches_ninety_five_in_a_hundred_hold(
    verdicts: dict[str, dict[str, bool]],
) -> None:
    held = [hold for cases in verdicts.values() for hold in cases.values()]
    assert len(verdicts["fresh"]) >= 40
    assert len(held) >= 100
    failed = [asks for cases in verdicts.values() for asks, hold in cases.items() if not hold]
    assert sum(held) >= 0.95 * len(held), failed


def test_every_judged_search_that_was_asked_for_by_name_holds(
    verdicts: dict[str, dict[str, bool]],
) -> None:
    every = {**verdicts["named"], **verdicts["times"], **verdicts["asked"]}
    assert len(verdicts["times"]) >= 15
    assert len(verdicts["asked"]) >= 18
    assert [asks for asks, hold in every.items() if not hold] == []


def test_whole_words_come_before_words_that_only_begin_so(page: Page, site: str) -> None:
    """Three letters begin no word: “mou” is not “mounting”."""
    ask(page, site, "mou")
    assert results(page, site)[0] == "timeline/#memorandum"
    shown = " ".join(page.locator(".cb-result mark").all_inner_texts()).casefold()
    assert "mounting" not in shown
    ask(page, site, "legit")
    assert page.locator(".cb-result").count() > 3
    ask(page, site, "vote", kind=["event", "quotation", "briefing", "actor"])
    marked = [
        {words.casefold() for words in result.locator("mark").all_inner_texts()}
        for result in page.locator(".cb-result").all()
    ]
    whole = [bool(words & {"vote", "votes", "voting"}) for words in marked]
    assert whole == sorted(whole, reverse=True)
    assert not all(whole)
    assert any("voter" in words for words in marked)


def test_words_that_were_left_out_are_said(page: Page, site: str) -> None:
    ask(page, site, "when will the vote be")
    notice = page.locator(".cb-search-notice")
    expect(notice).to_have_text("Too common to look for: “when”, “will”, “the”, “be”.")
    ask(page, site, "brics membership")
    expect(notice).to_have_text("Nothing has “membership”, so it was left out.")
    ask(page, site, "zzzzqq in the")
    kinds = ["briefing", "judgement", "quotation", "passage", "actor", "event", "source", "page"]
    number = r"\d+ {}s?, "
    told = "".join(number.format(kind) for kind in kinds) + r"\d+ documentation pages\. "
    expect(notice).to_have_text(re.compile(f"^Looked for “zzzzqq” in {told}$"))
    expect(page.locator(".cb-search-status")).to_have_text("Nothing found for “zzzzqq in the”.")
    ask(page, site, "the")
    expect(notice).to_be_hidden()
    assert results(page, site)


def test_words_that_only_ask_about_a_name_are_left_out_and_said(page: Page, site: str) -> None:
    notice = page.locator(".cb-search-notice")
    for words, said in {
        "Matveeva said": "Left out beside a name: “said”.",
        "election date": "Left out beside a name: “date”.",
        "what did the junta say": "Left out beside a name: “say”. Too common to look for: “what”,",
    }.items():
        ask(page, site, words)
        expect(notice).to_contain_text(said)
    # Without a name they are words like others.
    for words in ("observers told", "date uncertain", '"Matveeva" "said"'):
        ask(page, site, words)
        expect(notice).not_to_contain_text("beside a name")


def test_an_actor_that_is_named_comes_before_what_has_every_word(page: Page, site: str) -> None:
    notice = page.locator(".cb-search-notice")
    ask(page, site, "Putin election fairness")
    assert results(page, site)[0] == "actors/vladimir-putin/"
    expect(notice).to_contain_text("What you named comes first; 1 of these has all of the words.")
    # The longest name is meant: neither Russia nor Myanmar beside it.
    ask(page, site, "Russia’s election commission memorandum")
    assert results(page, site)[0] == "actors/russia-election-commission/"
    assert "actors/russia/" not in results(page, site)
    # A sentence that names somebody asks for the sentence.
    ask(page, site, "agreement allows Russia to demonstrate its alliances on the global stage")
    assert results(page, site)[0] == "sources/know-how/#q-2041-2134"


def test_a_small_word_that_is_meant_is_looked_for(page: Page, site: str) -> None:
    notice = page.locator(".cb-search-notice")
    for words, dropped in {
        "WHO report": "", "who report": "who", "WHO REPORT": "WHO", "15 may 2023": "",
        "vote in May": "in", "may the vote": "may”, “the", "vote in 2025": "in",
        "junta of Myanmar": "of", "Mr Putin": "Mr",
    }.items():  # fmt: skip
        ask(page, site, words)
        told = notice.inner_text() if notice.is_visible() else ""
        common = told.rpartition("Too common to look for: “")[2].partition("”.")[0]
        assert common == dropped or (not dropped and "Too common" not in told), (words, told)


IN_SEPTEMBER = ["timeline/#moscow-visit", "timeline/#brics-bid", "timeline/#memorandum"]


@pytest.mark.parametrize(
    "words",
    ["September 2023", "what happened in September 2023", "сентябрь 2023", "2023-09", "Sept 2023",
     "что произошло в сентябре 2023 года", "events in September 2023"],
)  # fmt: skip
def test_what_was_in_a_month_comes_before_what_may_have_been(
    words: str, page: Page, site: str
) -> None:
    ask(page, site, words)
    assert sorted(results(page, site)[:3]) == sorted(IN_SEPTEMBER)
    kinds = page.locator(".cb-result-kind").all_inner_texts()
    assert kinds[:8] == ["Event"] * 8
    told = page.locator(".cb-result-by").all_inner_texts()
    may = [by.startswith("May have been then: ") for by in told]
    assert may == [False] * 3 + [True] * 5 + [False] * (len(told) - 8)
    notice = page.locator(".cb-search-notice")
    expect(notice).to_contain_text(
        "In September 2023: 1 happened, 1 was going on, 1 was intended. "
        "Perhaps then: 4 happened, 1 was postponed. September"
    )
    notice.get_by_role("link", name="September 2023 on the timeline").click()
    page.wait_for_url("**/timeline/?from=2023&from-month=09&to=2023&to-month=09")
    shown = [e.get_attribute("id") for e in page.locator(".cb-event:visible").all()]
    assert sorted(f"timeline/#{name}" for name in shown) == sorted(IN_SEPTEMBER)


def test_of_a_time_at_which_nothing_was_it_is_said(page: Page, site: str) -> None:
    notice = page.locator(".cb-search-notice")
    ask(page, site, "events in 1999")
    expect(notice).to_have_text(
        re.compile("^In 1999: no event. Looked for “1999” in 4 briefings, ")
    )
    ask(page, site, "2030")
    expect(notice).to_have_text(
        "In 2030: no event. Perhaps then: 1 was planned. 2030 on the timeline."
    )
    assert results(page, site) == ["timeline/#vote-as-postponed"]
    ask(page, site, "junta", actor=["nobody"])
    expect(notice).to_have_text(re.compile(r"^Without the filters: \d+ results\. $"))


def test_two_capitals_are_an_abbreviation_and_begin_nothing(page: Page, site: str) -> None:
    """“US” is not “used”, and “UN” neither a memorandum of understanding nor Kim Jong Un."""
    for words in ("US", "us", "EU"):
        ask(page, site, words)
        expect(page.locator(".cb-search-status")).to_have_text(f"Nothing found for “{words}”.")
    ask(page, site, "used")
    assert page.locator(".cb-result mark").first.inner_text() == "used"
    page.set_viewport_size({"width": 1300, "height": 900})
    page.goto(site)
    field = page.get_by_role("combobox", name="Search this site")
    purpose = "Signing of a memorandum on cooperation between the election commissions of Myanmar"
    for words, wanted in {"un": "Kim Jong Un Actor", "Ru": "Russia Actor", "mo": purpose}.items():
        field.fill(words)
        expect(page.get_by_role("option").filter(has_text=wanted).first).to_be_visible()
        told = page.get_by_role("option").all_inner_texts()
        assert not any("memorandum" in one and "MoU" not in one for one in told), told
    field.fill("Ru")
    expect(page.get_by_role("option").first).to_have_text("Russia Actor")
    for words in ("US", "UN", "EU"):
        field.fill(words)
        expect(page.get_by_role("option")).to_have_count(0)


def test_what_is_not_checked_comes_last_by_its_headings_alone(page: Page, site: str) -> None:
    """How to ask is a heading; what is under it nobody compared with anything."""
    for words in ("briefing", "method election", "how to write a briefing"):
        ask(page, site, words)
        kinds = page.locator(".cb-result-kind").all_inner_texts()
        while (more := page.get_by_role("button", name="More results")).is_visible():
            before = len(kinds)
            more.click()
            expect(page.locator(".cb-result-kind").nth(before)).to_be_visible()
            kinds = page.locator(".cb-result-kind").all_inner_texts()
        last = [kind in {"Page", "Documentation, not checked"} for kind in kinds]
        assert last == sorted(last), words
    ask(page, site, "Snowball", kind=["documentation"])
    assert results(page, site) == []
    ask(page, site, "ask", kind=["documentation"])
    found = page.locator(".cb-result")
    assert results(page, site) == ["searching/#how-to-ask"]
    expect(found.locator(".cb-result-kind")).to_have_text("Documentation, not checked")
    expect(found.locator(".cb-result-text")).to_have_text("How to ask")
    expect(page.get_by_role("contentinfo")).to_contain_text("called “not checked” were compared")
    expect(page.get_by_role("contentinfo")).not_to_contain_text("Every quotation on this page")


def test_where_few_results_have_all_words_those_that_have_most_follow(
    page: Page, site: str
) -> None:
    ask(page, site, "weapons mounting isolation")
    notice = page.locator(".cb-search-notice")
    expect(notice).to_have_text(re.compile("^(Only the first .* all of these|Nothing has all)"))
    assert len(results(page, site)) == 3


def test_another_name_of_an_actor_also_finds_what_has_its_usual_name(page: Page, site: str) -> None:
    ask(page, site, "Burma coup")
    first = page.locator(".cb-result").first
    expect(first).to_contain_text("Myanmar")
    expect(first).to_contain_text("coup")


# --- what a result is ----------------------------------------------------------------------


def test_a_result_says_what_it_is_who_says_it_and_where(page: Page, site: str) -> None:
    ask(page, site, "veneer", kind=["quotation"])
    first = page.locator(".cb-result").first
    expect(first.locator(".cb-result-kind")).to_have_text("Quotation")
    expect(first.locator("mark")).to_have_text("veneer")
    expect(first.locator(".cb-result-by")).to_have_text(
        re.compile(r"^the source’s words · Market Capital Research, para\. \d+$")
    )
    assert first.locator("[data-quote]").get_attribute("data-quote") == "know-how:3349-3426"


def test_a_result_leads_to_its_very_place_which_is_highlighted(page: Page, site: str) -> None:
    ask(page, site, "veneer", kind=["quotation"])
    page.locator(".cb-results h3 a").first.click()
    page.wait_for_url("**/sources/know-how/**")
    target = page.locator(":target")
    expect(target).to_have_id("q-3349-3426")
    expect(target).to_be_in_viewport()
    marked = "[...CSS.highlights.get('cb-search')].map((range) => range.toString())"
    assert set(page.evaluate(f"() => {marked}")) == {"veneer"}


def test_an_address_that_cannot_be_decoded_breaks_no_page(page: Page, site: str) -> None:
    thrown: list[str] = []
    page.on("pageerror", lambda error: thrown.append(str(error)))
    page.goto(f"{site}sources/know-how/?highlight=%E0%A4%A&highlight=veneer#%E0%A4%A")
    page.wait_for_function("CSS.highlights.get('cb-search')?.size > 0", timeout=10_000)
    assert thrown == []


def test_a_sentence_of_a_briefing_is_found_at_its_place(page: Page, site: str) -> None:
    ask(page, site, "marginalised", kind=["briefing"])
    (found,) = results(page, site)
    assert found.startswith("briefings/alliances/#s-")


def test_our_cuts_and_insertions_are_told_apart(page: Page, site: str) -> None:
    ask(page, site, "longtime ally guidance visit", kind=["quotation"])
    expect(page.locator(".cb-result .cb-words .cb-cut").first).to_have_text("[…]")


# --- facets, order, address ------------------------------------------------------------------


def test_facets_count_combine_and_stand_in_the_address(page: Page, site: str) -> None:
    ask(page, site, "legitimacy")
    box = page.get_by_role("group", name="Kind").get_by_label("Quotation")
    count = int(
        page.locator(".cb-facets label", has_text="Quotation")
        .locator(".cb-facet-count")
        .inner_text()
    )
    box.check()
    expect(page.locator(".cb-search-status")).to_have_text(f"{count} results for “legitimacy”.")
    assert parse_qs(urlsplit(page.url).query) == {"q": ["legitimacy"], "kind": ["quotation"]}
    expect(box).to_be_focused()
    page.get_by_role("group", name="Kind").get_by_label("Actor").check()
    answered(page)
    kinds = set(page.locator(".cb-result-kind").all_inner_texts())
    assert kinds == {"Quotation", "Actor"}
    page.go_back()
    expect(page.locator(".cb-search-status")).to_have_text(f"{count} results for “legitimacy”.")
    page.go_back()
    expect(box).not_to_be_checked()
    page.get_by_role("searchbox", name="Search this site").fill("")
    expect(page.locator(".cb-search-status")).to_contain_text("records to search")


def test_the_order_by_date_is_the_newest_first(page: Page, site: str) -> None:
    ask(page, site, "", kind=["event"])
    page.get_by_label("Sorted by").select_option("date")
    answered(page)
    assert "sort=date" in page.url
    first, last = results(page, site, 99)[0], results(page, site, 99)[-1]
    assert first == "timeline/#vote-as-postponed"
    assert last != first
    page.get_by_role("button", name="More results").click()
    expect(page.locator(".cb-result")).to_have_count(15)


def test_a_misspelling_is_told_and_mended(page: Page, site: str) -> None:
    ask(page, site, "Matveva")
    expect(page.locator(".cb-search-notice")).to_have_text(
        "Nothing has “Matveva”; this is what has “matveeva”."
    )


def test_apostrophes_of_both_kinds_find_the_same(page: Page, site: str) -> None:
    ask(page, site, "king's college")
    straight = results(page, site, 20)
    ask(page, site, "king’s college")
    assert results(page, site, 20) == straight != []


# --- keyboard, header, announcements ------------------------------------------------------------


def test_the_header_suggests_and_the_keyboard_chooses(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 1300, "height": 900})
    page.goto(site)
    page.keyboard.press("/")
    field = page.get_by_role("combobox", name="Search this site")
    expect(field).to_be_focused()
    field.press_sequentially("matv")
    option = page.get_by_role("option", name="Anna Matveeva")
    expect(option).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    assert field.get_attribute("aria-activedescendant") == option.get_attribute("id")
    page.keyboard.press("Escape")
    expect(option).to_be_hidden()
    field.fill("thein")
    expect(page.get_by_role("option").first).to_have_text("U Thein Soe Actor")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/actors/u-thein-soe/")


def test_the_header_suggests_what_is_called_so_before_what_has_a_longer_name(
    page: Page, site: str
) -> None:
    page.set_viewport_size({"width": 1300, "height": 900})
    page.goto(site)
    field = page.get_by_role("combobox", name="Search this site")
    field.fill("russia")
    expect(page.get_by_role("option").first).to_have_text("Russia Actor")
    assert page.get_by_role("option").count() > 2
    field.fill("putin v")
    expect(page.get_by_role("option").first).to_have_text("Vladimir Putin Actor")


def test_enter_in_the_header_asks_the_search_page(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 1300, "height": 900})
    page.goto(f"{site}briefings/alliances/")
    page.keyboard.press("Control+k")
    page.keyboard.type("arms deal")
    page.keyboard.press("Enter")
    page.wait_for_url("**/under/a/path/search/?q=arms%20deal")
    answered(page)
    assert "timeline/#kim-reception" in results(page, site)


def test_a_narrow_header_has_a_button(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(site)
    button = page.get_by_role("banner").get_by_role("link", name="Search")
    expect(button).to_be_visible()
    page.keyboard.press("/")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/")


def test_arrow_keys_go_through_the_results_and_back(page: Page, site: str) -> None:
    ask(page, site, "junta")
    field = page.get_by_role("searchbox", name="Search this site")
    field.focus()
    page.keyboard.press("ArrowDown")
    links = page.locator(".cb-results h3 a")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()


def test_the_count_is_said_in_a_live_region_and_focus_stays(page: Page, site: str) -> None:
    ask(page, site)
    field = page.get_by_role("searchbox", name="Search this site")
    field.press_sequentially("weapons")
    status = page.get_by_role("status").filter(has_text="results for “weapons”")
    expect(status).to_be_visible()
    expect(field).to_be_focused()


# --- where it stands, and how it looks ---------------------------------------------------------


def test_it_works_on_the_page_that_is_not_there(
    page: Page, sites: dict[str, Path], serve_folder: Callable[[Path], str]
) -> None:
    page.set_viewport_size({"width": 1300, "height": 900})
    page.goto(f"{serve_folder(sites['generated'])}404.html")
    field = page.get_by_role("combobox", name="Search this site")
    field.press_sequentially("dragare")
    expect(page.get_by_role("option", name="Togos Dragare Actor")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1300])
def test_axe_finds_nothing_with_results_and_facets_open(
    chromium: Browser, site: str, scheme: Literal["light", "dark"], width: int
) -> None:
    with chromium.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True
    ) as context:
        page = context.new_page()
        ask(page, site, "legitimacy", kind=["quotation", "briefing"])
        if not page.locator(".cb-facets").get_attribute("open"):
            page.locator(".cb-facets").evaluate("(facets) => { facets.open = true; }")
        expect(page.get_by_role("group", name="Kind")).to_be_visible()
        page.add_script_tag(path=AXE)
        told = "(v) => [v.id, v.nodes.map((node) => node.html)]"
        found = page.evaluate(f"async () => (await axe.run()).violations.map({told})")
        assert found == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_a_script_the_page_says_what_to_do(chromium: Browser, site: str) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site}search/")
        for name in ("Actors", "Timeline", "Quotations"):
            expect(page.locator("article").get_by_role("link", name=name)).to_be_visible()
        page.goto(site)
        expect(page.get_by_role("banner").get_by_role("link", name="Search")).to_be_visible()


def test_it_works_with_instant_navigation(
    page: Page,
    tmp_path: Path,
    serve_folder: Callable[[Path], str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    web = serve_folder(tmp_path)
    monkeypatch.setenv("SITE_URL", f"{web}site/")
    root = tmp_path / "project"
    Project(16).write(root)
    settings = (root / "mkdocs.yml").read_text("utf-8")
    assert "  features:\n" in settings
    settings = settings.replace("  features:\n", "  features:\n    - navigation.instant\n", 1)
    (root / "mkdocs.yml").write_text(settings, "utf-8")
    built(root, tmp_path / "site")
    page.set_viewport_size({"width": 1300, "height": 900})
    page.goto(f"{web}site/")
    page.evaluate("() => { window.stayed = true; }")
    page.get_by_role("banner").get_by_role("link", name="Actors").click()
    page.wait_for_url("**/actors/")
    page.keyboard.press("/")
    page.keyboard.type("dragare")
    expect(page.get_by_role("option", name="Togos Dragare Actor")).to_be_visible()
    page.evaluate("() => { document.activeElement.blur(); }")
    link = "() => { const a = document.createElement('a'); a.href = '../search/?q=dragare';"
    page.evaluate(f"{link} a.textContent = 'on'; document.querySelector('article').append(a); }}")
    page.get_by_role("link", name="on", exact=True).click()
    page.wait_for_url("**/search/?q=dragare")
    expect(page.get_by_role("link", name="Togos Dragare", exact=True)).to_be_visible()
    assert page.evaluate("() => window.stayed") is True
    page.go_back()
    page.wait_for_url("**/actors/")
    expect(page.get_by_role("combobox", name="Search this site")).to_be_visible()


# --- odd questions -------------------------------------------------------------------------------

ODD = {
    "five thousand characters": "legitimacy " * 454,
    "one word of five thousand": "x" * 5000,
    "punctuation": "?!… — “” ' \" [] () ...",
    "one mark": '"',
    "Hebrew": "בחירות במיאנמר",
    "Arabic with controls": "\u202eانتخابات\u202c",
    "a script": "<script>alert(1)</script>",
    "markup": "<b>x</b> &amp; <img src=x onerror=alert(1)>",
    "a filter's name": "kind:quotation __proto__ constructor",
    "a regular expression": "(a+)+$ [",
    "emoji": "🗳️ 🇲🇲",
    "only spaces": " \t\u00a0\u200b ",
    "unpaired surrogate": "\\ud800",
}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_question_gets_an_answer_or_nothing_found(name: str, page: Page, site: str) -> None:
    ask(page, site)
    page.get_by_role("searchbox", name="Search this site").fill(ODD[name])
    page.get_by_role("button", name="Search", exact=True).click()
    expect(page.locator(".cb-search-status")).to_have_text(
        re.compile(r"^(Nothing found.*|[\d,]+ results? .*|There are .* to search\.)$")
    )
    answered(page)


def test_a_filter_that_there_is_not_is_nothing_found(page: Page, site: str) -> None:
    ask(page, site, "junta", actor=["nobody"], year=["<script>"])
    expect(page.locator(".cb-search-status")).to_have_text(
        "Nothing found for “junta” with these filters."
    )
    page.get_by_role("button", name="Clear all filters").click()
    expect(page.locator(".cb-search-status")).to_contain_text("results for “junta”")


# --- behind, broken -----------------------------------------------------------------------


def test_a_site_without_an_index_says_so(
    page: Page,
    sites: dict[str, Path],
    tmp_path: Path,
    serve_folder: Callable[[Path], str],
) -> None:
    for path in sites["generated"].iterdir():
        if path.name != FOLDER:
            (tmp_path / path.name).symlink_to(path)
    for address, content in no_index().items():
        (tmp_path / address).parent.mkdir(exist_ok=True)
        (tmp_path / address).write_bytes(content)
    page.goto(f"{serve_folder(tmp_path)}search/?q=x")
    expect(page.locator(".cb-search-status")).to_have_text("The index is being made.")


def test_an_index_that_is_behind_is_searched_and_then_followed(
    page: Page,
    sites: dict[str, Path],
    tmp_path: Path,
    serve_folder: Callable[[Path], str],
) -> None:
    for path in sites["generated"].iterdir():
        if path.name != FOLDER:
            (tmp_path / path.name).symlink_to(path)
    (tmp_path / FOLDER).mkdir()
    for path in (sites["generated"] / FOLDER).iterdir():
        (tmp_path / FOLDER / path.name).symlink_to(path)
    state = tmp_path / FOLDER / "state.json"
    told = json.loads(state.read_bytes())
    state.unlink()
    state.write_text(json.dumps(told | {"state": "behind"}), "utf-8")
    page.goto(f"{serve_folder(tmp_path)}search/?q=dragare")
    expect(page.locator(".cb-search-notice")).to_contain_text("The index is behind the pages")
    expect(page.get_by_role("link", name="Togos Dragare", exact=True)).to_be_visible()
    state.write_text(json.dumps(told), "utf-8")
    expect(page.locator(".cb-search-notice")).to_be_hidden()


def test_ten_thousand_values_of_a_facet_do_not_fill_the_page(page: Page, site: str) -> None:
    count = 10_000
    table: dict[str, list[object]] = {
        "values": [[f"a-{n}", f"Actor {n}"] for n in range(count)],
        "of": [],
    }

    def many(route: Route) -> None:
        of = json.loads(route.fetch().body())["of"]
        table["of"] = [list(range(count)) for _ in of]
        route.fulfill(json=table)

    page.route("**/facet/actor.json*", many)
    ask(page, site, "weapons")
    actors = page.get_by_role("group", name="Actor")
    expect(actors.get_by_role("checkbox")).to_have_count(8)
    actors.get_by_role("button", name="Show all 10,000").click()
    expect(actors.get_by_role("checkbox")).to_have_count(200)
    actors.get_by_label("Find in Actor").fill("actor 9876")
    expect(actors.get_by_role("checkbox")).to_have_count(1)
