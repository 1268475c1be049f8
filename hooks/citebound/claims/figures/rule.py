"""The rule of figures: each figure of ours stands in the evidence, and beside the same words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from citebound.claims.figures.beside import around
from citebound.claims.figures.bounding import (
    bound_words,
    bound_words_like,
    is_denied,
    with_bound,
)
from citebound.claims.figures.comparing import MOST, keeps_bound
from citebound.claims.figures.compound_units import is_dollar
from citebound.claims.figures.directions import direction_of, turned
from citebound.claims.figures.endings import CURRENCIES
from citebound.claims.figures.english import ENGLISH
from citebound.claims.figures.held import Held
from citebound.claims.figures.moved import Places, form_of, is_bounded, is_share
from citebound.claims.figures.publication import after_phrase, is_published
from citebound.claims.figures.reading import in_column
from citebound.claims.figures.rounding import (
    Rounded,
    called_part,
    called_rounded,
    is_rounded_to_part,
    is_rounding,
)
from citebound.claims.figures.senses import Sense, conflict, doubt, names_time, sense_of
from citebound.claims.figures.values import PERCENT, Figure, Kind, Value
from citebound.claims.known import Known
from citebound.claims.own_words import OwnWords
from citebound.claims.statements import Kind as StatementKind
from citebound.claims.statements import Statement
from citebound.model import Span
from citebound.problems import Problem
from citebound.text.bounding import Bounding
from citebound.text.limiting import language_of

_IN_TEXT = frozenset(
    {StatementKind.SENTENCE, StatementKind.LABEL, StatementKind.NOTE, StatementKind.ANALYSIS}
)
_PARTS_OF_ONE = frozenset(("", "/", "in", "out of", "-", "–", "—", "из", "в"))
_RANGE = frozenset(("and", "to", "or", "и", "до", "или", "of", "of the"))
_OURS = frozenset(
    {
        StatementKind.ANALYSIS,
        StatementKind.ASSUMES,
        StatementKind.OTHERWISE,
        StatementKind.WATCH,
    }
)
"""What is our own analysis: its figures are ours."""

_SAME = 12
"""In languages without a table, digits up to this may be words in the evidence."""


def figures(statement: Statement, known: Known) -> Iterator[Problem]:
    """Each figure of a statement stands in its evidence, by value and with its bound."""
    if statement.kind in _OURS or not statement.evidence:
        return
    words = statement.words
    language = language_of(words.text)
    asked = tuple(f for f in in_column(statement.head, words.text, language) if not f.quiet)
    if not asked:
        return
    compared = _Compared(statement, known.figures(statement.evidence), asked)
    last: tuple[str, Span] | None = None
    for figure in asked:
        if _is_ours(words, figure):
            continue
        for problem in compared.findings(figure):
            if last is None or not _is_one_slip(words.text, last, (problem.code, figure.span)):
                yield problem
            last = problem.code, figure.span


def _is_one_slip(text: str, first: tuple[str, Span], second: tuple[str, Span]) -> bool:
    """Whether two figures with the same finding are parts of one: “seven in ten”, “first two”,
    “2023–24”; where they were moved, also “between 9 and 14”.
    """
    between = " ".join(text[first[1].end : second[1].start].split())
    joins = _PARTS_OF_ONE if second[0] == "unsupported-figure" else _PARTS_OF_ONE | _RANGE
    return first[0] == second[0] and between.lower() in joins


def _is_ours(words: OwnWords, figure: Figure) -> bool:
    """Whether an editor has marked a figure as a count of our own."""
    marked = any(at in words.ours for at in range(figure.span.start + 1, figure.span.end + 2))
    return marked and not any(_is_told(value) for value in figure.values)


def _is_told(value: Value) -> bool:
    """Whether nobody counts such a figure: a share, a sum of money, a date with its year."""
    dated = isinstance(value.amount, tuple) and value.amount[0] and value.amount[1]
    return bool(dated) or value.unit == PERCENT or value.unit in CURRENCIES or is_dollar(value.unit)


@dataclass(frozen=True)
class _Compared:
    statement: Statement
    held: Held
    asked: tuple[Figure, ...]

    def findings(self, ours: Figure) -> Iterator[Problem]:
        equal = self.held.figures.equal_to(ours)
        same = [number for number in equal if not self._conflict(ours, number)]
        if equal and not same:
            yield self._other_sense(ours, equal[0])
            return
        equal = same
        if equal and keeps_bound(ours, (self.held.figures.found[n] for n in equal)):
            yield from self._moved(ours, equal)
        elif not equal and ours.parts and self._has_parts(ours):
            return
        elif not (self._is_date_of_source(ours) or self._undecided(ours) or self._is_rounded(ours)):
            alike = [n for n in equal if self._is_times(ours) <= self._is_times_there(n)]
            yield self._unequal_limit(ours, alike[0]) if alike else self._unsupported(ours)

    def _is_times(self, ours: Figure) -> bool:
        """Whether a figure says how many times as much: no count is shown for it."""
        return self._said(ours).lower() in ENGLISH.times

    def _is_times_there(self, number: int) -> bool:
        text, figure = self.held.placed[number]
        return figure.span.of(text).lower() in ENGLISH.times

    def _conflict(self, ours: Figure, number: int) -> str:
        """How a figure of the evidence with the value of ours counts something else."""
        return conflict(self._sense(ours), sense_of(*self.held.placed[number]))

    def _doubt(self, ours: Figure, number: int) -> str:
        text, theirs = self.held.placed[number]
        mine, other = self._sense(ours), sense_of(text, theirs)
        if other.per and names_time(self.statement.words.text, ours.span, other.per):
            return ""
        return doubt(mine, other)

    def _sense(self, ours: Figure) -> Sense:
        return sense_of(self.statement.words.text, ours)

    def _other_sense(self, ours: Figure, number: int, how: str = "") -> Problem:
        text = self.statement.words.text
        is_what = how or self._conflict(ours, number)
        return Problem(
            self.statement.words.place(ours.span.start),
            "unsupported-figure",
            f"{self._said(ours)} is {is_what} here, “{around(text, ours.span)}”, and not in the "
            f"evidence: “{around(*_at(self.held.placed[number]))}”",
            f"say what the source counts, or add a footnote whose passage says it so; "
            f"{self._count()}",
        )

    def _has_parts(self, ours: Figure) -> bool:
        """Whether each of the counts that ours consists of is there: “five in ten villages”."""
        each = [self.held.figures.equal_to(part) for part in ours.parts]
        return all(each)

    def _said(self, ours: Figure) -> str:
        return ours.span.of(self.statement.words.text)

    def _undecided(self, ours: Figure) -> bool:
        if not self.held.unread:
            return False
        amount = ours.values[0].amount
        named = ours.values[0].kind in (Kind.WEEKDAY, Kind.VAGUE, Kind.ORDINAL)
        month = isinstance(amount, tuple) and amount[1] > 0
        small = not isinstance(amount, (tuple, str)) and amount <= _SAME
        measured = bool(ours.values[0].unit)
        return ours.worded or measured or named or month or small

    def _is_date_of_source(self, ours: Figure) -> bool:
        if ours.values[0].kind is not Kind.DATE:
            return False
        if after_phrase(self.statement.words.text, ours.span) and any(
            is_published(ours, str(source.published)) for source in self.held.evidence.sources
        ):
            return True
        resolving = self.held.resolving
        equal = [resolving.found[n] for n in resolving.equal_to(ours)]
        return bool(equal) and keeps_bound(ours, equal)

    def _roundings(self, ours: Figure, sense: Rounded) -> bool:
        return any(is_rounding(ours, theirs, sense) for _, theirs in self.held.placed[:MOST])

    def _is_rounded(self, ours: Figure) -> bool:
        """Whether ours is called rounded, and is."""
        text = self.statement.words.text
        sense = called_rounded(text, ours.span)
        if sense is not Rounded.NOT and self._roundings(ours, sense):
            return True
        return self._is_part(ours, called_part(text, ours.span))

    def _is_part(self, ours: Figure, sense: str) -> bool:
        return any(is_rounded_to_part(ours, one, sense) for _, one in self.held.placed[:MOST])

    # --- what is said -----------------------------------------------------------------------

    @cached_property
    def _places(self) -> Places:
        return Places(self.statement.words.text, self.asked, self.held)

    def _nearest(self, ours: Figure) -> tuple[tuple[str, Figure] | None, int]:
        """The figure of the evidence that ours probably meant, of its kind and with its unit, and
        how many of the words beside it are beside ours.
        """
        form = form_of(ours.values[0])
        amounts = {value.amount for value in ours.values}
        wanted = self._places.wanted(ours)
        every = [
            (figure, (len(wanted & near), -n))
            for n, ((_, figure), near) in enumerate(
                zip(self.held.placed[:MOST], self.held.beside, strict=False)
            )
            if not figure.quiet and self._is_times(ours) <= self._is_times_there(n)
        ]
        like = [
            score
            for figure, score in every
            if form_of(figure.values[0]) == form or any(v.amount in amounts for v in figure.values)
        ]
        if not like and is_share(ours):
            like = [score for figure, score in every if is_share(figure)]
        if not like:
            return None, 0
        beside, number = max(like)
        return self.held.placed[-number], beside

    def _unsupported(self, ours: Figure) -> Problem:
        said, text = self._said(ours), self.statement.words.text
        near, beside = self._nearest(ours)
        if near is None:
            has = "it has no such figure"
            write = f"quote a passage that has {said}, or say it without the figure"
        else:
            has = f"the source has {near[1].span.of(near[0])}: “{around(*_at(near))}”"
            write = f"add a footnote whose passage has {said}"
            if beside:
                write = f"write {near[1].span.of(near[0])}, or {write}"
        if self._roundings(ours, Rounded.NOT) or self._is_part(ours, "about"):
            small = said[:1].lower() + said[1:]
            write = f"a rounded figure needs “about”: write “about {small}”; or {write}"
        if any(is_published(ours, str(s.published)) for s in self.held.evidence.sources):
            write = f"to give the date of the source, write “as of {said}”; or {write}"
        return Problem(
            self.statement.words.place(ours.span.start),
            "unsupported-figure",
            f"{said} is not in the evidence of “{around(text, ours.span)}”; {has}",
            f"{write}; {self._count()}",
        )

    def _count(self) -> str:
        if self.statement.kind is StatementKind.CORRECTION:
            return "what was wrong is said without the figure (“a later year”)"
        if self.statement.kind in _IN_TEXT:
            return "a count of our own has {.ours} right after the figure"
        return (
            "a count of our own is given without a figure here (“both readings”), "
            "or in the text, with {.ours}"
        )

    def _unequal_limit(self, ours: Figure, number: int) -> Problem:
        said, text = self._said(ours), self.statement.words.text
        theirs = self.held.placed[number]
        added = bound_words(text, ours) if is_bounded(ours) else ""
        write = f"write {said} itself"
        if is_bounded(theirs[1]) and theirs[1].also is not Bounding.NONE:
            write = f"write “{with_bound(*theirs)}”, as the source does"
            write += ", with what its sentence denies" if is_denied(*theirs) else ""
            missing = bound_words(*theirs)
            write += f": “{added}” is not borne out" if added else f": “{missing}” is missing here"
            like = bound_words_like(theirs[1].bounding, language_of(text))
            if like:
                write += f"; words for it stand right beside the figure: {like}"
        elif added:
            write += f": “{added}” is not borne out, unless the source says so in other words"
        return Problem(
            self.statement.words.place(ours.span.start),
            "unsupported-figure",
            f"“{around(text, ours.span)}” is not what the evidence says of {said}: "
            f"“{around(*_at(theirs))}”",
            write,
        )

    def _moved(self, ours: Figure, equal: list[int]) -> Iterator[Problem]:
        """A figure that stands in the evidence, but beside the words of another. A heading and
        the few words of a cell are too short to tell.
        """
        if self.statement.kind is StatementKind.LABEL:
            return
        doubt = [self._doubt(ours, number) for number in equal[:MOST]]
        if all(doubt):
            yield replace(
                self._other_sense(ours, equal[0], doubt[0]), code="moved-figure", severity="warning"
            )
            return
        nearer = self._places.moved_from(ours, equal)
        if nearer is None:
            yield from self._turned(ours, equal)
            return
        text, said = self.statement.words.text, self._said(ours)
        yield Problem(
            self.statement.words.place(ours.span.start),
            "moved-figure",
            f"{said} stands beside other words in the evidence: here “{around(text, ours.span)}”, "
            f"there “{around(*_at(self.held.placed[equal[0]]))}”",
            f"check which figure is meant; beside these words the source has "
            f"{self._of_evidence(nearer)}",
            "warning",
        )

    def _turned(self, ours: Figure, equal: list[int]) -> Iterator[Problem]:
        """A figure that points another way than in the evidence: “rose to 5” for “rose by 5”."""
        text = self.statement.words.text
        way = direction_of(text, ours, language_of(text))
        if way is None:
            return
        there = [self.held.placed[number] for number in equal[:MOST]]
        theirs = [(f, direction_of(t, f, self.held.language(t))) for t, f in there]
        if turned(ours, way, theirs):
            yield Problem(
                self.statement.words.place(ours.span.start),
                "moved-figure",
                f"{self._said(ours)} is {way.direction} here, “{around(text, ours.span)}”, and "
                f"not in the evidence: “{around(*_at(there[0]))}”",
                "say it as the source does, or add a footnote with the passage that says it so",
                "warning",
            )

    def _of_evidence(self, number: int) -> str:
        text, figure = self.held.placed[number]
        return figure.span.of(text)


def _at(placed: tuple[str, Figure]) -> tuple[str, Span]:
    return placed[0], placed[1].span
