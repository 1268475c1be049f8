"""Dates that are given without a phrase: their digits, their open ends and their bounds are in the
evidence (docs/format.md, Dates).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from citebound.checks.bound_library import BoundLibrary
from citebound.checks.event_words import said_of_event
from citebound.checks.phrase_places import gives_year, quoted_words
from citebound.claims.figures.publication import past_phrases
from citebound.claims.figures.reading import figures_in
from citebound.dates import COUNTED_FORWARD, Edtf, digits_in, parsed, resolve, rule_of
from citebound.dates.claims import as_bound
from citebound.dates.edtf import Kind
from citebound.dates.ends import bound_after, finer, unsaid_end
from citebound.dates.eras import is_before_our_era, is_of_that_year
from citebound.dates.relative import phrases_in
from citebound.dates.told_otherwise import of_another_clause, told_otherwise
from citebound.model import Event, EventDate, Fact, Passage
from citebound.problems import Problem
from citebound.problems.problem import Severity


@dataclass(frozen=True)
class _Plain:
    """A date that is given without a phrase, with the words of its evidence; ``day`` is that on
    which all of it was published, if it is one.
    """

    given: EventDate
    value: Edtf
    words: Sequence[str]
    languages: Collection[str]
    day: str
    published: str
    title: str
    status: str

    @property
    def is_to_come(self) -> bool:
        """Whether the event was still to come when its source was written."""
        return self.status in COUNTED_FORWARD

    @property
    def without_date(self) -> str:
        """The date of what the source gives no date of."""
        return f"[{self.published}..]" if self.is_to_come else f"[..{self.published}]"

    def said(self, code: str, message: str, hint: str) -> Problem:
        """What is wrong with it; what is only coarse is a warning."""
        severity: Severity = "warning" if code == "coarse-date" else "error"
        return Problem(self.given.edtf.place, code, message, hint, severity)


def plain_findings(
    project: BoundLibrary,
    entry: Event | Fact,
    given: EventDate,
    value: Edtf,
    passages: Sequence[Passage],
) -> Iterator[Problem]:
    """What is wrong with a date that is given without a phrase, or could be said more closely."""
    sources = [project.library.sources[passage.source] for passage in passages]
    published = {str(source.published) for source in sources if source.published}
    plain = _Plain(
        given,
        value,
        [quoted_words(project, passage) for passage in passages],
        {source.language.partition("-")[0] for source in sources},
        next(iter(published)) if len(published) == 1 else "",
        str(sources[0].published),
        str(entry.title if isinstance(entry, Event) else entry.text),
        str(entry.status) if isinstance(entry, Event) else "",
    )
    text = value.text.replace(" ", "")
    found: Problem | None
    before = f"[..{plain.day}]"
    # That something is put off may lie before the source, and what is put off lies after it.
    if plain.day and plain.status in ("intended", "planned") and text == before:
        found = _lies_before(plain)
    elif plain.day and text in (before, plain.without_date):
        found = _no_date_given(plain)
    elif _rests_on_bound(plain, text):
        found = None
    else:
        found = _not_said(plain) or _otherwise(plain) or _open_end(plain) or _finer(plain)
    if found:
        yield found


def _lies_before(plain: _Plain) -> Problem:
    """What was still to come, dated by the day of its source as if it had been."""
    status, _ = said_of_event(plain.status)
    return plain.said(
        "date-not-in-evidence",
        f"{plain.given.edtf!s} is before its source, and the event {status}",
        f"where the source gives no date of what is to come: {plain.without_date}",
    )


def _no_date_given(plain: _Plain) -> Problem | None:
    """Of what the source is said to give no date of, the date that it may give."""
    day, words = plain.day, plain.words
    bounds = () if plain.is_to_come else words
    after = {found for said in bounds if (found := bound_after(said, day))}
    if len(after) == 1:
        bound, said_so = next(iter(after))
        return plain.said(
            "coarse-date",
            f"the evidence gives a bound that {plain.given.edtf!s} leaves out: “{said_so}”",
            f"if it came after that, write [{bound}..{day}]",
        )
    phrases = dict(found for said in words for found in past_phrases(said, day))
    if phrases:
        have = " and ".join(f"“{phrase}”" for phrase in phrases)
        write = " or ".join(
            f"{{edtf: {edtf}, phrase: {phrase}, counted_from: published}}"
            for phrase, edtf in phrases.items()
        )
        return plain.said(
            "coarse-date",
            f"the page would say that the source gives no date; the evidence has {have}",
            f"if that is when: {write}; or quote less",
        )
    written = _only_date(words, plain.languages)
    if written:
        return plain.said(
            "coarse-date",
            f"the page would say that the source gives no date; the evidence has “{written}”",
            "if that is when, write that date; or quote less",
        )
    return None


def _rests_on_bound(plain: _Plain, text: str) -> bool:
    """Whether a date is from a bound that the evidence gives to the day of publication."""
    day = plain.day
    start = text[1:].partition("..")[0] if day and text.endswith(f"..{day}]") else ""
    return bool(start) and any(
        (found := bound_after(said, day)) is not None and found[0] == start for said in plain.words
    )


def _not_said(plain: _Plain) -> Problem | None:
    """A date whose digits are not in the evidence, or are there only as a bound."""
    if any(digits_in(plain.value, said) for said in plain.words):
        return None
    edtf = plain.given.edtf
    bound = next((found for said in plain.words if (found := as_bound(plain.value, said))), None)
    if bound:
        return plain.said(
            "date-not-in-evidence",
            f"the evidence does not say {edtf!s}, but gives it as a bound: “{bound[1]}”",
            f"write {bound[0]}",
        )
    return plain.said(
        "date-not-in-evidence",
        f"the evidence does not say {edtf!s}",
        f"{_borne_out(plain)}; or, where it gives no date: {plain.without_date}",
    )


def _borne_out(plain: _Plain) -> str:
    """What may be written of the evidence in place of a date that it does not say: a phrase that
    a rule counts, the year or month that it does say, or else the bare phrase.
    """
    origin = parsed(plain.published)
    counted: dict[str, str] = {}
    for said in plain.words if origin else ():
        for found in phrases_in(said):
            rule, words = rule_of(found.words), " ".join(found.words.split())
            from_day = rule and rule.counted and not rule.of_evidence
            own = gives_year(found.words, said, found.end) or is_of_that_year(said, found.end)
            if from_day and not own:
                value = resolve(words, origin, forward=plain.is_to_come) if origin else None
                counted |= {words: value.text} if value else {}
    if counted:
        written = " or ".join(
            f"{{edtf: {value}, phrase: {phrase}, counted_from: published}}"
            for phrase, value in counted.items()
        )
        return f"give the source's phrase, if that is when: {written}"
    text = plain.value.text
    coarser = (text[:-3], text[:-6]) if plain.value.kind is Kind.DATE else ()
    for shorter in coarser:
        value = parsed(shorter) if len(shorter) in (4, 7) else None
        if value is not None and any(digits_in(value, said) for said in plain.words):
            return f"write no more than it says: {shorter}"
    bare = "no phrase that is quoted here has a rule"
    return f"{bare}; keep the source's phrase alone: {{phrase: …}}" if plain.status else bare


def _otherwise(plain: _Plain) -> Problem | None:
    """A date that every passage which has it gives otherwise: as another’s, or one of two."""
    edtf = plain.given.edtf
    having = [said for said in plain.words if digits_in(plain.value, said)]
    every = [told_otherwise(plain.value, said, plain.title) for said in having]
    found = next(iter(every), None)
    if found is not None and all(every):
        return Problem(
            edtf.place,
            "date-not-in-evidence",
            f"the evidence does not give {edtf!s} as this date, but {found.what}: “{found.said}”",
            f"write {found.write}"
            if found.write
            else "write the date that the evidence gives of "
            "this, or quote the words that give it; or leave the date out",
            "warning" if found.likely else "error",
        )
    verbs = [of_another_clause(plain.value, said, plain.title) for said in having]
    if verbs and all(verbs):
        return Problem(
            edtf.place,
            "date-not-in-evidence",
            f"{edtf!s} is not beside what the title tells; that is in “{verbs[0]}”",
            "write the date of what the title tells",
            "warning",
        )
    return None


def _open_end(plain: _Plain) -> Problem | None:
    """A date with an end that is open, where the words do not leave it open."""
    value = plain.value
    end = unsaid_end(value, plain.words, plain.languages)
    if not end:
        return None
    closed = ""
    if len(value.stretches) == 1 and value.moments:
        closed = f"write {re.sub(r'[][/]|[.][.]', '', value.text)}, or "
    return plain.said(
        "date-not-in-evidence",
        f"the evidence does not say that {plain.given.edtf!s} has an open {end}",
        f"{closed}quote the words that leave it open, such as “since” or “at least”",
    )


def _finer(plain: _Plain) -> Problem | None:
    """A date that the evidence gives more precisely."""
    close = {found for said in plain.words if (found := finer(plain.value, said))}
    if len(close) != 1:
        return None
    edtf, said = next(iter(close))
    return plain.said(
        "coarse-date",
        f"the evidence is more precise than {plain.given.edtf!s}: it says {said}",
        f"if that is the day, or the month, of this event, write {edtf}",
    )


def _only_date(words: Sequence[str], languages: Collection[str]) -> str:
    """The one date that the evidence writes out, with its year and at least its month."""
    language = next(iter(languages)) if len(languages) == 1 else ""
    found = {
        said[figure.span.start : figure.span.end]
        for said in words
        for figure in figures_in(said, language)
        if not is_before_our_era(said, figure.span.start, figure.span.end)
        and any(isinstance(v.amount, tuple) and v.amount[0] and v.amount[1] for v in figure.values)
    }
    return found.pop() if len(found) == 1 else ""
