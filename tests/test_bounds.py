"""The last that passes and the first that does not: each rule of finding at its bounds.

Most of these answer a change of one sign or one number that no case of the book noticed
(`make mutants`); what an editor would recognise is a case of the book instead.
"""

from __future__ import annotations

import pytest

from citebound.checks.addresses import linked_address
from citebound.model import (
    Actor,
    Document,
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
from citebound.passages.locating import Refusal, is_short, locate, locators, without_trailing
from citebound.passages.matching import Match, SearchableSource, count_words, find, occurrences
from citebound.text.sentences import paragraphs_of, sentences_of

WORDS, CUT, INSERTION = SegmentKind.WORDS, SegmentKind.CUT, SegmentKind.INSERTION
BRACKET = SegmentKind.SOURCE_BRACKET


def source_of(text: str, *voices: Voice) -> Source:
    paragraphs = paragraphs_of(text, "lines")
    sentences = sentences_of(text, paragraphs)
    return Source("s", text, paragraphs=paragraphs, sentences=sentences, voices=voices)


def parts_of(quotation: str) -> list[Part]:
    """The parts of a quotation in a short notation: ``We|[…]|[+t]|hen`` (+: it touches)."""
    parts = []
    for piece in quotation.split("|"):
        if piece == "[…]":
            parts.append(Part(PartKind.CUT, "", Span(0, 0)))
        elif piece.startswith("["):
            inside = piece[1:-1]
            touches = inside.startswith("+")
            parts.append(Part(PartKind.BRACKET, inside.lstrip("+"), Span(0, 0), touches))
        else:
            parts.append(Part(PartKind.WORDS, piece, Span(0, len(piece))))
    return parts


Seen = list[tuple[SegmentKind, str | None, str]]


def seen(text: str, quotation: str) -> list[Seen]:
    """Each place: its segments with the source's characters and the editor's."""
    matches = find(SearchableSource.of(source_of(text)), parts_of(quotation))
    return [
        [(s.kind, None if s.span is None else s.span.of(text), s.text) for s in match.segments]
        for match in matches
    ]


# --- matching ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "quotation", "segments"),
    [
        ("The X marks it.", "X marks", [(WORDS, "X marks", "")]),
        ("We X go.", "We|[…]|go", [(WORDS, "We", ""), (CUT, "X", ""), (WORDS, "go", "")]),
        ("We go on.", "We|[now]|go on", [(WORDS, "We", ""), (INSERTION, None, "now"),
                                         (WORDS, "go on", "")]),
        ("We may go.", "We|[all]|[…]|go", [(WORDS, "We", ""), (INSERTION, None, "all"),
                                           (CUT, "may", ""), (WORDS, "go", "")]),
        ("We may go.", "We|[…]|[all]|go", [(WORDS, "We", ""), (CUT, "may", ""),
                                           (INSERTION, None, "all"), (WORDS, "go", "")]),
        ("We may go.", "We|[…]|[…]|go", [(WORDS, "We", ""), (CUT, "may", ""),
                                         (CUT, None, ""), (WORDS, "go", "")]),
        ("We may go.", "We|[all]|[can]|go", [(WORDS, "We", ""), (INSERTION, "may", "all"),
                                             (INSERTION, None, "can"), (WORDS, "go", "")]),
        # A letter in the other case, first, directly after words, and after a cut.
        ("So (The vote is off.", "[+t]|he vote", [(INSERTION, "T", "t"), (WORDS, "he vote", "")]),
        ("We vote. Then go.", "We vote.|[+t]|hen go",
         [(WORDS, "We vote.", ""), (INSERTION, "T", "t"), (WORDS, "hen go", "")]),
        ("We vote (Then go).", "We|[…]|[+t]|hen go",
         [(WORDS, "We", ""), (CUT, "vote (", ""), (INSERTION, "T", "t"), (WORDS, "hen go", "")]),
        ("We (Then go).", "We|[…]|[+t]|hen go",
         [(WORDS, "We", ""), (CUT, "(", ""), (INSERTION, "T", "t"), (WORDS, "hen go", "")]),
        ("We X Then go.", "We|[…]|[+t]|hen go",
         [(WORDS, "We", ""), (CUT, "X", ""), (INSERTION, "T", "t"), (WORDS, "hen go", "")]),
        # Brackets and cuts that the source has itself, with and without spaces, up to the end.
        ("The vote[s] were off.", "vote|[+s]|were",
         [(WORDS, "vote", ""), (BRACKET, "[s]", ""), (WORDS, "were", "")]),
        ("The [junta]’s vote.", "The|[+junta]|’s vote",
         [(WORDS, "The", ""), (BRACKET, "[junta]", ""), (WORDS, "’s vote", "")]),
        ("We go […] home.", "go|[…]|home",
         [(WORDS, "go", ""), (BRACKET, "[…]", ""), (WORDS, "home", "")]),
        ("We go [...] home.", "go|[…]|home",
         [(WORDS, "go", ""), (BRACKET, "[...]", ""), (WORDS, "home", "")]),
        ("We go [home]", "We go|[home]", [(WORDS, "We go", ""), (BRACKET, "[home]", "")]),
        ("We [all] go", "We|[all]|go",
         [(WORDS, "We", ""), (BRACKET, "[all]", ""), (WORDS, "go", "")]),
        ("We [all] go [home] now.", "We|[all]|go|[home]|now",
         [(WORDS, "We", ""), (BRACKET, "[all]", ""), (WORDS, "go", ""), (BRACKET, "[home]", ""),
          (WORDS, "now", "")]),
        ("We may go [home] now.", "We|[…]|go|[home]|now",
         [(WORDS, "We", ""), (CUT, "may", ""), (WORDS, "go", ""), (BRACKET, "[home]", ""),
          (WORDS, "now", "")]),
        ("We [all] [of us] go.", "We|[all]|[of us]|go",
         [(WORDS, "We", ""), (BRACKET, "[all]", ""), (BRACKET, "[of us]", ""), (WORDS, "go", "")]),
        ("We go\n[home] again.", "We go|[home]", [(WORDS, "We go", ""), (INSERTION, None, "home")]),
        # A flag is one sign: there is an edge after it, and none inside it.
        ("🇲🇲The vote is off.", "[+t]|he vote", [(INSERTION, "T", "t"), (WORDS, "he vote", "")]),
        ("🇲🇲vote is off.", "[the]|vote", [(INSERTION, None, "the"), (WORDS, "vote", "")]),
        ("We 🇲🇲Then go.", "We|[…]|[+t]|hen go",
         [(WORDS, "We", ""), (CUT, "🇲🇲", ""), (INSERTION, "T", "t"), (WORDS, "hen go", "")]),
        # What does not fit is passed over, and what fits after it is found.
        ("She vote. The vote.", "[+t]|he vote", [(INSERTION, "T", "t"), (WORDS, "he vote", "")]),
        ("We devote it, the vote it is.", "vote it", [(WORDS, "vote it", "")]),
        ("We forgo home and go home.", "We|[…]|go home",
         [(WORDS, "We", ""), (CUT, "forgo home and", ""), (WORDS, "go home", "")]),
        ("We when go, Then go.", "We|[…]|[+t]|hen go",
         [(WORDS, "We", ""), (CUT, "when go,", ""), (INSERTION, "T", "t"), (WORDS, "hen go", "")]),
    ],
)  # fmt: skip
def test_what_each_part_of_a_quotation_stands_for(
    text: str, quotation: str, segments: Seen
) -> None:
    assert seen(text, quotation) == [segments]


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        ("home we go.", "go|[now]|home"),  # in another order
        ("Then go. We vote.", "We vote.|[+t]|hen go"),
        ("We vote aThen go.", "We|[…]|[+t]|hen go"),  # no edge before the letter
        ("We voted: Then go.", "We vote|[…]|[+t]|hen go"),  # nor after the words
        ("We vote.\nThen go.", "We vote.|[+t]|hen go"),  # in another paragraph
    ],
)
def test_what_does_not_stand_there(text: str, quotation: str) -> None:
    assert seen(text, quotation) == []


