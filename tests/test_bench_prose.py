"""The benchmark of our own sentences, small and without other tools."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bench.prose import MUST, Tried, Truth, missed_goals, tried, truths
from bench.prose_cases import Corpus, generated, real
from bench.prose_peers import Given, cases_of

SEED = 3
"""Another one than that of the printed figures."""


@pytest.fixture(scope="module")
def corpora() -> dict[str, Corpus]:
    return {"real": real(), "generated": generated(SEED)}


@pytest.fixture(scope="module")
def true(corpora: dict[str, Corpus]) -> list[Truth]:
    return [truth for origin, corpus in corpora.items() for truth in truths(corpus, origin)]


@pytest.fixture(scope="module")
def found(corpora: dict[str, Corpus]) -> list[Tried]:
    usable = {origin: (corpus, corpus.sentences) for origin, corpus in corpora.items()}
    return [*tried(usable, 150, SEED)]


def test_true_sentences_are_not_refused(true: list[Truth]) -> None:
    assert {truth.origin for truth in true} == {"real", "generated"}
    assert len(true) >= 400
    assert not [truth.told for truth in true if truth.answer == "error"]


def test_what_stands_nowhere_in_the_evidence_is_refused(found: list[Tried]) -> None:
    looked_at = [one for one in found if one.kind in MUST]
    assert {one.kind for one in looked_at} == set(MUST)
    assert not [one for one in looked_at if one.answer != "error"]


def test_a_rule_that_says_nothing_misses_its_goals(true: list[Truth], found: list[Tried]) -> None:
    silent = [replace(one, answer="") for one in found]
    assert len(missed_goals(true, silent)) >= len(MUST)
    refused = [replace(truth, answer="error") for truth in true]
    assert any("true sentences" in goal for goal in missed_goals(refused, found))


def test_other_tools_are_asked_about_the_words_and_the_sentence() -> None:
    notes = "[^a]: “It closed […] at [about] nine.” [@x]\n[^b]: “Nobody came.” [@y]"
    given = Given("real", "It closed, [Ann](actor:ann) says.[^a][^b] “So.”", notes)
    quoted, own = cases_of(given, {("real", "x"): 0, ("real", "y"): 1})
    assert quoted == {(0, "It closed"), (0, "at"), (0, "nine."), (1, "Nobody came.")}
    assert own == {(0, "It closed, Ann says. “So.”"), (1, "It closed, Ann says. “So.”")}
