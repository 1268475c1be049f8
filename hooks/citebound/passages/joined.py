"""Cuts that take who acts out of a joined clause, so that its verb or its object is another's.

“The bank paid the workers and […] fled” does not say that the bank fled, where the general did; nor
does “The man hit […] the child” say whom he hit, where a dog bit the child. Adverbs, phrases with a
preposition, an item of a list and a whole clause are cut without harm. Nothing is parsed: what
looks like the subject of a clause is signed, since an editor can sign, or keep the words.
"""

from __future__ import annotations

import regex

from citebound.passages.verbs import AUXILIARY, PAST, PREPOSITION

_DETERMINER = (
    r"(?:the|an?|this|that|these|those|his|her|its|their|our|my|all|both|each|every|any|no)"
)
_ADVERB = (
    r"(?:\p{L}+ly|then|later|late|also|again|soon|still|even|now|once|twice|just|never|not|always"
    r"|often|already|thus|so|too|there|here|today|tonight|yesterday|tomorrow|instead|afterwards"
    r"|thereafter|meanwhile|perhaps|much|well|very|first|last|at|together|alone|moreover|therefore"
    r"|nevertheless|however|ago|almost|long)"
)
_TIME = (
    rf"(?:{_DETERMINER}\s+)?(?:[\p{{L}}\d-]+\s+){{0,2}}?(?:second|minute|hour|day|night|morning"
    r"|afternoon|evening|week|weekend|month|year|decade|spring|summer|autumn|winter|time)s?"
    r"(?:\s+(?:later|earlier|ago|after|before))?"
)
_ALSO_JOINS = r"(?:after|before|until|till|since|as)"
_PREPOSITIONS = (
    rf"(?:{PREPOSITION}|above|across|along|amid|among|beneath|despite|during|inside|onto|off|out"
    r"|outside|over|past|per|than|through|throughout|towards?|up|upon|via|within|without)"
)
_UNDER = (
    r"(?:while|whereas|where|when|whenever|because|although|though|so|then|once|that|whom|which|who"
    rf"|says?|said|wrote|believed?|{_ALSO_JOINS})"
)
"""What begins a clause that has a subject of its own: a verb of saying does too, without *that*."""

_VERB = (
    rf"(?:{AUXILIARY}(?:n['’]t)?|(?!(?:need|indeed|hundred|speed|seed|weed|greed|deed|creed|united"
    rf"|allied|naked|sacred|wicked)\b){PAST}|\p{{L}}{{3,}}(?<!s)s(?=\s+{_DETERMINER}\b))"
)
_JOIN = regex.compile(
    rf"(?<![\w'’-])(?:(?:and|but|or|nor|yet)|(?P<under>{_UNDER}))(?![\w'’-])|(?P<under>;)|[—–(]|[,:](?!\d)",
    regex.IGNORECASE,
)
_VERB_IS_NEXT = regex.compile(rf"\s*(?:{_ADVERB}\s+){{0,2}}{_VERB}\b")
_JOINED_VERB = regex.compile(rf"\s*,?\s*(?:and|but|or)\b{_VERB_IS_NEXT.pattern}")
_VERBS = regex.compile(
    rf"(?<![\w'’-])(?:{AUXILIARY}(?:n['’]t)?(?:\s+(?:been|being|be|have|{_ADVERB}))*"
    rf"(?:\s+\p{{L}}+(?:ed|en|n|t))?|{_VERB}(?!\s+by\b))\b"
)
_WAITS = regex.compile(
    r"\b(?:who|which|whose|that|where|when|while|because|if|(?:said|says?|believed?)(?!\s+that\b))\b",
    regex.IGNORECASE,
)
"""What begins a clause within another whose verb is still to come."""

_PHRASE = regex.compile(
    rf"\b(?P<word>{_PREPOSITIONS}|{_ALSO_JOINS})\s+(?:{_DETERMINER}\s+)?"
    rf"(?:(?!(?:{_DETERMINER}|{_PREPOSITIONS}|{_ALSO_JOINS}|and|or|but)\b)[\w’'-]++\s*){{1,4}}\Z",
    regex.IGNORECASE,
)
_ADVERBS_END = regex.compile(rf"(?<![\w'’-])(?:{_ADVERB}|{_TIME})\s*\Z", regex.IGNORECASE)
_SMALL = regex.compile(
    rf"(?:\s*\b(?:{_DETERMINER}|{_ADVERB}|{_PREPOSITIONS})\b)*\s*", regex.IGNORECASE
)
_GOVERNS = regex.compile(rf"(?<![\w'’-]){_PREPOSITIONS}\Z", regex.IGNORECASE)
_ASIDE = regex.compile(r"(?:,(?!\d)(?:[^,;]|,(?=\d))*)?,\s*\Z")
_DETERMINED = regex.compile(
    rf"\s*(?:{_DETERMINER}\s+\w|(?:they|he|she|it|we|you|everyone|everybody|those)\b)",
    regex.IGNORECASE,
)
_NO_NOUN = regex.compile(
    rf"\b(?:{_PREPOSITIONS}|{_VERB}|{_ADVERB}|{_DETERMINER})\s*\Z", regex.IGNORECASE
)

_DONE = regex.compile(
    r"\s*(?:[.;:!?)”]|\Z|,?\s*(?:and|but|or|nor|yet|while|whereas|because|so|then|who|which)\b|,)",
    regex.IGNORECASE,
)
"""What follows a clause that is cut whole."""

