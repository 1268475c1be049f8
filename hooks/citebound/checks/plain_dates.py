"""Dates that are given without a phrase: their digits, their open ends and their bounds are in the
evidence (docs/format.md, Dates).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from citebound.checks.bound_library import BoundLibrary
from citebound.checks.phrases import quoted_words
from citebound.claims.figures.publication import past_phrases
from citebound.claims.figures.reading import figures_in
from citebound.dates import Edtf, digits_in
from citebound.dates.ends import bound_after, finer, unsaid_end
from citebound.model import EventDate, Passage
from citebound.problems import Problem


def plain_findings(
    project: BoundLibrary, given: EventDate, value: Edtf, passages: Sequence[Passage]
) -> Iterator[Problem]:
    """What is wrong with a date that is given without a phrase, or could be said more closely."""
    sources = [project.library.sources[passage.source] for passage in passages]
    published = {str(source.published) for source in sources if source.published}
    day = next(iter(published)) if len(published) == 1 else ""
    words = [quoted_words(project, passage) for passage in passages]
    languages = {source.language.partition("-")[0] for source in sources}
    text = value.text.replace(" ", "")
    if day and text == f"[..{day}]":
        after = {found for said in words if (found := bound_after(said, day))}
        if len(after) == 1:
            bound, said_so = next(iter(after))
            yield Problem(
                given.edtf.place,
                "coarse-date",
                f"the evidence gives a bound that {given.edtf!s} leaves out: “{said_so}”",
                f"if it came after that, write [{bound}..{day}]",
                "warning",
            )
            return
        phrases = dict(found for said in words for found in past_phrases(said, day))
        if phrases:
            have = " and ".join(f"“{phrase}”" for phrase in phrases)
            write = " or ".join(
                f"{{edtf: {edtf}, phrase: {phrase}, counted_from: published}}"
                for phrase, edtf in phrases.items()
            )
            yield Problem(
                given.edtf.place,
                "coarse-date",
                f"the page would say that the source gives no date; the evidence has {have}",
                f"if that is when: {write}; or quote less",
                "warning",
            )
        elif written := _only_date(words, languages):
            yield Problem(
                given.edtf.place,
                "coarse-date",
                f"the page would say that the source gives no date; the evidence has “{written}”",
                "if that is when, write that date; or quote less",
                "warning",
            )
        return
    start = text[1:].partition("..")[0] if day and text.endswith(f"..{day}]") else ""
    if start and any((f := bound_after(said, day)) and f[0] == start for said in words):
        return
    if not any(digits_in(value, said) for said in words):
        yield Problem(
            given.edtf.place,
            "date-not-in-evidence",
            f"the evidence does not say {given.edtf!s}",
            f"give the source's phrase: {{edtf: {given.edtf}, phrase: …, counted_from: "
            f"published}}; or, where it gives no date: [..{sources[0].published}]",
        )
        return
    end = unsaid_end(value, words, languages)
    if end:
        closed = re.sub(r"[\[\]/]|\.\.", "", given.edtf)
        yield Problem(
            given.edtf.place,
            "date-not-in-evidence",
            f"the evidence does not say that {given.edtf!s} has an open {end}",
            f"write {closed}, or quote the words that leave it open, such as “since” or “at least”",
        )
        return
    close = {found for said in words if (found := finer(value, said))}
    if len(close) == 1:
        found = next(iter(close))
        yield Problem(
            given.edtf.place,
            "coarse-date",
            f"the evidence is more precise than {given.edtf!s}: it says {found[1]}",
            f"if that is the day, or the month, of this event, write {found[0]}",
            "warning",
        )


def _only_date(words: Sequence[str], languages: Collection[str]) -> str:
    """The one date that the evidence writes out, with its year and at least its month."""
    language = next(iter(languages)) if len(languages) == 1 else ""
    found = {
        said[figure.span.start : figure.span.end]
        for said in words
        for figure in figures_in(said, language)
        if any(isinstance(v.amount, tuple) and v.amount[0] and v.amount[1] for v in figure.values)
    }
    return found.pop() if len(found) == 1 else ""
