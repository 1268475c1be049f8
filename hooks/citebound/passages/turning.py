"""Cuts that turn the sense of what is left, though they take out no word that limits.

“Promised to […] killing” for *to stop killing*, “was […] killed” for *was to be killed*, “met […] a
thief” for *met the wife of a thief*. A phrase that is cut whole turns nothing.
"""

from __future__ import annotations

import regex

from citebound.passages.fronted import title_before
from citebound.passages.verbs import AUXILIARY, PAST, PREPOSITION, PRONOUN, STOPPING

_DETERMINER = r"(?:the|an?|all|any|this|that|these|those|his|her|its|their|both|some|no)"
_PREPOSITION = rf"(?:{PREPOSITION}|over)"  # after “took over” a subject may begin

_STOPS = regex.compile(
    rf"(?<!\bthe\s)(?<!\ban\s)(?<!\bat\s)\b(?P<word>{STOPPING})"
    r"(?:\s+(?!(?:and|or|but|who|which)\b)[^\s,;:.]+){0,5}?"
    rf"(?:\s+(?:{_DETERMINER}|{_PREPOSITION}))?\s*\Z",
    regex.IGNORECASE,
)
_TO_DO = regex.compile(
    r"\b(?P<word>(?:\w+\s+)?to(?:\s+(?:be|have|have\s+been|get|become))?)\s*\Z", regex.IGNORECASE
)
_VERB_FOLLOWS = regex.compile(
    rf"\s*(?!(?:{_DETERMINER}|{_PREPOSITION}|who|which|where|when|what|and|or|but)\b)\p{{Ll}}"
)
_OF = regex.compile(
    r"\S\s+(?:\S+\s+)*?(?P<word>[\p{L}’'-]+\s+(?:of|with|by|from|against|about|like|for))\s*\Z",
    regex.IGNORECASE,
)
"""What relates somebody to somebody else: *the wife of*. A place or a time is no such thing."""

_VERB = regex.compile(rf"\b(?:{PAST}|{AUXILIARY}|{PRONOUN})\b", regex.IGNORECASE)
_ENDS_WITH_PREPOSITION = regex.compile(rf"\b{_PREPOSITION}\s*\Z", regex.IGNORECASE)
_STARTS_WITH_PREPOSITION = regex.compile(rf"\s*{_PREPOSITION}\b", regex.IGNORECASE)
_NOUN_FOLLOWS = regex.compile(rf"\s*(?:{_DETERMINER}\b|\p{{Lu}}|\p{{Ll}})", regex.IGNORECASE)
_ANOTHER_VERB = regex.compile(
    rf"(?:\b(?:and|but|or)|,)\s+(?:\w+ly\s+|then\s+|later\s+)?(?P<word>{PAST}|{AUXILIARY})"
    rf"(?:\s+(?:{_DETERMINER}|{_PREPOSITION}|up|out|down|off))*\s*\Z",
    regex.IGNORECASE,
)
_FINITE = regex.compile(
    rf"\s*(?:\w+ly\s+|then\s+|later\s+)?(?P<word>(?!(?:called|named|known|dubbed|based|said)\b){PAST}"
    rf"|{AUXILIARY})\s+(?!{_PREPOSITION}\b)[\p{{L}}\p{{N}}]",
    regex.IGNORECASE,
)
_PARTICIPLE = regex.compile(
    r"\s*(?:\p{L}{2,}ed|shot|killed|held|beaten|found|hit|struck|hanged|burnt|cut|hurt|put|caught"
    r"|sold|taken|bought|paid|sent|lost|robbed|stolen|broken)\b",
    regex.IGNORECASE,
)
_AUXILIARY_ENDS = regex.compile(rf"\b(?:{AUXILIARY}|be|been|being|to)\s*\Z", regex.IGNORECASE)


_CONDITION = regex.compile(
    rf"\s*[,(—–]?\s*(?P<word>assuming|supposing|(?:were|had|should)\s+(?:{PRONOUN}|{_DETERMINER})"
    rf"|once\s+(?:{PAST}|\p{{L}}+(?:en|wn)))\b[^,;()—–]*+[,)—–]?\s*\Z",
    regex.IGNORECASE,
)
"""A condition between two commas."""

_WOULD = regex.compile(r"\b(?:will|would|can|could|may|might|shall|should|must)\b")
_OPENS = regex.compile(r"[,(—–]\s*\Z")


def turned_by(before: str, dropped: str, after: str) -> str | None:
    """What an English cut takes out that turns what stands around it: a verb that stops it, one
    that it only tries or is about, whose it is, another verb, or an office that is not held.
    """
    opens = _OPENS.search(before) or _OPENS.match(dropped.lstrip()[:1])
    if opens and _WOULD.search(after) and (found := _CONDITION.match(dropped)):
        return " ".join(found["word"].split())
    if found := _STOPS.search(dropped) or _ANOTHER_VERB.search(dropped):
        return str(found["word"])
    if found := _TO_DO.search(dropped):
        ends_in_verb = not found["word"].lower().endswith("to")
        if ends_in_verb or _VERB_FOLLOWS.match(after):
            return " ".join(found["word"].split())
    if not _STARTS_WITH_PREPOSITION.match(dropped) and not _ENDS_WITH_PREPOSITION.search(before):
        found = _OF.search(dropped)
        if found and _NOUN_FOLLOWS.match(after) and not _VERB.search(dropped):
            return " ".join(found["word"].split())
    governed = _ENDS_WITH_PREPOSITION.search(dropped)  # “behind | closed doors”
    if _PARTICIPLE.match(after) and not governed and not _AUXILIARY_ENDS.search(before):
        found = _FINITE.match(dropped)
        if found:
            return str(found["word"])
    return title_before(f"{dropped.rstrip()} ", after)
