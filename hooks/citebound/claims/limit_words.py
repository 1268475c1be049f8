"""What a single word limits, and where the words around it take that from it.

The words themselves are in :mod:`citebound.text.limiting`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

import regex

from citebound.claims.range_ends import RangeEnd
from citebound.model import Span
from citebound.text.bounding import Bounding
from citebound.text.common import in_small_letters
from citebound.text.limiting import (
    AS_GOOD_AS,
    AS_GOOD_AS_NOT,
    BOTH,
    CONDITIONS,
    DUE,
    LIMITS,
    Limit,
)
from citebound.text.patterns import Pattern

STEM = 5
"""So many letters of a word are compared."""

_SHORTEST = 4
_PLAIN = frozenset((
    "that", "this", "these", "those", "with", "from", "have", "been", "were", "will", "would",
    "which", "their", "they", "them", "than", "then", "when", "also", "into", "about", "after",
    "before", "other", "such", "while", "what", "where", "being", "does", "shall", "should",
    "made", "make", "more", "much", "many", "very", "there", "here", "both", "each", "your",
    "whose", "through", "over", "under", "above", "below", "since", "until", "upon", "within",
    "during", "nearly", "almost", "почти", "около", "того", "этого", "чтобы", "который", "которые",
    "которая", "была", "было", "были", "есть", "себя", "свой", "свои",
))  # fmt: skip
"""Words that carry too little to be compared."""


class Word(NamedTuple):
    """A word: where it starts and ends, its ``stem`` if it may be limited, its ``limit`` if it
    limits, what it bears out ``also``, its ``values`` if a figure ends with it, with the
    ``measure`` of that figure, ``loose`` where its word may be none: a treaty over two islands.
    ``within`` is the range that the figure is an end of, and ``range_end`` what is known of that
    end. ``clause`` counts the stretches between marks.

    Of a figure, ``whole`` is all of it as written, from ``begins`` on, and ``bound`` how it is
    bounded. ``free`` is a
    measure that our words may add, since it need be none: “over two days”. What negates has in
    ``turns`` the dates whose bounds it turns round, each with the bound that it makes of theirs.
    ``in_length`` is a part of a length, which the rest of the length measures: “three years and six
    months” are more than three years.
    """

    start: int
    end: int
    said: str
    clause: int
    stem: str = ""
    limit: Limit | None = None
    also: tuple[Limit, ...] = ()
    values: tuple[object, ...] = ()
    measure: str = ""
    loose: bool = False
    within: str = ""
    whole: str = ""
    bound: Bounding = Bounding.NONE
    free: bool = False
    turns: tuple[tuple[object, Bounding], ...] = ()
    range_end: RangeEnd | None = None
    begins: int = 0
    in_length: bool = False

    @property
    def span(self) -> Span:
        """Where it is."""
        return Span(self.start, self.end)

    @property
    def bounded(self) -> str:
        """The words that measure its figure, if any certainly do."""
        return "" if self.loose else self.measure or self.within

    @property
    def bounded_so(self) -> str:
        """What measures its figure, with the figure, as findings say it."""
        if self.measure:
            return f"“{self.measure}” with “{self.whole}”"
        return f"“{self.within}”, of which “{self.whole}” is an end"


_BORNE_OUT: Mapping[Limit, frozenset[str]] = {
    **AS_GOOD_AS,
    Limit.NOT: AS_GOOD_AS[Limit.NOT] | AS_GOOD_AS_NOT | BOTH,
    Limit.MAY: BOTH,
}

_NO_LIMIT = Pattern(r"\bnot only\b|\bне только\b|\bat (?:the )?most\b", regex.IGNORECASE)
_SUPERLATIVE = Pattern(
    r"\b(?:the|his|her|its|their|our|’s|'s) (?:(?:second|third|fourth|fifth) )?(most)\b",
    regex.IGNORECASE,
)
_CONDITIONS = Pattern(rf"\b(?:{'|'.join(CONDITIONS)})\b", regex.IGNORECASE)
_SMALL_NUMBERS = "|".join((*LIMITS["en"].numbers, *LIMITS["en"].before))
_ARTICLES = "the|an?|any|his|her|its|their|this|that|these|those"
_BARELY = "slightly|about|nearly|almost|around|roughly|some|just|only|less|more|under|below|between"
_DECLINED = Pattern(
    rf"""\b(?<!\b(?:{_ARTICLES}|of|in|further|sharp)\s)declin(?:e|es|ed|ing)\s+
        (?:to\s+(?!(?:{_ARTICLES}|record|low|{_BARELY}|{_SMALL_NUMBERS})\b)\p{{L}}
          |(?:the|an|any|his|her|its|their|comment)\s+
           (?!(?:past|last|following|previous|next|same|first|second|most|more)\b)\p{{L}})
      |\b(?:was|were|been|is|are|being|politely)\s+declined\b""",
    regex.IGNORECASE | regex.VERBOSE,
)
"""Where *decline* refuses. Exports decline too, by a third or to a record low."""

_APPEARED = Pattern(r"\bappear(?:s|ed)?(?=\s+(?:in|at|on)\b)", regex.IGNORECASE)
"""Where *appear* is to come out or to be seen, and doubts nothing: in a journal, at a hearing."""

_MAY_BE_EXCEPTED = ("not only", "не только", "most", "appear", "declin")
"""In small letters each exception has one of these."""

_FELL = Pattern(r"\bdeclin\w*", regex.IGNORECASE)
_DUE = Pattern(
    rf" due to (?=(?:{'|'.join(DUE)}) (?!of ))"
    rf"|(?<= (?:is|are|was|were|be|been|now|still|also|not)) due to (?!(?:{_ARTICLES}) |\w+ing )"
)


def exceptions(text: str) -> dict[int, Limit | None]:
    """Where a word of a text has another limit than it has by itself: its place and the limit, or
    ``None`` where it has none.
    """
    found: dict[int, Limit | None] = {}
    folded = in_small_letters(text)
    if not any(word in folded for word in _MAY_BE_EXCEPTED):
        return found
    for one in _NO_LIMIT.finditer(text):
        found |= dict.fromkeys(range(*one.span()))
    if "most" in folded:
        for one in _SUPERLATIVE.finditer(text):
            found.setdefault(one.start(1), Limit.MOST)
    if "appear" in folded:
        found |= {one.start(): None for one in _APPEARED.finditer(text)}
    if "declin" in folded:
        refused = {at for one in _DECLINED.finditer(text) for at in range(*one.span())}
        for one in _FELL.finditer(text):
            if one.start() not in refused:
                found[one.start()] = None
    return found


def conditions(text: str) -> Iterator[int]:
    """Where the phrases of a text begin that bear out a condition."""
    folded = in_small_letters(text)
    if any(phrase in folded for phrase in CONDITIONS):
        yield from (found.start() for found in _CONDITIONS.finditer(text))


def without_dues(phrase: str) -> str:
    """A text's words without what is due to happen, which is no cause: "was due to start"."""
    return _DUE.sub(" ", phrase) if " due to " in phrase else phrase


