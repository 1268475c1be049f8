"""What a reader sees on each page: text, order, roles and addresses."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest

from citebound.indexes import Indexes, indexes_of
from citebound.markup import scan
from citebound.pages import quotations
from citebound.pages.contents import all_assets, all_pages
from citebound.pages.page import Page, link
from citebound.pages.page_writer import PageWriter
from citebound.pages.prose import Prose
from citebound.passages.binding import bind
from citebound.publish import public_of
from citebound.reading import read_project
from citebound.reading.subjects import LIKELIHOODS
from citebound.shown.evidence import Numbering
from citebound.shown.facts import SiteFacts
from citebound.shown.likelihood import SCALE, explained
from citebound.shown.passage import original_address
from project import site_project

ROOT = Path(__file__).resolve().parent.parent
VOID = {"br", "hr", "img", "input"}
INLINE = {"a", "abbr", "code", "em", "ins", "mark", "q", "span", "strong", "sup", "time"}

TEXT = (
    "The minister said: “We will vote in May.” Officials may have met on 3 May 2023.\n"
    "The treaty was *not* signed & <script>alert(1)</script> it failed.\n"
    "Nobody cites this secret sentence.\n"
)


# --- a page as a reader meets it ----------------------------------------------------


@dataclass
class Node:
    """An element with what it holds."""

    tag: str
    attributes: dict[str, str]
    children: list[Node | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(self.spaced.split())

    @property
    def spaced(self) -> str:
        """The text with white space around each block."""
        words = "".join(c if isinstance(c, str) else c.spaced for c in self.children)
        return words if self.tag in INLINE else f" {words} "

    def all(self, tag: str = "", **wanted: str) -> list[Node]:
        """Elements with this tag, in order, whose attributes hold these words ("": any)."""
        asked = {name.strip("_").replace("_", "-"): words for name, words in wanted.items()}
        found = []
        for child in self.children:
            if isinstance(child, Node):
                if tag in ("", child.tag) and all(
                    attribute in child.attributes and words in child.attributes[attribute]
                    for attribute, words in asked.items()
                ):
                    found.append(child)
                found += child.all(tag, **wanted)
        return found


class Tree(HTMLParser):
    """HTML as nodes; an element that is not closed where it should be is a failure."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.root = Node("", {})
        self.open = [self.root]
        self.feed(html)
        assert self.open == [self.root], f"not closed: {[node.tag for node in self.open[1:]]}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Node(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag, f"</{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def html_of(page: Page) -> str:
    """A page's HTML without the link at each heading to itself."""
    return re.sub(r'<a class="headerlink"[^>]*>#</a>', "", page.html)


def read(page: Page) -> Node:
    return Tree(html_of(page)).root


def after(root: Node, heading: str) -> list[Node]:
    """What stands between a heading of this text and the next of its level."""
    nodes = [node for node in root.children if isinstance(node, Node)]
    start = next(i for i, n in enumerate(nodes) if n.tag[:1] == "h" and n.text == heading)
    found = []
    for node in nodes[start + 1 :]:
        if re.fullmatch(r"h[1-6]", node.tag) and node.tag <= nodes[start].tag:
            break
        found.append(node)
    return found


def words_of(nodes: list[Node]) -> str:
    return " ".join(node.text for node in nodes)


# --- a small project -----------------------------------------------------------------


def source_yml(text: str, **more: str) -> str:
    """A description of a source; it has a voice where the text has the minister's words."""
    fields = {
        "format": "1",
        "title": "A report",
        "publisher": "The Paper",
        "url": "https://paper.example/a-report",
        "published": "2023-06-01",
        "language": "en",
        "rights": "passages",
        "descriptor": "A newspaper’s report.",
        "paragraphs": "lines",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        **more,
    }
    cue = ", cue: The minister said" if "The minister said" in text else ""
    voices = f"voices:\n  - {{kind: direct, speaker: minister, from: “We will, to: May.”{cue}}}\n"
    written = "".join(f"{key}: {value}\n" for key, value in fields.items())
    return written + (voices if "“We will vote in May.”" in text else "")


HEAD = """format: 1
title: The vote & the treaty
date: 2026-11-24
summary: The vote is set for May; the treaty failed.
sources: [report]
"""

BODY = """## The vote

The minister named a month.[^vote] Officials may have met.[^met]

[^vote]: "We will vote in May." [@report]
[^met]: “Officials may have met on 3 May 2023” [@report]
"""

ACTOR = """---
format: 1
name: {name}
kind: person
aliases: [{aliases}]
facts:
  - {{text: Spoke of a vote., evidence: [vote]}}
---

The minister spoke of a vote.[^vote]

[^vote]: “We will vote in May.” [@report]
"""


def project(
    root: Path,
    body: str = BODY,
    head: str = "",
    *,
    text: str = TEXT,
    source: Mapping[str, str] | None = None,
    briefings: Mapping[str, str] | None = None,
    actors: Mapping[str, str] | None = None,
) -> Indexes:
    """The indexes of a small project, of which these parts are as given."""
    files = {
        "mkdocs.yml": "site_name: Small\n",
        "seeds/report/text.txt": text,
        "seeds/report/source.yml": source_yml(text, **(source or {})),
        "briefings/2026-11-vote.md": f"---\n{HEAD}{head}---\n\n{body}",
        "docs/actors/minister.md": ACTOR.format(name="The minister", aliases="minister"),
        **{f"briefings/{name}": words for name, words in (briefings or {}).items()},
        **{f"docs/actors/{name}": words for name, words in (actors or {}).items()},
    }
    for name, words in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(words.encode())
    library = read_project(root)
    bindings = bind(library)
    refused = [p for bound in bindings.values() for p in bound.problems]
    assert [*library.problems, *refused] == []
    return indexes_of(public_of(library, bindings))


def preview_of(root: Path) -> Indexes:
    """The indexes that the local preview of a project has."""
    library = read_project(root)
    return indexes_of(public_of(library, bind(library), preview=True))


def page_of(indexes: Indexes, address: str, facts: SiteFacts | None = None) -> Page:
    pages = all_pages(indexes, facts or SiteFacts())
    return next(page for page in pages if page.address == address)


def briefing(indexes: Indexes) -> Node:
    return read(page_of(indexes, "briefings/vote/"))


@pytest.fixture(scope="module")
def real() -> Indexes:
    library = read_project(site_project())
    return indexes_of(public_of(library, bind(library)))


@pytest.fixture(scope="module")
def real_pages(real: Indexes) -> dict[str, Node]:
    return {page.address: read(page) for page in all_pages(real, SiteFacts())}


# --- the whole site --------------------------------------------------------------------


def test_every_link_and_fragment_of_the_real_site_leads_somewhere(
    real: Indexes, real_pages: dict[str, Node]
) -> None:
    assets = all_assets(real, SiteFacts())
    ids = {a: {n.attributes["id"] for n in root.all(id="")} for a, root in real_pages.items()}
    count = 0
    for address, root in real_pages.items():
        for anchor in root.all("a", href=""):
            href = anchor.attributes["href"]
            if href.startswith("https://"):
                continue
            path, _, fragment = href.partition("#")
            parts = address.split("/")[:-1]
            for step in path.split("/")[:-1]:
                parts = parts[:-1] if step == ".." else parts if step == "." else [*parts, step]
            target = "".join(f"{part}/" for part in parts) + path.rpartition("/")[2]
            target = address if not path else target
            assert target in real_pages or target in assets, f"{address}: {href}"
            assert not fragment or fragment in ids[target], f"{address}: {href}"
            count += 1
    assert count > 500


def test_ids_are_given_once_and_no_heading_level_is_left_out(real_pages: dict[str, Node]) -> None:
    for address, root in real_pages.items():
        ids = [node.attributes["id"] for node in root.all(id="")]
        assert len(ids) == len(set(ids)), address
        levels = [int(n.tag[1]) for n in root.all() if re.fullmatch(r"h[1-6]", n.tag)]
        assert levels[0] == 1, address
        assert levels.count(1) == 1, address
        assert all(b <= a + 1 for a, b in pairwise(levels)), address


def test_nothing_on_a_page_is_styled_run_or_fetched_by_its_html(
    real_pages: dict[str, Node],
) -> None:
    for address, root in real_pages.items():
        for node in root.all():
            assert node.tag not in {"script", "style", "img", "iframe"}, address
            assert not [n for n in node.attributes if n == "style" or n.startswith("on")], address


def test_every_quotation_shown_is_cut_from_the_source(
    real: Indexes, real_pages: dict[str, Node]
) -> None:
    def said(node: Node) -> str:
        return "".join(
            child if isinstance(child, str) else said(child)
            for child in node.children
            if isinstance(child, str)
            or not {"cb-cut", "cb-ins"} & set(child.attributes.get("class", "").split())
        )

    shown = {page.address: page.quotations for page in all_pages(real, SiteFacts())}
    for address, root in real_pages.items():
        found = root.all("span", data_quote="")
        assert {n.attributes["data-quote"] for n in found} == shown[address]
        for node in found:
            entry = real.by_identity[node.attributes["data-quote"]]
            wanted = " ".join(s.of(entry.source.text) for s in entry.passage.spans)
            assert "".join(said(node).split()) == "".join(wanted.split())


def test_two_builds_give_the_same_pages_and_files(real: Indexes) -> None:
    facts = SiteFacts(site_url="https://site.example/x/")
    assert all_pages(real, facts) == all_pages(real, facts)
    assert all_assets(real, facts) == all_assets(real, facts)


def test_every_page_says_what_it_is(real: Indexes) -> None:
    for page in all_pages(real, SiteFacts()):
        assert 20 < len(page.description) <= 301, page.address
        assert "\n" not in page.description
        assert page.edit is None or (site_project() / page.edit).is_file()


# --- a briefing --------------------------------------------------------------------------


def test_a_briefing_has_its_parts_in_order(tmp_path: Path) -> None:
    head = (
        "judgements:\n  - {id: may, text: A vote in May is likely., likelihood: likely, "
        "rests_on: [vote]}\n"
        "events:\n  - {id: meeting, title: A meeting, date: 2023-05-03, status: held, "
        "actors: [{id: minister, role: took part, reading: he was there}], evidence: [met]}\n"
        "gaps: [Who met whom.]\n"
        "corrections: [{date: 2026-12-01, was: June, is: May, why: A slip.}]\n"
    )
    root = briefing(project(tmp_path, head=head))
    assert [n.text for n in root.all() if n.tag in ("h1", "h2")] == [
        "The vote & the treaty", "Judgement", "The vote", "Who is in it", "When",
        "What the source does not say", "About the source", "Corrections", "Cite this page",
    ]  # fmt: skip
    judgement = root.all("li", id="judgement-may")[0]
    assert judgement.text.startswith("A vote in May is likely.1 1 The minister said: “We will vote")
    assert "likely, which stands for 55 to 80 %" in judgement.text
    assert "significantly amended 1 December 2026" in root.all("header")[0].text
    told = words_of(after(root, "About the source"))
    assert told.startswith("Everything on this page rests on one source. A report, The Paper")
    assert "Not reviewed" in root.text
    assert "It said: June It now says: May" in words_of(after(root, "Corrections"))
    assert "3 May 2023" in words_of(after(root, "When"))


def test_evidence_is_numbered_by_first_appearance_and_linked_both_ways(tmp_path: Path) -> None:
    body = "Officials met.[^met] A vote is near.[^vote] They met.[^met]\n\n" + BODY.split("\n\n")[2]
    root = briefing(project(tmp_path, body))
    marks = root.all("a", data_evidence="")
    assert [m.text for m in marks] == ["1", "2", "1"]
    assert [m.attributes["aria-label"] for m in marks] == ["Evidence 1", "Evidence 2", "Evidence 1"]
    assert [m.attributes["id"] for m in marks] == ["m-1-1", "m-2-1", "m-1-2"]
    notes = root.all("div", class_="cb-note")
    assert [note.attributes["id"] for note in notes] == ["e-1", "e-2"]
    assert "Officials may have met on 3 May 2023" in notes[0].text
    assert "direct speech, The minister" in notes[1].text
    back = [note.all("a", class_="cb-number")[0].attributes["href"] for note in notes]
    assert back == ["#m-1-1", "#m-2-1"]


def test_a_passage_stands_once_on_a_page_and_is_named_by_its_number_again(tmp_path: Path) -> None:
    again = "\n[^again]: “We will vote in May.” [@report]\n"
    body = BODY.replace("met.[^met]", "met.[^met] Again.[^again]") + again
    root = briefing(project(tmp_path, body))
    first, _, last = root.all("div", class_="cb-note")
    assert "We will vote in May." in first.text
    assert last.text.split() == [last.attributes["id"].removeprefix("e-"), "As", "1."]
    assert [a.attributes["href"] for a in last.all("a", href="#e-")] == ["#e-1"]


def test_a_footnote_that_only_the_front_matter_uses_stands_in_the_evidence(tmp_path: Path) -> None:
    head = "judgements: [{id: j, text: It is so., confidence: low, rests_on: [fail]}]\n"
    words = "The treaty was \\*not\\* signed &"
    body = BODY + f"[^fail]: See “{words}” [@report], the second line.\n"
    root = briefing(project(tmp_path, body, head))
    item = root.all("li", id="judgement-j")[0].all("div", class_="cb-note")[0]
    assert item.attributes["id"] == "e-1"
    assert "The treaty was *not* signed" in item.text
    assert "Our note: See […], the second line." in item.text


NOTES = {
    "He did not “{}” [@report] order it.": "He did not […] order it.",
    "He did not “{}” [@report]": "He did not […]",
    "“{}” [@report] is what he did not say.": "[…] is what he did not say.",
    "“{}” [@report]. He did it.": "He did it.",
    "He did not\n\n    > {}\n    > — [@report]\n\n    order it.": "He did not […] — order it.",
    "“{}” [@report]": "",
}


@pytest.mark.parametrize(("note", "told"), NOTES.items())
def test_a_quotation_in_a_sentence_of_a_note_leaves_its_place(
    tmp_path: Path, note: str, told: str
) -> None:
    """Else “He did not “…” order it” would print that he did not order it."""
    words = "The treaty was \\*not\\* signed &"
    root = briefing(
        project(tmp_path, f"{BODY}\nIt failed.[^fail]\n\n[^fail]: {note.format(words)}\n")
    )
    said = [p.text for p in root.all("p", class_="cb-evidence-note")]
    assert said == ([f"Our note: {told}"] if told else [])


def test_a_citation_becomes_a_mark_and_the_sources_characters_are_printed(tmp_path: Path) -> None:
    root = briefing(project(tmp_path, 'He said "We will vote in May." [@report] Then he left.\n'))
    sentence = root.all("span", id="s-1")[0]
    assert sentence.text == "He said “We will vote in May.”"
    assert "[@" not in root.text
    assert "[^" not in root.text
    assert root.all("span", id="s-2")[0].text == "Then he left."


def test_words_of_a_source_are_never_markdown_or_html(tmp_path: Path) -> None:
    words = "The treaty was \\*not\\* signed & \\<script>alert(1)\\</script> it failed."
    indexes = project(tmp_path, f"Thus.[^a]\n\n[^a]: “{words}” [@report]\n")
    root = read(page_of(indexes, "sources/report/"))
    assert not root.all("script")
    assert not root.all("em")
    assert "was *not* signed & <script>alert(1)</script> it failed." in root.text


def test_cuts_and_insertions_show_what_was_there(tmp_path: Path) -> None:
    body = (
        "Thus.[^a]\n\n[^a]: “The minister spoke. […] The king will vote in [sic] May.” [@report]\n"
    )
    text = "The minister spoke. He left. The king will vote in May.\n“We will vote in May.”\n"
    root = briefing(project(tmp_path, body, text=text))
    item = root.all("div", id="e-1")[0]
    assert (
        item.all("span", data_quote="")[0].text
        == "The minister spoke. […] The king will vote in [sic] May."
    )
    assert item.all("details")[0].text == (
        "What was cut (1) […] stands for: [words that are not shown for reasons of rights]"
    )
    assert "We put in [sic]; the source has nothing there." in item.text


def test_a_callout_is_our_analysis_and_our_own_term_is_not_a_quotation(tmp_path: Path) -> None:
    note = "\n> [!NOTE]\n> The word “sham”{.term} is *ours*.\n>\n> - one\n> - two\n"
    body = f"{BODY}{note}\nA vote.[^vote]\n"
    root = briefing(project(tmp_path, body))
    box = root.all("div", role="note", aria_label="Our analysis")[0]
    assert box.text.startswith("Our analysis The word “sham” is ours.")
    assert [li.text for li in box.all("li")] == ["one", "two"]
    assert box.all("em")[0].text == "ours"
    assert not box.all("span", data_quote="")
    assert "{.term}" not in root.text


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("NOTE", "Our analysis"),
        ("CAUTION", "About the source"),
        ("IMPORTANT", "Why it matters"),
        ("TIP", "Read on"),
    ],
)
def test_a_callout_says_which_kind_it_is(tmp_path: Path, kind: str, name: str) -> None:
    root = briefing(project(tmp_path, f"{BODY}\n> [!{kind}]\n> So we read it.\n"))
    (box,) = root.all("div", class_="cb-callout")
    assert (box.text, box.attributes["aria-label"]) == (f"{name} So we read it.", name)


