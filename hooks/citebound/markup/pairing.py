"""Pairing: which quotation marks open and which close (docs/format.md, "Quotation marks").

Four pairs open and close a quotation: “ ”, " ", „ “ and « » (or » «). Whatever else is done
with these marks is a finding at its place, once, and reading goes on after it. Single marks
never bind. All of it is linear in the length of the run: where each mark would close is
found for all marks at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

DOUBLES = '"“”„«»'
"""The marks that open or close a quotation."""

_CLOSES = {"“": "”", "„": "“", "«": "»", "»": "«"}
_OPENS_AFTER = regex.compile(r"[\s\p{Ps}\p{Pi}\p{Pd}\x00/‘'“„«]")
_CLOSES_BEFORE = regex.compile(r"[\s\p{P}\x00\[{]")
_ESCAPE = regex.compile(r"\\[!-/:-@\[-`{-~]")
_SINGLE = regex.compile(
    r"(?<![\p{L}\p{N}])"
    r"(?:‘(?=\S)(?:[^‘’\x00]|(?<=\p{L})’(?=\p{L}))*?(?<=\S)’"
    r"|'(?=\S)(?:[^'\x00]|(?<=\p{L})'(?=\p{L}))*?(?<=\S)')(?![\p{L}\p{N}])"
)
"""Words between single marks; an apostrophe between two letters is none of them."""

_ELISION = regex.compile(
    r"['‘’](?:\d0s|tis|twas|twere|em|n|til|till|cause|bout|round|neath|tween)\b", regex.IGNORECASE
)
_OTHERS = regex.compile(
    r"[「」『』＂〝〞〟❝❞❛❜‹›‟‚]|(?<!\d)″|(?<!\p{L})[״]|[״](?!\p{L})"
    r"|(?<!['‘’\p{L}\p{N}])''(?=\S)|(?<=\S)''(?!['‘’\p{L}\p{N}])"
)
"""Marks that bind nothing. A prime after a digit is a unit, and gershayim within a word are
part of it.
"""


@dataclass(frozen=True, slots=True)
class Pair:
    """Where a quotation's marks stand: ``start`` at the opening, ``end`` after the closing."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Loose:
    """A mark that pairs with nothing: where, what to do, and from where to where the
    words reach that it was probably put around.
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
        it is a unit, or was told of with an earlier mark.
        """
        text = self.text
        if at not in self._order or at in self._used:
            return None
        if text[at] == '"' and at > 0 and text[at - 1].isdigit():
            return None  # with nothing open, 5" is five inches
        if not self._can_open(at):
            return self._not_opening(at)
        end = self._closing.get(at)
        return self.left_open(at) if end is None else Pair(at, end + 1)

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
        """For each mark that can open, where its fellow stands; nested pairs are passed over."""
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
            "take the space out that stands between it and the words quoted"
            if between
            else "put the opening mark before the first word quoted, or take this one out",
            1 + (self._marks[before] if before >= 0 else -1),
            at + 1,
        )

    def left_open(self, start: int) -> Loose:
        """The finding for an opening mark without its fellow."""
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

    ``ours`` is a run with all that is not our own words as U+0000.
    """
    text = _ELISION.sub(_masked, ours)
    for found in _SINGLE.finditer(text):
        yield Loose(
            found.start(),
            "single-quotation",
            f"single marks bind nothing: {found.group()}",
            f"write “{found.group()[1:-1]}” with double marks and a citation",
            *found.span(),
        )
    for found in _OTHERS.finditer(_SINGLE.sub(_masked, text)):
        yield Loose(
            found.start(),
            "other-quotation-mark",
            f"{found.group()} is a quotation mark that binds nothing",
            'quote with “ ”, " ", „ “ or « » and cite the source; or say it in your own words',
            *found.span(),
        )


def _masked(found: regex.Match[str]) -> str:
    return "\0" * len(found.group())
