"""Verbs of saying in a text: where one has what is said, and which name it follows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from citebound.claims.name_forms import Word
from citebound.claims.own_words import QUOTED
from citebound.claims.saying import BETWEEN, SAYING, WITH_THAT
from citebound.text.patterns import Pattern

_VERBS = frozenset(form for verbs in SAYING.values() for verb in verbs for form in verb.split())
_THAT = frozenset(form for verbs in WITH_THAT.values() for verb in verbs for form in verb.split())
EVERY_VERB = _VERBS | _THAT
"""The forms of all verbs of saying."""


_IS = frozenset({"is", "are", "was", "were"})
_TO_SAY = tuple(
    map(
        str.split, ("reported to", "said to", "quoted as", "cited as", "reported as", "recorded as")
    )
)
_TOLD_OF = frozenset({"said", "thought", "believed"})

_MEANWHILE = (
    r"(?:[\s\1]+(?:out|\p{Ll}+ly|yesterday|today|again"
    r"|on (?:\p{Lu}\p{L}+day|\p{N}{1,2} \p{Lu}\p{L}+|\p{Lu}\p{L}+ \p{N}{1,2})(?:,? \p{N}{4})?"
    r"|(?:last|this) (?:week|month|year|\p{Lu}\p{L}+)|in (?:\p{Lu}\p{L}+ )?\p{N}{4}|in \p{Lu}\p{L}+"
    r"|(?:in|at|on) (?:an?|the|his|her|its|their) (?:\p{Ll}+ ){0,2}(?:letter|statement|report|post"
    r"|tweet|speech|book|interview|article|meeting|conference|briefing|message|radio|television"
    r"|committee|parliament|court)"
    r"|to (?:the |an? |his |her )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,3}"
    r"|(?:the )?(?:reporters|journalists|press|paper))\b){0,3}"
)
"""When, where and to whom, between a verb and what is said: “wrote on Monday that”."""

_FOLLOWS = Pattern(
    rf"{_MEANWHILE}[\s\1]*(?:that\b|что\b)"
    r"|[\s\1]*(?:that\b|what\b|how\b|[,:\0]|\Z|on (?:what|how|whether)\b|whether\b|why\b|что\b)"
)
_WITHOUT_THAT = Pattern(
    r"[\s\1]+(?:(?:I|he|she|they|we|there)\b"
    r"|(?:it|nobody|nothing|everybody|everyone|everything|somebody|someone|something|police)"
    r" (?:(?:also|still|never|not|now|\p{Ll}+ly) )?"
    r"(?:is|are|was|were|has|have|had|will|would|can|cannot|could|should|must|may|might|did|does)"
    r" [\p{Ll}\p{N}]"
    r"|(?:the|an?|its|his|her|their|our|no|some|these|those|this|two|three|four|five|six|seven|"
    r"eight|nine|ten|\p{N}+|\p{Lu}[\p{L}'’-]*)"
    r"(?: (?!(?:who|which|that|whom|whose|and|or|but|to|when|where|as|if|because|after|before|"
    r"while|for|from|by|with|than|was|were|had|been|the|an?|its|his|her|their)\b)[\p{L}\p{N}'’-]+){0,5}"
    r" (?:is|are|was|were|has|have|had|will|would|can|could|should|must) \p{L})"
)
"""A clause right after a verb that says something with *that* left out."""

_HAS_VERB = frozenset(
    ("is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "must",
     "should", "may", "might", "did", "does")
)  # fmt: skip

_STOPS = Pattern(r"[\s\1]*[.;!?…]")
_QUOTED_BEFORE = Pattern(
    r"\0[\s\1]*(?:,\s*|(?=\p{Lu}|he |she |they |the ))(?:[\p{L}'’-]+\s){1,5}\Z"
)
_CLAUSE_BEFORE = Pattern(
    r"(?:\A|[.!?…;:\n]\s)"
    r"(?:(?!(?:and|but|while|as|when|if|who|which|after|before)\b)[\p{L}\p{N}'’-]+ )"
    r"{2,24}[\p{L}\p{N}'’-]+, (?!and\b|but\b|while\b|who\b|which\b)(?:[\p{L}'’-]+ ){1,5}\Z"
)
"""What somebody says, before a comma and a name: “the dam is full, Lee claimed”."""

_CLAUSE_LOOK = 240

_BESIDE = Pattern(r"[\s\1]*|[\s\1]*,\s+(?=who)")

_ASIDE = Pattern(
    r"[\s\1]*(?:,\s[^,;:.!?\n\0()—–]{2,120},|,\s(?:who|which|который|которая)\s[^;:.!?\n\0()—–]{2,160},"
    r"|\([^()\n\0]{1,120}\)|[—–][^;:.!?\n\0()—–]{2,120}[—–])"
)
"""What is told of a name between two commas, dashes or brackets."""


class SpokenWords:
    """Words of a text, with their plain small letters."""

    def __init__(self, text: str, words: Sequence[Word]) -> None:
        self.text = text
        self.words = words
        self.small = [text[word.start : word.end].casefold() for word in words]
        self.every = frozenset(self.small)
        self.has_verb = not EVERY_VERB.isdisjoint(self.every)

    @cached_property
    def quoted(self) -> list[int]:
        """Where its quotations are."""
        if QUOTED not in self.text:
            return []
        return [at for at, letter in enumerate(self.text) if letter == QUOTED]


def says_something(words: SpokenWords, at: int) -> bool:
    """Whether what is said follows a verb, with *that* or without, or is a quotation before it."""
    text, (start, end) = words.text, words.words[at][:2]
    if _FOLLOWS.match(text, end) or _WITHOUT_THAT.match(text, end):
        return True
    if not _STOPS.match(text, end):
        return False
    if _QUOTED_BEFORE.search(text, max(0, start - 60), start):
        return True
    clause = _CLAUSE_BEFORE.search(text, max(0, start - _CLAUSE_LOOK), start)
    return clause is not None and not _HAS_VERB.isdisjoint(clause.group().casefold().split())


GIVEN_BEFORE = r"(?:[,!?][\s\1]*|\0[\s\1]*,?[\s\1]*|\b[Кк]ак\s)(?:[—–-][\s\1]*)?"
"""What is said ends there, and who says it follows."""

_GIVEN_BEFORE = Pattern(rf"{GIVEN_BEFORE}\Z")
_NAMED_NEXT = Pattern(
    r"\s(?:(?:the|an?|its|his|her|former|\p{Ll}+)\s){0,4}(?P<name>\p{Lu}[\p{L}’'.-]*"
    r"(?:\s\p{Lu}[\p{L}’'-]*){0,4})"
)
NAME_ENDS = Pattern(r"(?:[\s\1]*(?:[.,;:!?)\n—–]|\Z)| (?:and|and the|и) \p{L})")


def inverted_at(words: SpokenWords, at: int) -> bool:
    """Whether a verb stands between what is said and a name: “the dam is full, admitted Lee”."""
    start, end = words.words[at][:2]
    if not _GIVEN_BEFORE.search(words.text, max(0, start - 8), start):
        return False
    named = _NAMED_NEXT.match(words.text, end)
    return named is not None and NAME_ENDS.match(words.text, named.end()) is not None


def is_verb(words: SpokenWords, at: int) -> bool:
    """Whether a word is a verb of saying there."""
    small = words.small[at]
    if small in _THAT:
        return says_something(words, at)
    # "said to be ill" tells of him, and not what he said.
    is_told = small in _TOLD_OF and words.text.startswith((" to ", " by "), words.words[at].end)
    return small in _VERBS and not is_told


def is_any_verb(words: SpokenWords, at: int) -> bool:
    """Whether a word is a verb of saying there, also one that says something only with *that*."""
    return words.small[at] in _THAT or is_verb(words, at)


def apposition_ends(
    words: SpokenWords, at: int, end: int, is_said: Callable[[SpokenWords, int], bool]
) -> int | None:
    """The verb of saying right after what is told of a name between two commas, dashes or
    brackets: “Bob Ray, a banker from the north, said”.
    """
    aside = _ASIDE.match(words.text, end)
    if aside is None:
        return None
    after = next(
        (n for n in range(at, len(words.words)) if words.words[n].start >= aside.end()), None
    )
    return None if after is None else verb_after(words, after, aside.end(), is_said)


def verb_after(
    words: SpokenWords,
    at: int,
    end: int,
    is_said: Callable[[SpokenWords, int], bool] = is_verb,
) -> int | None:
    """The verb of saying right after an offset, which the word at ``at`` follows."""
    while at < len(words.words):
        gap = words.text[end : words.words[at].start]
        if not _BESIDE.fullmatch(gap):
            return None
        if is_said(words, at):
            return at
        if words.small[at] in _IS and words.small[at + 1 : at + 3] in _TO_SAY:
            at += 2
        elif words.small[at] not in BETWEEN:
            return None
        end = words.words[at].end
        at += 1
    return None
