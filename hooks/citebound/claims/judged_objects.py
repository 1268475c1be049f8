"""What a verb that judges what was said may have after it instead of a clause: *admitted taking
bribes*, *claims to be ill*, *confirmed the killing of two villagers*, *признался во взятках*.

Most such verbs tell of acts as well (*admitted to hospital*, *claimed forty lives*), so that only
what is listed here counts. See docs/our-own-sentences.md, Who says it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import regex

from citebound.claims.saying import AUXILIARIES, BETWEEN
from citebound.claims.spoken import SpokenWords
from citebound.text.patterns import Pattern

_DOING = (
    r"(?:to )?(?:having \p{L}|(?!(?:during|following|according|including|concerning|regarding"
    r"|pending|nothing|something|anything|everything|king|spring|morning|evening|building)\b)"
    r"\p{Ll}{2,}ing\b(?!,| (?:to|for) (?:the )?(?:hospital|treatment)))"
)
_HIS = r"(?:(?:his|her|its|their|the|an?|some|any|serious|grave|own|many|several|two) ){0,2}"
_DEEDS = (
    r"(?:guilt|fault|blame|wrongdoings?|mistakes?|errors?|failures?|failings?|lies|fraud|bribery"
    r"|theft|murders?|killings?|corruption|complicity|charges|allegations|crimes?)\b"
)
_ADMITS = rf" (?:{_DOING}|(?:to )?{_HIS}{_DEEDS})"
_CONFIRMED = (
    r" (?:reports? (?:that|of)\b|(?:(?:(?:the|an?|its|their|\p{N}+|two|three|four|five|six|seven"
    r"|eight|nine|ten) )(?:\p{L}[\p{L}-]*[’']s? )?|\p{Lu}[\p{L}-]*[’']s? )"
    r"(?!(?:\p{Ll}+ )?(?:sentence|verdict|ruling|conviction|decision|appointment|nomination"
    r"|election|order|judge|minister|president|result|diagnosis|reservation|candidate)s?\b)"
    r"(?:\p{Ll}+ )?(?:\p{Ll}+ing|deaths?|arrests?|attacks?|reports?|raids?|visits?|plans?|losses"
    r"|loss|strikes?|withdrawal|outbreak|release)\b)"
)

_OBJECTS: Mapping[str, Pattern] = {
    "admit": Pattern(_ADMITS),
    "confess": Pattern(rf"{_ADMITS}| to (?!God\b)\p{{L}}"),
    "claim": Pattern(rf" to \p{{Ll}}| {_HIS}innocence\b"),
    # nothing but a clause follows “insists the army”
    "insist": Pattern(
        rf" (?:on {_HIS}innocence\b|(?:the|an?|his|her|its|their|he|she|it|they|there) \p{{L}}"
        r"|\p{Lu}\p{L}+ \p{L})"
    ),
    "boast": Pattern(r" (?:of|about) \p{L}"),
    "joke": Pattern(r" about \p{L}"),
    "threaten": Pattern(r" to \p{Ll}"),
    "confirm": Pattern(_CONFIRMED),
}
"""What a verb has after it that was said, by the first form of its row."""

_OF_A_SPEAKER = frozenset(("threaten", "confirm", "claim"))
"""Of these only where the evidence has the subject say something: a storm may threaten to flood."""

_IS = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_TAKES_IN = Pattern(
    r"(?:hospital|clinic|ward|school|university|college|club|museum|church|prison|union)s?"
)
"""Who admits people."""

_SORRY = Pattern(r"\bapolog|\bregret|\b(?:took|accepted) (?:the |full )?(?:blame|responsibility)\b")
"""Who apologises for an error acknowledges it."""

_CLAUSE = Pattern(
    r" (?:several|many|most|all|both|some|few|more|other|such|every|each|\p{Ll}+s) "
    r"(?:(?!(?:who|which|that|whom|whose|and|or|but|to|when|where|as|if|because|after|before|while"
    r"|for|from|by|with|than)\b)[\p{L}\p{N}’'-]+ ){0,5}?"
    r"(?:is|are|was|were|has|have|had|will|would|could|should) \p{L}"
)
"""A clause without *that*: “admitted several figures were wrong”."""

_AFTER_CLAUSE = Pattern(
    r"(?:\A|[.!?…;:\n]\s)"
    r"(?!(?:on|in|at|after|before|by|for|with|to|from|during|under|last|this|when|if|as)\b)"
    r"(?=[^,]* (?:\p{Ll}{2,}ed|is|are|was|were|has|have|had|will|would|can|could|should) )"
    r"(?:(?!(?:and|but|while|as|when|if|who|which|after|before)\b)[\p{L}\p{N}'’-]+ )"
    r"{2,24}[\p{L}\p{N}'’-]+, (?!and\b|but\b|while\b|who\b|which\b)(?:[\p{L}'’-]+ ){1,4}\Z",
    regex.IGNORECASE,
)
_AS = Pattern(r"\b(?:as|as has been|just as) (?:[\p{L}’'-]+ ){1,4}\Z", regex.IGNORECASE)
_STOPS = Pattern(r"[\s\1]*[.,;!?…]")
_LOOK_BACK = 240

_IN_RUSSIAN = Pattern(r" (?:(?:открыто|публично|позже) )?во? (?!любви\b)\p{Ll}", regex.IGNORECASE)
_NOUN_IN_RUSSIAN = Pattern(
    r"(?:угрожа|пригрози)\p{L}* (?:\p{L}+ )?\p{L}+ть\b|настаива\p{L}* на (?:сво\p{L}+ )?невиновност"
    r"|подтвер\p{L}+ (?:убийств|арест|гибел|смерт|задержани|обстрел|сообщени|информаци)",
    regex.IGNORECASE,
)
"""From the verb on; the evidence has the subject say something."""

_AS_IN_RUSSIAN = Pattern(r"\bкак (?:ранее |позже |сам )?\Z", regex.IGNORECASE)

_NEUTRAL = (
    r"(?:says?|said|tells?|told|announce[sd]?|stated?|states|declare[sd]?|wrote|writes?|add(?:s|ed)"
    r"|report(?:s|ed)|explain(?:s|ed)|thinks?|thought|believe[sd]?"
    r"|сказал[аи]?|заявил[аио]?|сообщил[аио]?|говорит|заявляет|сообщает)"
)


def says_with_object(words: SpokenWords, at: int, verb: str, evidence: str) -> bool:
    """Whether a verb of a row, named by its first form, has something after it that was said, or
    stands after it in a way of its own; ``evidence`` is in small letters.
    """
    text, (start, end) = words.text, words.words[at][:2]
    if words.small[at - 1 : at] and words.small[at - 1] in _IS:
        return False
    if _STOPS.match(text, end):
        from_ = max(0, start - _LOOK_BACK)
        is_as = _AS.search(text, from_, start) is not None
        return is_as or _AFTER_CLAUSE.search(text, from_, start) is not None
    pattern = _OBJECTS.get(verb)
    has_object = pattern is not None and pattern.match(text, end) is not None
    if not has_object:
        return verb in ("admit", "confirm") and _CLAUSE.match(text, end) is not None
    subject = _subject(words.small, at)
    if verb == "admit" and (_TAKES_IN.fullmatch(subject) or _SORRY.search(evidence)):
        return False
    return verb not in _OF_A_SPEAKER or _speaks(subject, evidence)


def _subject(small: Sequence[str], at: int) -> str:
    """The word before a verb and what helps it."""
    while at and small[at - 1] in AUXILIARIES | BETWEEN:
        at -= 1
    return small[at - 1] if at else ""


def _speaks(subject: str, evidence: str) -> bool:
    """Whether some evidence has a subject say something, whatever it says."""
    if subject in ("he", "she", "they"):
        return _neutral(r"\p{L}+").search(evidence) is not None
    return bool(subject) and _neutral(regex.escape(subject)).search(evidence) is not None


@lru_cache(maxsize=256)
def _neutral(subject: str) -> Pattern:
    """A subject and a verb of saying: “the report by the council later said”, “said the mayor”."""
    return Pattern(
        rf"\b{subject} (?:(?:by|of|from) (?:the )?\p{{L}}+ )?(?:(?:has|have|had|also|later) )?"
        rf"{_NEUTRAL}\b|\b{_NEUTRAL} (?:the )?(?:\p{{L}}+ ){{0,2}}{subject}\b"
    )


def says_with_object_in_russian(words: SpokenWords, at: int, evidence: str) -> bool:
    """The same of a verb in Russian: *признался во взятках*, *как признал министр*."""
    text, (start, end) = words.text, words.words[at][:2]
    if words.small[at].endswith(("ся", "сь")) and _IN_RUSSIAN.match(text, end):
        return True
    if at and _NOUN_IN_RUSSIAN.match(text, start):
        return _speaks(words.small[at - 1], evidence)
    return _AS_IN_RUSSIAN.search(text, max(0, start - 20), start) is not None
