"""Burmese numbers in words, and scales after digits: ဆယ့်ငါး, နှစ်သိန်းသုံးသောင်း, ၆ သောင်းခွဲ.

A digit and a scale are a part, parts grow smaller, and ခွဲ adds half of the last scale. A smaller
number before a scale of a thousand or more multiplies it as a whole: ဆယ့်ငါးသိန်း.
"""

from __future__ import annotations

from fractions import Fraction

from citebound.claims.figures import burmese
from citebound.claims.figures.atoms import Atom, number
from citebound.claims.figures.tokens import Token

_SYLLABLES, _LETTERS = 4, 3
"""A counted noun has at most so many syllables, and at least so many letters and marks."""

_LONGEST = 3
"""A part in digits has at most so many of them: ၂ သိန်း ၃ သောင်း."""

_MANY = 1000
"""From this scale on a number of several parts multiplies it."""


def burmese_number(tokens: list[Token], at: int) -> Atom | None:
    """The number or the part of a whole that begins at a Burmese word."""
    if _is_inside(tokens, at):
        return None
    low = tokens[at].low
    if low in burmese.PARTS:
        return _share(tokens, at)
    parts = _of_parts(tokens, at)
    if parts is not None:
        return parts
    read = Composed(tokens, at)
    read.run()
    return read.atom()


def _low(tokens: list[Token], at: int) -> str:
    return tokens[at].low if 0 <= at < len(tokens) else ""


def _touches(tokens: list[Token], at: int) -> bool:
    return 0 < at < len(tokens) and tokens[at - 1].end == tokens[at].start


def _is_inside(tokens: list[Token], at: int) -> bool:
    """Whether a syllable ends a word that is no number: ခြိမ်းခြောက်, အသုံး."""
    if not _touches(tokens, at):
        return False
    before = tokens[at - 1].low
    return before == burmese.PREFIX or (before, tokens[at].low) in burmese.INSIDE


def _share(tokens: list[Token], at: int) -> Atom | None:
    """တစ်ဝက်; not တစ်ဝက်တစ်ပျက်, half done."""
    if _touches(tokens, at + 1) and _low(tokens, at + 1) == "တစ်":
        return None
    part = burmese.PARTS[tokens[at].low]
    return Atom([number(part)], at, at + 1, worded=True, share=True)


def _of_parts(tokens: list[Token], at: int) -> Atom | None:
    """သုံးပုံနှစ်ပုံ, two of three parts."""
    said = [_low(tokens, at + step) for step in range(4)]
    if said[1] != burmese.PART or said[3] != burmese.PART:
        return None
    whole, many = burmese.SMALL.get(said[0], 0), burmese.SMALL.get(said[2], 0)
    if not 0 < many < whole or not all(_touches(tokens, at + step) for step in (1, 3)):
        return None
    return Atom([number(Fraction(many, whole))], at, at + 4, worded=True, share=True)


