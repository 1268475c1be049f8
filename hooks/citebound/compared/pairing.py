"""What was changed, told from what was taken out and what was put in: the most alike are paired.

Two texts are as alike as :class:`difflib.SequenceMatcher` finds their words (Ratcliff and
Obershelp), and no pair is made of what is less than half alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Generic, TypeVar

T = TypeVar("T")

_WORD = re.compile(r"\w+")

ALIKE = 0.5
"""How alike two texts are that are one text changed."""

COMPARED = 40_000
"""So many pairs are compared word by word; of more, each is paired with the one in its place."""


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
    if len(gone) * len(added) <= COMPARED:
        words = [_WORD.findall(read(one)[1].casefold()) for one in gone]
        for here, new in enumerate(added):
            matcher: SequenceMatcher[str] = SequenceMatcher(None, autojunk=False)
            matcher.set_seq2(_WORD.findall(read(new)[1].casefold()))
            for there, old in enumerate(gone):
                if read(old)[0] != read(new)[0]:
                    continue
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
