"""What stands in front of a quotation and turns it: a condition, a saying that it is not so, an
office that is not held, or a subject that is somebody else.
"""

from __future__ import annotations

import regex

from citebound.passages.verbs import (
    AUXILIARY,
    CONDITION,
    FICTION,
    NEVER_PARTICIPLE,
    PAST,
    PREPOSITION,
    PRONOUN,
    TITLES,
)
from citebound.text.patterns import Pattern

_MODAL = Pattern(
    r"\b(?:will|would|shall|should|can|could|may|might|must)\b|['’]ll\b", regex.IGNORECASE
)
_CLAUSE_ENDS = Pattern(r"[.;:!?](?:\s|\Z)")
_NEAR = 12
"""Among how many words of a clause its verb is looked for."""

_CONDITION = {
    "en": Pattern(
        r"(?:\A|[,;:—–(“]\s*|\b(?:that|and|but|or|so|because)\s+)(?<!\beven\s)"
        rf"(?P<word>(?:only\s+)?if|provid(?:ed|ing)\s+that|suppose|{CONDITION})\b",
        regex.IGNORECASE,
    ),
    "ru": Pattern(
        r"(?:\A|[,;:—–(«]\s*|\b(?:что|и|а|но)\s+)(?P<word>если|при\s+условии|разве|в\s+случае)\b",
        regex.IGNORECASE,
    ),
}
_INVERTED = Pattern(r"\A(?P<word>Should|Were|Had)\s")
_TIME = Pattern(
    r"(?:\A|\b(?:that|and|but)\s+)(?P<word>when(?:ever)?|as\s+soon\s+as"
    rf"|(?:once|after|until)(?=\s[^,]*?\b(?:{AUXILIARY}|{PRONOUN})\b[^,]*,))\s[^,]*,",
    regex.IGNORECASE,
)
"""What a thing to come waits for: a condition, where what is quoted *will* be so."""

_APART = Pattern(r"[;:]|,\s+(?:but|and)\b|\bbut\b|,\s+(?:но|а|и)\b")
"""What begins a clause that an earlier condition is not of."""

_NOT_SO = Pattern(
    r"\b(?:wrong|lies?|lied|nonsense|absurd(?:ity)?|ridiculous|preposterous|pretend(?:s|ed|ing)?"
    r"|slanders?|slandered|libel|calumny|fiction|fabrication|invention|mistake|mistaken|incorrect"
    r"|impossible|unthinkable|inconceivable|far-fetched|joke|joked|dream(?:s|ed|t)?|smears?"
    r"|(?:little|scant|scarce|insufficient)\s+(?:\w+\s+)?(?:evidence|proof)"
    r"|(?:has|have|had|is|are)\s+yet\s+to(?:\s+\w+){1,4}|apologi[sz]\w+\s+for\s+(?:having\s+)?\w+"
    r"|(?:a|an|no)\s+(?:crime|offence|offense)|illegal|forbidden"
    r"|imagin(?:e|es|ed)|(?:not|never|no|none|nobody|nothing|hardly)(?:\s+[\w’'-]+){0,2})$",
    regex.IGNORECASE,
)
_TO_SAY = Pattern(
    r"\s+(?:to\s+(?:say|think|claim|believe|suggest|hold|assert|argue|pretend|write|conclude|report)"
    r"|(?:when|if)\s+(?:he|she|they|you|we)\s+\w+)\s*\Z",
    regex.IGNORECASE,
)
_NOBODY = Pattern(
    r"(?:\A|[;:]\s*|\b(?:and|but)\s+)(?P<word>nobody|no\s+one|none|no|neither|few|hardly)\b"
    r"(?:(?!,\s+(?:and|but)\b)[^;:])*"
    r"\b(?:believ|think|thought|sa(?:y|id)|claim|hold|held|know|knew|assert|argu|suggest|accept|show"
    r"|prov|confirm|see|saw|agree|maintain|report|assum|insist|admit)\p{L}*\s*\Z",
    regex.IGNORECASE,
)
_TAKEN_BACK = Pattern(
    r"\b(?P<word>(?:retract|recant|disown|disavow|withdr[ae]w)(?:s|n|ed|ing)?)"
    r"\s+(?:\w+\s+){1,2}(?:story|report|statement|claim|article|allegation|charge|accusation|confession"
    r"|testimony|assertion|account|remark|evidence|suggestion|verdict|finding)s?\Z",
    regex.IGNORECASE,
)
"""What was said and is said no more: *retracted its story that*."""

