"""What is read out of a Markdown file, thing by thing, where no case of the book looks at it."""

from __future__ import annotations

import pytest

from citebound.markup import scan
from citebound.model import Document, PartKind
from citebound.model.tree import Heading


def of(text: str, body: int = 0) -> Document:
    return scan(text, "briefings/2026-11-case.md", body)


# --- the document --------------------------------------------------------------------


def test_a_document_begins_where_its_body_does() -> None:
    front = "---\ntitle: &quot;\ue000\n---\n"
    document = of(f"{front}&quot; \ue000", len(front))
    assert document.body == len(front)
    assert [(p.place.line, p.place.column) for p in document.problems] == [(4, 1), (4, 8)]
    assert [p.place.column for p in scan("&quot;", "a.md").problems] == [1]
    assert scan("A sentence.", "a.md").body == 0


def test_headings_have_their_level_and_two_spans() -> None:
    document = of("A sentence.\n\n## Two words\n\nMore.\n\nThird\n=====\n")
    found = [(b.level, b.run.span.of(document.text), b.span.of(document.text))
             for b in document.blocks if isinstance(b, Heading)]  # fmt: skip
    assert found == [(2, "Two words", "## Two words"), (1, "Third", "Third\n=====")]
    assert [(p.code, p.place.line) for p in document.problems] == [("refused-markup", 7)]


@pytest.mark.parametrize(
    "entity",
    ["&quot;", "&ldquo;", "&rdquo;", "&lsquo;", "&sbquo;", "&bdquo;", "&QUOT;",
     "&ldquor;", "&rsaquo;", "&OpenCurlyDoubleQuote;", "&laquo;", "&raquo;", "&apos;",
     "&#34;", "&#39;", "&#034;", "&#171;", "&#187;", "&#8216;", "&#8219;", "&#8220;", "&#8223;",
     "&#x22;", "&#X27;", "&#x0022;", "&#xab;", "&#xAB;", "&#xbb;", "&#XBB;", "&#x2018;", "&#x201c;",
     "&#x201C;", "&#x201f;", "&#x201F;"],
)  # fmt: skip
def test_every_way_to_write_a_quotation_mark_as_an_entity(entity: str) -> None:
    assert [p.code for p in of(f"We say {entity} here.").problems] == ["quotation-entity"]


@pytest.mark.parametrize("entity", ["&amp;", "&#8215;", "&#8224;", "&#x2020;", "&#xac;", "&nbsp;"])
def test_other_entities_are_let_stand(entity: str) -> None:
    assert of(f"We say {entity} here.").problems == ()


# --- block quotations ----------------------------------------------------------------


def cited(text: str) -> list[tuple[str, str | None]]:
    document = of(text)
    return [
        (q.span.of(text).strip("“”"), str(q.citation.targets[0].source) if q.citation else None)
        for q in document.quotations
    ]


def test_a_last_line_binds_its_own_block_quotation_and_nothing_cited_before() -> None:
    assert cited("> “One of all”\n>\n> “two of all” [@s]\n") == [
        ("One of all", None), ("two of all", "s")]  # fmt: skip
    assert cited("> “One”\n\nText.\n\n> “Two”\n>\n> — [@s]\n") == [("One", None), ("Two", "s")]
    assert cited("> “One” [@t]\n>\n> “Two”\n>\n> — [@s]\n") == [("One", "t"), ("Two", "s")]


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ("They say:\n\n> “One”\n\nAnd then.\n\n> “Two”\n", [(0,), ()]),
        ("> “One”\n\nThey go on:\n\nAnd so.\n", [(), ()]),
        ("> “One”\n\nThey say:\n", [()]),
        ("They say.\n\n> “One”\n", [()]),
    ],
)
def test_a_sentence_with_a_colon_is_bound_by_the_block_quotation_after_it(
    text: str, quotations: list[tuple[int, ...]]
) -> None:
    assert [s.quotations for s in of(text).sentences] == quotations


# --- sentences -----------------------------------------------------------------------


