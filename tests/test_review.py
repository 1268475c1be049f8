"""Review: what a signature covers, and what of it was changed since."""

from __future__ import annotations

from dataclasses import replace

import pytest

from citebound.checks import check
from citebound.checks.review import changes, fingerprint, state, statements
from citebound.markup import scan
from citebound.model import (
    Briefing,
    Event,
    EventActor,
    EventDate,
    Judgement,
    Library,
    Review,
    Settings,
    Source,
    Span,
    Text,
    Voice,
    VoiceKind,
)
from citebound.passages.answers import Bound
from citebound.passages.binding import bind
from citebound.problems import Place
from citebound.proof.made.review_again import unsigned_statements
from citebound.text.sentences import paragraphs_of, sentences_of

TEXT = "The vote was put off. The paper says so to all."
BODY = "It was “The vote was put off”. So it stands.[^so]\n\n[^so]: “The paper says so to all”\n"
PATH = "briefings/2026-11-b.md"
BY = "A. Reviewer"


def source() -> Source:
    paragraphs = paragraphs_of(TEXT, "lines")
    return Source("s", TEXT, paragraphs=paragraphs, sentences=sentences_of(TEXT, paragraphs))


SOURCES = {"s": source()}


def briefing(body: str = BODY, title: str = "A briefing") -> Briefing:
    def text(words: str, line: int) -> Text:
        return Text(words, Place(PATH, line, 1))

    return Briefing(
        "b",
        PATH,
        text(title, 2),
        text("2026-11-30", 3),
        text("One sentence.", 4),
        (text("s", 5),),
        scan(body, PATH),
        judgements=(
            Judgement(Text("j"), Text("It is off."), Text("likely"), None, (Text("so"),),
                      Place(PATH, 6)),
            Judgement(Text("k"), Text("It is on."), None, Text("low"), (Text("so"),),
                      Place(PATH, 7)),
        ),
        events=(
            Event(Text("e"), Text("An event"), EventDate(Text("[..2023]")), Text("disputed"), (),
                  (Text("so"),), False, Place(PATH, 8)),  # noqa: FBT003
            Event(Text("f"), Text(""), None, Text(""), (), (Text("so"),), True,  # noqa: FBT003
                  Place(PATH, 9)),
        ),
        gaps=(text("Who said so.", 10),),
    )  # fmt: skip


def signed(one: Briefing) -> Briefing:
    """The briefing with the signature that it has now."""
    print_now = fingerprint(one, bound(one), SOURCES)
    return replace(one, review=Review(Text(BY), Text("2026-12-01"), Text(print_now)))


def library(one: Briefing) -> Library:
    return Library({"s": source()}, (one,), settings=Settings(reviewers=(Text(BY),)))


def bound(one: Briefing) -> Bound:
    return bind(library(one))[PATH]


def test_a_briefing_is_unsigned_until_somebody_signs() -> None:
    one = briefing()
    assert state(one, bound(one), SOURCES) == "unsigned"
    assert changes(one, bound(one), SOURCES) == ()


def test_what_was_signed_and_not_changed_is_signed() -> None:
    one = signed(briefing())
    assert state(one, bound(one), SOURCES) == "signed"
    assert changes(one, bound(one), SOURCES) == ()


def test_whose_words_a_passage_is_is_signed() -> None:
    one = signed(briefing())
    whole = Span(0, len(TEXT))
    for voice in (
        Voice(VoiceKind.REPORTED, whole, Text("ann-lee")),
        Voice(VoiceKind.UNCLEAR, whole, Text("ann-lee")),
        Voice(VoiceKind.REPORTED, whole, Text("bob-ray")),
        Voice(VoiceKind.REPORTED, whole, Text("ann-lee"), via=(Text("bob-ray"),)),
    ):
        voiced = replace(source(), voices=(voice,))
        now = bind(Library({"s": voiced}, (one,)))[PATH]
        assert state(one, now, SOURCES) == "changed"
        assert unsigned_statements(one, now, SOURCES) == len(changes(one, now, SOURCES)) > 0
        assert one.review is not None
        again = replace(
            one, review=replace(one.review, fingerprint=Text(fingerprint(one, now, SOURCES)))
        )
        assert state(again, now, SOURCES) == "signed"
        assert unsigned_statements(again, now, SOURCES) == 0
        one = again


