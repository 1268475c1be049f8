"""Whether *over*, *up to*, «до» and the like bound a figure, or say something else.

“A treaty over two islands” measures no islands. This is decided here for the rule of limits and
for that of figures alike.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import StrEnum

import regex

from citebound.text.patterns import Pattern

MAY_BE_ABOUT = frozenset(("over", "under", "about", "around", "above", "below", "close to"))
"""Before a figure these may say of what something is: a treaty over two islands."""

NEAR, REACH = 4, 8
"""So many words before a figure are looked at; the more if somebody is named with whom it is: “a
treaty with the Salt Council over two islands”.
"""

_THINGS = frozenset(("nothing", "something", "anything", "everything"))
"""After these *about* says of what: “did nothing about 12 complaints”."""

_WITH = frozenset(("with", "between", "against"))

_TAKES_WHAT = Pattern(
    r"(?:agree|alarm|anger|ask|battl|charg|clash|complain|concern|conflict|control|deal|debat"
    r"|disagree|disput|divi|fight|fought|inform|jurisdiction|know|knew|negotiat|question|quarrel"
    r"|report|rul|sanction|sovereign|speak|spoke|split|stor|talk|tension|think|thought|told"
    r"|treat|war|warn|worr|writ|wrote)"
)
"""The beginnings of words that *over* or *about* goes with, so that no figure need be measured."""

_OVER_A_SPACE = Pattern(
    r"(?:fl[ey]w|fl[yi]|travel|spread|stretch|extend|hover|hung|hang|presid|victor|triumph|power"
    r"|influence|advantage|served|serving|liv|buried|trapped|stood|stand|spill)"
)
"""The beginnings of words that *over* or *under* goes with as a place, or as a government."""

_OF_A_TIME = frozenset((
    "for", "after", "lasted", "lasting", "lasts", "last", "took", "takes", "take", "taking",
    "spent", "just", "well", "of", "is", "was", "little", "slightly", "every", "aged", "anyone",
    "anybody", "everyone", "everybody", "those",
))  # fmt: skip
"""After these *over* before an amount of time is no “during”: “aged over five years”."""

_LENGTHS = frozenset(("km", "m", "mile"))
_TIMES = frozenset(("year", "month", "week", "day", "hour", "minute", "second"))
_MEASURED = Pattern(r"\p{N}|(?:million|billion|trillion|percent|euros|dollars|pounds|roubles)$")
_STUDIED = Pattern(
    r"(?:follow|track|observ|monitor|survey|spread|spac)(?:ed|ing)$|stud(?:ied|ying)$"
)
"""What is done to somebody over some years: over, not for more than, eight years."""

_RACED = frozenset((
    "race", "races", "raced", "record", "won", "wins", "win", "winner", "title", "champion", "gold",
    "silver", "bronze", "medal", "best", "heat", "final", "victory", "sprint",
))  # fmt: skip
"""What goes with *over* and a distance: “the record over 800 metres”."""

_OVER_TO_SOMEBODY = Pattern(r"(?:hand(?:s|ed|ing)?|sign(?:s|ed|ing)?)$")
_OVER_OF_THINGS = Pattern(r"(?:t[ao]k(?:e|es|en|ing)|took|turn(?:s|ed|ing)?)$")
_OVER_OR_MORE = Pattern(r"(?:go|goes|going|gone|went|ran|run|runs|running)$")
_REPROACHED = Pattern(
    r"(?:(?:arrest|detain|fin|su|charg|question|convict|sentenc|jail|imprison|sack|fir|dismiss"
    r"|suspend|investigat|indict|prosecut|criticis|criticiz|reprimand|punish)ed|tried)$"
)
"""What is done to somebody over something: after *was* it bounds nothing, and in “police arrested
over 12 people” it does.
"""
_REPROACHES = Pattern(
    r"(?:resign(?:ed|s|ing|ation)?|apolog(?:i[sz](?:ed|es?|ing)|y|ies)|protest(?:ed|s|ing)?|trials?"
    r"|rows?|lawsuits?|outcry|outrage|inquiry|feuds?|scandals?)$"
)
_NEAR_BE = 3
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))

_UP_TO_AN_END = frozenset(("go", "goes", "going", "went", "gone"))
_UP_TO_OR_MOST = frozenset((
    "rise", "rises", "rising", "rose", "risen", "add", "adds", "adding", "added", "climb", "climbs",
    "climbed", "climbing",
))  # fmt: skip

_CHANGED = Pattern(
    r"""(?<!\p{L})(?:
        (?:вырос|возрос|повыс|повыш|подня|подним|увелич|сниз|сниж|упал|упад|паден|падае|уменьш
          |довел|довёл|довед|довест|опусти|опуска|подорож|подешев|расшир|сокращени|ускор|замедл
          |дорос|дости[гж]|дош[её]?л)\p{L}*+
        |сокра(?:т|ща)\p{L}*с[ья]
        |(?:вы|воз)?раст(?:[её]т|ут|ает|ают|и)|рост|рост[аеу]|ростом|росл[аио]
      )(?!\p{L})[^.,;:!?…]{0,60}$""",
    regex.VERBOSE,
)
_BY_SO_MUCH = Pattern(
    r"(?<!\p{L})(?:(?:на|с|со)\s+\p{N}[\p{N}\s.,]*+"
    r"(?:(?:базисн|процентн|тыс|млн|млрд|миллион|миллиард)\p{L}*+\.?\s+)?(?:[%$€₽]|[\p{L}-]++)?"
    r"(?:(?:\s+[\p{L}-]++){1,2},|\s+в\s+(?:\p{L}+\s+)?\p{N}{4}\s+г(?:оду|\.)|(?<=г)\.)?"
    r"|на\s+(?:[\p{L}-]+\s+){0,2}(?:пункт|процент)\p{L}*+"
    r"|вдвое|втрое|вчетверо|в\s[\p{N}\p{L},]+\sраза?|на\s(?:треть|четверть|половину))"
    r",?\s*(?:(?:примерно|почти|приблизительно)\s+)?$"
)
_CUT = Pattern(r"(?<!\p{L})сокра(?:т|ща)\p{L}*+(?:\s+[\p{L}-]++){0,3}\s+$")
"""After what changes, and after by how much or from where it did, «до» is before its end;
«сократить до 3500 мест» may be to cut so many.
"""


class Sense(StrEnum):
    """What a word that may bound a figure does there."""

    BOUND = "it bounds the figure"
    EITHER = "it bounds the figure, or says something else"
    ELSE = "it may bound the figure, and most probably says something else"
    NONE = "it bounds nothing"


def sense(measure: str, before: Sequence[str], units: Collection[str]) -> Sense:
    """What a measure does before a figure, by the words before it and the units of the figure."""
    words = list(before)
    if words and measure and words[-len(measure.split()) :] == measure.split():
        words = words[: -len(measure.split())]
    last = words[-1] if words else ""
    if measure == "up to":
        if last in _UP_TO_AN_END:
            return Sense.NONE
        return Sense.EITHER if last in _UP_TO_OR_MOST else Sense.BOUND
    if measure == "about" and last in _THINGS:
        return Sense.NONE
    if measure == "over":
        return _over(last, words, units)
    return Sense.BOUND


def _over(last: str, words: Sequence[str], units: Collection[str]) -> Sense:
    counted = not any(units)
    if counted and (reproach := _reproach(last, words)):
        return reproach
    if _OVER_TO_SOMEBODY.match(last) or (counted and _OVER_OF_THINGS.match(last)):
        return Sense.ELSE
    if _OVER_OR_MORE.match(last) and counted:
        return Sense.EITHER
    if not _LENGTHS.isdisjoint(units) and (_MEASURED.match(last) or last in _RACED):
        return Sense.ELSE
    if not _TIMES.isdisjoint(units):
        if _MEASURED.match(last) or any(map(_STUDIED.match, words)):
            return Sense.ELSE
        return Sense.EITHER if is_during("over", words) else Sense.BOUND
    return Sense.BOUND


def _reproach(last: str, words: Sequence[str]) -> Sense | None:
    """What *over* does after words of reproach, if there are any."""
    is_done = not _BE.isdisjoint(words[-_NEAR_BE:])
    if _REPROACHES.match(last) or (_REPROACHED.match(last) and is_done):
        return Sense.NONE
    if any(map(_REPROACHED.match, words[-NEAR:])):
        return Sense.EITHER if _REPROACHED.match(last) else Sense.ELSE
    return None


def sense_of_do(before: str) -> Sense:
    """What «до» does right after some words in small letters: in «выросло до 61», «на 8%, до 2,4
    млрд» and «с 50 до 60» it leads to where a rise or a fall ended.
    """
    if _CHANGED.search(before) or _BY_SO_MUCH.search(before):
        return Sense.NONE
    return Sense.EITHER if _CUT.search(before) else Sense.BOUND


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
