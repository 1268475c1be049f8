"""The nearest passage: what an editor probably meant, in the source's true words.

Only hints come from here; likeness never lets anything pass. Words vote for
the offset at which the quotation would begin in the source; the best few places are
compared word by word (Ratcliff and Obershelp, as in :mod:`difflib`).
"""

from __future__ import annotations

import difflib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import regex

from citebound.model import Source, Span
from citebound.text.edges import UNSPACED, is_edge
from citebound.text.folding import Folded
from citebound.text.patterns import Pattern

_TOKEN = Pattern(
    rf"(?:(?=[{UNSPACED}])\X)|\p{{N}}+(?:[.,]\p{{N}}+)+|[\p{{L}}\p{{M}}\p{{N}}]+|[^\s\p{{L}}\p{{N}}]"
)
_COMMONEST = 400
_BEST = 4
_STRETCH = 400
"""How many words are compared at once: more than nearly every quotation has."""

CASE_DIFFERS = "upper and lower case differ"
"""The kind of change if only the case of letters differs."""
_REORDERED = "words are in another order"


@dataclass(frozen=True, slots=True)
class Near:
    """The nearest passage: where it is, its line of ``text.txt``, how alike it is
    (0 to 1), and the difference in words, ``now / not``.
    """

    span: Span
    line: int
    likeness: float
    difference: str
    kind: str


@dataclass(frozen=True, slots=True)
class WordIndex:
    """The words of a folded source and where each is."""

    tokens: tuple[str, ...]
    bounds: tuple[tuple[int, int], ...]
    places: Mapping[str, list[int]]

    @classmethod
    def of(cls, folded: Folded) -> WordIndex:
        """The index of a folded text."""
        tokens, bounds = _tokens(folded.text)
        places: dict[str, list[int]] = defaultdict(list)
        for number, token in enumerate(tokens):
            places[token.casefold()].append(number)
        return cls(tokens, bounds, places)


def _tokens(text: str) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]]:
    found = [(m.group(), m.span()) for m in _TOKEN.finditer(text)]
    return tuple(token for token, _ in found), tuple(span for _, span in found)


def nearest_passage(folded: Folded, index: WordIndex, words: str, source: Source) -> Near | None:
    """The passage of a source that is most like some folded words, or ``None`` if none is."""
    wanted, _ = _tokens(words)
    if not wanted or not index.tokens:
        return None
    begin: int | None = None
    near: Near | None = None
    # Comparing costs more than twice as much for twice the words: the first stretch that is not
    # in the source says what is wrong.
    for start in range(0, len(wanted), _STRETCH):
        near = _nearest(folded, index, wanted[start : start + _STRETCH], source)
        if near is None:
            return None
        begin = near.span.start if begin is None else min(begin, near.span.start)
        if near.likeness < 1:
            break
    return near and replace(near, span=Span(begin or 0, near.span.end))


def _nearest(
    folded: Folded, index: WordIndex, wanted: tuple[str, ...], source: Source
) -> Near | None:
    """The passage that is most like one stretch of words."""
    best: tuple[float, int, int] | None = None
    for start in _candidates(index, wanted):
        first, last = _aligned(index, wanted, start)
        if first >= last:
            continue
        likeness = difflib.SequenceMatcher(
            None, wanted, index.tokens[first:last], autojunk=False
        ).ratio()
        if best is None or likeness > best[0]:
            best = likeness, first, last
    if best is None or best[0] < 0.4:
        return None
    likeness, first, last = best
    begin, end = index.bounds[first][0], index.bounds[last - 1][1]
    while begin > 0 and not is_edge(folded.text, begin):
        begin -= 1
    while end < len(folded.text) and not is_edge(folded.text, end):
        end += 1
    span = folded.span(begin, end)
    true = tuple(folded.span(*b).of(source.text) for b in index.bounds[first:last])
    kind, difference = _difference(wanted, index.tokens[first:last], true)
    return Near(span, source.line_at(span.start), likeness, difference, kind)


