"""The tables of what is not done: every entry can match, in the forms in which it is met."""

from __future__ import annotations

import pytest

from citebound.claims.led import leads, to_come
from citebound.claims.limiting import read
from citebound.text.undone import AIM, BY_WORD, BY_WORD_OF, LED_TO, TRIED

_DECIDED = {"en": "Members decided to {} the {}.", "ru": "Совет решил {} эту {}."}


@pytest.mark.parametrize(
    ("language", "verb"), [(lang, verb) for lang, verbs in BY_WORD.items() for verb in verbs]
)
def test_a_decision_does_this_by_itself(language: str, verb: str) -> None:
    """Who decided to do it did it, whatever it is."""
    assert not [*to_come(read(_DECIDED[language].format(verb, "x")))]


@pytest.mark.parametrize(
    ("language", "verb", "what"),
    [
        (lang, verb, what)
        for lang, (verbs, whats) in BY_WORD_OF.items()
        for verb in verbs
        for what in whats
    ],
)
def test_a_decision_does_this_to_some_things_by_itself(language: str, verb: str, what: str) -> None:
    """It does so to these things and to no others."""
    said = _DECIDED[language]
    assert not [*to_come(read(said.format(verb, what)))]
    assert [*to_come(read(said.format(verb, "x")))]


@pytest.mark.parametrize("word", [*LED_TO, *AIM, *sorted(TRIED)])
def test_a_word_leads(word: str) -> None:
    """Every entry is known as it is met."""
    (read_as,) = read(word).words
    assert leads(read_as)