def test_the_fingerprint_has_ten_digits_for_each_statement() -> None:
    one = briefing()
    count = len(list(statements(one, bound(one), SOURCES)))
    assert count == 2 + 2 + 2 + 1 + 2 + 1
    assert len(fingerprint(one, bound(one), SOURCES)) == 10 * count


def test_a_changed_sentence_is_named_with_its_place() -> None:
    review = signed(briefing()).review
    one = replace(briefing(BODY.replace("So it stands", "So it is")), review=review)
    assert changes(one, bound(one), SOURCES) == (("So it is.[^so]", Place(PATH, 1, 32)),)
    assert state(one, bound(one), SOURCES) == "changed"


def test_a_changed_passage_changes_every_statement_that_rests_on_it() -> None:
    review = signed(briefing()).review
    one = replace(briefing(BODY.replace("“The paper says so to", "“says so to")), review=review)
    lines = [place.line for _, place in changes(one, bound(one), SOURCES)]
    assert lines == [6, 7, 8, 9, 1]


def test_a_changed_title_is_named() -> None:
    review = signed(briefing()).review
    one = replace(briefing(title="Another title"), review=review)
    assert changes(one, bound(one), SOURCES) == (("Another title", Place(PATH, 2, 1)),)


def test_white_space_is_no_change() -> None:
    review = signed(briefing()).review
    one = replace(briefing(BODY.replace("So it stands", "So  it\nstands")), review=review)
    assert state(one, bound(one), SOURCES) == "signed"


def test_a_sentence_that_is_gone_is_found_at_the_signature() -> None:
    by = Text(BY, Place(PATH, 12, 14))
    review = replace(signed(briefing()).review or Review(by, by, by), by=by)
    one = replace(briefing(BODY.replace(" So it stands.[^so]", "")), review=review)
    (problem,) = [p for p in check(library(one), bind(library(one))) if p.severity == "warning"]
    assert problem.place == by.place
    assert problem.message == f"a sentence that {BY} reviewed is gone"


def test_a_doubled_sentence_needs_two_signatures() -> None:
    review = signed(briefing()).review
    doubled = BODY.replace("So it stands.[^so]", "So it stands.[^so] So it stands.[^so]")
    one = replace(briefing(doubled), review=review)
    assert len(changes(one, bound(one), SOURCES)) == 1


MANY = """\
## Who came

Ann came.[^so] Bob came.[^so] He left.[^so]

These are asked:

- one[^so]
- two[^so]

These are invited:

- three[^so]

1. four[^so]

| What | How many |
| --- | --- |
| ships[^so] | 40 |
| year[^so] | 2019 |
| ✓ | [x](https://example.org) |

> [!NOTE]
> It may be. Who knows?
>
> - We do not.

It says:

> The vote was put off.
>
> The paper says so to all.
>
> — [@s]

## Who left

He left.[^so]

[^so]: Said *twice*, see [here](https://example.org): “The paper says so to all” [@s]
[^place]: [@s, para. 1]
"""


def exchanged(text: str, one: str, other: str) -> str:
    """A text with two of its words or lines exchanged, each the last of its kind."""
    assert one in text
    assert other in text
    return text.replace(one, "\0").replace(other, one).replace("\0", other)


MOVES = {
    "cells of one column": ("40 |", "2019 |"),
    "heads of a table": ("| What |", "| How many |"),
    "items under two leads": ("- two", "- three"),
    "leads of two lists": ("These are asked:", "These are invited:"),
    "sentences before a pronoun": ("Ann came", "Bob came"),
    "headings": ("## Who came", "## Who left"),
    "paragraphs of a block quotation": ("> The vote was put off.", "> The paper says so to all."),
}


@pytest.mark.parametrize("name", MOVES)
def test_what_changes_places_is_changed(name: str) -> None:
    one = signed(briefing(MANY))
    moved = replace(briefing(exchanged(MANY, *MOVES[name])), review=one.review)
    found = changes(moved, bound(moved), SOURCES)
    assert found
    assert all(place.line for _, place in found)
    assert unsigned_statements(moved, bound(moved), SOURCES) == len(found)


