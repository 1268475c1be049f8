"""Whether a phrase of a date is counted from the date that its sentence has.

“He was arrested on 5 March 2019 and freed in April” dates April by the arrest, and not by the day
of the source. What a sentence means is decided by nobody here, so these findings are warnings.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

import regex

from citebound.checks.bound_library import BoundLibrary
from citebound.checks.phrase_places import places_in_evidence
from citebound.claims.saying import SAYING, WITH_THAT
from citebound.dates import Edtf, digits_in, resolve
from citebound.dates.said_bounds import written
from citebound.model import EventDate, Passage
from citebound.problems import Problem
from citebound.text.patterns import Pattern

_FRAMES = Pattern(
    r"(?:\A|[\s(,])(?:in|on|by|at|during|since|from|until|till|to|on the (?:night|morning|evening)"
    r"(?: of)?|в|во|на|с)\s+(?:the\s+)?(?:early\s+|late\s+|\p{Lu}\p{L}+day,?\s+)?\Z|\A\s*\Z",
    regex.IGNORECASE,
)
"""What stands before a date that says when: not in “the vote of 2019”, “the 2021 coup”."""

_OF_SOMETHING = Pattern(
    r"\b(?:since|after|before|following|until|после|до)\s+(?:\p{L}+\s+){1,5}(?:in|of|в)\s+\Z",
    regex.IGNORECASE,
)
"""“Since the coup in 2021” dates the coup."""

_VERBS = frozenset(
    form for verbs in (*SAYING["en"], *WITH_THAT["en"], *SAYING["ru"]) for form in verbs.split()
)
_WORD = Pattern(r"\b\w+")
_STOPS = ".;!?"
_BESIDE = 30
"""A verb of saying stands no further than so many characters before the date that is its own."""

_REACH = 80
_MOST = 8
"""So many places of a phrase are looked at."""


class _Sentence(NamedTuple):
    """The sentence of a phrase, and where the phrase is in it."""

    text: str
    start: int
    end: int


def framed_findings(
    project: BoundLibrary,
    given: EventDate,
    value: Edtf,
    origin: Edtf,
    passages: tuple[Passage, ...],
) -> Iterator[Problem]:
    """Of a date that its phrase bears out, what its sentence says against what it is counted
    from, if every place of the phrase says so.
    """
    sentences = [*islice(_sentences(project, given, passages), _MOST)]
    if not sentences or given.phrase is None:
        return
    if given.counted_from == "published":
        dates = [_own_date(sentence, value) for sentence in sentences]
        if all(dates):
            yield Problem(
                given.edtf.place,
                "date-phrase",
                f"the sentence has a date by which “{given.phrase}” may be meant: {dates[0]}",
                "if so, write that date under counted_from",
                "warning",
            )
        return
    ways = [resolve(given.phrase, origin, forward=forward) for forward in (False, True)]
    if ways[0] == ways[1]:
        return
    onward = value.upper > origin.upper
    places = [_place_of(sentence, origin) for sentence in sentences]
    if all(place == ("after" if onward else "before") for place in places):
        other = ways[not onward]
        stands = "before" if onward else "after"
        yield Problem(
            given.edtf.place,
            "date-disagrees",
            f"“{given.phrase}” is counted {'forward' if onward else 'backward'} from {origin.text},"
            f" and stands {stands} it",
            f"if the source tells things in their order, it is {other.text if other else ''}",
            "warning",
        )


def _sentences(
    project: BoundLibrary, given: EventDate, passages: tuple[Passage, ...]
) -> Iterator[_Sentence]:
    for passage in passages:
        source = project.library.sources[passage.source]
        for place in places_in_evidence(given.phrase or "", passage, source):
            for sentence in source.sentences_in(place):
                start = sentence.span.start
                text = sentence.span.of(source.text)
                yield _Sentence(text, place.start - start, place.end - start)


def _own_date(sentence: _Sentence, value: Edtf) -> str:
    """The date with a year that says when what the phrase dates was told, or was; "" for none,
    and where the value lies within it.
    """
    text = sentence.text
    for date in written(text):
        said = text[date.start : date.end]
        if not date.has_year or _is_within(value, said):
            continue
        near = max(0, date.start - _REACH)
        before = text[near : date.start]
        if date.end <= sentence.start:
            if _FRAMES.search(before) and not _OF_SOMETHING.search(before):
                return said
        elif date.start >= sentence.end and _is_said_on(text, max(sentence.end, near), date.start):
            return said
    return ""


def _is_said_on(text: str, start: int, end: int) -> bool:
    """Whether a verb of saying stands between two places, right before the second: “the harbour
    shut yesterday, he wrote on 5 May 2020”.
    """
    start = max(start, *(text.rfind(stop, start, end) + 1 for stop in _STOPS))
    return any(
        word.group().casefold() in _VERBS and end - word.end() <= _BESIDE
        for word in _WORD.finditer(text, start, end)
    )


def _is_within(value: Edtf, said: str) -> bool:
    """Whether a date is of the year that some words give, and of no month that they do not."""
    year = f"{value.lower.year:04}"
    return value.lower.year == value.upper.year and (said.strip() == year or digits_in(value, said))


def _place_of(sentence: _Sentence, origin: Edtf) -> str:
    """Whether the phrase stands after what it is counted from, or before it; "" if neither."""
    for date in written(sentence.text):
        if date.has_year and digits_in(origin, sentence.text[date.start : date.end]):
            return "before" if date.end <= sentence.start else "after"
    return ""
