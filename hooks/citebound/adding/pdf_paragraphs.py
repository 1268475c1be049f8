"""Paragraphs out of the lines of a PDF: by gaps, indents and short last lines, over the ends of
columns and pages.

A PDF says where its letters stand and nothing of paragraphs. In doubt two lines are one
paragraph, since an editor sees a paragraph that is too long and would miss a broken sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from citebound.adding.pdf_columns import Column, Line
from citebound.adding.pdf_pieces import BROKEN
from citebound.text.edges import is_unspaced

_LARGER = 1.25
"""So many times the usual distance of two lines is a gap between paragraphs."""

_A_WORD = 3.0
"""About how wide a word is, in sizes of its letters."""

_STOPPED = re.compile(r"[.!?:;…。！？။۔।][\"'”’»)\]]*[\d*†‡]*\Z")
_WORD_BEFORE = re.compile(r"[\w’'-]*\Z")
_WORD_AFTER = re.compile(r"\A[\w’'-]*")
_MARKED = re.compile(r"\d{1,3}(?!\d)|[*†‡§¹²³]")
_BROKEN = re.compile(r"[^\W\d_][-\u2010]\Z")
"""A hyphen after a letter that PDFium takes for no break of a word, as at the end of a page."""

_UNENDED = re.compile(rf"\w[-\u2010\u2011–—]\Z|{BROKEN}\Z")
"""An end of a line after which something is to come."""

_HYPHENS = "-\u2010\u2011"
_DASHES = "–—"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together. ``edge`` is where the lines of their column end; ``is_row`` says
    that it is a row of a table.
    """

    page: int
    lines: tuple[Line, ...]
    edge: float
    is_row: bool


@dataclass(frozen=True, slots=True)
class Joined:
    """Words of paragraphs, and what was done to the hyphens at the ends of lines: words written
    without theirs, and words that keep it. ``doubtful`` are the pages on which a column
    ends with a paragraph that may go on after it; ``footnotes`` are not among the paragraphs.
    """

    paragraphs: tuple[str, ...]
    without: tuple[str, ...]
    kept: tuple[str, ...]
    doubtful: tuple[int, ...] = ()
    footnotes: tuple[str, ...] = ()


def joined(columns: Sequence[Column]) -> Joined:
    """The paragraphs of a document, each in one line."""
    edges = [_edge(column, columns) for column in columns]
    usual = _Usual(columns)
    found: list[Paragraph] = []
    doubtful: list[int] = []
    footnotes: list[Paragraph] = []
    for column, edge in zip(columns, edges, strict=True):
        every = _paragraphs(column, edge, usual)
        held = every[: _text_ends(every, usual)]
        footnotes += every[len(held) :]
        if found and held:
            if _goes_on(found[-1], held[0]):
                before = found.pop()
                held[0] = replace(held[0], page=before.page, lines=before.lines + held[0].lines)
            elif _may_go_on(found[-1]):
                doubtful.append(found[-1].page)
        found += held
    hyphens = _Hyphens(columns)
    words, beside = (
        tuple(hyphens.words(paragraph.lines) for paragraph in held) for held in (found, footnotes)
    )
    return Joined(
        words, tuple(hyphens.without), tuple(hyphens.kept), tuple(dict.fromkeys(doubtful)), beside
    )


def _text_ends(held: Sequence[Paragraph], usual: _Usual) -> int:
    """How many paragraphs of a column stand above its footnotes, which are in smaller letters and
    begin with a mark or with numbers that count on.
    """
    small = 0
    while small < len(held) and held[-1 - small].lines[0].size < 0.92 * usual.size:
        small += 1
    marked = {
        at: found[0]
        for at in range(len(held) - small, len(held))
        if (found := _MARKED.match(held[at].lines[0].words))
    }
    numbers = [int(mark) for mark in marked.values() if mark.isdecimal()]
    counts_on = all(after == before + 1 for before, after in pairwise(numbers))
    is_table = any(paragraph.is_row for paragraph in held[min(marked, default=len(held)) :])
    return min(marked) if marked and counts_on and not is_table else len(held)


# --- what is usual --------------------------------------------------------------------------


