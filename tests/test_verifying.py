"""Small questions that the verifying modules answer, asked one by one."""

from __future__ import annotations

import pickle

import pytest

from citebound.checks.addresses import linked_address
from citebound.markup import scan
from citebound.markup.pairing import Pair, Pairing
from citebound.model import (
    Actor,
    Document,
    Library,
    Part,
    PartKind,
    Passage,
    Segment,
    SegmentKind,
    Source,
    Span,
    Text,
    Voice,
    VoiceKind,
)
from citebound.passages.binding import bind_subject
from citebound.passages.locating import is_short, locate, without_trailing
from citebound.passages.matching import SearchableSource, count_words, find
from citebound.passages.nearest import WordIndex, nearest_passage
from citebound.passages.qualifier_words import QUALIFIERS, has_list, qualifiers_in
from citebound.problems import Place
from citebound.text.characters import hidden, name_of
from citebound.text.edges import clusters, is_edge, is_unspaced, is_word
from citebound.text.folding import fold
from citebound.text.sentences import paragraphs_of, sentences_of, split
from citebound.writing.edits import move_citations


def source_of(text: str, rule: str = "lines") -> Source:
    paragraphs = paragraphs_of(text, rule)
    return Source("s", text, paragraphs=paragraphs, sentences=sentences_of(text, paragraphs))


def words(text: str) -> Part:
    return Part(PartKind.WORDS, text, Span(0, len(text)))


CUT = Part(PartKind.CUT, "", Span(0, 0))


def bracket(text: str, *, touches: bool = False) -> Part:
    return Part(PartKind.BRACKET, text, Span(0, 0), touches)


# --- the model ---------------------------------------------------------------------


def test_a_text_keeps_its_place_through_a_pickle() -> None:
    text = Text("held", Place("a.md", 3, 4))
    again = pickle.loads(pickle.dumps(text))  # noqa: S301, our own bytes
    assert again == "held"
    assert again.place == Place("a.md", 3, 4)


def test_a_source_answers_for_its_offsets() -> None:
    source = source_of("One. Two.\n\nThree.\n")
    assert [source.paragraph_at(at) for at in (0, 8, 9, 10, 11, 17)] == [1, 1, 0, 0, 2, 0]
    assert [source.line_at(at) for at in (0, 10, 11)] == [1, 2, 3]
    assert [s.span.of(source.text) for s in source.sentences_in(Span(2, 13))] == [
        "One.", "Two.", "Three."]  # fmt: skip
    assert source.sentences_in(Span(9, 11)) == ()
    assert source.text_path == "seeds/s/text.txt"
    assert source.address == "sources/s/"


def test_the_deepest_voice_that_holds_a_span_answers() -> None:
    outer = Voice(VoiceKind.REPORTED, Span(0, 20), Text("a"))
    inner = Voice(VoiceKind.DIRECT, Span(5, 10), Text("b"), parent=0)
    source = Source("s", "x" * 30, voices=(outer, inner))
    assert source.voice_at(Span(6, 9)) == inner
    assert source.voice_at(Span(4, 9)) == outer
    assert source.voice_at(Span(19, 21)) is None


def test_a_passage_has_a_permanent_name() -> None:
    passage = Passage(
        "know-how",
        (
            Segment(SegmentKind.WORDS, Span(1, 5)),
            Segment(SegmentKind.SOURCE_BRACKET, Span(5, 9)),
            Segment(SegmentKind.CUT, Span(9, 12)),
            Segment(SegmentKind.INSERTION, None, "x"),
            Segment(SegmentKind.WORDS, Span(12, 20)),
        ),
        1,
    )
    assert passage.spans == (Span(1, 9), Span(12, 20))
    assert passage.extent == Span(1, 20)
    assert passage.identity == "know-how:1-9,12-20"
    assert passage.address == "sources/know-how/#q-1-9_12-20"


def test_an_actor_is_listed_under_its_name_unless_it_says_otherwise() -> None:
    actor = Actor("a", "docs/actors/a.md", Text("Anna"), Text("person"), Document("", "", 0))
    assert actor.sort == "Anna"
    assert actor.address == "actors/a/"
    assert list(Library(actors={"a": actor}).subjects()) == [actor]


# --- folding and edges ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "folded", "spans"),
    [
        ("a  b", "a b", [(0, 1), (1, 3), (3, 4)]),
        ("a\u00adb", "ab", [(0, 1), (2, 3)]),
        ("e\u0301x", "éx", [(0, 2), (2, 3)]),
        ("a \u00ad b", "a b", [(0, 1), (1, 4), (4, 5)]),
        ("e\u00ad\u0301", "é", [(0, 3)]),
        ("“a”\u2011b", "'a'-b", [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)]),
    ],
)
def test_each_folded_character_knows_where_it_came_from(
    text: str, folded: str, spans: list[tuple[int, int]]
) -> None:
    found = fold(text)
    assert found.text == folded
    assert [found.span(i, i + 1) for i in range(len(folded))] == [Span(*span) for span in spans]
    assert found.origin(len(folded)) == len(text)


