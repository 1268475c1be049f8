"""Pairing: which quotation marks open and which close (docs/quoting.md, "Quotation marks").

Four pairs open and close a quotation: “ ”, " ", „ “ and « » (or » «). Whatever else is done
with these marks is a finding at its place, once, and reading goes on after it. Single marks
never bind. All of it is linear in the length of the run: where each mark would close is
found for all marks at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from citebound.text.marks import DOUBLED, DOUBLES, ELISION, OTHERS, PRIMES, SINGLES
from citebound.text.patterns import Pattern

_CLOSES = {"“": "”", "„": "“", "«": "»", "»": "«"}
_OPENS_AFTER = Pattern(r"[\s\p{Ps}\p{Pi}\p{Pd}\x00/‘'“„«]")
_CLOSES_BEFORE = Pattern(r"[\s\p{P}\x00\[{]")
_ESCAPE = Pattern(r"\\[!-/:-@\[-`{-~]")
_APOSTROPHES = "'’＇ʼ´ʹ′ʻ׳΄"
"""Signs that may be between two letters as an apostrophe."""

_SINGLE = Pattern(f"[{SINGLES}]")
_OTHER = Pattern(
    rf"[{OTHERS}]|(?<!\d)[{PRIMES}]|[{PRIMES}](?=[\p{{L}}\p{{N}}])"
    rf"|(?<!\p{{L}})[״]|[״](?!\p{{L}})|{DOUBLED}|``(?=[^`']*'')|,,(?=[\p{{L}}\p{{N}}])"
    r"|<<(?=[^\s<])|(?<=[^\s>])>>"
)
"""Marks that bind nothing. A prime after a digit is a unit, and gershayim within a word are
part of it.
"""


@dataclass(frozen=True, slots=True)
class Pair:
    """Where a quotation's marks are: ``start`` at the opening, ``end`` after the closing."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Loose:
    """A mark without a partner: where it is, what to do, and where the words begin and end
    that it was probably meant for.
    """

    at: int
    code: str
    message: str
    hint: str
    start: int
    end: int