def test_a_block_quotation_is_a_figure_with_its_attribution(tmp_path: Path) -> None:
    body = "He said:\n\n> We will vote in May.\n>\n> — the minister [@report]\n"
    root = briefing(project(tmp_path, body))
    figure = root.all("figure")[0]
    assert figure.all("blockquote")[0].text.startswith("We will vote in May")
    caption = figure.all("figcaption")[0]
    assert caption.text.startswith("— the minister direct speech, The minister · A report")
    assert caption.all("a", data_evidence="e-1")


def test_each_first_mention_in_a_section_is_a_link_and_never_to_the_page_itself(
    tmp_path: Path,
) -> None:
    body = (
        "The minister met Ann Lee.[^vote] Ann Lee met the minister.[^vote]\n\n"
        "## Ann Lee\n\nThe Ann Leeds of “We will vote in May.” saw Ann Lee’s dog.[^vote]\n\n"
        "[^vote]: “We will vote in May.” [@report]\n"
    )
    ann = ACTOR.format(name="Ann Lee", aliases="Ms Lee").replace("The minister s", "Ann Lee s")
    indexes = project(tmp_path, body, actors={"ann-lee.md": ann})
    text = briefing(indexes)
    found = [a for s in text.all("span", class_="cb-sentence") for a in s.all("a", href="actors/")]
    assert [a.text for a in found] == ["The minister", "Ann Lee", "Ann Lee"]
    assert found[1].attributes["href"] == "../../actors/ann-lee/"
    own = read(page_of(indexes, "actors/ann-lee/"))
    assert not [a for a in own.all("span", id="s-1")[0].all("a") if "ann" in a.attributes["href"]]