CHANGES = {
    "a cell": ("| 40", "| 41"),
    "a cell without words": ("✓", "✗"),
    "where a cell’s link leads": ("[x](https://example.org)", "[x](https://example.net)"),
    "where a note’s link leads": ("[here](https://example.org)", "[here](https://example.net)"),
    "a note": ("Said *twice*", "Said *once*"),
    "a place whose words may not be shown": ("[^place]: [@s, para. 1]", "[^place]: [@s, para. 2]"),
    "the number of a list": ("1. four", "7. four"),
    "a level": ("## Who left", "### Who left"),
    "the kind of a callout": ("[!NOTE]", "[!CAUTION]"),
    "analysis that becomes a sentence": (
        "> [!NOTE]\n> It may be. Who",
        "It may be.\n\n> [!NOTE]\n> Who",
    ),
    "words of a block quotation": ("> The vote was put off.", "> The vote was put"),
    "a block quotation that is gone": ("> The vote was put off.\n>\n", ""),
    "a block quotation more": ("## Who left", "> The vote was put off.\n\n## Who left"),
    "what stands under it": ("— [@s]", "— [@s, para. 1]"),
    "a sentence that is gone": ("Ann came.[^so] ", ""),
    "the same sentence once more": ("left.[^so]\n\n[^so]", "left.[^so] He left.[^so]\n\n[^so]"),
    "a list that is a paragraph": ("- one[^so]\n- two[^so]", "one[^so]\n\ntwo[^so]"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_every_part_of_a_body_is_signed(name: str) -> None:
    old, new = CHANGES[name]
    assert MANY.count(old) == 1
    one = signed(briefing(MANY))
    now = replace(briefing(MANY.replace(old, new)), review=one.review)
    assert state(now, bound(now), SOURCES) == "changed"
    assert unsigned_statements(now, bound(now), SOURCES) == len(changes(now, bound(now), SOURCES))


def test_only_what_has_moved_is_named() -> None:
    one = signed(briefing(MANY))
    first = replace(briefing(exchanged(MANY, "Ann came", "Bob came")), review=one.review)
    ((words, place),) = changes(first, bound(first), SOURCES)
    assert words.startswith("where it stands: ")
    assert place.line == 3


def test_white_space_between_blocks_is_no_change() -> None:
    one = signed(briefing(MANY))
    for old, new in (("\n\n", "\n\n\n"), ("| 40 |", "|   40   |"), ("- one", "-   one")):
        again = replace(briefing(MANY.replace(old, new)), review=one.review)
        assert state(again, bound(again), SOURCES) == "signed"


def test_equal_statements_have_marks_of_their_own() -> None:
    one = briefing(MANY.replace("| year[^so] | 2019 |", "| ships[^so] | 40 |"))
    digests = [signed.digest for signed in statements(one, bound(one), SOURCES)]
    assert len(digests) == len(set(digests))


def test_a_role_a_reading_and_a_reason_are_signed_as_well() -> None:
    one = briefing()
    review = signed(one).review
    party = EventActor(Text("ann"), Text("took part"), Text("she was there"))
    event = replace(one.events[0], parties=(party,))
    judgement = replace(one.judgements[0], watch=Text("A new day."))
    others = (event, *one.events[1:]), (judgement, *one.judgements[1:])
    changed = replace(one, events=others[0], judgements=others[1], review=review)
    assert [words for words, _ in changes(changed, bound(changed), SOURCES)] == [
        "It is off. (likely); watch: A new day.",
        "An event ([..2023], disputed; ann took part: she was there)",
    ]
    for other in (replace(party, role=Text("said")), replace(party, reading=None)):
        again = replace(signed(changed), events=(replace(event, parties=(other,)),))
        assert state(again, bound(again), SOURCES) == "changed"


def test_what_the_summary_rests_on_is_signed_as_well() -> None:
    one = replace(briefing(), review=signed(briefing()).review, summary_rests_on=(Text("so"),))
    assert [place.line for _, place in changes(one, bound(one), SOURCES)] == [4]
