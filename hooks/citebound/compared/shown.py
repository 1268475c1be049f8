"""Words as they are shown: what a terminal would obey, or nobody would see, by its number."""

from __future__ import annotations

from citebound.text.characters import unfit

_BREAKS = "\r\n\t"


def shown(words: str) -> str:
    """A line in which every character can be seen: others are told by number, ``<U+202E>``."""
    told = list(words)
    for at in unfit(words):
        told[at] = f"<U+{ord(words[at]):04X}>"
    return "".join(" " if letter in _BREAKS else letter for letter in told)