def test_sentences_know_their_run_and_whether_they_are_analysis() -> None:
    text = (
        "One. Two.\n\nThree.\n\n> [!NOTE]\n> Four.\n\n| a | b |\n|---|---|\n| c | d |\n| e | f |\n"
    )
    sentences = of(text).sentences
    assert [s.analysis for s in sentences] == [False] * 3 + [True] + [False] * 4
    runs = [s.run for s in sentences]
    assert runs[0] == runs[1]
    assert len(set(runs)) == 7
    assert [s.pieces for s in sentences[4:]] == [("c",), ("d",), ("e",), ("f",)]


def sentences(text: str) -> list[str]:
    return [s.span.of(text) for s in of(text).sentences]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("> [!NOTE]\n> We think so. It rains.\n", ["We think so.", "It rains."]),
        ("`x` is set. Then it is read.", ["`x` is set.", "Then it is read."]),
        ("It is set. `x` is read.", ["It is set.", "`x` is read."]),
        ("We ran `a b` now. Then we left.", ["We ran `a b` now.", "Then we left."]),
        ("They say “It is. Then it goes” today.", ["They say “It is. Then it goes” today."]),
        ("They say “It is. Then it goes.” today.", ["They say “It is. Then it goes.”", "today."]),
        ("They say “It is. Then it goes.” Today it rains.",
         ["They say “It is. Then it goes.”", "Today it rains."]),
        ("One is.[^a] Two is. [@s, para. 9] Three is.",
         ["One is.[^a]", "Two is. [@s, para. 9]", "Three is."]),
        ("One is. [@s]\nTwo is “so. So” [@s, para. 9, 2nd] too.",
         ["One is. [@s]", "Two is “so. So” [@s, para. 9, 2nd] too."]),
    ],
)  # fmt: skip
def test_sentences_are_not_ended_by_what_stands_in_quotations_code_and_citations(
    text: str, found: list[str]
) -> None:
    assert sentences(text) == found


def test_our_own_prose_is_what_is_left_without_quotations_citations_and_links() -> None:
    text = (
        "# A heading\n\nOne “two three” [@s] four[^a] and [five](b.md) six “seven”.\n\n"
        "> “eight”\n\n| nine | ten |\n|---|---|\n| eleven | “twelve” |\n\n[^a]: thirteen\n"
    )
    document = of(text)
    words = " ".join(document.ours).replace("\0", " ").split()
    assert words == ["One", "four", "and", "five", "six", ".", "eleven"]


# --- quotations with a slip --------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "at"),
    [
        ("One is. “Two is [@s].", "Two is", 8),
        ("One is. “Two is. Three is.", "Two is", 8),
        ("One is. “Two\nis [@s].", "Two\nis", 8),
        ("One is “two” and “three is[^a].", "three is", 17),
        ("One is. Two is” [@s]. Three is.", "Two is", 14),
        ("“[@s] and so “Two is [@s].", "Two is", 13),
        ("One is “[^a] so.", None, 0),
    ],
)
def test_the_words_that_a_lone_mark_was_put_to(text: str, words: str | None, at: int) -> None:
    faulty = [q for q in of(text).quotations if q.fault]
    assert [q.inside.of(text) for q in faulty] == ([words] if words else [])
    for quotation in faulty:
        assert [part.text for part in quotation.parts] == [words]
        assert [part.span for part in quotation.parts] == [quotation.inside]
        assert quotation.scope == "prose"
        assert (quotation.place.line, quotation.place.column) == (1, at + 1)
        assert quotation.span.holds(quotation.inside)


def test_a_lone_mark_in_a_footnote_belongs_to_the_footnote() -> None:
    text = "One is.[^a]\n\n[^a]: “Two is [@s]\n"
    (faulty,) = of(text).quotations
    assert (faulty.footnote, faulty.scope) == ("a", "footnote")


@pytest.mark.parametrize(
    ("text", "inside", "faulty"),
    [
        ("It is “so it is [@s]”.", "so it is [@s]", True),
        ("> So it [@s] is\n", "So it [@s] is", True),
        ("> “So it is” [@s]\n", "So it is", False),
        ("> “So\n> it is” [@s]\n", "So\n> it is", False),
        ("> »So it is«\n> — Anna [@s]\n", "So it is", False),
        ("> *So* it is [@s]\n", "*So* it is", True),
        ("> So it is [@s]\n", "So it is", False),
    ],
)
def test_a_citation_is_kept_with_a_quotation_that_has_a_slip(
    text: str, inside: str, *, faulty: bool
) -> None:
    (quotation,) = of(text).quotations
    assert quotation.inside.of(text) == inside
    assert (quotation.fault is not None) is faulty
    assert quotation.citation is not None
    assert quotation.citation.targets[0].source == "s"