def test_links_by_id_and_by_file_lead_to_pages(tmp_path: Path) -> None:
    body = (
        "See [him](actor:minister), [it](source:report), [this](2026-11-vote.md#the-vote), "
        "[his page](../docs/actors/minister.md), [by address](../../actors/minister/#facts) "
        "and [a site](https://x.example/).[^vote]\n\n" + BODY
    )
    links = briefing(project(tmp_path, body)).all("span", id="s-1")[0].all("a")
    assert [a.attributes["href"] for a in links] == [
        "../../actors/minister/", "../../sources/report/", "#the-vote",
        "../../actors/minister/", "../../actors/minister/#facts", "https://x.example/",
    ]  # fmt: skip


LINE = """---
format: 1
name: Ann Lee
kind: person
in_list: true
formerly: [ms-lee]
facts:
  - {text: Spoke of a vote., evidence: [vote]}
  - {text: May have met somebody., evidence: [met, vote]}
---

[^vote]: “We will vote in May.” [@report]
[^met]: “Officials may have met on 3 May 2023” [@report]. The day is printed.
"""


def test_whoever_is_a_line_in_the_list_is_told_of_there(tmp_path: Path) -> None:
    body = (
        "See [her](actor:ann-lee), [her file](../docs/actors/ann-lee.md#facts), "
        "[by address](../../actors/ann-lee/#facts), [formerly](../../actors/ms-lee/) and "
        "Ann Lee.[^vote]\n\n" + BODY
    )
    bob = LINE.replace("Ann Lee", "Bob Ray").replace("ms-lee", "mr-ray")
    indexes = project(tmp_path, body, actors={"ann-lee.md": LINE, "bob-ray.md": bob})
    there = "../../actors/#ann-lee"
    links = briefing(indexes).all("span", id="s-1")[0].all("a")
    hrefs = [a.attributes["href"] for a in links if a.attributes.get("class") != "cb-mark"]
    assert hrefs == [there, there, there, "../../actors/ms-lee/", there]
    listed = read(page_of(indexes, "actors/"))
    ann, rays = listed.all("li", id="ann-lee")[0], listed.all("li", id="bob-ray")[0]
    assert [node.attributes["id"] for node in ann.all("span", id="ms-lee")] == ["ms-lee"]
    assert [h.text for h in ann.all("h3")] == ["Ann Lee"]
    assert not ann.all("h3")[0].all("a")
    assert [li.attributes["id"] for li in ann.all("li")] == ["ann-lee-fact-1", "ann-lee-fact-2"]
    assert [li.all("p")[0].text for li in ann.all("li")] == [
        "Spoke of a vote.1", "May have met somebody.12",
    ]  # fmt: skip
    # The numbers go on, and a passage stands once on the page.
    assert [n.attributes["id"] for n in listed.all("div", class_="cb-note")] == [
        "e-1", "e-2", "e-3", "e-4",
    ]  # fmt: skip
    assert [a.attributes["id"] for a in listed.all("a", class_="cb-mark")] == [
        "m-1-1", "m-1-2", "m-2-1", "m-3-1", "m-3-2", "m-4-1",
    ]  # fmt: skip
    assert [p.text for p in rays.all("p", class_="cb-again")] == ["As 1.", "As 2."]
    assert [p.text for p in rays.all("p", class_="cb-evidence-note")] == [
        "Our note: The day is printed."
    ]
    assert len(listed.all("span", data_quote="")) == 2
    for old in ("actors/ann-lee/", "actors/ms-lee/"):
        page = page_of(indexes, old)
        assert (page.kind, page.target) == ("redirect", "actors/#ann-lee")
        assert read(page).all("a")[0].attributes["href"] == "../#ann-lee"
    assert listed.all("li", id="minister")[0].all("h3")[0].all("a")