_FICTION = Pattern(rf"\b(?P<word>{FICTION}),?\s*\Z", regex.IGNORECASE)
_NOT_DONE = Pattern(
    r"\b(?P<word>(?:(?:stop|bann|barr|prevent|block|prohibit|dissuad|deterr)(?:ped|ed)"
    r"\s+(?:[\w’'-]+\s+){1,4}?from|c[oa]me\s+close\s+to|pull(?:s|ed)?\s+back\s+from"
    r"|on\s+the\s+(?:verge|brink|point)\s+of)(?=\s+\Z)|all\s+but(?=\s+\Z))",
    regex.IGNORECASE,
)
"""What was kept from, or only near, what follows."""

_NOT_YET = Pattern(r"\b(?P<word>before)\s+\Z", regex.IGNORECASE)
_COULD = Pattern(r"(?:[\w’'-]+\s+){1,6}?could\b")
_KEPT = Pattern(
    r"\b(?P<word>(?:stopp|bann|barr|prevent|block|prohibit|dissuad|deterr)ed)\s+\Z",
    regex.IGNORECASE,
)
_FROM_DOING = Pattern(r"(?:[\w’'-]+\s+){1,5}?from\s+\p{L}+ing\b")
_SAID_OF = Pattern(r"\b(?P<word>evidence|proof|to\s+(?:say|claim|write))\s*\Z", regex.IGNORECASE)
_WEAK = Pattern(
    r"[^,;:.]*?\b(?:is|was|remains?)\s+(?:\w+ly\s+|very\s+)?(?:thin|weak|scant|flimsy|lacking|missing"
    r"|a\s+(?:crime|lie|mistake)|an\s+(?:offence|offense)|illegal|forbidden|wrong)\b",
)
"""What is said, after a content, of the evidence for it, or of saying it."""

_UNLIKE = Pattern(
    r"\b(?P<word>unlike|instead\s+of|rather\s+than|contrary\s+to|apart\s+from|in\s+place\s+of)\s+\Z",
    regex.IGNORECASE,
)
_ANOTHER = Pattern(
    r"[^,;:.]+,\s+(?:(?:the|an?|this|his|her|its|their|he|she|it|they|we)\s|\p{Lu}"
    rf"|{PAST}\b)"
)
"""Whom a quotation goes on to, after the one that its sentence sets apart."""

_FIRST_SENTENCE = Pattern(r"(?<=[.!?…])\s+(?=\p{Lu})")
_THAT = Pattern(r"\bthat\b", regex.IGNORECASE)
_ASKED = Pattern(
    rf"(?:\A|[,;:]\s*|\b(?:and|but)\s+){AUXILIARY}\s+(?:\w+\s+){{1,3}}?(?:so|true|case|likely|possible)"
    r"\s*\Z",
    regex.IGNORECASE,
)

_TITLED = Pattern(
    rf"(?<![\w])(?P<word>{TITLES})(?:-\s?|\s+)(?:[\p{{L}}-]+\s+)?\Z", regex.IGNORECASE
)
_SMALL = Pattern(
    r"(?:the|an?|of|in|on|at|to|for|by|with|from|and|or|as|is|was|were|are|has|had|who|which|that"
    r"|alone|against|under|over|out|up|so|his|her|its|their"
    r"|says?|said|tells?|told|(?!united|allied)\w+ed)\b",
    regex.IGNORECASE,
)

_HAS_ITS_VERB = Pattern(
    rf"(?:(?:never|also|again|still|\w+ly)\s+)?(?:{AUXILIARY}(?:n['’]t)?|(?!united|allied){PAST}"
    r"|believes|thinks|knows|says)\b",
    regex.IGNORECASE,
)
"""The verb of a title that is whole: “a former clerk | drew up”, “the deputy found | none”."""

_GOVERNED = Pattern(rf"\b{PREPOSITION}\s+\Z", regex.IGNORECASE)
_RELATED = Pattern(
    rf"\b(?:who|which|that(?=\s+{PAST}))\s+(?!(?:\w+\s+){{0,2}}(?:sa(?:y|ys|id)|t(?:old|ells?)|th(?:ink|ought)|believ|claim"
    r"|know|knew))(?:(?!(?:that|who|which|sa(?:id|ys?)|believes?)\b)[\p{L}-]+\s+){1,4}\Z",
    regex.IGNORECASE,
)
_DAY = Pattern(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|\d)"
)
"""What a preposition governs as a date, which is no subject."""

