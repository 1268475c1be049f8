"""The naive search: whether words stand in a text, written independently of our engine.

It shares no code with it: it folds letter by letter, looks in each line for itself, and judges
word edges by one pattern. It is slow, and meant to be read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_MARKS = set("\"'“”„‟‘’‚‛«»‹›")
_SPACES = set(" \t\n\r\u00a0\u202f")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u4e00-\u9fff]")
_BRACKET = re.compile(r"\s*\[[^\[\]]*\]\s*")

MOST_DROPPED = 60
"""A cut takes out at most so many words."""


def fold(text: str) -> str:
    """``text`` after the closed list of typographic folds, by the letter."""
    letters = []
    for letter in text:
        if letter == "\u00ad":
            continue
        if letter in _MARKS:
            letters.append("'")
        elif letter in "\u2010\u2011":
            letters.append("-")
        elif letter in _SPACES:
            if not letters or letters[-1] != " ":
                letters.append(" ")
        else:
            letters.append(letter)
    return unicodedata.normalize("NFC", "".join(letters)).strip(" ")


@lru_cache(maxsize=256)
def lines(text: str) -> tuple[str, ...]:
    """The paragraphs of a text, folded; each line is one."""
    return tuple(fold(line) for line in text.split("\n") if line.strip())


def _letter(text: str, at: int) -> bool:
    """Whether there is a letter, a mark or a digit at ``at``."""
    return 0 <= at < len(text) and unicodedata.category(text[at])[0] in "LMN"


def _digit(text: str, at: int) -> bool:
    return 0 <= at < len(text) and unicodedata.category(text[at])[0] == "N"


def edge(text: str, at: int) -> bool:
    """Whether a quotation may begin or end between ``text[at - 1]`` and ``text[at]``."""
    if at <= 0 or at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    if unicodedata.category(after)[0] == "M" or after in "\u200c\u200d" or before == "\u1039":
        return False
    if _letter(text, at - 1) and _letter(text, at):
        digits = _digit(text, at - 1) and _digit(text, at)
        return not digits and bool(_UNSPACED.match(before) or _UNSPACED.match(after))
    if after in "-'" and _letter(text, at - 1) and _letter(text, at + 1):
        return after == "'" and text[at + 1] in "sS" and not _letter(text, at + 2)
    if before in "-'" and _letter(text, at) and _letter(text, at - 2):
        return False
    if after in ".," and _digit(text, at - 1) and _digit(text, at + 1):
        return False
    if (
        before in ".,"
        and _digit(text, at)
        and (_digit(text, at - 2) or at == 1 or text[at - 2] == " ")
    ):
        return False
    return not (before in "+-−±" and _digit(text, at))


def places(paragraph: str, words: str, start: int = 0) -> Iterator[int]:
    """Where folded ``words`` stand in a folded paragraph, at word edges."""
    at = paragraph.find(words, start)
    while at >= 0:
        if edge(paragraph, at) and edge(paragraph, at + len(words)):
            yield at
        at = paragraph.find(words, at + 1)


def stands(text: str, quotation: str) -> bool:
    """Whether a quotation without cuts stands in ``text``; its last ``.`` or ``,`` may be
    the editor's.
    """
    words = fold(quotation)
    tried = [words, words[:-1]] if words[-1:] in {".", ","} and len(words) > 1 else [words]
    return any(next(places(line, w), -1) >= 0 for w in tried for line in lines(text))


def how_often(text: str, quotation: str) -> int:
    """In how many places a quotation stands."""
    words = fold(quotation)
    return sum(1 for line in lines(text) for _ in places(line, words))


def dropped(
    text: str, quotation: str, least: int = 1, most: int = MOST_DROPPED
) -> list[tuple[str, ...]]:
    """For each way in which the parts of a quotation stand in order in one paragraph, what
    each of its brackets drops: from ``least`` to ``most`` words.
    """
    parts = [fold(part) for part in _BRACKET.split(quotation)]
    last = parts[-1]
    ends = [last, last[:-1]] if last[-1:] in {".", ","} else [last]
    return [
        way
        for line in lines(text)
        for end in ends
        for way in _fits(line, [*parts[:-1], end], None, least, most)
    ]


def _fits(
    line: str, parts: list[str], behind: int | None, least: int, most: int
) -> Iterator[tuple[str, ...]]:
    if not parts:
        yield ()
        return
    for at in places(line, parts[0], behind or 0):
        gap = "" if behind is None else line[behind:at].strip()
        if behind is not None and not least <= len(gap.split()) <= most:
            continue
        for rest in _fits(line, parts[1:], at + len(parts[0]), least, most):
            yield rest if behind is None else (gap, *rest)
