"""First words of sentences that are part of the name right after them.

A capital at the beginning of a sentence tells nothing, so such a word is decided by what it is:
a first name, a title before a name, or a direction before one (*Mary Lee*, *President Lee*,
*South Norland*). *Yesterday Lee*, *Only Lee* and *Russian officials* are left alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from citebound.claims.evidence import Evidence
from citebound.claims.known_names import KnownNames
from citebound.claims.longer_words import OF_ANOTHER, OF_FIRMS
from citebound.claims.name_forms import CALENDAR, COURTESY, NEVER, TITLES, Word, is_joined, words_in
from citebound.claims.names_beside import texts_of

_NO_NAMES = NEVER | CALENDAR | COURTESY
_AS_OTHER_WORDS = frozenset(
    ("former", "senior", "acting", "foreign", "chief", "deputy", "vice", "defence", "defense")
) | {"major"}
"""Words of titles that begin a sentence as other words do: “Former Norland players left”."""

_OF_OFFICES = frozenset(("vice", "deputy"))
"""Those that make another office of the title right after them: “Vice President Lee”."""

_CORNERS = {
    f"{first}{second}{ending}": (first, second)
    for first in ("north", "south")
    for second in ("east", "west")
    for ending in ("", "ern")
}
_DIRECTIONS = (OF_ANOTHER - {"new"}) | {"upper", "lower", "central", "greater"} | set(_CORNERS)
"""*New* before a name is most often no part of it: “New Norland sanctions”."""


def parts_of_names(
    text: str, words: Sequence[Word], evidence: Evidence, naming: KnownNames
) -> frozenset[int]:
    """Where words are that belong to the name right after them, wherever they stand."""
    asked = [at for at in range(len(words) - 1) if _may_be_part(text, words, at, naming)]
    if not asked:
        return frozenset()
    theirs = frozenset(word.form for other in texts_of(evidence) for word in words_in(other))
    found = set()
    for at in asked:
        word, after = words[at], words[_past_titles(words, at)]
        if word.form in _DIRECTIONS and _is_told(word.form, theirs):
            continue  # “Western Norland was hit” for “the west of Norland”
        if after.form in theirs:
            found.add(word.start)
    return frozenset(found)


def _may_be_part(text: str, words: Sequence[Word], at: int, naming: KnownNames) -> bool:
    word, after = words[at], words[at + 1]
    if not (word.capital and after.capital) or word.possessive or after.form in _NO_NAMES:
        return False
    if not is_joined(text[word.end : after.start]):
        return False
    if word.form in TITLES:
        is_of_office = word.form in _OF_OFFICES and after.form in TITLES
        return is_of_office or word.form not in _AS_OTHER_WORDS
    if word.form in _DIRECTIONS:
        return word.form != "central" or after.form not in OF_FIRMS  # “Central Bank officials”
    return naming.called.is_first_name(word.form) and not naming.is_small(word)


def _is_told(direction: str, theirs: frozenset[str]) -> bool:
    """Whether words tell of a direction: “the north-east of Norland”, “the centre of Norland”."""
    parts = _CORNERS.get(direction)
    if parts is not None:
        return not theirs.isdisjoint(("".join(parts), f"{''.join(parts)}ern")) or (
            theirs.issuperset(parts)
        )
    return direction in theirs or (
        direction == "central" and not theirs.isdisjoint(("centre", "center"))
    )


def _past_titles(words: Sequence[Word], at: int) -> int:
    """The first word after some one that is no title; the last one where all are."""
    past = at + 1
    while past < len(words) - 1 and words[past].capital and words[past].form in TITLES | COURTESY:
        past += 1
    return past
