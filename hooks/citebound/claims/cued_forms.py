"""Further forms in which a sentence has a name say something, none of them beside its verb.

“The survivor, Ann Moe, said”, “Moe shook her head and said”, “Berg and Lind agreed that”.
"""

from __future__ import annotations

import regex

from citebound.claims.saying import CUES, PREPOSITIONS, SAYING, TO_SOMEBODY, WITH_THAT
from citebound.text.patterns import Pattern

_DETERMINED = (
    r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|\p{Lu}[\p{L}-]*['’]s)"
    r"\s(?:\p{Ll}[\p{L}-]*\s?){1,5}"
)
_OPENS = r"(?:\A|[.;:!?…,\n\0(—–][\s\1]*|\b(?:that|and|but)\s)"
_ITS_APPOSITION = Pattern(rf"{_OPENS}{_DETERMINED},\s\Z")
"""“The health minister, ” before a name."""

_SAID_ONE = Pattern(rf"(?:\A|[,!?\0—–][\s\1]*)(?P<verb>\p{{L}}+)\s{_DETERMINED},\s\Z")
"""“said a survivor, ” before a name."""

_NOUN = Pattern(r"(?:\A|[.;:!?…,\n\0][\s\1]*)(?P<noun>\p{Lu}\p{Ll}+(?:\s\p{Ll}[\p{L}-]*){0,2})\s\Z")
"""“Health minister ” or “Neighbour ” before a name."""

_NO_NOUN = frozenset((*PREPOSITIONS, "and", "or", "but", "with", "when", "not"))
_AFTER_COMMA = Pattern(r",\s(?:\p{Ll}+ly\s)?(?P<verb>\p{Ll}+)\b(?!\s\p{Lu})")
_SPEAKS = frozenset(form for verbs in (*SAYING["en"], *WITH_THAT["en"]) for form in verbs.split())
_AND_SAID = Pattern(
    r"\s(?P<does>(?:\p{Ll}[\p{L}’'-]*\s){1,8}?)and\s(?:\p{Ll}+ly\s|then\s|also\s)?(?P<verb>\p{Ll}+)\b"
)
_OTHER_SUBJECT = frozenset((
    "he", "she", "they", "it", "we", "who", "which", "that", "when", "where", "while", "as", "if",
    "because", "and", "or",
))  # fmt: skip
_BOTH = Pattern(
    r"(?:,\s\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+){0,3})*,?\s(?:and|&|и)\s"
    r"\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+){0,3}\s(?:both\s|also\s|have\s|had\s)?(?P<verb>\p{Ll}+)\b"
)
_GOES_ON = Pattern(
    r"\s(?:(?:went|goes)\son\sto|(?:has|had|have)\s(?:earlier|previously|long|often|since)"
    r"|would\slater|(?:is|was)\squoted\sas)\s(?P<verb>\p{Ll}+)\b"
)
_THINKS = Pattern(
    r"\s(?:(?:do|does|did)(?:\snot|n['’]t)\s(?:believe|think|accept|expect|agree|doubt|consider)\b"
    r"|(?:is|are|was|were|remains?|remained)\s(?:\p{Ll}+ly\s|not\s|still\s)?(?:convinced|certain"
    r"|sure|adamant|confident|persuaded|of\sthe\s(?:opinion|view))\sthat\b)"
)
_PUT_TO = Pattern(r"[\s\1]*:\s+\S")
_HIS_VIEW = Pattern(
    r"\s(?:own\s)?(?:view|opinion|position|argument|belief|contention|claim|conclusion|assessment)"
    r"\s(?:is|was|remains)\sthat\b"
)
_SIGNED_BY = Pattern(
    r"\b(?:signed|written|issued|released|published|drafted|made|given)\sby\s\Z", regex.IGNORECASE
)
_REACH = 120


def _near(before: str) -> str:
    return before[-_REACH:]


def has_view(text: str, end: int) -> bool:
    """Whether a name with ’s is that of who thinks what follows: “Moe’s view is that”."""
    return _HIS_VIEW.match(text, end) is not None


def made_it(before: str) -> bool:
    """Whether what speaks was signed, or made, by whoever is named: “a statement signed by”."""
    return _SIGNED_BY.search(_near(before)) is not None


def is_put_to(text: str, end: int) -> bool:
    """Whether a colon puts to a name what follows: “Moe: the roof leaks”."""
    return _PUT_TO.match(text, end) is not None


def is_apposition_of_subject(before: str) -> bool:
    """Whether a noun without a preposition stands before a name: “Health minister ”."""
    found = _NOUN.search(_near(before))
    return found is not None and not any(
        word in _NO_NOUN or word in CUES for word in found["noun"].casefold().split()
    )


def said_by_one(before: str) -> bool:
    """Whether a name says who it is that has just been told to speak: “said a survivor, ”."""
    found = _SAID_ONE.search(_near(before))
    verb = found["verb"].casefold() if found else ""
    return verb in CUES and verb not in TO_SOMEBODY


def goes_on(text: str, end: int) -> bool:
    """Whether a name goes on to say something."""
    found = _GOES_ON.match(text, end)
    return found is not None and found["verb"] in _SPEAKS


def thinks(text: str, end: int) -> bool:
    """Whether a name is of an opinion: “Moe is convinced that”."""
    return _THINKS.match(text, end) is not None


def says_further(text: str, end: int, before: str, *, is_subject: bool) -> bool:
    """Whether a verb of saying that does not stand beside a name is told of it."""
    if _ITS_APPOSITION.search(_near(before)):
        found = _AFTER_COMMA.match(text, end)
        if found and found["verb"] in CUES:
            return True
    if not is_subject:
        return False
    if thinks(text, end):
        return True
    for pattern in (_GOES_ON, _BOTH):
        found = pattern.match(text, end)
        if found and found["verb"] in CUES:
            return True
    found = _AND_SAID.match(text, end)
    if found is None or found["verb"] not in _SPEAKS:
        return False
    does = found["does"].split()
    return does[0] not in PREPOSITIONS and _OTHER_SUBJECT.isdisjoint(does)