def test_no_address_leads_to_a_page_that_an_actor_in_the_list_does_not_have(
    real: Indexes, real_pages: dict[str, Node]
) -> None:
    listed = [entry.actor.id for entry in real.actors.values() if entry.actor.in_list]
    assert len(listed) == 8
    for name in listed:
        entry = real_pages["actors/"].all("li", id=name)
        assert entry[0].attributes["id"] == name
        feed = entry[0].all("a", href=f"{name}/feed.xml")
        assert [a.attributes["aria-label"].endswith("(Atom)") for a in feed] == [True]
        assert f"actors/{name}/feed.xml" in all_assets(real, SiteFacts())
        hrefs = [
            a.attributes["href"] for page in real_pages.values() for a in page.all("a", href=name)
        ]
        leads = {href.rpartition("actors/")[2] for href in hrefs if f"/{name}" in href}
        assert leads <= {f"{name}/feed.xml"}, leads
    kim = real_pages["actors/"].all("li", id="kim-jong-un")[0]
    assert "Events: Vladimir Putin welcomes Kim Jong Un" in kim.text
    assert "Briefings: Myanmar turns to Russia" in kim.text
    ids = [node.attributes["id"] for node in real_pages["actors/"].all(id="")]
    assert len({*ids}) == len(ids)
    assert {entry.actor.id for entry in real.actors.values()} <= {*ids}