def _edge(column: Column, columns: Sequence[Column]) -> float:
    """Where lines of a column end at the right: as far as all but a few of its kind go."""
    left = min(line.left for line in column.lines)
    rights = sorted(
        (
            line.right
            for other in columns
            if other.kind == column.kind and abs(min(line.left for line in other.lines) - left) <= 4
            for line in other.lines
        ),
        reverse=True,
    )
    return rights[len(rights) // 20]


class _Usual:
    """The usual distance of two lines, by the size of their letters, and the size of most."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._found: dict[float, Counter[float]] = {}
        sizes: Counter[float] = Counter()
        for column in columns:
            for line in column.lines:
                sizes[line.size] += len(line.words)
            for before, line in pairwise(column.lines):
                apart = before.base - line.base
                if _is_alike(before.size, line.size) and 0.5 < apart / line.size < 3:
                    self._found.setdefault(round(line.size), Counter())[round(apart * 2) / 2] += 1
        self.size = sizes.most_common(1)[0][0]
        self._ratio = self._least(round(self.size), 1.3 * self.size) / self.size

    def _least(self, size: float, otherwise: float) -> float:
        """The smallest distance that is not rare."""
        counts = self._found.get(size)
        if not counts:
            return otherwise
        return min(one for one, count in counts.items() if count >= 0.15 * counts.total())

    def distance(self, size: float) -> float:
        counts = self._found.get(round(size), Counter())
        otherwise = self._ratio * size
        return self._least(round(size), otherwise) if counts.total() > 2 else otherwise


def _is_alike(one: float, other: float) -> bool:
    return abs(one - other) <= 0.08 * max(one, other)


# --- where a paragraph begins ---------------------------------------------------------------


def _paragraphs(column: Column, edge: float, usual: _Usual) -> list[Paragraph]:
    held: list[list[Line]] = []
    for line in column.lines:
        if held and not _begins(held[-1], line, edge, usual):
            held[-1].append(line)
        else:
            held.append([line])
    return [
        Paragraph(column.page, tuple(lines), edge, any(line.is_row for line in lines))
        for lines in held
    ]


def _has_room(line: Line, need: float, edge: float) -> bool:
    """Whether a word of this width would have stood in the line."""
    return line.right + 0.3 * line.size + need < edge - 0.3 * line.size


def _begins(held: Sequence[Line], line: Line, edge: float, usual: _Usual) -> bool:
    """Whether a line begins a paragraph, after the lines of the one before it."""
    before = held[-1]
    size = max(before.size, line.size)
    apart = before.base - line.base
    if not _is_alike(before.size, line.size) or apart <= 0 or line.label or line.is_row:
        return True
    if before.is_row or apart > _LARGER * usual.distance(size):
        return True
    if _UNENDED.search(before.words):
        return False
    if size > 1.1 * usual.size and not _is_alike(size, usual.size):
        # The lines of a heading are as short as it pleases, so nothing but a gap ends it.
        return False
    return _is_indented(held, line) or _is_short(before, line, edge)


def _is_indented(held: Sequence[Line], line: Line) -> bool:
    before = held[-1]
    far = 0.7 * line.size
    start = held[0].left + held[0].label
    if len(held) > 1:
        return abs(line.left - before.left) > far
    if held[0].label:
        hangs = line.left > (held[0].left + start) / 2
        is_beside = held[0].left - far <= line.left <= start + 2 * far
        return not is_beside or (not hangs and bool(_STOPPED.search(before.words)))
    # One line that is not at its end goes on in a line that hangs, as entries of a list do.
    return line.left > start + far and bool(_STOPPED.search(before.words))


def _is_short(before: Line, line: Line, edge: float) -> bool:
    """Whether a line ends before the edge although the next word had room in it."""
    if not _has_room(before, line.first, edge):
        return False
    return bool(_STOPPED.search(before.words)) or before.right < edge - 0.2 * (edge - before.left)


def _goes_on(before: Paragraph, after: Paragraph) -> bool:
    """Whether a paragraph at the end of a column goes on in the next one."""
    last, first = before.lines[-1], after.lines[0]
    if before.is_row or after.is_row or first.label or not _is_alike(last.size, first.size):
        return False
    letter = first.words[0]
    if last.words.endswith(BROKEN) or (_BROKEN.search(last.words) and letter.islower()):
        return True
    if letter.isupper() or _has_room(last, first.first, before.edge):
        return False
    return letter.islower() or (letter.isalpha() and not _STOPPED.search(last.words))


def _may_go_on(before: Paragraph) -> bool:
    last = before.lines[-1]
    return (
        not before.is_row
        and not _has_room(last, _A_WORD * last.size, before.edge)
        and not _STOPPED.search(last.words)
    )


# --- words ----------------------------------------------------------------------------------


class _Hyphens:
    """Joins the words of lines, and keeps what was done to hyphens at their ends.

    PDFium does not say whether such a hyphen belongs to the word. It does where the word is
    written with it within a line, and before a capital letter: no word is broken there.
    """

    def __init__(self, columns: Sequence[Column]) -> None:
        self.without: dict[str, None] = {}
        self.kept: dict[str, None] = {}
        self._within = {
            word.casefold()
            for column in columns
            for line in column.lines
            for word in re.findall(r"\w+(?:-\w+)+", line.words)
        }

    def words(self, lines: Sequence[Line]) -> str:
        text = lines[0].words
        for line in lines[1:]:
            text = self._with(text, line.words)
        return " ".join(self._with(text, "").split())

    def _with(self, text: str, words: str) -> str:
        """A text and the words of a further line, or of none."""
        if text.endswith(BROKEN) or (_BROKEN.search(text) and words[:1].isalpha()):
            return self._mended(text[:-1], words)
        if not words:
            return text
        last, first = text[-1], words[0]
        if last in _HYPHENS and text[-2:-1].isalnum() and first.isalnum():
            self.kept[f"{_part(_WORD_BEFORE, text)}{_part(_WORD_AFTER, words)}"] = None
            return text + words
        if last in _DASHES and text[-2:-1].isalnum():
            return text + words
        return text + words if is_unspaced(last) and is_unspaced(first) else f"{text} {words}"

    def _mended(self, text: str, words: str) -> str:
        """A text whose last word was broken, and its rest."""
        before, after = _part(_WORD_BEFORE, text), _part(_WORD_AFTER, words)
        whole = f"{before}-{after}"
        is_capital = after[:1].isupper() and not before.isupper()
        if not after or is_capital or whole.casefold() in self._within:
            self.kept[whole] = None
            return f"{text}-{words}"
        self.without[before + after] = None
        return text + words


def _part(pattern: re.Pattern[str], words: str) -> str:
    found = pattern.search(words)
    return found[0] if found else ""
