"""Where the evidence has a verb that nobody has done yet, or at all, and our words tell it as done.

Verbs are compared by their root, in all their forms. What the evidence says of a verb is told by
what leads to it: *to* after “wants”, a form in *-ing* after “put off”, in Russian any infinitive
but those after a word that says that it was done. Where the evidence tells the verb as done
anywhere, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citebound.claims.limit_words import Word
from citebound.claims.limiting import Text
from citebound.claims.otherwise import Otherwise
from citebound.text.limiting import AS_GOOD_AS_NOT, Limit
from citebound.text.pasts import PASTS, UNCHANGED, root
from citebound.text.patterns import Pattern
from citebound.text.undone import (
    APPROVED,
    BY_WORD,
    DECIDING,
    DEMANDED,
    DONE_RUSSIAN,
    GERUND,
    GERUND_AFTER,
    LED_NEXT,
    LED_TO,
    OF,
    TO_COME,
    TRIED,
)

IS = frozenset(("was", "were", "been", "is", "are", "был", "была", "было", "были"))
_WOULD = frozenset(("would", "should", "could", "might", "must", "ought"))
_HAVE = frozenset(("has", "have", "had"))
_SOONER = frozenset(("earlier", "sooner", "faster", "better", "more"))
_LATER = frozenset((
    "until", "till", "before", "unless", "more", "less", "only", "just", "merely", "simply",
))  # fmt: skip
"""With one of these, who did not do something may have done it: “did not end until May”."""

_OWN = frozenset(("the", "a", "any", "no", "its", "his", "her", "their"))
_BESIDE = frozenset(("be", "have", "been", "not", "never", "also", "быть", "не"))
"""What may stand between *to* and its verb, besides adverbs."""

_NO_VERBS = frozenset((
    "the", "his", "her", "its", "their", "our", "this", "that", "these", "those", "was", "were",
    "and", "for", "but", "who", "all", "both", "each", "any", "some", "one", "two", "has", "had",
    "which", "what", "not", "with", "from", "been", "она", "они", "его", "как", "что", "это",
))  # fmt: skip
_IRREGULAR = frozenset((*PASTS.values(), *UNCHANGED))
_NOT_PAST = frozenset((
    "to", "will", "would", "shall", "should", "may", "might", "can", "could", "must", "not", "did",
    "do", "does",
))  # fmt: skip
_PAST = ("л", "ла", "ло", "ли", "лся", "лась", "лось", "лись")
_PAST_BARE = Pattern(r"\p{L}+[её][сзгк]")
"""A past in Russian without an ending: снёс, сжёг, увёз."""

_INFINITIVE = Pattern(r"\p{L}{2,}(?:ть|ти|чь)(?:с[яь])?")
_REACH = 3
_WITHIN = 8
_MOST = 8
"""So many places of a verb are looked at, at most."""

_DENYING = frozenset(map(root, AS_GOOD_AS_NOT))

_Lead = tuple[Word, Word, bool, bool]
"""What leads to a verb, the verb, and whether it is passive or in the perfect."""


def not_done(ours: Text, text: Text, others: Sequence[Text]) -> tuple[str, Word, Word] | None:
    """What leads in the evidence to a verb that is not done, the verb, and where ours tell it."""
    led = (*_to_come(text), *_denied(ours, text))
    if not led:
        return None
    every = (ours, text, *others)
    mine = {_key(word) for word in ours.words}
    places: dict[int, dict[str, list[int]]] = {}
    for word, verb, passive, perfect in led:
        key = _key(verb)
        if key not in mine or _is_led(ours, key):
            continue
        places = places or {id(one): _by_verb(one) for one in every}
        done = {
            id(one): next((n for n in places[id(one)].get(key, ())[:_MOST]
                           if _is_done(one, n, verb, passive, perfect)), None)
            for one in every
        }  # fmt: skip
        here = done.pop(id(ours))
        if here is not None and all(n is None for n in done.values()):
            return word.said, verb, ours.words[here]
    return None


def leads(word: Word) -> bool:
    """Whether what follows a word need not be done."""
    return word.said in TO_COME or word.said in TRIED or root(word.said) in _LED_TO


def verb_of(word: Word) -> str:
    """What a verb is known by in all its forms."""
    return root(word.said) if word.stem or word.said in _IRREGULAR else ""


_LED_TO = frozenset(map(root, LED_TO))
_DEMANDED = frozenset(map(root, DEMANDED))
_GERUND = frozenset(map(root, GERUND))
_GERUND_AFTER = frozenset(map(root, GERUND_AFTER))


def _is_led(ours: Text, key: str) -> bool:
    """Whether ours have such a lead or an intention themselves, which is not the verb."""
    return any(
        _key(word) != key and (leads(word) or Limit.PLAN in (word.limit, *word.also))
        for word in ours.words
    )


def _key(word: Word) -> str:
    """What a verb is known by, a short one too: ban, end."""
    short = len(word.said) >= len("ban") and word.said.isalpha() and word.said not in _NO_VERBS
    return verb_of(word) or (root(word.said) if short else "")


def _to_come(text: Text) -> Iterator[_Lead]:
    """The verbs of a text that are to come, each with what leads to it."""
    for at, word in enumerate(text.words):
        first = _after(text, at)
        if first is not None:
            yield from _led(text, word, first)
        elif text.language == "ru":
            yield from _infinitive(text, at)
        elif text.language == "en":
            yield from _gerund(text, at)
            yield from _demanded(text, at)


def _led(text: Text, word: Word, first: int) -> Iterator[_Lead]:
    """The verb that begins at an index or shortly after it."""
    near = text.words[first : first + _REACH]
    verb = next((one for one in near if not _is_beside(one)), None)
    if verb is None or not _key(verb) or verb.clause != word.clause:
        return
    passive = any(one.said in ("be", "быть") for one in near)
    perfect = near[0].said == "have"
    if perfect and any(one.said in _SOONER for one in text.words[first : first + _WITHIN]):
        return  # what should have been done earlier was done late
    if not _is_done_by_word(text, word, verb):
        yield word, verb, passive, perfect


def _is_beside(word: Word) -> bool:
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
    if word.said in IS or word.said in LED_NEXT:
        reach = 1  # “is to be opened”, “has yet to open”
    elif word.said == "too":
        reach = 2
    elif not (
        (word.said == "until" and before in _HAVE)
        or (word.said == "right" and before in _OWN)
        or (leads(word) and (before, word.said) != ("in", "order"))
    ):
        return None
    near = text.words[at + 1 : at + 1 + reach]
    for n, one in enumerate(near, at + 1):
        led = text.words[n + 1 : n + 2]
        if one.said != "to" or one.clause != word.clause or not led:
            continue
        if _is_beside(led[0]) or _key(led[0]):
            return n + 1
    return None


def _infinitive(text: Text, at: int) -> Iterator[_Lead]:
    """An infinitive in Russian, unless its clause has a word that says that it was done."""
    verb = text.words[at]
    if _INFINITIVE.fullmatch(verb.said) is None:
        return
    clause = [word for word in text.words if word.clause == verb.clause]
    if any(word.said.startswith(DONE_RUSSIAN) for word in clause):
        return
    near = [word for word in text.words[max(0, at - _REACH) : at] if word.clause == verb.clause]
    lead = next((word for word in reversed(near) if word.stem), None)
    if lead is not None and not any(_is_done_by_word(text, word, verb) for word in near):
        yield lead, verb, False, False


def _gerund(text: Text, at: int) -> Iterator[_Lead]:
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
    if led is not None and not _is_done_by_word(text, led, verb):
        yield led, verb, False, False


def _demanded(text: Text, at: int) -> Iterator[_Lead]:
    """What was demanded that somebody do."""
    word = text.words[at]
    if root(word.said) not in _DEMANDED:
        return
    near = text.words[at + 1 : at + 1 + _WITHIN]
    if not near or near[0].said != "that":
        return
    for verb in near[1:]:
        is_bare = not verb.said.endswith(("ed", "ing", "s")) and verb.said not in PASTS
        if is_bare and verb.clause == word.clause and _key(verb):
            yield word, verb, False, False


def _denied(ours: Text, text: Text) -> Iterator[_Lead]:
    """The verb right after *not*, where our form of it may be taken for a negation itself: “did not
    ban”, “banned”.
    """
    if any(word.limit is Limit.NOT for word in ours.words):
        return
    if any(word.said in _LATER for word in text.words):
        return
    for at in text.plain_denials:
        near = text.words[at + 1 : at + _REACH]
        verb = next((one for one in near if not _is_beside(one)), None)
        if verb is None or verb.clause != text.words[at].clause:
            continue
        is_one = _key(verb) in _DENYING or not verb.stem
        if is_one and not Otherwise(text, (ours,)).says_together(at):
            yield text.words[at], verb, False, True


def _is_done_by_word(text: Text, decides: Word, verb: Word) -> bool:
    """Whether to decide so is to do it: “voted to adopt the law”."""
    return decides.said.startswith(DECIDING) and _key(verb).startswith(BY_WORD[text.language])


def _by_verb(text: Text) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for at, word in enumerate(text.words):
        if _key(word):
            found.setdefault(_key(word), []).append(at)
    return found


def _is_done(text: Text, at: int, verb: Word, passive: bool, perfect: bool) -> bool:  # noqa: FBT001
    """Whether a word is a verb of the evidence, told as done."""
    word = text.words[at]
    before = [one.said for one in text.words[max(0, at - _REACH) : at]]
    if "have" in before and not _WOULD.isdisjoint(before):
        return False
    if passive:
        return at > 0 and text.words[at - 1].said in IS
    if word.said in PASTS:
        return True
    if word.said in UNCHANGED:
        return at > 0 and text.words[at - 1].said not in _NOT_PAST
    if text.language == "en":
        return word.said.endswith("ed") and (perfect or not verb.said.endswith("ed"))
    is_past = word.said.endswith(_PAST) or _PAST_BARE.fullmatch(word.said) is not None
    return is_past and (perfect or not verb.said.endswith(_PAST))
