"""The rule of figures: each figure of ours stands in the evidence, and beside the same words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from citebound.claims.about_texts import TEXTS
from citebound.claims.figures.also import as_asked
from citebound.claims.figures.beside import around
from citebound.claims.figures.compared import Compared, at
from citebound.claims.figures.comparing import MOST, keeps_bound
from citebound.claims.figures.compound_units import is_dollar
from citebound.claims.figures.counting import Counted, Difference, counting_of, doubt
from citebound.claims.figures.directions import PARTS, direction_of, names_part, turned
from citebound.claims.figures.endings import CURRENCIES, TIME_UNITS
from citebound.claims.figures.named_times import otherwise_named
from citebound.claims.figures.publication import after_phrase, is_published
from citebound.claims.figures.rates import names_time
from citebound.claims.figures.reading import in_column
from citebound.claims.figures.rounding import (
    Rounded,
    called_part,
    called_rounded,
)
from citebound.claims.figures.scores import Turned, turned_round
from citebound.claims.figures.values import PERCENT, Figure, Kind, Value
from citebound.claims.figures.wholes import (
    is_part_of_itself,
    is_told_as_part,
    part_of,
    takes_its_place,
)
from citebound.claims.known import Known
from citebound.claims.own_words import OwnWords
from citebound.claims.statements import OF_SOURCES, Statement
from citebound.claims.statements import Kind as StatementKind
from citebound.model import Span
from citebound.problems import Problem
from citebound.text.limiting import language_of
from citebound.text.patterns import Pattern

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

_FOLLOWING = Pattern(r"\s+(?P<noun>\p{L}+)")

_PARTS = 6
"""A length has no more parts after its first."""

_SAME = 12
"""In languages without a table, digits up to this may be words in the evidence."""


def figures(statement: Statement, known: Known) -> Iterator[Problem]:
    """Each figure of a statement stands in its evidence, by value and with its bound."""
    if statement.kind in _OURS or not statement.evidence:
        return
    words = statement.words
    language = language_of(words.text)
    every = in_column(statement.head, words.text, language)
    if statement.kind in OF_SOURCES and not every:
        return  # the whole of a source is read only where something is looked for in it
    held = known.figures(statement.evidence)
    yield from otherwise_named(words, every, statement.evidence.texts, held.figures.found)
    asked = tuple(as_asked(words.text, figure) for figure in every if not figure.quiet)
    quiet = [f for f in every if f.quiet and f.values[0].unit in TIME_UNITS]
    if not (asked or quiet):
        return
    compared = _Rule(statement, held, asked)
    for figure in quiet:
        yield from compared.turned_quietly(figure)
    last: tuple[str, Span] | None = None
    of_scores = {score.number: score for score in compared.turned_scores()}
    for number, figure in enumerate(asked):
        if number in of_scores:
            yield compared.turned_score(of_scores[number])
        if number in of_scores or number - 1 in of_scores:
            continue
        if _is_ours(words, figure) or _is_of_a_text(statement, figure):
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


def _is_of_a_text(statement: Statement, figure: Figure) -> bool:
    """Whether what is said of a source counts texts or parts of them, or names one by its place:
    “no second source”, “two outlets”.
    """
    if statement.kind not in OF_SOURCES:
        return False
    following = _FOLLOWING.match(statement.words.text, figure.span.end)
    return figure.values[0].kind is Kind.ORDINAL or (
        following is not None and following["noun"].casefold() in TEXTS
    )


def _is_told(value: Value) -> bool:
    """Whether nobody counts such a figure: a share, a sum of money, a date with its year."""
    dated = isinstance(value.amount, tuple) and value.amount[0] and value.amount[1]
    return bool(dated) or value.unit == PERCENT or value.unit in CURRENCIES or is_dollar(value.unit)


class _Rule(Compared):
    """Asks for one figure of ours after the other."""

    def findings(self, ours: Figure) -> Iterator[Problem]:
        every = self.held.figures.equal_to(ours)
        equal = [number for number in every if self._is_all(number)]
        if not equal and self.is_length(ours):
            return
        if every and not equal:
            yield self.part_alone(ours, every[0])
            return
        apart = [self.conflict(ours, number) for number in equal]
        same = [number for number, how in zip(equal, apart, strict=True) if how is None]
        if apart and apart[0] and not same:
            yield self.counts_otherwise(ours, equal[0], apart[0])
            return
        equal = same
        if equal and keeps_bound(ours, (self.held.figures.found[n] for n in equal)):
            yield from self._moved(ours, equal)
        elif not equal and ours.parts and self._has_parts(ours):
            return
        elif not (self._is_date_of_source(ours) or self._undecided(ours) or self._is_rounded(ours)):
            alike = [n for n in equal if self.is_times(ours) <= self.is_times_there(n)]
            yield self.unequal_limit(ours, alike[0]) if alike else self.unsupported(ours)

    def _is_all(self, number: int) -> bool:
        """Whether a figure of the evidence is no part of a length of which we say less: six months
        of “three years and six months”.
        """
        text, figure = self.held.placed[number]
        if figure.whole is None:
            return True
        first = max(0, number - _PARTS)
        return all(
            at in self._said
            for at, (other, part) in enumerate(self.held.placed[first : number + _PARTS + 1], first)
            if other == text and part.whole == figure.whole
        )

    @cached_property
    def _said(self) -> frozenset[int]:
        """The figures of the evidence that any of ours are, the parts of our lengths too."""
        ours = (one for figure in self.asked for one in (figure, *figure.parts))
        return frozenset(number for one in ours for number in self.held.figures.equal_to(one))

    def turned_quietly(self, ours: Figure) -> Iterator[Problem]:
        """A day or an hour that nobody is asked for, before what it is after in the evidence."""
        if self.statement.kind is not StatementKind.LABEL:
            yield from self._turned(ours, self.held.figures.equal_to(ours))

    def turned_scores(self) -> Iterator[Turned]:
        """The scores of ours that are turned round, with those of the evidence."""
        text = self.statement.words.text
        yield from turned_round([(text, figure) for figure in self.asked], self.held.placed)

    def turned_score(self, score: Turned) -> Problem:
        """The finding that the numbers of a score have changed places, or its sides."""
        text = self.statement.words.text
        first, second = self.asked[score.number : score.number + 2]
        placed, last = self.held.placed[score.there : score.there + 2]
        said = text[first.span.start : second.span.end]
        has = placed[0][placed[1].span.start : last[1].span.end]
        has = f"{score.verb} {has}" if score.verb else has
        hint = f"write {has}, as the source does"
        if not score.verb and (score.is_of_other or has == said):
            has, hint = f"{has} for the other side", "say who won as the source does"
        return Problem(
            self.statement.words.place(first.span.start),
            "moved-figure",
            f"the score is {said} here, “{around(text, first.span)}”, and {has} in the evidence: "
            f"“{around(*at(placed))}”",
            f"{hint}, or add a footnote with the passage that says it so",
            "warning",
        )

    def _doubt(self, ours: Figure, number: int) -> Difference | None:
        text, theirs = self.held.placed[number]
        mine, other = self.counting(ours), counting_of(text, theirs)
        if self._is_whole(ours, number):
            return Difference(Counted.COUNT, "the whole that a part is of")
        if other.per and names_time(self.statement.words.text, ours.span, other.per):
            return None
        return doubt(mine, other)

    def _is_whole(self, ours: Figure, number: int) -> bool:
        """Whether a figure of the evidence is only what a part is of, and ours is told as it."""
        part = part_of(self.held.placed, number)
        if part is None:
            return False
        said, (text, whole) = self.statement.words.text, self.held.placed[number]
        if not part.told and takes_its_place(said, ours, text, whole):
            return True
        if is_part_of_itself(said, ours, self.asked, part, (text, whole)):
            return True
        return is_told_as_part(said, ours, self.asked, part, (text, whole))

    def _has_parts(self, ours: Figure) -> bool:
        """Whether each of the counts that ours consists of is there: “five in ten villages”."""
        each = [self.held.figures.equal_to(part) for part in ours.parts]
        return all(each)

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
        amount = ours.values[0].amount
        has_year = isinstance(amount, tuple) and amount[0] > 0
        resolving = self.held.resolving_bounded if has_year else self.held.resolving
        equal = [resolving.found[n] for n in resolving.equal_to(ours)]
        return bool(equal) and keeps_bound(ours, equal)

    def _is_rounded(self, ours: Figure) -> bool:
        """Whether ours is called rounded, and is."""
        text = self.statement.words.text
        sense = called_rounded(text, ours.span)
        if sense is not Rounded.NOT and self.roundings(ours, sense):
            return True
        return self.is_part(ours, called_part(text, ours.span))

    def _moved(self, ours: Figure, equal: list[int]) -> Iterator[Problem]:
        """A figure that stands in the evidence, but beside the words of another. A heading and
        the few words of a cell are too short to tell.
        """
        if self.statement.kind is StatementKind.LABEL:
            return
        doubts = [self._doubt(ours, number) for number in equal[:MOST]]
        if doubts[0] and all(doubts):
            found = self.counts_otherwise(ours, equal[0], doubts[0])
            yield replace(found, code="moved-figure", severity="warning")
            return
        nearer = self.places.moved_from(ours, equal)
        if nearer is None:
            yield from self._turned(ours, equal)
            return
        text, said = self.statement.words.text, self.said(ours)
        yield Problem(
            self.statement.words.place(ours.span.start),
            "moved-figure",
            f"{said} stands beside other words in the evidence: here “{around(text, ours.span)}”, "
            f"there “{around(*at(self.held.placed[equal[0]]))}”",
            f"check which figure is meant; beside these words the source has "
            f"{self.of_evidence(nearer)}",
            "warning",
        )

    def _turned(self, ours: Figure, equal: list[int]) -> Iterator[Problem]:
        """A figure that points another way than in the evidence: “rose to 5” for “rose by 5”."""
        text = self.statement.words.text
        way = direction_of(text, ours, language_of(text))
        if way is None or (
            way.direction in PARTS and any(map(names_part, self.held.evidence.texts))
        ):
            return  # “until the end of the month”
        there = [self.held.placed[number] for number in equal[:MOST]]
        theirs = [(f, direction_of(t, f, self.held.language(t))) for t, f in there]
        if turned(ours, way, theirs):
            other = theirs[0][1]
            there_is = str(other.direction) if other and other.direction != way.direction else "not"
            yield Problem(
                self.statement.words.place(ours.span.start),
                "moved-figure",
                f"{self.said(ours)} is {way.direction} here, “{around(text, ours.span)}”, and "
                f"{there_is} in the evidence: “{around(*at(there[0]))}”",
                "say it as the source does, or add a footnote with the passage that says it so",
                "warning",
            )