def test_a_block_quotation_with_an_unreadable_citation_is_not_bound() -> None:
    (quotation,) = of("> So it is [@No one]\n").quotations
    assert quotation.fault is not None
    assert quotation.fault.code == "citation-form"
    assert quotation.citation is None


# --- inside a block ----------------------------------------------------------------------


def test_each_source_of_a_citation_has_its_place() -> None:
    document = of("“So it is” [@one, para. 2, 3rd;  @two; three].")
    (first,) = document.citations
    assert [
        (str(t.source), t.source.place.column, t.paragraph, t.occurrence) for t in first.targets
    ] == [("one", 14, 2, 3), ("two", 35, None, None), ("three", 40, None, None)]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("It is “so” now.", "prose"),
        ("# It is “so”", "heading"),
        ("| a |\n|---|\n| “so” |", "prose"),
        ("> “so”", "block"),
        ("> [!NOTE]\n> It is “so”.", "note"),
        ("It is.[^a]\n\n[^a]: “so”", "footnote"),
    ],
)
def test_a_quotation_knows_what_holds_it(text: str, scope: str) -> None:
    assert [q.scope for q in of(text).quotations] == [scope]


def test_the_parts_of_a_quotation_are_its_own_with_their_spans() -> None:
    text = "It [all] is “so [very] bad […] it is” now […]."
    (quotation,) = of(text).quotations
    assert [(p.kind, p.text, p.span.of(text)) for p in quotation.parts] == [
        (PartKind.WORDS, "so ", "so "),
        (PartKind.BRACKET, "very", "[very]"),
        (PartKind.WORDS, " bad ", " bad "),
        (PartKind.CUT, "", "[…]"),
        (PartKind.WORDS, " it is", " it is"),
    ]


def test_a_bracket_at_the_ends_of_a_quotation_touches_nothing() -> None:
    for text in ("> [They] left it\n", "> They left [it]\n", "“[They] left it” [@s]."):
        document = of(text)
        assert document.problems == ()
        assert not any(part.touches for part in document.quotations[0].parts)


@pytest.mark.parametrize(
    ("text", "column"), [("“[x]” [@s].", 1), ("It “[x]” [@s].", 4), ("> [x]\n", 3), ("“ ” is", 1)]
)
def test_a_quotation_without_words_is_found_at_its_mark(text: str, column: int) -> None:
    found = [(p.code, p.place.column) for p in of(text).problems]
    assert found == [("empty-quotation", column)]


def test_links_have_a_label_and_a_target() -> None:
    text = (
        '[a]`x` and [b](c.md) and [d](e.md "f\ng") and [h](<https://i.org/>)\n'
        "and <https://j.org/> and ![k](l.png)."
    )
    document = of(text)
    assert [
        (link.label.of(text), str(link.target), link.span.of(text)) for link in document.links
    ] == [
        ("b", "c.md", "[b](c.md)"),
        ("d", "e.md", '[d](e.md "f\ng")'),
        ("h", "https://i.org/", "[h](<https://i.org/>)"),
        ("https://j.org/", "https://j.org/", "<https://j.org/>"),
    ]


def test_an_entity_for_a_mark_is_found_after_one_for_something_else() -> None:
    assert [p.place.column for p in scan("&amp; &quot;", "a.md").problems] == [7]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("*a _b " * 150 + "c_ d*" * 150, "nested more than 8 levels deep"),
        ("*a _b " * 1000 + "c_ d*" * 1000, "nested more than 8 levels deep"),
        ("“a" + " […] b" * 520 + "” [@s]", "more than 60 cuts"),
        ("> " * 3000 + "a", "holds paragraphs of a source"),
    ],
)
def test_what_is_nested_deep_or_cut_often_is_one_finding(text: str, message: str) -> None:
    (problem,) = scan(text, "a.md").problems
    assert message in problem.message


def test_what_is_nested_as_deep_as_it_may_be_is_no_finding() -> None:
    assert not scan("*a _b " * 4 + "c_ d*" * 4, "a.md").problems
    assert not scan("“a" + " […] b" * 29 + "” [@s]", "a.md").problems
