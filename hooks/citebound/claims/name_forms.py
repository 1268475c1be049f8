"""Words as names are compared: by forms in which endings of case and possessives are left off.

A form is small letters, without marks on them, without the points of an abbreviation, without
’s, without the plural ``s``, for Cyrillic without the endings of the cases, and *organisation* as
*organization*. Two words with one form are one name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from citebound.text.folding import unmarked
from citebound.text.patterns import Pattern

_WORD = Pattern(
    r"(?:\p{Lu}\.){2,}|\p{Lu}\.(?= \p{Lu}\p{Ll})|[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}]+)*"
)
"""A word: with its apostrophes, or initials with their points."""

_APOSTROPHES = "'’ʼ"
_CYRILLIC = Pattern(r"\p{Script=Cyrillic}")
_CASES = Pattern(r"(?:ами|ями|ого|его|ому|ему|ыми|ими|ой|ей|ою|ею|ом|ем|ым|им|ах|ях|ам|ям|ых|их)\Z")
_VOWELS = "аеёиоуыэюяйьъ"
_DIRECTIONS = {"northern": "north", "southern": "south", "eastern": "east", "western": "west"}
_LEAST = 3


class Word(NamedTuple):
    """A word in a text: where it is, its form, whether it has a capital, whether it is a
    possessive, which ends a name, and whether it has capitals only, or at least as many as small
    letters (MoU), as an abbreviation has.
    """

    start: int
    end: int
    form: str
    capital: bool
    possessive: bool
    upper: bool


@lru_cache(maxsize=50_000)
def form_of(word: str) -> tuple[str, bool]:
    """The form of a word, and whether it is a possessive."""
    possessive = len(word) > 1 and word[-1] in "sS" and word[-2] in _APOSTROPHES
    bare = word[:-2] if possessive else word
    form = bare if bare.isascii() else unmarked(bare).text
    form = form.replace(".", "").casefold().replace("isation", "ization")
    if not form.isascii() and _CYRILLIC.search(form):
        short = _CASES.sub("", form)
        short = (short if len(short) >= _LEAST else form).rstrip(_VOWELS)
        form = short if len(short) >= _LEAST else form
    elif len(form) > _LEAST and form.endswith("s") and not form.endswith("ss"):
        form = form[:-1]
    return _DIRECTIONS.get(form, form), possessive


def _forms(words: str) -> frozenset[str]:
    return frozenset(form_of(word)[0] for word in words.split())


CALENDAR = _forms(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep "
    "sept oct nov dec mon tue tues wed thu thur fri sat sun"
)
"""Months and weekdays, which are figures and not names."""

NEVER = _forms(
    "a an and as at both but by during each either every few for from he her here hers him his "
    "how i i'm i’m i'd i’d i've i’ve i'll i’ll if in into it its many me more most my neither no "
    "none nor not of on one or other others our perhaps several she since so some such than that "
    "the their them then there these they this those though three thus to two under until upon us "
    "we what when where whether which while who whom whose why with within without yes yet you "
    "your я он она они мы вы это эта этот эти в во на о об от из к с со по за и а но не как что "
    "при для его её их если когда где хотя также однако"
)
"""Words that are no names even where they have a capital."""

TITLES = _forms(
    "president prime minister chancellor king queen prince princess emperor empress pope sir dame "
    "lord lady general lieutenant colonel major captain commander admiral marshal sergeant "
    "secretary deputy vice acting senator representative speaker governor mayor ambassador "
    "professor judge justice chairman chairwoman chair chief director dr doctor foreign defence "
    "defense senior former bishop archbishop spokesman spokeswoman "
    "президент премьер министр генерал профессор посол"
)
"""Titles that stand before a name; each is compared apart from it."""

_SMALL_TOO = frozenset(("us", "who", "it"))
"""Abbreviations that are other words in small letters: the US is not “us”."""

COURTESY = _forms("mr mrs ms miss mx messrs madam mme mister г-н г-жа")
"""Forms of address, which are not compared."""


@lru_cache(maxsize=4096)
def words_in(text: str) -> tuple[Word, ...]:
    """The words of a text, in order. Several rules ask for those of the same texts."""
    return tuple(
        [Word._make((*match.span(), *_known_word(match.group()))) for match in _WORD.finditer(text)]
    )


@lru_cache(maxsize=50_000)
def _known_word(word: str) -> tuple[str, bool, bool, bool]:
    """What is known of a word wherever it stands: its form, and what :class:`Word` says of it."""
    form, possessive = form_of(word)
    capital = word[0].isupper() or word[0].istitle()
    upper = capital and len(form) > 1 and _is_short(word)
    if upper and form in _SMALL_TOO:
        form = form.upper()
    return form, capital, possessive, upper


def _is_short(word: str) -> bool:
    """Whether a word is written as an abbreviation is: MoU, but not Ivan."""
    large = sum(map(str.isupper, word))
    return word.isupper() or (large > 1 and large >= sum(map(str.islower, word)))


def is_joined(gap: str) -> bool:
    """Whether what is between two words lets them be one name: one space, or a hyphen."""
    return gap in (" ", "\u00a0", "\u202f", "-", "\u2010", "\u2011")


def spans_of(words: Sequence[Word], text: str) -> Iterator[list[Word]]:
    """The runs of words with capitals: each is one name, or several that touch."""
    run: list[Word] = []
    for word in words:
        if run and not (
            word.capital and not run[-1].possessive and is_joined(text[run[-1].end : word.start])
        ):
            yield run
            run = []
        if word.capital:
            run.append(word)
    if run:
        yield run
