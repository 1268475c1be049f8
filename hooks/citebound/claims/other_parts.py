"""Where a limit of a text is parted from what it limits, or limits another part of its sentence.

A predicate may stand far after its subject, or in the next sentence, after a pronoun: “the talks,
held on Monday, failed”, “he gave no reason”. What a negation says of one part says nothing of the
part after *but*.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from citebound.claims.limit_words import Word
from citebound.claims.limiting import NEAR, Text
from citebound.text.limiting import OF_NOUNS, Limit
from citebound.text.pasts import PASTS

_UNITS_OF_TIME = frozenset((
    "year", "years", "month", "months", "week", "weeks", "hour", "hours", "year’s", "year's",
    "года", "году", "годом", "годов", "годы", "годах", "месяц", "месяца", "месяцев", "месяце",
    "день", "дней", "неделя", "недели", "неделю", "недель", "часа", "часов", "суток",
))  # fmt: skip
"""Words that two sentences have in common by chance, if not with the same figure."""

_FAR = 16
"""A predicate follows its subject within so many words."""

_KEPT = 256
"""Of so many texts it is kept what was worked out of all their words."""

_STOPS = frozenset(".;:!?…။\0\1\n")
PRONOUNS = frozenset((
    "he", "she", "it", "they", "neither", "none", "nobody", "он", "она", "оно", "они",
))  # fmt: skip
_BY_ITSELF = frozenset((
    "was", "were", "is", "are", "have", "had", "has", "will", "would", "did", "do", "could", "can",
    "may", "of", *PASTS,
))  # fmt: skip
_SMALL = frozenset(("barely", "hardly", "scarcely", "едва"))
_GOES_ON = frozenset(("but", "and", "while", "а", "но", "и"))
_JOINS = frozenset((*_GOES_ON, "or", "that", "which", "who", "или", "что", "который", "которая"))
"""What stands after one of these is no predicate of what stands before it."""


def carries(text: Text, word: Word, others: Sequence[Text]) -> bool:
    """Whether a word carries enough to be limited: a unit of time that others have too does only
    with a figure that they have.
    """
    if word.said not in _UNITS_OF_TIME:
        return True
    at = text.index(word)
    values = text.words[at - 1].values if at else ()
    return any(not other.figures.keys().isdisjoint(values) for other in others)


def later(texts: Sequence[Text], stems: Collection[str]) -> Iterator[AbstractSet[Limit]]:
    """For each text and each of some stems, the kinds of the limits after a word of that stem that
    may be its predicate.
    """
    return (found[stem] for found in map(_later, texts) for stem in stems if stem in found)


@lru_cache(maxsize=_KEPT)
def _later(text: Text) -> Mapping[str, AbstractSet[Limit]]:
    found: dict[str, set[Limit]] = {}
    for at, word in enumerate(text.words):
        if word.stem:
            found.setdefault(word.stem, set()).update(
                kind
                for n in _predicate(text, at)
                for kind in (text.words[n].limit, *text.words[n].also)
                if kind is not None
            )
    return found


def _predicate(text: Text, at: int) -> Iterator[int]:
    """The indices of the words of the predicate that a subject may have: those of its clause, those
    after a parenthesis beside it, and those of the next sentence that begins with a pronoun.
    """
    here, parenthesis, within, follows = text.words[at].clause, -1, True, False
    for n in range(at + 1, min(len(text.words), at + 1 + 2 * _FAR)):
        word, before = text.words[n], text.words[n - 1]
        marks = text.marks[before.clause : word.clause]
        if _begins(text, n):
            if follows or word.said not in PRONOUNS:
                return
            follows = True
        elif within and marks == (",",):  # the first comma: a parenthesis may begin
            is_one = n - at <= NEAR and word.said not in _JOINS
            parenthesis, within = (here + 2 if is_one else -1), False
        again = word.said in PRONOUNS and before.said in _GOES_ON  # “but it was not”
        within = again or (within and word.said not in _JOINS)
        is_near = n - at <= _FAR and (within or word.clause == parenthesis)
        if follows or is_near:
            yield n


def _begins(text: Text, n: int) -> bool:
    """Whether a sentence begins with a word; “at 11 p.m. and” begins none."""
    first, last = text.words[n - 1].span.end, text.words[n].span.start
    gap = text.text[first:last]
    return not _STOPS.isdisjoint(gap) and not text.text[last].islower()


def told_of(text: Text, shared: Sequence[Word], word: Word) -> bool:
    """Whether a sentence begins with a part that stands by itself, after one with what it is a part
    of: “412 violations. Most took place at night”.
    """
    found = _told(text).get(word.said, frozenset())
    return any(one.stem in found for one in shared)


@lru_cache(maxsize=_KEPT)
def _told(text: Text) -> Mapping[str, AbstractSet[str]]:
    """For each part that stands so by itself, the stems of the sentence before it."""
    found: dict[str, set[str]] = {}
    words = text.words
    for n in range(1, len(words) - 1):
        one, after = words[n], words[n + 1].said
        if one.limit is not Limit.PART or not _begins(text, n):
            continue
        if after not in _BY_ITSELF and not after.endswith("ed"):
            continue
        for w in words[max(0, n - 2 * _FAR) : n]:
            if sum(mark in _STOPS for mark in text.marks[w.clause : one.clause]) == 1:
                found.setdefault(one.said, set()).add(w.stem)
    return found


def is_of_figure(text: Text, at: int, ours: Text) -> bool:
    """Whether a limit is of the figure right after it, which ours does not have: “barely half of
    last year’s rice” says nothing of last year’s.
    """
    if text.words[at].said not in _SMALL:
        return False
    near = text.words[at + 1 : at + 3]
    figure = next((word for word in near if word.values), None)
    return figure is not None and ours.figures.keys().isdisjoint(figure.values)


def is_of_other_part(text: Text, at: int, shared: Sequence[Word], ours: Text) -> bool:
    """Whether a negation is of a noun that ours does not have, and ours tells what stands after
    *but*: “found no evidence that the senator had known, but criticised her”.
    """
    limit = text.words[at]
    if limit.said not in OF_NOUNS or len({word.stem for word in shared}) != 1:
        return False
    governed = [word for word in text.words[at + 1 :] if word.stem]
    if not governed or governed[0].stem == shared[0].stem:
        return False
    inside, n = [], at + 1
    while n < len(text.words) and text.words[n].said not in _GOES_ON:
        if not _STOPS.isdisjoint(text.marks[limit.clause : text.words[n].clause]):
            return False
        inside.append(text.words[n])
        n += 1
    stems = {word.stem for word in ours.words if word.stem}
    known = {word.stem for word in inside if word.stem in stems}
    rest = []
    for word in text.words[n + 1 :]:
        if not _STOPS.isdisjoint(text.marks[limit.clause : word.clause]):
            break
        rest.append(word.stem)
    return known == {shared[0].stem} and any(stem in stems for stem in rest if stem)
