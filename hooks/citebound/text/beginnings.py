"""By which letters the words of a list begin: most texts have no word that begins so, and then the
expression of the list need neither be compiled nor looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import product

from citebound.text.common import in_small_letters, is_common

_LEAST, _MOST = 3, 8
_START = re.compile(rf"(?:\[[^\W\d_]+\]|[^\W\d_]){{{_LEAST},{_MOST}}}(?![?*{{])")
"""So many letters, or choices of letters, of which none may be left out."""

_LETTER = re.compile(r"\[(\w+)\]|(\w)")
_WORD = re.compile("[a-z\xaa\xb5\xba\xdf-\xf6\xf8-\u024f\u0400-\u045f\u0490\u0491]+")


class Beginnings:
    """How the alternatives of some patterns begin: each with three letters or more at the start of
    a word, before which a lookbehind may stand.
    """

    def __init__(self, *patterns: str) -> None:
        self._patterns = patterns

    @cached_property
    def letters(self) -> tuple[str, ...]:
        """The first letters of each alternative, in small letters."""
        return tuple({letters for words in self._patterns for letters in _first_letters(words)})

    @cached_property
    def _first(self) -> frozenset[str]:
        return frozenset(letters[:_LEAST] for letters in self.letters)

    def may_be_in(self, text: str) -> bool:
        """Whether a text may have one of them, in small letters or capitals."""
        words, first = words_in(text), _beginnings_in(text)
        if words is None or first is None:
            return True
        # most texts have none even of the first three letters
        return not first.isdisjoint(self._first) and any(
            word.startswith(self.letters) for word in words
        )


def _first_letters(words: str) -> Iterator[str]:
    for alternative in _alternatives(words):
        if not alternative.startswith("("):
            start = _START.match(alternative)
            if start is None:
                message = f"{alternative!r} does not begin with {_LEAST} letters"
                raise ValueError(message)
            choices = [one or other for one, other in _LETTER.findall(start.group())]
            yield from (in_small_letters("".join(letters)) for letters in product(*choices))
            continue
        group, rest = _group(alternative)
        if group.startswith("?<"):
            yield from _first_letters(rest)
            continue
        optional = rest.startswith("?")
        rest = rest.removeprefix("?")
        if optional:
            yield from _first_letters(rest)
        for one in _alternatives(group.removeprefix("?:")):
            yield from _first_letters(one + rest)


def _alternatives(words: str) -> Iterator[str]:
    depth = start = 0
    for at, sign in enumerate(words):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            yield words[start:at].strip()
            start = at + 1
    yield words[start:].strip()


def _group(words: str) -> tuple[str, str]:
    """What is in the group that some words begin with, and what follows it."""
    depth = 0
    for at, sign in enumerate(words):
        depth += (sign == "(") - (sign == ")")
        if not depth:
            return words[1:at], words[at + 1 :]
    message = f"{words!r} has a group without an end"
    raise ValueError(message)


@lru_cache(maxsize=4096)
def words_in(text: str) -> frozenset[str] | None:
    """The words of a text, each a row of letters, in small letters; ``None`` if it has characters
    that are not common, of which not all is known here.
    """
    if not is_common(text):
        return None
    return frozenset(_WORD.findall(in_small_letters(text)))


@lru_cache(maxsize=4096)
def _beginnings_in(text: str) -> frozenset[str] | None:
    words = words_in(text)
    return None if words is None else frozenset(word[:_LEAST] for word in words)
