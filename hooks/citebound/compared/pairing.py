"""What was changed, told from what was taken out and what was put in: the most alike are paired.

Two texts are as alike as :class:`difflib.SequenceMatcher` finds their words (Ratcliff and
Obershelp), and no pair is made of what is less than half alike.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Generic, TypeVar

T = TypeVar("T")

_WORD = re.compile(r"\w+")

ALIKE = 0.5
"""How alike two texts are that are one text changed."""

COMPARED = 40_000
"""So many pairs of one sort are compared word by word; of more, each is compared with the one in
its place alone.
"""


@dataclass(frozen=True, slots=True)
class Pair(Generic[T]):
    """What was and what is; ``None`` for what is new, or gone."""

    old: T | None
    new: T | None


def paired(
    gone: Sequence[T], added: Sequence[T], read: Callable[[T], tuple[str, str]]
) -> list[Pair[T]]:
    """What is gone and what is added in pairs, in the order of what is there now, then what is
    only gone. ``read`` gives the sort of each and its words: no two sorts are paired.
    """
    found: list[tuple[float, int, int]] = []
    words = [_WORD.findall(read(one)[1].casefold()) for one in gone]
    matcher: SequenceMatcher[str] = SequenceMatcher(None, autojunk=False)
    sorts = [read(one)[0] for one in gone]
    for here, theirs in _compared(sorts, [read(one)[0] for one in added]):
        matcher.set_seq2(_WORD.findall(read(added[here])[1].casefold()))
        for there in theirs:
            matcher.set_seq1(words[there])
            if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE:
                found.append((-matcher.ratio(), here, there))
    mates: dict[int, int] = {}
    taken: set[int] = set()
    for unlike, here, there in sorted(found):
        if -unlike >= ALIKE and here not in mates and there not in taken:
            mates[here] = there
            taken.add(there)
    pairs: list[Pair[T]] = [
        Pair(gone[mates[here]] if here in mates else None, new) for here, new in enumerate(added)
    ]
    return pairs + [Pair(old, None) for there, old in enumerate(gone) if there not in taken]


def _compared(gone: Sequence[str], added: Sequence[str]) -> Iterator[tuple[int, Sequence[int]]]:
    """What is added, by its number, and the numbers of what is gone that it is compared with;
    both are given by their sorts.
    """
    were: dict[str, list[int]] = {}
    for there, sort in enumerate(gone):
        were.setdefault(sort, []).append(there)
    counts = Counter(added)
    passed: Counter[str] = Counter()
    for here, sort in enumerate(added):
        theirs = were.get(sort, [])
        if len(theirs) * counts[sort] > COMPARED:
            theirs = theirs[passed[sort] : passed[sort] + 1]
        passed[sort] += 1
        yield here, theirs