@pytest.mark.parametrize(("words", "places"), [(60, 1), (61, 0)])
def test_a_cut_before_a_changed_letter_takes_sixty_words_too(words: int, places: int) -> None:
    assert len(seen(f"We {'may ' * words}Then go.", "We|[…]|[+t]|hen go")) == places


def test_words_that_stand_between_paragraphs_are_passed_over() -> None:
    text = "Go on.\nGo on.\n"
    source = Source("s", text, paragraphs=(Span(7, 13),))
    assert [m.extent for m in find(SearchableSource.of(source), parts_of("Go on"))] == [Span(7, 12)]


def test_places_may_overlap() -> None:
    assert list(occurrences("aaaa", "aa")) == [0, 1, 2]


def test_words_without_spaces_are_counted_by_five_clusters_each_run_for_itself() -> None:
    assert count_words("က" * 9) == 1
    assert count_words(f"{'က' * 4} and {'က' * 10}") == 4


# --- one place, or why not -------------------------------------------------------------


def bound(text: str, quotation: str, *voices: Voice) -> Passage | Refusal | None:
    return locate(SearchableSource.of(source_of(text, *voices)), parts_of(quotation))


def voice(text: str, words: str, speaker: str = "anna") -> Voice:
    start = text.index(words)
    return Voice(VoiceKind.REPORTED, Span(start, start + len(words)), Text(speaker))