@pytest.mark.parametrize(
    ("text", "at", "edge"),
    [
        ("ab", 0, True), ("ab", 2, True), ("ab", 1, False), ("a b", 1, True),
        ("can't", 3, False), ("can't", 4, False), ("Russia's", 6, True), ("Russia's x", 6, True),
        ("rock'n'roll", 4, False), ("well-known", 4, False), ("well-known", 5, False),
        ("well- known", 4, True), ("a'", 1, True), ("2.5", 1, False), ("2.5", 2, False),
        ("No.5", 3, True), ("5.", 1, True), ("-4", 1, False), ("$5", 1, True), (".5", 1, False),
        ("ab\u0301", 1, False), ("b\u0301c", 1, False), ("ကခ", 1, True), ("က၁", 1, True),
        ("၁၂", 1, False), ("ကာ", 1, False), ("中a", 1, True),
    ],
)  # fmt: skip
def test_an_edge_is_where_a_word_ends(text: str, at: int, *, edge: bool) -> None:
    assert is_edge(text, at) is edge


def test_letters_marks_and_numbers_go_on_a_word() -> None:
    assert all(map(is_word, "aéက\u0301٢²"))
    assert not any(map(is_word, " -.'\u200b"))
    assert is_unspaced("က")
    assert not is_unspaced("a")
    assert clusters("👨\u200d👩\u200d👧e\u0301") == 2


# --- finding ---------------------------------------------------------------------------


def test_nothing_is_found_of_no_words() -> None:
    searchable = SearchableSource.of(source_of("The vote was put off."))
    assert find(searchable, (bracket("the vote"),)) == ()
    assert find(searchable, (words(" "),)) == ()
    assert find(searchable, (words(" "), words("vote"))) != ()
    assert locate(searchable, ()) is None
    assert without_trailing(()) is None
    assert without_trailing((bracket("x"),)) is None


def test_an_empty_stretch_is_a_place() -> None:
    searchable = SearchableSource.of(source_of("a b"))
    assert searchable.raw(1, 2) == Span(1, 1) or len(searchable.raw(1, 2)) == 0
    assert searchable.raw(0, 3) == Span(0, 3)


def test_what_stands_in_no_paragraph_is_not_found() -> None:
    source = Source("s", "The vote was put off.", paragraphs=(Span(9, 21),))
    assert find(SearchableSource.of(source), (words("The vote"),)) == ()


def test_at_most_four_and_sixty_matches_are_returned() -> None:
    searchable = SearchableSource.of(source_of("vote " * 100))
    assert len(find(searchable, (words("vote"),))) == 64


@pytest.mark.parametrize(
    ("parts", "places"),
    [
        ((words("a"), bracket("x"), bracket("y"), words("b")), 1),
        ((words("a"), bracket("x"), CUT, words("b")), 0),
        ((words("a"), bracket("sic"), words("b")), 1),
        ((words("a"), bracket("sic"), words("c")), 0),
        ((words("a"), bracket("sic"), bracket("x"), words("b")), 1),
        ((words("a"), bracket("b", touches=True)), 0),
        ((words("a"), CUT), 0),
        ((words("a"), CUT, bracket("c", touches=True), words("d")), 1),
    ],
)
def test_brackets_are_the_source_s_or_ours(parts: tuple[Part, ...], places: int) -> None:
    text = "a [sic] b, Cd" if any(p.text == "sic" for p in parts) else "a b, Cd"
    assert len(find(SearchableSource.of(source_of(text)), parts)) == places


def test_words_are_counted_as_a_reader_would() -> None:
    assert count_words("one, two - 3 …") == 3
    assert count_words("ရွေးကောက်ပွဲကော်မရှင်") > 1
    assert is_short("a sham")
    assert not is_short("ကော်မရှင်")


def test_a_nearest_passage_is_named_only_where_there_is_one() -> None:
    source = source_of("The vote was put off.")
    folded = fold(source.text)
    index = WordIndex.of(folded)
    assert nearest_passage(folded, index, "", source) is None
    assert nearest_passage(fold(""), WordIndex.of(fold("")), "vote", source_of("")) is None
    assert nearest_passage(folded, index, "pineapple", source) is None
    near = nearest_passage(folded, index, "vote wos put off", source)
    assert near is not None
    assert near.kind == "a word replaced"
    assert near.difference == "wos / was"
    assert near.line == 1


def test_a_nearest_passage_begins_and_ends_on_edges() -> None:
    source = source_of("He has a well-known plan of so-called friends.")
    folded = fold(source.text)
    near = nearest_passage(folded, WordIndex.of(folded), "known plan on so", source)
    assert near is not None
    assert near.span.of(source.text) == "well-known plan of so-called"


