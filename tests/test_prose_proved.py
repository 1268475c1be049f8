"""Whatever the check accepts can be published: the prose that is printed passes its proof.

An editor's marks are put together in every way, the page is made and proved in this process, and
no fault is found. Each sentence has its address once, in the order of the file.
"""

from __future__ import annotations

import re
from hashlib import sha256
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citebound.publish import Edition, Verified, render, verify
from citebound.shown.facts import SiteFacts

settings.register_profile("prose", deadline=None)
settings.load_profile("prose")

TEXT = (
    "The harbour commission met in the old customs house. The roof was wet. "
    "The commission agreed to hand the pier to a company. "
    "No minutes were kept of the long meeting by anybody there.\n"
)
SOURCE = f"""format: 1
title: A pier is handed over
publisher: Harbour Paper
published: 2024-03-02
known_from: {{title: address, publisher: address, published: address}}
url: https://example.org/pier
language: en
rights: full
descriptor: A newspaper report without an author.
paragraphs: lines
sha256: {sha256(TEXT.encode()).hexdigest()}
set_aside: [{{sentence: The roof was wet., reason: It is of no matter here.}}]
"""
BRIEFING = """---
format: 1
title: What happened to a pier
date: 2026-11-24
summary: A pier changed hands.
sources: [pier]
---

It was handed over.[^p]

[^p]: “customs house. […] The commission agreed to hand the pier to a company.” [@pier]

It was long.[^q]

[^q]: “No minutes were kept of the long meeting by anybody there.” [@pier]

"""
PAGE = "briefings/pier/"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with one source, and a briefing to be written."""
    folder = tmp_path_factory.mktemp("prose")
    for name in ("seeds/pier", "briefings", "docs/actors"):
        (folder / name).mkdir(parents=True)
    (folder / "mkdocs.yml").touch()
    (folder / "seeds/pier/text.txt").write_text(TEXT, "utf-8")
    (folder / "seeds/pier/source.yml").write_text(SOURCE, "utf-8")
    return folder


def checked(root: Path, body: str) -> Verified:
    """The project with a body."""
    (root / "briefings/2026-11-pier.md").write_text(f"{BRIEFING}{body}\n", "utf-8")
    return verify(root)


def published(verified: Verified) -> Edition:
    """What is made of a project that holds: without a fault, each sentence with its address."""
    edition = render(verified, SiteFacts())
    assert edition.faults == (), [fault.message for fault in edition.faults]
    html = next(str(page.html) for page in edition.pages if page.address == PAGE)
    (briefing,) = verified.library.briefings
    numbers = range(1, len(briefing.document.sentences) + 1)
    assert re.findall(r' id="(s-\d+)"', html) == [f"s-{number}" for number in numbers]
    return edition


# --- every form in every place --------------------------------------------------------------

WORDS = ("It was long", "It was “the pier”", "It was (the meeting) “old customs house” [@pier]",
         "It has “customs house. […] The commission”", "It was long{.ours}", "It went\\\non",
         "A&amp;B went on",
         "It was *so* long")  # fmt: skip
"""What a sentence says."""

AROUND = ("{}.", "*{}.*", "**{}.**", "_{}._", "***{}.***", "*{}*.", "[{}.](https://x.example/a)",
          "[{}](source:pier).", "**[{}](https://x.example/a).**", "[*{}.*](https://x.example/a)",
          "So *{}.*", "*So* it is: **{}**.", "**{}.[^q]**", "*{}[^q].*")  # fmt: skip
"""How it is emphasised and linked."""

AFTER = ("[^q]", " [^q][^p]", "[^q] *It was so.*[^p]")
"""What comes after it."""

PLACES = {
    "a paragraph": "{}",
    "an item": "- {}",
    "an item with more": "- {}\n\n  It was so.[^p]",
    "a numbered item": "3. {}",
    "a callout": "> [!NOTE]\n> {}",
    "a cell": "| so | as |\n| --- | :-: |\n| {} | so |",
}  # fmt: skip

BREAKS = dict.fromkeys(PLACES, "\n  ") | {
    "a paragraph": "\n", "a callout": "\n> ", "a cell": " ", "a numbered item": "\n   ",
}  # fmt: skip
"""What the end of a line is there."""


@pytest.mark.parametrize("place", PLACES)
def test_every_form_of_a_sentence_can_be_published(root: Path, place: str) -> None:
    forms = [
        around.format(words) + after
        for around, words, after in product(AROUND, WORDS, AFTER)
        if not ("](" in around and "[@" in words)
    ]
    blocks = [PLACES[place].format(form.replace("\n", BREAKS[place])) for form in forms]
    verified = checked(root, "\n\n## So\n\n".join(blocks))
    assert verified.holds, [f"{p.place.line}: {p.message}" for p in verified.problems]
    published(verified)


def test_every_form_of_a_heading_can_be_published(root: Path) -> None:
    names = ("So it was", "The *end*", "*The end*", "“customs house. […] The commission” [@pier]",
             "[A](source:pier) B", "Harbour&nbsp;pier", "Evidence", "Top", "E",
             "**The** “old customs house”", "What A&amp;B said",
             "The straßenfest {.ours}", "The end")  # fmt: skip
    levels = zip("22433423224343", (*names, "— —"), strict=True)
    blocks = (f"{'#' * int(level)} {name}\n\nIt was so.[^q]" for level, name in levels)
    verified = checked(root, "\n\n".join(blocks))
    assert verified.holds, [f"{p.place.line}: {p.message}" for p in verified.problems]
    published(verified)


BEGINS, MARK = '<span class="cb-sentence" id="s-3">', '<a class="cb-mark"'
WEB = '<a href="https://x.example/a" rel="external noopener">'
BOTH = '<span id="s-3"></span><span id="s-4"></span>'
ONE = {
    "*It was long.*[^q]": f"{BEGINS}<em>It was long.</em></span>{MARK}",
    "[It was long.](https://x.example/a)[^q]": f"{BEGINS}{WEB}It was long.</a></span>{MARK}",
    "So: *it was long*.[^q]": f"{BEGINS}So: <em>it was long</em>.</span>{MARK}",
    "*It was long.[^q] It was so.*[^p]": f"<p>{BOTH}<em>It was long.{MARK}",
    "It *was.[^q] So* it was.[^p]": '<p><span id="s-3"></span>It <span id="s-4"></span><em>was.',
    "[It was “old customs house” here](https://x.example/a).[^q]": f"”</span> here</a>{MARK}",
}


@pytest.mark.parametrize("body", ONE)
def test_the_element_of_a_sentence_holds_what_is_emphasised_of_it(root: Path, body: str) -> None:
    edition = published(checked(root, body))
    html = next(str(page.html) for page in edition.pages if page.address == PAGE)
    assert ONE[body] in html


# --- whatever else an editor writes ---------------------------------------------------------

LEAVES = ("it was long", "the pier", "a company", "“a company”", "“the pier to a company” [@pier]",
          "“[t]he harbour”", "“customs house. […] The commission” [@pier]", "“pier”{.term}", "A&B",
          "harbour&nbsp;pier", "5 < 6", "a\\*b", "don’t", "U.S. pier", "e.g.", "so {.ours}",
          "<https://x.example/a>", "It was so.[^p] It was", "*It was so.*[^p] It was")  # fmt: skip
WRAPPED = ("*{}*", "**{}**", "_{}_", "***{}***", "[{}](https://x.example/a)", "[{}](source:pier)",
           "{}\\\nand", "{}  \nand", "{}\nand", "{}[^p]", "{}.[^q] So", "({})", "{}. So",
           "**{}.** So", "*{}.*[^q] So", "{}, and", "“{}”")  # fmt: skip
ENDS = (".[^p]", ".[^q]", "[^p].", ".[^p][^q]", " [^p]", "*.*[^q]", ". [^p].[^q]", ".")

said = st.recursive(
    st.sampled_from(LEAVES),
    lambda inner: st.tuples(st.sampled_from(WRAPPED), st.lists(inner, min_size=1, max_size=3)).map(
        lambda drawn: drawn[0].format(" ".join(drawn[1]))
    ),
    max_leaves=5,
)
sentence = st.tuples(st.sampled_from(("So {}{}", "*So {}*{}", "**{}**{}", "*So {}.*[^q]{}",
                                      "[{}](https://x.example/a){}")),
                     said, st.sampled_from(ENDS)).map(lambda s: s[0].format(*s[1:]))  # fmt: skip


@settings(max_examples=100)
@given(st.sampled_from((*PLACES, "a heading")), st.lists(sentence, min_size=1, max_size=2))
def test_what_the_check_accepts_passes_the_proof(
    root: Path, place: str, written: list[str]
) -> None:
    form = " ".join(written).replace("\n", BREAKS.get(place, " "))
    verified = checked(root, PLACES.get(place, "## {}").format(form))
    if verified.holds:
        published(verified)
