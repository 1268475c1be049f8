"""Whether a text tells a verb as done, and whether of the same thing."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from citebound.claims.led import HAVE, IS, OWN, Led, demands, is_beside, key_of, leads
from citebound.claims.limit_words import Word
from citebound.claims.limiting import Text
from citebound.claims.otherwise import sentence_around
from citebound.text.limiting import Limit
from citebound.text.pasts import UNCHANGED, is_irregular, root
from citebound.text.patterns import Pattern
from citebound.text.undone import AIM, BARE, BE, BESIDE, TO_COME

_WOULD = frozenset(("would", "should", "could", "might", "must", "ought"))
_NOT_PAST = frozenset((
    "to", "will", "would", "shall", "should", "may", "might", "can", "could", "must", "not", "did",
    "do", "does",
))  # fmt: skip
_PAST = ("л", "ла", "ло", "ли", "лся", "лась", "лось", "лись")
_PAST_BARE = Pattern(r"\p{L}+[её][сзгк]")
"""A past in Russian without an ending: снёс, сжёг, увёз."""

_PARTICIPLE = Pattern(r"\p{L}{2,}(?:[аяеё]н|[ыуяе]т)[аоы]?")
_PRONOUNS = frozenset((
    "it", "him", "them", "her", "both", "one", "ones", "this", "that", "all", "его", "её", "их",
))  # fmt: skip
_SUBJECTS = frozenset(("it", "he", "she", "they", "who", "which", "он", "она", "оно", "они"))
_OTHERS = frozenset((
    "his", "her", "its", "their", "another", "other", "свой", "свою", "свои", "другой", "другую",
))  # fmt: skip
_UNDER = frozenset(("under", "in", "by", "on"))
_AT = frozenset(("on", "upon", "at", "with", "under", "after", "despite", "following", "without"))
"""With one of these, an order, a request or a permission is told beside what was done."""

_LEADING = frozenset(("that", "to", "for", "of", "is", "was"))
_ON = frozenset(("that", "to", "for"))
_BARE = frozenset(map(root, BARE))
_SORTS = tuple(frozenset(map(root, words)) for words in BESIDE)
_NEXT = frozenset(("week", "month", "year", "spring", "summer", "autumn", "winter"))
_CONDITIONS = frozenset(("if", "unless", "чтобы", "если", "бы"))

_REACH = 3
_NEAR = 6
_WITHIN = 8
_FAR = 240

_NOBODY = r"(?:never|not|no(?:body|ne)?|neither|nor|nothing|hardly|few)\b"
_DID = Pattern(
    rf"\b(?:and|which|who)\s+(?:(?!{_NOBODY})\p{{L}}+\s+){{0,2}}did(?=\s*(?:[.,;:!?…)]|\Z))"
    rf"|(?<!\b{_NOBODY}\s+)did\s+(?:so|just\s+that|exactly\s+that)\b"
    r"|(?<!\bне\s+)\bсделал[аи]?\s+(?:это|так)\b",
    regex.IGNORECASE,
)
_SUCCEEDED = Pattern(
    rf"(?<!\b{_NOBODY}\s+(?:\w+\s+)?)(?:succeed(?:ed|s)|succeeding|(?:was|were|proved)\s+success\w*"
    r"|paid\s+off|worked|passed|adopted|approved|granted|signed|enacted|became\s+law)\b"
    r"|(?<!\bне\s+)(?:удал(?:ась|ось|ись|ся)|увенчал\w+\s+успехом)",
    regex.IGNORECASE,
)
_ACCEPTED = Pattern(
    rf"(?<!\b{_NOBODY}\s+(?:\w+\s+)?)(?:accepted|took\s+up|taken\s+up)\b", regex.IGNORECASE
)
_RELEASED = Pattern(
    r"\b(?:when|before|after\s+which)\s+(?:\p{L}+\s+){0,3}?(?:was|were|being)\s+"
    r"(?:released|freed|bailed|acquitted|let\s+(?:go|out))\b",
    regex.IGNORECASE,
)
_WENT_AHEAD = Pattern(
    r"\b(?:went\s+ahead|took\s+place|was\s+held|were\s+held|carried\s+out)\b"
    r"|\b(?:and|was|were|has\s+been|been)\s+(?:\p{L}+ly\s+)?completed\b",
    regex.IGNORECASE,
)
_COMPLETED = Pattern(
    r"\b(?:completed|finali[sz]ed|carried\s+out)\s+(?:the|its|his|her|their|an?)\s+\Z",
    regex.IGNORECASE,
)
_TRIES = frozenset(map(root, ("attempt", "bid", "try", "попытка", *AIM)))
_OFFERS = frozenset(map(root, ("offer",)))
_HOLDS = frozenset(map(root, ("hold", "detain", "jail", "imprison", "remand", "keep")))


def is_done(text: Text, at: int, led: Led) -> bool:
    """Whether a word is a verb that elsewhere is only led to, told as done."""
    word = text.words[at]
    before = [one.said for one in text.words[max(0, at - _REACH) : at]]
    if "have" in before and not _WOULD.isdisjoint(before):
        return False
    last = next((said for said in reversed(before) if not said.endswith("ly")), "")
    if last in BE:
        return False
    if led.passive and last in IS:
        return True  # an adjective as well
    if is_irregular(word.said):
        return True
    if word.said in UNCHANGED:
        return last not in _NOT_PAST and at > 0
    is_same = led.perfect or led.passive
    if text.language == "en":
        return word.said.endswith("ed") and (is_same or not led.verb.said.endswith("ed"))
    if _PARTICIPLE.fullmatch(word.said):
        return not IS.isdisjoint(before)
    is_past = word.said.endswith(_PAST) or _PAST_BARE.fullmatch(word.said) is not None
    return is_past and (is_same or not led.verb.said.endswith(_PAST))


def is_told(ours: Text, at: int, text: Text, led: Led) -> bool:
    """Whether ours tell so what the evidence only leads to. Where the evidence alone has a passive,
    or a noun, they share a word beside it.
    """
    if not is_done(ours, at, led) or is_led(ours, at) or _keeps(ours, led):
        return False
    shares = not _beside(ours, at).isdisjoint(_beside(text, led.at))
    if led.deed:
        return shares
    before = ours.words[at - 1].said if at else ""
    if not led.passive or before in IS:
        return True
    return shares and at > 0 and before not in OWN


def _beside(text: Text, at: int) -> set[str]:
    near = (*text.words[max(0, at - _NEAR) : at], *text.words[at + 1 : at + 1 + _NEAR])
    return {word.stem for word in near if word.stem and word.clause == text.words[at].clause}


def is_led(ours: Text, at: int) -> bool:
    """Whether our words lead to the verb at an index, or intend it: “wants the branch closed”. A
    noun does so only as in “under the plan” and “the plan is that”, and what tells of the subject
    does not: “free elections were held”.
    """
    words, stretch = ours.words, ours.stretches
    following = [word.said for word in words[at + 1 : at + 3]]
    if following[:1] == ["next"] and not _NEXT.isdisjoint(following[1:]):
        return True
    for n in range(at - 1, -1, -1):
        word = words[n]
        if word.clause != words[at].clause:
            return False
        if word.said in _CONDITIONS:
            return True
        if stretch[n] != stretch[at] or not _intends(word) or _is_of_subject(ours, n, at):
            continue
        before = words[n - 1].said if n else ""
        is_noun = before in OWN or before.endswith(("'s", "’s")) or before == "in"
        after = words[n + 1].said
        if not is_noun or after in _LEADING or (n > 1 and words[n - 2].said in _UNDER):
            return True
    return False


def _is_of_subject(ours: Text, n: int, at: int) -> bool:
    """Whether what might lead to the verb at an index stands in no verb's place: it is a part of
    the subject, with nothing to lead on. Where that is open, it is not.
    """
    words, word = ours.words, ours.words[n]
    is_lead = leads(word) or demands(word) or word.limit is Limit.PLAN
    if ours.language != "en" or not is_lead or word.said in TO_COME:
        return False
    between = words[n + 1 : at]
    if any(one.said in _ON for one in between):
        return False
    if root(word.said) in _BARE:
        return True
    if n and words[n - 1].said in (*IS, *HAVE, *BE):
        return False  # “was ordered closed”
    if between and between[0].said in IS:
        return all(is_beside(one) for one in between[1:])
    return n == 0 and (not between or between[0].stem != "")


def _keeps(ours: Text, led: Led) -> bool:
    """Whether ours have what leads to a verb beside it, or what is of its sort: “as ordered”, “with
    permission”.
    """
    if led.lead.said in TO_COME:
        return False
    lead, words = root(led.lead.said), ours.words
    for n, word in enumerate(words):
        if word.said in TO_COME or not (_intends(word) and _is_same(root(word.said), lead)):
            continue
        near = [one.said for one in words[max(0, n - _NEAR) : n] if one.clause == word.clause]
        if "as" in near or not _AT.isdisjoint(near[-_REACH:]):
            return True
        after = words[n + 1].said if n + 1 < len(words) else ""
        is_noun = bool(near) and near[-1] in OWN
        if root(word.said) == lead and not is_noun and after != "to":
            return True
    return False


def _is_same(said: str, lead: str) -> bool:
    """Whether a word, by its root, is what leads, or of its sort: a request is what is asked."""
    return said == lead or any(said in sort and lead in sort for sort in _SORTS)


def _intends(word: Word) -> bool:
    return leads(word) or demands(word) or Limit.PLAN in (word.limit, *word.also)


def came_of(text: Text, at: int, verb: int | None = None) -> bool:
    """Whether what follows says that what the word at an index leads to was done: “and she did”,
    “the attempt succeeded”, “offered to resign, and he accepted”, “to be held until Friday, when
    he was released”.
    """
    lead, last = text.words[at], text.words[at if verb is None else verb]
    begin, end = sentence_around(text.text, last)
    if _DID.search(text.text, last.end, last.end + _FAR):
        return True
    if root(lead.said) in _TRIES and _SUCCEEDED.search(text.text, begin, end):
        return True
    if lead.limit is Limit.PLAN and (
        _WENT_AHEAD.search(text.text, last.end, end)
        or _COMPLETED.search(text.text, begin, lead.start)
    ):
        return True
    if root(last.said) in _HOLDS and _RELEASED.search(text.text, last.end, end):
        return True
    return root(lead.said) in _OFFERS and _ACCEPTED.search(text.text, last.end, end) is not None


def is_of_another(ours: Text, text: Text, led: Led, done: int) -> bool:
    """Whether what a text tells as done at an index is done to another thing than what it leads to,
    and ours name that: “captured Lashio and tried to capture Mandalay”.
    """
    mine = {word.said for word in ours.words if key_of(word) != led.key}
    here, there = _object(text, done), _object(text, led.at)
    if any(word.said in _PRONOUNS for word in here[:_REACH] if not _owns(text, word)):
        return False
    done_to = {word.said for word in here if _counts(text, word)}
    led_to = {word.said for word in there if _counts(text, word)}
    if not done_to.isdisjoint(led_to):
        return False
    if _names(text, here) - mine - led_to and _names(text, there) & mine - done_to:
        return True
    if here and here[0].said in _OTHERS:
        named = next((word.said for word in here if word.stem), "")
        return bool(named) and named not in mine and not mine.isdisjoint(led_to)
    doer, other = _doer(text, done), _doer(text, text.index(led.lead))
    return doer is not None and other is not None and doer not in mine and other in mine


def _object(text: Text, at: int) -> tuple[Word, ...]:
    """The words after a verb in its stretch, and those before a passive."""
    words, stretch = text.words, text.stretches
    is_passive = at > 0 and (words[at - 1].said in IS or words[at - 1].said in BE)
    first = max(0, at - _WITHIN) if is_passive else at
    near = range(first, min(at + 1 + _WITHIN, len(words)))
    return tuple(words[n] for n in near if n != at and stretch[n] == stretch[at])


def _owns(text: Text, word: Word) -> bool:
    """Whether *her* owns what is after it."""
    after = text.words[text.index(word) + 1 : text.index(word) + 2]
    return word.said in _OTHERS and bool(after) and after[0].stem != ""


def _counts(text: Text, word: Word) -> bool:
    return not word.values and (word.stem != "" or text.text[word.start].isupper())


def _names(text: Text, words: Iterable[Word]) -> set[str]:
    return {word.said for word in words if _is_name(text, word)}


def _is_name(text: Text, word: Word) -> bool:
    typed = text.text[word.start : word.end]
    return typed[0].isupper() and not typed.isupper() and not word.values


def _doer(text: Text, at: int) -> str | None:
    """The name right before a verb, or before its *has* or *is*."""
    while at and text.words[at - 1].said in (*IS, *HAVE, "also", "already"):
        at -= 1
    if not at:
        return None
    word = text.words[at - 1]
    is_one = _is_name(text, word) and word.said not in _SUBJECTS
    return word.said if is_one and text.stretches[at - 1] == text.stretches[at] else None
