"""What leads in a text to a verb that is not done yet, or at all: *to* after “wants”, a form in
*-ing* after “put off”, in Russian any infinitive but those after a word that says that it was
done. Deeds told by a noun are in :mod:`citebound.claims.deeds`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from citebound.claims.limit_words import Word
from citebound.claims.limiting import Text
from citebound.text.pasts import IRREGULAR_VERBS, is_irregular, root
from citebound.text.patterns import Pattern
from citebound.text.undone import (
    AIM,
    ALLOWED,
    APPROVED,
    BE,
    BY_WORD,
    BY_WORD_OF,
    DECIDING,
    DEMANDED,
    DONE_RUSSIAN,
    GERUND,
    GERUND_AFTER,
    KEEP,
    LED_NEXT,
    LED_TO,
    OF,
    TO_COME,
    TRIED,
)

IS = frozenset(("was", "were", "been", "is", "are", "был", "была", "было", "были"))
HAVE = frozenset(("has", "have", "had"))
OWN = frozenset(("the", "a", "an", "any", "no", "its", "his", "her", "their"))
_SOONER = frozenset(("earlier", "sooner", "faster", "better", "more"))
_FELT = frozenset((*IS, "felt")) - {"is", "are"}
_BESIDE = frozenset(("have", "been", "not", "never", "also", "не", *BE))
"""What may stand between *to* and its verb, besides adverbs."""

_NO_VERBS = frozenset((
    "the", "his", "her", "its", "their", "our", "this", "that", "these", "those", "was", "were",
    "and", "for", "but", "who", "all", "both", "each", "any", "some", "one", "two", "has", "had",
    "which", "what", "not", "with", "from", "been", "она", "они", "его", "как", "что", "это",
))  # fmt: skip
_INFINITIVE = Pattern(r"\p{L}{2,}(?:ть|ти|чь)(?:с[яь])?")
_REACH = 3
_WITHIN = 8

_LED_TO = frozenset(map(root, LED_TO))
_DEMANDED = frozenset(map(root, DEMANDED))
_GERUND = frozenset(map(root, GERUND))
_GERUND_AFTER = frozenset(map(root, GERUND_AFTER))
_KEEP = frozenset(map(root, KEEP))
_AIM = frozenset(said for noun in AIM for said in (noun, f"{noun}s"))
_BY_WORD = {language: frozenset(map(root, verbs)) for language, verbs in BY_WORD.items()}
_BY_WORD_OF = {
    language: (frozenset(map(root, verbs)), frozenset(map(root, whats)))
    for language, (verbs, whats) in BY_WORD_OF.items()
}


class Led(NamedTuple):
    """What leads to a verb, the verb, and where it is; whether it is a participle after *be*, or
    may be one otherwise; and what it is known by, where it is a ``deed`` told by a noun.
    """

    lead: Word
    verb: Word
    at: int
    passive: bool = False
    perfect: bool = False
    deed: str = ""

    @property
    def key(self) -> str:
        """What the verb is known by."""
        return self.deed or key_of(self.verb)


def leads(word: Word) -> bool:
    """Whether what follows a word need not be done."""
    return (
        word.said in TO_COME
        or word.said in TRIED
        or word.said in _AIM
        or root(word.said) in _LED_TO
    )


def demands(word: Word) -> bool:
    """Whether what is said after a word and *that* need not be done."""
    return root(word.said) in _DEMANDED


def verb_of(word: Word) -> str:
    """What a verb is known by in all its forms."""
    return root(word.said) if word.stem or word.said in IRREGULAR_VERBS else ""


def key_of(word: Word) -> str:
    """What a verb is known by, a short one too: ban, end."""
    short = len(word.said) >= len("ban") and word.said.isalpha() and word.said not in _NO_VERBS
    return verb_of(word) or (root(word.said) if short else "")


def to_come(text: Text) -> Iterator[Led]:
    """The verbs of a text that are to come, each with what leads to it."""
    for at in range(len(text.words)):
        first = _after(text, at)
        if first is not None:
            yield from _led(text, at, first)
        elif text.language == "ru":
            yield from _infinitive(text, at)
        elif text.language == "en":
            yield from _gerund(text, at)
            yield from _demanded(text, at)


def _led(text: Text, lead: int, first: int) -> Iterator[Led]:
    """The verb that begins at an index or shortly after it."""
    word, near = text.words[lead], text.words[first : first + _REACH]
    at = next((n for n, one in enumerate(near, first) if not is_beside(one)), None)
    if at is None or not key_of(text.words[at]) or text.words[at].clause != word.clause:
        return
    passive = any(one.said in BE for one in near)
    perfect = near[0].said == "have"
    if perfect and any(one.said in _SOONER for one in text.words[first : first + _WITHIN]):
        return  # what should have been done earlier was done late
    if word.said in ALLOWED and key_of(text.words[at]) in _KEEP:
        return  # who was allowed to keep something kept it
    if not _is_done_by_word(text, word, at):
        yield Led(word, text.words[at], at, passive, perfect)


def is_beside(word: Word) -> bool:
    """Whether a word may stand between what leads to a verb and the verb."""
    return word.said in _BESIDE or word.said.endswith("ly")


def _after(text: Text, at: int) -> int | None:
    """Where what a word has not done yet begins: after “will”, after the *to* of “tried to”."""
    word = text.words[at]
    if word.said in TO_COME:
        return at + 1
    if text.language == "ru":
        return at + 1 if word.said in TRIED else None
    before = text.words[at - 1].said if at else ""
    reach = _REACH + 1
    if word.said in IS or word.said in LED_NEXT or word.said in _AIM:
        reach = 1  # “is to be opened”, “has yet to open”, “an effort to open”
    elif word.said == "too":
        reach = 2
    elif word.said == "obliged" and before in _FELT:
        return None  # what somebody was obliged to do, as he was forced to, he did
    elif not (
        (word.said == "until" and before in HAVE)
        or (word.said == "right" and before in OWN)
        or (leads(word) and (before, word.said) != ("in", "order"))
    ):
        return None
    near = text.words[at + 1 : at + 1 + reach]
    for n, one in enumerate(near, at + 1):
        led = text.words[n + 1 : n + 2]
        if one.said != "to" or one.clause != word.clause or not led:
            continue
        if is_beside(led[0]) or key_of(led[0]):
            return n + 1
    return None


def _infinitive(text: Text, at: int) -> Iterator[Led]:
    """An infinitive in Russian, unless its clause has a word that says that it was done."""
    verb = text.words[at]
    if _INFINITIVE.fullmatch(verb.said) is None:
        return
    clause = [word for word in text.words if word.clause == verb.clause]
    if any(word.said.startswith(DONE_RUSSIAN) for word in clause):
        return
    near = [word for word in text.words[max(0, at - _REACH) : at] if word.clause == verb.clause]
    lead = next((word for word in reversed(near) if word.stem), None)
    if lead is not None and not any(_is_done_by_word(text, word, at) for word in near):
        yield Led(lead, verb, at)


def _gerund(text: Text, at: int) -> Iterator[Led]:
    """A form in *-ing* that what stands before it puts off, plans or prevents."""
    verb = text.words[at]
    if not verb.said.endswith("ing"):
        return
    before = [w for w in text.words[max(0, at - _REACH - 1) : at] if w.clause == verb.clause]
    if not before:
        return
    last = before[-1]
    led = last if root(last.said) in _GERUND or last.said in APPROVED else None
    if last.said in OF:
        led = next((word for word in before[:-1] if root(word.said) in _GERUND_AFTER), None)
    elif [word.said for word in before[-2:]] in (["put", "off"], ["putting", "off"]):
        led = last
    if led is not None and not _is_done_by_word(text, led, at):
        yield Led(led, verb, at)


def _demanded(text: Text, lead: int) -> Iterator[Led]:
    """What was demanded that somebody do, or that *be* done."""
    word = text.words[lead]
    if not demands(word):
        return
    near = text.words[lead + 1 : lead + 1 + _WITHIN]
    if not near or near[0].said != "that":
        return
    for at, verb in enumerate(near[1:], lead + 2):
        passive = text.words[at - 1].said in BE
        is_bare = not verb.said.endswith(("ed", "ing", "s")) and not is_irregular(verb.said)
        if (is_bare or passive) and verb.clause == word.clause and key_of(verb):
            yield Led(word, verb, at, passive)


def _is_done_by_word(text: Text, decides: Word, at: int) -> bool:
    """Whether to decide to do what a verb says is to do it: “voted to adopt the law”."""
    if not decides.said.startswith(DECIDING):
        return False
    verb = key_of(text.words[at])
    verbs, whats = _BY_WORD_OF[text.language]
    near = text.words[at + 1 : at + 1 + _WITHIN]
    return verb in _BY_WORD[text.language] or (
        verb in verbs and any(root(word.said) in whats for word in near)
    )
