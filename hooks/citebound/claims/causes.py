"""Causes: ours may give one only where the evidence gives a reason of some kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from citebound.claims.limit_words import Word, without_dues
from citebound.claims.limiting import Text
from citebound.claims.statements import Kind, Statement
from citebound.problems import Problem
from citebound.text.amounting import REASONS
from citebound.text.limiting import LIMITS
from citebound.text.patterns import Pattern


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
    at = ours.phrase.count(" ", 0, before)
    word = ours.words[at]
    if any(_does(ours, at, len(cause.split()), text) for text in support):
        return
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


def _does(ours: Text, at: int, many: int, text: Text) -> bool:
    """Whether a text has as the doer what ours gives as the cause, and does it to something that
    ours gives as the effect: “snow closed the airport”, “closed by snow”. A name is no cause.
    """
    words = ours.words
    end = next((n for n in range(at, len(words)) if words[n].clause > words[at].clause), len(words))
    after, before = words[at + many : end], words[:at]
    follows = _FOLLOWS.match(ours.text, words[at].span.start) is not None
    if follows and not any(word.stem for word in before):
        before = words[end:] or after  # “because of snow(,) the airport closed”
    cause, effect = (after, before) if follows else (before, after)
    whats = {word.stem for word in cause if word.stem and ours.text[word.span.start].islower()}
    whats |= {word.stem for word in cause[:1] if word.stem}  # a sentence begins with it
    whats |= {word.stem for word in cause[1:2] if word.stem and cause[0].said in _ARTICLES}
    done = {word.stem or word.said for word in effect}
    for n in range(1, len(text.words)):
        verb = text.words[n]
        if not _DOES.match(verb.said):
            continue
        doer = _doer(text, n)
        near = text.words[n + 1 : n + 5]
        if doer.stem in whats and any((one.stem or one.said) in done for one in near):
            return True
        is_by = near and near[0].said == "by" and doer.said in _IS
        what = {word.stem or word.said for word in text.words[max(0, n - 5) : n]}
        if is_by and any(one.stem in whats for one in near[1:]) and not what.isdisjoint(done):
            return True
    return False


def _doer(text: Text, verb: int) -> Word:
    """The word right before a verb, before its *has*, or before a parenthesis that ends there:
    “snow, which fell all night, closed”.
    """
    words = text.words
    at = verb - 1
    while at and words[at].said in _HAS:
        at -= 1
    clause = words[at].clause
    if at < verb - 1 or clause == words[verb].clause:
        return words[at]
    first = next((n for n in range(at, -1, -1) if words[n].clause < clause), -1)
    marks = text.marks[words[first].clause : words[verb].clause] if first >= 0 else ()
    is_aside = marks == (",", ",") and words[first + 1].said in _WHICH
    return words[first] if is_aside else words[at]


_HAS = frozenset(("has", "have", "had"))
_WHICH = frozenset(("which", "who"))

_FOLLOWS = Pattern(
    r"because|due to|owing to|thanks to|as a result of|caused by|prompted by|forced by",
    regex.IGNORECASE,
)
"""What is followed by its cause; of the other causes, the cause comes first."""

_ARTICLES = frozenset(("the", "a", "an"))
_IS = frozenset(("was", "were", "is", "are", "been", "being"))
_DOES = Pattern(
    r"(?:push|forc|kill|clos|shut|halt|delay|destroy|damag|ground|wreck|hamper|slow|stopp|disrupt"
    r"|prevent|knock|flood|start|plung|cripp|caus|block|hurt|paraly[sz]|strand|weaken|ruin|crash"
    r"|rais|push|boost|lift|drag|propel|cancel|collaps|injur)\p{L}*"
    r"|dr(?:ove|iven|ives?)|left|leaves|sent|sends|brought|threw|thrown|cuts?|broke|broken|hit|hits|tore|swept"
)
"""Verbs of which what does them is the cause of what comes of it."""


@cache
def _reasons(language: str) -> Pattern:
    return Pattern(REASONS[language], regex.IGNORECASE | regex.VERBOSE)
