"""Causes: ours may give one only where the evidence gives a reason of some kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from citebound.claims.limit_words import without_dues
from citebound.claims.limiting import Text
from citebound.claims.statements import Kind, Statement
from citebound.problems import Problem
from citebound.text.amounting import REASONS
from citebound.text.limiting import LIMITS


def causes(statement: Statement, ours: Text, support: Sequence[Text]) -> Iterator[Problem]:
    """A cause that our words give and the evidence does not."""
    if statement.kind is Kind.JUDGEMENT:
        return
    table = LIMITS[ours.language]
    phrase = without_dues(ours.phrase)
    cause = next((c for c in table.causes if f" {c} " in phrase), None)
    if cause is None:
        return
    there = [without_dues(text.phrase) for text in support]
    if any(f" {reason} " in said for reason in table.reasons for said in there):
        return
    if any(said.startswith(" as ") for said in there):  # “As Russia faces isolation, it …”
        return
    if any(_reasons(ours.language).search(text.text) for text in support):
        return
    before = ours.phrase.index(f" {cause} ")
    word = ours.words[ours.phrase.count(" ", 0, before)]
    near = max(support, key=lambda text: len(text.text)).text
    yield Problem(
        statement.words.place(word.start),
        "added-cause",
        f"“{cause}” gives a cause here, and the evidence gives none: "
        f"“{' '.join(near.split())[:160]}”",
        "say only that one came after the other, or add a footnote with the passage that "
        "gives the cause",
        "warning",
    )


@cache
def _reasons(language: str) -> regex.Pattern[str]:
    return regex.compile(REASONS[language], regex.IGNORECASE | regex.VERBOSE)