class Pairing:
    """What each quotation mark of a run does. ``text`` is the run as typed."""

    def __init__(self, text: str) -> None:
        """Find, for every mark of ``text``, where it would close."""
        self.text = _ESCAPE.sub("\0\0", text)
        self._marks = [at for at, letter in enumerate(self.text) if letter in DOUBLES]
        self._order = {at: number for number, at in enumerate(self._marks)}
        self._closing = self._closings()
        self._used: set[int] = set()

    def read(self, at: int) -> Pair | Loose | None:
        """What the mark at ``at`` begins: a quotation, nothing (a finding), or ``None`` where
        it is a unit, or was reported with an earlier mark.
        """
        if at not in self._order or at in self._used:
            return None
        if self._is_unit(at):
            return None
        if not self._can_open(at):
            return self._not_opening(at)
        end = self._closing.get(at)
        return self.left_open(at) if end is None else Pair(at, end + 1)

    def _is_unit(self, at: int) -> bool:
        """Whether a straight mark stands for inches: with nothing open, after a digit, before
        no word.
        """
        text = self.text
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        return text[at] == '"' and before.isdecimal() and not after.isalnum()

    def _can_open(self, at: int) -> bool:
        text = self.text
        if text[at] != '"':
            return text[at] in _CLOSES
        before_fits = at == 0 or bool(_OPENS_AFTER.match(text[at - 1]))
        return before_fits and at + 1 < len(text) and not text[at + 1].isspace()

    def _can_close(self, at: int) -> bool:
        """Whether a straight mark may close: after a non-space, before space or punctuation."""
        text = self.text
        if at == 0 or text[at - 1].isspace():
            return False
        return at + 1 == len(text) or bool(_CLOSES_BEFORE.match(text[at + 1]))

    def _closings(self) -> dict[int, int]:
        """For each mark that can open, where its partner is; nested pairs are passed over."""
        found: dict[int, int] = {}
        for opener, closer in _CLOSES.items():
            open_marks: list[int] = []
            for at in self._marks:
                if self.text[at] == opener:
                    open_marks.append(at)
                elif self.text[at] == closer and open_marks:
                    found[open_marks.pop()] = at
        last: int | None = None
        for at in reversed(self._marks):
            if self.text[at] == '"':
                if last is not None:
                    found[at] = last
                if self._can_close(at):
                    last = at
        return found

    def _not_opening(self, at: int) -> Loose:
        text, mark = self.text, self.text[at]
        between = text[at - 1 : at].isspace() and text[at + 1 : at + 2].isspace()
        before = self._order[at] - 1
        return Loose(
            at,
            "unpaired-quotation",
            f"this {mark} stands between spaces: it opens nothing and closes nothing"
            if between
            else f"this {mark} closes a quotation that nothing opened",
            "take out the space between it and the quoted words"
            if between
            else "put the opening mark before the first word quoted, or remove this one",
            1 + (self._marks[before] if before >= 0 else -1),
            at + 1,
        )

    def left_open(self, start: int) -> Loose:
        """The finding for an opening mark without a partner."""
        opener = self.text[start]
        wanted = '"' if opener == '"' else _CLOSES[opener]
        following = self._order[start] + 1
        after = self._marks[following] if following < len(self._marks) else None
        if after is not None:
            mark = self.text[after]
            if (mark == '"' and self._can_close(after)) or (mark in "”»" and mark != opener):
                self._used.add(after)
                return Loose(
                    start,
                    "unpaired-quotation",
                    f"this quotation opens with {opener} and closes with {mark}",
                    f"close it with {wanted}",
                    start,
                    after + 1,
                )
        return Loose(
            start,
            "unpaired-quotation",
            f"this {opener} opens a quotation that nothing closes",
            f"close it with {wanted} in the same paragraph",
            start,
            len(self.text) if after is None else after,
        )


def singles(ours: str) -> Iterator[Loose]:
    """Words between single marks, and marks of other kinds, in our own words.

    ``ours`` is a run as it is read, without what is not our own words. An apostrophe within a
    word, an elision at its beginning and a prime after a digit are not marks; one at the end of
    a word is a mark only where another has opened.
    """
    opened: int | None = None
    for found in _SINGLE.finditer(ours):
        at = found.start()
        opens, closes = _sides(ours, at)
        if closes and opened is not None and ours[opened] == ours[at] == "`":
            opened = None  # two backticks are code, or were escaped so as to be none
        elif closes and opened is not None:
            words = " ".join(ours[opened + 1 : at].split())
            yield Loose(
                opened,
                "single-quotation",
                f"single marks bind nothing: {ours[opened]}{words}{ours[at]}",
                f"write “{words}” with double marks and a citation",
                opened,
                at + 1,
            )
            opened = None
        elif opens and opened is None:
            opened = at
    for found in _OTHER.finditer(ours):
        yield Loose(
            found.start(),
            "other-quotation-mark",
            f"{found.group()} is a quotation mark that binds nothing",
            'quote with “ ”, " ", „ “ or « » and cite the source; or say it in your own words',
            *found.span(),
        )


def _sides(text: str, at: int) -> tuple[bool, bool]:
    """Whether a sign that is typed as a single mark may open, and whether it may close."""
    sign, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    in_word, goes_on = before.isalnum(), after.isalnum()
    doubled = sign in (before, after)
    if doubled or (before.isdecimal() and not goes_on and sign in "'′´"):
        return False, False
    if in_word and goes_on:
        known = sign in _APOSTROPHES
        return not known, not known
    if goes_on:
        return not ELISION.match(text, at), False
    if in_word:
        return False, True
    alone = not before.strip() and not after.strip()
    return alone or not before.strip(), True
