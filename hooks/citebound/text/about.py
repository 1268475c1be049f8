"""Whether *over*, *under* and the like bound a figure, or say what something is about.

“A treaty over two islands” measures no islands. This is decided here for the rule of limits and
for that of figures alike.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

MAY_BE_ABOUT = frozenset(("over", "under", "about", "around", "above", "below", "close to"))
"""Before a figure these may say of what something is: a treaty over two islands."""

NEAR, REACH = 4, 8
"""So many words before a figure are looked at; the more if somebody is named with whom it is: “a
treaty with the Salt Council over two islands”.
"""

_WITH = frozenset(("with", "between", "against"))

_TAKES_WHAT = regex.compile(
    r"(?:agree|alarm|anger|ask|battl|charg|clash|complain|concern|conflict|control|deal|debat"
    r"|disagree|disput|divi|fight|fought|inform|jurisdiction|know|knew|negotiat|question|quarrel"
    r"|report|rul|sanction|sovereign|speak|spoke|split|stor|talk|tension|think|thought|told"
    r"|treat|war|warn|worr|writ|wrote)"
)
"""The beginnings of words that *over* or *about* goes with, so that no figure need be measured."""

_OVER_A_SPACE = regex.compile(
    r"(?:fl[ey]w|fl[yi]|travel|spread|stretch|extend|hover|hung|hang|presid|victor|triumph|power"
    r"|influence|advantage|served|serving|liv|buried|trapped|stood|stand|spill)"
)
"""The beginnings of words that *over* or *under* goes with as a place, or as a government."""

_OF_A_TIME = frozenset((
    "for", "after", "lasted", "lasting", "lasts", "last", "took", "takes", "take", "taking",
    "spent", "just", "well", "of", "is", "was", "little", "slightly", "every",
))  # fmt: skip


def is_about(measure: str, before: Sequence[str]) -> bool:
    """Whether a measure may be about something, by the words before its figure."""
    if measure not in MAY_BE_ABOUT:
        return False
    near = before[-REACH:]
    return any(
        _TAKES_WHAT.match(word)
        and (len(near) - at <= NEAR or not _WITH.isdisjoint(near[at + 1 : at + 3]))
        for at, word in enumerate(near)
    )


def is_place(measure: str, before: Sequence[str]) -> bool:
    """Whether it may be a place: “flew over two countries”, “served under three governments”."""
    return measure in MAY_BE_ABOUT and any(_OVER_A_SPACE.match(word) for word in before[-NEAR:])


def is_during(measure: str, before: Sequence[str]) -> bool:
    """Whether *over* before an amount of time may be “during”: “seen over two days”, but not “for
    over two days”.
    """
    words = [word for word in before if word != measure]
    return measure == "over" and not (words and words[-1] in _OF_A_TIME)
