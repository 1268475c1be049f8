"""Regular expressions that are compiled when they are first used.

``regex`` compiles in Python, at about half a millisecond each, and a text needs few of them: those
of its language, and of the words that are in it. Compiled with their modules, all of them would be
a third of the time of a check.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property

import regex


class Pattern:
    """One regular expression. Each method is that of the compiled one, and is asked for directly
    from the second time on.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def compiled(self) -> regex.Pattern[str]:
        """The expression itself."""
        return regex.compile(self.pattern, self._flags)

    @cached_property
    def search(self) -> Callable[..., regex.Match[str] | None]:
        """The first place, from one place to another."""
        return self.compiled.search

    @cached_property
    def match(self) -> Callable[..., regex.Match[str] | None]:
        """What begins at a place."""
        return self.compiled.match

    @cached_property
    def fullmatch(self) -> Callable[..., regex.Match[str] | None]:
        """The whole, from one place to another."""
        return self.compiled.fullmatch

    @cached_property
    def finditer(self) -> Callable[..., Iterator[regex.Match[str]]]:
        """Every place."""
        return self.compiled.finditer

    @cached_property
    def findall(self) -> Callable[..., list[str]]:
        """The words at every place."""
        return self.compiled.findall

    @cached_property
    def split(self) -> Callable[..., list[str]]:
        """What is between the places."""
        return self.compiled.split

    @cached_property
    def sub(self) -> Callable[..., str]:
        """The text with something else at every place."""
        return self.compiled.sub