def _candidates(index: WordIndex, wanted: tuple[str, ...]) -> list[int]:
    """Where the quotation may begin, by the votes of its words, rare ones first."""
    votes: Counter[int] = Counter()
    by_rarity = sorted(
        range(len(wanted)), key=lambda i: len(index.places.get(wanted[i].casefold(), ()))
    )
    for position in by_rarity:
        places = index.places.get(wanted[position].casefold(), ())
        if not places:
            continue
        if len(places) > _COMMONEST and votes:
            break
        weight = 1 + 200 // len(places)
        for place in places[: _COMMONEST * 4]:
            # neighbouring diagonals help each other: a word more or less shifts what follows
            for shift in (0, -1, 1):
                votes[place - position + shift] += weight * (2 if shift == 0 else 1)
    return [start for start, _ in votes.most_common(_BEST)]


def _aligned(index: WordIndex, wanted: tuple[str, ...], start: int) -> tuple[int, int]:
    """The stretch of the source's words that matches best around ``start``."""
    # A word replaced by a longer or a shorter one shifts what follows; in scripts without
    # spaces, where a token is a cluster, by many tokens.
    slack = max(4, len(wanted) // 4)
    low = max(0, start - slack)
    high = min(len(index.tokens), start + len(wanted) + slack)
    matcher = difflib.SequenceMatcher(None, wanted, index.tokens[low:high], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return 0, 0
    first = low + blocks[0].b - blocks[0].a
    last = low + blocks[-1].b + blocks[-1].size + (len(wanted) - blocks[-1].a - blocks[-1].size)
    return max(low, first), min(high, last)


def _join(tokens: tuple[str, ...]) -> str:
    joined = ""
    for token in tokens:
        spaced = joined and (token[0].isalnum() or token[0] == "(") and not _glued(joined, token)
        joined += f" {token}" if spaced else token
    return joined


def _glued(before: str, token: str) -> bool:
    unspaced = Pattern(rf"[{UNSPACED}]")
    return before[-1] in "-'($" or (
        bool(unspaced.match(before[-1])) and bool(unspaced.match(token))
    )


def _difference(
    mine: tuple[str, ...], folded: tuple[str, ...], true: tuple[str, ...]
) -> tuple[str, str]:
    """What kind of change it is, and the words, yours and the source's (``true``: as it has
    them).
    """
    matcher = difflib.SequenceMatcher(None, mine, folded, autojunk=False)
    changes = [op for op in matcher.get_opcodes() if op[0] != "equal"]
    kind = _kind(changes, mine, folded)
    stretches = [op[1:] for op in changes[:4]]
    if kind == _REORDERED:
        stretches = [(changes[0][1], changes[-1][2], changes[0][3], changes[-1][4])]
    shown = [
        f"{_join(mine[a:b]) or '(nothing)'} / {_join(true[c:d]) or '(nothing)'}"
        for a, b, c, d in stretches
    ]
    more = "; …" if len(changes) > len(shown) and kind != _REORDERED else ""
    return kind, "; ".join(shown) + more


def _kind(
    changes: Sequence[tuple[str, int, int, int, int]], mine: tuple[str, ...], true: tuple[str, ...]
) -> str:
    if sorted(mine) == sorted(true) and mine != true:
        return _REORDERED
    if len(changes) != 1:
        only_marks = all(_marks((*mine[a:b], *true[c:d])) for _, a, b, c, d in changes)
        return "punctuation differs" if only_marks else "several words differ"
    operation, a, b, c, d = changes[0]
    yours, theirs = mine[a:b], true[c:d]
    several = "words" if max(b - a, d - c) > 1 else "a word"
    if operation == "insert":
        return "punctuation is missing" if _marks(theirs) else f"{several} left out"
    if operation == "delete":
        return "punctuation was added" if _marks(yours) else f"{several} added"
    if "".join(yours).lower() == "".join(theirs).lower():
        return CASE_DIFFERS
    if all(regex.fullmatch(r"\p{N}+([.,]\p{N}+)*", t) for t in (*yours, *theirs)):
        return "a number was changed"
    if _marks(yours) and _marks(theirs):
        return "punctuation differs"
    return f"{several} replaced"


def _marks(tokens: tuple[str, ...]) -> bool:
    return not any(character.isalnum() for token in tokens for character in token)
