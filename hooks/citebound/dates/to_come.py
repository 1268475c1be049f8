"""Whether a date without a year is one that was or one that is to come, by the verb beside it.

The last verb before it in its clause decides, else the first after it there, else all those of the
sentence if they agree, but for who said so. Where none does, of two days a year apart the near one
is meant (:func:`nearer`); where neither is near, nobody can say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import NamedTuple

import regex

from citebound.dates.edtf import Edtf
from citebound.dates.to_come_words import (
    DONE,
    GOES_ON,
    LED,
    LIKE_NOUNS,
    OF_MIND,
    PRESENT,
    PUTS_OFF,
    SAYS,
    SPEAKS,
    STAYS,
    TO_COME,
    WAS,
    WAS_TO_COME,
)
from citebound.model import Span
from citebound.text.patterns import Pattern

_ENDS = Pattern(r"[.!?](?=\s)|[…။\0\1\n]")
_REACH = 300
"""So many characters of a sentence are looked at on each side of a date."""

_CLAUSE = Pattern(r"[,;:()—–]|(?<!\p{L})(?:that|who|which|что|котор\p{L}+)(?!\p{L})")
_ASIDE = Pattern(
    r",\s+(?:(?:in|on|of|for|с|в|на)\s+)?(?:which|who|whose|котор\p{L}+|\p{Ll}+ed|born|built|known|made"
    r"|held|led)\s[^,;:()—–]*,"
)
"""A relative clause that has ended says nothing of what follows: “the mill, built in stone, …”."""

_LEADS = r"(?:(?:the\s+)?(?:early|late|mid|end\s+of)[\s-]+)?"
_UNTIL = Pattern(rf"(?<!\p{{L}})(until|till|by|до|к)\s+{_LEADS}\Z", regex.IGNORECASE)
_TO = Pattern(rf"(?<!\p{{L}})(until|till|to|for|by|до|на|к)\s+{_LEADS}\Z", regex.IGNORECASE)
_FROM = Pattern(rf"(?<!\p{{L}})(?:from|с|со)\s+{_LEADS}\Z", regex.IGNORECASE)
_IN = Pattern(r"(?<!\p{L})(?:in|on|at|в|во)\s+(?:the\s+)?\Z", regex.IGNORECASE)
_NO_VERB = Pattern(r"(?<!\p{L})(?:to|of|before|after|than)\s+\Z", regex.IGNORECASE)
_OBJECT = Pattern(r"(?:\s+(?!(?:to|for|of|that|about|with|from)\b)[\p{L}-]+){1,4}\s+")
"""What is done, before the date: “hosted the Games in 2026”, but not “held talks about a vote in
2026”.
"""
_SINCE = Pattern(rf"(?<!\p{{L}})since\s+{_LEADS}\Z", regex.IGNORECASE)
_LEADS_TO = (
    r"on|in|for|until|till|by|since|from|no\s+earlier\s+than|not\s+before|на|с|со|до|к|в"
    r"|не\s+ран(?:ьш|е)е"
)
_LEAD = Pattern(rf"(?:(?:{_LEADS_TO})\s+)+", regex.IGNORECASE)
_BESIDE = Pattern(
    r"\s*(?:(?i:and|but|then|out|off|up|down|over|again|back|there|here|only|early|late|just|away"
    r"|in\s+force|into\s+(?:force|effect)|place|effect|office|power|и|а|но|затем|в\s+силу)\s+)*+"
    r"(?:(?i:in|at|near|в|во|под|около)\s+(?:\p{Lu}[\p{L}’'-]*+\s+)++)?"
    r"(?:(?i:(?:on|в|во)\s+)?(?:\p{Lu}\p{Ll}+day|\p{L}+ник|среду|четверг|пятницу|субботу|воскресенье)"
    rf",?\s+)?(?:(?i:{_LEADS_TO})\s+)*+(?:the\s+)?"
)
"""What may stand between a verb and its date; a noun there may have the date instead: “announced a
strike on 2 October”.
"""
_WAS = Pattern(r"(?<!\p{L})(?:was|were|had|has|have|would|ожидал\p{L}+)(?!\p{L})")

NEAR, FAR, SOON = 125, 215, 31
"""A day so few days away is near, one so many days away is far, and one so few is soon."""


class Told(Enum):
    """How a date is told: as one that was, as one to come, or as either."""

    WAS = auto()
    TO_COME = auto()
    EITHER = auto()


class Direction(NamedTuple):
    """How a date is told, and the word that says so; and how it is told if that was long ago and
    the next such day is near.
    """

    told: Told
    word: str = ""
    long_ago: Told = Told.WAS


@dataclass(frozen=True, slots=True)
class _Verb:
    """A verb of a sentence. One that ``puts_off`` sets a day for something."""

    told: Told
    word: str
    start: int
    end: int
    puts_off: bool = False
    present: bool = False

    @property
    def is_loose(self) -> bool:
        """Whether it may be an infinitive or a noun beside another verb: “will open”, “a start”."""
        return self.present and LIKE_NOUNS.match(self.word) is not None


def direction(text: str, start: int, end: int, around: str = "") -> Direction:
    """How a date at a place of a text is told; where the text has no verb, by the sentences
    ``around`` it, of which it is a part.
    """
    found = _direction(text, start, end)
    said = text[start:end]
    if found.told is Told.EITHER and not found.word and around.count(said) == 1:
        at = around.index(said)
        return _direction(around, at, at + len(said))
    return found


def done_in(text: str, start: int, end: int) -> Span | None:
    """The verb that tells as done what was in a date at a place of a text, if no other verb of the
    sentence leads to it: “opened in 2026”, and neither “was to open” nor “plans for a bridge”.
    """
    after_lead = without_lead(text, start, end)
    begins, ends = _sentence(text, after_lead, end)
    if not _may_be_done(begins, ends):
        return None
    if any(words.search(begins + ends) for words in (LED, WAS_TO_COME, TO_COME)):
        return None
    verbs = [*_verbs(begins + ends)]
    if any(verb.told is not Told.WAS and not verb.present for verb in verbs):
        return None
    verb, is_beside = _governing(verbs, begins, ends)
    if verb is None or verb.told is not Told.WAS or verb.puts_off:
        return None
    between = begins[verb.end :]
    is_done = is_beside or (DONE.fullmatch(verb.word) and _OBJECT.fullmatch(between))
    if not is_done or not (_IN.search(begins) or (begins and not between.strip())):
        return None
    begun = after_lead - len(begins) if verb.start < len(begins) else end - len(begins)
    return Span(begun + verb.start, begun + verb.end)


def _may_be_done(begins: str, ends: str) -> bool:
    """Whether a date between two parts of a sentence is *in* which something was, or may stand
    right beside a verb: most are neither.
    """
    if _IN.search(begins):
        return True
    if not begins or _NO_VERB.search(begins):
        return False
    return begins.rstrip()[-1:].isalnum() or any(map(str.isalpha, ends))


def without_lead(text: str, start: int, end: int) -> int:
    """Where a date begins that has its preposition before it: “on 5 May”."""
    lead = _LEAD.match(text, start, end)
    return lead.end() if lead else start


def decided(found: Direction, was: Edtf, to_come: Edtf, published: Edtf) -> Direction:
    """How a date is told that is one of two. Where no verb says it, one that is near is meant, if
    the other is far; where no verb is known at all, only a day of the weeks to come is near enough,
    since a past that no list has is never taken for what is to come. A day that a past verb may
    not go with is not dated by it, if that would be long ago and the other is near.
    """
    ago = (published.lower - was.upper).days
    ahead = (to_come.lower - published.upper).days
    is_day = to_come.lower == to_come.upper
    if found.told is Told.WAS and ago >= FAR and ahead <= NEAR:
        doubted = is_day or found.long_ago is Told.TO_COME
        return Direction(found.long_ago) if doubted and found.long_ago is not Told.WAS else found
    if found.told is not Told.EITHER:
        return found
    if ago <= NEAR and ahead >= FAR:
        return Direction(Told.WAS)
    near = NEAR if found.word else SOON if is_day else -1
    return Direction(Told.TO_COME if ahead <= near and ago >= FAR else Told.EITHER)


def _direction(text: str, start: int, end: int) -> Direction:
    begins, ends = _sentence(text, without_lead(text, start, end), end)
    begins = _ASIDE.sub(lambda aside: " " * len(aside.group()), begins)
    if _SINCE.search(begins):
        return Direction(Told.WAS, "since")
    verbs = [*_verbs(begins + ends)]
    told = [verb for verb in verbs if not SAYS.fullmatch(verb.word)]
    put_off = [verb for verb in told if verb.puts_off and verb.end <= len(begins)]
    if put_off and _TO.search(begins):
        others = [verb for verb in told if verb.told is Told.WAS and not verb.puts_off]
        return Direction(Told.EITHER if others else Told.TO_COME, put_off[-1].word)
    if _FROM.search(begins) and GOES_ON.search(begins + ends):
        found = GOES_ON.search(begins + ends)
        word = found.group() if found else ""
        scheduled = STAYS.search(word) or PRESENT.search(word)
        return Direction(Told.WAS, word, Told.TO_COME if scheduled else Told.WAS)
    governing, is_beside = _governing(verbs, begins, ends)
    if governing is None:
        return Direction(Told.EITHER)
    if governing.present:
        return Direction(Told.EITHER, governing.word)
    if governing.told is Told.WAS and (
        _UNTIL.search(begins)
        or (governing.puts_off and _FROM.search(begins))
        or OF_MIND.search(begins, governing.start)
    ):
        return Direction(Told.EITHER, governing.word)
    if governing.told is Told.EITHER and not _WAS.search(governing.word):
        was = any(verb.told is Told.WAS for verb in told)
        return Direction(Told.EITHER if was else Told.TO_COME, governing.word)
    return Direction(governing.told, governing.word, Told.WAS if is_beside else Told.EITHER)


def _governing(verbs: Sequence[_Verb], begins: str, ends: str) -> tuple[_Verb | None, bool]:
    """The verb that a date between two parts of a sentence belongs to, and whether it is beside
    that verb, or begins its clause.
    """
    at = len(begins)
    first = max((found.end() for found in _CLAUSE.finditer(begins)), default=0)
    closes = _CLAUSE.search(ends)
    last = at + (closes.start() if closes else len(ends))
    own = [verb for verb in verbs if first <= verb.start < last]
    own = [verb for verb in own if not verb.is_loose] or own[-1:]
    before = [verb for verb in own if verb.start < at]
    if before:
        return before[-1], bool(_BESIDE.fullmatch(begins, before[-1].end))
    if own:
        return own[0], bool(_BESIDE.fullmatch(begins, first))
    others = [verb for verb in verbs if not (SPEAKS.fullmatch(verb.word) or verb.is_loose)]
    agree = len({(verb.told, verb.present) for verb in others}) == 1
    return others[0] if agree else None, bool(_BESIDE.fullmatch(begins))


def _verbs(sentence: str) -> Iterator[_Verb]:
    """The verbs of a sentence, in order; of two that share a word the first and longest."""
    every = [
        _Verb(told, " ".join(found.group().split()), *found.span())
        for pattern, told in ((TO_COME, Told.TO_COME), (WAS_TO_COME, Told.EITHER), (WAS, Told.WAS))
        for found in pattern.finditer(sentence)
    ]
    every += [
        _Verb(Told.EITHER, " ".join(found.group().split()), *found.span(), present=True)
        for found in PRESENT.finditer(sentence)
    ]
    puts_off = {found.span() for found in PUTS_OFF.finditer(sentence)}
    every = [replace(verb, puts_off=(verb.start, verb.end) in puts_off) for verb in every]
    known = {(verb.start, verb.end) for verb in every}
    every += [
        _Verb(Told.EITHER, sentence[start:end], start, end, puts_off=True)
        for start, end in puts_off - known
    ]
    end = 0
    for verb in sorted(every, key=lambda verb: (verb.start, -verb.end)):
        if verb.start >= end:
            end = verb.end
            yield verb


def _sentence(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a date in its sentence."""
    before = text[max(0, start - _REACH) : start]
    ended = [one.end() for one in _ENDS.finditer(before)]
    after = text[end : end + _REACH]
    ends = _ENDS.search(after)
    return before[ended[-1] :] if ended else before, after[: ends.start()] if ends else after
