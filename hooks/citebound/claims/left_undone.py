"""What the evidence leaves undone without a word that negates: “tried to storm the palace but were
driven back”, “dropped its plan to close”; and what it denies of a pronoun: “which Minsk denied”.

Both bear out a negation of ours, and set none themselves.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from citebound.claims.led import Led, key_of, to_come
from citebound.claims.limit_words import Word
from citebound.claims.limiting import WIDE, Text
from citebound.claims.otherwise import sentence_around
from citebound.text.limiting import Limit
from citebound.text.pasts import root
from citebound.text.patterns import Pattern
from citebound.text.undone import DECIDING, DENIED_OF, DROPPED, PREVENTED, TO_COME

_LEAVING = frozenset(map(root, (*DROPPED, *PREVENTED)))
_DENIED_OF = frozenset(map(root, DENIED_OF))
_REACH = 5
_NEXT = len(". However")
_TURNED = Pattern(
    r"\b(?:but|however|instead|before|но|однако)\b|;|\A[^.]*\.\s+(?:But|However|Но|Однако)\b",
    regex.IGNORECASE,
)
_WAS_TO = Pattern(r"\b(?:had\s+been|was\s+to\s+have|were\s+to\s+have|(?:was|were)\s+supposed)\b")
_SO_FAR = Pattern(r"\b(?:so\s+far|yet|still|пока|ещ[её])\b", regex.IGNORECASE)
_OF_PRONOUN = Pattern(
    r"(?P<verb>\p{L}{4,})(?:\s+(?:it|this|that|them|all|doing\s+so)"
    r"|\s+the\s+(?:charge|accusation|allegation|claim)s?|(?<=,\s+which\b[^,;.]*))(?=\s*(?:[.,;]|\Z))"
)


def is_left_undone(ours: Text, at: int, shared: Sequence[Word], support: Sequence[Text]) -> bool:
    """Whether what the negation at an index of ours denies is left undone, or denied, so."""
    word = ours.words[at]
    if word.limit is not Limit.NOT:
        return False
    if may_deny(word) and any(_denies_so(text, word) for text in support):
        return True
    after = [w for w in ours.words[at : at + 1 + WIDE] if w.clause == word.clause]
    keys = {key_of(one) for one in (*shared, *after)} - {""}
    roots = {root(one.said) for one in after}
    so_far = _SO_FAR.search(ours.text) is not None
    return any(
        led.key in keys
        and root(led.lead.said) not in roots  # “does not plan to close it”
        and (so_far or _comes_to_nothing(text, led))
        for text in support
        for led in to_come(text)
    )


def _comes_to_nothing(text: Text, led: Led) -> bool:
    lead = text.index(led.lead)
    near = text.words[max(0, lead - _REACH) : lead + 1]
    begin, end = sentence_around(text.text, led.verb)
    return (
        any(root(word.said) in _LEAVING for word in near)
        or _WAS_TO.search(text.text, begin, led.verb.start) is not None
        or (
            led.lead.said not in TO_COME
            and not led.lead.said.startswith(DECIDING)
            and _TURNED.search(text.text, led.verb.end, end + _NEXT) is not None
        )
    )


def may_deny(word: Word) -> bool:
    """Whether a verb may deny what a pronoun after it stands for."""
    return root(word.said) in _DENIED_OF


def denials_of_pronouns(text: Text) -> list[tuple[str, int]]:
    """What a text denies of a pronoun that stands for what ours say: each verb, where it is."""
    found = _OF_PRONOUN.finditer(text.text)
    verbs = ((root(one["verb"].lower()), one.start()) for one in found)
    return [(verb, start) for verb, start in verbs if verb in _DENIED_OF]


def _denies_so(text: Text, word: Word) -> bool:
    """Whether a text has the same verb of a pronoun that stands for what ours say."""
    return any(verb == root(word.said) for verb, _ in denials_of_pronouns(text))
