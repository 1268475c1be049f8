"""Evidence with words of both sides of a pair, each of its own subject: “exports fell while
investment rose” says of no exports that they rose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from citebound.claims.beside import Side, carries, content, index_at
from citebound.claims.limit_words import Word
from citebound.claims.limiting import Text
from citebound.claims.otherwise import sentence_around
from citebound.text.limiting import Limit
from citebound.text.pasts import root

_REACH = 6
_PARTS = frozenset((
    "after", "before", "when", "as", "since", "because", "until", "once", "после", "когда", "пока",
))  # fmt: skip
_PRONOUNS = frozenset(("it", "him", "her", "them", "его", "её", "их"))
_TURNS = frozenset((Limit.NOT, Limit.IF))


def both_sides(
    ours: Text,
    at: int,
    sides: tuple[Side, Side],
    texts: tuple[Sequence[Text], Sequence[Text]],
) -> Iterator[tuple[Word, Text, Word]]:
    """Where our word at an index, of the first side, is of what the passages have with a word of
    the second, and the first is there of something else.
    """
    mine, theirs = sides
    passages, support = texts
    subject = frozenset(content(ours, at, -1))
    if not subject or any(word.limit in _TURNS for word in ours.words):
        return
    for text in passages:
        same, other = ([*islice(side.finditer(text.text), 2)] for side in (mine, theirs))
        if len(same) != 1 or len(other) != 1 or not _all_in(text, mine, support):
            continue
        m, t = index_at(text, same[0].start()), index_at(text, other[0].start())
        if _is_of(ours, at, text, m, t):
            yield ours.words[at], text, text.words[t]


def _is_of(ours: Text, at: int, text: Text, same: int, other: int) -> bool:
    """Whether our subject is that of the other side's word in a text, and not that of the same
    side's, which has one of its own.
    """
    subject = frozenset(content(ours, at, -1))
    told, own = _before(text, other), _before(text, same)
    if same in _stretch(text, other) or not own - subject:
        return False
    if len(subject & told) <= len(subject & own):
        return False
    begin, end = sentence_around(text.text, text.words[same])
    apart = not begin <= text.words[other].start < end
    if apart and not text.text[text.words[same - 1].start].isupper():
        return False  # “the minister” may be who was named before
    if any(text.words[n].limit in _TURNS for n in _stretch(text, other)):
        return False
    drawn, from_other = _keys(text, _stretch(text, same)), _keys(text, _stretch(text, other))
    mine = _keys(ours, _stretch(ours, at)) - _keys(ours, range(at, at + 1)) - subject
    if any(text.words[n].said in _PRONOUNS for n in _stretch(text, other)):
        mine = {key for key in mine if not isinstance(key, str)}
    return not mine & drawn - from_other


def _all_in(text: Text, side: Side, support: Sequence[Text]) -> bool:
    """Whether nothing else that bears out a statement has a word of a side."""
    return all(
        one.text in text.text or text.text in one.text
        for one in support
        if side.search(one.text) is not None
    )


def _stretch(text: Text, at: int) -> range:
    """The part of a stretch that a word is in: “fell”, “after the bank raised rates”."""
    words, stretch = text.words, text.stretches
    first, last = at, at + 1
    while first and words[first].said not in _PARTS and stretch[first - 1] == stretch[at]:
        first -= 1
    while last < len(words) and words[last].said not in _PARTS and stretch[last] == stretch[at]:
        last += 1
    return range(first, last)


def _before(text: Text, at: int) -> frozenset[str]:
    near = (text.words[n] for n in _stretch(text, at) if at - _REACH <= n < at)
    return frozenset(root(word.said) for word in near if carries(word))


def _keys(text: Text, places: range) -> set[object]:
    words = [text.words[n] for n in places]
    figures = {value for word in words for value in word.values}
    return figures | {root(word.said) for word in words if carries(word)}
