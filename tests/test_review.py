"""Review: what a signature covers, and what of it was changed since."""

from __future__ import annotations

from dataclasses import replace

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
    print_now = fingerprint(one, bound(one))
    return replace(one, review=Review(Text(BY), Text("2026-12-01"), Text(print_now)))


def library(one: Briefing) -> Library:
    return Library({"s": source()}, (one,), settings=Settings(reviewers=(Text(BY),)))


def bound(one: Briefing) -> Bound:
    return bind(library(one))[PATH]


def test_a_briefing_is_unsigned_until_somebody_signs() -> None:
    one = briefing()
    assert state(one, bound(one)) == "unsigned"
    assert changes(one, bound(one)) == ()


def test_what_was_signed_and_not_changed_is_signed() -> None:
    one = signed(briefing())
    assert state(one, bound(one)) == "signed"
    assert changes(one, bound(one)) == ()


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
        assert state(one, now) == "changed"
        assert unsigned_statements(one, now) == len(changes(one, now)) > 0
        assert one.review is not None
        again = replace(one, review=replace(one.review, fingerprint=Text(fingerprint(one, now))))
        assert state(again, now) == "signed"
        assert unsigned_statements(again, now) == 0
        one = again


def test_the_fingerprint_has_ten_digits_for_each_statement() -> None:
    one = briefing()
    count = len(list(statements(one, bound(one))))
    assert count == 2 + 2 + 2 + 1 + 2
    assert len(fingerprint(one, bound(one))) == 10 * count


def test_a_changed_sentence_is_named_with_its_place() -> None:
    review = signed(briefing()).review
    one = replace(briefing(BODY.replace("So it stands", "So it is")), review=review)
    assert changes(one, bound(one)) == (("So it is.[^so]", Place(PATH, 1, 32)),)
    assert state(one, bound(one)) == "changed"


def test_a_changed_passage_changes_every_statement_that_rests_on_it() -> None:
    review = signed(briefing()).review
    one = replace(briefing(BODY.replace("“The paper says so to", "“says so to")), review=review)
    lines = [place.line for _, place in changes(one, bound(one))]
    assert lines == [6, 7, 8, 9, 1]


def test_a_changed_title_is_named() -> None:
    review = signed(briefing()).review
    one = replace(briefing(title="Another title"), review=review)
    assert changes(one, bound(one)) == (("Another title", Place(PATH, 2, 1)),)


def test_white_space_is_no_change() -> None:
    review = signed(briefing()).review
    one = replace(briefing(BODY.replace("So it stands", "So  it\nstands")), review=review)
    assert state(one, bound(one)) == "signed"


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
    assert len(changes(one, bound(one))) == 1


def test_a_role_a_reading_and_a_reason_are_signed_as_well() -> None:
    one = briefing()
    review = signed(one).review
    party = EventActor(Text("ann"), Text("took part"), Text("she was there"))
    event = replace(one.events[0], parties=(party,))
    judgement = replace(one.judgements[0], watch=Text("A new day."))
    others = (event, *one.events[1:]), (judgement, *one.judgements[1:])
    changed = replace(one, events=others[0], judgements=others[1], review=review)
    assert [words for words, _ in changes(changed, bound(changed))] == [
        "It is off. (likely); watch: A new day.",
        "An event ([..2023], disputed; ann took part: she was there)",
    ]
    for other in (replace(party, role=Text("said")), replace(party, reading=None)):
        again = replace(signed(changed), events=(replace(event, parties=(other,)),))
        assert state(again, bound(again)) == "changed"


def test_what_the_summary_rests_on_is_signed_as_well() -> None:
    one = replace(briefing(), review=signed(briefing()).review, summary_rests_on=(Text("so"),))
    assert [place.line for _, place in changes(one, bound(one))] == [4]
