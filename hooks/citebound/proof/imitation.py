"""What a page that is not ours may not say, wherever it says it: that it is checked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citebound.proof import listed
from citebound.text.characters import plain

_TURNED = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def imitated(words: str) -> Iterator[str]:
    """What in words that are not ours a reader would take for what is checked."""
    read = plain(words)
    for state in listed.STATES:
        if plain(state) in read:
            yield f"says “{state.strip()}” as a page that is checked does"
    turned = _TURNED.search(words)
    if turned:
        yield f"has the character U+{ord(turned[0]):04X}, which turns words round"
