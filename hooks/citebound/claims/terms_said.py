"""The rule of terms: a term of ours is nobody's words and no name (docs/quoting.md, Terms)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from citebound.claims.known import Known
from citebound.claims.name_forms import NEVER, words_in
from citebound.claims.own_words import QUOTED
from citebound.claims.said_beside import sayer_of
from citebound.claims.saying import CALLING, SPEECHES
from citebound.claims.statements import Kind, Statement
from citebound.problems import Problem
from citebound.text.folding import fold
from citebound.text.patterns import Pattern

_FIRST = 3
"""So many signs from its beginning a term begins a sentence."""

_WE = frozenset(("we", "мы"))
"""Who may call something by a term of ours: we."""

_OF_CORRECTIONS = (Kind.CORRECTION, Kind.WAS, Kind.WITHDRAWN, Kind.WHY)

_ENDS = Pattern(r"[.!?…။](?=[\s\1]|\Z)")


def terms_said(statement: Statement, known: Known) -> Iterator[Problem]:
    """A term stands in no sentence that tells of an actor or of speech, unless the evidence has
    it.
    """
    if not statement.terms or statement.kind in _OF_CORRECTIONS:
        return
    text = statement.words.text
    names = frozenset(name for actor in known.library.actors.values() for name in actor.called)
    between = text.split(QUOTED)
    ends = [0, *(match.end() for match in _ENDS.finditer(text)), len(text)]
    why_of: dict[int, str | None] = {}
    held = [fold(words).text.casefold() for words in statement.evidence.around]
    for number, at in enumerate(n for n, letter in enumerate(text) if letter == QUOTED):
        term = statement.terms.get(number)
        if term is None:
            continue
        words = fold(term).text.casefold().strip(" .,!?;:")
        if any(words in one for one in held):
            continue
        if sayer_of(between[number], term, between[number + 1], names):
            continue  # found by the check of terms beside a verb of saying
        number_of = bisect_right(ends, at) - 1
        if number_of not in why_of:
            why_of[number_of] = _why(text[ends[number_of] : ends[number_of + 1]], known)
        first = at - ends[number_of] < _FIRST
        if why := why_of[number_of] or _name(term, first=first):
            yield Problem(
                statement.words.place(at),
                "loose-quotation",
                f"a term of ours stands as somebody's words, with “{why}”: “{term}”",
                "quote the source, with [@source-id] and without {.term}; or leave out the marks",
            )


def _name(term: str, *, first: bool) -> str | None:
    """The word by which a term is a name: one with a capital that the sentence does not ask for."""
    words = words_in(term)
    if first or len(words) > 1:  # the first word of some words is no name for its capital
        words = words[1:]
    names = (w for w in words if w.capital and w.end - w.start > 1 and w.form not in NEVER)
    return next((term[word.start : word.end] for word in names), None)


def _why(sentence: str, known: Known) -> str | None:
    """By what words a sentence tells of an actor or of speech, if it does."""
    words = words_in(sentence)
    before = ""
    for word in words:
        small = sentence[word.start : word.end].casefold()
        if small in SPEECHES or (small in CALLING and before not in _WE):
            return sentence[word.start : word.end]
        before = small
    naming = next(iter(known.naming.called.longest(sentence)), None)
    return None if naming is None else sentence[naming.start : naming.end]
