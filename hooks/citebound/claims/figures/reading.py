"""The figures of a text, each read into what it may mean: of ours and of the evidence alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property, lru_cache

from citebound.claims.figures.also import also
from citebound.claims.figures.atoms import Atom
from citebound.claims.figures.bounding import also_bounding, bounding_of
from citebound.claims.figures.calendar import dated
from citebound.claims.figures.compound_units import coded
from citebound.claims.figures.counted import with_counted
from citebound.claims.figures.headed import headed, measure_of, measured
from citebound.claims.figures.lengths import with_lengths
from citebound.claims.figures.number_words import ONE, PERSONS, SEVERAL
from citebound.claims.figures.numerals import apart, numeral, vulgar
from citebound.claims.figures.ranges import ranged
from citebound.claims.figures.read_words import BEARERS, WORDS, WordReading
from citebound.claims.figures.signs import falls, signed
from citebound.claims.figures.tokens import tokens_of
from citebound.claims.figures.values import Figure, Kind
from citebound.model import Span
from citebound.text.bounding import Bounding
from citebound.text.folding import unmarked
from citebound.text.patterns import Pattern


@lru_cache(maxsize=4096)
def figures_in(text: str, language: str) -> tuple[Figure, ...]:
    """Every figure of a text, in order; ``language`` decides what a comma between digits is. No
    mark on a letter hides one.
    """
    plain = unmarked(text)
    if plain.text != text:
        return tuple(
            replace(found, span=plain.span(found.span.start, found.span.end))
            for found in figures_in(plain.text, language)
        )
    letters = _LETTERS.findall(text.lower())
    if BEARERS.isdisjoint(letters) and not _NUMERIC.search(text):
        return ()
    reading = _Reading(text, language)
    atoms = ranged(reading.tokens, dated(reading.tokens, list(reading.atoms())))
    atoms = with_counted(reading.tokens, headed(text, reading.tokens, atoms))
    atoms = with_lengths(reading.tokens, atoms)
    return tuple(reading.figure(atom) for atom in atoms if atom.values)


def in_column(head: str, text: str, language: str) -> tuple[Figure, ...]:
    """The figures of a text of ours. In a cell a figure that stands there by itself has the scale
    and the unit of the head of its column, and no other value.
    """
    figures = figures_in(text, language)
    measure = measure_of(tokens_of(head)) if head else None
    if measure is None:
        return figures
    return tuple(
        replace(figure, values=measured(figure.values, *measure))
        if not (_LETTER.search(figure.span.of(text)) or _LETTER.match(text, figure.span.end))
        else figure
        for figure in figures
    )


class _Reading(WordReading):
    def figure(self, atom: Atom) -> Figure:
        """An atom as a figure, with how the words beside it bound it."""
        span = Span(self.tokens[atom.first].start, self.tokens[atom.after - 1].end)
        bounding = bounding_of(self.text, span, year=bool(atom.year or atom.date))
        if _THAN_IN.search(self.text[max(0, span.start - _REACH) : span.start].lower()):
            bounding = Bounding.IN  # “more than in 2020” compares
        units = {value.unit for value in atom.values}
        other = also_bounding(self.text, span, bounding, units)
        parts = tuple(map(self.figure, atom.parts))
        fallen = falls(self, atom)
        values = tuple(atom.values)
        whole = None
        if atom.whole:
            first, after = atom.whole
            whole = Span(self.tokens[first].start, self.tokens[after - 1].end)
        return Figure(values, span, bounding, atom.quiet, atom.worded, other, parts, fallen, whole)

    def atoms(self) -> Iterator[Atom]:
        at = 0
        while at < len(self.tokens):
            token = self.tokens[at]
            if token.sort == "w" and token.low not in WORDS:
                at += 1
                continue
            atom = self._atom(at)
            if atom is None:
                at += 1
                continue
            if atom.values:
                self.finish(atom)
            if atom.values and (atom.values[0].kind is Kind.NUMBER or atom.year):
                signed(self, atom)
            if atom.values:
                also(self, atom)
            if atom.values and atom.worded and not atom.quiet:
                self._asked(atom)
            if atom.values:
                yield from apart(atom)
            at = max(at + 1, atom.after)

    def _atom(self, at: int) -> Atom | None:
        token = self.tokens[at]
        if token.sort == "d":
            return self._named(at) or numeral(self.tokens, at, self.text, self.language)
        if token.sort == "s":
            return vulgar(token, at)
        return self.word(token, at)

    def _named(self, at: int) -> Atom | None:
        """Digits in a name: G7, MH-17, 2017-built; they are passed over."""
        before = self.tokens[at - 1] if at else None
        if before is None or not self.touches(at):
            return None
        if before.sort == "w" and before.low[0] < "\u0e00":
            is_money = before.low in ("rs", "us") or coded(self, at - 1)
            return None if is_money else Atom([], at, at + 1)
        if before.text in "-‑–" and self.touches(at - 1) and at > 1:
            name = self.tokens[at - 2]
            if name.sort == "w" and name.text != name.low:
                return Atom([], at, at + 1)
        return None

    def _asked(self, atom: Atom) -> None:
        """Whether a number in words is asked for: not *one* without a unit, not in a name."""
        token = self.tokens[atom.first]
        low = token.low
        only = atom.after == atom.first + 1
        persons = low == "one" and self.low(atom.after) in PERSONS
        if low in ONE and only and not (atom.unit or atom.scale or persons):
            if self.low(atom.first - 1) in ("no", "№"):
                atom.values = []
            atom.quiet = True
        capital = token.text[0].isupper() and not self._capitals_only
        if (capital and not self.begins(atom.first) and not self._title_case) or (
            capital and self.begins(atom.first) and self._in_name(atom)
        ):
            atom.quiet = True
        if low in ("a", "an") and self.low(atom.first + 1) in SEVERAL:
            atom.values = []

    def _in_name(self, atom: Atom) -> bool:
        """Whether capital words follow: two, or one after an ordinal."""
        following = self.tokens[atom.after : atom.after + 2]
        capital = [t.sort == "w" and t.text[0].isupper() for t in following]
        ordinal = atom.values[0].kind is Kind.ORDINAL
        return capital[:1] == [True] and (ordinal or capital == [True, True])

    @cached_property
    def _capitals_only(self) -> bool:
        return self.text.isupper()

    @cached_property
    def _title_case(self) -> bool:
        words = [t.text for t in self.tokens if t.sort == "w" and len(t.text) > 3]
        return len(words) >= 4 and sum(w[0].isupper() for w in words) >= 0.7 * len(words)


_THAN_IN = re.compile(r"\b(?:than\s+(?:in|on|during)|чем\s+во?)\s+$")
_REACH = 20
_LETTER = Pattern(r"\s*[\p{L}\p{M}]")
_LETTERS = re.compile(r"[^\W\d_]+")
_NUMERIC = Pattern(r"[\p{N}\p{Myanmar}]")
