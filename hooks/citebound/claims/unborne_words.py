"""The rule of unborne words: what is said of somebody where no passage stands beside it is said in
words of the source (docs/format.md, What a source is worth).

A sentence with a footnote shows what it rests on. What is said of a source, and why something was
corrected, shows nothing, so a sentence there that tells of somebody has no word but those of the
source and those by which one tells of texts, a closed list (:mod:`about_texts`). Compared are words
without their endings; whether the source says the same with these words, a reviewer must say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citebound.claims.about_texts import ABOUT, PEOPLE
from citebound.claims.evidence import Evidence
from citebound.claims.known import Known
from citebound.claims.name_forms import CALENDAR, NEVER, Word, words_in
from citebound.claims.statements import OF_SOURCES, Kind, Statement
from citebound.model import Source
from citebound.problems import Problem
from citebound.text.limiting import language_of
from citebound.text.patterns import Pattern
from citebound.text.sentences import split
from citebound.text.word_stems import stem

_ASKED = (OF_SOURCES - {Kind.VOICED}) | {Kind.WHY, Kind.WAS}
"""Why words are somebody's is told of how the source is written, in whatever words that takes."""

_WARNED = frozenset((Kind.WAS,))
"""What repeats what was wrong: a warning."""

_LANGUAGE = "en"
_JOINED = Pattern(r"\p{L}+(?:['’-]\p{L}+)*+")

_LEAST = 3
"""Shorter words tell nothing by themselves."""


def unborne_words(statement: Statement, known: Known) -> Iterator[Problem]:
    """A sentence that tells of somebody, with no passage beside it, has the words of the source."""
    if statement.kind not in _ASKED:
        return
    evidence = known.widened(statement).evidence
    if not _is_compared(evidence, statement.words.text):
        return
    text = statement.words.text
    for span in split(text):
        words = words_in(span.of(text))
        if not _tells_of_somebody(span.of(text), words, known):
            continue
        borne = evidence.stems
        for word in words:
            said = span.of(text)[word.start : word.end]
            if word.capital and (word.start or known.naming.is_always_capital(word)):
                continue  # a name, of which another rule asks
            if not said.isalpha() and not _JOINED.fullmatch(said):
                continue  # a figure
            if len(said) < _LEAST or {stem(said), said.casefold()} & (borne | _ABOUT):
                continue
            yield _unborne(statement, span.start + word.start, said)
            break


def _is_compared(evidence: Evidence, text: str) -> bool:
    """Whether the words are of the language of what they are compared with."""
    languages = {source.language.partition("-")[0] for source in evidence.sources}
    return languages <= {_LANGUAGE} and language_of(text) == _LANGUAGE


def _tells_of_somebody(sentence: str, words: Sequence[Word], known: Known) -> bool:
    if any(sentence[word.start : word.end].casefold() in PEOPLE for word in words):
        return True
    if next(known.naming.called.longest(sentence), None) is not None:
        return True
    return any(
        word.capital and word.start and word.form not in NEVER and word.form not in CALENDAR
        for word in words
        if word.end - word.start > 1
    )


_ABOUT = ABOUT | frozenset(map(stem, ABOUT))


def _unborne(statement: Statement, at: int, said: str) -> Problem:
    whose = "of the source" if isinstance(statement.subject, Source) else "that its page cites"
    return Problem(
        statement.words.place(at),
        "unsupported-word",
        f"this {statement.kind} says “{said}” of somebody, and no passage {whose} has the word",
        "say it in the words of the source, or leave it out; what somebody did stands in a "
        "sentence of a briefing, with its passage beside it",
        "warning" if statement.kind in _WARNED else "error",
    )