def test_what_front_matter_quotes_is_printed_as_its_source_has_it(tmp_path: Path) -> None:
    said = '"Officials may have met on 3 May 2023"'
    head = (
        f"judgements:\n  - {{id: may, text: '{said} is likely.', confidence: low, "
        "rests_on: [met]}\n"
        f"events:\n  - {{id: meeting, title: 'The talk of {said}', date: 2023-05-03, "
        "status: held, evidence: [met],\n"
        "     actors: [{id: minister, role: took part, reading: he was there}]}\n"
        f"gaps: ['Who {said}.']\n"
        f"corrections: [{{date: 2026-12-01, was: 'All {said}', is: {said!r}, why: 'No {said}.'}}]\n"
    )
    indexes = project(tmp_path, head=head)
    entry = indexes.briefings[0].briefing
    shown = "“Officials may have met on 3 May 2023”"
    assert str(entry.gaps[0]) == f"Who {shown}."
    identity = next(
        q.passage.identity for q in indexes.quotations if q.words.startswith("Officials")
    )
    root = briefing(indexes)
    places = [
        root.all(class_="cb-judgement")[0].all("p")[0],
        root.all(class_="cb-gaps")[0],
        *root.all(class_="cb-corrections")[0].all("p"),
        root.all(class_="cb-event-title")[0],
        read(page_of(indexes, "timeline/")).all(class_="cb-event-title")[0],
    ]
    assert len(places) == 7
    for place in places:
        assert shown in place.text
        assert '"' not in place.text
        assert [q.text for q in place.all("span", data_quote=identity)] == [shown[1:-1]]


def test_braces_and_angle_brackets_are_words(tmp_path: Path) -> None:
    body = "A set *{a}* {b c} and a \\<b> &lt;c onclick=x>.[^vote]\n\n" + BODY
    root = briefing(project(tmp_path, body))
    assert "A set {a} {b c} and a <b> <c onclick=x>." in root.text
    assert not root.all("b")
    assert not root.all("c")


def test_headings_of_editors_never_take_an_address_of_ours(tmp_path: Path) -> None:
    body = BODY + "\n### Sources\n\nA vote.[^vote]\n\n## S 1\n\nA vote.[^vote]\n"
    root = briefing(project(tmp_path, body))
    headings = {
        n.attributes["id"]: (n.tag, n.text) for n in root.all() if re.match("h[2-6]", n.tag)
    }
    assert headings["section-s-1"] == ("h2", "S 1")
    assert headings["sources-2"] == ("h3", "Sources")
    assert headings["sources"] == ("h2", "About the source")


def test_each_cell_of_a_table_has_the_address_of_its_sentence(tmp_path: Path) -> None:
    body = "Votes:[^vote]\n| who | when |\n|---|---|\n| he | May[^vote] |\n\n" + BODY
    root = briefing(project(tmp_path, body))
    cells = root.all("table")[0].all("td")
    assert cells[0].text == "he"
    assert cells[0].all("span", id="s-2")
    assert cells[1].all("span", id="s-3")


# --- rights, drafts, pages that moved -------------------------------------------------------


def everything(indexes: Indexes, facts: SiteFacts) -> str:
    pages = [html_of(page) + page.description for page in all_pages(indexes, facts)]
    return "".join([*pages, *(data.decode() for data in all_assets(indexes, facts).values())])


def test_only_sentences_that_hold_cited_words_are_published(tmp_path: Path) -> None:
    indexes = project(tmp_path)
    assert "secret" not in everything(indexes, SiteFacts())
    assert "treaty was" not in everything(indexes, SiteFacts())
    assert "secret sentence" in everything(preview_of(tmp_path), SiteFacts(preview=True))


def test_the_whole_text_is_published_where_the_rights_are_full(tmp_path: Path) -> None:
    indexes = project(tmp_path, source={"rights": "full"})
    root = read(page_of(indexes, "sources/report/"))
    assert "Nobody cites this secret sentence." in words_of(after(root, "The text"))
    marked = root.all("div", class_="cb-fulltext")[0].all("span", class_="cb-place")
    assert "We will vote in May." in [m.text for m in marked]


def test_a_term_in_a_sentence_that_is_not_shown_has_its_place(tmp_path: Path) -> None:
    body = BODY.replace("named a month", "named a month of the “secret sentence”{.term} [@report]")
    indexes = project(tmp_path, body)
    anchor = next(q.passage.anchor for q in indexes.quotations if q.passage.term)
    root = read(page_of(indexes, "sources/report/"))
    place = root.all("span", id=anchor)[0]
    assert not place.text
    sentence = next(s for s in root.all("span", id="s-") if place in s.all("span"))
    assert sentence.text == "[a sentence that is not shown]"
    group = root.all("li", id=sentence.attributes["id"].replace("s-", "on-"))[0]
    assert "Term used secret sentence" in group.text
    assert "Nobody cites" not in root.text


def test_a_source_without_a_grade_has_no_line_about_it(tmp_path: Path) -> None:
    indexes = project(tmp_path)
    assert not briefing(indexes).all("a", class_="cb-worth-line")
    root = read(page_of(indexes, "sources/report/"))
    assert not root.all("dl", class_="cb-worth")
    assert root.all("p", class_="cb-glance")[0].all("a", href="#about")[0].text == (
        "About the source"
    )


def test_no_words_are_published_where_the_rights_are_metadata(tmp_path: Path) -> None:
    body = BODY + "\nA secret is kept.[^hidden]\n\n[^hidden]: [@closed, para. 2]\n"
    closed = tmp_path / "seeds/closed"
    closed.mkdir(parents=True)
    words = "First words here.\nA hidden truth.\n"
    (closed / "text.txt").write_bytes(words.encode())
    yml = source_yml(words, rights="metadata", title="Closed").partition("voices:")[0]
    (closed / "source.yml").write_text(yml, encoding="utf-8")
    indexes = project(tmp_path, body)
    told = everything(indexes, SiteFacts())
    assert "hidden truth" not in told
    item = briefing(indexes).all("div", id="e-3")[0]
    assert "Closed, para. 2. Its words are not shown for reasons of rights." in item.text