@cache
def _kind_of(language: str) -> dict[str, Limit]:
    return {said: kind for kind, words in LIMITS[language].words.items() for said in words}


def _limit(said: str, typed: str, language: str) -> Limit | None:
    if said.endswith(("n't", "n’t")):
        return Limit.NOT
    if said == "may" and typed != said:  # the month
        return None
    known = _kind_of(language).get(said)
    if known is not None:
        return known
    for kind, stems in LIMITS[language].stems.items():
        if said.startswith(stems):
            return kind
    return None


@lru_cache(maxsize=16384)
def known_word(typed: str, language: str) -> tuple[str, Limit | None, tuple[Limit, ...], str]:
    """What is known of a word by itself: in small letters, its limit, what other kinds of limits
    it bears out, its stem.
    """
    said = typed.lower()
    limit = _limit(said, typed, language)
    borne = {} if said == "may" and typed != said else _BORNE_OUT  # the month
    also = tuple(kind for kind, words in borne.items() if said in words and kind is not limit)
    content = limit in (None, Limit.PLAN) and not (
        said in _PLAIN or len(said) < _SHORTEST or said[0].isnumeric()
    )
    # A short word that is inflected differs in its last letter: порт, порта.
    length = _SHORTEST if language == "ru" and len(said) <= STEM else STEM
    return said, limit, also, said[:length] if content else ""
