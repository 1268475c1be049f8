"""Where the evidence has a verb that nobody has done yet, or at all, and our words tell it as done.

Verbs are compared by their root, in all their forms and in both voices. What leads to a verb is in
:mod:`citebound.claims.led`, what tells one as done in :mod:`citebound.claims.come_about`. Where the
evidence tells the verb as done of the same thing, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from citebound.claims.come_about import came_of, is_done, is_of_another, is_told
from citebound.claims.deeds import DEED_KEYS, deeds
from citebound.claims.led import IS, Led, is_beside, key_of, to_come
from citebound.claims.limit_words import Word
from citebound.claims.limiting import Text
from citebound.claims.otherwise import Otherwise
from citebound.text.limiting import AS_GOOD_AS_NOT, Limit
from citebound.text.pasts import UNCHANGED, is_past, root

_LATER = frozenset((
    "until", "till", "before", "unless", "more", "less", "only", "just", "merely", "simply",
))  # fmt: skip
"""With one of these, who did not do something may have done it: “did not end until May”."""

_REACH = 3
_MOST = 8
"""So many places of a verb are looked at, at most."""

_DENYING = frozenset(map(root, AS_GOOD_AS_NOT))


def not_done(ours: Text, text: Text, others: Sequence[Text]) -> tuple[str, Word, Word] | None:
    """What leads in the evidence to a verb that is not done, the verb, and where ours tell it."""
    mine = _told(ours)
    if mine.keys().isdisjoint((*_by_verb(text), *DEED_KEYS)):
        return None
    for one in (*to_come(text), *deeds(text, mine), *_denied(ours, text)):
        key = one.key
        told = (n for n in mine.get(key, ())[:_MOST] if is_told(ours, n, text, one))
        here = next(told, None)
        if here is None or came_of(text, text.index(one.lead), one.at):
            continue
        if any(
            is_done(other, n, one) and not (other is text and is_of_another(ours, text, one, n))
            for other in (text, *others)
            for n in _by_verb(other).get(key, ())[:_MOST]
        ):
            continue
        if not _is_parted(ours, key, text):
            return one.lead.said, one.verb, ours.words[here]
    return None


def _is_parted(ours: Text, key: str, text: Text) -> bool:
    """Whether ours tell what is to come as well, by the same verb or by one that the evidence does
    not have so: “closed one branch and plans to shut another”.
    """
    led = {one.key for one in to_come(ours)}
    return key in led or not led <= {key_of(w) for w in text.words if not is_past(w.said)}


def _denied(ours: Text, text: Text) -> Iterator[Led]:
    """The verb right after *not*, where our form of it may be taken for a negation itself: “did not
    ban”, “banned”.
    """
    if any(word.limit is Limit.NOT for word in ours.words):
        return
    if any(word.said in _LATER for word in text.words):
        return
    for at in text.plain_denials:
        near = enumerate(text.words[at + 1 : at + _REACH], at + 1)
        n = next((n for n, one in near if not is_beside(one)), None)
        if n is None or text.words[n].clause != text.words[at].clause:
            continue
        verb = text.words[n]
        is_one = key_of(verb) in _DENYING or not verb.stem
        if is_one and not Otherwise(text, (ours,)).says_together(at):
            yield Led(text.words[at], verb, n, perfect=True)


@lru_cache(maxsize=256)
def _by_verb(text: Text) -> Mapping[str, Sequence[int]]:
    found: dict[str, list[int]] = {}
    for at, word in enumerate(text.words):
        if key_of(word):
            found.setdefault(key_of(word), []).append(at)
    return found


@lru_cache(maxsize=256)
def _told(ours: Text) -> Mapping[str, Sequence[int]]:
    """Those of our words that may be told as done."""
    if ours.language != "en":
        return _by_verb(ours)
    words = ours.words
    may_be = {
        at
        for at, word in enumerate(words)
        if is_past(word.said)
        or word.said in UNCHANGED
        or any(one.said in IS for one in words[max(0, at - _REACH) : at])
    }
    found = ((key, [n for n in places if n in may_be]) for key, places in _by_verb(ours).items())
    return {key: places for key, places in found if places}