def test_a_term_half_of_it_in_a_script_without_spaces_is_counted_as_words() -> None:
    assert is_short("abcd" + "က" * 4)
    assert is_short("abc" + "က" * 2)
    assert not is_short("abc" + "က" * 4)


def test_a_final_mark_of_the_editors_is_taken_off_with_the_space_after_it() -> None:
    assert without_trailing(parts_of("We go, ")) == ((Part(WORDS_PART, "We go", Span(0, 6)),), ",")
    assert without_trailing(parts_of("I.")) == ((Part(WORDS_PART, "I", Span(0, 1)),), ".")
    assert without_trailing(parts_of(".")) is None
    shorter = without_trailing(parts_of("We|[…]|go."))
    assert shorter is not None
    assert [part.text for part in shorter[0]] == ["We", "", "go"]
    assert without_trailing(parts_of("plan X")) is None


WORDS_PART = PartKind.WORDS


def test_at_most_six_places_are_named() -> None:
    matches = tuple(
        Match((Segment(WORDS, Span(at, at + 1)),), paragraph)
        for at, paragraph in enumerate([1, 1, 1, 1, 2, 3, 4])
    )
    assert locators("s", matches) == (
        "[@s, para. 1, 1st] or [@s, para. 1, 2nd] or [@s, para. 1, 3rd] or [@s, para. 1, 4th] or "
        "[@s, para. 2] or [@s, para. 3]"
    )


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (2, "two places: para. 1 and para. 2"),
        (3, "three places: para. 1, para. 2 and para. 3"),
        (4, "four places: para. 1, para. 2, para. 3 and para. 4"),
        (7, "7 places: para. 1, para. 2, para. 3, para. 4, para. 5 and para. 6"),
    ],
)
def test_places_are_counted_in_words_up_to_four(count: int, said: str) -> None:
    found = bound("The vote was put off.\n" * count, "vote was put off")
    assert isinstance(found, Refusal)
    assert found.message == f"these words occur in {said} of s"
    assert len(found.meant) == count


@pytest.mark.parametrize(
    ("text", "quotation", "taken"),
    [
        ("We call plan X «a waste» again.", "call plan X «a waste» again", True),
        ("We call it »a waste« again.", "call it »a waste« again", True),
        ("We call it „a waste” again.", "call it “a waste” again", True),
        ("We call it „a waste“ again.", "call it “a waste“ again", True),
        ('We call it "a waste" again.', 'call it "a waste" again', True),
        ("We call it «a waste» again.", "call it «a waste", False),
        ("We call it «a waste» again.", "a waste» again", False),
        ("We call it “a waste” again.", "a waste” again", False),
        ("We call it «a „waste» of“ time.", "call it «a „waste» of“ time", False),
        ("We call it «a „waste» of» time.", "call it «a „waste» of» time", False),
    ],
)
def test_of_two_quotation_marks_both_are_taken_or_none(
    text: str, quotation: str, *, taken: bool
) -> None:
    found = bound(text, quotation)
    if taken:
        assert isinstance(found, Passage)
    else:
        assert isinstance(found, Refusal)
        assert found.message.startswith("this quotation has one of two quotation marks")
        assert found.meant