_DETERMINED = Pattern(r"(?:the|an?|this|these|those|his|her|its|their|our)\s", regex.IGNORECASE)
_ITS_VERB = Pattern(
    r"[,;:…()—–“”\"?!.]|\b(?:who|whom|which|whose|that|what|when|where|while|because|if|how|why"
    rf"|and|or|but|as|than|{PRONOUN})\b"
    rf"|(?P<verb>\b{AUXILIARY}\b|(?<![\w-])(?:{NEVER_PARTICIPLE}|fled|died)\b"
    rf"|(?<![\w-]){PAST}\s+(?:(?:the|an?|his|her|its|their|all|nobody)\s|\p{{Lu}}|\d))",
)
"""The verb, or what ends the words that may be its subject; in small letters, since a capital is a
name.
"""


def condition_before(sentence: str, following: str, language: str) -> str | None:
    """The word that begins a condition in front of a clause, in its sentence."""
    if language not in _CONDITION:
        return None
    since = sentence[max((m.end() for m in _APART.finditer(sentence)), default=0) :].lstrip()
    found = _CONDITION[language].search(since)
    if found is None and language == "en":
        found = _INVERTED.match(since)
        if found is None and _MODAL.search(_clause(following)):
            found = _TIME.search(since)
    return found["word"] if found else None


def _clause(following: str) -> str:
    """The first words of what follows, no more than its clause has."""
    ends = _CLAUSE_ENDS.search(following)
    words = following[: ends.start()] if ends else following
    return " ".join(words.split()[:_NEAR])


def not_so_before(sentence: str, following: str) -> str | None:
    """The words of an English sentence that say that its content, which follows, is not so."""
    parts = [*_THAT.finditer(sentence)]
    said = sentence[: parts[-1].start()] if parts else sentence
    if _THAT.match(following):
        said = sentence
    elif not parts:
        # Without “that” only what is next to the content speaks of it.
        if (
            (found := _NOBODY.search(said))
            and (verb := _ITS_VERB.search(following))
            and verb["verb"]
        ):
            return str(found["word"])
        found = _NOT_SO.search(_TO_SAY.sub("", said.rstrip()).rstrip())
        plain = found is not None and regex.match(r"(?:pretend|slander|nonsense)", found.group())
        return found.group() if found and plain else None
    said = said.rstrip()
    if found := _NOBODY.search(said) or _TAKEN_BACK.search(said):
        return str(found["word"])
    if (found := _SAID_OF.search(said)) and _WEAK.match(following):
        return str(found["word"])
    if found := _ASKED.search(said):
        return " ".join(found.group().split())
    found = _NOT_SO.search(_TO_SAY.sub("", said).rstrip())
    return str(found.group()) if found else None


def unreal_before(sentence: str, quoted: str) -> str | None:
    """What makes a tale of an English clause, or sets its first words apart from who acts."""
    if found := _FICTION.search(sentence):
        return " ".join(found["word"].split())
    found = (
        _NOT_DONE.search(sentence)
        or (_NOT_YET.search(sentence) if _COULD.match(quoted) else None)
        or (_KEPT.search(sentence) if _FROM_DOING.match(quoted) else None)
    )
    if found:
        return " ".join(found["word"].split())
    found = _UNLIKE.search(sentence) if _ANOTHER.match(quoted) else None
    return " ".join(found["word"].split()) if found else None


def title_before(before: str, following: str) -> str | None:
    """An office that is not held, which stands in front of the rest of its name."""
    found = _TITLED.search(before)
    if found is None or _SMALL.match(following.lstrip()):
        return None
    between = before[found.end("word") :].strip(" -")
    if between and (
        _SMALL.match(between)
        or _HAS_ITS_VERB.match(between)
        or _HAS_ITS_VERB.match(following.lstrip())
    ):
        return None
    return str(found["word"])


def subject_before(clause: str, quoted: str) -> str | None:
    """Who is the subject of the verb of a quotation in the words before it: what governs its first
    words is a preposition, or the verb of a relative clause.
    """
    first = _FIRST_SENTENCE.split(quoted.lstrip(), 1)[0]
    governed = _GOVERNED.search(clause)
    related = None if governed else _RELATED.search(clause)
    named = _DETERMINED.match(first) or first[:1].isupper()
    only_named = related or (governed and governed.group().strip().lower() == "to")
    if not (governed or related) or _DAY.match(first) or (only_named and not named):
        return None
    found = _ITS_VERB.search(first, len(first.split(maxsplit=1)[0]))
    if found is None or not found["verb"]:
        return None
    return " ".join(clause.split()[-4:])
