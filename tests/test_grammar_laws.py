"""Three laws of the grammar: nothing lost, nothing added, and read as others read it.

They hold for the prose of a page. What templates add to it is listed by class in
:mod:`rendered`. The first two are searched for counter-examples among documents put together of
every construct on and off the closed list; the third is held over the examples of others.
"""

from __future__ import annotations

import re
from html import escape
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from citebound.markup import scan
from citebound.model import Document
from citebound.model.tree import (
    Inline,
    Words,
    leaves_of,
    runs_of,
)
from rendered import (
    FOLDED,
    Example,
    Rendered,
    commonmark,
    held,
    left_out,
    rendered,
    tables,
    words_of_html,
)

settings.register_profile("laws", deadline=None)
settings.load_profile("laws")

SOURCE = "The vote was put off until at least 2025. It is the [only] plan, said “Anna” & Berg.\n"

RUNS = (
    *(
        "the vote",
        "It was so.",
        "In 1984 they met.",
        "a*b*",
        "*a **b*** c",
        "**a b**",
        "_so_ it is",
    ),
    *("“put off until at least 2025” [@s]", '"vote was" [@s].', "„said“", "« plan »", "“x”{.term}"),
    *("“The vote […] until” [@s]", "“It is the [old] plan” [@s, para. 1]", "“x [y](z) *w*”"),
    *("so.[^a]", "so[^b].", "[words](https://a.example/b)", "[*w* “vote”](actor:x)", "[@s]", "[@"),
    *(
        "<https://a.example>",
        "a \\* b",
        "\\[x\\]",
        "&lt;b&gt;",
        "&amp;amp;",
        "&copy; &#65;",
        '5" pipe',
    ),
    *("a\\", "b  ", "![alt [^a]](x.png)", "![a [b](c)](d)", "`code “x”`", "``a ` b``", "<b>x</b>"),
    *(
        "<!-- x",
        "--!>",
        "<!-->",
        "<q",
        "class=x>",
        "</q>",
        "~~x~~",
        "{.ours}",
        "{#id .b}",
        "{:a=b}",
    ),
    *(
        "“",
        "”",
        '"',
        "«",
        "‘x y’",
        "'x y'",
        "’90s",
        "「x」",
        "״x״",
        "``x''",
        "&quot;x&quot;",
        '\\"x\\"',
    ),
    *("https://a.example", "www.a.example", "[a][b]", "[a]", '[x](y "t")', "[x](<y z>)", "[](y)"),
    *("a\tb", "\u202e", "\ue000", "\0", "ရွေးကောက်ပွဲ", "выборы", "a\u00a0b", "x|y", "\\|", "\\\\|"),
)
BLOCKS = (
    *("## A heading", "# One", "#### Four ##", "Under\n=====", "Under\n---", "***", "- - -", "## "),
    *("- one\n- two", "1. one\n2. two", "7) x", "- a\n  - b\n    - c\n      - d\n        - e", "-"),
    *("- a\n\n  b", "* [ ] task", "> quoted words", "> The vote was put off\n> — A source [@s]"),
    *("> The vote was put off until at least 2025\n>\n> [@s]", "> # h\n> words", "> - a\n> - b"),
    *(
        "> [!NOTE]\n> Ours. So it is.",
        "> [!NOTE] ours",
        "> [!ODD]\n> x",
        "> > deep",
        ">",
        "> ```\n> x",
    ),
    *("| a | b |\n|---|:-:|\n| c | d |", "| a |\n|-|\n| b | c | d |", "a | b\n-|-\n1 | 2\n3", "|"),
    *(
        "| a |\n|-|\n| \\| “x” `|` |",
        "```\ncode\n```",
        "~~~ x, y\ncode",
        "    indented",
        "\tindented",
    ),
    *(
        "- ```\n  x\n  ```",
        "-     indented <b>",
        "> ~~~\n> x",
        "<div>\nx\n</div>",
        "<!-- x\n\ny -->",
    ),
    *(
        "[^a]: “put off until at least 2025” [@s]",
        "[^b]: so\n\n    more of it",
        "- [^c]: x",
        "[^d]:",
    ),
    *(
        "[x]: y",
        "*[abc]: d",
        "term\n: what it is",
        '=== "tab"\n    x',
        "??? note\n    x",
        "!!! x\n",
    ),
    *(
        "``` weird, info ```",
        "<script>\nx",
        "<q\nclass=x>y",
        "> said\n— [@s]",
        "> - x\n>\n> y",
        "\n",
    ),
)

runs = st.lists(st.sampled_from(RUNS), min_size=1, max_size=5).map(" ".join)
close = st.lists(st.sampled_from(RUNS), min_size=1, max_size=4).map("".join)
lines = st.one_of(runs, runs, close, st.lists(runs, min_size=2, max_size=3).map("\n".join))
blocks = st.one_of(
    st.sampled_from(BLOCKS),
    lines,
    lines.map(lambda words: "> [!NOTE]\n> " + words.replace("\n", "\n> ")),
    st.tuples(
        st.sampled_from(("- ", "> ", "1. ", "## ", "> [!NOTE]\n> ", "[^a]: ", "  ")), lines
    ).map(lambda pair: pair[0] + pair[1].replace("\n", "\n" + " " * len(pair[0].split("\n")[-1]))),
    st.tuples(runs, runs, runs).map(lambda c: f"| {c[0]} | {c[1]} |\n|-|-|\n| {c[2]} |"),
)
documents = st.one_of(
    st.lists(blocks, max_size=6).map("\n\n".join),
    st.lists(blocks, max_size=6).map("\n".join),
    st.text(st.sampled_from("ab1 .\n\t>-*_`~<!&#;[](){}|\\\"“”'@^:=+/"), max_size=40),
    st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=40),
)
"""Documents of every construct, well put together and badly."""


