"""Folding: the short closed list of typographic differences that are not differences.

Two texts that fold to the same string have the same words (docs/quoting.md, Matching). The
list, whole:

* curly and straight quotation marks and apostrophes, guillemets and low marks
  fold to one class (a source prints “sham”, an editor nests it as ‘sham’);
* no-break space and narrow no-break space fold to space;
* a run of white space and line breaks folds to one space;
* U+2010 HYPHEN and U+2011 NON-BREAKING HYPHEN fold to the hyphen-minus;
* a soft hyphen is removed;
* the result is in Unicode Normalization Form C (UAX #15).

Nothing else: not case, accents, digits, punctuation or the length of dashes, and
never form KC.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

import regex

from citebound.model import Span
from citebound.text.edges import CLUSTER
from citebound.text.patterns import Pattern

MARKS = "\"'“”„‟‘’‚‛«»‹›"
"""Every quotation mark and apostrophe that folds to the one class."""

SPACES = " \t\n\r\u00a0\u202f"
"""What is white space in a source or a quotation."""

_ONE_TO_ONE = {
    **dict.fromkeys(MARKS.replace("'", ""), "'"),
    **dict.fromkeys(SPACES.replace(" ", ""), " "),
    "\u2010": "-",
    "\u2011": "-",
}
_RUNS = Pattern(r" *\u00ad[ \u00ad]*|  +")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text with a way back to the raw offsets.

    ``text`` is the folded string, ``length`` the length of what it was folded
    from. ``_here`` and ``_there`` are the positions, in the folded text and in
    what it was folded from, where the two run in step again: there is one only
    where a length changed, so that a clean text costs nothing. ``_under`` is the
    fold that came before, if there were two.
    """

    text: str
    length: int
    _here: tuple[int, ...] = (0,)
    _there: tuple[int, ...] = (0,)
    _under: Folded | None = None

    def origin(self, index: int) -> int:
        """The raw offset at which the folded character ``index`` begins.

        For ``len(text)`` it is the length of the raw text. The map is monotone.
        """
        if index >= len(self.text):
            there = self.length
        else:
            step = bisect_right(self._here, index) - 1
            there = self._there[step] + index - self._here[step]
            if step + 1 < len(self._there):
                there = min(there, self._there[step + 1])
        return there if self._under is None else self._under.origin(there)

    def end(self, index: int) -> int:
        """The raw offset at which the folded character ``index`` ends.

        White space and soft hyphens that folding dropped after it do not belong to it.
        """
        step = bisect_right(self._here, index) - 1
        there = self._there[step] + index - self._here[step] + 1
        if step + 1 < len(self._here):
            # a stretch that was replaced ends where the two run in step again
            if index + 1 == self._here[step + 1] and self._stretch(step):
                there = self._there[step + 1]
            there = min(there, self._there[step + 1])
        return there if self._under is None else self._under.end(there - 1)

    def _stretch(self, step: int) -> bool:
        """Whether the run that begins at ``step`` is a replaced stretch, not words kept."""
        return self._here[step + 1] - self._here[step] != self._there[step + 1] - self._there[step]

    def span(self, start: int, end: int) -> Span:
        """The raw span of the folded characters from ``start`` up to ``end`` (not empty)."""
        return Span(self.origin(start), self.end(end - 1))

    def index(self, offset: int) -> int:
        """The first folded index whose origin is at or after the raw ``offset``."""
        return bisect_left(range(len(self.text)), offset, key=self.origin)


def _replaced(text: str, changes: Iterable[tuple[int, int, str]], under: Folded | None) -> Folded:
    """``text`` with each stretch ``(start, end, instead)`` replaced, and the way back."""
    pieces: list[str] = []
    here, there = [0], [0]
    length = done = 0
    for start, end, instead in changes:
        pieces += (text[done:start], instead)
        length += start - done
        here += (length, length + len(instead))
        there += (start, end)
        length += len(instead)
        done = end
    pieces.append(text[done:])
    return Folded("".join(pieces), len(text), tuple(here), tuple(there), under)


def fold(text: str) -> Folded:
    """``text`` folded by the closed list, with the way back to its own offsets.

    Folding is idempotent: ``fold(fold(t).text).text == fold(t).text``.
    """
    even = text
    for letter, instead in _ONE_TO_ONE.items():
        # Ten to twenty times as fast on a long text as str.translate.
        if letter in even:
            even = even.replace(letter, instead)
    if "  " in even or "\u00ad" in even:
        folded = _replaced(
            even,
            (
                (run.start(), run.end(), " " if " " in run.group() else "")
                for run in _RUNS.finditer(even)
            ),
            None,
        )
    else:
        folded = Folded(even, len(even))
    if unicodedata.is_normalized("NFC", folded.text):
        return folded
    # Composition never reaches over the edge of a grapheme cluster (UAX #29).
    composed = (
        (*cluster.span(), unicodedata.normalize("NFC", cluster.group()))
        for cluster in CLUSTER.finditer(folded.text)
        if not unicodedata.is_normalized("NFC", cluster.group())
    )
    return _replaced(folded.text, composed, folded)


_LETTERS_OF_THEIR_OWN = "йёїўѓќЙЁЇЎЃЌ"
"""Cyrillic letters that are written with a mark, and are other letters without it."""

_WITH_A_MARK = "".join(
    letter
    for letter in map(chr, range(0x80, 0x2200))
    if unicodedata.normalize("NFD", letter) != letter and letter not in _LETTERS_OF_THEIR_OWN
)
_MAY_BE_MARKED = frozenset(_WITH_A_MARK)
_MARK = Pattern(r"\p{Inherited}")
_MARKED = Pattern(
    rf"[[\p{{Latin}}\p{{Greek}}\p{{Cyrillic}}]&&[{_WITH_A_MARK}]]\p{{Inherited}}*+"
    r"|[\p{Latin}\p{Greek}\p{Cyrillic}\p{Nd}]\p{Inherited}++",
    regex.V1,
)


def unmarked(text: str) -> Folded:
    """``text`` without the marks on its Latin, Greek and Cyrillic letters and its digits, with the
    way back: *thirtéen* is *thirteen*. A rule that looks for words compares them like this.
    """
    if text.isascii() or not _has_marks(text):
        return Folded(text, len(text))
    bare = (
        (*found.span(), letter)
        for found in _MARKED.finditer(text)
        if (letter := _bare(found.group())) != found.group()
    )
    return _replaced(text, bare, None)


def _has_marks(text: str) -> bool:
    """Whether a text has a letter written with a mark, or a mark: most are without, and to look at
    each letter once is quicker than to look for what is marked at each of its places.
    """
    letters = set(text)
    return not _MAY_BE_MARKED.isdisjoint(letters) or bool(_MARK.search("".join(letters)))


def _bare(cluster: str) -> str:
    """A letter without its marks."""
    letter = unicodedata.normalize("NFC", cluster[:2])[0]
    if letter in _LETTERS_OF_THEIR_OWN:
        return letter
    return unicodedata.normalize("NFD", cluster[0])[0]
