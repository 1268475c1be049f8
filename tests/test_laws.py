"""Laws of the verifier, and a machine that looks for a counter-example (Hypothesis).

The searches here are written anew, as plainly as can be, and share no code with ours:
a mistake in folding or in finding cannot hide behind itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

import pytest
import regex
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from citebound.checks import check
from citebound.dates import parse, sort_key
from citebound.markup import scan
from citebound.model import (
    Briefing,
    Document,
    Library,
    Part,
    PartKind,
    Passage,
    SegmentKind,
    Source,
    Span,
    Text,
)
from citebound.passages.binding import bind
from citebound.passages.locating import Refusal, locate
from citebound.passages.matching import SearchableSource, find
from citebound.proof.html import Shown, read_page
from citebound.proof.words import agrees as words_agree
from citebound.proof.words import slices
from citebound.text.edges import is_edge
from citebound.text.folding import fold
from citebound.text.sentences import paragraphs_of, sentences_of

# A machine that is busy with other tests must not make a law look broken.
settings.register_profile("laws", deadline=None)
settings.load_profile("laws")

# --- what is searched ------------------------------------------------------------

WORDS = (
    *("the", "The", "vote", "not", "now", "may", "can’t", "well-known", "café", "cafe\u0301"),
    *("2.5", "−0.42", "3,500", "$12", "“sham”", "(again)", "Moscow’s", "edu\u00adcation", "e-mail"),
    *("выборы", "не", "из-за", "ရွေးကောက်ပွဲ", "ကော်မရှင်", "👨\u200d👩\u200d👧", "الانتخابات", "U.S."),
)
SPACES = (" ", " ", " ", "  ", "\u00a0", "\n", ", ", ". ", " – ")

texts = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from(SPACES)), min_size=2, max_size=30
).map(lambda pairs: "".join(word + space for word, space in pairs))
"""Texts of few words, so that the same words stand in several places."""

any_text = st.one_of(
    texts,
    st.text(
        st.sampled_from(
            "aAé\u0301\u00ad \u00a0\n\u202f\u2010\u2011-–“”\"'’«»‘ñ\u1100\u1161က\u103a.1"
        ),
        max_size=40,
    ),
    st.text(max_size=40),
)


def source_of(text: str, rule: str = "lines", name: str = "s") -> Source:
    """A source with nothing but a text."""
    paragraphs = paragraphs_of(text, rule)
    return Source(
        name, text, paragraphs=paragraphs, sentences=sentences_of(text, paragraphs), path=name
    )


def words(text: str) -> tuple[Part, ...]:
    """A quotation without cuts or insertions."""
    return (Part(PartKind.WORDS, text, Span(0, len(text))),)


# --- the naive search --------------------------------------------------------------


def plainly_folded(text: str) -> str:
    """The closed list of folds, one after the other."""
    for mark in '“”„‟‘’‚‛«»‹›"':
        text = text.replace(mark, "'")
    for dash in "\u2010\u2011":
        text = text.replace(dash, "-")
    text = text.replace("\u00ad", "")
    return unicodedata.normalize("NFC", re.sub("[ \t\n\r\u00a0\u202f]+", " ", text))


def inside_a_word(text: str, at: int) -> bool:
    """Whether an offset lies between two characters of a word of a script with spaces."""
    if not 0 < at < len(text):
        return False
    pair = text[at - 1 : at + 1]
    spaced = not regex.search(
        r"[\p{Thai}\p{Myanmar}\p{Khmer}\p{Lao}\p{Han}\p{Hiragana}\p{Katakana}]", pair
    )
    return spaced and bool(regex.fullmatch(r"[\p{L}\p{N}]{2}", pair))


def naive_places(needle: str, hay: str) -> list[int]:
    """Every place of a folded text where folded words stand, not inside a word."""
    return [
        at
        for at in range(len(hay) - len(needle) + 1)
        if hay[at : at + len(needle)] == needle
        and not inside_a_word(hay, at)
        and not inside_a_word(hay, at + len(needle))
    ]


# --- folding -----------------------------------------------------------------------


@given(any_text)
@example("a\u00ad\u0301")
@example("e \u00ad\u0301 x")
@example("\u1100\u00ad\u1161")
@example("“\u0338")
def test_folding_is_idempotent(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(any_text)
@example("a\u00ad\u0301")
def test_folding_is_what_the_list_says(text: str) -> None:
    assert fold(text).text == plainly_folded(text)


@given(any_text)
@example(" \u00ad ")
@example("x\u00ad\u0301y")
def test_the_way_back_is_monotone_and_stays_in_the_text(text: str) -> None:
    folded = fold(text)
    origins = [folded.origin(index) for index in range(len(folded.text) + 1)]
    assert all(a <= b for a, b in pairwise(origins))
    assert origins[-1] == len(text)
    for index in range(len(folded.text)):
        span = folded.span(index, index + 1)
        assert 0 <= span.start < span.end <= len(text)
        assert span.start == origins[index]


@given(texts, st.data())
def test_a_stretch_on_edges_folds_to_what_stands_there(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    edges = [at for at in range(len(folded.text) + 1) if is_edge(folded.text, at)]
    start, end = sorted(data.draw(st.tuples(st.sampled_from(edges), st.sampled_from(edges))))
    piece = folded.text[start:end]
    assume(piece.strip(" ") and piece == piece.strip(" "))
    assert fold(folded.span(start, end).of(text)).text == piece


@given(texts, st.integers(0, 200))
def test_an_index_is_the_first_at_or_after_an_offset(text: str, offset: int) -> None:
    folded = fold(text)
    offset = min(offset, len(text))
    index = folded.index(offset)
    assert all(folded.origin(i) < offset for i in range(index))
    assert index == len(folded.text) or folded.origin(index) >= offset


# --- finding -------------------------------------------------------------------------


@given(texts, texts)
@settings(max_examples=300)
def test_whatever_is_accepted_stands_in_the_source(text: str, other: str) -> None:
    source = source_of(text)
    wanted = other.strip()[:40].strip()
    found = locate(SearchableSource.of(source), words(wanted))
    if isinstance(found, Passage):
        needle = plainly_folded(wanted).strip(" ")
        if found.trailing:
            needle = needle[:-1].rstrip(" ")
        assert naive_places(needle, plainly_folded(text))
        for span in found.spans:
            assert plainly_folded(span.of(text)).strip(" ") == needle
            assert source.paragraph_at(span.start) == found.paragraph
            assert span.end <= source.paragraphs[found.paragraph - 1].end


@given(texts, st.data())
@settings(max_examples=300)
def test_what_is_cut_from_a_source_is_found_in_it(text: str, data: st.DataObject) -> None:
    source = source_of(text)
    searchable = SearchableSource.of(source)
    paragraph = data.draw(st.sampled_from(source.paragraphs))
    edges = [
        at
        for at in range(paragraph.start, paragraph.end + 1)
        if is_edge(searchable.folded.text, searchable.folded.index(at))
        and searchable.folded.origin(searchable.folded.index(at)) == at
    ]
    start, end = sorted(data.draw(st.tuples(st.sampled_from(edges), st.sampled_from(edges))))
    wanted = text[start:end]
    core = plainly_folded(wanted).strip(" ")
    assume(len(core) > 0)
    first = start + len(wanted) - len(wanted.lstrip(" \t\n\r\u00a0\u202f\u00ad"))
    matches = find(searchable, words(wanted))
    assert any(match.extent.start == first for match in matches), (wanted, matches)
    found = locate(searchable, words(wanted))
    if isinstance(found, Refusal):
        if found.code == "ambiguous-quotation":
            assert len(matches) > 1
            assert any(span.start == first for span in found.meant)
        else:
            assert found.code == "cuts-into-voice"
            assert re.search("[“”]", wanted)
    else:
        assert found is not None


@given(texts, st.data())
def test_a_place_that_was_asked_for_is_the_place_that_is_given(
    text: str, data: st.DataObject
) -> None:
    source = source_of(text)
    searchable = SearchableSource.of(source)
    word = data.draw(st.sampled_from([w for w in WORDS if "“" not in w]))
    for match in find(searchable, words(word)):
        same = find(searchable, words(word), match.paragraph)
        nth = same.index(match) + 1
        found = locate(searchable, words(word), match.paragraph, nth)
        assert isinstance(found, Passage)
        assert found.spans[0] == match.extent


@given(texts, st.data())
@settings(max_examples=300)
def test_a_cut_quotation_stands_in_order_in_one_paragraph(text: str, data: st.DataObject) -> None:
    source = source_of(text)
    pieces = [data.draw(st.sampled_from(WORDS)) for _ in range(data.draw(st.integers(2, 3)))]
    parts: list[Part] = []
    for piece in pieces:
        parts += [Part(PartKind.CUT, "", Span(0, 0))] if parts else []
        parts += words(piece)
    for match in find(SearchableSource.of(source), tuple(parts)):
        spans = [s.span for s in match.segments if s.kind is SegmentKind.WORDS and s.span]
        assert [plainly_folded(s.of(text)).strip() for s in spans] == [
            plainly_folded(piece).strip() for piece in pieces
        ]
        assert all(a.end <= b.start for a, b in pairwise(spans))
        assert {source.paragraph_at(s.start) for s in spans} == {match.paragraph}
        cuts = [s.span for s in match.segments if s.kind is SegmentKind.CUT and s.span]
        assert all(len(cut.of(text).split()) <= 62 for cut in cuts)


# --- documents -----------------------------------------------------------------------

quoted = st.lists(st.sampled_from([w for w in WORDS if "“" not in w]), min_size=3, max_size=8).map(
    " ".join
)
pieces = st.lists(
    st.one_of(
        quoted.map(lambda q: f"It is “{q}” [@s]."),
        quoted.map(lambda q: f'It is "{q}".'),
        st.sampled_from(("It is so.", "- a", "> [!NOTE]\n> ours", "> said\n> — [@s]", "[^a]: “x”",
                         "“", "”", "[…]", '`"`', "## “x”", "[@s]", "[^a]",
                         "| a | “b” |\n|-|-|\n| c | d |",
                         "‘x’", '5"', "<b>", "*[a]: b", "[a]: b", "&quot;", '\\"')),
    ),
    max_size=8,
)  # fmt: skip
documents = st.one_of(pieces.map("\n\n".join), pieces.map("\n".join), pieces.map(" ".join))


@given(st.one_of(documents, st.text(st.characters(exclude_characters="\r"), max_size=60)))
@example(">\x00")
@settings(max_examples=300)
def test_reading_markdown_never_fails_and_every_span_lies_in_the_text(text: str) -> None:
    document = scan(text, "a.md")
    for quotation in document.quotations:
        assert 0 <= quotation.span.start <= quotation.inside.start
        assert quotation.inside.end <= quotation.span.end <= len(text)
        assert document.place(quotation.span.start).line >= 1
        for part in quotation.parts:
            if part.kind is PartKind.WORDS:
                assert (
                    part.text.split()
                    == _unquoted(part.span.of(text)).replace("\0", "\ufffd").split()
                )
    for sentence in document.sentences:
        assert sentence.span.of(text).strip()


def _unquoted(words_typed: str) -> str:
    """The words of a quotation without the signs that block quotations and lists put in."""
    return re.sub(r"\n[ >]*", "\n", words_typed)


@given(st.lists(documents, min_size=1, max_size=4), texts)
def test_the_order_of_files_changes_nothing(bodies: list[str], text: str) -> None:
    source = source_of(text)
    briefings = [briefing(body, f"b{number}") for number, body in enumerate(bodies)]
    forwards = library(briefings, [source, source_of("Another text.", name="t")])
    backwards = library([*reversed(briefings)], [source_of("Another text.", name="t"), source])
    assert check(forwards, bind(forwards)) == check(backwards, bind(backwards))


def briefing(body: str, name: str) -> Briefing:
    """A briefing with no front matter to speak of."""
    path = f"briefings/{name}.md"
    document: Document = scan(body, path)
    return Briefing(
        name,
        path,
        Text(name),
        Text("2026-11-30"),
        Text("One sentence."),
        (Text("s"), Text("t")),
        document,
    )


def library(briefings: Sequence[Briefing], sources: Sequence[Source]) -> Library:
    """A library of some briefings and sources, in this order."""
    return Library({source.id: source for source in sources}, tuple(briefings))


# --- rendering and reading back ---------------------------------------------------------


def shown(passage: Passage, text: str) -> str:
    """A passage as a page shows it: pieces of the source, our cuts and insertions marked."""
    html = ""
    for segment in passage.segments:
        piece = segment.span.of(text) if segment.span else ""
        piece = piece.replace("&", "&amp;").replace("<", "&lt;")
        if segment.kind is SegmentKind.CUT:
            html += ' <span class="cb-cut">[…]</span> '
        elif segment.kind is SegmentKind.INSERTION:
            html += f'<ins class="cb-ins">[{segment.text}]</ins>'
        else:
            html += piece
    return f'<p>“<span data-quote="{passage.identity}">{html}</span>”</p>'


@given(texts, st.data())
@settings(max_examples=200)
def test_rendering_and_reading_back_gives_the_same_quotation(
    text: str, data: st.DataObject
) -> None:
    source = source_of(text)
    first, last = (data.draw(st.sampled_from(WORDS)) for _ in range(2))
    cut = Part(PartKind.CUT, "", Span(0, 0))
    for parts in (words(first), (*words(first), cut, *words(last))):
        for match in find(SearchableSource.of(source), parts):
            passage = Passage("s", match.segments, match.paragraph)
            (read,) = read_page(shown(passage, text)).quotations
            true = slices(read.identity, {"s": source})
            assert true is not None
            assert words_agree(read, true)
            for number, piece in enumerate(read.pieces):
                for old, new in (("t", "T"), ("e", "é"), (".", ","), ("5", "6")):
                    changed = [*read.pieces]
                    changed[number] = piece.replace(old, new, 1)
                    if changed != read.pieces:
                        assert not words_agree(Shown(read.identity, changed, 1), true)


@given(texts, st.data())
@settings(max_examples=200)
def test_what_was_bound_is_bound_again_when_it_is_typed_as_it_is_printed(
    text: str, data: st.DataObject
) -> None:
    source = source_of(text)
    edges = [0, *(m.start() for m in re.finditer(r"(?<=\s)\S|(?<=\S)\s", text)), len(text)]
    start, end = sorted(data.draw(st.tuples(st.sampled_from(edges), st.sampled_from(edges))))
    typed = " ".join(text[start:end].split())
    assume(len(typed) > 11 and "“" not in typed and "”" not in typed)
    document = scan(f"It is “{typed}” [@s, para. 1, 1st].", "briefings/b.md")
    (quotation,) = document.quotations
    assert quotation.citation is not None
    searchable = SearchableSource.of(source)
    found = locate(searchable, quotation.parts, 1, 1)
    if isinstance(found, Passage):
        again = " ".join(found.spans[0].of(text).split())
        repeated = locate(searchable, words(again), 1, 1)
        assert isinstance(repeated, Passage)
        assert repeated.identity == found.identity


# --- dates --------------------------------------------------------------------------------


@given(st.dates(), st.dates())
def test_days_sort_as_the_calendar_does(one: object, other: object) -> None:
    days = sorted([parse(str(one)), parse(str(other))], key=sort_key)
    assert [day.text for day in days] == sorted([str(one), str(other)])


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_an_empty_document_has_nothing(text: str) -> None:
    document = scan(text, "a.md")
    assert document.quotations == ()
    assert document.problems == ()
