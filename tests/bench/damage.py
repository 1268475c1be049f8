"""Damaging changes: each makes other words of a quotation, or takes away what limits it.

A change is a function of a passage, dice and the words of its text; it answers the changed
quotation, or ``None`` where the passage has nothing to change.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Sequence

from bench.passages_of import Passage

_WORD = re.compile(r"[^\s“”«»\"().,;:!?၊။…]+")
_DIGIT = re.compile(r"[0-9၀-၉]")
_NUMBER = re.compile(r"(?<![\w.,])[-−+]?[0-9၀-၉]+(?:[.,][0-9၀-၉]+)?(?![\w])")
_POINT = re.compile(r"(?<=[0-9၀-၉])[.,](?=[0-9၀-၉])")
_PUNCTUATION = re.compile(r"[,;:!?()%$€–—၊။]|(?<=\w)[-\u2011](?=\w)|\.(?= )")
_NEGATION = {
    "en": re.compile(r" (?:not|never|no)(?= )|n’t(?= )"),
    "ru": re.compile(r"(?<= )(?:не|никогда) "),
    "my": re.compile(r"မ(?=[က-အ])(?!မ|[^ ]*များ)"),
}
_TONES = re.compile("[့း](?=[က-အ])")

Change = Callable[[Passage, random.Random, Sequence[str]], str | None]


def _inner(passage: Passage) -> list[re.Match[str]]:
    """The words of a passage except the first and the last."""
    return list(_WORD.finditer(passage.words))[1:-1]


def _put(words: str, start: int, end: int, instead: str) -> str:
    return words[:start] + instead + words[end:]


def word_replaced(passage: Passage, dice: random.Random, others: Sequence[str]) -> str | None:
    """Another word, or the same with one letter changed (now for not)."""
    inner = _inner(passage)
    if not inner:
        return None
    word = dice.choice(inner)
    if dice.random() < 0.4:
        letters = [i for i, c in enumerate(word.group()) if c.isalpha()]
        if not letters:
            return None
        at = word.start() + dice.choice(letters)
        other = dice.choice([c for c in "".join(others[:50]) if c.isalpha()])
        return _put(passage.words, at, at + 1, other)
    return _put(passage.words, *word.span(), dice.choice(others))


def word_dropped(passage: Passage, dice: random.Random, _: Sequence[str]) -> str | None:
    inner = [w for w in _inner(passage) if passage.words[w.end() : w.end() + 1] == " "]
    if not inner:
        return None
    word = dice.choice(inner)
    return _put(passage.words, word.start(), word.end() + 1, "")


def word_doubled(passage: Passage, dice: random.Random, _: Sequence[str]) -> str | None:
    inner = _inner(passage)
    if not inner:
        return None
    word = dice.choice(inner)
    return _put(passage.words, *word.span(), f"{word.group()} {word.group()}")


def words_swapped(passage: Passage, dice: random.Random, _: Sequence[str]) -> str | None:
    words = list(_WORD.finditer(passage.words))
    if len(words) < 2:
        return None
    at = dice.randrange(len(words) - 1)
    one, other = words[at], words[at + 1]
    between = passage.words[one.end() : other.start()]
    return _put(passage.words, one.start(), other.end(), other.group() + between + one.group())


def negation_dropped(passage: Passage, dice: random.Random, _: Sequence[str]) -> str | None:
    found = list(_NEGATION[passage.language].finditer(passage.words))
    return _put(passage.words, *dice.choice(found).span(), "") if found else None


def negation_cut(passage: Passage, dice: random.Random, _: Sequence[str]) -> str | None:
    """A cut, or an insertion of ours, in the place of a negation."""
    for word in _inner(passage):
        limits = {"en": ("not", "never", "no"), "ru": ("не", "никогда")}.get(passage.language)
        if limits is None:
            negated = _NEGATION["my"].match(word.group()) is not None
        else:
            negated = word.group() in limits
        if negated:
            ours = {"en": "[still]", "ru": "[всё же]", "my": "[တကယ်]"}[passage.language]
            return _put(passage.words, *word.span(), dice.choice(["[…]", "[...]", ours]))
    return None


def digit_changed(passage: Passage, dice: random.Random, _: Sequence[str]) -> str | None:
    digits = list(_DIGIT.finditer(passage.words))
    if not digits:
        return None
    digit = dice.choice(digits)
    row = "0123456789" if digit.group().isascii() else "၀၁၂၃၄၅၆၇၈၉"
    return _put(passage.words, *digit.span(), dice.choice(row.replace(digit.group(), "")))


def sign_changed(passage: Passage, dice: random.Random, _: Sequence[str]) -> str | None:
    """A sign dropped, turned round, or put before a number that has none."""
    numbers = list(_NUMBER.finditer(passage.words))
    if not numbers:
        return None
    number = dice.choice(numbers)
    bare = number.group().lstrip("-−+")
    signs = ["", "-", "−", "+"]
    mine = number.group()[: len(number.group()) - len(bare)]
    other = dice.choice([sign for sign in signs if sign != mine])
    return _put(passage.words, *number.span(), other + bare)


def point_changed(passage: Passage, dice: random.Random, _: Sequence[str]) -> str | None:
    """A decimal point dropped, moved, turned into a space or into the other mark."""
    points = list(_POINT.finditer(passage.words))
    if not points:
        return None
    at = dice.choice(points).start()
    words = passage.words
    other = "," if words[at] == "." else "."
    moved = words[at + 1] + words[at]
    return dice.choice(
        [
            _put(words, at, at + 1, ""),
            _put(words, at, at + 1, " "),
            _put(words, at, at + 1, other),
            _put(words, at, at + 2, moved),
        ]
    )


def case_changed(passage: Passage, dice: random.Random, _: Sequence[str]) -> str | None:
    letters = [i for i, c in enumerate(passage.words) if c.swapcase() != c]
    if not letters:
        return None
    at = dice.choice(letters)
    return _put(passage.words, at, at + 1, passage.words[at].swapcase())


def accent_changed(passage: Passage, dice: random.Random, _: Sequence[str]) -> str | None:
    """An accent dropped, or one put on a vowel; in Burmese, a tone mark dropped."""
    words = passage.words
    if passage.language == "my":
        tones = list(_TONES.finditer(words))
        return _put(words, *dice.choice(tones).span(), "") if tones else None
    plain = {i: unicodedata.normalize("NFD", c)[0] for i, c in enumerate(words) if c.isalpha()}
    accented = [i for i, c in plain.items() if c != words[i]]
    if accented and dice.random() < 0.7:
        at = dice.choice(accented)
        return _put(words, at, at + 1, plain[at])
    vowels = [i for i, c in enumerate(words) if c in "aeiouаеиоу"]
    if not vowels:
        return None
    at = dice.choice(vowels)
    return _put(
        words, at, at + 1, unicodedata.normalize("NFC", words[at] + dice.choice("\u0301\u0308"))
    )


def punctuation_changed(passage: Passage, dice: random.Random, _: Sequence[str]) -> str | None:
    """A mark dropped, or replaced by another, or a comma put after a word."""
    words = passage.words
    marks = [m for m in _PUNCTUATION.finditer(words) if 0 < m.start() < len(words) - 1]
    if marks and dice.random() < 0.75:
        mark = dice.choice(marks)
        others = [c for c in ("", ",", ";", "–", "၊") if c != mark.group()]
        return _put(words, *mark.span(), dice.choice(others))
    inner = [w.end() for w in _inner(passage) if words[w.end() : w.end() + 1] == " "]
    return _put(words, (at := dice.choice(inner)), at, dice.choice(",;:!")) if inner else None


def end_inside_word(passage: Passage, dice: random.Random, _: Sequence[str]) -> str | None:
    """One end moved into the word it stands at, or outwards into the next one."""
    words = list(_WORD.finditer(passage.words))
    if len(words) < 3:
        return None
    first, last = words[0], words[-1]
    if dice.random() < 0.5:
        if len(first.group()) < 2:
            return None
        return passage.words[first.start() + dice.randrange(1, len(first.group())) :]
    if len(last.group()) < 2:
        return None
    return passage.words[: last.start() + dice.randrange(1, len(last.group()))]


def parts_reordered(passage: Passage, dice: random.Random, _: Sequence[str]) -> str | None:
    """Two parts of a passage around a cut, the later one first."""
    gaps = [m.start() for m in re.finditer(" ", passage.words)]
    if len(gaps) < 5:
        return None
    one = dice.randrange(1, len(gaps) - 2)
    other = dice.randrange(one, len(gaps) - 1)
    head, tail = passage.words[: gaps[one]], passage.words[gaps[other] + 1 :]
    return f"{tail} {dice.choice(['[…]', '[...]'])} {head}"


def spans_joined(passage: Passage, dice: random.Random, _: Sequence[str]) -> str | None:
    """Two parts of a passage with what stands between them left out without a cut."""
    gaps = [m.start() for m in re.finditer(" ", passage.words)]
    if len(gaps) < 5:
        return None
    one = dice.randrange(1, len(gaps) - 3)
    other = dice.randrange(one + 2, len(gaps))
    return passage.words[: gaps[one]] + passage.words[gaps[other] :]


DAMAGE: dict[str, Change] = {
    "a word replaced": word_replaced,
    "a word dropped": word_dropped,
    "a word doubled": word_doubled,
    "two words swapped": words_swapped,
    "a negation dropped": negation_dropped,
    "a negation cut out or replaced": negation_cut,
    "a digit changed": digit_changed,
    "a sign changed": sign_changed,
    "a decimal point changed": point_changed,
    "case changed": case_changed,
    "an accent changed": accent_changed,
    "punctuation changed": punctuation_changed,
    "an end inside a word": end_inside_word,
    "parts reordered around a cut": parts_reordered,
    "two spans joined without a cut": spans_joined,
}
"""Every damaging change by its name in the table."""

ONE_WORD = frozenset({"a word replaced"})
"""The changes whose hint must name the true passage."""
