"""Who won a score and who lost it: “Norland lost 3–1 to Westland” is what “Westland won 3–1” says.

A name is a side where it stands right before a verb of winning or losing, right after it, or right
after the score with *to, by, over* or *against*. The numbers do not matter: who loses 3–1 loses
1–3.
"""

from __future__ import annotations

from typing import NamedTuple

import regex

from citebound.model import Span
from citebound.text.patterns import Pattern

_NAME = r"(?P<name>\p{Lu}[\p{L}\p{M}’'-]*(?:\s+\p{Lu}[\p{L}\p{M}’'-]*){0,3})"
_HELP = r"(?:(?:ha[sd]|have|was|were|is|are|be|been|being|will|also|then|\p{Ll}+ly)\s+){0,3}"
_BEFORE = Pattern(rf"(?<!\p{{L}}){_NAME}\s+{_HELP}\Z")
_OWNS = Pattern(rf"(?<!\p{{L}}){_NAME}(?:’s?|'s?)\s+\Z")
_HAS_HAD = Pattern(
    rf"(?<!\p{{L}}){_NAME}\s+{_HELP}(?:suffer(?:s|ed)?|endured?|secure[sd]?|celebrate[sd]?|earn(?:s|ed)?"
    r"|claim(?:s|ed)?|seal(?:s|ed)?|record(?:s|ed)?|enjoy(?:s|ed)?|(?:slump|crash|slip|cruise)[sd]?"
    r"(?:ed)?\s+to)\s+(?:an?|the|its|their|his|her)\s+(?:\p{L}+\s+)?\Z"
)
"""Who suffered “a 3–1 defeat”, or celebrated “a 3–1 win”."""

_NOT_ACTING = Pattern(
    r"(?<!\p{L})(?:of|in|at|for|from|with|by|to|against|over|near|than)\s+(?:the\s+)?\Z",
    regex.IGNORECASE,
)
"""What stands after one of these is no subject."""

_AFTER = Pattern(rf"\s+(?:(?P<how>to|by|over|against)\s+)?(?:the\s+)?{_NAME}")
_TAKES = Pattern(
    r"(?:.*\s)?(?:beat(?:s|ing|en)?|defeat(?:ed|s|ing)|thrashed|trounced"
    r"|routed|outplayed|overc[ao]me)",
    regex.IGNORECASE,
)
_HAS = Pattern(r"(?:ha[sd]|have|having)\s", regex.IGNORECASE)
_ENGLISH = Pattern(r"[a-z\s]+", regex.IGNORECASE)
_FAR, _NEAR = 120, 16
_APART = Pattern(r"[\s’'-]+")


class Sides(NamedTuple):
    """The words of the names of who won and of who lost, as far as they are told."""

    won: frozenset[str] = frozenset()
    lost: frozenset[str] = frozenset()


NEITHER = Sides()


def sides(text: str, verb: Span, score: Span, *, is_lost: bool) -> Sides:
    """The sides of a score that a verb tells, or a noun right after the score."""
    said = verb.of(text)
    if not _ENGLISH.fullmatch(said):
        return NEITHER  # in Russian the order of words does not tell
    follows = verb.start >= score.end
    after = [_AFTER.match(text, verb.end)]
    if not follows:
        after.append(_AFTER.match(text, score.end))
    takes = bool(_TAKES.fullmatch(said)) and not (is_lost and not _HAS.match(said))
    if takes and after[0] is None and after[-1] is not None and after[-1]["how"] == "by":
        takes, is_lost = False, True  # “Westland, defeated 3–1 by Norland”
    ways = ("to", "by", "against") if is_lost else ("over", "against")
    other = frozenset[str]()
    for place, found in enumerate(after):
        if found is not None and (
            found["how"] in ways or (takes and not found["how"] and not place)
        ):
            other = _words(found["name"])
            break
    if takes and not other:
        return NEITHER
    one = _owner(text, score.start) if follows else _subject(text, verb.start)
    return Sides(other, one) if is_lost else Sides(one, other)


def exchanged(ours: Sides, theirs: Sides) -> bool:
    """Whether who won here has lost there, or who lost here has won there, and neither is as it
    is there.
    """
    won, lost = theirs.won - theirs.lost, theirs.lost - theirs.won
    as_there = ours.won & won or ours.lost & lost
    return not as_there and bool(ours.won & lost or ours.lost & won)


def _subject(text: str, end: int) -> frozenset[str]:
    found = _BEFORE.search(text, max(0, end - _FAR), end)
    if found is None or _NOT_ACTING.search(text, max(0, found.start() - _NEAR), found.start()):
        return frozenset()
    return _words(found["name"])


def _owner(text: str, end: int) -> frozenset[str]:
    begin = max(0, end - _FAR)
    found = _OWNS.search(text, begin, end) or _HAS_HAD.search(text, begin, end)
    return _words(found["name"]) if found else frozenset()


def _words(name: str) -> frozenset[str]:
    return frozenset(word for word in _APART.split(name.casefold()) if len(word) > 1)