# --- whose words ----------------------------------------------------------------------


def test_a_letter_in_the_other_case_belongs_to_what_is_taken_of_a_voice() -> None:
    text = "Anna says The vote is off, and left."
    held = voice(text, "The vote is off")
    found = bound(text, "[+t]|he vote is off, and left", held)
    assert isinstance(found, Passage)
    assert found.contains == (held,)
    assert found.voice is None


def test_an_insertion_for_the_first_word_of_a_voice_takes_only_a_part_of_it() -> None:
    text = "Anna says I left the town, and then it rained."
    held = voice(text, "I left the town")
    found = bound(text, "Anna says|[she]|left the town, and then it rained", held)
    assert isinstance(found, Refusal)
    assert (
        found.message
        == "this quotation has only part of what anna says (reported), together with other words"
    )
    assert len(found.meant) == 2


@pytest.mark.parametrize(
    ("quotation", "held"),
    [
        ("perhaps) the vote is off? And then it rained", "(perhaps) the vote is off?"),
        ("Anna says (perhaps) the vote is off?", "(perhaps) the vote is off"),
        ("Anna says (perhaps) the vote is off?", "(perhaps) the vote is off?"),
    ],
)
def test_the_punctuation_around_what_somebody_says_is_nobodys(quotation: str, held: str) -> None:
    text = "Anna says (perhaps) the vote is off? And then it rained."
    found = bound(text, quotation, voice(text, held))
    assert isinstance(found, Passage)
    assert len(found.contains) == 1


@pytest.mark.parametrize("quotation", ["(I", "I,", "(I,"])
def test_one_letter_with_punctuation_has_its_voice_too(quotation: str) -> None:
    text = "Anna says (I, and nobody else)."
    held = voice(text, "I")
    found = bound(text, quotation, held)
    assert isinstance(found, Passage)
    assert found.voice == held


def test_parts_of_two_voices_say_whose_they_are() -> None:
    text = "Anna says we go, and Bob says it rains."
    voices = voice(text, "we go"), voice(text, "it rains", "bob")
    found = bound(text, "we go|[…]|it rains", *voices)
    assert isinstance(found, Refusal)
    assert found.hint.startswith("what anna says (reported) and what bob says (reported): ")
    assert len(found.meant) == 2


@pytest.mark.parametrize(
    ("length", "shown"),
    [
        (60, f"“{'a' * 27} bb {'c' * 29}”"),
        (61, f"“{'a' * 28} b …  {'c' * 29}”"),
    ],
)
def test_more_than_sixty_characters_are_shown_by_their_ends(length: int, shown: str) -> None:
    said = f"{'a' * (length - 33)} bb {'c' * 29}"
    assert len(said) == length
    text = f"Anna says {said} and it rains."
    found = bound(text, "Anna says " + said.split(maxsplit=1)[0], voice(text, said))
    assert isinstance(found, Refusal)
    assert found.hint.endswith(shown)


def test_the_words_in_brackets_of_the_source_count_towards_evidence() -> None:
    text = "They say [we] must go. The vote was off."
    counted = {
        quotation: found.term
        for quotation in ("say|[we]|must", "say|[we]|[…]|go", "[+t]|he vote was")
        if isinstance(found := bound(text, quotation), Passage)
    }
    assert counted == {"say|[we]|must": False, "say|[we]|[…]|go": True, "[+t]|he vote was": True}


# --- addresses ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("2026-11-bob.md", "actors/2026-11-bob/"),
        ("../../briefings/other.md", "briefings/other/"),
        ("../../briefings/2026-11-other.md", "briefings/other/"),
        ("../guide/index.md", "guide/"),
        ("../index.md", ""),
        ("../X/", "actors/X/"),
    ],
)
def test_a_link_leads_to_the_address_of_a_file(target: str, address: str) -> None:
    actor = Actor("a", "docs/actors/a.md", Text("Anna"), Text("person"), Document("", "", 0))
    assert linked_address(actor, target) == address
