"""A figure of ours beside those of its evidence, and the findings about the two."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from citebound.claims.figures.beside import around
from citebound.claims.figures.bounding import (
    bound_words,
    bound_words_like,
    is_denied,
    with_bound,
)
from citebound.claims.figures.comparing import MOST
from citebound.claims.figures.counting import Counting, Difference, conflict, counting_of
from citebound.claims.figures.english import ENGLISH
from citebound.claims.figures.held import Held
from citebound.claims.figures.moved import Places, form_of, is_bounded, is_share
from citebound.claims.figures.numerals import EARLIEST, LATEST
from citebound.claims.figures.publication import is_published
from citebound.claims.figures.rates import stem_of
from citebound.claims.figures.read_as import as_of, read_as
from citebound.claims.figures.rounding import (
    Rounded,
    called_part,
    is_length_bounded,
    is_rounded_to_part,
    is_rounding,
)
from citebound.claims.figures.values import Figure, Kind, Value
from citebound.claims.statements import Kind as StatementKind
from citebound.claims.statements import Statement
from citebound.model import Span
from citebound.problems import Problem
from citebound.text.bounding import Bounding
from citebound.text.limiting import language_of

_OF_CORRECTIONS = frozenset(
    {StatementKind.CORRECTION, StatementKind.WAS, StatementKind.WITHDRAWN, StatementKind.WHY}
)
_IN_TEXT = frozenset(
    {StatementKind.SENTENCE, StatementKind.LABEL, StatementKind.NOTE, StatementKind.ANALYSIS}
)
_ABOUT = {
    "en": ("about", "about {}"),
    "ru": ("примерно", "примерно {}"),
    "my": ("ခန့်", "{} ခန့်"),
}
"""How a hint has an editor say it, in the language of the sentence."""


@dataclass(frozen=True)
class Compared:
    """The figures of a statement that are ``asked`` for, and those of its evidence."""

    statement: Statement
    held: Held
    asked: tuple[Figure, ...]

    def said(self, ours: Figure) -> str:
        """A figure of ours as it is written."""
        return ours.span.of(self.statement.words.text)

    def counting(self, ours: Figure) -> Counting:
        """What a figure of ours counts."""
        return counting_of(self.statement.words.text, ours)

    def is_times(self, ours: Figure) -> bool:
        """Whether a figure says how many times as much: no count is shown for it."""
        return self.said(ours).lower() in ENGLISH.times

    def is_times_there(self, number: int) -> bool:
        """The same of a figure of the evidence."""
        text, figure = self.held.placed[number]
        return figure.span.of(text).lower() in ENGLISH.times

    def conflict(self, ours: Figure, number: int) -> Difference | None:
        """How a figure of the evidence with the value of ours counts something else."""
        return conflict(self.counting(ours), counting_of(*self.held.placed[number]))

    def roundings(self, ours: Figure, sense: Rounded) -> bool:
        """Whether ours is a figure of the evidence, rounded so."""
        return any(is_rounding(ours, theirs, sense) for _, theirs in self.held.placed[:MOST])

    def is_part(self, ours: Figure, sense: str) -> bool:
        """Whether ours is a percentage of the evidence, rounded to a part."""
        return any(is_rounded_to_part(ours, one, sense) for _, one in self.held.placed[:MOST])

    def is_length(self, ours: Figure) -> bool:
        """Whether ours bounds a length of the evidence by its largest unit."""
        lengths = [one for _, one in self.held.placed[:MOST] if one.parts]
        if not lengths:
            return False
        sense = called_part(self.statement.words.text, ours.span)
        return any(is_length_bounded(ours, one, sense) for one in lengths)

    @cached_property
    def places(self) -> Places:
        """The figures of both sides, each with the words beside it."""
        return Places(self.statement.words.text, self.asked, self.held)

    def _nearest(self, ours: Figure) -> tuple[tuple[str, Figure] | None, int]:
        """The figure of the evidence that ours probably meant, of its kind and with its unit, and
        how many of the words beside it are beside ours.
        """
        form = form_of(ours.values[0])
        amounts = {value.amount for value in ours.values}
        wanted = self.places.wanted(ours)
        every = [
            (figure, (len(wanted & near), -n))
            for n, ((_, figure), near) in enumerate(
                zip(self.held.placed[:MOST], self.held.beside, strict=False)
            )
            if not figure.quiet and self.is_times(ours) <= self.is_times_there(n)
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

    def counts_otherwise(self, ours: Figure, number: int, how: Difference) -> Problem:
        """The finding that a figure of the evidence with this value counts something else."""
        text = self.statement.words.text
        return Problem(
            self.statement.words.place(ours.span.start),
            "unsupported-figure",
            f"{self.said(ours)} is {how.here} here, “{around(text, ours.span)}”, and {how.there} "
            f"in the evidence: “{around(*at(self.held.placed[number]))}”",
            f"say what the source counts, or add a footnote whose passage says it so; "
            f"{self._count()}",
        )

    def part_alone(self, ours: Figure, number: int) -> Problem:
        """The finding that a figure is only a part of a length of the evidence."""
        text, part = self.held.placed[number]
        length = (part.whole or part.span).of(text)
        return Problem(
            self.statement.words.place(ours.span.start),
            "unsupported-figure",
            f"{self.said(ours)} is only a part of “{length}” in the evidence: "
            f"“{around(text, part.span)}”",
            f"write {length}, or add a footnote whose passage has {self.said(ours)} alone",
        )

    def unsupported(self, ours: Figure) -> Problem:
        """The finding that the evidence has no such figure."""
        said, text = self.said(ours), self.statement.words.text
        language = language_of(text)
        near, beside = self._nearest(ours)
        hints = [f"add a footnote whose passage has {said}", self._count()]
        if near is None:
            has = "it has no such figure"
            hints[0] = f"quote a passage that has {said}, or say it without the figure"
        else:
            there = near[1].span.of(near[0])
            has = f"the source has {there}: “{around(*at(near))}”"
            if beside and there != said and self._is_alike(ours, near):
                hints[0] = f"write {there}, or {hints[0]}"
            elif _is_count(ours):
                hints.reverse()
        if self._is_unseparated(ours):
            has += "; four digits without a separator are read as a year"
        if self.roundings(ours, Rounded.NOT) or self.is_part(ours, "about"):
            word, so = _ABOUT.get(language, _ABOUT["en"])
            so = so.format(said[:1].lower() + said[1:])
            hints.insert(0, f"a rounded figure needs “{word}”: write “{so}”; or")
        read = read_as(ours, said, self.held.relative)
        given = as_of(text, ours)
        if read is not None:
            has, hints = read[0], [read[1], f"or quote a passage that has {said}", hints[-1]]
        elif given and any(
            is_published(ours, str(s.published)) for s in self.held.evidence.sources
        ):
            hints.insert(0, f"to give the date of the source, write “{given}”; or")
        return Problem(
            self.statement.words.place(ours.span.start),
            "unsupported-figure",
            f"{said} is not in the evidence of “{around(text, ours.span)}”; {has}",
            "; ".join(hints).replace("or; ", "or "),
        )

    def _is_alike(self, ours: Figure, near: tuple[str, Figure]) -> bool:
        """Whether a figure of the evidence may be what ours was meant to be: with its unit, of what
        it counts, or of one amount. That both are numbers is no reason to write the other.
        """
        mine, value = ours.values[0], near[1].values[0]
        if mine.kind is not Kind.NUMBER or value.kind is not Kind.NUMBER:
            return True
        if mine.unit or value.unit:
            return mine.unit == value.unit
        if {v.amount for v in ours.values} & {v.amount for v in near[1].values}:
            return True
        noun, other = self.counting(ours).noun, counting_of(*near).noun
        return not (noun or other) or stem_of(noun) == stem_of(other)

    def _is_unseparated(self, ours: Figure) -> bool:
        """Whether the evidence has the digits of ours, read as a year there or here."""
        years = {value.kind is Kind.DATE: _digits(value) for value in ours.values}
        return any(
            digits is not None
            and any(
                (value.kind is Kind.DATE) is not is_year and _digits(value) == digits
                for _, figure in self.held.placed[:MOST]
                for value in figure.values
            )
            for is_year, digits in years.items()
        )

    def _count(self) -> str:
        if self.statement.kind in _OF_CORRECTIONS:
            return "what was wrong is said without the figure (“a later year”)"
        if self.statement.kind in _IN_TEXT:
            return "a count of our own has {.ours} right after the figure"
        return (
            "a count of our own is given without a figure here (“both readings”), "
            "or in the text, with {.ours}"
        )

    def unequal_limit(self, ours: Figure, number: int) -> Problem:
        """The finding that a figure of the evidence with this value is bounded otherwise."""
        said, text = self.said(ours), self.statement.words.text
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
            f"“{around(*at(theirs))}”",
            write,
        )

    def of_evidence(self, number: int) -> str:
        """A figure of the evidence as it is written."""
        text, figure = self.held.placed[number]
        return figure.span.of(text)


def _is_count(figure: Figure) -> bool:
    """Whether a figure may be a count of our own."""
    value = figure.values[0]
    return value.kind is Kind.NUMBER and not value.unit


def _digits(value: Value) -> int | None:
    """Four digits that are a year, or a number that would be written with them."""
    if isinstance(value.amount, tuple):
        year, month, day = value.amount
        return None if month or day else year
    amount = value.amount
    if value.kind is not Kind.NUMBER or value.unit or not isinstance(amount, Fraction):
        return None
    is_year = amount.denominator == 1 and EARLIEST <= amount <= LATEST
    return int(amount) if is_year else None


def at(placed: tuple[str, Figure]) -> tuple[str, Span]:
    """Where a figure of the evidence stands: its text, and its place in that."""
    return placed[0], placed[1].span
