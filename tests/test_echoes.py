"""One slip, one finding: what follows from another finding is dropped, and nothing else is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from citebound.checks import check
from citebound.markup import scan
from citebound.model import Briefing, Document, Library, Source, Text
from citebound.passages.binding import bind
from citebound.problems import Place, Problem, Severity, Thing
from citebound.problems.echoes import without_echoes
from citebound.text.sentences import paragraphs_of, sentences_of

THINGS = [Thing("footnote", "a.md", name) for name in "abcde"]
A, B, C, *_ = THINGS


def found(
    line: int,
    explains: Sequence[Thing] = (),
    rests_on: Sequence[Thing] = (),
    severity: Severity = "error",
) -> Problem:
    return Problem(
        Place("a.md", line),
        "unused-footnote",
        "it is so",
        severity=severity,
        explains=frozenset(explains),
        rests_on=frozenset(rests_on),
    )


def lines(*problems: Problem) -> list[int]:
    return [problem.place.line for problem in without_echoes(problems)]


def test_what_rests_on_something_explained_is_dropped() -> None:
    assert lines(found(2, rests_on=[A]), found(1, explains=[A])) == [1]


def test_what_follows_from_an_echo_is_dropped_too() -> None:
    assert lines(found(3, [], [B]), found(2, [B], [A]), found(1, [A])) == [1]


def test_what_nothing_explains_stands() -> None:
    assert lines(found(1, [A]), found(2, rests_on=[B]), found(3)) == [1, 2, 3]


def test_a_finding_does_not_explain_itself_away() -> None:
    assert lines(found(1, [A], [A])) == [1]


def test_findings_that_explain_one_another_all_stand() -> None:
    assert lines(found(1, [A], [B]), found(2, [B], [A])) == [1, 2]


def test_of_findings_that_explain_one_another_none_stands_if_another_explains_one() -> None:
    assert lines(found(1, [A], [B]), found(2, [B], [A]), found(3, [A])) == [3]


def test_a_warning_explains_nothing() -> None:
    assert lines(found(1, [A], severity="warning"), found(2, rests_on=[A])) == [1, 2]


def test_a_finding_that_is_made_twice_stands_if_one_of_the_two_does() -> None:
    assert lines(found(1, [A]), found(2, rests_on=[A]), found(2)) == [1, 2]


def test_what_a_finding_explains_is_no_part_of_it() -> None:
    assert found(1, [A], [B]) == found(1)
    assert hash(found(1, [A], [B])) == hash(found(1))
    assert repr(found(1, [A], [B])) == repr(found(1))


things = st.lists(st.sampled_from(THINGS), max_size=2)
findings = st.lists(
    st.builds(found, st.integers(1, 6), things, things, st.sampled_from(["error", "warning"])),
    max_size=8,
)


@given(findings)
def test_each_finding_that_is_dropped_follows_from_an_error_that_stands(
    made: list[Problem],
) -> None:
    stand = without_echoes(made)
    assert set(stand) <= set(made)
    # Written anew: from the errors that stand, step by step, to what rests on them.
    reached = {p for p in made if p in stand and p.severity == "error"}
    grown = True
    while grown:
        errors = (p for p in made if p in reached and p.severity == "error")
        told = {thing for problem in errors for thing in problem.explains}
        more = {p for p in made if told & p.rests_on} - reached
        reached |= more
        grown = bool(more)
    assert set(made) - set(stand) <= reached


@given(findings, st.data())
def test_the_order_of_the_findings_does_not_matter(
    made: list[Problem], data: st.DataObject
) -> None:
    mixed = data.draw(st.permutations(made))
    assert without_echoes(mixed) == without_echoes(made)


@given(findings)
def test_where_there_is_an_error_an_error_is_left(made: list[Problem]) -> None:
    for kept in (made, [replace(p, rests_on=frozenset(THINGS)) for p in made]):
        errors = [p for p in kept if p.severity == "error"]
        assert bool(errors) == any(p.severity == "error" for p in without_echoes(kept))


# --- in the checks ----------------------------------------------------------------------

TEXT = "The vote was put off until 2025, the paper says.\n"


def library(body: str, **changes: object) -> Library:
    paragraphs = paragraphs_of(TEXT, "lines")
    source = Source("s", TEXT, paragraphs=paragraphs, sentences=sentences_of(TEXT, paragraphs))
    document: Document = scan(body, "briefings/2026-11-a.md")
    briefing = Briefing(
        "a", document.path, Text("A"), Text("2026-11-30"), Text("So."), (Text("s"),), document
    )
    held = Library({"s": source}, (briefing,))
    return replace(held, problems=document.problems, **changes)  # type: ignore[arg-type]


def codes(held: Library) -> list[str]:
    return [problem.code for problem in check(held, bind(held))]


def test_a_quotation_of_an_unreliable_source_is_refused_although_nobody_said_why() -> None:
    """Before, it was excused in silence: whoever forgot the finding published it."""
    held = library("It “was put off until 2025” [@s].\n", broken=frozenset(("s",)))
    assert "changed-quotation" in codes(held)
    said = Problem(Place("seeds/s/text.txt"), "source-changed", "it was changed")
    said = said.explaining(Thing("source", "s"))
    assert codes(replace(held, problems=(said,))) == ["source-changed"]


def test_a_quotation_without_a_source_is_refused_although_nobody_said_that_there_is_none() -> None:
    held = library("It “was put off until 2025”.\n")
    briefing = replace(held.briefings[0], sources=())
    assert "loose-quotation" in codes(replace(held, briefings=(briefing,)))