def test_a_draft_is_shown_in_the_preview_only(tmp_path: Path) -> None:
    other = f"---\n{HEAD}---\n\n{BODY}"
    indexes = project(tmp_path, head="draft: true\n", briefings={"2026-12-other.md": other})
    addresses = {page.address for page in all_pages(indexes, SiteFacts())}
    assert "briefings/vote/" not in addresses
    assert "briefings/vote" not in everything(indexes, SiteFacts())
    page = page_of(preview_of(tmp_path), "briefings/vote/", SiteFacts(preview=True))
    assert "Draft: shown in the local preview only." in read(page).text


def test_pages_that_moved_or_were_taken_down_say_so(tmp_path: Path) -> None:
    gone = f"---\n{HEAD}gone: {{date: 2026-12-01, why: It was wrong.}}\n---\n\n{BODY}"
    indexes = project(tmp_path, head="formerly: [old-vote]\n", briefings={"2026-12-gone.md": gone})
    moved = page_of(indexes, "briefings/old-vote/")
    assert (moved.kind, moved.target) == ("redirect", "briefings/vote/")
    assert read(moved).all("a", href="../vote/")[0].text == "The vote & the treaty"
    taken = read(page_of(indexes, "briefings/gone/"))
    assert "taken down on 1 December 2026. Why: It was wrong." in taken.text
    assert "We will vote" not in taken.text
    assert not read(page_of(indexes, "briefings/")).all("a", href="gone")


# --- sources, actors, time, quotations --------------------------------------------------------


def test_a_reader_sees_what_is_known_from_the_address_only(real_pages: dict[str, Node]) -> None:
    known = "title, publisher and date are known only from the address"
    for address in ("sources/know-how/", "sources/", "briefings/moscow-visit/"):
        assert known in real_pages[address].text


def test_a_source_shows_its_coverage_and_what_rests_on_each_passage(
    real_pages: dict[str, Node],
) -> None:
    root = real_pages["sources/know-how/"]
    image = root.all("div", role="img")[0]
    assert image.attributes["aria-label"].endswith("20 of 24 sentences used, 4 set aside")
    assert len(image.all("rect")) == 24
    assert "Sentence 4 (para. 2) is set aside: a heading" in words_of(after(root, "Coverage"))
    sentence = root.all("span", id="s-15")[0]
    assert sentence.all("span", id="q-2041-2134")[0].text.startswith("this new cooperation")
    assert sentence.all("span", title="reported, Anna Matveeva")
    item = root.all("li", id="on-15")[0]
    assert item.text.startswith("Sentence 15, para. 7")
    assert "reported, Anna Matveeva" in item.text
    assert "Sentence in Who says what about legitimacy" in item.text


def test_the_text_of_a_source_comes_first_and_its_hash_last(real_pages: dict[str, Node]) -> None:
    root = real_pages["sources/know-how/"]
    assert [h.attributes["id"] for h in root.all("h2")] == [
        "text", "about", "briefings", "passages", "voices", "coverage", "check",
    ]  # fmt: skip


def test_every_quotation_has_its_place_in_the_text(
    real_pages: dict[str, Node], real: Indexes
) -> None:
    root = real_pages["sources/know-how/"]
    text = root.all("div", class_="cb-fulltext")[0]
    places = [node.attributes["id"] for node in text.all("span", class_="cb-place")]
    assert sorted(places) == sorted(q.passage.anchor for q in real.quotations)
    # One of them leaves its sentence: it is a place without words.
    assert [
        node.attributes["id"] for node in text.all("span", class_="cb-place") if not node.text
    ] == ["q-1255-1317_1427-1501"]


def test_quotations_of_one_sentence_are_under_it_and_each_use_is_there_once(
    real_pages: dict[str, Node],
) -> None:
    root = real_pages["sources/know-how/"]
    items = root.all("ol", class_="cb-resting")[0].all("li", id="on-")
    assert len(items) == 20
    ninth = root.all("li", id="on-9")[0]
    assert len(ninth.all("div", class_="cb-quotation")) == 6
    for item in items:
        listed = item.all("ul", class_="cb-uses")[0].all("li")
        uses = [(li.text, li.all("a")[0].attributes["href"]) for li in listed]
        assert len(uses) == len(set(uses)) > 0
        pages = [link.partition("#")[0] for _, link in uses if "timeline/" not in link]
        together = [page for at, page in enumerate(pages) if pages[at - 1 : at] != [page]]
        assert len(together) == len(set(together)), "the uses of a page stand together"


def test_readers_of_a_source_meet_no_id_of_ours(real_pages: dict[str, Node]) -> None:
    root = real_pages["sources/know-how/"]
    told = "".join(node.text for node in root.all("ol", class_="cb-resting"))
    assert "know-how" not in told
    about = words_of(after(root, "About the source"))
    assert "passages:" not in about
    assert "Language English" in about
    options = [o.text for o in real_pages["quotations/"].all("option")]
    assert not {"own", "quoted", "unclear"} & {*options}


def test_what_a_source_is_worth_is_said_once_and_linked(real_pages: dict[str, Node]) -> None:
    about = words_of(after(real_pages["sources/know-how/"], "About the source"))
    assert "F: reliability cannot be judged. Nothing we hold tells" in about
    assert "may retell reporting that was published elsewhere" in about
    assert "the memorandum of understanding between the two election commissions" in about
    for address in ("briefings/moscow-visit/", "briefings/legitimacy/"):
        line = real_pages[address].all("a", href="../../sources/know-how/#about")[0]
        assert line.text == (
            "Grade F: reliability cannot be judged. On its page: risk of circular reporting; "
            "what to obtain next"
        )
        assert "published elsewhere" not in real_pages[address].text


def test_what_may_be_somebody_elses_is_never_under_said(real_pages: dict[str, Node]) -> None:
    root = real_pages["actors/anna-matveeva/"]
    unclear = "semblance of legitimacy"
    assert unclear not in words_of(after(root, "Said, or reported to say"))
    assert unclear in words_of(after(root, "Not clear whose"))
    assert "reported, Anna Matveeva" in words_of(after(root, "Said, or reported to say"))


def test_with_whom_is_a_table_with_a_passage_for_each_relation(
    real_pages: dict[str, Node],
) -> None:
    table = real_pages["actors/vladimir-putin/"].all("table")[0]
    assert [th.text for th in table.all("th", scope="col")] == ["With", "In", "When", "Passage"]
    assert [th.text for th in table.all("th", scope="row")] == ["Kim Jong Un (took part)"]
    assert all(row.all("span", data_quote="") for row in table.all("tr")[1:])