# --- nothing lost ------------------------------------------------------------------------


@given(documents)
@settings(max_examples=600)
def test_nothing_of_a_body_is_lost(text: str) -> None:
    nothing_lost(scan(text, "a.md"))


@pytest.mark.parametrize("found", [*commonmark(), *tables()], ids=lambda found: found.name)
def test_nothing_of_an_example_is_lost(found: Example) -> None:
    nothing_lost(scan(found.markdown, "a.md"))


def nothing_lost(document: Document) -> None:
    """Every character belongs to one node, or is a sign of syntax; words are what was typed."""
    assert left_out(document) == []
    spans = sorted(span for span in held(document) if span)
    assert all(one.end <= other.start for one, other in pairwise(spans)), "two nodes hold one place"
    for inline in inlines_of(document):
        if isinstance(inline, Words):
            typed = inline.span.of(document.text).replace("\0", "\ufffd")
            assert inline.text == typed or typed[0] in "\\&", (inline, typed)


def inlines_of(document: Document) -> list[Inline]:
    """Every inline node that holds no other."""
    found = [*runs_of(document.blocks), *(r for n in document.footnotes for r in runs_of(n.blocks))]
    return [leaf for run in found for leaf in leaves_of(run.inlines)]


# --- nothing added -----------------------------------------------------------------------


@given(documents)
@example("> [!NOTE]\n> It is a “soft\n> vote”{.term} now.")
@example("“\0x”")
@example("> The vote was put off\n> — “A”{.term} *source* [x](https://a.example) [@s]")
@example("So.[^a]\n\n[^a]: *See* [this](https://a.example) “x”{.term}.[@s]\n\n    More here.")
@example("“The vote was put off until at least 2025” [@s], they say.[^a]\n\n[^a]: So.")
@settings(max_examples=600)
def test_the_words_of_a_page_are_those_of_the_tree(text: str) -> None:
    nothing_added(rendered(text, SOURCE))


@pytest.mark.parametrize("found", [*commonmark(), *tables()], ids=lambda found: found.name)
def test_the_words_of_an_example_are_those_of_the_tree(found: Example) -> None:
    nothing_added(rendered(found.markdown, SOURCE))


def nothing_added(page: Rendered) -> None:
    """The words read back are the tree's, in order; so are those of what its footnotes say."""
    assert words_of_html(page.html) == page.words
    assert [printed for printed, _ in page.notes] == [told for _, told in page.notes]


# --- as others read it -------------------------------------------------------------------

REACHED = 353
"""How many of the 694 examples of others reach the law: it may not become fewer. The one with
`&#0;` does not: what stands for a character that is not there is a finding.
"""


def reached() -> list[Example]:
    """The examples in which the grammar finds no fault of form. What it finds about evidence
    is not its business: no example is excused for resting on nothing.
    """
    found = [*commonmark(), *tables()]
    return [one for one in found if not scan(one.markdown, "a.md").problems]


@pytest.mark.parametrize("found", reached(), ids=lambda found: found.name)
def test_others_read_the_same_words(found: Example) -> None:
    page = rendered(found.markdown, quoted(found.html))
    assert words_of_html(page.html).translate(FOLDED) == words_of_html(found.html).translate(FOLDED)


def quoted(html: str) -> str:
    """The paragraphs of block quotations: a source for an example to quote."""
    blocks = re.findall(r"<blockquote>(.*?)</blockquote>", html, re.DOTALL)
    found = [p for block in blocks for p in re.findall(r"<p>(.*?)</p>", block, re.DOTALL)]
    return "".join(f"{words}\n" for words in dict.fromkeys(map(words_of_html, found)))


def test_as_many_examples_reach_the_law_as_did() -> None:
    assert len([*commonmark()]) == 652
    assert len([*tables()]) == 42
    assert len(reached()) == REACHED


# --- the words of a source, as others read them --------------------------------------------

SIGNS = st.text("ab *_~`[]()<>\\#!|.-/:", min_size=1, max_size=14)
ASIDE = re.compile(r"([!#-/:-@\[-`{-~])")


def _in_a_quotation(typed: str) -> tuple[Document, str]:
    """A quotation read here, and what a reader of GitHub's Markdown prints of it."""
    document = scan(f"It says “a{typed}b” so.", "a.md")
    others = MarkdownIt("commonmark").enable("strikethrough")
    html = others.render(f"It says “a{typed}b” so.")
    return document, html


@given(SIGNS)
@example("*b* `c` ](d) ][ <e> ~~f~~ \\g \\\\")
@settings(max_examples=400)
def test_words_with_backslashes_are_the_words_of_the_source(words: str) -> None:
    document, html = _in_a_quotation(ASIDE.sub(r"\\\1", words))
    assert document.problems == ()
    assert [part.text for part in document.quotations[0].parts] == [f"a{words}b"]
    assert html == f"<p>It says “a{escape(words, quote=False)}b” so.</p>\n"


@given(SIGNS)
@example("<!a\\_>")
@settings(max_examples=400)
def test_what_others_read_as_markdown_is_not_read_as_words(words: str) -> None:
    document, html = _in_a_quotation(words)
    if document.problems or not document.quotations or document.quotations[0].fault:
        return
    said = document.quotations[0].typed
    assert html == f"<p>It says “{escape(said, quote=False)}” so.</p>\n"
