"""Passages to quote: stretches of a text that an editor might honestly quote whole."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from functools import lru_cache

from bench import naive
from bench.texts import SourceText

_LENGTHS = {"en": (7, 24), "ru": (6, 20), "my": (4, 9)}


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one paragraph of a text, its words cut from it, white space and all.

    ``apart`` is true where it lies in no speech or wholly inside one, and holds none.
    """

    text: SourceText
    start: int
    end: int
    apart: bool

    @property
    def words(self) -> str:
        """The words, as the text has them."""
        return self.text.text[self.start : self.end]

    @property
    def language(self) -> str:
        """The language of the text."""
        return self.text.language


@lru_cache(maxsize=256)
def _tokens(text: str) -> tuple[tuple[tuple[int, int], ...], ...]:
    """For each paragraph, where its runs between white space stand."""
    paragraphs = []
    for line in re.finditer(r"[^\n]+", text):
        runs = tuple(m.span() for m in re.compile(r"\S+").finditer(text, line.start(), line.end()))
        if len(runs) > 4:
            paragraphs.append(runs)
    return tuple(paragraphs)


def balanced(words: str) -> bool:
    """Whether every double mark in ``words`` has its fellow."""
    depth = 0
    for letter in words:
        depth += (letter in "“«") - (letter in "”»")
        if depth < 0:
            return False
    return depth == 0


def pick(text: SourceText, dice: random.Random, times: int = 1) -> Passage | None:
    """A passage that stands once in the text and cuts into nobody's speech, if the dice
    fall so; ``times`` as long as others.
    """
    runs = dice.choice(_tokens(text.text))
    fewest, most = _LENGTHS[text.language]
    length = min(len(runs), times * dice.randrange(fewest, most + 1))
    first = dice.randrange(len(runs) - length + 1)
    start, end = runs[first][0], runs[first + length - 1][1]
    apart = True
    for speech in text.speech:
        if speech.end <= start or end <= speech.start:
            continue
        if speech.start <= start and end <= speech.end:
            continue
        if not (start <= speech.start and speech.end <= end):
            return None
        apart = False
    words = text.text[start:end]
    if not balanced(words) or naive.how_often(text.text, words) != 1:
        return None
    return Passage(text, start, end, apart)