def test_who_was_invited_or_attacked_took_no_part(real_pages: dict[str, Node]) -> None:
    root = real_pages["actors/u-thein-soe/"]
    headings = [h.text for h in root.all("h2")]
    assert "Named in" in headings
    assert "Named in the same events" in headings
    assert "Took part in" not in headings
    assert "With whom" not in headings
    assert "Role: was invited" in words_of(after(root, "Named in"))
    attacked = real_pages["actors/myanmar/"].all("li", class_="cb-event")
    coup = next(row for row in attacked if "coup" in row.text)
    assert "Role: is affected" in coup.text
    assert "Took part in" not in [h.text for h in real_pages["actors/myanmar/"].all("h2")]


def test_the_timeline_is_by_year_with_dates_in_words_and_their_reason(
    real_pages: dict[str, Node],
) -> None:
    root = real_pages["timeline/"]
    assert [h.text for h in root.all("h2")] == [
        "2013",
        "2015",
        "2020",
        "2021",
        "2023",
        "2024",
        "2025",
        "By 15 September 2023",
    ]
    visit = root.all("li", id="moscow-visit")[0]
    rule = "the latest such month that is not after the date counted from"
    why = f"“in September”, counted from 15 September 2023: {rule}"
    assert "September 2023 (“in September”) happened" in visit.text
    assert f"The date: {why}" in visit.all("details")[0].text
    later = root.all("li", id="vote-as-postponed")[0]
    assert "2025 or later (“until at least 2025”) planned" in later.text
    assert later.attributes["data-max"] == "2035-12-31"
    undated = root.all("li", id="weapons")[0]
    assert "by 15 September 2023 (the source gives no date)" in undated.text
    note = root.all(class_="cb-section-note")[0]
    assert (
        "are counted from 15 September 2023, the day on which the source was published" in note.text
    )
    assert "That day is known only from the address, not printed in the text we hold." in note.text
    links = [a.attributes["href"] for a in note.all("a")]
    assert links == ["../sources/know-how/", "../method/#dates"]


def test_what_has_no_date_stands_in_a_band_of_its_own(real_pages: dict[str, Node]) -> None:
    bands = real_pages["timeline/"].all("div", class_="cb-undated")
    assert [li.attributes["id"] for band in bands for li in band.all("li", class_="cb-event")] == [
        "invasion-of-ukraine", "kim-reception", "sco-partnership", "weapons",
    ]  # fmt: skip
    for address in ("briefings/moscow-visit/", "actors/myanmar/"):
        listed = real_pages[address].all("li", class_="cb-event")
        undated = ["cb-undated" in li.attributes["class"].split() for li in listed]
        assert True in undated
        assert undated == sorted(undated), "they come last"


def test_each_event_is_drawn_once_beside_its_words(real_pages: dict[str, Node]) -> None:
    for address in ("timeline/", "briefings/moscow-visit/", "actors/russia/"):
        rows = real_pages[address].all("li", class_="cb-event")
        assert len(rows) > 1
        for row in rows:
            drawing = row.all("div", class_="cb-drawn")
            assert [d.attributes["aria-hidden"] for d in drawing] == ["true"]
            assert not drawing[0].all("a")
            assert len(row.all("svg")) == 1
    alone = real_pages["actors/u-thein-soe/"]
    assert len(alone.all("li", class_="cb-event")) == 1
    assert not alone.all("svg"), "there is nothing that it could be compared with"


def test_no_two_events_have_one_name(real_pages: dict[str, Node]) -> None:
    titles = [h.text for h in real_pages["timeline/"].all("h3", class_="cb-event-title")]
    assert len({*titles}) == len(titles) == 15
    assert "Elections in Myanmar, with international observers accredited (2020)" in titles
    assert "A military coup in Myanmar" in titles
    for address in ("briefings/vote-without-a-date/", "actors/myanmar/"):
        listed = [p.text for p in real_pages[address].all("p", class_="cb-event-title")]
        named = [words for words in listed if words.startswith("Elections in Myanmar")]
        assert len({*named}) == 2
        assert any("(2015)" in words for words in named)


def test_the_axis_stands_there_again_after_some_events(real_pages: dict[str, Node]) -> None:
    axes = real_pages["timeline/"].all("div", class_="cb-axis")
    assert len(axes) == 2
    years = [[text.text for text in axis.all("text")] for axis in axes]
    assert years[0] == years[1] == ["2010", "2015", "2020", "2025"]


def test_the_quotation_index_is_divided(real: Indexes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quotations, "ROWS", 20)
    pages = [p for p in all_pages(real, SiteFacts()) if p.kind == "quotations"]
    assert [p.address for p in pages] == ["quotations/", "quotations/2/", "quotations/3/"]
    assert [p.listed for p in pages] == [True, False, False]
    rows = [row for page in pages for row in read(page).all("tbody")[0].all("tr")]
    shown = [row.all("span", data_quote="")[0].attributes["data-quote"] for row in rows]
    assert sorted(shown) == sorted(real.by_identity)
    nav = read(pages[1]).all("nav")[0]
    assert nav.all("a", aria_current="page")[0].text == "2"


def test_a_table_of_quotations_says_whose_words_each_is(real_pages: dict[str, Node]) -> None:
    rows = real_pages["quotations/"].all("tbody")[0].all("tr")
    speakers = {(r.attributes["data-speakers"], r.attributes["data-voices"]) for r in rows}
    assert ("anna-matveeva", "reported") in speakers
    assert ("", "unclear") in speakers
    assert all(row.all("a", href="#q-") for row in rows)


# --- method, data, feeds, links --------------------------------------------------------------


def test_the_method_page_explains_each_word_of_likelihood(real_pages: dict[str, Node]) -> None:
    rows = real_pages["method/"].all("table")[0].all("tr")[1:]
    assert rows[4].text == "likely probable 55 to 80 %"
    assert {word for step in SCALE for word in (step.word, step.other)} == set(LIKELIHOODS)
    assert all(explained(word) for word in LIKELIHOODS)


