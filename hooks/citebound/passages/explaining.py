"""Whether an insertion that stands for nothing only explains what its source says.

It needs no signature where it says in words of the same source what the pronoun right before it
stands for, whose name *the capital* has, or what a short name is in full; and where it is an
article or *[sic]*. What else it might put in would be said by the source: *did not [hesitate to]
resign*.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import regex

from citebound.passages.verbs import AUXILIARY, PAST, PREPOSITION
from citebound.text.edges import WHOLE_WORD
from citebound.text.folding import fold
from citebound.text.patterns import Pattern

Known = Callable[[Sequence[str]], bool]
"""Whether a source has each of some words, in some form."""


class Beside(NamedTuple):
    """What a source has in its sentence before an insertion, and after it in the quotation."""

    before: str
    after: str
    source: str


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_OWNERS = _listed("his its their our my your whose")
_RELATIVE = _listed("who whom which that")
_ARTICLES = _listed("the a an")
_DETERMINERS = _ARTICLES | _OWNERS | _listed("her this that these those")
_THESE = _listed(
    "этот эта это эти этого этой этом этому этим этих эту эти тот та то те той том его её ее их"
)
_ENDS_NOTHING = _listed("and or but nor who whom whose which that where when while as if than so")
_CLAUSE = _ENDS_NOTHING - {"and"} | _listed(
    "he she they it we i you there not no never also then just even and/or"
)
_OF_NAMES = _listed("of the and for in on de la")
_CHANGED_BY_ARTICLE = _listed("few little only most more less")
_SAY = _listed("say says said saying")
_MASSES = _listed("people police men women children troops youth militia cattle")
"""Nouns that have a verb without *-s* after them."""
_NO_VERBS = _listed(
    "генерал адмирал посол журнал канал портал персонал филиал трибунал отдел капитал арсенал"
)
"""Russian nouns that end as a past tense does."""

_POSSESSIVE = Pattern(r"(?:['’ʼ][sS]|(?<=[sS])['’ʼ])\Z")
_LATIN = Pattern(r"\p{Latin}")
_FINITE = Pattern(rf"(?:{AUXILIARY}|(?!\p{{L}}+ed\Z){PAST})", regex.IGNORECASE)
_VERB = Pattern(rf"(?:{AUXILIARY}|{PAST}|\p{{L}}+ing)", regex.IGNORECASE)
_NO_NOUN = Pattern(rf"(?:{PREPOSITION}|\p{{L}}+ly|\p{{L}}*[^s]s|over|off|up|out|down)")
_PREPOSITION = Pattern(PREPOSITION)
_AGREES = {
    "он": Pattern(r".*л(?:ся)?"),
    "она": Pattern(r".*[аеиуыя]л(?:а|ась)"),
    "оно": Pattern(r".*[аеиуыя]л(?:о|ось)"),
    "они": Pattern(r".*(?<!те)л(?:и|ись)"),
}
"""How the past tense after a Russian pronoun ends."""
_KILLED_WERE = Pattern(
    r"\s*(?:\p{L}{2,}ed|shot|killed|held|beaten|found|hit|struck|hurt|caught|sold|taken|bought|paid"
    r"|sent|lost|stolen|broken|made|built|brought|led|left)\b[^,;:.]*?"
    r"\s(?:is|are|was|were|has|have|had|will|would)\b"
)
"""What makes of *the people [Russia] killed* the people whom Russia killed."""


def explains(ours: str, beside: Beside, pronouns: frozenset[str], known: Known) -> bool:
    """Whether an insertion for nothing says nothing but what stands beside it already."""
    words = WHOLE_WORD.findall(fold(ours).text)
    theirs = WHOLE_WORD.findall(fold(beside.before).text)
    following = WHOLE_WORD.findall(fold(beside.after[:80]).text)
    if not words:
        return False
    if [word.casefold() for word in words] == ["sic"]:
        return True
    if len(words) == 1 and words[0].casefold() in _ARTICLES:
        return not (following and following[0].casefold() in _CHANGED_BY_ARTICLE)
    touches = bool(theirs) and fold(beside.before).text.rstrip().endswith(theirs[-1])
    last = theirs[-1] if touches else ""
    if len(words) == 1 and words[0] == "that":
        return last in _SAY
    if all(word.casefold() in pronouns for word in words):
        return False
    if is_longer_name(words, last, following, beside.source):
        return True
    if last.casefold() in pronouns:
        return says_what_a_pronoun_is(ours, last.casefold(), beside.before, known)
    return _is_named(words, theirs if last else [], beside.after) and known(words)


def says_what_a_pronoun_is(ours: str, pronoun: str, before: str, known: Known) -> bool:
    """Whether an insertion after a pronoun is a noun phrase in words of the same source; after
    *which*, in words of the sentence before it; after *their*, one that owns.
    """
    words = WHOLE_WORD.findall(fold(ours).text)
    if not is_noun_phrase(words, pronoun) or pronoun == "one":
        return False
    if pronoun in _OWNERS and not _POSSESSIVE.search(ours):
        return False
    if pronoun in _RELATIVE:
        stems = {word.casefold()[:5] for word in WHOLE_WORD.findall(fold(before).text)}
        content = [w for w in words if w.casefold() not in _DETERMINERS and w not in _OF_NAMES]
        return all(_POSSESSIVE.sub("", word).casefold()[:5] in stems for word in content)
    return known(words)


def is_noun_phrase(words: Sequence[str], pronoun: str = "", *, bare: bool = False) -> bool:
    """Whether words may be the name of somebody or something, as far as can be told: they begin as
    one does, and nothing among them is a verb or begins a clause. ``bare`` is one without an
    article.
    """
    small = [word.casefold() for word in words]
    latin = any(_LATIN.search(word) for word in words)
    if not words or small[-1] in _ENDS_NOTHING | _DETERMINERS or not _CLAUSE.isdisjoint(small[1:]):
        return False
    if _PREPOSITION.fullmatch(small[-1]) or (small[0] in _CLAUSE and small[0] not in _DETERMINERS):
        return False
    if not latin:
        past = _AGREES.get(pronoun)
        joined = small[-1] in {"и", "а", "но", "или", "не"}
        return not joined and not any(
            past and past.fullmatch(word) and word not in _NO_VERBS for word in small
        )
    if not (bare or small[0] in _DETERMINERS or words[0][0].isupper()):
        return False
    for number, word in enumerate(small):
        previous = words[number - 1] if number else ""
        begins = previous.casefold() in _DETERMINERS or previous.endswith("ly")
        if _FINITE.fullmatch(word) and not (word == "may" and words[number] == "May"):
            return False
        follows_noun = not begins and not previous[:1].isupper()
        if word.endswith("ed") and words[number].islower() and follows_noun:
            return False
        if word == "and" and not _begins(words[number + 1]):
            return False
    return True


def _begins(word: str) -> bool:
    return word[0].isupper() or word.casefold() in _DETERMINERS


def is_longer_name(words: Sequence[str], last: str, following: Sequence[str], source: str) -> bool:
    """Whether names make a longer name of the one that they stand beside, which the source has in
    mid-sentence (*[Anna] Matveeva*); or are what capitals stand for (*UEC [Union Election …]*).
    """
    named = [word for word in words if word.casefold() not in _OF_NAMES]
    if not named or not all(word[0].isupper() for word in named) or not words[-1][0].isupper():
        return False
    if len(last) > 1 and last.isupper() and last == "".join(word[0] for word in named):
        return regex.search(rf"\b{regex.escape(' '.join(words))}\b", fold(source).text) is not None
    joined = []
    if following and following[0][0].isupper() and words[0][0].isupper():
        joined.append((*words, following[0]))
    if last[:1].isupper():
        joined.append((last, *words))
    return any(
        regex.search(rf"(?<=[\p{{L}}\p{{N}},] ){regex.escape(' '.join(name))}\b", fold(source).text)
        for name in joined
    )


def _is_named(words: Sequence[str], theirs: Sequence[str], after: str) -> bool:
    """Whether words are the name of what *the capital* right before them is."""
    named = [word for word in words if word.casefold() not in _OF_NAMES]
    if not named or not all(word[0].isupper() for word in named) or words[-1] in _OF_NAMES:
        return False
    if words[0].casefold() in _OF_NAMES - {"the"} or _KILLED_WERE.match(fold(after).text):
        return False
    described = _described(theirs)
    if not described:
        return False
    owned = bool(_POSSESSIVE.search(described[-1]))
    return owned is bool(_POSSESSIVE.search(words[-1]))


def _described(theirs: Sequence[str]) -> Sequence[str]:
    """The description at the end of some words, without its article: *the Russian capital*."""
    for length in (1, 2, 3):
        if len(theirs) <= length:
            return ()
        start, found = theirs[-length - 1], theirs[-length:]
        if start.casefold() not in _DETERMINERS | _THESE:
            continue
        noun = _POSSESSIVE.sub("", found[-1])
        if not noun.islower() or (start.casefold() == "that" and length > 1):
            return ()
        if length == 1:
            return () if _PREPOSITION.fullmatch(noun) else found
        adjectives = found[:-1]
        verbs = any(_VERB.fullmatch(word) for word in found)
        unlike = any(_NO_NOUN.fullmatch(word) or word in _MASSES for word in adjectives)
        ends = _NO_NOUN.fullmatch(noun) or noun in _CLAUSE | _ENDS_NOTHING
        if verbs or unlike or ends or not _CLAUSE.isdisjoint(adjectives):
            return ()
        return found
    return ()