_RU_VERB = (
    r"(?:(?!генерал|капитал|журнал|материал|\p{L}+(?:ители|атели)\b)"
    r"\p{Ll}{2,}л(?:а|о|и)?(?:с[ья])?\b)"
)
_RU_VERBS = regex.compile(_RU_VERB)
_RU_JOIN = regex.compile(
    r"(?:,\s*(?:и|а|но|или|пока|где|когда|тогда|потом|затем)|;)\s+", regex.IGNORECASE
)
_RU_VERB_IS_NEXT = regex.compile(rf"\s*(?:\p{{L}}+о\s+|не\s+)?{_RU_VERB}")
_RU_DONE = regex.compile(r"\s*(?:[.;:!?,)]|\Z|и\s)")
_RU_ADVERBS = regex.compile(
    r"(?:\s*\b(?:\p{L}+о|затем|потом|вчера|сегодня|завтра|тогда|там|здесь|снова|опять|вскоре|уже|ещё"
    r"|также|даже|тут|теперь|наконец|сразу|не))*\s*",
    regex.IGNORECASE,
)
_RU_PHRASE = regex.compile(
    r"\s*(?:в|во|на|о|об|из|к|с|со|по|за|у|при|для|до|через|между|над|под|перед|после|без|около)\s",
    regex.IGNORECASE,
)


def subject_cut(before: str, dropped: str, after: str, language: str) -> str | None:
    """Who acts in a joined clause, where a cut takes it out and leaves the verb or the object: the
    words of the sentence before the cut, the cut, and what follows.
    """
    if language == "ru":
        return _russian(before, dropped, after)
    if language != "en":
        return None
    if _VERB_IS_NEXT.match(after):
        return _subject(before, dropped)
    return _clause(before, dropped, after)


def _subject(before: str, dropped: str) -> str | None:
    """The subject that a cut ends with, where a verb follows it."""
    kept = dropped.rstrip()
    if _GOVERNS.search(kept):
        return None  # “behind | closed doors”
    if kept.endswith(","):
        if before.rstrip().endswith((",", "(")):
            return None  # a parenthesis
        kept = _ASIDE.sub("", kept)
    verb_before = _is_led(before)
    shorter = _without_phrases(kept, verb_before=verb_before)
    whole = before + shorter
    join = next((m for m in [*_JOIN.finditer(whole)][-1:] if m.end() >= len(before.rstrip())), None)
    tail = whole[join.end() :] if join else shorter
    if _SMALL.fullmatch(tail) or _VERBS.search(tail):
        return None
    if join is None and (not _DETERMINED.match(tail) or _NO_NOUN.search(before)):
        return None  # “the men [the rebels] had freed” needs no join
    if join and join["under"] is None and not _is_led(whole[: join.start()]):
        return None  # an item of the subject
    return tail.strip()


def _without_phrases(words: str, *, verb_before: bool) -> str:
    """Words without the adverbs and the phrases with a preposition at their end."""
    while True:
        shorter = _ADVERBS_END.sub("", words)
        found = _PHRASE.search(shorter)
        if found and not (verb_before and regex.fullmatch(_ALSO_JOINS, found["word"].lower())):
            shorter = shorter[: found.start()]
        if shorter == words:
            return words
        words = shorter


def _is_led(words: str) -> bool:
    """Whether words have a verb of their own, beside those of the clauses within them."""
    return len(_VERBS.findall(words)) > len(_WAITS.findall(words))


def _clause(before: str, dropped: str, after: str) -> str | None:
    """The subject and the verb of a clause that a cut takes out, where the rest of it follows."""
    opens = before.rstrip()[-1:] in tuple(",(—–") or dropped.lstrip()[:1] in tuple(",(—–")
    closes = after.lstrip()[:1] in tuple(",)—–") or dropped.rstrip()[-1:] in tuple(",)—–")
    verb_follows = _JOINED_VERB.match(after)
    if (opens and closes and not verb_follows) or (_DONE.match(after) and not verb_follows):
        return None
    whole = before + dropped
    joins = [*_JOIN.finditer(whole)]
    for number, join in enumerate(joins):
        if join.end() < len(before.rstrip()):
            continue
        ends = joins[number + 1].start() if number + 1 < len(joins) else len(whole)
        part = whole[join.end() : ends]
        verb = _VERBS.search(part)
        word = join.group().lower()
        if verb is None or word in ("that", "who", "which", "whom"):
            continue
        subject = _without_phrases(part[: verb.start()], verb_before=False)
        if _SMALL.fullmatch(subject):
            continue
        under = join["under"] is not None
        if verb_follows and under and word not in ("while", "whereas", "where", ";"):
            continue
        if not under and not _is_led(whole[: join.start()]):
            continue
        return whole[join.start() : join.end() + verb.end()].strip(" ,;")
    return None


def _russian(before: str, dropped: str, after: str) -> str | None:
    """The same in Russian, where a comma stands before a clause with another subject."""
    whole = before + dropped
    verb_is_next = _RU_VERB_IS_NEXT.match(after)
    joins = [m for m in _RU_JOIN.finditer(whole) if m.end() >= len(before.rstrip())]
    if not joins or dropped.rstrip().endswith(","):
        return None
    tail = whole[joins[-1].end() :]
    if not _RU_VERBS.search(whole[: joins[-1].start()]):
        return None
    verb = _RU_VERBS.search(tail)
    subject = tail[: verb.start()] if verb else tail
    if _RU_ADVERBS.fullmatch(subject) or _RU_PHRASE.match(subject):
        return None
    if verb:
        return None if _RU_DONE.match(after) else tail[: verb.end()].strip()
    return tail.strip() if verb_is_next else None