def test_what_the_owner_has_not_said_is_not_stated(real_pages: dict[str, Node]) -> None:
    assert "Licence of our content not stated." in real_pages["data/"].text
    assert "Last checked not stated" in real_pages[""].text


def test_feeds_are_atom_with_whole_addresses_where_the_site_has_one(real: Indexes) -> None:
    atom = "{http://www.w3.org/2005/Atom}"
    files = all_assets(real, SiteFacts(site_url="https://site.example/b"))
    feed = ET.fromstring(files["feed.xml"])  # noqa: S314  our own file
    links = [e.find(f"{atom}link") for e in feed.findall(f"{atom}entry")]
    assert {x.get("href") for x in links if x is not None} == {
        f"https://site.example/b/{entry.briefing.address}" for entry in real.briefings
    }
    own = ET.fromstring(all_assets(real, SiteFacts())["actors/russia/feed.xml"])  # noqa: S314
    first = own.find(f"{atom}entry/{atom}link")
    assert first is not None
    assert str(first.get("href")).startswith("../../briefings/")
    ids = [e.text for e in feed.iter(f"{atom}id")]
    assert len(ids) == len(set(ids))


def test_data_holds_each_quotation_with_the_words_of_its_spans(real: Indexes) -> None:
    files = all_assets(real, SiteFacts())
    data = json.loads(files["data/library.json"])
    assert data["about"]["licence"] == "not stated"
    text = real.library.sources["know-how"].text
    assert len(data["quotations"]) == len(real.quotations)
    for record in data["quotations"]:
        assert [text[a:b] for a, b in record["spans"]] == record["words"]
    assert files["data/quotations.csv"].count(b"know-how:") >= len(real.quotations)


def test_a_link_to_the_original_goes_to_the_very_words(tmp_path: Path) -> None:
    indexes = project(tmp_path)
    source = indexes.library.sources["report"]
    entry = next(q for q in indexes.quotations if q.words.startswith("Officials"))
    address = original_address(source, entry.passage.extent)
    assert address is not None
    assert unquote(address) == (
        "https://paper.example/a-report#:~:text=Officials may have met on 3 May 2023"
    )


def test_hyphens_and_long_passages_have_their_form_in_a_text_fragment(real: Indexes) -> None:
    entry = next(q for q in real.quotations if "Western-dominated order." in q.words)
    address = original_address(entry.source, entry.passage.extent)
    assert str(address).endswith(",an%20alternative%20to%20the%20Western%2Ddominated%20order.")


def test_links_are_relative_to_their_page() -> None:
    assert link("briefings/a/", "actors/b/#facts") == "../../actors/b/#facts"
    assert link("briefings/a/", "briefings/a/#x") == "#x"
    assert link("", "feed.xml") == "feed.xml"
    assert link("a/", "") == "../"


@pytest.mark.parametrize(
    ("written", "rendered"),
    [
        ("A line\n- one\n- two", "<p>A line</p> <ul> <li>one</li> <li>two</li> </ul>"),
        ("- one\n  - inner", "<ul> <li>one<ul> <li>inner</li> </ul> </li> </ul>"),
        ("3) one\n4) two", '<ol start="3"> <li>one</li> <li>two</li> </ol>'),
        ("- one\n\n  more of it", "<ul> <li><p>one</p> <p>more of it</p> </li> </ul>"),
        ("in the year\n1984. It was", "<p>in the year 1984. It was</p>"),
        (
            "Text\n| a |\n|:-:|\n| b \\| c |",
            (
                '<p>Text</p> <table> <thead><tr><th class="cb-center">a</th></tr></thead> '
                '<tbody> <tr><td class="cb-center">b | c</td></tr> </tbody> </table>'
            ),
        ),
        ("one\\\ntwo  \nthree", "<p>one<br>two<br>three</p>"),
        ("***", "<hr>"),
        ("*a **b*** & \\*c &lt;", "<p><em>a <strong>b</strong></em> &amp; *c &lt;</p>"),
    ],
)
def test_what_stands_in_a_pull_request_stands_here(
    tmp_path: Path, written: str, rendered: str
) -> None:
    indexes = project(tmp_path)
    entry = indexes.briefings[0]
    subject = replace(entry.briefing, document=scan(written, entry.briefing.path))
    writer = PageWriter(subject.address, "A title", indexes, SiteFacts())
    bound = indexes.bindings[subject.path]
    prose = Prose(subject, bound, writer, Numbering(subject, bound, indexes), set())
    # Of Markup, re.sub would escape what it puts together.
    sentence = re.compile(r'<span class="cb-sentence" id="s-\d+">(.*?)</span>', re.DOTALL)
    html = sentence.sub(r"\1", str(prose.html()))
    html = re.sub(r'<span id="s-\d+"></span>', "", html)
    assert " ".join(html.split()) == rendered


def test_words_in_another_language_say_which(tmp_path: Path) -> None:
    russian = "Россия не подписала договор в мае.\nMinister: “We will vote in May.”\n"
    body = "Thus.[^a]\n\n[^a]: «Россия не подписала договор» [@report]\n"
    yml = {"language": "ru", "title": "Отчёт"}
    indexes = project(tmp_path, body, text=russian, source=yml)
    root = briefing(indexes)
    assert {n.text for n in root.all(lang="ru")} >= {"Россия не подписала договор", "Отчёт"}
    assert read(page_of(indexes, "sources/report/")).all("h1")[0].all("span", lang="ru")


@pytest.mark.parametrize(
    ("line", "is_said"), [("เขาบอกว่าเลื่อนออกไป. เขาไปแล้ว.", True), ("He told so. He left.", False)]
)
def test_a_source_says_where_its_script_has_no_full_stop(
    tmp_path: Path,
    line: str,
    is_said: bool,  # noqa: FBT001, a table of two
) -> None:
    indexes = project(tmp_path, text=f"{TEXT}{line}\n", source={"rights": "full"})
    words = page_of(indexes, "sources/report/")
    told = words_of([read(words)])
    assert ("Its script has no full stop: a paragraph counts as one sentence." in told) is is_said