class Composed:
    """A number while it is put together, from the token ``step`` on, with the scale before it."""

    def __init__(self, tokens: list[Token], at: int, total: int = 0, last: int = 0) -> None:
        self.tokens, self.at, self.step = tokens, at, at
        self.total: Fraction = Fraction(total)
        self.last = last
        self.digit = 0
        self.bare = False
        """Whether it is ten without a digit before it, which is also to save."""
        self.doubtful = Fraction(0)
        """What may be no part of it: a half that may be “to divide”."""

    def run(self) -> None:
        """Read as far as the number goes."""
        while self.step < len(self.tokens) and self._goes_on() and self._add():
            pass
        self._leave_year()
        if not self.digit:
            self._half()

    def _goes_on(self) -> bool:
        """Whether the next token may belong to it: glued, after a joining scale, or a further part
        of a digit and a smaller scale.
        """
        tokens, step = self.tokens, self.step
        if step == self.at and not self.last:
            return True
        if tokens[step].sort == "d":
            return self._part_in_digits() > 0
        if _touches(tokens, step) or _low(tokens, step - 1) in burmese.JOINING:
            return True
        if self.digit or not self._is_spaced(step):
            return False
        scale = burmese.SCALES.get(_low(tokens, step + 1), 0)
        return bool(self.last and tokens[step].low in burmese.SMALL and 0 < scale < self.last)

    def _is_spaced(self, at: int) -> bool:
        return 0 < at < len(self.tokens) and self.tokens[at].start - self.tokens[at - 1].end <= 1

    def _part_in_digits(self) -> int:
        """The amount of a part whose digits are next; 0 where they are none."""
        digits = self.tokens[self.step]
        scale = burmese.SCALES.get(_low(self.tokens, self.step + 1), 0)
        if self.digit or not scale or len(digits.low) > _LONGEST:
            return 0
        near = self._is_spaced(self.step) and self._is_spaced(self.step + 1)
        amount = int(digits.low) * scale
        return amount if near and scale < self.last and amount < self.last else 0

    def _add(self) -> bool:
        """Whether the next token goes on with the number; then it is added."""
        token = self.tokens[self.step]
        low, scale = token.low, burmese.SCALES.get(token.low, 0)
        if token.sort == "d":
            self.total += self._part_in_digits()
            self.last = burmese.SCALES[self.tokens[self.step + 1].low]
            self.step += 2
            return True
        if low in burmese.SMALL and not self.digit:
            self.digit = burmese.SMALL[low]
        elif scale and self.digit and (not self.last or scale < self.last):
            self.total += self.digit * scale
            self.digit, self.last = 0, scale
        elif scale >= _MANY and self.last and scale > self.last and self.total < _MANY:
            self.total = (self.total + self.digit) * scale
            self.digit, self.last, self.bare = 0, scale, False
        elif low in burmese.TEN and not self.digit and (not self.last or self._is_joined()):
            self.bare = not self.last and low not in burmese.JOINING
            self.total, self.last = self.total + 10, 10
        else:
            return False
        self.step += 1
        return True

    def _is_joined(self) -> bool:
        return _low(self.tokens, self.step - 1) in burmese.JOINING and self.last > 10

    def _leave_year(self) -> None:
        """Leave နှစ် after a scale that joins nothing to be years: ငါးဆယ်နှစ် are fifty years."""
        if not (self.digit and self.last):
            return
        joined = _low(self.tokens, self.step - 2) in burmese.JOINING
        counted = _low(self.tokens, self.step) in burmese.ENDS_NUMBER
        glued = _touches(self.tokens, self.step - 1)
        if not joined and not (glued and (counted or _low(self.tokens, self.step - 1) != "နှစ်")):
            self.digit, self.step = 0, self.step - 1

    def _half(self) -> None:
        tokens, step = self.tokens, self.step
        if not self.last or _low(tokens, step) != burmese.HALF or not _touches(tokens, step):
            return
        further = _low(tokens, step + 1) if _touches(tokens, step + 1) else ""
        if further in burmese.TO_DIVIDE:
            return
        half = Fraction(self.last, 2)
        if further and burmese.is_letters(further) and further not in burmese.AFTER_HALF:
            self.doubtful = half
        self.total += half
        self.step += 1

    def atom(self) -> Atom | None:
        """The number in words; one digit alone only before a word that ends a number, or before
        the noun that it counts, repeated: ရွာ သုံးရွာ.
        """
        tokens, step = self.tokens, self.step
        ends = _low(tokens, step) in burmese.ENDS_NUMBER or _is_repeated(tokens, self.at, step)
        if self.last and _low(tokens, step - 1) in burmese.JOINING:
            return None  # what it joins is not there
        if (
            self.bare
            and not self.digit
            and not (ends or _low(tokens, step) in burmese.BURMESE.units)
        ):
            return None
        if not (self.total or (self.digit and ends)):
            return None
        amount = self.total + self.digit
        values = [number(amount)]
        if self.doubtful:
            values.append(number(amount - self.doubtful))
        day = int(amount) if amount.denominator == 1 and 1 <= amount <= 31 else 0
        before = _low(tokens, self.at - 1) if _touches(tokens, self.at) else ""
        quiet = (before, tokens[self.at].low) == burmese.PERHAPS_INSIDE
        return Atom(values, self.at, step, day=day, worded=True, quiet=quiet)


def scaled_further(tokens: list[Token], atom: Atom) -> None:
    """Add to digits with a scale what follows it: the parts of ၂ သိန်း ၃ သောင်း, a half."""
    read = Composed(tokens, atom.after, 0, atom.scale)
    read.run()
    if read.step == atom.after:
        return
    more = read.total + read.digit
    with_more = [
        number(v.amount + one, v.unit)
        for one in dict.fromkeys((more, more - read.doubtful))
        for v in atom.values
        if isinstance(v.amount, Fraction)
    ]
    atom.values, atom.after = with_more, read.step


def below_zero(atom: Atom) -> None:
    """Make a number negative: အနှုတ် ၅."""
    atom.values = [
        number(-v.amount, v.unit) for v in atom.values if isinstance(v.amount, Fraction)
    ] or atom.values
    atom.first -= 1
    atom.day = atom.year = 0


def _is_repeated(tokens: list[Token], at: int, step: int) -> bool:
    """Whether the letters right before a number follow it as well; no particle does."""
    if step >= len(tokens) or tokens[step - 1].end != tokens[step].start:
        return False
    for size in range(1, _SYLLABLES + 1):
        noun = [token.low for token in tokens[max(0, at - size) : at]]
        if len(noun) < size or not burmese.is_letters(noun[0]):
            return False
        if noun == [token.low for token in tokens[step : step + size]]:
            word = "".join(noun)
            return len(word) >= _LETTERS and word not in burmese.PARTICLES
    return False