def test_a_very_common_word_does_not_hide_the_rare_one() -> None:
    source = source_of("the " * 500 + "general voted. " + "the " * 500)
    folded = fold(source.text)
    near = nearest_passage(folded, WordIndex.of(folded), "the general vetoed", source)
    assert near is not None
    assert near.span.of(source.text) == "the general voted"


# --- the rest ----------------------------------------------------------------------------


def test_the_list_of_qualifiers_is_asked_by_language() -> None:
    assert has_list("en-GB")
    assert not has_list("fr")
    assert qualifiers_in("pas", "fr") == ()
    assert qualifiers_in("It may not", "en-GB") == ("may", "not")
    assert qualifiers_in("not only a vote", "en", "but a play") == ()
    assert qualifiers_in("not only a vote", "en") == ("not", "only")
    assert all(words for words in QUALIFIERS.values())


def test_marks_left_over_are_told_once_each() -> None:
    pairing = Pairing("“a” b” “c")
    assert pairing.read(0) == Pair(0, 3)
    assert [getattr(pairing.read(at), "at", None) for at in (3, 5, 7)] == [None, 5, 7]
    left_open = Pairing('"a b').read(0)
    assert getattr(left_open, "message", "") == 'this " opens a quotation that nothing closes'


def test_sentences_end_where_they_end() -> None:
    def of(text: str, *not_ends: str) -> list[str]:
        return [span.of(text) for span in split(text, not_ends)]

    assert of("  One. Two?  “Three!” four… Five") == ["One.", "Two?", "“Three!” four…", "Five"]
    assert of("Dr. No and No. 5 met. End.", "Dr.", "No.") == ["Dr. No and No. 5 met.", "End."]
    assert of("He saw xNo. Then.", "No.") == ["He saw xNo.", "Then."]
    assert of("သွားသည်။ လာသည်။") == ["သွားသည်။", "လာသည်။"]
    assert of("One.[^a] Two. [@s] Three") == ["One.[^a]", "Two. [@s]", "Three"]
    assert of(" ") == []
    assert of("One.  \n") == ["One."]
    assert of("one  ") == ["one"]


def test_paragraphs_are_lines_or_set_apart_by_blank_ones() -> None:
    text = "a\nb\n\n \nc  \n"
    assert [span.of(text) for span in paragraphs_of(text, "lines")] == ["a", "b", "c"]
    assert [span.of(text) for span in paragraphs_of(text, "blank")] == ["a\nb", "c"]


def test_what_hides_is_named() -> None:
    assert list(hidden("a\u200bb\u202ec")) == [(1, "U+200B"), (3, "U+202E")]
    assert name_of("\u202e") == "RIGHT-TO-LEFT OVERRIDE"
    assert name_of("\x07") == "a control character, which has no name"


def test_a_link_is_resolved_from_where_it_stands() -> None:
    actor = Actor("a", "docs/actors/a.md", Text("Anna"), Text("person"), Document("", "", 0))
    assert linked_address(actor, "bob.md#x") == "actors/bob/"
    assert linked_address(actor, "../index.md") == ""
    assert linked_address(actor, "../../briefings/2026-11-case.md") == "briefings/case/"
    assert linked_address(actor, "../b/") == "actors/b/"
    assert linked_address(actor, "../../") == ""


def test_the_evidence_of_a_footnote_is_its_passages_without_terms() -> None:
    document = scan(
        "It is so.[^a]\n\n[^a]: “The vote was put” and “off” [@s]\n", "docs/actors/a.md"
    )
    actor = Actor("a", document.path, Text("Anna"), Text("person"), document)
    bound = bind_subject(actor, {"s": SearchableSource.of(source_of("The vote was put off."))})
    assert [p.identity for p in bound.evidence("a")] == ["s:0-16"]
    assert bound.evidence("b") == ()


# --- citations that move ----------------------------------------------------------------------

TWICE = "One fine word. Two.\n\nOne more word. Three.\n"
CITING = """It is “One fine word” [@old; @b, para. 1, 2nd] and so.

It is “One more word” and “Two” [@old].

It is so [@old, para. 2].

It is “Three” [@old, para. 2] so.
"""


def test_a_citation_moves_whole_or_stays_and_is_named() -> None:
    document = scan(CITING, "a.md")
    paragraphs = paragraphs_of(TWICE, "blank")
    sentences = sentences_of(TWICE, paragraphs)
    new = Source("new", TWICE, paragraphs=paragraphs, sentences=sentences)
    moved = move_citations(document, "old", new, {"new": SearchableSource.of(new)})
    assert "[@new; @b, para. 1, 2nd] and" in moved.text
    assert "“Two” [@old]." in moved.text
    assert "so [@old, para. 2]." in moved.text
    assert "“Three” [@new, para. 2] so" in moved.text
    assert moved.moved == 2
    assert [line for line, _ in moved.stayed] == [3, 5]
