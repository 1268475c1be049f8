"""The cases: quotations with one change each, the same for the same seed."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import cycle

from bench import naive
from bench.damage import DAMAGE
from bench.passages_of import Passage, balanced, pick
from bench.permitted import PERMITTED, cut_limits, ends_before_limit, starts_after_limit
from bench.texts import SourceText, dice_of

_OUTER = ("“”", "“”", '""', "«»", "„“")
_TRIES = 4000


@dataclass(frozen=True, slots=True)
class Case:
    """A changed quotation: ``words`` between ``marks``, and the passage it was made from.

    ``start`` and ``end`` are the passage's offsets in the text of number ``text``.
    """

    text: int
    kind: str
    damaging: bool
    words: str
    marks: str
    start: int
    end: int

    @property
    def markdown(self) -> str:
        """The quotation without its citation, as it stands in a briefing."""
        return self.marks[0] + self.words + self.marks[1]


@dataclass(frozen=True, slots=True)
class Cases:
    """All cases, and how many mutants of each kind were discarded: they stand in the text."""

    cases: tuple[Case, ...]
    discarded: Counter[str]


def _still_stands(passage: Passage, words: str) -> bool:
    """Whether a damaged quotation is still true to its text, by the naive search."""
    text = passage.text.text
    if "[" in words:
        least, most = (1, naive.MOST_DROPPED) if re.search(r"\[(…|\.\.\.)\]", words) else (0, 4)
        ways = naive.dropped(text, words, least, most)
        return any(not any(cut_limits(gap, passage.language) for gap in way) for way in ways)
    return naive.stands(text, words)


@lru_cache(maxsize=256)
def plain_words(text: str) -> tuple[str, ...]:
    """The words of a text that hold nothing but letters, shuffled."""
    words = re.findall(r"(?<!\S)[^\s“”«»\"().,;:!?၊။…0-9၀-၉–−-]+(?!\S)", text)
    dice_of(len(text)).shuffle(words)
    return tuple(words)


def _marks(words: str, dice: random.Random) -> str:
    """Outer marks; other than curly ones only where the words hold no double marks."""
    return "“”" if re.search('[“”„«»"]', words) else dice.choice(_OUTER)


def _of_kind(
    kind: str, wanted: int, texts: Sequence[SourceText], seed: int, discarded: Counter[str]
) -> Iterator[Case]:
    """``wanted`` cases of one kind, taken from the texts in turn."""
    damaging = kind in DAMAGE
    dice = dice_of(seed, kind)
    made = missed = 0
    for number, text in cycle(list(enumerate(texts))):
        if made == wanted:
            return
        missed += 1
        if missed > _TRIES:
            raise RuntimeError(f"no passage of these texts can have: {kind}")
        # Whole sentences are cut out of a longer passage.
        passage = pick(text, dice, 3 if kind == "a legal cut" else 1)
        if passage is None:
            continue
        if not damaging and (starts_after_limit(passage) or ends_before_limit(passage)):
            continue
        if damaging:
            words = DAMAGE[kind](passage, dice, plain_words(text.text))
        else:
            words = PERMITTED[kind](passage, dice)
        if words is None or not words.strip() or not balanced(words):
            continue
        if damaging and _still_stands(passage, words):
            discarded[kind] += 1
            continue
        missed = 0
        made += 1
        yield Case(number, kind, damaging, words, _marks(words, dice), passage.start, passage.end)


def make(texts: Sequence[SourceText], each: int, seed: int = 1) -> Cases:
    """``each`` damaging and ``each`` permitted cases, in equal shares of every kind."""
    discarded: Counter[str] = Counter()
    cases: list[Case] = []
    for kinds in (DAMAGE, PERMITTED):
        for number, kind in enumerate(kinds):
            share = each // len(kinds) + (number < each % len(kinds))
            cases += _of_kind(kind, share, texts, seed, discarded)
    cases.sort(key=lambda case: case.text)
    return Cases(tuple(cases), discarded)
