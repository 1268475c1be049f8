"""Two speakers in one sentence of ours, each of whom says what the other says in the evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from citebound.claims.attributions import Attribution
from citebound.claims.evidence import Evidence
from citebound.claims.limit_words import known_word
from citebound.claims.name_forms import words_in
from citebound.claims.spoken import EVERY_VERB
from citebound.text.limiting import language_of
from citebound.text.patterns import Pattern

_ENDS = Pattern(r"[.!?…;](?=\s|\Z)|\n")
_BETWEEN = 2
"""So many of whom two are compared."""


def exchanged(
    text: str,
    told: Sequence[Attribution],
    evidence: Evidence,
    said_by: Callable[[Evidence], set[str]],
) -> Iterator[tuple[Attribution, Attribution]]:
    """A speaker of ours, and the other one whose words it has. Both have the other's, or one has at
    least two words that only the other has in the evidence, and none that only itself has.
    """
    pair = [one for one in told if one.verb and len(one.actors) == 1]
    if len(pair) != _BETWEEN or pair[0].actors == pair[1].actors:
        return
    first, second = sorted(pair, key=lambda one: one.start)
    if _ENDS.search(text, first.end, second.start):
        return
    ends = _ENDS.search(text, second.end)
    clauses = (text[first.end : second.start], text[second.end : ends.start() if ends else None])
    whose = {actor for one in pair for actor in one.actors}
    theirs: dict[str, set[str]] = {actor: set() for actor in whose}
    for passage in evidence.passages:
        alone = Evidence.of((passage,), evidence.library)
        speaking = said_by(alone) & whose
        if len(speaking) != 1:
            continue
        for words in alone.words:
            theirs[min(speaking)] |= _stems(words)
    mine, others = (theirs[min(one.actors)] for one in (first, second))
    if not mine or not others:
        return
    swapped = [
        (len(_stems(clause) & (own - other)), len(_stems(clause) & (other - own)))
        for clause, own, other in ((clauses[0], mine, others), (clauses[1], others, mine))
    ]
    both = all(own == 0 and other > 0 for own, other in swapped)
    for (own, other), (one, against) in zip(
        swapped, ((first, second), (second, first)), strict=True
    ):
        if own == 0 and (both or other >= _BETWEEN):
            yield one, against
            return


def _stems(text: str) -> set[str]:
    """The content words of a text, by their beginnings, names and verbs of saying left out."""
    language = language_of(text)
    return {
        stem
        for word in words_in(text)
        if not word.capital
        and (said := text[word.start : word.end].casefold()) not in EVERY_VERB
        and (stem := known_word(said, language)[3])
    }
