"""Who denies what a pronoun stands for: “Lee is accused of fraud, which Kent denies” bears out no
denial of Lee's.

Only two people who have actor pages are told apart, each named right before the verb. A city may
deny for its country, an office and a lawyer for whom they serve.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from citebound.claims.known import Known
from citebound.claims.left_undone import denials_of_pronouns, may_deny
from citebound.claims.limiting import Text
from citebound.text.limiting import Limit
from citebound.text.patterns import Pattern

_BEFORE = Pattern(
    r"(?:\A|[.!?;:\n\1]\s*|[,–—]\s+|\b(?:which|that|but)\s+)(?:(?:Mr|Mrs|Ms|Dr)\.?\s+)?\Z"
)
_TO_VERB = Pattern(r"\s+(?:(?:has|have|had|also|\p{Ll}+ly)\s+){0,3}")
_LOOK = 60


def is_denied_by_another(ours: Text, at: int, support: Sequence[Text], known: Known) -> bool:
    """Whether the negation at an index of ours is what one denies whom ours name, and all that is
    denied so in the evidence is what others deny, whom it names.
    """
    word = ours.words[at]
    if not may_deny(word):
        return False
    there = [(text, start) for text in support for _, start in denials_of_pronouns(text)]
    denials = sum(
        one.limit is Limit.NOT and may_deny(one) for text in support for one in text.words
    )
    if not there or denials != len(there):
        return False
    mine = _person(ours.text, word.start, known)
    if mine is None:
        return False
    others = {_person(text.text, start, known) for text, start in there}
    return None not in others and mine not in others


def _person(text: str, verb: int, known: Known) -> str | None:
    """The one person whose name stands right before a verb, and after nothing that joins it to
    another one.
    """
    begin = max(0, verb - _LOOK)
    for naming in _namings(text[begin:verb], known):
        start, end = begin + naming[0], begin + naming[1]
        if _TO_VERB.fullmatch(text, end, verb) and _BEFORE.search(text, max(0, start - 12), start):
            return naming[2]
    return None


def _namings(text: str, known: Known) -> Iterable[tuple[int, int, str]]:
    actors = known.library.actors
    for naming in known.naming.called.longest(text):
        if len(naming.actors) == 1 and not naming.adjective:
            actor = min(naming.actors)
            if actors[actor].kind == "person":
                yield naming.start, naming.end, actor
